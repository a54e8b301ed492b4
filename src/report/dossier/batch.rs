//! What was compared, and what had nothing to be compared with.

use super::Background;
use crate::claim::{ArticleClaims, ArticleInfo, Claim};
use crate::report::group::identity;
use crate::report::text::{answer_cell, location};
use crate::report::{Report, inert};
use crate::rules::Units;
use crate::source::FileRecord;
use rustc_hash::FxHashSet;
use serde::Serialize;

/// An article that was read.
#[derive(Debug, Serialize)]
pub(super) struct ArticleEntry {
    id: String,
    outlet: String,
    title: Option<String>,
    published: Option<String>,
    language: String,
    url: Option<String>,
    claims: usize,
    /// Checks that the article asks not to be told about.
    ignored: Vec<String>,
}

/// A file with its digest.
#[derive(Debug, Serialize)]
pub(super) struct FileEntry {
    name: String,
    bytes: usize,
    sha256: String,
}

/// What of an article had no counterpart.
#[derive(Debug, Serialize)]
pub(super) struct Unanswered {
    outlet: String,
    article: String,
    language: String,
    /// How many claims they are; of more than [`LISTED`], the first are listed.
    count: usize,
    claims: Vec<UnansweredClaim>,
    /// How many figures the article does not bind to a question.
    unbound: usize,
}

/// Claims of one article without a counterpart that a page lists. A table of results has thousands.
const LISTED: usize = 100;

/// A claim that no other article answers.
#[derive(Debug, Serialize)]
pub(super) struct UnansweredClaim {
    place: String,
    kind: &'static str,
    says: String,
    question: String,
}

/// The name under which a reader knows an article: its outlet, or else its file without the folders.
pub(super) fn outlet(article: &ArticleInfo) -> String {
    let file = article.id.rsplit('/').next().unwrap_or_default();
    inert(article.outlet.as_deref().unwrap_or(file))
}

impl ArticleEntry {
    pub(super) fn new(article: &ArticleClaims) -> Self {
        let info = &article.info;
        Self {
            id: inert(&info.id),
            outlet: outlet(info),
            title: info.title.as_deref().map(inert),
            published: info.published.map(|date| date.to_string()),
            language: inert(&info.language),
            url: super::link::address(info),
            claims: article.claims.len(),
            ignored: info.ignored_checks.iter().map(|name| inert(name)).collect(),
        }
    }
}

impl FileEntry {
    pub(super) fn new(file: &FileRecord) -> Self {
        Self { name: inert(&file.name), bytes: file.bytes, sha256: file.sha256.clone() }
    }
}

/// The claims that a text makes itself and that neither agree nor disagree with one of another article, by article.
pub(super) fn unanswered(report: &Report<'_>, background: &Background<'_>) -> Vec<Unanswered> {
    let units = &report.rules.units;
    let compared = background.pairs.iter().flat_map(|row| row.a.iter().chain(&row.b));
    let found = report.findings.iter().flat_map(|finding| finding.places.claims());
    let answered: FxHashSet<String> = compared.chain(found).map(|claim| identity(claim, units)).collect();
    let is_alone = |claim: &Claim| claim.implied.is_none() && !answered.contains(&identity(claim, units));
    let of_article = |article: &ArticleClaims| {
        let alone: Vec<&Claim> = article.claims.iter().map(AsRef::as_ref).filter(|claim| is_alone(claim)).collect();
        Unanswered {
            outlet: outlet(&article.info),
            article: inert(&article.info.id),
            language: inert(&article.info.language),
            count: alone.len(),
            claims: alone.into_iter().take(LISTED).map(|claim| UnansweredClaim::new(claim, units)).collect(),
            unbound: article.mentions.iter().filter(|mention| mention.subject.is_none()).count(),
        }
    };
    background.articles.iter().map(of_article).collect()
}

impl UnansweredClaim {
    fn new(claim: &Claim, units: &Units) -> Self {
        Self {
            place: location(claim),
            kind: claim.kind().name(),
            says: answer_cell(claim, units).replace('\n', " "),
            question: claim.subject.as_ref().map(|subject| inert(&subject.label)).unwrap_or_default(),
        }
    }
}
