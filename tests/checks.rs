//! The pages of `rules/checks/`: their examples run through the whole pipeline.
//!
//! Under *Flags*, an example is one or two articles and the finding that they must give; under *Must not flag*, articles
//! that must give nothing of this check, or what its `finding` block says instead.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::claim::Claim;
use claimdiff::finding::Finding;
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::reading;
use claimdiff::rules::{Check, Rules};
use claimdiff::source::{Article, Limits, read_bytes};

/// Checks whose examples must all hold; the pages of the others have some that do not yet.
const IMPLEMENTED: &[&str] = &[
    "age-birth-year",
    "conflicting-age",
    "conflicting-count",
    "conflicting-date",
    "conflicting-duration",
    "conflicting-measure",
    "conflicting-money",
    "conflicting-ordinal",
    "conflicting-percent",
    "conflicting-score",
    "conflicting-time",
    "duration-dates",
    "headline-body",
    "ordering",
    "percent-change",
    "share-over-100",
    "sum",
    "unit-conversion",
    "weekday-date",
];

#[test]
fn examples_of_implemented_checks_hold() {
    let rules = Rules::embedded().unwrap();
    let checks = Check::all().unwrap();
    let mut faults = Vec::new();
    for check in checks.iter().filter(|check| IMPLEMENTED.contains(&check.name.as_str())) {
        for example in examples(&check.page) {
            faults.extend(example.fault(check, &rules));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn implemented_checks_exist() {
    let checks = Check::all().unwrap();
    for name in IMPLEMENTED {
        assert!(checks.iter().any(|check| check.name == *name), "{name} has no folder in rules/checks");
    }
}

/// Printed by `cargo test --test checks -- --ignored --nocapture`: how far every check is.
#[test]
#[ignore = "a report, not a test"]
fn how_far_every_check_is() {
    let rules = Rules::embedded().unwrap();
    for check in Check::all().unwrap() {
        let examples = examples(&check.page);
        let faults: Vec<String> = examples.iter().filter_map(|example| example.fault(&check, &rules)).collect();
        eprintln!("{:20} {} of {}", check.name, examples.len() - faults.len(), examples.len());
        faults.iter().for_each(|fault| eprintln!("  {fault}"));
    }
}

#[test]
fn every_page_has_examples_of_both_sorts() {
    for check in Check::all().unwrap() {
        let examples = examples(&check.page);
        let flagged = examples.iter().filter(|example| example.section == "Flags").count();
        let innocent = examples.len() - flagged;
        assert!(flagged >= 2 && innocent >= 2, "{}: {flagged} flagged, {innocent} innocent", check.name);
        for example in &examples {
            assert!(example.section != "Flags" || !example.findings.is_empty(), "{}: {}", check.name, example.prose);
            assert!((1..=2).contains(&example.articles.len()), "{}: {}", check.name, example.prose);
        }
    }
}

/// Some articles with what must come of them.
#[derive(Debug, Default)]
struct Example {
    section: String,
    prose: String,
    articles: Vec<Article>,
    findings: Vec<Expected>,
}

/// `conflict: prigionieri: 157 (a) ≠ 150 (b)`: the class and, for each article, text of the value.
#[derive(Debug)]
struct Expected {
    line: String,
    class: String,
    values: Vec<(String, String)>,
}

fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let (mut section, mut prose) = (String::new(), String::new());
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(label), None) => open = Some((label.trim().to_owned(), String::new())),
            (Some(_), Some(_)) => {
                let Some((label, text)) = open.take() else { continue };
                add_block(&mut examples, &section, &mut prose, &label, &text);
            }
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) if line.starts_with("## ") => {
                section = line.trim_start_matches("## ").to_owned();
                prose.clear();
            }
            (None, None) if !line.trim().is_empty() => prose = format!("{prose} {line}").trim().to_owned(),
            (None, None) => {}
        }
    }
    examples
}

/// An example begins where prose stands before an article.
fn add_block(examples: &mut Vec<Example>, section: &str, prose: &mut String, label: &str, text: &str) {
    if !prose.is_empty() {
        examples.push(Example { section: section.to_owned(), prose: std::mem::take(prose), ..Example::default() });
    }
    let Some(example) = examples.last_mut() else { return };
    let mut words = label.split_whitespace();
    match words.next() {
        Some("article") => {
            let name = words.next().unwrap_or("a");
            let published = words.next().map(|date| date.parse().unwrap());
            let (articles, errors) = read_bytes(&format!("{name}.md"), text.as_bytes(), &Limits::default());
            assert!(errors.is_empty(), "{errors:?}");
            example.articles.extend(articles.into_iter().map(|mut article| {
                article.meta.published = published.or(article.meta.published);
                article
            }));
        }
        Some("finding") => example.findings.extend(text.lines().map(Expected::parse)),
        other => panic!("{other:?}: a block is an article or a finding"),
    }
}

impl Expected {
    fn parse(line: &str) -> Self {
        let (class, rest) = line.split_once(": ").unwrap();
        let values = rest.rsplit(": ").next().unwrap_or(rest);
        let values = values.split(" ≠ ").map(|value| {
            let (text, article) = value.rsplit_once(" (").unwrap();
            (format!("{}.md", article.trim_end_matches(')')), text.to_owned())
        });
        Self { line: line.to_owned(), class: class.to_owned(), values: values.collect() }
    }

    fn is_met_by(&self, finding: &Finding, rules: &Rules) -> bool {
        let claims = finding.places.claims();
        finding.class.name() == self.class
            && self.values.iter().all(|(article, text)| {
                claims.iter().any(|claim| claim.article.id == *article && says(claim, text, rules))
            })
    }
}

fn says(claim: &Claim, text: &str, rules: &Rules) -> bool {
    let written = claim.evidence.iter().any(|evidence| evidence.text.contains(text) || evidence.number.contains(text));
    written || reading(&claim.answer, &rules.units).contains(text)
}

impl Example {
    fn fault(&self, check: &Check, rules: &Rules) -> Option<String> {
        let batch = pipeline::claims_of(self.articles.clone(), Vec::new(), rules, &Reading::default());
        let mut findings = pipeline::findings(&batch.articles, rules);
        findings.retain(|finding| finding.check == check.name);
        let missing = self.findings.iter().find(|expected| !findings.iter().any(|it| expected.is_met_by(it, rules)));
        let extra = findings.iter().find(|it| !self.findings.iter().any(|expected| expected.is_met_by(it, rules)));
        let told = |what: &str| format!("{}, {}: “{}” {what}", check.name, self.section, self.prose);
        match (missing, extra) {
            (Some(expected), _) => Some(told(&format!("does not give {}", expected.line))),
            (_, Some(finding)) => Some(told(&format!("gives {}: {}", finding.class.name(), values(finding)))),
            _ => None,
        }
    }
}

fn values(finding: &Finding) -> String {
    let claims = finding.places.claims();
    let texts = claims.iter().map(|claim| claim.evidence.first().map_or("", |evidence| evidence.text.as_str()));
    texts.collect::<Vec<_>>().join(" ≠ ")
}
