//! What binding goes by: how far words reach, and what the sentences before said.

use super::model::Term;

/// Words between a value and an event that still belongs to it.
pub(super) const CLAUSE: u32 = 9;
/// Words between a value and the nearest event of its sentence.
pub(super) const SENTENCE: u32 = 24;
/// Words between a value and a property or a thing that it measures.
pub(super) const PHRASE: u32 = 7;
/// Words between a value and those who say so; a bracket or a colon parts more than a comma.
pub(super) const SOURCE: u32 = 22;
/// At most so many events, attributes and names describe one question.
pub(super) const MOST: usize = 4;

/// What binding one value leaves behind for the next ones of the article.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    /// The last thing counted, with its events.
    pub counted: Option<(Term, Vec<Term>)>,
    /// The thing that a question asked for.
    pub asked: Option<Term>,
    /// What happens in that question: "Wann geschah der Unfall?"
    pub asked_events: Vec<Term>,
    /// What happens in the sentence before.
    pub told: Vec<Term>,
}

/// Adds a term that is not there yet, up to the most that describe a question.
pub(super) fn push(list: &mut Vec<Term>, term: Term) {
    if list.len() < MOST && !list.contains(&term) {
        list.push(term);
    }
}
