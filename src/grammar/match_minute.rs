//! Minutes of a match: "al 67'", "90'+3", "al 22' della ripresa", "in the 78th minute".

use super::date::ordinal_rank;
use super::figure::Figure;
use super::input::{Parsed, Tokens, any_mark, digits, glued_char, glued_digits, mark, sense};
use super::numeral::numeral;
use super::quantity::{Measured, physical};
use crate::lex::{TokenKind, is_apostrophe};
use crate::rules::{Mark, Sense, TimeUnit};
use crate::value::Number;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::pair;

/// Longest a match takes in minutes, extra time included.
pub const LONGEST_MATCH: u32 = 130;
/// The unit of `rules/units.toml` for minutes since the kick-off.
pub const MATCH_MINUTE: &str = "match-minute";
/// Minutes at which a half, a match and the halves of extra time end.
const ENDS: [u32; 4] = [45, 90, 105, 120];
/// Beginning of the second half.
const HALF_TIME: u32 = 45;

/// How many minutes after its beginning something happens in a match, the second half counted on.
pub fn match_minute(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if let Ok(found) = minutes_of_half(input) {
        return Ok(found);
    }
    let (rest, (minute, added)) = alt((signed_minute, added_minute, ranked_minute, named_minute)).parse(input)?;
    let (rest, half) = opt(half).parse(rest)?;
    minute_of_match(input, rest, minute, added, half == Some(Mark::SecondHalf))
}

/// "33 minuti della ripresa", "zwölf Minuten in der zweiten Halbzeit"
fn minutes_of_half(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, minutes) = numeral(input)?;
    let (rest, ()) = minute_word(rest)?;
    let (rest, half) = half(rest)?;
    match u32::try_from(minutes.value) {
        Ok(minute) if minute <= LONGEST_MATCH && minutes.value == Number::from(minute) => {
            minute_of_match(input, rest, minute, 0, half == Mark::SecondHalf)
        }
        _ => input.refuse(),
    }
}

/// "della ripresa", "of the first half"
fn half(input: Tokens<'_>) -> Parsed<'_, Mark> {
    let rest = any_mark(&[Mark::Of, Mark::In, Mark::To])(input).map_or(input, |(rest, _)| rest);
    let rest = mark(Mark::The)(rest).map_or(rest, |(rest, ())| rest);
    any_mark(&[Mark::FirstHalf, Mark::SecondHalf])(rest)
}

fn minute_of_match<'a>(
    input: Tokens<'a>,
    rest: Tokens<'a>,
    minute: u32,
    added: u32,
    second_half: bool,
) -> Parsed<'a, Measured> {
    let begun = if second_half && minute <= HALF_TIME { HALF_TIME } else { 0 };
    let figure = Figure::count((begun + minute + added).into(), input.position());
    physical(input, MATCH_MINUTE, &figure).map_or_else(|| input.refuse(), |minute| Ok((rest, minute)))
}

/// "90+2": what is added to a half or to extra time.
fn added_minute(input: Tokens<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, minute) = minute_in_digits(input)?;
    let (rest, (_, text)) = pair(glued_char(|c| c == '+'), glued_digits).parse(rest)?;
    let glued = rest.first().is_some_and(|token| token.glued && (token.is_word() || token.kind == TokenKind::Digits));
    match text.parse::<u32>() {
        Ok(added) if added < 30 && ENDS.contains(&minute) && !glued => Ok((rest, (minute, added))),
        _ => input.refuse(),
    }
}

/// "67'", "90'+3"
fn signed_minute(input: Tokens<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, minute) = minute_in_digits(input)?;
    let (rest, _) = glued_char(|c| is_apostrophe(c) || c == '′')(rest)?;
    let elided = rest.first().is_some_and(|token| {
        let sign = matches!(token.kind, TokenKind::Mark(c) if is_apostrophe(c) || c == '′');
        token.glued && (token.is_word() || token.kind == TokenKind::Digits || sign)
    });
    if elided {
        return input.refuse();
    }
    let (rest, added) = opt(pair(glued_char(|c| c == '+'), glued_digits)).parse(rest)?;
    let added = added.and_then(|(_, text)| text.parse::<u32>().ok()).filter(|added| *added < 30);
    Ok((rest, (minute, added.unwrap_or(0))))
}

/// "78th minute", "78. Minute", "settantottesimo minuto"
fn ranked_minute(input: Tokens<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, rank) = ordinal_rank(input)?;
    let many = rest.has(|sense| *sense == Sense::Mark(Mark::ManyUnits));
    let (rest, ()) = minute_word(rest)?;
    if many || rank > LONGEST_MATCH { input.refuse() } else { Ok((rest, (rank, 0))) }
}

/// "minuto 78": the word stands before the figure and outside the mention.
fn named_minute(input: Tokens<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, minute) = minute_in_digits(input)?;
    let named = input
        .one_back(1)
        .is_some_and(|word| minute_word(word).is_ok() && !word.has(|sense| *sense == Sense::Mark(Mark::ManyUnits)));
    let counts = rest
        .first()
        .is_some_and(|token| token.glued && !matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ':' | ')')));
    if named && !counts { Ok((rest, (minute, 0))) } else { input.refuse() }
}

fn minute_word(input: Tokens<'_>) -> Parsed<'_, ()> {
    sense(|sense| (*sense == Sense::TimeUnit(TimeUnit::Minute)).then_some(()))(input)
}

fn minute_in_digits(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, text) = digits(input)?;
    match text.parse::<u32>() {
        Ok(minute) if minute <= LONGEST_MATCH && text.len() <= 3 => Ok((rest, minute)),
        _ => input.refuse(),
    }
}
