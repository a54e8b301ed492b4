//! Dates within longer times: "il 20 del mese prossimo", "the first Monday of May".

use super::*;

/// "il primo lunedì di maggio", "the last week of July", "l'ultimo giorno dell'anno"
pub(super) fn nth_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, rank) = alt((rank_from_start, rank_from_end)).parse(input)?;
    let (rest, unit) = alt((nth_weekday, nth_unit)).parse(rest)?;
    let whole = |rest| {
        let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
        alt((month_year, sure_month, relative_unit, plain_year, this_unit)).parse(rest)
    };
    let (joined, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of, Mark::In])).parse(rest)?;
    // "der ersten Hälfte des Jahres": the unit stands in the phrase that joins years as well.
    let (rest, whole) = whole(joined).or_else(|_| preceded(mark(Mark::Of), whole).parse(rest))?;
    Ok((rest, DateExpr::Nth(rank, unit, Box::new(whole))))
}

/// A month where nothing else can stand, abbreviated or not: "the first week of Oct".
pub(super) fn sure_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, month) = month(input)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, DateExpr::Partial(PartialDate { year, month: Some(month), day: None, weekday: None })))
}

pub(super) fn rank_from_start(input: Tokens<'_>) -> Parsed<'_, i64> {
    ordinal_rank(input).map(|(rest, rank)| (rest, i64::from(rank)))
}

pub(super) fn rank_from_end(input: Tokens<'_>) -> Parsed<'_, i64> {
    any_mark(&[Mark::LastUnits, Mark::Last])(input).map(|(rest, _)| (rest, -1))
}

pub(super) fn nth_weekday(input: Tokens<'_>) -> Parsed<'_, NthUnit> {
    weekday(input).map(|(rest, weekday)| (rest, NthUnit::Weekday(weekday)))
}

pub(super) fn nth_unit(input: Tokens<'_>) -> Parsed<'_, NthUnit> {
    if let Ok((rest, ())) = mark(Mark::Halves)(input) {
        return Ok((rest, NthUnit::Half));
    }
    if is_many(input) {
        return input.refuse();
    }
    match time_unit(input)? {
        (rest, TimeUnit::Day) => Ok((rest, NthUnit::Day)),
        (rest, TimeUnit::Week) => Ok((rest, NthUnit::Week)),
        (rest, TimeUnit::Month) => Ok((rest, NthUnit::Month)),
        _ => input.refuse(),
    }
}

/// Whether the unit here stands in the plural.
pub(super) fn is_many(input: Tokens<'_>) -> bool {
    input.has(|sense| *sense == Sense::Mark(Mark::ManyUnits))
}

/// "la settimana del 6 ottobre", "the week of October 6"
pub(super) fn week_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, ()) = mark(Mark::WeekOf)(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, day) = alt((numeric, absolute)).parse(rest)?;
    Ok((rest, DateExpr::WeekOf(Box::new(day))))
}

/// "il 20 del mese prossimo", "the 15th of this month"
pub(super) fn day_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "no dia 20 do próximo mês"
    let (rest, _) = opt(mark(Mark::OfTheDay)).parse(input)?;
    let (rest, day) = day_of_month(rest)?;
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

/// "nächsten Monat vom 4. bis zum 23.", "next month from the 4th to the 23rd"
pub(super) fn days_in_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, month) = relative_unit(input)?;
    let DateExpr::Unit(TimeUnit::Month, _) = month else { return input.refuse() };
    let (rest, _) = pair(any_mark(&[Mark::Since, Mark::From, Mark::DateJoin]), opt(mark(Mark::The))).parse(rest)?;
    let (rest, first) = day_of_month(rest)?;
    let (rest, _) = pair(any_mark(&[Mark::Until, Mark::Range, Mark::To]), opt(mark(Mark::The))).parse(rest)?;
    let (rest, last) = day_of_month(rest)?;
    let day = |day| Box::new(DateExpr::DayOf(day, Box::new(month.clone())));
    Ok((rest, DateExpr::Range(day(first), day(last))))
}

