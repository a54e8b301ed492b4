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

    /// The nominal figure in the base unit.
    pub fn base_nominal(&self) -> Option<Number> {
        let nominal = self.nominal?;
        match &self.unit {
            None => Some(nominal),
            Some(unit) => nominal.checked_mul(unit.factor)?.checked_add(unit.offset),
        }
    }
}
