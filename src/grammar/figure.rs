//! Figures: numerals with the words that make them ranges, fractions, dozens and approximations.

use super::begin::Openings;
use super::fraction::{every_nth, fraction, part_of_whole, ratio};
use super::input::{Parsed, Tokens, ends_with_sense, mark, sense};
use super::memo::{once, where_opens};
use super::number_range::{between, from_to, joined_range};
use super::numeral::{Numeral, mixed_part, numeral, power_of_ten, scale_after_digits, skip_hyphen};
use crate::rules::{Ambiguity, Approximation, Mark, Position, Sense};
use crate::value::{Extent, Interval, Number};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use std::ops::Bound;

/// How a figure was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One numeral.
    Plain,
    /// Two ends: "tra 40 e 50", "20-30mila".
    Range,
    /// From one figure to another: a range or a change, which the verb decides.
    FromTo,
    /// A part of something: "un terzo", "due su tre".
    Fraction,
    /// "una decina"
    Collective,
    /// "centinaia"
    Indefinite,
}

/// A figure with everything that it can mean, hedges included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The figure as written; a range has none.
    pub nominal: Option<Number>,
    /// What counts of it mean: plain digits are exact.
    pub as_count: Extent<Number>,
    /// What measured values of it mean: the last written place is rounded.
    pub as_measure: Extent<Number>,
    /// How it was written.
    pub form: Form,
    /// The two ends of a range, lower first as written.
    pub ends: Option<(Number, Number)>,
    /// Unit of the last written place.
    pub step: Number,
    /// Whether a magnitude word or abbreviation ends it.
    pub has_scale: bool,
    /// Whether it is written in digits only.
    pub plain_digits: bool,
    /// Why it may be no number.
    pub ambiguity: Option<Ambiguity>,
    /// Whether words around it moved its bounds.
    pub hedged: bool,
    /// Token at which the figure itself begins, after its hedges.
    pub core: usize,
}

/// A figure with the hedges before it.
pub fn figure(input: Tokens<'_>) -> Parsed<'_, Figure> {
    where_opens(input, &[Openings::FIGURE], |input| once(|memo| &memo.figures, input, hedged_figure))
}

fn hedged_figure(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, figure) = one_hedged_figure(input)?;
    Ok(between_bounds(input, rest, &figure).unwrap_or((rest, figure)))
}

/// "più di 10 e meno di 40": a lower bound and an upper one are a range.
fn between_bounds<'a>(input: Tokens<'a>, rest: Tokens<'a>, first: &Figure) -> Option<(Tokens<'a>, Figure)> {
    let rest = if rest.first()?.is(',') { rest.skip(1) } else { rest };
    let rest = mark(Mark::And)(rest).map_or(rest, |(rest, ())| rest);
    let (after, second) = one_hedged_figure(rest).ok().filter(|_| first.hedged && first.form == Form::Plain)?;
    let open = |figure: &Figure| (figure.as_count.strict().min().is_none(), figure.as_count.strict().max().is_none());
    let (low, high) = match (open(first), open(&second)) {
        ((false, true), (true, false)) => (first, &second),
        ((true, false), (false, true)) => (&second, first),
        _ => return None,
    };
    let bounds = Interval::new(*low.as_count.strict().lower(), *high.as_count.strict().upper())?;
    let extent = Extent::plain(bounds);
    let ends = low.nominal.zip(high.nominal);
    let figure = Figure {
        nominal: None,
        as_count: extent.clone(),
        as_measure: extent,
        form: Form::Range,
        ends,
        core: input.position(),
        ..second.clone()
    };
    Some((after, figure))
}

fn one_hedged_figure(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, hedges) = hedges(input);
    let rest = opt(article_before_figure).parse(rest)?.0;
    let is_article = mark(Mark::The)(rest).is_ok();
    let (rest, mut figure) = bare_figure(rest)?;
    let article = is_article && figure.ambiguity == Some(Ambiguity::Article);
    if !hedges.is_empty() && figure.ambiguity != Some(Ambiguity::Indefinite) {
        // "ben un chilometro": a hedge makes sure that it is a number.
        figure.ambiguity = None;
    }
    for hedge in hedges.into_iter().rev() {
        figure.apply(input, hedge);
    }
    // "quasi una festa": an article with words that leave out every whole number counts nothing; "nearly one" may.
    if article && !figure.as_count.strict().has_whole_number() {
        figure.ambiguity = Some(Ambiguity::Article);
    }
    Ok((rest, figure))
}

