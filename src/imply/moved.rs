//! "passa da 62 a 64 anni" says that it was 62, and that it is or will be 64.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Occurrence, Subject, Tie};
use crate::value::{Extent, Number, Quantity};
use std::sync::Arc;

/// What was and what is; nothing where the figures have no question.
pub(super) fn moved(tie: &Tie, article: &ArticleClaims) -> Vec<Claim> {
    let Tie::Moved { figures, from, to } = tie else { return Vec::new() };
    let Some(told) = article.mentions.get(*figures) else { return Vec::new() };
    let (Some(subject), Answer::Quantity(range)) = (&told.subject, &told.answer) else { return Vec::new() };
    let text = told.evidence.first().map_or("", |evidence| evidence.text.as_str());
    let claim = |value: &Number, subject: Subject, why: String| {
        let quantity = Quantity { nominal: Some(*value), extent: Extent::exact(*value), ..range.clone() };
        Claim { answer: Answer::Quantity(quantity), subject: Some(subject), ..following(told, Implication::Moved, why) }
    };
    let earlier = Subject { occurrence: Some(Occurrence::Earlier), ..subject.clone() };
    vec![
        claim(to, subject.clone(), format!("“{text}” ends at {to}")),
        claim(from, earlier, format!("“{text}” begins at {from}")),
    ]
}

/// The mentions of an article that tell where something moved from and to.
pub(super) fn ranges(article: &ArticleClaims) -> impl Iterator<Item = &Arc<Claim>> {
    let figures = |tie: &Tie| if let Tie::Moved { figures, .. } = tie { Some(*figures) } else { None };
    article.ties.iter().filter_map(figures).filter_map(|figures| article.mentions.get(figures))
}

/// Whether a claim is told by this mention.
pub(super) fn tells(claim: &Claim, mention: &Claim) -> bool {
    let told = |evidence| claim.evidence.contains(evidence);
    claim.kind() == mention.kind() && mention.evidence.first().is_some_and(told)
}
