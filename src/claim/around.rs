//! What stands around a value: names, places, the words beside it.

use super::context::{CLAUSE, MOST, PHRASE, push};
use super::items::{ItemKind, Reading};
use super::model::Term;
use super::participants::actor_term;
use crate::rules::Mark;
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
