//! "Dalle 9 alle 17" says eight hours, "tra le 3 e le 5" no more than two.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Tie};
use crate::rules::TimeUnit;
use crate::value::{Dimension, Extent, Interval, MINUTES_PER_DAY, Number, Quantity};
use std::ops::Bound;

pub(super) fn hours(tie: &Tie, article: &ArticleClaims) -> Option<Claim> {
    let Tie::Hours { range, within } = tie else { return None };
    let told = article.mentions.get(*range)?;
    let Answer::TimeRange(from, to) = &told.answer else { return None };
    // "From nine to five" is told without the half of the day, and is no longer than one.
    let longest = if from.half_day_open || to.half_day_open { MINUTES_PER_DAY / 2 } else { MINUTES_PER_DAY };
    let minutes = (to.nominal_seconds? - from.nominal_seconds?).div_euclid(60).rem_euclid(longest);
    // "Dalle 21 alle 21" may be a day, or a slip.
    if minutes == 0 {
        return None;
    }
    // Each end can be as much off as its words are loose.
    let loose = (from.to - from.from - 1) + (to.to - to.from - 1);
    let least = if *within { 0 } else { (minutes - loose).max(0) };
    let bounds = Interval::new(Bound::Included(Number::from(least)), Bound::Included(Number::from(minutes + loose)))?;
    let length = Quantity {
        dimension: Dimension::Duration,
        unit: Some(TimeUnit::Minute.unit()),
        nominal: Some(Number::from(minutes)),
        extent: Extent::plain(bounds),
    };
    let text = told.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let most = if *within { "no more than " } else { "" };
    let why = format!("“{text}” is {most}{}:{:02} hours", minutes / 60, minutes % 60);
    Some(Claim { answer: Answer::Quantity(length), ..following(told, Implication::ClockRange, why) })
}
