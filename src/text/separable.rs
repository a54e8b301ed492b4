//! Verbs in two parts, of which the second ends the clause: "die Rakete hob am Dienstag ab".

use super::passage::{Sentence, Tag};
use crate::lex::{Case, Token, TokenKind, WordId};
use crate::rules::{Language, Mark, Sense, WordClass};
use rustc_hash::FxHashMap;

/// Tokens that stand between the two parts at most.
const APART: usize = 40;

/// What a token means where a particle farther on belongs to a verb.
#[derive(Debug)]
pub(super) struct Parted {
    /// The token of the particle.
    particle: usize,
    /// What verb and particle mean together, where the token is the verb.
    senses: Vec<Sense>,
}

/// The tokens that mean something else because a verb stands apart from its particle.
pub(super) fn parted(
    tokens: &[Token],
    sentences: &[Sentence],
    text: &str,
    language: &Language,
) -> FxHashMap<usize, Parted> {
    let mut found = FxHashMap::default();
    let particles = &language.style.separable;
    for sentence in sentences.iter().filter(|_| !particles.is_empty()) {
        for particle in sentence.tokens.clone() {
            let Some(token) = tokens.get(particle).filter(|token| particles.contains(token.span.slice(text))) else {
                continue;
            };
            if !ends_clause(tokens.get(particle + 1), language) {
                continue;
            }
            let mut before = (sentence.tokens.start..particle).rev().take(APART);
            let verb = before.find_map(|verb| {
                let is_verb = |token: &&Token| token.case == Case::Lower || verb == sentence.tokens.start;
                let senses = meanings([tokens.get(verb).filter(is_verb)?.word, token.word], language);
                (!senses.is_empty()).then_some((verb, senses))
            });
            if let Some((verb, senses)) = verb {
                for beside in [particle.saturating_sub(1), particle] {
                    found.insert(beside, Parted { particle, senses: Vec::new() });
                }
                found.insert(verb, Parted { particle, senses });
            }
        }
    }
    found
}

impl Parted {
    /// Puts what both parts mean in the place of what each means alone, among the tags of the token at `at`.
    pub(super) fn settle(&self, at: usize, tags: &mut Vec<Tag>) {
        tags.retain(|tag| match tag.sense {
            Sense::Concept(_, class) => {
                let covers = at + usize::from(tag.len) > self.particle;
                !covers && (self.senses.is_empty() || class != WordClass::Verb)
            }
            _ => true,
        });
        tags.extend(self.senses.iter().map(|sense| Tag { len: 1, sense: *sense }));
    }
}

/// Whether a clause ends before a token: a sign, "und", or nothing more.
fn ends_clause(next: Option<&Token>, language: &Language) -> bool {
    let joins = |word: WordId| {
        let mut joins = false;
        language
            .phrases
            .matches(|offset| (offset == 0).then_some(word), |_, sense| joins |= *sense == Sense::Mark(Mark::And));
        joins
    };
    next.is_none_or(|next| {
        matches!(next.kind, TokenKind::Mark(_)) || (next.word != WordId::UNKNOWN && joins(next.word))
    })
}

/// The concepts of two words as one phrase.
fn meanings(words: [WordId; 2], language: &Language) -> Vec<Sense> {
    let mut found = Vec::new();
    let word_at = |offset: usize| words.get(offset).copied().filter(|word| *word != WordId::UNKNOWN);
    language.phrases.matches(word_at, |len, sense| {
        if len == words.len() && matches!(sense, Sense::Concept(_, WordClass::Verb)) {
            found.push(*sense);
        }
    });
    found
}
