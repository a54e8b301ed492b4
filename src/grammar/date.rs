//! Dates as the words give them, before anybody says which day that is.

use super::clock::{clock, clock_range, daypart, within_part};
use super::figure::{Figure, Form, figure};
use super::input::{Parsed, Tokens, any_mark, dash, digits, glued_char, glued_digits, mark, sense};
use super::numeral::rank_in_words;
use super::quantity::ends_with_mark;
use super::roman::roman;
use crate::lex::{Case, TokenKind};
use crate::rules::{DateOrder, Mark, Sense, TimeUnit, WordClass};
use crate::value::{ClockSpan, MINUTES_PER_DAY, Number, PartialDate, add_days};
use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};

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
    /// "il mese scorso": calendar units from the one that holds the day of writing.
    Unit(TimeUnit, i64),
    /// "tre giorni fa", "due mesi dopo"
    Shift {
        /// How many.
        amount: Number,
        /// Of what.
        unit: TimeUnit,
        /// Forwards or backwards.
        forward: bool,
        /// Counted from the story's last day rather than the day of writing.
        from_story: bool,
    },
    /// "negli ultimi tre mesi", "nei prossimi due anni"
    Stretch {
        /// How many; some, where nobody says.
        amount: Option<Number>,
        /// Of what.
        unit: TimeUnit,
        /// After the day of writing rather than before it.
        forward: bool,
    },
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
    /// "il primo lunedì di maggio", "l'ultima settimana di luglio": a rank, counted from the end below zero.
    Nth(i64, NthUnit, Box<DateExpr>),
}

impl DateExpr {
    /// Whether it is a single day, or ends on one.
    fn names_a_day(&self) -> bool {
        match self {
            Self::Partial(partial) => partial.day.is_some(),
            Self::Day(_) | Self::StoryDay(_) | Self::Weekday(..) | Self::Feast(..) | Self::DayOf(..) => true,
            Self::Unit(unit, _) | Self::Shift { unit, .. } => {
                *unit <= TimeUnit::Night || matches!(self, Self::Shift { .. })
            }
            Self::Nth(_, unit, _) => !matches!(unit, NthUnit::Week),
            Self::Since(day) | Self::Until(day) | Self::Before(day) | Self::After(day) => day.names_a_day(),
            _ => false,
        }
    }
}

/// What is counted through within a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NthUnit {
    /// Days.
    Day,
    /// Weeks from Monday, of which most days lie inside.
    Week,
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
    /// "later this month", "il resto dell'anno": from the day after the day of writing.
    Rest,
}

/// A date with the time of day that stood beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// The date.
    pub expr: DateExpr,
    /// The time of day.
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
    Ok((rest, DateMention { expr, clock, approximate: around.is_some() }))
}

fn any_date(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "depois de amanhã" is one word for a day and no "after".
    alt((relative_day, range, open_end, single)).parse(input)
}

/// A time of day and then its date: "alle 15 di ieri", "3am on Sunday".
pub fn time_and_date(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    if let Ok(found) = night_before(input) {
        return Ok(found);
    }
    let (rest, clock) = time_of_day(input)?;
    let (rest, _) = opt(alt((comma_or_stop, date_joiner))).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let named_part = part_of_relative_day(rest);
    let (rest, expr) = day_like(rest)?;
    let (rest, later_part) = opt(daypart).parse(rest)?;
    let clock = named_part.or(later_part).map_or(clock, |part| within_part(clock, part));
    Ok((rest, DateMention { expr, clock: Some(clock), approximate: false }))
}

/// "in der Nacht zum Freitag": the night that ends in the morning of the day that is named.
fn night_before(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, _) = opt(any_mark(&[Mark::In, Mark::The])).parse(input)?;
    let (rest, ()) = mark(Mark::NightBefore)(rest)?;
    let (rest, expr) = day_like(rest)?;
    let clock = ClockSpan::stretch(NIGHT_BEGINS - MINUTES_PER_DAY, NIGHT_ENDS);
    Ok((rest, DateMention { expr, clock: Some(clock), approximate: false }))
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
    let (rest, time) = clock(rest)?;
    Ok((rest, within_part(time, part)))
}

fn day_like(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    alt((numeric, day_and_month_in_digits, absolute, relative_day, weekday_expr)).parse(input)
}

fn single(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    alt((
        alt((fraction_of_year, week_of, nth_of, day_of, weekday_in_week, part_of)),
        alt((numeric, numeric_month, day_and_month_in_digits)),
        absolute,
        weekday_and_day,
        relative_day,
        shifted,
        stretch,
        season,
        feast,
        relative_unit,
        weekday_expr,
        decade,
        century,
        month_year,
        year_alone,
    ))
    .parse(input)
}

// ---- dates within longer times

/// "il primo lunedì di maggio", "the last week of July", "l'ultimo giorno dell'anno"
fn nth_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, rank) = alt((rank_from_start, rank_from_end)).parse(input)?;
    let (rest, unit) = alt((nth_weekday, nth_unit)).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of, Mark::In])).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, whole) = alt((month_year, sure_month, relative_unit, plain_year)).parse(rest)?;
    Ok((rest, DateExpr::Nth(rank, unit, Box::new(whole))))
}

/// A month where nothing else can stand, abbreviated or not: "the first week of Oct".
fn sure_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, month) = month(input)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, DateExpr::Partial(PartialDate { year, month: Some(month), day: None, weekday: None })))
}

