//! What an article is about, in few words that two outlets share: names above all, then things and events.

use super::items::{Item, ItemKind, Reading};
use super::model::{Signature, Term};
use crate::rules::{ConceptClass, Mark};
use crate::source::BlockKind;
use rustc_hash::FxHashMap;

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
        let mut terms: Vec<(Term, u32)> = terms.into_iter().map(|(term, (weight, _))| (term, weight)).collect();
        // What is known of an article is held as long as its batch.
        terms.shrink_to_fit();
        terms.sort();
        Signature { terms }
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

impl Signature {
    /// How much a word tells of the story; nothing where it is not among the heaviest.
    pub fn weight(&self, term: &Term) -> u32 {
        let found = self.terms.binary_search_by(|(known, _)| known.cmp(term)).ok();
        found.and_then(|at| self.terms.get(at)).map_or(0, |(_, weight)| *weight)
    }

    /// How alike two stories are, in thousandths of the shorter one's weight.
    pub fn likeness(&self, other: &Self) -> u32 {
        likeness(&self.terms, &other.terms)
    }

    /// The same for articles in two languages: only names and concepts can be shared.
    pub fn likeness_across(&self, other: &Self) -> u32 {
        let shared = |story: &Self| -> Vec<(Term, u32)> {
            story.terms.iter().filter(|(term, _)| !matches!(term, Term::Stem(_))).cloned().collect()
        };
        likeness(&shared(self), &shared(other))
    }

    /// Whether both name a common name or actor.
    pub fn shares_a_name(&self, other: &Self) -> bool {
        let mut names = self.terms.iter().map(|(term, _)| term).filter(|term| term.is_telling_name());
        names.any(|name| other.terms.binary_search_by(|(known, _)| known.cmp(name)).is_ok())
    }
}

/// How alike two stories are whose terms, or numbers that stand for them, are sorted, in thousandths of the shorter one's
/// weight.
pub fn likeness<T: Ord>(a: &[(T, u32)], b: &[(T, u32)]) -> u32 {
    let total = |terms: &[(T, u32)]| terms.iter().map(|(_, weight)| *weight).sum::<u32>();
    let shorter = total(a).min(total(b));
    if shorter == 0 {
        return 0;
    }
    let mut shared = 0;
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some((term_a, weight_a)), Some((term_b, weight_b))) = (a.peek(), b.peek()) {
        match term_a.cmp(term_b) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                shared += (*weight_a).min(*weight_b);
                a.next();
                b.next();
            }
        }
    }
    shared * 1000 / shorter
}
