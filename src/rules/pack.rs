//! A pack file: its text, how it is parsed, and errors that show the offending lines.

use super::near::nearest;
use crate::embedded::FILES;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};
use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;
use std::path::Path;
use std::{fmt, fs, io};
use thiserror::Error;

/// Longer than all built-in packs together.
const MOST_BYTES: u64 = 16 << 20;

/// Files that take the place of the built-in one.
const ALONE: [&str; 5] = ["approximation.toml", "check.toml", "judgement.toml", "numerals.toml", "pairing.toml"];

/// One file of `rules/`, or of a user's own packs.
#[derive(Debug, Clone)]
pub struct PackFile {
    /// Path below `rules/`, or the user's path.
    pub name: Cow<'static, str>,
    /// What it holds.
    pub text: Cow<'static, str>,
}

impl PackFile {
    /// Reads a file, which is regular and of a length that somebody can have written.
    ///
    /// # Errors
    /// What the system says, another kind of file, a longer one, one that is no UTF-8.
    pub fn read(path: &Path) -> io::Result<Self> {
        // Looks before it opens: opening a pipe would wait for its other end, and a device may have none.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("not a file"));
        }
        let mut text = String::new();
        fs::File::open(path)?.take(MOST_BYTES + 1).read_to_string(&mut text)?;
        if text.len() as u64 > MOST_BYTES {
            return Err(io::Error::other(format!("longer than {MOST_BYTES} bytes")));
        }
        Ok(Self { name: path.display().to_string().into(), text: text.into() })
    }

    /// The built-in file of that name below `rules/`.
    pub fn embedded(name: &str) -> Option<Self> {
        let at = FILES.binary_search_by(|(path, _)| (*path).cmp(name)).ok()?;
        FILES.get(at).map(|(path, text)| Self { name: Cow::Borrowed(path), text: Cow::Borrowed(text) })
    }

    /// All built-in files below a folder of `rules/`, by name; below "" all there are.
    pub fn embedded_below(folder: &str) -> impl Iterator<Item = Self> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        FILES
            .iter()
            .filter(move |(path, _)| path.starts_with(&prefix))
            .map(|(path, text)| Self { name: Cow::Borrowed(path), text: Cow::Borrowed(text) })
    }

    /// Parses the file; unknown keys and wrong types are errors that name the place.
    ///
    /// # Errors
    /// [`RuleError`] with the span that TOML complains of.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, RuleError> {
        toml::from_str(&self.text).map_err(|error| {
            let fault = self.error(error.span().unwrap_or(0..0), error.message());
            match meant(error.message()) {
                Some(name) => fault.with_help(format!("did you mean `{name}`?")),
                None if error.message().starts_with("missing field") && self.holds_alone() => fault.with_help(
                    "this file takes the place of the built-in one and needs all of it: \
                     begin with a copy of what `claimdiff rules show --no-config PATH` prints",
                ),
                None => fault,
            }
        })
    }

    /// Whether of all files of this name one holds, and none adds to another.
    fn holds_alone(&self) -> bool {
        let name = Path::new(&*self.name).file_name();
        name.is_some_and(|name| ALONE.iter().any(|alone| name == *alone))
    }

    /// An error at `span` of this file.
    pub fn error(&self, span: Range<usize>, message: impl Into<String>) -> RuleError {
        RuleError(Box::new(RuleFault {
            file: self.name.to_string(),
            source: self.text.to_string(),
            span,
            message: message.into(),
            help: None,
        }))
    }
}

/// A list of words, none of them empty: an empty one would match everywhere.
pub(super) fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    match words.iter().any(|word| word.trim().is_empty()) {
        true => Err(D::Error::custom("an empty word would match everywhere")),
        false => Ok(words),
    }
}

/// The name that was probably meant by an unknown one, from a message that lists the known ones: "unknown field
/// `hegde`, expected `hedge`".
fn meant(message: &str) -> Option<&str> {
    let mut names = message.strip_prefix("unknown ")?.split('`').skip(1).step_by(2);
    let unknown = names.next()?;
    nearest(unknown, names)
}

/// What is wrong in a pack, and where.
#[derive(Debug, Clone, Error)]
#[error("{0}")]
pub struct RuleError(Box<RuleFault>);

#[derive(Debug, Clone)]
struct RuleFault {
    file: String,
    source: String,
    span: Range<usize>,
    message: String,
    help: Option<String>,
}

impl fmt::Display for RuleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_column();
        write!(f, "{}:{line}:{column}: {}", self.file, self.message)?;
        let offending = self.source.get(self.span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        if !offending.is_empty() {
            write!(f, " (at `{offending}`)")?;
        }
        if let Some(help) = &self.help {
            write!(f, "; {help}")?;
        }
        Ok(())
    }
}

impl RuleFault {
    fn line_column(&self) -> (usize, usize) {
        let before = self.source.get(..self.span.start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }
}

impl RuleError {
    /// The same error with advice on what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// File, source text, byte span, message and advice, for a rendering with source lines.
    pub fn parts(&self) -> (&str, &str, Range<usize>, &str, Option<&str>) {
        let fault = &self.0;
        (&fault.file, &fault.source, fault.span.clone(), &fault.message, fault.help.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_key_is_guessed() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "only read")]
        struct Pack {
            hedge: u8,
            marks: u8,
        }
        let parse = |text: &str| {
            let file = PackFile { name: "a.toml".into(), text: text.to_owned().into() };
            file.parse::<Pack>().map(|_| ()).unwrap_err().to_string()
        };
        assert!(parse("marks = 1\nhegde = 2").starts_with("a.toml:2:1: unknown field `hegde`"));
        assert!(parse("marks = 1\nhegde = 2").ends_with("; did you mean `hedge`?"));
        assert!(!parse("banana = 2").contains("did you mean"));
    }
}
