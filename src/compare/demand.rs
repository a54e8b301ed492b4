//! What a kind of answer wants to be shared before two claims can answer one question. Every article has dates and
//! ages; only what happened, or whose age it is, makes two of them comparable.

use super::concept;
use super::facet::Judged;
use super::side::Side;
use crate::claim::{Answer, Kind, Scope, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Rules};
use crate::value::{DateSpan, PartialDate, days_between};

/// The facet that lacks what the kind wants, with the reason; `None` where nothing is missing.
pub(super) fn unmet(a: Side<'_>, b: Side<'_>, judged: &[Judged], rules: &Rules) -> Option<Judged> {
    let (x, y) = (a.subject, b.subject);
    match a.kind() {
        Kind::Date if told_from_writing(a, b) => Some(Judged::new(
            Facet::Time,
            FacetRelation::Unknown,
            Feature::WritingDay,
            "one is counted from the day of writing, and the articles were written on different days",
        )),
        Kind::Date | Kind::Time if !same_event(x, y) && !concept_same(judged) => Some(Judged::new(
            Facet::Event,
            FacetRelation::Unknown,
            Feature::EventNotShared,
            "nothing says that the same happened then",
        )),
        Kind::Count if is_total_of_kinds(a, b, rules) || is_total_of_kinds(b, a, rules) => {
            let why = "one is a total of several kinds, the other counts one of them";
            Some(Judged::new(Facet::Scope, FacetRelation::Different, Feature::TotalOfKinds, why))
        }
        Kind::Age if shared_names(x, y) == 0 && (both_named(x, y) || !are_related(judged, Facet::Concept)) => {
            Some(Judged::new(
                Facet::Participant,
                FacetRelation::Unknown,
                if both_named(x, y) { Feature::BearerDifferent } else { Feature::BearerUnknown },
                "nothing says that they speak of one person",
            ))
        }
        Kind::Score if shared_names(x, y) == 0 => {
            Some(Judged::veto(Facet::Participant, "nothing says that they speak of one match"))
        }
        Kind::Score if shared_names(x, y) < 2 && (a.is_one_of_several() || b.is_one_of_several()) => Some(Judged::new(
            Facet::Participant,
            FacetRelation::Unknown,
            Feature::OneSideOfMatch,
            "several matches, and only one side is the same",
        )),
        _ => None,
    }
}

/// "Today", "yesterday": copy of an agency that is printed a day later keeps its words, and no day of publication is
/// sure to be that of writing. Days next to each other are then the same as likely as not.
fn told_from_writing(a: Side<'_>, b: Side<'_>) -> bool {
    let (Answer::Date(x, _), Answer::Date(y, _)) = (a.answer, b.answer) else { return false };
    let (Some(day_x), Some(day_y)) = (x.single_day(), y.single_day()) else { return false };
    let counted = |span: &DateSpan| span.written == PartialDate::default();
    (counted(x) || counted(y)) && a.article.published != b.article.published && days_between(day_x, day_y).abs() <= 1
}

/// Whether the first counts people or things altogether of which the second counts a kind.
fn is_total_of_kinds(total: Side<'_>, kind: Side<'_>, rules: &Rules) -> bool {
    total.subject.scope == Scope::Altogether
        && kind.subject.scope == Scope::Plain
        && concept::narrower(total, kind, rules).is_some_and(|(narrow, _)| std::ptr::eq(narrow.subject, kind.subject))
}

fn both_named(x: &Subject, y: &Subject) -> bool {
    !x.names.is_empty() && !y.names.is_empty()
}

/// Whether a facet is the same or goes together.
fn are_related(judged: &[Judged], facet: Facet) -> bool {
    let alike = [FacetRelation::Same, FacetRelation::Compatible];
    judged.iter().any(|it| it.judgement.facet == facet && alike.contains(&it.judgement.relation))
}

fn same_event(x: &Subject, y: &Subject) -> bool {
    x.events.iter().any(|term| y.events.contains(term))
}

fn concept_same(judged: &[Judged]) -> bool {
    judged.iter().any(|it| it.judgement.facet == Facet::Concept && it.judgement.relation == FacetRelation::Same)
        && !judged
            .iter()
            .any(|it| it.judgement.facet == Facet::Event && it.judgement.relation == FacetRelation::Different)
}

fn shared_names(x: &Subject, y: &Subject) -> usize {
    x.names.iter().filter(|name: &&Term| y.names.contains(name)).count()
}
