//! What a person sees, from findings made by hand, so that only a change of the printers changes these pages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "common/made.rs"]
mod made;

use claimdiff::claim::{Implication, Implied};
use claimdiff::compare::{Row, Verdict, VerdictKind};
use claimdiff::finding::Confidence;
use claimdiff::report::{Look, Totals, alignment, claims, jsonl, overview};
use made::{a, b, c, facets, findings, rules};
use std::sync::Arc;

const PAGE: Look = Look { width: 100, colour: false };
const NARROW: Look = Look { width: 60, colour: false };

#[test]
fn check_shows_every_outlet_once() {
    let totals = Totals { articles: 3, claims: 41 };
    insta::assert_snapshot!("check", overview(&findings().iter().collect::<Vec<_>>(), totals, &rules().units, PAGE));
    insta::assert_snapshot!(
        "check-narrow",
        overview(&findings().iter().collect::<Vec<_>>(), totals, &rules().units, NARROW)
    );
}

#[test]
fn nothing_found_is_said() {
    let page = overview(&[], Totals { articles: 1, claims: 0 }, &rules().units, PAGE);
    assert_eq!(page, "1 article, 0 claims: nothing found\n");
}

fn rows() -> Vec<Row> {
    let verdict =
        |kind, confidence| Verdict { kind, confidence: Confidence::from_thousandths(confidence), facets: facets() };
    let mut each = b();
    Arc::make_mut(&mut each).implied =
        Some(Implied { by: Implication::Each, why: "7.100 per ciascuna sala: 14 200 in all".into() });
    vec![
        Row { a: Some(a()), b: None, verdict: verdict(VerdictKind::OnlyA, 0) },
        Row { a: Some(c()), b: Some(each), verdict: verdict(VerdictKind::Tension, 700) },
        Row { a: Some(b()), b: Some(b()), verdict: verdict(VerdictKind::Agrees, 950) },
        Row { a: Some(a()), b: Some(b()), verdict: verdict(VerdictKind::Conflict, 912) },
    ]
}

#[test]
fn diff_shows_what_needs_eyes_or_everything() {
    insta::assert_snapshot!("diff", alignment(&rows(), false, Confidence::SURE, &rules().units, PAGE));
    insta::assert_snapshot!("diff-all", alignment(&rows(), true, Confidence::SURE, &rules().units, PAGE));
    insta::assert_snapshot!("diff-narrow", alignment(&rows(), false, Confidence::SURE, &rules().units, NARROW));
}

#[test]
fn colour_changes_signs_and_nothing_else() {
    let plain = alignment(&rows(), true, Confidence::SURE, &rules().units, PAGE);
    let coloured = alignment(&rows(), true, Confidence::SURE, &rules().units, Look { colour: true, ..PAGE });
    let letters = |text: &str| -> String {
        let mut letters = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('\u{1b}') {
            letters.push_str(before);
            rest = after.split_once('m').map_or("", |(_, rest)| rest);
        }
        letters.push_str(rest);
        letters.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    assert_eq!(letters(&plain), letters(&coloured));
    assert!(coloured.lines().all(|line| line.matches("\u{1b}[").count() % 2 == 0 || line.contains("\u{1b}[0m")));
}

#[test]
fn extract_lists_claims() {
    let claim_list = [a(), c()];
    let list = claim_list.iter().map(|claim| &**claim);
    insta::assert_snapshot!("extract", claims(list, Totals { articles: 2, claims: 2 }, &rules().units, PAGE));
}

#[test]
fn records_are_as_promised() {
    let mut out = Vec::new();
    jsonl::findings(&mut out, &findings()[..1], &rules()).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    insta::assert_snapshot!("finding", pretty(&record));
    let mut out = Vec::new();
    jsonl::claims(&mut out, [&*a()], &rules()).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    insta::assert_snapshot!("claim", pretty(&record));
}

/// A record without the hash of the packs, which changes with every word of theirs.
fn pretty(record: &serde_json::Value) -> String {
    serde_json::to_string_pretty(record).unwrap().replace(rules().hash(), "RULES")
}

#[test]
fn no_character_of_a_text_ends_a_line_of_records() {
    let mut claim = a();
    Arc::make_mut(&mut claim).evidence[0].sentence = "uno\u{85}due\u{2028}tre\u{2029}quattro\n".into();
    let mut out = Vec::new();
    jsonl::claims(&mut out, [&*claim], &rules()).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("uno\\u0085due\\u2028tre\\u2029quattro\\n"), "{text}");
    assert_eq!(text.lines().count(), 1);
}