fn rank_from_start(input: Tokens<'_>) -> Parsed<'_, i64> {
    ordinal_rank(input).map(|(rest, rank)| (rest, i64::from(rank)))
}

fn rank_from_end(input: Tokens<'_>) -> Parsed<'_, i64> {
    any_mark(&[Mark::LastUnits, Mark::Last])(input).map(|(rest, _)| (rest, -1))
}

fn nth_weekday(input: Tokens<'_>) -> Parsed<'_, NthUnit> {
    weekday(input).map(|(rest, weekday)| (rest, NthUnit::Weekday(weekday)))
}

fn nth_unit(input: Tokens<'_>) -> Parsed<'_, NthUnit> {
    if is_many(input) {
        return input.refuse();
    }
    match time_unit(input)? {
        (rest, TimeUnit::Day) => Ok((rest, NthUnit::Day)),
        (rest, TimeUnit::Week) => Ok((rest, NthUnit::Week)),
        _ => input.refuse(),
    }
}

/// Whether the unit here stands in the plural.
fn is_many(input: Tokens<'_>) -> bool {
    input.has(|sense| *sense == Sense::Mark(Mark::ManyUnits))
}

/// "la settimana del 6 ottobre", "the week of October 6"
fn week_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, ()) = mark(Mark::WeekOf)(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, day) = alt((numeric, absolute)).parse(rest)?;
    Ok((rest, DateExpr::WeekOf(Box::new(day))))
}

/// "il 20 del mese prossimo", "the 15th of this month"
fn day_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, day) = day_of_month(input)?;
    let rest = match time_unit(rest) {
        Ok((after, TimeUnit::Day)) => after,
        Ok(_) => return input.refuse(),
        Err(_) => rest,
    };
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    match relative_unit(rest)? {
        (rest, month @ DateExpr::Unit(TimeUnit::Month, _)) => Ok((rest, DateExpr::DayOf(day, Box::new(month)))),
        _ => input.refuse(),
    }
}

/// "mercoledì della prossima settimana", "next week on Tuesday"
fn weekday_in_week(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let within = |weekday, week| DateExpr::Nth(1, NthUnit::Weekday(weekday), Box::new(week));
    if let Ok((rest, week)) = relative_week(input) {
        let (rest, _) = opt(comma_or_stop).parse(rest)?;
        let (rest, _) = opt(any_mark(&[Mark::On, Mark::DateJoin, Mark::The])).parse(rest)?;
        let (rest, weekday) = weekday(rest)?;
        return Ok((rest, within(weekday, week)));
    }
    let (rest, weekday) = weekday(input)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, week) = relative_week(rest)?;
    Ok((rest, within(weekday, week)))
}

fn relative_week(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    match relative_unit(input)? {
        (rest, week @ DateExpr::Unit(TimeUnit::Week, _)) => Ok((rest, week)),
        _ => input.refuse(),
    }
}

/// "venerdì 15", "Friday the 15th", "sexta-feira (15)", "no dia 15": a day whose month nobody names.
fn weekday_and_day(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, weekday) = opt(weekday_before).parse(input)?;
    if weekday.is_some()
        && let Ok((rest, day)) = day_in_brackets(rest)
    {
        return Ok((rest, DateExpr::Partial(PartialDate { weekday, day: Some(day), ..PartialDate::default() })));
    }
    let rest = if weekday.is_some() { rest } else { mark(Mark::OfTheDay)(rest)?.0 };
    let (rest, day) = day_of_month(rest)?;
    let counts = rest.first().is_some_and(|token| match token.kind {
        TokenKind::Word => {
            !rest.has(|sense| matches!(sense, Sense::Mark(_) | Sense::DayPart(_) | Sense::Concept(_, WordClass::Verb)))
        }
        TokenKind::Digits => true,
        TokenKind::Mark(mark) => !matches!(mark, ',' | '.' | ';' | ')' | '!' | '?' | '"' | '»' | '”'),
    });
    // "Thursday 1 pm" tells the time.
    let hour = any_mark(&[Mark::Am, Mark::Pm, Mark::Oclock])(rest).is_ok();
    if counts || hour {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { weekday, day: Some(day), ..PartialDate::default() })))
}

/// "(15)" right after a weekday.
fn day_in_brackets(input: Tokens<'_>) -> Parsed<'_, i8> {
    if !input.first().is_some_and(|token| token.is('(')) || digits(input.skip(1)).is_err() {
        return input.refuse();
    }
    let (rest, day) = day_of_month(input.skip(1))?;
    if rest.first().is_some_and(|token| token.is(')')) { Ok((rest.skip(1), day)) } else { input.refuse() }
}

// ---- absolute dates

/// [weekday] day month [year], in either order of day and month.
fn absolute(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, weekday) = opt(weekday_before).parse(input)?;
    let (rest, (day, month)) = alt((day_month, month_day, shared_month)).parse(rest)?;
    let short = rest
        .before(1)
        .is_some_and(|token| token.is_word() && token.case == Case::Lower && token.span.end - token.span.start <= 3)
        && input.nth(1).is_some_and(|token| token.is_word() && !token.glued);
    let (rest, year) = opt(year_after).parse(rest)?;
    // "2 set" in a report on tennis is no day of September.
    let alone = input.before(1).is_none() && rest.first().is_none();
    let cued = year.is_some()
        || weekday.is_some()
        || alone
        || preceded_by_time_word(input)
        || ends_with_mark(input, Mark::The);
    if short && !cued {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { year, month: Some(month), day: Some(day), weekday })))
}

fn weekday_before(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, weekday) = weekday(input)?;
    let (rest, _) = opt(comma_or_stop).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::The, Mark::DateJoin, Mark::On])).parse(rest)?;
    Ok((rest, weekday))
}

fn comma_or_stop(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.first() {
        Some(token) if token.is(',') || (token.is('.') && token.glued) => Ok((input.skip(1), ())),
        _ => input.refuse(),
    }
}

fn day_month(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, day) = day_of_month(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, month) = month(rest)?;
    Ok((rest, (day, month)))
}

fn month_day(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    if !input.language().style.month_before_day {
        return input.refuse();
    }
    let (rest, month) = month(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, day) = day_of_month(rest)?;
    // "May 2026" is a month, "May 10,000" an amount.
    let more =
        rest.first().is_some_and(|token| token.glued && token.is(',')) && rest.nth(1).is_some_and(|token| token.glued);
    if more { input.refuse() } else { Ok((rest, (day, month))) }
}

