//! Which capitalised words of an article are names, where the capital alone does not say so: nouns in a language that
//! capitalises them all, the first words of sentences in any other.

use crate::lex::{Case, fold};
use crate::rules::{ConceptId, Mark, Sense, WordClass};
use crate::source::BlockKind;
use crate::text::{Passage, Sentence};
use rustc_hash::FxHashMap;

/// Capitalised words that no lexicon knows, folded, with whether something shows that they are names.
///
/// A word is a name where it stands beside another such word ("Jörg Amsel"), behind a word for a person ("Bürgermeister
/// Harms"), beside a word of saying ("so Harms"), or behind a preposition without an article ("in Osterkirch"), and
/// never behind an article, an inflected adjective or a number. Where nouns are small, it is one that has its capital
/// inside a sentence, too.
#[derive(Debug, Default)]
pub struct Proper {
    words: FxHashMap<String, bool>,
}

impl Proper {
    /// Looks through the passages of an article.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        let mut proper = Self::default();
        for passage in passages {
            for sentence in &passage.sentences {
                match passage.language.style.nouns_capitalised {
                    true => proper.look(passage, sentence),
                    // Headlines In Capitals show nothing.
                    false if passage.kind != BlockKind::Title => proper.look_inside(passage, sentence),
                    false => {}
                }
            }
        }
        proper
    }

    fn look_inside(&mut self, passage: &Passage<'_>, sentence: &Sentence) {
        let starts = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| passage.tokens.get(before));
            at == sentence.tokens.start || before.is_none_or(|token| !token.is_word())
        };
        for at in sentence.tokens.clone().filter(|at| !starts(*at) && is_unknown_capital(passage, *at)) {
            self.words.insert(fold(passage.word(at)), true);
        }
    }

    fn look(&mut self, passage: &Passage<'_>, sentence: &Sentence) {
        for at in sentence.tokens.clone().filter(|at| is_unknown_capital(passage, *at)) {
            let first = at == sentence.tokens.start;
            let before = at.checked_sub(1).filter(|_| !first);
            let shown = if before.is_some_and(|before| makes_a_noun(passage, before)) {
                Some(false)
            } else if makes_a_name(passage, before, at + 1) {
                Some(true)
            } else {
                None
            };
            if let Some(is_name) = shown {
                let known = self.words.entry(fold(passage.word(at))).or_insert(is_name);
                *known &= is_name;
            }
        }
    }

    /// Whether a word is a name as far as the article shows.
    pub fn is_name(&self, word: &str) -> bool {
        self.words.get(&fold(word)).is_some_and(|is_name| *is_name)
    }
}

/// A capitalised word that the lexicon does not know.
fn is_unknown_capital(passage: &Passage<'_>, at: usize) -> bool {
    let capital = passage.tokens.get(at).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    capital && !passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(..) | Sense::Mark(_)))
}

/// An article or what stands in its place, an adjective with its ending, a number.
fn makes_a_noun(passage: &Passage<'_>, before: usize) -> bool {
    let style = &passage.language.style;
    let word = passage.word(before);
    let opens = passage.tags(before).iter().any(|tag| tag.sense == Sense::Mark(Mark::The))
        || style.noun_openers.contains(word)
        || style.noun_openers.contains(&word.to_lowercase());
    let lower = passage.tokens.get(before).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    let other = |sense: &Sense| matches!(sense, Sense::Mark(_) | Sense::Concept(_, WordClass::Verb));
    let inflected = || {
        style.adjective_endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending.as_str()))
    };
    let adjective = lower && !passage.tags(before).iter().any(|tag| other(&tag.sense)) && inflected();
    opens || adjective || passage.numeral(before).is_some()
}

fn makes_a_name(passage: &Passage<'_>, before: Option<usize>, after: usize) -> bool {
    const BESIDE: [Mark; 5] = [Mark::In, Mark::From, Mark::To, Mark::Says, Mark::AccordingTo];
    let marked = |at: usize, wanted: &[Mark]| {
        passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Mark(mark) if wanted.contains(&mark)))
    };
    let is_person = |id: ConceptId| passage.rules.lexicon.is_person(id);
    let person = |at: usize| {
        passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(id, WordClass::Noun) if is_person(id)))
    };
    before.is_some_and(|before| is_unknown_capital(passage, before) || person(before) || marked(before, &BESIDE))
        || is_unknown_capital(passage, after)
        || marked(after, &[Mark::Says, Mark::AccordingTo])
}
