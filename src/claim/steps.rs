//! Steps through the calendar: so many units from a day, the unit that holds it, the nth day of a longer time.

use crate::grammar::{Length, NthUnit};
use crate::rules::TimeUnit;
use crate::value::{DateSpan, Granularity, Number, add_days, add_months, weekday_from_monday};
use jiff::civil::{Date, Weekday};

/// The day or week of this rank between two days, counted from the end where the rank is negative.
pub fn nth(from: Date, to: Date, rank: i64, unit: NthUnit) -> Option<DateSpan> {
    let steps = if rank > 0 { rank - 1 } else { rank };
    // A week belongs to the month or year that holds its Thursday.
    let weekday = match unit {
        NthUnit::Weekday(weekday) => weekday,
        NthUnit::Week => Weekday::Thursday,
        NthUnit::Day => return Some(DateSpan::day(add_days(if rank > 0 { from } else { to }, steps)?)),
        NthUnit::Half => return half_of(from, to, rank),
        NthUnit::Month => {
            let first = add_months(if rank > 0 { from } else { to }, steps)?;
            return DateSpan::month(first.year(), first.month()).filter(|_| first >= from && first < to);
        }
    };
    let start = if rank > 0 { from } else { to };
    let ahead = i64::from((weekday_from_monday(weekday) - weekday_from_monday(start.weekday())).rem_euclid(7));
    let day = add_days(start, ahead + 7 * steps)?;
    match unit {
        NthUnit::Week => DateSpan::week_of(day),
        _ => (day >= from && day < to).then(|| DateSpan::day(day)),
    }
}

/// One half of a month or a year.
fn half_of(from: Date, to: Date, rank: i64) -> Option<DateSpan> {
    let middle = match add_months(from, 1) {
        Some(end) if end == to => Date::new(from.year(), from.month(), 16).ok()?,
        _ => add_months(from, 6).filter(|_| add_months(from, 12) == Some(to))?,
    };
    let (first, end) = if rank == 1 { (from, middle) } else { (middle, to) };
    matches!(rank, 1 | 2 | -1).then(|| DateSpan::between(Some(first), Some(end), Granularity::Part))
}

/// How many "i primi mesi", "gli ultimi giorni" are.
pub fn some_of(unit: TimeUnit) -> i64 {
    if unit == TimeUnit::Day { 7 } else { 3 }
}

pub fn plus(date: Date, amount: i64, unit: TimeUnit) -> Option<Date> {
    match (unit.months(), unit.days()) {
        (Some(months), _) => add_months(date, months.checked_mul(amount)?),
        (_, Some(days)) => add_days(date, days.checked_mul(amount)?),
        _ => None,
    }
}

/// Days up to a day or from it on, without it: "nei prossimi tre giorni".
pub fn stretch(origin: Date, length: &Length, forward: bool) -> Option<DateSpan> {
    let other = shifted(origin, length, forward)?;
    let day = DateSpan::day(origin);
    // The origin is the edge: "nei prossimi tre giorni" begins tomorrow, "negli ultimi tre" ended yesterday.
    let whole_days = smallest_unit(length) >= TimeUnit::Day;
    let (from, to) = match (forward, whole_days) {
        (true, true) => (day.to, other.to),
        (false, true) => (other.from, day.from),
        (true, false) => (day.from, other.to),
        (false, false) => (other.from, day.to),
    };
    Some(DateSpan { approximate: true, ..DateSpan::between(from, to, Granularity::Part) })
}

/// The day so far away; as loose as the smallest unit that is counted.
pub fn shifted(origin: Date, length: &Length, forward: bool) -> Option<DateSpan> {
    let sign = if forward { Number::ONE } else { -Number::ONE };
    let date = length.iter().try_fold(origin, |date, (amount, unit)| {
        let units = |each: i64| i64::try_from((amount * sign * Number::from(each)).round()).ok();
        match (unit.months(), unit.days()) {
            (Some(months), _) => add_months(date, units(months)?),
            (_, Some(days)) => add_days(date, units(days)?),
            _ => Some(date),
        }
    })?;
    let unit = smallest_unit(length);
    let approximate = unit >= TimeUnit::Week;
    Some(DateSpan { approximate, granularity: unit_granularity(unit), ..DateSpan::day(date) })
}

/// "In 1984 she retired and, a year later, …": the period so far away, where the length is not finer than it.
pub fn later_period(period: DateSpan, length: &Length, forward: bool) -> Option<DateSpan> {
    if unit_granularity(smallest_unit(length)) > period.granularity {
        return None;
    }
    let moved = |date: Option<Date>| shifted(date?, length, forward)?.from;
    Some(DateSpan {
        from: moved(period.from),
        to: moved(period.to),
        ..DateSpan::between(None, None, period.granularity)
    })
}

pub fn smallest_unit(length: &Length) -> TimeUnit {
    length.iter().map(|(_, unit)| *unit).min().unwrap_or(TimeUnit::Day)
}

/// The calendar unit so many after the one that holds `date`.
pub fn calendar_unit(date: Date, unit: TimeUnit, offset: i64) -> Option<DateSpan> {
    let month = |date: Date| Date::new(date.year(), date.month(), 1).ok();
    match unit {
        TimeUnit::Day | TimeUnit::Night => Some(DateSpan::day(add_days(date, offset)?)),
        TimeUnit::Week | TimeUnit::Fortnight => DateSpan::week_of(date)?.shift_days(7 * offset),
        TimeUnit::Weekend => {
            let week = DateSpan::week_of(date)?.shift_days(7 * offset)?;
            Some(DateSpan::between(Some(add_days(week.from?, 5)?), week.to, Granularity::Part))
        }
        TimeUnit::Month => {
            let first = add_months(month(date)?, offset)?;
            DateSpan::month(first.year(), first.month())
        }
        TimeUnit::Quarter | TimeUnit::HalfYear => {
            let months = unit.months()?;
            let index = (i64::from(date.month()) - 1) / months;
            let from = add_months(Date::new(date.year(), 1, 1).ok()?, months * (index + offset))?;
            let granularity = if unit == TimeUnit::Quarter { Granularity::Quarter } else { Granularity::Half };
            Some(DateSpan::between(Some(from), add_months(from, months), granularity))
        }
        TimeUnit::Year => DateSpan::year(i16::try_from(i64::from(date.year()) + offset).ok()?),
        TimeUnit::Decade => {
            let first = i64::from(date.year()) / 10 * 10 + 10 * offset;
            decade(i16::try_from(first).ok()?)
        }
        TimeUnit::Century => {
            let first = Date::new(i16::try_from(i64::from(date.year()) / 100 * 100 + 100 * offset).ok()?, 1, 1).ok()?;
            Some(DateSpan::between(Some(first), add_months(first, 1200), Granularity::Century))
        }
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => None,
    }
}

/// Ten years from their first; two digits mean the last century.
pub fn decade(first: i16) -> Option<DateSpan> {
    let year = if first < 100 { 1900 + first } else { first };
    let from = Date::new(year, 1, 1).ok()?;
    Some(DateSpan::between(Some(from), add_months(from, 120), Granularity::Decade))
}

pub fn unit_granularity(unit: TimeUnit) -> Granularity {
    match unit {
        TimeUnit::Year => Granularity::Year,
        TimeUnit::Month => Granularity::Month,
        TimeUnit::Week | TimeUnit::Fortnight => Granularity::Week,
        TimeUnit::Quarter => Granularity::Quarter,
        TimeUnit::HalfYear => Granularity::Half,
        TimeUnit::Decade => Granularity::Decade,
        TimeUnit::Century => Granularity::Century,
        _ => Granularity::Day,
    }
}