/// "il 5 e il 12 marzo": the first day takes its month from the second.
fn shared_month(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, day) = day_of_month(input)?;
    let mut ahead = rest;
    for _ in 0..4 {
        let joined = comma_or_stop(ahead)
            .map(|(rest, ())| rest)
            .or_else(|_| any_mark(&[Mark::And, Mark::Or])(ahead).map(|(rest, _)| rest));
        let (next, _) = opt(any_mark(&[Mark::The, Mark::And])).parse(joined?)?;
        if let Ok((_, (_, month))) = day_month(next) {
            return Ok((rest, (day, month)));
        }
        ahead = day_of_month(next)?.0;
    }
    input.refuse()
}

/// 1–31 in digits, with the marks of an ordinal, or "primo"; 31 February stays as written.
fn day_of_month(input: Tokens<'_>) -> Parsed<'_, i8> {
    if let Ok((rest, text)) = digits(input) {
        let day = text.parse::<i8>().ok().filter(|day| (1..=31).contains(day) && text.len() <= 2);
        let Some(day) = day else { return input.refuse() };
        return Ok((ordinal_mark(rest), day));
    }
    let (rest, rank) = rank_in_words(input).or_else(|_| {
        let (rest, number) = super::numeral::numeral(input)?;
        match u32::try_from(number.value) {
            Ok(day) if number.scale.is_none() && (number.ambiguity.is_none() || before_month(rest)) => Ok((rest, day)),
            _ => input.refuse(),
        }
    })?;
    match i8::try_from(rank) {
        Ok(day) if (1..=31).contains(&day) => Ok((rest, day)),
        _ => input.refuse(),
    }
}

/// "uno de marzo": an article as a number is a day where a month follows.
fn before_month(rest: Tokens<'_>) -> bool {
    preceded(mark(Mark::DateJoin), month).parse(rest).is_ok()
}

/// Skips "º", "st", "." after the digits of a day.
fn ordinal_mark(rest: Tokens<'_>) -> Tokens<'_> {
    let style = &rest.language().style;
    let glued = rest.first().is_some_and(|token| token.glued);
    let word = rest.word(0).to_lowercase();
    if glued && style.ordinal_marks.contains(&word) {
        return rest.skip(1);
    }
    if glued && style.ordinal_full_stop && word == "." { rest.skip(1) } else { rest }
}

fn month(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, month) = sense(|sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    })(input)?;
    // The full stop of an abbreviation: "6 gen. 2026".
    let stop = rest.first().is_some_and(|token| token.glued && token.is('.'))
        && input.word(0).chars().count() <= 4
        && rest.nth(1).is_some();
    Ok((if stop { rest.skip(1) } else { rest }, month))
}

fn weekday(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, offset) = sense(|sense| match sense {
        Sense::Weekday(offset) => Some(*offset),
        _ => None,
    })(input)?;
    Weekday::from_monday_zero_offset(offset).map_or_else(|_| input.refuse(), |weekday| Ok((rest, weekday)))
}

/// [,] [of] year after a day and month.
fn year_after(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, _) = opt(comma_or_stop).parse(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, year) = year(rest)?;
    Ok((rest, year))
}

/// Four digits between 1000 and 2199 that nothing continues.
fn year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(input)?;
    let continued = pair(glued_char(|c| matches!(c, '.' | ',' | ':' | '\'')), glued_digits).parse(rest).is_ok()
        || rest.first().is_some_and(|token| token.glued && token.kind == TokenKind::Word);
    match text.parse::<i16>() {
        Ok(year) if text.len() == 4 && (1000..2200).contains(&year) && !continued => Ok((rest, year)),
        _ => input.refuse(),
    }
}

/// 14/03/2026, 14.3.26, 2026-03-14
fn numeric(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let separator = |c: char| matches!(c, '/' | '.' | '-' | '–');
    let (rest, first) = digits(input)?;
    let (rest, (mark, second)) = pair(glued_char(separator), glued_digits).parse(rest)?;
    let (rest, (_, third)) = pair(glued_char(move |c| c == mark), glued_digits).parse(rest)?;
    let more = pair(glued_char(|c| matches!(c, '/' | '.' | '-' | ',')), glued_digits).parse(rest).is_ok();
    let parts = [first, second, third].map(|part| part.parse::<i16>().unwrap_or(-1));
    let (year, month, day) = match (first.len(), third.len(), input.language().style.date_order) {
        (4, _, _) => (parts[0], parts[1], parts[2]),
        (1 | 2, 4 | 2, DateOrder::DayMonthYear) => (full_year(parts[2], third), parts[1], parts[0]),
        (1 | 2, 4 | 2, DateOrder::MonthDayYear) if parts[0] <= 12 => (full_year(parts[2], third), parts[0], parts[1]),
        (1 | 2, 4 | 2, DateOrder::MonthDayYear) => (full_year(parts[2], third), parts[1], parts[0]),
        _ => return input.refuse(),
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return input.refuse() };
    let likely = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
    if more || !likely {
        return input.refuse();
    }
    let date = PartialDate { year: Some(year), month: Some(month), day: Some(day), weekday: None };
    Ok((rest, DateExpr::Partial(date)))
}

/// 2026-03, 03/2026: a month in digits; "2010-12" is a range of years.
fn numeric_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = digits(input)?;
    let (rest, mark) = glued_char(|c| c == '/' || c == '-')(rest)?;
    let (rest, second) = glued_digits(rest)?;
    let more = rest.first().is_some_and(|token| token.glued && (token.is_word() || token.kind == TokenKind::Digits))
        || pair(glued_char(|c| matches!(c, '/' | '.' | '-' | ',')), glued_digits).parse(rest).is_ok();
    let alone = input.before(1).is_none() && rest.first().is_none();
    let (year, month) = match (first.len(), second.len()) {
        (4, 2) if mark == '-' => (first, second),
        (1 | 2, 4) | (4, 2) if alone || preceded_by_time_word(input) => {
            if first.len() == 4 {
                (first, second)
            } else {
                (second, first)
            }
        }
        _ => return input.refuse(),
    };
    let (Ok(year), Ok(month)) = (year.parse::<i16>(), month.parse::<i8>()) else { return input.refuse() };
    let range_of_years = mark == '-' && first.len() == 4 && i16::from(month) > year % 100;
    if more
        || range_of_years
        || !(1900..2200).contains(&year)
        || !(1..=12).contains(&month)
        || input.first().is_some_and(|token| token.glued)
    {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), month: Some(month), day: None, weekday: None })))
}

