//! What a value is told per: "al giorno", "in due anni".

use super::items::{ItemKind, Reading};
use super::model::Term;
use crate::grammar::MentionValue;
use crate::lex::TokenKind;
use crate::rules::{Mark, Sense, TimeUnit};
use crate::value::Dimension;

/// "£14m a year", "3 euro al mese": the time that the value is told for.
pub(super) fn per(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let end = reading.items.get(at)?.tokens.end;
    let behind_noun = reading
        .items
        .get(at + 1..)
        .into_iter()
        .flatten()
        .take(NOUN as usize)
        .take_while(|item| matches!(item.kind, ItemKind::Concept(_) | ItemKind::Word | ItemKind::Name(_)));
    let behind_noun = || {
        let mut ends = behind_noun.map(|item| item.tokens.end);
        ends.find_map(|end| per_unit(reading, end).filter(|(_, behind)| !tells_when(reading, end, *behind)))
    };
    let right_behind = per_unit(reading, end).filter(|(_, behind)| !is_certain(reading, *behind));
    let unit = right_behind.or_else(behind_noun).map(|(unit, _)| unit).or_else(|| adjective(reading, at));
    unit.map(|unit| Term::Concept(format!("time.{}", unit.name()).into())).or_else(|| over_time(reading, at))
}

/// "180 euro mensili", "a monthly 180 euros"
fn adjective(reading: &Reading<'_>, at: usize) -> Option<TimeUnit> {
    let near = reading.near(at, NOUN).flat_map(|(_, item)| item.concepts());
    near.filter_map(|(id, _)| reading.lexicon().get(*id).per).next()
}

/// Words of a noun between a figure and what it is told per: "120 lorries a day".
const NOUN: u32 = 3;

/// The unit of time that a word for "per" leads to, and the token behind it.
fn per_unit(reading: &Reading<'_>, at: usize) -> Option<(TimeUnit, usize)> {
    let passage = reading.passage;
    let marks = passage.tags(at).iter().filter(|tag| tag.sense == Sense::Mark(Mark::Per));
    let ends = marks.map(|tag| at + usize::from(tag.len));
    let mut units = ends.flat_map(|unit| passage.tags(unit).iter().map(move |tag| (unit, tag)));
    units.find_map(|(at, tag)| match tag.sense {
        Sense::TimeUnit(unit) => Some((unit, at + usize::from(tag.len))),
        _ => None,
    })
}

/// Whether a certain time is named, and no length of it: "tre morti la settimana scorsa", "12 Tote im Jahr 2024".
fn tells_when(reading: &Reading<'_>, word: usize, behind: usize) -> bool {
    reading.passage.marks(word).contains(Mark::In) || is_certain(reading, behind)
}

/// Whether the words behind a unit say which one: "l'anno scorso", "im Jahr 2024".
fn is_certain(reading: &Reading<'_>, behind: usize) -> bool {
    const CERTAIN: [Mark; 10] = [
        Mark::AgoAfter,
        Mark::EarlierAfter,
        Mark::Last,
        Mark::LastButOne,
        Mark::Previous,
        Mark::Following,
        Mark::Next,
        Mark::NextButOne,
        Mark::This,
        Mark::Of,
    ];
    let marks = reading.passage.marks(behind);
    let number = reading.passage.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Digits);
    number || CERTAIN.iter().any(|mark| marks.contains(*mark))
}

/// "€60m over two years", "4,4 miliardi in due anni": a length of time right behind the value.
fn over_time(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let next = reading.items.get(at + 1)?;
    let joined = next.is_any(&[Mark::In, Mark::For, Mark::Within]);
    // "over two years" is read as a length of more than two years.
    let length = if joined { reading.items.get(at + 2)? } else { next };
    let ItemKind::Mention(mention) = length.kind else { return None };
    let MentionValue::Quantity(measured) = &reading.mentions.get(mention)?.value else { return None };
    let told = measured.quantity.dimension == Dimension::Duration && (joined || measured.hedged);
    let seconds = measured.quantity.base_nominal()?.normalize();
    told.then(|| Term::Concept(format!("time.{seconds}-seconds").into()))
}
