//! Weights and thresholds of the judgement: `rules/judgement.toml`. All in thousandths, no floating point.

use super::lexicon::{ConceptClass, ConceptId, Lexicon};
use super::pack::{PackFile, RuleError};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;
use toml::Spanned;

/// Something about two claims that speaks for or against one question; what each means stands in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the pack explains each feature beside its weight")]
pub enum Feature {
    ConceptSame,
    WholeSame,
    ConceptGeneric,
    ConceptNarrower,
    NarrowerSmaller,
    OneOfSeveral,
    Crowd,
    TallyOfAnother,
    NarrowerAlone,
    ConceptInherited,
    ConceptSibling,
    ConceptStem,
    ConceptUnlisted,
    ConceptDifferent,
    ConceptUnknown,
    AttributeSame,
    AttributeRelated,
    AttributeDifferent,
    EventSame,
    EventDated,
    EventDatedOther,
    EventNear,
    EventShared,
    EventRelated,
    EventUnknown,
    EventDifferent,
    ParticipantSame,
    PlaceSame,
    PlaceDifferent,
    NameSame,
    NameDifferent,
    TimeSame,
    TimeDifferent,
    TimeEarlier,
    PartOfWhole,
    RestOfWhole,
    ChangeAlone,
    ModalityOfCount,
    QualitySame,
    QualityMissing,
    OccurrenceMissing,
    OccurrenceDifferent,
    ModalityDifferent,
    AttributionSame,
    Story,
    Context,
    ContextMany,
    ContextNear,
    ContextTelling,
    ContextRare,
    NearRare,
    BestMatch,
    ValuesSlip,
    Growing,
    SourcesDiffer,
    EventExclusive,
    QualityExclusive,
    OtherYear,
    TotalOfKinds,
    WritingDay,
    BothLeading,
    TellingApart,
    TotalAlone,
    AnsweredElsewhere,
    BetterElsewhere,
    Rivals,
    FarApart,
    AgeElsewhen,
    ValuesClose,
    ValuesApart,
    UnitSame,
    BearerSame,
    BearerDifferent,
    BearerUnknown,
    PerMissing,
    OwnerSame,
    OwnerDifferent,
    OneSideOfMatch,
    EventNotShared,
    NothingShared,
}

/// The most that a weight or a score can be, in thousandths.
const MOST: i32 = 100_000;

/// What each feature weighs, and from where on a difference is shown.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Thousandths of confidence from which on a difference is reported.
    pub report_from: u32,
    /// Thousandths of likeness below which two articles tell different stories.
    pub story_least: u32,
    /// The same for articles that share no name.
    pub story_nameless: u32,
    /// Days between two publications beyond which likeness must be greater.
    pub story_days: i64,
    /// The same for articles that appeared further apart.
    pub story_apart: u32,
    /// How many times the other a value must be to be far from it.
    pub far: u32,
    /// How answers compete for their counterpart.
    pub competition: Competition,
    /// How near two values must lie to answer one question.
    pub closeness: Closeness,
    generic: Vec<Spanned<String>>,
    everyday: Vec<Spanned<String>>,
    bias: i32,
    weights: BTreeMap<Feature, i32>,
    kind_bias: BTreeMap<String, i32>,
    calibration: Curve,
    updates: Updates,
    sources: Sources,
    /// What the checks of one article against itself allow.
    pub checks: Checks,
    #[serde(skip)]
    bounded: Vec<ConceptId>,
    #[serde(skip)]
    growing: Vec<ConceptId>,
    #[serde(skip)]
    spreading: Vec<ConceptId>,
    #[serde(skip)]
    unnamed: Vec<ConceptId>,
    #[serde(skip)]
    speakers: Vec<ConceptId>,
    #[serde(skip)]
    broadest: Vec<ConceptId>,
    #[serde(skip)]
    commonest: FxHashSet<Arc<str>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Updates {
    events: Vec<Spanned<String>>,
    attributes: Vec<Spanned<String>>,
    spreading: Spreading,
}

/// When an answer has its counterpart elsewhere; scores in thousandths.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competition {
    /// How far below the score of a pair another pair still is its rival.
    pub near: i32,
    /// How far above it another pair is the counterpart instead.
    pub better: i32,
    /// Over how much an answer given elsewhere fades from "the same question" to "another".
    pub fade: i32,
    /// So many rivals are as bad as more.
    pub many: i32,
    /// So many other values for one thing make it a table.
    pub table: i32,
}

