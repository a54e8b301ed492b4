//! Plain text: paragraphs, and which of them are headline, lead, heading, caption, dateline or boilerplate.
//!
//! News texts have a paragraph a line, or are wrapped by hand at some width; both are read, and no byte of the text
//! is changed by joining lines. Everything is told from structure, nothing from words.

use super::article::{Block, BlockKind};
use super::builder::{Base, Draft, one_line};
use super::{inline, lines};
use crate::span::TextSpan;
use std::ops::Range;

/// A paragraph longer than this many bytes is running text, whatever else it looks like.
const LONG: usize = 300;
/// Longest headline, in bytes; a longer line without a full stop is a standfirst.
const TITLE: usize = 200;
/// Longest heading inside the text.
const HEADING: usize = 140;
/// How many paragraphs from the start can belong to the head of an article.
const HEAD: usize = 12;
/// How many paragraphs from the end can belong to its foot.
const FOOT: usize = 3;

/// Reads plain text. `title` is known where a record states it; then only its repetitions are headlines.
pub(super) fn read(base: Base<'_>, title: Option<&str>) -> Draft {
    let mut draft = Draft::default();
    let headings = inline::strip(base, &mut draft);
    let mut page = Page::new(&draft.text, &headings);
    page.classify(title);
    draft.meta.outlet = page.outlet.map(str::to_owned);
    draft.meta.title = title.map(one_line);
    draft.blocks = page.paragraphs.iter().map(Paragraph::block).collect();
    draft
}

/// One paragraph and what has been found out about it.
#[derive(Debug, Clone)]
struct Paragraph<'t> {
    span: TextSpan,
    text: &'t str,
    marked: bool,
    kind: Option<BlockKind>,
}

impl Paragraph<'_> {
    fn block(&self) -> Block {
        Block { kind: self.kind.unwrap_or(BlockKind::Body), span: self.span }
    }

    fn is_free(&self) -> bool {
        self.kind.is_none()
    }

    fn is_short(&self) -> bool {
        self.text.len() <= LONG
    }

    /// Running text: long, or a sentence.
    fn is_running(&self) -> bool {
        self.is_free() && (!self.is_short() || lines::ends_sentence(self.text))
    }

    fn words(&self) -> usize {
        self.text.split_whitespace().take(40).count()
    }
}

struct Page<'t> {
    paragraphs: Vec<Paragraph<'t>>,
    outlet: Option<&'t str>,
}

impl<'t> Page<'t> {
    fn new(text: &'t str, headings: &[usize]) -> Self {
        let paragraphs = paragraphs(text).into_iter().map(|span| Paragraph {
            span,
            text: span.slice(text),
            marked: headings.binary_search(&span.start).is_ok(),
            kind: None,
        });
        Self { paragraphs: paragraphs.collect(), outlet: None }
    }

    fn classify(&mut self, known_title: Option<&str>) {
        self.notices();
        self.datelines();
        self.author_note();
        let head = self.head_end();
        let title = known_title.map(one_line).or_else(|| self.find_title(head));
        if let Some(title) = &title {
            self.titles(title);
        }
        self.head(head);
        self.captions_and_headings(head);
    }

    /// Lines of symbols, copyright notices, bare addresses and numbers.
    fn notices(&mut self) {
        for paragraph in self.paragraphs.iter_mut().filter(|paragraph| paragraph.is_short()) {
            if lines::is_symbols(paragraph.text) || lines::is_notice(paragraph.text) {
                paragraph.kind = Some(BlockKind::Boilerplate);
            }
        }
    }

    /// Datelines stand near the start or at the very end.
    fn datelines(&mut self) {
        let count = self.paragraphs.len();
        if count < 2 {
            return;
        }
        for at in (0..count).filter(|at| *at < HEAD || *at + FOOT >= count) {
            let Some(paragraph) = self.paragraphs.get_mut(at).filter(|it| it.is_free()) else {
                continue;
            };
            if let Some(dateline) = lines::dateline(paragraph.text, at == 0) {
                paragraph.kind = Some(BlockKind::Dateline);
                self.outlet = self.outlet.or(dateline.outlet.filter(|_| at < HEAD));
            }
        }
    }

