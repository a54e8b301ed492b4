//! How old somebody is: words, suffixes and what stands around a length of time that makes it an age.

use super::figure::{Figure, Form, figure};
use super::input::{Parsed, Tokens, any_mark, dash, ends_with_mark, mark, stands_alone};
use super::number_range::joined_range;
use super::numeral::{atoms_value, digit_numeral, numeral};
use super::quantity::{Measured, measured, of_unit};
use super::series::list_start;
use super::unit::{UnitKind, joined_parts, skip_joiner, unit_word};
use crate::lex::{Case, Token, TokenKind, WordId, is_apostrophe};
use crate::rules::{ConceptClass, Mark, NounNumber, NumeralWord, Sense, TimeUnit, WordClass};
use crate::value::{Dimension, Extent, Interval, Number, UnitRef};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use std::ops::Bound;

/// An age in years; somebody is 34 until the day before turning 35.
pub(super) fn age_of(figure: &Figure, unit: TimeUnit) -> Measured {
    let factor = match unit.months() {
        Some(months) => Number::from(months) / Number::from(12),
        None => Number::from(unit.seconds()) / Number::from(TimeUnit::Year.seconds()),
    };
    let unit = UnitRef { id: unit.name().into(), factor, offset: Number::ZERO };
    let extent = if figure.hedged { figure.as_measure.clone() } else { completed(&figure.as_count) };
    measured(figure, Dimension::Age, Some(unit), &extent)
}

pub(super) fn completed(extent: &Extent<Number>) -> Extent<Number> {
    let grown = |interval: &Interval<Number>| {
        let upper = match interval.upper() {
            Bound::Included(high) if high.fract() == Number::ZERO => Bound::Excluded(*high + Number::ONE),
            other => *other,
        };
        Interval::new(*interval.lower(), upper)
    };
    match (grown(extent.strict()), grown(extent.plausible())) {
        (Some(strict), Some(plausible)) => Extent::new(strict, plausible).unwrap_or_else(|| extent.clone()),
        _ => extent.clone(),
    }
}

/// "trentaquattrenne", "34enne", "34-jähriger": an age in one word; "24-stündig", "dreitägig": a length of time.
pub(super) fn age_word(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if let Ok((rest, figure)) = ages_in_a_range(input) {
        return Ok((rest, age_of(&figure, TimeUnit::Year)));
    }
    let (start, hedges) = super::figure::hedges(input);
    let (rest, (value, unit)) = alt((bound_age, joined_age)).parse(start)?;
    let mut figure = Figure::count(value, start.position());
    figure.plain_digits = start.first().is_some_and(|token| token.kind == TokenKind::Digits);
    hedges.into_iter().rev().for_each(|hedge| figure.apply(input, hedge));
    let age = unit.is_none() && !lasts(rest);
    let unit = UnitKind::Time(unit.unwrap_or(TimeUnit::Year));
    // "un'ora e quaranta"
    let (rest, figure) = if age { (rest, figure) } else { joined_parts(rest, &unit, figure) };
    Ok((rest, of_unit(&figure, unit, age)))
}

/// "12- bis 15-Jährige"
fn ages_in_a_range(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, figure) = joined_range(input)?;
    let rest = skip_joiner(rest);
    if age_suffix(rest) && !lasts(rest.skip(1)) { Ok((rest.skip(1), figure)) } else { input.refuse() }
}

/// "34enne", "34-Jährige": the ending that makes a figure an age, right behind it.
pub(super) fn age_suffix(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| token.glued)
        && input.language().style.age_suffixes.contains(&input.word(0).to_lowercase())
}

/// A number and its ending in one word; the unit of a length of time, none for an age.
fn bound_age(input: Tokens<'_>) -> Parsed<'_, (Number, Option<TimeUnit>)> {
    let (atoms, unit) = match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Age(atoms)) => (atoms, None),
        Some(NumeralWord::Lasting(atoms, unit)) => (atoms, Some(*unit)),
        _ => return input.refuse(),
    };
    atoms_value(input, atoms).map_or_else(|| input.refuse(), |value| Ok((input.skip(1), (value, unit))))
}

