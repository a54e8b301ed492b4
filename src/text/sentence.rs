//! Where sentences end. News is full of abbreviations, initials and decimal points.

use super::passage::Sentence;
use crate::lex::{Case, Token, TokenKind, fold, is_dash};
use crate::rules::Language;
use crate::source::BlockKind;
use crate::span::TextSpan;

/// Tokens after which a sentence ends wherever it is. No writer gets there; what is no writing costs no more than that.
const LONGEST: usize = 400;

/// Bytes that a sentence has at most, unless a single token is longer: each of its claims quotes it.
const MOST_BYTES: usize = 8192;

/// Splits the tokens of a passage into sentences. Table rows and titles are one sentence each.
pub(super) fn split_sentences(text: &str, tokens: &[Token], language: &Language, kind: BlockKind) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let ends =
            if kind == BlockKind::Table { at + 1 == tokens.len() } else { ends_here(text, tokens, at, language) };
        // A closing mark behind the end of a sentence belongs to it already.
        if at < start || (!ends && at - start < LONGEST && !grows_too_long(tokens, start, at + 1)) {
            continue;
        }
        let end = closing_marks(tokens, at + 1);
        if end > start {
            sentences.push(sentence(tokens, start, end));
            start = end;
        }
    }
    if start < tokens.len() {
        sentences.push(sentence(tokens, start, tokens.len()));
    }
    sentences
}

/// Whether a sentence that began at `start` is too long once the token at `next` belongs to it.
fn grows_too_long(tokens: &[Token], start: usize, next: usize) -> bool {
    let (Some(first), Some(next)) = (tokens.get(start), tokens.get(next)) else { return false };
    next.span.end - first.span.start > MOST_BYTES
}

fn sentence(tokens: &[Token], start: usize, end: usize) -> Sentence {
    let span = match (tokens.get(start), tokens.get(end - 1)) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => TextSpan::new(0, 0),
    };
    let is_question = tokens.get(start..end).unwrap_or_default().iter().rev().take(3).any(|token| token.is('?'));
    Sentence { tokens: start..end, span, is_question }
}

/// Quotation marks and brackets that close with the sentence.
fn closing_marks(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| {
        token.glued
            && matches!(token.kind, TokenKind::Mark('"' | '”' | '»' | '’' | ')' | ']' | '\'' | '.' | '?' | '!' | '…'))
    }) {
        at += 1;
    }
    at
}

fn ends_here(text: &str, tokens: &[Token], at: usize, language: &Language) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    match token.kind {
        TokenKind::Mark('?' | '!' | '…') => tokens.get(at + 1).is_none_or(|next| !next.glued || !next.is_word()),
        TokenKind::Mark('.') => stop_ends(text, tokens, at, language),
        _ => tokens.get(at + 1).is_some_and(|next| line_breaks(text, token.span.end, next.span.start)),
    }
}

/// Whether an empty line lies between two tokens of one block.
fn line_breaks(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|gap| gap.bytes().filter(|byte| *byte == b'\n').count() > 1)
}

fn stop_ends(text: &str, tokens: &[Token], at: usize, language: &Language) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    if next.glued && !matches!(next.kind, TokenKind::Mark('"' | '”' | '»' | ')' | '’' | '\'')) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|_| tokens[at].glued);
    let Some(before) = before else { return true };
    let starts_sentence = match next.kind {
        TokenKind::Word => next.case != Case::Lower,
        _ => true,
    };
    match before.kind {
        TokenKind::Word => {
            let word = fold(before.span.slice(text));
            let initial = word.chars().count() == 1 && before.case != Case::Lower;
            let known = language.style.abbreviations.contains(&word);
            let may_end = language.style.final_abbreviations.contains(&word);
            starts_sentence && !initial && (!known || may_end)
        }
        TokenKind::Digits => {
            starts_sentence && !(language.style.ordinal_full_stop && ordinal_goes_on(text, tokens, at, language))
        }
        _ => starts_sentence,
    }
}

/// "am 9. Januar", "der 3. Platz": a stop after one or two digits goes on, unless a word follows that opens sentences.
fn ordinal_goes_on(text: &str, tokens: &[Token], at: usize, language: &Language) -> bool {
    // Not the second figure of "3:1." or "2,5."
    let figure =
        at.checked_sub(2).and_then(|before| tokens.get(before)).is_some_and(|before| before.is(':') || before.is(','));
    let glued = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|digits| digits.glued);
    if figure && glued {
        return false;
    }
    let short =
        at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.span.slice(text).len() <= 2);
    let opens = |next: &Token| language.style.sentence_openers.contains(&fold(next.span.slice(text)));
    // "14. - 15.10.2018"
    let ranged = |next: &Token| {
        matches!(next.kind, TokenKind::Mark(mark) if is_dash(mark))
            && tokens.get(at + 2).is_some_and(|after| after.kind == TokenKind::Digits)
    };
    short && tokens.get(at + 1).is_some_and(|next| (next.is_word() && !opens(next)) || ranged(next))
}
