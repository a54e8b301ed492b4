//! The head of a Markdown file: `key: value` lines between `---`, or `key = value` lines between `+++`.
//!
//! A small part of YAML and TOML, and all that articles need: plain and quoted values, lists on one line or several,
//! one level of nesting, folded text. Unknown keys are passed over.

use super::article::{LineIndex, Metadata};
use super::builder::{Base, language, value};
use super::date;
use super::error::SourceError;
use std::ops::Range;

/// What stands before the article.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub meta: Metadata,
    /// Where the title stands in the text, if it stands there as it is.
    pub title: Option<Range<usize>>,
    /// Where the article begins.
    pub body: usize,
    pub errors: Vec<SourceError>,
}

/// Reads the front matter that `base` begins with, if it does.
pub(super) fn read(name: &str, base: Base<'_>, lines: &LineIndex) -> FrontMatter {
    let text = base.text;
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| is_fence(text.lines().next(), fence)) else {
        return FrontMatter::default();
    };
    let separator = if fence == "---" { ':' } else { '=' };
    let mut reader = Reader { name, base, lines, separator, parent: String::new(), out: FrontMatter::default() };
    let start = text.split_inclusive('\n').next().map_or(0, str::len);
    match closing(text, start, fence) {
        Some((end, body)) => {
            reader.lines(start..end);
            reader.out.body = body;
        }
        None => reader.complain(0, format!("no closing {fence} line; the file is read as if it had no front matter")),
    }
    reader.out
}

fn is_fence(line: Option<&str>, fence: &str) -> bool {
    line.is_some_and(|line| line.trim_end() == fence)
}

/// Where the closing line begins and ends.
fn closing(text: &str, start: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if is_fence(Some(line), fence) || (fence == "---" && is_fence(Some(line), "...")) {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

struct Reader<'a> {
    name: &'a str,
    base: Base<'a>,
    lines: &'a LineIndex,
    separator: char,
    /// The key that nested lines belong to.
    parent: String,
    out: FrontMatter,
}

impl Reader<'_> {
    fn lines(&mut self, range: Range<usize>) {
        let mut at = range.start;
        for line in self.base.slice(&range).split_inclusive('\n') {
            self.line(line, at);
            at += line.len();
        }
    }

    fn line(&mut self, line: &str, at: usize) {
        let content = line.trim();
        let nested = line.starts_with([' ', '\t']);
        let section = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        if let Some(section) = section.filter(|_| self.separator == '=') {
            self.parent = section.trim().to_owned();
        } else if let Some(item) =
            content.strip_prefix("- ").filter(|_| self.separator == ':' && !self.parent.is_empty())
        {
            self.set(&self.parent.clone(), item, at);
        } else if let Some((key, rest)) = content.split_once(self.separator).filter(|(key, _)| is_key(key)) {
            self.pair(key.trim(), rest, nested, at);
        } else if !nested {
            self.complain(at, format!("expected `key{} value`, found `{}`", self.separator, clip(content)));
        } else if self.parent == "title" {
            self.continue_title(content);
        }
    }

    fn pair(&mut self, key: &str, rest: &str, nested: bool, at: usize) {
        let inside = (nested || self.separator == '=') && !self.parent.is_empty();
        let path = if inside { format!("{}.{key}", self.parent) } else { key.to_owned() };
        if !inside && self.separator == ':' {
            self.parent = key.to_owned();
        }
        self.set(&path, rest, at);
    }

    /// Text folded over several lines.
    fn continue_title(&mut self, content: &str) {
        let so_far = self.out.meta.title.take().unwrap_or_default();
        self.out.meta.title = value(&format!("{so_far} {content}"));
        self.out.title = None;
    }

    fn set(&mut self, path: &str, raw: &str, at: usize) {
        let raw = raw.trim();
        let scalar = match unquote(raw) {
            Ok(scalar) => scalar,
            Err(reason) => return self.complain(at, format!("{path}: {reason}")),
        };
        if matches!(scalar.as_str(), "" | "|" | ">" | ">-" | "|-" | "null" | "~") {
            return;
        }
        match path.to_ascii_lowercase().as_str() {
            "title" | "headline" => {
                self.out.title = self.place(&scalar, at);
                self.out.meta.title = value(&scalar);
            }
            "outlet" | "publisher" | "site" | "sitename" => self.out.meta.outlet = value(&scalar),
            "url" | "link" | "canonical" => self.out.meta.url = value(&scalar),
            "lang" | "language" => self.set_language(&scalar, at),
            "published" | "date" | "pubdate" => self.out.meta.published = self.date(path, &scalar, at),
            "modified" | "updated" | "lastmod" => self.out.meta.modified = self.date(path, &scalar, at),
            "claimdiff" => self.out.meta.ignored_checks.extend(ignored_inline(raw)),
            "claimdiff.ignore" => self.out.meta.ignored_checks.extend(names(raw)),
            _ => {}
        }
    }

    fn set_language(&mut self, scalar: &str, at: usize) {
        self.out.meta.language = language(scalar);
        if self.out.meta.language.is_none() {
            self.complain(at, format!("lang: `{}` is no language code such as it, en, fr", clip(scalar)));
        }
    }

    fn date(&mut self, key: &str, scalar: &str, at: usize) -> Option<jiff::civil::Date> {
        let date = date::parse(scalar);
        if date.is_none() {
            self.complain(at, format!("{key}: `{}` is no date; write it as 2026-02-05", clip(scalar)));
        }
        date
    }

    /// Where `scalar` stands on the line at `at`.
    fn place(&self, scalar: &str, at: usize) -> Option<Range<usize>> {
        let line = self.base.text.get(at..)?.split('\n').next()?;
        let start = at + line.find(scalar)?;
        Some(start..start + scalar.len())
    }

    fn complain(&mut self, at: usize, reason: String) {
        let file = self.base.map.file_span(crate::span::TextSpan::new(at, at)).map_or(0, |file| file.start);
        let (line, _) = self.lines.line(file);
        self.out.errors.push(SourceError::FrontMatter { name: self.name.to_owned(), line, reason });
    }
}

