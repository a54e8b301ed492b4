//! What happens: the same event, a related one, or one that excludes the other.

use super::concept::shared_parent;
use super::facet::{Judged, WHOLE};
use super::shown;
use crate::claim::{Kind, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{ConceptId, Feature, Rules};

pub(super) fn judge(a: &Subject, b: &Subject, kind: Kind, rules: &Rules) -> Judged {
    if let Some(why) = exclusive(a, b, rules) {
        return Judged::veto(Facet::Event, why);
    }
    if let Some(term) = a.events.iter().find(|term| b.events.contains(term)) {
        let why = format!("both tell of “{}”", shown(term));
        let judged = Judged::new(Facet::Event, FacetRelation::Same, Feature::EventSame, why);
        // When and how long something was is asked of the event itself.
        let asked = matches!(kind, Kind::Date | Kind::Time | Kind::Duration);
        return if asked { judged.with(Feature::EventDated, WHOLE) } else { judged };
    }
    let (Some(first_a), Some(first_b)) = (a.events.first(), b.events.first()) else {
        return Judged::unknown(Facet::Event, Some(Feature::EventUnknown));
    };
    let why = format!("“{}” and “{}”", shown(first_a), shown(first_b));
    if related(a, b, rules) {
        return Judged::new(Facet::Event, FacetRelation::Compatible, Feature::EventRelated, why);
    }
    Judged::new(Facet::Event, FacetRelation::Different, Feature::EventDifferent, why)
}

fn ids(subject: &Subject, rules: &Rules) -> Vec<ConceptId> {
    let id = |term: &Term| match term {
        Term::Concept(name) => rules.lexicon.find(name),
        _ => None,
    };
    subject.events.iter().filter_map(id).collect()
}

/// Killed and wounded, arrested and charged: the nearest events of each exclude each other.
fn exclusive(a: &Subject, b: &Subject, rules: &Rules) -> Option<String> {
    let (a, b) = (ids(a, rules), ids(b, rules));
    let lexicon = &rules.lexicon;
    for x in &a {
        let Some(group) = &lexicon.get(*x).group else { continue };
        let rivals: Vec<&ConceptId> = b.iter().filter(|y| lexicon.get(**y).group.as_ref() == Some(group)).collect();
        let agrees = rivals.first().is_none_or(|first| lexicon.is_a(**first, *x) || lexicon.is_a(*x, **first));
        if !agrees {
            return Some(format!("“{}” and “{}” exclude each other", lexicon.get(*x).id, lexicon.get(*rivals[0]).id));
        }
        // Only the nearest event of a group tells what is counted.
        break;
    }
    None
}

fn related(a: &Subject, b: &Subject, rules: &Rules) -> bool {
    let (a, b) = (ids(a, rules), ids(b, rules));
    a.iter().any(|x| {
        b.iter().any(|y| rules.lexicon.is_a(*x, *y) || rules.lexicon.is_a(*y, *x) || shared_parent(*x, *y, rules))
    })
}
