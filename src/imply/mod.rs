//! The claims that follow from an article's claims, each with the reason why.

mod apart;
mod clock;
mod date_range;
mod each;
mod hours;
mod moved;
mod together;
mod years;

use crate::claim::{ArticleClaims, Claim, Implication, Implied, Kind, Sibling};
use crate::rules::Rules;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The claims that follow from one claim of an article.
type Follows = fn(&Claim, &ArticleClaims) -> Vec<Claim>;

const IMPLICATIONS: [Follows; 3] = [each::each, date_range::date_range, clock::clock];

/// Adds everything that follows from what the article says itself, and lets each claim know its siblings.
pub fn extend(mut article: ArticleClaims, rules: &Rules) -> ArticleClaims {
    let implied: Vec<Claim> = article
        .claims
        .iter()
        .flat_map(|claim| IMPLICATIONS.iter().flat_map(|follows| follows(claim, &article)))
        .chain(article.ties.iter().filter_map(|tie| together::together(tie, &article, rules)))
        .chain(article.ties.iter().flat_map(|tie| moved::moved(tie, &article)))
        .chain(article.ties.iter().filter_map(|tie| years::born(tie, &article)))
        .chain(article.ties.iter().filter_map(|tie| years::since(tie, &article)))
        .chain(article.ties.iter().filter_map(|tie| hours::hours(tie, &article)))
        .chain(article.ties.iter().filter_map(|tie| apart::apart(tie, &article)))
        .collect();
    let moved: Vec<Arc<Claim>> = moved::ranges(&article).cloned().collect();
    let stated = article.claims.drain(..).map(|claim| match moved.iter().any(|range| moved::tells(&claim, range)) {
        // What moves from one end to the other is never anything between.
        true => Claim { subject: None, ..Arc::unwrap_or_clone(claim) },
        false => Arc::unwrap_or_clone(claim),
    });
    let mut claims: Vec<Claim> = stated.chain(implied).collect();
    add_siblings(&mut claims);
    article.claims = claims.into_iter().map(Arc::new).collect();
    article
}

/// At most so many claims of a kind are kept as competitors: an article that has more tells a list.
const SIBLINGS: usize = 24;

/// Lets each claim know the others of its kind.
pub(crate) fn add_siblings(claims: &mut [Claim]) {
    let mut kinds: FxHashMap<Kind, Vec<Sibling>> = FxHashMap::default();
    for claim in claims.iter() {
        let kind = kinds.entry(claim.kind()).or_default();
        if let Some(subject) = claim.subject.clone().filter(|_| kind.len() < SIBLINGS) {
            kind.push(Sibling { answer: claim.answer.clone(), subject });
        }
    }
    let kinds: FxHashMap<Kind, Arc<[Sibling]>> = kinds.into_iter().map(|(kind, all)| (kind, all.into())).collect();
    for claim in claims {
        claim.siblings = kinds.get(&claim.kind()).cloned().unwrap_or_default();
    }
}

/// A claim that follows from `claim`.
fn following(claim: &Claim, by: Implication, why: String) -> Claim {
    Claim { implied: Some(Implied { by, why }), ..claim.clone() }
}
