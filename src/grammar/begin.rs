//! Where a mention can begin: one pass from the end of a sentence to its beginning, before any production runs.
//!
//! A token opens a mention by what it is ("157", "venerdì", "half"), or leads to a token that does ("tra il 3",
//! "fino a circa 40", "last week"). Most tokens of a text do neither and are never parsed.

use super::names::may_be_address;
use super::numeral::vulgar;
use super::roman::is_roman;
use crate::lex::{Case, Token, TokenKind};
use crate::rules::{Mark, Sense};
use crate::text::Passage;
use std::ops::Range;

/// Kinds of mentions that can begin at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Openings(u8);

impl Openings {
    /// A numeral, a fraction, a dozen.
    pub const FIGURE: Self = Self(1);
    /// An ordinal or a Roman numeral.
    pub const RANK: Self = Self(2);
    /// A word for a time of day.
    pub const CLOCK: Self = Self(4);
    /// A word for a day or a longer time, or a figure that may be part of a date.
    pub const DATE: Self = Self(8);
    /// A name with a number in it, an address, an idiom.
    pub const NAME: Self = Self(16);

    const NONE: Self = Self(0);

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether nothing begins here.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// Whether something of these kinds can begin here.
    pub fn has(self, kinds: &[Self]) -> bool {
        kinds.iter().any(|kind| self.0 & kind.0 != 0)
    }
}

/// What can begin at each token of a range.
pub fn openings(passage: &Passage<'_>, range: Range<usize>) -> Vec<Openings> {
    let tokens = passage.tokens.get(range.clone()).unwrap_or_default();
    let mut found = vec![Openings::NONE; tokens.len()];
    for offset in (0..tokens.len()).rev() {
        let at = range.start + offset;
        let rest = tokens.get(offset..).unwrap_or_default();
        let mut opens = of_token(passage, at, rest);
        for tag in passage.tags(at) {
            opens = match of_sense(&tag.sense) {
                Role::Opens(kind) => opens.with(kind),
                Role::Leads => {
                    let next = found.get(offset + usize::from(tag.len)).copied();
                    opens.with(next.unwrap_or_default().without(Openings::NAME))
                }
                Role::Neither => opens,
            };
        }
        // A figure may be a day, a year, or how far away a day is.
        if opens.has(&[Openings::FIGURE, Openings::RANK]) {
            opens = opens.with(Openings::DATE);
        }
        if let Some(slot) = found.get_mut(offset) {
            *slot = opens;
        }
    }
    found
}

/// What a token opens by its characters; `rest` begins with it.
fn of_token(passage: &Passage<'_>, at: usize, rest: &[Token]) -> Openings {
    let Some((token, after)) = rest.split_first() else { return Openings::NONE };
    let digits_follow =
        |glued: bool| after.first().is_some_and(|next| next.kind == TokenKind::Digits && (next.glued || !glued));
    let by_kind = match token.kind {
        TokenKind::Digits => Openings::FIGURE.with(Openings::NAME),
        TokenKind::Word if passage.numeral(at).is_some() => Openings::FIGURE.with(Openings::NAME).with(Openings::DATE),
        TokenKind::Word if token.case != Case::Lower && is_roman(passage.word(at)) => Openings::RANK,
        TokenKind::Mark(mark) if vulgar(mark).is_some() => Openings::FIGURE,
        TokenKind::Mark('-' | '−' | '–') if !token.glued && digits_follow(false) => Openings::FIGURE,
        TokenKind::Mark('.') if !token.glued && digits_follow(true) => Openings::FIGURE,
        _ => Openings::NONE,
    };
    if may_be_address(rest) { by_kind.with(Openings::NAME) } else { by_kind }
}

enum Role {
    Opens(Openings),
    /// Stands before what opens a mention and belongs to it.
    Leads,
    Neither,
}

fn of_sense(sense: &Sense) -> Role {
    match sense {
        Sense::Collective(_) | Sense::Indefinite(_) | Sense::Denominator(_) => Role::Opens(Openings::FIGURE),
        Sense::Ordinal(_) => Role::Opens(Openings::RANK),
        Sense::DayPart(_) => Role::Opens(Openings::CLOCK),
        Sense::Month(_)
        | Sense::Weekday(_)
        | Sense::Day(_)
        | Sense::StoryDay(_)
        | Sense::Season(_)
        | Sense::Feast(_)
        | Sense::Decade(_)
        | Sense::TimeUnit(_) => Role::Opens(Openings::DATE),
        Sense::Idiom => Role::Opens(Openings::NAME),
        Sense::Hedge(_) | Sense::Minus | Sense::Currency(_) => Role::Leads,
        Sense::Mark(mark) => of_mark(*mark),
        _ => Role::Neither,
    }
}

fn of_mark(mark: Mark) -> Role {
    match mark {
        Mark::Noon
        | Mark::Midnight
        | Mark::HalfTo
        | Mark::HalfPast
        | Mark::QuarterPast
        | Mark::QuarterTo
        | Mark::NightBefore => Role::Opens(Openings::CLOCK),
        Mark::Every => Role::Opens(Openings::FIGURE),
        Mark::Start
        | Mark::Middle
        | Mark::End
        | Mark::EarlierIn
        | Mark::LaterIn
        | Mark::WeekOf
        | Mark::Halves
        | Mark::QuarterLetter
        | Mark::HalfLetter
        | Mark::DecadeBefore
        | Mark::YearBefore
        | Mark::OfTheDay => Role::Opens(Openings::DATE),
        Mark::The
        | Mark::In
        | Mark::Of
        | Mark::To
        | Mark::At
        | Mark::From
        | Mark::For
        | Mark::Between
        | Mark::Around
        | Mark::JustBefore
        | Mark::JustAfter
        | Mark::Since
        | Mark::Until
        | Mark::Before
        | Mark::After
        | Mark::Within
        | Mark::AgoBefore
        | Mark::Coming
        | Mark::LaterBefore
        | Mark::FirstUnits
        | Mark::LastUnits
        | Mark::Last
        | Mark::Next
        | Mark::LastButOne
        | Mark::NextButOne
        | Mark::This
        | Mark::Recent
        | Mark::Previous
        | Mark::Following => Role::Leads,
        _ => Role::Neither,
    }
}
