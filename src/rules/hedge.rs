//! Bounds as multiples of a figure.

use super::language::Factors;
use crate::value::{Interval, Number};
use std::ops::Bound;

impl Factors {
    /// The factors themselves as a range, or `None` where they contradict each other.
    pub fn interval(&self) -> Option<Interval<Number>> {
        Interval::new(end(self.from, self.above)?, end(self.to, self.below)?)
    }

    /// The bounds that these factors make of a figure. For a negative figure the ends change sides.
    pub fn apply(&self, value: Number) -> Option<Interval<Number>> {
        let lower = scaled(end(self.from, self.above)?, value)?;
        let upper = scaled(end(self.to, self.below)?, value)?;
        if value.is_sign_negative() { Interval::new(upper, lower) } else { Interval::new(lower, upper) }
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
