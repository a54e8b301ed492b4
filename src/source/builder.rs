//! An article under construction: text copied, replaced or added piece by piece, its places kept.

use super::article::{Article, Block, BlockKind, LineIndex, Metadata, OffsetMap};
use crate::span::TextSpan;
use std::ops::Range;

/// A text from which an article is made, and the way from it to the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base<'a> {
    pub text: &'a str,
    pub map: &'a OffsetMap,
}

impl<'a> Base<'a> {
    /// The characters at `range`; empty where it does not fit.
    pub fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// What a reader has made so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub text: String,
    pub map: OffsetMap,
    pub blocks: Vec<Block>,
    pub meta: Metadata,
}

/// What stands between two blocks.
const BETWEEN: &str = "\n\n";

impl Draft {
    /// Adds the characters at `range` of `base` unchanged.
    pub fn copy(&mut self, base: Base<'_>, range: Range<usize>) {
        let piece = base.slice(&range);
        if !piece.is_empty() {
            self.map.push_through(self.text.len(), base.map, TextSpan::new(range.start, range.end));
            self.text.push_str(piece);
        }
    }

    /// Adds `text`, which stands for the characters at `range` of `base`.
    pub fn replace(&mut self, base: Base<'_>, range: Range<usize>, text: &str) {
        if base.slice(&range) == text {
            return self.copy(base, range);
        }
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(file) = base.map.file_span(TextSpan::new(range.start, range.end))
            && file.start < file.end
            && !text.is_empty()
        {
            self.map.push_decoded(TextSpan::new(start, self.text.len()), file);
        }
    }

    /// Adds text that stands nowhere in the file.
    pub fn insert(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Begins a block: what was written before it is set apart.
    pub fn begin(&mut self) -> usize {
        if !self.text.is_empty() && !self.text.ends_with(BETWEEN) {
            self.text.push_str(BETWEEN);
        }
        self.text.len()
    }

    /// Ends the block that began at `start`, without the white space around it. An empty block is dropped.
    pub fn end(&mut self, start: usize, kind: BlockKind) -> Option<Block> {
        let written = self.text.get(start..)?;
        let begin = start + written.len() - written.trim_start().len();
        let span = TextSpan::new(begin, start + written.trim_end().len());
        if span.start == span.end {
            return None;
        }
        let block = Block { kind, span };
        self.blocks.push(block);
        Some(block)
    }

    /// Completes the article. A title known from metadata alone becomes a block at the end, so that the places
    /// of everything else stay as they are.
    pub fn finish(mut self, id: String, lines: LineIndex, embedded: bool) -> Article {
        let stated = self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
        match (&self.meta.title, stated) {
            (None, Some(span)) => self.meta.title = Some(one_line(span.slice(&self.text))),
            (Some(title), None) => {
                let title = title.clone();
                let start = self.begin();
                self.insert(&title);
                self.end(start, BlockKind::Title);
            }
            _ => {}
        }
        let Self { text, map, blocks, meta } = self;
        Article { id, meta, text, blocks, offsets: map, lines, embedded }
    }
}

/// `text` with each run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value worth keeping: not empty, on one line.
pub(super) fn value(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|text| !text.is_empty())
}

/// ISO 639-1 code of a language tag: "it-IT" and "IT" are "it".
pub(super) fn language(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileSpan;

    #[test]
    fn a_title_from_metadata_moves_nothing() {
        let map = OffsetMap::identity(0, 9);
        let base = Base { text: "12 morti.", map: &map };
        let mut draft = Draft::default();
        draft.copy(base, 0..9);
        draft.end(0, BlockKind::Body);
        draft.meta.title = Some("Incendio".into());
        let article = draft.finish("a".into(), LineIndex::default(), false);
        assert_eq!(article.text, "12 morti.\n\nIncendio");
        let kinds: Vec<_> = article.blocks.iter().map(|block| (block.kind, block.span.slice(&article.text))).collect();
        assert_eq!(kinds, [(BlockKind::Body, "12 morti."), (BlockKind::Title, "Incendio")]);
        assert_eq!(article.file_span(TextSpan::new(0, 2)), Some(FileSpan { start: 0, end: 2 }));
        assert_eq!(article.file_span(TextSpan::new(11, 19)), None);
    }

    #[test]
    fn language_tags() {
        for (tag, code) in [("it-IT", Some("it")), ("EN", Some("en")), ("pt_BR", Some("pt")), ("", None), ("x1", None)]
        {
            assert_eq!(language(tag).as_deref(), code, "{tag}");
        }
    }
}
