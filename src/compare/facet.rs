//! What one facet says about two claims, with its weight.

use crate::finding::{Facet, FacetJudgement, FacetRelation};

/// One facet's judgement and how much it speaks for one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    /// The answer with its reason.
    pub judgement: FacetJudgement,
    /// Thousandths for (or, below zero, against) one question.
    pub weight: i32,
    /// Ends it: these are two questions.
    pub veto: bool,
}

impl Judged {
    /// Speaks for or against by its weight.
    pub fn new(facet: Facet, relation: FacetRelation, weight: i32, why: impl Into<String>) -> Self {
        Self { judgement: FacetJudgement { facet, relation, why: why.into() }, weight, veto: false }
    }

    /// Another question.
    pub fn veto(facet: Facet, why: impl Into<String>) -> Self {
        Self { veto: true, ..Self::new(facet, FacetRelation::Different, 0, why) }
    }

    /// Says nothing.
    pub fn unknown(facet: Facet, weight: i32) -> Self {
        Self::new(facet, FacetRelation::Unknown, weight, "not said by both")
    }
}
