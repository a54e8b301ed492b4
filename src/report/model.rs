//! What every format of findings starts from.

use super::text::{inert, reading};
use super::{Totals, place};
use crate::claim::Claim;
use crate::finding::{Class, Finding};
use crate::rules::{Check, Rules};
use std::sync::Arc;

/// What a run came to.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Findings, worst first; suppressed ones are among them.
    pub findings: &'a [Finding],
    /// How much was read.
    pub totals: Totals,
    /// What could not be read, a message each.
    pub trouble: &'a [String],
    /// What was not compared to keep the work within bounds, a message each.
    pub left_out: &'a [String],
    /// The packs.
    pub rules: &'a Rules,
    /// The checks.
    pub checks: &'a [Check],
}

impl Report<'_> {
    /// The findings that people are told, worst first.
    pub fn active(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_active())
    }
}

/// "conflicting-count: prigionieri di guerra"
pub(super) fn title(finding: &Finding) -> String {
    format!("{}: {}", finding.check, inert(&finding.question))
}

/// What stands at one place of a finding, and what the other places say instead; `name` writes the name of another
/// place, which some formats can link.
pub(super) fn told_at(finding: &Finding, at: usize, rules: &Rules, name: &dyn Fn(usize, &str) -> String) -> String {
    let claims = finding.places.claims();
    let here = claims.get(at).map(|claim| says(claim, rules)).unwrap_or_default();
    if finding.class == Class::Internal {
        return format!("{here}: {}", inert(&finding.message));
    }
    let others = claims.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<String> =
        others.map(|(other, claim)| format!("{} in {}", says(claim, rules), name(other, &who(claim)))).collect();
    format!("{}: {here} here, {}", inert(&finding.question), others.join("; "))
}

/// The outlet with the place, or the place alone.
fn who(claim: &Arc<Claim>) -> String {
    let place = place(claim);
    claim.article.outlet.as_ref().map_or(place.clone(), |outlet| format!("{} ({place})", inert(outlet)))
}

/// The figure as written and, for what follows from other words, what it means.
fn says(claim: &Claim, rules: &Rules) -> String {
    let written = claim.evidence.first().map(|evidence| inert(&evidence.number)).unwrap_or_default();
    match &claim.implied {
        Some(implied) => {
            format!("{} (from “{written}”: {})", reading(&claim.answer, &rules.units), inert(&implied.why))
        }
        None => format!("“{written}”"),
    }
}

/// Where a claim stands, for formats that link into files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Location {
    /// The file, `/` between folders.
    pub path: String,
    /// Line and column of the first character, from 1; absent inside a file of many articles.
    pub start: Option<(usize, usize)>,
    /// Column after the last character, where the text stands in the file as it is, on one line.
    pub end_column: Option<usize>,
    /// Offset and length in bytes, where lines can be told, too.
    pub bytes: Option<(usize, usize)>,
}

/// Endings of files that hold many articles. Lines in such a file are no lines of the article.
const BATCH_ENDINGS: [&str; 7] = ["jsonl", "ndjson", "json", "xml", "rss", "atom", "rdf"];

/// Name of standard input in formats that want a file.
const STDIN: &str = "stdin";

impl Location {
    pub(super) fn of(claim: &Claim) -> Self {
        let (path, is_record) = file_of(&claim.article.id);
        let path = if path == "-" { STDIN.to_owned() } else { inert(path) };
        let evidence = claim.evidence.first().filter(|_| !is_record);
        let Some((evidence, place)) = evidence.and_then(|evidence| Some((evidence, evidence.place?))) else {
            return Self { path, start: None, end_column: None, bytes: None };
        };
        let bytes = evidence.file.map(|file| (file.start, file.end.saturating_sub(file.start)));
        let as_written = bytes.is_some_and(|(_, length)| length == evidence.text.len());
        let end_column =
            (as_written && !evidence.text.contains(['\n', '\r'])).then(|| place.column + evidence.text.chars().count());
        Self { path, start: Some((place.line, place.column)), end_column, bytes }
    }
}

/// The file of an article, and whether the article is one record of it.
fn file_of(id: &str) -> (&str, bool) {
    let is_batch = |path: &str| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        path == "-" || BATCH_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    let record = id.match_indices('#').find(|(at, _)| id.get(..*at).is_some_and(is_batch));
    match record {
        Some((at, _)) => (id.get(..at).unwrap_or(id), true),
        None => (id, is_batch(id) && id != "-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_no_file() {
        for (id, path, is_record) in [
            ("a/b.txt", "a/b.txt", false),
            ("a#1.txt", "a#1.txt", false),
            ("wire.jsonl#3", "wire.jsonl", true),
            ("feed.XML#https://a.example/#x", "feed.XML", true),
            ("-", "-", false),
            ("-#2", "-", true),
        ] {
            assert_eq!(file_of(id), (path, is_record), "{id}");
        }
    }
}
