//! What stands around a value: names, owners, places, who says so, the words beside it.

use super::context::{CLAUSE, MOST, PHRASE, SOURCE, push};
use super::items::{Item, ItemKind, Reading};
use super::model::{Attribution, Term};
use super::participants::actor_term;
use crate::rules::{ConceptClass, ConceptId, Mark};
use std::ops::Range;

pub(super) fn names(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    let mut found = Vec::new();
    for (_, item) in reading.near(at, CLAUSE) {
        if let ItemKind::Name(name) = &item.kind {
            push(&mut found, name.clone());
        }
    }
    found
}

/// "Rautins scored 17 points", "L'Aurelia ha 41 punti": the last name before the verb of the value, behind no preposition.
pub(super) fn owner(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let clause = reading.items.get(..at)?.iter().enumerate().rev().take_while(|(index, item)| {
        !matches!(item.kind, ItemKind::Break) && reading.distance(*index, at) <= 2 * CLAUSE
    });
    let mut verb_seen = false;
    for (index, item) in clause {
        verb_seen |= item.is_verb() || item.is_any(&[Mark::Auxiliary, Mark::Copula]);
        let named = matches!(item.kind, ItemKind::Name(_)) || actor_term(reading, item).is_some();
        let governed = index.checked_sub(1).and_then(|before| reading.items.get(before)).is_some_and(|before| {
            before.is_any(&[
                Mark::In,
                Mark::Of,
                Mark::From,
                Mark::To,
                Mark::With,
                Mark::Against,
                Mark::Agent,
                Mark::AccordingTo,
            ])
        });
        if named && verb_seen && !governed {
            return actor_term(reading, item).or_else(|| reading.term(item));
        }
    }
    None
}

/// "a Kharkiv", "nell'eurozona": names and actors right behind a preposition of place.
pub(super) fn places(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    let mut found = Vec::new();
    for index in reading.around(at, 2 * CLAUSE) {
        let item = &reading.items[index];
        let named = matches!(item.kind, ItemKind::Name(_)) || actor_term(reading, item).is_some();
        let behind = (1..=2).map_while(|back| index.checked_sub(back)).map(|item| &reading.items[item]);
        let inside = behind.take_while(|item| matches!(item.kind, ItemKind::Function)).any(|item| item.is(Mark::In));
        if named && inside {
            found.extend(actor_term(reading, item).or_else(|| reading.term(item)));
        }
    }
    found.truncate(MOST);
    found
}

/// "Orozco, 27": the name that an age stands beside, or the last one before it that no preposition governs.
pub(super) fn bearer(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BESIDE: u32 = 5;
    const BEFORE: u32 = 14;
    const GOVERNED: [Mark; 4] = [Mark::In, Mark::With, Mark::Against, Mark::AccordingTo];
    let named = |item: &Item| match &item.kind {
        ItemKind::Name(name) => Some(name.clone()),
        _ => None,
    };
    let governed = |index: usize| {
        index.checked_sub(1).and_then(|before| reading.items.get(before)).is_some_and(|item| item.is_any(&GOVERNED))
    };
    let beside = reading.near(at, BESIDE).find_map(|(_, item)| named(item));
    let before = || {
        let items = reading.near(at, BEFORE).filter(|(index, _)| *index < at && !governed(*index));
        items.filter_map(|(_, item)| named(item)).next()
    };
    beside.or_else(before).into_iter().collect()
}

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
    // A figure can be according to a report; only somebody says it, and "per furto" names nobody.
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
            .find(|(_, item)| is_source(item))
            .map(|(at, _)| at)
    };
    let after = &mut (index + 1..reading.items.len());
    if item.is(Mark::AccordingTo) { first(after) } else { first(&mut (0..index).rev()).or_else(|| first(after)) }
}

/// The telling words right beside a value, mentions of other values between them or not.
pub(super) fn near_words(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BESIDE: usize = 6;
    let words = reading.near(at, PHRASE).map(|(_, item)| item).filter(|item| reading.is_telling(item));
    let mut found: Vec<Term> = words.take(BESIDE).flat_map(|item| reading.terms(item)).collect();
    found.sort();
    found.dedup();
    found
}

/// The words that a reader sees as the question: the noun with what follows it, or the event or property.
pub(super) fn label(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> String {
    let value = reading.items[at].tokens.clone();
    let noun = value.end..tokens.end;
    if !noun.is_empty() {
        return reading.text(noun).to_owned();
    }
    let telling = reading
        .near(at, CLAUSE)
        .map(|(_, item)| item)
        .find(|item| matches!(item.kind, ItemKind::Concept(_)) && !item.is_any(&[Mark::Says, Mark::AccordingTo]));
    telling.map_or_else(String::new, |item| reading.text(item.tokens.clone()).to_owned())
}
