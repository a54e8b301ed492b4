//! Whether the articles tell one story, and how much the sentences have in common.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use crate::claim::{ArticleInfo, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Judgement, Rules};
use crate::value::days_between;

pub(super) fn judge(a: &ArticleInfo, b: &ArticleInfo, rules: &Rules) -> Judged {
    let weights = &rules.judgement;
    let one_language = a.language == b.language;
    let likeness = if one_language { a.story.likeness(&b.story) } else { a.story.likeness_across(&b.story) };
    let days_apart = a.published.zip(b.published).map(|(a, b)| days_between(a, b).abs());
    if !weights.is_one_story(likeness, || a.story.shares_a_name(&b.story), days_apart) {
        return Judged::veto(Facet::Story, "the articles tell different stories");
    }
    let why = format!("the articles share {}% of what they are about", likeness / 10);
    Judged::plain(Facet::Story, FacetRelation::Same, why).with(Feature::Story, i32::try_from(likeness).unwrap_or(WHOLE))
}

/// Days within which two articles were written together: nobody's age changes much.
pub(super) const TOGETHER: i64 = 60;

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

/// Telling words that both sentences use: their share of the shorter sentence, how many, and those right beside the
/// values. A word weighs the less the more the stories are full of it.
pub(super) fn context(a: Side<'_>, b: Side<'_>, judgement: &Judgement) -> Judged {
    let (x, y) = (a.subject, b.subject);
    let weight = |term: &&Term| COMMON / (RARE_BELOW + a.article.story.weight(term) + b.article.story.weight(term));
    let all = |terms: &[Term]| terms.iter().map(|term| weight(&term)).sum::<u32>();
    let shared =
        |x: &[Term], y: &[Term]| x.iter().filter(|term| y.contains(term)).map(|term| weight(&term)).sum::<u32>();
    let (words, beside) = (shared(&x.context, &y.context), shared(&x.near, &y.near));
    let is_telling = |term: &&Term| !matches!(term, Term::Concept(name) if judgement.is_everyday(name));
    let rare = |terms: &[Term]| {
        let shared = terms.iter().filter(|term| x.rare.contains(term) && y.rare.contains(term)).count();
        i32::try_from(shared).unwrap_or(WHOLE)
    };
    let beside_both: Vec<Term> = x.near.iter().filter(|term| y.near.contains(term)).cloned().collect();
    let telling = x.context.iter().filter(|term| y.context.contains(term)).any(|term| is_telling(&term));
    let count = x.context.iter().filter(|term| y.context.contains(term)).count();
    let relation = if count == 0 { FacetRelation::Unknown } else { FacetRelation::Compatible };
    Judged::plain(Facet::Context, relation, format!("{} in common", counted(count)))
        .with(Feature::Context, share(words, all(&x.context).min(all(&y.context)), FEW))
        .with(Feature::ContextMany, share(words, 0, MANY))
        .with(Feature::ContextNear, share(beside, all(&x.near).min(all(&y.near)), FEW))
        .with(Feature::ContextTelling, i32::from(telling) * WHOLE)
        .with(Feature::ContextRare, rare(&x.rare).min(RARE) * WHOLE / RARE)
        .with(Feature::NearRare, rare(&beside_both).min(RARE_BESIDE) * WHOLE / RARE_BESIDE)
}

/// "1 telling word", "2 telling words"
fn counted(words: usize) -> String {
    format!("{words} telling word{}", if words == 1 { "" } else { "s" })
}

/// What a word that neither story is full of weighs, times [`RARE_BELOW`].
const COMMON: u32 = 1000 * RARE_BELOW;
/// The weight in both stories together at which a word tells half of what a rare one does.
const RARE_BELOW: u32 = 8;
/// Weight of the words that a sentence has at least, for a share of them to say much.
const FEW: u32 = 3000;
/// So much weight in common is as good as more.
const MANY: u32 = 5000;

/// So many rare words in common are as good as more.
const RARE: i32 = 4;
/// The same of those beside the values.
const RARE_BESIDE: i32 = 2;

/// A part of a whole of at least `least`, in thousandths.
fn share(part: u32, whole: u32, least: u32) -> i32 {
    i32::try_from(part * 1000 / whole.max(least)).unwrap_or(WHOLE).min(WHOLE)
}

/// Where the articles tell it: news begins with the main facts, and outlets tell the others much in one order.
pub(super) fn position(a: &Subject, b: &Subject) -> Judged {
    let judged = Judged::unknown(Facet::Context, None);
    let judged = if a.leading && b.leading { judged.with(Feature::BothLeading, WHOLE) } else { judged };
    let pairs = a.positions.iter().flat_map(|x| b.positions.iter().map(move |y| i32::from(x.abs_diff(*y))));
    judged.with(Feature::TellingApart, pairs.min().unwrap_or(0))
}
