//! Figures with what they are figures of: money, shares, measures, ages, lengths of time.

use super::clock::counts_more;
use super::figure::{Figure, Form, figure, hedge_after};
use super::input::{Parsed, Tokens, any_mark, dash, digits, glued_char, glued_digits, mark, sense};
use super::match_minute::match_minute;
use super::numeral::{
    Numeral, atoms_value, begins_decimals, digit_numeral, numeral, part_of_one, power_of_ten, scale_after_digits,
};
use super::series::list_start;
use crate::lex::{Case, Token, TokenKind, WordId, is_apostrophe};
use crate::rules::{
    Ambiguity, Atom, ConceptClass, Mark, MarkSet, NumeralWord, Parts, PointsOf, Sense, TimeUnit, WordClass,
};
use crate::value::{Dimension, Extent, Interval, Number, Quantity, UnitRef};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use std::ops::Bound;

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

/// The unit that follows or precedes a figure.
#[allow(missing_docs, reason = "the variants are the kinds that the words name")]
#[derive(Debug, Clone, PartialEq)]
pub enum UnitKind {
    Percent,
    PercentPoints,
    BasisPoints,
    Money(Dimension, UnitRef),
    Physical(Dimension, UnitRef),
    Time(TimeUnit),
}

/// Any quantity with a unit, or a bare count.
pub fn quantity(input: Tokens<'_>) -> Parsed<'_, Measured> {
    alt((
        age_word,
        match_minute,
        digital_length,
        range_of_units,
        money_before,
        on_a_scale,
        with_unit,
        below_zero,
        count,
    ))
    .parse(input)
}

/// "2:04:13 Stunden", "4:02,3 Minuten": a length of time written like a time of day.
fn digital_length(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let colon = || preceded(glued_char(|c| c == ':'), glued_digits);
    let (rest, first) = digits(input)?;
    let (rest, second) = colon().parse(rest)?;
    let (rest, third) = opt(colon()).parse(rest)?;
    let (rest, decimals) = opt(preceded(glued_char(|c| c == ',' || c == '.'), glued_digits)).parse(rest)?;
    if !rest.has(|sense| *sense == Sense::Mark(Mark::ManyUnits)) {
        return input.refuse();
    }
    let (rest, unit) = unit_word(rest)?;
    // Of two figures the first counts the unit that is named, of three the hours.
    let largest = match (unit, third) {
        (UnitKind::Time(TimeUnit::Minute), None) => TimeUnit::Minute,
        (UnitKind::Time(TimeUnit::Hour), _) | (UnitKind::Time(TimeUnit::Minute), Some(_)) => TimeUnit::Hour,
        _ => return input.refuse(),
    };
    let last = third.unwrap_or("0");
    let text = format!("{last}.{}", decimals.unwrap_or("0"));
    let parts = (first.parse::<Number>(), second.parse::<Number>(), text.parse::<Number>());
    let (Ok(first), Ok(second), Ok(last)) = parts else { return input.refuse() };
    let sixty = Number::from(60);
    // Decimals belong to the last of the figures.
    let value = match third {
        Some(_) => first + (second + last / sixty) / sixty,
        None => first + (second + last) / sixty,
    };
    Ok((rest, of_unit(&Figure::count(value, input.position()), UnitKind::Time(largest), false)))
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
fn scale_before(input: Tokens<'_>) -> Option<u16> {
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

fn measured(figure: &Figure, dimension: Dimension, unit: Option<UnitRef>, extent: &Extent<Number>) -> Measured {
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
    let (rest, (high, same_unit)) = one_end(joined)?;
    if unit != same_unit || high.value <= low.value {
        return input.refuse();
    }
    let form = if opener == Some(Mark::From) { Form::FromTo } else { Form::Range };
    let low = super::figure::in_magnitude_of(low, high);
    let Some(mut figure) = Figure::range(low, high, form, input.position()) else { return input.refuse() };
    hedges.into_iter().rev().for_each(|hedge| figure.apply(input, hedge));
    Ok((rest, of_unit(&figure, unit, false)))
}

/// A plain numeral with its unit on either side; no time, whose ranges are dates and clock times.
fn one_end(input: Tokens<'_>) -> Parsed<'_, (Numeral, UnitKind)> {
    if let Ok((rest, (dimension, unit))) = currency(input) {
        let (rest, number) = numeral(rest)?;
        // "$85m to $90m": the letter is of the figure.
        let lettered = rest.first().is_some_and(|token| token.glued && token.is_word());
        return if lettered { input.refuse() } else { Ok((rest, (number, UnitKind::Money(dimension, unit)))) };
    }
    let (rest, number) = numeral(input)?;
    match unit_word(skip_joiner(rest))? {
        (_, UnitKind::Time(_)) => input.refuse(),
        (rest, unit) if number.ambiguity.is_none() => Ok((rest, (number, unit))),
        _ => input.refuse(),
    }
}

/// A number that counts things. Articles and verb forms that look like numbers are refused here.
fn count(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (start, below_zero) = minus_sign(input);
    let (rest, mut figure) = figure(start)?;
    let (rest, scaled) = if capital_scale(rest, &figure) { money_scale(rest, &figure) } else { (rest, None) };
    if let Some(scaled) = scaled {
        figure = scaled;
    }
    if below_zero {
        // A hyphen before a whole number is a dash more often than a sign.
        let alone = input.before(1).is_none() && rest.first().is_none();
        let sure = alone || figure.has_scale || figure.nominal.is_some_and(|value| value.fract() != Number::ZERO);
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
    // "lui del '60", "nell'87": a year; "l'1,8" is none.
    let quoted = input.before(1).is_some_and(is_apostrophe_mark) && figure.step >= Number::ONE;
    if quoted && input.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits) {
        return input.refuse();
    }
    // "2h", "100er": letters right behind make it something else.
    if rest.first().is_some_and(|token| token.glued && token.is_word()) {
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

fn hedged_after<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &mut Figure) -> Tokens<'a> {
    match hedge_after(rest) {
        // "il 48,3% e oltre otto punti", "210 ou mais de 190": the words belong to the next figure.
        Ok((after, hedge)) if numeral(after).is_err() && !hedges_next(rest, after) => {
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

/// "€18.7bn", "$10-15 million", "euro 100.000"
fn money_before(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, hedges) = super::figure::hedges(input);
    let core = rest.position();
    let (rest, (dimension, unit)) = currency(rest)?;
    let (rest, written) = figure(rest)?;
    if written.ambiguity.is_some() || written.form == Form::Fraction {
        return input.refuse();
    }
    let (rest, scaled) = money_scale(rest, &written);
    let mut figure = scaled.unwrap_or(written);
    figure.core = core;
    for hedge in hedges.into_iter().rev() {
        figure.apply(input, hedge);
    }
    let rest = hedged_after(input, rest, &mut figure);
    Ok((rest, measured(&figure, dimension, Some(unit), &figure.as_measure)))
}

/// A letter that means a magnitude after an amount of money and a unit elsewhere: "£85m".
fn money_scale<'a>(rest: Tokens<'a>, figure: &Figure) -> (Tokens<'a>, Option<Figure>) {
    let glued = rest.first().is_some_and(|token| token.glued);
    let exponent = rest.language().numerals.money_scales.get(rest.word(0)).filter(|_| glued && !figure.has_scale);
    match exponent.and_then(|exponent| power_of_ten(*exponent)).and_then(|factor| figure.times(factor)) {
        Some(scaled) => (rest.skip(1), Some(scaled)),
        None => (rest, None),
    }
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
    if figure.ambiguity == Some(Ambiguity::Verb) {
        return input.refuse();
    }
    // "90 all'ora" is a speed, "tre all'ora" counts anything.
    let pace = mark(Mark::Per)(rest).is_ok()
        && figure.form == Form::Plain
        && figure.nominal.is_some_and(|value| value < Number::TEN);
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

/// "1,2M": after decimals a capital letter is no part of a name.
fn capital_scale(rest: Tokens<'_>, figure: &Figure) -> bool {
    figure.nominal.is_some_and(|value| value.fract() != Number::ZERO)
        && rest.first().is_some_and(|token| token.is_word() && token.case != Case::Lower)
}

/// "2m litres", "1,2M": a letter that is a unit as well is a magnitude where a noun follows, or as a capital.
fn letter_scale<'a>(rest: Tokens<'a>, figure: &Figure) -> (Tokens<'a>, Option<Figure>) {
    let noun_follows = rest.nth(1).is_some_and(|next| next.is_word() && next.case == Case::Lower && !next.glued)
        && !rest
            .skip(1)
            .has(|sense| matches!(sense, Sense::Mark(_) | Sense::Concept(_, crate::rules::WordClass::Verb)));
    if noun_follows
        || capital_scale(rest, figure)
        || unit_word(rest.skip(1)).is_ok_and(|(_, unit)| matches!(unit, UnitKind::Money(..)))
    {
        money_scale(rest, figure)
    } else {
        (rest, None)
    }
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

fn of_unit(figure: &Figure, unit: UnitKind, age: bool) -> Measured {
    let time =
        |unit: TimeUnit| UnitRef { id: unit.name().into(), factor: Number::from(unit.seconds()), offset: Number::ZERO };
    let hundredth = UnitRef { id: "basis-point".into(), factor: Number::new(1, 2), offset: Number::ZERO };
    match unit {
        UnitKind::Percent => measured(figure, Dimension::Percent, None, &figure.as_measure),
        UnitKind::PercentPoints => measured(figure, Dimension::PercentPoint, None, &figure.as_measure),
        UnitKind::BasisPoints => measured(figure, Dimension::PercentPoint, Some(hundredth), &figure.as_measure),
        UnitKind::Money(dimension, unit) | UnitKind::Physical(dimension, unit) => {
            measured(figure, dimension, Some(unit), &figure.as_measure)
        }
        UnitKind::Time(unit) if age => age_of(figure, unit),
        UnitKind::Time(unit) => measured(figure, Dimension::Duration, Some(time(unit)), &figure.as_measure),
    }
}

/// An age in years; somebody is 34 until the day before turning 35.
fn age_of(figure: &Figure, unit: TimeUnit) -> Measured {
    let factor = match unit.months() {
        Some(months) => Number::from(months) / Number::from(12),
        None => Number::from(unit.seconds()) / Number::from(TimeUnit::Year.seconds()),
    };
    let unit = UnitRef { id: unit.name().into(), factor, offset: Number::ZERO };
    let extent = if figure.hedged { figure.as_measure.clone() } else { completed(&figure.as_count) };
    measured(figure, Dimension::Age, Some(unit), &extent)
}

fn completed(extent: &Extent<Number>) -> Extent<Number> {
    let grown = |interval: &Interval<Number>| {
        let upper = match interval.upper() {
            Bound::Included(high) if high.fract() == Number::ZERO => Bound::Excluded(*high + Number::ONE),
            other => *other,
        };
        Interval::new(*interval.lower(), upper)
    };
    match (grown(extent.strict()), grown(extent.plausible())) {
        (Some(strict), Some(plausible)) => Extent::new(strict, plausible).unwrap_or_else(|| extent.clone()),
        _ => extent.clone(),
    }
}

fn currency(input: Tokens<'_>) -> Parsed<'_, (Dimension, UnitRef)> {
    let (rest, at) = sense(|sense| match sense {
        Sense::Currency(at) => Some(*at),
        _ => None,
    })(input)?;
    // "won 3 cups"
    if input.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Verb))) {
        return input.refuse();
    }
    // "a $100 fine" has no Australian dollars.
    let word = input.has(|sense| matches!(sense, Sense::Mark(_)));
    let sign = input.nth(1).filter(|token| word && matches!(token.kind, TokenKind::Mark(_)));
    if sign.is_some_and(|sign| !sign.glued || input.first().is_some_and(|token| token.case == Case::Lower)) {
        return input.refuse();
    }
    let name = input.language().currencies.get(usize::from(at));
    match name.and_then(|name| input.passage().rules.units.currency(name)) {
        Some(currency) => Ok((rest, (currency.dimension.clone(), currency.unit.clone()))),
        None => input.refuse(),
    }
}

fn unit_after<'a>(input: Tokens<'a>, figure: &Figure) -> Parsed<'a, UnitKind> {
    let rest = skip_joiner(input);
    // "a 1-in-150-year flood": the years belong to the odds.
    let odds = figure.form == Form::Fraction
        && rest != input
        && input.before(1).is_some_and(|token| token.kind == TokenKind::Digits);
    // "due su tre ha votato": abbreviations follow digits.
    let other_word = input.has(|sense| matches!(sense, Sense::Mark(_)));
    let short = input.word(0).len() <= 2 && other_word && input.has(|sense| matches!(sense, Sense::Unit(_)));
    if odds || (short && !figure.plain_digits) {
        return input.refuse();
    }
    if let Ok(found) = unit_word(rest).or_else(|_| points_of_percent(input, rest, figure)) {
        return Ok(found);
    }
    // "300 miliardi di dollari", "mezzo milione di euro", "un centinaio di metri"
    if figure.has_scale || figure.form != Form::Plain || figure.step == Number::ONE_HUNDRED {
        let points = |rest| points_of_percent(input, rest, figure);
        let whole = preceded(opt(mark(Mark::The)), alt((unit_word, points)));
        return if figure.form == Form::Fraction {
            preceded(opt(mark(Mark::Of)), whole).parse(input)
        } else {
            preceded(mark(Mark::Of), unit_word).parse(input)
        };
    }
    input.refuse()
}

/// The hyphen of "40-foot", "5-km", "24-ore", or the apostrophe of "un'ora".
fn skip_joiner(input: Tokens<'_>) -> Tokens<'_> {
    let glued = |offset: usize| input.nth(offset).is_some_and(|token| token.glued);
    match input.first().map(|token| token.kind) {
        Some(TokenKind::Mark('-' | '‑' | '\'' | '’'))
            if glued(0) && glued(1) && input.nth(1).is_some_and(|token| token.is_word()) =>
        {
            input.skip(1)
        }
        _ => input,
    }
}

/// A unit of any kind.
pub fn unit_word(input: Tokens<'_>) -> Parsed<'_, UnitKind> {
    let rules = input.passage().rules;
    let language = input.language();
    let found = input.longest(|sense| match sense {
        Sense::Percent => Some(UnitKind::Percent),
        Sense::PercentPoints => Some(UnitKind::PercentPoints),
        Sense::BasisPoints => Some(UnitKind::BasisPoints),
        Sense::TimeUnit(unit) if !is_rank(input) && !tells_a_source(input) => Some(UnitKind::Time(*unit)),
        Sense::Unit(at) => {
            let (dimension, unit) = rules.units.unit(language.units.get(usize::from(*at))?)?;
            Some(UnitKind::Physical(dimension.clone(), unit.clone()))
        }
        Sense::Currency(at) => {
            let currency = rules.units.currency(language.currencies.get(usize::from(*at))?)?;
            Some(UnitKind::Money(currency.dimension.clone(), currency.unit.clone()))
        }
        _ => None,
    });
    // "6 miliardi l'anno": a letter before an apostrophe is no unit.
    let elided = input.word(0).len() <= 2
        && input
            .nth(1)
            .is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if is_apostrophe(c)))
        && input.nth(2).is_some_and(|token| token.glued && token.is_word());
    let percent_sign =
        input.first().is_some_and(|token| token.is('%')) || input.first().is_some_and(|token| token.is('٪'));
    // "12C" is a temperature, "12 C", "12c" and "14.7C/" are none.
    let lone_letter = input.word(0).len() == 1 && input.first().is_some_and(Token::is_word);
    let sure = input.first().is_some_and(|token| token.glued && token.case != Case::Lower)
        && !input.nth(1).is_some_and(|next| next.is('/'));
    let found = found.filter(|(_, unit)| sure || !(lone_letter && unit.is_temperature()));
    let found = found.filter(|(_, unit)| !(lone_letter && names_something(input, unit)));
    match found {
        _ if percent_sign => Ok((input.skip(1), UnitKind::Percent)),
        // "0,25 point" is one of percent, "14 points" are of a game.
        None if language.points_after_decimals
            && after_decimals(input)
            && input.has(|sense| *sense == Sense::Points) =>
        {
            Ok((input.skip(1), UnitKind::PercentPoints))
        }
        Some(found) if !elided => Ok(found),
        _ => input.refuse(),
    }
}

/// "5G", "un G7": a letter that is no unit as it is written, or has a figure of its own.
fn names_something(input: Tokens<'_>, unit: &UnitKind) -> bool {
    let written_small = |symbol: &str| symbol != input.word(0) && symbol.eq_ignore_ascii_case(input.word(0));
    let glued = input.first().is_some_and(|token| token.glued);
    let otherwise = glued && matches!(unit, UnitKind::Physical(_, unit) if written_small(&unit.id));
    otherwise || input.nth(1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}

/// "650 secondo la questura": the singular of a unit that means "according to" as well, behind more than one.
fn tells_a_source(input: Tokens<'_>) -> bool {
    let source = mark(Mark::AccordingTo)(input).is_ok();
    let digits = input.one_back(1).filter(|_| source);
    digits.is_some_and(|at| at.first().is_some_and(|token| token.kind == TokenKind::Digits) && at.word(0) != "1")
        || (source && input.one_back(1).is_some_and(|at| at.number_word_follows()))
}

/// "otto punti di vantaggio", "half a point": points that are of percent, by what the sentence tells of.
fn points_of_percent<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &Figure) -> Parsed<'a, UnitKind> {
    /// More of them nobody gains or loses.
    const MOST: Number = Number::from_parts(60, 0, 0, false, 0);
    let (after, ()) = sense(|sense| (*sense == Sense::Points).then_some(()))(rest)?;
    let amount = figure.nominal.or(figure.ends.map(|(_, last)| last));
    // "the ten-point plan"
    let joined = rest != input;
    let few = amount.is_some_and(|value| value <= MOST) && figure.ambiguity.is_none();
    // "points de vente", "punti vendita"
    let thing = rest.has_longer(after, |sense| matches!(sense, Sense::Concept(..)))
        || (input.language().inflection.head_first() && noun_follows(after));
    let finely = input.language().points_after_decimals && amount.is_some_and(|value| value.fract() != Number::ZERO);
    if few && !joined && !thing && (finely || tells_of_shares(input)) {
        Ok((after, UnitKind::PercentPoints))
    } else {
        input.refuse()
    }
}

/// Whether a noun follows and no function word.
fn noun_follows(rest: Tokens<'_>) -> bool {
    rest.marks() == MarkSet::default() && rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun)))
}

