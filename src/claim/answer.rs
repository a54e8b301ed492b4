//! The value of a claim: what a mention says, with dates settled and units known.

use super::anchor::Anchor;
use crate::grammar::{Form, Measured, MentionValue};
use crate::rules::Language;
use crate::value::{ClockSpan, DateSpan, Dimension, Number, Quantity};
use serde::{Deserialize, Serialize};

/// What sort of answer a claim gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// How many.
    Count,
    /// What share, or how many percentage points.
    Percent,
    /// How much money.
    Money,
    /// How long, heavy, hot, fast.
    Measure,
    /// On which day.
    Date,
    /// At what time of day.
    Time,
    /// For how long.
    Duration,
    /// How old.
    Age,
    /// With what result.
    Score,
    /// Which in a sequence.
    Ordinal,
}

impl Kind {
    /// Name in records and check names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Measure => "measure",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Score => "score",
            Self::Ordinal => "ordinal",
        }
    }
}

/// The dimension of minutes since a kick-off.
const MATCH_TIME: &str = "match-time";

/// The answer itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// A count, an amount, a share, a measure, an age, a length of time.
    Quantity(Quantity),
    /// A place in a sequence.
    Ordinal(Number),
    /// The figures of a match, as written.
    Score(Number, Number),
    /// Days, with the time of day that stood beside them.
    Date(DateSpan, Option<ClockSpan>),
    /// A time of day.
    Time(ClockSpan),
    /// From one time of day to another.
    TimeRange(ClockSpan, ClockSpan),
}

impl Answer {
    /// Settles a mention: dates by the anchor, fractions as shares.
    pub fn of(value: &MentionValue, anchor: &Anchor, language: &Language) -> Self {
        match value {
            MentionValue::Quantity(measured) => Self::Quantity(measured.quantity.clone()),
            MentionValue::Ordinal(rank) => Self::Ordinal(*rank),
            MentionValue::Score(home, away) => Self::Score(*home, *away),
            MentionValue::Date(date) => {
                let mut span = anchor.resolve(&date.expr, language);
                span.approximate |= date.approximate;
                Self::Date(span, date.clock)
            }
            MentionValue::Clock(time) => Self::Time(*time),
            MentionValue::ClockRange(from, to) => Self::TimeRange(*from, *to),
        }
    }

    /// What sort of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Quantity(quantity) => match &quantity.dimension {
                Dimension::Count => Kind::Count,
                Dimension::Percent | Dimension::PercentPoint => Kind::Percent,
                Dimension::Money(_) | Dimension::AmbiguousMoney(_) => Kind::Money,
                Dimension::Physical(name) if name.as_ref() == MATCH_TIME => Kind::Time,
                Dimension::Physical(_) => Kind::Measure,
                Dimension::Age => Kind::Age,
                Dimension::Ordinal => Kind::Ordinal,
                Dimension::Duration => Kind::Duration,
            },
            Self::Ordinal(_) => Kind::Ordinal,
            Self::Score(..) => Kind::Score,
            Self::Date(..) => Kind::Date,
            Self::Time(_) | Self::TimeRange(..) => Kind::Time,
        }
    }
}

/// A share of something that was written as a fraction, as percent: "un terzo" is 33.3…%.
pub fn fraction_as_share(measured: &Measured) -> Option<Quantity> {
    if measured.form != Form::Fraction || measured.quantity.dimension != Dimension::Count {
        return None;
    }
    let hundredfold = |value: &Number| value.checked_mul(Number::ONE_HUNDRED);
    Some(Quantity {
        dimension: Dimension::Percent,
        unit: None,
        nominal: measured.quantity.nominal.as_ref().and_then(hundredfold),
        extent: measured.quantity.extent.map(hundredfold)?,
    })
}
