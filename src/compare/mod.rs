//! Two claims to a verdict: facet by facet whether they answer the same question, then their answers.

mod age;
mod closeness;
mod compete;
mod concept;
mod demand;
mod event;
mod extent;
mod facet;
mod findings;
mod frame;
mod internal;
mod participant;
mod rate;
mod side;
mod story;
mod verdict;

pub use findings::{Group, Shown, align, alone, answers, between, group, in_order, keep_what_is_shown, shared};
pub use verdict::{Row, Verdict, VerdictKind};

use crate::claim::{Answer, ArticleInfo, Claim, Kind, Status, Subject, Term};
use crate::finding::{Confidence, Facet, FacetJudgement, FacetRelation};
use crate::rules::{Feature, Rules};
use crate::value::Relation;
use facet::{Judged, WHOLE};
use side::Side;

/// The verdict on two claims, from the two claims alone; `None` where they answer different questions.
///
/// Swapping the claims swaps nothing but the sides: every facet is judged symmetrically.
pub fn compare(a: &Claim, b: &Claim, rules: &Rules) -> Option<Verdict> {
    let (a, b) = (Side::of(a)?, Side::of(b)?);
    in_story(a, b, &story_of(a.article, b.article, rules).ok()?, rules)
}

/// Whether two articles can tell one story; else none of their claims answer the same question.
pub fn can_tell_one_story(a: &ArticleInfo, b: &ArticleInfo, rules: &Rules) -> bool {
    story_of(a, b, rules).is_ok()
}

/// The verdict on two claims of articles whose stories are known to be alike.
fn in_story(a: Side<'_>, b: Side<'_>, story: &Judged, rules: &Rules) -> Option<Verdict> {
    let pair = weigh(a, b, story, rules)?;
    let mut score = pair.score(a, rules);
    // What else the articles say costs time to find, and can lift a pair only so far.
    let within_reach = rules.judgement.calibrated(score + rules.judgement.best_match()) >= rules.judgement.report_from;
    if pair.relation == Relation::Disjoint && within_reach {
        score += rules.judgement.weighed(&compete::features(a, b, &pair, story, rules).ok()?);
    }
    let confidence = Confidence::from_thousandths(rules.judgement.calibrated(score));
    let kind = kind_of(a, b, pair.relation, rules);
    let facets = std::iter::once(&story.judgement)
        .chain(pair.judged.iter().map(|judged| &judged.judgement))
        .filter(|judgement| judgement.relation != FacetRelation::Unknown)
        .cloned()
        .collect();
    Some(Verdict { kind, confidence, facets })
}

/// The features of a pair that no facet rules out, for fitting their weights; amounts in thousandths.
pub fn pair_features(a: &Claim, b: &Claim, rules: &Rules) -> Option<Vec<(Feature, i32)>> {
    let (a, b) = (Side::of(a)?, Side::of(b)?);
    let story = story_of(a.article, b.article, rules).ok()?;
    let pair = weigh(a, b, &story, rules)?;
    let mut features = pair.features.clone();
    if pair.relation == Relation::Disjoint {
        features.extend(compete::features(a, b, &pair, &story, rules).ok()?);
    }
    Some(features)
}

/// Why two claims cannot answer one question; `None` where nothing rules it out.
pub fn ruled_out(a: &Claim, b: &Claim, rules: &Rules) -> Option<FacetJudgement> {
    let (a, b) = (Side::of(a)?, Side::of(b)?);
    let compete = |story: &Judged| {
        judge(a, b, rules)?;
        match weigh(a, b, story, rules) {
            Some(pair) if pair.relation == Relation::Disjoint => compete::features(a, b, &pair, story, rules).map(drop),
            _ => Ok(()),
        }
    };
    story_of(a.article, b.article, rules).and_then(|story| compete(&story)).err().map(|judged| judged.judgement)
}

/// Two answers with what the facets say about their questions.
struct Pair {
    relation: Relation,
    judged: Vec<Judged>,
    features: Vec<(Feature, i32)>,
}

impl Pair {
    /// How much speaks for one question, in thousandths, before anything else that the articles say.
    fn score(&self, side: Side<'_>, rules: &Rules) -> i32 {
        rules.judgement.score(side.kind().name(), &self.features)
    }
}

