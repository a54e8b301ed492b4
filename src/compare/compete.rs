//! Whether two answers are each other's counterpart, or another answer of either article fits better. An article that
//! counts six rifles of one raid and fourteen of five answers two questions; each meets its own in the other article.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use super::weigh;
use crate::finding::Facet;
use crate::rules::{Competition, Feature, Rules};
use crate::value::Relation;

/// What the other answers of both articles say about a pair that scores `own` by itself; the judgement as the error where
/// the very value of one is given by the other article elsewhere, where it fits about as well, or another value is
/// clearly its counterpart.
pub(super) fn features(
    a: Side<'_>,
    b: Side<'_>,
    own: i32,
    story: &Judged,
    rules: &Rules,
) -> Result<Vec<(Feature, i32)>, Judged> {
    let Competition { near, better, fade, many } = rules.judgement.competition;
    let (mut agreeing, mut rivals) = (Vec::new(), Vec::new());
    let pairs = b.others().map(|other| (a, other)).chain(a.others().map(|other| (other, b)));
    for (x, y) in pairs {
        let Some(pair) = weigh(x, y, story, rules) else { continue };
        match pair.relation {
            Relation::Disjoint | Relation::Tension => rivals.push(pair.score(x, rules)),
            _ => agreeing.push(pair.score(x, rules)),
        }
    }
    let mut found = Vec::new();
    if let Some(best) = agreeing.iter().max() {
        if *best + near >= own {
            return Err(Judged::veto(Facet::Context, "the other article gives this value elsewhere"));
        }
        found.push((Feature::AnsweredElsewhere, (best - own + fade).clamp(0, fade) * WHOLE / fade));
    }
    if let Some(best) = rivals.iter().max() {
        if *best - own >= better {
            return Err(Judged::veto(Facet::Context, "another value fits better"));
        }
        found.push((Feature::BetterElsewhere, (best - own).clamp(0, better) * WHOLE / better));
    }
    let close = i32::try_from(rivals.iter().filter(|score| **score + near >= own).count()).unwrap_or(many);
    found.push((Feature::Rivals, close.min(many) * WHOLE / many));
    found.retain(|(_, amount)| *amount != 0);
    Ok(found)
}