/// Hedges after a figure or after the noun that it counts: "300 feriti circa".
pub fn hedge_after(input: Tokens<'_>) -> Parsed<'_, u16> {
    sense(|sense| match sense {
        Sense::Hedge(at) => Some(*at),
        _ => None,
    })(input)
    .and_then(|(rest, at)| {
        let after = input.language().hedges.get(usize::from(at)).is_some_and(|hedge| hedge.position == Position::After);
        if after { Ok((rest, at)) } else { hedge_of(input, Position::After) }
    })
}

fn hedge_of(input: Tokens<'_>, position: Position) -> Parsed<'_, u16> {
    let found = input.longest(|sense| match sense {
        Sense::Hedge(at) => {
            let hedge = input.language().hedges.get(usize::from(*at))?;
            (hedge.position == position).then_some(*at)
        }
        _ => None,
    });
    found.map_or_else(|| input.refuse(), Ok)
}

/// "20 per cent less than the 120 million", "il 20% in meno dei 120 milioni": words behind a share compare it with the
/// figure, and leave that as it is.
fn compares(input: Tokens<'_>) -> bool {
    let behind_share = |at: Tokens<'_>| {
        at.before(1).is_some_and(|token| token.is('%'))
            || ends_with_sense(at, |sense| matches!(sense, Sense::Percent | Sense::PercentPoints | Sense::Points))
    };
    let inside = |at: &Tokens<'_>| at.marks().contains(Mark::In) || at.marks().contains(Mark::Of);
    behind_share(input) || input.one_back(1).filter(inside).is_some_and(behind_share)
}

/// The hedges that stand here, outermost first, and what follows them.
pub fn hedges(input: Tokens<'_>) -> (Tokens<'_>, Vec<u16>) {
    let mut hedges = Vec::new();
    let mut rest = input;
    while hedges.len() < 3
        && let Ok((after, hedge)) = hedge_of(rest, Position::Before)
        && !compares(input)
        // "C$40": the letter is of the currency.
        && !rest.has_longer(after, |sense| matches!(sense, Sense::Currency(_)))
    {
        hedges.push(hedge);
        rest = after;
        // "circa il 90 per cento", "quasi la metà"
        if let Ok((after, ())) = mark(Mark::The)(rest)
            && bare_figure(after).is_ok()
        {
            rest = after;
        }
    }
    (rest, hedges)
}

/// An article that belongs to a figure after a hedge or a collective noun: "circa un centinaio".
fn article_before_figure(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = mark(Mark::The)(input)?;
    alt((collective, part_of_whole)).parse(rest)?;
    Ok((rest, ()))
}

fn bare_figure(input: Tokens<'_>) -> Parsed<'_, Figure> {
    alt((every_nth, between, from_to, ratio, fraction, collective, indefinite, joined_range, plain)).parse(input)
}

impl Figure {
    /// One numeral by itself.
    pub(super) fn plain(number: Numeral, core: usize) -> Self {
        let rounded = Extent::plain(Interval::rounding(number.value, number.step));
        let exact = number.step <= Number::ONE && number.value.fract() == Number::ZERO;
        Self {
            nominal: Some(number.value),
            as_count: if exact { Extent::exact(number.value) } else { rounded.clone() },
            as_measure: rounded,
            form: Form::Plain,
            ends: None,
            step: number.step,
            has_scale: number.scale.is_some(),
            plain_digits: number.plain_digits,
            ambiguity: number.ambiguity,
            hedged: false,
            core,
        }
    }

    /// Everything between two figures, as written.
    pub fn range(low: Numeral, high: Numeral, form: Form, core: usize) -> Option<Self> {
        let (first, last) = (low.value.min(high.value), low.value.max(high.value));
        let bounds = Interval::new(Bound::Included(first), Bound::Included(last))?;
        Some(Self {
            nominal: None,
            as_count: Extent::plain(bounds.clone()),
            as_measure: Extent::plain(bounds),
            form,
            ends: Some((low.value, high.value)),
            step: high.step,
            has_scale: high.scale.is_some(),
            plain_digits: low.plain_digits && high.plain_digits,
            ambiguity: None,
            hedged: false,
            core,
        })
    }

    pub(super) fn vague(value: Number, bounds: &Approximation, form: Form, core: usize) -> Option<Self> {
        let extent = Extent::new(bounds.strict.apply(value)?, bounds.plausible.apply(value)?)?;
        Some(Self {
            nominal: Some(value),
            as_count: extent.clone(),
            as_measure: extent,
            form,
            ends: None,
            step: value,
            has_scale: false,
            plain_digits: false,
            ambiguity: None,
            hedged: false,
            core,
        })
    }

    /// A plain number, as finely written as its decimals.
    pub fn count(value: Number, core: usize) -> Self {
        Self::plain(
            Numeral { value, step: Number::new(1, value.scale()), scale: None, plain_digits: true, ambiguity: None },
            core,
        )
    }

    /// The figure multiplied by a magnitude that followed it; `None` where it outgrows the numbers.
    pub fn times(&self, factor: Number) -> Option<Self> {
        let grow = |value: &Number| value.checked_mul(factor);
        Some(Self {
            nominal: match self.nominal {
                Some(value) => Some(grow(&value)?),
                None => None,
            },
            as_count: self.as_measure.map(grow)?,
            as_measure: self.as_measure.map(grow)?,
            ends: match self.ends {
                Some((low, high)) => Some((grow(&low)?, grow(&high)?)),
                None => None,
            },
            step: grow(&self.step)?,
            has_scale: true,
            plain_digits: false,
            ..self.clone()
        })
    }

    /// The figure below zero; `None` for what is no single plain figure.
    pub fn negative(&self) -> Option<Self> {
        let nominal = self.nominal.filter(|_| self.form == Form::Plain)?;
        let rounded = Extent::plain(Interval::rounding(-nominal, self.step));
        Some(Self { nominal: Some(-nominal), as_count: rounded.clone(), as_measure: rounded, ..self.clone() })
    }

    /// The figure with a smaller part added; a hedge before the whole keeps its factors.
    pub fn with_nominal(&self, nominal: Number, step: Number) -> Self {
        let rounded = Extent::plain(Interval::rounding(nominal, step));
        let moved = self.nominal.filter(|_| self.hedged).and_then(|old| {
            let factor = nominal.checked_div(old)?;
            self.as_measure.map(|value| value.checked_mul(factor))
        });
        Self {
            nominal: Some(nominal),
            as_count: moved.clone().unwrap_or_else(|| rounded.clone()),
            as_measure: moved.unwrap_or(rounded),
            step,
            plain_digits: false,
            ambiguity: None,
            ..self.clone()
        }
    }

    /// Moves the bounds as a hedge says; words that change nothing ("appena") leave them.
    pub fn apply(&mut self, input: Tokens<'_>, hedge: u16) {
        let Some(hedge) = input.language().hedges.get(usize::from(hedge)) else { return };
        let Some((strict, plausible)) = hedge.bounds else { return };
        // The words move the end that they name: "oltre 40-50" starts above 40.
        let base = match (self.nominal, self.ends) {
            (Some(value), _) => value,
            (None, Some((low, high))) => {
                if strict.to.or(strict.below).is_some() {
                    low.max(high)
                } else {
                    low.min(high)
                }
            }
            (None, None) => return,
        };
        let bounds = match self.ends {
            Some(ends) if strict.is_two_sided() => strict.apply_to_range(ends).zip(plausible.apply_to_range(ends)),
            _ => strict.apply(base).zip(plausible.apply(base)),
        };
        if let Some(extent) = bounds.and_then(|(strict, plausible)| Extent::new(strict, plausible)) {
            self.as_count = extent.clone();
            self.as_measure = extent;
            self.hedged = true;
            if self.form == Form::Range || self.form == Form::FromTo {
                self.nominal = None;
            }
        }
    }
}

fn plain(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, number) = numeral(input)?;
    let (rest, number) = mixed_part(rest, number);
    Ok((rest, Figure::plain(number, input.position())))
}

/// "una decina", "due dozzine", "un centinaio"
fn collective(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, times) = opt(numeral).parse(input)?;
    // "une demi-douzaine"
    let rest = if times.is_some() { skip_hyphen(rest) } else { rest };
    let (rest, unit) = match times {
        Some(times) if times.value > Number::ONE => alt((collective_noun, scale_noun)).parse(rest)?,
        _ => collective_noun(rest)?,
    };
    let times = times.map_or(Number::ONE, |times| times.value);
    let (rest, more) = opt(preceded(opt(mark(Mark::Of)), scale_noun)).parse(rest)?;
    let value = times.checked_mul(unit).and_then(|value| value.checked_mul(more.unwrap_or(Number::ONE)));
    let bounds = &input.passage().rules.approximations.collective;
    let figure = value.and_then(|value| Figure::vague(value, bounds, Form::Collective, input.position()));
    figure.map_or_else(|| input.refuse(), |figure| Ok((rest, figure)))
}

