//! Whose age it is: by the name beside it, or by what somebody is: "il cantante, 71 anni" is Dario Montefosco where the
//! article calls him one.

use super::items::{Item, ItemKind, Reading};
use super::model::Term;
use super::terms::concept_term;
use crate::rules::Mark;
use rustc_hash::FxHashMap;

/// The names of an article by the word for a person that stands beside them; `None` where several persons are called so.
#[derive(Debug, Default)]
pub(super) struct Bearers(FxHashMap<Term, Option<Term>>);

impl Bearers {
    /// Looks through the sentences of an article.
    pub fn of(readings: &[Vec<Reading<'_>>]) -> Self {
        let mut found = Self::default();
        for reading in readings.iter().flatten() {
            for at in 0..reading.items.len() {
                if let Some((role, name)) = called(reading, at) {
                    let known = found.0.entry(role).or_insert_with(|| Some(name.clone()));
                    if known.as_ref() != Some(&name) {
                        *known = None;
                    }
                }
            }
        }
        found
    }

    /// The one person whom the article calls so.
    pub fn name_of(&self, role: &Term) -> Option<&Term> {
        self.0.get(role)?.as_ref()
    }
}

/// "il cantante Dario Montefosco", "Dario Montefosco, il cantante": a name and what its bearer is.
fn called(reading: &Reading<'_>, at: usize) -> Option<(Term, Term)> {
    let ItemKind::Name(name) = &reading.items.get(at)?.kind else { return None };
    let role = |item: usize| {
        let id = reading.items.get(item)?.noun().filter(|id| reading.lexicon().is_person(*id))?;
        Some(concept_term(id, reading.lexicon()))
    };
    let behind = || {
        reading.items.get(at + 1).filter(|next| next.kind == ItemKind::Comma)?;
        let article = reading.items.get(at + 2).is_some_and(|item| item.is(Mark::The));
        role(if article { at + 3 } else { at + 2 })
    };
    let before = at.checked_sub(1).and_then(role);
    // "À Lyon, une infirmière": where she was.
    let place = || reading.is_governed(at, &[Mark::In, Mark::To]);
    Some((before.or_else(|| behind().filter(|_| !place()))?, name.clone()))
}

/// Whose age it is: "Rivers, 27", "the 27-year-old Rivers". Behind a noun of its own ("a girl of twelve") the name must
/// stand beside them both; else it is the last one before that no preposition governs: "Finch died in 2014 at 61".
pub(super) fn bearer(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BEFORE: u32 = 14;
    const GOVERNED: [Mark; 4] = [Mark::In, Mark::With, Mark::Against, Mark::AccordingTo];
    let item = |index: usize| reading.items.get(index);
    let name = |index: usize| match &item(index)?.kind {
        ItemKind::Name(name) => Some(name.clone()),
        _ => None,
    };
    let beside = beside(reading, at, &name);
    if beside.is_some() || has_own_noun(reading, at) {
        return beside.into_iter().collect();
    }
    let governed = |index: usize| index.checked_sub(1).and_then(item).is_some_and(|before| before.is_any(&GOVERNED));
    let before = reading.near(at, BEFORE).map(|(index, _)| index).filter(|index| *index < at && !governed(*index));
    before.filter_map(name).take(1).collect()
}

/// The name in one phrase with an age or in apposition to it, no more than words for a person between them.
fn beside(reading: &Reading<'_>, at: usize, name: &dyn Fn(usize) -> Option<Term>) -> Option<Term> {
    const WORDS: usize = 4;
    let passes = |index: &usize| {
        reading.items.get(*index).is_some_and(|item| match item.kind {
            ItemKind::Comma => true,
            ItemKind::Break => matches!(reading.text(item.tokens.clone()), "(" | ")"),
            ItemKind::Function => item.is_any(&[Mark::The, Mark::Of, Mark::AgeBefore, Mark::AgeOf, Mark::AgeAfter]),
            ItemKind::Word | ItemKind::Concept(_) => !item.is_verb(),
            ItemKind::Mention(_) | ItemKind::Name(_) => false,
        })
    };
    let commas = |range: &mut dyn Iterator<Item = usize>| {
        range.filter(|index| reading.items.get(*index).is_some_and(|item| item.kind == ItemKind::Comma)).count()
    };
    // "Rivers, a plumber of 27", "Rivers (27)": no second comma, which would begin another one of a list.
    let before = (0..at).rev().take(WORDS).find(|index| !passes(index));
    let before = before.filter(|index| commas(&mut (index + 1..at)) < 2);
    let after = (at + 1..reading.items.len()).take(WORDS).find(|index| !passes(index));
    let after = after.filter(|index| commas(&mut (at + 1..*index)) == 0);
    let named = |index: usize| name(index).filter(|_| !reading.is_governed(index, &[Mark::In]));
    // "A Modena una ragazza, 19 anni": what stands between is said of the name only behind a comma or a bracket.
    let apposed = |index: &usize| {
        let words = (index + 1..at).filter_map(|between| reading.items.get(between));
        let opened = |item: &Item| matches!(item.kind, ItemKind::Comma | ItemKind::Break);
        let mut words = words.skip_while(|item| item.is(Mark::AgeBefore)).peekable();
        words.peek().is_none_or(|item| opened(item))
            || !words.any(|item| item.noun().is_some() && !reading.is_like_a_name(item))
    };
    before.filter(apposed).and_then(named).or_else(|| after.and_then(named))
}

/// "a 12-year-old girl", "un uomo di 43 anni", "a nurse, 34": the age belongs to a noun for a person.
fn has_own_noun(reading: &Reading<'_>, at: usize) -> bool {
    let is_person = |index: usize| {
        let noun = reading.items.get(index).and_then(Item::noun);
        noun.is_some_and(|id| reading.lexicon().is_person(id))
    };
    let joined = |back: usize| {
        let between = reading.items.get(at - back + 1..at).unwrap_or_default();
        between.iter().all(|item| matches!(item.kind, ItemKind::Function | ItemKind::Comma))
    };
    is_person(at + 1) || (1..=2).any(|back| back <= at && joined(back) && is_person(at - back))
}

/// "34-jähriger Fahrer", "the driver, 34", "l'operaio, di 47 anni": who is that old.
pub(super) fn aged_person(reading: &Reading<'_>, at: usize) -> Option<Term> {
    const BEHIND: usize = 2;
    const AHEAD: usize = 8;
    let is_person = |item: &usize| {
        reading.items.get(*item).and_then(Item::noun).is_some_and(|id| {
            reading.lexicon().is_person(id) && !reading.is_governed(*item, &[Mark::Of, Mark::With, Mark::AccordingTo])
        })
    };
    let own = |item: &usize| !matches!(reading.items.get(*item).map(|item| &item.kind), Some(ItemKind::Mention(_)));
    let behind = (at + 1..=at + BEHIND)
        .take_while(|item| {
            reading.items.get(*item).is_some_and(|it| !matches!(it.kind, ItemKind::Comma | ItemKind::Break))
        })
        .take_while(own)
        .find(is_person);
    let found = behind.or_else(|| (0..at).rev().take(AHEAD).take_while(own).find(is_person))?;
    reading.term_as_noun(found)
}
