//! Mentions: the longest thing that can be read at each token that can begin one.

use super::age::bare_age;
use super::age_decade::age_decade;
use super::begin::Openings;
use super::clock::{OPENS_CLOCK, clock, clock_range, daypart, within_part};
use super::date::{
    DateMention, OPENS_DATE, clock_in_part, date, moments, part_beside, part_of_last_word, part_of_relative_day,
    time_and_date,
};
use super::digital_length::length_run;
use super::input::{Parsed, Tokens, any_mark, digits, glued_char, glued_digits, mark};
use super::memo::{Memo, where_opens};
use super::names;
use super::ordinal::{ordinal_chain, tens_and_ordinal, word_ordinal};
use super::quantity::{Measured, quantity};
use super::roman::roman;
use super::series::share;
use crate::lex::{Case, TokenKind, is_dash};
use crate::rules::{Mark, Sense, WordClass};
use crate::span::TextSpan;
use crate::text::{Passage, Sentence};
use crate::value::{ClockSpan, Dimension, Number};
use nom::Parser;
use nom::branch::alt;
use nom::sequence::pair;
use std::ops::Range;

/// A stretch of text with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What it says.
    pub value: MentionValue,
    /// Its tokens in the passage, hedges and unit included.
    pub tokens: Range<usize>,
    /// Where it stands in the text, hedges and unit included.
    pub span: TextSpan,
    /// Token at which the figure itself begins, after its hedges.
    pub core: usize,
}

/// What a mention says, before anybody knows the question.
#[derive(Debug, Clone, PartialEq)]
pub enum MentionValue {
    /// A count, an amount, a share, a measure, an age, a length of time.
    Quantity(Box<Measured>),
    /// A place in a sequence.
    Ordinal(Number),
    /// Two figures of a match, as written.
    Score(Number, Number),
    /// A day or a longer span of civil time.
    Date(Box<DateMention>),
    /// A time of day.
    Clock(ClockSpan),
    /// From one time of day to another.
    ClockRange(ClockSpan, ClockSpan),
}

/// Every mention of a sentence, in order, none overlapping another.
pub fn mentions(passage: &Passage<'_>, sentence: &Sentence) -> Vec<Mention> {
    let mut found = Vec::new();
    if is_list_number(passage, sentence) {
        return found;
    }
    let memo = Memo::new(passage, sentence.tokens.clone());
    let whole = Tokens::new(passage, &memo);
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let input = whole.skip(at - sentence.tokens.start);
        let opens = input.opens();
        debug_assert!(
            opens.is_empty() || opens.has(&[Openings::NAME]) || names::name_here(input).is_none(),
            "{input:?}"
        );
        let name = if opens.has(&[Openings::NAME]) { names::name_here(input) } else { None };
        if let Some(length) = name {
            at += length.max(1);
            continue;
        }
        // Unoptimised builds try all productions everywhere, and so prove that this leaves out nothing.
        let reading = if opens.is_empty() && !cfg!(debug_assertions) { None } else { longest(input) };
        match reading {
            Some((rest, value)) if is_code(rest, &value) => {
                at = rest.position() + 1 + names::code_length(rest.skip(1));
            }
            Some((rest, value)) if is_count(&value) && like_a_clock(input, rest) => at = rest.position(),
            Some((rest, value)) if rest.position() > at && !continues_decimals(input) => {
                let core = core_of(&value, at);
                let tokens = at..rest.position();
                let span = passage.span(tokens.clone());
                found.push(Mention { value, tokens, span, core });
                at = rest.position();
            }
            _ => at += 1,
        }
    }
    share(passage, &mut found);
    found
}

/// "3.": a sentence that only numbers what follows.
fn is_list_number(passage: &Passage<'_>, sentence: &Sentence) -> bool {
    match passage.tokens.get(sentence.tokens.clone()) {
        Some([number, stop]) => {
            number.kind == TokenKind::Digits
                && number.span.end - number.span.start <= 2
                && stop.glued
                && (stop.is('.') || stop.is(')'))
        }
        _ => false,
    }
}

fn core_of(value: &MentionValue, at: usize) -> usize {
    match value {
        MentionValue::Quantity(measured) => measured.core.max(at),
        _ => at,
    }
}

/// "24/7", "5/1-5/7": a figure that a slash ties to other digits counts nothing.
fn is_code(rest: Tokens<'_>, value: &MentionValue) -> bool {
    let slash = rest.first().is_some_and(|token| token.glued && token.is('/'));
    let digits = rest.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    slash && digits && is_count(value)
}

fn is_count(value: &MentionValue) -> bool {
    matches!(value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Count)
}

/// "(Norba 7.19 - Lisso 7.32)": where decimals have a comma and times a point, two digits behind a point are no count.
fn like_a_clock(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let style = &input.language().style;
    let (hour, minute) = (input.word(0).parse::<u8>(), input.word(2).parse::<u8>());
    let pointed = input.nth(1).is_some_and(|token| token.glued && token.is('.'))
        && rest.position() == input.position() + 3
        && input.word(2).len() == 2;
    pointed
        && style.decimal != '.'
        && style.clock.contains(&'.')
        && hour.is_ok_and(|hour| hour < 24)
        && minute.is_ok_and(|minute| minute < 60)
}

