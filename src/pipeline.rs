//! The stages over a batch: in parallel, in the order of the files, and nothing lost on the way.

use crate::claim::{ArticleClaims, read_article};
use crate::compare::{self, Row};
use crate::finding::Finding;
use crate::imply;
use crate::rules::{RuleError, Rules};
use crate::source::{self, Article, Limits, SourceError, discover};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Something that could not be read. The rest of the batch is still there.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// An article, or the way to it.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A pack that an article needs.
    #[error(transparent)]
    Rules(#[from] RuleError),
    /// A file that holds more articles than the command takes.
    #[error("{name}: holds {articles} articles, and this command compares one with one; use `claimdiff check`")]
    NotOne {
        /// The path.
        name: String,
        /// How many it holds.
        articles: usize,
    },
}

/// What a batch of articles claims.
#[derive(Debug, Default)]
pub struct Batch {
    /// Claims by article, in the order of files and of articles in them.
    pub articles: Vec<ArticleClaims>,
    /// What could not be read, in the same order, each trouble once.
    pub trouble: Vec<Trouble>,
}

impl Batch {
    /// How many claims all articles make.
    pub fn claims(&self) -> usize {
        self.articles.iter().map(|article| article.claims.len()).sum()
    }
}

/// The articles that `paths` name: files, folders, patterns, `-` for standard input.
pub fn articles(paths: &[PathBuf]) -> (Vec<Article>, Vec<Trouble>) {
    let (files, errors) = discover(paths);
    let read: Vec<_> = files.par_iter().map(|file| source::read(file, &Limits::default())).collect();
    let mut trouble: Vec<Trouble> = errors.into_iter().map(Trouble::from).collect();
    let mut articles = Vec::new();
    for (found, errors) in read {
        articles.extend(found);
        trouble.extend(errors.into_iter().map(Trouble::from));
    }
    (articles, trouble)
}

/// Reads everything that `paths` name.
pub fn read(paths: &[PathBuf], rules: &Rules) -> Batch {
    let (articles, trouble) = articles(paths);
    claims_of(&articles, trouble, rules)
}

/// Reads two files of one article each.
pub fn read_pair(a: &Path, b: &Path, rules: &Rules) -> Batch {
    let mut articles = Vec::new();
    let mut trouble = Vec::new();
    for path in [a, b] {
        let (found, errors) = source::read(path, &Limits::default());
        trouble.extend(errors.into_iter().map(Trouble::from));
        if found.len() > 1 {
            trouble.push(Trouble::NotOne { name: path.display().to_string(), articles: found.len() });
        } else {
            articles.extend(found);
        }
    }
    claims_of(&articles, trouble, rules)
}

/// What articles claim, each read by itself.
pub fn claims_of(articles: &[Article], trouble: Vec<Trouble>, rules: &Rules) -> Batch {
    let read: Vec<_> = articles
        .par_iter()
        .map(|article| read_article(article, rules).map(|article| imply::extend(article, rules)))
        .collect();
    let mut batch = Batch { articles: Vec::with_capacity(read.len()), trouble };
    for result in read {
        match result {
            Ok(claims) => batch.articles.push(claims),
            Err(error) => batch.add_once(error.into()),
        }
    }
    batch
}

impl Batch {
    /// A broken pack would be told once for every article that needs it.
    fn add_once(&mut self, trouble: Trouble) {
        let text = trouble.to_string();
        if !self.trouble.iter().any(|known| known.to_string() == text) {
            self.trouble.push(trouble);
        }
    }
}

/// What contradicts something in a batch, worst first, without the checks that an article asks not to be told about.
pub fn findings(batch: &[ArticleClaims], rules: &Rules) -> Vec<Finding> {
    let mut findings = compare::findings(batch, rules);
    findings.retain(|finding| !is_ignored(finding));
    findings
}

fn is_ignored(finding: &Finding) -> bool {
    let mut claims = finding.places.claims().into_iter();
    claims.any(|claim| claim.article.ignored_checks.iter().any(|name| name == finding.check))
}

/// How two articles stand to each other, question by question.
pub fn alignment(a: &ArticleClaims, b: &ArticleClaims, rules: &Rules) -> Vec<Row> {
    compare::align(a, b, rules)
}