/// "21.09.", in languages that write ordinals with a full stop; both stops are needed.
fn day_and_month_in_digits(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let stop = || glued_char(|c| c == '.');
    let (rest, day) = digits(input)?;
    let (rest, (_, month)) = pair(stop(), glued_digits).parse(rest)?;
    let (rest, _) = stop()(rest)?;
    let continued = rest.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    let short = day.len() <= 2 && month.len() <= 2 && input.language().style.ordinal_full_stop;
    match (day.parse::<i8>(), month.parse::<i8>()) {
        (Ok(day @ 1..=31), Ok(month @ 1..=12)) if short && !continued => {
            Ok((rest, DateExpr::Partial(PartialDate { day: Some(day), month: Some(month), ..PartialDate::default() })))
        }
        _ => input.refuse(),
    }
}

/// Two digits of a year: up to 49 this century.
fn full_year(year: i16, text: &str) -> i16 {
    if text.len() == 4 {
        year
    } else if year < 50 {
        2000 + year
    } else {
        1900 + year
    }
}

/// "ottobre 2025", "nell'ottobre del 2025", "ottobre", "ottobre scorso"
fn month_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, of_month) = opt(month_word).parse(input)?;
    let (start, before) = opt(direction).parse(start)?;
    let (rest, month) = month(start)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    let (rest, after) = if year.is_none() && before.is_none() { opt(direction).parse(rest)? } else { (rest, None) };
    let numeral = start.numeral().is_some();
    let abbreviated = numeral || start.word(0).chars().count() <= 3;
    let directed = !numeral && (before.is_some() || after.is_some());
    let sure = year.is_some() || directed || of_month.is_some();
    let capital = start.first().is_some_and(|token| token.case == Case::Capital);
    let cued = preceded_by_time_word(input);
    let short = abbreviated && !(cued && capital && input.language().style.months_capitalised);
    if !sure
        && (short || (input.language().style.months_capitalised && !capital) || (start.has(is_other_word) && !cued))
    {
        return input.refuse();
    }
    let base = DateExpr::Partial(PartialDate { year, month: Some(month), day: None, weekday: None });
    Ok((
        rest,
        match before.or(after) {
            Some(Direction::Last) => DateExpr::Part(Part::Last(TimeUnit::Month, Some(0)), Box::new(base)),
            Some(Direction::Next) => DateExpr::Part(Part::First(TimeUnit::Month, Some(0)), Box::new(base)),
            _ => base,
        },
    ))
}

/// "mese di", "mes de": a month follows for sure.
fn month_word(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = sense(|sense| matches!(sense, Sense::TimeUnit(TimeUnit::Month)).then_some(()))(input)?;
    let (rest, _) = any_mark(&[Mark::Of, Mark::DateJoin])(rest)?;
    Ok((rest, ()))
}

fn is_other_word(sense: &Sense) -> bool {
    matches!(sense, Sense::Mark(_) | Sense::Concept(..))
}

fn preceded_by_time_word(input: Tokens<'_>) -> bool {
    [
        Mark::In,
        Mark::Since,
        Mark::Until,
        Mark::Of,
        Mark::From,
        Mark::To,
        Mark::DateJoin,
        Mark::Within,
        Mark::Before,
        Mark::After,
    ]
    .into_iter()
    .any(|mark| ends_with_mark(input, mark))
}

/// "nel 2021", "anno 2021": a year that the words around it make one.
fn year_alone(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, named) = opt(mark(Mark::YearBefore)).parse(input)?;
    let (rest, year) = year(start)?;
    let counted = rest.has(|sense| match sense {
        Sense::Unit(_) | Sense::Currency(_) | Sense::Percent | Sense::TimeUnit(_) => true,
        Sense::Concept(id, class) => {
            *class == crate::rules::WordClass::Noun
                && input.passage().rules.lexicon.get(*id).class == crate::rules::ConceptClass::Thing
        }
        _ => false,
    });
    let opens = input.before(1).is_some_and(|token| token.is('('));
    let recent = (1900..=2100).contains(&year);
    let cued = named.is_some()
        || preceded_by_time_word(input)
        || ends_with_mark(input, Mark::The)
        || ends_with_mark(input, Mark::Born)
        || (opens && recent);
    let nouns_capitalised = input.language().style.nouns_capitalised;
    // "Mondiali 2026", "(2025)": four bare digits of our times before no noun.
    let noun = rest.first().is_some_and(|token| token.is_word() && (token.case != Case::Lower) == nouns_capitalised)
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    let named_before =
        !nouns_capitalised && input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let bare = recent && (!noun || named_before) && !joined_to_figures(input, rest);
    if !(cued || bare) || (counted && named.is_none()) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })))
}

/// Whether signs around a number tie it to other figures: "2000-3000", "+2024", "2024%".
fn joined_to_figures(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let sign = |token: &crate::lex::Token| {
        !matches!(
            token.kind,
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Mark(
                    ',' | '.' | ';' | ':' | ')' | '(' | '!' | '?' | '"' | '»' | '«' | '”' | '“' | '’' | '…'
                )
        )
    };
    let before = input.first().is_some_and(|token| token.glued) && input.before(1).is_some_and(sign);
    before
        || rest.first().is_some_and(|token| (token.glued && sign(token)) || token.kind == TokenKind::Digits)
        || rest.number_word_follows()
}

// ---- relative dates

/// "Terradria Domani", "Sport del Lunedì": a capital inside a sentence, where such words have none, makes a name.
fn is_part_of_name(input: Tokens<'_>) -> bool {
    let capital = |back: usize| input.before(back).is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let opens = |back: usize| input.before(back + 1).is_none_or(|token| !token.is_word());
    let after_name = capital(1) && !opens(1);
    let of_name = capital(2) && ends_with_mark(input, Mark::Of);
    input.first().is_some_and(|token| token.case == Case::Capital) && (after_name || of_name)
}