/// Whether the sentence, or the article around it, tells of votes, rates or other shares of a hundred, and the sentence
/// not of a match, a plan or an index.
fn tells_of_shares(input: Tokens<'_>) -> bool {
    let passage = input.passage();
    let (units, lexicon) = (&passage.rules.units, &passage.rules.lexicon);
    let mut shares = passage.tells_of_shares;
    for tag in input.memo().range().flat_map(|at| passage.tags(at)) {
        if let Sense::Concept(id, _) = tag.sense {
            match units.tells_points(id, lexicon) {
                Some(PointsOf::Percent) => shares = true,
                Some(PointsOf::Others) => return false,
                None => {}
            }
        }
    }
    shares
}

/// Whether decimals in digits stand right before the input.
fn after_decimals(input: Tokens<'_>) -> bool {
    let digits = |back: usize| input.before(back).is_some_and(|token| token.kind == TokenKind::Digits);
    let decimal = input.language().style.decimal;
    digits(1) && digits(3) && input.before(2).is_some_and(|token| token.glued && token.is(decimal))
}

/// "un secondo mandato", "twenty-second": the singular of a unit that is an ordinal as well, where it ranks something.
fn is_rank(input: Tokens<'_>) -> bool {
    let ordinal = input.has(|sense| matches!(sense, Sense::Ordinal(_)))
        && !input.has(|sense| *sense == Sense::Mark(Mark::ManyUnits));
    let after_digits = input.before(1).is_some_and(|token| token.kind == TokenKind::Digits)
        || input.before(2).is_some_and(|token| token.kind == TokenKind::Digits);
    let next = input.skip(1);
    let ends = next.first().is_none_or(|token| !token.is_word())
        || next.has(|sense| matches!(sense, Sense::Mark(Mark::LaterAfter | Mark::EarlierAfter | Mark::AgoAfter)));
    let unit = ends && (ends_with_mark(input, Mark::The) || ends_with_mark(input, Mark::Of));
    ordinal && !after_digits && !unit
}

