//! The grammar's input: a slice of tagged tokens, with the small parsers that everything is made of.

use super::begin::Openings;
use super::memo::Memo;
use crate::lex::{Token, TokenKind, is_dash};
use crate::rules::{Language, Mark, MarkSet, Sense, WordClass};
use crate::text::{Passage, TaggedNumeral};
use nom::error::{Error, ErrorKind};
use nom::{IResult, Input, Needed};
use std::iter::Enumerate;
use std::ops::Range;

/// What remains to be read of a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Tokens<'a> {
    passage: &'a Passage<'a>,
    memo: &'a Memo,
    at: usize,
    end: usize,
}

/// Result of a parser over [`Tokens`].
pub type Parsed<'a, T> = IResult<Tokens<'a>, T>;

impl<'a> Tokens<'a> {
    /// The tokens of a sentence of a passage, with what is known of them.
    pub fn new(passage: &'a Passage<'a>, memo: &'a Memo) -> Self {
        let range = memo.range();
        let end = range.end.min(passage.tokens.len());
        Self { passage, memo, at: range.start.min(end), end }
    }

    /// What is known of the sentence.
    pub fn memo(&self) -> &'a Memo {
        self.memo
    }

    /// What can begin here.
    pub fn opens(&self) -> Openings {
        self.memo.opens(self.at)
    }

    /// Their range in the passage.
    pub fn range(&self) -> Range<usize> {
        self.at..self.end
    }

    /// All of them.
    pub fn tokens(&self) -> &'a [Token] {
        self.passage.tokens.get(self.at..self.end).unwrap_or_default()
    }

    /// The passage they belong to.
    pub fn passage(&self) -> &'a Passage<'a> {
        self.passage
    }

    /// The language they are read in.
    pub fn language(&self) -> &'a Language {
        self.passage.language
    }

    /// Index in the passage of the next token.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next token.
    pub fn first(&self) -> Option<&'a Token> {
        self.nth(0)
    }

    /// The token after so many.
    pub fn nth(&self, offset: usize) -> Option<&'a Token> {
        let at = self.at + offset;
        if at < self.end { self.passage.tokens.get(at) } else { None }
    }

    /// The text of the token after so many.
    pub fn word(&self, offset: usize) -> &'a str {
        self.nth(offset).map_or("", |token| token.span.slice(self.passage.text))
    }

    /// The function words that begin here.
    pub fn marks(&self) -> MarkSet {
        if self.at < self.end { self.passage.marks(self.at) } else { MarkSet::default() }
    }

    /// The token before the next one, in the same passage.
    pub fn before(&self, steps: usize) -> Option<&'a Token> {
        self.passage.tokens.get(self.at.checked_sub(steps)?)
    }

    /// The input from an earlier token on, which may lie before the sentence.
    pub fn begin_at(&self, at: usize) -> Self {
        Self { at: at.min(self.at), ..*self }
    }

    /// The one token that stands so many before the next one.
    pub fn one_back(&self, steps: usize) -> Option<Self> {
        let at = self.at.checked_sub(steps)?;
        Some(Self { at, end: at + 1, ..*self })
    }

    /// What the next word says as a number.
    pub fn numeral(&self) -> Option<&'a TaggedNumeral> {
        self.first()?;
        self.passage.numeral(self.at)
    }

    /// Whether a number in words stands here; words that join numbers and articles are none.
    pub fn number_word_follows(&self) -> bool {
        use crate::rules::Ambiguity;
        self.numeral().is_some_and(|tagged| {
            !tagged.word.only_joins() && !matches!(tagged.ambiguity, Some(Ambiguity::Article | Ambiguity::Indefinite))
        })
    }

    /// The input after `count` tokens.
    pub fn skip(&self, count: usize) -> Self {
        Self { at: (self.at + count).min(self.end), ..*self }
    }

    /// The longest phrase here whose sense `pick` accepts.
    pub fn longest<T>(&self, mut pick: impl FnMut(&Sense) -> Option<T>) -> Option<(Self, T)> {
        let mut best: Option<(usize, T)> = None;
        for tag in self.passage.tags(self.at) {
            let len = usize::from(tag.len);
            if self.at + len > self.end || best.as_ref().is_some_and(|(longest, _)| *longest >= len) {
                continue;
            }
            if let Some(found) = pick(&tag.sense) {
                best = Some((len, found));
            }
        }
        best.map(|(len, found)| (self.skip(len), found))
    }

    /// Whether some phrase here has a sense that `test` accepts.
    pub fn has(&self, mut test: impl FnMut(&Sense) -> bool) -> bool {
        self.longest(|sense| test(sense).then_some(())).is_some()
    }

    /// Whether a phrase with a sense that `test` accepts begins here and reaches beyond `rest`.
    pub fn has_longer(&self, rest: Self, test: impl Fn(&Sense) -> bool) -> bool {
        self.longest(|sense| test(sense).then_some(())).is_some_and(|(after, ())| after.at > rest.at)
    }

    /// Refuses: nothing of this kind stands here.
    pub fn refuse<T>(&self) -> Parsed<'a, T> {
        Err(nom::Err::Error(Error::new(*self, ErrorKind::Verify)))
    }
}

