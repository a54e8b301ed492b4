//! "Nata nel 1947" says how old she is, "da 72 anni" says since when: both counted to the day of publication.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Subject, Tie};
use crate::value::{
    DateSpan, Dimension, Extent, Granularity, Interval, Number, Quantity, UnitRef, add_days, years_between,
};
use jiff::civil::Date;
use std::ops::Bound;

/// Nobody in the news is older.
const OLDEST: i64 = 120;

/// How old somebody is who was born then.
pub(super) fn born(tie: &Tie, article: &ArticleClaims) -> Option<Claim> {
    let Tie::Born(date) = tie else { return None };
    let told = article.mentions.get(*date)?;
    let Answer::Date(span, _) = &told.answer else { return None };
    let today = article.info.published?;
    let (least, most) = (years_between(add_days(span.to?, -1)?, today), years_between(span.from?, today));
    let age = age(least, most).filter(|_| (0..=OLDEST).contains(&least) && most - least <= 1)?;
    let subject = told.subject.as_ref()?;
    // The birth is what the date is told of; the age is that of the person.
    let subject = Subject {
        events: Vec::new(),
        attributes: Vec::new(),
        names: subject.names.iter().take(1).cloned().collect(),
        time: None,
        ..subject.clone()
    };
    let text = told.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let years = if least == most { most.to_string() } else { format!("{least} or {most}") };
    let why = format!("born “{text}”, on {today} {years} years old");
    Some(Claim { answer: Answer::Quantity(age), subject: Some(subject), ..following(told, Implication::Born, why) })
}

/// From the least completed years up to the day before the next birthday.
fn age(least: i64, most: i64) -> Option<Quantity> {
    let bounds = Interval::new(Bound::Included(Number::from(least)), Bound::Excluded(Number::from(most + 1)))?;
    let year = UnitRef { id: "year".into(), factor: Number::ONE, offset: Number::ZERO };
    let nominal = (least == most).then(|| Number::from(most));
    Some(Quantity { dimension: Dimension::Age, unit: Some(year), nominal, extent: Extent::plain(bounds) })
}

/// The years in which that began which lasts for so many whole years.
pub(super) fn since(tie: &Tie, article: &ArticleClaims) -> Option<Claim> {
    let Tie::Since(length) = tie else { return None };
    let told = article.mentions.get(*length)?;
    let Answer::Quantity(quantity) = &told.answer else { return None };
    let years = quantity.nominal.filter(|_| quantity.unit.as_ref().is_some_and(|unit| &*unit.id == "year"))?;
    let years =
        i16::try_from(years).ok().filter(|years| Number::from(*years) == quantity.nominal.unwrap_or_default())?;
    let today: Date = article.info.published?;
    let begun = today.year().checked_sub(years)?;
    let (first, last) = (DateSpan::year(begun.checked_sub(1)?)?, DateSpan::year(begun)?);
    let span = DateSpan::between(first.from, last.to, Granularity::Year);
    let text = told.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let why = format!("“{text}” up to {today} began in {} or {begun}", begun - 1);
    Some(Claim { answer: Answer::Date(span, None), ..following(told, Implication::Since, why) })
}
