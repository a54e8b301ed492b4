//! What a word or phrase of a language can mean to the grammar and to the binding of claims.

use crate::value::{Number, UnitRef};
use serde::{Deserialize, Serialize};

/// One thing that a phrase can mean. Numbers are indices into the tables of the [`super::Language`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sense {
    /// Words that move the bounds of a figure.
    Hedge(u16),
    /// A unit of measurement.
    Unit(u16),
    /// The name of a scale before its figure: "magnitudo". An index like that of a unit.
    Scale(u16),
    /// A currency or a part of one.
    Currency(u16),
    /// "per cento", "%".
    Percent,
    /// "punti percentuali".
    PercentPoints,
    /// "points", of percent by what the sentence tells of.
    Points,
    /// Hundredths of a percentage point.
    BasisPoints,
    /// A month, 1–12.
    Month(i8),
    /// A day of the week, Monday 0.
    Weekday(i8),
    /// "ieri": a day counted from the day of writing.
    Day(u16),
    /// "il giorno dopo": a day counted from the story's last day.
    StoryDay(i16),
    /// A part of the day.
    DayPart(u16),
    /// A season, by index.
    Season(u16),
    /// A feast, by index.
    Feast(u16),
    /// A length of calendar or clock time.
    TimeUnit(TimeUnit),
    /// A part of one by a word of its own, "year-end": its beginning, middle or end.
    PartOfUnit(Mark, TimeUnit),
    /// A time zone: minutes ahead of UTC.
    Zone(i16),
    /// Ten years by their own name, "the seventies": the first of them, or its last two digits.
    Decade(i16),
    /// Somebody of an age of which the word tells the decade, "quinquagénaire": its first year.
    AgeDecade(u16),
    /// A hundred years by their own name, "Settecento": their rank.
    Century(u32),
    /// An ordinal number.
    Ordinal(u32),
    /// "meno": what follows lies below zero.
    Minus,
    /// Denominator of a fraction.
    Denominator(u32),
    /// A noun for about so many.
    Collective(u16),
    /// A plural for an open number of tens, hundreds, …
    Indefinite(u16),
    /// A number after this word is part of a name.
    NameBefore,
    /// A number that is the name of a model: "737".
    Model,
    /// A number before this word is part of a name.
    NameAfter,
    /// A set phrase in which numbers mean nothing.
    Idiom,
    /// A function word.
    Mark(Mark),
    /// A concept of the lexicon.
    Concept(super::ConceptId, super::WordClass),
}

/// A length of time that language names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// 1 s
    Second,
    /// 60 s
    Minute,
    /// 3600 s
    Hour,
    /// A day.
    Day,
    /// Night, as a unit of counting.
    Night,
    /// Saturday and Sunday.
    Weekend,
    /// Seven days.
    Week,
    /// Fourteen days.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl TimeUnit {
    /// Name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Night => "night",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The unit of a length of time.
    pub fn unit(self) -> UnitRef {
        UnitRef { id: self.name().into(), factor: Number::from(self.seconds()), offset: Number::ZERO }
    }

    /// Seconds in the unit; years count 365 days, of which months are a twelfth: the convention of every duration here.
    pub fn seconds(self) -> i64 {
        const DAY: i64 = 86_400;
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day | Self::Night => DAY,
            Self::Weekend => 2 * DAY,
            Self::Week => 7 * DAY,
            Self::Fortnight => 14 * DAY,
            Self::Month => 365 * DAY / 12,
            Self::Quarter => 365 * DAY / 4,
            Self::HalfYear => 365 * DAY / 2,
            Self::Year => 365 * DAY,
            Self::Decade => 3_650 * DAY,
            Self::Century => 36_500 * DAY,
        }
    }

    /// Months in the unit, for units that the calendar counts in months.
    pub fn months(self) -> Option<i64> {
        Some(match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1_200,
            _ => return None,
        })
    }

    /// Days in the unit, for units that the calendar counts in days.
    pub fn days(self) -> Option<i64> {
        Some(match self {
            Self::Day | Self::Night => 1,
            Self::Week | Self::Weekend => 7,
            Self::Fortnight => 14,
            _ => return None,
        })
    }
}

/// A function word by what it does. The words of each are in `rules/<lang>/words.toml` and `time.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the variants are the names of the tables in the packs, which explain them")]
pub enum Mark {
    // words.toml
    And,
    Or,
    Range,
    Of,
    The,
    From,
    To,
    In,
    With,
    Between,
    Against,
    /// Before what a figure is held against: "rispetto ai 120 di un anno prima".
    ComparedWith,
    /// At the time that was told of before: "allora", "at the time".
    BackThen,
    For,
    Agent,
    /// "by", "um": before how much more or less, and then to what.
    ChangeBy,
    Within,
    Each,
    Altogether,
    PartOf,
    Besides,
    Per,
    Not,
    PronounOf,
    Copula,
    Auxiliary,
    Conditional,
    Possible,
    Planned,
    Denied,
    AccordingTo,
    Says,
    Correction,
    Preliminary,
    Shifts,
    DegreeMore,
    DegreeLess,
    Still,
    Other,
    Relative,
    Question,
    OutOf,
    Equals,
    Born,
    AgeBefore,
    AgeOf,
    AgeAfter,
    AgeVerbs,
    AgeReached,
    // time.toml
    At,
    Oclock,
    Am,
    Pm,
    AtNight,
    Noon,
    Midnight,
    QuarterPast,
    HalfPast,
    HalfTo,
    ThreeQuartersPast,
    QuarterTo,
    MinutesPast,
    MinutesTo,
    MinutesPastWord,
    MinutesToWord,
    ComingAfter,
    On,
    AgoBefore,
    AgoAfter,
    LaterAfter,
    LaterBefore,
    EarlierAfter,
    Last,
    Next,
    LastButOne,
    NextButOne,
    Recent,
    This,
    Previous,
    Following,
    Coming,
    Since,
    Until,
    Start,
    Middle,
    End,
    FirstUnits,
    HourArticle,
    LastUnits,
    ManyUnits,
    EarlierIn,
    LaterIn,
    Onwards,
    WeekOn,
    FortnightOn,
    QuarterLetter,
    HalfLetter,
    AgeAt,
    Subject,
    Possessive,
    Superlative,
    Every,
    DecadeBefore,
    DecadeAfter,
    YearBefore,
    CenturyAfter,
    CenturyBefore,
    EraBc,
    OfTheDay,
    WeekOf,
    NightBefore,
    JustBefore,
    JustAfter,
    Around,
    ScoreJoin,
    BelowZero,
    Halves,
    FirstHalf,
    SecondHalf,
    DateJoin,
    OneOf,
    Before,
    After,
}

/// Which function words something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MarkSet(u128);

impl MarkSet {
    /// Adds one.
    pub fn insert(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u32;
    }

    /// Whether it is this one.
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u32) != 0
    }
}
