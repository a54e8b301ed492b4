//! The JSON Schemas: what we print fits them, and docs/schema/ is what we print.

use super::{Outcome, claimdiff, pair, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn schema(of: &str) -> std::io::Result<(String, Value)> {
    let text = stdout(&claimdiff(Path::new("."), &["schema", of]));
    let schema = serde_json::from_str(&text)?;
    Ok((text, schema))
}

#[test]
fn the_published_schemas_are_ours() -> Outcome {
    for of in ["claim", "sheet", "finding", "config"] {
        let published = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schema/{of}.json"));
        let is_ours = fs::read_to_string(published)? == schema(of)?.0;
        assert!(is_ours, "stale: write it again with `claimdiff schema {of} > docs/schema/{of}.json`");
    }
    Ok(())
}

#[test]
fn records_fit_their_schemas() -> Outcome {
    let folder = pair()?;
    fs::write(
        folder.path().join("c.txt"),
        "Il 4 marzo, dalle 9.30 alle 11, quasi 15mila euro per giovedì 4 febbraio 2026; 3-2.\n",
    )?;
    for (of, arguments) in [
        ("finding", &["check", "."][..]),
        ("claim", &["extract", "."]),
        ("claim", &["extract", "--mentions", "."]),
        ("sheet", &["extract", "--keyed", "."]),
    ] {
        let (_, schema) = schema(of)?;
        let text = stdout(&claimdiff(folder.path(), &[arguments, &["--format", "jsonl"]].concat()));
        assert!(text.lines().count() > 1);
        for line in text.lines() {
            fits(&serde_json::from_str(line)?, &schema, &schema, of);
        }
    }
    Ok(())
}

/// The part of JSON Schema that ours use; objects must have every key and no other.
fn fits(value: &Value, schema: &Value, root: &Value, path: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#'));
        return fits(value, target.unwrap_or(&Value::Null), root, path);
    }
    if let Some(options) = schema["anyOf"].as_array() {
        let option = options.iter().find(|it| (it["type"] == "null") == value.is_null());
        return fits(value, option.unwrap_or(&Value::Null), root, path);
    }
    let name = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let types: Vec<&Value> = schema["type"].as_array().map_or(vec![&schema["type"]], |list| list.iter().collect());
    let is_type = |wanted: &&&Value| ***wanted == name || (***wanted == "number" && name == "integer");
    assert!(types.iter().any(|wanted| is_type(&wanted)), "{path}: {name} is none of {types:?}");
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(item, &schema["items"], root, &format!("{path}[{at}]"));
    }
    if let Some(object) = value.as_object() {
        let keys: Vec<&str> = object.keys().map(String::as_str).collect();
        let known = schema["properties"].as_object().map(|it| it.keys().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(Some(&keys), known.as_ref(), "{path}");
        assert_eq!(schema["required"].as_array().map(Vec::len), Some(keys.len()), "{path}");
        object.iter().for_each(|(key, value)| fits(value, &schema["properties"][key], root, &format!("{path}.{key}")));
    }
}
