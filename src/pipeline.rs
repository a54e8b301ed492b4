//! The stages over a batch: in parallel, in the order of the files, and nothing lost on the way.

use crate::claim::{ArticleClaims, Claim, read_article};
use crate::compare::{self, Row};
use crate::finding::{Confidence, Finding, Suppression};
use crate::imply;
use crate::pair;
use crate::rules::{RuleError, Rules};
use crate::source::{self, Article, FileRecord, Limits, SourceError, discover};
use crate::text::language_of;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Something that could not be read. The rest of the batch is still there.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// An article, or the way to it.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A pack that an article needs.
    #[error(transparent)]
    Rules(#[from] RuleError),
    /// An article on which the program itself failed. The others are read.
    #[error("{name}: a fault of claimdiff itself, so this article was left out; please report it with the article")]
    Fault {
        /// Id of the article.
        name: String,
    },
    /// A file that holds more articles than the command takes.
    #[error("{name}: holds {articles} articles, and this command compares one with one; use `claimdiff check`")]
    NotOne {
        /// The path.
        name: String,
        /// How many it holds.
        articles: usize,
    },
}

/// How a batch is read.
#[derive(Default)]
pub struct Reading<'a> {
    /// How much is read before it is refused.
    pub limits: Limits,
    /// Codes of the languages that are wanted; empty for all.
    pub languages: Vec<String>,
    /// Names of outlets by the names that articles give.
    pub outlets: BTreeMap<String, String>,
    /// Is told after every file or article how many of how many are done.
    pub progress: Option<&'a Progress<'a>>,
}

/// What is told of the progress: the stage, how many are done, how many there are.
pub type Progress<'a> = dyn Fn(Stage, usize, usize) + Sync + 'a;

/// What takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Files to articles.
    Files,
    /// Articles to claims.
    Articles,
}

impl Reading<'_> {
    /// Works on all items in parallel, in their order, and tells how far it is.
    fn each<T: Sync, R: Send>(&self, stage: Stage, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let done = AtomicUsize::new(0);
        let told = |item| {
            let result = work(item);
            if let Some(progress) = self.progress {
                progress(stage, done.fetch_add(1, Ordering::Relaxed) + 1, items.len());
            }
            result
        };
        items.par_iter().map(told).collect()
    }

    fn is_wanted(&self, article: &Article) -> bool {
        self.languages.is_empty() || self.languages.contains(&language_of(article))
    }

    /// The outlet by the name that the user gives it.
    fn rename_outlet(&self, article: &mut Article) {
        let outlet = article.meta.outlet.as_mut();
        if let Some((outlet, name)) = outlet.and_then(|outlet| Some((self.outlets.get(outlet)?, outlet))) {
            name.clone_from(outlet);
        }
    }
}

/// What a batch of articles claims.
#[derive(Debug, Default)]
pub struct Batch {
    /// Claims by article, in the order of files and of articles in them.
    pub articles: Vec<ArticleClaims>,
    /// What could not be read, in the same order, each trouble once.
    pub trouble: Vec<Trouble>,
    /// Names of articles that are in a language that is not wanted, each with its code.
    pub left_out: Vec<(String, String)>,
}

impl Batch {
    /// How many claims all articles make.
    pub fn claims(&self) -> usize {
        self.articles.iter().map(|article| article.claims.len()).sum()
    }

    /// What was left out and why, a line each.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        self.left_out.iter().map(|(article, language)| {
            format!("{article}: left out: it is in `{language}`, which `languages` in the settings lacks")
        })
    }
}

/// The articles that `paths` name: files, folders, patterns, `-` for standard input.
pub fn articles(paths: &[PathBuf], reading: &Reading<'_>) -> (Vec<Article>, Vec<Trouble>) {
    let (files, errors) = discover(paths);
    let read = reading.each(Stage::Files, &files, |file| source::read(file, &reading.limits));
    gathered(read, errors)
}

