//! Figures of one sentence that the sentence itself ties together: a total with its parts, a birth with an age,
//! one quantity told in two units. Positions count in the mentions of the article.

use super::changes::{change, moved};
use super::items::{Item, ItemKind, Reading};
use super::order::{order, span};
use crate::grammar::{DateExpr, Mention, MentionValue, Origin, length_of_time};
use crate::rules::{Mark, Sense};
use crate::value::{Dimension, Number, Quantity};
use serde::{Deserialize, Serialize};

/// Figures that belong together by their sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tie {
    /// A total and its parts: "nove arrestati: sei spagnoli e quattro colombiani".
    Parts {
        /// The total.
        total: usize,
        /// The parts, at least two.
        parts: Vec<usize>,
        /// Whether the parts claim to be all: they follow a colon and end with "and".
        complete: bool,
        /// Whether the list of parts ends with "and".
        closed: bool,
    },
    /// "112 mm (about 11 inches)"
    Conversion(usize, usize),
    /// "nata nel 1951, è morta: aveva 73 anni": a day of birth and an age.
    Birth {
        /// The day or year of birth.
        date: usize,
        /// The age.
        age: usize,
        /// Whether the age is that of the day of writing or of death, and of no earlier time.
        current: bool,
    },
    /// "nata nel 1951": a day or year of birth.
    Born(usize),
    /// "la fabbrica esiste da 72 anni": a length of time that goes on.
    Since(usize),
    /// "dalle 9 alle 17", "tra le 3 e le 5": from one time of day to another.
    Hours {
        /// The two times.
        range: usize,
        /// Whether it happened within them, and need not have taken all of it.
        within: bool,
    },
    /// "trentotto secondi dopo", "two hours earlier": a date told by how far it is from another.
    Apart {
        /// The date.
        date: usize,
        /// How far.
        length: Quantity,
    },
    /// "164 passengers and six crew"
    SideBySide(usize, usize),
    /// Shares that are told as those of one whole: "il 48%, il 42% e l'11%".
    Shares(Vec<usize>),
    /// "da 120 a 150, il 25 per cento in più"
    Change {
        /// The change in percent.
        change: usize,
        /// A range, or two figures in any order.
        figures: Vec<usize>,
        /// Whether it is told as a rise.
        rises: bool,
    },
    /// "passa da 62 a 64": no range, but what was and what is.
    Moved {
        /// The mention of both figures.
        figures: usize,
        /// What it was, in the unit as written.
        from: Number,
        /// What it is or will be.
        to: Number,
    },
    /// "il 52,4 per cento, in calo di 6,5 punti rispetto al 58,9"
    Points {
        /// The difference.
        change: usize,
        /// The two shares.
        shares: [usize; 2],
    },
    /// "in 1984 and, a year later, in 1985": two dates in the order that the words tell.
    Order {
        /// The date that is told to be the earlier one.
        earlier: usize,
        /// The other.
        later: usize,
    },
    /// "quattro giorni, dal 4 al 7 marzo"
    Span {
        /// The length of time.
        length: usize,
        /// The range of days, or the first day.
        from: usize,
        /// The same range, or the last day.
        to: usize,
    },
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
        found.extend(born(reading, index).map(|_| Tie::Born(first + index)));
        found.extend(lasts(reading, index).then_some(Tie::Since(first + index)));
        found.extend(hours(reading, index).map(|within| Tie::Hours { range: first + index, within }));
        found.extend(apart(reading, index).map(|length| Tie::Apart { date: first + index, length }));
        found.extend(side_by_side(reading, index, first));
        found.extend(change(reading, index, first));
        found.extend(moved(reading, index, first));
        found.extend(order(reading, index, first));
        found.extend(span(reading, index, first));
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
        closed: joined_by_and,
    })
}

