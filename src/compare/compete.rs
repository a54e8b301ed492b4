//! Whether two answers are each other's counterpart, or another answer of either article fits better. An article that
//! counts six rifles of one raid and fourteen of five answers two questions; each meets its own in the other article.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use super::{Pair, concept, extent, weigh};
use crate::claim::{Answer, Kind, Term};
use crate::finding::Facet;
use crate::rules::{Competition, Feature, Rules};
use crate::value::Relation;

/// What only values that differ can show, and two that agree never.
const OF_DIFFERENCE: [Feature; 3] = [Feature::ValuesSlip, Feature::Growing, Feature::SourcesDiffer];

/// How many other values an article tells for the thing that is counted or measured: of a table with the points of all
/// players, likeness does not tell which is meant.
pub(super) fn crowd(a: Side<'_>, b: Side<'_>, competition: &Competition) -> Option<(Feature, i32)> {
    let others = |side: Side<'_>| {
        let alike = |other: &Side<'_>| match side.kind() {
            Kind::Count => side.subject.counted.is_some() && other.subject.counted == side.subject.counted,
            Kind::Measure => extent::dimension(side.answer) == extent::dimension(other.answer),
            _ => true,
        };
        let counted = (0..competition.table).zip(side.others().filter(alike)).last();
        counted.map_or(0, |(before, _)| before + 1)
    };
    let crowd = others(a).max(others(b));
    (crowd > 0).then(|| (Feature::Crowd, crowd * WHOLE / competition.table))
}

/// "78 soldiers and six civilians" beside "84 prisoners": whether a value and another one of its sentence, of another
/// kind of what the other article counts, make its value. Nine children and twelve women are no 21 women.
fn makes_with_another(part: Side<'_>, whole: Side<'_>, rules: &Rules) -> bool {
    let figure = |answer: &Answer| match answer {
        Answer::Quantity(quantity) => quantity.base_nominal(),
        _ => None,
    };
    let (Some(counted), Some(all)) = (&part.subject.counted, &whole.subject.counted) else { return false };
    let (Some(own), Some(sum)) = (figure(part.answer), figure(whole.answer)) else { return false };
    let beside = |other: &Side<'_>| {
        let is_another_kind = |kind: &Term| kind != counted && kind != all && concept::are_kin(kind, all, rules);
        other.subject.positions.iter().any(|place| part.subject.positions.contains(place))
            && other.subject.counted.as_ref().is_some_and(is_another_kind)
    };
    let is_between_two = part.kind() == Kind::Count && part.article.id != whole.article.id && counted != all;
    is_between_two
        && part
            .others()
            .filter(beside)
            .filter_map(|other| figure(other.answer)?.checked_add(own))
            .any(|made| made == sum)
}

/// What the other answers of both articles say about a pair: whether the very value of one is given by the other article
/// elsewhere, whether another value fits better, and by how much this one fits best. The judgement as the error where
/// that very value fits as well elsewhere, or is that of several kinds together.
pub(super) fn features(
    a: Side<'_>,
    b: Side<'_>,
    own: &Pair,
    story: &Judged,
    rules: &Rules,
) -> Result<Vec<(Feature, i32)>, Judged> {
    if makes_with_another(a, b, rules) || makes_with_another(b, a, rules) {
        return Err(Judged::veto(Facet::Part, "with another figure of its sentence it makes the other value"));
    }
    let Competition { near, better, fade, many, .. } = rules.judgement.competition;
    let (mut agreeing, mut rivals) = (Vec::new(), Vec::new());
    // Within one article each of the two is among the others of the other.
    let within = a.article.id == b.article.id;
    let is_other = |it: &Side<'_>| !within || (it.answer != a.answer && it.answer != b.answer);
    let of_b = b.others().filter(is_other).map(|other| (a, other));
    let pairs = of_b.chain(a.others().filter(is_other).map(|other| (other, b)));
    for (x, y) in pairs {
        let Some(pair) = weigh(x, y, story, rules) else { continue };
        match pair.relation {
            Relation::Disjoint | Relation::Tension => rivals.push(pair.score(x, rules)),
            _ => agreeing.push(pair.score(x, rules)),
        }
    }
    let difference = own.features.iter().filter(|(feature, _)| OF_DIFFERENCE.contains(feature)).copied();
    let difference = rules.judgement.weighed(&difference.collect::<Vec<_>>()).max(0);
    let own = own.score(a, rules);
    if agreeing.iter().any(|score| *score >= own - difference) {
        return Err(Judged::veto(Facet::Context, "the other article gives this value elsewhere"));
    }
    let close = i32::try_from(rivals.iter().filter(|score| **score + near >= own).count()).unwrap_or(many);
    let (best_agreeing, best_rival) = (agreeing.iter().max(), rivals.iter().max());
    let ahead = best_agreeing.max(best_rival).map_or(better, |best| (own - best).clamp(0, better));
    let mut found =
        vec![(Feature::BestMatch, ahead * WHOLE / better), (Feature::Rivals, close.min(many) * WHOLE / many)];
    if let Some(best) = best_agreeing {
        found.push((Feature::AnsweredElsewhere, (best - own + fade).clamp(0, fade + better) * WHOLE / fade));
    }
    if let Some(best) = best_rival {
        found.push((Feature::BetterElsewhere, (best - own).clamp(0, better) * WHOLE / better));
    }
    found.retain(|(_, amount)| *amount != 0);
    Ok(found)
}
