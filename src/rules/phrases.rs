//! Phrases of a language with what they mean, collected while its files are read.

use super::pack::{PackFile, RuleError};
use super::sense::{Mark, Sense};
use crate::lex::{PhraseBuilder, fold, tokenize, without_accents};
use std::collections::BTreeMap;
use toml::Spanned;

/// Collects phrases while a language is read.
pub(super) struct Builder {
    pub(super) phrases: PhraseBuilder<Sense>,
}

impl Builder {
    pub(super) fn add(&mut self, words: &[Spanned<String>], sense: Sense, file: &PackFile) -> Result<(), RuleError> {
        words.iter().try_for_each(|word| self.add_one(word, sense, file))
    }

    pub(super) fn add_one(&mut self, word: &Spanned<String>, sense: Sense, file: &PackFile) -> Result<(), RuleError> {
        let parts = phrase_words(word.as_ref());
        if parts.is_empty() {
            return Err(file.error(word.span(), "a phrase without words would match everywhere"));
        }
        self.phrases.insert(parts.iter().map(String::as_str), sense);
        let shortest = shortest_careless(&sense, parts.len() > 1);
        let bare: Vec<String> = parts.iter().map(|part| careless_spelling(part, shortest)).collect();
        if bare != parts {
            self.phrases.insert(bare.iter().map(String::as_str), sense);
        }
        Ok(())
    }
}

/// Length from which a word without its accents is no other word: "passé" and "março" are, "derniere" is none. Inside
/// a phrase short words do not stand for others: "fete des meres".
fn shortest_careless(sense: &Sense, in_phrase: bool) -> usize {
    match sense {
        Sense::Concept(..) => 6,
        _ if in_phrase => 3,
        _ => 6,
    }
}

/// A word as headlines in capitals and careless writers spell it, without accents, from `shortest` letters on.
fn careless_spelling(word: &str, shortest: usize) -> String {
    if word.is_ascii() || word.chars().count() < shortest { word.to_owned() } else { without_accents(word) }
}

/// Cheap look at a phrase: one word in lower case with composed accents, which folding would leave as it is.
fn is_folded_word(phrase: &str) -> bool {
    !phrase.is_empty() && phrase.chars().all(|c| matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ'))
}

/// The folded words of a phrase, split as the tokenizer splits a text.
pub(super) fn phrase_words(phrase: &str) -> Vec<String> {
    if is_folded_word(phrase) {
        return vec![phrase.to_owned()];
    }
    tokenize(phrase, 0).iter().map(|token| fold(token.span.slice(phrase))).collect()
}

pub(super) fn index(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}

pub(super) fn read_marks(
    marks: &BTreeMap<Mark, Vec<Spanned<String>>>,
    file: &PackFile,
    build: &mut Builder,
) -> Result<(), RuleError> {
    marks.iter().try_for_each(|(mark, words)| build.add(words, Sense::Mark(*mark), file))
}
