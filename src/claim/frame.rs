//! What frames a question: a part or all, each or altogether, fact or plan, which of a sequence, over what time.

use super::context::{CLAUSE, Previous};
use super::items::{ItemKind, Reading};
use super::model::{Modality, Occurrence, Scope, Share, Subject};
use super::rate::per;
use crate::grammar::MentionValue;
use crate::rules::{Mark, Sense};

pub(super) fn frame(reading: &Reading<'_>, at: usize, previous: &Previous, subject: &mut Subject) {
    let mut marks_before = Vec::new();
    for item in reading.items.get(..at).unwrap_or_default().iter().rev().take(10) {
        // What is quoted is denied with the word before the quotation.
        if matches!(item.kind, ItemKind::Break) && !is_quote(reading.text(item.tokens.clone())) {
            break;
        }
        marks_before.extend_from_slice(&item.marks);
    }
    let after: Vec<Mark> = reading
        .items
        .get(at + 1..)
        .unwrap_or_default()
        .iter()
        .take(8)
        .take_while(|item| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)))
        .flat_map(|item| item.marks.iter().copied())
        .collect();
    let anywhere = |mark: Mark| marks_before.contains(&mark) || after.contains(&mark);
    let near_before =
        |mark: Mark| (1..=2).any(|back| at.checked_sub(back).is_some_and(|item| reading.items[item].is(mark)));
    subject.scope = if after.contains(&Mark::Each) || near_before(Mark::Each) {
        Scope::Each
    } else if anywhere(Mark::Altogether) {
        Scope::Altogether
    } else {
        Scope::Plain
    };
    subject.share = if is_part(reading, at) {
        Share::Part
    } else if near_before(Mark::Other)
        || reading.items.get(at + 1).is_some_and(|item| item.is(Mark::Other))
        || near_before(Mark::Besides)
        || inside_other(reading, at)
    {
        Share::Rest
    } else {
        Share::Whole
    };
    if subject.share == Share::Part && subject.events.is_empty() {
        subject.events = previous.counted.iter().flat_map(|(_, events)| events.clone()).collect();
    }
    subject.modality = if anywhere(Mark::Denied) {
        Modality::Denied
    } else if anywhere(Mark::Possible) {
        Modality::Possible
    } else if marks_before.contains(&Mark::Planned) || after.iter().take(3).any(|mark| *mark == Mark::Planned) {
        Modality::Planned
    } else {
        Modality::Fact
    };
    subject.corrected = reading.items.iter().any(|item| item.is(Mark::Correction));
    subject.per = per(reading, at);
    subject.change =
        [Mark::DegreeMore, Mark::DegreeLess].into_iter().find(|mark| after.iter().take(3).any(|found| found == mark));
    subject.occurrence = occurrence(reading, at);
    subject.one_of_several = in_row(reading, at) || of_one(reading, at);
}

/// "quakes of magnitude 5.8 and 5.1", "two boys aged eight and ten": another value of the kind right beside it.
fn in_row(reading: &Reading<'_>, at: usize) -> bool {
    const BETWEEN: usize = 2;
    let dimension = |item: usize| match &reading.items.get(item)?.kind {
        ItemKind::Mention(mention) => match &reading.mentions.get(*mention)?.value {
            MentionValue::Quantity(measured) => Some(&measured.quantity.dimension),
            _ => None,
        },
        _ => None,
    };
    let Some(own) = dimension(at) else { return false };
    let joined = |first: usize, second: usize| {
        let between = reading.items.get(first + 1..second).unwrap_or_default();
        between.iter().all(|item| matches!(item.kind, ItemKind::Function | ItemKind::Comma))
            && between.iter().any(|item| item.is(Mark::And))
    };
    (2..=BETWEEN + 1).any(|step| {
        let before = at.checked_sub(step).filter(|before| joined(*before, at)).and_then(dimension);
        let after = Some(at + step).filter(|after| joined(at, *after)).and_then(dimension);
        before == Some(own) || after == Some(own)
    })
}

/// "One of the trucks, loaded with 12 tonnes"; what stands right before a count is what it counts: "one of the 12 victims".
fn of_one(reading: &Reading<'_>, at: usize) -> bool {
    reading.near(at, CLAUSE).any(|(index, item)| index + 1 < at && item.is(Mark::OneOf))
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "«" | "»" | "“" | "”" | "„" | "\"")
}

/// "altri 14": the mark may be a hedge inside the mention.
fn inside_other(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = reading.items[at].tokens.clone();
    tokens.take(2).any(|token| reading.passage.tags(token).iter().any(|tag| tag.sense == Sense::Mark(Mark::Other)))
}

/// "di cui tre bambini", "fünf von ihnen", "including 12 women"
pub(super) fn is_part(reading: &Reading<'_>, at: usize) -> bool {
    let before = (1..=3)
        .map_while(|back| at.checked_sub(back))
        .map(|item| &reading.items[item])
        .take_while(|item| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)));
    // "tre dei quali" speaks of the three, "27 di cui cinque gravi" of the five.
    let after = reading.items.get(at + 1..).unwrap_or_default();
    let of_which = after.iter().take(2).position(|item| item.is(Mark::PartOf));
    let next = of_which.and_then(|mark| after.get(mark + 1));
    before.into_iter().any(|item| item.is(Mark::PartOf))
        || (next.is_some_and(|next| !matches!(next.kind, ItemKind::Mention(_)))
            && !after.iter().take(of_which.unwrap_or(0)).any(|it| matches!(it.kind, ItemKind::Comma | ItemKind::Break)))
}

/// "ne sono stati restituiti 150": the thing was named before.
pub(super) fn refers_back(reading: &Reading<'_>, at: usize) -> bool {
    reading.items.get(..at).unwrap_or_default().iter().rev().take(6).any(|item| item.is(Mark::PronounOf))
}

/// "il primo round", "il precedente scambio": which one of a sequence the clause speaks of.
pub(super) fn occurrence(reading: &Reading<'_>, at: usize) -> Option<Occurrence> {
    reading.near(at, CLAUSE).find_map(|(_, item)| match &item.kind {
        ItemKind::Mention(mention) => match reading.mentions.get(*mention).map(|mention| &mention.value) {
            Some(MentionValue::Ordinal(rank)) => u32::try_from(*rank).ok().map(Occurrence::Nth),
            _ => None,
        },
        _ if item.is_any(&[Mark::Previous, Mark::Last]) => Some(Occurrence::Earlier),
        _ if item.is_any(&[Mark::Next, Mark::Following]) => Some(Occurrence::Later),
        _ => None,
    })
}
