//! Numerals: digits with any separators, words, and both mixed, with how finely they were written.
//!
//! | text | value | step |
//! |---|---|---|
//! | 1.250 | 1250 | 1 |
//! | 55mila | 55 000 | 1000 |
//! | due milioni e mezzo | 2 500 000 | 100 000 |
//! | cinquantacinquemila | 55 000 | 1000 |

use super::input::{Parsed, Tokens, digits, glued_char, glued_digits, mark};
use super::memo::once;
use super::ordinal::large_rank;
use crate::lex::TokenKind;
use crate::rules::{Ambiguity, Atom, Mark, NumeralWord, Numerals, Sense};
use crate::value::{Number, TOO_LARGE};
use nom::Parser;
use nom::combinator::opt;
use nom::multi::many0;
use nom::sequence::pair;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// Its value.
    pub value: Number,
    /// Unit of its last written place: 1 for "157", 1000 for "55mila", 0.1 for "22,4".
    pub step: Number,
    /// Exponent of the magnitude word or abbreviation that ends it: 6 for "1,5 milioni".
    pub scale: Option<u32>,
    /// Whether it is digits only.
    pub plain_digits: bool,
    /// Why it may be none.
    pub ambiguity: Option<Ambiguity>,
}

impl Numeral {
    /// A whole number in digits.
    pub fn whole(value: Number) -> Self {
        Self { value, step: Number::ONE, scale: None, plain_digits: true, ambiguity: None }
    }

    /// The same mantissa under a magnitude word: the 20 of "20-30mila".
    pub fn scaled(self, exponent: u32) -> Option<Self> {
        let factor = power_of_ten(exponent)?;
        Some(Self {
            value: self.value.checked_mul(factor).filter(|value| *value < TOO_LARGE)?,
            step: self.step.checked_mul(factor)?,
            scale: Some(exponent),
            ..self
        })
    }
}

/// 10 to the power of `exponent`, up to 10^24.
pub fn power_of_ten(exponent: u32) -> Option<Number> {
    (exponent <= 24).then(|| Number::from_i128_with_scale(10_i128.pow(exponent), 0))
}

/// Any numeral.
pub fn numeral(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    match input.first().map(|token| token.kind) {
        Some(TokenKind::Digits) => once(|memo| &memo.numerals, input, mixed_numeral),
        Some(TokenKind::Word) if input.numeral().is_some() => once(|memo| &memo.numerals, input, word_numeral),
        Some(TokenKind::Mark('.' | ',')) => bare_decimals(input),
        Some(TokenKind::Mark(_)) => vulgar_fraction(input),
        _ => input.refuse(),
    }
}

/// ".08", ",25": decimals without the nought before them. Behind a word a comma needs a unit after them.
fn bare_decimals(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (rest, text) = glued_digits(input.skip(1))?;
    let sign = |rest: Tokens<'_>| rest.first().is_some_and(|token| token.is('%'));
    let of_unit = |rest: Tokens<'_>| {
        sign(rest) || rest.has(|sense| matches!(sense, Sense::Unit(_) | Sense::Currency(_) | Sense::Percent))
    };
    let no_comma = !input.first().is_some_and(|token| token.is(','));
    let free = begins_decimals(input) && (no_comma || input.before(1).is_none() || of_unit(rest));
    let places = u32::try_from(text.len()).ok().filter(|places| *places <= 9);
    match (format!("0.{text}").parse::<Number>(), places) {
        (Ok(value), Some(places)) if free && !continues(rest) => Ok((
            rest,
            Numeral { value, step: Number::new(1, places), scale: None, plain_digits: true, ambiguity: None },
        )),
        _ => input.refuse(),
    }
}

/// Whether a decimal point stands here that begins a number or a calibre: a space before it, a digit right after.
pub fn begins_decimals(input: Tokens<'_>) -> bool {
    let point = input.first().is_some_and(|token| token.is(input.language().style.decimal) && !token.glued);
    let digit = input.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    point && digit
}