    /// A marked heading with a name, and a few lines on that person, at the end of the text.
    fn author_note(&mut self) {
        let Some(at) = self.paragraphs.iter().rposition(|it| it.marked) else {
            return;
        };
        let Some((note, _)) = self.paragraphs.get(at + 1..).and_then(|rest| rest.split_first()) else {
            return;
        };
        let is_person =
            self.paragraphs.get(at).is_some_and(|it| (2..=4).contains(&it.words()) && lines::is_name(it.text));
        let is_last = self.paragraphs.len() - at <= 3;
        if at > 2 && is_person && is_last && note.text.len() <= 600 {
            self.paragraphs.iter_mut().skip(at).for_each(|it| it.kind = Some(BlockKind::Boilerplate));
        }
    }

    /// Where the running text begins.
    fn head_end(&self) -> usize {
        self.paragraphs.iter().take(HEAD).position(Paragraph::is_running).unwrap_or(self.paragraphs.len().min(HEAD))
    }

    /// The headline: a short line of the head, the one that is repeated if any is.
    fn find_title(&self, head: usize) -> Option<String> {
        // A question or a cry may be a headline, too, if it stands first.
        let question = self.paragraphs.iter().position(Paragraph::is_free).filter(|at| *at == head);
        let stands = |it: &&Paragraph<'t>| it.is_free() && it.text.len() <= TITLE && !lines::ends_with_stop(it.text);
        let mut lines: Vec<_> = self.paragraphs.iter().take(head).filter(stands).collect();
        lines.extend(
            question.and_then(|at| self.paragraphs.get(at)).filter(|it| stands(it) && it.text.len() <= HEADING),
        );
        let follows = |it: &Paragraph<'t>| self.paragraphs.last().is_some_and(|last| last.span.start > it.span.start);
        lines.retain(|it| follows(it) && !lines::is_byline(it.text));
        let repeated = lines.iter().find(|line| self.repeats(line.text) > 1);
        let first = lines.iter().position(|line| !self.is_kicker(&lines, line)).and_then(|at| lines.get(at));
        repeated.or(first).map(|line| one_line(line.text))
    }

    fn repeats(&self, text: &str) -> usize {
        self.paragraphs.iter().filter(|it| it.text == text).count()
    }

