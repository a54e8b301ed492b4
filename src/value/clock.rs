//! Times of day, in minutes since midnight.

use serde::{Deserialize, Serialize};

/// Minutes in a day.
pub const MINUTES_PER_DAY: i32 = 24 * 60;

/// Which side of a time of day the words leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reach {
    /// "alle 15": the time itself.
    At,
    /// "from 9am", "ab 14 Uhr": it begins then.
    Since,
    /// "fino alle 17": it ends then.
    Until,
    /// "after 3pm"
    After,
    /// "prima delle 9"
    Before,
}

/// A half-open stretch of the day `[from, to)` in minutes since midnight of the zone it is told in.
///
/// A stretch may reach past midnight: "nella notte" ends at 30 × 60.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClockSpan {
    /// First minute of what the words can mean.
    pub from: i32,
    /// First minute after it.
    pub to: i32,
    /// The time as written, in seconds since midnight; a stretch ("in mattinata") has none.
    pub nominal_seconds: Option<i32>,
    /// Minutes that the zone of the text lies ahead of UTC, where it names one.
    pub zone_offset: Option<i32>,
    /// Whether the hour may lie in the other half of the day ("halb sieben", "at 4 o'clock").
    pub half_day_open: bool,
    /// Which side of it is left open.
    pub reach: Reach,
}

impl ClockSpan {
    /// The minute `hour:minute` exactly.
    pub fn at(hour: i32, minute: i32, second: i32) -> Self {
        let from = hour * 60 + minute;
        Self { nominal_seconds: Some(from * 60 + second), ..Self::stretch(from, from + 1) }
    }

    /// A stretch of the day without a clock time of its own.
    pub fn stretch(from: i32, to: i32) -> Self {
        Self { from, to, nominal_seconds: None, zone_offset: None, half_day_open: false, reach: Reach::At }
    }

    /// The time with one side left open. What lies before or after it is near: half a day at most.
    pub fn reaching(self, reach: Reach) -> Self {
        let (from, to) = match reach {
            Reach::At | Reach::Since | Reach::Until => (self.from, self.to),
            Reach::After => (self.from, self.from + MINUTES_PER_DAY / 2),
            Reach::Before => (self.to - MINUTES_PER_DAY / 2, self.to),
        };
        Self { from, to, reach, ..self }
    }

    /// Whether the two can be the same time, zones converted where both are named, days wrapped round.
    pub fn meets(&self, other: &Self) -> bool {
        let shift = match (self.zone_offset, other.zone_offset) {
            (Some(a), Some(b)) => a - b,
            _ => 0,
        };
        let (from, to) = (self.from - shift, self.to - shift);
        let step = if self.half_day_open || other.half_day_open { MINUTES_PER_DAY / 2 } else { MINUTES_PER_DAY };
        (-3..=3).any(|turn| {
            let moved = (from + turn * step, to + turn * step);
            moved.0 < other.to && other.from < moved.1
        })
    }

    /// Smallest distance between the two in minutes, round the clock; 0 where they meet.
    pub fn distance(&self, other: &Self) -> i32 {
        if self.meets(other) {
            return 0;
        }
        let gap = |a: i32, b: i32| (a - b).rem_euclid(MINUTES_PER_DAY);
        gap(self.from, other.to - 1).min(gap(other.from, self.to - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_reaches_past_midnight() {
        let night = ClockSpan::stretch(22 * 60, 30 * 60);
        assert!(night.meets(&ClockSpan::at(3, 36, 0)));
        assert!(night.meets(&ClockSpan::at(23, 10, 0)));
        assert!(!night.meets(&ClockSpan::at(12, 0, 0)));
    }

    #[test]
    fn zones_are_converted_where_both_are_named() {
        let gmt = ClockSpan { zone_offset: Some(0), ..ClockSpan::at(17, 47, 0) };
        let cet = ClockSpan { zone_offset: Some(60), ..ClockSpan::at(18, 47, 0) };
        assert!(gmt.meets(&cet));
        assert!(!gmt.meets(&ClockSpan { zone_offset: Some(60), ..ClockSpan::at(19, 47, 0) }));
    }

    #[test]
    fn after_three_can_be_four_but_not_two() {
        let after = ClockSpan::at(15, 0, 0).reaching(Reach::After);
        assert!(after.meets(&ClockSpan::at(16, 0, 0)));
        assert!(!after.meets(&ClockSpan::at(14, 0, 0)));
        let before = ClockSpan::at(15, 0, 0).reaching(Reach::Before);
        assert!(before.meets(&ClockSpan::at(14, 0, 0)));
        assert!(!before.meets(&ClockSpan::at(16, 0, 0)));
    }

    #[test]
    fn half_past_six_may_be_morning_or_evening() {
        let six = ClockSpan { half_day_open: true, ..ClockSpan::at(6, 30, 0) };
        assert!(six.meets(&ClockSpan::at(18, 30, 0)));
        assert!(!six.meets(&ClockSpan::at(7, 30, 0)));
    }
}
