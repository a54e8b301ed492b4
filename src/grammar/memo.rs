//! What is known of the tokens of a sentence: what can begin at each, and the numerals and figures read there, so that
//! of the many alternatives that want a number only the first reads it.

use super::begin::{Openings, openings};
use super::date::DateExpr;
use super::figure::Figure;
use super::input::{Parsed, Tokens};
use super::numeral::Numeral;
use crate::text::Passage;
use crate::value::ClockSpan;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;

/// Readings by the token at which they begin, with the token behind them; `None` where there is none.
pub type Readings<T> = RefCell<FxHashMap<usize, Option<(usize, T)>>>;

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
    let known = table(input.memo());
    let at = input.position();
    if let Some(found) = known.borrow().get(&at) {
        return match found {
            Some((behind, value)) => Ok((input.skip(behind - at), value.clone())),
            None => input.refuse(),
        };
    }
    let found = read(input);
    let kept = found.as_ref().ok().map(|(rest, value)| (rest.position(), value.clone()));
    known.borrow_mut().insert(at, kept);
    found
}
