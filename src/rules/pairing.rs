//! Which articles are compared at all: `rules/pairing.toml`.

use super::pack::{PackFile, RuleError};
use serde::Deserialize;
use std::ops::RangeInclusive;
use toml::Spanned;

/// Bounds of what is compared with what; what they leave out is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairing {
    /// The most telling terms of an article, which make its keys two by two.
    pub terms: usize,
    /// More articles than this under one key are a crowd.
    pub crowd: usize,
    /// In a crowd, each article is looked at beside so many before and after it in time.
    pub window: usize,
    /// In a crowd, each article is compared with so many that tell the most alike story.
    pub alike: usize,
    /// Claims of one kind in one article that are compared with those of others.
    pub list: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    terms: Spanned<usize>,
    crowd: Spanned<usize>,
    window: Spanned<usize>,
    alike: Spanned<usize>,
    list: Spanned<usize>,
}

impl Pairing {
    /// Reads the file.
    ///
    /// # Errors
    /// A bound that would compare nothing, or everything with everything.
    pub fn load(file: &PackFile) -> Result<Self, RuleError> {
        let read: File = file.parse()?;
        let within = |value: &Spanned<usize>, range: RangeInclusive<usize>| match range.contains(value.as_ref()) {
            true => Ok(*value.as_ref()),
            false => Err(file.error(value.span(), format!("must lie from {} to {}", range.start(), range.end()))),
        };
        Ok(Self {
            terms: within(&read.terms, 2..=20)?,
            crowd: within(&read.crowd, 2..=10_000)?,
            window: within(&read.window, 1..=10_000)?,
            alike: within(&read.alike, 1..=10_000)?,
            list: within(&read.list, 1..=100_000)?,
        })
    }
}