fn relative_day(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if is_part_of_name(input) {
        return input.refuse();
    }
    let found = input.longest(|sense| match sense {
        Sense::Day(at) => input.language().days.get(usize::from(*at)).map(|day| DateExpr::Day(i64::from(day.offset))),
        Sense::StoryDay(offset) => Some(DateExpr::StoryDay(i64::from(*offset))),
        _ => None,
    });
    match found {
        Some((rest, expr)) if !capital_part_of_day(input, rest) => Ok((rest, expr)),
        _ => input.refuse(),
    }
}

/// "am Morgen": the noun for a part of the day, where "morgen" is a day.
fn capital_part_of_day(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let noun =
        input.first().is_some_and(|token| token.case == Case::Capital) && input.language().style.nouns_capitalised;
    let inside = input.before(1).is_some_and(|token| token.is_word() || token.kind == TokenKind::Digits);
    noun && inside && rest.position() == input.position() + 1 && input.has(|sense| matches!(sense, Sense::DayPart(_)))
}

/// The part of the day that the last word of a date names as well: "am Freitagabend".
pub fn part_of_last_word(rest: Tokens<'_>) -> Option<ClockSpan> {
    let tags = rest.passage().tags(rest.position().checked_sub(1)?);
    let weekday = tags.iter().any(|tag| matches!(tag.sense, Sense::Weekday(_)));
    let part = tags.iter().find_map(|tag| match tag.sense {
        Sense::DayPart(at) if weekday => rest.language().dayparts.get(usize::from(at)),
        _ => None,
    })?;
    Some(ClockSpan::stretch(part.from, part.to))
}

/// The part of the day that the word for a day names as well: "stasera".
pub fn part_of_relative_day(input: Tokens<'_>) -> Option<ClockSpan> {
    let (_, part) = input.longest(|sense| match sense {
        Sense::Day(at) => input.language().days.get(usize::from(*at))?.part,
        _ => None,
    })?;
    let part = input.language().dayparts.get(usize::from(part))?;
    Some(ClockSpan::stretch(part.from, part.to))
}

fn direction(input: Tokens<'_>) -> Parsed<'_, Direction> {
    let (rest, found) = any_mark(&[Mark::Last, Mark::Next, Mark::This, Mark::LastButOne, Mark::NextButOne])(input)?;
    Ok((
        rest,
        match found {
            Mark::Last => Direction::Last,
            Mark::Next => Direction::Next,
            Mark::LastButOne => Direction::LastButOne,
            Mark::NextButOne => Direction::NextButOne,
            _ => Direction::This,
        },
    ))
}

/// "giovedì", "giovedì scorso", "lo scorso giovedì"
fn weekday_expr(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction).parse(input)?;
    let abbreviated = rest.word(0).chars().count() <= 3;
    if !input.language().style.months_capitalised && is_part_of_name(rest) {
        return input.refuse();
    }
    // "na quinta", but "a quinta vez": an ordinal is a day only where a word for times shows it.
    let rank = rest.has(|sense| matches!(sense, Sense::Ordinal(_)));
    let (rest, weekday) = weekday(rest)?;
    let (rest, after) = if before.is_none() { opt(direction).parse(rest)? } else { (rest, None) };
    let rank = rank && (rest == input.skip(1)) && !(ends_with_mark(input, Mark::On) && stands_alone(rest));
    if (abbreviated || rank) && before.or(after).is_none() {
        return input.refuse();
    }
    Ok((rest, DateExpr::Weekday(weekday, before.or(after).unwrap_or(Direction::Plain))))
}

/// Whether no noun follows: the end, a mark, a verb, a function word.
fn stands_alone(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|token| !token.is_word())
        || rest.has(|sense| matches!(sense, Sense::Mark(_) | Sense::Concept(_, WordClass::Verb)))
}

/// "il mese scorso", "this year", "la prossima settimana"
fn relative_unit(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction).parse(input)?;
    // "les derniers mois": the plural may stand on the adjective alone.
    if is_many(rest) || (before.is_some() && is_many(input)) {
        return input.refuse();
    }
    let (rest, unit) = time_unit(rest)?;
    let (rest, after) = if before.is_none() { opt(direction).parse(rest)? } else { (rest, None) };
    let offset = match before.or(after) {
        Some(Direction::Last) => -1,
        Some(Direction::Next) => 1,
        Some(Direction::LastButOne) => -2,
        Some(Direction::NextButOne) => 2,
        Some(Direction::This) => 0,
        _ => return input.refuse(),
    };
    // "la prochaine journée d'action": a day is told as yesterday or tomorrow.
    let short = matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour);
    if short || (unit == TimeUnit::Day && offset != 0) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Unit(unit, offset)))
}

fn time_unit(input: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    sense(|sense| match sense {
        Sense::TimeUnit(unit) => Some(*unit),
        _ => None,
    })(input)
}

fn whole_amount(figure: &Figure) -> Option<Number> {
    let plain = matches!(figure.form, Form::Plain | Form::Collective);
    figure.nominal.filter(|value| plain && *value > Number::ZERO && *value < Number::from(10_000))
}

