//! Dates as half-open spans of civil time that keep how finely the words cut it.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

/// How finely words cut time, from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Granularity {
    /// A century.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// Six months.
    Half,
    /// Three months or a season.
    Quarter,
    /// A month.
    Month,
    /// A stretch of days: the beginning of a month, "i primi giorni".
    Part,
    /// Monday to Sunday.
    Week,
    /// A day.
    Day,
}

impl Granularity {
    /// Name in JSON and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Half => "half",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Part => "part",
            Self::Week => "week",
            Self::Day => "day",
        }
    }
}

/// A date of which only some parts are known: "il 6 gennaio", "giovedì".
///
/// No function turns a missing part into a first day or a this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct PartialDate {
    /// Year.
    pub year: Option<i16>,
    /// Month, 1–12.
    pub month: Option<i8>,
    /// Day of the month, as written: 31 February keeps its 31.
    pub day: Option<i8>,
    /// Day of the week, as written.
    #[serde(with = "weekday_number")]
    pub weekday: Option<Weekday>,
}

impl PartialDate {
    /// The day, where year, month and day are known and exist in the calendar.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// Whether day and month can never meet, in any year: 31 February, 30 of month 13.
    pub fn is_impossible(&self) -> bool {
        let Some(day) = self.day else { return false };
        match (self.month, self.year) {
            (Some(month), Some(year)) => Date::new(year, month, day).is_err(),
            (Some(month), None) => Date::new(2024, month, day).is_err(),
            (None, _) => !(1..=31).contains(&day),
        }
    }
}

/// A half-open span of days `[from, to)`; an end that the text leaves open is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateSpan {
    /// First day.
    pub from: Option<Date>,
    /// First day that no longer belongs to it.
    pub to: Option<Date>,
    /// How finely the words cut.
    pub granularity: Granularity,
    /// What the words said where the span could not be settled, and the weekday they named.
    pub written: PartialDate,
    /// Whether the bounds are loose: "intorno al 6 gennaio".
    pub approximate: bool,
    /// Whether the words leave the year to the reader: "a ottobre", "dal 4 al 22 marzo".
    pub year_open: bool,
}

impl DateSpan {
    /// One day.
    pub fn day(date: Date) -> Self {
        Self::between(Some(date), add_days(date, 1), Granularity::Day)
    }

    /// From one day to another, which is left out.
    pub fn between(from: Option<Date>, to: Option<Date>, granularity: Granularity) -> Self {
        Self { from, to, granularity, written: PartialDate::default(), approximate: false, year_open: false }
    }

    /// A whole month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self::between(Some(first), add_months(first, 1), Granularity::Month))
    }

    /// A whole year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        Some(Self::between(Some(first), add_months(first, 12), Granularity::Year))
    }

    /// The Monday-to-Sunday week that holds `date`.
    pub fn week_of(date: Date) -> Option<Self> {
        let monday = add_days(date, -i64::from(weekday_from_monday(date.weekday())))?;
        Some(Self::between(Some(monday), add_days(monday, 7), Granularity::Week))
    }

    /// A span whose day could not be settled; it still can contradict another by its day, month or weekday.
    pub fn unresolved(written: PartialDate, granularity: Granularity) -> Self {
        Self { from: None, to: None, granularity, written, approximate: false, year_open: false }
    }

    /// Whether both ends are known.
    pub fn is_settled(&self) -> bool {
        self.from.is_some() && self.to.is_some()
    }

    /// The single day it covers.
    pub fn single_day(&self) -> Option<Date> {
        let (from, to) = (self.from?, self.to?);
        (add_days(from, 1)? == to).then_some(from)
    }

    /// Number of days covered.
    pub fn days(&self) -> Option<i64> {
        Some(days_between(self.from?, self.to?))
    }

    /// Whether the two can name the same time. Open ends reach as far as time does.
    pub fn meets(&self, other: &Self) -> bool {
        let before = |to: Option<Date>, from: Option<Date>| matches!((to, from), (Some(to), Some(from)) if to <= from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// Whether `self` lies inside `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        let starts = match (self.from, other.from) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) => a >= b,
        };
        let ends = match (self.to, other.to) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) => a <= b,
        };
        starts && ends
    }

    /// The smallest span that holds both.
    pub fn cover(&self, other: &Self) -> Self {
        let from = self.from.zip(other.from).map(|(a, b)| a.min(b));
        let to = self.to.zip(other.to).map(|(a, b)| a.max(b));
        Self::between(from, to, self.granularity.max(other.granularity))
    }

    /// The span shifted by whole days.
    pub fn shift_days(&self, days: i64) -> Option<Self> {
        let shift = |end: Option<Date>| match end {
            None => Some(None),
            Some(date) => add_days(date, days).map(Some),
        };
        Some(Self { from: shift(self.from)?, to: shift(self.to)?, written: PartialDate::default(), ..*self })
    }
}

