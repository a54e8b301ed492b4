//! "69 milioni di euro, dai 120 di un anno prima": a bare figure in the unit of the one before it, which its words leave
//! out.

use super::answer::Answer;
use super::bind::noun_after;
use super::items::{ItemKind, Reading};
use crate::grammar::{Form, Measured, MentionValue, power_of_ten};
use crate::rules::Mark;
use crate::value::{Dimension, Number, Quantity};

/// Items between a figure with its unit and one without.
const NEAR: usize = 14;

/// So many times the other figure at most is a figure in its unit and magnitude.
const FAR: i64 = 50;

/// The powers of ten that words for magnitudes stand for.
const MAGNITUDES: [u32; 4] = [3, 6, 9, 12];

/// Gives bare figures the unit of shares and amounts before them in the sentence, where a word compares the two, a
/// pronoun refers back, or decimals show that nothing is counted.
pub(super) fn in_unit_before(reading: &Reading<'_>, mut answers: Vec<Answer>) -> Vec<Answer> {
    for index in 1..answers.len() {
        if let Some(quantity) = left_out(reading, &answers, index)
            && let Some(answer) = answers.get_mut(index)
        {
            *answer = Answer::Quantity(quantity);
        }
    }
    answers
}

fn left_out(reading: &Reading<'_>, answers: &[Answer], index: usize) -> Option<Quantity> {
    let (Answer::Quantity(bare), Answer::Quantity(whole)) = (answers.get(index)?, answers.get(index - 1)?) else {
        return None;
    };
    let told = (measured(reading, index)?, measured(reading, index - 1)?);
    let is_bare = bare.dimension == Dimension::Count && told.0.form == Form::Plain;
    let has_unit = whole.dimension.is_money() || whole.dimension == Dimension::Percent;
    let (at, before) = (reading.item_of(index)?, reading.item_of(index - 1)?);
    let between = reading.items.get(before + 1..at)?;
    let near = between.len() <= NEAR && !between.iter().any(|item| item.kind == ItemKind::Break);
    // "From 40 shows": a word right behind may be counted, even one that the packs know as a verb.
    let word = reading.items.get(at + 1).map(|item| &item.kind);
    let counts = matches!(word, Some(ItemKind::Word | ItemKind::Concept(_) | ItemKind::Name(_)))
        || noun_after(reading, at, false).is_some();
    if !is_bare || !has_unit || told.1.form == Form::Fraction || !near || counts {
        return None;
    }
    let compared = between.iter().rev().take(2).any(|item| item.is_any(&[Mark::ComparedWith, Mark::From]));
    let pronoun = between.iter().rev().take(3).any(|item| item.is(Mark::PronounOf));
    let decimals = bare.nominal.is_some_and(|value| value.fract() != Number::ZERO);
    if !compared && !pronoun && !decimals {
        return None;
    }
    let scaled = in_magnitude_of(bare, whole, digits_written(reading, index - 1)?)?;
    Some(Quantity { dimension: whole.dimension.clone(), unit: whole.unit.clone(), ..scaled })
}

/// A bare figure in the magnitude that brings it nearest to the other one, which was written with so many digits; `None`
/// where they stay far apart.
fn in_magnitude_of(bare: &Quantity, whole: &Quantity, digits: usize) -> Option<Quantity> {
    let (own, other) = (bare.nominal?, whole.nominal?);
    // What is written in full leaves no magnitude out: "69.000.000 euro".
    let told_in_full = other.trunc().abs().to_string().len() <= digits;
    let magnitudes = MAGNITUDES.into_iter().filter(|_| !told_in_full).filter_map(power_of_ten);
    let apart = |magnitude: &Number| {
        let scaled = own.checked_mul(*magnitude)?;
        Some(scaled.checked_div(other)?.max(other.checked_div(scaled)?))
    };
    let (apart, magnitude) =
        std::iter::once(Number::ONE).chain(magnitudes).filter_map(|it| Some((apart(&it)?, it))).min()?;
    if apart > Number::from(FAR) {
        return None;
    }
    bare.map(|value| value.checked_mul(magnitude))
}

fn digits_written(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let words = reading.mentions.get(index)?.tokens.clone().map(|token| reading.passage.word(token));
    Some(words.map(|word| word.chars().filter(char::is_ascii_digit).count()).sum())
}

fn measured<'r>(reading: &'r Reading<'_>, index: usize) -> Option<&'r Measured> {
    match &reading.mentions.get(index)?.value {
        MentionValue::Quantity(measured) => Some(measured),
        _ => None,
    }
}