/// The articles of all files, and what went wrong in finding and reading them.
fn gathered(read: Vec<(Vec<Article>, Vec<SourceError>)>, errors: Vec<SourceError>) -> (Vec<Article>, Vec<Trouble>) {
    let mut trouble: Vec<Trouble> = errors.into_iter().map(Trouble::from).collect();
    let mut articles = Vec::new();
    for (found, errors) in read {
        articles.extend(found);
        trouble.extend(errors.into_iter().map(Trouble::from));
    }
    (articles, trouble)
}

/// Reads everything that `paths` name.
pub fn read(paths: &[PathBuf], rules: &Rules, reading: &Reading<'_>) -> Batch {
    let (articles, trouble) = articles(paths, reading);
    claims_of(articles, trouble, rules, reading)
}

/// Reads everything that `paths` name, and tells which files that was.
pub fn read_recorded(paths: &[PathBuf], rules: &Rules, reading: &Reading<'_>) -> (Batch, Vec<FileRecord>) {
    let (files, errors) = discover(paths);
    let read = reading.each(Stage::Files, &files, |file| source::read_recorded(file, &reading.limits));
    let (outcomes, records): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let (articles, trouble) = gathered(outcomes, errors);
    (claims_of(articles, trouble, rules, reading), records.into_iter().flatten().collect())
}

/// Reads two files of one article each.
pub fn read_pair(a: &Path, b: &Path, rules: &Rules, reading: &Reading<'_>) -> Batch {
    let mut articles = Vec::new();
    let mut trouble = Vec::new();
    for path in [a, b] {
        let (found, errors) = source::read(path, &reading.limits);
        trouble.extend(errors.into_iter().map(Trouble::from));
        if found.len() > 1 {
            trouble.push(Trouble::NotOne { name: path.display().to_string(), articles: found.len() });
        } else {
            articles.extend(found);
        }
    }
    claims_of(articles, trouble, rules, reading)
}

/// What articles claim, each read by itself.
pub fn claims_of(articles: Vec<Article>, trouble: Vec<Trouble>, rules: &Rules, reading: &Reading<'_>) -> Batch {
    let (mut wanted, others): (Vec<Article>, Vec<Article>) = articles.into_iter().partition(|it| reading.is_wanted(it));
    wanted.iter_mut().for_each(|article| reading.rename_outlet(article));
    let claims = |article: &Article| match panic::catch_unwind(|| {
        read_article(article, rules).map(|read| imply::extend(read, rules))
    }) {
        Ok(read) => read.map_err(Trouble::from),
        Err(_) => Err(Trouble::Fault { name: article.id.clone() }),
    };
    let read = reading.each(Stage::Articles, &wanted, claims);
    let left_out = others.into_iter().map(|article| (language_of(&article), article.id)).map(|(code, id)| (id, code));
    let mut batch = Batch { articles: Vec::with_capacity(read.len()), trouble, left_out: left_out.collect() };
    for result in read {
        match result {
            Ok(claims) => batch.articles.push(claims),
            Err(trouble) => batch.add_once(trouble),
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

/// What contradicts something in a batch, worst first; suppressed where an article asks not to be told.
pub fn findings(batch: &[ArticleClaims], rules: &Rules) -> Vec<Finding> {
    let mut findings = compare::findings(batch, rules);
    for finding in findings.iter_mut().filter(|finding| is_ignored(finding)) {
        finding.review.suppression = Some(Suppression::in_article());
    }
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

/// Every pair of claims of a batch that answers one question, whether the answers agree or not.
pub fn answered_twice(batch: &[ArticleClaims], rules: &Rules) -> Vec<Row> {
    let claims: Vec<Arc<Claim>> = batch.iter().flat_map(|article| article.claims.iter().cloned()).collect();
    let floor = Confidence::from_thousandths(rules.judgement.report_from);
    let judged = pair::candidates(&claims, rules).into_par_iter().filter_map(|(a, b)| {
        let (a, b) = (claims.get(a)?, claims.get(b)?);
        let verdict = compare::compare(a, b, rules).filter(|verdict| verdict.confidence >= floor)?;
        Some(Row { a: Some(Arc::clone(a)), b: Some(Arc::clone(b)), verdict })
    });
    judged.collect()
}
