//! How far an answer reaches on a line of numbers: in base units, or in minutes.

use crate::claim::{Answer, Claim};
use crate::value::{ClockSpan, DateSpan, Interval, MINUTES_PER_DAY, Number, Quantity, add_days, days_between};
use jiff::civil::{Date, date};

/// The ends of a stretch; `None` where it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    pub from: Option<Number>,
    pub to: Option<Number>,
}

/// What an answer covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// What the words allow.
    pub strict: Ends,
    /// What a reader expects.
    pub plausible: Ends,
    /// The figure as written, where the words do not exclude it.
    pub point: Option<Number>,
}

impl Reach {
    /// The reach of a claim; `None` for results and for days that the text leaves open.
    pub(super) fn of(claim: &Claim) -> Option<Self> {
        match &claim.answer {
            Answer::Quantity(quantity) => Self::quantity(quantity),
            Answer::Ordinal(rank) => Some(Self::point(*rank)),
            Answer::Score(..) => None,
            Answer::Date(span, clock) => Self::days(span, *clock),
            Answer::Time(time) => Some(Self { point: nominal(*time), ..Self::stretch(minutes(time.from, time.to)) }),
            Answer::TimeRange(from, to) => Some(Self::stretch(minutes(from.from, to.from))),
        }
    }

    /// Every place that it marks.
    pub(super) fn places(&self) -> impl Iterator<Item = Number> {
        [self.strict.from, self.strict.to, self.plausible.from, self.plausible.to, self.point].into_iter().flatten()
    }

    fn point(value: Number) -> Self {
        Self { point: Some(value), ..Self::stretch(Ends { from: Some(value), to: Some(value) }) }
    }

    fn stretch(ends: Ends) -> Self {
        Self { strict: ends, plausible: ends, point: None }
    }

    fn quantity(quantity: &Quantity) -> Option<Self> {
        let extent = quantity.base_extent()?;
        let ends = |range: &Interval<Number>| Ends { from: range.min().copied(), to: range.max().copied() };
        let point = quantity.base_nominal().filter(|figure| extent.strict().contains(figure));
        Some(Self { strict: ends(extent.strict()), plausible: ends(extent.plausible()), point })
    }

    fn days(span: &DateSpan, clock: Option<ClockSpan>) -> Option<Self> {
        let midnight = |date: Date| Number::from(minutes_of(date));
        match (span.single_day(), clock) {
            (Some(day), Some(clock)) => {
                let at = |minutes: i32| Some(midnight(day) + Number::from(minutes));
                Some(Self::stretch(Ends { from: at(clock.from), to: at(clock.to) }))
            }
            // From a time on the first day to one on the last.
            (None, Some(clock)) if span.is_settled() => {
                let last = span.to.and_then(|day| add_days(day, -1));
                let at = |day: Option<Date>, minutes: i32| day.map(|day| midnight(day) + Number::from(minutes));
                Some(Self::stretch(Ends { from: at(span.from, clock.from), to: at(last, clock.to) }))
            }
            _ if span.from.is_none() && span.to.is_none() => None,
            _ => Some(Self::stretch(Ends { from: span.from.map(midnight), to: span.to.map(midnight) })),
        }
    }
}

/// Minutes since the first day of 1970 at the first minute of a day.
pub(super) fn minutes_of(day: Date) -> i64 {
    days_between(date(1970, 1, 1), day) * i64::from(MINUTES_PER_DAY)
}

fn minutes(from: i32, to: i32) -> Ends {
    Ends { from: Some(from.into()), to: Some(to.max(from).into()) }
}

fn nominal(time: ClockSpan) -> Option<Number> {
    time.nominal_seconds.map(|seconds| Number::from(seconds.div_euclid(60)))
}
