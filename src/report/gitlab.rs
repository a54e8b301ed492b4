//! Code quality report of GitLab: one entry per side of a finding, each with its own fingerprint.

use super::Report;
use super::model::{Location, told_at};
use super::record::to_json;
use crate::finding::Severity;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    /// GitLab shows only the first of several entries with one fingerprint.
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Writes the report.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut entries = Vec::new();
    for finding in report.active() {
        for (at, claim) in finding.places.claims().into_iter().enumerate() {
            let location = Location::of(claim);
            entries.push(Entry {
                description: told_at(finding, at, report.rules, &|_, name| name.to_owned()),
                check_name: finding.check,
                fingerprint: format!("{}-{}", finding.id, at + 1),
                severity: match finding.severity() {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Note => "info",
                },
                location: Place {
                    path: location.path,
                    lines: Lines { begin: location.start.map_or(1, |(line, _)| line) },
                },
            });
        }
    }
    writeln!(out, "{}", to_json(&entries)?)
}