/// A second figure of the same dimension right after the first, in brackets or told to be as much.
fn conversion(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let (at, next) = (reading.item_of(index)?, reading.item_of(index + 1)?);
    let between = reading.items.get(at + 1..next)?;
    let is = |item: &Item, text: &str| reading.text(item.tokens.clone()) == text;
    let closed = reading.items.get(next + 1).is_some_and(|item| is(item, ")"));
    let bracketed = closed && matches!(between, [bracket] if is(bracket, "("));
    let equated = between.last().is_some_and(|item| item.is(Mark::Equals))
        && !between.iter().any(|item| matches!(item.kind, ItemKind::Break))
        && !reading.items.get(next + 1).is_some_and(|item| item.is_any(&[Mark::DegreeMore, Mark::DegreeLess]));
    let unit = |mention: usize| match &reading.mentions[mention].value {
        MentionValue::Quantity(measured) => {
            Some((measured.quantity.dimension.clone(), measured.quantity.unit.clone()?.id))
        }
        _ => None,
    };
    let (a, b) = (unit(index)?, unit(index + 1)?);
    ((bracketed || equated) && a.0 == b.0 && a.1 != b.1).then_some(Tie::Conversion(first + index, first + index + 1))
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

/// The item of a date right after a word for being born.
fn born(reading: &Reading<'_>, date: usize) -> Option<usize> {
    let at = reading.item_of(date).filter(|_| matches!(reading.mentions[date].value, MentionValue::Date(_)))?;
    (1..=3).any(|back| at.checked_sub(back).is_some_and(|item| reading.items[item].is(Mark::Born))).then_some(at)
}

/// "da 72 anni", "seit sieben Jahren". Where the word means "by" as well, a thing before it is one of so many years: "un
/// contratto da tre anni".
fn lasts(reading: &Reading<'_>, length: usize) -> bool {
    let is_length = reading.mentions.get(length).is_some_and(|mention| {
        matches!(&mention.value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Duration)
    });
    let before = |back: usize| reading.items.get(reading.item_of(length)?.checked_sub(back)?);
    let since = before(1).filter(|item| is_length && item.is(Mark::Since));
    let thing = || before(2).and_then(Item::noun).is_some_and(|id| !reading.lexicon().is_person(id));
    since.is_some_and(|item| !item.is(Mark::Agent) || !thing())
}

/// Whether two times of day are told as the bounds of a moment; `None` for other mentions.
fn hours(reading: &Reading<'_>, range: usize) -> Option<bool> {
    let mention = reading.mentions.get(range).filter(|it| matches!(it.value, MentionValue::ClockRange(..)))?;
    let opening = reading.passage.tags(mention.tokens.start);
    Some(opening.iter().any(|tag| tag.sense == Sense::Mark(Mark::Between)))
}

/// How far a date lies from what the text told before; nothing of days counted from the day of writing or from a feast.
fn apart(reading: &Reading<'_>, date: usize) -> Option<Quantity> {
    let MentionValue::Date(told) = &reading.mentions.get(date)?.value else { return None };
    match &told.expr {
        DateExpr::Shift { length, from: Origin::Story, .. } => length_of_time(length),
        _ => None,
    }
}

/// A date right after a word for being born, and the one age of the sentence, after it or set off by commas before it.
fn birth(reading: &Reading<'_>, date: usize, first: usize) -> Option<Tie> {
    let at = born(reading, date)?;
    let ages: Vec<usize> = (0..reading.mentions.len())
        .filter(|age| matches!(&reading.mentions[*age].value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Age))
        .collect();
    let set_off = |age: usize| {
        let item = reading.item_of(age);
        let before = item.and_then(|item| reading.items.get(item.checked_sub(1)?));
        let comma = before.is_some_and(|item| matches!(item.kind, ItemKind::Comma));
        comma && item.is_some_and(|item| reading.distance(item, at) <= STEP)
    };
    match ages.as_slice() {
        [age] if (*age > date || set_off(*age)) => {
            let current = *age < date || tells_of_death(reading);
            Some(Tie::Birth { date: first + date, age: first + age, current })
        }
        _ => None,
    }
}

/// "wrote her first play aged 19" tells of an age long past, "died aged 89" of the last one.
fn tells_of_death(reading: &Reading<'_>) -> bool {
    let lexicon = reading.lexicon();
    lexicon.find("event.die").is_some_and(|die| {
        reading.items.iter().flat_map(Item::concepts).any(|(concept, _)| lexicon.is_a(*concept, die))
    })
}

/// Three shares or more in one list, each with a name of its own, or the first with the whole that they are of.
fn shares(reading: &Reading<'_>, first: usize) -> Option<Tie> {
    let list: Vec<usize> = (0..reading.mentions.len())
        .filter(|index| {
            matches!(&reading.mentions[*index].value, MentionValue::Quantity(measured)
                if measured.quantity.dimension == Dimension::Percent && !measured.hedged && measured.form == crate::grammar::Form::Plain)
        })
        .collect();
    let gaps = || {
        list.windows(2).map(|pair| {
            let (from, to) = (reading.item_of(pair[0])?, reading.item_of(pair[1])?);
            reading.items.get(from + 1..to)
        })
    };
    let all = |wanted: &dyn Fn(&[Item]) -> bool| gaps().all(|gap| gap.is_some_and(wanted));
    let has = |gap: &[Item], wanted: &dyn Fn(&Item) -> bool| gap.iter().any(wanted);
    let is_comma = |item: &Item| matches!(item.kind, ItemKind::Comma);
    let named = all(&|gap| has(gap, &|item| matches!(item.kind, ItemKind::Name(_))) && has(gap, &is_comma));
    let listed = all(&|gap| {
        let last = gap.iter().rev().take(NOT_FAR).any(|item| is_comma(item) || item.is(Mark::And));
        last && !has(gap, &|item| matches!(item.kind, ItemKind::Break))
    });
    let of_what = |share: &usize| {
        let next = reading.item_of(*share).and_then(|at| reading.items.get(at + 1));
        next.is_some_and(|item| item.is(Mark::Of))
    };
    let of_one =
        listed && list.iter().position(of_what) == Some(0) && list.iter().filter(|share| of_what(share)).count() == 1;
    let changes = reading.items.iter().any(|item| item.is_any(&[Mark::DegreeMore, Mark::DegreeLess]));
    (list.len() > 2 && (named || of_one) && !changes)
        .then(|| Tie::Shares(list.iter().map(|share| first + share).collect()))
}

/// Items between the comma of a list and the figure that it goes on with.
const NOT_FAR: usize = 2;
