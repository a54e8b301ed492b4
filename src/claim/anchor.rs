//! From the words of a date to days of the calendar, counted from the day of writing and the story's own days.

use super::steps::{
    calendar_unit, decade, later_period, nth, plus, shifted, smallest_unit, some_of, stretch, unit_granularity,
};
use crate::grammar::{DateExpr, Direction, Origin, Part, easter};
use crate::rules::{Feast, Language, TimeUnit};
use crate::value::{DateSpan, Granularity, PartialDate, add_days, add_months, weekday_from_monday};
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
            // Where the story named no day yet, it is about the day of writing.
            DateExpr::StoryDay(offset) => {
                let day = DateSpan::day(add_days(self.story.or(self.written)?, *offset)?);
                Some(DateSpan { approximate: self.story.is_none(), ..day })
            }
            DateExpr::Weekday(weekday, direction) => self.weekday(*weekday, *direction),
            DateExpr::Directed(date, direction) => self.directed(date, *direction),
            DateExpr::InYear(date, year) => {
                let year = self.span(year, language)?.from?.year();
                self.partial(&PartialDate { year: Some(year), ..*date })
            }
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
            DateExpr::Leading(length, last) => {
                let end = self.span(last, language)?.to?;
                let from = shifted(end, length, false)?.from;
                Some(DateSpan::between(from, Some(end), Granularity::Part))
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
                let span = match **end {
                    DateExpr::Weekday(..) => self.span(end, language)?,
                    _ => self.nearest_end(end, language)?,
                };
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

    /// "ottobre scorso", "il 3 giugno prossimo": never the month or the day that it is counted from.
    fn directed(&self, date: &PartialDate, direction: Direction) -> Option<DateSpan> {
        let from = match direction {
            Direction::Preceding | Direction::Following => self.story.or(self.written)?,
            _ => self.written?,
        };
        let told = (date.month?, date.day.unwrap_or(0));
        let now = (from.month(), if date.day.is_some() { from.day() } else { 0 });
        let last = if told < now { from.year() } else { from.year() - 1 };
        let next = if told > now { from.year() } else { from.year() + 1 };
        let year = match direction {
            Direction::Plain | Direction::This => return self.partial(date),
            Direction::Last | Direction::Preceding => last,
            Direction::Next | Direction::Following => next,
            Direction::LastButOne => last - 1,
            Direction::NextButOne => next + 1,
        };
        // "il 29 febbraio scorso" lies in the last leap year.
        let back = matches!(direction, Direction::Last | Direction::LastButOne | Direction::Preceding);
        let mut years = (0..=LEAP_YEARS_APART).map(|step| if back { year - step } else { year + step });
        years.find_map(|year| self.partial(&PartialDate { year: Some(year), ..*date }))
    }

    fn range(&self, from: &DateExpr, to: &DateExpr, language: &Language) -> Option<DateSpan> {
        let last = self.span(to, language)?;
        // "da ottobre a marzo": the beginning lies before the end.
        let first = match (from, last.from) {
            (DateExpr::Partial(partial), Some(end)) if partial.year.is_none() && partial.month.is_some() => {
                match (self.last_before(partial, end), to) {
                    (Some(first), _) => first,
                    // "29/2-1/3": only some years have the first day, and the last one follows it.
                    (None, DateExpr::Partial(last)) if last.year.is_none() => {
                        let year = self.partial(partial)?.from?.year();
                        let of_year = |date: &PartialDate| PartialDate { year: Some(year), ..*date };
                        let (first, last) = (of_year(partial), of_year(last));
                        return self.range(&DateExpr::Partial(first), &DateExpr::Partial(last), language);
                    }
                    _ => return None,
                }
            }
            // "tra lunedì e martedì scorso": the Monday right before that Tuesday.
            (DateExpr::Weekday(weekday, Direction::Plain), Some(end)) if matches!(to, DateExpr::Weekday(_, direction) if *direction != Direction::Plain) =>
            {
                let ahead = weekday_from_monday(end.weekday()) - weekday_from_monday(*weekday);
                DateSpan::day(add_days(end, -i64::from(ahead.rem_euclid(7)))?)
            }
            _ => self.span(from, language)?,
        };
        // "da domani a giovedì": the end lies after the beginning.
        let last = match (first.from, last.to, to) {
            (Some(a), Some(b), DateExpr::Weekday(_, Direction::Plain)) if b <= a => last.shift_days(7)?,
            _ => last,
        };
        let in_order = |last: &DateSpan| first.from.zip(last.to).is_none_or(|(from, to)| from < to);
        // "from mid-March until the end of April", told in March: the end that still lies ahead.
        let ahead = || Self { forward: true, ..*self }.span(to, language);
        let last = if in_order(&last) { last } else { ahead().unwrap_or(last) };
        in_order(&last).then(|| DateSpan::between(first.from, last.to, last.granularity.max(first.granularity)))
    }

    /// Of the last and the next such date the one that is nearer: in March "jusqu'au 30 avril" looks ahead.
    fn nearest_end(&self, end: &DateExpr, language: &Language) -> Option<DateSpan> {
        let usual = self.span(end, language)?;
        let ahead = Self { forward: true, ..*self }.span(end, language)?;
        // "chiuso fino a mercoledì", "by Monday"
        if matches!(end, DateExpr::Weekday(_, Direction::Plain)) {
            return Some(ahead);
        }
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
        // In November, "last September" may be that of this year or of the last one.
        DateExpr::Directed(..) => true,
        DateExpr::Range(_, last) | DateExpr::Lasting(last, _) | DateExpr::Leading(_, last) => leaves_year_open(last),
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

/// Days from the day of writing within which a weekday that does not fit is a slip.
const NEAR: i64 = 75;

/// Days ahead beyond which an announcement names the year.
const FAR: i64 = 275;

/// Years from one leap year to the next, where the last of a century is none.
const LEAP_YEARS_APART: i16 = 8;

/// Days within which an announced day counts as near.
const SOON: i64 = 14;

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
        DateExpr::InYear(date, _) | DateExpr::Directed(date, _) if date.day.is_some() => Granularity::Day,
        DateExpr::Partial(PartialDate { month: Some(_), .. }) | DateExpr::Directed(..) | DateExpr::InYear(..) => {
            Granularity::Month
        }
        DateExpr::Partial(_) => Granularity::Year,
        DateExpr::Shift { length, .. } => unit_granularity(smallest_unit(length)),
        DateExpr::Unit(unit, _) | DateExpr::StoryUnit(unit, _) => unit_granularity(*unit),
        DateExpr::Season(..) => Granularity::Quarter,
        DateExpr::Decade(_) => Granularity::Decade,
        DateExpr::Century(_) => Granularity::Century,
        _ => Granularity::Part,
    }
}
