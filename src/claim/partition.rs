//! Figures of one sentence that the sentence itself ties together: a total with its parts, a birth with an age,
//! one quantity told in two units. Positions count in the mentions of the article.

use super::items::{ItemKind, Reading};
use crate::grammar::{Mention, MentionValue};
use crate::rules::Mark;
use crate::value::Dimension;

/// Figures that belong together by their sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// A total and its parts: "nove arrestati: sei spagnoli e quattro colombiani".
    Parts {
        /// The total.
        total: usize,
        /// The parts, at least two.
        parts: Vec<usize>,
        /// Whether the parts claim to be all: they follow a colon and end with "and".
        complete: bool,
    },
    /// "112 mm (about 11 inches)"
    Conversion(usize, usize),
    /// "nata nel 1951, aveva 73 anni": a day of birth and an age.
    Birth(usize, usize),
    /// "164 passengers and six crew"
    SideBySide(usize, usize),
    /// Shares that are told as those of one whole: "il 48%, il 42% e l'11%".
    Shares(Vec<usize>),
}

/// Items between two figures of one list.
const STEP: u32 = 16;

/// The ties of a sentence; `first` is the position of its first mention in the article.
pub fn ties(reading: &Reading<'_>, first: usize) -> Vec<Tie> {
    let mut found = Vec::new();
    for index in 0..reading.mentions.len() {
        found.extend(parts(reading, index, first));
        found.extend(conversion(reading, index, first));
        found.extend(birth(reading, index, first));
        found.extend(side_by_side(reading, index, first));
    }
    found.extend(shares(reading, first));
    found
}

fn is_count(mention: &Mention) -> bool {
    matches!(&mention.value, MentionValue::Quantity(measured)
        if measured.quantity.dimension == Dimension::Count && measured.quantity.nominal.is_some() && !measured.hedged && measured.form == crate::grammar::Form::Plain)
}

fn parts(reading: &Reading<'_>, total: usize, first: usize) -> Option<Tie> {
    let at = reading.item_of(total).filter(|_| is_count(&reading.mentions[total]))?;
    let next = reading.item_of(total + 1).filter(|_| is_count(&reading.mentions[total + 1]))?;
    let between = reading.items.get(at + 1..next)?;
    let colon =
        between.iter().any(|item| matches!(item.kind, ItemKind::Break) && reading.text(item.tokens.clone()) == ":");
    let of_which = between.iter().any(|item| item.is(Mark::PartOf));
    let other_break = between.iter().filter(|item| matches!(item.kind, ItemKind::Break)).count() > usize::from(colon);
    if !(colon || of_which) || other_break {
        return None;
    }
    let mut list = vec![total + 1];
    let mut joined_by_and = false;
    for part in total + 2..reading.mentions.len() {
        let (Some(from), Some(to)) = (reading.item_of(part - 1), reading.item_of(part)) else { break };
        let between = reading.items.get(from + 1..to).unwrap_or_default();
        let listed = between.iter().any(|item| matches!(item.kind, ItemKind::Comma) || item.is(Mark::And));
        let broken = between.iter().any(|item| matches!(item.kind, ItemKind::Break));
        if !is_count(&reading.mentions[part]) || !listed || broken || reading.distance(from, to) > STEP {
            break;
        }
        joined_by_and = between.iter().any(|item| item.is(Mark::And));
        list.push(part);
    }
    (list.len() > 1).then(|| Tie::Parts {
        total: first + total,
        parts: list.iter().map(|part| first + part).collect(),
        complete: colon && joined_by_and,
    })
}

/// A second figure of the same dimension in brackets right after the first.
fn conversion(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let (at, next) = (reading.item_of(index)?, reading.item_of(index + 1)?);
    let bracket = next == at + 2 && reading.text(reading.items[at + 1].tokens.clone()) == "(";
    let closed = reading.items.get(next + 1).is_some_and(|item| reading.text(item.tokens.clone()) == ")");
    let unit = |mention: usize| match &reading.mentions[mention].value {
        MentionValue::Quantity(measured) => {
            Some((measured.quantity.dimension.clone(), measured.quantity.unit.clone()?.id))
        }
        _ => None,
    };
    let (a, b) = (unit(index)?, unit(index + 1)?);
    (bracket && closed && a.0 == b.0 && a.1 != b.1).then_some(Tie::Conversion(first + index, first + index + 1))
}

/// Two counts with nothing but their noun and "and" between them, which are no parts of a total told before.
fn side_by_side(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    const NOUN: usize = 4;
    let exact = |mention: usize| reading.mentions.get(mention).is_some_and(is_count);
    let (at, next) = (reading.item_of(index)?, reading.item_of(index + 1)?);
    let between = reading.items.get(at + 1..next)?;
    let (and, nouns) = between.split_last()?;
    let plain = !nouns.is_empty()
        && nouns.len() <= NOUN
        && nouns.iter().all(|item| !item.is_verb() && !matches!(item.kind, ItemKind::Comma | ItemKind::Break));
    let longer = index > 0 && exact(index - 1) || exact(index + 2);
    (exact(index) && exact(index + 1) && and.is(Mark::And) && plain && !longer)
        .then_some(Tie::SideBySide(first + index, first + index + 1))
}

/// A date right after a word for being born, and the one age of the sentence.
fn birth(reading: &Reading<'_>, date: usize, first: usize) -> Option<Tie> {
    let at = reading.item_of(date).filter(|_| matches!(reading.mentions[date].value, MentionValue::Date(_)))?;
    let born = (1..=3).any(|back| at.checked_sub(back).is_some_and(|item| reading.items[item].is(Mark::Born)));
    let ages: Vec<usize> = (0..reading.mentions.len())
        .filter(|age| matches!(&reading.mentions[*age].value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Age))
        .collect();
    match ages.as_slice() {
        [age] if born && *age > date => Some(Tie::Birth(first + date, first + age)),
        _ => None,
    }
}

/// Three shares or more in one list, each with a name of its own.
fn shares(reading: &Reading<'_>, first: usize) -> Option<Tie> {
    let list: Vec<usize> = (0..reading.mentions.len())
        .filter(|index| {
            matches!(&reading.mentions[*index].value, MentionValue::Quantity(measured)
                if measured.quantity.dimension == Dimension::Percent && !measured.hedged && measured.form == crate::grammar::Form::Plain)
        })
        .collect();
    let named = list.windows(2).all(|pair| {
        let (Some(from), Some(to)) = (reading.item_of(pair[0]), reading.item_of(pair[1])) else { return false };
        let between = reading.items.get(from + 1..to).unwrap_or_default();
        between.iter().any(|item| matches!(item.kind, ItemKind::Name(_)))
            && between.iter().any(|item| matches!(item.kind, ItemKind::Comma))
    });
    let changes = reading.items.iter().any(|item| item.is_any(&[Mark::DegreeMore, Mark::DegreeLess]));
    (list.len() > 2 && named && !changes).then(|| Tie::Shares(list.iter().map(|share| first + share).collect()))
}