/// "e mezzo", "e tre mesi", "40 minuti" after a first unit of time or length.
fn joined_parts<'a>(rest: Tokens<'a>, unit: &UnitKind, whole: Figure) -> (Tokens<'a>, Figure) {
    let Some(nominal) = whole.nominal else { return (rest, whole) };
    let (after_and, _) = match opt(mark(Mark::And)).parse(rest) {
        Ok(found) => found,
        Err(_) => return (rest, whole),
    };
    let joined = after_and != rest;
    let after_article = mark(Mark::The)(after_and).map_or(after_and, |(rest, ())| rest);
    if joined && let Some(half) = half_word(after_article) {
        let figure = whole.with_nominal(nominal + Number::new(5, 1), Number::new(1, 1));
        return (half, figure);
    }
    if let Some((after, share)) = quarters(rest, after_and, unit).filter(|_| whole.step == Number::ONE) {
        return (after, whole.with_nominal(nominal + share, Number::new(25, 2)));
    }
    if !joined && let Some((after, cents)) = bare_cents(rest, unit).filter(|_| whole.step == Number::ONE) {
        return (after, whole.with_nominal(nominal + cents, Number::new(1, 2)));
    }
    let part = numeral(after_and).ok().and_then(|(after, number)| {
        let (after, smaller) = unit_word(skip_joiner(after)).ok()?;
        let share = smaller.share_of(unit)?;
        (number.scale.is_none() && share < Number::ONE && number.value * share < Number::ONE)
            .then_some((after, number, share))
    });
    match part {
        Some((after, number, share)) if whole.step <= Number::ONE => {
            let figure = whole.with_nominal(nominal + number.value * share, number.step * share);
            (after, figure)
        }
        _ => match bare_part(after_and, unit, &whole) {
            Some((after, part, step)) => (after, whole.with_nominal(nominal + part, step)),
            None => (rest, whole),
        },
    }
}

