//! Dates as the words give them, before anybody says which day that is.

mod absolute;
mod beside;
mod century;
mod digits;
mod moments;
mod part;
mod range;
mod relative;
mod within;
mod year;
mod years;

use super::age::is_human;
use super::begin::Openings;
use super::clock::{clock, clock_range, daypart, within_part};
use super::figure::{Figure, Form, figure};
use super::input::ends_with_mark;
use super::input::{Parsed, Tokens, any_mark, dash, digits, glued_char, glued_digits, mark, sense, stands_alone};
use super::memo::{once, where_opens};
use super::numeral::{numeral, skip_hyphen};
use super::ordinal::rank_in_words;
use super::roman::roman;
use crate::lex::{Case, TokenKind};
use crate::rules::{DateOrder, Mark, MarkSet, Sense, TimeUnit, WordClass};
use crate::value::{ClockSpan, MINUTES_PER_DAY, Number, PartialDate, Reach, add_days};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};

use absolute::*;
pub use beside::part_beside;
use century::*;
pub use digits::spaced_day;
use digits::*;
pub use moments::moments;
use part::*;
pub use part::{named_part, ordinal_rank};
pub use range::easter;
use range::*;
use relative::*;
pub use relative::{part_of_last_word, part_of_relative_day};
use within::*;
use year::*;
use years::*;

/// A date as it was said.
#[derive(Debug, Clone, PartialEq)]
pub enum DateExpr {
    /// "giovedì 4 febbraio", "ottobre 2025", "nel 2021"
    Partial(PartialDate),
    /// "ieri": days from the day of writing.
    Day(i64),
    /// "il giorno dopo": days from the story's last day.
    StoryDay(i64),
    /// "giovedì scorso"
    Weekday(Weekday, Direction),
    /// "ottobre scorso", "next May", "il 30 gennaio scorso": a month or a day of it, without its year.
    Directed(PartialDate, Direction),
    /// "il mese scorso": calendar units from the one that holds the day of writing.
    Unit(TimeUnit, i64),
    /// "il mese successivo": calendar units from the one that holds the story's last day.
    StoryUnit(TimeUnit, i64),
    /// "tre giorni fa", "un mese e due giorni dopo", "two days before Christmas"
    Shift {
        /// How far.
        length: Length,
        /// Forwards or backwards.
        forward: bool,
        /// From which day.
        from: Origin,
    },
    /// "negli ultimi tre mesi", "nei prossimi due anni", "entro i prossimi cinque giorni"
    Stretch {
        /// How long.
        length: Length,
        /// After that day rather than before it.
        forward: bool,
        /// From which day.
        from: Origin,
    },
    /// "for 10 days from 18 December": from a day on for so long.
    Lasting(Box<DateExpr>, Length),
    /// "the three months to June": so long up to the end of a day or a month.
    Leading(Length, Box<DateExpr>),
    /// "all'inizio di ottobre 2025"
    Part(Part, Box<DateExpr>),
    /// "dal 4 al 22", both ends included.
    Range(Box<DateExpr>, Box<DateExpr>),
    /// "dal 2022", "da ottobre"
    Since(Box<DateExpr>),
    /// "fino al 2030"
    Until(Box<DateExpr>),
    /// "prima del 2020", "entro giugno"
    Before(Box<DateExpr>),
    /// "dopo il 2020"
    After(Box<DateExpr>),
    /// A season, by index, in a year or relative to this one.
    Season(u16, Option<i16>, Option<i64>),
    /// A feast, by index.
    Feast(u16, Option<i16>),
    /// "terzo trimestre 2025", by number in the year.
    Fraction(TimeUnit, u32, Option<Box<DateExpr>>),
    /// "anni Novanta": first year, or its last two digits.
    Decade(i16),
    /// "XX secolo"
    Century(i16),
    /// "la settimana del 6 ottobre"
    WeekOf(Box<DateExpr>),
    /// "il 20 del mese prossimo"
    DayOf(i8, Box<DateExpr>),
    /// "giugno dell'anno scorso", "il 3 marzo di due anni fa": a day or month of the year that the second names.
    InYear(PartialDate, Box<DateExpr>),
    /// "il primo lunedì di maggio", "l'ultima settimana di luglio": a rank, counted from the end below zero.
    Nth(i64, NthUnit, Box<DateExpr>),
}

impl DateExpr {
    /// Whether it is a year, told from the day of writing: "l'anno scorso", "due anni fa".
    fn names_a_year(&self) -> bool {
        match self {
            Self::Unit(unit, _) | Self::StoryUnit(unit, _) => *unit == TimeUnit::Year,
            Self::Shift { length, from: Origin::Written, .. } => length.iter().all(|(_, unit)| *unit == TimeUnit::Year),
            _ => false,
        }
    }