/// Digits with separators as the language writes them; spaces of every kind group, too.
pub fn digit_numeral(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (mut rest, first) = digits(input)?;
    if first.len() > 2 && first.starts_with('0') {
        // A code or a telephone number.
        return input.refuse();
    }
    let style = &input.language().style;
    let mut whole = String::from(first);
    let mut group_mark = None;
    if let Some((next, groups)) = indian_groups(rest, first) {
        whole.push_str(&groups);
        rest = next;
        group_mark = Some(Some(','));
    }
    while first.len() <= 3 && !first.starts_with('0') {
        let Some((next, mark, group)) = digit_group(rest) else { break };
        let fits = mark.is_none_or(|mark| {
            style.group.contains(&mark) || grouped_twice(next, mark) || foreign_decimals(next, mark)
        });
        if !fits || *group_mark.get_or_insert(mark) != mark {
            break;
        }
        whole.push_str(group);
        rest = next;
    }
    let (rest, fraction) = opt(pair(glued_char(|c| matches!(c, '.' | ',' | '·')), glued_digits)).parse(rest)?;
    let (rest, fraction) = match fraction {
        // A separator that already groups, or a decimal part that is part of a list or a date, ends the number.
        Some((mark, part)) if group_mark != Some(Some(mark)) && part.len() <= 9 && !continues(rest) => (rest, part),
        Some(_) => return input.refuse(),
        None => (rest, ""),
    };
    let text = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    let Some(value) = text.parse::<Number>().ok().filter(|value| *value < TOO_LARGE) else { return input.refuse() };
    let places = u32::try_from(fraction.len()).unwrap_or(0);
    let step = Number::new(1, places);
    let (rest, value, step) = vulgar_part(rest, value, step);
    Ok((rest, Numeral { value, step, scale: None, plain_digits: true, ambiguity: None }))
}

/// Whether more digits follow after yet another separator: 1.2.3, 14.03.2026.
fn continues(rest: Tokens<'_>) -> bool {
    pair(glued_char(|c| matches!(c, '.' | ',')), glued_digits).parse(rest).is_ok()
}

/// A separator (`None` for a space) and three digits after it.
fn digit_group(input: Tokens<'_>) -> Option<(Tokens<'_>, Option<char>, &str)> {
    let first = input.first()?;
    let (at, mark) = match first.kind {
        TokenKind::Digits if !first.glued && spaced_group(input) => (input, None),
        TokenKind::Mark(c) if first.glued && matches!(c, '.' | ',' | '\'' | '’' | '٬') => {
            let next = input.skip(1);
            if !next.first()?.glued {
                return None;
            }
            (next, Some(if c == '’' { '\'' } else { c }))
        }
        _ => return None,
    };
    let (rest, group) = digits(at).ok()?;
    let more_digits = rest.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    (group.len() == 3 && !more_digits).then_some((rest, mark, group))
}

/// "12,34,567": hundreds of thousands and of hundred thousands, as India groups them, after one or two digits.
fn indian_groups<'a>(input: Tokens<'a>, first: &str) -> Option<(Tokens<'a>, String)> {
    let group = |input: Tokens<'a>, length: usize| {
        let (rest, (_, digits)) = pair(glued_char(|c| c == ','), glued_digits).parse(input).ok()?;
        (digits.len() == length).then_some((rest, digits))
    };
    let (mut rest, mut groups) = (input, String::new());
    while let Some((next, digits)) = group(rest, 2) {
        groups.push_str(digits);
        rest = next;
    }
    let (rest, digits) = group(rest, 3).filter(|_| !groups.is_empty() && first.len() <= 2)?;
    groups.push_str(digits);
    let more = pair(glued_char(|c| c == ','), glued_digits).parse(rest).is_ok();
    (input.language().style.group.contains(&',') && !more).then_some((rest, groups))
}

/// Whether one or two decimals follow after the other mark: the point of "1.250,50" groups in any language.
fn foreign_decimals(rest: Tokens<'_>, mark: char) -> bool {
    let other = pair(glued_char(|c| matches!(c, '.' | ',') && c != mark), glued_digits).parse(rest);
    matches!(mark, '.' | ',') && other.is_ok_and(|(after, (_, decimals))| decimals.len() <= 2 && !continues(after))
}

/// Whether exactly one space character parts this digit group from the one before.
fn spaced_group(input: Tokens<'_>) -> bool {
    let (Some(before), Some(first)) = (input.before(1), input.first()) else { return false };
    let gap = input.passage().text.get(before.span.end..first.span.start).unwrap_or_default();
    let mut spaces = gap.chars();
    let narrow = matches!(spaces.next(), Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}'));
    narrow && spaces.next().is_none()
}

