//! Every row of `docs/tricky-cases.md`, run through the whole pipeline: what the page says today is what comes out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::Rules;
use claimdiff::source::{Article, Limits, read_bytes};
use std::path::Path;

/// The day of articles that name no other.
const PUBLISHED: &str = "2026-03-13";

/// `TEXT` or `TEXT (2026-03-09)`.
fn article(name: &str, cell: &str) -> Article {
    let dated = cell.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let (text, published) = dated.unwrap_or((cell, PUBLISHED));
    let (mut articles, errors) = read_bytes(name, text.as_bytes(), &Limits::default());
    assert!(errors.is_empty(), "{cell}: {errors:?}");
    let mut article = articles.pop().unwrap();
    article.meta.published = Some(published.parse().unwrap());
    article
}

/// What comes of some articles: classes of findings or, of one article against itself, their checks; where nothing
/// does, how answers of both stand to each other.
fn verdicts(cells: &[&str], rules: &Rules) -> Vec<String> {
    let articles = ["a.md", "b.md"].iter().zip(cells).map(|(name, cell)| article(name, cell)).collect();
    let batch = pipeline::claims_of(articles, Vec::new(), rules, &Reading::default());
    let findings = pipeline::findings(&batch.articles, rules);
    let of_both = |finding: &claimdiff::finding::Finding| {
        let name = if cells.len() == 1 { finding.check } else { finding.class.name() };
        name.to_owned()
    };
    let mut verdicts: Vec<String> = findings.iter().map(of_both).collect();
    if let ([a, b], true) = (batch.articles.as_slice(), verdicts.is_empty()) {
        let rows = pipeline::alignment(a, b, rules).into_iter().filter(|row| row.a.is_some() && row.b.is_some());
        verdicts.extend(rows.map(|row| row.verdict.kind.name().to_owned()));
    }
    verdicts.sort();
    verdicts.dedup();
    verdicts
}

#[test]
fn every_row_says_what_comes_out() {
    let rules = Rules::embedded().unwrap();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tricky-cases.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| one article"));
    let mut faults = Vec::new();
    let mut tried = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [a, b, _, told] = cells[..] else { panic!("{row}: four columns") };
        let articles: Vec<&str> = [a, b].into_iter().filter(|cell| *cell != "—").collect();
        let told = told.split(':').next().unwrap_or_default();
        let expected: &[&str] = if told == "silent" { &[] } else { &[told] };
        let found = verdicts(&articles, &rules);
        if found != expected {
            faults.push(format!("{a} · {b}: {found:?}"));
        }
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
