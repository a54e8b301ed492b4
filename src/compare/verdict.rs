//! What comes out of comparing two claims.

use crate::claim::Claim;
use crate::finding::{Class, Confidence, FacetJudgement};
use std::sync::Arc;

/// How two answers to the same question stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerdictKind {
    /// They cannot both be right.
    Conflict,
    /// Compatible in logic, implausible together.
    Tension,
    /// The later article's figure supersedes the earlier one's.
    Update,
    /// Two named sources disagree.
    Disputed,
    /// The same answer.
    Agrees,
    /// One says more exactly what the other says.
    Refines,
    /// Only the first article answers.
    OnlyA,
    /// Only the second article answers.
    OnlyB,
}

impl VerdictKind {
    /// The class of the finding that it makes; `None` where nothing is wrong.
    pub fn class(self) -> Option<Class> {
        Some(match self {
            Self::Conflict => Class::Conflict,
            Self::Tension => Class::Tension,
            Self::Update => Class::Update,
            Self::Disputed => Class::Disputed,
            Self::Agrees | Self::Refines | Self::OnlyA | Self::OnlyB => return None,
        })
    }

    /// Name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Tension => "tension",
            Self::Update => "update",
            Self::Disputed => "disputed",
            Self::Agrees => "agrees",
            Self::Refines => "refines",
            Self::OnlyA => "only in A",
            Self::OnlyB => "only in B",
        }
    }
}

/// The verdict on a pair of claims that answer the same question, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How the answers stand to each other.
    pub kind: VerdictKind,
    /// How sure the tool is that both answer the same question.
    pub confidence: Confidence,
    /// Facet by facet, why.
    pub facets: Vec<FacetJudgement>,
}

/// One question of an alignment of two articles.
#[derive(Debug, Clone)]
pub struct Row {
    /// The claim of the first article.
    pub a: Option<Arc<Claim>>,
    /// The claim of the second article.
    pub b: Option<Arc<Claim>>,
    /// How they stand to each other.
    pub verdict: Verdict,
}
