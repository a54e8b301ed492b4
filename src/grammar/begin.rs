//! Where a mention can begin: one pass from the end of a sentence to its beginning, before any production runs.
//!
//! A token opens a mention by what it is ("157", "venerdì", "half"), or leads to a token that does ("tra il 3",
//! "fino a circa 40", "last week"). Most tokens of a text do neither and are never parsed.

use super::names::may_be_address;
use super::numeral::vulgar;
use super::roman::{is_roman, roman_letters};
use crate::lex::{Case, Token, TokenKind, fold};
use crate::rules::{Atom, Mark, NumeralWord, Sense};
use crate::text::{Passage, Tag};
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
    /// A figure that may be the hour of a time of day.
    pub const HOUR: Self = Self(32);

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
    // Whether a word for a time stands here, or behind words that can join it to a figure before them.
    let mut dated = vec![false; tokens.len()];
    for offset in (0..tokens.len()).rev() {
        let at = range.start + offset;
        let rest = tokens.get(offset..).unwrap_or_default();
        let tags = passage.tags(at);
        let (mut own, mut led) = (of_token(passage, at, rest), Openings::NONE);
        let mut tells_time = false;
        for tag in tags {
            let next = found.get(offset + usize::from(tag.len)).copied().unwrap_or_default();
            match of_sense(&tag.sense) {
                Role::Opens(kind) => own = own.with(kind),
                Role::Leads => led = led.with(next.without(Openings::NAME)),
                Role::Neither => {}
            }
            // "alle 15", "nach 3": an hour that nothing else makes one.
            if before_hours(&tag.sense) && next.has(&[Openings::FIGURE]) {
                led = led.with(Openings::CLOCK);
                tells_time = true;
            }
            tells_time |= is_time(&tag.sense) || (before_minutes(&tag.sense) && next.has(&[Openings::FIGURE]));
        }
        let ahead = |len: u8| dated.get(offset + usize::from(len)).copied().unwrap_or_default();
        let behind = ahead(1) || tags.iter().any(|tag| ahead(tag.len));
        let year = is_like_a_year(passage, at, rest);
        let digits = are_joined_digits(passage, at, rest) || names_a_month_by_number(passage, at, rest);
        // A figure may be a day, a year, how far away a day is, or an hour, as what follows it says.
        if own.has(&[Openings::FIGURE, Openings::RANK]) {
            if behind || digits || year {
                own = own.with(Openings::DATE);
            }
            if behind || digits {
                own = own.with(Openings::HOUR);
            }
        }
        if let Some(slot) = found.get_mut(offset) {
            *slot = own.with(led);
        }
        if let Some(slot) = dated.get_mut(offset) {
            *slot = tells_time || digits || year || (behind && joins(passage, at, tags));
        }
    }
    found
}

/// Whether a token can stand between a figure and the word for a time that it belongs to: "4 e il 22 marzo".
fn joins(passage: &Passage<'_>, at: usize, tags: &[Tag]) -> bool {
    let joining = |sense: &Sense| {
        matches!(
            sense,
            Sense::Mark(_)
                | Sense::Hedge(_)
                | Sense::Minus
                | Sense::Ordinal(_)
                | Sense::Denominator(_)
                | Sense::Collective(_)
                | Sense::Indefinite(_)
        )
    };
    let is_other_word = passage.tokens.get(at).is_some_and(|token| token.is_word() && !token.glued);
    !is_other_word
        || passage.numeral(at).is_some()
        || tags.iter().any(|tag| joining(&tag.sense))
        || is_rank(passage, at)
}

/// A year without any other word: four digits, "duemiladiciotto", "nineteen seventy-two".
fn is_like_a_year(passage: &Passage<'_>, at: usize, rest: &[Token]) -> bool {
    let Some((token, after)) = rest.split_first() else { return false };
    if token.kind == TokenKind::Digits {
        return token.span.end - token.span.start == 4;
    }
    let high = |atom: &Atom| matches!(atom, Atom::Hundred | Atom::Hundreds(_) | Atom::Scale(_));
    let hyphen = usize::from(after.first().is_some_and(|next| !next.is_word()));
    match passage.numeral(at).map(|tagged| &tagged.word) {
        Some(NumeralWord::Cardinal(atoms)) => atoms.iter().any(high) || passage.numeral(at + 1 + hyphen).is_some(),
        _ => false,
    }
}

/// "14/03", "9.30", "2026-03", "14h30"
fn are_joined_digits(passage: &Passage<'_>, at: usize, rest: &[Token]) -> bool {
    let [first, mark, second, ..] = rest else { return false };
    // Three digits are thousands or decimals.
    if first.kind != TokenKind::Digits || second.kind != TokenKind::Digits || second.span.end - second.span.start == 3 {
        return false;
    }
    let style = &passage.language.style;
    match mark.kind {
        TokenKind::Mark(mark) => matches!(mark, '/' | '.' | '-' | '–') || style.clock.contains(&mark) || mark == ':',
        TokenKind::Word => style.clock_letters.iter().any(|letter| *letter == fold(passage.word(at + 1))),
        TokenKind::Digits => false,
    }
}

