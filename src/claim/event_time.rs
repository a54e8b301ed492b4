//! When what a value counts happened.

use super::answer::Answer;
use super::items::{Item, ItemKind, Reading};
use super::saying::when_said;
use crate::rules::{ConceptClass, Mark};
use crate::value::{DateSpan, Granularity};

/// Items within which a date opens its sentence.
const OPENING: usize = 1;
/// Words between a date and what happened then.
const CLAUSE: u32 = 12;

/// The date nearest to a value in its sentence: when what it counts happened.
pub(super) fn event_time(reading: &Reading<'_>, mention: usize, answers: &[Answer]) -> Option<DateSpan> {
    let at = reading.item_of(mention)?;
    if matches!(answers.get(mention), Some(Answer::Date(..))) {
        return None;
    }
    let dated = answers.iter().enumerate().filter_map(|(index, answer)| match answer {
        Answer::Date(span, _) => {
            let item = reading.item_of(index)?;
            if is_of_name(reading, item, span) || when_said(reading, item) {
                return None;
            }
            Some((item, then(reading, item, span).unwrap_or(*span)))
        }
        _ => None,
    });
    let dated = dated.filter(|(item, _)| dated_value(reading, *item).is_none_or(|value| value == at));
    // "In 2007 the river …": what opens a sentence holds for all of it, other dates for their own clause.
    let holds = dated.map(|(item, span)| (if item <= OPENING { 0 } else { reading.distance(item, at) }, span));
    holds.filter(|(distance, _)| *distance <= CLAUSE).min_by_key(|(distance, _)| *distance).map(|(_, span)| span)
}

/// "La legge di bilancio 2026": a year right behind what it is the name of. What happens in a year is dated by it: "le
/// elezioni 2023".
fn is_of_name(reading: &Reading<'_>, date: usize, span: &DateSpan) -> bool {
    let lexicon = reading.lexicon();
    let named = date.checked_sub(1).and_then(|before| reading.items.get(before)).and_then(Item::noun);
    span.granularity == Granularity::Year
        && reading.passage.language.inflection.head_first()
        && named.is_some_and(|id| lexicon.get(id).class == ConceptClass::Thing)
}

/// "34, against 28 in 2023", "a 69 milioni, dai 120 di un anno prima": the value that a date right behind it dates, and
/// no other.
fn dated_value(reading: &Reading<'_>, date: usize) -> Option<usize> {
    let joined = reading.items.get(date.checked_sub(1)?)?.is_any(&[Mark::Of, Mark::In]);
    let value = date.checked_sub(if joined { 2 } else { 1 })?;
    matches!(reading.items.get(value)?.kind, ItemKind::Mention(_)).then_some(value)
}

/// "since October, when 185 were freed": what follows tells of October itself.
fn then(reading: &Reading<'_>, item: usize, span: &DateSpan) -> Option<DateSpan> {
    let start = span.from.filter(|_| span.to.is_none())?;
    let mut next = reading.items.get(item + 1..)?.iter().filter(|item| item.kind != ItemKind::Comma);
    if !next.next()?.is_any(&[Mark::Question, Mark::Relative]) {
        return None;
    }
    match span.granularity {
        Granularity::Day => Some(DateSpan::day(start)),
        Granularity::Month => DateSpan::month(start.year(), start.month()),
        Granularity::Year => DateSpan::year(start.year()),
        _ => None,
    }
}
