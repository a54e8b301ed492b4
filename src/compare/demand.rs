//! What a kind of answer wants to be shared before two claims can answer one question. Every article has dates and
//! ages; only what happened, or whose age it is, makes two of them comparable.

use super::side::Side;
use crate::claim::{Kind, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::Feature;

use super::facet::Judged;

/// The facet that lacks what the kind wants, with the reason; `None` where nothing is missing.
pub(super) fn unmet(a: Side<'_>, b: Side<'_>, judged: &[Judged]) -> Option<Judged> {
    let (x, y) = (a.subject, b.subject);
    match a.kind() {
        Kind::Date | Kind::Time if !same_event(x, y) && !concept_same(judged) => Some(Judged::new(
            Facet::Event,
            FacetRelation::Unknown,
            Feature::EventNotShared,
            "nothing says that the same happened then",
        )),
        Kind::Age if shared_names(x, y) == 0 && !(x.names.is_empty() || y.names.is_empty()) => {
            Some(Judged::veto(Facet::Participant, "nothing says that they speak of one person"))
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
