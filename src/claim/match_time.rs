//! "Segna al 68", "Nach zwölf Minuten traf er": minutes of a match that only what happens there tells from others.

use super::answer::Answer;
use super::bind::noun_after;
use super::context::CLAUSE;
use super::items::Reading;
use crate::grammar::{DateExpr, Form, LONGEST_MATCH, MATCH_MINUTE, Mention, MentionValue};
use crate::rules::{Mark, Rules, TimeUnit};
use crate::value::{Dimension, Extent, Interval, Number, Quantity};

/// Whether an article tells the result of a match.
pub(super) fn tells_a_match(readings: &[Vec<Reading<'_>>]) -> bool {
    let mut mentions = readings.iter().flatten().flat_map(|reading| &reading.mentions);
    mentions.any(|mention| matches!(mention.value, MentionValue::Score(..)))
}

/// Reads bare figures behind a preposition, and lengths in minutes, as minutes of the match beside a goal or a card.
pub(super) fn in_a_match(reading: &Reading<'_>, mut answers: Vec<Answer>, rules: &Rules) -> Vec<Answer> {
    for (index, answer) in answers.iter_mut().enumerate() {
        let (Some(at), Some(mention)) = (reading.item_of(index), reading.mentions.get(index)) else { continue };
        let found = bare_minute(reading, at, mention).or_else(|| after_minutes(mention));
        if let Some(minute) = found.filter(|_| beside_event(reading, at, rules)).and_then(|minute| told(minute, rules))
        {
            *answer = Answer::Quantity(minute);
        }
    }
    answers
}

fn beside_event(reading: &Reading<'_>, at: usize, rules: &Rules) -> bool {
    let happens = |(id, _): &(_, _)| rules.units.is_in_a_match(*id, &rules.lexicon);
    reading.near(at, CLAUSE).any(|(_, item)| item.concepts().iter().any(happens))
}

/// "al 68", "en el 68", "à la 68e": whole, right behind a preposition, before no noun. Words may say it, too.
fn bare_minute(reading: &Reading<'_>, at: usize, mention: &Mention) -> Option<Interval<Number>> {
    const BEFORE: [Mark; 4] = [Mark::In, Mark::To, Mark::At, Mark::On];
    let minute = match &mention.value {
        MentionValue::Quantity(measured)
            if matches!(measured.quantity.dimension, Dimension::Count | Dimension::Age)
                && measured.form == Form::Plain
                && !measured.hedged =>
        {
            measured.quantity.nominal?
        }
        MentionValue::Ordinal(rank) => *rank,
        _ => return None,
    };
    let governed = (1..=2).map_while(|back| reading.items.get(at.checked_sub(back)?)).any(|item| item.is_any(&BEFORE));
    let alone = noun_after(reading, at, false).is_none();
    (governed && alone).then(|| Interval::rounding(minute, Number::ONE))
}

/// "after twelve minutes": in the twelfth or the thirteenth.
fn after_minutes(mention: &Mention) -> Option<Interval<Number>> {
    let is_minutes = |unit: &str| unit == TimeUnit::Minute.name();
    let minutes = match &mention.value {
        MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Duration => measured
            .quantity
            .nominal
            .filter(|_| measured.quantity.unit.as_ref().is_some_and(|unit| is_minutes(&unit.id)))?,
        MentionValue::Date(date) => match &date.expr {
            DateExpr::Shift { length, forward: true, .. } => match length.as_slice() {
                [(minutes, TimeUnit::Minute)] => *minutes,
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    Some(Interval::rounding(minutes, Number::TWO))
}

fn told(minutes: Interval<Number>, rules: &Rules) -> Option<Quantity> {
    let (dimension, unit) = rules.units.unit(MATCH_MINUTE)?.clone();
    let (first, last) = (*minutes.min()?, *minutes.max()?);
    let nominal = (first + last) / Number::TWO;
    let extent = Extent::plain(minutes);
    let within = nominal >= Number::ONE && nominal <= Number::from(LONGEST_MATCH) && nominal.fract() == Number::ZERO;
    within.then_some(Quantity { dimension, unit: Some(unit), nominal: Some(nominal), extent })
}
