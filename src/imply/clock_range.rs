//! "Tra mezzanotte e le sei" says six hours.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication};
use crate::value::{Dimension, Extent, MINUTES_PER_DAY, Number, Quantity, UnitRef};

pub(super) fn clock_range(claim: &Claim, _article: &ArticleClaims) -> Vec<Claim> {
    let Answer::TimeRange(from, to) = &claim.answer else { return Vec::new() };
    let (Some(begins), Some(ends)) = (from.nominal_seconds, to.nominal_seconds) else { return Vec::new() };
    // "Between nine and five" is told without the half of the day, and is no longer than one.
    let longest = if from.half_day_open || to.half_day_open { MINUTES_PER_DAY / 2 } else { MINUTES_PER_DAY };
    let minutes = (ends - begins).div_euclid(60).rem_euclid(longest);
    let text = claim.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let why = format!("“{text}” is {}:{:02} hours", minutes / 60, minutes % 60);
    let minute = UnitRef { id: "minute".into(), factor: Number::from(60), offset: Number::ZERO };
    let length = Quantity {
        dimension: Dimension::Duration,
        unit: Some(minute),
        nominal: Some(Number::from(minutes)),
        extent: Extent::exact(Number::from(minutes)),
    };
    vec![Claim { answer: Answer::Quantity(length), ..following(claim, Implication::ClockRange, why) }]
}
