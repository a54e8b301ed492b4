//! When, where, all or part, each or altogether, fact or plan: what frames a question.

use super::facet::Judged;
use super::shown;
use crate::claim::{Claim, Kind, Modality, Occurrence, Scope, Share, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::Rules;
use crate::value::{DateSpan, add_days};
use jiff::civil::Date;

/// Days before publication within which news counts as told of now.
const CURRENT: i64 = 45;

/// When what is counted happened.
pub(super) fn time(a: &Claim, b: &Claim, x: &Subject, y: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Time;
    if matches!(a.kind(), Kind::Date | Kind::Time) {
        return Judged::unknown(facet, 0);
    }
    match (x.time, y.time) {
        (Some(p), Some(q)) if !p.meets(&q) && far_apart(&p, &q) => Judged::veto(facet, "they tell of different times"),
        (Some(p), Some(q)) if p.is_settled() && q.is_settled() && p.meets(&q) => {
            Judged::new(facet, FacetRelation::Same, rules.judgement.time_same, "they tell of the same time")
        }
        (Some(p), None) if is_past(&p, b) => Judged::veto(facet, "one tells of an earlier time"),
        (None, Some(q)) if is_past(&q, a) => Judged::veto(facet, "one tells of an earlier time"),
        _ => Judged::unknown(facet, 0),
    }
}

/// Days of one event may be told a day apart: the quake of the night, the news of the morning.
fn far_apart(a: &DateSpan, b: &DateSpan) -> bool {
    let beyond = |end: Option<Date>, start: Option<Date>| match (end, start) {
        (Some(end), Some(start)) => add_days(end, 2).is_some_and(|end| end < start),
        _ => false,
    };
    beyond(a.to, b.from) || beyond(b.to, a.from)
}

fn is_past(span: &DateSpan, other: &Claim) -> bool {
    match (span.to, other.article.published) {
        (Some(end), Some(published)) => add_days(published, -CURRENT).is_some_and(|start| end < start),
        _ => false,
    }
}

/// Places and persons that the clauses name.
pub(super) fn place(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Place;
    if let Some(name) = a.names.iter().find(|name| b.names.contains(name)) {
        return Judged::new(facet, FacetRelation::Same, rules.judgement.name_same, format!("both name “{}”", shown(name)));
    }
    match (a.names.first(), b.names.first()) {
        (Some(x), Some(y)) => {
            let why = format!("“{}” and “{}”", shown(x), shown(y));
            Judged::new(facet, FacetRelation::Different, rules.judgement.name_different, why)
        }
        _ => Judged::unknown(facet, 0),
    }
}

/// All, some, or the rest; and what narrows the count.
pub(super) fn part(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Part;
    if let Some(why) = exclusive_qualities(a, b, rules) {
        return Judged::veto(facet, why);
    }
    if (a.share == Share::Rest) != (b.share == Share::Rest) {
        return Judged::veto(facet, "one counts the others only");
    }
    let weights = &rules.judgement;
    let missing = grouped(a, b, rules) + grouped(b, a, rules);
    let mut weight = i32::try_from(missing).unwrap_or(9) * weights.quality_missing;
    if a.share != b.share {
        weight += weights.share_different;
    }
    let same = a.qualities.iter().find(|quality| b.qualities.contains(quality));
    if let Some(quality) = same.filter(|_| weight == 0) {
        return Judged::new(facet, FacetRelation::Same, weights.quality_same, format!("both are “{}”", shown(quality)));
    }
    match weight {
        0 => Judged::new(facet, FacetRelation::Compatible, 0, "neither is told as a part"),
        _ => Judged::new(facet, FacetRelation::Unknown, weight, "one may be a part of the other"),
    }
}

fn group_of(term: &Term, rules: &Rules) -> Option<String> {
    match term {
        Term::Concept(name) => rules.lexicon.get(rules.lexicon.find(name)?).group.clone(),
        _ => None,
    }
}

fn exclusive_qualities(a: &Subject, b: &Subject, rules: &Rules) -> Option<String> {
    for x in &a.qualities {
        let Some(group) = group_of(x, rules) else { continue };
        if b.qualities.contains(x) {
            continue;
        }
        if let Some(y) = b.qualities.iter().find(|y| group_of(y, rules).as_ref() == Some(&group) && !a.qualities.contains(y)) {
            return Some(format!("“{}” and “{}” exclude each other", shown(x), shown(y)));
        }
    }
    None
}

/// Qualities of `a` that belong to an exclusive group of which `b` says nothing.
fn grouped(a: &Subject, b: &Subject, rules: &Rules) -> usize {
    a.qualities.iter().filter(|quality| group_of(quality, rules).is_some() && !b.qualities.contains(quality)).count()
}

/// Each, or altogether.
pub(super) fn scope(a: &Subject, b: &Subject) -> Judged {
    let facet = Facet::Scope;
    match (a.scope, b.scope) {
        (x, y) if x == y => Judged::new(facet, FacetRelation::Same, 0, "told over the same"),
        (Scope::Each, _) | (_, Scope::Each) => Judged::veto(facet, "one is told for each, the other is not"),
        _ => Judged::new(facet, FacetRelation::Compatible, 0, "one is told altogether"),
    }
}

/// Fact, plan, possibility, denial; and figures that are changes.
pub(super) fn modality(a: &Subject, b: &Subject) -> Judged {
    let facet = Facet::Modality;
    if a.change != b.change {
        return Judged::veto(facet, "one is a change, the other a figure");
    }
    match (a.modality, b.modality) {
        (x, y) if x == y => Judged::new(facet, FacetRelation::Same, 0, "told in the same way"),
        (Modality::Planned, Modality::Possible) | (Modality::Possible, Modality::Planned) => {
            Judged::new(facet, FacetRelation::Compatible, 0, "both lie ahead")
        }
        _ => Judged::veto(facet, "one is told as a fact, the other is not"),
    }
}

/// First round, second round, the last exchange.
pub(super) fn occurrence(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Event;
    match (a.occurrence, b.occurrence) {
        (Some(Occurrence::Nth(x)), Some(Occurrence::Nth(y))) if x != y => Judged::veto(facet, format!("number {x} and number {y} of a sequence")),
        (Some(x), Some(y)) if x == y => Judged::new(facet, FacetRelation::Same, 0, "the same one of a sequence"),
        (None, None) => Judged::unknown(facet, 0),
        _ => Judged::unknown(facet, rules.judgement.occurrence_missing),
    }
}

/// Who says so.
pub(super) fn attribution(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Attribution;
    match (&a.attribution, &b.attribution) {
        (Some(x), Some(y)) if x.who.is_some() && x.who == y.who => {
            Judged::new(facet, FacetRelation::Same, rules.judgement.attribution_same, format!("both cite “{}”", x.text))
        }
        (Some(x), Some(y)) => Judged::new(facet, FacetRelation::Different, 0, format!("“{}” and “{}” are cited", x.text, y.text)),
        _ => Judged::unknown(facet, 0),
    }
}
