//! Markdown that slipped into plain text: `**bold**`, `[links](…)`, `## headings`. Only what cannot be meant
//! otherwise is taken away; the way back to the file stays.

use super::builder::{Base, Draft};
use std::ops::Range;

/// Copies `base` into `draft` without markup. Returns where in the draft the marked headings begin.
pub(super) fn strip(base: Base<'_>, draft: &mut Draft) -> Vec<usize> {
    let markup = find(base.text);
    let (mut at, mut headings) = (0, Vec::new());
    for Markup { range, heading } in markup {
        if range.start < at {
            continue;
        }
        draft.copy(base, at..range.start);
        if heading {
            headings.push(draft.text.len());
        }
        at = range.end;
    }
    draft.copy(base, at..base.text.len());
    headings
}

/// A piece of markup to take away.
struct Markup {
    range: Range<usize>,
    heading: bool,
}

fn find(text: &str) -> Vec<Markup> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.contains(['*', '[', '#']) {
            found.extend(heading(line, start));
            let before = found.len();
            Emphasis::default().scan(line, start, &mut found);
            links(line, start, &mut found);
            if let Some(new) = found.get_mut(before..) {
                new.sort_unstable_by_key(|markup| markup.range.start);
            }
        }
        start += line.len();
    }
    found
}

/// The `## ` at the start of a line.
fn heading(line: &str, start: usize) -> Option<Markup> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let spaced = line.as_bytes().get(marks) == Some(&b' ');
    ((1..=6).contains(&marks) && spaced).then(|| Markup { range: start..start + marks + 1, heading: true })
}

/// The last run of asterisks that can open an emphasis.
#[derive(Default)]
struct Emphasis {
    open: Option<Range<usize>>,
}

impl Emphasis {
    fn scan(mut self, line: &str, start: usize, found: &mut Vec<Markup>) {
        let mut at = 0;
        while let Some(next) = line.get(at..).and_then(|rest| rest.find('*')) {
            let begin = at + next;
            let run = line.bytes().skip(begin).take_while(|byte| *byte == b'*').count();
            at = begin + run;
            self.meet(line, begin..at, start, found);
        }
    }

    fn meet(&mut self, line: &str, run: Range<usize>, start: usize, found: &mut Vec<Markup>) {
        let before = line.get(..run.start).and_then(|text| text.chars().next_back());
        let after = line.get(run.end..).and_then(|text| text.chars().next());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let closes = !blank(before) && !word(after);
        if closes && let Some(open) = self.open.take_if(|open| open.len() == run.len()) {
            for range in [open, run] {
                found.push(Markup { range: start + range.start..start + range.end, heading: false });
            }
        } else if run.len() <= 3 && !word(before) && !blank(after) {
            self.open = Some(run);
        }
    }
}

/// `[text](target)` and `![text](target)`: all but the text.
fn links(line: &str, start: usize, found: &mut Vec<Markup>) {
    let mut bracket = None;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'[' => bracket = Some(at),
            b']' => {
                let target = line.get(at + 1..).and_then(target);
                if let (Some(open), Some(len)) = (bracket.take(), target) {
                    let image = open > 0 && line.as_bytes().get(open - 1) == Some(&b'!');
                    let range = start + open - usize::from(image)..start + open + 1;
                    found.push(Markup { range, heading: false });
                    found.push(Markup { range: start + at..start + at + 1 + len, heading: false });
                }
            }
            _ => {}
        }
    }
}

/// Length of the `(target)` that `text` begins with. What a bracket or white space follows is no target, so that
/// no byte is looked at twice.
fn target(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('(')?;
    let end = inside.find(|c: char| matches!(c, ')' | '(' | '[' | ']') || c.is_whitespace())?;
    inside.get(end..)?.starts_with(')').then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::OffsetMap;

    fn stripped(text: &str) -> (String, Vec<usize>) {
        let map = OffsetMap::identity(0, text.len());
        let mut draft = Draft::default();
        let headings = strip(Base { text, map: &map }, &mut draft);
        (draft.text, headings)
    }

    #[test]
    fn markup_goes_and_text_stays() {
        for (text, plain) in [
            ("è stato «**costruttivo**» e *utile*", "è stato «costruttivo» e utile"),
            ("[citato](#) dalla Tass", "citato dalla Tass"),
            ("[**citato**](https://a.example/b_c) qui", "citato qui"),
            ("![foto](a.png) qui", "foto qui"),
            ("## Anna Bo\ntesto", "Anna Bo\ntesto"),
            ("#hashtag #1", "#hashtag #1"),
            ("3 * 4 * 5 e 2026* fine*", "3 * 4 * 5 e 2026* fine*"),
            ("* uno\n* due", "* uno\n* due"),
            ("@a_b_c [nota] (12)", "@a_b_c [nota] (12)"),
            ("**aperto", "**aperto"),
            ("[a](b c)", "[a](b c)"),
        ] {
            assert_eq!(stripped(text).0, plain, "{text}");
        }
        assert_eq!(stripped("a\n## B\nc").1, [2]);
    }

    #[test]
    fn endless_brackets_take_no_time() {
        for piece in ["[", "](", "[a](", "*", "**a"] {
            let text = piece.repeat(200_000);
            assert!(stripped(&text).0.len() <= text.len());
        }
    }
}
