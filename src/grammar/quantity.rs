//! Figures with what they are figures of: money, shares, measures, ages, lengths of time.

use super::age::{age_after, age_of, age_suffix, age_word, completed, is_apostrophe_mark};
use super::date::Length;
use super::digital_length::{digital_length, length_run, lettered_length};
use super::figure::{Figure, Form, figure, hedge_after};
use super::input::{Parsed, Tokens, any_mark, dash, ends_with_mark, ends_with_sense, mark, sense, stands_alone};
use super::match_minute::match_minute;
use super::money::{capital_scale, letter_scale, money_before, money_scale, scale_before_people};
use super::number_range::{in_magnitude_of, tells_change};
use super::numeral::{Numeral, begins_decimals, numeral, power_of_ten, scale_after_digits};
use super::primes::in_primes;
use super::unit::{UnitKind, currency, half_word, joined_parts, skip_joiner, tells_of_shares, unit_after, unit_word};
use crate::lex::{Case, TokenKind};
use crate::rules::{Ambiguity, Atom, Mark, MarkSet, NumeralWord, Sense, WordClass};
use crate::value::{Dimension, Extent, Interval, Number, Quantity, UnitRef};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// A quantity as written, with the token at which its figure begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The value.
    pub quantity: Quantity,
    /// How the figure was written.
    pub form: Form,
    /// Both ends of a from–to figure, in the unit as written.
    pub ends: Option<(Number, Number)>,
    /// Whether words moved its bounds.
    pub hedged: bool,
    /// Token at which the figure itself begins, after its hedges.
    pub core: usize,
}

/// Any quantity with a unit, or a bare count.
pub fn quantity(input: Tokens<'_>) -> Parsed<'_, Measured> {
    alt((
        age_word,
        match_minute,
        in_primes,
        |input| alt((digital_length, length_run, lettered_length)).parse(input),
        range_of_units,
        money_before,
        on_a_scale,
        with_unit,
        below_zero,
        count,
    ))
    .parse(input)
}

/// A figure in a unit of `rules/units.toml`; `None` where there is no such unit.
pub fn physical(input: Tokens<'_>, unit: &str, figure: &Figure) -> Option<Measured> {
    let (dimension, unit) = input.passage().rules.units.unit(unit)?;
    Some(measured(figure, dimension.clone(), Some(unit.clone()), &figure.as_measure))
}

/// "di magnitudo 5,4", "der Stärke 6": a figure on a scale whose name stands before it and stays outside.
fn on_a_scale(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, figure) = figure(input)?;
    let Some(unit) = scale_before(input) else { return input.refuse() };
    let name = input.language().units.get(usize::from(unit));
    let small = figure.as_count.plausible().max().is_none_or(|high| *high <= Number::TEN);
    let bare = unit_after(rest, &figure).is_err() || rest.has(|sense| matches!(sense, Sense::Unit(_)));
    match name.and_then(|name| physical(input, name, &figure)) {
        Some(found) if small && bare && figure.ambiguity.is_none() => Ok((rest, found)),
        _ => input.refuse(),
    }
}

/// "10 sotto zero": degrees without their name.
fn below_zero(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, figure) = figure(input)?;
    let (rest, ()) = mark(Mark::BelowZero)(rest)?;
    match figure.negative().and_then(|figure| physical(input, "degree", &figure)) {
        Some(found) => Ok((rest, found)),
        None => input.refuse(),
    }
}

/// The scale whose name ends before the input, with a preposition, an article, a verb or a hyphen between.
pub(super) fn scale_before(input: Tokens<'_>) -> Option<u16> {
    let mut back = 1;
    let joins = |back: usize| {
        let marks = input.one_back(back).map(|at| at.marks()).unwrap_or_default();
        let word = [Mark::Of, Mark::The, Mark::Copula, Mark::In, Mark::From, Mark::To]
            .into_iter()
            .any(|mark| marks.contains(mark));
        word || input.before(back).is_some_and(|token| token.is('-') || token.is('('))
    };
    while back <= 3 && joins(back) {
        back += 1;
    }
    (back..=back + 3).find_map(|start| {
        let at = input.position().checked_sub(start)?;
        input.passage().tags(at).iter().find_map(|tag| match tag.sense {
            Sense::Scale(unit) if usize::from(tag.len) == start + 1 - back => Some(unit),
            _ => None,
        })
    })
}

