//! Ranges of numbers: "tra 40 e 50", "20-30mila", "tre o quattro", "300 to 400 lamps", "three to four hundred".

use super::figure::{Figure, Form, hedges};
use super::input::{Parsed, Tokens, any_mark, dash, ends_with_mark, mark};
use super::numeral::{Numeral, numeral, skip_hyphen};
use super::quantity::scale_before;
use crate::lex::{Case, TokenKind};
use crate::rules::{Mark, Sense, WordClass};
use crate::value::Number;
use nom::Parser;
use nom::combinator::opt;

/// "tra 40 e 50", "between 40 and 50", "zwischen zwei und etwa sieben"
pub(super) fn between(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, ()) = mark(Mark::Between)(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, low) = numeral(rest)?;
    let (rest, _) = any_mark(&[Mark::And, Mark::Range])(suspended(rest))?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    // What loosens the second end alone moves no bound that a reader would miss.
    let (rest, _) = hedges(rest);
    two_ends(input, rest, low, Form::Range)
}

/// "dai 10 ai 15 milioni", "da 120 a 150"
pub(super) fn from_to(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, ()) = mark(Mark::From)(input)?;
    let (rest, low) = numeral(rest)?;
    let rest = suspended(rest);
    // "un capataz de 51 y dos obreros": a word that is "and" as well joins the ends of no fall.
    let listed = mark(Mark::And)(rest).is_ok();
    let (rest, ()) = mark(Mark::Range)(rest)?;
    if listed && numeral(rest).is_ok_and(|(_, high)| high.value <= low.value) {
        return input.refuse();
    }
    two_ends(input, rest, low, Form::FromTo)
}

/// "20-30mila", "tre o quattro"
pub(super) fn joined_range(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, low) = numeral(input)?;
    if let Ok((after, ())) = dash(rest)
        && rest.first().is_some_and(|token| token.glued)
        && after.first().is_some_and(|token| token.glued)
    {
        let (_, high) = numeral(after)?;
        if high.value <= low.value {
            return input.refuse();
        }
        return two_ends(input, after, low, Form::Range);
    }
    if let Ok((after, ())) = dash(rest)
        && suspended(rest).position() == rest.position()
    {
        let (_, high) = spaced_end(after, &low)?;
        return if high.value > low.value { two_ends(input, after, low, Form::Range) } else { input.refuse() };
    }
    let rest = suspended(rest);
    if mark(Mark::And)(rest).is_ok() {
        return input.refuse();
    }
    // "30 bis 40": a word that means nothing but "until" joins any two ends.
    let until = mark(Mark::Until)(rest).is_ok();
    let (rest, joiner) = any_mark(&[Mark::Or, Mark::Range])(rest)?;
    let (after, high) = numeral(rest)?;
    // "um 0,25 auf 2,5 Prozent"
    if joiner == Mark::Range && !until && ends_with_mark(input, Mark::ChangeBy) {
        return input.refuse();
    }
    let lent = in_magnitude_of(low, high) != low;
    // "a trip of 1,500 to 3,500km", "300 to 400 lamps"
    let unit = skip_hyphen(after);
    let measured = unit.has(|sense| matches!(sense, Sense::Unit(_) | Sense::Percent | Sense::TimeUnit(_)))
        || after.first().is_some_and(|token| token.is('%'));
    let alike = low.plain_digits == high.plain_digits && low.ambiguity.is_none() && high.ambiguity.is_none();
    let counted = counted_noun(after);
    // "de magnitude 5,4 à 12 km de profondeur"
    let on_a_scale = measured && scale_before(input).is_some();
    let span = ((measured || (joiner == Mark::Range && counted)) && !on_a_scale)
        && alike
        && high.value > low.value
        && high.value <= low.value * Number::TEN;
    // "40 or 50 people", "ten or twelve boats"
    let about = joiner == Mark::Or
        && counted
        && alike
        && high.value > low.value
        && high.value <= low.value * Number::TWO
        && low.value >= Number::TEN
        && high.value < Number::ONE_THOUSAND;
    // "stieg 2025 auf 1,34 Milliarden Euro"
    let below_thousand = low.value < Number::ONE_THOUSAND;
    let lends = high.scale.is_some() && low.scale.is_none() && high.value > low.value && below_thousand;
    let neighbours = high.value == low.value + low.step || lends;
    if neighbours || span || about || (lent && below_thousand) || (until && high.value > low.value) {
        two_ends(input, rest, low, Form::Range)
    } else {
        input.refuse()
    }
}

