//! How well the judgement tells one question from two, on the labelled pairs of `fixtures/judgement/`.
//! `cargo test --test judgement -- --nocapture` prints precision and recall by phenomenon.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "common/pairs.rs"]
mod pairs;

use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::finding::Class;
use claimdiff::pair::Telling;
use claimdiff::rules::Rules;
use claimdiff::{compare, pipeline};
use pairs::Pair;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Of the pairs that are reported, so many in a thousand at least answer one question. Only ever raised.
const PRECISION: usize = 590;
/// Of the pairs that answer one question, so many in a thousand at least are reported. Only ever raised.
const RECALL: usize = 540;
/// So many findings at most on figures that no pair is about. Only ever lowered.
const STRAYS: usize = 5;

#[test]
fn pairs_of_one_question_are_told_from_pairs_of_two() {
    let rules = Rules::embedded().unwrap();
    let (mut all, mut phenomena) = (Tally::default(), BTreeMap::<String, Tally>::new());
    for (name, pair) in labelled() {
        let outcome = Outcome::of(&pair, &name, &rules);
        all.add(&pair, &outcome);
        phenomena.entry(pair.phenomenon.clone()).or_default().add(&pair, &outcome);
        if outcome.reported != pair.same || outcome.strays > 0 {
            eprintln!("{name} {} {}: {}", pair.phenomenon, pair.figures.join(" / "), outcome.why(&pair));
        }
    }
    for (phenomenon, tally) in &phenomena {
        eprintln!("{phenomenon:32} {tally}");
    }
    eprintln!("{:32} {all}", "all");
    assert!(all.precision() >= PRECISION, "precision {} < {PRECISION}", all.precision());
    assert!(all.recall() >= RECALL, "recall {} < {RECALL}", all.recall());
    assert!(all.strays <= STRAYS, "{} findings that no pair is about", all.strays);
}

#[test]
fn figures_stand_once_in_their_texts() {
    let wrong: Vec<String> = labelled()
        .into_iter()
        .filter(|(_, pair)| {
            let times = |text: &str, figure: &str| text.matches(figure).count();
            times(&pair.a, &pair.figures[0]) != 1 || times(&pair.b, &pair.figures[1]) != 1
        })
        .map(|(name, pair)| format!("{name}: {:?}", pair.figures))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every pair with its file and number.
fn labelled() -> Vec<(String, Pair)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/judgement");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let pairs = files.iter().flat_map(|file| {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let named = pairs::read(file).into_iter().enumerate();
        named.map(move |(index, pair)| (format!("{name}#{}", index + 1), pair))
    });
    pairs.collect()
}

/// What came of a pair.
struct Outcome {
    /// Whether the two figures are reported as contradicting each other.
    reported: bool,
    /// Findings on other figures.
    strays: usize,
    /// Where its two claims ended.
    stage: String,
}

impl Outcome {
    fn of(pair: &Pair, name: &str, rules: &Rules) -> Self {
        let batch = pair.articles(name, rules);
        let (mut reported, mut strays) = (false, 0);
        for finding in pipeline::findings(&batch, rules).iter().filter(|finding| finding.class != Class::Internal) {
            match finding.places.claims()[..] {
                [a, b] if pair.is_of(a, b) || pair.is_of(b, a) => reported = true,
                _ => strays += 1,
            }
        }
        Self { reported, strays, stage: stage(pair, &batch, rules) }
    }

    fn why(&self, pair: &Pair) -> String {
        let judged = match (pair.same, self.reported) {
            (true, false) => "missed",
            (false, true) => "wrongly reported",
            _ => "right",
        };
        format!("{judged}, {} strays; {}", self.strays, self.stage)
    }
}

/// How far the two claims of a pair came, and why no further.
fn stage(pair: &Pair, batch: &[ArticleClaims], rules: &Rules) -> String {
    let [first, second] = batch else { panic!("a pair has two articles") };
    let at = |side: usize, article: &ArticleClaims| article.claims.iter().any(|claim| pair.is_at(side, claim));
    match (at(0, first), at(1, second)) {
        (true, true) => {}
        (false, _) => return "not extracted in a".to_owned(),
        (true, false) => return "not extracted in b".to_owned(),
    }
    let claims = first.claims.iter().flat_map(|a| second.claims.iter().map(move |b| (a, b)));
    let stages = claims.filter(|(a, b)| pair.is_of(a, b)).map(|(a, b)| {
        if a.subject.is_none() || b.subject.is_none() {
            return "not bound".to_owned();
        }
        let ruled_out = compare::ruled_out(a, b, rules);
        match compare::compare(a, b, rules) {
            Some(verdict) => format!("{} at {}{}", verdict.kind.name(), verdict.confidence, unmet(a, b, rules)),
            None => ruled_out.map_or("not comparable".to_owned(), |judgement| {
                format!("ruled out by {}: {}", judgement.facet.name(), judgement.why)
            }),
        }
    });
    stages.collect::<Vec<_>>().join("; ")
}

/// Claims of articles that share no key are never compared in a batch.
fn unmet(a: &Claim, b: &Claim, rules: &Rules) -> &'static str {
    let telling = |claim: &Claim| Telling::of(&claim.article, &rules.pairing);
    if telling(a).meeting(&telling(b)).is_some() { "" } else { ", but no key in common" }
}

/// Pairs counted by what they are and what was reported.
#[derive(Debug, Default)]
struct Tally {
    found: usize,
    missed: usize,
    wrong: usize,
    silent: usize,
    strays: usize,
}

impl Tally {
    fn add(&mut self, pair: &Pair, outcome: &Outcome) {
        let count = match (pair.same, outcome.reported) {
            (true, true) => &mut self.found,
            (true, false) => &mut self.missed,
            (false, true) => &mut self.wrong,
            (false, false) => &mut self.silent,
        };
        *count += 1;
        self.strays += outcome.strays;
    }

    fn precision(&self) -> usize {
        self.found * 1000 / (self.found + self.wrong).max(1)
    }

    fn recall(&self) -> usize {
        self.found * 1000 / (self.found + self.missed).max(1)
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { found, missed, wrong, silent, strays } = self;
        write!(out, "found {found} missed {missed} wrong {wrong} silent {silent} strays {strays}")?;
        write!(out, "  precision {} recall {}", self.precision(), self.recall())
    }
}
