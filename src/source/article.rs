//! What every reader makes of its bytes: an article, with the way back from each character to the file.

use crate::span::{FileSpan, LineColumn, TextSpan};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What part of an article a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline of the article, wherever it is repeated.
    Title,
    /// Standfirst or first sentence set apart.
    Lead,
    /// Running text.
    Body,
    /// A heading inside the article.
    Heading,
    /// Text under a picture.
    Caption,
    /// One cell or row of a table.
    Table,
    /// Place and time of writing, byline: "14 Gennaio 2026, 10:28".
    Dateline,
    /// Navigation, credits, notes on the author: read, but never a claim.
    Boilerplate,
}

/// A paragraph-like piece of [`Article::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it lies in the text.
    pub span: TextSpan,
}

/// How the bytes of a run in the text and in the file correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Unit {
    /// Byte for byte the same, so that positions inside it can be computed.
    Verbatim,
    /// Character by character: each so many bytes in the text and so many in the file.
    Chars { text: usize, file: usize },
    /// Read as a whole: an entity, white space drawn together.
    Whole,
}

/// One run of text that stands in the file, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    text: TextSpan,
    file: FileSpan,
    unit: Unit,
}

impl Run {
    /// Whether a run of `unit` that begins at these places continues this one.
    fn continues(&self, unit: Unit, text: usize, file: usize) -> bool {
        unit != Unit::Whole && self.unit == unit && self.text.end == text && self.file.end == file
    }

    /// File offset at which the character that holds text byte `offset` begins.
    fn file_start(&self, offset: usize) -> usize {
        let inside = offset - self.text.start;
        match self.unit {
            Unit::Verbatim => self.file.start + inside,
            Unit::Chars { text, file } => self.file.start + inside / text.max(1) * file,
            Unit::Whole => self.file.start,
        }
    }

    /// File offset at which the character that holds text byte `offset` ends.
    fn file_end(&self, offset: usize) -> usize {
        match self.unit {
            Unit::Verbatim => self.file_start(offset) + 1,
            Unit::Chars { file, .. } => self.file_start(offset) + file,
            Unit::Whole => self.file.end,
        }
    }
}

/// The way from the decoded text back to the bytes of the file.
///
/// Runs are kept in the order of the text. Text that no run covers (a title taken from metadata, say)
/// has no place in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffsetMap {
    runs: Vec<Run>,
}

impl OffsetMap {
    /// The map of a text that is the file itself from `file_start` on.
    pub fn identity(file_start: usize, len: usize) -> Self {
        let mut map = Self::default();
        map.push_verbatim(TextSpan::new(0, len), file_start);
        map
    }

    /// Says that `text` stands byte for byte in the file from `file_start` on.
    pub fn push_verbatim(&mut self, text: TextSpan, file_start: usize) {
        let len = text.end - text.start;
        self.push(text, FileSpan { start: file_start, end: file_start + len }, Unit::Verbatim);
    }

    /// Says that the one character of `text` stands in the file as the bytes of `file`, in another encoding.
    pub fn push_char(&mut self, text: TextSpan, file: FileSpan) {
        let unit = Unit::Chars { text: text.end - text.start, file: file.end - file.start };
        self.push(text, file, unit);
    }

    /// Says that `text` was decoded from `file` as a whole (an entity, white space drawn together).
    pub fn push_decoded(&mut self, text: TextSpan, file: FileSpan) {
        self.push(text, file, Unit::Whole);
    }

    /// Says that the text from `at` on is the piece `span` of another text, which `base` leads back to the file.
    pub fn push_through(&mut self, at: usize, base: &Self, span: TextSpan) {
        let first = base.runs.partition_point(|run| run.text.end <= span.start);
        for run in base.runs.iter().skip(first).take_while(|run| run.text.start < span.end) {
            let piece = TextSpan::new(run.text.start.max(span.start), run.text.end.min(span.end));
            if piece.start >= piece.end {
                continue;
            }
            let file = FileSpan { start: run.file_start(piece.start), end: run.file_end(piece.end - 1) };
            let text = TextSpan::new(at + piece.start - span.start, at + piece.end - span.start);
            self.push(text, file, run.unit);
        }
    }

    /// The bytes of the file that `span` was read from, from its first to its last character, or `None`
    /// where one of its ends does not stand in the file.
    pub fn file_span(&self, span: TextSpan) -> Option<FileSpan> {
        let start = self.run_at(span.start)?.file_start(span.start);
        let end = match span.end.checked_sub(1) {
            Some(last) if last >= span.start => self.run_at(last)?.file_end(last),
            _ => start,
        };
        (end >= start).then_some(FileSpan { start, end })
    }

    /// Whether the bytes of `span` in the file are the text itself, without markup or entities between.
    pub fn is_verbatim(&self, span: TextSpan) -> bool {
        self.run_at(span.start).is_some_and(|run| run.unit == Unit::Verbatim && run.text.contains(span))
    }

