//! One JSON document for the whole run.

use super::Report;
use super::record::{ClaimRecord, ClaimRecords, FindingRecord, to_json};
use crate::claim::Claim;
use crate::rules::Rules;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct FindingsDocument<'a> {
    tool: Tool,
    articles: usize,
    claims: usize,
    findings: Vec<FindingRecord<'a>>,
    /// What was not compared, and why.
    left_out: &'a [String],
    /// What could not be read.
    trouble: &'a [String],
}

#[derive(Serialize)]
struct ClaimsDocument<'a> {
    tool: Tool,
    claims: Vec<ClaimRecord<'a>>,
    trouble: &'a [String],
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// Writes the findings of a run.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let document = FindingsDocument {
        tool: TOOL,
        articles: report.totals.articles,
        claims: report.totals.claims,
        findings: report.findings.iter().map(|finding| FindingRecord::new(finding, report.rules)).collect(),
        left_out: report.left_out,
        trouble: report.trouble,
    };
    writeln!(out, "{}", to_json(&document)?)
}

/// Writes claims, or mentions, in the given order.
///
/// # Errors
/// What the writer says.
pub fn claims<'a>(
    out: &mut dyn Write,
    claims: impl IntoIterator<Item = &'a Claim>,
    trouble: &[String],
    rules: &Rules,
) -> io::Result<()> {
    let mut records = ClaimRecords::new(rules);
    let claims = claims.into_iter().map(|claim| records.record(claim)).collect::<io::Result<_>>()?;
    writeln!(out, "{}", to_json(&ClaimsDocument { tool: TOOL, claims, trouble })?)
}
