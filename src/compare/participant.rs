//! Who takes part, in which role. Who received is the question, not only how many.

use super::facet::{Judged, WHOLE};
use crate::claim::{Kind, Scope, Subject};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Rules};

pub(super) fn judge(a: &Subject, b: &Subject) -> Judged {
    let facet = Facet::Participant;
    for x in &a.participants {
        let rivals: Vec<_> = b.participants.iter().filter(|y| y.role == x.role && y.role.is_some()).collect();
        if rivals.is_empty() || x.role.as_deref() == Some("participant") {
            continue;
        }
        let role = x.role.as_deref().unwrap_or_default();
        if rivals.iter().any(|y| y.who == x.who) {
            let why = format!("the {role} is “{}” in both", x.who.readable());
            return Judged::new(facet, FacetRelation::Same, Feature::ParticipantSame, why);
        }
        if a.participants
            .iter()
            .filter(|other| other.role == x.role)
            .all(|mine| rivals.iter().all(|y| y.who != mine.who))
        {
            return Judged::veto(
                facet,
                format!("the {role} is “{}” in one, “{}” in the other", x.who.readable(), rivals[0].who.readable()),
            );
        }
    }
    let one_sided = |x: &Subject, y: &Subject| {
        x.scope == Scope::Altogether
            && y.participants.iter().any(|it| matches!(it.role.as_deref(), Some("receiver" | "giver")))
    };
    if one_sided(a, b) || one_sided(b, a) {
        return Judged::veto(facet, "one speaks of all sides, the other of one");
    }
    Judged::unknown(facet, None)
}

/// Whose figure it is: two players, two parties and two firms have their own.
pub(super) fn owner(a: &Subject, b: &Subject, kind: Kind, rules: &Rules) -> Judged {
    let facet = Facet::Participant;
    let persons = [a, b].iter().any(|subject| subject.counts_persons(&rules.lexicon));
    // Who killed five is told in other words than what killed them; who scored twenty points is the question.
    let tally = matches!(kind, Kind::Count | Kind::Measure) && !persons;
    match (&a.owner, &b.owner) {
        (Some(x), Some(y)) if x == y => {
            Judged::new(facet, FacetRelation::Same, Feature::OwnerSame, format!("both are of “{}”", x.readable()))
        }
        (Some(x), Some(y)) => {
            let why = format!("one is of “{}”, the other of “{}”", x.readable(), y.readable());
            let judged = Judged::new(facet, FacetRelation::Different, Feature::OwnerDifferent, why);
            if tally { judged.with(Feature::TallyOfAnother, WHOLE) } else { judged }
        }
        _ => Judged::unknown(facet, None),
    }
}
