//! What vague figures can mean: `rules/approximation.toml`.

use super::hedge::Factors;
use super::pack::{PackFile, RuleError};
use serde::Deserialize;
use toml::Spanned;

/// Bounds of one kind of vague figure.
#[derive(Debug, Clone, Copy)]
pub struct Approximation {
    /// What the words exclude.
    pub strict: Factors,
    /// What a reader expects.
    pub plausible: Factors,
}

/// Bounds of every kind of vague figure.
#[derive(Debug, Clone, Copy)]
pub struct Approximations {
    /// "una decina"
    pub collective: Approximation,
    /// "centinaia"
    pub indefinite: Approximation,
    /// "un terzo"
    pub fraction: Approximation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    collective: Entry,
    indefinite: Entry,
    fraction: Entry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    strict: Spanned<Factors>,
    plausible: Spanned<Factors>,
}

impl Approximations {
    /// Reads the file.
    ///
    /// # Errors
    /// Plausible bounds that reach outside the strict ones.
    pub fn load(file: &PackFile) -> Result<Self, RuleError> {
        let raw: File = file.parse()?;
        let check = |entry: Entry| {
            let fits = match (entry.strict.as_ref().interval(), entry.plausible.as_ref().interval()) {
                (Some(strict), Some(plausible)) => plausible.is_within(&strict),
                _ => false,
            };
            if !fits {
                return Err(file.error(entry.plausible.span(), "`plausible` reaches outside `strict`"));
            }
            Ok(Approximation { strict: entry.strict.into_inner(), plausible: entry.plausible.into_inner() })
        };
        Ok(Self {
            collective: check(raw.collective)?,
            indefinite: check(raw.indefinite)?,
            fraction: check(raw.fraction)?,
        })
    }
}
