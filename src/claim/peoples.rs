//! Countries and cities that no lexicon knows, by the peoples named after them: "Ostrovia" and "ostroviani" are one actor.

use crate::claim::Term;
use crate::lex::{Case, fold, fold_into};
use crate::rules::{Language, Sense};
use crate::text::Passage;
use rustc_hash::{FxHashMap, FxHashSet};

/// Letters that a name and its people must share at least.
const ROOT: usize = 4;

/// The names of an article that have a people, and the words for it.
#[derive(Debug, Default)]
pub struct Peoples {
    names: FxHashSet<String>,
    words: FxHashMap<String, String>,
}

impl Peoples {
    /// Looks through an article for names and for words that are such a name with another ending.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        let (mut names, mut words) = (FxHashSet::default(), FxHashMap::default());
        let mut folded = String::new();
        for passage in passages {
            for (at, token) in passage.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
                let known = passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(..) | Sense::Mark(_)));
                let word = passage.word(at);
                if known || word.len() <= ROOT {
                    continue;
                }
                fold_into(word, &mut folded);
                if token.case != Case::Lower && !names.contains(&folded) {
                    names.insert(folded.clone());
                }
                if may_name_people(&folded, passage.language) && !words.contains_key(&folded) {
                    words.insert(folded.clone(), passage.language);
                }
            }
        }
        let mut peoples = Self::default();
        for (word, language) in &words {
            if let Some(name) = named_after(word, language, &names) {
                peoples.names.insert(name.clone());
                peoples.words.insert(word.clone(), name);
            }
        }
        // "Ostrovians" is of Ostrovia, not of "Ostrovian".
        let through: FxHashMap<String, String> = peoples.words.clone();
        for name in peoples.words.values_mut() {
            if let Some(further) = through.get(name) {
                peoples.names.remove(name);
                *name = further.clone();
            }
        }
        peoples
    }

    /// The country or city that a word stands for, by its own name or as that of its people.
    pub fn actor(&self, word: &str) -> Option<Term> {
        if self.words.is_empty() {
            return None;
        }
        let word = fold(word);
        let name = self.words.get(&word).or_else(|| self.names.get(&word))?;
        Some(Term::Name(name.as_str().into()))
    }

    /// Whether a name is that of a country or city with a people.
    pub fn is_actor(&self, name: &Term) -> bool {
        matches!(name, Term::Name(name) if self.names.contains(name.as_ref()))
    }
}

/// Cheap look at a word for the ending of a people.
fn may_name_people(word: &str, language: &Language) -> bool {
    language.style.demonyms.iter().flat_map(|rule| &rule.people).any(|ending| word.ends_with(ending.as_str()))
}

fn named_after(word: &str, language: &Language, names: &FxHashSet<String>) -> Option<String> {
    language.style.demonyms.iter().find_map(|rule| {
        let roots = rule.people.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        roots.filter(|root| root.chars().count() >= ROOT).find_map(|root| {
            let name = rule.name.iter().map(|ending| format!("{root}{ending}"));
            name.filter(|name| name != word).find(|name| names.contains(name))
        })
    })
}
