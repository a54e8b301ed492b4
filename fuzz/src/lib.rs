//! What must hold of any input, for all targets.

#![forbid(unsafe_code)]

pub mod pack_files;

use claimdiff::claim::ArticleClaims;
use claimdiff::finding::Finding;
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::{Report, Totals, jsonl};
use claimdiff::rules::{Check, Rules};
use claimdiff::source::{Article, Limits, read_bytes};
use claimdiff::span::TextSpan;
use serde_json::Value;
use std::sync::LazyLock;

/// The packs of the program.
pub static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().expect("the built-in packs are sound"));

/// The checks of the program.
pub static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| Check::all().expect("the built-in checks are sound"));

/// Limits that keep one run short.
pub fn limits() -> Limits {
    Limits { max_text_bytes: 4_096, max_articles: 20, ..Limits::default() }
}

/// Two articles of plain text, parted by a line of `====`; without one, the article and its copy.
pub fn two_articles(text: &str) -> [ArticleClaims; 2] {
    let (a, b) = text.split_once("\n====\n").unwrap_or((text, text));
    [read("a.txt", a.as_bytes()), read("b.txt", b.as_bytes())]
}

/// The claims of the first article of a file, or of an empty one. A fault of the program counts as one here.
pub fn read(name: &str, bytes: &[u8]) -> ArticleClaims {
    let (mut articles, errors) = read_bytes(name, bytes, &limits());
    errors.iter().for_each(|error| assert_inert(&error.to_string(), ""));
    if articles.is_empty() {
        articles = read_bytes(name, b"-", &limits()).0;
    }
    articles.truncate(1);
    let batch = pipeline::claims_of(articles, Vec::new(), &RULES, &Reading::default());
    assert!(batch.trouble.is_empty(), "{:?}", batch.trouble);
    batch.articles.into_iter().next().expect("an article gives claims")
}

/// Every place of every claim lies in the text that was given and reads as the claim says.
pub fn assert_places(text: &str, claims: &ArticleClaims) {
    for evidence in claims.mentions.iter().flat_map(|claim| &claim.evidence) {
        assert!(!evidence.number.trim().is_empty(), "{evidence:?}");
        let Some(place) = evidence.number_file else { continue };
        let written = text.get(place.start..place.end).unwrap_or_else(|| panic!("no slice of the text: {evidence:?}"));
        // White space may be drawn together and marks of emphasis left out; nothing else is added or lost.
        let plain = |text: &str| text.replace(['*', '_', '`'], "").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(plain(written), plain(&evidence.number), "{evidence:?}");
        assert_eq!(evidence.number.trim(), evidence.number);
    }
}

/// Blocks are slices of the text in order, and places of its characters lie in the file.
pub fn assert_blocks(article: &Article, file: &[u8]) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(end <= block.span.start && block.span.start < block.span.end, "{:?}", article.blocks);
        assert!(article.text.get(block.span.start..block.span.end).is_some(), "{:?}", block.span);
        end = block.span.end;
    }
    let file = if article.embedded { article.text.as_bytes() } else { file };
    for (at, character) in article.text.char_indices() {
        let span = TextSpan::new(at, at + character.len_utf8());
        let Some(place) = article.file_span(span) else { continue };
        let raw = file.get(place.start..place.end).expect("a place lies in the file");
        assert!(!article.offsets.is_verbatim(span) || raw == span.slice(&article.text).as_bytes());
    }
}

/// Findings of two articles in one order.
pub fn findings(articles: &[ArticleClaims]) -> Vec<Finding> {
    pipeline::findings(articles, &RULES)
}

/// What identifies findings and how they were judged, in no order.
pub fn verdicts(findings: &[Finding]) -> Vec<String> {
    let mut verdicts: Vec<String> = findings.iter().map(verdict).collect();
    verdicts.sort();
    verdicts
}

fn verdict(finding: &Finding) -> String {
    let mut out = Vec::new();
    jsonl::findings(&mut out, std::slice::from_ref(finding), &RULES).expect("memory takes all");
    let record: Value = serde_json::from_slice(&out).expect("a line is JSON");
    format!("{} {} {} {}", record["id"], record["class"], record["check"], record["confidence"])
}

/// A report of findings.
pub fn report<'a>(findings: &'a [Finding], trouble: &'a [String]) -> Report<'a> {
    let totals = Totals { articles: 2, claims: 9 };
    Report { findings, totals, trouble, left_out: trouble, rules: &RULES, checks: &CHECKS }
}

/// No control character but ends of lines and those allowed, no mark that turns the direction of writing.
pub fn assert_inert(text: &str, allowed: &str) {
    let acts = |c: char| {
        (c.is_control() && c != '\n' && !allowed.contains(c))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    assert!(!text.contains(acts), "{text:?}");
}
