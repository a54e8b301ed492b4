//! The formats that other programs read: what they look like, that they hold together, and that no text of an article
//! acts on who reads them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod hostile;
#[path = "../common/made.rs"]
mod made;
mod pages;
mod sarif;

use claimdiff::claim::Claim;
use claimdiff::finding::{Finding, SuppressedBy, Suppression};
use claimdiff::report::csv::Dialect;
use claimdiff::report::{Report, Totals, github, gitlab, json, jsonl, junit, lines as text, rdjson};
use claimdiff::rules::{Check, Rules};
use std::io::{self, Write};
use std::sync::OnceLock;

type Write_ = fn(&mut dyn Write, &Report<'_>) -> io::Result<()>;

fn written(write: Write_, findings: &[Finding], trouble: &[String]) -> String {
    static PACKS: OnceLock<(Rules, Vec<Check>)> = OnceLock::new();
    let (rules, checks) = PACKS.get_or_init(|| (Rules::embedded().unwrap(), Check::all().unwrap()));
    let totals = Totals { articles: 3, claims: 41 };
    let mut out = Vec::new();
    write(&mut out, &Report { findings, totals, trouble, left_out: &[], rules, checks }).unwrap();
    String::from_utf8(out).unwrap()
}

fn lines(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    jsonl::findings(out, report.findings, report.rules)
}

fn csv(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    Dialect::Standard.findings(out, report)
}

/// A conflict, a doubtful one that a baseline knows, and an internal contradiction.
fn findings() -> Vec<Finding> {
    let mut findings = made::findings();
    findings.iter_mut().for_each(|finding| finding.review.known = Some(false));
    findings[1].review.known = Some(true);
    findings[1].review.suppression = Some(Suppression {
        by: SuppressedBy::Baseline,
        reason: Some("the museum counts tickets, the mayor heads".into()),
        author: Some("Anna".into()),
        expires: "2026-12-31".parse().ok(),
    });
    findings
}

fn unreadable() -> Vec<String> {
    vec!["foto.txt: PNG picture, not text; save the article as plain text, Markdown or HTML".to_owned()]
}

#[test]
fn csv_has_a_row_per_place() {
    insta::assert_snapshot!(written(csv, &findings(), &[]).replace("\r\n", "\n"));
}

#[test]
fn text_has_a_line_per_finding() {
    insta::assert_snapshot!(written(text::findings, &findings(), &[]));
}

#[test]
fn text_has_a_line_per_claim() {
    let findings = findings();
    let claims: Vec<_> = findings.iter().flat_map(|finding| finding.places.claims()).collect();
    let of = |claims: &[&Claim]| {
        let mut out = Vec::new();
        text::claims(&mut out, claims, &made::rules().units).unwrap();
        String::from_utf8(out).unwrap()
    };
    let all: Vec<&Claim> = claims.iter().map(AsRef::as_ref).collect();
    insta::assert_snapshot!(of(&all));
    assert_eq!(of(&all[..1]).lines().count(), 1, "one article needs no heading");
    assert_eq!(of(&[]), "");
}

#[test]
fn github_annotates_the_first_place() {
    insta::assert_snapshot!(written(github::findings, &findings(), &unreadable()));
}

#[test]
fn gitlab_has_an_entry_per_place() {
    let text = written(gitlab::findings, &findings(), &[]);
    let entries: serde_json::Value = serde_json::from_str(&text).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&entries).unwrap());
    let entries = entries.as_array().unwrap();
    let mut fingerprints: Vec<_> = entries.iter().map(|entry| entry["fingerprint"].to_string()).collect();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), entries.len());
}

#[test]
fn rdjson_has_an_entry_per_place() {
    let text = written(rdjson::findings, &findings(), &[]);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn junit_has_a_case_per_finding() {
    insta::assert_snapshot!(written(junit::findings, &findings(), &unreadable()));
}

#[test]
fn json_says_what_was_read() {
    let document: serde_json::Value =
        serde_json::from_str(&written(json::findings, &findings(), &unreadable())).unwrap();
    assert_eq!((&document["articles"], &document["claims"]), (&3.into(), &41.into()));
    assert_eq!(document["findings"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["findings"][1]["suppressed"]["author"], "Anna");
    assert_eq!(document["findings"][1]["baseline"], "known");
    assert_eq!(document["trouble"].as_array().map(Vec::len), Some(1));
}

#[test]
fn every_line_has_the_same_keys() {
    let keys = |line: &str| -> Vec<String> {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        record.as_object().unwrap().keys().cloned().collect()
    };
    let text = written(lines, &findings(), &[]);
    let all: Vec<_> = text.lines().map(keys).collect();
    assert_eq!(all.len(), 3);
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn nothing_found_is_a_whole_document_too() {
    for (write, text) in [(github::findings as Write_, ""), (lines, ""), (gitlab::findings, "[]\n")] {
        assert_eq!(written(write, &[], &[]), text);
    }
    assert_eq!(written(csv, &[], &[]).lines().count(), 1);
    assert!(written(junit::findings, &[], &[]).contains("tests=\"0\" failures=\"0\""));
}

/// Ten annotations of a sort are shown, the rest dropped by the log without a word.
#[test]
fn github_says_what_there_is_no_room_for() {
    for (number, lines, told) in
        [(10, 10, None), (11, 11, Some("1 more finding ")), (25, 11, Some("15 more findings "))]
    {
        let many = vec![made::findings().swap_remove(0); number];
        let text = written(github::findings, &many, &[]);
        assert_eq!(text.lines().count(), lines, "{text}");
        assert!(told.is_none_or(|told| text.lines().last().unwrap().contains(told)), "{text}");
    }
}
