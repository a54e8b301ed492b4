//! Ordinal numbers in words: "ventitreesimo", "twenty-first", "vigésimo primero", "cincuenta y dos milésimo".

use super::begin::Openings;
use super::input::{Parsed, Tokens, mark};
use super::memo::{once, where_opens};
use super::numeral::{Numeral, atoms_value, numeral};
use crate::rules::{Mark, NumeralWord, Sense};
use crate::value::Number;

/// An ordinal in one word or after tens and hundreds: "ventitreesimo", "twenty-first", "due centesimo".
pub fn word_ordinal(input: Tokens<'_>) -> Parsed<'_, Number> {
    if let Some(NumeralWord::Ordinal(atoms)) = input.numeral().map(|tagged| &tagged.word) {
        return atoms_value(input, atoms).map_or_else(|| input.refuse(), |rank| Ok((input.skip(1), rank)));
    }
    input.refuse()
}

/// "twenty-first", "hundred and second"
pub fn tens_and_ordinal(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, whole) = numeral(input)?;
    if let Some(found) = counted_thousandth(rest, &whole) {
        return Ok(found);
    }
    let hyphen = rest.first().is_some_and(|token| token.glued && token.is('-'));
    let rest = if hyphen { rest.skip(1) } else { rest };
    let rest = mark(Mark::And)(rest).map_or(rest, |(rest, ())| rest);
    // "15mila secondo la questura", "dieci secondi"
    let source = rest.marks().contains(Mark::AccordingTo) || rest.marks().contains(Mark::ManyUnits);
    let found = ordinal_chain(rest).or_else(|| word_ordinal(rest).ok());
    let Some((rest, rank)) = found.filter(|_| !whole.plain_digits && !source) else { return input.refuse() };
    // "quatre-vingtième"
    let multiplied = input
        .language()
        .numerals
        .multiplied_tens
        .iter()
        .any(|(unit, ten)| whole.value == Number::from(*unit) && rank == Number::from(*ten));
    if multiplied {
        return Ok((rest, whole.value * rank));
    }
    let adds = rank < Number::ONE_HUNDRED && whole.value % Number::TEN == Number::ZERO;
    if adds { Ok((rest, whole.value + rank)) } else { input.refuse() }
}

/// "cincuenta y dos milésimo tricentésimo", "two millionth": a cardinal counts the thousands or millions of the rank.
fn counted_thousandth<'a>(rest: Tokens<'a>, whole: &Numeral) -> Option<(Tokens<'a>, Number)> {
    let (rest, place) = large_rank(rest)?;
    let place = Number::from(place);
    let several = whole.value > Number::ONE && whole.value.fract() == Number::ZERO && !whole.plain_digits;
    // "trece millones cuatrocientos milésimo": the thousands are of what stands below the million.
    let counted = whole.value.checked_rem(place.checked_mul(place)?)?;
    let rank = (whole.value - counted).checked_add(counted.checked_mul(place)?)?;
    if !several || counted == Number::ZERO {
        return None;
    }
    let below = ordinal_chain(rest).filter(|(_, below)| *below < place);
    Some(below.map_or((rest, rank), |(after, below)| (after, rank + below)))
}

/// "milésimo", "millionth": a rank from a thousand on.
pub fn large_rank(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    ordinal_word(input).filter(|(_, rank)| *rank >= 1000)
}

/// "primo", "vigésimo primero", "tricentésima quadragésima sétima": each word below the one before it.
pub fn ordinal_chain(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let (mut rest, mut rank) = ordinal_word(input)?;
    let mut place = rank;
    while let Some((after, next)) =
        ordinal_word(rest).filter(|(_, next)| place % 10 == 0 && *next < lowest_place(place))
    {
        rank += next;
        (rest, place) = (after, next);
    }
    Some((rest, rank.into()))
}

fn ordinal_word(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    input.longest(|sense| match sense {
        Sense::Ordinal(rank) => Some(*rank),
        _ => None,
    })
}

/// The power of ten that a rank is a multiple of: 10 for 40, 100 for 300.
fn lowest_place(rank: u32) -> u32 {
    let mut place = 1;
    while rank != 0 && rank.is_multiple_of(place * 10) && place < 1_000_000 {
        place *= 10;
    }
    place
}

/// Any ordinal in words: "second", "tenth", "twenty-first".
pub fn rank_in_words(input: Tokens<'_>) -> Parsed<'_, u32> {
    where_opens(input, &[Openings::FIGURE, Openings::RANK], |input| once(|memo| &memo.ranks, input, ranked))
}

fn ranked(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, rank) =
        tens_and_ordinal(input).or_else(|_| ordinal_chain(input).map_or_else(|| word_ordinal(input), Ok))?;
    u32::try_from(rank).map_or_else(|_| input.refuse(), |rank| Ok((rest, rank)))
}