/// A number and an ending glued to it or after a hyphen.
fn joined_age(input: Tokens<'_>) -> Parsed<'_, (Number, Option<TimeUnit>)> {
    let (rest, number) = alt((digit_numeral, numeral)).parse(input)?;
    let rest = skip_joiner(rest);
    if number.scale.is_some() || !rest.first().is_some_and(|token| token.glued) {
        return input.refuse();
    }
    let style = &input.language().style;
    let suffix = rest.word(0).to_lowercase();
    if style.age_suffixes.contains(&suffix) {
        return Ok((rest.skip(1), (number.value, None)));
    }
    let unit = style.lasting_suffixes.iter().find_map(|(unit, known)| known.contains(&suffix).then_some(*unit));
    unit.map_or_else(|| input.refuse(), |unit| Ok((rest.skip(1), (number.value, Some(unit)))))
}

/// Whether a noun follows that is no person, so that so many years are not an age: "dreijährige Haftstrafe".
fn lasts(rest: Tokens<'_>) -> bool {
    rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun))) && !rest.has(|sense| is_human(rest, sense))
}

/// Whether a noun names people: a person, those that an event counts, a group of them.
pub(super) fn is_human(input: Tokens<'_>, sense: &Sense) -> bool {
    let lexicon = &input.passage().rules.lexicon;
    match sense {
        Sense::Concept(id, _) => {
            let concept = lexicon.get(*id);
            lexicon.is_person(*id)
                || concept.counts.is_some_and(|counted| lexicon.is_person(counted))
                || concept.class == ConceptClass::Actor
        }
        _ => false,
    }
}

/// Whether a length of time is an age: "un uomo di 42 anni", "ha 42 anni", "Priya Nair, 29 anni,".
pub(super) fn age_after<'a>(
    input: Tokens<'a>,
    rest: Tokens<'a>,
    figure: &Figure,
    unit: &UnitKind,
) -> (Tokens<'a>, bool) {
    let possible = matches!(unit, UnitKind::Time(TimeUnit::Year | TimeUnit::Month | TimeUnit::Week | TimeUnit::Day))
        && figure.as_count.plausible().max().is_none_or(|high| *high <= Number::from(1500));
    if !possible {
        return (rest, false);
    }
    if let Ok((after, ())) = mark(Mark::AgeAfter)(rest) {
        return (after, true);
    }
    let years = matches!(unit, UnitKind::Time(TimeUnit::Year))
        && figure.as_count.plausible().max().is_none_or(|high| *high <= Number::from(125));
    // "una bambina di tre mesi", "una ragazza sui 27 anni"
    let first = input.begin_at(list_start(input.passage(), input.position()));
    let of_person = (ends_with_mark(first, Mark::AgeOf)
        && (person_before(first, 2) || (years && (named_with_trade(first) || named_with_preposition(first, rest)))))
        || (years
            && figure.hedged
            && (person_before(input, 1) || (ends_with_mark(input, Mark::The) && names_people(rest, figure))));
    (rest, of_person || (years && (age_context(input, rest, figure) || told_as_age(first, figure))))
}

/// "les plus de 65 ans votent": a bound with an article and nothing of it behind names the people of that age.
fn names_people(rest: Tokens<'_>, figure: &Figure) -> bool {
    let bounds = [figure.as_count.strict().lower(), figure.as_count.strict().upper()];
    let open = bounds.into_iter().any(|bound| matches!(bound, Bound::Excluded(_)));
    let of_it = [Mark::Of, Mark::For, Mark::In].into_iter().any(|mark| rest.marks().contains(mark));
    let noun = rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun))) && !stands_alone(rest);
    open && !noun && !of_it
}

/// "lui, 60 anni,"
fn subject_before(input: Tokens<'_>) -> bool {
    input.one_back(2).is_some_and(|at| mark(Mark::Subject)(at).is_ok())
}

