//! From one time of day to another: "dalle 21 alle 21", "from 10am to noon", "from 2pm for 3 hours".

use super::*;

/// A range of clock times: "dalle 21 alle 21", "from 10am to noon", "13-18 Uhr", "from 2pm for 3 hours".
pub fn clock_range(input: Tokens<'_>) -> Parsed<'_, (ClockSpan, ClockSpan)> {
    where_opens(input, &OPENS_CLOCK, |input| {
        once(|memo| &memo.clock_ranges, input, |input| alt((two_times, time_and_length)).parse(input))
    })
}

/// "from 2pm for 3 hours"
fn time_and_length(input: Tokens<'_>) -> Parsed<'_, (ClockSpan, ClockSpan)> {
    let (rest, from) = clock(input)?;
    let (rest, ()) = mark(Mark::For)(rest)?;
    let (rest, number) = numeral(rest)?;
    let (rest, unit) = sense(|sense| match sense {
        Sense::TimeUnit(unit @ (TimeUnit::Hour | TimeUnit::Minute)) => Some(*unit),
        _ => None,
    })(rest)?;
    // "for 3 hours 30 minutes"
    let (rest, more) = opt(minutes_more).parse(rest)?;
    let minutes =
        i32::try_from(number.value * Number::from(unit.seconds()) / Number::from(60) + more.unwrap_or_default());
    match (minutes, from.nominal_seconds) {
        (Ok(minutes @ 1..MINUTES_PER_DAY), Some(seconds)) => {
            let begin = seconds / 60;
            let end = ClockSpan::at((begin + minutes) / 60, (begin + minutes) % 60, 0);
            Ok((rest, (from, ClockSpan { half_day_open: from.half_day_open, zone_offset: from.zone_offset, ..end })))
        }
        _ => input.refuse(),
    }
}

/// "30 minutes" behind whole hours.
fn minutes_more(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, _) = opt(mark(Mark::And)).parse(input)?;
    let (rest, number) = numeral(rest)?;
    let (rest, ()) = sense(|sense| (*sense == Sense::TimeUnit(TimeUnit::Minute)).then_some(()))(rest)?;
    Ok((rest, number.value))
}

pub(super) fn two_times(input: Tokens<'_>) -> Parsed<'_, (ClockSpan, ClockSpan)> {
    let (rest, opener) = opt(any_mark(&[Mark::From, Mark::Between, Mark::Since])).parse(input)?;
    let (rest, _) = opt(mark(Mark::At)).parse(rest)?;
    let rest = hour_article(rest);
    let told = alt((named_hour, |rest| hour(rest, false))).parse(rest).ok();
    let told_hour = told.is_some();
    // "between 9.30 and 11 on Friday": figures with points are hours only where more says so.
    let pointed = if told_hour || opener.is_none() { None } else { digital(rest, true).ok() };
    let by_points = pointed.is_some();
    let (joiner, from) = told.or(pointed).map_or_else(|| plain_hour(rest), Ok)?;
    let rest = range_joiner(joiner, opener)?.0;
    let (rest, _) = opt(mark(Mark::At)).parse(rest)?;
    let rest = hour_article(rest);
    let (after, to) = alt((named_hour, |rest| hour(rest, true))).parse(rest)?;
    let sure = (!by_points && from.nominal_seconds.is_some_and(|seconds| seconds % 3600 != 0))
        || clock_cue_inside(input, after)
        || (opener.is_some()
            && (day_follows(after) || ends_with_sense(input, |sense| matches!(sense, Sense::DayPart(_)))));
    // "9-11am" and "9 to 11 am" need no word before them, "9 to 11" does.
    let named = HALVES.into_iter().chain([Mark::Oclock]).any(|mark| ends_with_mark(after, mark));
    let begun = told_hour || opener.is_some() || named || dash(joiner).is_ok();
    if !sure || !begun {
        return input.refuse();
    }
    // "3:30-6:00pm", "2 to 4 pm": the half of the day that the end names holds for the beginning.
    let afternoon = [Mark::Pm, Mark::AtNight].into_iter().any(|mark| ends_with_mark(after, mark)) && from.half_day_open;
    // "de 10 a 12 de la noche" ends with the day.
    let end = if to.from == 0 { MINUTES_PER_DAY } else { to.from };
    let from = if afternoon && from.from + MINUTES_PER_DAY / 2 < end { in_half(from, Some(Mark::Pm)) } else { from };
    // "from 1:30pm to 4"
    let later = to.half_day_open && to.from < from.from && to.from + MINUTES_PER_DAY / 2 > from.from;
    let to = if later { in_half(to, Some(Mark::Pm)) } else { to };
    Ok((after, (from, to)))
}

fn range_joiner(input: Tokens<'_>, opener: Option<Mark>) -> Parsed<'_, ()> {
    let joiners: &[Mark] = match opener {
        Some(Mark::Between) => &[Mark::And],
        Some(_) => &[Mark::Range, Mark::Until, Mark::To, Mark::At],
        None if mark(Mark::And)(input).is_ok() => return input.refuse(),
        None => &[Mark::Until, Mark::Range],
    };
    let found = joiners.iter().find_map(|wanted| mark(*wanted)(input).ok());
    found.map_or_else(|| dash(input), Ok)
}

/// "tra le 3 e le 4 di ieri", "dalle 9 alle 11 di sabato": a day shows that the figures are hours.
fn day_follows(rest: Tokens<'_>) -> bool {
    let (rest, _) = any_mark(&[Mark::DateJoin, Mark::Of, Mark::On])(rest).unwrap_or((rest, Mark::Of));
    rest.has(|sense| matches!(sense, Sense::Day(_) | Sense::Weekday(_) | Sense::DayPart(_)))
}

/// Whether a word or sign of clock times stands inside the range: "dalle", "ore", "pm", "Uhr", 9:30.
fn clock_cue_inside(input: Tokens<'_>, after: Tokens<'_>) -> bool {
    (0..after.position() - input.position()).any(|offset| {
        let at = input.skip(offset);
        at.first().is_some_and(|token| token.glued && token.is(':'))
            || at.has(|sense| {
                matches!(sense, Sense::Mark(mark) if HALVES.contains(mark) || matches!(mark, Mark::Oclock | Mark::Noon | Mark::Midnight))
            })
            // "de 3 à 1" is a result.
            || (mark(Mark::At)(at).is_ok() && mark(Mark::ScoreJoin)(at).is_err())
    })
}
