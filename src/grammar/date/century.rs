//! Centuries: "XIX secolo", "the 19th century", "siglo XIX", "XVIIIe et XIXe siècle", "Settecento".

use super::*;
use crate::grammar::roman::roman_with_mark;

/// A hundred years by their rank or by their own name.
pub(super) fn century(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, rank) = alt((rank_and_word, word_and_rank, rank_in_list, own_name)).parse(input)?;
    match i16::try_from(rank) {
        Ok(rank @ 1..=30) if mark(Mark::EraBc)(rest).is_err() => Ok((rest, DateExpr::Century(rank))),
        _ => input.refuse(),
    }
}

/// "XIX secolo", "19th-century", "12e siècle"
fn rank_and_word(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, rank) = rank(input)?;
    let rest = skip_hyphen(rest);
    let named = rest.first().is_some_and(|token| token.case == Case::Capital);
    let (rest, ()) = mark(Mark::CenturyAfter)(rest)?;
    // "20th Century Fox"
    let studio = named && rest.first().is_some_and(|token| token.case == Case::Capital);
    if studio && !input.language().style.nouns_capitalised { input.refuse() } else { Ok((rest, rank)) }
}

/// "siglo XIX"
fn word_and_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, ()) = mark(Mark::CenturyBefore)(input)?;
    alt((roman, ordinal_rank)).parse(rest)
}

/// "the 18th and 19th centuries": the first takes the word from the second.
fn rank_in_list(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (listed, first) = rank(input)?;
    let (rest, _) = any_mark(&[Mark::And, Mark::Or])(listed)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (_, second) = rank_and_word(rest)?;
    if first < second { Ok((listed, first)) } else { input.refuse() }
}

fn rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    alt((roman, roman_with_mark, ordinal_rank)).parse(input)
}

/// "nel Settecento": a capital, and words before it that numbers of things do not have.
fn own_name(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, rank) = sense(|sense| match sense {
        Sense::Century(rank) => Some(*rank),
        _ => None,
    })(input)?;
    let capital = input.first().is_some_and(|token| token.case == Case::Capital);
    let led = [Mark::The, Mark::In, Mark::Of, Mark::From, Mark::Start, Mark::Middle, Mark::End]
        .into_iter()
        .any(|mark| ends_with_mark(input, mark));
    if capital && led { Ok((rest, rank)) } else { input.refuse() }
}
