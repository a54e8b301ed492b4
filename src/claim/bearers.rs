//! Who is meant by what he is: "il cantante, 71 anni" is Dario Montefosco where the article calls him one.

use super::items::{ItemKind, Reading};
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
    Some((before.or_else(behind)?, name.clone()))
}
