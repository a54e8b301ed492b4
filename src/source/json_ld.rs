//! What a page says of its article in JSON-LD, and the same vocabulary where a JSON file uses it.

use super::article::Metadata;
use super::builder::{language, value};
use super::date;
use serde_json::{Map, Value};

/// How many nodes of one script are looked at.
const NODES: usize = 10_000;

/// The article in a JSON-LD script, wherever it stands: at the top, in a list, inside `@graph`.
pub(super) fn find(script: &str) -> Option<(Metadata, Option<String>)> {
    let json: Value = serde_json::from_str(script).or_else(|_| serde_json::from_str(&repaired(script))).ok()?;
    let nodes = nodes(&json);
    let article = nodes.iter().find(|node| is_article(node))?;
    let mut meta = metadata(article);
    meta.outlet = meta.outlet.or_else(|| outlet_by_id(article, &nodes));
    Some((meta, text(article, "articleBody")))
}

/// Whether this object calls itself an article.
pub(super) fn is_article(node: &Map<String, Value>) -> bool {
    let article = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report")
    };
    match node.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(article),
        Some(kind) => article(kind),
        None => false,
    }
}

/// The fields of an article.
pub(super) fn metadata(node: &Map<String, Value>) -> Metadata {
    let day = |key| text(node, key).and_then(|day| date::parse(&day));
    Metadata {
        title: text(node, "headline").or_else(|| text(node, "name")),
        outlet: node.get("publisher").and_then(name),
        url: text(node, "url"),
        published: day("datePublished"),
        modified: day("dateModified"),
        language: text(node, "inLanguage").and_then(|tag| language(&tag)),
        ignored_checks: Vec::new(),
    }
}

pub(super) fn text(node: &Map<String, Value>, key: &str) -> Option<String> {
    let text = node.get(key)?.as_str()?;
    if key == "articleBody" { Some(text.to_owned()).filter(|text| !text.trim().is_empty()) } else { value(text) }
}

/// The name of an organisation, which may be an object, a list or the name itself.
fn name(organisation: &Value) -> Option<String> {
    match organisation {
        Value::String(name) => value(name).filter(|name| !name.contains("://")),
        Value::Object(node) => text(node, "name"),
        Value::Array(list) => match list.first() {
            Some(Value::Object(node)) => text(node, "name"),
            _ => None,
        },
        _ => None,
    }
}

/// A publisher given by reference.
fn outlet_by_id(article: &Map<String, Value>, nodes: &[&Map<String, Value>]) -> Option<String> {
    let id = article.get("publisher")?.get("@id")?;
    let named = nodes.iter().find(|node| node.get("@id") == Some(id) && node.contains_key("name"))?;
    text(named, "name")
}

/// All objects that lie in lists and graphs.
fn nodes(json: &Value) -> Vec<&Map<String, Value>> {
    let (mut found, mut waiting) = (Vec::new(), vec![json]);
    while let Some(next) = waiting.pop().filter(|_| found.len() < NODES) {
        match next {
            Value::Array(list) => waiting.extend(list.iter().rev()),
            Value::Object(node) => {
                found.push(node);
                let inside = ["@graph", "mainEntity", "mainEntityOfPage"].iter().rev();
                waiting.extend(inside.filter_map(|key| node.get(*key)));
            }
            _ => {}
        }
    }
    found
}

/// Line breaks inside strings are the commonest fault of scripts in the wild.
fn repaired(script: &str) -> String {
    script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_found_wherever_they_stand() {
        for script in [
            r#"{"@type":"NewsArticle","headline":"Ponte","publisher":{"name":"Il Faro"},"datePublished":"2026-03-05T08:00Z"}"#,
            r#"[{"@type":"WebSite"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Ponte","publisher":[{"name":"Il Faro"}],"datePublished":"2026-03-05"}]"#,
            r##"{"@graph":[{"@type":"Organization","@id":"#o","name":"Il Faro"},{"@type":"Article","headline":"Ponte","publisher":{"@id":"#o"},"datePublished":"2026-03-05"}]}"##,
            "{\"@type\":\"NewsArticle\",\"headline\":\"Pon\nte\",\"headline\":\"Ponte\",\"publisher\":\"Il Faro\",\"datePublished\":\"2026-03-05\"}",
        ] {
            let (meta, _) = find(script).unwrap_or_default();
            assert_eq!(meta.title.as_deref(), Some("Ponte"), "{script}");
            assert_eq!(meta.outlet.as_deref(), Some("Il Faro"), "{script}");
            assert_eq!(meta.published, date::parse("2026-03-05"), "{script}");
        }
        for script in ["", "{", "[]", r#"{"@type":"WebSite","name":"x"}"#, &"[".repeat(100_000)] {
            assert_eq!(find(script), None);
        }
    }
}
