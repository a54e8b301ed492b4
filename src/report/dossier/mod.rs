//! What a page about a batch tells, in plain words and numbers, so that every page tells the same.
//!
//! Texts of articles are harmless for the eye here (see [`inert`](super::inert)), but not escaped: that is for the
//! page, which knows where it puts them.

mod agreement;
mod answer;
mod batch;
mod fact;
mod link;
mod linked_data;
mod picture;

use super::group::groups;
use super::{Report, closing_words, inert};
use crate::claim::ArticleClaims;
use crate::compare::Row;
use crate::finding::Finding;
use crate::source::FileRecord;
use agreement::Agreements;
use batch::{ArticleEntry, FileEntry, Unanswered};
use fact::Fact;
use serde::Serialize;

/// What a page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// What was found.
    pub report: Report<'a>,
    /// What it was found in; without it, a page tells of the findings alone.
    pub background: Option<Background<'a>>,
}

impl<'a> From<Report<'a>> for Material<'a> {
    fn from(report: Report<'a>) -> Self {
        Self { report, background: None }
    }
}

/// What was compared, and how.
#[derive(Debug, Clone, Copy)]
pub struct Background<'a> {
    /// What was read.
    pub articles: &'a [ArticleClaims],
    /// Every pair of claims that answers one question.
    pub pairs: &'a [Row],
    /// The files behind the articles.
    pub files: &'a [FileRecord],
    /// How to do it again.
    pub command: &'a str,
}

/// What a page tells. The fields are what its template can use.
#[derive(Debug, Serialize)]
pub(super) struct Dossier {
    /// "3 articles, 41 claims: 2 conflicts (2 errors)"
    summary: String,
    facts: Vec<Fact>,
    articles: Vec<ArticleEntry>,
    files: Vec<FileEntry>,
    /// Files, or parts of them, that could not be read, with the reason.
    skipped: Vec<String>,
    /// Findings that an article or a baseline asks not to be told.
    left_out: Vec<LeftOut>,
    /// Claims that no other article answers; `None` where nobody looked.
    alone: Option<Vec<Unanswered>>,
    /// Values of a filter, in the order in which they first stand on the page.
    classes: Vec<&'static str>,
    kinds: Vec<&'static str>,
    outlets: Vec<String>,
    version: &'static str,
    /// SHA-256 over the packs.
    rules: String,
    command: Option<String>,
    /// The claims as JSON-LD with the terms of schema.org, safe inside a script element.
    linked_data: String,
}

/// A finding that is left out on purpose.
#[derive(Debug, Serialize)]
struct LeftOut {
    id: String,
    check: &'static str,
    question: String,
    by: &'static str,
    reason: String,
}

impl Dossier {
    /// The dossier of what was found.
    pub(super) fn new(material: &Material<'_>) -> Self {
        let report = &material.report;
        let active: Vec<&Finding> = report.active().collect();
        let groups = groups(&active, &report.rules.units);
        let background = material.background.as_ref();
        let agreements = Agreements::new(background.map_or(&[], |it| it.pairs), &report.rules.units);
        let numbered = groups.iter().enumerate();
        let facts: Vec<Fact> =
            numbered.filter_map(|(at, group)| Fact::new(at + 1, group, report, &agreements)).collect();
        Self {
            summary: closing_words(&active, report.totals),
            articles: background.map(|it| it.articles.iter().map(ArticleEntry::new).collect()).unwrap_or_default(),
            files: background.map(|it| it.files.iter().map(FileEntry::new).collect()).unwrap_or_default(),
            skipped: report.trouble.iter().map(|trouble| inert(trouble)).collect(),
            left_out: report.findings.iter().filter_map(left_out).collect(),
            alone: background.map(|it| batch::unanswered(report, it)),
            classes: distinct(facts.iter().map(|fact| fact.class)),
            kinds: distinct(facts.iter().map(|fact| fact.kind)),
            outlets: distinct(facts.iter().flat_map(Fact::outlets).map(str::to_owned)),
            version: env!("CARGO_PKG_VERSION"),
            rules: report.rules.digest().to_owned(),
            command: background.map(|it| inert(it.command)),
            linked_data: linked_data::claims(&groups, &report.rules.units),
            facts,
        }
    }
}

fn left_out(finding: &Finding) -> Option<LeftOut> {
    let suppression = finding.review.suppression.as_ref()?;
    Some(LeftOut {
        id: finding.id.to_string(),
        check: finding.check,
        question: inert(&finding.question),
        by: suppression.by.name(),
        reason: suppression.reason.as_deref().map(inert).unwrap_or_default(),
    })
}

/// Each value once, where it first stands.
fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for value in values {
        if !list.contains(&value) {
            list.push(value);
        }
    }
    list
}
