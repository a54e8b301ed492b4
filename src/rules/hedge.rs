//! Bounds as multiples of a figure.

use super::pack::{PackFile, RuleError};
use super::phrases::{Builder, index, phrase_words};
use super::sense::Sense;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

use crate::value::{Interval, Number};
use std::ops::Bound;

/// The folded words of a hedge, and whether they stand before the figure.
type HedgeKey = (Vec<String>, bool);

/// No words make a figure more than a million times as large.
const MOST: Number = Number::from_parts(1_000_000, 0, 0, false, 0);

/// Whole numbers up to this are counted one by one.
const SMALL: Number = Number::TEN;

impl Factors {
    /// The factors themselves as a range, or `None` where they contradict each other or are beyond any words.
    pub fn interval(&self) -> Option<Interval<Number>> {
        let all = [self.from, self.above, self.to, self.below];
        if all.into_iter().flatten().any(|factor| factor < Number::ZERO || factor > MOST) {
            return None;
        }
        Interval::new(end(self.from, self.above)?, end(self.to, self.below)?)
    }

    /// The bounds that these factors make of a figure. For a negative figure the ends change sides.
    pub fn apply(&self, value: Number) -> Option<Interval<Number>> {
        let lower = scaled(end(self.from, self.above)?, value)?;
        let upper = scaled(end(self.to, self.below)?, value)?;
        let (lower, upper) = self.short_of_the_next(value, lower, upper);
        if value.is_sign_negative() { Interval::new(upper, lower) } else { Interval::new(lower, upper) }
    }

    /// Nobody says "quasi sei" for five or "poco più di sei" for seven: of small whole numbers the next one is out.
    fn short_of_the_next(
        &self,
        value: Number,
        lower: Bound<Number>,
        upper: Bound<Number>,
    ) -> (Bound<Number>, Bound<Number>) {
        let small = value.fract() == Number::ZERO && value > Number::ONE && value <= SMALL;
        let (before, after) = (value - Number::ONE, value + Number::ONE);
        match (lower, upper) {
            (Bound::Included(low), upper) if small && self.below == Some(Number::ONE) && low <= before => {
                (Bound::Excluded(before), upper)
            }
            (lower, Bound::Included(high)) if small && self.above == Some(Number::ONE) && high >= after => {
                (lower, Bound::Excluded(after))
            }
            bounds => bounds,
        }
    }

    /// Whether the words bound a figure on either side: "circa".
    pub fn is_two_sided(&self) -> bool {
        self.from.or(self.above).is_some() && self.to.or(self.below).is_some()
    }

    /// The bounds that these factors make of a range: the lower factor of its lower end, the upper of its upper.
    pub fn apply_to_range(&self, (low, high): (Number, Number)) -> Option<Interval<Number>> {
        let (low, high) = (self.apply(low.min(high))?, self.apply(low.max(high))?);
        Interval::new(*low.lower(), *high.upper())
    }
}

fn end(included: Option<Number>, excluded: Option<Number>) -> Option<Bound<Number>> {
    match (included, excluded) {
        (Some(_), Some(_)) => None,
        (Some(value), None) => Some(Bound::Included(value)),
        (None, Some(value)) => Some(Bound::Excluded(value)),
        (None, None) => Some(Bound::Unbounded),
    }
}

fn scaled(bound: Bound<Number>, value: Number) -> Option<Bound<Number>> {
    Some(match bound {
        Bound::Included(factor) => Bound::Included(factor.checked_mul(value)?),
        Bound::Excluded(factor) => Bound::Excluded(factor.checked_mul(value)?),
        Bound::Unbounded => Bound::Unbounded,
    })
}

/// Words that move the bounds of a figure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Hedge {
    /// Whether the words stand before the figure, after it, or on either side.
    pub position: Position,
    /// Strict bounds as factors of the figure; `None` leaves the figure as it is.
    pub bounds: Option<(Factors, Factors)>,
    /// Texts that must be read with the given bounds.
    #[serde(skip)]
    pub examples: Vec<HedgeExample>,
    /// Texts in which these words are no hedge.
    #[serde(skip)]
    pub counter_examples: Vec<String>,
}

