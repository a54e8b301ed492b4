//! One fact: the question, every outlet's answer to it, and why the tool thinks that they answer the same.

use super::agreement::Agreements;
use super::answer::{Answered, letter};
use super::picture::{Picture, pictures};
use crate::claim::Claim;
use crate::finding::{Class, Facet, FacetJudgement, FacetRelation};
use crate::report::group::{Group, Shown};
use crate::report::{Report, difference, inert, reading};
use crate::rules::Units;
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::sync::Arc;

/// A question that got more than one answer, or one that cannot be right.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    /// From 1, in the order of the page.
    number: usize,
    /// The fingerprint of its worst finding.
    id: String,
    pub class: &'static str,
    severity: &'static str,
    check: &'static str,
    /// What the check finds, in a line.
    check_summary: String,
    pub kind: &'static str,
    confidence: String,
    /// For filters.
    thousandths: u16,
    question: String,
    /// What is wrong; for one article against itself, where no second answer shows it.
    message: Option<String>,
    /// How far the first answer is from the next one that differs: "A to B: +7, +4.7%".
    difference: String,
    /// The values in few words: "148 ≠ 155, 185".
    gist: String,
    answers: Vec<Answered>,
    pictures: Vec<Picture>,
    reasons: Vec<Reason>,
}

/// One side of the question.
#[derive(Debug, Serialize)]
struct Reason {
    /// In words: "what is counted".
    about: &'static str,
    relation: &'static str,
    why: String,
    /// Whether it says more than that nothing speaks against it.
    telling: bool,
}

/// At most so many values on a side of the gist of a fact.
const GIST: usize = 4;

impl Fact {
    /// The fact of a group; `None` for a group without findings.
    pub(super) fn new(
        number: usize,
        group: &Group<'_>,
        report: &Report<'_>,
        agreements: &Agreements<'_>,
    ) -> Option<Self> {
        let worst = group.findings.first()?;
        let units = &report.rules.units;
        let mut shown = group.claims(units);
        if worst.class == Class::Update {
            shown.sort_by_key(|shown| shown.claim.article.published);
        }
        let agreeing = agreeing(&shown, agreements, units);
        let mut answers = answers(&shown, units);
        let values: Vec<Value<'_>> = answers
            .iter()
            .zip(&shown)
            .map(|(answer, shown)| Value {
                reading: answer.reading(),
                is_against: group.is_against_first(shown, units),
            })
            .collect();
        let gist = gist(&values, worst.class);
        answers.extend(agreeing.iter().enumerate().map(|(at, (claim, tie))| {
            Answered::new(shown.len() + at, claim, super::answer::figure_only(claim), Some(tie.clone()), units)
        }));
        let claims: Vec<&Claim> =
            shown.iter().map(|shown| &*shown.claim).chain(agreeing.iter().map(|(claim, _)| &***claim)).collect();
        let internal = worst.class == Class::Internal;
        let mut reasons: Vec<Reason> = worst.facets.iter().map(reason).collect();
        reasons.sort_by_key(|reason| !reason.telling);
        Some(Self {
            number,
            id: worst.id.to_string(),
            class: worst.class.name(),
            severity: worst.severity().name(),
            check: worst.check,
            check_summary: report.checks.iter().find(|check| check.name == worst.check)?.summary.clone(),
            kind: worst.kind.name(),
            confidence: worst.confidence.to_string(),
            thousandths: worst.confidence.thousandths(),
            question: inert(&worst.question),
            message: internal.then(|| inert(&worst.message)),
            difference: gap(&claims).filter(|_| !internal).unwrap_or_default(),
            gist,
            pictures: pictures(&claims, group.findings.iter().any(|finding| finding.class == Class::Update)),
            answers,
            reasons: if internal { Vec::new() } else { reasons },
        })
    }

    /// The outlets that answer.
    pub(super) fn outlets(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().map(Answered::outlet)
    }
}

/// The claims of the findings, each with what it is to the one that it is told against.
fn answers(shown: &[Shown<'_>], units: &Units) -> Vec<Answered> {
    let position = |claim: &Arc<Claim>| shown.iter().position(|other| Arc::ptr_eq(&other.claim, claim));
    let tie = |shown: &Shown<'_>| {
        let finding = shown.told.filter(|_| shown.against().is_some())?;
        let other = shown.other.as_ref().and_then(position)?;
        Some(format!("{} ({})", beside(finding.class, shown, &letter(other)), finding.confidence))
    };
    shown
        .iter()
        .enumerate()
        .map(|(at, shown)| Answered::new(at, &shown.claim, shown.pieces(), tie(shown), units))
        .collect()
}

