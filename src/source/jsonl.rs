//! JSON Lines, an article a line; and JSON files that hold one article or a list of them.
//!
//! | field | holds |
//! |---|---|
//! | `id` | name of the article in its file; else its line |
//! | `text` | the article, required |
//! | `title`, `outlet`, `url`, `lang` | strings |
//! | `published`, `modified` | ISO 8601 or RFC 2822 |
//!
//! Fields of other tools are taken where these are missing: trafilatura's JSON, schema.org `NewsArticle`, ninjs. Places
//! are those of the decoded `text`.

use super::article::{Article, Metadata};
use super::builder::{Base, language, value};
use super::encoding::{Decoded, already_decoded};
use super::error::{SourceError, printable};
use super::read::{Limits, Outcome};
use super::{date, json_ld, ninjs, plain};
use serde_json::{Map, Value};

/// Reads a file of one record a line. A bad line is named, the others are read.
pub(super) fn read_lines(name: &str, decoded: &Decoded, limits: &Limits) -> Outcome {
    let mut out = Outcome::default();
    for (at, line) in decoded.text.split('\n').enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if out.0.len() >= limits.max_articles {
            out.1.push(SourceError::TooMany { name: name.to_owned(), limit: limits.max_articles });
            break;
        }
        match read_record(name, at + 1, line, limits) {
            Ok(article) => out.0.push(article),
            Err(error) => out.1.push(error),
        }
    }
    out
}

/// The article of one line.
pub(super) fn read_record(name: &str, line: usize, text: &str, limits: &Limits) -> Result<Article, SourceError> {
    let wrong = |reason| SourceError::Record { name: name.to_owned(), line, reason };
    read_line(text, limits).and_then(|record| article(name, line, &record)).map_err(wrong)
}

/// Reads a file that is one record, or a list of them.
pub(super) fn read_document(name: &str, decoded: &Decoded, limits: &Limits) -> Outcome {
    let error = |line, reason| SourceError::Record { name: name.to_owned(), line, reason };
    let records = match serde_json::from_str(&decoded.text) {
        Ok(Value::Array(records)) if records.is_empty() => {
            return (Vec::new(), vec![SourceError::Empty { name: name.to_owned() }]);
        }
        Ok(Value::Array(records)) => records,
        Ok(record) => vec![record],
        Err(fault) => return (Vec::new(), vec![error(fault.line(), not_json(&fault))]),
    };
    let mut out = Outcome::default();
    for (at, record) in records.iter().take(limits.max_articles).enumerate() {
        let read = record.as_object().ok_or_else(|| "not an object with a `text`".to_owned());
        match read.and_then(|record| article(name, at + 1, record)) {
            Ok(article) => out.0.push(article),
            Err(reason) => out.1.push(error(1, format!("record {}: {reason}", at + 1))),
        }
    }
    if records.len() > limits.max_articles {
        out.1.push(SourceError::TooMany { name: name.to_owned(), limit: limits.max_articles });
    }
    out
}

/// Whether a line is a record on its own.
pub(super) fn is_record(line: &str) -> bool {
    serde_json::from_str::<Map<String, Value>>(line).is_ok()
}

/// Whether a text is JSON.
pub(super) fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

fn read_line(line: &str, limits: &Limits) -> Result<Map<String, Value>, String> {
    if line.len() > limits.max_bytes {
        return Err(too_long(limits));
    }
    match serde_json::from_str(line) {
        Ok(Value::Object(record)) => Ok(record),
        Ok(_) => Err("not an object; each line is to be {\"id\": …, \"text\": …}".to_owned()),
        Err(fault) => Err(not_json(&fault)),
    }
}

/// What is said of a record that is too long.
pub(super) fn too_long(limits: &Limits) -> String {
    format!(
        "longer than the limit of {} bytes for one record, which was left out; split it or raise max-article-bytes",
        limits.max_bytes
    )
}

fn not_json(fault: &serde_json::Error) -> String {
    let text = fault.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("not JSON: {what} at column {}", fault.column())
}

fn article(name: &str, line: usize, record: &Map<String, Value>) -> Result<Article, String> {
    let text = text(record)?;
    let meta = metadata(record)?;
    let id = match record.get("id") {
        Some(Value::String(id)) if !id.trim().is_empty() => printable(id),
        Some(Value::Number(id)) => id.to_string(),
        None | Some(Value::Null | Value::String(_)) => line.to_string(),
        Some(_) => return Err("field `id`: expected a string or a number".to_owned()),
    };
    let decoded = already_decoded(text);
    let mut draft = plain::read(Base { text: &decoded.text, map: &decoded.map }, meta.title.as_deref());
    let outlet = draft.meta.outlet.take();
    draft.meta = Metadata { outlet: meta.outlet.clone().or(outlet), ..meta };
    Ok(draft.finish(format!("{name}#{id}"), decoded.lines, true))
}

/// The article itself: our own field, or that of another tool.
fn text(record: &Map<String, Value>) -> Result<String, String> {
    for key in ["text", "raw_text", "articleBody", "body", "body_text"] {
        match string(record, key)? {
            Some(text) if text.trim().is_empty() => {
                return Err(format!("field `{key}` is empty; there is no text to read"));
            }
            Some(text) => return Ok(text.to_owned()),
            None => {}
        }
    }
    ninjs::text(record)
        .filter(|text| !text.trim().is_empty())
        .map(str::to_owned)
        .ok_or_else(|| "no field `text`; each record needs one".to_owned())
}