/// Whether a group separator stands twice, so that it cannot be a decimal point in any language: 1,250,000.
fn grouped_twice(next: Tokens<'_>, mark: char) -> bool {
    digit_group(next).is_some_and(|(_, second, _)| second == Some(mark)) || {
        let earlier = next.before(4).is_some_and(|token| token.is(mark))
            && next.before(3).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
        earlier && next.before(2).is_some_and(|token| token.is(mark))
    }
}

fn vulgar_part(rest: Tokens<'_>, value: Number, step: Number) -> (Tokens<'_>, Number, Number) {
    let glued = rest.first().is_some_and(|token| token.glued);
    match vulgar_fraction(rest) {
        Ok((after, part)) if glued => return (after, value + part.value, part.step),
        _ => {}
    }
    // "2 1/4"
    match slashed_fraction(rest) {
        Ok((after, (part, whole))) if value.fract() == Number::ZERO && value < Number::ONE_THOUSAND => {
            (after, value + part / whole, Number::new(1, 2))
        }
        _ => (rest, value, step),
    }
}

/// "½": a part of one as one sign, over its whole.
pub fn vulgar(sign: char) -> Option<(u32, u32)> {
    Some(match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

fn vulgar_fraction(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let Some(TokenKind::Mark(sign)) = input.first().map(|token| token.kind) else { return input.refuse() };
    let Some((part, whole)) = vulgar(sign) else { return input.refuse() };
    let value = Number::from(part) / Number::from(whole);
    let step = Number::new(1, value.scale().clamp(1, 2));
    Ok((input.skip(1), Numeral { value, step, scale: None, plain_digits: true, ambiguity: None }))
}

/// Digits with the magnitude words after them: "55mila", "1,5 milioni", "6 milioni e 700mila", "2 milioni e mezzo".
fn mixed_numeral(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (rest, number) = digit_numeral(input)?;
    // "$2.6-million"
    let scale = scale_after_digits(rest).or_else(|| scale_after_digits(skip_hyphen(rest)));
    let Some((rest, exponent)) = scale else { return Ok((rest, number)) };
    let Some(scaled) = number.scaled(exponent).map(|scaled| Numeral { plain_digits: false, ..scaled }) else {
        return input.refuse();
    };
    Ok(remainder(rest, scaled))
}

/// "e mezzo", "e 700mila" after a magnitude word.
fn remainder(rest: Tokens<'_>, whole: Numeral) -> (Tokens<'_>, Numeral) {
    let Some(exponent) = whole.scale else { return (rest, whole) };
    let (after_and, joined) = if is_atom(rest, Atom::And) { (rest.skip(1), true) } else { (rest, false) };
    if joined && let Some((after, share)) = part_of_one(after_and) {
        // "un miliardo e mezzo milione": the half is of the smaller magnitude.
        let smaller = scale_after_digits(after).filter(|(_, smaller)| *smaller < exponent);
        let (after, exponent) = smaller.unwrap_or((after, exponent));
        let value = power_of_ten(exponent).and_then(|scale| whole.value.checked_add(scale.checked_mul(share)?));
        let step = power_of_ten(exponent.saturating_sub(1)).unwrap_or(whole.step);
        return value.map_or((rest, whole), |value| (after, Numeral { value, step, ..whole }));
    }
    // "3 hundred and 21"
    let below_hundred = numeral(after_and).ok().filter(|(_, part)| {
        let counts = part.scale.is_none() && part.ambiguity != Some(Ambiguity::Indefinite);
        joined && exponent == 2 && counts && part.step == Number::ONE && part.value < Number::ONE_HUNDRED
    });
    if let Some((after, part)) = below_hundred
        && let Some(value) = whole.value.checked_add(part.value)
    {
        return (after, Numeral { value, step: Number::ONE, scale: None, ..whole });
    }
    let next = digit_numeral(after_and).ok().and_then(|(rest, part)| {
        let (rest, exponent) = scale_after_digits(rest)?;
        Some((rest, part.scaled(exponent)?))
    });
    match next {
        Some((after, part))
            if part.scale < Some(exponent) && part.value < power_of_ten(exponent).unwrap_or_default() =>
        {
            let value = whole.value.checked_add(part.value).unwrap_or(whole.value);
            (after, Numeral { value, step: part.step, ..whole })
        }
        _ => (rest, whole),
    }
}

fn is_atom(input: Tokens<'_>, wanted: Atom) -> bool {
    matches!(input.numeral().map(|tagged| &tagged.word), Some(NumeralWord::Cardinal(atoms)) if atoms.as_slice() == [wanted])
}

/// A magnitude word or abbreviation, and "mila milioni" as one.
pub fn scale_after_digits(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    let word = input.word(0);
    // "1,2M", "1,2 M€"
    let joined = input.first()?.glued || before_currency(input.skip(1));
    if let Some(exponent) = input.language().numerals.abbreviated_scales.get(word).filter(|_| joined) {
        return Some((input.skip(1), *exponent));
    }
    let NumeralWord::Cardinal(atoms) = &input.numeral()?.word else { return None };
    let exponent = match atoms.as_slice() {
        [Atom::Scale(exponent)] => *exponent,
        // "23 cents" are no hundreds.
        [Atom::Hundred]
            if input.first().is_some_and(|token| !token.glued)
                && !input.has(|sense| matches!(sense, Sense::Currency(_))) =>
        {
            2
        }
        [Atom::Scale(first), Atom::Scale(second)] => first + second,
        _ => return None,
    };
    let rest = abbreviation_stop(input.skip(1), word);
    match scale_after_digits(rest) {
        Some((after, second)) if exponent < second => Some((after, exponent + second)),
        _ => Some((rest, exponent)),
    }
}

/// Whether the sign of a currency stands right here, or a currency in words: "M€", "M d'euros".
fn before_currency(rest: Tokens<'_>) -> bool {
    let currency = |sense: &Sense| matches!(sense, Sense::Currency(_));
    let sign = rest.first().is_some_and(|token| token.glued && !token.is_word()) && rest.has(currency);
    sign || mark(Mark::Of)(rest).is_ok_and(|(after, ())| after.has(currency))
}

/// The full stop of "mln." where it does not end the sentence.
fn abbreviation_stop<'a>(rest: Tokens<'a>, word: &str) -> Tokens<'a> {
    let stop = rest.first().is_some_and(|token| token.glued && token.is('.'));
    if stop && word.len() <= 4 && rest.nth(1).is_some() { rest.skip(1) } else { rest }
}

