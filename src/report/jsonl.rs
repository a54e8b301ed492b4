//! JSON Lines: one claim or one finding a line, the same keys on every line.

use super::record::{ClaimRecords, FindingRecord, JsonLines, KeyedRecord, own_key};
use crate::claim::{ArticleClaims, Claim};
use crate::finding::Finding;
use crate::pair::Telling;
use crate::rules::Rules;
use crate::sheet::Sheet;
use std::io::{self, Write};

/// Writes claims, or mentions, in the given order.
///
/// # Errors
/// What the writer says.
pub fn claims<'a>(out: &mut dyn Write, claims: impl IntoIterator<Item = &'a Claim>, rules: &Rules) -> io::Result<()> {
    let mut records = ClaimRecords::new(rules);
    let mut lines = JsonLines::new(out);
    claims.into_iter().try_for_each(|claim| lines.write(&records.record(claim)?))
}

/// Writes an article under the key of its own checks and, with its claims alone, under every key that others can share.
///
/// # Errors
/// What the writer says.
pub fn keyed(out: &mut dyn Write, article: &ArticleClaims, rules: &Rules) -> io::Result<()> {
    let id = &article.info.id;
    let mut lines = JsonLines::new(out);
    let mut line = |key: &str, sheet: &str| lines.write(&KeyedRecord::new(key, id, sheet, rules));
    if !article.mentions.is_empty() {
        line(&own_key(id), &Sheet::whole(article).and_then(|sheet| sheet.to_text()).map_err(io::Error::other)?)?;
    }
    if article.claims.is_empty() {
        return Ok(());
    }
    let sheet = Sheet::of_claims(article).and_then(|sheet| sheet.to_text()).map_err(io::Error::other)?;
    let keys = Telling::of(&article.info, &rules.pairing).keys();
    keys.iter().try_for_each(|key| line(&key.to_string(), &sheet))
}

/// Writes findings in the given order.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, findings: &[Finding], rules: &Rules) -> io::Result<()> {
    let mut lines = JsonLines::new(out);
    findings.iter().try_for_each(|finding| lines.write(&FindingRecord::new(finding, rules)))
}
