//! Two claims to a verdict: facet by facet whether they answer the same question, then their answers.

mod concept;
mod demand;
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
use crate::rules::{Feature, Rules};
use crate::value::{Number, Relation};
use facet::{Judged, WHOLE};

/// The verdict on two claims, from the two claims alone; `None` where they answer different questions.
///
/// Swapping the claims swaps nothing but the sides: every facet is judged symmetrically.
pub fn compare(a: &Claim, b: &Claim, rules: &Rules) -> Option<Verdict> {
    let (relation, judged) = weigh(a, b, rules)?;
    let confidence = Confidence::from_thousandths(
        rules.judgement.confidence(a.kind().name(), &features(a, b, relation, &judged, rules)),
    );
    let (x, y) = (a.subject.as_ref()?, b.subject.as_ref()?);
    let kind = kind_of(a, b, x, y, relation, rules);
    let facets = judged
        .into_iter()
        .map(|judged| judged.judgement)
        .filter(|judgement| judgement.relation != FacetRelation::Unknown)
        .collect();
    Some(Verdict { kind, confidence, facets })
}

/// The features of a pair that no facet rules out, for fitting their weights; amounts in thousandths.
pub fn pair_features(a: &Claim, b: &Claim, rules: &Rules) -> Option<Vec<(Feature, i32)>> {
    let (relation, judged) = weigh(a, b, rules)?;
    Some(features(a, b, relation, &judged, rules))
}

fn weigh(a: &Claim, b: &Claim, rules: &Rules) -> Option<(Relation, Vec<Judged>)> {
    if a.kind() != b.kind() {
        return None;
    }
    let relation = extent::relation(&a.answer, &b.answer)?;
    let judged = judge(a, b, a.subject.as_ref()?, b.subject.as_ref()?, rules)?;
    Some((relation, judged))
}

/// What the facets say, and what the values and their neighbours in both articles say.
fn features(a: &Claim, b: &Claim, relation: Relation, judged: &[Judged], rules: &Rules) -> Vec<(Feature, i32)> {
    let mut features: Vec<(Feature, i32)> = judged.iter().flat_map(|judged| judged.features.iter().copied()).collect();
    if extent::ratio(&a.answer, &b.answer).is_some_and(|ratio| ratio > Number::from(rules.judgement.far)) {
        features.push((Feature::FarApart, WHOLE));
    }
    let relation_of =
        |facet| judged.iter().find(|judged| judged.judgement.facet == facet).map(|judged| judged.judgement.relation);
    let happened = matches!(relation_of(Facet::Event), Some(FacetRelation::Same | FacetRelation::Compatible));
    // A person and a customer may be the same only where the same happened to them.
    if features.iter().any(|(feature, _)| *feature == Feature::ConceptNarrower) && !happened {
        features.push((Feature::NarrowerAlone, WHOLE));
    }
    // Who received so many is asked of the side, whatever those are called whom it received.
    let sides_agree = relation_of(Facet::Participant) == Some(FacetRelation::Same);
    if sides_agree && happened {
        for (feature, _) in features.iter_mut().filter(|(feature, _)| *feature == Feature::ConceptSibling) {
            *feature = Feature::ConceptNarrower;
        }
    }
    if relation == Relation::Disjoint && (answered_elsewhere(a, b) || answered_elsewhere(b, a)) {
        features.push((Feature::AnsweredElsewhere, WHOLE));
    }
    let rivals = i32::try_from(a.siblings.len().max(b.siblings.len()).min(5)).unwrap_or(5);
    features.push((Feature::Rivals, rivals * WHOLE / 5));
    features
}

fn judge(a: &Claim, b: &Claim, x: &Subject, y: &Subject, rules: &Rules) -> Option<Vec<Judged>> {
    let same_article = a.article.id == b.article.id;
    let facets: [&dyn Fn() -> Judged; 11] = [
        &|| frame::scope(x, y),
        &|| frame::modality(x, y, a.kind()),
        &|| concept::judge(x, y, a.kind(), rules),
        &|| event::judge(x, y, a.kind(), rules),
        &|| participant::judge(x, y),
        &|| frame::part(x, y, rules),
        &|| frame::time(a, b, x, y),
        &|| frame::occurrence(x, y),
        &|| frame::place(x, y),
        &|| frame::attribution(x, y),
        &|| story::context(x, y),
    ];
    let mut judged = Vec::with_capacity(facets.len() + 1);
    judged.push(if same_article { story::one_article() } else { story::judge(a, b, rules) });
    for facet in facets {
        if judged.last().is_some_and(|last| last.veto) {
            return None;
        }
        judged.push(facet());
    }
    let ruled_out = judged.iter().any(|judged| judged.veto) || demand::unmet(a, b, x, y, &judged).is_some();
    (!ruled_out).then_some(judged)
}

/// Whether the article of `b` gives the value of `a` for the same thing and side elsewhere: then `b` answers
/// something else.
fn answered_elsewhere(a: &Claim, b: &Claim) -> bool {
    let sides = a.subject.as_ref().map_or(&[][..], |subject| &subject.participants);
    b.siblings.iter().any(|sibling| {
        matches!(extent::relation(&a.answer, &sibling.answer), Some(Relation::Equal))
            && !participant::other_side(sides, &sibling.participants)
    })
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
    if later < earlier || !matches!(a.kind(), Kind::Count | Kind::Money | Kind::Measure | Kind::Percent) {
        return false;
    }
    let grows = |subject: &Subject| {
        subject.events.iter().chain(&subject.attributes).chain(&subject.counted).any(|term| match term {
            Term::Concept(name) => rules
                .lexicon
                .find(name)
                .is_some_and(|id| rules.judgement.grows(id, a.kind() == Kind::Measure, &rules.lexicon)),
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
