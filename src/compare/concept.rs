//! What is counted, measured or dated: the same thing, a kind of it, or another.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use crate::claim::{Kind, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{ConceptId, Feature, Rules};

pub(super) fn judge(a: &Subject, b: &Subject, kind: Kind, rules: &Rules) -> Judged {
    let counted = match (&a.counted, &b.counted) {
        (Some(x), Some(y)) => Some(things(x, y, rules)),
        _ => None,
    };
    if matches!(kind, Kind::Count | Kind::Ordinal) {
        let counted = counted.map(|counted| uncertain_where_inherited(counted, a.inherited || b.inherited));
        if kind == Kind::Ordinal && a.counted.is_some() != b.counted.is_some() {
            return Judged::veto(Facet::Concept, "one ranks something, the other does not say what");
        }
        let counted = counted.unwrap_or_else(|| Judged::unknown(Facet::Concept, Some(Feature::ConceptUnknown)));
        // A count may be told with a property, too: points of a lead, points in the table.
        let attributes = attributes(a, b, rules).features;
        return attributes
            .into_iter()
            .filter(|(feature, _)| *feature != Feature::ConceptUnknown)
            .fold(counted, |judged, (feature, amount)| judged.with(feature, amount));
    }
    match counted {
        Some(counted) if counted.judgement.relation == FacetRelation::Same => of_whole(counted, kind),
        // "ettari di pineta", "ettari di macchia": what a measure is of is often told in other words.
        Some(counted) if counted.judgement.relation == FacetRelation::Different => {
            attributes(a, b, rules).with(Feature::ConceptDifferent, WHOLE)
        }
        _ => attributes(a, b, rules),
    }
}

/// Shares of one thing need not be one share of it: the third of the patients in hospital, the quarter who are children.
fn of_whole(mut judged: Judged, kind: Kind) -> Judged {
    for (feature, _) in
        judged.features.iter_mut().filter(|(it, _)| kind == Kind::Percent && *it == Feature::ConceptSame)
    {
        *feature = Feature::WholeSame;
    }
    judged
}

/// The same thing, but one text only refers back to it: less sure.
fn uncertain_where_inherited(mut judged: Judged, inherited: bool) -> Judged {
    for (feature, _) in judged.features.iter_mut().filter(|(feature, _)| inherited && *feature == Feature::ConceptSame)
    {
        *feature = Feature::ConceptInherited;
    }
    judged
}

fn things(x: &Term, y: &Term, rules: &Rules) -> Judged {
    let facet = Facet::Concept;
    if x == y {
        let feature = match x {
            Term::Concept(_) if is_generic(x, rules) => Feature::ConceptGeneric,
            Term::Concept(_) => Feature::ConceptSame,
            _ => Feature::ConceptStem,
        };
        return Judged::new(facet, FacetRelation::Same, feature, format!("both count “{}”", x.readable()));
    }
    let pair = format!("“{}” and “{}”", x.readable(), y.readable());
    match (x.concept(&rules.lexicon), y.concept(&rules.lexicon)) {
        (Some(p), Some(q)) if rules.lexicon.is_a(p, q) || rules.lexicon.is_a(q, p) => Judged::new(
            facet,
            FacetRelation::Compatible,
            Feature::ConceptNarrower,
            format!("{pair}: one is a kind of the other"),
        ),
        (Some(p), Some(q)) if kin(p, q, rules) => Judged::new(
            facet,
            FacetRelation::Compatible,
            Feature::ConceptSibling,
            format!("{pair} are kinds of one thing"),
        ),
        (None, Some(_)) | (Some(_), None) => {
            Judged::new(facet, FacetRelation::Unknown, Feature::ConceptUnlisted, format!("{pair}: not known"))
        }
        (None, None) if other_language(x, y) => Judged::unknown(facet, Some(Feature::ConceptUnknown)),
        _ => {
            let why = format!("{pair} are different things");
            Judged::new(facet, FacetRelation::Different, Feature::ConceptDifferent, why)
        }
    }
}

/// Whether a term is so broad that sharing it says little: person, place.
fn is_generic(term: &Term, rules: &Rules) -> bool {
    term.concept(&rules.lexicon).is_some_and(|id| rules.judgement.is_generic(id))
}

/// The side that counts a kind of what the other counts, then the other; `None` where neither does.
pub(super) fn narrower<'s>(a: Side<'s>, b: Side<'s>, rules: &Rules) -> Option<(Side<'s>, Side<'s>)> {
    let (x, y) = (a.subject.counted.as_ref()?, b.subject.counted.as_ref()?);
    let (p, q) = (x.concept(&rules.lexicon)?, y.concept(&rules.lexicon)?);
    match (p != q && rules.lexicon.is_a(p, q), p != q && rules.lexicon.is_a(q, p)) {
        (true, _) => Some((a, b)),
        (_, true) => Some((b, a)),
        _ => None,
    }
}

/// Whether two concepts have a broader one in common: persons for persons, anything but the broadest otherwise.
fn kin(a: ConceptId, b: ConceptId, rules: &Rules) -> bool {
    let lexicon = &rules.lexicon;
    let exclusive = lexicon.get(a).group.is_some() && lexicon.get(a).group == lexicon.get(b).group;
    let both_persons = lexicon.is_person(a) && lexicon.is_person(b);
    !exclusive && (both_persons || shared_parent(a, b, rules))
}

/// Whether one term can be a part of what the other counts.
pub(super) fn are_kin(x: &Term, y: &Term, rules: &Rules) -> bool {
    match (x.concept(&rules.lexicon), y.concept(&rules.lexicon)) {
        (Some(p), Some(q)) => rules.lexicon.is_a(p, q) || rules.lexicon.is_a(q, p) || kin(p, q, rules),
        _ => x == y,
    }
}

/// Whether a direct broader concept is shared that is not one of the broadest.
pub(super) fn shared_parent(a: ConceptId, b: ConceptId, rules: &Rules) -> bool {
    let lexicon = &rules.lexicon;
    let specific = |id: &&ConceptId| !rules.judgement.is_generic(**id);
    lexicon.get(a).is_a.iter().filter(specific).any(|broad| lexicon.is_a(b, *broad))
}

fn other_language(x: &Term, y: &Term) -> bool {
    let language = |term: &Term| term.key().split(':').next().map(str::to_owned);
    matches!((x, y), (Term::Stem(_), Term::Stem(_))) && language(x) != language(y)
}

/// Properties and things around amounts and measures.
fn attributes(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Concept;
    if let Some(term) = a.attributes.iter().find(|term| b.attributes.contains(term)) {
        return Judged::new(
            facet,
            FacetRelation::Same,
            Feature::AttributeSame,
            format!("both speak of “{}”", term.readable()),
        );
    }
    let related = a.attributes.iter().any(|x| {
        b.attributes.iter().any(|y| match (x.concept(&rules.lexicon), y.concept(&rules.lexicon)) {
            (Some(x), Some(y)) => rules.lexicon.is_a(x, y) || rules.lexicon.is_a(y, x),
            _ => false,
        })
    });
    if related {
        return Judged::new(
            facet,
            FacetRelation::Compatible,
            Feature::AttributeRelated,
            "they speak of related things",
        );
    }
    match (a.attributes.first(), b.attributes.first()) {
        (Some(x), Some(y)) => {
            let why = format!("“{}” and “{}”", x.readable(), y.readable());
            Judged::new(facet, FacetRelation::Different, Feature::AttributeDifferent, why)
        }
        _ => Judged::unknown(facet, Some(Feature::ConceptUnknown)),
    }
}