/// "17 del 11": a month by its number.
fn names_a_month_by_number(passage: &Passage<'_>, at: usize, rest: &[Token]) -> bool {
    let short = |token: &Token| token.kind == TokenKind::Digits && token.span.end - token.span.start <= 2;
    match rest {
        [first, _, third, ..] => short(first) && short(third) && passage.marks(at + 1).contains(Mark::DateJoin),
        _ => false,
    }
}

/// Words for days, months, years and other lengths of time.
fn is_of_date(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Month(_)
            | Sense::Weekday(_)
            | Sense::Day(_)
            | Sense::StoryDay(_)
            | Sense::Season(_)
            | Sense::Feast(_)
            | Sense::Decade(_)
            | Sense::Century(_)
            | Sense::TimeUnit(_)
            | Sense::PartOfUnit(..)
    )
}

/// Words that by themselves make a number beside them a time.
fn is_time(sense: &Sense) -> bool {
    match sense {
        Sense::DayPart(_) | Sense::Zone(_) => true,
        sense if is_of_date(sense) => true,
        Sense::Mark(mark) => matches!(
            mark,
            Mark::Oclock
                | Mark::Am
                | Mark::Pm
                | Mark::AtNight
                | Mark::Noon
                | Mark::Midnight
                | Mark::QuarterPast
                | Mark::HalfPast
                | Mark::HalfTo
                | Mark::ThreeQuartersPast
                | Mark::QuarterTo
                | Mark::NightBefore
                | Mark::YearBefore
                | Mark::DecadeBefore
                | Mark::DecadeAfter
                | Mark::CenturyAfter
                | Mark::CenturyBefore
                | Mark::Halves
                | Mark::QuarterLetter
                | Mark::HalfLetter
                | Mark::WeekOf
                | Mark::OfTheDay
                | Mark::Onwards
        ),
        _ => false,
    }
}

/// Words that join minutes to their hour: "le sette e venti", "twenty past seven".
fn before_minutes(sense: &Sense) -> bool {
    matches!(sense, Sense::Mark(Mark::MinutesPast | Mark::MinutesTo | Mark::MinutesPastWord | Mark::MinutesToWord))
}

/// Words after which a bare figure can be an hour.
fn before_hours(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Mark(
            Mark::At
                | Mark::Around
                | Mark::JustBefore
                | Mark::JustAfter
                | Mark::After
                | Mark::Before
                | Mark::Until
                | Mark::Within
                | Mark::Since
        )
    )
}

/// What a token opens by its characters; `rest` begins with it.
fn of_token(passage: &Passage<'_>, at: usize, rest: &[Token]) -> Openings {
    let Some((token, after)) = rest.split_first() else { return Openings::NONE };
    let digits_follow =
        |glued: bool| after.first().is_some_and(|next| next.kind == TokenKind::Digits && (next.glued || !glued));
    let by_kind = match token.kind {
        TokenKind::Digits => Openings::FIGURE.with(Openings::NAME),
        // "und" stands inside numerals and begins none.
        TokenKind::Word if passage.numeral(at).is_some_and(|tagged| tagged.word.only_joins()) => Openings::NAME,
        TokenKind::Word if passage.numeral(at).is_some() => Openings::FIGURE.with(Openings::NAME),
        TokenKind::Word if token.case != Case::Lower && is_rank(passage, at) => Openings::RANK,
        TokenKind::Mark(mark) if vulgar(mark).is_some() => Openings::FIGURE,
        TokenKind::Mark('-' | '−' | '–') if !token.glued && digits_follow(false) => Openings::FIGURE,
        TokenKind::Mark('-' | '−' | '–') if digits_follow(true) && after_bracket(passage, at) => Openings::FIGURE,
        TokenKind::Mark('.' | ',') if !token.glued && digits_follow(true) => Openings::FIGURE,
        TokenKind::Mark('-' | '−') if digits_follow(true) && after_currency(passage, at) => Openings::FIGURE,
        _ => Openings::NONE,
    };
    if may_be_address(rest) { by_kind.with(Openings::NAME) } else { by_kind }
}

/// "XIX", "XIXe"
fn is_rank(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    let marked = |suffix: &str| passage.language.style.ordinal_marks.iter().any(|mark| mark == suffix);
    is_roman(word)
        || word.split_at_checked(roman_letters(word)).is_some_and(|(numeral, mark)| !numeral.is_empty() && marked(mark))
}

/// "1(-90": whether an opening bracket stands right before a token.
fn after_bracket(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|before| passage.tokens.get(before)).is_some_and(|token| token.is('('))
}

/// "$-99": whether the sign of a currency stands right before a token.
fn after_currency(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| passage.tags(before).iter().any(|tag| matches!(tag.sense, Sense::Currency(_))))
}

enum Role {
    Opens(Openings),
    /// Stands before what opens a mention and belongs to it.
    Leads,
    Neither,
}

fn of_sense(sense: &Sense) -> Role {
    match sense {
        Sense::Collective(_) | Sense::Indefinite(_) | Sense::Denominator(_) | Sense::AgeDecade(_) => {
            Role::Opens(Openings::FIGURE)
        }
        Sense::Ordinal(_) => Role::Opens(Openings::RANK),
        Sense::DayPart(_) => Role::Opens(Openings::CLOCK),
        sense if is_of_date(sense) => Role::Opens(Openings::DATE),
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
        | Mark::CenturyBefore
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
