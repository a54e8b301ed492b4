//! Mentions of a text as one line each, for tables of examples.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]
#![allow(dead_code, reason = "each test takes the helpers that it needs")]

use claimdiff::claim::{Anchor, Answer};
use claimdiff::grammar;
use claimdiff::report::ValueRecord;
use claimdiff::rules::Rules;
use claimdiff::source::BlockKind;
use claimdiff::span::TextSpan;
use claimdiff::text::Passage;
use jiff::civil::date;
use serde_json::Value;

/// Every mention of `text`, read in the language `code` on Tuesday 10 March 2026, as "kind value".
pub fn mentions(rules: &Rules, code: &str, text: &str) -> Vec<String> {
    let language = rules.language(code).unwrap();
    let passage = Passage::new(text, TextSpan::new(0, text.len()), BlockKind::Body, language, rules);
    let anchor = Anchor { written: Some(date(2026, 3, 10)), ..Anchor::default() };
    let answers = passage.sentences.iter().flat_map(|sentence| grammar::mentions(&passage, sentence));
    let answers = answers.map(|mention| Answer::of(&mention.value, &anchor, language));
    answers.map(|answer| line(answer.kind().name(), &ValueRecord::new(&answer, &rules.units))).collect()
}

fn line(kind: &str, record: &ValueRecord) -> String {
    let value = serde_json::to_value(record).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let bounds = |value: &Value| {
        format!("{}..{}", text(&value["min"]).unwrap_or_default(), text(&value["max"]).unwrap_or_default())
    };
    let ends = || format!("{}..{}", text(&value["from"]).unwrap_or_default(), text(&value["to"]).unwrap_or_default());
    let main = match kind {
        "date" => ends(),
        "time" => text(&value["time"]).or_else(|| text(&value["nominal"])).unwrap_or_else(ends),
        "score" => format!("{}-{}", text(&value["score"][0]).unwrap(), text(&value["score"][1]).unwrap()),
        _ => text(&value["nominal"]).unwrap_or_else(|| bounds(&value["strict"])),
    };
    let unit = text(&value["unit"]).or_else(|| text(&value["currency"]));
    [Some(kind.to_owned()), Some(main), unit].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Checks a table of texts with the mentions that they must get, and shows every row that fails.
pub fn check(code: &str, table: &[(&str, &[&str])]) {
    let rules = Rules::embedded().unwrap();
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = mentions(&rules, code, text);
            (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
