//! Two articles side by side: a row per question.

use super::layout::Sheet;
use super::marks::{Side, marked};
use super::text::{Look, Mark, answer_cell, inert, paint, place};
use super::{difference, overview};
use crate::claim::Claim;
use crate::compare::{Row, Verdict, VerdictKind};
use crate::finding::{Confidence, Facet, FacetJudgement, FacetRelation};
use crate::rules::Units;

/// The alignment as a page: what needs eyes, or with `all` every question of either article; conflicts first.
///
/// Contradictions are marked as errors from a confidence of `sure` on. Empty where there is nothing to show.
pub fn alignment(rows: &[Row], all: bool, sure: Confidence, units: &Units, look: Look) -> String {
    let mut shown: Vec<&Row> = rows.iter().filter(|row| all || needs_eyes(row.verdict.kind)).collect();
    if shown.is_empty() {
        return String::new();
    }
    shown.sort_by_key(|row| (row.verdict.kind, std::cmp::Reverse(row.verdict.confidence)));
    let mut sheet = Sheet::new(&["question", "A", "B", "difference", "verdict", "confidence"]);
    for row in shown {
        sheet.row(cells(row, sure, units), notes(row, look));
    }
    paint(&sheet.render(look), look)
}

/// Whether a person should look at it.
pub(super) fn needs_eyes(kind: VerdictKind) -> bool {
    matches!(kind, VerdictKind::Conflict | VerdictKind::Tension | VerdictKind::Update | VerdictKind::Disputed)
}

fn cells(row: &Row, sure: Confidence, units: &Units) -> Vec<String> {
    let (a, b) = (row.a.as_deref(), row.b.as_deref());
    let cell = |claim: Option<&Claim>| claim.map(|claim| answer_cell(claim, units)).unwrap_or_default();
    let gap = a.zip(b).map(|(a, b)| difference(&a.answer, &b.answer)).unwrap_or_default();
    let confidence = if a.is_some() && b.is_some() { row.verdict.confidence.to_string() } else { String::new() };
    vec![question(a.or(b)), cell(a), cell(b), gap, verdict_word(&row.verdict, sure), confidence]
}

/// What a claim answers, in words; its kind where no words tell.
pub(super) fn question(claim: Option<&Claim>) -> String {
    let label = claim.and_then(|claim| claim.subject.as_ref()).map(|subject| inert(&subject.label));
    label
        .filter(|label| !label.is_empty())
        .or_else(|| claim.map(|claim| claim.kind().name().to_owned()))
        .unwrap_or_default()
}

fn verdict_word(verdict: &Verdict, sure: Confidence) -> String {
    let name = verdict.kind.name();
    match verdict.kind.class() {
        Some(class) => overview::severity_mark(class.severity_from(verdict.confidence, sure)).on(name),
        None => name.to_owned(),
    }
}

fn notes(row: &Row, look: Look) -> Vec<String> {
    match (&row.a, &row.b) {
        (Some(a), Some(b)) if needs_eyes(row.verdict.kind) => {
            let (first, second) = sentences(a, b, look);
            let mut notes = vec![quoted("A", a, &first), quoted("B", b, &second)];
            notes.extend(because(&row.verdict.facets));
            notes
        }
        _ => Vec::new(),
    }
}

/// Both sentences with the differing words marked.
pub(super) fn sentences(a: &Claim, b: &Claim, look: Look) -> (String, String) {
    marked(side(a), side(b), look)
}

/// The sentence of a claim with its figure.
pub(super) fn side(claim: &Claim) -> Side<'_> {
    let evidence = claim.evidence.first();
    Side {
        sentence: evidence.map_or("", |evidence| &evidence.sentence),
        phrase: evidence.map_or("", |evidence| &evidence.text),
        figure: evidence.map_or("", |evidence| &evidence.number),
    }
}

/// A sentence after its place: `A  a.txt:3:5  Sono rientrati …`.
pub(super) fn quoted(name: &str, claim: &Claim, sentence: &str) -> String {
    let name = if name.is_empty() { String::new() } else { format!("{name}  ") };
    format!("{name}{}  {sentence}", Mark::Faint.on(&place(claim)))
}

/// Why both speak of the same thing, in one line.
pub(super) fn because(facets: &[FacetJudgement]) -> Option<String> {
    let agreeing = facets.iter().filter(|facet| is_telling(facet));
    let reasons: Vec<String> = agreeing.map(|facet| format!("{}: {}", facet.facet.name(), inert(&facet.why))).collect();
    (!reasons.is_empty()).then(|| Mark::Faint.on(&format!("same question because: {}", reasons.join("; "))))
}

/// Whether a facet speaks for the same question.
///
/// Part, scope, modality and the other words of the sentence hold where nothing speaks against them; that says little,
/// and is left to the records.
pub(super) fn is_telling(facet: &FacetJudgement) -> bool {
    matches!(facet.relation, FacetRelation::Same | FacetRelation::Compatible)
        && !matches!(facet.facet, Facet::Part | Facet::Scope | Facet::Modality | Facet::Context)
}