/// A bare figure with the unit of another one in its list.
pub fn listed(bare: &Quantity, dimension: Dimension, unit: Option<UnitRef>, hedged: bool) -> Quantity {
    let extent = match bare.nominal {
        Some(value) if !hedged && dimension == Dimension::Age => completed(&Extent::exact(value)),
        Some(value) if !hedged => Extent::plain(Interval::rounding(value, Number::new(1, value.scale()))),
        _ => bare.extent.clone(),
    };
    Quantity { dimension, unit, nominal: bare.nominal, extent }
}

pub(super) fn measured(
    figure: &Figure,
    dimension: Dimension,
    unit: Option<UnitRef>,
    extent: &Extent<Number>,
) -> Measured {
    Measured {
        quantity: Quantity { dimension, unit, nominal: figure.nominal, extent: extent.clone() },
        form: figure.form,
        ends: figure.ends,
        hedged: figure.hedged,
        core: figure.core,
    }
}

/// "10 euro - 20 euro", "between 44 mg and 50 mg", "$10-$20": a range whose two ends both name the unit.
fn range_of_units(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, hedges) = super::figure::hedges(input);
    let (rest, opener) = opt(any_mark(&[Mark::Between, Mark::From])).parse(rest)?;
    let (rest, (low, unit)) = one_end(rest)?;
    let joined = match opener {
        Some(Mark::Between) => mark(Mark::And)(rest)?.0,
        _ if mark(Mark::And)(rest).is_ok() => return input.refuse(),
        _ => alt((dash, mark(Mark::Range))).parse(rest)?.0,
    };
    // "between 2l and about 7l"
    let (joined, _) = super::figure::hedges(joined);
    let (after, (high, same_unit)) = one_end(joined)?;
    let by_word = opener.is_none() && dash(rest).is_err();
    if unit != same_unit || high.value <= low.value || (by_word && tells_change(input, low, high)) {
        return input.refuse();
    }
    let rest = after;
    let form = if opener == Some(Mark::From) { Form::FromTo } else { Form::Range };
    let low = in_magnitude_of(low, high);
    let Some(mut figure) = Figure::range(low, high, form, input.position()) else { return input.refuse() };
    hedges.into_iter().rev().for_each(|hedge| figure.apply(input, hedge));
    Ok((rest, of_unit(&figure, unit, false)))
}