/// "âgés de 23 à 61 ans", "l'età pensionabile sale da 65 a 67 anni": words for an age before a range of years, or right
/// before years or their preposition.
fn told_as_age(input: Tokens<'_>, figure: &Figure) -> bool {
    /// Words between the age and the years that it is.
    const BETWEEN: usize = 6;
    let range = matches!(figure.form, Form::Range | Form::FromTo);
    if range && ends_with_mark(input.skip(1), Mark::AgeBefore) {
        return true;
    }
    let lexicon = &input.passage().rules.lexicon;
    let ages = ["attribute.age", "attribute.retirement-age"].map(|name| lexicon.find(name));
    let age = |at: &Tokens<'_>| {
        at.passage().tags(at.position()).iter().any(|tag| match tag.sense {
            Sense::Concept(id, WordClass::Noun | WordClass::Verb) => {
                ages.into_iter().flatten().any(|age| lexicon.is_a(id, age))
            }
            _ => false,
        })
    };
    let prepositions = [Mark::Of, Mark::To, Mark::At, Mark::AgeOf, Mark::AgeAt];
    let led = range || prepositions.into_iter().any(|mark| ends_with_mark(input, mark));
    let plain = |at: &Tokens<'_>| {
        at.numeral().is_none() && at.first().is_some_and(|token| token.is_word() || is_apostrophe_mark(token))
    };
    let reach = if led { BETWEEN } else { 1 };
    (1..=reach).map_while(|back| input.one_back(back)).take_while(plain).any(|at| age(&at))
}

pub(super) fn is_apostrophe_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(c) if is_apostrophe(c))
}

/// "19 anni e tre mesi": years with months joined on.
fn figure_has_parts(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    (0..rest.position() - input.position()).any(|offset| mark(Mark::And)(input.skip(offset)).is_ok())
}

fn age_context(input: Tokens<'_>, rest: Tokens<'_>, figure: &Figure) -> bool {
    // "hanno 22 e 31 anni"
    let first = input.begin_at(list_start(input.passage(), input.position()));
    let before = |mark| ends_with_mark(first, mark);
    let core = input.skip(figure.core.saturating_sub(input.position()));
    if before(Mark::AgeBefore) || (figure.hedged && ends_with_mark(core, Mark::AgeBefore)) {
        return true;
    }
    // "ha 42 anni", but "ha tre anni di tempo"; "starb mit 87 Jahren", but "ist mit drei Jahren Verspätung"
    let told = before(Mark::AgeVerbs) || before(Mark::AgeReached) || dies_at(first, rest);
    let noun = rest.first().is_some_and(|token| token.is_word() && token.case != Case::Lower)
        && input.language().style.nouns_capitalised;
    if told {
        return !noun && !rest.has(|sense| matches!(sense, Sense::Mark(Mark::Of | Mark::For)));
    }
    let opens = first.before(1).is_some_and(|token| token.is(',') || token.is('('));
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | ')' | '.' | ';' | ':')));
    // "A 34 anni, ha vinto": what opens a sentence and closes with a comma.
    let alone_at_start = rest.first().is_some_and(|token| token.is(','))
        && input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Capital)
        && [Mark::At, Mark::To, Mark::With, Mark::AgeAt].into_iter().any(before)
        // "Depuis dix ans, le prix double."
        && ![Mark::Since, Mark::After, Mark::Before, Mark::Until].into_iter().any(before)
        && input.before(2).is_none_or(|token| !token.is_word() && !token.is(','));
    // "al 93', a 19 anni e tre mesi."
    let behind_comma = input.before(2).is_some_and(|token| token.is(','))
        && [Mark::At, Mark::To].into_iter().any(before)
        && figure_has_parts(input, rest);
    alone_at_start
        || (behind_comma && closes)
        || (opens
            && closes
            && (person_before(first, 2) || name_before(first) || subject_before(first) || name_and_role(first)))
}

