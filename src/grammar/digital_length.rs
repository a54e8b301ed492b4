//! Lengths of time in digits like a time of day: "2:04:13 Stunden", "4:02,3 Minuten", "2 h 04 min 13 s".

use super::figure::Figure;
use super::input::{Parsed, Tokens, digits, ends_with_mark, glued_char, glued_digits, sense};
use super::quantity::{Measured, of_unit};
use super::unit::{UnitKind, unit_word};
use crate::rules::{Mark, Sense, TimeUnit};
use crate::value::Number;
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};

/// "2:04:13 Stunden", "4:02,3 Minuten": a length of time written like a time of day.
pub(super) fn digital_length(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let colon = || preceded(glued_char(|c| c == ':'), glued_digits);
    let (rest, first) = digits(input)?;
    let (rest, second) = colon().parse(rest)?;
    let (rest, third) = opt(colon()).parse(rest)?;
    let (rest, decimals) = opt(preceded(glued_char(|c| c == ',' || c == '.'), glued_digits)).parse(rest)?;
    if !rest.has(|sense| *sense == Sense::Mark(Mark::ManyUnits)) {
        return input.refuse();
    }
    let (rest, unit) = unit_word(rest)?;
    // Of two figures the first counts the unit that is named, of three the hours.
    let largest = match (unit, third) {
        (UnitKind::Time(TimeUnit::Minute), None) => TimeUnit::Minute,
        (UnitKind::Time(TimeUnit::Hour), _) | (UnitKind::Time(TimeUnit::Minute), Some(_)) => TimeUnit::Hour,
        _ => return input.refuse(),
    };
    let last = third.unwrap_or("0");
    let text = format!("{last}.{}", decimals.unwrap_or("0"));
    let parts = (first.parse::<Number>(), second.parse::<Number>(), text.parse::<Number>());
    let (Ok(first), Ok(second), Ok(last)) = parts else { return input.refuse() };
    let sixty = Number::from(60);
    // Decimals belong to the last of the figures.
    let value = match third {
        Some(_) => first + (second * sixty + last) / (sixty * sixty),
        None => first + (second + last) / sixty,
    };
    Ok((rest, of_unit(&Figure::count(value, input.position()), UnitKind::Time(largest), false)))
}

/// "won in 2:14:04": hours, minutes and seconds behind a word for within and not for when.
pub(super) fn length_run(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let part = |input| {
        let (rest, text) = preceded(glued_char(|c| c == ':'), glued_digits).parse(input)?;
        match text.parse::<u32>() {
            Ok(value) if value < 60 && text.len() == 2 => Ok((rest, Number::from(value))),
            _ => input.refuse(),
        }
    };
    let (rest, hours) = digits(input)?;
    let (rest, (minutes, seconds)) = pair(part, part).parse(rest)?;
    let within = ends_with_mark(input, Mark::In) && !ends_with_mark(input, Mark::At);
    let sixty = Number::from(60);
    match hours.parse::<Number>() {
        Ok(hours) if within && input.word(0).len() <= 2 => {
            let seconds = (hours * sixty + minutes) * sixty + seconds;
            Ok((rest, of_unit(&Figure::count(seconds, input.position()), UnitKind::Time(TimeUnit::Second), false)))
        }
        _ => input.refuse(),
    }
}

/// "2 h 04 min 13 s", "4 h 12 min": the letter of clock times behind the hours, and the unit behind the minutes.
pub(super) fn lettered_length(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let of = |unit| sense(move |sense| (*sense == Sense::TimeUnit(unit)).then_some(()));
    let (rest, hours) = digits(input)?;
    let letters = &input.language().style.clock_letters;
    if !letters.contains(&rest.word(0).to_lowercase()) {
        return input.refuse();
    }
    let (rest, (minutes, ())) = pair(digits, of(TimeUnit::Minute)).parse(rest.skip(1))?;
    let (rest, seconds) = opt(pair(digits, of(TimeUnit::Second))).parse(rest)?;
    let number = |text: &str| text.parse::<Number>().unwrap_or_default();
    let minutes = number(hours) * Number::from(60) + number(minutes);
    let (value, unit) = match seconds {
        Some((seconds, ())) => (minutes * Number::from(60) + number(seconds), TimeUnit::Second),
        None => (minutes, TimeUnit::Minute),
    };
    Ok((rest, of_unit(&Figure::count(value, input.position()), UnitKind::Time(unit), false)))
}
