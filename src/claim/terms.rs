//! The terms of words, each made once and shared: a text uses the same few thousand words over and over.

use super::model::Term;
use crate::lex::fold;
use crate::rules::{ConceptId, Language, Lexicon};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// Words of one language kept by a thread before it forgets them all.
const KEPT: usize = 50_000;

/// Terms by the word as written.
type Known = FxHashMap<Box<str>, Term>;

thread_local! {
    static NAMES: RefCell<Known> = RefCell::default();
    static STEMS: RefCell<FxHashMap<Box<str>, Known>> = RefCell::default();
}

/// The language-neutral name of a concept.
pub fn concept_term(id: ConceptId, lexicon: &Lexicon) -> Term {
    Term::Concept(Arc::clone(&lexicon.get(id).id))
}

/// The term of a name, by its word.
pub fn name_term(word: &str) -> Term {
    NAMES.with_borrow_mut(|known| kept(known, word, || Term::Name(fold(word).into())))
}

/// The term of a word that no lexicon knows: its stem with its language.
pub fn stem_term(word: &str, language: &Language) -> Term {
    let stem = || Term::Stem(format!("{}:{}", language.code, language.stems.stem(&fold(word))).into());
    STEMS.with_borrow_mut(|languages| match languages.get_mut(language.code.as_str()) {
        Some(known) => kept(known, word, stem),
        None => kept(languages.entry(language.code.as_str().into()).or_default(), word, stem),
    })
}

fn kept(known: &mut Known, word: &str, make: impl FnOnce() -> Term) -> Term {
    if let Some(term) = known.get(word) {
        return term.clone();
    }
    if known.len() >= KEPT {
        known.clear();
    }
    let term = make();
    known.insert(word.into(), term.clone());
    term
}