    /// Whether it is a single day, or ends on one.
    fn names_a_day(&self) -> bool {
        match self {
            Self::Partial(partial) => partial.day.is_some(),
            Self::Day(_) | Self::StoryDay(_) | Self::Weekday(..) | Self::Feast(..) | Self::DayOf(..) => true,
            Self::Shift { .. } => true,
            Self::Unit(unit, _) => *unit <= TimeUnit::Night,
            Self::Nth(_, unit, _) => !matches!(unit, NthUnit::Week | NthUnit::Month | NthUnit::Half),
            Self::InYear(day, _) | Self::Directed(day, _) => day.day.is_some(),
            Self::Since(day) | Self::Until(day) | Self::Before(day) | Self::After(day) => day.names_a_day(),
            _ => false,
        }
    }
}

/// A length of time in units of the calendar, each with how many of them: "1 month and 21 days".
pub type Length = Vec<(Number, TimeUnit)>;

/// The day from which a length of time is counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// "tre giorni fa": the day of writing.
    Written,
    /// "tre giorni dopo": the story's last day.
    Story,
    /// "tre giorni dopo Pasqua"
    Date(Box<DateExpr>),
}

/// What is counted through within a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NthUnit {
    /// Days.
    Day,
    /// Weeks from Monday, of which most days lie inside.
    Week,
    /// Calendar months: "il terzo mese del 2017".
    Month,
    /// Halves of a month, the second from the 16th on, or of a year: "la première quinzaine d'avril".
    Half,
    /// One day of the week.
    Weekday(Weekday),
}

/// Which of the days of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Nobody says: news looks back unless the tense looks forward.
    Plain,
    /// "scorso"
    Last,
    /// "prossimo"
    Next,
    /// "questo"
    This,
    /// "vorletzter": the one before the last.
    LastButOne,
    /// "übernächster": the one after the next.
    NextButOne,
    /// "precedente": before the story's last day.
    Preceding,
    /// "successivo": after the story's last day.
    Following,
}

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// "inizio"
    Start,
    /// "metà"
    Middle,
    /// "fine"
    End,
    /// "i primi mesi", "i primi tre giorni": so many units from the beginning.
    First(TimeUnit, Option<i64>),
    /// "gli ultimi giorni"
    Last(TimeUnit, Option<i64>),
    /// "earlier this year": up to the day of writing.
    SoFar,
    /// "later this month", "il resto dell'anno": from the day of writing.
    Rest,
}

/// A date with the time of day that stood beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// The date.
    pub expr: DateExpr,
    /// The time of day; beside more than one day it begins on the first and ends on the last of them.
    pub clock: Option<ClockSpan>,
    /// "intorno al 6 gennaio"
    pub approximate: bool,
}

/// A date, alone or with a time of day before or after it.
pub fn date(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, around) = opt(mark(Mark::Around)).parse(input)?;
    let bare = any_date(rest).ok();
    let after_article = any_mark(&[Mark::The, Mark::In])(rest).and_then(|(rest, _)| any_date(rest)).ok();
    // "un mese fa" needs its article as a number, "il 6 gennaio" does not.
    let longer = |a: &(Tokens<'_>, DateExpr), b: &(Tokens<'_>, DateExpr)| a.0.position() >= b.0.position();
    let (rest, expr) = match (bare, after_article) {
        (Some(bare), Some(after)) => {
            if longer(&bare, &after) {
                bare
            } else {
                after
            }
        }
        (Some(found), None) | (None, Some(found)) => found,
        (None, None) => return input.refuse(),
    };
    // A time of day belongs to a day: "next month at 6pm" says two things.
    let (rest, clock) = if expr.names_a_day() { opt(clock_after).parse(rest)? } else { (rest, None) };
    let (rest, expr) = match clock {
        Some(_) => year_after_clock(rest, expr),
        None => (rest, expr),
    };
    let (expr, clock) = match clock {
        Some(clock) => moment(expr, clock),
        None => (expr, None),
    };
    Ok((rest, DateMention { expr, clock, approximate: around.is_some() }))
}

/// "Wed Oct 26 15:50:06 2016": a year that stands behind the time and counts nothing.
fn year_after_clock(rest: Tokens<'_>, expr: DateExpr) -> (Tokens<'_>, DateExpr) {
    match (expr, year(rest)) {
        (DateExpr::Partial(date @ PartialDate { year: None, day: Some(_), .. }), Ok((after, year)))
            if stands_alone(after) =>
        {
            (after, DateExpr::Partial(PartialDate { year: Some(year), ..date }))
        }
        (expr, _) => (rest, expr),
    }
}

/// "before Tuesday at noon": the day loses its open side to the time.
fn moment(expr: DateExpr, clock: ClockSpan) -> (DateExpr, Option<ClockSpan>) {
    // "by Monday night" ends with the night.
    if clock.nominal_seconds.is_none() {
        return (expr, Some(clock));
    }
    match expr {
        DateExpr::Before(day) => (*day, Some(clock.reaching(Reach::Before))),
        DateExpr::After(day) => (*day, Some(clock.reaching(Reach::After))),
        DateExpr::Until(day) => (*day, Some(clock.reaching(Reach::Until))),
        DateExpr::Since(day) => (*day, Some(clock.reaching(Reach::Since))),
        other => (other, Some(clock)),
    }
}

