//! Markdown: text without markup, every character with its way back to the file.

use super::article::{BlockKind, LineIndex};
use super::builder::{Base, Draft};
use super::error::SourceError;
use super::front_matter::{self, names};
use super::lines;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Between the cells of a table row.
pub(super) const CELL: &str = " | ";

/// Reads a Markdown file: front matter first, then the text.
pub(super) fn read(name: &str, base: Base<'_>, lines: &LineIndex) -> (Draft, Vec<SourceError>) {
    let front = front_matter::read(name, base, lines);
    let mut reader = Reader::new(base);
    reader.draft.meta = front.meta;
    let body = base.text.get(front.body..).unwrap_or_default();
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, front.body + range.start..front.body + range.end);
    }
    reader.close(BlockKind::Body);
    let mut draft = reader.draft;
    if let Some(title) = front.title
        && !draft.blocks.iter().any(|block| block.kind == BlockKind::Title)
    {
        // After the text, like every title that does not stand in it, but with its place in the file.
        let start = draft.begin();
        draft.copy(base, title);
        draft.end(start, BlockKind::Title);
    }
    (draft, front.errors)
}

struct Reader<'a> {
    base: Base<'a>,
    draft: Draft,
    /// Where the block that is being written begins.
    open: Option<usize>,
    /// What an image inside has for text is a caption of its own.
    image: usize,
    in_row: bool,
    first_cell: bool,
    /// A headline has been met; later ones are headings.
    titled: bool,
}

