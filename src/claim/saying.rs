//! Who says so, and when it was said.

use super::context::SOURCE;
use super::items::{Item, ItemKind, Reading};
use super::model::Attribution;
use crate::rules::{ConceptClass, ConceptId, Mark};

/// "secondo la prefettura", "ha detto la polizia": who stands behind the figure. A word that may name a source and does
/// not ("danni per 45 milioni") leaves it to the next one.
pub(super) fn attribution(reading: &Reading<'_>, at: usize) -> Option<Attribution> {
    let speaking = reading.near(at, SOURCE).filter(|(_, item)| item.is_any(&[Mark::AccordingTo, Mark::Says]));
    let found =
        speaking.filter_map(|(index, item)| source(reading, index, item)).find_map(|who| reading.items.get(who));
    found.map(|who| Attribution { who: reading.term(who), text: reading.text(who.tokens.clone()).to_owned() })
}

/// The item that a word of saying has for its source.
pub(super) fn source(reading: &Reading<'_>, index: usize, item: &Item) -> Option<usize> {
    const NEAR: usize = 6;
    // A figure can be according to a report; only somebody says it, and "nella regione" names nobody.
    let rules = reading.passage.rules;
    let anything = |id: ConceptId| item.is(Mark::AccordingTo) && rules.lexicon.get(id).class == ConceptClass::Thing;
    let is_source = |item: &Item| {
        let who = item.noun().is_some_and(|id| anything(id) || rules.judgement.speaks(id, &rules.lexicon));
        who || matches!(item.kind, ItemKind::Name(_))
    };
    let first = |range: &mut dyn Iterator<Item = usize>| {
        range
            .map_while(|at| reading.items.get(at).map(|item| (at, item)))
            .take(NEAR)
            .take_while(|(_, item)| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)))
            .find(|(at, item)| is_source(item) && !reading.is_governed(*at, &[Mark::In]))
            .map(|(at, _)| at)
    };
    let after = &mut (index + 1..reading.items.len());
    if item.is(Mark::AccordingTo) { first(after) } else { first(&mut (0..index).rev()).or_else(|| first(after)) }
}

/// "the mayor said Tuesday", "Yesterday, the harbour master explained that …": the day of the saying, which no fact hangs on.
pub(super) fn when_said(reading: &Reading<'_>, at: usize) -> bool {
    const BEHIND: usize = 4;
    const AHEAD: usize = 6;
    let rules = reading.passage.rules;
    let person = |id: ConceptId| rules.lexicon.is_person(id) || rules.judgement.speaks(id, &rules.lexicon);
    let passes = |index: &usize| {
        reading.items.get(*index).is_some_and(|item| match item.kind {
            _ if item.is(Mark::Says) => false,
            ItemKind::Function => !item.is_any(&[Mark::Relative, Mark::Copula, Mark::Auxiliary]),
            ItemKind::Name(_) => true,
            ItemKind::Concept(_) => item.noun().is_some_and(person),
            _ => false,
        })
    };
    // "was announced on Saturday" tells of the announcement itself.
    let says = |index: &usize| {
        let before = index.checked_sub(1).and_then(|before| reading.items.get(before));
        let passive = before.is_some_and(|before| before.is(Mark::Copula));
        reading.items.get(*index).is_some_and(|item| item.is(Mark::Says)) && !passive
    };
    if (at.saturating_sub(BEHIND)..at).rev().find(|index| !passes(index)).is_some_and(|index| says(&index)) {
        return true;
    }
    let comma = reading.items.get(at + 1).is_some_and(|item| item.kind == ItemKind::Comma);
    let first = at + 1 + usize::from(comma);
    let verb = (first..first + AHEAD).find(|index| !passes(index)).filter(says);
    // "On Saturday, police said, a man was shot" tells when he was.
    let that = |verb: usize| reading.items.get(verb + 1).is_some_and(|item| item.is(Mark::Relative));
    at <= 1 && verb.is_some_and(that)
}
