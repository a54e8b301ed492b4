//! A line with a beginning, an end and marks at round values.

use super::Tick;
use super::reach::minutes_of;
use crate::report::text::grouped;
use crate::value::{MINUTES_PER_DAY, Number, UnitRef, add_days, add_months};
use jiff::civil::{Date, date};

/// What the places of an axis mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scale {
    /// Numbers in base units, told in this unit.
    Numbers(Option<UnitRef>),
    /// Numbers of things that cannot be parted.
    Whole,
    /// Minutes since the beginning of 1970.
    Days,
    /// Minutes since midnight.
    Clock,
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    low: Number,
    high: Number,
    scale: Scale,
}

/// Marks on an axis, at most.
const TICKS: i64 = 5;

/// Thousandths of the width that stay free at either end.
const MARGIN: i64 = 60;

/// Thousandths of the whole.
const WHOLE: i64 = 1000;

impl Axis {
    /// The axis that holds all of these places; `None` where they are fewer than two.
    pub(super) fn over(places: impl Iterator<Item = Number>, scale: Scale) -> Option<Self> {
        let (low, high) = places.fold((None, None), |(low, high), place| {
            (
                Some(low.map_or(place, |low: Number| low.min(place))),
                Some(high.map_or(place, |high: Number| high.max(place))),
            )
        });
        let axis = Self { low: low?, high: high?, scale };
        (axis.low < axis.high).then_some(axis)
    }

    /// How far along the axis a place lies, in thousandths of the whole with its margins.
    pub(super) fn thousandths(&self, place: Number) -> i64 {
        let share = |place: Number| {
            let along = place.checked_sub(self.low)?.checked_mul(Number::from(WHOLE - 2 * MARGIN))?;
            i64::try_from(along.checked_div(self.high.checked_sub(self.low)?)?.round()).ok()
        };
        share(place).unwrap_or_default().saturating_add(MARGIN).clamp(0, WHOLE)
    }

    /// That place as a percentage.
    pub(super) fn percent(&self, place: Number) -> String {
        percent(self.thousandths(place))
    }

    /// Marks at round values, with their places.
    pub(super) fn marks(&self) -> Vec<(Number, String)> {
        match &self.scale {
            Scale::Numbers(unit) => self.numbers(unit.as_ref(), None).unwrap_or_default(),
            Scale::Whole => self.numbers(None, Some(Number::ONE)).unwrap_or_default(),
            Scale::Days => self.days(),
            Scale::Clock => self.clock(),
        }
    }

    /// The marks, for an axis across.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        self.marks().into_iter().map(|(place, label)| Tick { at: self.percent(place), label }).collect()
    }

    /// What all marks share: the year of days, nothing else so far.
    pub(super) fn common(&self) -> Option<String> {
        let (from, to) = (day_at(self.low)?, day_at(self.high)?);
        (self.scale == Scale::Days && from.year() == to.year()).then(|| from.year().to_string())
    }

    fn numbers(&self, unit: Option<&UnitRef>, least: Option<Number>) -> Option<Vec<(Number, String)>> {
        let (factor, offset) = unit.map_or((Number::ONE, Number::ZERO), |unit| (unit.factor, unit.offset));
        let told = |place: Number| place.checked_sub(offset)?.checked_div(factor);
        let (low, high) = (told(self.low)?, told(self.high)?);
        let step = round_step(high.checked_sub(low)?.checked_div(Number::from(TICKS))?)?;
        let step = least.map_or(step, |least| step.max(least));
        let mut value = low.checked_div(step)?.ceil().checked_mul(step)?;
        let mut marks = Vec::new();
        while value <= high && marks.len() <= 2 * usize::try_from(TICKS).unwrap_or_default() {
            marks.push((value.checked_mul(factor)?.checked_add(offset)?, grouped(value)));
            value = value.checked_add(step)?;
        }
        Some(marks)
    }

    fn days(&self) -> Vec<(Number, String)> {
        let Some((from, to)) = day_at(self.low).zip(day_at(self.high)) else { return Vec::new() };
        let days = (to - from).get_days();
        let stepped: (Date, Step, &str) = match i64::from(days) {
            0..=5 => (from, Step::Days(1), "%-d %b"),
            6..=10 => (from, Step::Days(2), "%-d %b"),
            11..=35 => (from, Step::Days(7), "%-d %b"),
            36..=150 => (from.first_of_month(), Step::Months(1), "%b %Y"),
            151..=700 => (from.first_of_month(), Step::Months(4), "%b %Y"),
            days => (from.first_of_year(), Step::Months((days / 365 / TICKS + 1) * 12), "%Y"),
        };
        let (mut day, step, format) = stepped;
        let mut marks = Vec::new();
        while day <= to {
            let place = Number::from(minutes_of(day));
            if place >= self.low {
                marks.push((place, day.strftime(format).to_string()));
            }
            let Some(next) = step.after(day) else { break };
            day = next;
        }
        marks
    }

    fn clock(&self) -> Vec<(Number, String)> {
        let (Ok(low), Ok(high)) = (i64::try_from(self.low.ceil()), i64::try_from(self.high.floor())) else {
            return Vec::new();
        };
        let steps = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720];
        let step = steps.into_iter().find(|step| (high - low) / step <= TICKS).unwrap_or(1440);
        let first = (low + step - 1).div_euclid(step) * step;
        let label = |minute: i64| {
            let minute = minute.rem_euclid(i64::from(MINUTES_PER_DAY));
            format!("{:02}:{:02}", minute / 60, minute % 60)
        };
        (0..)
            .map(|at| first + at * step)
            .take_while(|minute| *minute <= high)
            .map(|minute| (Number::from(minute), label(minute)))
            .collect()
    }
}