/// A number in words, over spaces and hyphens, with its decimals and what follows its magnitude.
fn word_numeral(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let ambiguity = input.numeral().and_then(|tagged| tagged.ambiguity);
    let Some((rest, sum)) = word_sum(input) else { return input.refuse() };
    let words = rest.position() - input.position();
    let (value, step) = sum.finish();
    let scale = sum.last_scale;
    let number = Numeral { value, step, scale, plain_digits: false, ambiguity: ambiguity.filter(|_| words == 1) };
    let (rest, number) = decimal_words(rest, number);
    Ok(if scale.is_some() { remainder(rest, number) } else { (rest, number) })
}

/// The longest run of number words that add up.
fn word_sum(input: Tokens<'_>) -> Option<(Tokens<'_>, WordSum<'_>)> {
    let mut sum = WordSum::new(&input.language().numerals);
    let mut accepted = None;
    let mut before_and = None;
    let mut rest = input;
    loop {
        let at = if accepted.is_some() { skip_hyphen(rest) } else { rest };
        let Some(NumeralWord::Cardinal(atoms)) = at.numeral().map(|tagged| &tagged.word) else { break };
        if atoms.as_slice() == [Atom::And] {
            // "zwischen drei und zwanzig": units come before tens only within one word.
            if input.language().numerals.units_before_tens {
                break;
            }
            before_and.clone_from(&accepted);
        }
        if sum.open && matches!(atoms.as_slice(), [Atom::Unit(_)]) && part_follows(skip_hyphen(at.skip(1))) {
            // "one million and a half", "cento e tre quarti"
            accepted = before_and;
            break;
        }
        if before_and.is_some() && atoms.as_slice() == [Atom::Half] && scale_after_digits(at.skip(1)).is_some() {
            // "un miliardo e mezzo milione"
            accepted = before_and;
            break;
        }
        if !atoms.iter().all(|atom| sum.push(*atom)) {
            // "between two hundred and three hundred": what follows multiplies the part after "and" alone.
            if before_and.is_some() && matches!(atoms.first(), Some(Atom::Hundred | Atom::Scale(_))) {
                accepted = before_and;
            }
            break;
        }
        rest = at.skip(1);
        if sum.is_complete() {
            accepted = Some((rest, sum.clone()));
        } else if rest.position() > input.position() + 40 {
            break;
        }
    }
    accepted
}