/// "un'ora e un quarto", "una hora y cuarto", "two miles and three quarters": fourths behind a whole unit.
fn quarters<'a>(rest: Tokens<'a>, after_and: Tokens<'a>, unit: &UnitKind) -> Option<(Tokens<'a>, Number)> {
    let whole = matches!(unit, UnitKind::Time(_) | UnitKind::Physical(..));
    let of_hour = any_mark(&[Mark::QuarterPast, Mark::ThreeQuartersPast])(rest).ok();
    if let Some((after, mark)) = of_hour.filter(|_| matches!(unit, UnitKind::Time(TimeUnit::Hour))) {
        return Some((after, Number::new(if mark == Mark::QuarterPast { 25 } else { 75 }, 2)));
    }
    let joined = after_and != rest && whole;
    part_of_one(after_and).filter(|(_, share)| joined && (*share * Number::from(4)).fract() == Number::ZERO)
}

/// "un metro e ottanta", "six foot two", "zwei Euro fünfzig": a bare figure that counts the parts of the unit before
/// it, with the share of the whole that it adds, and that one part is.
fn bare_part<'a>(input: Tokens<'a>, unit: &UnitKind, whole: &Figure) -> Option<(Tokens<'a>, Number, Number)> {
    /// From it on a figure behind "and" is one more of the same: "duecento euro e cinquanta".
    const MANY: Number = Number::ONE_HUNDRED;
    let parts = match unit {
        UnitKind::Time(TimeUnit::Hour | TimeUnit::Minute) => Parts { whole: 60, least: 1 },
        UnitKind::Money(_, unit) if unit.factor == Number::ONE => Parts { whole: 100, least: 10 },
        UnitKind::Physical(_, unit) => input.passage().rules.units.parts(&unit.id)?,
        _ => return None,
    };
    let (rest, number) = numeral(input).ok()?;
    let few = whole.step == Number::ONE && whole.nominal.is_some_and(|value| value < MANY);
    let alike = whole.plain_digits == number.plain_digits && number.scale.is_none() && number.ambiguity.is_none();
    let fits = number.value.fract() == Number::ZERO
        && number.value >= Number::from(parts.least)
        && number.value < Number::from(parts.whole);
    // "it cost two dollars and forty were sold"
    let subject = ends_with_mark(input, Mark::And)
        && (rest.marks().contains(Mark::Copula) || rest.marks().contains(Mark::Auxiliary));
    let of_whole = |count: Number| count / Number::from(parts.whole);
    (few && alike && fits && !subject && !counts_more(rest, false)).then_some((
        rest,
        of_whole(number.value),
        of_whole(Number::ONE),
    ))
}

