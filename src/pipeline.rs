//! The stages over a batch: in parallel, in the order of the files, and nothing lost on the way.

use crate::claim::{ArticleClaims, ArticleInfo, read_article};
use crate::compare::{self, Row, Shown};
use crate::finding::{Finding, Suppression};
use crate::imply;
use crate::pair::{self, Index, LeftOut, Shared};
use crate::rules::{RuleError, Rules};
use crate::sheet::{Held, Sheet, SheetError};
use crate::source::{self, Apart, Article, FileRecord, Limits, Outcome, Piece, SourceError, discover};
use crate::text::language_of;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
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
    /// An article that cannot be kept.
    #[error(transparent)]
    Sheet(#[from] SheetError),
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
#[derive(Default, Clone)]
pub struct Reading<'a> {
    /// How much is read before it is refused.
    pub limits: Limits,
    /// Codes of the languages that are wanted; empty for all.
    pub languages: Vec<String>,
    /// Names of outlets by the names that articles give.
    pub outlets: BTreeMap<String, String>,
    /// Files that this run writes: none of them is an article of a folder.
    pub outputs: Vec<PathBuf>,
    /// Is told after every file or article how many of how many are done.
    pub progress: Option<&'a Progress<'a>>,
}

/// What is told of the progress: the stage, how many are done, how many there are where that is known.
pub type Progress<'a> = dyn Fn(Stage, usize, Option<usize>) + Sync + 'a;

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
    fn each<T: Send, R: Send>(&self, stage: Stage, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
        let (done, all) = (AtomicUsize::new(0), items.len());
        let told = |item| {
            let result = work(item);
            if let Some(progress) = self.progress {
                progress(stage, done.fetch_add(1, Ordering::Relaxed) + 1, Some(all));
            }
            result
        };
        items.into_par_iter().map(told).collect()
    }

    fn is_wanted(&self, language: &String) -> bool {
        self.languages.is_empty() || self.languages.contains(language)
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
#[derive(Debug)]
pub struct Batch<A = ArticleClaims> {
    /// What is kept of each article, in the order of files and of articles in them.
    pub articles: Vec<A>,
    /// What could not be read, in the same order, each trouble once.
    pub trouble: Vec<Trouble>,
    /// Names of articles that are in a language that is not wanted, each with its code.
    pub left_out: Vec<(String, String)>,
}

impl<A> Default for Batch<A> {
    fn default() -> Self {
        Self { articles: Vec::new(), trouble: Vec::new(), left_out: Vec::new() }
    }
}

impl<A: Checkable> Batch<A> {
    /// How many claims all articles make.
    pub fn claims(&self) -> usize {
        self.articles.iter().map(Checkable::count).sum()
    }
}

impl<A> Batch<A> {
    /// What was left out and why, a line each.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        self.left_out.iter().map(|(article, language)| {
            format!("{article}: left out: it is in `{language}`, which `languages` in the settings lacks")
        })
    }
}

/// The articles that `paths` name: files, folders, patterns, `-` for standard input.
pub fn articles(paths: &[PathBuf], reading: &Reading<'_>) -> (Vec<Article>, Vec<Trouble>) {
    let (files, errors) = discover(paths, &reading.outputs);
    let read = reading.each(Stage::Files, files, |file| source::read(&file, &reading.limits));
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
    gather(paths, rules, reading, |_, article| Ok(article))
}

/// Reads everything that `paths` name, and holds of each article no more than comparing it needs.
pub fn read_packed(paths: &[PathBuf], rules: &Rules, reading: &Reading<'_>) -> Batch<Packed> {
    gather(paths, rules, reading, |_, article| Packed::new(&article, rules))
}

/// Reads everything that `paths` name, and holds what `keep` makes of each article.
pub fn gather<A: Send>(
    paths: &[PathBuf],
    rules: &Rules,
    reading: &Reading<'_>,
    keep: impl Fn(&Article, ArticleClaims) -> Result<A, Trouble> + Sync,
) -> Batch<A> {
    let mut batch = Batch::default();
    let Ok(()) = stream(paths, rules, reading, Ids::Apart, keep, |portion| {
        batch.articles.extend(portion.articles);
        batch.left_out.extend(portion.left_out);
        portion.trouble.into_iter().for_each(|trouble| batch.add_once(trouble));
        Ok::<(), Infallible>(())
    });
    batch
}

/// What becomes of a second article of one id in a file of JSON Lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// It gets another id, which is told: the batch is compared or kept.
    Apart,
    /// Nothing: each line is answered by itself, whatever stands before it.
    AsWritten,
}

/// Pieces of files that are worked on together.
const PORTION: usize = 64;

