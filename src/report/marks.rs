//! Two sentences with the words marked that only one of them has.

use super::text::{Look, Mark, inert};
use similar::{ChangeTag, TextDiff};

/// Both sentences, ready for a page: differing words in brackets, `[-157-]` and `{+150+}`, or in colour and
/// underlined.
///
/// Where the sentences have little in common, marking every other word would say nothing: then only the two
/// figures are marked.
pub(super) fn marked(a: Side<'_>, b: Side<'_>, look: Look) -> (String, String) {
    let (first, second) = (inert(a.sentence), inert(b.sentence));
    let (words_a, words_b) = (words(&first), words(&second));
    let diff = TextDiff::from_slices(&words_a, &words_b);
    let mut sides = (Stretches::default(), Stretches::default());
    let mut shared = 0;
    let is_word = |piece: &&&str| piece.contains(char::is_alphanumeric);
    for change in diff.iter_all_changes() {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                shared += usize::from(is_word(&&word));
                sides.0.push(word, false);
                sides.1.push(word, false);
            }
            ChangeTag::Delete => sides.0.push(word, true),
            ChangeTag::Insert => sides.1.push(word, true),
        }
    }
    let shorter = words_a.iter().filter(is_word).count().min(words_b.iter().filter(is_word).count());
    if shared * 5 < shorter.max(1) * 3 {
        return (figure_marked(&first, a, Mark::OnlyFirst, look), figure_marked(&second, b, Mark::OnlySecond, look));
    }
    (sides.0.render(Mark::OnlyFirst, look), sides.1.render(Mark::OnlySecond, look))
}

/// A sentence with the figure that counts in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// The figure as it stands there.
    pub figure: &'a str,
}

/// A sentence with only its figure marked.
pub(super) fn figure_marked(sentence: &str, side: Side<'_>, mark: Mark, look: Look) -> String {
    let figure = inert(side.figure);
    match sentence.split_once(&figure) {
        Some((before, after)) if !figure.is_empty() => format!("{before}{}{after}", sign(&figure, mark, look)),
        _ => sentence.to_owned(),
    }
}

/// Marks that are no part of the word at whose side they stand; currency and percent signs are.
const PUNCTUATION: [char; 20] =
    ['.', ',', ';', ':', '!', '?', '\'', '"', '’', '‘', '“', '”', '«', '»', '(', ')', '[', ']', '…', '–'];

/// Words, and punctuation by itself, so that a comma is no difference of the word before it.
fn words(text: &str) -> Vec<&str> {
    let pieces = text.split_whitespace().flat_map(|word| {
        let core = word.trim_matches(PUNCTUATION);
        match word.split_once(core) {
            Some((before, after)) if !core.is_empty() => [before, core, after, " "],
            _ => [word, " ", "", ""],
        }
    });
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Pieces of a sentence, neighbours of one sort drawn together.
#[derive(Default)]
struct Stretches {
    list: Vec<(String, bool)>,
}

impl Stretches {
    fn push(&mut self, piece: &str, differs: bool) {
        match self.list.last_mut() {
            Some((text, last)) if *last == differs => text.push_str(piece),
            _ => self.list.push((piece.to_owned(), differs)),
        }
    }

    /// Blanks between two differing stretches belong to them.
    fn joined(&self) -> Self {
        let mut joined = Self::default();
        for (at, (text, differs)) in self.list.iter().enumerate() {
            let differing =
                |at: Option<usize>| at.and_then(|at| self.list.get(at)).is_some_and(|(_, differs)| *differs);
            let between = differing(at.checked_sub(1)) && differing(Some(at + 1)) && text.trim().is_empty();
            joined.push(text, *differs || between);
        }
        joined
    }

    fn render(&self, mark: Mark, look: Look) -> String {
        let pieces: Vec<String> = self
            .joined()
            .list
            .iter()
            .map(|(text, differs)| {
                let core = text.trim();
                match text.split_once(core) {
                    Some((before, after)) if *differs && core.contains(char::is_alphanumeric) => {
                        format!("{before}{}{after}", sign(core, mark, look))
                    }
                    _ => text.clone(),
                }
            })
            .collect();
        pieces.concat().trim_end().to_owned()
    }
}

fn sign(text: &str, mark: Mark, look: Look) -> String {
    match mark {
        _ if look.colour => mark.on(text),
        Mark::OnlySecond => format!("{{+{text}+}}"),
        _ => format!("[-{text}-]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(a: (&str, &str), b: (&str, &str)) -> (String, String) {
        let side = |(sentence, figure)| Side { sentence, figure };
        marked(side(a), side(b), Look::default())
    }

    #[test]
    fn like_sentences_show_the_words_that_differ() {
        let (a, b) = both(
            ("Il rogo ha distrutto 40 ettari, dicono i pompieri.", "40"),
            ("Il rogo ha distrutto 400 ettari, dicono i sindaci.", "400"),
        );
        assert_eq!(a, "Il rogo ha distrutto [-40-] ettari, dicono i [-pompieri-].");
        assert_eq!(b, "Il rogo ha distrutto {+400+} ettari, dicono i {+sindaci+}.");
    }

    #[test]
    fn unlike_sentences_show_their_figures() {
        let (a, b) = both(("Bruciati 40 ettari di bosco.", "40"), ("The fire burned through 90 acres.", "90"));
        assert_eq!(
            (a.as_str(), b.as_str()),
            ("Bruciati [-40-] ettari di bosco.", "The fire burned through {+90+} acres.")
        );
    }

    #[test]
    fn a_figure_that_is_not_in_the_sentence_changes_nothing() {
        assert_eq!(both(("Nessuno.", "12"), ("", "")).0, "Nessuno.");
    }
}
