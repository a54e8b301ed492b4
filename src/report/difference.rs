//! How far apart two answers are, in the unit that a reader thinks in: people, percent, days.

use super::text::grouped;
use crate::claim::Answer;
use crate::value::{Dimension, Interval, Number, Quantity, days_between};

/// The distance from the first answer to the second, as lines of a cell; empty where there is none to tell.
///
/// Differences of numbers are exact, shares of the first number are rounded to a tenth of a percent.
pub fn difference(a: &Answer, b: &Answer) -> String {
    let told = match (a, b) {
        (Answer::Quantity(a), Answer::Quantity(b)) => quantities(a, b),
        (Answer::Ordinal(a), Answer::Ordinal(b)) => b.checked_sub(*a).filter(|gap| !gap.is_zero()).map(signed),
        (Answer::Date(a, _), Answer::Date(b, _)) => days(a.from, a.to, b.from, b.to),
        (Answer::Time(a), Answer::Time(b)) => Some(a.distance(b))
            .filter(|minutes| *minutes != 0)
            .map(|minutes| length(Number::from(minutes) * Number::from(60))),
        _ => None,
    };
    told.unwrap_or_default()
}

fn quantities(a: &Quantity, b: &Quantity) -> Option<String> {
    if a.dimension != b.dimension && !both_money(a, b) {
        return None;
    }
    match (a.base_nominal(), b.base_nominal()) {
        (Some(from), Some(to)) => {
            let gap = to.checked_sub(from).filter(|gap| !gap.is_zero())?;
            let absolute = with_unit(gap, a)?;
            Some(share(gap, from, a).map_or(absolute.clone(), |share| format!("{absolute}\n{share}")))
        }
        _ => {
            let (a_range, b_range) = (a.base_extent()?, b.base_extent()?);
            let gap = apart(a_range.strict(), b_range.strict())?;
            Some(format!("at least {}", with_unit(gap, a)?))
        }
    }
}

fn both_money(a: &Quantity, b: &Quantity) -> bool {
    let is_money = |quantity: &Quantity| quantity.dimension.is_money();
    is_money(a) && is_money(b)
}

/// A difference in base units, in the unit of the first quantity.
fn with_unit(gap: Number, like: &Quantity) -> Option<String> {
    Some(match &like.dimension {
        Dimension::Duration => format!("{}{}", if gap.is_sign_negative() { "−" } else { "+" }, length(gap.abs())),
        Dimension::Percent | Dimension::PercentPoint => format!("{} points", signed(gap)),
        Dimension::Age => format!("{} years", signed(gap)),
        Dimension::Money(code) => format!("{} {code}", signed(gap)),
        Dimension::Physical(_) => {
            let unit = like.unit.as_ref()?;
            format!("{} {}", signed(gap.checked_div(unit.factor)?.round_dp(3)), unit.id)
        }
        _ => signed(gap),
    })
}

fn share(gap: Number, from: Number, of: &Quantity) -> Option<String> {
    let shares = matches!(
        of.dimension,
        Dimension::Count
            | Dimension::Money(_)
            | Dimension::AmbiguousMoney(_)
            | Dimension::Duration
            | Dimension::Physical(_)
    );
    if !shares || from.is_zero() || of.unit.as_ref().is_some_and(|unit| !unit.offset.is_zero()) {
        return None;
    }
    let share = gap.checked_mul(Number::ONE_HUNDRED)?.checked_div(from.abs())?;
    Some(format!("{}%", signed(share.round_dp(1))))
}

/// How far the second range lies beyond the first; `None` where they meet.
fn apart(a: &Interval<Number>, b: &Interval<Number>) -> Option<Number> {
    if a.meets(b) {
        return None;
    }
    match (a.max(), b.min(), a.min(), b.max()) {
        (Some(a_max), Some(b_min), _, _) if a_max <= b_min => b_min.checked_sub(*a_max),
        (_, _, Some(a_min), Some(b_max)) => b_max.checked_sub(*a_min),
        _ => None,
    }
    .filter(|gap| !gap.is_zero())
}

type Day = Option<jiff::civil::Date>;

fn days(a_from: Day, a_to: Day, b_from: Day, b_to: Day) -> Option<String> {
    let (a_from, a_to, b_from, b_to) = (a_from?, a_to?, b_from?, b_to?);
    let gap = match () {
        () if a_to <= b_from => days_between(a_to, b_from) + 1,
        () if b_to <= a_from => -(days_between(b_to, a_from) + 1),
        () => return None,
    };
    let unit = if gap.abs() == 1 { "day" } else { "days" };
    Some(format!("{} {unit}", signed(gap.into())))
}

/// Seconds in the largest unit that tells them whole.
fn length(seconds: Number) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
    let fits = units.iter().find(|(size, _)| (seconds % Number::from(*size)).is_zero());
    let (size, unit) = fits.copied().unwrap_or((1, "second"));
    let number = seconds / Number::from(size);
    format!("{} {unit}{}", grouped(number), if number == Number::ONE { "" } else { "s" })
}

fn signed(value: Number) -> String {
    let sign = if value.is_sign_positive() { "+" } else { "" };
    format!("{sign}{}", grouped(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{ClockSpan, DateSpan};
    use jiff::civil::date;

    fn count(value: i64) -> Answer {
        Answer::Quantity(Quantity::count(value.into()))
    }

    #[test]
    fn differences_are_absolute_and_relative() {
        let day = |day| Answer::Date(DateSpan::day(date(2026, 2, day)), None);
        let time = |hour, minute| Answer::Time(ClockSpan::at(hour, minute, 0));
        for (a, b, told) in [
            (count(157), count(150), "−7\n−4.5%"),
            (count(0), count(3), "+3"),
            (count(4), count(4), ""),
            (day(4), day(5), "+1 day"),
            (day(9), day(5), "−4 days"),
            (time(21, 30), time(23, 0), "90 minutes"),
            (Answer::Ordinal(70.into()), Answer::Ordinal(68.into()), "−2"),
            (count(4), day(4), ""),
        ] {
            assert_eq!(difference(&a, &b), told);
        }
    }

    #[test]
    fn lengths_take_the_largest_whole_unit() {
        for (seconds, told) in [(172_800, "2 days"), (5_400, "90 minutes"), (3_600, "1 hour"), (61, "61 seconds")] {
            assert_eq!(length(Number::from(seconds)), told);
        }
    }
}
