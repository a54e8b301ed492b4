//! What is told per month beside what is told per year.

use super::closeness::ratio;
use super::extent;
use super::side::Side;
use crate::claim::{Answer, Subject, Term};
use crate::rules::TimeUnit;
use crate::value::{Number, Relation};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

const DAY: Number = Number::from_parts(86_400, 0, 0, false, 0);
/// How many times one rate may be the other for months of thirty days, weeks of five.
const ABOUT: Number = Number::from_parts(11, 0, 0, false, 1);

/// Whether one is told for another length of time than the other.
pub(super) fn of_other_lengths(a: &Subject, b: &Subject) -> bool {
    a.per.is_some() && b.per.is_some() && a.per != b.per
}

/// Both answers for one day, where they are told for two lengths of time; `None` where they are not, or nobody knows how
/// long one is. One figure for both is a slip of one of them, and no rate.
pub(super) fn daily(a: Side<'_>, b: Side<'_>) -> Option<[Answer; 2]> {
    if !of_other_lengths(a.subject, b.subject) || extent::is_same_figure(a.answer, b.answer) {
        return None;
    }
    Some([of_a_day(a)?, of_a_day(b)?])
}

/// How two answers of one day stand to each other: near is the same.
pub(super) fn relation([a, b]: &[Answer; 2], told: Relation) -> Relation {
    let near = ratio(a, b).is_some_and(|ratio| ratio <= ABOUT);
    if told == Relation::Disjoint && near { Relation::Overlaps } else { told }
}

fn of_a_day(side: Side<'_>) -> Option<Answer> {
    let Answer::Quantity(told) = side.answer else { return None };
    let days = seconds(side.subject.per.as_ref()?)?.checked_div(DAY)?;
    Some(Answer::Quantity(told.map(|value| value.checked_div(days))?))
}

/// "time.month", "time.63072000-seconds"
fn seconds(per: &Term) -> Option<Number> {
    let Term::Concept(name) = per else { return None };
    let name = name.strip_prefix("time.")?;
    match name.strip_suffix("-seconds") {
        Some(seconds) => seconds.parse().ok(),
        None => {
            let unit: Result<TimeUnit, Error> = TimeUnit::deserialize(name.into_deserializer());
            Some(Number::from(unit.ok()?.seconds()))
        }
    }
    .filter(|seconds| *seconds > Number::ZERO)
}
