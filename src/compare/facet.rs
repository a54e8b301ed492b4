//! What one facet says about two claims, as features that the judgement weighs.

use crate::finding::{Facet, FacetJudgement, FacetRelation};
use crate::rules::Feature;
use std::sync::Arc;

/// A whole feature, in thousandths.
pub(super) const WHOLE: i32 = 1000;

/// One facet's judgement and the features that speak for or against one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    /// The answer with its reason.
    pub judgement: FacetJudgement,
    /// Features with their amounts in thousandths.
    pub features: Vec<(Feature, i32)>,
    /// Ends it: these are two questions.
    pub veto: bool,
}

impl Judged {
    /// Says something by one whole feature.
    pub fn new(facet: Facet, relation: FacetRelation, feature: Feature, why: impl Into<Arc<str>>) -> Self {
        Self::plain(facet, relation, why).with(feature, WHOLE)
    }

    /// Says something that weighs nothing.
    pub fn plain(facet: Facet, relation: FacetRelation, why: impl Into<Arc<str>>) -> Self {
        Self { judgement: FacetJudgement { facet, relation, why: why.into() }, features: Vec::new(), veto: false }
    }

    /// Another question.
    pub fn veto(facet: Facet, why: impl Into<Arc<str>>) -> Self {
        Self { veto: true, ..Self::plain(facet, FacetRelation::Different, why) }
    }

    /// Not said by both, which may weigh itself.
    pub fn unknown(facet: Facet, feature: Option<Feature>) -> Self {
        let judged = Self::plain(facet, FacetRelation::Unknown, "not said by both");
        match feature {
            Some(feature) => judged.with(feature, WHOLE),
            None => judged,
        }
    }

    /// With one more feature.
    pub fn with(mut self, feature: Feature, amount: i32) -> Self {
        if amount != 0 {
            self.features.push((feature, amount));
        }
        self
    }
}
