//! Weights and thresholds of the judgement: `rules/judgement.toml`. All in thousandths, no floating point.

use super::lexicon::{ConceptId, Lexicon};
use super::pack::{PackFile, RuleError};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// What each facet weighs.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the pack explains each weight beside its value")]
pub struct Judgement {
    pub report_from: u32,
    pub bias: i32,
    calibration: Vec<(i32, u32)>,
    pub concept_same: i32,
    pub concept_narrower: i32,
    pub concept_sibling: i32,
    pub narrower_without_event: i32,
    pub concept_stem: i32,
    pub concept_unknown: i32,
    pub attribute_same: i32,
    pub attribute_different: i32,
    pub event_same: i32,
    pub event_related: i32,
    pub event_unknown: i32,
    pub event_different: i32,
    pub participant_same: i32,
    pub name_same: i32,
    pub name_different: i32,
    pub time_same: i32,
    pub quality_same: i32,
    pub quality_missing: i32,
    pub occurrence_missing: i32,
    pub share_different: i32,
    pub story: i32,
    pub story_least: u32,
    pub context: i32,
    pub sibling: i32,
    pub far_apart: i32,
    pub far: u32,
    pub attribution_same: i32,
    kind_bias: BTreeMap<String, i32>,
    updates: Updates,
    #[serde(skip)]
    growing: Vec<ConceptId>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Updates {
    events: Vec<Spanned<String>>,
    attributes: Vec<Spanned<String>>,
}

impl Judgement {
    /// Reads the file.
    ///
    /// # Errors
    /// A concept that the lexicon does not have, a calibration that does not rise.
    pub fn load(file: &PackFile, lexicon: &Lexicon) -> Result<Self, RuleError> {
        let mut read: Self = file.parse()?;
        let rises = read.calibration.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1);
        if !rises || read.calibration.is_empty() {
            return Err(file.error(0..0, "`calibration` must rise from pair to pair"));
        }
        for name in read.updates.events.iter().chain(&read.updates.attributes) {
            match lexicon.find(name.as_ref()) {
                Some(id) => read.growing.push(id),
                None => return Err(file.error(name.span(), "no concept of this name")),
            }
        }
        Ok(read)
    }

    /// What values of a kind start from.
    pub fn kind_bias(&self, kind: &str) -> i32 {
        self.bias + self.kind_bias.get(kind).copied().unwrap_or(0)
    }

    /// Confidence in thousandths for a sum of weights.
    pub fn confidence(&self, sum: i32) -> u32 {
        let after = self.calibration.iter().position(|(score, _)| *score > sum);
        match after {
            Some(0) => self.calibration.first().map_or(0, |(_, confidence)| *confidence),
            None => self.calibration.last().map_or(0, |(_, confidence)| *confidence),
            Some(at) => {
                let ((x0, y0), (x1, y1)) = (self.calibration[at - 1], self.calibration[at]);
                let part = i64::from(sum - x0) * i64::from(y1.saturating_sub(y0)) / i64::from(x1 - x0);
                y0 + u32::try_from(part).unwrap_or(0)
            }
        }
    }

    /// Whether figures of this concept grow while the news comes in.
    pub fn grows(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.growing.iter().any(|growing| lexicon.is_a(concept, *growing))
    }
}
