//! Minutes of a match: "al 67'", "90'+3", "al 22' della ripresa".

use super::figure::Figure;
use super::input::{Parsed, Tokens, digits, glued_char, glued_digits, mark};
use super::quantity::{Measured, physical};
use crate::lex::{TokenKind, is_apostrophe};
use crate::rules::Mark;
use nom::Parser;
use nom::combinator::opt;
use nom::sequence::pair;

/// Longest a match takes, extra time included.
const LONGEST: u32 = 130;
/// Beginning of the second half.
const HALF_TIME: u32 = 45;

/// How many minutes after its beginning something happens in a match, the second half counted on.
pub fn match_minute(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, text) = digits(input)?;
    let (rest, _) = glued_char(|c| is_apostrophe(c) || c == '′')(rest)?;
    let elided = rest.first().is_some_and(|token| {
        token.glued && token.kind != TokenKind::Mark('+') && (token.is_word() || token.kind == TokenKind::Digits)
    });
    let Some(minute) = text.parse::<u32>().ok().filter(|minute| *minute <= LONGEST && text.len() <= 3 && !elided)
    else {
        return input.refuse();
    };
    let (rest, added) = opt(pair(glued_char(|c| c == '+'), glued_digits)).parse(rest)?;
    let added = added.and_then(|(_, text)| text.parse::<u32>().ok()).filter(|added| *added < 30);
    let after_of = mark(Mark::Of)(rest).map_or(rest, |(rest, ())| rest);
    let (rest, second_half) = match mark(Mark::SecondHalf)(after_of) {
        Ok((after, ())) => (after, true),
        Err(_) => (mark(Mark::FirstHalf)(after_of).map_or(rest, |(after, ())| after), false),
    };
    let begun = if second_half && minute <= HALF_TIME { HALF_TIME } else { 0 };
    let figure = Figure::count((begun + minute + added.unwrap_or(0)).into(), input.position());
    physical(input, "match-minute", &figure).map_or_else(|| input.refuse(), |minute| Ok((rest, minute)))
}
