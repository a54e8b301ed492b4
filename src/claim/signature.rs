//! What an article is about, in few words that two outlets share: names above all, then things and events.

use super::items::{Item, ItemKind, Reading};
use super::model::Term;
use crate::rules::{ConceptClass, Mark};
use crate::source::BlockKind;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// At most so many terms tell a story.
const TERMS: usize = 40;

/// Counts the terms of an article.
#[derive(Debug, Default)]
pub struct SignatureBuilder {
    /// What each term weighs, and how many others came before it.
    weights: FxHashMap<Term, (u32, usize)>,
}

impl SignatureBuilder {
    /// Adds a sentence. Words of the headline weigh double; function words, numbers and notes on the author nothing.
    pub fn add(&mut self, block: BlockKind, reading: &Reading<'_>) {
        let factor = match block {
            BlockKind::Title | BlockKind::Lead => 2,
            BlockKind::Dateline | BlockKind::Boilerplate => return,
            _ => 1,
        };
        for item in &reading.items {
            let Some(weight) = weight(reading, item) else { continue };
            if let Some(term) = reading.term(item) {
                let before = self.weights.len();
                self.weights.entry(term).or_insert((0, before)).0 += weight * factor;
            }
        }
    }

    /// The heaviest terms, of two as heavy the one that is told first. Repeating a word ten times does not make it ten
    /// times as telling.
    pub fn finish(self) -> Signature {
        let mut terms: Vec<(Term, (u32, usize))> =
            self.weights.into_iter().map(|(term, (weight, before))| (term, (weight.min(12), before))).collect();
        terms.sort_by_key(|(_, (weight, before))| (std::cmp::Reverse(*weight), *before));
        terms.truncate(TERMS);
        terms.into_iter().map(|(term, (weight, _))| (term, weight)).collect()
    }
}

fn weight(reading: &Reading<'_>, item: &Item) -> Option<u32> {
    match &item.kind {
        ItemKind::Name(_) => Some(4),
        ItemKind::Concept(_) => {
            if item.is_any(&[Mark::Says, Mark::AccordingTo, Mark::Copula, Mark::Auxiliary]) {
                return None;
            }
            match reading.lexicon().get(item.concepts().first()?.0).class {
                ConceptClass::Actor => Some(3),
                ConceptClass::Thing | ConceptClass::Event => Some(2),
                ConceptClass::Attribute | ConceptClass::Notion => Some(1),
                ConceptClass::Quality => None,
            }
        }
        ItemKind::Word => (reading.text(item.tokens.clone()).chars().count() > 4).then_some(1),
        _ => None,
    }
}

/// What an article is about, in few words: names, actors and concepts with how much they weigh.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "Told", into = "Told")]
pub struct Signature {
    /// A number for each term and what it weighs, sorted. Stories are compared many times more often than they are alike,
    /// which these few bytes tell.
    numbers: Vec<(u32, u32)>,
    /// The terms in the order of their numbers, those of one number in their own.
    terms: Vec<Term>,
}

/// A story as it is written down, sorted by term.
#[derive(Serialize, Deserialize)]
struct Told {
    terms: Vec<(Term, u32)>,
}

