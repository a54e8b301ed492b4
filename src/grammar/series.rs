//! What the members of a list share: "il 34, il 28 e il 12 per cento", "22 e 31 anni", "lunedì e martedì prossimi".

use super::date::{DateExpr, DateMention, Direction, NthUnit, Origin};
use super::figure::Form;
use super::mention::{Mention, MentionValue};
use super::quantity::{Measured, listed};
use crate::lex::{TokenKind, is_apostrophe};
use crate::rules::{Mark, MarkSet, Sense, TimeUnit};
use crate::text::Passage;
use crate::value::{Dimension, Number, PartialDate, weekday_from_monday};
use jiff::civil::Weekday;

/// How two mentions beside each other are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "and", "or"
    Word,
    /// A comma: part of a list only where a word joins its last members.
    Comma,
}

/// Figures below this are listed without their unit; larger ones say what they count.
const LISTED: Number = Number::ONE_THOUSAND;

/// Gives the members of each list what only one of them says.
pub fn share(passage: &Passage<'_>, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let (before, after) = mentions.split_at_mut(at);
        if let (Some(first), Some(second)) = (before.last(), after.first_mut())
            && joint(passage, first, second) == Some(Joint::Word)
        {
            share_forwards(passage, first, second);
        }
    }
    for at in 1..mentions.len() {
        let (before, after) = mentions.split_at_mut(at);
        if let (Some(first), Some(second)) = (before.last(), after.first_mut()) {
            weigh_in_brackets(passage, first, second);
            years_since(passage, first, second);
        }
    }
    for at in 1..mentions.len() {
        let (before, after) = mentions.split_at_mut(at);
        if let (Some(known), Some(bare)) = (last_percent(before), after.first_mut()) {
            share_percent(passage, known, bare);
        }
    }
    let mut closed = false;
    for at in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let joined = match joint(passage, first, second) {
            Some(Joint::Word) => true,
            Some(Joint::Comma) => closed || lists_weekdays(first, second),
            None => false,
        };
        closed = joined && share_backwards(first, second);
    }
}

/// What stands between two mentions, where it only lists them: a comma or a word, and an article or a preposition.
fn joint(passage: &Passage<'_>, first: &Mention, second: &Mention) -> Option<Joint> {
    let between = first.tokens.end..second.tokens.start;
    let mut found = None;
    for at in between {
        let token = passage.tokens.get(at)?;
        let marks = passage.marks(at);
        let joins = marks.contains(Mark::And) || marks.contains(Mark::Or);
        match found {
            _ if joins => found = Some(Joint::Word),
            None if token.kind == TokenKind::Mark(',') => found = Some(Joint::Comma),
            Some(_) if [Mark::The, Mark::Of, Mark::In, Mark::On].into_iter().any(|mark| marks.contains(mark)) => {}
            _ => return None,
        }
    }
    found
}

/// The last of some mentions that is no time, where it is a percentage.
fn last_percent(mentions: &[Mention]) -> Option<&Mention> {
    let values = mentions.iter().rev().filter(|mention| matches!(mention.value, MentionValue::Quantity(_)));
    values.take(1).find(|mention| match &mention.value {
        MentionValue::Quantity(measured) => {
            measured.quantity.dimension == Dimension::Percent && measured.form != Form::Fraction
        }
        _ => false,
    })
}

/// "il 4,1 per cento al Nord, il 2,9 al Centro", "62 per cent of men and 58 of women": a bare figure that goes on as a
/// percentage did. Whole numbers must be followed by the same kind of word.
fn share_percent(passage: &Passage<'_>, known: &Mention, second: &mut Mention) {
    let MentionValue::Quantity(bare) = &mut second.value else { return };
    let Some(value) = bare.quantity.nominal.filter(|value| is_bare(bare) && *value <= Number::ONE_HUNDRED) else {
        return;
    };
    let before = passage.marks(second.core.saturating_sub(1));
    let (first_follows, follows) = (passage.marks(known.tokens.end), passage.marks(second.tokens.end));
    let has = |marks: MarkSet, wanted: &[Mark]| wanted.iter().any(|mark| marks.contains(*mark));
    let alone =
        passage.tokens.get(second.tokens.end).is_none_or(|next| !next.is_word()) || follows != MarkSet::default();
    let article = passage.tokens.get(second.core.saturating_sub(1)).is_some_and(|token| match token.kind {
        TokenKind::Mark(c) => is_apostrophe(c) || c == ',',
        _ => has(before, &[Mark::The, Mark::Of, Mark::From, Mark::And, Mark::Against]) && !before.contains(Mark::To),
    });
    // "al 2,9 per cento nel 2026 e al 2,7 nel 2027"
    let goes_on = second.core.checked_sub(2).is_some_and(|at| passage.marks(at).contains(Mark::And));
    let article = article || (goes_on && has(before, &[Mark::The, Mark::At, Mark::To]));
    let parallel = [Mark::Of, Mark::In, Mark::To, Mark::At, Mark::From]
        .into_iter()
        .any(|mark| first_follows.contains(mark) && follows.contains(mark));
    let same = if value.fract() == Number::ZERO { article && parallel } else { article && alone };
    if same {
        bare.quantity = listed(&bare.quantity, Dimension::Percent, None, bare.hedged);
    }
}

