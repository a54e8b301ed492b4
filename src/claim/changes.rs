//! A change in a sentence with the two figures that it leads from and to.

use super::items::{Item, ItemKind, Reading};
use super::partition::Tie;
use crate::grammar::{Form, Mention, MentionValue};
use crate::rules::Mark;
use crate::value::{Dimension, Quantity};

/// Items between a change and the nearer of its figures, and between the two figures.
const NEAR: usize = 6;

/// The change that the mention tells, with its figures: "da 120 a 150, il 25 per cento in più".
pub(super) fn change(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let told = plain(reading.mentions.get(index)?)?;
    if told.dimension == Dimension::Percent
        && let Some(figures) = ratio(reading, index)
    {
        let rises = direction(reading, index, &figures)?;
        let figures = figures.iter().map(|figure| first + figure).collect();
        return Some(Tie::Change { change: first + index, figures, rises });
    }
    points(reading, index, first, told)
}

/// "dal 35 al 32 per cento", "passa da 62 a 64 anni": figures that fall from one to the other, or that a word moves.
pub(super) fn moved(reading: &Reading<'_>, index: usize, first: usize) -> Option<Tie> {
    let MentionValue::Quantity(measured) = &reading.mentions.get(index)?.value else { return None };
    let (from, to) = measured.ends.filter(|_| measured.form == Form::FromTo)?;
    let change = reading.lexicon().find("event.change");
    let moves = |item: &Item| {
        let is_change = |id| change.is_some_and(|change| reading.lexicon().is_a(id, change));
        item.is_any(&[Mark::Shifts, Mark::DegreeMore, Mark::DegreeLess])
            || item.concepts().iter().any(|(id, _)| is_change(*id))
    };
    let at = reading.item_of(index)?;
    let told = from > to || reading.items.get(reading.around(at, MOVING))?.iter().any(moves);
    told.then_some(Tie::Moved { figures: first + index, from, to })
}

/// Words between two figures and the word that moves one to the other.
const MOVING: u32 = 5;

fn plain(mention: &Mention) -> Option<&Quantity> {
    match &mention.value {
        MentionValue::Quantity(measured) if measured.form == Form::Plain => Some(&measured.quantity),
        _ => None,
    }
}

/// The range, or the two figures of which one has "from" before it, right beside a change.
fn ratio(reading: &Reading<'_>, change: usize) -> Option<Vec<usize>> {
    let after = [change + 1, change + 2];
    let before = [change.checked_sub(1), change.checked_sub(2)];
    let beside = |figure: usize| figure_of(reading, figure).is_some() && is_beside(reading, change, figure);
    for figure in [Some(change + 1), before[0]].into_iter().flatten() {
        if beside(figure) && figure_of(reading, figure).is_some_and(|figure| figure.nominal.is_none()) {
            return Some(vec![figure]);
        }
    }
    let pairs = [Some(after), before[0].zip(before[1]).map(|(near, far)| [near, far])];
    pairs.into_iter().flatten().find(|pair| pair_of(reading, *pair) && beside(pair[0])).map(|pair| pair.to_vec())
}

fn pair_of(reading: &Reading<'_>, [near, far]: [usize; 2]) -> bool {
    let figures = [near, far].map(|figure| figure_of(reading, figure).is_some_and(|figure| figure.nominal.is_some()));
    let led = |mark| [near, far].iter().any(|figure| item_before(reading, *figure).is_some_and(|item| item.is(mark)));
    // "fell from" may be one phrase.
    let verb = [near, far].iter().any(|figure| item_before(reading, *figure).is_some_and(Item::is_verb));
    figures == [true, true] && (led(Mark::From) || verb) && led(Mark::To) && is_beside(reading, near, far)
}

/// What can grow or shrink: counts, amounts, measures.
fn figure_of<'a>(reading: &'a Reading<'_>, figure: usize) -> Option<&'a Quantity> {
    let MentionValue::Quantity(measured) = &reading.mentions.get(figure)?.value else { return None };
    let quantity = &measured.quantity;
    let sort = matches!(
        quantity.dimension,
        Dimension::Count | Dimension::Money(_) | Dimension::AmbiguousMoney(_) | Dimension::Physical(_)
    );
    (sort && matches!(measured.form, Form::Plain | Form::FromTo)).then_some(quantity)
}

fn item_before<'a>(reading: &'a Reading<'_>, figure: usize) -> Option<&'a Item> {
    reading.items.get(reading.item_of(figure)?.checked_sub(1)?)
}

fn is_beside(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    reading.between(a, b).is_some_and(|items| {
        items.len() <= NEAR && !items.iter().any(|item| matches!(item.kind, ItemKind::Break) || item.is(Mark::Relative))
    })
}

/// Whether the words around a change and its figures tell of more, or of less; `None` where they tell of both or none.
fn direction(reading: &Reading<'_>, change: usize, figures: &[usize]) -> Option<bool> {
    let places: Vec<usize> = figures.iter().chain([&change]).filter_map(|mention| reading.item_of(*mention)).collect();
    let from = places.iter().min()?.saturating_sub(NEAR);
    let clause = reading.items.get(from..(places.iter().max()? + 4).min(reading.items.len()))?;
    let tells = |mark: Mark, event: &str| {
        let event = reading.lexicon().find(event);
        let is = |item: &Item| {
            item.concepts().iter().any(|(id, _)| event.is_some_and(|event| reading.lexicon().is_a(*id, event)))
        };
        clause.iter().any(|item| item.is(mark) || is(item))
    };
    let (more, less) = (tells(Mark::DegreeMore, "event.increase"), tells(Mark::DegreeLess, "event.decrease"));
    (more != less).then_some(more)
}

/// "il 52,4 per cento, in calo di 6,5 punti rispetto al 58,9 per cento"
fn points(reading: &Reading<'_>, change: usize, first: usize, told: &Quantity) -> Option<Tie> {
    let is_share = |share: usize| {
        reading.mentions.get(share).and_then(plain).is_some_and(|share| share.dimension == Dimension::Percent)
    };
    let (before, after) = (change.checked_sub(1)?, change + 1);
    let is_change = matches!(told.dimension, Dimension::PercentPoint | Dimension::Count) && is_share(before);
    if !is_change || !is_share(after) || !is_beside(reading, change, after) {
        return None;
    }
    let at = reading.item_of(change)?;
    let beside = reading.items.get(at.saturating_sub(2)..(at + 3).min(reading.items.len()))?;
    let degree = beside.iter().any(|item| item.is_any(&[Mark::DegreeMore, Mark::DegreeLess]));
    degree.then_some(Tie::Points { change: first + change, shares: [first + before, first + after] })
}
