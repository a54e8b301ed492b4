//! Two sentences with the words marked that only one of them has.

use super::text::{Look, Mark, inert};
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// What a piece of a sentence is to a reader who compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Sort {
    /// Words that the other sentence has, too, or that say nothing about the difference.
    Plain,
    /// Words that only this sentence has.
    Differs,
    /// The figure that counts.
    Figure,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Stretch {
    /// Its words, harmless.
    pub text: String,
    /// What it is.
    pub sort: Sort,
}

/// A sentence with the figure that counts in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// The figure with the noun that it counts, which tells it from the same figure elsewhere in the sentence.
    pub phrase: &'a str,
    /// The figure as it stands there.
    pub figure: &'a str,
}

impl<'a> Side<'a> {
    /// What stands before the figure in the sentence, and after it.
    pub(super) fn around(self) -> Option<(&'a str, &'a str)> {
        let from = whole_word(self.sentence, self.phrase).unwrap_or(0);
        let inside = self.sentence.get(from..)?;
        let at = from + whole_word(inside, self.figure).or_else(|| inside.find(self.figure))?;
        let (before, after) = (self.sentence.get(..at)?, self.sentence.get(at + self.figure.len()..)?);
        (!self.figure.trim().is_empty()).then_some((before, after))
    }

    /// The prefix and the suffix of its phrase as a text quote selector has them: a few words of the sentence before it
    /// and after it, with the white space between, so that prefix, phrase and suffix stand there in one piece. `None`
    /// where the sentence does not hold the phrase, or more than once: nothing tells then which is meant.
    pub(super) fn selector(self) -> Option<(&'a str, &'a str)> {
        let mut places = whole_words(self.sentence, self.phrase);
        let (at, others) = (places.next()?, places.next());
        let (before, after) = (self.sentence.get(..at)?, self.sentence.get(at + self.phrase.len()..)?);
        (others.is_none() && !self.phrase.is_empty()).then(|| (last_words(before), first_words(after)))
    }
}

/// Words on either side of a quotation that tell it from the same words elsewhere.
const CONTEXT: usize = 4;

/// The last few words of a text and the white space behind them.
pub(super) fn last_words(text: &str) -> &str {
    let begins = |(at, c): &(usize, char)| {
        !c.is_whitespace()
            && text.get(..*at).is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    };
    let start = text.char_indices().rev().filter(begins).nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The first few words of a text and the white space before them.
pub(super) fn first_words(text: &str) -> &str {
    let ends = |(at, c): &(usize, char)| {
        !c.is_whitespace()
            && text
                .get(at + c.len_utf8()..)
                .is_none_or(|after| after.is_empty() || after.starts_with(char::is_whitespace))
    };
    let end = text.char_indices().filter(ends).nth(CONTEXT - 1).map_or(text.len(), |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

/// Where `text` holds `words` that no letter or digit continues: 26 does not stand in 2026.
fn whole_words<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let continues = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| at).filter(move |at| {
        let (before, after) = (text.get(..*at), text.get(at + words.len()..));
        let before = before.and_then(|before| before.chars().next_back());
        !continues(before) && !continues(after.and_then(|after| after.chars().next()))
    })
}

/// The first such place.
fn whole_word(text: &str, words: &str) -> Option<usize> {
    whole_words(text, words).next()
}

/// Both sentences, ready for a terminal: differing words in brackets, `[-157-]` and `{+150+}`, or in colour and
/// underlined.
pub(super) fn marked(a: Side<'_>, b: Side<'_>, look: Look) -> (String, String) {
    let (first, second) = compared(a, b);
    (signed(&first, Mark::OnlyFirst, look), signed(&second, Mark::OnlySecond, look))
}

/// Both sentences in pieces.
///
/// Where the sentences have little in common, marking every other word would say nothing: then only the two
/// figures are marked.
pub(super) fn compared(a: Side<'_>, b: Side<'_>) -> (Vec<Stretch>, Vec<Stretch>) {
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
        return (alone(a), alone(b));
    }
    (sides.0.finish(), sides.1.finish())
}

