//! Minutes of a match: "al 67'", "90'+3", "al 22' della ripresa", "in the 78th minute".

use super::date::ordinal_rank;
use super::figure::Figure;
use super::input::{Parsed, Tokens, any_mark, digits, glued_char, glued_digits, mark, sense};
use super::quantity::{Measured, physical};
use crate::lex::{TokenKind, is_apostrophe};
use crate::rules::{Mark, Sense, TimeUnit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::pair;

/// Longest a match takes, extra time included.
const LONGEST: u32 = 130;
/// Beginning of the second half.
const HALF_TIME: u32 = 45;

/// How many minutes after its beginning something happens in a match, the second half counted on.
pub fn match_minute(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, (minute, added)) = alt((signed_minute, ranked_minute, named_minute)).parse(input)?;
    let after_of = any_mark(&[Mark::Of, Mark::In])(rest).map_or(rest, |(rest, _)| rest);
    let after_of = mark(Mark::The)(after_of).map_or(after_of, |(rest, ())| rest);
    let (rest, second_half) = match mark(Mark::SecondHalf)(after_of) {
        Ok((after, ())) => (after, true),
        Err(_) => (mark(Mark::FirstHalf)(after_of).map_or(rest, |(after, ())| after), false),
    };
    let begun = if second_half && minute <= HALF_TIME { HALF_TIME } else { 0 };
    let figure = Figure::count((begun + minute + added).into(), input.position());
    physical(input, "match-minute", &figure).map_or_else(|| input.refuse(), |minute| Ok((rest, minute)))
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
    if many || rank > LONGEST { input.refuse() } else { Ok((rest, (rank, 0))) }
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
        Ok(minute) if minute <= LONGEST && text.len() <= 3 => Ok((rest, minute)),
        _ => input.refuse(),
    }
}