impl<'a> Reader<'a> {
    fn new(base: Base<'a>) -> Self {
        Self { base, draft: Draft::default(), open: None, image: 0, in_row: false, first_cell: false, titled: false }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(range, &text),
            Event::Code(text) => self.code(range, &text),
            Event::SoftBreak | Event::HardBreak => self.text(range, "\n"),
            Event::Html(html) | Event::InlineHtml(html) => self.html(range, &html),
            Event::Rule => drop(self.close(BlockKind::Body)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => {
                if self.image == 0 && !self.in_row {
                    self.close(BlockKind::Body);
                }
                self.image += 1;
            }
            Tag::TableHead | Tag::TableRow => {
                self.close(BlockKind::Body);
                (self.in_row, self.first_cell) = (true, true);
            }
            Tag::TableCell if !std::mem::take(&mut self.first_cell) => {
                self.open();
                self.draft.insert(CELL);
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::CodeBlock(_) | Tag::BlockQuote(_) => {
                self.close(BlockKind::Body);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                self.image = self.image.saturating_sub(1);
                if self.image == 0 && !self.in_row {
                    self.close(BlockKind::Caption);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.in_row = false;
                self.close(BlockKind::Table);
            }
            TagEnd::Heading(HeadingLevel::H1) if !self.titled => self.titled = self.close(BlockKind::Title),
            TagEnd::Heading(_) => drop(self.close(BlockKind::Heading)),
            TagEnd::CodeBlock => drop(self.close(BlockKind::Boilerplate)),
            TagEnd::Paragraph | TagEnd::Item => drop(self.close(BlockKind::Body)),
            _ => {}
        }
    }

    fn open(&mut self) {
        if self.open.is_none() {
            self.open = Some(self.draft.begin());
        }
    }

    /// Ends the open block, if there is one and it says something.
    fn close(&mut self, kind: BlockKind) -> bool {
        let Some(start) = self.open.take() else {
            return false;
        };
        let early = self.draft.blocks.len() < 6;
        let Some(block) = self.draft.end(start, kind) else {
            return false;
        };
        let better = refine(kind, block.span.slice(&self.draft.text), early);
        if let Some(last) = self.draft.blocks.last_mut() {
            last.kind = better;
        }
        true
    }

    fn text(&mut self, range: Range<usize>, text: &str) {
        self.open();
        self.draft.replace(self.base, range, text);
    }

    /// The code stands inside its backticks.
    fn code(&mut self, range: Range<usize>, text: &str) {
        let inside = self.base.slice(&range).find(text).map(|at| range.start + at..range.start + at + text.len());
        self.text(inside.unwrap_or(range), text);
    }

    /// Only our own comments and line breaks are looked at in embedded HTML.
    fn html(&mut self, range: Range<usize>, html: &str) {
        self.draft.meta.ignored_checks.extend(ignored(html));
        if self.open.is_some() && html.trim_start().to_ascii_lowercase().starts_with("<br") {
            self.text(range, "\n");
        }
    }
}

/// What a block is by its text, where its markup says no more than that it is text.
fn refine(kind: BlockKind, text: &str, early: bool) -> BlockKind {
    let short = text.len() <= 250;
    match kind {
        BlockKind::Body if short && (lines::is_symbols(text) || lines::is_notice(text)) => BlockKind::Boilerplate,
        BlockKind::Body if early && (lines::dateline(text, false).is_some() || lines::is_byline(text)) => {
            BlockKind::Dateline
        }
        kind => kind,
    }
}

/// The checks that a comment such as `<!-- claimdiff: ignore sum, age -->` names.
pub(super) fn ignored(comment: &str) -> Vec<String> {
    let inside = comment.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let list = inside.strip_prefix("claimdiff:").and_then(|rest| rest.trim_start().strip_prefix("ignore"));
    list.map_or_else(Vec::new, |list| names(list).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{BlockKind::*, OffsetMap};

    fn draft(text: &str) -> Draft {
        let map = OffsetMap::identity(0, text.len());
        read("a.md", Base { text, map: &map }, &LineIndex::new(text.as_bytes())).0
    }

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let draft = draft(text);
        draft.blocks.iter().map(|block| (block.kind, block.span.slice(&draft.text).to_owned())).collect()
    }

    #[test]
    fn blocks_and_their_text() {
        for (text, expected) in [
            (
                "# Crolla *il ponte*\n\nTre **feriti**, [dice](http://a.b) Bo.\n",
                &[(Title, "Crolla il ponte"), (Body, "Tre feriti, dice Bo.")][..],
            ),
            ("Uno &amp; due &egrave; `3`\nquattro\\*", &[(Body, "Uno & due è 3\nquattro*")]),
            (
                "## Le cause\n\n- tre feriti\n- due morti\n",
                &[(Heading, "Le cause"), (Body, "tre feriti"), (Body, "due morti")],
            ),
            ("|Zona|Feriti|\n|-|-|\n|Nord|12|\n", &[(Table, "Zona | Feriti"), (Table, "Nord | 12")]),
            (
                "![Il ponte nel 2025](a.png)\n\n```\nx = 3\n```\n",
                &[(Caption, "Il ponte nel 2025"), (Boilerplate, "x = 3")],
            ),
            (
                "# Ponte\n\ndi Ada Rossi\n\n5 marzo 2026\n\nTre feriti.",
                &[(Title, "Ponte"), (Dateline, "di Ada Rossi"), (Dateline, "5 marzo 2026"), (Body, "Tre feriti.")],
            ),
            ("---\ntitle: Ponte\n---\nTre feriti.", &[(Body, "Tre feriti."), (Title, "Ponte")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
            assert_eq!(blocks(text), expected, "{text}");
        }
    }

    #[test]
    fn places_lead_back_to_the_file() {
        let text = "# A\n\nSono **157** ciascuno &egrave; 5.";
        let draft = draft(text);
        for piece in ["157", "ciascuno", "è", "5."] {
            let start = draft.text.find(piece).unwrap_or(0);
            let span = crate::span::TextSpan::new(start, start + piece.len());
            let file = draft.map.file_span(span).map(|file| &text[file.start..file.end]);
            assert_eq!(file, Some(if piece == "è" { "&egrave;" } else { piece }));
        }
    }

    #[test]
    fn comments_name_checks_to_ignore() {
        assert_eq!(
            draft("Tre.\n\n<!-- claimdiff: ignore weekday-date, sum -->\n").meta.ignored_checks,
            ["weekday-date", "sum"]
        );
        assert!(ignored("<!-- altro -->").is_empty());
    }

    #[test]
    fn deep_nesting_ends() {
        for piece in [">", "- ", "[", "*", "**a", "![", "`", "<b>", "|a"] {
            draft(&piece.repeat(20_000));
        }
    }
}
