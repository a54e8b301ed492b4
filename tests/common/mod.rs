//! Mentions of a text as one line each, for tables of examples.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]
#![allow(dead_code, reason = "each test takes the helpers that it needs")]

use claimdiff::claim::{Anchor, Answer};
use claimdiff::grammar::{self, Mention, MentionValue};
use claimdiff::report::ValueRecord;
use claimdiff::rules::Rules;
use claimdiff::source::BlockKind;
use claimdiff::span::TextSpan;
use claimdiff::text::Passage;
use claimdiff::value::ClockSpan;
use jiff::civil::date;
use serde_json::Value;

/// Every mention of `text`, read in the language `code` on Tuesday 10 March 2026, as "kind value".
pub fn mentions(rules: &Rules, code: &str, text: &str) -> Vec<String> {
    each(rules, code, text, |_, kind, record| line(kind, record))
}

/// Every mention of `text`, as "words = kind value", with all that the words leave open: both bounds of a figure where it
/// is not exact, what a reader expects where that is less, and the stretch of a time of day.
pub fn readings(rules: &Rules, code: &str, text: &str) -> Vec<String> {
    each(rules, code, text, |mention, kind, record| {
        let parts =
            [mention.span.slice(text).to_owned(), "=".into(), line(kind, record), bounds(record), stretch(mention)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    })
}

fn each(rules: &Rules, code: &str, text: &str, tell: impl Fn(&Mention, &str, &ValueRecord) -> String) -> Vec<String> {
    let language = rules.language(code).unwrap();
    let passage = Passage::new(text, TextSpan::new(0, text.len()), BlockKind::Body, language, rules);
    let anchor = Anchor { written: Some(date(2026, 3, 10)), ..Anchor::default() };
    let found = passage.sentences.iter().flat_map(|sentence| grammar::mentions(&passage, sentence));
    found
        .map(|mention| {
            let answer = Answer::of(&mention.value, &anchor, language);
            tell(&mention, answer.kind().name(), &ValueRecord::new(&answer, &rules.units))
        })
        .collect()
}

/// "[270, 330] likely [285, 315]"; nothing for a figure that means itself alone.
fn bounds(record: &ValueRecord) -> String {
    let value = serde_json::to_value(record).unwrap();
    let interval = |bounds: &Value| {
        let end = |name: &str| bounds[name].as_str().unwrap_or_default().to_owned();
        let (min, max) = (end("min"), end("max"));
        let open = if bounds["min_open"] == true || min.is_empty() { '(' } else { '[' };
        let close = if bounds["max_open"] == true || max.is_empty() { ')' } else { ']' };
        format!("{open}{min}, {max}{close}")
    };
    if value["strict"].is_null() {
        return String::new();
    }
    let exact = record.nominal.as_ref().map(|nominal| format!("[{nominal}, {nominal}]"));
    match (interval(&value["strict"]), interval(&value["plausible"])) {
        (strict, plausible) if strict != plausible => format!("{strict} likely {plausible}"),
        (strict, _) if Some(&strict) == exact.as_ref() => String::new(),
        (strict, _) => strict,
    }
}

/// "21:40–22:21", "3:00–3:01 in either half of the day"
fn stretch(mention: &Mention) -> String {
    let minute = |minutes: i32| format!("{}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60));
    let told = |span: &ClockSpan| {
        let zone = span.zone_offset.map(|zone| format!(" at {zone} minutes")).unwrap_or_default();
        let half = if span.half_day_open { " in either half of the day" } else { "" };
        format!("{}–{}{zone}{half}", minute(span.from), minute(span.to))
    };
    match &mention.value {
        MentionValue::Clock(span) => told(span),
        MentionValue::ClockRange(from, to) => format!("{} to {}", told(from), told(to)),
        MentionValue::Date(date) if date.approximate => "about then".to_owned(),
        _ => String::new(),
    }
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
    check_with(mentions, code, table);
}

/// Checks a table of texts with what [`readings`] must give.
pub fn check_readings(code: &str, table: &[(&str, &[&str])]) {
    check_with(readings, code, table);
}

fn check_with(read: fn(&Rules, &str, &str) -> Vec<String>, code: &str, table: &[(&str, &[&str])]) {
    let rules = Rules::embedded().unwrap();
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(&rules, code, text);
            (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