fn metadata(record: &Map<String, Value>) -> Result<Metadata, String> {
    let first = |keys: &[&str]| -> Result<Option<String>, String> {
        keys.iter().map(|key| Ok(string(record, key)?.and_then(value))).find(|it| *it != Ok(None)).unwrap_or(Ok(None))
    };
    let other = if json_ld::is_article(record) { json_ld::metadata(record) } else { ninjs::metadata(record) };
    Ok(Metadata {
        title: first(&["title", "headline"])?.or(other.title),
        outlet: first(&["outlet", "sitename", "source-hostname", "hostname"])?.or(other.outlet),
        url: first(&["url", "source"])?,
        published: day(record, &["published", "date", "datePublished"])?.or(other.published),
        modified: day(record, &["modified", "updated", "dateModified"])?.or(other.modified),
        language: first(&["lang", "language", "inLanguage"])?.and_then(|tag| language(&tag)),
        ignored_checks: Vec::new(),
    })
}

fn day(record: &Map<String, Value>, keys: &[&str]) -> Result<Option<jiff::civil::Date>, String> {
    for key in keys {
        if let Some(text) = string(record, key)?.filter(|text| !text.trim().is_empty()) {
            let shown: String = text.chars().take(40).collect();
            let wrong = || format!("field `{key}`: `{}` is no date; write it as 2026-02-05", printable(&shown));
            return date::parse(text).map(Some).ok_or_else(wrong);
        }
    }
    Ok(None)
}

fn string<'a>(record: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, String> {
    match record.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("field `{key}`: expected a string, found {}", kind(other))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{BlockKind, read_bytes};
    use crate::span::{FileSpan, TextSpan};

    fn lines(text: &str) -> (Vec<Article>, Vec<String>) {
        let (articles, errors) = read_bytes("a.jsonl", text.as_bytes(), &Limits::default());
        (articles, errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_record_is_an_article() {
        let (articles, errors) = lines(
            "{\"id\":\"x\",\"title\":\"Ponte\",\"outlet\":\"Il Faro\",\"published\":\"2026-03-05\",\"lang\":\"it\",\"text\":\"È caduto.\\nTre feriti.\",\"extra\":[1]}\n\n{\"text\":\"Due.\"}",
        );
        assert!(errors.is_empty(), "{errors:?}");
        let ids: Vec<_> = articles.iter().map(|article| article.id.as_str()).collect();
        assert_eq!(ids, ["a.jsonl#x", "a.jsonl#3"]);
        let first = &articles[0];
        assert_eq!(first.text, "È caduto.\nTre feriti.\n\nPonte");
        assert!(first.embedded && first.meta.published.is_some() && first.meta.language.as_deref() == Some("it"));
        let span = TextSpan::new(11, 14);
        assert_eq!((span.slice(&first.text), first.file_span(span)), ("Tre", Some(FileSpan { start: 11, end: 14 })));
        assert_eq!(first.line_column(span).map(|at| (at.line, at.column)), Some((2, 1)));
        let last = first.blocks.last().copied();
        assert_eq!(last.map(|block| (block.kind, first.file_span(block.span))), Some((BlockKind::Title, None)));
    }

    #[test]
    fn a_title_that_begins_the_text_is_not_repeated() {
        let (articles, _) = lines(r#"{"title":"Ponte giù","text":"Ponte giù\n\nTre feriti."}"#);
        assert_eq!(articles[0].text, "Ponte giù\n\nTre feriti.");
        assert_eq!(articles[0].blocks[0].kind, BlockKind::Title);
    }

    #[test]
    fn a_bad_line_is_named_and_the_others_are_read() {
        for (bad, message) in [
            ("{", "a.jsonl:1: not JSON: EOF while parsing an object at column 1"),
            ("[]", "a.jsonl:1: not an object; each line is to be {\"id\": …, \"text\": …}"),
            (r#"{"text":5}"#, "a.jsonl:1: field `text`: expected a string, found a number"),
            (r#"{"id":"x"}"#, "a.jsonl:1: no field `text`; each record needs one"),
            (r#"{"text":" "}"#, "a.jsonl:1: field `text` is empty; there is no text to read"),
            (r#"{"text":"x","title":[]}"#, "a.jsonl:1: field `title`: expected a string, found a list"),
            (
                r#"{"text":"x","published":"ieri"}"#,
                "a.jsonl:1: field `published`: `ieri` is no date; write it as 2026-02-05",
            ),
            (r#"{"text":"x","id":{}}"#, "a.jsonl:1: field `id`: expected a string or a number"),
        ] {
            let (articles, errors) = lines(&format!("{bad}\n{{\"text\":\"Tre.\"}}"));
            assert_eq!(articles.len(), 1, "{bad}");
            assert_eq!(errors, [message]);
        }
        let deep = format!("{{\"text\":{}", "[".repeat(100_000));
        assert!(lines(&deep).1[0].contains("recursion limit"));
    }

    #[test]
    fn json_documents_and_other_tools() {
        let read = |text: &str| read_bytes("a.json", text.as_bytes(), &Limits::default());
        let (articles, errors) = read(
            r#"[{"title":"A","date":"2026-03-05","source-hostname":"Il Faro","text":"Uno."},
            {"@type":"NewsArticle","headline":"B","publisher":{"name":"La Voce"},"articleBody":"Due."}, 5]"#,
        );
        let outlets: Vec<_> = articles.iter().filter_map(|article| article.meta.outlet.as_deref()).collect();
        assert_eq!(outlets, ["Il Faro", "La Voce"]);
        assert_eq!(errors.len(), 1);
        assert_eq!(read("{\"text\":\"Uno.\"}").0.len(), 1);
        assert_eq!(read(" []").1, [SourceError::Empty { name: "a.json".into() }]);
        assert!(read("{\n\"text\"").1[0].to_string().starts_with("a.json:2: not JSON"));
    }
}