    fn push(&mut self, text: TextSpan, file: FileSpan, unit: Unit) {
        match self.runs.last_mut() {
            Some(last) if last.continues(unit, text.start, file.start) => {
                last.text.end = text.end;
                last.file.end = file.end;
            }
            _ => self.runs.push(Run { text, file, unit }),
        }
    }

    fn run_at(&self, offset: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.text.start <= offset);
        self.runs.get(after.checked_sub(1)?).filter(|run| offset < run.text.end)
    }
}

/// Characters of more than one byte that follow each other in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct WideRun {
    file: FileSpan,
    width: usize,
    /// Bytes less characters in all runs before this one.
    surplus: usize,
}

/// Byte offsets at which the lines of a file begin, and where its characters are wider than a byte.
///
/// A copy is cheap: the articles of one file share it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineIndex {
    lines: Arc<Lines>,
}

impl LineIndex {
    /// Indexes a file or a text in UTF-8 (or any encoding that has ASCII as it is). LF, CRLF and lone CR end a
    /// line.
    pub fn new(bytes: &[u8]) -> Self {
        Self::after_mark(bytes, 0)
    }

    /// Indexes a file in UTF-8 that begins with a byte order mark of `mark` bytes.
    pub(super) fn after_mark(bytes: &[u8], mark: usize) -> Self {
        let mut lines = Lines::begin_at(mark);
        for (at, byte) in bytes.iter().enumerate().skip(mark) {
            match *byte {
                b'\n' | b'\r' => lines.push(char::from(*byte), at, 1),
                0x80..0xc0 => {}
                lead if lead >= 0xc0 => lines.widen(at, 2 + usize::from(lead >= 0xe0) + usize::from(lead >= 0xf0)),
                _ => lines.after_cr = false,
            }
        }
        Self::from(lines)
    }

    /// The line that holds byte `offset`, from 1, and the offset at which it begins.
    pub fn line(&self, offset: usize) -> (usize, usize) {
        self.lines.line(offset)
    }

    /// Line and column of byte `offset` of the file.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let (line, start) = self.line(offset);
        let surplus = self.lines.surplus(offset).saturating_sub(self.lines.surplus(start));
        LineColumn { line, column: offset.saturating_sub(start).saturating_sub(surplus) + 1 }
    }
}

impl From<Lines> for LineIndex {
    fn from(lines: Lines) -> Self {
        Self { lines: Arc::new(lines) }
    }
}

/// A [`LineIndex`] under construction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lines {
    starts: Vec<usize>,
    wide: Vec<WideRun>,
    after_cr: bool,
}

impl Lines {
    /// Says that the first line begins at byte `at`, after a byte order mark.
    pub(super) fn begin_at(at: usize) -> Self {
        Self { starts: vec![at], ..Self::default() }
    }

    /// Takes note of the character at byte `at` of the file, `width` bytes wide there.
    pub(super) fn push(&mut self, character: char, at: usize, width: usize) {
        let after_cr = self.after_cr;
        if width > 1 {
            self.widen(at, width);
        }
        if character == '\n' && after_cr {
            self.starts.pop();
        }
        if matches!(character, '\n' | '\r') {
            self.starts.push(at + width);
        }
        self.after_cr = character == '\r';
    }

    fn line(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        (line, self.starts.get(line - 1).copied().unwrap_or(0))
    }

    fn widen(&mut self, at: usize, width: usize) {
        self.after_cr = false;
        match self.wide.last_mut() {
            Some(last) if last.width == width && last.file.end == at => last.file.end += width,
            _ => {
                let surplus = self.surplus(at);
                self.wide.push(WideRun { file: FileSpan { start: at, end: at + width }, width, surplus });
            }
        }
    }

    /// Bytes less characters before byte `offset`.
    fn surplus(&self, offset: usize) -> usize {
        let after = self.wide.partition_point(|run| run.file.start < offset);
        let Some(run) = after.checked_sub(1).and_then(|last| self.wide.get(last)) else {
            return 0;
        };
        let bytes = offset.min(run.file.end) - run.file.start;
        run.surplus + bytes / run.width.max(1) * run.width.saturating_sub(1)
    }
}

/// What is known about an article beside its text. Everything is optional: real articles lack most of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Newspaper, agency or site.
    pub outlet: Option<String>,
    /// Address of the article.
    pub url: Option<String>,
    /// Day on which it first appeared.
    pub published: Option<Date>,
    /// Day of its last change, never used in place of [`Metadata::published`] without saying so.
    pub modified: Option<Date>,
    /// Language as an ISO 639-1 code in lower case: "it".
    pub language: Option<String>,
    /// Checks that the article itself asks not to be told about (`claimdiff: {ignore: [...]}`).
    pub ignored_checks: Vec<String>,
}

/// Bytes of a headline, an address or an id at most.
const LONGEST_NAME: usize = 1000;

/// Checks that an article can ask not to be told about: more than there are.
const MOST_CHECKS: usize = 100;

