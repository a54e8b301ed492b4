//! Chosen blocks to text: white space drawn together, entities decoded, every character with its place.

use super::super::article::BlockKind;
use super::super::builder::{Base, Draft, one_line};
use super::super::{lines, markdown::CELL};
use super::page::{PageBlock, Part};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A row of a table longer than this is no table but the layout of the page.
const ROW: usize = 800;
/// Longest entity that is looked at, in bytes.
const ENTITY: usize = 40;

/// Writes blocks into a draft.
pub(super) fn blocks(base: Base<'_>, blocks: &[&PageBlock], draft: &mut Draft) {
    let mut writer = Writer { base, draft, entities: FxHashMap::default() };
    let mut before = None;
    for block in blocks {
        let kind = kind(block, before);
        if kind == BlockKind::Table && block.len > ROW {
            block.parts.split(|part| *part != Part::Cell && *part == Part::Break).for_each(|parts| {
                writer.block(parts, BlockKind::Body);
            });
        } else if let Some(written) = writer.block(&block.parts, kind) {
            before = Some(written);
        }
    }
}

/// What a block is by its markup and the block before it.
fn kind(block: &PageBlock, before: Option<BlockKind>) -> BlockKind {
    match (block.kind.unwrap_or(BlockKind::Body), before) {
        (BlockKind::Heading, Some(BlockKind::Title)) if block.level == 2 => BlockKind::Lead,
        (BlockKind::Body, _) if block.is_links() && block.len <= 250 => BlockKind::Boilerplate,
        (BlockKind::Dateline, _) if block.len > 250 => BlockKind::Boilerplate,
        (kind, _) => kind,
    }
}

struct Writer<'a, 'd> {
    base: Base<'a>,
    draft: &'d mut Draft,
    entities: FxHashMap<&'a str, Option<String>>,
}

impl<'a> Writer<'a, '_> {
    fn block(&mut self, parts: &[Part], kind: BlockKind) -> Option<BlockKind> {
        let start = self.draft.begin();
        for part in parts {
            match part {
                Part::Text(range) => self.text(range.clone(), start),
                Part::Break => self.line_break(start),
                Part::Cell => self.draft.insert(CELL),
            }
        }
        let early = self.draft.blocks.len() < 8;
        let span = self.draft.end(start, kind)?.span;
        let better = self.refine(kind, span.slice(&self.draft.text), early);
        if let Some(last) = self.draft.blocks.last_mut() {
            last.kind = better;
        }
        Some(better)
    }

    /// What the text of a block says beyond its markup.
    fn refine(&self, kind: BlockKind, text: &str, early: bool) -> BlockKind {
        let is_repeated = || {
            self.draft.blocks.iter().any(|block| {
                block.kind == BlockKind::Title && one_line(block.span.slice(&self.draft.text)) != one_line(text)
            })
        };
        match kind {
            BlockKind::Title if is_repeated() => BlockKind::Heading,
            BlockKind::Body if text.len() > 250 => kind,
            BlockKind::Body if lines::is_symbols(text) || lines::is_notice(text) => BlockKind::Boilerplate,
            BlockKind::Body if early && (lines::dateline(text, false).is_some() || lines::is_byline(text)) => {
                BlockKind::Dateline
            }
            kind => kind,
        }
    }

    /// A line break, unless one stands there already or nothing stands before it.
    fn line_break(&mut self, start: usize) {
        if self.draft.text.len() > start && !self.draft.text.ends_with('\n') {
            self.draft.insert("\n");
        }
    }

    fn text(&mut self, range: Range<usize>, start: usize) {
        let raw = self.base.slice(&range);
        let mut at = 0;
        while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.find(|c: char| c == '&' || c.is_ascii_whitespace()).unwrap_or(rest.len());
            let from = range.start + at;
            if plain > 0 {
                self.draft.copy(self.base, from..from + plain);
                at += plain;
            } else if rest.starts_with('&') {
                at += self.entity(rest, from);
            } else {
                let space = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
                self.space(from..from + space, start);
                at += space;
            }
        }
    }

    /// White space is one space, and none at the start of a block or a line.
    fn space(&mut self, range: Range<usize>, start: usize) {
        let begins = self.draft.text.len() <= start || self.draft.text.ends_with([' ', '\n']);
        if !begins {
            self.draft.replace(self.base, range, " ");
        }
    }

    /// The entity that `rest` begins with; how many bytes it takes.
    fn entity(&mut self, rest: &'a str, at: usize) -> usize {
        let name =
            rest.bytes().skip(1).take(ENTITY).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let closed = rest.as_bytes().get(name + 1) == Some(&b';');
        let len = 1 + name + usize::from(closed);
        let raw = rest.get(..len).unwrap_or_default();
        let decoded = self.entities.entry(raw).or_insert_with(|| decode(raw));
        match decoded {
            Some(text) => self.draft.replace(self.base, at..at + len, text),
            None => self.draft.copy(self.base, at..at + len),
        }
        len
    }
}

/// What an entity stands for; `None` for what is none. NUL and other control characters are replaced.
fn decode(raw: &str) -> Option<String> {
    let decoded = html5gum::Tokenizer::new(raw).filter_map(Result::ok).find_map(|token| match token {
        html5gum::Token::String(text) => String::from_utf8(text.value.0).ok(),
        _ => None,
    })?;
    let clean = |c: char| {
        if c.is_control() && !c.is_ascii_whitespace() { '\u{fffd}' } else { c }
    };
    (decoded != raw).then(|| decoded.chars().map(clean).collect())
}