impl PartialEq for Tokens<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.passage, other.passage) && self.at == other.at && self.end == other.end
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = std::slice::Iter<'a, Token>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }

    fn take(&self, index: usize) -> Self {
        Self { end: (self.at + index).min(self.end), ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.tokens().iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}

/// The longest phrase whose sense `pick` accepts.
pub fn sense<'a, T>(pick: impl Fn(&Sense) -> Option<T>) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |input| input.longest(&pick).map_or_else(|| input.refuse(), Ok)
}

/// A function word of this kind.
pub fn mark<'a>(wanted: Mark) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    let read = sense(move |sense| (*sense == Sense::Mark(wanted)).then_some(()));
    move |input| if input.marks().contains(wanted) { read(input) } else { input.refuse() }
}

/// A function word of one of these kinds.
pub fn any_mark<'a>(wanted: &'static [Mark]) -> impl Fn(Tokens<'a>) -> Parsed<'a, Mark> {
    let read = sense(move |sense| match sense {
        Sense::Mark(mark) if wanted.contains(mark) => Some(*mark),
        _ => None,
    });
    move |input| {
        let marks = input.marks();
        if wanted.iter().any(|mark| marks.contains(*mark)) { read(input) } else { input.refuse() }
    }
}

/// A run of digits.
pub fn digits(input: Tokens<'_>) -> Parsed<'_, &str> {
    match input.first() {
        Some(token) if token.kind == TokenKind::Digits => Ok((input.skip(1), input.word(0))),
        _ => input.refuse(),
    }
}

/// A run of digits right after what stands before it.
pub fn glued_digits(input: Tokens<'_>) -> Parsed<'_, &str> {
    if input.first().is_some_and(|token| token.glued) { digits(input) } else { input.refuse() }
}

/// One character that is neither letter nor digit, glued to what stands before it.
pub fn glued_char<'a>(accept: impl Fn(char) -> bool) -> impl Fn(Tokens<'a>) -> Parsed<'a, char> {
    move |input| match input.first().map(|token| (token.kind, token.glued)) {
        Some((TokenKind::Mark(c), true)) if accept(c) => Ok((input.skip(1), c)),
        _ => input.refuse(),
    }
}

/// A hyphen or dash, with or without spaces around it.
pub fn dash(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.first().map(|token| token.kind) {
        Some(TokenKind::Mark(c)) if is_dash(c) => Ok((input.skip(1), ())),
        _ => input.refuse(),
    }
}

/// Whether no noun follows: the end, a mark, a verb, a function word.
pub fn stands_alone(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|token| !token.is_word())
        || rest.has(|sense| matches!(sense, Sense::Mark(_) | Sense::Concept(_, WordClass::Verb)))
}

/// Whether a phrase of this mark ends right before the input.
pub fn ends_with_mark(input: Tokens<'_>, wanted: Mark) -> bool {
    input.passage().marks_behind(input.position()).contains(wanted)
}

/// Whether a phrase with a sense like that ends right before the input.
pub fn ends_with_sense(input: Tokens<'_>, test: impl Fn(&Sense) -> bool) -> bool {
    const LONGEST: usize = 5;
    let at = input.position();
    (1..=LONGEST.min(at))
        .any(|back| input.passage().tags(at - back).iter().any(|tag| usize::from(tag.len) == back && test(&tag.sense)))
}
