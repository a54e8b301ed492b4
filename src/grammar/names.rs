//! Numbers that are part of a name or an identifier, and set phrases: no claims.
//!
//! "MQ-9", "G7", "Boeing 737-800", "articolo 18", "5 Stelle", "centinaia di volte", "0345 555 0105"

use super::date::spaced_day;
use super::input::Tokens;
use super::input::ends_with_mark;
use super::unit::unit_word;
use crate::lex::{Case, Token, TokenKind, is_dash};
use crate::rules::{ConceptClass, Mark, Sense, WordClass};

/// How many tokens a name with numbers takes that begins here; `None` where none does.
pub fn name_here(input: Tokens<'_>) -> Option<usize> {
    idiom(input)
        .or_else(|| telephone(input))
        .or_else(|| labelled_number(input))
        .or_else(|| formation(input))
        .or_else(|| dotted_code(input))
        .or_else(|| named_number(input))
        .or_else(|| number_before_name(input))
        .or_else(|| address(input))
}

fn idiom(input: Tokens<'_>) -> Option<usize> {
    let (rest, ()) = input.longest(|sense| (*sense == Sense::Idiom).then_some(()))?;
    Some(rest.position() - input.position())
}

/// A number that belongs to the word before it, glued or not.
fn named_number(input: Tokens<'_>) -> Option<usize> {
    if input.first()?.kind != TokenKind::Digits {
        return None;
    }
    let length = code_length(input);
    let glued_name = follows_glued_letters(input) || continues_in_letters(input, length);
    (glued_name || is_model(input, length) || follows_name_word(input) || follows_capital(input, length))
        .then_some(length)
}

/// "the 737", "Northair 737 diverts", but "737 passengers".
fn is_model(input: Tokens<'_>, length: usize) -> bool {
    let known = input.has(|sense| *sense == Sense::Model);
    let after_name = input.before(1).is_some_and(|token| token.is_word() && token.case != Case::Lower);
    let introduced = [Mark::The, Mark::Of, Mark::To, Mark::Agent].into_iter().any(|mark| ends_with_mark(input, mark));
    let rest = input.skip(length);
    known
        && (after_name || introduced)
        && !counted_thing(rest)
        && unit_word(rest).is_err()
        && !rest.number_word_follows()
}

/// Digits, and what is glued to them by dots, dashes and slashes: 737-800, 49.3, 121/2026.
pub fn code_length(input: Tokens<'_>) -> usize {
    let mut length = 1;
    loop {
        let joiner = input
            .nth(length)
            .is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark('.' | '/' | '-' | ',' | ':')));
        let digits = input.nth(length + 1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
        if !(joiner && digits) {
            return length;
        }
        length += 2;
    }
}

/// G7, Q7, MQ-9, Covid-19, A591: letters right before, or a dash and letters before it.
fn follows_glued_letters(input: Tokens<'_>) -> bool {
    let Some(first) = input.first().filter(|token| token.glued) else { return false };
    let Some(before) = input.before(1) else { return false };
    if before.is_word() {
        let currency = tagged_before(input, 1, |sense| matches!(sense, Sense::Currency(_)));
        return !currency && before.span.end == first.span.start;
    }
    let dashed = matches!(before.kind, TokenKind::Mark(c) if is_dash(c)) && before.glued;
    dashed && input.before(2).is_some_and(Token::is_word)
}

/// 5G, 3D, 4x4, 737s: letters glued behind that are no unit, magnitude or ending of a number.
fn continues_in_letters(input: Tokens<'_>, length: usize) -> bool {
    let rest = input.skip(length);
    let Some(next) = rest.first().filter(|token| token.glued && token.is_word()) else { return false };
    let style = &input.language().style;
    let word = rest.word(0).to_lowercase();
    let known = rest
        .has(|sense| matches!(sense, Sense::Currency(_) | Sense::TimeUnit(_) | Sense::Mark(_) | Sense::Zone(_)))
        || unit_word(rest).is_ok()
        || rest.number_word_follows()
        || style.ordinal_marks.contains(&word)
        || style.age_suffixes.contains(&word)
        || style.clock_letters.contains(&word)
        || input.language().numerals.abbreviated_scales.contains_key(rest.word(0))
        || input.language().numerals.money_scales.contains_key(rest.word(0));
    !known && (next.case != Case::Lower || word.len() <= 2)
}

/// "4-3-3", "3-5-2": single digits between dashes, three or more.
fn formation(input: Tokens<'_>) -> Option<usize> {
    let single = |offset: usize| {
        input.nth(offset).is_some_and(|token| token.kind == TokenKind::Digits) && input.word(offset).len() == 1
    };
    let dash = |offset: usize| {
        input.nth(offset).is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if is_dash(c)))
    };
    let mut length = if single(0) { 1 } else { return None };
    while dash(length) && single(length + 1) && input.nth(length + 1).is_some_and(|token| token.glued) {
        length += 2;
    }
    (length >= 5).then_some(length)
}

