//! What is known of the tokens of a sentence: what can begin at each, and the numerals and figures read there, so that
//! of the many alternatives that want a number only the first reads it.

use super::begin::{Openings, openings};
use super::date::DateExpr;
use super::figure::Figure;
use super::input::{Parsed, Tokens};
use super::numeral::Numeral;
use crate::text::Passage;
use crate::value::ClockSpan;
use std::cell::RefCell;
use std::ops::Range;

/// What was read at the tokens of a sentence, of one kind.
#[derive(Debug)]
pub struct Readings<T>(RefCell<Known<T>>);

#[derive(Debug)]
struct Known<T> {
    /// By token of the sentence.
    places: Vec<Place>,
    /// Each with the token behind it.
    found: Vec<(usize, T)>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Unread,
    Nothing,
    /// By index.
    Found(usize),
}

impl<T> Default for Readings<T> {
    fn default() -> Self {
        Self(RefCell::new(Known { places: Vec::new(), found: Vec::new() }))
    }
}

impl<T: Clone> Readings<T> {
    /// What is known of a token: the reading that begins there, if there is one. `None` where nobody has looked.
    fn get(&self, token: usize) -> Option<Option<(usize, T)>> {
        let known = self.0.borrow();
        match known.places.get(token)? {
            Place::Unread => None,
            Place::Nothing => Some(None),
            Place::Found(index) => Some(known.found.get(*index).cloned()),
        }
    }

    /// Keeps what was found at a token of a sentence of so many.
    fn keep(&self, token: usize, tokens: usize, reading: Option<(usize, T)>) {
        let mut known = self.0.borrow_mut();
        if known.places.is_empty() {
            known.places.resize(tokens, Place::Unread);
        }
        let index = known.found.len();
        if let Some(place) = known.places.get_mut(token) {
            *place = if reading.is_some() { Place::Found(index) } else { Place::Nothing };
            known.found.extend(reading);
        }
    }
}

/// What is known of the tokens of one sentence.
#[derive(Debug, Default)]
pub struct Memo {
    range: Range<usize>,
    openings: Vec<Openings>,
    /// Numerals.
    pub numerals: Readings<Numeral>,
    /// Figures with the words around them.
    pub figures: Readings<Figure>,
    /// Ordinals in words.
    pub ranks: Readings<u32>,
    /// Dates, ranges and open ends among them.
    pub dates: Readings<DateExpr>,
    /// Dates by themselves.
    pub single_dates: Readings<DateExpr>,
    /// Days of a month with it.
    pub month_days: Readings<DateExpr>,
    /// What can stand for a day beside a time.
    pub days: Readings<DateExpr>,
    /// Times of day.
    pub clocks: Readings<ClockSpan>,
    /// Stretches of a day.
    pub clock_ranges: Readings<(ClockSpan, ClockSpan)>,
}

impl Memo {
    /// Looks at every token of a range of a passage once.
    pub fn new(passage: &Passage<'_>, range: Range<usize>) -> Self {
        let openings = openings(passage, range.clone());
        Self { range, openings, ..Self::default() }
    }

    /// The tokens it knows.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// What can begin at a token.
    pub fn opens(&self, at: usize) -> Openings {
        at.checked_sub(self.range.start).and_then(|offset| self.openings.get(offset)).copied().unwrap_or_default()
    }
}

/// A reading where something of these kinds can begin, and nothing elsewhere.
pub fn where_opens<'a, T>(
    input: Tokens<'a>,
    kinds: &[Openings],
    read: impl Fn(Tokens<'a>) -> Parsed<'a, T>,
) -> Parsed<'a, T> {
    if input.opens().has(kinds) {
        return read(input);
    }
    debug_assert!(read(input).is_err(), "begin.rs misses what opens {:?}", input.passage().span(input.range()));
    input.refuse()
}

/// What stands here of the kind that a table of the memo holds, read at the first asking.
pub fn once<'a, T: Clone>(
    table: fn(&Memo) -> &Readings<T>,
    input: Tokens<'a>,
    read: impl FnOnce(Tokens<'a>) -> Parsed<'a, T>,
) -> Parsed<'a, T> {
    let readings = table(input.memo());
    let sentence = input.memo().range();
    let at = input.position();
    // What stands before the sentence is looked at for its own sake, and seldom.
    let Some(token) = at.checked_sub(sentence.start) else { return read(input) };
    match readings.get(token) {
        Some(Some((behind, value))) => Ok((input.skip(behind - at), value)),
        Some(None) => input.refuse(),
        None => {
            let found = read(input);
            let kept = found.as_ref().ok().map(|(rest, value)| (rest.position(), value.clone()));
            readings.keep(token, sentence.len(), kept);
            found
        }
    }
}
