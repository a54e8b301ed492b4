//! What a person is shown: class, check, question, both places, and why the tool thinks that they speak of the same.

mod fingerprint;
mod review;

pub use fingerprint::Fingerprint;
pub use review::{Review, SuppressedBy, Suppression};

use crate::claim::{Claim, Kind};
use crate::value::Number;
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;
use std::sync::Arc;

/// What sort of disagreement a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Same question, answers that cannot both be right.
    Conflict,
    /// One article against itself, the calendar or arithmetic.
    Internal,
    /// Compatible in logic, implausible together.
    Tension,
    /// A figure that grew or was corrected between two articles.
    Update,
    /// Two named sources disagree, and both articles say so.
    Disputed,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// For information.
    Note,
    /// Worth a look.
    Warning,
    /// A confident contradiction.
    Error,
}

impl Class {
    /// All of them, worst first.
    pub const ALL: [Self; 5] = [Self::Conflict, Self::Internal, Self::Tension, Self::Update, Self::Disputed];

    /// Name in records and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Internal => "internal",
            Self::Tension => "tension",
            Self::Update => "update",
            Self::Disputed => "disputed",
        }
    }

    /// Severity that follows from the class and how sure the tool is.
    pub fn severity(self, confidence: Confidence) -> Severity {
        self.severity_from(confidence, Confidence::SURE)
    }

    /// Severity where a contradiction is an error from another confidence on.
    pub fn severity_from(self, confidence: Confidence, sure: Confidence) -> Severity {
        match self {
            Self::Conflict | Self::Internal if confidence >= sure => Severity::Error,
            Self::Conflict | Self::Internal | Self::Tension => Severity::Warning,
            Self::Update | Self::Disputed => Severity::Note,
        }
    }
}

impl Severity {
    /// All of them, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// Name in records and options.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How sure the tool is, in thousandths, so that it compares and prints the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u16);

impl Confidence {
    /// From here on a conflict is an error.
    pub const SURE: Self = Self(800);

    /// Thousandths, at most a thousand.
    pub fn from_thousandths(value: u32) -> Self {
        Self(u16::try_from(value.min(1000)).unwrap_or(1000))
    }

    /// A number between 0 and 1; `None` for any other.
    pub fn from_number(value: Number) -> Option<Self> {
        let thousandths = value.checked_mul(Number::from(1000))?.round();
        let thousandths = u32::try_from(thousandths).ok().filter(|_| !value.is_sign_negative() || value.is_zero())?;
        (thousandths <= 1000).then(|| Self::from_thousandths(thousandths))
    }

    /// Thousandths.
    pub fn thousandths(self) -> u16 {
        self.0
    }

    /// As a number between 0 and 1 with three digits.
    pub fn number(self) -> Number {
        Number::new(i64::from(self.0), 3)
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 1000, self.0 % 1000 / 10)
    }
}

/// One side of the question, as judged for two claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// What is counted, measured or dated.
    Concept,
    /// What happens.
    Event,
    /// Who takes part, in which role.
    Participant,
    /// Where.
    Place,
    /// When.
    Time,
    /// All, some, or the rest.
    Part,
    /// Each, or altogether.
    Scope,
    /// Fact, plan, possibility, denial.
    Modality,
    /// Who says so.
    Attribution,
    /// Which story the article tells.
    Story,
    /// The other words of the sentences.
    Context,
}

impl Facet {
    /// Name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Event => "event",
            Self::Participant => "participant",
            Self::Place => "place",
            Self::Time => "time",
            Self::Part => "part",
            Self::Scope => "scope",
            Self::Modality => "modality",
            Self::Attribution => "attribution",
            Self::Story => "story",
            Self::Context => "context",
        }
    }
}

/// How two claims stand to each other on one facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetRelation {
    /// The same.
    Same,
    /// Different words that can mean the same.
    Compatible,
    /// At least one does not say.
    Unknown,
    /// Another question.
    Different,
}

impl FacetRelation {
    /// Name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Unknown => "unknown",
            Self::Different => "different",
        }
    }
}

/// One facet's answer with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetJudgement {
    /// The facet.
    pub facet: Facet,
    /// The answer.
    pub relation: FacetRelation,
    /// The reason in words.
    pub why: Arc<str>,
}

/// The places that a finding shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Places {
    /// Two articles, one claim each.
    Between(Arc<Claim>, Arc<Claim>),
    /// One article, with the claims that do not fit together, or a single one that does not fit the calendar.
    Within(Vec<Arc<Claim>>),
}

impl Places {
    /// Every claim, in order, to be replaced by another that is shown alike.
    pub(crate) fn claims_mut(&mut self) -> Vec<&mut Arc<Claim>> {
        match self {
            Self::Between(a, b) => vec![a, b],
            Self::Within(claims) => claims.iter_mut().collect(),
        }
    }

    /// Every claim, in order.
    pub fn claims(&self) -> Vec<&Arc<Claim>> {
        match self {
            Self::Between(a, b) => vec![a, b],
            Self::Within(claims) => claims.iter().collect(),
        }
    }
}

/// What a person is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Identity that survives unrelated edits.
    pub id: Fingerprint,
    /// Sort of disagreement.
    pub class: Class,
    /// Name of the check: "conflicting-count", "weekday-date".
    pub check: &'static str,
    /// Kind of the answers.
    pub kind: Kind,
    /// How sure the tool is.
    pub confidence: Confidence,
    /// The question in words.
    pub question: String,
    /// Where it stands.
    pub places: Places,
    /// Why both speak of the same thing; for internal findings, what does not fit.
    pub facets: Vec<FacetJudgement>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What settings, a baseline and the article make of it.
    pub review: Review,
}

impl Finding {
    /// Severity that the settings give it, else the one that follows from class and confidence.
    pub fn severity(&self) -> Severity {
        self.review.severity.unwrap_or_else(|| self.class.severity(self.confidence))
    }

    /// Kind as records name it: that of the answers or, of one article against itself, the check.
    pub fn kind_name(&self) -> &'static str {
        if self.class == Class::Internal { self.check } else { self.kind.name() }
    }

    /// Whether it is to be told: neither the article nor a baseline speaks against it.
    pub fn is_active(&self) -> bool {
        self.review.suppression.is_none()
    }
}
