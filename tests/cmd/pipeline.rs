//! `extract --keyed`, `sort` and `compare` in a row give what `check` gives, whatever the lines went through in between.

use super::{Outcome, claimdiff, command, folder, stderr, stdout};
use serde_json::Value;
use snapbox::cmd::OutputAssert;
use std::fmt::Write;
use std::path::Path;

/// Articles of three stories in two languages, some of which contradict each other or themselves.
const STORIES: [&str; 8] = [
    "Il 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra a Doha.",
    "Il 12 marzo 2026 l'Ucraina ha riavuto dalla Russia 148 prigionieri di guerra, a Doha.",
    "On 12 March 2026 Russia returned 160 prisoners of war to Ukraine in Doha.",
    "Incendio a Torralba: mercoledì 10 marzo 2026 sono state evacuate 120 persone dal campeggio di Torralba.",
    "A Torralba il 10 marzo 2026 sono state evacuate 150 persone dal campeggio.",
    "Campeggio di Torralba, evacuate 120 persone. Nove arrestati a Torralba: sei spagnoli e quattro colombiani.",
    "Il museo di Valmora ha avuto 7.100 visitatori nel 2025, dice il museo di Valmora.",
    "Nebbia in valle: stamattina non si vedeva il campanile.",
];

fn batch() -> String {
    let mut lines = String::new();
    for (at, text) in STORIES.iter().enumerate() {
        let record = serde_json::json!({"id": format!("a{at}"), "published": "2026-03-13", "text": text});
        let _ = writeln!(lines, "{record}");
    }
    lines
}