fn is_key(key: &str) -> bool {
    let key = key.trim();
    !key.is_empty() && key.len() <= 64 && key.chars().all(|c| c.is_alphanumeric() || "_-.\"'".contains(c))
}

/// A few characters of a value, for a message.
fn clip(text: &str) -> String {
    super::error::printable(&text.chars().take(40).collect::<String>())
}

/// Names in a list: `[a, b]`, `a, b` or `a b`.
pub(super) fn names(list: &str) -> impl Iterator<Item = String> + '_ {
    let names = list.split(|c: char| c.is_whitespace() || "[],\"'".contains(c));
    names.filter(|name| !name.is_empty()).map(str::to_owned)
}

/// The checks that `{ignore: [a, b]}` names.
fn ignored_inline(raw: &str) -> impl Iterator<Item = String> + '_ {
    let inside = raw.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let list = inside.and_then(|inside| inside.split_once([':', '=']));
    list.filter(|(key, _)| key.trim() == "ignore").into_iter().flat_map(|(_, list)| names(list))
}

/// The value of a scalar: quotes and a comment after it taken away.
fn unquote(raw: &str) -> Result<String, String> {
    let Some(quote) = raw.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let plain = raw.split(" #").next().unwrap_or(raw);
        return Ok(plain.trim_end().to_owned());
    };
    let mut out = String::new();
    let mut rest = raw.chars().skip(1).peekable();
    while let Some(character) = rest.next() {
        match character {
            '\'' if quote == '\'' && rest.next_if_eq(&'\'').is_some() => out.push('\''),
            '\\' if quote == '"' => out.push(match rest.next() {
                Some('n' | 't') | None => ' ',
                Some(escaped) => escaped,
            }),
            end if end == quote => return Ok(out),
            other => out.push(other),
        }
    }
    Err(format!("the quote {quote} is not closed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::OffsetMap;

    fn front(text: &str) -> FrontMatter {
        let map = OffsetMap::identity(0, text.len());
        read("a.md", Base { text, map: &map }, &LineIndex::new(text.as_bytes()))
    }

    #[test]
    fn keys_and_values() {
        let text = "---\ntitle: \"'Dodici' a \\\"Halyn\\\"\" # nota\noutlet: Il Faro\npublished: 2026-03-05T10:00:00Z\n\
                    updated: '2026-03-06'\nlang: it-IT\ntags:\n  - a\nurl: https://a.example/b\nclaimdiff:\n  ignore: [sum, weekday-date]\n---\ntesto";
        let front = front(text);
        assert!(front.errors.is_empty(), "{:?}", front.errors);
        assert_eq!(front.meta.title.as_deref(), Some("'Dodici' a \"Halyn\""));
        assert_eq!(front.meta.outlet.as_deref(), Some("Il Faro"));
        assert_eq!(front.meta.published, date::parse("2026-03-05"));
        assert_eq!(front.meta.modified, date::parse("2026-03-06"));
        assert_eq!(front.meta.language.as_deref(), Some("it"));
        assert_eq!(front.meta.url.as_deref(), Some("https://a.example/b"));
        assert_eq!(front.meta.ignored_checks, ["sum", "weekday-date"]);
        assert_eq!(&text[front.body..], "testo");
    }

    #[test]
    fn lists_over_lines_and_toml() {
        assert_eq!(front("---\nclaimdiff.ignore:\n- sum\n- age\n---\n").meta.ignored_checks, ["sum", "age"]);
        assert_eq!(front("---\nclaimdiff: {ignore: [sum, age]}\n---\n").meta.ignored_checks, ["sum", "age"]);
        assert_eq!(front("+++\nclaimdiff = {ignore = [\"sum\"]}\n+++\n").meta.ignored_checks, ["sum"]);
        let toml = front("+++\ntitle = \"Dodici\"\ndate = 2026-03-05\n[claimdiff]\nignore = [\"sum\"]\n+++\nx");
        assert_eq!(toml.meta.title.as_deref(), Some("Dodici"));
        assert_eq!(toml.meta.ignored_checks, ["sum"]);
        assert!(toml.meta.published.is_some() && toml.errors.is_empty());
    }

    #[test]
    fn errors_name_the_line() {
        for (text, message) in [
            ("---\ntitle: \"x\n---\n", "a.md:2: front matter: title: the quote \" is not closed"),
            (
                "---\nlang: it\ndate: ieri\n---\n",
                "a.md:3: front matter: date: `ieri` is no date; write it as 2026-02-05",
            ),
            ("---\nsenza senso\n---\n", "a.md:2: front matter: expected `key: value`, found `senza senso`"),
            (
                "---\ntitle: x\n",
                "a.md:1: front matter: no closing --- line; the file is read as if it had no front matter",
            ),
            ("---\nlang: 12\n---\n", "a.md:2: front matter: lang: `12` is no language code such as it, en, fr"),
        ] {
            let errors: Vec<_> = front(text).errors.iter().map(ToString::to_string).collect();
            assert_eq!(errors, [message]);
        }
        assert_eq!(front("testo\n---\n").body, 0);
    }
}
