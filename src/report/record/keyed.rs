//! An article under one of its keys: a line between `extract --keyed` and `compare`.

use super::envelope::{Envelope, Schema, digest};
use crate::rules::Rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An article with all its claims under one of its keys, as `extract --keyed` prints it. The key comes first, so that
/// sorting the lines puts those of one key together.
#[derive(Serialize, JsonSchema)]
pub struct KeyedRecord<'a> {
    /// Two terms of the story, or `article:` and its name for the checks of one article; `null` in a line that tells of
    /// trouble.
    key: Option<&'a str>,
    /// `PATH` or `PATH#id`; in a line that tells of trouble, the file.
    article: &'a str,
    /// In a line that tells of trouble, the line of the input.
    line: Option<usize>,
    /// Stable name of the article in this state.
    id: Option<String>,
    /// The article with its claims, packed.
    sheet: Option<&'a str>,
    #[serde(flatten)]
    envelope: Envelope<'a>,
}

impl<'a> KeyedRecord<'a> {
    /// The record of an article under a key.
    pub fn new(key: &'a str, article: &'a str, sheet: &'a str, rules: &'a Rules) -> Self {
        let envelope = Envelope::ok(Schema::Sheet, rules);
        Self { key: Some(key), article, line: None, id: Some(digest(sheet)), sheet: Some(sheet), envelope }
    }

    /// The record of a line of the input that is no article.
    pub fn failed(file: &'a str, line: usize, message: &'a str, rules: &'a Rules) -> Self {
        let envelope = Envelope::error(Schema::Sheet, message, rules);
        Self { key: None, article: file, line: Some(line), id: None, sheet: None, envelope }
    }
}

/// What the key of an article's own checks begins with. Terms of a story begin otherwise.
const OWN: &str = "article:";

/// The key under which an article is checked by itself.
pub fn own_key(article: &str) -> String {
    format!("{OWN}{article}")
}

/// Whether a key is that of one article's own checks.
pub fn is_own_key(key: &str) -> bool {
    key.starts_with(OWN)
}

/// A line of `extract --keyed` as `compare` reads it.
#[derive(Debug, Clone, Deserialize)]
pub struct KeyedLine {
    /// The key.
    #[serde(default)]
    pub key: Option<String>,
    /// What the article holds, packed.
    #[serde(default)]
    pub sheet: Option<String>,
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    line: Option<usize>,
    #[serde(default)]
    schema: String,
    #[serde(default)]
    rules: String,
    #[serde(default)]
    error: Option<String>,
}

/// Why a line cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// No JSON, or none of ours.
    #[error("not a line of `claimdiff extract --keyed`: {0}")]
    NotOurs(String),
    /// A record of another sort.
    #[error("a record of the sort `{0}`; `compare` takes lines of `claimdiff extract --keyed`")]
    OtherSort(String),
    /// Other packs.
    #[error(
        "made with other rule packs ({theirs}, here {ours}): run `extract` and `compare` in one version, with the same claimdiff.toml"
    )]
    OtherRules {
        /// Their hash.
        theirs: String,
        /// That of this program.
        ours: String,
    },
    /// Changed on the way.
    #[error("the sheet is not what `extract` wrote; was the line cut or changed?")]
    Changed,
    /// What `extract` says of a line that it could not read.
    #[error("{0}")]
    Passed(String),
}

impl KeyedLine {
    /// Reads a line; its number where `extract` gave one.
    ///
    /// # Errors
    /// A line that cannot be compared.
    pub fn read(line: &str, rules: &Rules) -> Result<(String, String), (Option<usize>, LineError)> {
        let read: Self = serde_json::from_str(line)
            .map_err(|error| (None, LineError::NotOurs(without_place(&error.to_string()))))?;
        if read.schema != Schema::Sheet.name() {
            let error = match read.schema.as_str() {
                "" => LineError::NotOurs("it has no `schema`".to_owned()),
                other => LineError::OtherSort(other.to_owned()),
            };
            return Err((None, error));
        }
        if let Some(error) = read.error {
            return Err((read.line, LineError::Passed(error)));
        }
        if read.rules != rules.hash() {
            return Err((None, LineError::OtherRules { theirs: read.rules, ours: rules.hash().to_owned() }));
        }
        let (key, sheet) = read.key.zip(read.sheet).ok_or((None, LineError::Changed))?;
        match read.id == Some(digest(&sheet)) {
            true => Ok((key, sheet)),
            false => Err((None, LineError::Changed)),
        }
    }
}

/// The message of the JSON reader without its line, which is always the first.
fn without_place(message: &str) -> String {
    message.replace(" at line 1 column ", " at column ")
}
