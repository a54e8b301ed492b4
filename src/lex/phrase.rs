//! Words and phrases of a language, looked up in one pass over the tokens of a text.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// A word that some pack of the language knows; [`WordId::UNKNOWN`] for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that no pack knows.
    pub const UNKNOWN: Self = Self(0);
}

/// What one phrase can mean: seldom more than one thing.
type Senses<S> = SmallVec<[S; 2]>;

/// The phrases of a language, each with what it can mean.
#[derive(Debug, Clone)]
pub struct Phrases<S> {
    words: FxHashMap<Box<str>, WordId>,
    steps: FxHashMap<(u32, WordId), u32>,
    senses: Vec<Senses<S>>,
}

impl<S> Default for Phrases<S> {
    fn default() -> Self {
        Self { words: FxHashMap::default(), steps: FxHashMap::default(), senses: vec![Senses::new()] }
    }
}

impl<S: PartialEq> Phrases<S> {
    /// The id of a word in its folded form.
    pub fn word(&self, folded: &str) -> WordId {
        self.words.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Makes room for so many more phrases.
    pub fn reserve(&mut self, phrases: usize) {
        self.words.reserve(phrases);
        self.steps.reserve(phrases);
        self.senses.reserve(phrases);
    }

    /// Adds a phrase, given as the folded words that the tokenizer makes of it. Adding it twice is harmless.
    pub fn insert<'a>(&mut self, words: impl IntoIterator<Item = &'a str>, sense: S) {
        let mut node = 0;
        for word in words {
            let id = self.intern(word);
            let next = u32::try_from(self.senses.len()).unwrap_or(u32::MAX);
            node = *self.steps.entry((node, id)).or_insert(next);
            if node == next {
                self.senses.push(Senses::new());
            }
        }
        if let Some(senses) = self.senses.get_mut(node as usize).filter(|_| node != 0)
            && !senses.contains(&sense)
        {
            senses.push(sense);
        }
    }

    /// Calls `found` with the length in words and each sense of every phrase that begins here.
    pub fn matches(&self, mut next_word: impl FnMut(usize) -> Option<WordId>, mut found: impl FnMut(usize, &S)) {
        let mut node = 0;
        let mut length = 0;
        while let Some(word) = next_word(length) {
            let Some(next) = self.steps.get(&(node, word)) else { return };
            node = *next;
            length += 1;
            for sense in self.senses.get(node as usize).into_iter().flatten() {
                found(length, sense);
            }
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.words.get(word) {
            return *id;
        }
        let id = WordId(u32::try_from(self.words.len() + 1).unwrap_or(u32::MAX));
        self.words.insert(word.into(), id);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_phrase_that_begins_here() {
        let mut phrases = Phrases::default();
        phrases.insert(["poco"], "little");
        phrases.insert(["poco", "più", "di"], "just over");
        let text = ["poco", "più", "di", "mille"].map(|word| phrases.word(word));
        let mut found = Vec::new();
        phrases.matches(|at| text.get(at).copied(), |length, sense| found.push((length, *sense)));
        assert_eq!(found, [(1, "little"), (3, "just over")]);
    }
}
