//! Words and phrases of a language, looked up in one pass over the tokens of a text.

use super::flat::{Numbers, Text};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::cmp::Ordering;
use std::hash::Hash;
use std::ops::Range;

/// A word that some pack of the language knows; [`WordId::UNKNOWN`] for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that no pack knows.
    pub const UNKNOWN: Self = Self(0);
}

/// Collects the phrases of a language, each with what it can mean.
#[derive(Debug)]
pub struct PhraseBuilder<S> {
    words: FxHashMap<Box<str>, WordId>,
    steps: FxHashMap<(u32, WordId), u32>,
    senses: Vec<SmallVec<[S; 2]>>,
}

impl<S> Default for PhraseBuilder<S> {
    fn default() -> Self {
        Self { words: FxHashMap::default(), steps: FxHashMap::default(), senses: vec![SmallVec::new()] }
    }
}

impl<S: Copy + Eq + Hash> PhraseBuilder<S> {
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
            let next = number(self.senses.len());
            node = *self.steps.entry((node, id)).or_insert(next);
            if node == next {
                self.senses.push(SmallVec::new());
            }
        }
        if let Some(senses) = self.senses.get_mut(node as usize).filter(|_| node != 0)
            && !senses.contains(&sense)
        {
            senses.push(sense);
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.words.get(word) {
            return *id;
        }
        let id = WordId(number(self.words.len() + 1));
        self.words.insert(word.into(), id);
        id
    }

    /// The phrases as they are looked up.
    pub fn finish(self) -> Phrases<S> {
        let mut steps: Vec<(u32, WordId, u32)> = self.steps.iter().map(|((at, word), to)| (*at, *word, *to)).collect();
        steps.sort_unstable();
        let mut first = vec![0; self.words.len() + 1];
        let begins = steps.partition_point(|(from, ..)| *from == 0);
        let (beginning, further) = steps.split_at(begins);
        for (_, word, to) in beginning {
            if let Some(first) = first.get_mut(word.0 as usize) {
                *first = *to;
            }
        }
        let mut known: FxHashMap<&[S], u32> = FxHashMap::default();
        let (mut senses, mut list_ends, mut lists) = (Vec::new(), vec![0], Vec::new());
        for of_node in &self.senses {
            let next = number(list_ends.len() - 1);
            let list = *known.entry(of_node).or_insert(next);
            if list == next {
                senses.extend_from_slice(of_node);
                list_ends.push(number(senses.len()));
            }
            lists.push(list);
        }
        let step_begins =
            (0..self.senses.len()).map(|node| number(further.partition_point(|(from, ..)| *from < number(node))));
        Phrases {
            words: Words::new(&self.words),
            first: first.into_iter().collect(),
            step_begins: step_begins.collect(),
            step_words: further.iter().map(|(_, word, _)| word.0).collect(),
            step_nodes: further.iter().map(|(.., to)| *to).collect(),
            lists: lists.into_iter().collect(),
            list_ends: list_ends.into_iter().collect(),
            senses,
        }
    }
}

/// The phrases of a language, each with what it can mean: flat tables, which are read and written as they are.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, S: Deserialize<'de>"))]
pub struct Phrases<S> {
    words: Words,
    /// By the id of a word, the node of the phrases that begin with it; 0 for none.
    first: Numbers,
    /// By node, which list of senses is its phrase's.
    lists: Numbers,
    /// By node, where its steps begin, which is where those of the node before end.
    step_begins: Numbers,
    /// The words that go on from each node, sorted.
    step_words: Numbers,
    /// The nodes that they lead to.
    step_nodes: Numbers,
    /// Where each list of senses ends, which is where the next one begins.
    list_ends: Numbers,
    senses: Vec<S>,
}

impl<S> Default for Phrases<S> {
    fn default() -> Self {
        Self {
            words: Words::default(),
            first: Numbers::default(),
            lists: Numbers::default(),
            step_begins: Numbers::default(),
            step_words: Numbers::default(),
            step_nodes: Numbers::default(),
            list_ends: Numbers::default(),
            senses: Vec::new(),
        }
    }
}

impl<S> Phrases<S> {
    /// The id of a word in its folded form.
    pub fn word(&self, folded: &str) -> WordId {
        self.words.id(folded)
    }

    /// Calls `found` with the length in words and each sense of every phrase that begins here.
    pub fn matches(&self, mut next_word: impl FnMut(usize) -> Option<WordId>, mut found: impl FnMut(usize, &S)) {
        let Some(word) = next_word(0) else { return };
        let mut node = self.first.get(word.0 as usize).unwrap_or(0);
        let mut length = 1;
        while node != 0 {
            self.senses_of(node).iter().for_each(|sense| found(length, sense));
            let steps = self.steps_of(node);
            if steps.is_empty() {
                return;
            }
            let Some(word) = next_word(length) else { return };
            let Some(next) = self.step(steps, word) else { return };
            node = next;
            length += 1;
        }
    }

