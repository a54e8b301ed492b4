//! Which claims surely give the same answer, so that a fact shows who stands on which side.

use crate::claim::Claim;
use crate::compare::{Row, VerdictKind};
use crate::finding::Confidence;
use crate::report::group::identity;
use crate::rules::Units;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Claims by those that they agree with.
pub(super) struct Agreements<'a> {
    by_claim: FxHashMap<String, Vec<Agreement<'a>>>,
}

/// A claim that agrees with another one.
#[derive(Clone, Copy)]
pub(super) struct Agreement<'a> {
    /// The claim.
    pub claim: &'a Arc<Claim>,
    /// "agrees with" or "fits"
    pub words: &'static str,
    /// How sure it is that both answer one question.
    pub confidence: Confidence,
}

impl<'a> Agreements<'a> {
    /// The sure agreements among some pairs.
    pub(super) fn new(pairs: &'a [Row], units: &Units) -> Self {
        let mut by_claim: FxHashMap<String, Vec<Agreement<'a>>> = FxHashMap::default();
        for row in pairs.iter().filter(|row| row.verdict.confidence >= Confidence::SURE) {
            let words = match row.verdict.kind {
                VerdictKind::Agrees => "agrees with",
                VerdictKind::Refines => "fits",
                _ => continue,
            };
            let (Some(a), Some(b)) = (&row.a, &row.b) else { continue };
            for (claim, other) in [(a, b), (b, a)] {
                let agreement = Agreement { claim, words, confidence: row.verdict.confidence };
                by_claim.entry(identity(other, units)).or_default().push(agreement);
            }
        }
        Self { by_claim }
    }

    /// What agrees with a claim.
    pub(super) fn with(&self, claim: &Claim, units: &Units) -> &[Agreement<'a>] {
        self.by_claim.get(&identity(claim, units)).map_or(&[], Vec::as_slice)
    }
}