/// "decina": the figure that it is about.
pub(super) fn collective_noun(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, at) = sense(|sense| match sense {
        Sense::Collective(at) => Some(*at),
        _ => None,
    })(input)?;
    let collective = input.language().numerals.collectives.get(usize::from(at));
    collective.map_or_else(|| input.refuse(), |collective| Ok((rest, collective.value)))
}

/// "centinaia", "decine di migliaia"
fn indefinite(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, value) = scale_noun(input)?;
    let (rest, more) = opt(preceded(opt(mark(Mark::Of)), scale_noun)).parse(rest)?;
    // "several hundred thousand"
    let scale = scale_after_digits(rest).and_then(|(after, exponent)| Some((after, power_of_ten(exponent)?)));
    let (rest, scale) = scale.filter(|_| more.is_none()).unwrap_or((rest, Number::ONE));
    let bounds = &input.passage().rules.approximations.indefinite;
    let figure = value
        .checked_mul(more.unwrap_or(scale))
        .and_then(|value| Figure::vague(value, bounds, Form::Indefinite, input.position()));
    figure.map_or_else(|| input.refuse(), |figure| Ok((rest, figure)))
}

fn scale_noun(input: Tokens<'_>) -> Parsed<'_, Number> {
    let (rest, at) = sense(|sense| match sense {
        Sense::Indefinite(at) => Some(*at),
        _ => None,
    })(input)?;
    let value = input.language().numerals.indefinites.get(usize::from(at));
    value.map_or_else(|| input.refuse(), |value| Ok((rest, *value)))
}
