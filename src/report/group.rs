//! Findings that are one fact to a reader: of one check, hanging together by their claims.

use super::alignment::side;
use super::marks::{Stretch, alone, compared};
use super::text::reading;
use crate::claim::Claim;
use crate::finding::{Finding, Places};
use crate::rules::Units;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Findings of one check that hang together by their claims.
pub(super) struct Group<'a> {
    /// The worst first.
    pub findings: Vec<&'a Finding>,
}

/// The groups, each at the place of its worst finding.
pub(super) fn groups<'a>(findings: &[&'a Finding], units: &Units) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut group_of: FxHashMap<(&str, String), usize> = FxHashMap::default();
    for &finding in findings {
        let keys: Vec<_> =
            finding.places.claims().iter().map(|claim| (finding.check, identity(claim, units))).collect();
        let is_internal = matches!(finding.places, Places::Within(_));
        let known = keys.iter().find_map(|key| group_of.get(key)).copied().filter(|_| !is_internal);
        let at = known.unwrap_or(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { findings: vec![finding] }),
        }
        if !is_internal {
            keys.into_iter().for_each(|key| {
                group_of.insert(key, at);
            });
        }
    }
    groups
}

/// What tells a claim of a page from every other.
pub(super) fn identity(claim: &Claim, units: &Units) -> String {
    let place = claim.evidence.first().map(|evidence| (evidence.number_file, evidence.place));
    format!("{}\u{1f}{place:?}\u{1f}{}", claim.article.id, reading(&claim.answer, units))
}

impl Group<'_> {
    /// Every claim of the group once, with the worst finding that ties it to one shown before.
    pub(super) fn claims(&self, units: &Units) -> Vec<Shown<'_>> {
        let mut seen = FxHashMap::default();
        let mut shown: Vec<Shown<'_>> = Vec::new();
        for finding in &self.findings {
            let claims = finding.places.claims();
            for (at, claim) in claims.iter().enumerate() {
                if seen.insert(identity(claim, units), ()).is_some() {
                    continue;
                }
                let other =
                    claims.iter().enumerate().find(|(other, _)| *other != at).map(|(_, other)| Arc::clone(other));
                let is_first = shown.is_empty() && matches!(finding.places, Places::Between(..));
                let told = if is_first { None } else { Some(*finding) };
                shown.push(Shown { claim: Arc::clone(claim), other, told, is_first: at == 0 });
            }
        }
        shown
    }
}

impl Group<'_> {
    /// Whether a finding tells a claim against the first one of the group.
    pub(super) fn is_against_first(&self, shown: &Shown<'_>, units: &Units) -> bool {
        let Some(first) = self.findings.first().and_then(|finding| finding.places.claims().first().copied()) else {
            return false;
        };
        let (first, own) = (identity(first, units), identity(&shown.claim, units));
        own != first
            && self.findings.iter().any(|finding| {
                let claims = finding.places.claims();
                let has = |wanted: &str| claims.iter().any(|claim| identity(claim, units) == wanted);
                has(&first) && has(&own)
            })
    }
}

/// A claim as a group shows it.
pub(super) struct Shown<'a> {
    /// The claim.
    pub claim: Arc<Claim>,
    /// The claim that it is told against.
    pub other: Option<Arc<Claim>>,
    /// The finding that ties it to one shown before.
    pub told: Option<&'a Finding>,
    /// Whether it is the first of the two.
    pub is_first: bool,
}

impl Shown<'_> {
    /// The claim of another article that it is told against.
    pub(super) fn against(&self) -> Option<&Claim> {
        self.other.as_deref().filter(|other| other.article.id != self.claim.article.id)
    }

    /// Its sentence, with the words marked that the other has not.
    pub(super) fn pieces(&self) -> Vec<Stretch> {
        match self.against() {
            Some(other) if self.is_first => compared(side(&self.claim), side(other)).0,
            Some(other) => compared(side(other), side(&self.claim)).1,
            None => alone(side(&self.claim)),
        }
    }
}