/// "tre giorni fa", "il y a trois jours", "due mesi dopo", "fra una settimana"
fn shifted(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, opener) = opt(any_mark(&[Mark::AgoBefore, Mark::Coming, Mark::LaterBefore])).parse(input)?;
    let (rest, figure) = figure(rest)?;
    let joiner = rest.first().is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark('\'' | '’')));
    let rest = if joiner { rest.skip(1) } else { rest };
    let (rest, unit) = time_unit(rest)?;
    let (rest, half) = opt((mark(Mark::And), opt(mark(Mark::The)), half)).parse(rest)?;
    let Some(mut amount) = whole_amount(&figure) else { return input.refuse() };
    if half.is_some() {
        amount += Number::new(5, 1);
    }
    let shift = |rest, forward, from_story| Ok((rest, DateExpr::Shift { amount, unit, forward, from_story }));
    match opener {
        Some(Mark::AgoBefore) => return shift(rest, false, false),
        // "in 24 hours", "in under six minutes" tell how long something took.
        Some(Mark::Coming) if unit < TimeUnit::Day || figure.hedged => return input.refuse(),
        Some(Mark::Coming) => return shift(rest, true, false),
        Some(Mark::LaterBefore) => return shift(rest, true, true),
        _ => {}
    }
    match any_mark(&[Mark::AgoAfter, Mark::LaterAfter, Mark::EarlierAfter, Mark::ComingAfter])(rest)? {
        (rest, Mark::AgoAfter) => shift(rest, false, false),
        (rest, Mark::ComingAfter) => shift(rest, true, false),
        (rest, Mark::LaterAfter) => shift(rest, true, true),
        (rest, _) => shift(rest, false, true),
    }
}

fn half(input: Tokens<'_>) -> Parsed<'_, ()> {
    use crate::rules::{Atom, NumeralWord};
    match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Cardinal(atoms)) if atoms.as_slice() == [Atom::Half] => Ok((input.skip(1), ())),
        _ => input.refuse(),
    }
}

/// "negli ultimi tre mesi", "i due giorni scorsi", "les trois derniers mois", "the next two years", "i prossimi giorni"
fn stretch(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let way_word = any_mark(&[Mark::Recent, Mark::Next, Mark::Last, Mark::LastUnits]);
    let (rest, early_figure) = if way_word(input).is_ok() { (input, None) } else { opt(figure).parse(input)? };
    let (rest, way) = opt(&way_word).parse(rest)?;
    let (rest, figure) = if early_figure.is_some() { (rest, early_figure) } else { opt(figure).parse(rest)? };
    let many = is_many(rest);
    let (rest, unit) = time_unit(rest)?;
    let (rest, way) = match way {
        Some(way) => (rest, way),
        None if figure.is_some() => {
            let (rest, way) = any_mark(&[Mark::Last, Mark::Next])(rest)?;
            // "two hours next month": the word belongs to what follows.
            if rest.has(|sense| {
                matches!(sense, Sense::TimeUnit(_) | Sense::Weekday(_) | Sense::Month(_) | Sense::Season(_))
            }) {
                return input.refuse();
            }
            (rest, way)
        }
        None => return input.refuse(),
    };
    let amount = figure.as_ref().and_then(whole_amount);
    let amount = if figure.is_none() && !many && way == Mark::Recent { Some(Number::ONE) } else { amount };
    if (figure.is_some() && amount.is_none()) || (figure.is_none() && way != Mark::Recent && !many) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Stretch { amount, unit, forward: way == Mark::Next }))
}

// ---- parts and fractions of longer times

/// "all'inizio di ottobre", "fine 2025", "nei primi tre mesi del 2025"
fn part_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, part) = alt((named_part, counted_part)).parse(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, whole) = alt((
        month_year,
        relative_unit,
        season,
        fraction_of_year,
        plain_year,
        decade,
        century,
        this_unit,
        relative_day,
        weekday_expr,
    ))
    .parse(rest)?;
    Ok((rest, DateExpr::Part(part, Box::new(whole))))
}

fn plain_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, _) = opt(mark(Mark::YearBefore)).parse(input)?;
    let (rest, year) = year(rest)?;
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })))
}

/// "fine mese", "inizio anno": of the one that holds the day of writing.
fn this_unit(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, unit) = time_unit(input)?;
    if unit < TimeUnit::Week { input.refuse() } else { Ok((rest, DateExpr::Unit(unit, 0))) }
}

fn named_part(input: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, found) = any_mark(&[Mark::Start, Mark::Middle, Mark::End, Mark::EarlierIn, Mark::LaterIn])(input)?;
    Ok((
        rest,
        match found {
            Mark::Start => Part::Start,
            Mark::Middle => Part::Middle,
            Mark::EarlierIn => Part::SoFar,
            Mark::LaterIn => Part::Rest,
            _ => Part::End,
        },
    ))
}

fn counted_part(input: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, found) = any_mark(&[Mark::FirstUnits, Mark::LastUnits])(input)?;
    let (rest, figure) = opt(figure).parse(rest)?;
    let one = (figure.is_none() && !is_many(rest)).then_some(1);
    let (rest, unit) = time_unit(rest)?;
    if one.is_some() && unit == TimeUnit::Week {
        return input.refuse();
    }
    let amount = figure.as_ref().and_then(whole_amount).and_then(|value| i64::try_from(value).ok()).or(one);
    Ok((rest, if found == Mark::FirstUnits { Part::First(unit, amount) } else { Part::Last(unit, amount) }))
}

/// "terzo trimestre 2025", "primo semestre", "Q3 2025"
fn fraction_of_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, rank, unit, lettered) = match letter_fraction(input) {
        Ok((rest, (rank, unit))) => (rest, rank, unit, true),
        Err(_) => {
            let (rest, rank) = alt((ordinal_rank, roman_rank)).parse(input)?;
            let (rest, unit) = time_unit(rest)?;
            (rest, rank, unit, false)
        }
    };
    let fits = match unit {
        TimeUnit::Quarter => rank <= 4,
        TimeUnit::HalfYear => rank <= 2,
        _ => false,
    };
    if !fits {
        return input.refuse();
    }
    let of = |input| {
        preceded(
            opt(any_mark(&[Mark::DateJoin, Mark::Of])),
            preceded(opt(mark(Mark::The)), alt((plain_year, relative_unit))),
        )
        .parse(input)
    };
    let (rest, year) = opt(of).parse(rest)?;
    if lettered && year.is_none() && !preceded_by_time_word(input) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Fraction(unit, rank, year.map(Box::new))))
}