/// What the distance of two values says, in thousandths: above zero for one question, below for two.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closeness {
    /// By hundredths of how many times one figure is the other.
    pub figures: Curve,
    /// The same for ages.
    pub ages: Curve,
    /// By hundredths of how many times as far from the day of writing one day lies as the other.
    pub dates: Curve,
    /// By minutes between times of day.
    pub times: Curve,
}

/// Straight lines between points of rising position.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Curve(Vec<(i64, i32)>);

impl Curve {
    /// The height at a position; before the first point and behind the last that of the point.
    pub fn at(&self, position: i64) -> i32 {
        match self.0.partition_point(|(at, _)| *at <= position).checked_sub(1).and_then(|at| self.0.get(at..)) {
            Some(&[(x0, y0), (x1, y1), ..]) => {
                let part = i64::from(y1 - y0) * (position - x0) / (x1 - x0);
                y0 + i32::try_from(part).unwrap_or(0)
            }
            Some(&[(_, last)]) => last,
            _ => self.0.first().map_or(0, |(_, first)| *first),
        }
    }

    fn rises(&self) -> bool {
        !self.0.is_empty() && self.0.windows(2).all(|pair| pair[0].0 < pair[1].0)
    }

    fn never_falls(&self) -> bool {
        self.0.is_sorted_by_key(|(_, height)| *height)
    }

    fn holds_no_excess(&self, positions: RangeInclusive<i64>, heights: RangeInclusive<i32>) -> bool {
        self.0.iter().all(|(at, height)| positions.contains(at) && heights.contains(height))
    }
}

/// Events whose extent grows, and the dimension in which it is told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spreading {
    dimension: String,
    events: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    speakers: Vec<Spanned<String>>,
    unnamed: Vec<Spanned<String>>,
}

/// What the checks of one article against itself allow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// Per cent above which they are shares of different things.
    pub shares_most: u32,
    /// Thousandths of a total below which a closed list of parts that makes less has a slip.
    pub part_missing: u32,
    bounded: Vec<Spanned<String>>,
}

