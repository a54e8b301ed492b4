//! JSON Lines: one claim or one finding a line, the same keys on every line.

use super::record::{ClaimRecord, FindingRecord, to_json};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::rules::{Rules, Units};
use std::io::{self, Write};

/// Writes claims, or mentions, in the given order.
///
/// # Errors
/// What the writer says.
pub fn claims<'a>(out: &mut dyn Write, claims: impl IntoIterator<Item = &'a Claim>, rules: &Rules) -> io::Result<()> {
    claims.into_iter().try_for_each(|claim| writeln!(out, "{}", to_json(&ClaimRecord::new(claim, rules))?))
}

/// Writes findings in the given order.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, findings: &[Finding], units: &Units) -> io::Result<()> {
    findings.iter().try_for_each(|finding| writeln!(out, "{}", to_json(&FindingRecord::new(finding, units))?))
}