/// "morto a 87 anni", "starb mit 87 Jahren", "ist mit 87 Jahren gestorben": a death before or behind the preposition.
fn dies_at(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let lexicon = &input.passage().rules.lexicon;
    let Some(death) = lexicon.find("event.die") else { return false };
    let dies = |tag: &crate::text::Tag| matches!(tag.sense, Sense::Concept(id, _) if lexicon.is_a(id, death));
    let at = [Mark::At, Mark::To, Mark::With, Mark::AgeAt].into_iter().any(|mark| ends_with_mark(input, mark));
    let before = input.position().checked_sub(2).is_some_and(|at| input.passage().tags(at).iter().any(dies));
    at && (before || input.passage().tags(rest.position()).iter().any(dies))
}

/// "Luca Dosi, muratore di 44 anni": a name, a comma and one word for what somebody is.
fn named_with_trade(input: Tokens<'_>) -> bool {
    let trade = input.before(2).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    let comma = input.before(3).is_some_and(|token| token.is(','));
    let name = input.before(4).is_some_and(|token| (token.is_word() && token.case == Case::Capital) || token.is('.'));
    trade && comma && name
}

/// "Lucía Barrionuevo, de 47 años,": a name, a comma and the preposition of ages; nothing of the years follows.
fn named_with_preposition(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let comma = input.before(2).is_some_and(|token| token.is(','));
    let closes = rest.first().is_none_or(|token| !token.is_word());
    comma && closes && is_name(input, 3)
}

/// "Renato Dosi, fabbro, 58 anni,": a name, and between commas what the person is.
fn name_and_role(input: Tokens<'_>) -> bool {
    const WORDS: usize = 5;
    let role = |back: &usize| {
        input.before(*back).is_some_and(|token| token.is_word() || is_apostrophe_mark(token))
            && input.one_back(*back).is_some_and(|at| at.numeral().is_none())
    };
    let words = (2..2 + WORDS).take_while(role).count();
    let comma = input.before(2 + words).is_some_and(|token| token.is(','));
    let lower = input.before(1 + words).is_some_and(|token| token.case == Case::Lower);
    words > 0 && comma && lower && is_name(input, 3 + words)
}

/// Whether the word so many tokens back names a person.
fn person_before(input: Tokens<'_>, back: usize) -> bool {
    let Some(at) = input.position().checked_sub(back) else { return false };
    let named = |at: usize| input.passage().tags(at).iter().any(|tag| is_human(input, &tag.sense));
    named(at) || at.checked_sub(1).is_some_and(named)
}

/// Whether the noun so many tokens back may be one of its sort: "the driver, 29," but "the drivers, 29,".
fn one_before(input: Tokens<'_>, back: usize) -> bool {
    let Some(noun) = input.one_back(back) else { return false };
    let style = &input.language().style;
    let is_plural = |number: &NounNumber| number.is_plural(&noun.word(0).to_lowercase());
    style.noun_number.as_ref().map_or(style.nouns_capitalised, |number| !is_plural(number))
}

/// "a father of three": how many children and not how old.
fn parent_before(input: Tokens<'_>) -> bool {
    let lexicon = &input.passage().rules.lexicon;
    let (Some(parent), Some(at)) = (lexicon.find("person.parent"), input.position().checked_sub(2)) else {
        return false;
    };
    input.passage().tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(id, _) if lexicon.is_a(id, parent)))
}

/// "aged between 23 and 61", "aged 23 to 61"
fn age_range(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if !ends_with_mark(input, Mark::AgeBefore) {
        return input.refuse();
    }
    let (rest, opener) = opt(any_mark(&[Mark::Between, Mark::From])).parse(input)?;
    let (rest, low) = numeral(rest)?;
    // "aged 22 and 31" are two ages.
    let (rest, ()) = match opener {
        Some(Mark::Between) => mark(Mark::And)(rest)?,
        _ if mark(Mark::And)(rest).is_ok() => return input.refuse(),
        _ => alt((dash, mark(Mark::Range))).parse(rest)?,
    };
    let (rest, high) = numeral(rest)?;
    let oldest = Number::from(125);
    let fits = low.value < high.value && high.value < oldest && unit_word(rest).is_err();
    match Figure::range(low, high, Form::Range, input.position()).filter(|_| fits) {
        Some(figure) => Ok((rest, age_of(&figure, TimeUnit::Year))),
        None => input.refuse(),
    }
}

