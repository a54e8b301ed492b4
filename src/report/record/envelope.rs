//! What every record says of itself: which schema and which rules made it, and whether it is an answer or trouble.

use crate::rules::Rules;
use schemars::JsonSchema;
use serde::Serialize;

/// A sort of record with the version of its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// A line of `extract`.
    Claim,
    /// A line of `extract --keyed`.
    Sheet,
    /// A line of `check`, `diff` and `compare`.
    Finding,
}

impl Schema {
    /// Its name with its version, which rises when a key goes or changes its meaning.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claimdiff-claim/1",
            Self::Sheet => "claimdiff-sheet/1",
            Self::Finding => "claimdiff-finding/1",
        }
    }
}

/// Keys at the end of every record.
#[derive(Serialize, JsonSchema)]
pub(super) struct Envelope<'a> {
    /// Sort and version of the record.
    schema: &'static str,
    /// Beginning of the digest of the rule packs, as `claimdiff version --json` prints it.
    rules: &'a str,
    /// `ok`, or `error` where a line of the input could not be used; `error` says why.
    status: &'static str,
    /// What is wrong, and what to do.
    error: Option<&'a str>,
}

impl<'a> Envelope<'a> {
    pub fn ok(schema: Schema, rules: &'a Rules) -> Self {
        Self { schema: schema.name(), rules: rules.hash(), status: "ok", error: None }
    }

    pub fn error(schema: Schema, message: &'a str, rules: &'a Rules) -> Self {
        Self { schema: schema.name(), rules: rules.hash(), status: "error", error: Some(message) }
    }
}

/// A short name for some text, the same on every machine.
pub(super) fn digest(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    data_encoding::HEXLOWER.encode(digest.get(..8).unwrap_or_default())
}