    fn senses_of(&self, node: u32) -> &[S] {
        let Some(list) = self.lists.get(node as usize).map(|list| list as usize) else { return &[] };
        let (Some(from), Some(to)) = (self.list_ends.get(list), self.list_ends.get(list + 1)) else { return &[] };
        self.senses.get(from as usize..to as usize).unwrap_or_default()
    }

    fn steps_of(&self, node: u32) -> Range<usize> {
        let node = node as usize;
        let Some(from) = self.step_begins.get(node) else { return 0..0 };
        let to = self.step_begins.get(node + 1).map_or(self.step_words.len(), |to| to as usize);
        from as usize..to
    }

    /// Where a word leads among some steps.
    fn step(&self, mut steps: Range<usize>, word: WordId) -> Option<u32> {
        while !steps.is_empty() {
            let middle = steps.start + steps.len() / 2;
            match self.step_words.get(middle)?.cmp(&word.0) {
                Ordering::Less => steps.start = middle + 1,
                Ordering::Greater => steps.end = middle,
                Ordering::Equal => return self.step_nodes.get(middle),
            }
        }
        None
    }
}

/// The words by their id, and a table of slots to find them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Words {
    /// One after the other, in the order of their ids.
    text: Text,
    /// Where each begins, by its id; the last is where all end.
    begins: Numbers,
    /// Ids from the slot on that the hash of a word names; 0 where none is left. A power of two of slots.
    slots: Numbers,
}

impl Words {
    fn new(ids: &FxHashMap<Box<str>, WordId>) -> Self {
        let mut words: Vec<(WordId, &str)> = ids.iter().map(|(word, id)| (*id, &**word)).collect();
        words.sort_unstable();
        let mut slots = vec![0; (2 * words.len()).next_power_of_two()];
        let mut text = String::new();
        // No word has the id 0.
        let mut begins = vec![0];
        for (id, word) in words {
            begins.push(number(text.len()));
            text.push_str(word);
            let free = slots_of(word, slots.len()).find(|slot| slots.get(*slot) == Some(&0));
            if let Some(slot) = free.and_then(|slot| slots.get_mut(slot)) {
                *slot = id.0;
            }
        }
        begins.push(number(text.len()));
        Self { text: text.into(), begins: begins.into_iter().collect(), slots: slots.into_iter().collect() }
    }

    fn id(&self, word: &str) -> WordId {
        for slot in slots_of(word, self.slots.len()) {
            match self.slots.get(slot) {
                None | Some(0) => break,
                Some(id) if self.word(id) == Some(word.as_bytes()) => return WordId(id),
                _ => {}
            }
        }
        WordId::UNKNOWN
    }

    fn word(&self, id: u32) -> Option<&[u8]> {
        let id = id as usize;
        self.text.bytes(self.begins.get(id)?, self.begins.get(id + 1)?)
    }
}

/// Of a power of two of slots those in which a word can be, the likeliest first.
fn slots_of(word: &str, slots: usize) -> impl Iterator<Item = usize> + use<> {
    let last = slots.wrapping_sub(1);
    let first = hash(word.as_bytes());
    (0..slots).map(move |step| first.wrapping_add(step) & last)
}

/// The same on every machine: the tables are made on one and read on another.
fn hash(word: &[u8]) -> usize {
    let mut hash: u64 = 0;
    for chunk in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    // The upper bits are the mixed ones; slots are told apart by the lower ones.
    (hash >> 32) as u32 as usize
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_phrase_that_begins_here() {
        let mut phrases = PhraseBuilder::default();
        phrases.insert(["poco"], "little");
        phrases.insert(["poco", "più", "di"], "just over");
        phrases.insert(["poco", "fa"], "ago");
        phrases.insert(["più"], "more");
        phrases.insert(["poco"], "little");
        let phrases = phrases.finish();
        let text = ["poco", "più", "di", "mille"].map(|word| phrases.word(word));
        let mut found = Vec::new();
        phrases.matches(|at| text.get(at).copied(), |length, sense| found.push((length, *sense)));
        assert_eq!(found, [(1, "little"), (3, "just over")]);
        assert_eq!(phrases.word("mille"), WordId::UNKNOWN);
        assert_eq!(Phrases::<&str>::default().word("poco"), WordId::UNKNOWN);
    }
}
