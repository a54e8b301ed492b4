//! Ranges and open ends: "dal 4 al 22 marzo", "since 2022".

use super::*;

/// "dal 4 al 22 marzo", "from January 3 to 7", "tra il 3 e il 4", "2019-2022", "3-7 January"
pub(super) fn range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    alt((days_in_month, lasting, leading, slashed_days, opened_range, dashed_range, joined_range)).parse(input)
}

/// "for 10 days from 18 December", "dal 12 maggio per due settimane"
fn lasting(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let day = |input| preceded(opt(mark(Mark::The)), alt((numeric, absolute, relative_day, weekday_expr))).parse(input);
    let begin = |input| preceded(any_mark(&[Mark::Since, Mark::From]), day).parse(input);
    let time = |input| preceded(mark(Mark::For), length).parse(input);
    let (rest, first, length) = match begin(input) {
        Ok((rest, first)) => {
            let (rest, (length, _)) = time(rest)?;
            (rest, first, length)
        }
        Err(_) => {
            let (rest, (length, _)) = time(input)?;
            let (rest, first) = preceded(opt(comma_or_stop), begin).parse(rest)?;
            (rest, first, length)
        }
    };
    let short = length.iter().any(|(_, unit)| *unit < TimeUnit::Day);
    if short { input.refuse() } else { Ok((rest, DateExpr::Lasting(Box::new(first), length))) }
}

/// "the three months to June", "the year to 31 March": so long up to the end of what is named.
fn leading(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if ![Mark::The, Mark::In].into_iter().any(|mark| ends_with_mark(input, mark)) {
        return input.refuse();
    }
    let one = |input| match time_unit(input)? {
        (rest, unit @ (TimeUnit::Year | TimeUnit::Quarter)) => Ok((rest, vec![(Number::ONE, unit)])),
        _ => input.refuse(),
    };
    let (rest, length) = one(input).or_else(|_| length(input).map(|(rest, (length, _))| (rest, length)))?;
    let (rest, ()) = until(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, last) = alt((numeric, absolute, part_of, month_year)).parse(rest)?;
    let long = length.iter().all(|(_, unit)| unit.months().is_some());
    if long { Ok((rest, DateExpr::Leading(length, Box::new(last)))) } else { input.refuse() }
}

/// "June 2025 through May 2026", "4 Mai bis Dienstag": two dates that a word joins which ends nothing but ranges, or two
/// weekdays with any word between for ranges: "Monday to Friday".
fn joined_range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (joint, first) = single(input)?;
    let rest = joint;
    let weekday = matches!(first, DateExpr::Weekday(..));
    let (rest, ()) = if weekday { alt((dash, until)).parse(rest)? } else { mark(Mark::Until)(rest)? };
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, second) = single(rest)?;
    let whole = |date: &DateExpr| matches!(date, DateExpr::Partial(_) | DateExpr::Fraction(..) | DateExpr::Weekday(..));
    if weekday && !matches!(second, DateExpr::Weekday(..)) && mark(Mark::Until)(joint).is_err() {
        return input.refuse();
    }
    if whole(&first) && whole(&second) { Ok((rest, ranged(first, second))) } else { input.refuse() }
}

pub(super) fn opened_range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, opener) = any_mark(&[Mark::Between, Mark::Since, Mark::From])(input)?;
    let joiners: &[Mark] =
        if opener == Mark::Between { &[Mark::And, Mark::Until] } else { &[Mark::Range, Mark::Until, Mark::To] };
    let (start, _) = opt(any_mark(&[Mark::The, Mark::OfTheDay])).parse(start)?;
    two_dates(input, start, joiners)
}

pub(super) fn two_dates<'a>(input: Tokens<'a>, start: Tokens<'a>, joiners: &[Mark]) -> Parsed<'a, DateExpr> {
    let join = |rest: Tokens<'a>| {
        let next = joiners.iter().find_map(|joiner| mark(*joiner)(rest).ok()).or_else(|| dash(rest).ok())?.0;
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
pub(super) fn same_month<'a>(input: Tokens<'a>, first: &DateExpr) -> Parsed<'a, DateExpr> {
    let DateExpr::Partial(date) = first else { return input.refuse() };
    if date.month.is_none() || date.day.is_none() {
        return input.refuse();
    }
    let (rest, day) = day_of_month(input)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, DateExpr::Partial(PartialDate { day: Some(day), weekday: None, year: year.or(date.year), ..*date })))
}

pub(super) fn bare_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    plain_year(input)
}

