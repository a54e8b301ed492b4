//! Whether the articles tell one story, and how much the sentences have in common.

use super::facet::Judged;
use crate::claim::{Claim, Subject};
use crate::finding::{Facet, FacetRelation};
use crate::rules::Rules;

pub(super) fn judge(a: &Claim, b: &Claim, rules: &Rules) -> Judged {
    let weights = &rules.judgement;
    let likeness = a.article.story.likeness(&b.article.story);
    let names = a.article.story.shared_names(&b.article.story);
    if names == 0 || likeness < weights.story_least {
        return Judged::veto(Facet::Story, "the articles tell different stories");
    }
    let weight = weights.story * i32::try_from(likeness).unwrap_or(1000) / 1000;
    let why = format!("the articles share {}% of what they are about", likeness / 10);
    Judged::new(Facet::Story, FacetRelation::Same, weight, why)
}

/// Telling words that both sentences use.
pub(super) fn context(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let shorter = a.context.len().min(b.context.len());
    if shorter == 0 {
        return Judged::unknown(Facet::Context, 0);
    }
    let shared = a.context.iter().filter(|term| b.context.contains(term)).count();
    let ratio = i32::try_from(shared * 1000 / shorter.max(4)).unwrap_or(1000).min(1000);
    let relation = if shared > 0 { FacetRelation::Compatible } else { FacetRelation::Unknown };
    Judged::new(Facet::Context, relation, rules.judgement.context * ratio / 1000, format!("{shared} telling words in common"))
}