/// A plain numeral with its unit on either side; no time, whose ranges are dates and clock times.
fn one_end(input: Tokens<'_>) -> Parsed<'_, (Numeral, UnitKind)> {
    if let Ok((rest, (dimension, unit))) = currency(input) {
        let (rest, number) = numeral(rest)?;
        let lettered = rest.first().is_some_and(|token| token.glued && token.is_word());
        // "$85m to $90m": the letter is of the figure.
        let exponent = input.language().numerals.money_scales.get(rest.word(0)).filter(|_| number.scale.is_none());
        let (rest, number) = match exponent.and_then(|exponent| number.scaled(*exponent)) {
            Some(scaled) if lettered => (rest.skip(1), scaled),
            _ if lettered => return input.refuse(),
            _ => (rest, number),
        };
        return Ok((rest, (number, UnitKind::Money(dimension, unit))));
    }
    let (rest, number) = numeral(input)?;
    match unit_word(skip_joiner(rest))? {
        (_, UnitKind::Time(_)) => input.refuse(),
        (rest, unit) if number.ambiguity.is_none() => Ok((rest, (number, unit))),
        _ => input.refuse(),
    }
}

/// A number that counts things. Articles and verb forms that look like numbers are refused here.
pub(super) fn count(input: Tokens<'_>) -> Parsed<'_, Measured> {
    // "- 1.200.000" in a cell of a table; in front of a line it is the dash of a list.
    let spaced = spaced_minus(input).filter(|_| input.before(1).is_none());
    let (start, below_zero) = spaced.map_or_else(|| minus_sign(input), |rest| (rest, true));
    let (rest, mut figure) = figure(start)?;
    let lettered = capital_scale(rest, &figure) || scale_before_people(rest, &figure);
    let (rest, scaled) = if lettered { money_scale(rest, &figure) } else { (rest, None) };
    if let Some(scaled) = scaled {
        figure = scaled;
    }
    if below_zero {
        // A hyphen before a whole number is a dash more often than a sign.
        let alone = input.before(1).is_none() && rest.first().is_none();
        let finely = figure.has_scale || figure.nominal.is_some_and(|value| value.fract() != Number::ZERO);
        let by_word = input.first().is_some_and(|token| token.is_word()) && stands_alone(rest);
        let sure = alone || by_word || (spaced.is_none() && finely);
        match figure.negative().filter(|_| sure) {
            Some(negative) => figure = negative,
            None => return input.refuse(),
        }
    }
    // ".38" is a calibre, ".08 percent" an amount.
    let alone = input.before(1).is_none() && rest.first().is_none();
    if begins_decimals(start) && !alone {
        return input.refuse();
    }
    if figure.ambiguity.is_some() || capital_noun(input, rest) || begins_compound(input, rest) {
        return input.refuse();
    }
    // "ora e mezza": the half belongs to the unit before it.
    if half_word(input).is_some()
        && ends_with_mark(input, Mark::And)
        && input.one_back(2).is_some_and(|at| at.has(|sense| matches!(sense, Sense::TimeUnit(_))))
    {
        return input.refuse();
    }
    if is_no_half(input, rest) {
        return input.refuse();
    }
    // "lui del '60", "nell'87": a year; "l'1,8" is none.
    let quoted = input.before(1).is_some_and(is_apostrophe_mark) && figure.step >= Number::ONE;
    if quoted && input.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits) {
        return input.refuse();
    }
    // "2h", "100er", "20- bis 30-Jährige": letters right behind make it something else.
    if rest.first().is_some_and(|token| token.glued && token.is_word()) || age_suffix(skip_joiner(rest)) {
        return input.refuse();
    }
    let rest = hedged_after(input, rest, &mut figure);
    hedged_behind_noun(input, rest, &mut figure);
    if figure.form == Form::Fraction {
        return Ok(tenths_of_a_point(input, rest, &figure)
            .unwrap_or_else(|| (rest, measured(&figure, Dimension::Count, None, &figure.as_measure))));
    }
    Ok((rest, measured(&figure, Dimension::Count, None, &figure.as_count)))
}

/// "el alquiler medio", "la mezza maratona", "il mezzo pesante": where nouns come before their adjectives, a half behind a
/// noun is the mean, and with an article or nothing to halve it is part of another word. "Mezza città" is one.
fn is_no_half(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let alone = input.before(1).is_none() && rest.first().is_none();
    if alone || half_word(input) != Some(rest) || !input.language().inflection.head_first() {
        return false;
    }
    let behind_noun = input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && input.one_back(1).is_some_and(|at| at.marks() == MarkSet::default() && at.numeral().is_none());
    behind_noun || ends_with_mark(input, Mark::The) || stands_alone(rest)
}

/// "sei decimi in più", "tres décimas": tenths of a point of percent, where the sentence tells of such.
fn tenths_of_a_point<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &Figure) -> Option<(Tokens<'a>, Measured)> {
    let tenths = rest.one_back(1)?.has(|sense| *sense == Sense::Denominator(10));
    let nominal = figure.nominal.filter(|_| tenths && tells_of_shares(input))?;
    let exact = Figure::count(nominal, figure.core);
    let figure = if figure.hedged { figure } else { &exact };
    Some((rest, of_unit(figure, UnitKind::PercentPoints, false)))
}

/// "la demi-finale": a half joined to a noun that is no unit.
fn begins_compound(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    half_word(input) == Some(rest) && skip_joiner(rest) != rest
}

/// "die Elf": where nouns have capitals, a small numeral with one inside a sentence is a noun.
fn capital_noun(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let numeral = matches!(input.numeral().map(|tagged| &tagged.word), Some(NumeralWord::Cardinal(atoms)) if matches!(atoms.as_slice(), [Atom::Unit(_) | Atom::Teen(_)]));
    let capital = input.first().is_some_and(|token| token.case == Case::Capital);
    let article = ends_with_mark(input, Mark::The) && rest.position() == input.position() + 1;
    input.language().style.nouns_capitalised && numeral && capital && article
}

/// "300 feriti circa": the hedge stands behind the counted noun, which stays outside the mention.
fn hedged_behind_noun(input: Tokens<'_>, rest: Tokens<'_>, figure: &mut Figure) {
    let noun = rest.first().is_some_and(|token| token.is_word()) && !rest.has(|sense| matches!(sense, Sense::Mark(_)));
    if figure.hedged || !noun {
        return;
    }
    if let Ok((after, hedge)) = hedge_after(rest.skip(1))
        && numeral(after).is_err()
    {
        figure.apply(input, hedge);
    }
}