/// Reads everything that `paths` name, some articles at a time, and hands on what `keep` makes of them, in the order of
/// files and of articles in them. No more is held than one portion.
///
/// # Errors
/// What `take` says, which ends the work.
pub fn stream<A: Send, E>(
    paths: &[PathBuf],
    rules: &Rules,
    reading: &Reading<'_>,
    ids: Ids,
    keep: impl Fn(&Article, ArticleClaims) -> Result<A, Trouble> + Sync,
    mut take: impl FnMut(Batch<A>) -> Result<(), E>,
) -> Result<(), E> {
    let (files, errors) = discover(paths, &reading.outputs);
    take(Batch { trouble: errors.into_iter().map(Trouble::from).collect(), ..Batch::default() })?;
    let told = Told::new(reading, files.len());
    let work = |(piece, (articles, errors)): (&Piece, Outcome)| {
        let mut portion = claims_one_by_one(articles, rules, reading, &keep);
        portion.trouble.splice(0..0, errors.into_iter().map(Trouble::from));
        told.tell(piece, portion.articles.len());
        portion
    };
    let mut apart = Apart::default();
    let mut pieces = files.iter().flat_map(|file| source::pieces(file, &reading.limits)).peekable();
    while pieces.peek().is_some() {
        let portion: Vec<Piece> = pieces.by_ref().take(PORTION).collect();
        let mut read: Vec<Outcome> = portion.par_iter().map(|piece| piece.read(&reading.limits)).collect();
        if ids == Ids::Apart {
            for (piece, read) in portion.iter().zip(&mut read) {
                match piece.part_of() {
                    Some(name) => apart.tell(name, read),
                    None => drop(read.1.splice(0..0, apart.end())),
                }
            }
        }
        let done: Vec<Batch<A>> = portion.par_iter().zip(read).map(work).collect();
        done.into_iter().try_for_each(&mut take)?;
    }
    take(Batch { trouble: apart.end().map(Trouble::from).into_iter().collect(), ..Batch::default() })
}

/// Tells how far a stream is.
struct Told<'a> {
    reading: &'a Reading<'a>,
    files: usize,
    done: AtomicUsize,
    records: AtomicUsize,
}

impl<'a> Told<'a> {
    fn new(reading: &'a Reading<'a>, files: usize) -> Self {
        Self { reading, files, done: AtomicUsize::new(0), records: AtomicUsize::new(0) }
    }

    fn tell(&self, piece: &Piece, articles: usize) {
        let Some(progress) = self.reading.progress else { return };
        match piece {
            Piece::Lines(..) => {
                progress(Stage::Articles, self.records.fetch_add(articles, Ordering::Relaxed) + articles, None);
            }
            _ => progress(Stage::Files, self.done.fetch_add(1, Ordering::Relaxed) + 1, Some(self.files)),
        }
    }
}

/// What one article claims.
///
/// # Errors
/// A broken pack of a language that the article needs.
pub fn claims(article: &Article, rules: &Rules) -> Result<ArticleClaims, RuleError> {
    claims_in(&language_of(article), article, rules)
}

fn claims_in(language: &str, article: &Article, rules: &Rules) -> Result<ArticleClaims, RuleError> {
    read_article(article, language, rules).map(|claims| imply::extend(claims, rules))
}

fn claims_one_by_one<A>(
    articles: Vec<Article>,
    rules: &Rules,
    reading: &Reading<'_>,
    keep: impl Fn(&Article, ArticleClaims) -> Result<A, Trouble>,
) -> Batch<A> {
    let mut batch = Batch::default();
    for mut article in articles {
        let language = language_of(&article);
        if !reading.is_wanted(&language) {
            batch.left_out.push((article.id, language));
            continue;
        }
        reading.rename_outlet(&mut article);
        // An article that the program fails on costs itself alone.
        let read =
            panic::catch_unwind(AssertUnwindSafe(|| claims_in(&language, &article, rules).map_err(Trouble::from)));
        let read = read.unwrap_or_else(|_| Err(Trouble::Fault { name: article.id.clone() }));
        match read.and_then(|claims| keep(&article, claims)) {
            Ok(kept) => batch.articles.push(kept),
            Err(trouble) => batch.add_once(trouble),
        }
    }
    batch
}

/// Reads everything that `paths` name, and tells which files that was.
pub fn read_recorded(paths: &[PathBuf], rules: &Rules, reading: &Reading<'_>) -> (Batch, Vec<FileRecord>) {
    let (files, errors) = discover(paths, &reading.outputs);
    let read = reading.each(Stage::Files, files, |file| source::read_recorded(&file, &reading.limits));
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
    let all: Vec<Batch> = {
        let pieces: Vec<Vec<Article>> = articles.into_iter().map(|article| vec![article]).collect();
        reading.each(Stage::Articles, pieces, |article| {
            claims_one_by_one(article, rules, reading, |_, article| Ok(article))
        })
    };
    let mut batch = Batch { trouble, ..Batch::default() };
    for one in all {
        batch.articles.extend(one.articles);
        batch.left_out.extend(one.left_out);
        one.trouble.into_iter().for_each(|trouble| batch.add_once(trouble));
    }
    batch
}