/// What an answer is to another one.
fn beside(class: Class, shown: &Shown<'_>, other: &str) -> String {
    let published = |claim: &Claim| claim.article.published;
    match class {
        Class::Update if shown.against().is_some_and(|other| published(other) > published(&shown.claim)) => {
            format!("updated by {other}")
        }
        Class::Update => format!("updates {other}"),
        _ => format!("{} with {other}", class.name()),
    }
}

/// Claims of other articles that surely give the same answer as one of those shown, with what ties them to it.
fn agreeing<'a>(shown: &[Shown<'_>], agreements: &Agreements<'a>, units: &Units) -> Vec<(&'a Arc<Claim>, String)> {
    let key = |claim: &Claim| (claim.article.id.clone(), reading(&claim.answer, units));
    let mut seen: FxHashSet<_> = shown.iter().map(|shown| key(&shown.claim)).collect();
    let mut found = Vec::new();
    for (at, shown) in shown.iter().enumerate() {
        for agreement in agreements.with(&shown.claim, units) {
            if seen.insert(key(agreement.claim)) {
                let tie = format!("{} {} ({})", agreement.words, letter(at), agreement.confidence);
                found.push((agreement.claim, tie));
            }
        }
    }
    found
}

/// How far the first answer is from the next one that differs.
fn gap(claims: &[&Claim]) -> Option<String> {
    let (first, others) = claims.split_first()?;
    others.iter().enumerate().find_map(|(at, other)| {
        let gap = difference(&first.answer, &other.answer).replace('\n', ", ");
        (!gap.is_empty()).then(|| format!("{} to {}: {gap}", letter(0), letter(at + 1)))
    })
}

/// An answer as the gist of a fact has it.
struct Value<'a> {
    reading: &'a str,
    /// Whether it is told against the first answer.
    is_against: bool,
}

/// The values that differ: the first, with what is not told against it, against the others; or one after the other where
/// they tell a course.
fn gist(values: &[Value<'_>], class: Class) -> String {
    let sign = match class {
        Class::Update => return listed(super::distinct(values.iter().map(|value| value.reading)), " → "),
        Class::Internal => return listed(super::distinct(values.iter().map(|value| value.reading)), " · "),
        Class::Conflict | Class::Disputed => "≠",
        Class::Tension => "against",
    };
    let against = super::distinct(values.iter().filter(|value| value.is_against).map(|value| value.reading));
    let mut beside = super::distinct(values.iter().map(|value| value.reading));
    beside.retain(|value| !against.contains(value));
    if against.is_empty() {
        return listed(beside, ", ");
    }
    format!("{} {sign} {}", listed(beside, ", "), listed(against, ", "))
}

/// A few values, and a sign for more.
fn listed(mut values: Vec<&str>, between: &str) -> String {
    if values.len() > GIST {
        values.truncate(GIST);
        values.push("…");
    }
    values.join(between)
}

fn reason(judgement: &FacetJudgement) -> Reason {
    let about = match judgement.facet {
        Facet::Concept => "What is counted",
        Facet::Event => "What happens",
        Facet::Participant => "Who takes part",
        Facet::Place => "Where",
        Facet::Time => "When",
        Facet::Part => "All or a part",
        Facet::Scope => "Each or altogether",
        Facet::Modality => "Fact or plan",
        Facet::Attribution => "Who says so",
        Facet::Story => "Which story",
        Facet::Context => "The other words",
    };
    let relation = match judgement.relation {
        FacetRelation::Same => "the same",
        FacetRelation::Compatible => "compatible",
        FacetRelation::Unknown => "not said",
        FacetRelation::Different => "speaks against it",
    };
    let telling = crate::report::alignment::is_telling(judgement);
    Reason { about, relation, why: inert(&judgement.why), telling }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gist_parts_what_is_told_against_the_first_answer() {
        for (values, class, expected) in [
            (
                &[("55 000", false), ("65 000", true), ("49 500 to 60 500", false)][..],
                Class::Conflict,
                "55 000, 49 500 to 60 500 ≠ 65 000",
            ),
            (&[("16", false), ("18", true), ("18", true)], Class::Disputed, "16 ≠ 18"),
            (&[("16", false), ("18", true), ("18", false)], Class::Conflict, "16 ≠ 18"),
            (&[("over 150", false), ("900", true)], Class::Tension, "over 150 against 900"),
            (
                &[("1", false), ("2", true), ("3", true), ("4", true), ("5", true), ("6", true)],
                Class::Conflict,
                "1 ≠ 2, 3, 4, 5, …",
            ),
            (&[("12", false), ("14", true), ("12", false)], Class::Update, "12 → 14"),
            (&[("1961", false), ("58 years old", false)], Class::Internal, "1961 · 58 years old"),
        ] {
            let values: Vec<_> =
                values.iter().map(|(reading, is_against)| Value { reading, is_against: *is_against }).collect();
            assert_eq!(gist(&values, class), expected);
        }
    }
}