/// "192.168.1.2", "4.2.1.7": four numbers or more between full stops.
fn dotted_code(input: Tokens<'_>) -> Option<usize> {
    let digits = |offset: usize| input.nth(offset).is_some_and(|token| token.kind == TokenKind::Digits);
    let mut length = if digits(0) { 1 } else { return None };
    while input.nth(length).is_some_and(|token| token.glued && token.is('.'))
        && digits(length + 1)
        && input.nth(length + 1).is_some_and(|token| token.glued)
    {
        length += 2;
    }
    let grouped = (1..=length / 2).all(|group| input.word(2 * group).len() == 3);
    (length >= 7 && !grouped).then_some(length)
}

fn follows_name_word(input: Tokens<'_>) -> bool {
    let back = (1..=3).any(|back| {
        input.position().checked_sub(back).is_some_and(|at| {
            input.passage().tags(at).iter().any(|tag| usize::from(tag.len) == back && tag.sense == Sense::NameBefore)
        })
    });
    let rest = input.skip(code_length(input));
    // "il regista, classe 1968,"
    let birth = ends_with_mark(input, Mark::Born) && input.word(0).len() == 4;
    (back || listed_with_name(input)) && !birth && !counted_thing(rest) && !rest.number_word_follows()
}

/// "les lignes 1 et 3": the name of the first number holds for the second.
fn listed_with_name(input: Tokens<'_>) -> bool {
    let joined = tagged_before(input, 1, |sense| matches!(sense, Sense::Mark(Mark::And | Mark::Or)));
    let number = input.before(2).is_some_and(|token| token.kind == TokenKind::Digits);
    joined && number && input.one_back(2).is_some_and(follows_name_word)
}

/// "Teléfono de colaboración: 900 555 017": long digits after a colon and a word before which numbers are names.
fn labelled_number(input: Tokens<'_>) -> Option<usize> {
    if input.first()?.kind != TokenKind::Digits || !input.before(1)?.is(':') {
        return None;
    }
    let groups =
        (1..4).take_while(|offset| input.nth(*offset).is_some_and(|token| token.kind == TokenKind::Digits)).count();
    let long = groups >= 2 || input.word(0).len() >= 6;
    let labelled = (2..9).any(|back| {
        let at = input.position().checked_sub(back);
        at.is_some_and(|at| input.passage().tags(at).iter().any(|tag| tag.sense == Sense::NameBefore))
    });
    (long && labelled).then_some(groups + 1)
}

/// "Boeing 737", "Trident 4", "Marea 7": a bare small number after a capitalised word and before no noun, or where the
/// capitalised word is itself counted.
fn follows_capital(input: Tokens<'_>, length: usize) -> bool {
    let Some(before) = input.before(1) else { return false };
    let capital = before.is_word() && before.case != Case::Lower;
    let starts_sentence =
        input.before(2).is_none_or(|token| matches!(token.kind, TokenKind::Mark('.' | '!' | '?' | '«' | '"' | '“')));
    let nouns_capitalised = input.language().style.nouns_capitalised;
    let known = tagged_before(input, 1, |sense| match sense {
        Sense::Concept(..) => nouns_capitalised,
        Sense::NameBefore | Sense::NameAfter => false,
        _ => true,
    });
    let listed = tagged_before(input, 1, |sense| matches!(sense, Sense::Concept(_, WordClass::Verb)));
    let mark = mark_out_of_ten(input);
    if capital && !known && mark.is_some_and(|length| !continues_as_quantity(input.skip(length))) {
        return true;
    }
    let bare = length == 1 && input.word(0).len() <= 4 && !(input.word(0).len() == 4 && looks_like_year(input.word(0)));
    let free = !continues_as_quantity(input.skip(1))
        || (counts_a_make(input) && input.nth(1).is_some_and(|token| token.is_word() && token.case == Case::Lower));
    capital && !known && !(starts_sentence && listed) && bare && free
}

/// "two Boeing 737 planes", "12 Falcon 9 rockets": the word before a number is itself counted.
fn counts_a_make(input: Tokens<'_>) -> bool {
    let nouns_capitalised = input.language().style.nouns_capitalised;
    let digits = |token: &Token| token.kind == TokenKind::Digits && token.span.end - token.span.start <= 3;
    let figure =
        input.before(2).is_some_and(digits) || input.one_back(2).is_some_and(|word| word.number_word_follows());
    figure && !nouns_capitalised
}

/// "6.5", "7,5": a mark in steps of a half, as newspapers give players.
fn mark_out_of_ten(input: Tokens<'_>) -> Option<usize> {
    let whole = input.word(0).parse::<u8>().ok().filter(|whole| (2..10).contains(whole))?;
    let half = input.nth(1).is_some_and(|token| token.glued && (token.is('.') || token.is(',')))
        && input.word(2) == "5"
        && input.nth(2).is_some_and(|token| token.glued);
    (whole > 0 && half).then_some(3)
}

fn looks_like_year(word: &str) -> bool {
    word.starts_with("19") || word.starts_with("20")
}