/// How a calendar is stepped through.
#[derive(Debug, Clone, Copy)]
enum Step {
    Days(i64),
    Months(i64),
}

impl Step {
    fn after(self, day: Date) -> Option<Date> {
        match self {
            Self::Days(days) => add_days(day, days),
            Self::Months(months) => add_months(day, months),
        }
    }
}

/// Thousandths as a percentage: 123 is "12.3%".
pub(super) fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The day that holds a minute.
fn day_at(minute: Number) -> Option<Date> {
    let minute = i64::try_from(minute.floor()).ok()?;
    add_days(date(1970, 1, 1), minute.div_euclid(i64::from(MINUTES_PER_DAY)))
}

/// The least of 1, 2 and 5 times a power of ten that is not below `least`.
fn round_step(least: Number) -> Option<Number> {
    if least <= Number::ZERO {
        return None;
    }
    let ten = Number::from(10);
    let mut power = Number::ONE;
    while power >= least {
        power = power.checked_div(ten)?;
    }
    while power.checked_mul(ten)? < least {
        power = power.checked_mul(ten)?;
    }
    [1, 2, 5, 10].into_iter().filter_map(|times| power.checked_mul(Number::from(times))).find(|step| *step >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: i64, high: i64, scale: Scale) -> Vec<String> {
        let axis = Axis::over([low.into(), high.into()].into_iter(), scale).unwrap();
        axis.marks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn marks_stand_at_round_values() {
        let day = |day| minutes_of(day);
        for (low, high, scale, marks) in [
            (1, 2, Scale::Whole, vec!["1", "2"]),
            (148, 155, Scale::Numbers(None), vec!["148", "150", "152", "154"]),
            (13_500, 15_000, Scale::Numbers(None), vec!["13\u{a0}500", "14\u{a0}000", "14\u{a0}500", "15\u{a0}000"]),
            (day(date(2026, 3, 10)), day(date(2026, 3, 13)), Scale::Days, vec!["10 Mar", "11 Mar", "12 Mar", "13 Mar"]),
            (day(date(2025, 12, 20)), day(date(2026, 2, 20)), Scale::Days, vec!["Jan 2026", "Feb 2026"]),
            (day(date(1951, 1, 1)), day(date(1961, 1, 1)), Scale::Days, vec!["1951", "1954", "1957", "1960"]),
            (210, 245, Scale::Clock, vec!["03:30", "03:40", "03:50", "04:00"]),
        ] {
            assert_eq!(labels(low, high, scale.clone()), marks, "{low} {high} {scale:?}");
        }
    }

    #[test]
    fn places_stay_on_the_axis() {
        let axis = Axis::over([Number::ZERO, Number::MAX].into_iter(), Scale::Numbers(None));
        let places = [Number::MIN, Number::ZERO, Number::MAX];
        let shares = axis.map(|axis| places.map(|place| axis.thousandths(place)));
        assert!(shares.is_some_and(|shares| shares.iter().all(|share| (0..=WHOLE).contains(share))));
        assert_eq!(Axis::over([Number::ONE].into_iter(), Scale::Clock), None);
    }

    #[test]
    fn steps_are_round() {
        for (least, step) in [("1.4", "2"), ("0.03", "0.05"), ("1", "1"), ("301", "500"), ("7", "10")] {
            assert_eq!(round_step(least.parse().unwrap()), step.parse().ok(), "{least}");
        }
    }
}
