//! What the user's settings, a baseline and the article itself make of a finding.

use super::Severity;
use jiff::civil::Date;

/// The judgement of the people who run the tool, beside that of the tool.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// Severity that the settings give it in place of the one that follows from class and confidence.
    pub severity: Option<Severity>,
    /// Why it is not to be told, where somebody said so.
    pub suppression: Option<Suppression>,
    /// Whether a baseline knows it; `None` where none was given.
    pub known: Option<bool>,
}

/// Why a finding is not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Where it is said.
    pub by: SuppressedBy,
    /// For what reason.
    pub reason: Option<String>,
    /// Who says so.
    pub author: Option<String>,
    /// The last day on which it holds.
    pub expires: Option<Date>,
}

/// Where it is said that a finding is not to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuppressedBy {
    /// In the article.
    Article,
    /// In the baseline.
    Baseline,
}

impl Suppression {
    /// What the article itself asks for.
    pub fn in_article() -> Self {
        let reason = "the article leaves this check out".to_owned();
        Self { by: SuppressedBy::Article, reason: Some(reason), author: None, expires: None }
    }
}

impl SuppressedBy {
    /// Name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Baseline => "baseline",
        }
    }
}