/// Whether the point before the digits makes them decimals, or a calibre where no unit follows: ".38".
fn continues_decimals(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits)
        && input.before(1).is_some_and(|point| point.is('.') && !point.glued)
        && input.language().style.decimal == '.'
}

/// A production with what a mention of it can begin with.
type Reading = (&'static [Openings], fn(Tokens<'_>) -> Parsed<'_, MentionValue>);

/// The productions, each with what it can begin with. Of two readings as long, the first says more: a date before a
/// number.
const READINGS: [Reading; 11] = [
    (&OPENS_DATE, dated),
    (&OPENS_CLOCK, clocked),
    (&OPENS_CLOCK, clock_stretch),
    (&[Openings::FIGURE], score),
    (&[Openings::RANK, Openings::FIGURE], ordinal),
    (&[Openings::FIGURE], aged),
    (&[Openings::FIGURE, Openings::DATE], aged_by_decade),
    (&[Openings::RANK, Openings::FIGURE], measured),
    (&[Openings::CLOCK], part_of_day),
    (&OPENS_CLOCK, timed),
    (&[Openings::DATE, Openings::CLOCK, Openings::HOUR], spanned),
];

/// The longest reading of those that can begin here.
fn longest(input: Tokens<'_>) -> Option<(Tokens<'_>, MentionValue)> {
    let mut best: Option<(Tokens<'_>, MentionValue)> = None;
    for (kinds, reading) in READINGS {
        if let Ok((rest, value)) = where_opens(input, kinds, reading)
            && best.as_ref().is_none_or(|(longest, _)| rest.position() > longest.position())
        {
            best = Some((rest, value));
        }
    }
    best
}

fn dated(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    // "every Christmas", "ogni lunedì" name no single day.
    if super::input::ends_with_mark(input, Mark::Every) {
        return input.refuse();
    }
    let (rest, mut date) = date(input)?;
    if let Some(part) = part_of_relative_day(input).or_else(|| part_of_last_word(rest)) {
        date.clock = Some(date.clock.map_or(part, |time| within_part(time, part)));
    }
    Ok((rest, MentionValue::Date(Box::new(date))))
}

fn timed(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, date) = time_and_date(input)?;
    Ok((rest, MentionValue::Date(Box::new(date))))
}

fn spanned(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, span) = moments(input)?;
    Ok((rest, MentionValue::Date(Box::new(span))))
}

fn clocked(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, time) = alt((clock_in_part, clock)).parse(input)?;
    // "gewann mit 21:15": as long as a score, and nothing but the contest tells them apart.
    if score_context(input) && score(input).is_ok_and(|(after, _)| after == rest) {
        return input.refuse();
    }
    // "la mattina dopo alle 8" is that of the next day, and not after 8; "won in 2:14:04" is no time of day.
    if part_beside(input).is_ok_and(|(after, _)| after == rest) || length_run(input).is_ok() {
        return input.refuse();
    }
    Ok((rest, MentionValue::Clock(time)))
}

fn clock_stretch(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, (from, to)) = clock_range(input)?;
    Ok((rest, MentionValue::ClockRange(from, to)))
}

/// A part of the day by itself, where a preposition shows that it tells when: "in the small hours".
fn part_of_day(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    // "spent the night": only a preposition makes it tell when.
    any_mark(&[Mark::In, Mark::At, Mark::Of, Mark::To, Mark::Around])(input)?;
    let (rest, time) = daypart(input)?;
    Ok((rest, MentionValue::Clock(time)))
}

fn measured(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, measured) = quantity(input)?;
    Ok((rest, MentionValue::Quantity(Box::new(measured))))
}

fn aged(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, measured) = bare_age(input)?;
    Ok((rest, MentionValue::Quantity(Box::new(measured))))
}

fn aged_by_decade(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, measured) = age_decade(input)?;
    Ok((rest, MentionValue::Quantity(Box::new(measured))))
}

/// "3-2", "3 a 2": two small figures that no noun or unit makes a range.
fn score(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, home) = digits(input)?;
    let marks = &input.language().style.score_marks;
    let dashed = pair(glued_char(|c| is_dash(c) || marks.contains(&c)), glued_digits).parse(rest);
    let (rest, away) = match dashed {
        Ok((rest, (_, away))) => (rest, away),
        Err(_) => {
            let (rest, ()) = mark(Mark::ScoreJoin)(rest)?;
            if !score_context(input) {
                return input.refuse();
            }
            digits(rest)?
        }
    };
    let continued = rest.first().is_some_and(|token| {
        token.glued && !matches!(token.kind, TokenKind::Mark('.' | ',' | ';' | ':' | ')' | '"' | '»' | '”' | '!' | '?'))
    });
    let measured = rest.has(|sense| {
        matches!(sense, Sense::Unit(_) | Sense::Currency(_) | Sense::Percent | Sense::TimeUnit(_) | Sense::Month(_))
    });
    // "4:02,3 Minuten"
    let timed = away.len() > 1 && away.starts_with('0')
        || pair(glued_char(|c| matches!(c, ',' | '.' | ':')), glued_digits).parse(rest).is_ok();
    let (Ok(home), Ok(away)) = (home.parse::<u16>(), away.parse::<u16>()) else { return input.refuse() };
    // Higher figures are ranges, years, telephone numbers; a counted noun makes a range of them, too.
    let counted = home < away && counted_noun(rest);
    if timed || continued || measured || counted || home > 199 || away > 199 || rest.number_word_follows() {
        return input.refuse();
    }
    Ok((rest, MentionValue::Score(home.into(), away.into())))
}