/// How alike the stories are; the judgement that they are two as the error.
fn story_of(a: &ArticleInfo, b: &ArticleInfo, rules: &Rules) -> Result<Judged, Judged> {
    let story = if a.id == b.id { story::one_article() } else { story::judge(a, b, rules) };
    if story.veto { Err(story) } else { Ok(story) }
}

fn weigh(a: Side<'_>, b: Side<'_>, story: &Judged, rules: &Rules) -> Option<Pair> {
    if a.kind() != b.kind() {
        return None;
    }
    let daily = rate::daily(a, b);
    let (a, b) = match &daily {
        Some([x, y]) => (Side { answer: x, ..a }, Side { answer: y, ..b }),
        None => (a, b),
    };
    let told_alike = extent::relation(a.answer, b.answer, &rules.units)?;
    let relation = match &daily {
        Some(daily) => rate::relation(daily, told_alike),
        None if rate::of_other_lengths(a.subject, b.subject) => Relation::Disjoint,
        None => age::relation(a, b, told_alike, rules),
    };
    let judged = judge(a, b, rules).ok()?;
    let mut features = features(a, b, &judged, story, rules);
    // What grows and what is in dispute may differ by anything.
    let excuse = match kind_of(a, b, relation, rules) {
        VerdictKind::Update => Some(Feature::Growing),
        VerdictKind::Disputed => Some(Feature::SourcesDiffer),
        _ => None,
    };
    if let Some(why) = excuse {
        features.retain(|(feature, _)| *feature != Feature::ValuesApart);
        features.push((why, WHOLE));
    }
    Some(Pair { relation, judged, features })
}

/// What the facets say, and what the values say.
fn features(a: Side<'_>, b: Side<'_>, judged: &[Judged], story: &Judged, rules: &Rules) -> Vec<(Feature, i32)> {
    let all = std::iter::once(story).chain(judged);
    let mut features: Vec<(Feature, i32)> = all.flat_map(|judged| judged.features.iter().copied()).collect();
    if closeness::is_far(a.answer, b.answer, rules.judgement.far) {
        features.push((Feature::FarApart, WHOLE));
    }
    let alike = [FacetRelation::Same, FacetRelation::Compatible];
    let asked = [Facet::Concept, Facet::Event, Facet::Participant, Facet::Place];
    let mut shares = judged.iter().map(|judged| &judged.judgement);
    let beside = [Feature::ContextNear, Feature::NearRare];
    if !shares.any(|it| asked.contains(&it.facet) && alike.contains(&it.relation))
        && !features.iter().any(|(feature, _)| beside.contains(feature))
    {
        features.push((Feature::NothingShared, WHOLE));
    }
    match closeness::closeness(a, b, &rules.judgement.closeness) {
        apart @ ..0 => features.push((Feature::ValuesApart, -apart)),
        close => features.push((Feature::ValuesClose, close)),
    }
    if closeness::is_slip(a.answer, b.answer) {
        features.push((Feature::ValuesSlip, WHOLE));
    }
    let relation_of =
        |facet| judged.iter().find(|judged| judged.judgement.facet == facet).map(|judged| judged.judgement.relation);
    let happened = matches!(relation_of(Facet::Event), Some(FacetRelation::Same | FacetRelation::Compatible));
    if let Some((narrow, broad)) = concept::narrower(a, b, rules)
        && extent::is_higher(broad.answer, narrow.answer)
    {
        features.push((Feature::NarrowerSmaller, WHOLE));
    }
    if a.subject.one_of_several || b.subject.one_of_several {
        features.push((Feature::OneOfSeveral, WHOLE));
    }
    features.extend(compete::crowd(a, b, &rules.judgement.competition));
    if extent::same_unit(a.answer, b.answer) {
        features.push((Feature::UnitSame, WHOLE));
    }
    if matches!(a.kind(), Kind::Age) && !story::written_together(a, b) {
        features.push((Feature::AgeElsewhen, WHOLE));
    }
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
    features
}

