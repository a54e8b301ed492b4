//! Two claims to a verdict: facet by facet whether they answer the same question, then their answers.

mod concept;
mod event;
mod extent;
mod facet;
mod findings;
mod frame;
mod internal;
mod participant;
mod story;
mod verdict;

pub use findings::{align, findings};
pub use verdict::{Row, Verdict, VerdictKind};

use crate::claim::{Answer, Claim, Kind, Subject, Term};
use crate::finding::{Confidence, Facet, FacetRelation};
use crate::rules::Rules;
use crate::value::{Number, Relation};
use facet::Judged;

/// The verdict on two claims, from the two claims alone; `None` where they answer different questions.
///
/// Swapping the claims swaps nothing but the sides: every facet is judged symmetrically.
pub fn compare(a: &Claim, b: &Claim, rules: &Rules) -> Option<Verdict> {
    if a.kind() != b.kind() {
        return None;
    }
    let relation = extent::relation(&a.answer, &b.answer)?;
    let (x, y) = (a.subject.as_ref()?, b.subject.as_ref()?);
    let judged = judge(a, b, x, y, rules)?;
    let mut sum = rules.judgement.kind_bias(a.kind().name()) + judged.iter().map(|judged| judged.weight).sum::<i32>();
    if extent::ratio(&a.answer, &b.answer).is_some_and(|ratio| ratio > Number::from(rules.judgement.far)) {
        sum += rules.judgement.far_apart;
    }
    sum += uncertain_kind(&judged, rules);
    if relation == Relation::Disjoint && (answered_elsewhere(a, b) || answered_elsewhere(b, a)) {
        let sure = judged.iter().any(|judged| judged.judgement.facet == Facet::Participant && judged.judgement.relation == FacetRelation::Same);
        sum += if sure { 0 } else { rules.judgement.sibling };
    }
    let confidence = Confidence::from_thousandths(rules.judgement.confidence(sum));
    let kind = kind_of(a, b, x, y, relation, rules);
    let facets = judged.into_iter().map(|judged| judged.judgement).filter(|judgement| judgement.relation != FacetRelation::Unknown).collect();
    Some(Verdict { kind, confidence, facets })
}

fn judge(a: &Claim, b: &Claim, x: &Subject, y: &Subject, rules: &Rules) -> Option<Vec<Judged>> {
    let same_article = a.article.id == b.article.id;
    let facets: [&dyn Fn() -> Judged; 11] = [
        &|| frame::scope(x, y),
        &|| frame::modality(x, y),
        &|| concept::judge(x, y, a.kind(), rules),
        &|| event::judge(x, y, rules),
        &|| participant::judge(x, y, rules),
        &|| frame::part(x, y, rules),
        &|| frame::time(a, b, x, y, rules),
        &|| frame::occurrence(x, y, rules),
        &|| frame::place(x, y, rules),
        &|| frame::attribution(x, y, rules),
        &|| story::context(x, y, rules),
    ];
    let mut judged = Vec::with_capacity(facets.len() + 1);
    if !same_article {
        judged.push(story::judge(a, b, rules));
    }
    for facet in facets {
        if judged.last().is_some_and(|last| last.veto) {
            return None;
        }
        judged.push(facet());
    }
    judged.iter().all(|judged| !judged.veto).then_some(judged)
}

/// A person and a customer may be the same only where the same happened to them.
fn uncertain_kind(judged: &[Judged], rules: &Rules) -> i32 {
    let relation = |facet| judged.iter().find(|judged| judged.judgement.facet == facet).map(|judged| judged.judgement.relation);
    let narrower = relation(Facet::Concept) == Some(FacetRelation::Compatible);
    let happened = matches!(relation(Facet::Event), Some(FacetRelation::Same | FacetRelation::Compatible));
    if narrower && !happened { rules.judgement.narrower_without_event } else { 0 }
}

/// Whether the article of `b` gives the value of `a` for the same thing elsewhere: then `b` answers something else.
fn answered_elsewhere(a: &Claim, b: &Claim) -> bool {
    b.siblings.iter().any(|sibling| matches!(extent::relation(&a.answer, sibling), Some(Relation::Equal)))
}

fn kind_of(a: &Claim, b: &Claim, x: &Subject, y: &Subject, relation: Relation, rules: &Rules) -> VerdictKind {
    match relation {
        Relation::Equal => VerdictKind::Agrees,
        Relation::Refines | Relation::RefinedBy => VerdictKind::Refines,
        Relation::Overlaps => VerdictKind::Agrees,
        Relation::Tension => VerdictKind::Tension,
        Relation::Disjoint if supersedes(a, b, x, y, rules) || supersedes(b, a, y, x, rules) => VerdictKind::Update,
        Relation::Disjoint if disputed(x, y) => VerdictKind::Disputed,
        Relation::Disjoint => VerdictKind::Conflict,
    }
}

/// Whether `b`, the newer article, tells the later state of a growing figure, or says that it corrects it.
fn supersedes(a: &Claim, b: &Claim, x: &Subject, y: &Subject, rules: &Rules) -> bool {
    let (Some(earlier), Some(later)) = (a.article.published, b.article.published) else {
        return y.corrected && !x.corrected && a.kind() == Kind::Count;
    };
    if later < earlier {
        return false;
    }
    let grows = |subject: &Subject| {
        subject.events.iter().chain(&subject.attributes).any(|term| match term {
            Term::Concept(name) => rules.lexicon.find(name).is_some_and(|id| rules.judgement.grows(id, &rules.lexicon)),
            _ => false,
        })
    };
    let higher = extent::is_higher(&b.answer, &a.answer);
    let corrected = y.corrected && !x.corrected && matches!(a.answer, Answer::Quantity(_));
    later > earlier && ((higher && grows(x) && grows(y)) || corrected)
}

/// Two sources that both articles name, and they are not the same.
fn disputed(x: &Subject, y: &Subject) -> bool {
    match (&x.attribution, &y.attribution) {
        (Some(x), Some(y)) => x.who.is_some() && y.who.is_some() && x.who != y.who,
        _ => false,
    }
}

/// A term as a person reads it: "person.prisoner" is "prisoner".
pub(crate) fn shown(term: &Term) -> &str {
    match term {
        Term::Concept(name) => name.split_once('.').map_or(name.as_ref(), |(_, rest)| rest),
        Term::Name(name) => name,
        Term::Stem(stem) => stem.split_once(':').map_or(stem.as_ref(), |(_, rest)| rest),
    }
}