/// "1,25 toneladas (2.755 libras)": pounds in brackets behind a weight are a weight.
fn weigh_in_brackets(passage: &Passage<'_>, first: &Mention, second: &mut Mention) {
    let opened = second.tokens.start == first.tokens.end + 1
        && passage.tokens.get(first.tokens.end).is_some_and(|token| token.is('('));
    let (MentionValue::Quantity(weight), MentionValue::Quantity(pounds)) = (&first.value, &mut second.value) else {
        return;
    };
    let Some((dimension, unit)) = passage.rules.units.unit("pound-mass") else { return };
    let money = match &pounds.quantity.dimension {
        Dimension::AmbiguousMoney(name) => name.as_ref() == "pound",
        _ => false,
    };
    if opened && money && weight.quantity.dimension == *dimension {
        pounds.quantity.dimension = dimension.clone();
        pounds.quantity.unit = Some(unit.clone());
    }
}

/// "41 anni, da sei al timone": a bare figure behind an age and "since" counts years, too.
fn years_since(passage: &Passage<'_>, first: &Mention, second: &mut Mention) {
    let (MentionValue::Quantity(age), MentionValue::Quantity(bare)) = (&first.value, &mut second.value) else { return };
    let since = second.core.checked_sub(1).filter(|at| *at == first.tokens.end + 1);
    let behind_comma = passage.tokens.get(first.tokens.end).is_some_and(|token| token.is(','));
    let told = since.is_some_and(|at| passage.marks(at).contains(Mark::Since) && second.tokens.start == second.core);
    let goes_on = passage.marks(second.tokens.end) != MarkSet::default();
    let fewer = bare.quantity.nominal.zip(age.quantity.nominal).is_some_and(|(years, age)| years < age);
    if age.quantity.dimension == Dimension::Age && behind_comma && told && goes_on && fewer && is_bare(bare) {
        bare.quantity = listed(&bare.quantity, Dimension::Duration, Some(TimeUnit::Year.unit()), bare.hedged);
    }
}

/// "next week on Tuesday or Thursday", "last Monday and Tuesday"
fn share_forwards(passage: &Passage<'_>, first: &Mention, second: &mut Mention) {
    // "aged 22 and 31"
    if let (MentionValue::Quantity(known), MentionValue::Quantity(bare)) = (&first.value, &mut second.value)
        && known.quantity.dimension == Dimension::Age
        && first.tokens.len() == 1
        && is_bare(bare)
    {
        **bare = of_the_same(bare, known);
        return;
    }
    if let Some(day) = day_of_same_month(passage, first, second) {
        second.value = day;
        return;
    }
    let (MentionValue::Date(known), MentionValue::Date(open)) = (&first.value, &mut second.value) else { return };
    // "el lunes siguiente o martes": what stands behind the first day is said of it alone.
    let last = first.tokens.end.saturating_sub(1);
    if !passage.tags(last).iter().any(|tag| matches!(tag.sense, Sense::Weekday(_))) {
        return;
    }
    if let (Some(which), DateExpr::Weekday(weekday, Direction::Plain)) = (which_day(known), &open.expr) {
        open.expr = which.on(*weekday, true);
    }
}

/// "March 3 and 5": a later day of the month, where months stand before their days.
fn day_of_same_month(passage: &Passage<'_>, first: &Mention, second: &Mention) -> Option<MentionValue> {
    let (MentionValue::Date(known), MentionValue::Quantity(bare)) = (&first.value, &second.value) else { return None };
    let DateExpr::Partial(date @ PartialDate { month: Some(_), day: Some(earlier), .. }) = &known.expr else {
        return None;
    };
    let ends_in_day = passage.tokens.get(first.tokens.end.checked_sub(1)?)?.kind == TokenKind::Digits;
    let alone = passage.tokens.get(second.tokens.end).is_none_or(|next| !next.is_word() && !next.glued)
        || passage.marks(second.tokens.end) != MarkSet::default()
        || passage.tokens.get(second.tokens.end).is_some_and(|next| next.is('.') || next.is(','));
    let day = bare.quantity.nominal.and_then(|value| i8::try_from(value).ok())?;
    let later = is_bare(bare) && second.tokens.len() == 1 && day > *earlier && day <= 31;
    let expr = DateExpr::Partial(PartialDate { day: Some(day), weekday: None, ..*date });
    let same_month = passage.language.style.month_before_day && ends_in_day && alone && later && known.clock.is_none();
    same_month.then(|| MentionValue::Date(Box::new(DateMention { expr, clock: None, approximate: false })))
}