/// A year or month that only the end of the range names holds for its beginning, too.
pub(super) fn ranged(first: DateExpr, second: DateExpr) -> DateExpr {
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

pub(super) fn dashed_range(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if year_before_dash(input).is_ok() {
        return years(input);
    }
    // "4 febbraio - 5 marzo", "July 13 to 15", "August 27th - 29th"
    if let Ok((rest, first)) = alt((numeric, absolute, fraction_of_year, month_year, nth_of)).parse(input)
        && let Ok((rest, ())) = alt((dash, until)).parse(rest)
        && let Ok((rest, second)) =
            alt((numeric, absolute, fraction_of_year, month_year, nth_of, |at| day_after_month(at, &first))).parse(rest)
    {
        return Ok((rest, ranged(first, second)));
    }
    if let Ok(found) = dashed_months(input) {
        return Ok(found);
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

/// "Jan-Feb 2017", "gen.-mar. 2025"
fn dashed_months(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = sure_month(input)?;
    let (rest, ()) = dash(rest)?;
    match sure_month(rest)? {
        (rest, second @ DateExpr::Partial(PartialDate { year: Some(_), .. })) => Ok((rest, ranged(first, second))),
        _ => input.refuse(),
    }
}

/// A joining word of ranges that is no "and".
pub(super) fn until(input: Tokens<'_>) -> Parsed<'_, ()> {
    if mark(Mark::And)(input).is_ok() {
        return input.refuse();
    }
    any_mark(&[Mark::Range, Mark::Until])(input).map(|(rest, _)| (rest, ()))
}

/// A second day of the month that the first date named, where months stand before days.
pub(super) fn day_after_month<'a>(input: Tokens<'a>, first: &DateExpr) -> Parsed<'a, DateExpr> {
    let (rest, second) = same_month(input, first)?;
    let later = matches!((first, &second), (DateExpr::Partial(a), DateExpr::Partial(b)) if a.day < b.day);
    let counted = rest.first().is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    let usual = input.language().style.date_order == DateOrder::MonthDayYear;
    if counted || !later || !usual { input.refuse() } else { Ok((rest, second)) }
}

/// "dal 2022", "fino al 2030", "prima del 2020", "dopo il 6 gennaio"
pub(super) fn open_end(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "dopo domani" is a day of its own.
    if input.has(|sense| matches!(sense, Sense::Day(_))) {
        return input.refuse();
    }
    if let Ok(found) = within_stretch(input) {
        return Ok(found);
    }
    let (start, opener) = any_mark(&[Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Within])(input)?;
    let of_it = mark(Mark::DateJoin)(input).is_ok_and(|(after, ())| after == start);
    let (start, _) = opt(mark(Mark::The)).parse(start)?;
    // "seit dem Wochenende" looks back, "vor dem Wochenende" ahead.
    let ahead = matches!(opener, Mark::Until | Mark::Before | Mark::Within);
    let this_weekend = if ahead { weekend(start).ok() } else { None };
    let (rest, whole) = this_weekend.map_or_else(|| alt((single, plain_year)).parse(start), Ok)?;
    // "dal 15 marzo in poi", "from 2020 onwards"
    let (rest, onwards) = if opener == Mark::Since { opt(mark(Mark::Onwards)).parse(rest)? } else { (rest, None) };
    // "das Gesetz von 2019" is of that year, "von 2019 an" is since then.
    if of_it && opener == Mark::Since && onwards.is_none() && matches!(whole, DateExpr::Partial(_)) {
        return input.refuse();
    }
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

/// "2030 and later", "marzo in poi": a day or a longer time, and all that follows it.
pub(super) fn and_later(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = alt((single, plain_year)).parse(input)?;
    let (after, ()) = mark(Mark::Onwards)(rest)?;
    // "on", "an" say so only after "from".
    let weak = mark(Mark::On)(rest).is_ok() || mark(Mark::LaterAfter)(rest).is_ok();
    let whole = matches!(first, DateExpr::Partial(_) | DateExpr::Fraction(..));
    if weak || !whole { input.refuse() } else { Ok((after, DateExpr::Since(Box::new(first)))) }
}

/// "vor dem Wochenende": the one of this week.
fn weekend(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    match time_unit(input)? {
        (rest, unit @ TimeUnit::Weekend) => Ok((rest, DateExpr::Unit(unit, 0))),
        _ => input.refuse(),
    }
}

/// "over the weekend", "am Wochenende": the Saturday and Sunday nearest in the direction of the tense.
pub(super) fn plain_weekend(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, unit) = time_unit(input)?;
    let article = ends_with_mark(input, Mark::The) && input.one_back(1).is_some_and(|at| at.numeral().is_none());
    let preposition = [Mark::On, Mark::In].into_iter().any(|mark| ends_with_mark(input, mark));
    let single = unit == TimeUnit::Weekend && !is_many(input) && (article || preposition);
    let of_another = any_mark(&[Mark::Of, Mark::DateJoin])(rest).is_ok() || direction(rest).is_ok();
    let day = |weekday| Box::new(DateExpr::Weekday(weekday, Direction::Plain));
    if single && !of_another {
        Ok((rest, DateExpr::Range(day(Weekday::Saturday), day(Weekday::Sunday))))
    } else {
        input.refuse()
    }
}

/// "within the next 3 years", "entro i prossimi tre anni": a stretch from the day of writing on.
fn within_stretch(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, _) = pair(mark(Mark::Within), opt(mark(Mark::The))).parse(input)?;
    match stretch(rest)? {
        (rest, found @ DateExpr::Stretch { forward: true, .. }) => Ok((rest, found)),
        _ => input.refuse(),
    }
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

#[cfg(test)]
mod tests {
    use super::easter;
    use jiff::civil::date;

    /// The rule of Meeus, Jones and Butcher, which shares no step with ours.
    fn by_another_rule(year: i16) -> (i8, i8) {
        let y = i32::from(year);
        let (a, b, c) = (y % 19, y / 100, y % 100);
        let g = (b - (b + 8) / 25 + 1) / 3;
        let h = (19 * a + b - b / 4 - g + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        (i8::try_from(sum / 31).unwrap(), i8::try_from(sum % 31 + 1).unwrap())
    }

    #[test]
    fn easter_is_where_another_rule_has_it() {
        for year in 1583..4100 {
            let day = easter(year).unwrap();
            assert_eq!((day.year(), (day.month(), day.day())), (year, by_another_rule(year)));
        }
    }

    /// The earliest and the latest there can be, and some of our days.
    #[test]
    fn easter_is_where_calendars_have_it() {
        for day in [date(1818, 3, 22), date(1943, 4, 25), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5)] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }
}