/// Whether a half or a denominator stands here; "milésimo" after more than one is a rank.
fn part_follows(input: Tokens<'_>) -> bool {
    let part = input.has(|sense| matches!(sense, Sense::Denominator(_))) && large_rank(input).is_none();
    is_atom(input, Atom::Half) || part
}

/// "two and a half", "due e mezzo", "2 e tre quarti", "two-and-a-half-": a part below one joined on, and a magnitude
/// after it.
pub fn mixed_part(rest: Tokens<'_>, whole: Numeral) -> (Tokens<'_>, Numeral) {
    let and = skip_hyphen(rest);
    if whole.scale.is_some() || !is_atom(and, Atom::And) || whole.value.fract() != Number::ZERO {
        return (rest, whole);
    }
    let Some((after, share)) = part_of_one(skip_hyphen(and.skip(1))) else { return (rest, whole) };
    let step = Number::new(1, share.scale().clamp(1, 2));
    let number = Numeral { value: whole.value + share, step, plain_digits: false, ambiguity: None, ..whole };
    match scale_after_digits(after) {
        Some((after, exponent)) => number.scaled(exponent).map_or((after, number), |number| (after, number)),
        None => (after, number),
    }
}

/// "mezzo", "a half", "tre quarti", "3/4"
pub fn part_of_one(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let after_article = mark(Mark::The)(input).map_or(input, |(rest, ())| skip_hyphen(rest));
    if is_atom(after_article, Atom::Half) {
        return Some((after_article.skip(1), Number::new(5, 1)));
    }
    simple_fraction(input).or_else(|| slashed_fraction(input).ok().map(|(rest, (part, whole))| (rest, part / whole)))
}

/// "3/4", "1/2": one digit over another, in no date and no code.
pub fn slashed_fraction(input: Tokens<'_>) -> Parsed<'_, (Number, Number)> {
    let (rest, part) = digits(input)?;
    let (rest, _) = glued_char(|c| matches!(c, '/' | '⁄'))(rest)?;
    let (rest, whole) = glued_digits(rest)?;
    let joined = rest.first().is_some_and(|token| token.glued && (token.is_word() || token.is('/') || token.is('-')))
        || input.first().is_some_and(|token| token.glued);
    match (part.parse::<u32>(), whole.parse::<u32>()) {
        (Ok(part), Ok(whole))
            if !joined && part > 0 && part < whole && matches!(whole, 2..=6 | 8 | 10 | 12 | 15 | 16 | 100 | 1000) =>
        {
            Ok((rest, (part.into(), whole.into())))
        }
        _ => input.refuse(),
    }
}

/// "un quarto", "tre quarti": a small figure over a denominator in words.
fn simple_fraction(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let (rest, numerator) = single_digit(input).ok()?;
    let (rest, denominator) = rest.longest(|sense| match sense {
        Sense::Denominator(value) => Some(*value),
        _ => None,
    })?;
    let share = Number::from(numerator).checked_div(Number::from(denominator))?;
    (numerator < denominator).then_some((rest, share))
}

/// "due virgola cinque"
fn decimal_words(rest: Tokens<'_>, whole: Numeral) -> (Tokens<'_>, Numeral) {
    let language = rest.language();
    let magnitude = whole.step > Number::ONE;
    if !language.numerals.decimal_words.iter().any(|word| rest.word(0).to_lowercase() == *word) || magnitude {
        return (rest, whole);
    }
    let Some((after, places, part)) = decimal_part(rest.skip(1)) else { return (rest, whole) };
    let Some(power) = power_of_ten(places).filter(|_| places > 0 && places < 10) else { return (rest, whole) };
    let value = whole.value + part / power;
    let number = Numeral { value, step: Number::ONE / power, ..whole };
    match scale_after_digits(after) {
        Some((after, exponent)) => number.scaled(exponent).map_or((after, number), |number| (after, number)),
        None => (after, number),
    }
}

/// The words after the decimal sign with their number of places: "cinque due", "cinquantadue".
fn decimal_part(input: Tokens<'_>) -> Option<(Tokens<'_>, u32, Number)> {
    let (after, digits) = many0(single_digit).parse(input).ok()?;
    if after != input {
        let part = digits.iter().fold(0_u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(*digit)));
        return Some((after, u32::try_from(digits.len()).ok()?, Number::from(part)));
    }
    let (after, sum) = word_sum(input)?;
    let (part, _) = sum.finish();
    let places = u32::try_from(part.trunc().to_string().len()).ok()?;
    (part < Number::ONE_THOUSAND).then_some((after, places, part))
}

