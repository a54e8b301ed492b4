//! Who takes part in the events of a clause, and in which role.

use super::items::{Item, ItemKind, Reading};
use super::model::{Participant, Term};
use super::terms::concept_term;
use crate::rules::{ConceptClass, ConceptId, Mark};

/// Words between an event and one who takes part in it.
const REACH: u32 = 10;

/// The actors of the clause around a value with their roles in its events; without an event that gives roles, none.
pub fn participants(reading: &Reading<'_>, at: usize) -> Vec<Participant> {
    let mut found = Vec::new();
    for (event, item) in reading.near(at, REACH) {
        let Some(id) = role_event(reading, item) else { continue };
        for index in reading.around(event, REACH) {
            let Some(who) = actor_term(reading, &reading.items[index]) else { continue };
            if crosses_break(reading, index, event) {
                continue;
            }
            let position = position(reading, index, event);
            let role = position.and_then(|position| reading.lexicon().get(id).roles.get(position));
            let participant = Participant { role: role.map(|role| role.as_str().into()), who };
            if role.is_some() && !found.contains(&participant) {
                found.push(participant);
            }
        }
    }
    found.sort();
    found
}

fn role_event(reading: &Reading<'_>, item: &Item) -> Option<ConceptId> {
    item.concepts().iter().map(|(id, _)| *id).find(|id| {
        let concept = reading.lexicon().get(*id);
        concept.class == ConceptClass::Event && !concept.roles.is_empty()
    })
}

/// The actor that an item names: a country by its name, capital or adjective.
pub fn actor_term(reading: &Reading<'_>, item: &Item) -> Option<Term> {
    match &item.kind {
        ItemKind::Name(name) if reading.peoples.is_actor(name) => Some(name.clone()),
        _ => item.concept_of(ConceptClass::Actor, reading.lexicon()).map(|id| concept_term(id, reading.lexicon())),
    }
}

fn crosses_break(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let between = reading.items.get(a.min(b) + 1..a.max(b)).unwrap_or_default();
    between.iter().any(|item| matches!(item.kind, ItemKind::Break))
}

/// Where an actor stands in the clause of an event: behind a preposition, before the verb, after it.
fn position(reading: &Reading<'_>, actor: usize, event: usize) -> Option<&'static str> {
    let verb = reading.items.get(event)?.is_verb() || has_verb_sense(reading, event);
    let passive = verb && is_passive(reading, event);
    if let Some(named) = preposition(reading, actor) {
        return Some(if named == "from" && passive && actor > event { "by" } else { named });
    }
    match (verb, actor < event, passive) {
        (true, true, false) => Some("subject"),
        (true, true, true) => Some("object"),
        (true, false, _) => Some("object"),
        (false, ..) => None,
    }
}

fn has_verb_sense(reading: &Reading<'_>, item: usize) -> bool {
    reading.items[item].concepts().iter().any(|(_, class)| *class == crate::rules::WordClass::Verb)
}

/// The preposition before an actor, articles and nouns in apposition passed over: "dalla prigionia russa".
fn preposition(reading: &Reading<'_>, actor: usize) -> Option<&'static str> {
    const NAMES: [(Mark, &str); 8] = [
        (Mark::Between, "between"),
        (Mark::From, "from"),
        (Mark::To, "to"),
        (Mark::In, "in"),
        (Mark::With, "with"),
        (Mark::Against, "against"),
        (Mark::Agent, "by"),
        (Mark::Of, "of"),
    ];
    for back in 1..=3 {
        let item = reading.items.get(actor.checked_sub(back)?)?;
        if let Some((_, name)) = NAMES.iter().find(|(mark, _)| item.is(*mark)) {
            return Some(name);
        }
        // "tra Russia e Ucraina": the preposition holds for both.
        let passes = item.is_any(&[Mark::The, Mark::And])
            || matches!(item.kind, ItemKind::Word | ItemKind::Concept(_)) && !item.is_verb();
        if !passes {
            return None;
        }
    }
    None
}

/// An auxiliary of being right before a verb makes its subject the one that it happens to.
fn is_passive(reading: &Reading<'_>, event: usize) -> bool {
    (1..=3).map_while(|back| event.checked_sub(back)).any(|item| reading.items[item].is(Mark::Copula))
}

/// The two or more actors or names that the sentence names as sides: "tra Russia e Ucraina".
pub fn sides(reading: &Reading<'_>) -> Vec<Term> {
    let side = |item: usize| match &reading.items[item].kind {
        ItemKind::Name(name) => Some(name.clone()),
        _ => actor_term(reading, &reading.items[item]),
    };
    let actors: Vec<usize> = (0..reading.items.len()).filter(|item| side(*item).is_some()).collect();
    let mut found: Vec<Term> = Vec::new();
    for pair in actors.windows(2) {
        let [first, second] = pair else { continue };
        let joined = *second == first + 2 || (*second == first + 3 && reading.items[first + 2].is(Mark::The));
        let by_and = reading.items.get(first + 1).is_some_and(|item| item.is(Mark::And));
        if joined && by_and {
            found.extend([*first, *second].into_iter().filter_map(side));
        }
    }
    found.sort();
    found.dedup();
    found
}
