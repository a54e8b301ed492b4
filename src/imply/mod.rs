//! The claims that follow from an article's claims, each with the reason why.

mod date_range;
mod each;

use crate::claim::{ArticleClaims, Claim, Implied};
use std::sync::Arc;

/// One implication: the claims that follow from one claim of an article.
type Implication = fn(&Claim, &ArticleClaims) -> Vec<Claim>;

const IMPLICATIONS: [Implication; 2] = [each::each, date_range::date_range];

/// Adds everything that follows from what the article says itself.
pub fn extend(mut article: ArticleClaims) -> ArticleClaims {
    let implied: Vec<Arc<Claim>> = article
        .claims
        .iter()
        .flat_map(|claim| IMPLICATIONS.iter().flat_map(|implication| implication(claim, &article)))
        .map(Arc::new)
        .collect();
    article.claims.extend(implied);
    article
}

/// A claim that follows from `claim`.
fn following(claim: &Claim, by: &'static str, why: String) -> Claim {
    Claim { implied: Some(Implied { by, why }), ..claim.clone() }
}
