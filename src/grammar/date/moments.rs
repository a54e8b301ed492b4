//! From one moment to another: "dalle 15 di lunedì alle 8 di martedì", "in der Nacht von Montag auf Dienstag".

use super::range::{opened_range, ranged};
use super::*;
use crate::value::Number;

/// Two days, each with its time: the clock begins on the first of them and ends on the last.
pub fn moments(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    alt((two_moments, night_between)).parse(input)
}

/// "dalle 15 di lunedì alle 8 di martedì", "von Montag 7 Uhr bis Freitag 15 Uhr", "from 10pm on Saturday to 6am"
fn two_moments(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (start, opener) = opt(any_mark(&[Mark::Between, Mark::From, Mark::Since])).parse(input)?;
    // "dalle 15": the word before the hour opens the range as well.
    let (rest, first) = moment(input).or_else(|refused| if opener.is_some() { moment(start) } else { Err(refused) })?;
    let Some(begin) = first.clock else { return input.refuse() };
    let joiners: &[Mark] =
        if opener == Some(Mark::Between) { &[Mark::And] } else { &[Mark::Until, Mark::Range, Mark::To] };
    let sure = opener.is_some() || mark(Mark::Until)(rest).is_ok();
    if !sure || (opener != Some(Mark::Between) && mark(Mark::And)(rest).is_ok()) {
        return input.refuse();
    }
    let next = match joiners.iter().find_map(|joiner| mark(*joiner)(rest).ok()) {
        Some((next, ())) => next,
        None => dash(rest)?.0,
    };
    // "alle 8 di martedì": the word that joins may be the one before the hour.
    let second = alt((moment, |_| moment(rest))).parse(next);
    let (rest, expr, end) = match second {
        Ok((rest, second)) => (rest, ranged(first.expr, second.expr), second.clock),
        Err(_) => {
            let (rest, end) = alt((sure_clock, |_| sure_clock(rest))).parse(next)?;
            let over_night = end.from <= begin.from;
            let expr = if over_night { two_days(first.expr) } else { first.expr };
            (rest, expr, Some(end))
        }
    };
    let Some(end) = end else { return input.refuse() };
    // "da lunedì sera a mercoledì mattina" ends with the morning.
    let last = if end.nominal_seconds.is_some() { end.from } else { end.to };
    let zone_offset = end.zone_offset.or(begin.zone_offset);
    let clock = ClockSpan { zone_offset, ..ClockSpan::stretch(begin.from, last) };
    Ok((rest, DateMention { expr, clock: Some(clock), approximate: false }))
}

/// A day and its time, in either order.
fn moment(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, found) = alt((single_moment, day_and_time)).parse(input)?;
    if found.clock.is_some() && found.expr.names_a_day() { Ok((rest, found)) } else { input.refuse() }
}

fn day_and_time(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, _) = opt(any_mark(&[Mark::The, Mark::On])).parse(input)?;
    let named_part = part_of_relative_day(rest);
    let (rest, expr) = day_like(rest)?;
    let part = named_part.or_else(|| part_of_last_word(rest));
    let (rest, clock) = opt(single_time).parse(rest)?;
    let clock = match (clock, part) {
        (Some(clock), Some(part)) => Some(within_part(clock, part)),
        (clock, part) => clock.or(part),
    };
    Ok((rest, DateMention { expr, clock, approximate: false }))
}

/// A time behind its day, and no stretch of it.
fn single_time(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let rest = comma_or_stop(input).map_or(input, |(rest, ())| rest);
    alt((clock, daypart)).parse(rest)
}

/// A time that cannot be a number of anything else.
fn sure_clock(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, time) = clock(input)?;
    if time.nominal_seconds.is_some() { Ok((rest, time)) } else { input.refuse() }
}

/// A day and the one after it.
fn two_days(day: DateExpr) -> DateExpr {
    DateExpr::Lasting(Box::new(day), vec![(Number::TWO, TimeUnit::Day)])
}

/// "nella notte tra il 3 e il 4 marzo", "dans la nuit de lundi à mardi", "in der Nacht von Montag auf Dienstag"
fn night_between(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, night) = daypart(input)?;
    let small_hours = night.to <= NIGHT_ENDS;
    if night.to <= MINUTES_PER_DAY && !small_hours {
        return input.refuse();
    }
    // "the night of 3-4 March", "in der Nacht des 3./4. März"
    let joined = |rest| {
        let days = alt((slashed_pair, dashed_range));
        preceded(opt(pair(any_mark(&[Mark::Of, Mark::DateJoin]), opt(mark(Mark::The)))), days).parse(rest)
    };
    let (rest, expr) = opened_range(rest).or_else(|_| joined(rest))?;
    match &expr {
        // "na madrugada de 3 para 4 de março" is the morning of the second day.
        DateExpr::Range(first, second) if small_hours && first.names_a_day() && second.names_a_day() => {
            return Ok((rest, DateMention { expr: (**second).clone(), clock: Some(night), approximate: false }));
        }
        DateExpr::Range(first, second) if first.names_a_day() && second.names_a_day() => {}
        _ => return input.refuse(),
    }
    let clock = ClockSpan::stretch(NIGHT_BEGINS, NIGHT_ENDS);
    Ok((rest, DateMention { expr, clock: Some(clock), approximate: false }))
}

/// "3./4. März"
fn slashed_pair(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, day) = day_of_month(input)?;
    let (rest, second) = preceded(slash, absolute).parse(rest)?;
    match &second {
        DateExpr::Partial(date) => {
            let first = DateExpr::Partial(PartialDate { day: Some(day), weekday: None, ..*date });
            Ok((rest, DateExpr::Range(Box::new(first), Box::new(second))))
        }
        _ => input.refuse(),
    }
}