impl Judgement {
    /// Whether two articles can tell one story that are so alike, that share a name or not, and that appeared so many days
    /// apart.
    pub fn is_one_story(&self, likeness: u32, shares_a_name: impl FnOnce() -> bool, days_apart: Option<i64>) -> bool {
        let is_apart = days_apart.is_some_and(|days| days > self.story_days);
        likeness >= self.story_least
            && (!is_apart || likeness >= self.story_apart)
            && (likeness >= self.story_nameless || shares_a_name())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// A concept that the lexicon does not have, a calibration that does not rise.
    pub fn load(file: &PackFile, lexicon: &Lexicon) -> Result<Self, RuleError> {
        let mut read: Self = file.parse()?;
        if !read.calibration.rises() || !read.calibration.never_falls() {
            return Err(file.error(0..0, "`calibration` must rise from pair to pair"));
        }
        let Closeness { figures, ages, dates, times } = &read.closeness;
        let holds = |curve: &&Curve| curve.rises() && curve.holds_no_excess(0..=u32::MAX.into(), -1000..=1000);
        if ![figures, ages, dates, times].iter().all(holds) {
            let message = "each curve of `closeness` has points [position, height] of rising position, heights within -1000 and 1000";
            return Err(file.error(0..0, message));
        }
        let Competition { better, fade, many, table, .. } = read.competition;
        if [better, fade, many, table].iter().any(|bound| *bound < 1) {
            let message = "`better`, `fade`, `many` and `table` of `competition` must be above zero";
            return Err(file.error(0..0, message));
        }
        if !read.holds_no_excess() {
            let message = format!("weights and scores lie between -{MOST} and {MOST}, confidences up to 1000");
            return Err(file.error(0..0, message));
        }
        let find = |names: &[Spanned<String>]| -> Result<Vec<ConceptId>, RuleError> {
            let id = |name: &Spanned<String>| {
                lexicon.find(name.as_ref()).ok_or_else(|| file.error(name.span(), "no concept of this name"))
            };
            names.iter().map(id).collect()
        };
        read.growing = [find(&read.updates.events)?, find(&read.updates.attributes)?].concat();
        read.spreading = find(&read.updates.spreading.events)?;
        read.broadest = find(&read.generic)?;
        let commonest = find(&read.everyday)?;
        read.commonest = commonest.into_iter().map(|id| Arc::clone(&lexicon.get(id).id)).collect();
        read.unnamed = find(&read.sources.unnamed)?;
        read.speakers = find(&read.sources.speakers)?;
        read.bounded = find(&read.checks.bounded)?;
        Ok(read)
    }

    /// Whether sums of what stands here stay numbers.
    fn holds_no_excess(&self) -> bool {
        let mut weights = self.weights.values().chain(self.kind_bias.values()).chain([&self.bias]);
        let within = |number: &i32| (-MOST..=MOST).contains(number);
        weights.all(within) && self.calibration.holds_no_excess(-i64::from(MOST)..=MOST.into(), 0..=1000)
    }

    /// How much speaks for one question, in thousandths, of a pair of a kind with these features.
    pub fn score(&self, kind: &str, features: &[(Feature, i32)]) -> i32 {
        self.bias + self.kind_bias.get(kind).copied().unwrap_or(0) + self.weighed(features)
    }

    /// The most that a pair gains by being each other's best match.
    pub fn best_match(&self) -> i32 {
        self.weights.get(&Feature::BestMatch).copied().unwrap_or(0).max(0)
    }

    /// What features weigh together, amounts and weights in thousandths.
    pub fn weighed(&self, features: &[(Feature, i32)]) -> i32 {
        let weight = |feature: &Feature| self.weights.get(feature).copied().unwrap_or(0);
        features.iter().map(|(feature, amount)| weight(feature) * amount / 1000).sum()
    }

    /// A score as the confidence in thousandths that both answer one question.
    pub fn calibrated(&self, sum: i32) -> u32 {
        u32::try_from(self.calibration.at(sum.into())).unwrap_or(0)
    }

    /// Whether figures of this concept grow while the news comes in.
    pub fn grows(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.growing.iter().any(|growing| lexicon.is_a(concept, *growing))
    }

    /// Whether what grows with a spreading event is told in this dimension.
    pub fn spreads_in(&self, dimension: Option<&str>) -> bool {
        dimension == Some(self.updates.spreading.dimension.as_str())
    }

    /// Whether the extent of this event grows while the news comes in.
    pub fn spreads(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.spreading.iter().any(|spreading| lexicon.is_a(concept, *spreading))
    }

    /// Whether a share of this concept can never be more than all.
    pub fn is_bounded(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.bounded.iter().any(|bounded| lexicon.is_a(concept, *bounded))
    }

    /// Whether a concept is so broad that sharing it says little.
    pub fn is_generic(&self, concept: ConceptId) -> bool {
        self.broadest.contains(&concept)
    }

    /// Whether so many stories tell of a concept of this name that sharing it says little.
    pub fn is_everyday(&self, concept: &str) -> bool {
        self.commonest.contains(concept)
    }

    /// Whether a source of this concept is somebody in particular.
    pub fn is_named(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        !self.unnamed.iter().any(|unnamed| lexicon.is_a(concept, *unnamed))
    }

    /// Whether it is somebody or something that can say what an article reports.
    pub fn speaks(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        lexicon.get(concept).class == ConceptClass::Actor || self.speakers.iter().any(|who| lexicon.is_a(concept, *who))
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Rules;

    #[test]
    fn what_appeared_far_apart_must_be_more_alike() {
        let judgement = Rules::embedded().unwrap().judgement;
        let (near, far) = (Some(judgement.story_days), Some(judgement.story_days + 1));
        for (likeness, days_apart, is_one) in [
            (judgement.story_least, near, true),
            (judgement.story_least, None, true),
            (judgement.story_least - 1, near, false),
            (judgement.story_apart - 1, far, false),
            (judgement.story_apart, far, true),
        ] {
            assert_eq!(judgement.is_one_story(likeness, || true, days_apart), is_one, "{likeness} {days_apart:?}");
        }
        assert!(!judgement.is_one_story(judgement.story_nameless - 1, || false, near));
        assert!(judgement.is_one_story(judgement.story_nameless, || false, near));
    }
}