/// Facet by facet; the facet that rules one question out as the error.
fn judge(a: Side<'_>, b: Side<'_>, rules: &Rules) -> Result<Vec<Judged>, Judged> {
    let (x, y) = (a.subject, b.subject);
    let facets: [&dyn Fn() -> Judged; 13] = [
        &|| frame::scope(a, b),
        &|| frame::modality(x, y, a.kind()),
        &|| concept::judge(x, y, a.kind(), rules),
        &|| event::judge(x, y, a.kind(), rules),
        &|| participant::judge(x, y),
        &|| participant::owner(x, y, a.kind(), rules),
        &|| frame::part(x, y, rules),
        &|| frame::time(a, b),
        &|| frame::occurrence(x, y),
        &|| frame::place(x, y, a.kind()),
        &|| frame::attribution(x, y),
        &|| story::context(a, b, &rules.judgement),
        &|| story::position(x, y),
    ];
    let mut judged = Vec::with_capacity(facets.len());
    for facet in facets {
        let found = facet();
        if found.veto {
            return Err(found);
        }
        judged.push(found);
    }
    match demand::unmet(a, b, &judged, rules) {
        Some(unmet) if unmet.veto => Err(unmet),
        unmet => {
            judged.extend(unmet);
            Ok(judged)
        }
    }
}

fn kind_of(a: Side<'_>, b: Side<'_>, relation: Relation, rules: &Rules) -> VerdictKind {
    match relation {
        Relation::Equal => VerdictKind::Agrees,
        Relation::Refines | Relation::RefinedBy => VerdictKind::Refines,
        Relation::Overlaps => VerdictKind::Agrees,
        Relation::Tension | Relation::Disjoint if supersedes(a, b, rules) || supersedes(b, a, rules) => {
            VerdictKind::Update
        }
        Relation::Tension => VerdictKind::Tension,
        Relation::Disjoint if disputed(a.subject, b.subject, rules) => VerdictKind::Disputed,
        Relation::Disjoint => VerdictKind::Conflict,
    }
}

/// Whether `b`, the newer article, tells the later state of a growing figure, or says that it corrects it.
fn supersedes(a: Side<'_>, b: Side<'_>, rules: &Rules) -> bool {
    let (x, y) = (a.subject, b.subject);
    let (Some(earlier), Some(later)) = (a.article.published, b.article.published) else {
        return y.corrected && !x.corrected && a.kind() == Kind::Count;
    };
    if later <= earlier || !matches!(a.answer, Answer::Quantity(_)) {
        return false;
    }
    let higher = extent::is_told_higher(b.answer, a.answer);
    let status = (a.article.status, b.article.status);
    // Estimates are revised as a whole; what else such an article counts is not.
    let estimated = matches!(a.kind(), Kind::Percent | Kind::Money);
    let superseded =
        estimated && status.0 != status.1 && (status.1 == Status::Corrected || status.0 == Status::Preliminary);
    let corrected = superseded || (y.corrected && !x.corrected);
    let can_grow = matches!(a.kind(), Kind::Count | Kind::Money | Kind::Measure | Kind::Percent);
    corrected || (can_grow && higher && grows(a, rules) && grows(b, rules))
}

/// Whether a figure is of those that grow while the news comes in: by what is counted, or, for areas, by the story.
fn grows(side: Side<'_>, rules: &Rules) -> bool {
    let subject = side.subject;
    let known = |term: &Term| term.concept(&rules.lexicon);
    let persons = subject.counts_persons(&rules.lexicon);
    // "In ospedale sono finite 34 persone": of persons the words beside tell what became of them.
    let beside = subject.near.iter().filter(|_| persons);
    // What happens makes counts grow; how far a place was cleared, or what was spent on it, does not grow with it.
    let events = subject.events.iter().filter(|_| side.kind() == Kind::Count);
    let mut told = events.chain(&subject.attributes).chain(&subject.counted).chain(beside).filter_map(known);
    let mut story = side.article.story.terms().filter_map(|(term, _)| known(term));
    told.any(|id| rules.judgement.grows(id, &rules.lexicon))
        || (rules.judgement.spreads_in(extent::dimension(side.answer))
            && story.any(|id| rules.judgement.spreads(id, &rules.lexicon)))
}

/// Two sources that both articles name, and they are not the same.
fn disputed(x: &Subject, y: &Subject, rules: &Rules) -> bool {
    let named = |subject: &Subject| {
        let who = subject.attribution.as_ref()?.who.clone()?;
        let institution = who.concept(&rules.lexicon).is_some_and(|id| rules.judgement.is_named(id, &rules.lexicon));
        let is_named = institution || matches!(who, Term::Name(_));
        is_named.then_some(who)
    };
    matches!((named(x), named(y)), (Some(x), Some(y)) if x != y)
}
