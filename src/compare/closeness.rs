//! How near two values lie: answers to one question mostly differ by little, answers to two by anything.

use super::side::Side;
use crate::claim::{Answer, Kind};
use crate::rules::Closeness;
use crate::value::{ClockSpan, DateSpan, Extent, Granularity, Interval, Number, days_between};
use jiff::civil::Date;
use std::ops::Bound;

/// In thousandths: 1000 where nearly the same is told, 0 where the distance says nothing, -1000 where they lie far apart.
pub(super) fn closeness(a: Side<'_>, b: Side<'_>, curves: &Closeness) -> i32 {
    match (a.answer, b.answer) {
        (Answer::Date(x, _), Answer::Date(y, _)) => {
            let written = a.article.published.max(b.article.published);
            x.from.zip(y.from).map_or(0, |(x, y)| curves.dates.at(days_quotient(x, y, written)))
        }
        (Answer::Time(x), Answer::Time(y)) => curves.times.at(minutes(x, y)),
        (Answer::TimeRange(from, to), Answer::TimeRange(other_from, other_to)) => {
            curves.times.at(minutes(from, other_from).max(minutes(to, other_to)))
        }
        (Answer::Ordinal(x), Answer::Ordinal(y)) => quotient(*x, *y).map_or(0, |it| curves.figures.at(hundredths(it))),
        (x, y) if is_slip(x, y) => 1000,
        (x, y) => {
            let curve = if a.kind() == Kind::Age { &curves.ages } else { &curves.figures };
            // A point in the wrong place says neither: 70,000 and 7,000.
            let at = |ratio: Number| if ratio == Number::TEN { 0 } else { curve.at(hundredths(ratio)) };
            ratio(x, y).map_or(0, at)
        }
    }
}

/// How many times as far from the day of writing one day lies as the other, in hundredths: a week is little in a year, and
/// much from yesterday. That day itself counts as one away.
fn days_quotient(x: Date, y: Date, written: Option<Date>) -> i64 {
    let Some(written) = written else { return 100 * (days_between(x, y).abs() + 1) };
    let (x, y) = (days_between(written, x), days_between(written, y));
    let (near, far) = (x.abs().min(y.abs()) + 1, x.abs().max(y.abs()) + 1);
    if (x < 0) == (y < 0) || near == 1 { 100 * far / near } else { 100 * far * near }
}

fn minutes(x: &ClockSpan, y: &ClockSpan) -> i64 {
    i64::from((x.from - y.from).abs())
}

fn hundredths(quotient: Number) -> i64 {
    let hundredths = quotient.checked_mul(Number::ONE_HUNDRED);
    hundredths.and_then(|it| i64::try_from(it.ceil()).ok()).unwrap_or(i64::MAX)
}

/// How many times one value is the other, at least one; `None` where a range or a zero has no such answer.
pub(super) fn ratio(a: &Answer, b: &Answer) -> Option<Number> {
    let (Answer::Quantity(x), Answer::Quantity(y)) = (a, b) else { return None };
    let (x, y) = (middle(&x.base_extent()?)?, middle(&y.base_extent()?)?);
    quotient(x, y)
}

fn quotient(x: Number, y: Number) -> Option<Number> {
    if x <= Number::ZERO || y <= Number::ZERO {
        return None;
    }
    x.max(y).checked_div(x.min(y))
}

/// Whether one value is many times the other, or the year of one date and the day of the other lie years apart.
pub(super) fn is_far(a: &Answer, b: &Answer, many: u32) -> bool {
    if let (Answer::Date(x, _), Answer::Date(y, _)) = (a, b) {
        let coarse = |span: &DateSpan| span.granularity <= Granularity::Year;
        let days = x.from.zip(y.from).map(|(x, y)| days_between(x, y).abs());
        return coarse(x) != coarse(y) && days.is_some_and(|days| days > YEARS);
    }
    ratio(a, b).is_some_and(|ratio| ratio > Number::from(many)) && !is_slip(a, b)
}

/// Days between a year and a day that are told of two things: the village was founded then, and flooded now.
const YEARS: i64 = 800;

/// Whether one figure looks like a slip of the other: millions for billions, 17.8 for 18.7, 1.2
/// millions for 120,000.
pub(super) fn is_slip(a: &Answer, b: &Answer) -> bool {
    if let (Answer::Quantity(x), Answer::Quantity(y)) = (a, b)
        && x.unit != y.unit
    {
        return false;
    }
    let (Some(x), Some(y)) = (digits(a), digits(b)) else { return false };
    let swapped = |x: &str, y: &str| {
        let sorted = |digits: &str| {
            let mut digits: Vec<char> = digits.chars().collect();
            digits.sort_unstable();
            digits
        };
        x.len() > 1 && x != y && sorted(x) == sorted(y)
    };
    match ratio(a, b) {
        Some(ratio) => {
            let scales = [Number::ONE_THOUSAND, Number::ONE_THOUSAND * Number::ONE_THOUSAND];
            swapped(&x, &y) && ratio < Number::TEN || x.len() > 1 && x == y && scales.contains(&ratio)
        }
        None => swapped(&x, &y),
    }
}

/// The digits of a figure, a time of day or a year, without zeros at the end of a figure.
fn digits(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Quantity(quantity) => {
            let mantissa = quantity.nominal?.normalize().mantissa();
            Some(mantissa.to_string().trim_end_matches('0').to_owned())
        }
        Answer::Time(time) => {
            let minutes = time.nominal_seconds? / 60;
            Some(format!("{}{:02}", minutes / 60, minutes % 60))
        }
        Answer::Date(span, _) if span.granularity == Granularity::Year => Some(span.from?.year().to_string()),
        _ => None,
    }
}

fn middle(extent: &Extent<Number>) -> Option<Number> {
    let plausible: &Interval<Number> = extent.plausible();
    match (plausible.lower(), plausible.upper()) {
        (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => {
            low.checked_add(*high)?.checked_div(Number::TWO)
        }
        _ => None,
    }
}
