//! A file, or standard input, to its articles.

use super::apart::Apart;
use super::article::Article;
use super::builder::{Base, Draft};
use super::discover::{not_a_file, unreadable};
use super::encoding::{self, Decoded};
use super::error::{SourceError, printable, shown};
use super::record::FileRecord;
use super::{feed, html, jsonl, markdown, plain};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Where articles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    Path(PathBuf),
    /// Standard input, written `-`.
    Stdin,
}

impl From<&Path> for Input {
    fn from(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdin } else { Self::Path(path.to_owned()) }
    }
}

/// How much is read before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file that holds one article, or of one record.
    pub max_bytes: usize,
    /// Bytes of a file that holds many: JSON Lines and feeds.
    pub max_batch_bytes: usize,
    /// Articles in one file.
    pub max_articles: usize,
    /// Bytes of the text of one article, markup left out: what follows is not read. A byte of text can take a
    /// hundred bytes of memory until its article is done.
    pub max_text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, max_batch_bytes: 1 << 30, max_articles: 1_000_000, max_text_bytes: 2 << 20 }
    }
}

/// What a reader returns: the articles that could be read, and what could not.
pub type Outcome = (Vec<Article>, Vec<SourceError>);

/// Reads a file; `-` is standard input.
pub fn read(path: &Path, limits: &Limits) -> Outcome {
    read_input(&Input::from(path), limits)
}

/// Reads a file or standard input.
pub fn read_input(input: &Input, limits: &Limits) -> Outcome {
    match load(input, limits) {
        Ok((name, bytes)) => read_bytes(&name, &bytes, limits),
        Err(error) => (Vec::new(), vec![error]),
    }
}

/// Reads a file, or standard input for `-`, and tells what it was; no record where it could not be opened.
pub fn read_recorded(path: &Path, limits: &Limits) -> (Outcome, Option<FileRecord>) {
    match load(&Input::from(path), limits) {
        Ok((name, bytes)) => (read_bytes(&name, &bytes, limits), Some(FileRecord::new(&name, &bytes))),
        Err(error) => ((Vec::new(), vec![error]), None),
    }
}

/// The name of an input as messages have it, and its bytes.
fn load(input: &Input, limits: &Limits) -> Result<(String, Vec<u8>), SourceError> {
    let (name, bytes) = match input {
        Input::Stdin => ("-".to_owned(), take(std::io::stdin().lock(), limits.max_batch_bytes)),
        Input::Path(path) => (shown(path), take(open(path)?, limits.max_batch_bytes)),
    };
    match bytes {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(SourceError::Unreadable { name, reason: error.to_string() }),
    }
}

/// Reads the bytes of a file called `name`; `-` stands for standard input, whose format is told from what it
/// holds.
pub fn read_bytes(name: &str, bytes: &[u8], limits: &Limits) -> Outcome {
    let name = printable(name);
    match try_read(&name, bytes, limits) {
        Ok(mut outcome) => {
            fit(&mut outcome, limits);
            let mut apart = Apart::default();
            apart.tell(&name, &mut outcome);
            outcome.1.extend(apart.end());
            outcome
        }
        Err(error) => (Vec::new(), vec![error]),
    }
}

/// Articles no longer than they may be.
pub(super) fn fit((articles, errors): &mut Outcome, limits: &Limits) {
    for article in articles {
        if article.cut(limits.max_text_bytes) {
            errors.push(SourceError::Cut { name: article.id.clone(), limit: limits.max_text_bytes });
        }
        article.shorten();
    }
}

/// Looks before it opens: opening a pipe would wait for its other end.
pub(super) fn open(path: &Path) -> Result<File, SourceError> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    match not_a_file(path, &metadata) {
        Some(error) => Err(error),
        None => File::open(path).map_err(|error| unreadable(path, &error)),
    }
}

/// All bytes, and one more than `limit` where there are more.
fn take(reader: impl Read, limit: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    Html,
    JsonLines,
    Json,
    Xml,
}

impl Format {
    /// How long a file of this format can be, with the name of the setting.
    fn limit(self, limits: &Limits) -> (usize, &'static str) {
        match self {
            Self::JsonLines | Self::Xml => (limits.max_batch_bytes, "max-batch-bytes"),
            _ => (limits.max_bytes, "max-article-bytes"),
        }
    }
}

fn try_read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Outcome, SourceError> {
    let ending = by_ending(name);
    within(name, bytes, ending.unwrap_or(Format::JsonLines).limit(limits))?;
    let decoded = encoding::decode(name, bytes)?;
    if decoded.text.trim().is_empty() {
        return Err(SourceError::Empty { name: name.to_owned() });
    }
    let format = ending.unwrap_or_else(|| by_content(&decoded.text));
    within(name, bytes, format.limit(limits))?;
    Ok(dispatch(name, decoded, format, limits))
}

