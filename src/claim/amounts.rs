//! "Una manovra da 17,8 miliardi": amounts that leave their currency to the article.

use super::answer::Answer;
use super::bind::noun_after;
use super::items::Reading;
use crate::grammar::{Form, Mention, MentionValue};
use crate::rules::{ConceptId, Rules};
use crate::value::{Dimension, Number, Quantity};

/// Words between a figure and the word that tells of money.
const NEAR: u32 = 7;

/// The currency that an article tells most of its amounts in; of two as frequent, the one that it names first.
pub(super) fn currency(readings: &[Vec<Reading<'_>>]) -> Option<Dimension> {
    let mut told: Vec<(Dimension, usize)> = Vec::new();
    for mention in readings.iter().flatten().flat_map(|reading| &reading.mentions) {
        let MentionValue::Quantity(measured) = &mention.value else { continue };
        let dimension = &measured.quantity.dimension;
        if !matches!(dimension, Dimension::Money(_) | Dimension::AmbiguousMoney(_)) {
            continue;
        }
        match told.iter_mut().find(|(known, _)| known == dimension) {
            Some((_, times)) => *times += 1,
            None => told.push((dimension.clone(), 1)),
        }
    }
    let most = told.iter().map(|(_, times)| *times).max()?;
    told.into_iter().find(|(_, times)| *times == most).map(|(dimension, _)| dimension)
}

/// Reads bare millions beside a word of money as amounts in the currency of the article.
pub(super) fn in_currency(
    reading: &Reading<'_>,
    mut answers: Vec<Answer>,
    currency: &Dimension,
    rules: &Rules,
) -> Vec<Answer> {
    let (Dimension::Money(code) | Dimension::AmbiguousMoney(code)) = currency else { return answers };
    let Some(found) = rules.units.currency(code) else { return answers };
    for (index, answer) in answers.iter_mut().enumerate() {
        let Answer::Quantity(quantity) = answer else { continue };
        if reading.mentions.get(index).is_some_and(is_bare) && tells_of_money(reading, index, rules) {
            *quantity =
                Quantity { dimension: found.dimension.clone(), unit: Some(found.unit.clone()), ..quantity.clone() };
        }
    }
    answers
}

fn is_bare(mention: &Mention) -> bool {
    let MentionValue::Quantity(measured) = &mention.value else { return false };
    let least = Number::ONE_THOUSAND * Number::ONE_THOUSAND;
    let large = measured.quantity.nominal.or(measured.ends.map(|(_, last)| last)).is_some_and(|value| value >= least);
    measured.quantity.dimension == Dimension::Count && large && measured.form != Form::Fraction
}

/// Whether it counts no noun and stands beside a word of money.
fn tells_of_money(reading: &Reading<'_>, mention: usize, rules: &Rules) -> bool {
    let Some(at) = reading.item_of(mention) else { return false };
    let money = |id: ConceptId| rules.units.tells_amount(id, &rules.lexicon);
    noun_after(reading, at, false).is_none()
        && reading.near(at, NEAR).any(|(_, item)| item.concepts().iter().any(|(id, _)| money(*id)))
}
