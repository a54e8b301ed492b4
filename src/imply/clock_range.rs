//! "Tra mezzanotte e le sei" says six hours.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication};
use crate::value::{Dimension, Extent, MINUTES_PER_DAY, Number, Quantity, UnitRef};

pub(super) fn clock_range(claim: &Claim, _article: &ArticleClaims) -> Vec<Claim> {
    let Answer::TimeRange(from, to) = &claim.answer else { return Vec::new() };
    let (Some(begins), Some(ends)) = (from.nominal_seconds, to.nominal_seconds) else { return Vec::new() };
    // Whether noon or midnight lies between is then not sure either.
    if from.half_day_open != to.half_day_open {
        return Vec::new();
    }
    let minutes = (ends - begins).div_euclid(60).rem_euclid(MINUTES_PER_DAY);
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