/// The number of a term in stories: the lower half of [`Term::number`].
fn number(term: &Term) -> u32 {
    let [.., a, b, c, d] = term.number().to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

impl From<Told> for Signature {
    fn from(told: Told) -> Self {
        told.terms.into_iter().collect()
    }
}

impl From<Signature> for Told {
    fn from(story: Signature) -> Self {
        let weights = story.numbers.into_iter().map(|(_, weight)| weight);
        let mut terms: Vec<(Term, u32)> = story.terms.into_iter().zip(weights).collect();
        terms.sort();
        Self { terms }
    }
}

/// Terms with what they weigh, each once.
impl FromIterator<(Term, u32)> for Signature {
    fn from_iter<T: IntoIterator<Item = (Term, u32)>>(terms: T) -> Self {
        let mut told: Vec<(u32, Term, u32)> =
            terms.into_iter().map(|(term, weight)| (number(&term), term, weight)).collect();
        told.sort_unstable();
        // Collected anew in exact room: what is known of an article is held as long as its batch.
        let numbers = told.iter().map(|(number, _, weight)| (*number, *weight)).collect();
        let mut terms = Vec::with_capacity(told.len());
        terms.extend(told.into_iter().map(|(_, term, _)| term));
        Self { numbers, terms }
    }
}

impl Signature {
    /// The terms with how much they weigh, in no order that means anything.
    pub fn terms(&self) -> impl Iterator<Item = (&Term, u32)> {
        self.terms.iter().zip(self.numbers.iter().map(|(_, weight)| *weight))
    }

    /// How much a word tells of the story; nothing where it is not among the heaviest.
    pub fn weight(&self, term: &Term) -> u32 {
        let number = number(term);
        let from = self.numbers.partition_point(|(known, _)| *known < number);
        let alike = self.numbers.iter().zip(&self.terms).skip(from).take_while(|((known, _), _)| *known == number);
        alike.filter(|(_, known)| *known == term).map(|((_, weight), _)| *weight).sum()
    }

    /// How alike two stories are, in thousandths of the shorter one's weight.
    pub fn likeness(&self, other: &Self) -> u32 {
        likeness(&self.numbers, &other.numbers, |at, against| self.terms.get(at).cmp(&other.terms.get(against)))
    }

    /// The same for articles in two languages: only names and concepts can be shared.
    pub fn likeness_across(&self, other: &Self) -> u32 {
        let shared = |story: &Self| -> Self {
            story
                .terms()
                .filter(|(term, _)| !matches!(term, Term::Stem(_)))
                .map(|(term, weight)| (term.clone(), weight))
                .collect()
        };
        shared(self).likeness(&shared(other))
    }

    /// Whether both name a common name or actor.
    pub fn shares_a_name(&self, other: &Self) -> bool {
        let mut names = self.terms.iter().filter(|term| term.is_telling_name());
        names.any(|name| other.weight(name) > 0)
    }
}

/// How alike two stories are, in thousandths of the shorter one's weight. Each has sorted numbers and what they weigh;
/// `terms` compares the terms at two places whose numbers are the same.
///
/// The two lists are walked side by side without a branch on which of them is behind: it cannot be foreseen, and pairs of
/// a batch are as many as nothing else.
pub fn likeness<N: Ord>(a: &[(N, u32)], b: &[(N, u32)], terms: impl Fn(usize, usize) -> Ordering) -> u32 {
    let total = |story: &[(N, u32)]| story.iter().map(|(_, weight)| *weight).sum::<u32>();
    let shorter = total(a).min(total(b));
    if shorter == 0 {
        return 0;
    }
    let (mut at, mut against, mut shared) = (0, 0, 0);
    while let (Some((number, weight)), Some((other, other_weight))) = (a.get(at), b.get(against)) {
        let mut order = number.cmp(other);
        if order.is_eq() {
            order = terms(at, against);
            shared += u32::from(order.is_eq()) * (*weight).min(*other_weight);
        }
        at += usize::from(order.is_le());
        against += usize::from(order.is_ge());
    }
    shared * 1000 / shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(terms: &[(&str, u32)]) -> Signature {
        let term = |text: &str| Term::try_from(text.to_owned()).unwrap();
        terms.iter().map(|(text, weight)| (term(text), *weight)).collect()
    }

    #[test]
    fn a_story_is_written_down_in_the_order_of_its_terms_and_read_in_any() {
        let told = r#"{"terms":[["c:actor.russia",3],["n:doha",4],["s:it:pagell",1]]}"#;
        let other = r#"{"terms":[["s:it:pagell",1],["c:actor.russia",3],["n:doha",4]]}"#;
        for text in [told, other] {
            let read: Signature = serde_json::from_str(text).unwrap();
            assert_eq!(read, story(&[("n:doha", 4), ("s:it:pagell", 1), ("c:actor.russia", 3)]));
            assert_eq!(serde_json::to_string(&read).unwrap(), told);
        }
    }

    #[test]
    fn what_two_stories_share_is_told_of_the_shorter_one() {
        let a = story(&[("n:doha", 4), ("c:actor.russia", 3), ("s:it:pagell", 3)]);
        let b = story(&[("n:doha", 6), ("s:it:pagell", 2), ("n:velmora", 12)]);
        assert_eq!((a.likeness(&b), b.likeness(&a)), (600, 600));
        assert_eq!((a.likeness_across(&b), b.likeness_across(&a)), (571, 571));
        assert_eq!(a.likeness(&Signature::default()), 0);
        assert!(a.shares_a_name(&b) && !a.shares_a_name(&story(&[("s:it:pagell", 9), ("n:russia", 9)])));
        let weight = |text: &str| a.weight(&Term::try_from(text.to_owned()).unwrap());
        assert_eq!((weight("n:doha"), weight("c:doha"), weight("s:it:pagell")), (4, 0, 3));
    }
}
