//! Shares: "un terzo", "due su tre", "one in 150", "jede dritte Frau"; denominators that are numbers of their own: "tres
//! veintiunavos", "um doze avos".

use super::age::is_human;
use super::figure::{Figure, Form, collective_noun};
use super::input::{Parsed, Tokens, any_mark, ends_with_mark, mark, sense, stands_alone};
use super::numeral::{Numeral, atoms_value, numeral, power_of_ten, scale_after_digits, skip_hyphen, slashed_fraction};
use super::ordinal::rank_in_words;
use super::unit::{UnitKind, unit_word};
use crate::lex::Case;
use crate::rules::{Ambiguity, ConceptClass, Mark, MarkSet, NumeralWord, Sense, TimeUnit, WordClass};
use crate::value::Number;
use nom::Parser;
use nom::combinator::opt;

/// "un terzo", "due terzi", "three quarters"
pub(super) fn fraction(input: Tokens<'_>) -> Parsed<'_, Figure> {
    if let Ok(found) = part_of_whole(input) {
        return Ok(found);
    }
    if let Ok((rest, (part, whole))) = in_many_parts(input) {
        return share(input, rest, part, whole);
    }
    if let Ok((rest, (part, whole))) = slashed_fraction(input) {
        return if counts_as_share(input, rest) { share(input, rest, part, whole) } else { input.refuse() };
    }
    let (at, numerator) = numeral(input)?;
    // "two-thirds"
    let at = if numerator.plain_digits { at } else { skip_hyphen(at) };
    let (rest, denominator) = denominator(at)?;
    // "a third official", "un terzo arresto": the next in a row.
    let ranked = matches!(numerator.ambiguity, Some(Ambiguity::Article | Ambiguity::Indefinite))
        && at.has(|sense| matches!(sense, Sense::Ordinal(_)))
        && rest.first().is_some_and(|token| token.is_word() && !token.glued)
        && !stands_alone(rest)
        && scale_after_digits(rest).is_none();
    if ranked {
        return input.refuse();
    }
    // "last 2 quarters" counts quarters of a year.
    let unit = at.has(|sense| matches!(sense, Sense::TimeUnit(_)))
        && (numerator.plain_digits || numerator.value == Number::TWO || in_a_stretch(input));
    // "50 centesimi" is money, "tre centesimi di secondo" is not.
    let money = at.has(|sense| matches!(sense, Sense::Currency(_))) && mark(Mark::Of)(rest).is_err();
    if money || unit || numerator.value >= Number::from(denominator) || numerator.scale.is_some() {
        return input.refuse();
    }
    share(input, rest, numerator.value, Number::from(denominator))
}

/// Whether a word for times stands before a figure: "the coming three quarters".
fn in_a_stretch(input: Tokens<'_>) -> bool {
    [Mark::Next, Mark::Last, Mark::Recent, Mark::Previous, Mark::Following, Mark::FirstUnits]
        .into_iter()
        .any(|mark| ends_with_mark(input, mark))
}

/// "la metà", "half of"
pub(super) fn part_of_whole(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, _) = opt(mark(Mark::The)).parse(input)?;
    // "metà mattina"
    let part_of_day = rest.longest(|sense| matches!(sense, Sense::DayPart(_)).then_some(()));
    match denominator(rest) {
        _ if part_of_day.is_some_and(|(after, ())| after.position() > rest.position() + 1) => input.refuse(),
        Ok((rest, 2)) => share(input, rest, Number::ONE, Number::TWO),
        // "a quarter million"
        // "cuarto de hora", "quart de litre"
        Ok((rest, 4)) if of_a_unit(rest) => share(input, rest, Number::ONE, Number::from(4)),
        Ok((rest, whole)) if scale_after_digits(rest).is_some() => share(input, rest, Number::ONE, whole.into()),
        _ => input.refuse(),
    }
}

fn of_a_unit(rest: Tokens<'_>) -> bool {
    mark(Mark::Of)(rest)
        .and_then(|(rest, ())| unit_word(rest))
        .is_ok_and(|(_, unit)| matches!(unit, UnitKind::Physical(..) | UnitKind::Time(TimeUnit::Hour)))
}

/// Whether digits with a slash are a share rather than a day, a page or a score: the whole of it follows, or nothing at all.
fn counts_as_share(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let alone = input.before(1).is_none() && rest.first().is_none();
    alone || rest.has(|sense| matches!(sense, Sense::Mark(Mark::Of) | Sense::Unit(_) | Sense::TimeUnit(_)))
}