fn single_digit(input: Tokens<'_>) -> Parsed<'_, u32> {
    match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Cardinal(atoms)) => match atoms.as_slice() {
            [Atom::Unit(digit)] => Ok((input.skip(1), *digit)),
            _ => input.refuse(),
        },
        _ => input.refuse(),
    }
}

/// After a hyphen that joins two words.
pub fn skip_hyphen(rest: Tokens<'_>) -> Tokens<'_> {
    let joined = rest.first().is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark('-' | '‑')))
        && rest.nth(1).is_some_and(|token| token.glued);
    if joined { rest.skip(1) } else { rest }
}

/// The value of a list of parts, if they make one number.
pub fn atoms_value(input: Tokens<'_>, atoms: &[Atom]) -> Option<Number> {
    let mut sum = WordSum::new(&input.language().numerals);
    (atoms.iter().all(|atom| sum.push(*atom)) && sum.is_complete()).then(|| sum.finish().0)
}

/// Adds up number parts and refuses the part that cannot follow.
///
/// `total` holds what stands before the last magnitude word, `section` what is below it, which has room for
/// hundreds, tens and units once each.
#[derive(Debug, Clone)]
struct WordSum<'a> {
    style: &'a Numerals,
    total: Number,
    section: Number,
    hundreds: bool,
    tens: Option<u32>,
    units: Option<u32>,
    /// "and" stands last: what follows must go on.
    open: bool,
    started: bool,
    mixed: bool,
    last_scale: Option<u32>,
    smallest_scale: Option<u32>,
}

impl<'a> WordSum<'a> {
    fn new(style: &'a Numerals) -> Self {
        Self {
            style,
            total: Number::ZERO,
            section: Number::ZERO,
            hundreds: false,
            tens: None,
            units: None,
            open: false,
            started: false,
            mixed: false,
            last_scale: None,
            smallest_scale: None,
        }
    }

    fn push(&mut self, atom: Atom) -> bool {
        let fits = match atom {
            Atom::Unit(value) => self.unit(value),
            Atom::Teen(value) => self.teen(value),
            Atom::Ten(value) => self.ten(value),
            Atom::Hundred => self.hundred(),
            Atom::Hundreds(value) => self.fixed_hundred(value),
            Atom::Scale(exponent) => self.scale(exponent),
            Atom::Mixed(value) => self.mixed(value),
            Atom::And => self.and(),
            Atom::Half => self.half(),
            Atom::AndHalf => self.and_half(),
        };
        if fits && atom != Atom::And {
            self.open = false;
            self.started = true;
        }
        fits
    }

    fn is_complete(&self) -> bool {
        self.started && !self.open
    }

    fn finish(&self) -> (Number, Number) {
        let value = self.total + self.section;
        let below_scale = self.section != Number::ZERO || self.last_scale.is_none();
        let step = if below_scale {
            if self.mixed { Number::new(1, 1) } else { Number::ONE }
        } else {
            self.smallest_scale.and_then(power_of_ten).unwrap_or(Number::ONE)
        };
        (value, step)
    }

    fn empty_section(&self) -> bool {
        !self.hundreds && self.tens.is_none() && self.units.is_none() && self.section == Number::ZERO
    }

    fn unit(&mut self, value: u32) -> bool {
        let after_ten = self.tens == Some(10) && !self.style.units_after_ten.contains(&value);
        if self.units.is_some() || self.mixed || (value == 0 && self.started) || after_ten {
            return false;
        }
        self.units = Some(value);
        self.section += Number::from(value);
        true
    }

    fn teen(&mut self, value: u32) -> bool {
        let room = match self.tens {
            None => true,
            Some(tens) => value < 20 && self.style.tens_with_teens.contains(&tens),
        };
        if !room || self.units.is_some() || self.mixed {
            return false;
        }
        let open = value == 10 && !self.style.units_after_ten.is_empty();
        (self.tens, self.units) = (Some(value), if open { None } else { Some(0) });
        self.section += Number::from(value);
        true
    }