fn sorted(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

fn piped(folder: &Path, arguments: &[&str], input: &str) -> OutputAssert {
    command(folder, arguments).stdin(input.to_owned()).assert()
}

/// What `check` finds in the batch on standard input.
fn checked(folder: &Path) -> Vec<String> {
    sorted(&stdout(&piped(folder, &["check", "-", "--format", "jsonl"], &batch()).code(1)))
}

fn keyed(folder: &Path, articles: &str) -> Vec<String> {
    sorted(&stdout(&piped(folder, &["extract", "--keyed", "-"], articles).code(0)))
}

fn compared(folder: &Path, lines: &[String]) -> Vec<String> {
    sorted(&stdout(&piped(folder, &["compare"], &lines.join("\n")).code(0)))
}

#[test]
fn in_one_process_or_in_three_the_findings_are_the_same() -> Outcome {
    let folder = folder(&[])?;
    let whole = checked(folder.path());
    assert!(whole.len() > 4, "{whole:#?}");
    assert!(whole.iter().any(|line| line.contains(r#""class":"internal""#)));
    let lines = keyed(folder.path(), &batch());
    assert_eq!(compared(folder.path(), &lines), whole);
    // Twice the same lines, from a step that ran again, and any order within a key.
    let key = |line: &str| line.split("\",\"article\"").next().map(str::to_owned);
    let mut again = [lines.clone(), lines].concat();
    again.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| b.cmp(a)));
    assert_eq!(compared(folder.path(), &again), whole);
    Ok(())
}

#[test]
fn parts_of_a_shuffle_give_the_whole_together() -> Outcome {
    let folder = folder(&[])?;
    // Each article is read by itself, and each key compared by itself.
    let mut lines: Vec<String> = batch().lines().flat_map(|article| keyed(folder.path(), article)).collect();
    lines.sort();
    let key = |line: &String| line.split("\",\"article\"").next().map(str::to_owned);
    let parts = lines.chunk_by(|a, b| key(a) == key(b)).filter(|part| part.len() > 1 || part[0].contains("article:"));
    let found: Vec<String> = parts.flat_map(|part| compared(folder.path(), part)).collect();
    assert_eq!(sorted(&found.join("\n")), checked(folder.path()));
    Ok(())
}

#[test]
fn nothing_in_nothing_out() -> Outcome {
    let folder = folder(&[])?;
    for arguments in [&["extract", "--keyed", "-"][..], &["extract", "-", "--format", "jsonl"], &["compare"]] {
        for input in ["", "\n\n"] {
            let assert = piped(folder.path(), arguments, input).code(0);
            assert_eq!((stdout(&assert), stderr(&assert)), (String::new(), String::new()), "{arguments:?}");
        }
    }
    Ok(())
}

#[test]
fn a_bad_line_is_answered_by_a_line() -> Outcome {
    let folder = folder(&[])?;
    let articles = format!("{{\"text\":5}}\n{}", batch());
    for arguments in [&["extract", "--keyed", "-"][..], &["extract", "-", "--format", "jsonl"]] {
        let assert = piped(folder.path(), arguments, &articles).code(0);
        let records: Vec<Value> = stdout(&assert).lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let (bad, good): (Vec<&Value>, Vec<&Value>) = records.iter().partition(|record| record["status"] == "error");
        assert!(stderr(&assert).contains("-:1: field `text`: expected a string, found a number"));
        assert_eq!(bad.len(), 1);
        assert_eq!(
            (&bad[0]["line"], &bad[0]["error"]),
            (&1.into(), &"field `text`: expected a string, found a number".into())
        );
        let keys = |record: &Value| record.as_object().map(|it| it.keys().cloned().collect::<Vec<_>>());
        assert!(good.len() > 5 && good.iter().all(|record| keys(record) == keys(bad[0])));
    }
    let lines = keyed(folder.path(), &articles);
    let whole = checked(folder.path());
    let spoilt = |line: &str| line.replacen("\"sheet\":\"", "\"sheet\":\"A", 1);
    for (bad, message) in [
        ("{", "not a line of `claimdiff extract --keyed`"),
        ("[1]", "not a line of"),
        (r#"{"schema":"claimdiff-claim/1"}"#, "a record of the sort `claimdiff-claim/1`"),
        (&lines[0].replacen("\"rules\":\"", "\"rules\":\"0", 1), "made with other rule packs"),
        (&spoilt(&lines[0]), "the sheet is not what `extract` wrote"),
    ] {
        let with_bad: Vec<String> = std::iter::once(bad.to_owned()).chain(lines.iter().cloned()).collect();
        let (wrong, found): (Vec<String>, Vec<String>) =
            compared(folder.path(), &with_bad).into_iter().partition(|line| line.contains(r#""status":"error""#));
        assert_eq!(found, whole, "{bad}");
        // One of them is the bad line of the articles, which `extract` passed on.
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(wrong.iter().any(|line| line.contains(message)), "{message}: {wrong:?}");
    }
    Ok(())
}

#[test]
fn lines_of_a_key_that_do_not_stand_together_are_no_silent_loss() -> Outcome {
    let folder = folder(&[])?;
    let lines = keyed(folder.path(), &batch());
    let assert = piped(folder.path(), &["compare"], &[&lines[..], &lines[..1]].concat().join("\n")).code(2);
    assert!(stderr(&assert).contains("sort them first"), "{}", stderr(&assert));
    Ok(())
}

#[test]
fn the_version_names_the_rules() -> Outcome {
    let folder = folder(&[])?;
    let version: Value = serde_json::from_str(&stdout(&claimdiff(folder.path(), &["version", "--json"])))?;
    let hash = version["rules-hash"].as_str().unwrap_or_default();
    assert_eq!(hash.len(), 64);
    let lines = keyed(folder.path(), &batch());
    assert!(lines.iter().all(|line| line.contains(&hash[..16])));
    Ok(())
}

/// Every two articles of a crowd are not compared, and that is said.
#[test]
fn what_a_crowd_leaves_out_is_told() -> Outcome {
    let folder = folder(&[])?;
    let article = |at: usize| {
        let day = at % 28 + 1;
        let text = format!("Il {day} marzo 2026 la Russia ha restituito all'Ucraina {} prigionieri a Doha.", 100 + at);
        serde_json::json!({"id": at.to_string(), "published": format!("2026-03-{day:02}"), "text": text}).to_string()
    };
    let articles = (0..230).map(article).collect::<Vec<_>>().join("\n");
    let assert = piped(folder.path(), &["check", "-", "--format", "json"], &articles);
    assert!(stderr(&assert).contains("articles share “"), "{}", stderr(&assert));
    let document: Value = serde_json::from_str(&stdout(&assert))?;
    assert!(document["left_out"].as_array().is_some_and(|list| !list.is_empty()));
    let whole = sorted(&stdout(&piped(folder.path(), &["check", "-", "--format", "jsonl"], &articles)));
    assert!(whole.len() > 230);
    assert_eq!(compared(folder.path(), &keyed(folder.path(), &articles)), whole);
    Ok(())
}
