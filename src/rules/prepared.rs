//! Tables that the build made of the built-in packs, with the loader of this module: reading a megabyte of TOML and
//! inflecting every word of it would take most of a short run.

use super::lexicon::WordLists;
use super::{LANGUAGES, Lexicon, RuleError, Rules};
use crate::embedded::TABLES;
use rmp_serde::encode;
use serde::Deserialize;
use thiserror::Error;

/// The table of the lexicon; each language has one under its code, and another of its words for the concepts.
const LEXICON: &str = "lexicon";

/// The name of the table of the words of a language for the concepts.
fn words_name(code: &str) -> String {
    format!("{code}-words")
}

/// Tables that cannot be made.
#[derive(Debug, Error)]
pub enum PrepareError {
    /// A pack that is wrong.
    #[error(transparent)]
    Rules(#[from] RuleError),
    /// A table that cannot be written.
    #[error("a table cannot be written: {0}")]
    Table(#[from] encode::Error),
}

/// The prepared lexicon.
pub(super) fn lexicon() -> Option<Lexicon> {
    table(LEXICON).map(Lexicon::into_prepared)
}

/// The prepared words of a language, by the place of the concept.
pub(super) fn words(code: &str) -> Option<Vec<WordLists>> {
    table(&words_name(code))
}

/// The prepared table of that name, which may point into the program.
pub(super) fn table<T: Deserialize<'static>>(name: &str) -> Option<T> {
    let (_, bytes) = TABLES.iter().find(|(known, _)| *known == name)?;
    rmp_serde::from_slice(bytes).ok()
}

impl Rules {
    /// What the build puts into the program: each table with its name. Examples are left out.
    ///
    /// # Errors
    /// A pack that is wrong.
    pub fn tables(&self) -> Result<Vec<(String, Vec<u8>)>, PrepareError> {
        let mut tables = vec![(LEXICON.to_owned(), rmp_serde::to_vec(&self.lexicon)?)];
        for code in LANGUAGES {
            tables.push((words_name(code), rmp_serde::to_vec(self.lexicon.words_of(code))?));
            tables.push((code.to_owned(), rmp_serde::to_vec(self.language(code)?)?));
        }
        Ok(tables)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Packs};
    use super::*;

    #[test]
    fn what_the_build_prepared_is_what_the_loader_makes() {
        let tables = Rules::with_examples(Packs::default()).unwrap().tables().unwrap();
        assert!(tables == TABLES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect::<Vec<_>>());
        assert!(lexicon().is_some());
        for code in LANGUAGES {
            assert!(table::<Language>(code).is_some_and(|language| language.code == code), "{code}");
        }
    }

    #[test]
    fn a_pack_or_an_alias_of_a_user_is_read_into_the_language() {
        let knows = |rules: &Rules| {
            let phrases = &rules.language("it").unwrap().phrases;
            ["zufolatore", "zufolatori", "bretonia"].map(|word| phrases.word(word) != crate::lex::WordId::UNKNOWN)
        };
        let mut rules = Rules::embedded().unwrap();
        assert_eq!(knows(&rules), [false; 3]);
        rules = Rules::embedded().unwrap();
        rules.lexicon.add_alias("Bretagna", &["Bretonia".to_owned()]);
        assert_eq!(knows(&rules), [false, false, true]);
        let mut packs = Packs::default();
        let topic = "[[concept]]\nid = \"person.whistler\"\nclass = \"thing\"\nit = { noun = [\"zufolatore\"] }\n";
        packs.lay_over("lexicon/own.toml", topic.to_owned());
        assert_eq!(knows(&Rules::load(packs).unwrap()), [true, true, false]);
        let mut packs = Packs::default();
        let names = "before = [\"zufolatore\"]\nafter = []\nidioms = []\n";
        packs.lay_over("it/names.toml", names.to_owned());
        assert_eq!(knows(&Rules::load(packs).unwrap()), [true, false, false]);
    }
}
