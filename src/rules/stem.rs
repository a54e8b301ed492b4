//! Stems of words that no lexicon knows.

use std::fmt;

/// The Snowball stemmer of a language, where there is one.
#[derive(Clone, Copy)]
pub struct Stems(Option<frostem::Stemmer>);

impl Stems {
    /// The stemmer of a language by its ISO 639-1 code.
    pub fn of(code: &str) -> Self {
        Self(frostem::Stemmer::try_from_name(code).ok())
    }

    /// The stem of a folded word; the word itself where the language has no stemmer.
    pub fn stem(&self, word: &str) -> String {
        self.0.map_or_else(|| word.to_owned(), |stemmer| stemmer.stem(word).into_owned())
    }
}

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stems({:?})", self.0.map(|stemmer| stemmer.algorithm().name()))
    }
}
