//! Spans of years in digits: "2019-2022", "2025/26", "il piano 2024-2030".

use super::*;

/// From one year to another, of which the second may be told by its last two digits.
pub(super) fn years(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = year_before_dash(input)?;
    let (rest, ()) = alt((dash, slash)).parse(rest)?;
    let (after, text) = digits(rest)?;
    let second = match (text.len(), text.parse::<i16>()) {
        (4, Ok(year)) => year,
        (2, Ok(short)) => first / 100 * 100 + short,
        _ => return input.refuse(),
    };
    let continued = after.first().is_some_and(|token| token.glued && (token.is('-') || token.kind == TokenKind::Word));
    let cued = preceded_by_time_word(input)
        || ends_with_mark(input, Mark::The)
        || input.before(1).is_some_and(|token| token.is('('));
    if second <= first || second > first + 120 || continued || !(cued || of_our_times(input, after, first..=second)) {
        return input.refuse();
    }
    let of = |year| DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() });
    Ok((after, DateExpr::Range(Box::new(of(first)), Box::new(of(second)))))
}

/// "il piano 2024-2030": years of which nobody counts things, behind a word and with nothing to count behind them.
fn of_our_times(input: Tokens<'_>, after: Tokens<'_>, years: std::ops::RangeInclusive<i16>) -> bool {
    let recent = *years.start() >= 1900 && *years.end() <= 2100;
    let behind_word =
        input.first().is_some_and(|token| !token.glued) && input.before(1).is_some_and(|token| token.is_word());
    let counted = after.first().is_some_and(|token| token.is('%'))
        || after.has(|sense| match sense {
            Sense::Unit(_) | Sense::Currency(_) | Sense::Percent | Sense::TimeUnit(_) => true,
            Sense::Concept(_, class) => *class == WordClass::Noun && !stands_alone(after),
            _ => false,
        });
    recent && behind_word && !counted
}

pub(super) fn year_before_dash(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(input)?;
    match text.parse::<i16>() {
        Ok(year) if text.len() == 4 && (1000..2200).contains(&year) => Ok((rest, year)),
        _ => input.refuse(),
    }
}

pub(super) fn slash(input: Tokens<'_>) -> Parsed<'_, ()> {
    glued_char(|c| c == '/')(input).map(|(rest, _)| (rest, ()))
}