/// "sale di 2 euro a 50 euro", "rose $2 to $50": whether a word leads from a change to what it ends at, rather than from
/// one end of a range to the other.
pub(super) fn tells_change(input: Tokens<'_>, low: Numeral, high: Numeral) -> bool {
    /// No range that a word joins is as wide.
    const WIDEST: Number = Number::from_parts(4, 0, 0, false, 0);
    ends_with_mark(input, Mark::ChangeBy) || high.value >= in_magnitude_of(low, high).value * WIDEST
}

/// "10 - 20 euros": the second end of a range behind a dash with spaces, which a unit makes one.
fn spaced_end<'a>(input: Tokens<'a>, low: &Numeral) -> Parsed<'a, Numeral> {
    let (after, high) = numeral(input)?;
    let measured =
        |sense: &Sense| matches!(sense, Sense::Unit(_) | Sense::Percent | Sense::TimeUnit(_) | Sense::Currency(_));
    let of_unit = after.has(measured) || after.first().is_some_and(|token| token.is('%'));
    let near = high.value <= low.value * Number::TEN && low.plain_digits && high.plain_digits;
    let apart = input.first().is_some_and(|token| !token.glued);
    // "1990 - 20 euro": a year, and something else.
    let year = low.value >= Number::ONE_THOUSAND && low.value < Number::from(2200);
    if of_unit && near && apart && !year { Ok((after, high)) } else { input.refuse() }
}

/// Whether a noun that is counted follows, known or not.
fn counted_noun(rest: Tokens<'_>) -> bool {
    let nouns_capitalised = rest.language().style.nouns_capitalised;
    let word = rest
        .first()
        .is_some_and(|token| token.is_word() && !token.glued && (token.case != Case::Lower) == nouns_capitalised);
    let other = |sense: &Sense| {
        matches!(
            sense,
            Sense::Mark(_)
                | Sense::Month(_)
                | Sense::Weekday(_)
                | Sense::DayPart(_)
                | Sense::Concept(_, WordClass::Verb)
        )
    };
    let noun = |sense: &Sense| matches!(sense, Sense::Concept(_, WordClass::Noun));
    word && (rest.has(noun) || !rest.has(other))
}

/// After the hyphen that stands for what the next word ends with: "drei- bis vierhundert".
fn suspended(rest: Tokens<'_>) -> Tokens<'_> {
    let hyphen = rest.first().is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark('-' | '‑')));
    let apart = rest.nth(1).is_some_and(|token| token.is_word() && !token.glued);
    if hyphen && apart { rest.skip(1) } else { rest }
}

/// "20-30mila", "$85 to $90 million", "three or four hundred": the magnitude of the second end holds for the first where
/// the first is smaller without it.
pub(super) fn in_magnitude_of(low: Numeral, high: Numeral) -> Numeral {
    let shared = match (low.scale, high.scale) {
        (None, Some(exponent)) if low.value < high.value => low.scaled(exponent).filter(|low| low.value <= high.value),
        (None, None) if in_hundreds(high) && !low.plain_digits && low.value < Number::TEN => {
            let hundreds = Numeral { value: low.value * Number::ONE_HUNDRED, ..low };
            Some(hundreds).filter(|low| low.value < high.value)
        }
        _ => None,
    };
    shared.unwrap_or(low)
}

/// "da 120 a 96 milioni": nothing falls from a hundred to millions.
fn falling(low: Numeral, high: Numeral) -> Option<Numeral> {
    const MILLION: u32 = 6;
    let exponent = high.scale.filter(|exponent| low.scale.is_none() && *exponent >= MILLION)?;
    low.scaled(exponent).filter(|low| low.value > high.value && low.value <= high.value * Number::TEN)
}

/// "four hundred", "quattrocento": hundreds in words and nothing else.
fn in_hundreds(number: Numeral) -> bool {
    let hundreds = number.value < Number::ONE_THOUSAND && number.value % Number::ONE_HUNDRED == Number::ZERO;
    hundreds && number.value > Number::ZERO && !number.plain_digits
}

fn two_ends<'a>(input: Tokens<'a>, at: Tokens<'a>, low: Numeral, form: Form) -> Parsed<'a, Figure> {
    let (rest, high) = numeral(at)?;
    // "da tre a quattrocento" is a change more often than a range.
    let whole = form == Form::FromTo && high.scale.is_none();
    let low = if whole { low } else { in_magnitude_of(low, high) };
    let low = falling(low, high).filter(|_| form == Form::FromTo).unwrap_or(low);
    let figure = Figure::range(low, high, form, input.position());
    figure.map_or_else(|| input.refuse(), |figure| Ok((rest, figure)))
}
