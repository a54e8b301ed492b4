//! Bounds as multiples of a figure.

use super::language::Factors;
use crate::value::{Interval, Number};
use std::ops::Bound;

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