/// "Q3", "H1": a letter of the pack and one digit.
fn letter_fraction(input: Tokens<'_>) -> Parsed<'_, (u32, TimeUnit)> {
    let (rest, letter) = any_mark(&[Mark::QuarterLetter, Mark::HalfLetter])(input)?;
    let capital = input.first().is_some_and(|token| token.case != Case::Lower);
    let (rest, text) = glued_digits(rest)?;
    let unit = if letter == Mark::QuarterLetter { TimeUnit::Quarter } else { TimeUnit::HalfYear };
    match text.parse::<u32>() {
        Ok(rank) if capital && text.len() == 1 => Ok((rest, (rank, unit))),
        _ => input.refuse(),
    }
}

fn ordinal_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    alt((rank_in_words, digit_rank)).parse(input)
}

fn roman_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, rank) = roman(input)?;
    Ok((rest, rank))
}

fn season(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction).parse(input)?;
    let named = is_part_of_name(rest);
    let (rest, season) = sense(|sense| match sense {
        Sense::Season(at) => Some(*at),
        _ => None,
    })(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    let (rest, after) = if before.is_none() && year.is_none() { opt(direction).parse(rest)? } else { (rest, None) };
    let said = before.or(after);
    // "ont été blessés": a word that is something else as well tells a time after a word for times only.
    let cued = said.is_some() || year.is_some() || TIME_CUES.into_iter().any(|mark| ends_with_mark(input, mark));
    if (named && year.is_none()) || (!cued && input.has(is_other_word)) {
        return input.refuse();
    }
    let offset = said.and_then(|said| match said {
        Direction::LastButOne => Some(-2),
        Direction::Last => Some(-1),
        Direction::This => Some(0),
        Direction::Next => Some(1),
        Direction::NextButOne => Some(2),
        Direction::Plain => None,
    });
    Ok((rest, DateExpr::Season(season, year, offset)))
}

/// Words after which a season is a time.
const TIME_CUES: [Mark; 7] = [Mark::The, Mark::In, Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Within];

fn feast(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, feast) = sense(|sense| match sense {
        Sense::Feast(at) => Some(*at),
        _ => None,
    })(input)?;
    let lower =
        (0..rest.position() - input.position()).all(|at| input.nth(at).is_some_and(|token| token.case == Case::Lower));
    let one_word = rest.position() == input.position() + 1;
    if lower && one_word && input.language().style.feasts_capitalised {
        return input.refuse();
    }
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, DateExpr::Feast(feast, year)))
}

/// "anni Novanta", "gli anni '90", "the 1990s"
fn decade(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if let Ok((rest, ())) = mark(Mark::DecadeBefore)(input) {
        let quote = rest.first().is_some_and(|token| matches!(token.kind, TokenKind::Mark('\'' | '’' | '‘')));
        let rest = if quote { rest.skip(1) } else { rest };
        let (rest, number) = super::numeral::numeral(rest)?;
        return match i16::try_from(number.value) {
            Ok(value) if value % 10 == 0 && ((20..100).contains(&value) || (1000..2100).contains(&value)) => {
                Ok((rest, DateExpr::Decade(value)))
            }
            _ => input.refuse(),
        };
    }
    let (rest, text) = digits(input)?;
    let (rest, ()) = mark(Mark::DecadeAfter)(rest)?;
    match text.parse::<i16>() {
        Ok(value) if value % 10 == 0 && matches!(text.len(), 2 | 4) => Ok((rest, DateExpr::Decade(value))),
        _ => input.refuse(),
    }
}

/// "XX secolo", "the 19th century"
fn century(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, rank) = alt((roman_rank, ordinal_rank)).parse(input)?;
    let (rest, ()) = mark(Mark::CenturyAfter)(rest)?;
    match i16::try_from(rank) {
        Ok(rank) if rank <= 30 => Ok((rest, DateExpr::Century(rank))),
        _ => input.refuse(),
    }
}

fn digit_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, text) = digits(input)?;
    let after = ordinal_mark(rest);
    match text.parse() {
        Ok(rank) if after != rest => Ok((after, rank)),
        _ => input.refuse(),
    }
}

// ---- ranges

/// "dal 4 al 22 marzo", "from January 3 to 7", "tra il 3 e il 4", "2019-2022", "3-7 January"
fn range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    alt((opened_range, dashed_range)).parse(input)
}

fn opened_range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, opener) = any_mark(&[Mark::Between, Mark::Since, Mark::From])(input)?;
    let joiners: &[Mark] = if opener == Mark::Between { &[Mark::And] } else { &[Mark::Range, Mark::Until, Mark::To] };
    let (start, _) = opt(any_mark(&[Mark::The, Mark::OfTheDay])).parse(start)?;
    two_dates(input, start, joiners)
}

fn two_dates<'a>(input: Tokens<'a>, start: Tokens<'a>, joiners: &[Mark]) -> Parsed<'a, DateExpr> {
    let join = |rest: Tokens<'a>| {
        let next = joiners.iter().find_map(|joiner| mark(*joiner)(rest).ok())?.0;
        Some(opt(any_mark(&[Mark::The, Mark::OfTheDay])).parse(next).ok()?.0)
    };
    // The whole date first: "da ottobre a marzo", "dal 4 febbraio al 5 marzo 2026".
    if let Ok((rest, first)) = alt((single, bare_year)).parse(start)
        && let Some(next) = join(rest)
        && let Ok((rest, second)) = alt((single, bare_year, |at| same_month(at, &first))).parse(next)
    {
        return Ok((rest, ranged(first, second)));
    }
    // A day alone takes month and year from the second date: "dal 4 al 22 marzo".
    let (rest, _) = opt(weekday_before).parse(start)?;
    let (rest, day) = day_of_month(rest)?;
    let Some(next) = join(rest) else { return input.refuse() };
    let (rest, second) = single(next)?;
    match &second {
        DateExpr::Partial(date) if date.month.is_some() && date.day.is_some() => {
            let first = PartialDate { day: Some(day), weekday: None, ..*date };
            Ok((rest, ranged(DateExpr::Partial(first), second)))
        }
        DateExpr::DayOf(_, month) => {
            let first = DateExpr::DayOf(day, month.clone());
            Ok((rest, DateExpr::Range(Box::new(first), Box::new(second))))
        }
        _ => input.refuse(),
    }
}