pub(super) fn hedged_after<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &mut Figure) -> Tokens<'a> {
    match hedge_after(rest) {
        // "il 48,3% e oltre otto punti", "210 ou mais de 190": the words belong to the next figure.
        Ok((after, hedge)) if numeral(after).is_err() && !hedges_next(rest, after) => {
            figure.apply(input, hedge);
            after
        }
        _ => rest,
    }
}

/// "40-odd years", "50 or more days": words that move the bounds between a figure and its unit.
fn hedged_before_unit<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &mut Figure) -> Tokens<'a> {
    match hedge_after(rest) {
        Ok((after, hedge)) if unit_word(after).is_ok() && numeral(after).is_err() => {
            figure.apply(input, hedge);
            after
        }
        _ => rest,
    }
}

/// "210 ou mais de 190", "5000 or more than 4500": words that end a hedge behind one figure begin one before the next.
fn hedges_next(input: Tokens<'_>, after: Tokens<'_>) -> bool {
    (1..after.position() - input.position()).any(|offset| {
        let at = input.skip(offset);
        let (rest, hedges) = super::figure::hedges(at);
        !hedges.is_empty() && rest.position() > after.position() && numeral(rest).is_ok()
    })
}

/// A figure and a unit after it, with smaller units joined on: "due anni e tre mesi".
fn with_unit(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let spaced = spaced_minus(input);
    let (start, below_zero) = spaced.map_or_else(|| minus_sign(input), |rest| (rest, true));
    let (rest, mut figure) = figure(start)?;
    let (rest, scaled) = letter_scale(rest, &figure);
    if let Some(scaled) = scaled {
        figure = scaled;
    }
    if figure.ambiguity == Some(Ambiguity::Verb) || scale_before_people(rest, &figure) {
        return input.refuse();
    }
    let rest = hedged_before_unit(input, rest, &mut figure);
    // "90 all'ora" is a speed, "tre all'ora" counts anything.
    let pace = mark(Mark::Per)(rest).is_ok()
        && figure.form == Form::Plain
        && figure.nominal.is_some_and(|value| value < Number::TEN);
    // "a $3-a-day fare"
    if figure.ambiguity == Some(Ambiguity::Indefinite) && skip_joiner(rest) != rest {
        return input.refuse();
    }
    let (rest, unit) = unit_after(rest, &figure)?;
    if pace && matches!(unit, UnitKind::Physical(..)) {
        return input.refuse();
    }
    let (rest, below_zero) = match mark(Mark::BelowZero)(rest) {
        Ok((after, ())) if unit.is_temperature() => (after, true),
        _ => (rest, below_zero),
    };
    if spaced.is_some() && !unit.is_temperature() {
        return input.refuse();
    }
    let article = matches!(figure.ambiguity, Some(Ambiguity::Article | Ambiguity::Indefinite));
    // "a magnitude 5.4 quake" has one figure only.
    if article && (names_a_rate(input) || ends_with_sense(rest, |sense| matches!(sense, Sense::Scale(_)))) {
        return input.refuse();
    }
    // "12 of 30 won": a word that is a verb as well is money of large amounts only.
    let verb = ends_with_sense(rest, |sense| matches!(sense, Sense::Concept(_, WordClass::Verb)));
    let small = !figure.has_scale && figure.nominal.is_some_and(|value| value < Number::ONE_THOUSAND);
    if verb && small && matches!(unit, UnitKind::Money(..)) {
        return input.refuse();
    }
    // "a £25 fee": the sign belongs to the amount after it.
    let next_amount = rest.first().is_some_and(|token| (token.glued || article) && token.kind == TokenKind::Digits);
    if next_amount && matches!(unit, UnitKind::Money(..)) {
        return input.refuse();
    }
    if figure.form == Form::Fraction
        && !matches!(unit, UnitKind::Physical(..) | UnitKind::Time(_) | UnitKind::PercentPoints)
    {
        return input.refuse();
    }
    if below_zero {
        match figure.negative().filter(|_| unit.can_be_negative()) {
            Some(negative) => figure = negative,
            None => return input.refuse(),
        }
    }
    // "80 USD million"
    let (rest, figure) = match scale_after_digits(rest) {
        Some((after, exponent)) if matches!(unit, UnitKind::Money(..)) && exponent >= 6 && !figure.has_scale => {
            match power_of_ten(exponent).and_then(|factor| figure.times(factor)) {
                Some(scaled) => (after, scaled),
                None => (rest, figure),
            }
        }
        _ => (rest, figure),
    };
    let (rest, figure) = joined_parts(rest, &unit, figure);
    let (rest, age) = age_after(input, rest, &figure, &unit);
    let mut figure = figure;
    let rest = hedged_after(input, rest, &mut figure);
    Ok((rest, of_unit(&figure, unit, age)))
}

