//! "Una manovra da 17,8 miliardi": amounts that leave their currency to the article.

use super::answer::Answer;
use super::bind::{noun_after, noun_before};
use super::items::{Item, Reading};
use crate::grammar::{Form, Mention, MentionValue};
use crate::rules::{ConceptClass, Mark, Rules};
use crate::value::{Dimension, Number, Quantity};

/// Words between a figure and the word that tells of money.
const NEAR: u32 = 14;

/// What an article tells its bare amounts in.
#[derive(Debug)]
pub(super) struct BareMoney {
    currency: Dimension,
    /// Whether the article names it, or only its language makes it usual.
    named: bool,
}

/// The currency that an article tells most of its amounts in, of two as frequent the one that it names first; where it
/// names none, the usual one of its language. So where it names another once, as old liras or the dollars of a buyer.
pub(super) fn bare_money(readings: &[Vec<Reading<'_>>]) -> Option<BareMoney> {
    let mut told: Vec<(Dimension, usize)> = Vec::new();
    let readings = || readings.iter().flatten();
    for mention in readings().flat_map(|reading| &reading.mentions) {
        let MentionValue::Quantity(measured) = &mention.value else { continue };
        let dimension = &measured.quantity.dimension;
        if !dimension.is_money() {
            continue;
        }
        match told.iter_mut().find(|(known, _)| known == dimension) {
            Some((_, times)) => *times += 1,
            None => told.push((dimension.clone(), 1)),
        }
    }
    let usual =
        readings().next().and_then(|reading| reading.passage.rules.units.usual_money(&reading.passage.language.code));
    let most = told.iter().map(|(_, times)| *times).max();
    let of_article = told.into_iter().find(|(_, times)| Some(*times) == most).map(|(currency, _)| currency);
    match (of_article, usual) {
        (Some(currency), Some(usual)) if most == Some(1) && currency != *usual => {
            Some(BareMoney { currency: usual.clone(), named: false })
        }
        (Some(currency), _) => Some(BareMoney { currency, named: true }),
        (None, usual) => usual.map(|usual| BareMoney { currency: usual.clone(), named: false }),
    }
}

/// Reads bare millions as amounts: in the currency of the article beside a word of money or where nothing else is
/// counted, in the usual one of its language beside such a word only.
pub(super) fn in_currency(
    reading: &Reading<'_>,
    mut answers: Vec<Answer>,
    money: &BareMoney,
    rules: &Rules,
) -> Vec<Answer> {
    let (Dimension::Money(code) | Dimension::AmbiguousMoney(code)) = &money.currency else { return answers };
    let Some(found) = rules.units.currency(code) else { return answers };
    for (index, answer) in answers.iter_mut().enumerate() {
        let Answer::Quantity(quantity) = answer else { continue };
        if !reading.mentions.get(index).is_some_and(is_bare_large) {
            continue;
        }
        let Some(at) = reading.item_of(index) else { continue };
        if tells_of_money(reading, at, rules) || (money.named && counts_nothing(reading, at)) {
            *quantity =
                Quantity { dimension: found.dimension.clone(), unit: Some(found.unit.clone()), ..quantity.clone() };
        }
    }
    answers
}

fn is_bare_large(mention: &Mention) -> bool {
    let MentionValue::Quantity(measured) = &mention.value else { return false };
    let least = Number::ONE_THOUSAND * Number::ONE_THOUSAND;
    let large = measured.quantity.nominal.or(measured.ends.map(|(_, last)| last)).is_some_and(|value| value >= least);
    measured.quantity.dimension == Dimension::Count && large && measured.form != Form::Fraction
}

/// "96 milioni di utile", "danni per 70 milioni": the noun is one of money, or there is none and a word of money near.
fn tells_of_money(reading: &Reading<'_>, at: usize, rules: &Rules) -> bool {
    let money = |item: &Item| item.concepts().iter().any(|(id, _)| rules.units.tells_amount(*id, &rules.lexicon));
    match noun_after(reading, at, false) {
        Some(noun) => reading.items.get(noun).is_some_and(money),
        None => reading.near(at, NEAR).any(|(_, item)| money(item)),
    }
}

/// "Gli otto milioni che la giunta ha messo a disposizione", but neither "siamo 60 milioni di italiani" nor "hanno
/// votato in tre milioni".
fn counts_nothing(reading: &Reading<'_>, at: usize) -> bool {
    let lexicon = reading.lexicon();
    let counts = |item: &Item| {
        let event = item.concept_of(ConceptClass::Event, lexicon);
        event.is_some_and(|id| lexicon.get(id).counts.is_some()) || item.is(Mark::PronounOf)
    };
    // "in tre milioni" are those who do it.
    let so_many = at.checked_sub(1).and_then(|before| reading.items.get(before)).is_some_and(|item| item.is(Mark::In));
    !so_many
        && noun_after(reading, at, false).is_none()
        && noun_before(reading, at).is_none()
        && !reading.near(at, NEAR).any(|(_, item)| counts(item))
}
