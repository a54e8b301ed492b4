//! Ages told by their decade: "in his 20s", "in her late thirties", "Mitte 30".

use super::age::age_of;
use super::date::{Part, named_part};
use super::figure::{Figure, Form};
use super::input::{Parsed, Tokens, dash, digits, ends_with_mark, mark, sense, stands_alone};
use super::numeral::{Numeral, numeral};
use super::quantity::Measured;
use crate::lex::TokenKind;
use crate::rules::{Mark, Sense, TimeUnit};
use crate::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// An age of which only the decade is told, or a part of it.
pub fn age_decade(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if let Ok(found) = somebody_of_a_decade(input) {
        return Ok(found);
    }
    let (rest, part) = opt(named_part).parse(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, first) = if ends_with_mark(input, Mark::Possessive) {
        alt((decade_in_digits, decade_in_words)).parse(rest)?
    } else {
        // "am Ende 30"
        let adverb = ends_with_mark(input, Mark::On) || ends_with_mark(input, Mark::At);
        if part.is_none() || adverb || !input.language().style.ages_by_part {
            return input.refuse();
        }
        tens(rest)?
    };
    let (low, high) = match part {
        None => (0, 9),
        Some(Part::Start) => (0, 3),
        Some(Part::Middle) => (4, 6),
        Some(Part::End) => (7, 9),
        Some(_) => return input.refuse(),
    };
    years_of_life(input, rest, first + low, first + high)
}

/// "une quinquagénaire", "an octogenarian", "un sexagenario"
fn somebody_of_a_decade(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, first) = sense(|sense| match sense {
        Sense::AgeDecade(first) => Some(i64::from(*first)),
        _ => None,
    })(input)?;
    years_of_life(input, rest, first, first + 9)
}

fn years_of_life<'a>(input: Tokens<'a>, rest: Tokens<'a>, low: i64, high: i64) -> Parsed<'a, Measured> {
    let year = |years: i64| Numeral::whole(Number::from(years));
    match Figure::range(year(low), year(high), Form::Range, input.position()) {
        Some(figure) => Ok((rest, age_of(&figure, TimeUnit::Year))),
        None => input.refuse(),
    }
}

/// "20s"
fn decade_in_digits(input: Tokens<'_>) -> Parsed<'_, i64> {
    let (rest, text) = digits(input)?;
    let (rest, ()) = mark(Mark::DecadeAfter)(rest)?;
    text.parse().map_or_else(|_| input.refuse(), |first| of_life(input, rest, first))
}

/// "thirties"
fn decade_in_words(input: Tokens<'_>) -> Parsed<'_, i64> {
    let (rest, first) = sense(|sense| match sense {
        Sense::Decade(first) => Some(i64::from(*first)),
        _ => None,
    })(input)?;
    of_life(input, rest, first)
}

/// "30", "dreißig", with nothing behind that it counts.
fn tens(input: Tokens<'_>) -> Parsed<'_, i64> {
    let (rest, number) = numeral(input)?;
    // "Ende 20:30", "Ende 30 %"
    let closes = rest.first().is_none_or(|token| match token.kind {
        TokenKind::Word => stands_alone(rest),
        TokenKind::Mark(',' | '.' | ';' | ')' | '!' | '?') => rest.nth(1).is_none_or(|next| !next.glued),
        _ => false,
    });
    match i64::try_from(number.value) {
        Ok(first) if number.scale.is_none() && closes => of_life(input, rest, first),
        _ => input.refuse(),
    }
}

fn of_life<'a>(input: Tokens<'a>, rest: Tokens<'a>, first: i64) -> Parsed<'a, i64> {
    if first % 10 == 0 && (20..=90).contains(&first) { Ok((rest, first)) } else { input.refuse() }
}
