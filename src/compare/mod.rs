//! Two claims to a verdict: facet by facet whether they answer the same question, then their answers.

mod verdict;

pub use verdict::{Row, Verdict, VerdictKind};

use crate::claim::{ArticleClaims, Claim};
use crate::finding::Finding;
use crate::rules::Rules;
use std::sync::Arc;

/// Everything that contradicts something in a batch, worst first, in an order that depends on nothing else.
pub fn findings(_batch: &[ArticleClaims], _rules: &Rules) -> Vec<Finding> {
    Vec::new()
}

/// How the claims of one article stand to those of another: a row per question.
pub fn align(_a: &ArticleClaims, _b: &ArticleClaims, _rules: &Rules) -> Vec<Row> {
    Vec::new()
}

/// The verdict on two claims, from the two claims alone.
pub fn compare(_a: &Arc<Claim>, _b: &Arc<Claim>, _rules: &Rules) -> Option<Verdict> {
    None
}