/// "15 euros 50": two digits after an amount of money that count nothing else.
fn bare_cents<'a>(input: Tokens<'a>, unit: &UnitKind) -> Option<(Tokens<'a>, Number)> {
    let (rest, text) = digits(input).ok().filter(|(_, text)| text.len() == 2 && matches!(unit, UnitKind::Money(..)))?;
    let counts = rest.first().is_some_and(|next| {
        next.is_word()
            || next.kind == TokenKind::Digits
            || (next.glued && !matches!(next.kind, TokenKind::Mark(',' | '.' | ';' | ')')))
    });
    let nouns_capitalised = input.language().style.nouns_capitalised;
    let after_word =
        input.before(1).is_some_and(|token| token.is_word() && (nouns_capitalised || token.case == Case::Lower));
    let cents: Number = text.parse().ok()?;
    (after_word && !counts).then_some((rest, cents / Number::ONE_HUNDRED))
}

fn half_word(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let NumeralWord::Cardinal(atoms) = &input.numeral()?.word else { return None };
    matches!(atoms.as_slice(), [crate::rules::Atom::Half]).then(|| input.skip(1))
}

impl UnitKind {
    /// Whether values below zero are usual: temperatures, growth, results.
    fn can_be_negative(&self) -> bool {
        match self {
            Self::Percent | Self::PercentPoints | Self::BasisPoints | Self::Money(..) => true,
            _ => self.is_temperature(),
        }
    }

    fn is_temperature(&self) -> bool {
        matches!(self, Self::Physical(Dimension::Physical(name), _) if matches!(name.as_ref(), "temperature" | "degree"))
    }

