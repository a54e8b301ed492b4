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

    #[test]
    fn a_time_is_one_minute_and_keeps_its_seconds() {
        let time = ClockSpan::at(18, 7, 15);
        assert_eq!((time.from, time.to, time.nominal_seconds), (1_087, 1_088, Some(65_235)));
        assert_eq!(ClockSpan::stretch(60, 120).nominal_seconds, None);
    }

    #[test]
    fn one_side_is_open_for_half_a_day() {
        let nine = ClockSpan::at(9, 0, 0);
        for (reach, from, to) in [
            (Reach::At, 540, 541),
            (Reach::Since, 540, 541),
            (Reach::Until, 540, 541),
            (Reach::After, 540, 1_260),
            (Reach::Before, -179, 541),
        ] {
            let reaching = nine.reaching(reach);
            assert_eq!((reaching.from, reaching.to, reaching.reach), (from, to, reach));
            assert_eq!(reaching.nominal_seconds, nine.nominal_seconds);
        }
    }

    /// The minutes of a day that a stretch without a zone names.
    fn minutes(span: &ClockSpan) -> Vec<bool> {
        let mut held = vec![false; MINUTES_PER_DAY as usize];
        (span.from..span.to).for_each(|minute| held[minute.rem_euclid(MINUTES_PER_DAY) as usize] = true);
        held
    }

    #[test]
    fn stretches_meet_where_they_share_a_minute() {
        let ends = [0, 1, 60, 719, 720, 721, 1_439, 1_440, 1_500, 1_800];
        let pairs = ends.iter().flat_map(|from| ends.iter().filter(move |to| from < *to).map(move |to| (*from, *to)));
        let all: Vec<ClockSpan> = pairs.map(|(from, to)| ClockSpan::stretch(from, to)).collect();
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            let shared = minutes(a).into_iter().zip(minutes(b)).any(|(a, b)| a && b);
            assert_eq!(a.meets(b), shared, "{a:?} {b:?}");
            assert_eq!(a.distance(b) == 0, shared, "{a:?} {b:?}");
            assert_eq!(a.distance(b), b.distance(a), "{a:?} {b:?}");
        }
    }

    #[test]
    fn distances_go_the_shorter_way_round() {
        let at = |hour, minute| ClockSpan::at(hour, minute, 0);
        for (a, b, minutes) in [
            (at(9, 0), at(9, 1), 1),
            (at(9, 0), at(10, 30), 90),
            (at(23, 30), at(0, 15), 45),
            (at(0, 0), at(12, 0), 720),
            (ClockSpan::stretch(540, 600), at(11, 0), 61),
            (at(8, 0), ClockSpan::stretch(540, 600), 60),
        ] {
            assert_eq!(a.distance(&b), minutes, "{a:?} {b:?}");
        }
    }

    #[test]
    fn zones_turn_round_midnight() {
        let with = |offset, hour| ClockSpan { zone_offset: Some(offset), ..ClockSpan::at(hour, 30, 0) };
        assert!(with(0, 23).meets(&with(120, 1)));
        assert!(with(120, 1).meets(&with(0, 23)));
        assert!(with(-300, 20).meets(&with(330, 7)) == with(330, 7).meets(&with(-300, 20)));
        assert!(!with(0, 23).meets(&with(60, 1)));
        assert!(!with(0, 23).meets(&ClockSpan::at(1, 30, 0)), "only one names its zone");
        let open = ClockSpan { half_day_open: true, ..with(0, 5) };
        assert!(open.meets(&with(60, 18)) && with(60, 18).meets(&open));
    }
}
