//! Whether two answers are each other's counterpart, or another answer of either article fits better. An article that
//! counts six rifles of one raid and fourteen of five answers two questions; each meets its own in the other article.

use super::facet::{Judged, WHOLE};
use super::side::Side;
use super::{extent, score_of};
use crate::rules::{Feature, Rules};
use crate::value::Relation;

/// How far below the score of a pair another pair still counts as a rival, in thousandths.
const NEAR: i32 = 1000;
/// A pair that scores so much higher is the counterpart instead, in thousandths.
const BETTER: i32 = 800;
/// Over so many thousandths of score an answer given elsewhere fades from "the same question" to "another".
const FADE: i32 = 3000;
/// So many rivals are as bad as more.
const MANY: usize = 5;

/// What the other answers of both articles say about a pair that scores `own` by itself; `None` where the very value
/// of one is given by the other article elsewhere, where it fits about as well, or another value is clearly its counterpart.
pub(super) fn features(
    a: Side<'_>,
    b: Side<'_>,
    own: i32,
    story: &Judged,
    rules: &Rules,
) -> Option<Vec<(Feature, i32)>> {
    let (mut agreeing, mut rivals) = (Vec::new(), Vec::new());
    let pairs = b.others().map(|other| (a, other)).chain(a.others().map(|other| (other, b)));
    for (x, y) in pairs {
        let Some(relation) = extent::relation(x.answer, y.answer, &rules.units) else { continue };
        let Some(score) = score_of(x, y, story, rules) else { continue };
        match relation {
            Relation::Disjoint | Relation::Tension => rivals.push(score),
            _ => agreeing.push(score),
        }
    }
    let mut found = Vec::new();
    if let Some(best) = agreeing.iter().max() {
        if *best + NEAR >= own {
            return None;
        }
        found.push((Feature::AnsweredElsewhere, (best - own + FADE).clamp(0, FADE) * WHOLE / FADE));
    }
    if let Some(best) = rivals.iter().max() {
        if *best - own >= BETTER {
            return None;
        }
        found.push((Feature::BetterElsewhere, (best - own).clamp(0, BETTER) * WHOLE / BETTER));
    }
    let close = rivals.iter().filter(|score| **score + NEAR >= own).count().min(MANY);
    found.push((Feature::Rivals, i32::try_from(close).unwrap_or(0) * WHOLE / MANY as i32));
    found.retain(|(_, amount)| *amount != 0);
    Some(found)
}