fn denominator(input: Tokens<'_>) -> Parsed<'_, u32> {
    sense(|sense| match sense {
        Sense::Denominator(value) => Some(*value),
        _ => None,
    })(input)
}

/// The words that join the parts of a ratio, hyphens included: "su", "out of", "-in-".
fn ratio_word(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let is = |at: usize, word: &str| input.word(at).chars().flat_map(char::to_lowercase).eq(word.chars());
    let fits = |words: &&Vec<String>| words.iter().enumerate().all(|(at, word)| is(at, word));
    let longest = input.language().numerals.ratio_words.iter().filter(fits).map(Vec::len).max();
    longest.map(|length| skip_hyphen(input.skip(length)))
}

/// "uno su tre", "two out of three", "one in 150"
pub(super) fn ratio(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, part) = numeral(input)?;
    // "a 1-in-150-year flood"
    let rest = skip_hyphen(rest);
    // "deux Français sur trois": the noun inside, where nothing counted follows.
    let inside = ratio_word(rest).is_none();
    let in_words = !part.plain_digits || rest.marks() == MarkSet::default();
    let noun = inside && in_words && rest.first().is_some_and(|token| token.is_word() && !token.glued);
    let Some(rest) = ratio_word(if noun { rest.skip(1) } else { rest }) else { return input.refuse() };
    let of_known = ends_with_mark(rest, Mark::The);
    let (rest, whole) = numeral(rest)?;
    let timed = rest.has(|sense| matches!(sense, Sense::TimeUnit(_)));
    // "quattro anziani su dieci vivono soli", but "due auto su dieci camion"
    let counted = rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun) | Sense::Unit(_)));
    let verb = !input.language().style.nouns_capitalised && !counted;
    if noun && (timed || whole.value > Number::TEN || !(stands_alone(rest) || verb)) {
        return input.refuse();
    }
    // "nine out of 10": small figures are often written in words.
    let round = whole.value == Number::TEN || whole.value == Number::ONE_HUNDRED;
    let small_in_words = whole.plain_digits && round && part.value < Number::TEN && !of_known && !timed;
    let written_alike = part.plain_digits == whole.plain_digits || part.value == Number::ONE || small_in_words;
    let whole_number = whole.value.fract() == Number::ZERO;
    // "34 thefts, against 28 in 2023"
    let years = Number::from(1900)..Number::from(2100);
    if whole.plain_digits && part.value > Number::ONE && years.contains(&whole.value) {
        return input.refuse();
    }
    if part.value >= whole.value || !whole_number || !written_alike || part.value > Number::ONE_HUNDRED {
        return input.refuse();
    }
    share(input, rest, part.value, whole.value)
}

/// "jede dritte Frau", "every third house": one of so many, where the noun that is counted follows or its pronoun.
pub(super) fn every_nth(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, ()) = mark(Mark::Every)(input)?;
    let (rest, rank) = rank_in_words(rest)?;
    let counted = rest.has(|sense| match sense {
        Sense::Concept(id, WordClass::Noun) => {
            rest.passage().rules.lexicon.get(*id).class == ConceptClass::Thing || is_human(rest, sense)
        }
        Sense::Mark(mark) => matches!(mark, Mark::PartOf | Mark::OutOf),
        _ => false,
    });
    let timed = rest.has(|sense| matches!(sense, Sense::TimeUnit(_) | Sense::Weekday(_) | Sense::DayPart(_)));
    // "jeder Vierte": where nouns have capitals, the rank itself is one.
    let noun = rest.before(1).is_some_and(|token| token.case == Case::Capital) && stands_alone(rest);
    let counted = counted || (noun && input.language().style.nouns_capitalised);
    if !counted || timed || !(2..=100).contains(&rank) {
        return input.refuse();
    }
    share(input, rest, Number::ONE, rank.into())
}

fn share<'a>(input: Tokens<'a>, rest: Tokens<'a>, part: Number, whole: Number) -> Parsed<'a, Figure> {
    // "half a million", "un quarto di milione"
    let after_of = any_mark(&[Mark::Of])(rest).map_or(rest, |(rest, _)| rest);
    let after_article = mark(Mark::The)(after_of).map_or(after_of, |(rest, ())| rest);
    if let Some((after, exponent)) = scale_after_digits(after_article) {
        let value = power_of_ten(exponent).and_then(|scale| scale.checked_mul(part)?.checked_div(whole));
        let step = power_of_ten(exponent.saturating_sub(1)).unwrap_or(Number::ONE);
        let Some(value) = value else { return input.refuse() };
        let number = Numeral { value, step, scale: Some(exponent), plain_digits: false, ambiguity: None };
        return Ok((after, Figure::plain(number, input.position())));
    }
    if let Ok((after, dozen)) = collective_noun(after_article) {
        let bounds = &input.passage().rules.approximations.collective;
        let value = dozen.checked_mul(part).and_then(|value| value.checked_div(whole));
        let figure = value.and_then(|value| Figure::vague(value, bounds, Form::Collective, input.position()));
        return figure.map_or_else(|| input.refuse(), |figure| Ok((after, figure)));
    }
    let bounds = &input.passage().rules.approximations.fraction;
    let figure =
        part.checked_div(whole).and_then(|value| Figure::vague(value, bounds, Form::Fraction, input.position()));
    figure.map_or_else(|| input.refuse(), |figure| Ok((rest, figure)))
}

/// A figure over a denominator that is made of a cardinal, in one word with its ending or before a word of its own.
pub fn in_many_parts(input: Tokens<'_>) -> Parsed<'_, (Number, Number)> {
    let (rest, part) = numeral(input)?;
    let (rest, whole) = one_word(rest).or_else(|_| before_its_word(rest))?;
    let fits = part.scale.is_none() && whole > Number::ONE && whole.fract() == Number::ZERO;
    if fits { Ok((rest, (part.value, whole))) } else { input.refuse() }
}

/// "veintiunavos"
fn one_word(input: Tokens<'_>) -> Parsed<'_, Number> {
    let atoms = match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Denominator(atoms)) => atoms,
        _ => return input.refuse(),
    };
    atoms_value(input, atoms).map_or_else(|| input.refuse(), |whole| Ok((input.skip(1), whole)))
}

/// "doze avos"
fn before_its_word(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, whole) = numeral(input)?;
    let word = rest.word(0).to_lowercase();
    if rest.language().numerals.denominator_words.contains(&word) {
        Ok((rest.skip(1), whole.value))
    } else {
        input.refuse()
    }
}