fn score_context(input: Tokens<'_>) -> bool {
    let Some(contest) = input.passage().rules.lexicon.find("event.compete") else { return false };
    let lexicon = &input.passage().rules.lexicon;
    let from = input.position().saturating_sub(8);
    (from..input.position()).any(|at| {
        input
            .passage()
            .tags(at)
            .iter()
            .any(|tag| matches!(tag.sense, Sense::Concept(id, _) if lexicon.is_a(id, contest)))
    })
}

fn counted_noun(rest: Tokens<'_>) -> bool {
    rest.has(|sense| match sense {
        Sense::Concept(id, class) => {
            *class == crate::rules::WordClass::Noun
                && rest.passage().rules.lexicon.get(*id).class == crate::rules::ConceptClass::Thing
        }
        _ => false,
    })
}

/// "terzo", "26ª", "XIX", "ventitreesimo"
fn ordinal(input: Tokens<'_>) -> Parsed<'_, MentionValue> {
    let (rest, rank) = match ordinal_chain(input) {
        Some((rest, rank)) if ranks_something(input, rest) => (rest, rank),
        Some(_) => return input.refuse(),
        None => word_ordinal(input)
            .or_else(|_| tens_and_ordinal(input))
            .or_else(|_| digit_ordinal(input))
            .or_else(|_| roman_ordinal(input))?,
    };
    // "subió a Tercera", "Primo Levi": a capital inside a sentence, where no noun follows that it ranks, makes a name.
    let capital = input.first().is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let inside = input.before(1).is_some_and(|token| token.is_word() && token.case != Case::Upper);
    let ranks = rest.first().is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    if capital
        && inside
        && !ranks
        && !input.language().style.nouns_capitalised
        && rest.position() == input.position() + 1
    {
        return input.refuse();
    }
    Ok((rest, MentionValue::Ordinal(rank)))
}

/// Ordinals are adverbs, prepositions and names as well: "secondo Putin", "prima della fine".
fn ranks_something(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let alone = input.before(1).is_none() && rest.first().is_none();
    let noun = rest.first().is_some_and(|token| token.is_word()) && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    let ambiguous = input.has(|sense| {
        matches!(
            sense,
            Sense::Mark(Mark::AccordingTo | Mark::Previous | Mark::EarlierAfter | Mark::Before) | Sense::TimeUnit(_)
        )
    });
    let introduced = [Mark::The, Mark::Of, Mark::In, Mark::To, Mark::From, Mark::For, Mark::Agent, Mark::And]
        .into_iter()
        .any(|mark| super::input::ends_with_mark(input, mark));
    // "she was second", "arrivò terzo"
    let verb = input.position().checked_sub(1).is_some_and(|at| {
        input.passage().tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(_, WordClass::Verb)))
    });
    let predicate = super::input::ends_with_mark(input, Mark::Copula) || (verb && !ambiguous);
    alone || predicate || (noun && (introduced || !ambiguous)) || (introduced && !ambiguous)
}

/// "26ª", "70th", "68e"
fn digit_ordinal(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, text) = digits(input)?;
    let suffix = rest.word(0).to_lowercase();
    let glued = rest.first().is_some_and(|token| token.glued);
    let style = &input.language().style;
    let stop = style.ordinal_full_stop
        && suffix == "."
        && rest.nth(1).is_some_and(|token| token.is_word() && !token.glued && token.case != Case::Lower)
        && !rest.skip(1).has(|sense| matches!(sense, Sense::Month(_)));
    let letters = style.ordinal_marks.contains(&suffix) && suffix != "." && !(suffix == "°" && unit_like(rest));
    if glued && (letters || stop) && text.len() <= 7 {
        return text.parse().map_or_else(|_| input.refuse(), |rank| Ok((rest.skip(1), rank)));
    }
    input.refuse()
}

fn unit_like(rest: Tokens<'_>) -> bool {
    let alone = rest.before(2).is_none() && rest.nth(1).is_none();
    !alone && rest.nth(1).is_none_or(|token| !token.is_word() || token.glued)
}

fn roman_ordinal(input: Tokens<'_>) -> Parsed<'_, Number> {
    let long = input.word(0).len() >= 2;
    let alone = input.passage().tokens.len() == 1;
    let noun = input.nth(1).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    if !long
        || !(noun || alone)
        || input.first().is_some_and(|token| token.glued)
        || input.nth(1).is_some_and(|token| token.glued)
    {
        return input.refuse();
    }
    let (rest, rank) = roman(input)?;
    Ok((rest, rank.into()))
}