/// Whether a noun, unit or magnitude follows, so that the number counts after all: "Roma, 3 feriti".
fn continues_as_quantity(rest: Tokens<'_>) -> bool {
    let nouns_capitalised = rest.language().style.nouns_capitalised;
    let word = rest.first().is_some_and(|token| token.is_word() && (nouns_capitalised || token.case == Case::Lower))
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    let digits = rest.first().is_some_and(|token| token.kind == TokenKind::Digits);
    let sign = rest.first().is_some_and(|token| {
        matches!(token.kind, TokenKind::Mark('%' | '€' | '$' | '£' | '°' | '\'' | '’' | '-' | '–'))
    }) || rest.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits)
        && rest.first().is_some_and(|token| token.is(':'));
    word || sign || digits || rest.has(|sense| !matches!(sense, Sense::Mark(_))) || rest.number_word_follows()
}

fn counted_thing(rest: Tokens<'_>) -> bool {
    rest.has(|sense| match sense {
        Sense::Concept(id, class) => {
            *class == WordClass::Noun && rest.passage().rules.lexicon.get(*id).class == ConceptClass::Thing
        }
        Sense::Unit(_) | Sense::Currency(_) | Sense::Percent => true,
        _ => false,
    })
}

fn tagged_before(input: Tokens<'_>, back: usize, test: impl Fn(&Sense) -> bool) -> bool {
    let Some(at) = input.position().checked_sub(back) else { return false };
    input.passage().tags(at).iter().any(|tag| usize::from(tag.len) == back && test(&tag.sense))
}

/// "5 Stelle"
fn number_before_name(input: Tokens<'_>) -> Option<usize> {
    let digits = input.first()?.kind == TokenKind::Digits;
    let named = |at: usize| {
        let rest = input.skip(at);
        // "5 Stelle", "il 14 barrato", but "a brigade"
        let capital = rest.first().is_some_and(|token| token.case != Case::Lower);
        (capital || ends_with_mark(input, Mark::The)) && rest.has(|sense| *sense == Sense::NameAfter)
    };
    // "52nd Street"
    let ranked = digits && input.nth(1).is_some_and(|token| token.glued && token.is_word());
    if ranked && named(2) {
        return Some(3);
    }
    ((digits || input.numeral().is_some()) && named(1)).then_some(2)
}

/// Cheap look at some tokens for the beginning of an address.
pub fn may_be_address(tokens: &[Token]) -> bool {
    match tokens {
        [first, second, third, ..] => {
            !first.glued && !matches!(first.kind, TokenKind::Mark(_)) && second.glued && third.glued
        }
        _ => false,
    }
}

/// An address on the web or of mail, and a handle: all its tokens.
fn address(input: Tokens<'_>) -> Option<usize> {
    if !may_be_address(input.tokens()) {
        return None;
    }
    let mut length = 1;
    let (mut at_sign, mut slashes, mut after_slash) = (false, false, false);
    while let Some(token) = input.nth(length).filter(|token| token.glued) {
        let slash = token.is('/');
        slashes |= slash && after_slash;
        at_sign |= token.is('@');
        after_slash = slash;
        length += 1;
    }
    (slashes || at_sign).then_some(length)
}

/// Groups of digits that begin with 0 or +, or four groups and more: "0345 555 0105", "+39 010 555".
fn telephone(input: Tokens<'_>) -> Option<usize> {
    if input.first()?.kind != TokenKind::Digits {
        return None;
    }
    if let Some(length) = dashed_telephone(input) {
        return Some(length);
    }
    if spaced_day(input).is_ok() {
        return None;
    }
    let groups =
        (0..12).take_while(|offset| input.nth(*offset).is_some_and(|token| token.kind == TokenKind::Digits)).count();
    let plus = input.before(1).is_some_and(|token| token.is('+'));
    let zero = input.word(0).starts_with('0') && input.word(0).len() >= 2;
    let long = (0..groups).map(|offset| input.word(offset).len()).sum::<usize>() >= 6;
    let uneven = (1..groups).any(|offset| input.word(offset).len() != 3);
    let is_telephone = long && ((groups >= 2 && (zero || plus)) || (groups >= 3 && uneven) || (groups == 1 && zero));
    is_telephone.then_some(groups)
}

/// "+1-555-0105-22", "800-555-0105": three groups of digits or more between dashes, seven digits or more.
fn dashed_telephone(input: Tokens<'_>) -> Option<usize> {
    let digits = |offset: usize| input.nth(offset).is_some_and(|token| token.kind == TokenKind::Digits && token.glued);
    let dash = |offset: usize| {
        input.nth(offset).is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if is_dash(c)))
    };
    let plus = input.before(1).is_some_and(|token| token.is('+'));
    let mut length = 1;
    while dash(length) && digits(length + 1) {
        length += 2;
    }
    let (groups, long) = (length / 2 + 1, (0..length).step_by(2).map(|offset| input.word(offset).len()).sum::<usize>());
    let last = input.word(length - 1).len();
    ((groups >= 3 || plus) && groups >= 2 && long >= 9 && last >= 3).then_some(length)
}
