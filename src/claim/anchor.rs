//! From the words of a date to days of the calendar, counted from the day of writing and the story's own days.

use crate::grammar::{DateExpr, Direction, Length, NthUnit, Origin, Part, easter};
use crate::rules::{Feast, Language, TimeUnit};
use crate::value::{DateSpan, Granularity, Number, PartialDate, add_days, add_months, weekday_from_monday};
use jiff::civil::{Date, Weekday};

/// What relative dates are counted from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Anchor {
    /// Day of writing; "ieri" and "giovedì" are counted from it alone.
    pub written: Option<Date>,
    /// A day near the day of writing, where that is not known: enough to tell the year of "il 6 gennaio".
    pub near: Option<Date>,
    /// The last day that the story named.
    pub story: Option<Date>,
    /// A month or a year that was named after that day, in this sentence or the one before.
    pub period: Option<DateSpan>,
    /// Whether tense or mood looks forward; news looks back otherwise.
    pub forward: bool,
}

impl Anchor {
    /// The days that a date can name; what cannot be settled stays open and keeps its words.
    pub fn resolve(&self, expr: &DateExpr, language: &Language) -> DateSpan {
        let span = self.span(expr, language).map(|span| DateSpan { year_open: leaves_year_open(expr), ..span });
        span.unwrap_or_else(|| DateSpan::unresolved(written(expr), granularity(expr)))
    }

    fn span(&self, expr: &DateExpr, language: &Language) -> Option<DateSpan> {
        match expr {
            DateExpr::Partial(partial) => self.partial(partial),
            DateExpr::Day(offset) => Some(DateSpan::day(add_days(self.written?, *offset)?)),
            DateExpr::StoryDay(offset) => Some(DateSpan::day(add_days(self.story?, *offset)?)),
            DateExpr::Weekday(weekday, direction) => self.weekday(*weekday, *direction),
            DateExpr::Unit(unit, offset) => calendar_unit(self.written?, *unit, *offset),
            DateExpr::StoryUnit(unit, offset) => calendar_unit(self.story.or(self.written)?, *unit, *offset),
            DateExpr::Shift { length, forward, from: Origin::Story } => match self.period {
                Some(period) => later_period(period, length, *forward),
                None => shifted(self.story.or(self.written)?, length, *forward),
            },
            DateExpr::Shift { length, forward, from } => shifted(self.origin(from, language)?, length, *forward),
            // "less than two weeks after Easter" begins with that day.
            DateExpr::Stretch { length, forward: true, from: Origin::Date(day) } => {
                let first = self.span(day, language)?.from?;
                Some(DateSpan::between(Some(first), shifted(first, length, true)?.from, Granularity::Part))
            }
            DateExpr::Stretch { length, forward, from } => stretch(self.origin(from, language)?, length, *forward),
            DateExpr::Lasting(from, length) => {
                let first = self.span(from, language)?.from?;
                let end = shifted(first, length, true)?.from;
                Some(DateSpan::between(Some(first), end, Granularity::Part))
            }
            DateExpr::Part(part, whole) => self.part(*part, whole, language),
            DateExpr::Range(from, to) => self.range(from, to, language),
            DateExpr::Since(from) => {
                let span = self.span(from, language)?;
                Some(DateSpan { to: None, ..span })
            }
            DateExpr::Until(to) => {
                let span = self.nearest_end(to, language)?;
                Some(DateSpan { from: None, ..span })
            }
            DateExpr::Before(end) => {
                let span = self.nearest_end(end, language)?;
                // "before the end of the year" ends with the year.
                let to = if matches!(**end, DateExpr::Part(Part::End, _)) { span.to } else { span.from };
                Some(DateSpan::between(None, to, span.granularity))
            }
            DateExpr::After(start) => {
                let span = self.span(start, language)?;
                Some(DateSpan::between(span.to, None, span.granularity))
            }
            DateExpr::Season(season, year, offset) => self.season(*season, *year, *offset, language),
            DateExpr::Feast(feast, year) => self.feast(*feast, *year, language),
            DateExpr::Fraction(unit, rank, year) => self.fraction(*unit, *rank, year.as_deref(), language),
            DateExpr::Decade(first) => decade(*first),
            DateExpr::WeekOf(day) => DateSpan::week_of(self.span(day, language)?.from?),
            DateExpr::DayOf(day, month) => {
                let first = self.span(month, language)?.from?;
                Some(DateSpan::day(Date::new(first.year(), first.month(), *day).ok()?))
            }
            DateExpr::Nth(rank, unit, whole) => {
                let whole = self.span(whole, language)?;
                nth(whole.from?, whole.to?, *rank, *unit)
            }
            DateExpr::Century(rank) => {
                let first = Date::new((rank - 1).checked_mul(100)?, 1, 1).ok()?;
                Some(DateSpan::between(Some(first), add_months(first, 1200), Granularity::Century))
            }
        }
    }

