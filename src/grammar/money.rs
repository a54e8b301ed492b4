//! Amounts behind their sign, "€18.7bn", and letters that are a magnitude there and a unit elsewhere: "£85m".

use super::age::is_human;
use super::figure::{Figure, Form, figure};
use super::input::{Parsed, Tokens};
use super::numeral::power_of_ten;
use super::quantity::{Measured, hedged_after, measured};
use super::unit::{UnitKind, currency, unit_word};
use crate::lex::{Case, TokenKind};
use crate::rules::{Sense, WordClass};
use crate::value::Number;

/// "€18.7bn", "$10-15 million", "euro 100.000"
pub(super) fn money_before(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, hedges) = super::figure::hedges(input);
    let core = rest.position();
    let (rest, (dimension, unit)) = currency(rest)?;
    let (rest, below_zero) = minus_behind_sign(rest);
    let (rest, written) = figure(rest)?;
    if written.ambiguity.is_some() || written.form == Form::Fraction {
        return input.refuse();
    }
    let Some(written) = (if below_zero { written.negative() } else { Some(written) }) else { return input.refuse() };
    let (rest, scaled) = money_scale(rest, &written);
    let mut figure = scaled.unwrap_or(written);
    figure.core = core;
    for hedge in hedges.into_iter().rev() {
        figure.apply(input, hedge);
    }
    let rest = hedged_after(input, rest, &mut figure);
    Ok((rest, measured(&figure, dimension, Some(unit), &figure.as_measure)))
}

/// The minus of "$-99.99".
fn minus_behind_sign(input: Tokens<'_>) -> (Tokens<'_>, bool) {
    let minus = matches!(input.first(), Some(token) if token.glued && matches!(token.kind, TokenKind::Mark('-' | '−')));
    let digits = input.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    let sign = input.before(1).is_some_and(|token| !token.is_word());
    if minus && digits && sign { (input.skip(1), true) } else { (input, false) }
}

/// A letter that means a magnitude after an amount of money and a unit elsewhere: "£85m".
pub(super) fn money_scale<'a>(rest: Tokens<'a>, figure: &Figure) -> (Tokens<'a>, Option<Figure>) {
    let glued = rest.first().is_some_and(|token| token.glued);
    let exponent = rest.language().numerals.money_scales.get(rest.word(0)).filter(|_| glued && !figure.has_scale);
    match exponent.and_then(|exponent| power_of_ten(*exponent)).and_then(|factor| figure.times(factor)) {
        Some(scaled) => (rest.skip(1), Some(scaled)),
        None => (rest, None),
    }
}

/// "1,2M": after decimals a capital letter is no part of a name.
pub(super) fn capital_scale(rest: Tokens<'_>, figure: &Figure) -> bool {
    figure.nominal.is_some_and(|value| value.fract() != Number::ZERO)
        && rest.first().is_some_and(|token| token.is_word() && token.case != Case::Lower)
}

/// "2.5m people", "1.5m copies", but "a 10m wall": whether a letter that is a unit as well is a magnitude of what is
/// counted: people always, other things behind decimals and in the plural.
pub(super) fn scale_before_people(rest: Tokens<'_>, figure: &Figure) -> bool {
    let noun = rest.skip(1);
    let apart = noun.first().is_some_and(|next| next.is_word() && !next.glued && next.case == Case::Lower);
    let decimals = figure.nominal.is_some_and(|value| value.fract() != Number::ZERO);
    let other = noun.has(|sense| matches!(sense, Sense::Mark(_) | Sense::Concept(_, WordClass::Verb)));
    let people = noun.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun)) && is_human(noun, sense));
    let scale = rest.language().numerals.money_scales.contains_key(rest.word(0))
        && rest.first().is_some_and(|token| token.glued);
    scale && apart && (people || (decimals && !other && noun.word(0).ends_with('s')))
}

/// "2m litres", "1,2M": a letter that is a unit as well is a magnitude where another unit follows, or as a capital.
pub(super) fn letter_scale<'a>(rest: Tokens<'a>, figure: &Figure) -> (Tokens<'a>, Option<Figure>) {
    let apart = rest.nth(1).is_some_and(|next| next.is_word() && !next.glued);
    let other_unit = match unit_word(rest.skip(1)) {
        Ok((_, UnitKind::Money(..))) => true,
        Ok((_, UnitKind::Physical(..))) => apart && rest.word(1).len() > 2,
        _ => false,
    };
    if other_unit || capital_scale(rest, figure) { money_scale(rest, figure) } else { (rest, None) }
}