    /// How much of `whole` one of this smaller unit is.
    fn share_of(&self, whole: &Self) -> Option<Number> {
        match (self, whole) {
            (Self::Time(TimeUnit::Month), Self::Time(TimeUnit::Year)) => Some(Number::ONE / Number::from(12)),
            // "15 dollari e 15 centesimi": a hundredth belongs to whatever money stands before it.
            (Self::Money(_, part), Self::Money(_, whole))
                if part.factor == Number::new(1, 2) && whole.factor == Number::ONE =>
            {
                Some(part.factor)
            }
            (Self::Time(part), Self::Time(whole)) if part < whole => {
                Some(Number::from(part.seconds()) / Number::from(whole.seconds()))
            }
            (Self::Physical(a, part), Self::Physical(b, whole)) if a == b && part.factor < whole.factor => {
                Some(part.factor / whole.factor)
            }
            // "15 Dollar und 20 Cent": a cent is one of whatever currency stands before it.
            (Self::Money(_, part), Self::Money(_, whole)) if part.factor < whole.factor => {
                Some(part.factor / whole.factor)
            }
            _ => None,
        }
    }
}

/// "trentaquattrenne", "34enne", "34-jähriger": an age in one word; "24-stündig", "dreitägig": a length of time.
fn age_word(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (start, hedges) = super::figure::hedges(input);
    let (rest, (value, unit)) = alt((bound_age, joined_age)).parse(start)?;
    let mut figure = Figure::count(value, start.position());
    figure.plain_digits = start.first().is_some_and(|token| token.kind == TokenKind::Digits);
    hedges.into_iter().rev().for_each(|hedge| figure.apply(input, hedge));
    let age = unit.is_none() && !lasts(rest);
    let unit = UnitKind::Time(unit.unwrap_or(TimeUnit::Year));
    // "un'ora e quaranta"
    let (rest, figure) = if age { (rest, figure) } else { joined_parts(rest, &unit, figure) };
    Ok((rest, of_unit(&figure, unit, age)))
}

/// A number and its ending in one word; the unit of a length of time, none for an age.
fn bound_age(input: Tokens<'_>) -> Parsed<'_, (Number, Option<TimeUnit>)> {
    let (atoms, unit) = match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Age(atoms)) => (atoms, None),
        Some(NumeralWord::Lasting(atoms, unit)) => (atoms, Some(*unit)),
        _ => return input.refuse(),
    };
    atoms_value(input, atoms).map_or_else(|| input.refuse(), |value| Ok((input.skip(1), (value, unit))))
}

/// A number and an ending glued to it or after a hyphen.
fn joined_age(input: Tokens<'_>) -> Parsed<'_, (Number, Option<TimeUnit>)> {
    let (rest, number) = alt((digit_numeral, numeral)).parse(input)?;
    let rest = skip_joiner(rest);
    if number.scale.is_some() || !rest.first().is_some_and(|token| token.glued) {
        return input.refuse();
    }
    let style = &input.language().style;
    let suffix = rest.word(0).to_lowercase();
    if style.age_suffixes.contains(&suffix) {
        return Ok((rest.skip(1), (number.value, None)));
    }
    let unit = style.lasting_suffixes.iter().find_map(|(unit, known)| known.contains(&suffix).then_some(*unit));
    unit.map_or_else(|| input.refuse(), |unit| Ok((rest.skip(1), (number.value, Some(unit)))))
}

/// Whether a noun follows that is no person, so that so many years are not an age: "dreijährige Haftstrafe".
fn lasts(rest: Tokens<'_>) -> bool {
    rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun))) && !rest.has(|sense| is_human(rest, sense))
}

/// Whether a noun names people: a person, those that an event counts, a group of them.
pub(super) fn is_human(input: Tokens<'_>, sense: &Sense) -> bool {
    let lexicon = &input.passage().rules.lexicon;
    match sense {
        Sense::Concept(id, _) => {
            let concept = lexicon.get(*id);
            lexicon.is_person(*id)
                || concept.counts.is_some_and(|counted| lexicon.is_person(counted))
                || concept.class == ConceptClass::Actor
        }
        _ => false,
    }
}

/// Whether a length of time is an age: "un uomo di 42 anni", "ha 42 anni", "Priya Nair, 29 anni,".
fn age_after<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &Figure, unit: &UnitKind) -> (Tokens<'a>, bool) {
    let possible = matches!(unit, UnitKind::Time(TimeUnit::Year | TimeUnit::Month | TimeUnit::Week | TimeUnit::Day))
        && figure.as_count.plausible().max().is_none_or(|high| *high <= Number::from(1500));
    if !possible {
        return (rest, false);
    }
    if let Ok((after, ())) = mark(Mark::AgeAfter)(rest) {
        return (after, true);
    }
    let years = matches!(unit, UnitKind::Time(TimeUnit::Year))
        && figure.as_count.plausible().max().is_none_or(|high| *high <= Number::from(125));
    // "una bambina di tre mesi", "una ragazza sui 27 anni"
    let first = input.begin_at(list_start(input.passage(), input.position()));
    let of_person = (ends_with_mark(first, Mark::AgeOf)
        && (person_before(first, 2) || (years && (named_with_trade(first) || named_with_preposition(first, rest)))))
        || (years && figure.hedged && person_before(input, 1));
    (rest, of_person || (years && (age_context(input, rest) || told_as_age(first, figure))))
}

/// "lui, 60 anni,"
fn subject_before(input: Tokens<'_>) -> bool {
    input.one_back(2).is_some_and(|at| mark(Mark::Subject)(at).is_ok())
}

