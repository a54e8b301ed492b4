//! Reviewdog Diagnostic Format: one entry per side of a finding, so that a review shows whichever side it changes.

use super::Report;
use super::model::{Location, told_at};
use super::record::to_json;
use crate::finding::{Finding, Severity};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document {
    source: Source,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic {
    message: String,
    location: Place,
    severity: &'static str,
    code: Code,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Place {
    path: String,
    /// A whole line: columns would be counted in bytes of UTF-8, and an article may be in another encoding.
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Line,
}

#[derive(Serialize)]
struct Line {
    line: usize,
}

/// Writes the document.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let diagnostics = report.active().flat_map(|finding| sides(finding, report)).collect();
    writeln!(out, "{}", to_json(&Document { source: Source { name: "claimdiff" }, diagnostics })?)
}

fn sides<'a>(finding: &'a Finding, report: &'a Report<'_>) -> impl Iterator<Item = Diagnostic> + 'a {
    finding.places.claims().into_iter().enumerate().map(|(at, claim)| {
        let location = Location::of(claim);
        Diagnostic {
            message: told_at(finding, at, report.rules, &|_, name| name.to_owned()),
            location: Place {
                path: location.path,
                range: location.start.map(|(line, _)| Range { start: Line { line } }),
            },
            severity: match finding.severity() {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                Severity::Note => "INFO",
            },
            code: Code { value: finding.check },
        }
    })
}
