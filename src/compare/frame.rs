//! When, where, all or part, each or altogether, fact or plan: what frames a question.

use super::extent;
use super::facet::{Judged, WHOLE};
use super::side::Side;
use crate::claim::{Kind, Modality, Occurrence, Scope, Share, Subject, Term};
use crate::finding::{Facet, FacetRelation};
use crate::rules::{Feature, Rules};
use crate::value::{DateSpan, add_days};
use jiff::civil::Date;

/// Days before publication within which news counts as told of now.
const CURRENT: i64 = 45;

/// Days before publication beyond which what is told of then is not told of now.
const OTHER_YEAR: i64 = 400;

/// When what is counted happened.
pub(super) fn time(a: Side<'_>, b: Side<'_>) -> Judged {
    let (x, y) = (a.subject, b.subject);
    let facet = Facet::Time;
    if a.kind() == Kind::Date {
        return Judged::unknown(facet, None);
    }
    // Hours of two days tell of two things; a night is one.
    let one_event = if a.kind() == Kind::Time { 0 } else { ONE_EVENT };
    // When somebody was that old is often the day of another event of the sentence.
    let is_age = a.kind() == Kind::Age;
    match (x.time, y.time) {
        (Some(p), Some(q)) if apart(&p, &q, CURRENT) && !is_age => Judged::veto(facet, "they tell of different times"),
        (Some(p), Some(q)) if apart(&p, &q, one_event) => {
            Judged::new(facet, FacetRelation::Different, Feature::TimeDifferent, "they tell of different times")
        }
        (Some(p), Some(q)) if extent::weekdays_apart(&p, &q).is_some_and(|days| i64::from(days) > one_event) => {
            Judged::new(facet, FacetRelation::Different, Feature::TimeDifferent, "they tell of different days")
        }
        (Some(p), Some(q)) if p.is_settled() && q.is_settled() && p.meets(&q) => {
            Judged::new(facet, FacetRelation::Same, Feature::TimeSame, "they tell of the same time")
        }
        (Some(_), None) | (None, Some(_)) if a.kind() == Kind::Time => Judged::unknown(facet, None),
        (Some(p), None) => earlier(&p, b, is_age),
        (None, Some(q)) => earlier(&q, a, is_age),
        _ => Judged::unknown(facet, None),
    }
}

/// One tells of a time, the other of none.
fn earlier(span: &DateSpan, other: Side<'_>, is_age: bool) -> Judged {
    let facet = Facet::Time;
    if is_past(span, other, OTHER_YEAR) && !is_age {
        return Judged::new(facet, FacetRelation::Different, Feature::OtherYear, "one tells of an earlier year");
    }
    let past = is_past(span, other, CURRENT);
    let judged = Judged::plain(facet, FacetRelation::Unknown, "one tells of an earlier time");
    judged.with(Feature::TimeEarlier, if past { WHOLE } else { 0 })
}

/// Days that one event may be told apart: the quake of the night, the news of the morning.
const ONE_EVENT: i64 = 2;

fn apart(a: &DateSpan, b: &DateSpan, days: i64) -> bool {
    let beyond = |end: Option<Date>, start: Option<Date>| match (end, start) {
        (Some(end), Some(start)) => add_days(end, days).is_some_and(|end| end < start),
        _ => false,
    };
    beyond(a.to, b.from) || beyond(b.to, a.from)
}

fn is_past(span: &DateSpan, other: Side<'_>, days: i64) -> bool {
    match (span.to, other.article.published) {
        (Some(end), Some(published)) => add_days(published, -days).is_some_and(|start| end < start),
        _ => false,
    }
}

/// Places and persons that the clauses name; for an age the person alone.
pub(super) fn place(a: &Subject, b: &Subject, kind: Kind) -> Judged {
    let facet = Facet::Place;
    if kind != Kind::Age
        && let Some(place) = a.places.iter().find(|place| b.places.contains(place))
    {
        return Judged::new(
            facet,
            FacetRelation::Same,
            Feature::PlaceSame,
            format!("both tell of “{}”", place.readable()),
        );
    }
    if kind != Kind::Age
        && let (Some(x), Some(y)) = (a.places.first(), b.places.first())
    {
        let why = format!("“{}” and “{}”", x.readable(), y.readable());
        return Judged::new(facet, FacetRelation::Different, Feature::PlaceDifferent, why);
    }
    if let Some(name) = a.names.iter().find(|name| b.names.contains(name)) {
        let feature = if kind == Kind::Age { Feature::BearerSame } else { Feature::NameSame };
        return Judged::new(facet, FacetRelation::Same, feature, format!("both name “{}”", name.readable()));
    }
    match (a.names.first(), b.names.first()) {
        (Some(x), Some(y)) => {
            let why = format!("“{}” and “{}”", x.readable(), y.readable());
            Judged::new(facet, FacetRelation::Different, Feature::NameDifferent, why)
        }
        _ => Judged::unknown(facet, None),
    }
}

/// All, some, or the rest; and what narrows the count.
pub(super) fn part(a: &Subject, b: &Subject, rules: &Rules) -> Judged {
    let facet = Facet::Part;
    if let Some(why) = exclusive_qualities(a, b, rules) {
        return Judged::new(facet, FacetRelation::Different, Feature::QualityExclusive, why);
    }
    if a.share != b.share {
        let rest = a.share == Share::Rest || b.share == Share::Rest;
        let (feature, why) = if rest {
            (Feature::RestOfWhole, "one counts the others only")
        } else {
            (Feature::PartOfWhole, "one is a part")
        };
        return Judged::new(facet, FacetRelation::Different, feature, why);
    }
    let missing = grouped(a, b, rules) + grouped(b, a, rules);
    if missing > 0 {
        let judged = Judged::plain(facet, FacetRelation::Unknown, "one may be a part of the other");
        return judged.with(Feature::QualityMissing, WHOLE * i32::try_from(missing.min(2)).unwrap_or(2));
    }
    match a.qualities.iter().find(|quality| b.qualities.contains(quality)) {
        Some(quality) => {
            Judged::new(facet, FacetRelation::Same, Feature::QualitySame, format!("both are “{}”", quality.readable()))
        }
        None => Judged::plain(facet, FacetRelation::Compatible, "neither is told as a part"),
    }
}