/// "âgés de 23 à 61 ans", "l'età pensionabile sale da 65 a 67 anni": words for an age before a range of years, or right
/// before years or their preposition.
fn told_as_age(input: Tokens<'_>, figure: &Figure) -> bool {
    /// Words between the age and the years that it is.
    const BETWEEN: usize = 6;
    let range = matches!(figure.form, Form::Range | Form::FromTo);
    if range && ends_with_mark(input.skip(1), Mark::AgeBefore) {
        return true;
    }
    let lexicon = &input.passage().rules.lexicon;
    let ages = ["attribute.age", "attribute.retirement-age"].map(|name| lexicon.find(name));
    let age = |at: &Tokens<'_>| {
        at.passage().tags(at.position()).iter().any(|tag| match tag.sense {
            Sense::Concept(id, WordClass::Noun | WordClass::Verb) => {
                ages.into_iter().flatten().any(|age| lexicon.is_a(id, age))
            }
            _ => false,
        })
    };
    let prepositions = [Mark::Of, Mark::To, Mark::At, Mark::AgeOf, Mark::AgeAt];
    let led = range || prepositions.into_iter().any(|mark| ends_with_mark(input, mark));
    let plain = |at: &Tokens<'_>| {
        at.numeral().is_none() && at.first().is_some_and(|token| token.is_word() || is_apostrophe_mark(token))
    };
    let reach = if led { BETWEEN } else { 1 };
    (1..=reach).map_while(|back| input.one_back(back)).take_while(plain).any(|at| age(&at))
}

fn is_apostrophe_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(c) if is_apostrophe(c))
}

/// "19 anni e tre mesi": years with months joined on.
fn figure_has_parts(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    (0..rest.position() - input.position()).any(|offset| mark(Mark::And)(input.skip(offset)).is_ok())
}

fn age_context(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    // "hanno 22 e 31 anni"
    let first = input.begin_at(list_start(input.passage(), input.position()));
    let before = |mark| ends_with_mark(first, mark);
    if before(Mark::AgeBefore) {
        return true;
    }
    // "ha 42 anni", but "ha tre anni di tempo"; "starb mit 87 Jahren", but "ist mit drei Jahren Verspätung"
    let told = before(Mark::AgeVerbs) || before(Mark::AgeReached) || dies_at(first, rest);
    let noun = rest.first().is_some_and(|token| token.is_word() && token.case != Case::Lower)
        && input.language().style.nouns_capitalised;
    if told {
        return !noun && !rest.has(|sense| matches!(sense, Sense::Mark(Mark::Of | Mark::For)));
    }
    let opens = first.before(1).is_some_and(|token| token.is(',') || token.is('('));
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | ')' | '.' | ';' | ':')));
    // "A 34 anni, ha vinto": what opens a sentence and closes with a comma.
    let alone_at_start = rest.first().is_some_and(|token| token.is(','))
        && input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Capital)
        && [Mark::At, Mark::To, Mark::With, Mark::AgeAt].into_iter().any(before)
        && input.before(2).is_none_or(|token| !token.is_word() && !token.is(','));
    // "al 93', a 19 anni e tre mesi."
    let behind_comma = input.before(2).is_some_and(|token| token.is(','))
        && [Mark::At, Mark::To].into_iter().any(before)
        && figure_has_parts(input, rest);
    alone_at_start
        || (behind_comma && closes)
        || (opens
            && closes
            && (person_before(first, 2) || name_before(first) || subject_before(first) || name_and_role(first)))
}

/// "morto a 87 anni", "starb mit 87 Jahren", "ist mit 87 Jahren gestorben": a death before or behind the preposition.
fn dies_at(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let lexicon = &input.passage().rules.lexicon;
    let Some(death) = lexicon.find("event.die") else { return false };
    let dies = |tag: &crate::text::Tag| matches!(tag.sense, Sense::Concept(id, _) if lexicon.is_a(id, death));
    let at = [Mark::At, Mark::To, Mark::With, Mark::AgeAt].into_iter().any(|mark| ends_with_mark(input, mark));
    let before = input.position().checked_sub(2).is_some_and(|at| input.passage().tags(at).iter().any(dies));
    at && (before || input.passage().tags(rest.position()).iter().any(dies))
}

/// Whether a phrase of this mark ends right before the input.
pub(super) fn ends_with_mark(input: Tokens<'_>, wanted: Mark) -> bool {
    let at = input.position();
    let passage = input.passage();
    (1..=5.min(at)).filter(|back| passage.marks(at - back).contains(wanted)).any(|back| {
        passage.tags(at - back).iter().any(|tag| usize::from(tag.len) == back && tag.sense == Sense::Mark(wanted))
    })
}

/// Whether a word with a sense like that stands right before the input.
fn ends_with_sense(input: Tokens<'_>, test: impl Fn(&Sense) -> bool) -> bool {
    let before = input.position().checked_sub(1);
    before.is_some_and(|at| input.passage().tags(at).iter().any(|tag| tag.len == 1 && test(&tag.sense)))
}

/// "Luca Dosi, muratore di 44 anni": a name, a comma and one word for what somebody is.
fn named_with_trade(input: Tokens<'_>) -> bool {
    let trade = input.before(2).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    let comma = input.before(3).is_some_and(|token| token.is(','));
    let name = input.before(4).is_some_and(|token| (token.is_word() && token.case == Case::Capital) || token.is('.'));
    trade && comma && name
}