    /// A word or two, or the name of the paper with a section, above the headline itself.
    fn is_kicker(&self, candidates: &[&Paragraph<'t>], line: &Paragraph<'t>) -> bool {
        let Some(next) = candidates.iter().find(|it| it.span.start > line.span.start) else {
            return false;
        };
        let longer = next.words() >= 4 && next.text.len() > line.text.len() + line.text.len() / 2;
        let far_longer = longer && (!lines::is_capitals(next.text) || lines::is_capitals(line.text));
        masthead(line.text).is_some() || (line.words() <= 3 && far_longer)
    }

    fn titles(&mut self, title: &str) {
        for paragraph in self.paragraphs.iter_mut().filter(|it| it.is_free() && it.is_short()) {
            if paragraph.text.trim_end_matches('.') == title.trim_end_matches('.') || one_line(paragraph.text) == title
            {
                paragraph.kind = Some(BlockKind::Title);
            }
        }
    }

    /// What stands beside the headline: the paper, the author, the standfirst.
    fn head(&mut self, head: usize) {
        let titled = self.paragraphs.iter().position(|it| it.kind == Some(BlockKind::Title));
        for at in 0..head {
            let above_date = self.paragraphs.get(at + 1).is_some_and(|it| it.kind == Some(BlockKind::Dateline));
            let after_title = titled.is_some_and(|title| title < at);
            let Some(paragraph) = self.paragraphs.get_mut(at).filter(|it| it.is_free() && it.is_short()) else {
                continue;
            };
            if lines::is_byline(paragraph.text) {
                paragraph.kind = Some(BlockKind::Dateline);
            } else if above_date && after_title && lines::is_name(paragraph.text) {
                self.outlet = self.outlet.or(Some(paragraph.text));
                paragraph.kind = Some(BlockKind::Dateline);
            } else if let Some(name) = masthead(paragraph.text).filter(|_| titled.is_some_and(|title| title > at)) {
                self.outlet = self.outlet.or(Some(name));
                paragraph.kind = Some(BlockKind::Dateline);
            } else if after_title || titled.is_none() {
                paragraph.kind = standfirst(paragraph);
            }
        }
    }

    fn captions_and_headings(&mut self, head: usize) {
        let last = self.paragraphs.iter().rposition(|it| it.kind.is_none());
        for (at, paragraph) in self.paragraphs.iter_mut().enumerate() {
            if paragraph.is_free() && paragraph.is_short() && last > Some(0) {
                paragraph.kind = label(paragraph, at < head, Some(at) == last);
            }
        }
    }
}

/// "TERRA OGGI - Speciale": the name of a paper in capitals, and a section.
fn masthead(line: &str) -> Option<&str> {
    let (name, _) = [" - ", " – ", " | "].iter().find_map(|between| line.split_once(between))?;
    (line.len() <= 60 && lines::is_capitals(name) && lines::is_name(name)).then(|| name.trim())
}

/// A line of the head below the headline: a standfirst, if it says enough.
fn standfirst(paragraph: &Paragraph<'_>) -> Option<BlockKind> {
    let says_enough = paragraph.words() >= 8 && !lines::is_capitals(paragraph.text);
    says_enough.then_some(BlockKind::Lead)
}

/// A short line that is no sentence: picture caption, heading, or nothing of the sort.
fn label(paragraph: &Paragraph<'_>, in_head: bool, last: bool) -> Option<BlockKind> {
    let text = paragraph.text;
    if paragraph.marked {
        return Some(BlockKind::Heading);
    }
    if lines::ends_sentence(text) {
        return None;
    }
    if lines::is_capitals(text) {
        let long = paragraph.words() >= 6;
        return Some(match (last, long) {
            (true, false) => BlockKind::Boilerplate,
            (_, true) => BlockKind::Caption,
            _ => BlockKind::Heading,
        });
    }
    if lines::is_bracketed(text) {
        return Some(BlockKind::Caption);
    }
    let plain =
        text.chars().next().is_some_and(char::is_alphanumeric) || text.starts_with(['«', '“', '"', '\'', '‘', '¿']);
    let quiet = !text.contains(['.', ';', '…', '!']) && !text.contains("://");
    let short = text.len() <= HEADING && paragraph.words() <= 16;
    (plain && quiet && short && (in_head || !last)).then_some(BlockKind::Heading)
}

/// The paragraphs of a text, without the white space around them.
fn paragraphs(text: &str) -> Vec<TextSpan> {
    let groups = groups(text);
    let width = groups.iter().filter(|group| group.len() >= 3).filter_map(|group| wrap_width(text, group)).max();
    let mut out = Vec::new();
    for group in groups {
        match (group.first(), group.last()) {
            (Some(first), Some(last)) if group.len() > 1 && is_wrapped(text, &group, width) => {
                out.push(TextSpan::new(first.start, last.end));
            }
            _ => out.extend(group.into_iter().map(|line| TextSpan::new(line.start, line.end))),
        }
    }
    out
}

/// Lines that follow each other without a blank one between.
fn groups(text: &str) -> Vec<Vec<Range<usize>>> {
    let (mut groups, mut group, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive(['\n', '\r']) {
        let begin = start + line.len() - line.trim_start().len();
        let end = start + line.trim_end().len();
        let is_half_of_crlf = line == "\n" && text.as_bytes().get(start.wrapping_sub(1)) == Some(&b'\r');
        start += line.len();
        if begin < end {
            group.push(begin..end);
        } else if !is_half_of_crlf && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
        }
    }
    groups.push(group);
    groups
}

/// The width at which a group of lines was wrapped by hand: no line could have taken the next one's first word.
fn wrap_width(text: &str, group: &[Range<usize>]) -> Option<usize> {
    let widths: Vec<usize> = group.iter().map(|line| chars(text, line)).collect();
    let width = widths.iter().copied().max().filter(|width| (45..=110).contains(width))?;
    fits(text, group, &widths, width).then_some(width)
}

fn is_wrapped(text: &str, group: &[Range<usize>], width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    let widths: Vec<usize> = group.iter().map(|line| chars(text, line)).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    widest <= width + 10 && fits(text, group, &widths, width.max(widest))
}

/// Characters of a line, counted no further than matters here.
fn chars(text: &str, line: &Range<usize>) -> usize {
    text.get(line.clone()).map_or(0, |line| line.chars().take(200).count())
}

fn fits(text: &str, group: &[Range<usize>], widths: &[usize], width: usize) -> bool {
    let (mut full, mut open, mut all) = (0usize, 0usize, 0usize);
    for (pair, length) in group.windows(2).zip(widths) {
        let [line, next] = pair else { continue };
        let first_word = text.get(next.clone()).and_then(|next| next.split_whitespace().next());
        let word = first_word.map_or(0, |word| word.chars().take(200).count());
        let ends = text.get(line.clone()).is_some_and(lines::ends_sentence);
        all += 1;
        full += usize::from(length + 1 + word > width);
        open += usize::from(!ends);
    }
    full * 10 >= all * 8 && open * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{BlockKind::*, OffsetMap};

    fn blocks(text: &str) -> (Vec<(BlockKind, String)>, Option<String>) {
        let map = OffsetMap::identity(0, text.len());
        let draft = read(Base { text, map: &map }, None);
        let blocks = draft.blocks.iter().map(|block| (block.kind, block.span.slice(&draft.text).to_owned())).collect();
        (blocks, draft.meta.outlet)
    }

    fn kinds(text: &str) -> Vec<BlockKind> {
        blocks(text).0.into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn kinds_of_paragraphs() {
        for (text, expected) in [
            ("Dodici morti nel porto.", &[Body][..]),
            ("Dodici morti nel porto", &[Body]),
            ("Dodici morti nel porto\nSono stati trovati all'alba.", &[Title, Body]),
            ("Crolla il ponte: 3 feriti\n\nIl Faro, 5 marzo 2026, 10:00\n\nTre feriti.", &[Title, Dateline, Body]),
            ("Crolla il ponte\nIl Faro del Golfo\n5 marzo 2026\nTre feriti.", &[Title, Dateline, Dateline, Body]),
            ("Crolla il ponte\n\ndi Ada Rossi\n\nTre feriti.", &[Title, Dateline, Body]),
            (
                "Giovedì 5 marzo 2026\n\n×\n\nCronaca nera\n\nCrolla il ponte sul fiume Aldo\n\nTre feriti.",
                &[Dateline, Boilerplate, Heading, Title, Body],
            ),
            ("Ponte\n\nTre feriti.\n\nPonte\n\nAltri due.", &[Title, Body, Title, Body]),
            (
                "Crolla il ponte\n\nTre feriti.\n\nLe indagini\n\nIndaga la procura.\n\n© Il Faro 2026",
                &[Title, Body, Heading, Body, Boilerplate],
            ),
            ("Crolla il ponte\n\nTre feriti.\n\nRIPRODUZIONE RISERVATA", &[Title, Body, Boilerplate]),
            ("Crolla il ponte\n\nADA ROSSI SINDACA DI ALDO E IL PREFETTO BO\n\nTre feriti.", &[Title, Caption, Body]),
            ("TORINO IN PIAZZA\n\nErano 12.500.", &[Title, Body]),
            (
                "A. Uno.\n\nB. Due.\n\nC. Tre.\n\n## Ada Rossi\n\nNata nel 1991, scrive dal 2021.",
                &[Body, Body, Body, Boilerplate, Boilerplate],
            ),
            ("Crolla il ponte\n\nHalyn, 6 mar - Tre feriti.", &[Title, Body]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn outlets() {
        for (text, outlet) in [
            ("Crolla il ponte\nIl Faro del Golfo\n5 marzo 2026\nTre feriti.", "Il Faro del Golfo"),
            ("Crolla il ponte\n\nIl Faro\ndi Ada Rossi\n5 marzo 2026\n\nTre feriti.", ""),
            ("Crolla il ponte\n\nLA VOCE - Giovedì 5 marzo 2026\n\nTre feriti.", "LA VOCE"),
            ("LA VOCE - Cronaca\n\nCrolla il ponte sul fiume\n\n5 marzo 2026 - 10:30\n\nTre feriti.", "LA VOCE"),
        ] {
            assert_eq!(blocks(text).1.unwrap_or_default(), outlet, "{text}");
        }
    }

    #[test]
    fn lines_wrapped_by_hand_are_one_paragraph() {
        let text = "The bridge over the river came down shortly after four in the\n\
                    morning, when nobody was on it, and a second span followed an\n\
                    hour later. Three people were hurt.\n\n\
                    A new bridge will take at least two years, the mayor said on the\nfollowing day.";
        let (found, _) = blocks(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|(kind, _)| *kind == Body));
    }

    #[test]
    fn a_paragraph_a_line_stays_so() {
        let text = "Primo capoverso, che dice una cosa e poi anche un'altra.\nSecondo capoverso, che dice il resto.\n\
                    Terzo capoverso, breve.\r\nQuarto.\r\n\r\nQuinto.";
        assert_eq!(kinds(text), [Body; 5]);
    }
}