/// What a date can begin with.
pub const OPENS_DATE: [Openings; 1] = [Openings::DATE];

fn any_date(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "depois de amanhã" is one word for a day and no "after".
    where_opens(input, &OPENS_DATE, |input| {
        once(|memo| &memo.dates, input, |input| alt((relative_day, range, open_end, and_later, single)).parse(input))
    })
}

/// A time of day and then its date: "alle 15 di ieri", "3am on Sunday".
pub fn time_and_date(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    alt((night_before, part_beside, single_moment)).parse(input)
}

/// "alle 15 di ieri"
fn single_moment(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, clock) = time_of_day(input)?;
    let day = |rest| {
        let (rest, _) = opt(alt((comma_or_stop, date_joiner))).parse(rest)?;
        let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
        let named_part = part_of_relative_day(rest);
        let (rest, expr) = day_like(rest)?;
        Ok((rest, (named_part, expr)))
    };
    // "8pm in the evening, on Sunday"
    let late_day = |rest| {
        let (rest, part) = daypart(rest)?;
        let (rest, (_, expr)) = day(rest)?;
        Ok((rest, (Some(part), expr)))
    };
    let (rest, (named_part, expr)) = day(rest).or_else(|_: nom::Err<_>| late_day(rest))?;
    let (rest, later_part) = opt(daypart).parse(rest)?;
    let clock = named_part.or(later_part).map_or(clock, |part| within_part(clock, part));
    Ok((rest, DateMention { expr, clock: Some(clock), approximate: false }))
}

/// "in der Nacht zum Freitag": the night that ends in the morning of the day that is named.
fn night_before(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, _) = opt(any_mark(&[Mark::In, Mark::The])).parse(input)?;
    let (rest, ()) = mark(Mark::NightBefore)(rest)?;
    let (rest, expr) = day_like(rest)?;
    let night = ClockSpan::stretch(NIGHT_BEGINS - MINUTES_PER_DAY, NIGHT_ENDS);
    // "in der Nacht zum Freitag gegen 3.30 Uhr" is in the morning of that day.
    let (after, hour) = opt(clock).parse(rest)?;
    match hour.filter(|hour| hour.nominal_seconds.is_some() && (0..=NIGHT_ENDS).contains(&hour.from)) {
        Some(hour) => Ok((after, DateMention { expr, clock: Some(hour), approximate: false })),
        None => Ok((rest, DateMention { expr, clock: Some(night), approximate: false })),
    }
}

/// First and last minute of a night, each on its own day.
const NIGHT_BEGINS: i32 = 20 * 60;
const NIGHT_ENDS: i32 = 6 * 60;

fn date_joiner(input: Tokens<'_>) -> Parsed<'_, ()> {
    any_mark(&[Mark::DateJoin, Mark::In, Mark::Of, Mark::On])(input).map(|(rest, _)| (rest, ()))
}

fn clock_after(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    // "2026-03-14T12:30"
    let iso = input.word(0) == "T"
        && input.first().is_some_and(|token| token.glued)
        && input.nth(1).is_some_and(|token| token.glued);
    let input = if iso { input.skip(1) } else { input };
    let rest = comma_or_stop(input).map_or(input, |(rest, ())| rest);
    time_of_day(input).or_else(|_| alt((clock_stretch, clock)).parse(rest))
}

/// "alle 9", "dalle 9 alle 11", "in mattinata", "in the morning at 9"
fn time_of_day(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    alt((clock_stretch, clock_in_part, clock, daypart)).parse(input)
}

fn clock_stretch(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, (from, to)) = clock_range(input)?;
    let half_day_open = from.half_day_open && to.half_day_open;
    Ok((rest, ClockSpan { half_day_open, ..ClockSpan::stretch(from.from, to.from) }))
}

pub fn clock_in_part(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, part) = daypart(input)?;
    let (rest, _) = opt(comma_or_stop).parse(rest)?;
    let (rest, time) = alt((clock_stretch, clock)).parse(rest)?;
    Ok((rest, within_part(time, part)))
}

fn day_like(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    once(
        |memo| &memo.days,
        input,
        |input| {
            let in_digits = alt((numeric, day_and_month_in_digits, spaced_day));
            alt((in_digits, nth_of, absolute, weekday_and_day, relative_day, weekday_expr)).parse(input)
        },
    )
}

fn single(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    once(|memo| &memo.single_dates, input, read_single)
}

fn read_single(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    alt((
        alt((fraction_of_year, week_of, nth_of, day_of, weekday_in_week, part_of_unit, part_of)),
        alt((numeric, numeric_month, day_and_month_in_digits, spaced_day, spaced_month, day_of_numbered_month)),
        absolute,
        weekday_and_day,
        relative_day,
        alt((weekdays_away, shifted)),
        alt((story_stretch, stretch)),
        season,
        feast,
        alt((relative_unit, plain_weekend)),
        weekday_expr,
        decade,
        century,
        month_year,
        year_alone,
    ))
    .parse(input)
}