/// "mercoledì della prossima settimana", "next week on Tuesday"
pub(super) fn weekday_in_week(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
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

pub(super) fn relative_week(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "lunedì di due settimane fa"
    if let Ok((rest, DateExpr::Shift { length, forward, from: Origin::Written })) = shifted(input)
        && length.iter().all(|(_, unit)| *unit == TimeUnit::Week)
    {
        let day = DateExpr::Shift { length, forward, from: Origin::Written };
        return Ok((rest, DateExpr::WeekOf(Box::new(day))));
    }
    match relative_unit(input)? {
        (rest, week @ (DateExpr::Unit(TimeUnit::Week, _) | DateExpr::StoryUnit(TimeUnit::Week, _))) => Ok((rest, week)),
        _ => input.refuse(),
    }
}

/// "venerdì 15", "Friday the 15th", "sexta-feira (15)", "no dia 15": a day whose month nobody names.
pub(super) fn weekday_and_day(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "na última sexta-feira (6)"
    let bracketed = |input| pair(preceded(opt(direction_before), weekday_before), day_in_brackets).parse(input);
    if let Ok((rest, (weekday, (day, month)))) = bracketed(input) {
        let date = PartialDate { weekday: Some(weekday), day: Some(day), month, year: None };
        return Ok((rest, DateExpr::Partial(date)));
    }
    let (rest, weekday) = opt(weekday_before).parse(input)?;
    let (rest, day) = match weekday {
        Some(_) => day_of_month(rest)?,
        None => alt((day_after_its_word, day_before_clock)).parse(rest)?,
    };
    // "Thursday, the first swap since October": a rank in words before what may be a noun is no day.
    let spelled = rest.before(1).is_some_and(|token| token.is_word() && !token.glued);
    let is_noun = |sense: &Sense| matches!(sense, Sense::Concept(_, WordClass::Noun));
    let counts = rest.first().is_some_and(|token| match token.kind {
        TokenKind::Word => {
            token.glued
                || (spelled && rest.has(is_noun))
                || !rest.has(|sense| {
                    matches!(sense, Sense::Mark(_) | Sense::DayPart(_) | Sense::Concept(_, WordClass::Verb))
                })
        }
        TokenKind::Digits => true,
        TokenKind::Mark(mark) => !matches!(mark, ',' | '.' | ';' | ')' | '!' | '?' | '"' | '»' | '”'),
    });
    // "Thursday 1 pm", "Donnerstagvormittag von 9 bis 11" tell the time.
    let hour = any_mark(&[Mark::Am, Mark::Pm, Mark::AtNight, Mark::Oclock])(rest).is_ok()
        || mark(Mark::Until)(rest).is_ok_and(|(after, ())| digits(after).is_ok());
    if counts || hour {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { weekday, day: Some(day), ..PartialDate::default() })))
}

/// "no dia 15", "este día 17"
fn day_after_its_word(input: Tokens<'_>) -> Parsed<'_, i8> {
    preceded(pair(opt(mark(Mark::This)), mark(Mark::OfTheDay)), day_of_month).parse(input)
}

/// "le 16 à 18 heures", "am 15. um 8 Uhr": a time of day shows that the number is a day.
fn day_before_clock(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, day) = day_of_month(input)?;
    let sure = time_of_day(rest).is_ok_and(|(_, time)| !time.half_day_open);
    if sure && ends_with_mark(input, Mark::On) { Ok((rest, day)) } else { input.refuse() }
}

/// "(15)", "(27/11)" right after a weekday.
pub(super) fn day_in_brackets(input: Tokens<'_>) -> Parsed<'_, (i8, Option<i8>)> {
    if !input.first().is_some_and(|token| token.is('(')) || digits(input.skip(1)).is_err() {
        return input.refuse();
    }
    let whole = |at| slashed_day(at, true).map(|(rest, (day, month))| (rest, (day, Some(month))));
    let alone = |at| day_of_month(at).map(|(rest, day)| (rest, (day, None)));
    let (rest, found) = alt((whole, alone)).parse(input.skip(1))?;
    if rest.first().is_some_and(|token| token.is(')')) { Ok((rest.skip(1), found)) } else { input.refuse() }
}