    /// The day from which a length of time is counted.
    fn origin(&self, from: &Origin, language: &Language) -> Option<Date> {
        match from {
            Origin::Written => self.written,
            Origin::Story => self.story.or(self.written),
            Origin::Date(date) => self.span(date, language)?.from,
        }
    }

    fn partial(&self, partial: &PartialDate) -> Option<DateSpan> {
        if partial.is_impossible() {
            return None;
        }
        let span = match (partial.year, partial.month, partial.day) {
            (Some(_), Some(_), Some(_)) => DateSpan::day(partial.date()?),
            (Some(year), Some(month), None) => DateSpan::month(year, month)?,
            (Some(year), None, None) => DateSpan::year(year)?,
            (None, Some(month), Some(day)) => {
                let written = self.written.or(self.near)?;
                DateSpan::day(self.nearest(written, |year| Date::new(year, month, day).ok(), partial.weekday)?)
            }
            (None, Some(month), None) => {
                let written = self.written.or(self.near)?;
                let first = self.nearest(written, |year| Date::new(year, month, 1).ok(), None)?;
                DateSpan::month(first.year(), month)?
            }
            (None, None, Some(day)) => DateSpan::day(self.nearest_month(day, partial.weekday)?),
            _ => return None,
        };
        Some(DateSpan { written: *partial, ..span })
    }

