//! "Dal 4 al 5 marzo" says two days.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication};
use crate::rules::TimeUnit;
use crate::value::{Dimension, Extent, Granularity, Interval, Number, Quantity};
use std::ops::Bound;

/// Longer ranges are told in months and years, which days would only seem to contradict.
const LONGEST: i64 = 45;

pub(super) fn date_range(claim: &Claim, _article: &ArticleClaims) -> Vec<Claim> {
    let Answer::Date(span, None) = &claim.answer else { return Vec::new() };
    let days = span.days().filter(|days| (2..=LONGEST).contains(days));
    let Some(days) = days.filter(|_| span.granularity == Granularity::Day && !span.approximate) else {
        return Vec::new();
    };
    let Some(duration) = duration(days) else { return Vec::new() };
    let text = claim.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let why = format!("“{text}” is {days} days, counting both ends");
    vec![Claim { answer: Answer::Quantity(duration), ..following(claim, Implication::DateRange, why) }]
}

/// Some count the days between the ends, some both ends: both are fair.
fn duration(days: i64) -> Option<Quantity> {
    let (least, most) = (Number::from(days - 1), Number::from(days));
    let bounds = Interval::new(Bound::Included(least), Bound::Included(most))?;
    Some(Quantity {
        dimension: Dimension::Duration,
        unit: Some(TimeUnit::Day.unit()),
        nominal: Some(most),
        extent: Extent::plain(bounds),
    })
}
