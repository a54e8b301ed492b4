//! "69 milioni di euro, dai 120 di un anno prima": a bare figure in the unit of the one before it, which its words leave
//! out.

use super::answer::Answer;
use super::bind::noun_after;
use super::items::{ItemKind, Reading};
use crate::grammar::{Form, Measured, MentionValue};
use crate::rules::Mark;
use crate::value::{Dimension, Number, Quantity};

/// Items between a figure with its unit and one without.
const NEAR: usize = 14;

/// Digits that are written of an amount beside a word for its magnitude, at most.
const WRITTEN: usize = 5;

/// So many times the other figure at most is a figure that shares its magnitude.
const FAR: i64 = 50;

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
    let magnitude = magnitude(reading, index - 1, whole)?;
    let scaled = bare.map(|value| value.checked_mul(magnitude))?;
    let ratio = scaled.nominal?.checked_div(whole.nominal?)?;
    let far = Number::from(FAR);
    let alike = ratio <= far && ratio.checked_mul(far)? >= Number::ONE;
    alike.then(|| Quantity { dimension: whole.dimension.clone(), unit: whole.unit.clone(), ..scaled })
}

fn measured<'r>(reading: &'r Reading<'_>, index: usize) -> Option<&'r Measured> {
    match &reading.mentions.get(index)?.value {
        MentionValue::Quantity(measured) => Some(measured),
        _ => None,
    }
}

/// What a word for millions or billions multiplies a figure by; `None` where it cannot be told.
fn magnitude(reading: &Reading<'_>, index: usize, quantity: &Quantity) -> Option<Number> {
    let value = quantity.nominal?;
    let million = Number::ONE_THOUSAND * Number::ONE_THOUSAND;
    if value < million {
        return Some(Number::ONE);
    }
    let mention = reading.mentions.get(index)?;
    let words = mention.tokens.clone().map(|token| reading.passage.word(token));
    let digits: usize = words.map(|word| word.chars().filter(char::is_ascii_digit).count()).sum();
    let billion = million * Number::ONE_THOUSAND;
    match digits {
        0 => None,
        _ if digits > WRITTEN => Some(Number::ONE),
        // "1.150 milioni" has four digits, "1,15 miliardi" three.
        _ if value >= billion && digits < 4 => Some(billion),
        _ => Some(million),
    }
}