    /// The day of this number nearest to the day of writing, on this weekday where one is named: "venerdì 15".
    fn nearest_month(&self, day: i8, weekday: Option<Weekday>) -> Option<Date> {
        let written = self.written.or(self.near)?;
        let this = Date::new(written.year(), written.month(), 1).ok()?;
        let months = (-6..=6).filter_map(|offset| add_months(this, offset));
        let days = months.filter_map(|first| Date::new(first.year(), first.month(), day).ok());
        days.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))
            .min_by_key(|date| crate::value::days_between(written, *date).abs())
    }

    /// The year that fits best: the last one that has come, the next where the tense looks forward. News
    /// announces what is near, so a day within the next fortnight counts as this year's in any tense.
    fn nearest(&self, written: Date, of_year: impl Fn(i16) -> Option<Date>, weekday: Option<Weekday>) -> Option<Date> {
        let candidates = [-4, -3, -2, -1, 0, 1, 2, 3].into_iter().filter_map(|offset| of_year(written.year() + offset));
        let dates: Vec<Date> = candidates.collect();
        let away = |date: &Date| crate::value::days_between(written, *date).abs();
        let last = add_days(written, SOON)?;
        let past = dates.iter().rev().find(|date| **date <= last).copied();
        let next = dates.iter().find(|date| **date >= written).copied();
        // "Inspectors will look at a valve replaced in January": what lies just behind is not a year ahead.
        let just_past = past.is_some_and(|date| away(&date) <= NEAR) && next.is_some_and(|date| away(&date) > FAR);
        let usual = if self.forward && !just_past { next } else { past };
        // A day told with its weekday may lie years back; a near one with another weekday is a slip.
        match (usual, weekday) {
            (Some(date), Some(weekday)) if date.weekday() != weekday && away(&date) > NEAR => dates
                .iter()
                .filter(|date| date.weekday() == weekday)
                .min_by_key(|date| away(date))
                .copied()
                .or(Some(date)),
            _ => usual,
        }
    }

    fn weekday(&self, weekday: Weekday, direction: Direction) -> Option<DateSpan> {
        let keep = |date: Date| DateSpan {
            written: PartialDate { weekday: Some(weekday), ..PartialDate::default() },
            ..DateSpan::day(date)
        };
        let written = match direction {
            Direction::Preceding | Direction::Following => self.story.or(self.written)?,
            _ => self.written?,
        };
        let back = i64::from((weekday_from_monday(written.weekday()) - weekday_from_monday(weekday)).rem_euclid(7));
        let offset = match direction {
            Direction::Plain if self.forward && back != 0 => 7 - back,
            Direction::Plain => -back,
            Direction::This => i64::from(weekday_from_monday(weekday) - weekday_from_monday(written.weekday())),
            Direction::Last | Direction::Preceding => {
                if back == 0 {
                    -7
                } else {
                    -back
                }
            }
            Direction::Next | Direction::Following => 7 - back,
            Direction::LastButOne => {
                if back == 0 {
                    -14
                } else {
                    -back - 7
                }
            }
            Direction::NextButOne => 14 - back,
        };
        add_days(written, offset).map(keep)
    }

    fn part(&self, part: Part, whole: &DateExpr, language: &Language) -> Option<DateSpan> {
        if let Part::First(TimeUnit::Month, Some(0)) | Part::Last(TimeUnit::Month, Some(0)) = part {
            return self.month_by_direction(part, whole);
        }
        let span = self.span(whole, language)?;
        let (from, to) = (span.from?, span.to?);
        let days = crate::value::days_between(from, to);
        let third_of_days = (days + 2) / 3;
        let third = |months| add_months(from, months);
        let (from, to) = match part {
            Part::SoFar => (from, self.written?.clamp(from, to)),
            Part::Rest => (self.written?.clamp(from, to), to),
            // A third of a year is four months.
            Part::Start if span.granularity == Granularity::Year => (from, third(4)?),
            Part::Middle if span.granularity == Granularity::Year => (third(4)?, third(8)?),
            Part::End if span.granularity == Granularity::Year => (third(8)?, to),
            Part::Start => (from, add_days(from, third_of_days)?),
            Part::Middle => (add_days(from, days / 3)?, add_days(to, -(days / 3))?),
            Part::End => (add_days(to, -third_of_days)?, to),
            Part::First(unit, amount) => (from, plus(from, amount.unwrap_or(some_of(unit)), unit)?.min(to)),
            Part::Last(unit, amount) => (plus(to, -amount.unwrap_or(some_of(unit)), unit)?.max(from), to),
        };
        let approximate = !matches!(part, Part::First(_, Some(_)) | Part::Last(_, Some(_)));
        Some(DateSpan { approximate, ..DateSpan::between(Some(from), Some(to), Granularity::Part) })
    }

    /// "ottobre scorso", "ottobre prossimo"
    fn month_by_direction(&self, part: Part, whole: &DateExpr) -> Option<DateSpan> {
        let DateExpr::Partial(PartialDate { month: Some(month), .. }) = whole else { return None };
        let written = self.written?;
        let passed = *month < written.month();
        let year = match part {
            Part::Last(..) => {
                if passed {
                    written.year()
                } else {
                    written.year() - 1
                }
            }
            _ => {
                if *month > written.month() {
                    written.year()
                } else {
                    written.year() + 1
                }
            }
        };
        DateSpan::month(year, *month)
    }

    fn range(&self, from: &DateExpr, to: &DateExpr, language: &Language) -> Option<DateSpan> {
        let last = self.span(to, language)?;
        // "da ottobre a marzo": the beginning lies before the end.
        let first = match (from, last.from) {
            (DateExpr::Partial(partial), Some(end)) if partial.year.is_none() && partial.month.is_some() => {
                self.last_before(partial, end)?
            }
            _ => self.span(from, language)?,
        };
        // "da domani a giovedì": the end lies after the beginning.
        let last = match (first.from, last.to, to) {
            (Some(a), Some(b), DateExpr::Weekday(_, Direction::Plain)) if b <= a => last.shift_days(7)?,
            _ => last,
        };
        let ordered = first.from.zip(last.to).is_none_or(|(from, to)| from < to);
        ordered.then(|| DateSpan::between(first.from, last.to, last.granularity.max(first.granularity)))
    }

    /// Of the last and the next such date the one that is nearer: in March "jusqu'au 30 avril" looks ahead.
    fn nearest_end(&self, end: &DateExpr, language: &Language) -> Option<DateSpan> {
        let usual = self.span(end, language)?;
        let ahead = Self { forward: true, ..*self }.span(end, language)?;
        let away = |span: &DateSpan| Some(crate::value::days_between(self.written?, span.from?).abs());
        Some(if away(&ahead) < away(&usual) { ahead } else { usual })
    }

    /// The last such day or month that begins no later than `end`.
    fn last_before(&self, partial: &PartialDate, end: Date) -> Option<DateSpan> {
        let of_year = |year: i16| self.partial(&PartialDate { year: Some(year), weekday: None, ..*partial });
        of_year(end.year()).filter(|span| span.from <= Some(end)).or_else(|| of_year(end.year() - 1))
    }

    fn season(&self, season: u16, year: Option<i16>, offset: Option<i64>, language: &Language) -> Option<DateSpan> {
        let season = language.seasons.get(usize::from(season))?;
        let begins = |year: i16| add_months(Date::new(year, 1, 1).ok()?, i64::from(season.first) - 1);
        let from = match year {
            Some(year) => begins(year)?,
            None => {
                let written = self.written?;
                let year = written.year();
                let candidates = [year - 2, year - 1, year, year + 1, year + 2].map(begins);
                let past = |date: &Date| *date <= written;
                let months = i64::from(season.last - season.first) + 1;
                match offset {
                    Some(-1) => candidates
                        .into_iter()
                        .flatten()
                        .rfind(|from| add_months(*from, months).is_some_and(|to| to <= written))?,
                    Some(1) => candidates.into_iter().flatten().find(|from| !past(from))?,
                    // "cet hiver" in January began last year, "este verano" in February comes this year.
                    Some(_) => candidates
                        .into_iter()
                        .flatten()
                        .find(|from| add_months(*from, months).is_some_and(|to| to > written || to.year() == year))?,
                    None if self.forward => candidates
                        .into_iter()
                        .flatten()
                        .find(|from| add_months(*from, months).is_some_and(|to| to > written))?,
                    None => candidates.into_iter().flatten().rfind(past)?,
                }
            }
        };
        let to = add_months(from, i64::from(season.last - season.first) + 1);
        Some(DateSpan { approximate: true, ..DateSpan::between(Some(from), to, Granularity::Quarter) })
    }

    fn feast(&self, feast: u16, year: Option<i16>, language: &Language) -> Option<DateSpan> {
        let feast = *language.feasts.get(usize::from(feast))?;
        let of_year = |year: i16| match feast {
            Feast::Fixed { month, day } => Date::new(year, month, day).ok(),
            Feast::Easter(days) => add_days(easter(year)?, days),
            Feast::Weekday { month, day, weekday } => {
                let first = Date::new(year, month, day).ok()?;
                add_days(first, i64::from((weekday - weekday_from_monday(first.weekday())).rem_euclid(7)))
            }
        };
        let date = match year {
            Some(year) => of_year(year)?,
            None => self.nearest(self.written?, of_year, None)?,
        };
        Some(DateSpan::day(date))
    }

    fn fraction(&self, unit: TimeUnit, rank: u32, year: Option<&DateExpr>, language: &Language) -> Option<DateSpan> {
        let months = unit.months()?;
        let first = match year {
            Some(year) => self.span(year, language)?.from?,
            None => {
                let written = self.written?;
                let this = add_months(Date::new(written.year(), 1, 1).ok()?, months * (i64::from(rank) - 1))?;
                let year = if this > written && !self.forward { written.year() - 1 } else { written.year() };
                Date::new(year, 1, 1).ok()?
            }
        };
        let from = add_months(first, months * (i64::from(rank) - 1))?;
        let granularity = if unit == TimeUnit::Quarter { Granularity::Quarter } else { Granularity::Half };
        Some(DateSpan::between(Some(from), add_months(from, months), granularity))
    }
}

