//! Stems of words that no lexicon knows.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The Snowball stemmer of a language, where there is one. Written as the code of the language.
#[derive(Clone, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Stems {
    code: String,
    stemmer: Option<frostem::Stemmer>,
}

impl Stems {
    /// The stemmer of a language by its ISO 639-1 code.
    pub fn of(code: &str) -> Self {
        Self { code: code.to_owned(), stemmer: frostem::Stemmer::try_from_name(code).ok() }
    }

    /// The stem of a folded word; the word itself where the language has no stemmer.
    pub fn stem(&self, word: &str) -> String {
        self.stemmer.map_or_else(|| word.to_owned(), |stemmer| stemmer.stem(word).into_owned())
    }
}

impl From<String> for Stems {
    fn from(code: String) -> Self {
        Self::of(&code)
    }
}

impl From<Stems> for String {
    fn from(stems: Stems) -> Self {
        stems.code
    }
}

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stems({:?})", self.stemmer.map(|stemmer| stemmer.algorithm().name()))
    }
}