    fn ten(&mut self, value: u32) -> bool {
        if let (None, Some(units)) = (self.tens, self.units)
            && self.style.multiplied_tens.contains(&(units, value))
        {
            self.section += Number::from(units * value - units);
            (self.tens, self.units) = (Some(units * value), None);
            return true;
        }
        let units_first = self.style.units_before_tens && self.open && self.units.is_some_and(|units| units > 0);
        if self.tens.is_some() || (self.units.is_some() && !units_first) || self.mixed {
            return false;
        }
        self.tens = Some(value);
        self.units = if units_first { self.units } else { None };
        self.section += Number::from(value);
        true
    }

    fn hundred(&mut self) -> bool {
        if self.hundreds || self.mixed || self.section >= Number::ONE_HUNDRED {
            return false;
        }
        self.section = if self.empty_section() { Number::ONE_HUNDRED } else { self.section * Number::ONE_HUNDRED };
        (self.hundreds, self.tens, self.units) = (true, None, None);
        true
    }

    fn fixed_hundred(&mut self, value: u32) -> bool {
        if !self.empty_section() {
            return false;
        }
        self.hundreds = true;
        self.section = Number::from(value);
        true
    }

    /// A magnitude multiplies the section; after a smaller one ("tremila miliardi") everything so far.
    fn scale(&mut self, exponent: u32) -> bool {
        let Some(factor) = power_of_ten(exponent) else { return false };
        let grows = self.last_scale.is_some_and(|last| last < exponent);
        // Only a thousand stands alone after a larger magnitude: "due milioni mille".
        let alone = self.last_scale.is_some() && self.empty_section() && !grows && exponent != 3;
        if self.last_scale == Some(exponent) || alone {
            return false;
        }
        // "tres billones doscientos mil millones": the billions stand above the magnitude, the thousands below it.
        let below = if grows { self.total % factor } else { Number::ZERO };
        let base = below + self.section;
        let base = if base == Number::ZERO { Number::ONE } else { base };
        let scaled = base.checked_mul(factor).and_then(|scaled| (self.total - below).checked_add(scaled));
        let Some(total) = scaled.filter(|total| *total < TOO_LARGE) else { return false };
        self.smallest_scale = Some(if grows { exponent + self.smallest_scale.unwrap_or(0) } else { exponent });
        if self.mixed {
            self.smallest_scale = Some(exponent.saturating_sub(1));
        }
        self.total = total;
        self.section = Number::ZERO;
        (self.hundreds, self.tens, self.units, self.mixed) = (false, None, None, false);
        self.last_scale = Some(exponent);
        true
    }

    fn mixed(&mut self, value: Number) -> bool {
        if !self.empty_section() || self.mixed {
            return false;
        }
        self.mixed = true;
        self.section = value;
        true
    }

    fn and(&mut self) -> bool {
        if !self.started || self.open {
            return false;
        }
        self.open = true;
        true
    }

    /// A half: of the last magnitude after "and", of the next one alone, of one after a section.
    fn half(&mut self) -> bool {
        // "due e mezzo" is read as a whole and its part; only one word ("zweieinhalb") adds it here.
        if self.mixed || (self.started && self.last_scale.is_none() && !self.style.units_before_tens) {
            return false;
        }
        if let (Some(exponent), true, true) = (self.last_scale, self.open, self.empty_section()) {
            let Some(scale) = power_of_ten(exponent) else { return false };
            self.total += scale / Number::TWO;
            self.smallest_scale = Some(exponent.saturating_sub(1));
            // Nothing can follow a half.
            (self.hundreds, self.tens, self.units) = (true, Some(0), Some(0));
            return true;
        }
        if self.last_scale.is_some() || (self.started && !self.open && !self.empty_section()) {
            return false;
        }
        self.mixed = true;
        self.section += Number::new(5, 1);
        true
    }

    /// "zweieinhalb": a half in the same word as the units before it.
    fn and_half(&mut self) -> bool {
        if self.mixed || self.empty_section() {
            return false;
        }
        self.mixed = true;
        self.section += Number::new(5, 1);
        true
    }
}
