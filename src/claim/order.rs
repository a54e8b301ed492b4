//! Dates that a sentence puts in an order, and lengths of time beside their first and last day.

use super::items::{Item, ItemKind, Reading};
use super::partition::Tie;
use crate::grammar::{DateExpr, MentionValue, Origin};
use crate::rules::Mark;
use crate::value::Dimension;

fn is_date(reading: &Reading<'_>, mention: usize) -> bool {
    matches!(reading.mentions.get(mention).map(|mention| &mention.value), Some(MentionValue::Date(_)))
}

/// "two days later", "six years after"
fn is_step_on(reading: &Reading<'_>, mention: usize) -> bool {
    matches!(reading.mentions.get(mention).map(|mention| &mention.value), Some(MentionValue::Date(date))
        if matches!(date.expr, DateExpr::Shift { forward: true, from: Origin::Story, .. }))
}

fn only_comma(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    matches!(reading.between(a, b), Some([Item { kind: ItemKind::Comma, .. }]))
}

/// Which of two dates must be the later one.
pub(super) fn order(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let (before, after) = ((first + index).checked_sub(1), index + 1);
    if is_step_on(reading, index) && is_date(reading, after) {
        // "… in 1984 and, a year later, in 1985": the date told right before may stand in another sentence.
        if only_comma(reading, index, after) {
            return Some(Tie::Order { earlier: before?, later: first + after });
        }
    }
    // "in 1961, six years after her first novel, which appeared in 1955"
    let dated = (index + 1..reading.mentions.len()).find(|date| is_date(reading, *date));
    if is_step_on(reading, index)
        && let (Some(told), Some(dated)) = (index.checked_sub(1), dated)
        && is_date(reading, told)
        && only_comma(reading, told, index)
    {
        return Some(Tie::Order { earlier: first + dated, later: first + told });
    }
    // "on the 21st; the work, begun right after, ended on the 24th"
    let follows =
        |pair: &[Item]| pair[0].is(Mark::JustAfter) && matches!(pair[1].kind, ItemKind::Comma | ItemKind::Break);
    let steps_on = reading.between(index, after)?.windows(2).any(follows);
    (steps_on && is_date(reading, index) && is_date(reading, after))
        .then_some(Tie::Order { earlier: first + index, later: first + after })
}

/// A length of time right beside a range of days, or before two days that may be its ends.
pub(super) fn span(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let is_length = |mention: usize| {
        matches!(&reading.mentions[mention].value, MentionValue::Quantity(measured)
            if measured.quantity.dimension == Dimension::Duration)
    };
    if !is_length(index) || (0..reading.mentions.len()).any(|other| other != index && is_length(other)) {
        return None;
    }
    let next = index + 1;
    let is_range = matches!(&reading.mentions.get(next)?.value, MentionValue::Date(date)
        if matches!(date.expr, DateExpr::Range(..)));
    let told = |from: usize, to: usize| Some(Tie::Span { length: first + index, from: first + from, to: first + to });
    match (is_range && only_comma(reading, index, next), is_date(reading, next), is_date(reading, next + 1)) {
        (true, ..) => told(next, next),
        (false, true, true) if !is_range => told(next, next + 1),
        _ => None,
    }
}
