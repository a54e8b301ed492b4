//! Whether the articles tell one story, and how much the sentences have in common.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use crate::claim::{Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Rules};
use crate::value::days_between;

pub(super) fn judge(a: Side<'_>, b: Side<'_>, rules: &Rules) -> Judged {
    let weights = &rules.judgement;
    let likeness = a.article.story.likeness(&b.article.story);
    let names = a.article.story.shared_names(&b.article.story);
    if likeness < weights.story_least || (names == 0 && likeness < weights.story_nameless) {
        return Judged::veto(Facet::Story, "the articles tell different stories");
    }
    let why = format!("the articles share {}% of what they are about", likeness / 10);
    Judged::plain(Facet::Story, FacetRelation::Same, why).with(Feature::Story, i32::try_from(likeness).unwrap_or(WHOLE))
}

/// Days within which two articles were written together: nobody's age changes much.
const TOGETHER: i64 = 60;

/// Whether both articles are known to be written about the same time.
pub(super) fn written_together(a: Side<'_>, b: Side<'_>) -> bool {
    let days = a.article.published.zip(b.article.published).map(|(a, b)| days_between(a, b).abs());
    days.is_some_and(|days| days <= TOGETHER)
}

/// Likeness that two claims of one article are given: its parts tell one story, but of several things.
const ONE_ARTICLE: i32 = 500;

/// Two claims of one article.
pub(super) fn one_article() -> Judged {
    Judged::plain(Facet::Story, FacetRelation::Same, "one article").with(Feature::Story, ONE_ARTICLE)
}

/// Telling words that both sentences use: any, those right beside the values, and those that neither story is full of.
pub(super) fn context(a: Side<'_>, b: Side<'_>) -> Judged {
    let (x, y) = (a.subject, b.subject);
    let shared: Vec<&Term> = x.context.iter().filter(|term| y.context.contains(term)).collect();
    let relation = if shared.is_empty() { FacetRelation::Unknown } else { FacetRelation::Compatible };
    let everywhere = |term: &Term| a.article.story.tells(term) && b.article.story.tells(term);
    let rare = shared.iter().filter(|term| !everywhere(term)).count();
    let beside = x.near.iter().filter(|term| y.near.contains(term)).count();
    Judged::plain(Facet::Context, relation, format!("{} telling words in common", shared.len()))
        .with(Feature::Context, share(shared.len(), x.context.len().min(y.context.len())))
        .with(Feature::ContextRare, share(rare, RARE))
        .with(Feature::ContextNear, share(beside, x.near.len().min(y.near.len())))
}

/// So many rare words in common are as good as more.
const RARE: usize = 4;

/// A part of a whole of at least four, in thousandths.
fn share(part: usize, whole: usize) -> i32 {
    i32::try_from(part * 1000 / whole.max(4)).unwrap_or(WHOLE).min(WHOLE)
}

/// Both articles begin with it: such figures are the main facts of the story.
pub(super) fn position(a: &Subject, b: &Subject) -> Judged {
    let judged = Judged::unknown(Facet::Context, None);
    if a.leading && b.leading { judged.with(Feature::BothLeading, WHOLE) } else { judged }
}
