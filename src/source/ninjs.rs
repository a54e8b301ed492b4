//! Items of agencies as the IPTC's ninjs writes them: `headline` and `body_text` in its first version, the lists
//! `headlines` and `bodies` since.

use super::article::Metadata;
use super::builder::{language, value};
use super::date;
use serde_json::{Map, Value};

/// Whether a record is an item: it has an address of its own, and says when this version of it was made.
fn is_item(record: &Map<String, Value>) -> bool {
    ["uri", "versioncreated"].iter().all(|key| record.get(*key).is_some_and(Value::is_string))
}

/// The body in plain text, from the list of bodies.
pub(super) fn text(record: &Map<String, Value>) -> Option<&str> {
    let bodies = record.get("bodies").filter(|_| is_item(record))?.as_array()?;
    let is_plain = |body: &&Value| {
        let kind = body.get("contenttype").or_else(|| body.get("contentType"));
        kind.and_then(Value::as_str).is_none_or(|kind| kind.starts_with("text/plain"))
    };
    bodies.iter().filter(is_plain).find_map(|body| body.get("value")?.as_str())
}

/// What an item says of itself; nothing for any other record.
pub(super) fn metadata(record: &Map<String, Value>) -> Metadata {
    if !is_item(record) {
        return Metadata::default();
    }
    let string = |key: &str| record.get(key).and_then(Value::as_str);
    let first = |list: &str, key: &str| record.get(list)?.as_array()?.first()?.get(key)?.as_str();
    let day = |key| string(key).and_then(date::parse);
    let source = first("infosources", "name").or_else(|| first("infosource", "name"));
    Metadata {
        title: first("headlines", "value").and_then(value),
        outlet: source.and_then(value),
        // What a later version says of "yesterday" was mostly written for the first.
        published: day("firstcreated").or_else(|| day("versioncreated")),
        modified: day("versioncreated"),
        language: string("language").and_then(language),
        ..Metadata::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{Limits, read_bytes};

    #[test]
    fn items_of_both_versions_are_read() {
        let first = r#"{"uri":"urn:faro:1","versioncreated":"2026-03-13T08:00:00Z","firstcreated":"2026-03-12T09:00:00Z",
            "language":"it","headline":"Ponte giù","body_text":"Tre feriti.","infosource":[{"name":"Agenzia Faro"}]}"#;
        let second = r#"{"uri":"urn:faro:2","versioncreated":"2026-03-12T09:00:00Z","language":"it",
            "headlines":[{"role":"main","value":"Ponte giù"}],"infosources":[{"name":"Agenzia Faro"}],
            "bodies":[{"contenttype":"text/html","value":"<p>Due.</p>"},{"contenttype":"text/plain","value":"Tre feriti."}]}"#;
        for (item, modified) in [(first, "2026-03-13"), (second, "2026-03-12")] {
            let (articles, errors) = read_bytes("a.json", item.as_bytes(), &Limits::default());
            assert!(errors.is_empty(), "{errors:?}");
            let (meta, text) = (&articles[0].meta, &articles[0].text);
            assert!(text.starts_with("Tre feriti."), "{text}");
            assert_eq!((meta.title.as_deref(), meta.outlet.as_deref()), (Some("Ponte giù"), Some("Agenzia Faro")));
            assert_eq!(meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-12"));
            assert_eq!(meta.modified.map(|day| day.to_string()).as_deref(), Some(modified));
        }
        let html =
            r#"{"uri":"urn:faro:3","versioncreated":"2026-03-12","bodies":[{"contenttype":"text/html","value":"x"}]}"#;
        assert_eq!(read_bytes("a.json", html.as_bytes(), &Limits::default()).0.len(), 0);
    }
}
