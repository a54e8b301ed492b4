//! `time.toml`: words for days, parts of the day, seasons and feasts.

use super::pack::{PackFile, RuleError};
use super::phrases::{Builder, index, read_marks};
use super::sense::{Mark, Sense, TimeUnit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// Minutes from UTC to the zone that is farthest from it.
const FARTHEST_ZONE: i16 = 14 * 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeFile {
    #[serde(default)]
    months: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    weekdays: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    units: BTreeMap<TimeUnit, Vec<Spanned<String>>>,
    #[serde(default)]
    day: Vec<DayEntry>,
    #[serde(default)]
    story_day: Vec<StoryDayEntry>,
    #[serde(default)]
    daypart: Vec<DayPartEntry>,
    #[serde(default)]
    part_of_unit: Vec<PartOfUnitEntry>,
    #[serde(default)]
    season: Vec<SeasonEntry>,
    #[serde(default)]
    feast: Vec<FeastEntry>,
    #[serde(default)]
    decade_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    age_decade_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    century_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    zones: BTreeMap<Spanned<String>, i16>,
    #[serde(default)]
    zone_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    marks: BTreeMap<Mark, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayEntry {
    words: Vec<Spanned<String>>,
    offset: i16,
    part: Option<Spanned<String>>,
}

/// A day counted from the day of writing: "ieri sera".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RelativeDay {
    /// Days from the day of writing.
    pub offset: i16,
    /// Index of the part of the day that the word names as well.
    pub part: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryDayEntry {
    words: Vec<Spanned<String>>,
    offset: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayPartEntry {
    id: String,
    words: Vec<Spanned<String>>,
    from: Spanned<String>,
    to: Spanned<String>,
}

/// A part of the day, in minutes since midnight.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DayPart {
    /// Name that relative days refer to.
    pub id: String,
    /// First minute.
    pub from: i32,
    /// First minute after it; beyond 1440 it reaches into the next day.
    pub to: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartOfUnitEntry {
    words: Vec<Spanned<String>>,
    part: Spanned<Mark>,
    unit: TimeUnit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeasonEntry {
    words: Vec<Spanned<String>>,
    months: (i8, i8),
}

/// A season as its first and last month; months beyond 12 lie in the next year.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Season {
    /// First month.
    pub first: i8,
    /// Last month, counted on past 12.
    pub last: i8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeastEntry {
    words: Vec<Spanned<String>>,
    #[serde(default)]
    month: Option<i8>,
    #[serde(default)]
    day: Option<i8>,
    #[serde(default)]
    weekday: Option<i8>,
    #[serde(default)]
    easter: Option<i64>,
}

/// A day that the calendar fixes by name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Feast {
    /// The same day every year.
    Fixed {
        /// Month.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// So many days after Easter Sunday (Gregorian).
    Easter(i64),
    /// The first such day of the week from that day on: the first Sunday in Advent from 27 November on, the
    /// fourth Thursday of November from the 22nd on.
    Weekday {
        /// Month.
        month: i8,
        /// First day of the month that it can be.
        day: i8,
        /// Day of the week, Monday 0.
        weekday: i8,
    },
}

#[derive(Default)]
pub(super) struct TimeTables {
    pub(super) days: Vec<RelativeDay>,
    pub(super) dayparts: Vec<DayPart>,
    pub(super) seasons: Vec<Season>,
    pub(super) feasts: Vec<Feast>,
}

/// Reads a file; one that adds to another may leave out months and weekdays.
pub(super) fn read_time(
    file: &PackFile,
    adds: bool,
    build: &mut Builder,
    time: &mut TimeTables,
) -> Result<(), RuleError> {
    let raw: TimeFile = file.parse()?;
    let has = |list: &[_], wanted| list.len() == wanted || adds && list.is_empty();
    if !has(&raw.months, 12) || !has(&raw.weekdays, 7) {
        return Err(file.error(0..0, "twelve months and seven weekdays are wanted, Monday first"));
    }
    for (month, words) in (1..).zip(&raw.months) {
        build.add(words, Sense::Month(month), file)?;
    }
    for (weekday, words) in (0..).zip(&raw.weekdays) {
        build.add(words, Sense::Weekday(weekday), file)?;
    }
    for (unit, words) in &raw.units {
        build.add(words, Sense::TimeUnit(*unit), file)?;
    }
    for part in raw.daypart {
        build.add(&part.words, Sense::DayPart(index(time.dayparts.len())), file)?;
        let (from, to) = (clock_minutes(&part.from, file)?, clock_minutes(&part.to, file)?);
        if from >= to {
            let message = "a part of the day ends after it begins; one that reaches past midnight ends at \"26:00\"";
            return Err(file.error(part.to.span(), message));
        }
        time.dayparts.push(DayPart { id: part.id, from, to });
    }
    for day in raw.day {
        build.add(&day.words, Sense::Day(index(time.days.len())), file)?;
        let part = day.part.as_ref().map(|id| daypart_index(&time.dayparts, id, file)).transpose()?;
        time.days.push(RelativeDay { offset: day.offset, part });
    }
    for day in &raw.story_day {
        build.add(&day.words, Sense::StoryDay(day.offset), file)?;
    }
    for entry in &raw.part_of_unit {
        let part = *entry.part.as_ref();
        if !matches!(part, Mark::Start | Mark::Middle | Mark::End) {
            return Err(file.error(entry.part.span(), "a part of a unit is its \"start\", \"middle\" or \"end\""));
        }
        build.add(&entry.words, Sense::PartOfUnit(part, entry.unit), file)?;
    }
    for season in &raw.season {
        let (first, last) = season.months;
        if !(1..=12).contains(&first) || last < first || last > first + 11 {
            let place = season.words.first().map_or(0..0, Spanned::span);
            return Err(file.error(place, "a season has a first month from 1 to 12, and a last one counted on past 12"));
        }
        build.add(&season.words, Sense::Season(index(time.seasons.len())), file)?;
        time.seasons.push(Season { first: season.months.0, last: season.months.1 });
    }
    for feast in &raw.feast {
        build.add(&feast.words, Sense::Feast(index(time.feasts.len())), file)?;
        time.feasts.push(read_feast(feast, file)?);
    }
    for (name, minutes) in &raw.zones {
        if minutes.abs() > FARTHEST_ZONE {
            return Err(file.error(name.span(), "no zone is as many minutes from UTC"));
        }
        build.add_one(name, Sense::Zone(*minutes), file)?;
    }
    for (minutes, words) in &raw.zone_words {
        let offset = minutes.as_ref().parse().ok().filter(|it: &i16| it.abs() <= FARTHEST_ZONE);
        let offset = offset.ok_or_else(|| file.error(minutes.span(), "minutes ahead of UTC wanted"))?;
        build.add(words, Sense::Zone(offset), file)?;
    }
    for (first, words) in &raw.decade_words {
        let year = first.as_ref().parse().map_err(|_| file.error(first.span(), "first year of a decade wanted"))?;
        build.add(words, Sense::Decade(year), file)?;
    }
    for (first, words) in &raw.age_decade_words {
        let years = first.as_ref().parse().map_err(|_| file.error(first.span(), "first year of an age wanted"))?;
        build.add(words, Sense::AgeDecade(years), file)?;
    }
    for (rank, words) in &raw.century_words {
        let rank = rank.as_ref().parse().map_err(|_| file.error(rank.span(), "rank of a century wanted"))?;
        build.add(words, Sense::Century(rank), file)?;
    }
    read_marks(&raw.marks, file, build)
}

fn read_feast(feast: &FeastEntry, file: &PackFile) -> Result<Feast, RuleError> {
    // 2024 was a leap year.
    let is_day = |month, day| jiff::civil::Date::new(2024, month, day).is_ok();
    match (feast.month, feast.day, feast.weekday, feast.easter) {
        (Some(month), Some(day), None, None) if is_day(month, day) => Ok(Feast::Fixed { month, day }),
        (Some(month), Some(day), Some(weekday), None) if is_day(month, day) && (0..7).contains(&weekday) => {
            Ok(Feast::Weekday { month, day, weekday })
        }
        (None, None, None, Some(days)) if days.abs() <= 366 => Ok(Feast::Easter(days)),
        _ => {
            let place = feast.words.first().map_or(0..0, Spanned::span);
            let message = "a feast needs `month` and `day`, with or without `weekday` (Monday 0), or `easter`";
            Err(file.error(place, message))
        }
    }
}

fn daypart_index(parts: &[DayPart], id: &Spanned<String>, file: &PackFile) -> Result<u16, RuleError> {
    parts
        .iter()
        .position(|part| part.id == *id.as_ref())
        .map(index)
        .ok_or_else(|| file.error(id.span(), "no part of the day of this id"))
}

fn clock_minutes(text: &Spanned<String>, file: &PackFile) -> Result<i32, RuleError> {
    text.as_ref()
        .split_once(':')
        .and_then(|(hours, minutes)| Some((hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?)))
        .filter(|(hours, minutes)| *hours < 48 && *minutes < 60)
        .map(|(hours, minutes)| i32::from(hours) * 60 + i32::from(minutes))
        .ok_or_else(|| file.error(text.span(), "a time as \"05:30\" wanted"))
}