fn within(name: &str, bytes: &[u8], (limit, setting): (usize, &'static str)) -> Result<(), SourceError> {
    if bytes.len() > limit { Err(SourceError::TooLarge { name: name.to_owned(), limit, setting }) } else { Ok(()) }
}

fn dispatch(name: &str, decoded: Decoded, format: Format, limits: &Limits) -> Outcome {
    let base = Base { text: &decoded.text, map: &decoded.map };
    let (draft, errors) = match format {
        Format::JsonLines => return jsonl::read_lines(name, &decoded, limits),
        Format::Json => return jsonl::read_document(name, &decoded, limits),
        Format::Xml if !html::looks_like(&decoded.text) => {
            return feed::read(name, &decoded, limits);
        }
        Format::Xml | Format::Html => (html::read(base), Vec::new()),
        Format::Markdown => markdown::read(name, base, &decoded.lines),
        Format::Plain => (plain::read(base, None), Vec::new()),
    };
    one(name, draft, errors, decoded)
}

fn one(name: &str, draft: Draft, mut errors: Vec<SourceError>, decoded: Decoded) -> Outcome {
    if draft.blocks.is_empty() {
        errors.push(SourceError::NoText { name: name.to_owned() });
        return (Vec::new(), errors);
    }
    (vec![draft.finish(name.to_owned(), decoded.lines, false)], errors)
}

pub(super) fn by_ending(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit('/').next()?.rsplit_once('.')?;
    Some(match ending.to_ascii_lowercase().as_str() {
        "txt" | "text" => Format::Plain,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "jsonl" | "ndjson" => Format::JsonLines,
        "json" => Format::Json,
        "xml" | "rss" | "atom" | "rdf" => Format::Xml,
        _ => return None,
    })
}

fn by_content(text: &str) -> Format {
    let start = text.trim_start();
    let first_line = start.lines().next().unwrap_or_default().trim_end();
    match start.chars().next() {
        Some('{') if jsonl::is_record(first_line) => Format::JsonLines,
        Some('{' | '[') if jsonl::is_json(start) => Format::Json,
        Some('<') if html::looks_like(start) => Format::Html,
        Some('<') if feed::looks_like(start) => Format::Xml,
        _ if matches!(first_line, "---" | "+++") || first_line.starts_with("# ") => Format::Markdown,
        _ => Format::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::super::apart::FAULTS;
    use super::*;

    #[test]
    fn the_format_is_told_from_name_or_content() {
        for (name, text, format) in [
            ("a.TXT", "{}", Format::Plain),
            ("a.b/c.md", "x", Format::Markdown),
            ("-", "{\"text\":\"x\"}\n{\"text\":\"y\"}", Format::JsonLines),
            ("-", "[\n{\"text\":\"x\"}]", Format::Json),
            ("-", "<!doctype html><p>x", Format::Html),
            ("-", "<?xml version=\"1.0\"?>\n<rss><channel/></rss>", Format::Xml),
            ("-", "---\ntitle: x\n---\ny", Format::Markdown),
            ("-", "[Foto] Dodici morti", Format::Plain),
            ("-", "<3 feriti", Format::Plain),
        ] {
            assert_eq!(by_ending(name).unwrap_or_else(|| by_content(text)), format, "{name} {text}");
        }
    }

    #[test]
    fn limits_say_so() {
        let limits = Limits { max_bytes: 3, ..Limits::default() };
        let (articles, errors) = read_bytes("a.txt", b"12 morti", &limits);
        assert!(articles.is_empty());
        let too_large = SourceError::TooLarge { name: "a.txt".into(), limit: 3, setting: "max-article-bytes" };
        assert_eq!(errors, [too_large]);
        assert_eq!(read_bytes("a.txt", b" \n", &limits).1, [SourceError::Empty { name: "a.txt".into() }]);
    }

    /// A cut inside a sentence could leave half a number.
    #[test]
    fn a_long_article_ends_at_the_end_of_a_sentence() {
        let text = "# Ponte\n\nSono 12 i morti. Sono 157 i feriti.\n\nSono 9 i dispersi.\n";
        let blocks = |max_text_bytes| {
            let limits = Limits { max_text_bytes, ..Limits::default() };
            let (articles, errors) = read_bytes("a.md", text.as_bytes(), &limits);
            let texts =
                articles.iter().flat_map(|it| it.blocks.iter().map(|block| block.span.slice(&it.text).to_owned()));
            (texts.collect::<Vec<_>>(), errors)
        };
        assert_eq!(blocks(1000).0, ["Ponte", "Sono 12 i morti. Sono 157 i feriti.", "Sono 9 i dispersi."]);
        assert!(blocks(1000).1.is_empty());
        for limit in [32, 35, 40] {
            let (texts, errors) = blocks(limit);
            assert_eq!(texts, ["Ponte", "Sono 12 i morti."], "{limit}");
            assert_eq!(errors, [SourceError::Cut { name: "a.md".into(), limit }]);
        }
        assert_eq!(blocks(6).0, ["Ponte"]);
    }

    #[test]
    fn articles_of_one_id_stay_apart() {
        let text = "{\"id\":\"x\",\"text\":\"Sono 12 i morti.\"}\n{\"id\":\"x\",\"text\":\"Sono 13 i morti.\"}";
        let (articles, errors) = read_bytes("a.jsonl", text.as_bytes(), &Limits::default());
        assert_eq!(
            articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>(),
            ["a.jsonl#x", "a.jsonl#x~2"]
        );
        assert_eq!(errors, [SourceError::SameId { name: "a.jsonl#x".into(), renamed: "a.jsonl#x~2".into() }]);
    }

    #[test]
    fn faults_are_told_up_to_a_number() {
        let (_, errors) = read_bytes("a.jsonl", "x\n".repeat(1_000).as_bytes(), &Limits::default());
        assert_eq!(errors.len(), FAULTS + 1);
        assert_eq!(errors.last(), Some(&SourceError::MoreFaults { name: "a.jsonl".into(), faults: 980 }));
    }

    #[test]
    fn a_folder_or_a_missing_file_is_an_error() {
        let message = |path: &str| {
            read(Path::new(path), &Limits::default()).1.iter().map(ToString::to_string).collect::<String>()
        };
        assert!(message("/").contains("this is a folder; name a file in it"));
        assert!(message("/nothing/here.txt").contains("no such file or folder"));
        assert!(message("/dev/null").contains("a pipe, socket or device"));
    }
}
