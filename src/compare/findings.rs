//! From a batch of claims to what a person is shown.

use super::internal;
use super::verdict::{Row, Verdict, VerdictKind};
use super::{compare, shown};
use crate::claim::{ArticleClaims, Claim, Kind};
use crate::finding::{Class, Confidence, Finding, Fingerprint, Places, Review};
use crate::pair::candidates;
use crate::rules::Rules;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::sync::Arc;

/// Everything that contradicts something in a batch, worst first, in an order that depends on nothing else.
pub fn findings(batch: &[ArticleClaims], rules: &Rules) -> Vec<Finding> {
    let mut claims: Vec<Arc<Claim>> = batch.iter().flat_map(|article| article.claims.iter().cloned()).collect();
    claims.sort_by(|a, b| position(a).cmp(&position(b)));
    let pairs = candidates(&claims, rules);
    let mut found: Vec<Finding> = pairs
        .par_iter()
        .filter_map(|(a, b)| {
            let (a, b) = (&claims[*a], &claims[*b]);
            let verdict = compare(a, b, rules)?;
            finding(a, b, verdict, rules)
        })
        .collect();
    found.extend(batch.iter().flat_map(|article| internal::findings(article, rules)));
    found.sort_by_key(order);
    one_per_fact(found)
}

fn position(claim: &Claim) -> (&str, usize, &str) {
    let evidence = claim.evidence.first();
    let start = evidence.and_then(|evidence| evidence.file).map_or(usize::MAX, |file| file.start);
    (claim.article.id.as_str(), start, claim.implied.as_ref().map_or("", |implied| implied.why.as_str()))
}

/// Confidence from which on a difference is shown.
pub(super) fn report_floor(rules: &Rules) -> Confidence {
    Confidence::from_thousandths(rules.judgement.report_from)
}

/// Name of the cross-article check of a kind.
fn check_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "conflicting-count",
        Kind::Percent => "conflicting-percent",
        Kind::Money => "conflicting-money",
        Kind::Measure => "conflicting-measure",
        Kind::Date => "conflicting-date",
        Kind::Time => "conflicting-time",
        Kind::Duration => "conflicting-duration",
        Kind::Age => "conflicting-age",
        Kind::Score => "conflicting-score",
        Kind::Ordinal => "conflicting-ordinal",
    }
}

fn finding(a: &Arc<Claim>, b: &Arc<Claim>, verdict: Verdict, rules: &Rules) -> Option<Finding> {
    let class = verdict.kind.class()?;
    if verdict.confidence < report_floor(rules) {
        return None;
    }
    let check = check_name(a.kind());
    let value = |claim: &Claim| claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone());
    Some(Finding {
        id: Fingerprint::new(check, &[a, b]),
        class,
        check,
        kind: a.kind(),
        confidence: verdict.confidence,
        question: question(a, b),
        message: format!("{}: “{}” in one article, “{}” in the other", question(a, b), value(a), value(b)),
        places: Places::Between(Arc::clone(a), Arc::clone(b)),
        facets: verdict.facets,
        review: Review::default(),
    })
}

/// The question in the words of the article that says more.
fn question(a: &Claim, b: &Claim) -> String {
    let words = |claim: &Claim| {
        let subject = claim.subject.as_ref()?;
        let event = subject
            .events
            .first()
            .map(|term| shown(term).to_owned())
            .filter(|event| !subject.label.is_empty() && *event != subject.label);
        Some(match event {
            Some(event) => format!("{} ({event})", subject.label),
            None => subject.label.clone(),
        })
    };
    let (first, second) = (words(a).unwrap_or_default(), words(b).unwrap_or_default());
    if second.chars().count() > first.chars().count() { second } else { first }
}

fn order(finding: &Finding) -> (Reverse<u8>, Reverse<Confidence>, String, Fingerprint) {
    let rank = match finding.class {
        Class::Conflict => 4,
        Class::Internal => 3,
        Class::Tension => 2,
        Class::Update => 1,
        Class::Disputed => 0,
    };
    (Reverse(rank), Reverse(finding.confidence), finding.question.clone(), finding.id)
}

/// One finding per fact and pair of articles: of several on the same two values the surest.
fn one_per_fact(found: Vec<Finding>) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    found
        .into_iter()
        .filter(|finding| match &finding.places {
            Places::Between(a, b) => {
                let value = |claim: &Claim| format!("{:?}", claim.answer);
                let mut sides = [(a.article.id.clone(), value(a)), (b.article.id.clone(), value(b))];
                sides.sort();
                seen.insert((finding.kind, sides))
            }
            Places::Within(_) => true,
        })
        .collect()
}

/// How the claims of one article stand to those of another: a row per question.
pub fn align(a: &ArticleClaims, b: &ArticleClaims, rules: &Rules) -> Vec<Row> {
    let mut judged: Vec<(Reverse<Confidence>, usize, usize, Verdict)> = Vec::new();
    for (i, x) in a.claims.iter().enumerate() {
        for (j, y) in b.claims.iter().enumerate() {
            if let Some(verdict) = compare(x, y, rules).filter(|verdict| verdict.confidence >= report_floor(rules)) {
                judged.push((Reverse(verdict.confidence), i, j, verdict));
            }
        }
    }
    judged.sort_by_key(|a| (a.0, a.1, a.2));
    let (mut used_a, mut used_b) = (FxHashSet::default(), FxHashSet::default());
    let mut rows = Vec::new();
    for (_, i, j, verdict) in judged {
        let clash = verdict.kind.class().is_some();
        if (used_a.contains(&i) || used_b.contains(&j)) && !clash {
            continue;
        }
        used_a.insert(i);
        used_b.insert(j);
        rows.push(Row { a: Some(Arc::clone(&a.claims[i])), b: Some(Arc::clone(&b.claims[j])), verdict });
    }
    let alone = |claims: &[Arc<Claim>], used: &FxHashSet<usize>, kind: VerdictKind| -> Vec<(Arc<Claim>, Verdict)> {
        let rest = claims.iter().enumerate().filter(|(index, claim)| !used.contains(index) && claim.implied.is_none());
        let verdict = Verdict { kind, confidence: Confidence::from_thousandths(0), facets: Vec::new() };
        rest.map(|(_, claim)| (Arc::clone(claim), verdict.clone())).collect()
    };
    rows.extend(alone(&a.claims, &used_a, VerdictKind::OnlyA).into_iter().map(|(claim, verdict)| Row {
        a: Some(claim),
        b: None,
        verdict,
    }));
    rows.extend(alone(&b.claims, &used_b, VerdictKind::OnlyB).into_iter().map(|(claim, verdict)| Row {
        a: None,
        b: Some(claim),
        verdict,
    }));
    rows.sort_by_key(|row| row.verdict.kind);
    rows
}
