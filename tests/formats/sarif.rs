//! SARIF 2.1.0 as section 3 of the standard has it: required properties, no others, values of its lists.

use super::{findings, unreadable, written};
use claimdiff::report::sarif;
use serde_json::Value;

/// An object: its path, what it must have, what it may have beside.
const OBJECTS: [(&str, &[&str], &[&str]); 19] = [
    ("", &["version", "runs"], &["$schema"]),
    ("runs", &["tool", "results"], &["columnKind", "invocations"]),
    ("runs.tool", &["driver"], &[]),
    ("runs.tool.driver", &["name"], &["semanticVersion", "rules"]),
    ("runs.tool.driver.rules", &["id"], &["shortDescription", "fullDescription", "help", "defaultConfiguration"]),
    ("runs.tool.driver.rules.shortDescription", &["text"], &[]),
    ("runs.tool.driver.rules.fullDescription", &["text"], &[]),
    ("runs.tool.driver.rules.help", &["text"], &["markdown"]),
    ("runs.tool.driver.rules.defaultConfiguration", &[], &["enabled", "level"]),
    ("runs.invocations", &["executionSuccessful"], &["toolExecutionNotifications"]),
    ("runs.invocations.toolExecutionNotifications", &["message"], &["level"]),
    (
        "runs.results",
        &["message"],
        &[
            "ruleId",
            "ruleIndex",
            "level",
            "locations",
            "relatedLocations",
            "partialFingerprints",
            "baselineState",
            "suppressions",
            "rank",
            "properties",
        ],
    ),
    ("runs.results.message", &["text"], &[]),
    ("runs.results.locations", &["physicalLocation"], &["message"]),
    ("runs.results.relatedLocations", &["physicalLocation", "id"], &["message"]),
    ("runs.results.locations.physicalLocation", &["artifactLocation"], &["region"]),
    ("runs.results.locations.physicalLocation.artifactLocation", &["uri"], &[]),
    (
        "runs.results.locations.physicalLocation.region",
        &["startLine"],
        &["startColumn", "endColumn", "byteOffset", "byteLength", "snippet"],
    ),
    ("runs.results.suppressions", &["kind"], &["status", "justification"]),
];

/// A property with a list of values.
const LISTS: [(&str, &[&str]); 6] = [
    ("runs.columnKind", &["utf16CodeUnits", "unicodeCodePoints"]),
    ("runs.results.level", &["none", "note", "warning", "error"]),
    ("runs.results.baselineState", &["new", "unchanged", "updated", "absent"]),
    ("runs.results.suppressions.kind", &["inSource", "external"]),
    ("runs.results.suppressions.status", &["accepted", "underReview", "rejected"]),
    ("runs.tool.driver.rules.defaultConfiguration.level", &["none", "note", "warning", "error"]),
];

fn log() -> Value {
    serde_json::from_str(&written(sarif::findings, &findings(), &unreadable())).unwrap()
}

#[test]
fn objects_have_what_the_standard_wants() {
    let mut seen = Vec::new();
    walk("", &log(), &mut |path, value| {
        if let Some((_, must, may)) = OBJECTS.iter().find(|(known, ..)| *known == path) {
            seen.push(path.to_owned());
            let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
            assert!(must.iter().all(|key| keys.contains(key)), "{path}: {keys:?}");
            assert!(keys.iter().all(|key| must.contains(key) || may.contains(key)), "{path}: {keys:?}");
        }
        if let Some((_, values)) = LISTS.iter().find(|(known, _)| *known == path) {
            seen.push(path.to_owned());
            assert!(values.contains(&value.as_str().unwrap()), "{path}: {value}");
        }
    });
    let known = OBJECTS.iter().map(|(path, ..)| *path).chain(LISTS.iter().map(|(path, _)| *path));
    known.for_each(|path| assert!(seen.iter().any(|it| it == path), "{path} is nowhere in the log"));
}

/// Calls `check` with every value but lists, whose items count as the list.
fn walk(path: &str, value: &Value, check: &mut dyn FnMut(&str, &Value)) {
    if let Some(items) = value.as_array() {
        return items.iter().for_each(|item| walk(path, item, check));
    }
    check(path, value);
    for (key, value) in value.as_object().into_iter().flatten() {
        walk(&if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, value, check);
    }
}

#[test]
fn references_lead_somewhere() {
    let log = log();
    let run = &log["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        for related in result["relatedLocations"].as_array().unwrap() {
            let link = format!("]({})", related["id"]);
            assert!(result["message"]["text"].as_str().unwrap().contains(&link), "{result}");
        }
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(
            region["startLine"].as_u64() >= Some(1) && region["endColumn"].as_u64() > region["startColumn"].as_u64()
        );
    }
    let fingerprints: Vec<_> = run["results"].as_array().unwrap().iter().map(|it| &it["partialFingerprints"]).collect();
    assert!(fingerprints.iter().enumerate().all(|(at, it)| !fingerprints[..at].contains(it)));
}

#[test]
fn what_is_suppressed_stays_and_says_so() {
    let log = log();
    let results = &log["runs"][0]["results"];
    assert_eq!(results[0]["suppressions"], Value::Array(Vec::new()));
    assert_eq!(results[1]["suppressions"][0]["kind"], "external");
    assert_eq!(results[1]["baselineState"], "unchanged");
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    insta::assert_snapshot!(serde_json::to_string_pretty(&results[1]).unwrap());
}

#[test]
fn every_rule_has_help() {
    for rule in log()["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap() {
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("## What it finds"), "{}", rule["id"]);
    }
}
