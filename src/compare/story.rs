//! Whether the articles tell one story, and how much the sentences have in common.

use super::facet::{Judged, WHOLE};
use crate::claim::{Claim, Subject};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Rules};

pub(super) fn judge(a: &Claim, b: &Claim, rules: &Rules) -> Judged {
    let weights = &rules.judgement;
    let likeness = a.article.story.likeness(&b.article.story);
    let names = a.article.story.shared_names(&b.article.story);
    if names == 0 || likeness < weights.story_least {
        return Judged::veto(Facet::Story, "the articles tell different stories");
    }
    let why = format!("the articles share {}% of what they are about", likeness / 10);
    Judged::plain(Facet::Story, FacetRelation::Same, why).with(Feature::Story, i32::try_from(likeness).unwrap_or(WHOLE))
}

/// Likeness that two claims of one article are given: its parts tell one story, but of several things.
const ONE_ARTICLE: i32 = 500;

/// Two claims of one article.
pub(super) fn one_article() -> Judged {
    Judged::plain(Facet::Story, FacetRelation::Same, "one article").with(Feature::Story, ONE_ARTICLE)
}

/// Telling words that both sentences use.
pub(super) fn context(a: &Subject, b: &Subject) -> Judged {
    let shorter = a.context.len().min(b.context.len());
    if shorter == 0 {
        return Judged::unknown(Facet::Context, None);
    }
    let shared = a.context.iter().filter(|term| b.context.contains(term)).count();
    let ratio = i32::try_from(shared * 1000 / shorter.max(4)).unwrap_or(WHOLE).min(WHOLE);
    let relation = if shared > 0 { FacetRelation::Compatible } else { FacetRelation::Unknown };
    Judged::plain(Facet::Context, relation, format!("{shared} telling words in common")).with(Feature::Context, ratio)
}