/// Whether another year would do as well for the words.
fn leaves_year_open(expr: &DateExpr) -> bool {
    match expr {
        DateExpr::Partial(partial) => partial.year.is_none() && partial.month.is_some(),
        DateExpr::Range(_, last) | DateExpr::Lasting(last, _) => leaves_year_open(last),
        DateExpr::Shift { from: Origin::Date(date), .. } => leaves_year_open(date),
        DateExpr::Part(_, whole)
        | DateExpr::Nth(_, _, whole)
        | DateExpr::Since(whole)
        | DateExpr::Until(whole)
        | DateExpr::Before(whole)
        | DateExpr::After(whole) => leaves_year_open(whole),
        DateExpr::Season(_, year, None | Some(0)) | DateExpr::Feast(_, year) => year.is_none(),
        DateExpr::Fraction(_, _, year) => year.is_none(),
        _ => false,
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

/// The day or week of this rank between two days, counted from the end where the rank is negative.
fn nth(from: Date, to: Date, rank: i64, unit: NthUnit) -> Option<DateSpan> {
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

/// Days from the day of writing within which a weekday that does not fit is a slip.
const NEAR: i64 = 75;

/// Days ahead beyond which an announcement names the year.
const FAR: i64 = 275;

/// Days within which an announced day counts as near.
const SOON: i64 = 14;

/// How many "i primi mesi", "gli ultimi giorni" are.
fn some_of(unit: TimeUnit) -> i64 {
    if unit == TimeUnit::Day { 7 } else { 3 }
}

fn plus(date: Date, amount: i64, unit: TimeUnit) -> Option<Date> {
    match (unit.months(), unit.days()) {
        (Some(months), _) => add_months(date, months.checked_mul(amount)?),
        (_, Some(days)) => add_days(date, days.checked_mul(amount)?),
        _ => None,
    }
}

/// Days up to a day or from it on, without it: "nei prossimi tre giorni".
fn stretch(origin: Date, length: &Length, forward: bool) -> Option<DateSpan> {
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
fn shifted(origin: Date, length: &Length, forward: bool) -> Option<DateSpan> {
    let sign = if forward { Number::ONE } else { -Number::ONE };
    let date = length.iter().try_fold(origin, |date, (amount, unit)| {
        let units = |each: i64| i64::try_from((amount * sign * Number::from(each)).round()).ok();
        match (unit.months(), unit.days()) {
            (Some(months), _) => add_months(date, units(months)?),
            (_, Some(days)) => add_days(date, units(days)?),
            _ => Some(date),
        }
    })?;
    let day = DateSpan::day(date);
    Some(DateSpan { approximate: smallest_unit(length) >= TimeUnit::Week, ..day })
}

/// "In 1984 she retired and, a year later, …": the period so far away, where the length is not finer than it.
fn later_period(period: DateSpan, length: &Length, forward: bool) -> Option<DateSpan> {
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

fn smallest_unit(length: &Length) -> TimeUnit {
    length.iter().map(|(_, unit)| *unit).min().unwrap_or(TimeUnit::Day)
}

/// The calendar unit so many after the one that holds `date`.
fn calendar_unit(date: Date, unit: TimeUnit, offset: i64) -> Option<DateSpan> {
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
fn decade(first: i16) -> Option<DateSpan> {
    let year = if first < 100 { 1900 + first } else { first };
    let from = Date::new(year, 1, 1).ok()?;
    Some(DateSpan::between(Some(from), add_months(from, 120), Granularity::Decade))
}

/// What the words name even where no day can be settled.
fn written(expr: &DateExpr) -> PartialDate {
    match expr {
        DateExpr::Partial(partial) => *partial,
        DateExpr::Weekday(weekday, _) => PartialDate { weekday: Some(*weekday), ..PartialDate::default() },
        _ => PartialDate::default(),
    }
}

fn granularity(expr: &DateExpr) -> Granularity {
    match expr {
        DateExpr::Partial(PartialDate { day: Some(_), .. } | PartialDate { weekday: Some(_), .. })
        | DateExpr::Day(_)
        | DateExpr::StoryDay(_)
        | DateExpr::Weekday(..)
        | DateExpr::Feast(..) => Granularity::Day,
        DateExpr::Partial(PartialDate { month: Some(_), .. }) => Granularity::Month,
        DateExpr::Partial(_) => Granularity::Year,
        DateExpr::Shift { length, .. } => unit_granularity(smallest_unit(length)),
        DateExpr::Unit(unit, _) | DateExpr::StoryUnit(unit, _) => unit_granularity(*unit),
        DateExpr::Season(..) => Granularity::Quarter,
        DateExpr::Decade(_) => Granularity::Decade,
        DateExpr::Century(_) => Granularity::Century,
        _ => Granularity::Part,
    }
}

fn unit_granularity(unit: TimeUnit) -> Granularity {
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
