//! Values as records show them: numbers as strings, dates in ISO 8601, the same keys for every kind.

use crate::claim::Answer;
use crate::rules::Units;
use crate::value::{
    ClockSpan, DateSpan, Dimension, Interval, MINUTES_PER_DAY, Number, PartialDate, Quantity, Reach, add_days,
    add_months,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Bound;

/// `value` of a claim record. Every key is always there; what a kind does not have is `null`.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct ValueRecord {
    /// The figure as written, in the unit as written; `null` for ranges and times.
    pub nominal: Option<String>,
    /// What the words exclude.
    pub strict: Option<BoundsRecord>,
    /// What a reader expects.
    pub plausible: Option<BoundsRecord>,
    /// Unit as in `rules/units.toml`.
    pub unit: Option<String>,
    /// ISO 4217 code; for a currency that the words leave open, the usual one.
    pub currency: Option<String>,
    /// First day (`2026-02-04`), moment (`2026-02-04T15:30`) or time of day (`15:00:00`).
    pub from: Option<String>,
    /// First day after it, moment or time of day.
    pub to: Option<String>,
    /// How finely a date was told.
    pub granularity: Option<&'static str>,
    /// A single time of day.
    pub time: Option<String>,
    /// Nominal length of a duration.
    pub seconds: Option<String>,
    /// The two figures of a score.
    pub score: Option<[String; 2]>,
    /// Other readings of the same words: another year, the other half of the day, the bare figure of an open range.
    pub alternatives: Vec<ValueRecord>,
}

/// Both ends of a range.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BoundsRecord {
    /// Lower end; `null` where there is none.
    pub min: Option<String>,
    /// Upper end; `null` where there is none.
    pub max: Option<String>,
    /// Whether the lower end is excluded.
    pub min_open: bool,
    /// Whether the upper end is excluded.
    pub max_open: bool,
}

/// A number without needless zeros.
pub fn number(value: Number) -> String {
    value.normalize().to_string()
}

impl BoundsRecord {
    fn new(interval: &Interval<Number>) -> Self {
        Self {
            min: interval.min().map(|value| number(*value)),
            max: interval.max().map(|value| number(*value)),
            min_open: matches!(interval.lower(), Bound::Excluded(_)),
            max_open: matches!(interval.upper(), Bound::Excluded(_)),
        }
    }
}

impl ValueRecord {
    /// The record of an answer.
    pub fn new(answer: &Answer, units: &Units) -> Self {
        match answer {
            Answer::Quantity(quantity) => Self::quantity(quantity, units),
            Answer::Ordinal(rank) => Self { nominal: Some(number(*rank)), ..Self::default() },
            Answer::Score(home, away) => Self { score: Some([number(*home), number(*away)]), ..Self::default() },
            Answer::Date(span, clock) => {
                let others = other_days(span).iter().map(|other| Self::date(other, *clock)).collect();
                Self { alternatives: others, ..Self::date(span, *clock) }
            }
            Answer::Time(time) => {
                // "after 3pm" leaves one side open; the bare time stays as another reading.
                let bare = (time.reach != Reach::At).then_some(ClockSpan { reach: Reach::At, ..*time });
                let others = other_half(*time).into_iter().chain(bare).map(Self::time).collect();
                Self { alternatives: others, ..Self::time(*time) }
            }
            Answer::TimeRange(from, to) => {
                Self { from: Some(clock(from.from)), to: Some(clock(to.from)), ..Self::default() }
            }
        }
    }

    fn quantity(quantity: &Quantity, units: &Units) -> Self {
        let is_money = quantity.dimension.is_money();
        let scale = quantity.unit.as_ref().filter(|_| is_money).map_or(Number::ONE, |unit| unit.factor);
        let scaled = |interval: &Interval<Number>| {
            BoundsRecord::new(&interval.map(|value| value.checked_mul(scale)).unwrap_or_else(|| interval.clone()))
        };
        let seconds = match (&quantity.dimension, quantity.base_nominal()) {
            (Dimension::Duration, Some(seconds)) => Some(number(seconds)),
            _ => None,
        };
        let currency = match &quantity.dimension {
            Dimension::Money(code) => Some(code.to_string()),
            Dimension::AmbiguousMoney(name) => units.currency(name).map(|currency| currency.usual_code.to_string()),
            _ => None,
        };
        let strict = quantity.extent.strict();
        let nominal = quantity.nominal.and_then(|value| value.checked_mul(scale)).map(number);
        // "almeno 50" is a range with one end; the bare 50 stays as another reading.
        let open = strict.min().is_none() || strict.max().is_none();
        let (nominal, bare) = if open { (None, nominal) } else { (nominal, None) };
        let record = Self {
            nominal,
            strict: Some(scaled(quantity.extent.strict())),
            plausible: Some(scaled(quantity.extent.plausible())),
            unit: quantity.unit.as_ref().filter(|_| !is_money).map(|unit| unit.id.to_string()),
            currency,
            seconds,
            ..Self::default()
        };
        let others = bare.map(|nominal| Self { nominal: Some(nominal), ..record.clone() });
        Self { alternatives: others.into_iter().collect(), ..record }
    }