/// "January 3 to 7": the second day takes its month from the first.
fn same_month<'a>(input: Tokens<'a>, first: &DateExpr) -> Parsed<'a, DateExpr> {
    let DateExpr::Partial(date) = first else { return input.refuse() };
    if date.month.is_none() || date.day.is_none() {
        return input.refuse();
    }
    let (rest, day) = day_of_month(input)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, DateExpr::Partial(PartialDate { day: Some(day), weekday: None, year: year.or(date.year), ..*date })))
}

fn bare_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    plain_year(input)
}

/// A year or month that only the end of the range names holds for its beginning, too.
fn ranged(first: DateExpr, second: DateExpr) -> DateExpr {
    let first = match (&first, &second) {
        (DateExpr::Partial(a), DateExpr::Partial(b)) if a.month.is_none() && a.day.is_some() && b.month.is_some() => {
            DateExpr::Partial(PartialDate { day: a.day, weekday: None, ..*b })
        }
        (DateExpr::Partial(a), DateExpr::Partial(b)) if a.year.is_none() && b.year.is_some() => {
            let later = (a.month, a.day) > (b.month, b.day);
            let year = b.year.map(|year| if later { year - 1 } else { year });
            DateExpr::Partial(PartialDate { year, ..*a })
        }
        _ => first,
    };
    DateExpr::Range(Box::new(first), Box::new(second))
}

fn dashed_range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "2019-2022", "2025/26"
    if let Ok((rest, first)) = year_before_dash(input) {
        let (rest, ()) = alt((dash, slash)).parse(rest)?;
        let (after, text) = digits(rest)?;
        let second = match (text.len(), text.parse::<i16>()) {
            (4, Ok(year)) => year,
            (2, Ok(short)) => first / 100 * 100 + short,
            _ => return input.refuse(),
        };
        let continued =
            after.first().is_some_and(|token| token.glued && (token.is('-') || token.kind == TokenKind::Word));
        let cued = preceded_by_time_word(input)
            || ends_with_mark(input, Mark::The)
            || input.before(1).is_some_and(|token| token.is('('));
        if second <= first || second > first + 120 || continued || !cued {
            return input.refuse();
        }
        let of = |year| DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() });
        return Ok((after, DateExpr::Range(Box::new(of(first)), Box::new(of(second)))));
    }
    // "4 febbraio - 5 marzo", "July 13 to 15", "August 27th - 29th"
    if let Ok((rest, first)) = alt((numeric, absolute, fraction_of_year, month_year)).parse(input)
        && let Ok((rest, ())) = alt((dash, until)).parse(rest)
        && let Ok((rest, second)) =
            alt((numeric, absolute, fraction_of_year, month_year, |at| day_after_month(at, &first))).parse(rest)
    {
        return Ok((rest, ranged(first, second)));
    }
    // "3-7 gennaio", "13. bis 15. Juli"
    let (rest, _) = opt(weekday_before).parse(input)?;
    let (rest, day) = day_of_month(rest)?;
    let (rest, ()) = alt((dash, until)).parse(rest)?;
    let (rest, second) = alt((numeric, absolute)).parse(rest)?;
    match &second {
        DateExpr::Partial(date) => {
            let first = DateExpr::Partial(PartialDate { day: Some(day), weekday: None, ..*date });
            Ok((rest, DateExpr::Range(Box::new(first), Box::new(second))))
        }
        _ => input.refuse(),
    }
}

/// A joining word of ranges that is no "and".
fn until(input: Tokens<'_>) -> Parsed<'_, ()> {
    if mark(Mark::And)(input).is_ok() {
        return input.refuse();
    }
    any_mark(&[Mark::Range, Mark::Until])(input).map(|(rest, _)| (rest, ()))
}

/// A second day of the month that the first date named, where months stand before days.
fn day_after_month<'a>(input: Tokens<'a>, first: &DateExpr) -> Parsed<'a, DateExpr> {
    let (rest, second) = same_month(input, first)?;
    let counted = rest.first().is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    if counted || !input.language().style.month_before_day { input.refuse() } else { Ok((rest, second)) }
}

fn year_before_dash(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(input)?;
    match text.parse::<i16>() {
        Ok(year) if text.len() == 4 && (1000..2200).contains(&year) => Ok((rest, year)),
        _ => input.refuse(),
    }
}

fn slash(input: Tokens<'_>) -> Parsed<'_, ()> {
    glued_char(|c| c == '/')(input).map(|(rest, _)| (rest, ()))
}

/// "dal 2022", "fino al 2030", "prima del 2020", "dopo il 6 gennaio"
fn open_end(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "dopo domani" is a day of its own.
    if input.has(|sense| matches!(sense, Sense::Day(_))) {
        return input.refuse();
    }
    let (start, opener) = any_mark(&[Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Within])(input)?;
    let (start, _) = opt(mark(Mark::The)).parse(start)?;
    let (rest, whole) = alt((single, plain_year)).parse(start)?;
    let whole = Box::new(whole);
    Ok((
        rest,
        match opener {
            Mark::Since => DateExpr::Since(whole),
            Mark::Until | Mark::Within => DateExpr::Until(whole),
            Mark::After => DateExpr::After(whole),
            _ => DateExpr::Before(whole),
        },
    ))
}

/// Easter Sunday of a year in the Gregorian calendar (Gauss's rule as revised by Lichtenberg, 1997).
pub fn easter(year: i16) -> Option<jiff::civil::Date> {
    let y = i64::from(year);
    let k = y / 100;
    let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    let s = 2 - (3 * k + 3) / 4;
    let a = y % 19;
    let d = (19 * a + m) % 30;
    let r = (d + a / 11) / 29;
    let og = 21 + d - r;
    let sz = 7 - (y + y / 4 + s) % 7;
    let oe = 7 - (og - sz) % 7;
    add_days(jiff::civil::Date::new(year, 3, 1).ok()?, og + oe - 1)
}