/// "- 10 °C": a sign with a space, as temperatures are written; before anything else it is a dash.
fn spaced_minus(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let sign = matches!(input.first().map(|token| token.kind), Some(TokenKind::Mark('-' | '−')));
    let apart = |token: &crate::lex::Token| !token.glued && token.kind == TokenKind::Digits;
    let free = input.first().is_some_and(|token| !token.glued) && input.nth(1).is_some_and(apart);
    (sign && free).then(|| input.skip(1))
}

/// A minus sign glued to its figure and to nothing before it, or the word for it.
fn minus_sign(input: Tokens<'_>) -> (Tokens<'_>, bool) {
    let sign = matches!(input.first().map(|token| token.kind), Some(TokenKind::Mark('-' | '−' | '–')));
    let free = input.first().is_some_and(|token| !token.glued) || input.before(1).is_none_or(|token| token.is('('));
    let digits = input.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    if sign && free && digits {
        return (input.skip(1), true);
    }
    let word = sense(|sense| (*sense == Sense::Minus).then_some(()))(input).ok();
    let number = |rest: &Tokens<'_>| {
        rest.number_word_follows() || rest.first().is_some_and(|token| token.kind == TokenKind::Digits)
    };
    word.filter(|(rest, ())| number(rest)).map_or((input, false), |(rest, ())| (rest, true))
}

/// "12 dollars a month", "twice a day": an article that means "per".
fn names_a_rate(input: Tokens<'_>) -> bool {
    let per = input.has(|sense| *sense == Sense::Mark(Mark::Per));
    let after_amount = input.before(1).is_some_and(|token| {
        token.kind == TokenKind::Digits
            || token.is('%')
            || (token.is_word() && {
                let at = input.position() - 1;
                let tags = input.passage().tags(at);
                tags.is_empty()
                    || tags.iter().any(|tag| {
                        !matches!(
                            tag.sense,
                            Sense::Mark(_) | Sense::Hedge(_) | Sense::Concept(_, crate::rules::WordClass::Verb)
                        )
                    })
            })
    });
    per && after_amount
}

pub(super) fn of_unit(figure: &Figure, unit: UnitKind, age: bool) -> Measured {
    let hundredth = UnitRef { id: "basis-point".into(), factor: Number::new(1, 2), offset: Number::ZERO };
    match unit {
        UnitKind::Percent => measured(figure, Dimension::Percent, None, &figure.as_measure),
        UnitKind::PercentPoints => measured(figure, Dimension::PercentPoint, None, &figure.as_measure),
        UnitKind::BasisPoints => measured(figure, Dimension::PercentPoint, Some(hundredth), &figure.as_measure),
        UnitKind::Money(dimension, unit) | UnitKind::Physical(dimension, unit) => {
            measured(figure, dimension, Some(unit), &figure.as_measure)
        }
        UnitKind::Time(unit) if age => age_of(figure, unit),
        UnitKind::Time(unit) => measured(figure, Dimension::Duration, Some(unit.unit()), &as_length(figure)),
    }
}

/// What a length of time can mean. Who tells whole units leaves less than a half out: "sette anni" are not seven and a
/// half, which have words of their own.
fn as_length(figure: &Figure) -> Extent<Number> {
    let whole = figure.nominal.filter(|_| figure.form == Form::Plain && !figure.hedged && figure.step == Number::ONE);
    // Two fifths to each side.
    let rounded = |value| Extent::plain(Interval::rounding(value, Number::new(8, 1)));
    whole.map_or_else(|| figure.as_measure.clone(), rounded)
}

/// A length of time in the smallest of the units that it is told in; `None` where it outgrows 28 digits.
pub fn length_of_time(length: &Length) -> Option<Quantity> {
    let (_, unit) = length.iter().min_by_key(|(_, unit)| unit.seconds())?;
    let seconds = length.iter().try_fold(Number::ZERO, |sum, (value, unit)| {
        sum.checked_add(value.checked_mul(Number::from(unit.seconds()))?)
    })?;
    let value = seconds.checked_div(Number::from(unit.seconds()))?;
    Some(of_unit(&Figure::count(value, 0), UnitKind::Time(*unit), false).quantity)
}