/// "Monday, Thursday, Friday next week": weekdays that only commas list, of which the last says which they are.
fn lists_weekdays(first: &Mention, second: &Mention) -> bool {
    match (&first.value, &second.value) {
        (MentionValue::Date(open), MentionValue::Date(known)) => {
            let plain = matches!(open.expr, DateExpr::Weekday(_, Direction::Plain)) && open.clock.is_none();
            plain && matches!(which_day(known), Some(Which::InWeek(_)))
        }
        _ => false,
    }
}

/// Whether the second told the first what it leaves open.
fn share_backwards(first: &mut Mention, second: &Mention) -> bool {
    match (&mut first.value, &second.value) {
        (MentionValue::Date(open), MentionValue::Date(known)) => match (&open.expr, which_day(known)) {
            (DateExpr::Weekday(weekday, Direction::Plain), Some(which)) => {
                open.expr = which.on(*weekday, false);
                true
            }
            _ => false,
        },
        (MentionValue::Quantity(bare), MentionValue::Quantity(known)) => {
            let takes = is_bare(bare) && known.quantity.dimension != Dimension::Count;
            if takes {
                **bare = of_the_same(bare, known);
            }
            takes
        }
        _ => false,
    }
}

/// A small figure that says nothing of what it counts or measures.
fn is_bare(measured: &Measured) -> bool {
    measured.quantity.dimension == Dimension::Count
        && measured.form == Form::Plain
        && measured.quantity.nominal.is_some_and(|value| value < LISTED)
}

fn of_the_same(bare: &Measured, known: &Measured) -> Measured {
    Measured {
        quantity: listed(&bare.quantity, known.quantity.dimension.clone(), known.quantity.unit.clone(), bare.hedged),
        ..bare.clone()
    }
}

/// Which of the days of one name a date means, where it says so.
enum Which<'a> {
    /// "martedì prossimo"
    Beside(Weekday, &'a DateExpr),
    /// "martedì della prossima settimana"
    InWeek(&'a DateExpr),
}

impl Which<'_> {
    /// The day that stands beside it in a list, which goes on from day to day.
    fn on(&self, weekday: Weekday, later: bool) -> DateExpr {
        match self {
            Self::InWeek(week) => DateExpr::Nth(1, NthUnit::Weekday(weekday), Box::new((*week).clone())),
            Self::Beside(known, day) => {
                let ahead = weekday_from_monday(weekday) - weekday_from_monday(*known);
                let days = if later { ahead } else { -ahead }.rem_euclid(7);
                let from = Origin::Date(Box::new((*day).clone()));
                DateExpr::Shift { length: vec![(days.into(), TimeUnit::Day)], forward: later, from }
            }
        }
    }
}

fn which_day(date: &DateMention) -> Option<Which<'_>> {
    match &date.expr {
        DateExpr::Weekday(_, Direction::Plain) => None,
        DateExpr::Weekday(weekday, _) => Some(Which::Beside(*weekday, &date.expr)),
        DateExpr::Nth(1, NthUnit::Weekday(_), week) if is_week(week) => Some(Which::InWeek(week)),
        _ => None,
    }
}

fn is_week(expr: &DateExpr) -> bool {
    matches!(expr, DateExpr::WeekOf(_) | DateExpr::Unit(TimeUnit::Week, _) | DateExpr::StoryUnit(TimeUnit::Week, _))
}

/// Where a list of figures begins that goes on at a token: the token itself where none stands before it.
pub fn list_start(passage: &Passage<'_>, at: usize) -> usize {
    let figure = |at: usize| {
        passage.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Digits) || passage.numeral(at).is_some()
    };
    let joins = |at: usize| {
        let marks = passage.marks(at);
        passage.tokens.get(at).is_some_and(|token| token.is(','))
            || marks.contains(Mark::And)
            || marks.contains(Mark::Or)
    };
    let mut start = at;
    while start >= 2
        && joins(start - 1)
        && figure(start - 2)
        && !passage.tags(start - 2).iter().any(|tag| matches!(tag.sense, Sense::Mark(Mark::And)))
    {
        start -= 2;
    }
    start
}