/// A sentence in pieces of which only its figure stands out.
pub(super) fn alone(side: Side<'_>) -> Vec<Stretch> {
    let whole = Stretch { text: inert(side.sentence), sort: Sort::Plain };
    with_figure(vec![whole], side)
}

/// The pieces of a sentence with its figure as one of its own, where one of them holds it whole.
pub(super) fn with_figure(pieces: Vec<Stretch>, side: Side<'_>) -> Vec<Stretch> {
    let Some((before, _)) = side.around() else { return pieces };
    let figure = inert(side.figure);
    // Where the figure begins, counted from the piece at hand; nothing once it lies behind.
    let mut start = Some(inert(before).len());
    let mut list = Vec::with_capacity(pieces.len() + 2);
    for whole in pieces {
        let parts = start.and_then(|start| whole.text.split_at_checked(start));
        match parts.and_then(|(head, rest)| Some((head, rest.strip_prefix(figure.as_str())?))) {
            Some((head, tail)) => {
                list.extend([(head, whole.sort), (figure.as_str(), Sort::Figure), (tail, whole.sort)].map(piece));
                start = None;
            }
            None => {
                start = start.and_then(|start| start.checked_sub(whole.text.len()));
                list.push(whole);
            }
        }
    }
    list.retain(|piece| !piece.text.is_empty());
    list
}

/// A sentence in pieces, ready for a terminal.
pub(super) fn signed(pieces: &[Stretch], mark: Mark, look: Look) -> String {
    let shown = |piece: &Stretch| match piece.sort {
        Sort::Plain => piece.text.clone(),
        Sort::Differs | Sort::Figure => sign(&piece.text, mark, look),
    };
    pieces.iter().map(shown).collect()
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

    /// The pieces, blanks at the sides of a differing one outside it.
    fn finish(&self) -> Vec<Stretch> {
        let mut pieces = Vec::new();
        for (text, differs) in self.joined().list {
            let core = text.trim();
            match text.split_once(core) {
                Some((before, after)) if differs && core.contains(char::is_alphanumeric) => {
                    pieces.extend([(before, Sort::Plain), (core, Sort::Differs), (after, Sort::Plain)].map(piece));
                }
                _ => pieces.push(piece((&text, Sort::Plain))),
            }
        }
        if let Some(last) = pieces.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}

fn piece((text, sort): (&str, Sort)) -> Stretch {
    Stretch { text: text.to_owned(), sort }
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
        let side = |(sentence, figure)| Side { sentence, phrase: figure, figure };
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
    fn a_selector_has_the_words_around_a_phrase_that_stands_once() {
        for (sentence, phrase, selector) in [
            (
                "In tutto, ha detto il sindaco, sono 12 feriti, di  cui tre gravi, tra i quali un bimbo.",
                "12 feriti",
                Some(("detto il sindaco, sono ", ", di  cui tre")),
            ),
            ("Circa 15mila.", "Circa 15mila", Some(("", "."))),
            ("Nel 2026 erano 26.", "26", Some(("Nel 2026 erano ", "."))),
            ("Erano 12 a nord e 12 a sud.", "12", None),
            ("Erano dodici.", "12", None),
            ("", "", None),
        ] {
            assert_eq!(Side { sentence, phrase, figure: phrase }.selector(), selector, "{sentence}");
        }
    }

    #[test]
    fn the_figure_is_found_where_it_counts() {
        for (sentence, phrase, figure, marked) in [
            ("The budget for 2026 had 26 votes.", "26 votes", "26", "The budget for 2026 had [-26-] votes."),
            ("Nel 26 furono 26 voti.", "26 voti", "26", "Nel 26 furono [-26-] voti."),
            ("Circa 15mila.", "15mila", "15mila", "Circa [-15mila-]."),
            ("Erano\n12 feriti.", "12 feriti", "12", "Erano [-12-] feriti."),
        ] {
            let pieces = alone(Side { sentence, phrase, figure });
            assert_eq!(signed(&pieces, Mark::OnlyFirst, Look::default()), marked);
        }
    }

    #[test]
    fn a_figure_that_is_not_in_the_sentence_changes_nothing() {
        assert_eq!(both(("Nessuno.", "12"), ("", "")).0, "Nessuno.");
    }
}
