//! Years: behind a day or a month, in words, in two digits, alone.

use super::*;

/// [,] [of] year after a day and month.
pub(super) fn year_after(input: Tokens<'_>) -> Parsed<'_, i16> {
    // "a giugno nel 2017", but "a giugno in 2000 piazze"
    if let Ok((rest, found)) = preceded(mark(Mark::In), year).parse(input)
        && stands_alone(rest)
        && !rest.first().is_some_and(|token| token.is('%'))
    {
        return Ok((rest, found));
    }
    let (rest, _) = opt(comma_or_stop).parse(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    alt((year, spelled_year, short_year)).parse(rest)
}

/// "'87", "abril del 87", "juillet 98": the last two digits of a year that counts nothing. Higher ones are no day of a
/// month, lower ones need a word or a sign before them.
fn short_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let quoted = input.first().is_some_and(|token| matches!(token.kind, TokenKind::Mark('\'' | '’' | '‘')));
    let joined = quoted || [Mark::Of, Mark::DateJoin].into_iter().any(|mark| ends_with_mark(input, mark));
    let (rest, text) = if quoted { glued_digits(input.skip(1))? } else { digits(input)? };
    let ends =
        rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ')' | '!' | '?')))
            && pair(glued_char(|_| true), glued_digits).parse(rest).is_err();
    // "zum 1. Juli von 90 auf 80 km/h"
    let changes = any_mark(&[Mark::Range, Mark::To, Mark::Until])(rest).is_ok_and(|(after, _)| numeral(after).is_ok());
    if changes {
        return input.refuse();
    }
    match text.parse::<i16>() {
        Ok(year @ 32..) if text.len() == 2 && (ends || (joined && stands_alone(rest))) => Ok((rest, 1900 + year)),
        Ok(year) if text.len() == 2 && year < 32 && joined && (ends || (quoted && stands_alone(rest))) => {
            Ok((rest, 2000 + year))
        }
        _ => input.refuse(),
    }
}

/// "duemiladiciotto", "nineteen seventy-two", "two thousand and ten": a year in words that counts nothing.
pub(super) fn spelled_year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, number) = numeral(input)?;
    if number.plain_digits || number.value.fract() != Number::ZERO {
        return input.refuse();
    }
    let (rest, value) = match (i16::try_from(number.value), second_pair(rest)) {
        (Ok(century @ 10..=20), Some((rest, pair))) => (rest, century * 100 + pair),
        (Ok(value), _) => (rest, value),
        _ => return input.refuse(),
    };
    if (1000..2200).contains(&value) && stands_alone(rest) { Ok((rest, value)) } else { input.refuse() }
}

/// The second half of a year told in pairs: "seventy-two", "oh five".
fn second_pair(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    if !input.language().style.years_in_pairs {
        return None;
    }
    let (rest, pair) = numeral(skip_hyphen(input)).ok()?;
    let (rest, pair) = if pair.value == Number::ZERO { numeral(rest).ok()? } else { (rest, pair) };
    let value = i16::try_from(pair.value).ok()?;
    (!pair.plain_digits && (1..100).contains(&value)).then_some((rest, value))
}

/// A spelled year that no number of things is likely to be: not "in two thousand". "at twelve thirty" is a time of day.
fn spelled_year_alone(input: Tokens<'_>) -> Parsed<'_, i16> {
    /// Years below it sound like hours with their minutes.
    const LAST_HOUR: i16 = 1300;
    let hour = ends_with_mark(input, Mark::At);
    let cued = [Mark::In, Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Within, Mark::YearBefore]
        .into_iter()
        .any(|mark| ends_with_mark(input, mark));
    match spelled_year(input)? {
        (rest, year) if cued && year % 100 != 0 && !(hour && year < LAST_HOUR) => Ok((rest, year)),
        _ => input.refuse(),
    }
}

/// Four digits between 1000 and 2199 that nothing continues.
pub(super) fn year(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, text) = digits(input)?;
    let continued = pair(glued_char(|c| matches!(c, '.' | ',' | ':' | '\'')), glued_digits).parse(rest).is_ok()
        || rest.first().is_some_and(|token| token.glued && token.kind == TokenKind::Word);
    match text.parse::<i16>() {
        Ok(year) if text.len() == 4 && (1000..2200).contains(&year) && !continued => Ok((rest, year)),
        _ => input.refuse(),
    }
}