/// Where a hedge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// "quasi 15mila"
    Before,
    /// "15mila circa"
    After,
}

/// Bounds as multiples of a figure; an end that is not named is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factors {
    /// Lower end, included.
    pub from: Option<Number>,
    /// Lower end, left out.
    pub above: Option<Number>,
    /// Upper end, included.
    pub to: Option<Number>,
    /// Upper end, left out.
    pub below: Option<Number>,
}

/// A text with the bounds that it must get, in interval notation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeExample {
    /// The text.
    pub text: String,
    /// "[270, 330]", "(9800, ∞)".
    pub strict: String,
    /// Likewise; not checked where absent.
    pub plausible: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgesFile {
    #[serde(default)]
    hedge: Vec<HedgeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeEntry {
    words: Vec<Spanned<String>>,
    position: Position,
    strict: Option<Spanned<Factors>>,
    plausible: Option<Spanned<Factors>>,
    #[serde(default)]
    exact: bool,
    #[serde(default)]
    examples: Vec<HedgeExample>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

/// Words of a later file have the bounds that it gives them, whatever an earlier one says.
pub(super) fn read_hedges(files: &[PackFile], build: &mut Builder) -> Result<Vec<Hedge>, RuleError> {
    let mut hedges = Vec::new();
    let mut later = BTreeSet::new();
    for file in files.iter().rev() {
        later.extend(read_hedges_of(file, &later, &mut hedges, build)?);
    }
    Ok(hedges)
}

/// Reads the hedges of one file but for words that are settled, and gives back those that are now.
fn read_hedges_of(
    file: &PackFile,
    settled: &BTreeSet<HedgeKey>,
    hedges: &mut Vec<Hedge>,
    build: &mut Builder,
) -> Result<Vec<HedgeKey>, RuleError> {
    let raw: HedgesFile = file.parse()?;
    let mut seen = BTreeMap::new();
    for mut entry in raw.hedge {
        let place = entry.words.first().map_or(0..0, Spanned::span);
        let bounds = match (&entry.strict, &entry.plausible, entry.exact) {
            (None, None, true) => None,
            (Some(strict), plausible, false) => {
                let expected = plausible.as_ref().unwrap_or(strict);
                check_inside(strict, expected, file)?;
                Some((*strict.as_ref(), *expected.as_ref()))
            }
            _ => return Err(file.error(place, "a hedge needs either `strict` bounds or `exact = true`")),
        };
        for word in &entry.words {
            let key = entry.key(word);
            if seen.insert(key, bounds).is_some_and(|other| other != bounds) {
                let error = file.error(word.span(), format!("`{}` has other bounds already", word.as_ref()));
                return Err(error.with_help("leave it in one of the two entries"));
            }
        }
        let all = entry.words.len();
        let own = std::mem::take(&mut entry.words);
        let own: Vec<_> = own.into_iter().filter(|word| !settled.contains(&entry.key(word))).collect();
        build.add(&own, Sense::Hedge(index(hedges.len())), file)?;
        // Examples hold for the words that the entry was written for.
        let is_whole = own.len() == all;
        let kept = |examples: Vec<_>| if is_whole { examples } else { Vec::new() };
        hedges.push(Hedge {
            position: entry.position,
            bounds,
            examples: kept(entry.examples),
            counter_examples: if is_whole { entry.counter_examples } else { Vec::new() },
        });
    }
    Ok(seen.into_keys().collect())
}

impl HedgeEntry {
    fn key(&self, word: &Spanned<String>) -> HedgeKey {
        (phrase_words(word.as_ref()), self.position == Position::Before)
    }
}

fn check_inside(strict: &Spanned<Factors>, plausible: &Spanned<Factors>, file: &PackFile) -> Result<(), RuleError> {
    let bounds = |factors: &Spanned<Factors>| {
        let message = "these bounds hold no number: one lower and one upper end are wanted, between 0 and a million";
        factors.as_ref().interval().ok_or_else(|| file.error(factors.span(), message))
    };
    if bounds(plausible)?.is_within(&bounds(strict)?) {
        return Ok(());
    }
    Err(file
        .error(plausible.span(), "`plausible` reaches outside `strict`")
        .with_help("end the plausible range where the strict one ends"))
}
