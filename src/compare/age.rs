//! Ages grow: who was 41 in the summer of 2019 is 43 in the winter of 2022.

use super::extent;
use super::side::Side;
use super::story::TOGETHER;
use crate::claim::{Answer, Kind};
use crate::rules::Rules;
use crate::value::{Number, Relation, days_between};

/// Hundredths of a day in a year.
const YEAR: i64 = 36_525;

/// How two ages told on two days stand to each other, by the years between them. One age told on both is that on the day
/// of the story; what is told on days that are not known, or at about one time, stands as it is told.
pub(super) fn relation(a: Side<'_>, b: Side<'_>, told: Relation, rules: &Rules) -> Relation {
    let (Kind::Age, Relation::Disjoint | Relation::Tension) = (a.kind(), told) else { return told };
    let (Some(p), Some(q)) = (a.article.published, b.article.published) else { return told };
    let (earlier, later) = if p <= q { (a, b) } else { (b, a) };
    let days = 100 * days_between(p, q).abs();
    let years = days / YEAR..=(days + YEAR - 100 * TOGETHER) / YEAR;
    if *years.end() == 0 {
        return told;
    }
    let relations = years.filter_map(|years| {
        let grown = older(earlier.answer, Number::from(years))?;
        extent::relation(&grown, later.answer, &rules.units)
    });
    relations.min_by_key(|relation| matches!(relation, Relation::Disjoint | Relation::Tension)).unwrap_or(told)
}

fn older(age: &Answer, years: Number) -> Option<Answer> {
    let Answer::Quantity(told) = age else { return None };
    let grown = years.checked_div(told.unit.as_ref().map_or(Number::ONE, |unit| unit.factor))?;
    Some(Answer::Quantity(told.map(|age| age.checked_add(grown))?))
}