/// One article, decoded, with its way back to the file.
#[derive(Debug, Clone)]
pub struct Article {
    /// `PATH` or `PATH#id`, as the user wrote the path; `/` between folders on every system.
    pub id: String,
    /// What is known beside the text.
    pub meta: Metadata,
    /// The decoded text: NFC is *not* applied, markup is gone, blocks are separated by a blank line or a newline.
    pub text: String,
    /// The pieces of `text` in order; what lies between them is white space, or beyond the limit for one article.
    pub blocks: Vec<Block>,
    /// From the text back to the file.
    pub offsets: OffsetMap,
    /// Lines of the file.
    pub lines: LineIndex,
    /// Whether offsets mean the decoded `text` of a JSON record rather than the file on disk.
    pub embedded: bool,
}

impl Article {
    /// The bytes in the file that `span` was read from; `None` where they do not stand there.
    pub fn file_span(&self, span: TextSpan) -> Option<FileSpan> {
        self.offsets.file_span(span)
    }

    /// Line and column, in characters, at which `span` begins in the file; `None` where it does not stand there.
    pub fn line_column(&self, span: TextSpan) -> Option<LineColumn> {
        self.file_span(span).map(|file| self.lines.line_column(file.start))
    }

    /// Cuts names that every claim repeats to a length that somebody can have meant.
    pub(super) fn shorten(&mut self) {
        let Metadata { title, outlet, url, ignored_checks, .. } = &mut self.meta;
        let names = [title, outlet, url].into_iter().flatten().chain([&mut self.id]);
        for name in names.filter(|name| name.len() > LONGEST_NAME) {
            name.truncate(name.floor_char_boundary(LONGEST_NAME));
            name.push('…');
        }
        ignored_checks.truncate(MOST_CHECKS);
    }

    /// Leaves out what follows the first `limit` bytes of the text, but for the headline, which can stand at its end;
    /// tells whether there was more.
    pub(super) fn cut(&mut self, limit: usize) -> bool {
        if self.text.len() <= limit {
            return false;
        }
        let before = self.blocks.len();
        let mut cut = false;
        let text = &self.text;
        self.blocks.retain_mut(|block| {
            let is_headline = block.kind == BlockKind::Title && block.span.end - block.span.start <= limit;
            if block.span.end <= limit || is_headline {
                return true;
            }
            cut = true;
            block.span.end = last_end(text, block.span.start, limit);
            block.span.start < block.span.end
        });
        cut || self.blocks.len() < before
    }
}

/// The end of the last line, sentence or word of `text` that begins at `start` and ends before `limit`.
fn last_end(text: &str, start: usize, limit: usize) -> usize {
    let Some(piece) = text.get(start..text.floor_char_boundary(limit)) else { return start };
    let end = piece.rfind('\n').into_iter().chain(piece.rfind(". ").map(|at| at + 1)).max();
    let end = end.or_else(|| piece.rfind(char::is_whitespace)).unwrap_or(0);
    start + piece.get(..end).unwrap_or_default().trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        for (text, at, line, column) in [
            ("", 0, 1, 1),
            ("ab\ncd", 3, 2, 1),
            ("ab\r\ncd", 5, 2, 2),
            ("ab\rcd", 4, 2, 2),
            ("\r\r\n\nx", 4, 4, 1),
            ("È già\npiù 5", 13, 2, 5),
            ("Київ 5", 9, 1, 6),
            ("👩 5", 5, 1, 3),
        ] {
            assert_eq!(LineIndex::new(text.as_bytes()).line_column(at), LineColumn { line, column }, "{text:?} {at}");
        }
    }

    #[test]
    fn a_map_through_another_leads_to_the_file() {
        let mut base = OffsetMap::identity(3, 4);
        base.push_decoded(TextSpan::new(4, 5), FileSpan { start: 7, end: 12 });
        base.push_verbatim(TextSpan::new(5, 9), 12);
        let mut map = OffsetMap::default();
        map.push_through(0, &base, TextSpan::new(2, 6));
        assert_eq!(map.file_span(TextSpan::new(0, 4)), Some(FileSpan { start: 5, end: 13 }));
        assert_eq!(map.file_span(TextSpan::new(2, 3)), Some(FileSpan { start: 7, end: 12 }));
        assert!(map.is_verbatim(TextSpan::new(0, 2)) && !map.is_verbatim(TextSpan::new(1, 3)));
        assert_eq!(map.file_span(TextSpan::new(3, 5)), None);
    }

    #[test]
    fn characters_of_another_encoding_share_a_run() {
        let mut map = OffsetMap::default();
        map.push_char(TextSpan::new(0, 2), FileSpan { start: 2, end: 3 });
        map.push_char(TextSpan::new(2, 4), FileSpan { start: 3, end: 4 });
        assert_eq!(map.runs.len(), 1);
        assert_eq!(map.file_span(TextSpan::new(2, 4)), Some(FileSpan { start: 3, end: 4 }));
    }
}
