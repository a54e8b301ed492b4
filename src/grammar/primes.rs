//! Figures with primes: lengths of time, as sport tells them, 1'14'', 2'30", 1h14'20'', 9"98; feet and inches, 5'10".

use super::figure::Figure;
use super::input::{Parsed, Tokens, digits, glued_char, glued_digits};
use super::numeral::Numeral;
use super::quantity::{Measured, of_unit, physical};
use super::unit::UnitKind;
use crate::lex::is_apostrophe;
use crate::rules::{Sense, TimeUnit};
use crate::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::pair;

/// Hours before a letter, minutes before one prime, seconds before two, tenths of them behind.
pub fn in_primes(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if !input.language().style.minutes_in_primes {
        return feet_and_inches(input);
    }
    let in_seconds = pair(below_sixty, two_primes).parse(input).ok().filter(|(rest, _)| glued_digits(*rest).is_ok());
    let (rest, hours, minutes, seconds) = match in_seconds {
        Some((rest, (seconds, ()))) => (rest, None, 0, seconds),
        None => {
            let (rest, hours) = opt(hours).parse(input)?;
            let (rest, minutes) = below_sixty(rest)?;
            let (rest, ()) = one_prime(rest)?;
            let (rest, seconds) = below_sixty(rest)?;
            (two_primes(rest)?.0, hours, minutes, seconds)
        }
    };
    let (rest, tenths) = opt(glued_digits).parse(rest)?;
    let joined = rest.first().is_some_and(|token| token.glued && token.is_word());
    if joined || input.first().is_some_and(|token| token.glued) {
        return input.refuse();
    }
    let Ok(seconds) = format!("{seconds}.{}", tenths.unwrap_or("0")).parse::<Number>() else { return input.refuse() };
    let sixty = Number::from(60);
    let minutes = Number::from(hours.unwrap_or(0)) * sixty + Number::from(minutes);
    let figure = Figure::count(minutes * sixty + seconds.normalize(), input.position());
    Ok((rest, of_unit(&figure, UnitKind::Time(TimeUnit::Second), false)))
}

/// 5'10": feet and inches.
fn feet_and_inches(input: Tokens<'_>) -> Parsed<'_, Measured> {
    /// Inches in a foot.
    const INCHES: u32 = 12;
    let (rest, feet) = below_sixty(input)?;
    let (rest, ()) = one_prime(rest)?;
    let (rest, inches) = below_sixty(rest)?;
    let (rest, ()) = two_primes(rest)?;
    if inches >= INCHES {
        return input.refuse();
    }
    let value = Number::from(feet) + Number::from(inches) / Number::from(INCHES);
    let numeral = Numeral { step: Number::ONE / Number::from(INCHES), ..Numeral::whole(value) };
    match physical(input, "foot", &Figure::plain(numeral, input.position())) {
        Some(found) => Ok((rest, found)),
        None => input.refuse(),
    }
}

/// "1h"
fn hours(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, text) = digits(input)?;
    let letter = rest.first().is_some_and(|token| token.glued)
        && (rest.has(|sense| *sense == Sense::TimeUnit(TimeUnit::Hour))
            || rest.language().style.clock_letters.contains(&rest.word(0).to_lowercase()));
    match text.parse() {
        Ok(hours @ 0..100) if letter => Ok((rest.skip(1), hours)),
        _ => input.refuse(),
    }
}

fn below_sixty(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, text) = digits(input)?;
    match text.parse() {
        Ok(value @ 0..60) if text.len() <= 2 => Ok((rest, value)),
        _ => input.refuse(),
    }
}

fn one_prime(input: Tokens<'_>) -> Parsed<'_, ()> {
    glued_char(|c| is_apostrophe(c) || c == '′')(input).map(|(rest, _)| (rest, ()))
}

fn two_primes(input: Tokens<'_>) -> Parsed<'_, ()> {
    let sign = |input| glued_char(|c| matches!(c, '"' | '″' | '”'))(input).map(|(rest, _)| (rest, ()));
    alt((sign, |input| one_prime(input).and_then(|(rest, ())| one_prime(rest)))).parse(input)
}