    fn date(span: &DateSpan, time: Option<ClockSpan>) -> Self {
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        let granularity = Some(span.granularity.name());
        match (time, span.single_day()) {
            (Some(time), Some(date)) => {
                // "around 8am" starts where it is told, not where it is loosened to.
                let from = moment(date, time.nominal_seconds.unwrap_or(time.from * 60));
                let to = if time.nominal_seconds.is_some() { None } else { moment(date, time.to * 60) };
                let (from, to) = if ends_there(time) { (None, from) } else { (from, to) };
                Self { from, to, granularity: Some("time"), ..Self::default() }
            }
            // "dalle 15 di lunedì alle 8 di martedì" begins on the first day and ends on the last.
            (Some(time), None) if span.is_settled() => {
                let last = span.to.and_then(|day| add_days(day, -1));
                let from = span.from.and_then(|day| moment(day, time.from * 60));
                let to = last.and_then(|day| moment(day, time.to * 60));
                Self { from, to, granularity: Some("time"), ..Self::default() }
            }
            _ => Self { from: day(span.from), to: day(span.to), granularity, ..Self::default() },
        }
    }

    fn time(time: ClockSpan) -> Self {
        match time.nominal_seconds {
            Some(seconds) => {
                let text =
                    format!("{:02}:{:02}:{:02}", (seconds / 3600).rem_euclid(24), seconds / 60 % 60, seconds % 60);
                match time.reach {
                    Reach::At => Self { time: Some(text), ..Self::default() },
                    _ if ends_there(time) => Self { to: Some(text), ..Self::default() },
                    _ => Self { from: Some(text), ..Self::default() },
                }
            }
            None => Self { from: Some(clock(time.from)), to: Some(clock(time.to)), ..Self::default() },
        }
    }
}

/// Whether the time is the end of what is told: "fino alle 17", "before noon".
fn ends_there(time: ClockSpan) -> bool {
    matches!(time.reach, Reach::Until | Reach::Before)
}

/// The same words a week or a year away, where they name neither week nor year.
fn other_days(span: &DateSpan) -> Vec<DateSpan> {
    let written = span.written;
    let moved = |months: i64, days: i64| {
        let shift = |date: Option<Date>| match date {
            None => Some(None),
            Some(date) => add_months(add_days(date, days)?, months).map(Some),
        };
        Some(DateSpan { from: shift(span.from)?, to: shift(span.to)?, ..*span })
    };
    let found = match written {
        _ if span.year_open => vec![moved(12, 0), moved(-12, 0)],
        PartialDate { month: None, day: None, weekday: Some(_), .. } => vec![moved(0, 7), moved(0, -7)],
        _ => Vec::new(),
    };
    found.into_iter().flatten().filter(|other| other.from.or(other.to).is_some()).collect()
}

/// Twelve hours later, where the words leave the half of the day open.
fn other_half(time: ClockSpan) -> Option<ClockSpan> {
    let half = MINUTES_PER_DAY / 2;
    time.half_day_open.then(|| ClockSpan {
        from: (time.from + half) % MINUTES_PER_DAY,
        to: (time.to + half) % MINUTES_PER_DAY,
        nominal_seconds: time.nominal_seconds.map(|seconds| (seconds + half * 60) % (MINUTES_PER_DAY * 60)),
        ..time
    })
}

/// Minutes since midnight as a time of day.
fn clock(minutes: i32) -> String {
    let minutes = minutes.rem_euclid(24 * 60);
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// A day and seconds since its midnight, which may lie beyond it; seconds are shown where they are told.
fn moment(date: Date, seconds: i32) -> Option<String> {
    let date = add_days(date, i64::from(seconds.div_euclid(24 * 3600)))?;
    let seconds = seconds.rem_euclid(24 * 3600);
    let minute = format!("{date}T{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    Some(if seconds % 60 == 0 { minute } else { format!("{minute}:{:02}", seconds % 60) })
}
