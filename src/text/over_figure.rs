//! Phrases that a figure stands in: "claimed 23 lives", "ceifou 23 vidas".

use super::passage::Tag;
use crate::lex::{Token, TokenKind, WordId};
use crate::rules::{Language, Sense, WordClass};
use smallvec::SmallVec;

/// Words of such a phrase at most.
const WORDS: usize = 4;
/// Tokens of phrase and figure together at most.
const TOKENS: usize = 9;

/// Puts what the verb at a token means with words behind a figure in the place of what it means alone.
pub(super) fn settle(
    tokens: &[Token],
    at: usize,
    is_figure: &dyn Fn(usize) -> bool,
    language: &Language,
    tags: &mut Vec<Tag>,
) {
    let first_figure = (at + 1..at + WORDS).find(|at| is_figure(*at));
    let begins = tokens.get(at).is_some_and(|token| token.word != WordId::UNKNOWN) && !is_figure(at);
    let Some(figure) = first_figure.filter(|_| begins) else { return };
    // "12.500", "8%"
    let goes_on = |at: usize| {
        let sign = |token: &Token| token.glued && matches!(token.kind, TokenKind::Mark('.' | ',' | '%'));
        is_figure(at) || (is_figure(at - 1) && tokens.get(at).is_some_and(sign))
    };
    let behind = (figure + 1..at + TOKENS).filter(|at| !goes_on(*at));
    let words: SmallVec<[usize; WORDS]> = (at..figure).chain(behind).take(WORDS).collect();
    let word_at = |offset: usize| {
        let word = tokens.get(*words.get(offset)?)?.word;
        (word != WordId::UNKNOWN).then_some(word)
    };
    let mut found = Vec::new();
    language.phrases.matches(word_at, |len, sense| {
        let spans = words.get(len - 1).is_some_and(|last| *last > figure);
        if spans && matches!(sense, Sense::Concept(..)) {
            found.push(Tag { len: 1, sense: *sense });
        }
    });
    if !found.is_empty() {
        tags.retain(|tag| tag.len > 1 || !matches!(tag.sense, Sense::Concept(_, WordClass::Verb)));
        tags.append(&mut found);
    }
}