fn group_of(term: &Term, rules: &Rules) -> Option<String> {
    rules.lexicon.get(term.concept(&rules.lexicon)?).group.clone()
}

fn exclusive_qualities(a: &Subject, b: &Subject, rules: &Rules) -> Option<String> {
    for x in &a.qualities {
        let Some(group) = group_of(x, rules) else { continue };
        if b.qualities.contains(x) {
            continue;
        }
        if let Some(y) =
            b.qualities.iter().find(|y| group_of(y, rules).as_ref() == Some(&group) && !a.qualities.contains(y))
        {
            return Some(format!("“{}” and “{}” exclude each other", x.readable(), y.readable()));
        }
    }
    None
}

/// Qualities of `a` that belong to an exclusive group of which `b` says nothing.
fn grouped(a: &Subject, b: &Subject, rules: &Rules) -> usize {
    a.qualities.iter().filter(|quality| group_of(quality, rules).is_some() && !b.qualities.contains(quality)).count()
}

/// Each, or altogether.
pub(super) fn scope(one: Side<'_>, other: Side<'_>) -> Judged {
    let (a, b) = (one.subject, other.subject);
    let judged = over(one, other);
    // "280 euro al mese" may be "280 euro in busta paga", or be what makes 3,360.
    if a.per.is_some() == b.per.is_some() { judged } else { judged.with(Feature::PerMissing, WHOLE) }
}

fn over(one: Side<'_>, other: Side<'_>) -> Judged {
    let facet = Facet::Scope;
    match (one.subject.scope, other.subject.scope) {
        (x, y) if x == y => Judged::plain(facet, FacetRelation::Same, "told over the same"),
        // "The 70th swap, said both": the place in a sequence is nobody's share.
        (Scope::Each, _) | (_, Scope::Each) if one.kind() == Kind::Ordinal => Judged::unknown(facet, None),
        (Scope::Each, _) | (_, Scope::Each) => {
            // What each side has is a claim of its own for every side.
            Judged::veto(facet, "one is told for each, the other is not")
        }
        (x, _) => {
            // The total may be that of several events, of which the other is one.
            let (total, single) = if x == Scope::Altogether { (one, other) } else { (other, one) };
            let judged = Judged::plain(facet, FacetRelation::Compatible, "one is told altogether");
            let amount = if extent::is_higher(total.answer, single.answer) { WHOLE } else { 0 };
            judged.with(Feature::TotalAlone, amount)
        }
    }
}

/// Fact, plan, possibility, denial; and figures that are changes.
pub(super) fn modality(a: &Subject, b: &Subject, kind: Kind) -> Judged {
    let facet = Facet::Modality;
    if a.change != b.change {
        return Judged::new(
            facet,
            FacetRelation::Different,
            Feature::ChangeAlone,
            "one is a change, the other a figure",
        );
    }
    match (a.modality, b.modality) {
        (x, y) if x == y => Judged::plain(facet, FacetRelation::Same, "told in the same way"),
        (Modality::Planned, Modality::Possible) | (Modality::Possible, Modality::Planned) => {
            Judged::plain(facet, FacetRelation::Compatible, "both lie ahead")
        }
        (Modality::Denied, _) | (_, Modality::Denied) => {
            Judged::veto(facet, "one is told as a fact, the other is denied")
        }
        // Costs and losses are estimates however they are told; a count of what may happen is another question.
        _ => {
            let feature = match kind {
                Kind::Count | Kind::Ordinal | Kind::Score => Feature::ModalityOfCount,
                _ => Feature::ModalityDifferent,
            };
            Judged::new(facet, FacetRelation::Different, feature, "one is told as a fact, the other is not")
        }
    }
}

/// First round, second round, the last exchange.
pub(super) fn occurrence(a: &Subject, b: &Subject) -> Judged {
    let facet = Facet::Event;
    match (a.occurrence, b.occurrence) {
        (Some(Occurrence::Nth(x)), Some(Occurrence::Nth(y))) if x != y => {
            let why = format!("number {x} and number {y} of a sequence");
            Judged::new(facet, FacetRelation::Different, Feature::OccurrenceDifferent, why)
        }
        (Some(x), Some(y)) if x == y => Judged::plain(facet, FacetRelation::Same, "the same one of a sequence"),
        (None, None) => Judged::unknown(facet, None),
        _ => Judged::unknown(facet, Some(Feature::OccurrenceMissing)),
    }
}

/// Who says so.
pub(super) fn attribution(a: &Subject, b: &Subject) -> Judged {
    let facet = Facet::Attribution;
    match (&a.attribution, &b.attribution) {
        (Some(x), Some(y)) if x.who.is_some() && x.who == y.who => {
            Judged::new(facet, FacetRelation::Same, Feature::AttributionSame, format!("both cite “{}”", x.text))
        }
        (Some(x), Some(y)) => {
            Judged::plain(facet, FacetRelation::Different, format!("“{}” and “{}” are cited", x.text, y.text))
        }
        _ => Judged::unknown(facet, None),
    }
}
