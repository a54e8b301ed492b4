//! Reads a sentence and tells its mentions as short lines: `text => kind value`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{Anchor, Answer};
use claimdiff::report::ValueRecord;
use claimdiff::rules::Rules;
use claimdiff::{grammar, source, text};
use serde_json::{Value, json};

/// The mentions of a sentence written on Wednesday, 11 March 2026.
pub fn mentions(rules: &Rules, language: &str, sentence: &str) -> Vec<String> {
    let record = json!({ "id": "1", "lang": language, "published": "2026-03-11", "text": sentence }).to_string();
    let (articles, errors) = source::read_bytes("test.jsonl", record.as_bytes(), &source::Limits::default());
    assert!(errors.is_empty(), "{sentence}: {errors:?}");
    let mut lines = Vec::new();
    for article in &articles {
        for passage in text::passages(article, rules).expect("packs that load") {
            for sentence in &passage.sentences {
                for mention in grammar::mentions(&passage, sentence) {
                    let anchor = Anchor { written: article.meta.published, ..Anchor::default() };
                    let answer = Answer::of(&mention.value, &anchor, passage.language);
                    let value = serde_json::to_value(ValueRecord::new(&answer, &rules.units)).expect("a value in JSON");
                    lines.push(format!("{} => {} {}", mention.span.slice(&article.text), answer.kind().name(), told(&value)));
                }
            }
        }
    }
    lines
}

/// A value in a few characters: "1250 kg", "(9800, ∞)", "2026-03-01/2026-04-01", "14:30:00".
fn told(value: &Value) -> String {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    if let Some(time) = text("time") {
        return time.to_owned();
    }
    if text("from").is_some() || text("to").is_some() {
        return format!("{}/{}", text("from").unwrap_or(".."), text("to").unwrap_or(".."));
    }
    let unit = text("currency").or(text("unit")).map(|unit| format!(" {unit}")).unwrap_or_default();
    if let Some(nominal) = text("nominal") {
        return format!("{nominal}{unit}");
    }
    if let Some(score) = value.get("score").and_then(Value::as_array) {
        return score.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("-");
    }
    let end = |name: &str| value.get("strict").and_then(|range| range.get(name)).and_then(Value::as_str);
    format!("{}..{}{unit}", end("min").unwrap_or("-∞"), end("max").unwrap_or("∞"))
}

/// Checks a table of sentences against the mentions that they must give, and tells all that differ at once.
pub fn check(language: &str, table: &[(&str, &[&str])]) {
    let rules = Rules::embedded().expect("packs that load");
    let mut wrong = Vec::new();
    for (sentence, expected) in table {
        let found = mentions(&rules, language, sentence);
        if found != *expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
