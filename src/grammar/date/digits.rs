//! Dates in digits that stand apart or in pairs: "20 02 2014", "11 / 2016", "28/2-1/3".

use super::*;

/// Highest figure of a set in tennis, whose scores are written like two days: "6/3-7/5".
const HIGHEST_IN_A_SET: i8 = 7;

/// "20 02 2014": a day, a month and a year of our times with single spaces between them, in no longer row of digits.
pub fn spaced_day(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = digits(input)?;
    let (rest, second) = spaced_digits(rest)?;
    let (rest, year) = spaced_digits(rest)?;
    let row = input.before(1).is_some_and(|token| token.kind == TokenKind::Digits || token.is('+'))
        || input.first().is_some_and(|token| token.glued)
        || goes_on(rest)
        || rest.first().is_some_and(|token| token.kind == TokenKind::Digits);
    let date = in_order(input, first, second);
    match (date, year.parse::<i16>()) {
        (Some((day, month)), Ok(year @ 1900..2100)) if !row => {
            let date = PartialDate { year: Some(year), month: Some(month), day: Some(day), weekday: None };
            Ok((rest, DateExpr::Partial(date)))
        }
        _ => input.refuse(),
    }
}

fn spaced_digits(input: Tokens<'_>) -> Parsed<'_, &str> {
    if input.first().is_some_and(|token| token.glued) { input.refuse() } else { digits(input) }
}

/// "11 / 2016", "11/ 2016": a month and its year around a slash with spaces.
pub(super) fn spaced_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, month) = digits(input)?;
    let slash = rest.first().is_some_and(|token| token.is('/'));
    let (rest, year) = spaced_digits(rest.skip(usize::from(slash)))?;
    let row = input.before(1).is_some_and(|token| token.is('/'))
        || input.first().is_some_and(|token| token.glued)
        || rest.first().is_some_and(|token| token.is('/'))
        || goes_on(rest);
    match (month.parse::<i8>(), year.parse::<i16>()) {
        (Ok(month @ 1..=12), Ok(year @ 1900..2100)) if slash && !row => Ok((
            rest,
            DateExpr::Partial(PartialDate { year: Some(year), month: Some(month), ..PartialDate::default() }),
        )),
        _ => input.refuse(),
    }
}

/// "28/2-1/3", "10/1-11/2/2017": two days with their months, where a year or a day above seven shows that they are no
/// score.
pub(super) fn slashed_days(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = pair_of_slashed(input)?;
    let (rest, _) = glued_char(crate::lex::is_dash)(rest)?;
    let (rest, second) = pair_of_slashed(rest)?;
    let (rest, year) = opt(preceded(glued_char(|c| c == '/'), glued_digits)).parse(rest)?;
    let year = year.and_then(|text| text.parse::<i16>().ok().map(|year| full_year(year, text)));
    let sure = year.is_some() || first.0.max(second.0) > HIGHEST_IN_A_SET;
    if !sure || input.first().is_some_and(|token| token.glued) || goes_on(rest) {
        return input.refuse();
    }
    let of = |(day, month), year| {
        DateExpr::Partial(PartialDate { year, month: Some(month), day: Some(day), ..PartialDate::default() })
    };
    Ok((rest, ranged(of(first, None), of(second, year))))
}

/// "el 17 del 11": a day that is no month, of a month by its number.
pub(super) fn day_of_numbered_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = digits(input)?;
    let (rest, ()) = mark(Mark::DateJoin)(rest)?;
    let (rest, second) = spaced_digits(rest)?;
    let told = ends_with_mark(input, Mark::The) && input.language().style.date_order == DateOrder::DayMonthYear;
    let ends =
        rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ')' | '!' | '?')))
            || rest.has(|sense| matches!(sense, Sense::Mark(_)));
    match in_order(input, first, second) {
        Some((day @ 13.., month)) if told && ends && !goes_on(rest) => {
            Ok((rest, DateExpr::Partial(PartialDate { month: Some(month), day: Some(day), ..PartialDate::default() })))
        }
        _ => input.refuse(),
    }
}

/// "28/2": day and month in the order of the language.
fn pair_of_slashed(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, first) = digits(input)?;
    let (rest, (_, second)) = pair(glued_char(|c| c == '/'), glued_digits).parse(rest)?;
    in_order(input, first, second).map_or_else(|| input.refuse(), |date| Ok((rest, date)))
}

/// Day and month from two runs of digits, where the calendar has such.
fn in_order(input: Tokens<'_>, first: &str, second: &str) -> Option<(i8, i8)> {
    let (day, month) = match input.language().style.date_order {
        DateOrder::DayMonthYear => (first, second),
        DateOrder::MonthDayYear => (second, first),
    };
    let (day, month) = (day.parse::<i8>().ok()?, month.parse::<i8>().ok()?);
    let short = first.len() <= 2 && second.len() <= 2;
    (short && (1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
}

/// Whether letters or more digits are joined on behind.
fn goes_on(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|token| token.glued && (token.is_word() || token.kind == TokenKind::Digits))
        || pair(glued_char(|c| !matches!(c, ')' | ']' | '"' | '»' | '”')), glued_digits).parse(rest).is_ok()
}
