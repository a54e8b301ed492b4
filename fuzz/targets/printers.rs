//! What two articles give in every format: it can be read back, and no text of an article acts.

#![no_main]

use claimdiff::report::{
    Look, Material, Templates, csv::Dialect, github, gitlab, html, json, jsonl, junit, markdown, overview, rdjson, sarif,
};
use claimdiff_fuzz::{RULES, assert_inert, findings, report, two_articles};
use libfuzzer_sys::fuzz_target;
use quick_xml::events::Event;
use serde_json::Value;
use std::sync::LazyLock;

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::embedded().expect("the built-in layout is sound"));

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let articles = two_articles(text);
    let found = findings(&articles);
    let trouble = [text.chars().take(200).collect::<String>()];
    let report = report(&found, &trouble);

    let lines = written(|out| jsonl::findings(out, &found, &RULES));
    assert_inert(&lines, "");
    assert_eq!(lines.lines().count(), found.len());
    lines.lines().for_each(assert_object);
    for article in &articles {
        let lines = written(|out| jsonl::claims(out, article.mentions.iter().map(|claim| &**claim), &RULES));
        assert_inert(&lines, "");
        assert_eq!(lines.lines().count(), article.mentions.len());
        lines.lines().for_each(assert_object);
    }
    for text in [
        written(|out| json::findings(out, &report)),
        written(|out| sarif::findings(out, &report)),
        written(|out| gitlab::findings(out, &report)),
        written(|out| rdjson::findings(out, &report)),
    ] {
        assert_inert(&text, "");
        serde_json::from_str::<Value>(&text).expect("one JSON document");
    }

    let table = written(|out| Dialect::Standard.findings(out, &report));
    assert_inert(&table, "\r");
    let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(table.as_bytes());
    let columns = reader.headers().expect("a first row").clone();
    for row in reader.records() {
        let row = row.expect("a row has all columns");
        for (column, cell) in columns.iter().zip(&row) {
            // A negative number is one; anything else that begins so is taken for a formula.
            let is_number = ["nominal", "min", "max"].contains(&column) && is_negative(cell);
            assert!(!cell.starts_with(['=', '+', '-', '@']) || is_number, "{column}: {cell:?}");
        }
    }

    let annotations = written(|out| github::findings(out, &report));
    assert_inert(&annotations, "");
    let known = ["::error ", "::warning ", "::notice "];
    assert!(annotations.lines().all(|line| known.iter().any(|command| line.starts_with(command))), "{annotations}");

    let xml = written(|out| junit::findings(out, &report));
    assert_inert(&xml, "");
    let mut reader = quick_xml::Reader::from_str(&xml);
    while !matches!(reader.read_event().expect("well-formed XML"), Event::Eof) {}

    let material = Material::from(report);
    let page = written(|out| Ok(html::write(out, &material, &TEMPLATES)?));
    assert_inert(&page, "");
    assert_eq!(page.matches("<script").count(), empty_page().matches("<script").count());
    assert_inert(&written(|out| Ok(markdown::write(out, &material, &TEMPLATES)?)), "");
    for width in [20, 100] {
        let told: Vec<_> = found.iter().collect();
        assert_inert(&overview(&told, report.totals, &RULES.units, Look { width, colour: false }), "");
    }
});

fn written(print: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    print(&mut out).expect("memory takes all");
    String::from_utf8(out).expect("what is written is UTF-8")
}

/// A minus and digits, with one point between them at most.
fn is_negative(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    cell.strip_prefix('-').is_some_and(|number| match number.split_once('.') {
        Some((whole, places)) => digits(whole) && digits(places),
        None => digits(number),
    })
}

fn assert_object(line: &str) {
    assert!(serde_json::from_str::<Value>(line).is_ok_and(|value| value.is_object()), "{line}");
}

/// The page of no findings, whose elements are the program's own.
fn empty_page() -> &'static str {
    static PAGE: LazyLock<String> = LazyLock::new(|| {
        let material = Material::from(report(&[], &[]));
        written(|out| Ok(html::write(out, &material, &TEMPLATES)?))
    });
    &PAGE
}