/// "aged 34", "Priya Nair, 29, who": a bare number that is an age by its place.
pub fn bare_age(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if let Ok(found) = age_range(input) {
        return Ok(found);
    }
    let (rest, figure) = figure(input)?;
    let small = figure.nominal.is_none_or(|value| value < Number::from(125) && value.fract() == Number::ZERO);
    let bare = figure.form == Form::Plain && !figure.has_scale && figure.ambiguity.is_none() && small;
    if !bare {
        return input.refuse();
    }
    // "los menores de 18": the words that bound the figure tell that it is an age.
    let core = input.skip(figure.core.saturating_sub(input.position()));
    let told = [input, core].into_iter().any(|at| ends_with_mark(at, Mark::AgeBefore));
    // "frente a los 80 de 2024" compares with a figure of any kind.
    let marked = told && unit_word(rest).is_err() && !ends_with_mark(input, Mark::ComparedWith);
    let apposed = input.language().style.bare_age_apposition && between_commas(input, rest);
    if let Ok((after, ())) = mark(Mark::AgeAfter)(rest) {
        return Ok((after, age_of(&figure, TimeUnit::Year)));
    }
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ')')));
    // "a woman of 64,", "un capataz de 51 y dos obreros", "died at 101."
    let of_person = (closes || mark(Mark::And)(rest).is_ok())
        && ends_with_mark(input, Mark::AgeOf)
        && person_before(input, 2)
        && !parent_before(input);
    // "children under five", "people over 65"
    let open = [figure.as_count.strict().lower(), figure.as_count.strict().upper()]
        .into_iter()
        .any(|bound| matches!(bound, Bound::Excluded(_)));
    let beyond = figure.hedged && open && person_before(input, 1) && (closes || stands_alone(rest));
    let subject_follows = mark(Mark::Subject)(rest).is_ok();
    // What cannot be an hour.
    let last_hour = if input.language().style.twelve_hours { 12 } else { 24 };
    let reached = (closes || subject_follows)
        && ends_with_mark(input, Mark::AgeAt)
        && !estimated_at(input)
        && figure.nominal.is_some_and(|value| value > Number::from(last_hour));
    if marked || apposed || of_person || beyond || reached {
        Ok((rest, age_of(&figure, TimeUnit::Year)))
    } else {
        input.refuse()
    }
}

/// "put the crowd at 70", "stood at 41": a figure that somebody gives and no age.
fn estimated_at(input: Tokens<'_>) -> bool {
    let from = input.position().saturating_sub(7);
    (from..input.position()).any(|at| {
        input.passage().tags(at).iter().any(|tag| match tag.sense {
            Sense::Mark(Mark::Says) => true,
            Sense::Mark(Mark::Copula) => tag.len > 1,
            _ => false,
        })
    })
}

/// Whether the word before the comma is a name.
fn name_before(input: Tokens<'_>) -> bool {
    is_name(input, 2)
}

/// Whether the word so many tokens back is a name. Where every noun has a capital, only a word that nobody knows is one.
fn is_name(input: Tokens<'_>, back: usize) -> bool {
    input.before(back).is_some_and(|token| {
        token.is_word()
            && token.case != Case::Lower
            && (!input.language().style.nouns_capitalised || token.word == WordId::UNKNOWN)
    })
}

fn between_commas(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let opens = input.before(1).is_some_and(|token| token.is(',') || token.is('('));
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | ')' | '.' | ';')));
    let person = person_before(input, 2) && one_before(input, 2);
    let named = (name_before(input) || person)
        && !input
            .passage()
            .tags(input.position().saturating_sub(2))
            .iter()
            .any(|tag| matches!(tag.sense, Sense::Month(_) | Sense::Weekday(_)));
    opens && closes && named
}