impl<A> Batch<A> {
    /// A broken pack would be told once for every article that needs it.
    fn add_once(&mut self, trouble: Trouble) {
        let is_rules = matches!(trouble, Trouble::Rules(_));
        let text = trouble.to_string();
        if !is_rules || !self.trouble.iter().any(|known| known.to_string() == text) {
            self.trouble.push(trouble);
        }
    }
}

/// An article of a batch that is checked.
pub trait Checkable: Held {
    /// How many claims it makes.
    fn count(&self) -> usize;

    /// What it has against itself, the calendar and arithmetic.
    fn own(&self, rules: &Rules) -> Vec<Finding>;

    /// The lists that it tells, which are compared in part.
    fn lists(&self, rules: &Rules) -> Vec<LeftOut>;
}

impl Checkable for ArticleClaims {
    fn count(&self) -> usize {
        self.claims.len()
    }

    fn own(&self, rules: &Rules) -> Vec<Finding> {
        compare::alone(self, rules)
    }

    fn lists(&self, rules: &Rules) -> Vec<LeftOut> {
        pair::lists(&self.info, &self.claims, &rules.pairing)
    }
}

/// An article that was checked by itself, and of which only its claims are kept, packed.
#[derive(Debug, Clone)]
pub struct Packed {
    sheet: Sheet,
    count: usize,
    own: Vec<Finding>,
    lists: Vec<LeftOut>,
}

impl Packed {
    /// An article, checked by itself.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn new(article: &ArticleClaims, rules: &Rules) -> Result<Self, Trouble> {
        let sheet = Sheet::of_claims(article)?;
        let mut own = article.own(rules);
        compare::keep_what_is_shown(&mut own);
        Ok(Self { sheet, count: article.count(), own, lists: article.lists(rules) })
    }
}

impl Held for Packed {
    fn info(&self) -> &ArticleInfo {
        &self.sheet.info
    }

    fn claims(&self) -> Result<Cow<'_, ArticleClaims>, SheetError> {
        self.sheet.claims()
    }
}

impl Checkable for Packed {
    fn count(&self) -> usize {
        self.count
    }

    fn own(&self, _rules: &Rules) -> Vec<Finding> {
        self.own.clone()
    }

    fn lists(&self, _rules: &Rules) -> Vec<LeftOut> {
        self.lists.clone()
    }
}

/// What came of checking a batch.
#[derive(Debug, Default)]
pub struct Checked {
    /// What contradicts something, worst first; suppressed where an article asks not to be told.
    pub findings: Vec<Finding>,
    /// What the bounds left out, in order.
    pub left_out: Vec<LeftOut>,
}

/// Keys whose articles are compared before the claims that their findings hold are shared with those that are there.
const GROUPS: usize = 4096;

/// Compares every article of a batch with itself and with every other that tells the same story.
pub fn check<A: Checkable>(batch: &[A], rules: &Rules) -> Checked {
    let index = Index::new(batch.iter().map(Held::info), &rules.pairing);
    let mut groups = index.groups().peekable();
    let mut checked = Checked::default();
    let mut shown = Shown::default();
    while groups.peek().is_some() {
        let groups: Vec<Shared<'_>> = groups.by_ref().take(GROUPS).collect();
        let compared = groups.par_iter().filter_map(|shared| {
            let group = compare::shared(*shared, batch, rules);
            (!group.findings.is_empty() || group.left_out.is_some()).then_some(group)
        });
        for mut group in compared.collect::<Vec<compare::Group>>() {
            shown.share(&mut group.findings);
            checked.findings.extend(group.findings);
            checked.left_out.extend(group.left_out);
        }
    }
    drop((shown, groups));
    drop(index);
    for article in batch {
        checked.findings.extend(article.own(rules));
        checked.left_out.extend(article.lists(rules));
    }
    checked.findings = compare::in_order(checked.findings);
    checked.left_out.sort();
    suppress(&mut checked.findings);
    checked
}

/// What contradicts something in a batch, worst first; suppressed where an article asks not to be told.
pub fn findings<A: Checkable>(batch: &[A], rules: &Rules) -> Vec<Finding> {
    check(batch, rules).findings
}

/// Marks what articles ask not to be told.
pub fn suppress(findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| is_ignored(finding)) {
        finding.review.suppression = Some(Suppression::in_article());
    }
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
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let index = Index::new(batch.iter().map(Held::info), &rules.pairing);
    for shared in index.groups() {
        let members = shared.members().filter_map(|at| Some((at, batch.get(at)?.info())));
        let members: Vec<(usize, &ArticleInfo)> = members.collect();
        let met = shared.meetings(&members, &rules.pairing).pairs;
        pairs.extend(met.into_iter().filter_map(|(a, b)| Some((members.get(a)?.0, members.get(b)?.0))));
    }
    pairs.sort_unstable();
    let judged = pairs.into_par_iter().filter_map(|(a, b)| Some(compare::answers(batch.get(a)?, batch.get(b)?, rules)));
    judged.flatten_iter().collect()
}