/// A day of the week as its number, Monday being 1.
mod weekday_number {
    use jiff::civil::Weekday;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};

    pub fn serialize<S: Serializer>(weekday: &Option<Weekday>, to: S) -> Result<S::Ok, S::Error> {
        weekday.map(Weekday::to_monday_one_offset).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Weekday>, D::Error> {
        let number = Option::<i8>::deserialize(from)?;
        number.map(|number| Weekday::from_monday_one_offset(number).map_err(D::Error::custom)).transpose()
    }
}

/// Days from Monday: Monday is 0, Sunday 6.
pub fn weekday_from_monday(weekday: Weekday) -> i8 {
    weekday.to_monday_zero_offset()
}

/// The date so many days later; `None` outside the calendar (year −9999 to 9999).
pub fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The date so many months later, on the last day of the month where its own does not exist.
pub fn add_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// Completed years from one day to a later one; negative where it is earlier.
pub fn years_between(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    if (to.month(), to.day()) >= (from.month(), from.day()) { years } else { years - 1 }
}

/// Whole days from one date to another.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or_else(|_| {
        // Only reachable outside the calendar, which `Date` cannot be.
        (0.days()).get_days().into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_stays_a_year() {
        let year = DateSpan::year(2021).unwrap();
        assert_eq!(year.granularity, Granularity::Year);
        assert_eq!(year.days(), Some(365));
        assert_eq!(year.single_day(), None);
    }

    #[test]
    fn open_ends_reach_as_far_as_time_does() {
        let since = DateSpan::between(Some(date(2022, 2, 1)), None, Granularity::Month);
        assert!(since.meets(&DateSpan::day(date(2030, 1, 1))));
        assert!(!since.meets(&DateSpan::day(date(2022, 1, 31))));
        assert!(!since.is_within(&DateSpan::year(2022).unwrap()));
    }

    #[test]
    fn impossible_dates_are_known_without_a_year() {
        let of = |day, month, year| PartialDate { day: Some(day), month: Some(month), year, weekday: None };
        assert!(of(31, 2, None).is_impossible());
        assert!(!of(29, 2, None).is_impossible());
        assert!(of(29, 2, Some(2026)).is_impossible());
        assert!(of(1, 13, None).is_impossible());
    }

    #[test]
    fn the_week_begins_on_monday() {
        for day in 2..=8 {
            let week = DateSpan::week_of(date(2026, 2, day)).unwrap();
            assert_eq!((week.from, week.to), (Some(date(2026, 2, 2)), Some(date(2026, 2, 9))), "{day}");
            assert_eq!(i64::from(weekday_from_monday(date(2026, 2, day).weekday())), i64::from(day) - 2);
        }
    }

    fn written(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> PartialDate {
        PartialDate { year, month, day, weekday: None }
    }

    #[test]
    fn a_date_is_known_where_all_its_parts_are() {
        assert_eq!(written(Some(2026), Some(2), Some(28)).date(), Some(date(2026, 2, 28)));
        assert_eq!(written(Some(2026), Some(2), Some(29)).date(), None);
        assert_eq!(written(None, Some(2), Some(28)).date(), None);
        assert_eq!(written(Some(2026), None, Some(28)).date(), None);
        assert_eq!(written(Some(2026), Some(2), None).date(), None);
    }

    #[test]
    fn a_day_without_a_month_is_one_to_thirty_one() {
        for (day, impossible) in [(0, true), (1, false), (31, false), (32, true)] {
            assert_eq!(written(None, None, Some(day)).is_impossible(), impossible, "{day}");
            assert_eq!(written(Some(2026), None, Some(day)).is_impossible(), impossible, "{day}");
        }
        assert!(!written(Some(2026), Some(13), None).is_impossible(), "no day, no date");
    }

    #[test]
    fn spans_end_where_the_next_one_begins() {
        let ends = |span: Option<DateSpan>| span.map(|span| (span.from.unwrap(), span.to.unwrap(), span.granularity));
        let cases = [
            (Some(DateSpan::day(date(2026, 12, 31))), Some((date(2026, 12, 31), date(2027, 1, 1), Granularity::Day))),
            (DateSpan::month(2026, 12), Some((date(2026, 12, 1), date(2027, 1, 1), Granularity::Month))),
            (DateSpan::month(2024, 2), Some((date(2024, 2, 1), date(2024, 3, 1), Granularity::Month))),
            (DateSpan::month(2026, 0), None),
            (DateSpan::month(2026, 13), None),
            (DateSpan::year(2024), Some((date(2024, 1, 1), date(2025, 1, 1), Granularity::Year))),
            (DateSpan::week_of(date(2026, 1, 1)), Some((date(2025, 12, 29), date(2026, 1, 5), Granularity::Week))),
        ];
        for (span, expected) in cases {
            assert_eq!(ends(span), expected, "{span:?}");
            assert!(span.is_none_or(|span| span.is_settled() && !span.approximate && !span.year_open));
        }
        assert_eq!(DateSpan::day(date(2026, 3, 4)).single_day(), Some(date(2026, 3, 4)));
        assert_eq!(DateSpan::day(date(2026, 3, 4)).days(), Some(1));
        assert_eq!(DateSpan::year(2024).unwrap().days(), Some(366));
    }

    #[test]
    fn what_is_not_settled_has_no_day() {
        let open = [
            DateSpan::unresolved(written(None, Some(1), Some(6)), Granularity::Day),
            DateSpan::between(Some(date(2026, 1, 6)), None, Granularity::Day),
            DateSpan::between(None, Some(date(2026, 1, 6)), Granularity::Day),
        ];
        for span in open {
            assert!(!span.is_settled(), "{span:?}");
            assert_eq!((span.single_day(), span.days()), (None, None));
        }
        assert_eq!(open[0].written.day, Some(6));
    }

    #[test]
    fn dates_move_by_days_and_months() {
        assert_eq!(add_days(date(2026, 2, 27), 2), Some(date(2026, 3, 1)));
        assert_eq!(add_days(date(2026, 3, 1), -1), Some(date(2026, 2, 28)));
        assert_eq!(add_days(date(2026, 3, 1), i64::MAX), None);
        assert_eq!(add_days(date(9999, 12, 31), 1), None);
        assert_eq!(add_months(date(2026, 1, 31), 1), Some(date(2026, 2, 28)));
        assert_eq!(add_months(date(2026, 1, 31), -2), Some(date(2025, 11, 30)));
        assert_eq!(add_months(date(2026, 1, 31), i64::MAX), None);
        assert_eq!(days_between(date(2026, 2, 27), date(2026, 3, 2)), 3);
        assert_eq!(days_between(date(2026, 3, 2), date(2026, 2, 27)), -3);
    }

    /// Every span between four days, with open ends as well.
    fn spans() -> Vec<DateSpan> {
        let ends = || std::iter::once(None).chain((1..=4).map(|day| Some(date(2026, 3, day))));
        let pairs = ends().flat_map(|from| ends().map(move |to| (from, to)));
        let fits = |(from, to): &(Option<Date>, Option<Date>)| from.zip(*to).is_none_or(|(from, to)| from < to);
        pairs.filter(fits).map(|(from, to)| DateSpan::between(from, to, Granularity::Day)).collect()
    }

    /// The days around those of [`spans`] that a span holds, one bit each.
    fn held(span: &DateSpan) -> u32 {
        let holds = |day: Date| span.from.is_none_or(|from| from <= day) && span.to.is_none_or(|to| day < to);
        let days = (-2..=7).filter_map(|step| Some((step + 2, add_days(date(2026, 3, 1), step)?)));
        days.filter(|(_, day)| holds(*day)).map(|(bit, _)| 1 << bit).sum()
    }

    #[test]
    fn spans_are_sets_of_days() {
        for (a, b) in spans().iter().flat_map(|a| spans().into_iter().map(move |b| (*a, b))) {
            let (x, y) = (held(&a), held(&b));
            assert_eq!(a.meets(&b), x & y != 0, "{a:?} {b:?}");
            assert_eq!(a.is_within(&b), x & !y == 0, "{a:?} {b:?}");
            let cover = a.cover(&b);
            assert!(a.is_within(&cover) && b.is_within(&cover), "{a:?} {b:?}");
            let is_end = |end: Option<Date>, one: Option<Date>, other: Option<Date>| end == one || end == other;
            assert!(is_end(cover.from, a.from, b.from) && is_end(cover.to, a.to, b.to), "{a:?} {b:?}");
        }
    }

    #[test]
    fn a_span_moves_with_both_ends() {
        let march = DateSpan { written: written(None, Some(3), None), ..DateSpan::month(2026, 3).unwrap() };
        let moved = march.shift_days(-31).unwrap();
        assert_eq!((moved.from, moved.to), (Some(date(2026, 1, 29)), Some(date(2026, 3, 1))));
        assert_eq!(moved.written, PartialDate::default(), "what was written names another day");
        let since = DateSpan::between(Some(date(2026, 3, 1)), None, Granularity::Day).shift_days(1).unwrap();
        assert_eq!((since.from, since.to), (Some(date(2026, 3, 2)), None));
        assert_eq!(march.shift_days(i64::MAX), None);
    }

    #[test]
    fn weekdays_are_kept_as_numbers_from_monday() {
        for (weekday, number) in [(Weekday::Monday, "1"), (Weekday::Sunday, "7")] {
            let partial = PartialDate { weekday: Some(weekday), ..PartialDate::default() };
            let text = serde_json::to_string(&partial).unwrap();
            assert!(text.contains(&format!("\"weekday\":{number}")), "{text}");
            assert_eq!(serde_json::from_str::<PartialDate>(&text).unwrap(), partial);
        }
        let none = serde_json::to_string(&PartialDate::default()).unwrap();
        assert_eq!(serde_json::from_str::<PartialDate>(&none).unwrap(), PartialDate::default());
        assert!(serde_json::from_str::<PartialDate>(&none.replace("\"weekday\":null", "\"weekday\":8")).is_err());
    }

    #[test]
    fn granularities_have_names_and_an_order() {
        let names = ["century", "decade", "year", "half", "quarter", "month", "part", "week", "day"];
        let all = [
            Granularity::Century,
            Granularity::Decade,
            Granularity::Year,
            Granularity::Half,
            Granularity::Quarter,
            Granularity::Month,
            Granularity::Part,
            Granularity::Week,
            Granularity::Day,
        ];
        assert_eq!(all.map(Granularity::name), names);
        assert!(all.is_sorted());
    }
}
