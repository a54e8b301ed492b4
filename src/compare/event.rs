//! What happens: the same event, a related one, or one that excludes the other.

use super::concept::shared_parent;
use super::facet::{Judged, WHOLE};
use crate::claim::{Kind, Subject};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{ConceptId, Feature, Rules};

pub(super) fn judge(a: &Subject, b: &Subject, kind: Kind, rules: &Rules) -> Judged {
    if let Some(why) = exclusive(a, b, rules) {
        return Judged::new(Facet::Event, FacetRelation::Different, Feature::EventExclusive, why);
    }
    if let Some(term) = a.events.iter().find(|term| b.events.contains(term)) {
        let why = format!("both tell of “{}”", term.readable());
        // What stands nearest to the values is what they are told of; the rest of the clause may be anything.
        let nearest = |x: &Subject, y: &Subject| x.events.first().is_none_or(|first| y.events.contains(first));
        let feature = match (nearest(a, b), nearest(b, a)) {
            (true, true) => Feature::EventSame,
            (false, false) => Feature::EventShared,
            _ => Feature::EventNear,
        };
        let judged = Judged::new(Facet::Event, FacetRelation::Same, feature, why);
        // When and how long something was is asked of the event itself.
        let asked = matches!(kind, Kind::Date | Kind::Time | Kind::Duration);
        return match feature {
            _ if !asked => judged,
            Feature::EventShared => judged.with(Feature::EventDatedOther, WHOLE),
            _ => judged.with(Feature::EventDated, WHOLE),
        };
    }
    let (Some(first_a), Some(first_b)) = (a.events.first(), b.events.first()) else {
        return Judged::unknown(Facet::Event, Some(Feature::EventUnknown));
    };
    let why = format!("“{}” and “{}”", first_a.readable(), first_b.readable());
    if related(a, b, rules) {
        return Judged::new(Facet::Event, FacetRelation::Compatible, Feature::EventRelated, why);
    }
    Judged::new(Facet::Event, FacetRelation::Different, Feature::EventDifferent, why)
}

fn ids(subject: &Subject, rules: &Rules) -> Vec<ConceptId> {
    subject.events.iter().filter_map(|term| term.concept(&rules.lexicon)).collect()
}

/// Killed and wounded, arrested and charged: the nearest events of one group exclude each other, unless both
/// clauses tell of both.
fn exclusive(a: &Subject, b: &Subject, rules: &Rules) -> Option<String> {
    let (a, b) = (ids(a, rules), ids(b, rules));
    let lexicon = &rules.lexicon;
    let x = *a.iter().find(|x| lexicon.get(**x).group.is_some())?;
    let y = *b.iter().find(|y| lexicon.get(**y).group == lexicon.get(x).group)?;
    let agree = lexicon.is_a(x, y) || lexicon.is_a(y, x) || (a.contains(&y) && b.contains(&x));
    (!agree).then(|| format!("“{}” and “{}” exclude each other", lexicon.get(x).id, lexicon.get(y).id))
}

fn related(a: &Subject, b: &Subject, rules: &Rules) -> bool {
    let (a, b) = (ids(a, rules), ids(b, rules));
    a.iter().any(|x| {
        b.iter().any(|y| rules.lexicon.is_a(*x, *y) || rules.lexicon.is_a(*y, *x) || shared_parent(*x, *y, rules))
    })
}