/// "Lucía Barrionuevo, de 47 años,": a name, a comma and the preposition of ages; nothing of the years follows.
fn named_with_preposition(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let comma = input.before(2).is_some_and(|token| token.is(','));
    let closes = rest.first().is_none_or(|token| !token.is_word());
    comma && closes && is_name(input, 3)
}

/// "Renato Dosi, fabbro, 58 anni,": a name, and between commas what the person is.
fn name_and_role(input: Tokens<'_>) -> bool {
    const WORDS: usize = 5;
    let role = |back: &usize| {
        input.before(*back).is_some_and(|token| token.is_word() || is_apostrophe_mark(token))
            && input.one_back(*back).is_some_and(|at| at.numeral().is_none())
    };
    let words = (2..2 + WORDS).take_while(role).count();
    let comma = input.before(2 + words).is_some_and(|token| token.is(','));
    let lower = input.before(1 + words).is_some_and(|token| token.case == Case::Lower);
    words > 0 && comma && lower && is_name(input, 3 + words)
}

/// Whether the word so many tokens back names a person.
fn person_before(input: Tokens<'_>, back: usize) -> bool {
    let Some(at) = input.position().checked_sub(back) else { return false };
    let named = |at: usize| input.passage().tags(at).iter().any(|tag| is_human(input, &tag.sense));
    named(at) || at.checked_sub(1).is_some_and(named)
}

/// "aged between 23 and 61", "aged 23 to 61"
fn age_range(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if !ends_with_mark(input, Mark::AgeBefore) {
        return input.refuse();
    }
    let (rest, opener) = opt(any_mark(&[Mark::Between, Mark::From])).parse(input)?;
    let (rest, low) = numeral(rest)?;
    // "aged 22 and 31" are two ages.
    let (rest, ()) = match opener {
        Some(Mark::Between) => mark(Mark::And)(rest)?,
        _ if mark(Mark::And)(rest).is_ok() => return input.refuse(),
        _ => alt((dash, mark(Mark::Range))).parse(rest)?,
    };
    let (rest, high) = numeral(rest)?;
    let oldest = Number::from(125);
    let fits = low.value < high.value && high.value < oldest && unit_word(rest).is_err();
    match Figure::range(low, high, Form::Range, input.position()).filter(|_| fits) {
        Some(figure) => Ok((rest, age_of(&figure, TimeUnit::Year))),
        None => input.refuse(),
    }
}

/// "aged 34", "Priya Nair, 29, who": a bare number that is an age by its place.
pub fn bare_age(input: Tokens<'_>) -> Parsed<'_, Measured> {
    if let Ok(found) = age_range(input) {
        return Ok(found);
    }
    let (rest, figure) = figure(input)?;
    let small = figure.nominal.is_none_or(|value| value < Number::from(125) && value.fract() == Number::ZERO);
    let bare = figure.form == Form::Plain && !figure.has_scale && figure.ambiguity.is_none() && small;
    if !bare {
        return input.refuse();
    }
    let marked = ends_with_mark(input, Mark::AgeBefore) && unit_word(rest).is_err();
    let apposed = input.language().style.bare_age_apposition && between_commas(input, rest);
    if let Ok((after, ())) = mark(Mark::AgeAfter)(rest) {
        return Ok((after, age_of(&figure, TimeUnit::Year)));
    }
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ')')));
    // "a woman of 64,", "died at 101."
    let of_person = closes && ends_with_mark(input, Mark::AgeOf) && person_before(input, 2);
    let subject_follows = mark(Mark::Subject)(rest).is_ok();
    // What cannot be an hour.
    let last_hour = if input.language().style.twelve_hours { 12 } else { 24 };
    let reached = (closes || subject_follows)
        && ends_with_mark(input, Mark::AgeAt)
        && !estimated_at(input)
        && figure.nominal.is_some_and(|value| value > Number::from(last_hour));
    if marked || apposed || of_person || reached { Ok((rest, age_of(&figure, TimeUnit::Year))) } else { input.refuse() }
}

/// "put the crowd at 70", "stood at 41": a figure that somebody gives and no age.
fn estimated_at(input: Tokens<'_>) -> bool {
    let from = input.position().saturating_sub(7);
    (from..input.position()).any(|at| {
        input.passage().tags(at).iter().any(|tag| match tag.sense {
            Sense::Mark(Mark::Says) => true,
            Sense::Mark(Mark::Copula) => tag.len > 1,
            _ => false,
        })
    })
}

/// Whether the word before the comma is a name.
fn name_before(input: Tokens<'_>) -> bool {
    is_name(input, 2)
}

/// Whether the word so many tokens back is a name. Where every noun has a capital, only a word that nobody knows is one.
fn is_name(input: Tokens<'_>, back: usize) -> bool {
    input.before(back).is_some_and(|token| {
        token.is_word()
            && token.case != Case::Lower
            && (!input.language().style.nouns_capitalised || token.word == WordId::UNKNOWN)
    })
}

fn between_commas(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let opens = input.before(1).is_some_and(|token| token.is(',') || token.is('('));
    let closes = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | ')' | '.' | ';')));
    let person = input.language().style.nouns_capitalised && person_before(input, 2);
    let named = (name_before(input) || person)
        && !input
            .passage()
            .tags(input.position().saturating_sub(2))
            .iter()
            .any(|tag| matches!(tag.sense, Sense::Month(_) | Sense::Weekday(_)));
    opens && closes && named
}