/// "nel 2021", "anno 2021": a year that the words around it make one.
pub(super) fn year_alone(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, named) = opt(mark(Mark::YearBefore)).parse(input)?;
    if let Ok((rest, year)) = spelled_year_alone(start) {
        return Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })));
    }
    let (rest, year) = year(start)?;
    let counted = rest.has(|sense| match sense {
        Sense::Unit(_) | Sense::Currency(_) | Sense::Percent | Sense::TimeUnit(_) => true,
        Sense::Concept(id, class) => {
            *class == crate::rules::WordClass::Noun
                && input.passage().rules.lexicon.get(*id).class == crate::rules::ConceptClass::Thing
        }
        _ => false,
    });
    let opens = input.before(1).is_some_and(|token| token.is('('));
    let recent = (1900..=2100).contains(&year);
    let cued = named.is_some()
        || preceded_by_time_word(input)
        || ends_with_mark(input, Mark::The)
        || ends_with_mark(input, Mark::Born)
        || (opens && recent);
    let nouns_capitalised = input.language().style.nouns_capitalised;
    // "Mondiali 2026", "(2025)": four bare digits of our times before no noun.
    let noun = rest.first().is_some_and(|token| token.is_word() && (token.case != Case::Lower) == nouns_capitalised)
        && !rest.has(|sense| matches!(sense, Sense::Mark(_)))
        && !heads_a_clause(input, rest);
    let named_before =
        !nouns_capitalised && input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let bare = recent && (!noun || named_before) && !joined_to_figures(input, rest);
    // "the 1991 movie": no count of one thing is that high.
    let modern = (1500..=2100).contains(&year);
    let of_one = modern && year % 100 != 0 && one_thing(rest);
    if of_one {
        return Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })));
    }
    // "die Zahl von 2000 Fällen": where nouns have capitals, a capital behind "of" is what is counted.
    let of_noun = nouns_capitalised && noun && ends_with_mark(input, Mark::Of) && ends_with_mark(input, Mark::From);
    if !(cued || bare) || ((counted || of_noun) && named.is_none()) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })))
}

/// "il piano sanitario 2026 vale due milioni", "the annual report 2025 lists": a year behind its noun, before the verb.
fn heads_a_clause(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let is_class = |at: Tokens<'_>, wanted| {
        at.passage()
            .tags(at.position())
            .iter()
            .any(|tag| matches!(tag.sense, Sense::Concept(_, class) if class == wanted))
    };
    let lower = |at: Tokens<'_>| at.first().is_some_and(|token| token.is_word() && token.case == Case::Lower);
    let verb_follows = is_class(rest, WordClass::Verb) && !is_class(rest, WordClass::Noun);
    let behind_noun = input
        .one_back(1)
        .is_some_and(|at| lower(at) && at.marks() == MarkSet::default() && !is_class(at, WordClass::Verb));
    verb_follows && behind_noun
}

/// Whether a noun in the singular follows that names no people.
fn one_thing(rest: Tokens<'_>) -> bool {
    let style = &rest.language().style;
    let Some(number) = style.noun_number.as_ref().filter(|_| style.year_before_noun) else { return false };
    let lower = rest.first().is_some_and(|token| token.is_word() && !token.glued && token.case == Case::Lower);
    let other = rest.has(|sense| {
        matches!(sense, Sense::Mark(_) | Sense::Unit(_) | Sense::Currency(_) | Sense::TimeUnit(_))
            || matches!(sense, Sense::Concept(_, WordClass::Verb) | Sense::Percent)
            || is_human(rest, sense)
    });
    lower && !number.is_plural(rest.word(0)) && !other
}

/// Whether signs around a number tie it to other figures: "2000-3000", "+2024", "2024%".
pub(super) fn joined_to_figures(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let sign = |token: &crate::lex::Token| {
        !matches!(
            token.kind,
            TokenKind::Word
                | TokenKind::Digits
                | TokenKind::Mark(
                    ',' | '.' | ';' | ':' | ')' | '(' | '!' | '?' | '"' | '»' | '«' | '”' | '“' | '’' | '…'
                )
        )
    };
    let before = input.first().is_some_and(|token| token.glued) && input.before(1).is_some_and(sign);
    before
        || rest.first().is_some_and(|token| (token.glued && sign(token)) || token.kind == TokenKind::Digits)
        || rest.number_word_follows()
}
