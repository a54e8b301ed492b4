//! A number with what it is a number of.

use super::{Extent, Number};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a unit measures. Two quantities can be compared only within one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// Things counted.
    Count,
    /// Percent of something.
    Percent,
    /// Difference of two percentages.
    PercentPoint,
    /// Money in one currency, as its ISO 4217 code.
    Money(Arc<str>),
    /// Money whose currency the words leave open: "dollari", "sterline", "$"; holds the sign as written.
    AmbiguousMoney(Arc<str>),
    /// A physical dimension by its name in `rules/units.toml`: "length", "mass", …
    Physical(Arc<str>),
    /// Years of life.
    Age,
    /// A place in a sequence.
    Ordinal,
    /// A length of time, in seconds.
    Duration,
}

impl Dimension {
    /// Whether it is an amount, in whatever currency.
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Money(_) | Self::AmbiguousMoney(_))
    }
}

/// A unit as the text wrote it and the factor to the base unit of its dimension.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UnitRef {
    /// Name in `rules/units.toml`: "km".
    pub id: Arc<str>,
    /// How many base units one of it is.
    pub factor: Number,
    /// What is added after multiplying (temperatures only).
    pub offset: Number,
}

/// A number, an amount, a share, an age or a rank with everything that its writer can have meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// What is measured.
    pub dimension: Dimension,
    /// The unit as written; `None` for counts and ranks.
    pub unit: Option<UnitRef>,
    /// The figure as written, magnitude words multiplied in, in the unit as written. A range has none.
    pub nominal: Option<Number>,
    /// What the words can mean, in the unit as written.
    pub extent: Extent<Number>,
}

impl Quantity {
    /// A plain number of things.
    pub fn count(value: Number) -> Self {
        Self { dimension: Dimension::Count, unit: None, nominal: Some(value), extent: Extent::exact(value) }
    }

    /// The extent in the base unit of the dimension; `None` where a number outgrows 28 digits.
    pub fn base_extent(&self) -> Option<Extent<Number>> {
        match &self.unit {
            None => Some(self.extent.clone()),
            Some(unit) => self.extent.map(|value| value.checked_mul(unit.factor)?.checked_add(unit.offset)),
        }
    }

    /// The same with every figure passed through a function that keeps their order; `None` where it has no answer.
    pub fn map(&self, figure: impl Fn(&Number) -> Option<Number>) -> Option<Self> {
        let nominal = match &self.nominal {
            Some(nominal) => Some(figure(nominal)?),
            None => None,
        };
        Some(Self { nominal, extent: self.extent.map(figure)?, ..self.clone() })
    }

    /// The nominal figure in the base unit.
    pub fn base_nominal(&self) -> Option<Number> {
        let nominal = self.nominal?;
        match &self.unit {
            None => Some(nominal),
            Some(unit) => nominal.checked_mul(unit.factor)?.checked_add(unit.offset),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Interval;
    use std::ops::Bound;

    fn with(unit: Option<(i64, i64)>, nominal: Option<i64>, low: i64, high: i64) -> Quantity {
        let bounds = Interval::new(Bound::Included(low.into()), Bound::Excluded(high.into())).unwrap();
        let unit =
            unit.map(|(factor, offset)| UnitRef { id: "x".into(), factor: factor.into(), offset: offset.into() });
        Quantity {
            dimension: Dimension::Physical("x".into()),
            unit,
            nominal: nominal.map(Number::from),
            extent: Extent::plain(bounds),
        }
    }

    #[test]
    fn base_units_are_reached_by_a_factor_and_an_offset() {
        for (unit, nominal, low, high) in [
            (None, 5, 4, 6),
            (Some((1_000, 0)), 5_000, 4_000, 6_000),
            (Some((1, 273)), 278, 277, 279),
            (Some((2, -3)), 7, 5, 9),
        ] {
            let quantity = with(unit, Some(5), 4, 6);
            assert_eq!(quantity.base_nominal(), Some(Number::from(nominal)));
            let extent = quantity.base_extent().unwrap();
            assert_eq!(extent.strict().lower(), &Bound::Included(Number::from(low)));
            assert_eq!(extent.strict().upper(), &Bound::Excluded(Number::from(high)));
            assert_eq!(extent.strict(), extent.plausible());
        }
        assert_eq!(with(Some((1_000, 0)), None, 4, 6).base_nominal(), None);
    }

    #[test]
    fn a_number_that_outgrows_its_digits_is_none() {
        let quantity = Quantity {
            unit: Some(UnitRef { id: "x".into(), factor: Number::MAX, offset: Number::ZERO }),
            ..Quantity::count(Number::TEN)
        };
        assert_eq!((quantity.base_nominal(), quantity.base_extent()), (None, None));
    }

    #[test]
    fn a_count_is_exactly_what_it_says() {
        let count = Quantity::count(Number::from(157));
        assert_eq!((count.dimension, count.unit, count.nominal), (Dimension::Count, None, Some(Number::from(157))));
        assert_eq!(count.extent, Extent::exact(Number::from(157)));
    }
}
