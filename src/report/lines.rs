//! Plain lines: a finding each as compilers write theirs, so that editors jump to its place, or a claim each, so that
//! `git diff` shows which claims came and went.

use super::Report;
use super::alignment::question;
use super::model::told_at;
use super::text::{Look, inert, paint, place, reading, same_figure};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::rules::{Rules, Units};
use std::io::{self, Write};

/// Writes `path:line:column: severity: what stands there and what elsewhere [check]` for each finding, worst first.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    report.active().try_for_each(|finding| write_line(out, &finding_line(finding, report.rules)))
}

fn finding_line(finding: &Finding, rules: &Rules) -> String {
    let place = finding.places.claims().first().map(|claim| place(claim)).unwrap_or_default();
    let told = told_at(finding, 0, rules, &|_, name| name.to_owned());
    format!("{place}: {}: {told} [{}]", finding.severity().name(), finding.check)
}

/// Writes `question: text = value` for each claim, without its place: a claim that only moved keeps its line. Several
/// articles have a heading each, as `head` writes it.
///
/// # Errors
/// What the writer says.
pub fn claims(out: &mut dyn Write, claims: &[&Claim], units: &Units) -> io::Result<()> {
    let several = claims.first().zip(claims.last()).is_some_and(|(a, b)| a.article.id != b.article.id);
    for group in claims.chunk_by(|a, b| a.article.id == b.article.id) {
        if let Some(first) = group.first().filter(|_| several) {
            write_line(out, &format!("==> {} <==", inert(&first.article.id)))?;
        }
        group.iter().try_for_each(|claim| write_line(out, &claim_line(claim, units)))?;
    }
    Ok(())
}

fn claim_line(claim: &Claim, units: &Units) -> String {
    let (number, text) = match claim.evidence.first() {
        Some(evidence) => (evidence.number.as_str(), inert(&evidence.text)),
        None => ("", String::new()),
    };
    let reading = reading(&claim.answer, units);
    let value = if same_figure(number, &reading) { String::new() } else { format!(" = {reading}") };
    let why = claim.implied.as_ref().map(|implied| format!(" ({})", inert(&implied.why))).unwrap_or_default();
    format!("{}: {text}{value}{why}", question(Some(claim)))
}

/// No line is a command to the log of a CI.
fn write_line(out: &mut dyn Write, line: &str) -> io::Result<()> {
    writeln!(out, "{}", paint(line, Look::default()))
}
