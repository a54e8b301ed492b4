//! Fractions whose denominator is a number of its own: "tres veintiunavos", "um doze avos".

use super::input::{Parsed, Tokens};
use super::numeral::{atoms_value, numeral};
use crate::rules::NumeralWord;
use crate::value::Number;

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
