//! How many contradictions of labelled clusters of articles the program finds, and how many others it reports.
//! `cargo test --test clusters -- --nocapture` prints each cluster; `tests/clusters/` holds invented articles with what
//! contradicts in them (`docs/fixtures.md`).

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use serde_json::Value;
use snapbox::cmd::cargo_bin;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of the conflicts that are reported, so many in a thousand at least are listed. Only ever raised.
const PRECISION: usize = 847;
/// Of the conflicts that are listed, so many in a thousand at least are reported. Only ever raised.
const RECALL: usize = 408;
/// So many traps at most are reported. Only ever lowered.
const TRAPS: usize = 7;

#[test]
fn conflicts_are_found_and_traps_left_alone() {
    let mut clusters: Vec<PathBuf> =
        Path::new("tests/clusters").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    clusters.sort();
    let mut all = Tally::default();
    for cluster in clusters.iter().filter(|path| path.is_dir()) {
        let tally = Tally::of(cluster);
        eprintln!("{:28} {tally:?}", cluster.display());
        all.add(&tally);
    }
    eprintln!("{all:?}");
    let (precision, recall) = (all.found * 1000 / (all.found + all.wrong), all.found * 1000 / all.listed);
    assert!(precision >= PRECISION, "precision {precision} < {PRECISION}");
    assert!(recall >= RECALL, "recall {recall} < {RECALL}");
    assert!(all.traps <= TRAPS, "{} traps reported", all.traps);
}

#[derive(Debug, Default)]
struct Tally {
    listed: usize,
    found: usize,
    wrong: usize,
    traps: usize,
}

impl Tally {
    fn of(cluster: &Path) -> Self {
        let gold: Value = serde_json::from_slice(&std::fs::read(cluster.join("gold.json")).unwrap()).unwrap();
        let pairs = |label: &str| -> Vec<Pair> {
            gold[label].as_array().unwrap().iter().map(|entry| Pair::new(cluster, entry)).collect()
        };
        let (conflicts, traps) = (pairs("conflicts"), pairs("traps"));
        let reported = reported(cluster);
        let hit = |pair: &Pair| reported.iter().any(|sides| pair.is_told_by(sides));
        let is_listed = |sides: &[Side; 2]| conflicts.iter().any(|pair| pair.is_told_by(sides));
        let required = || conflicts.iter().filter(|pair| !pair.optional);
        Self {
            listed: required().count(),
            found: required().filter(|pair| hit(pair)).count(),
            wrong: reported.iter().filter(|sides| !is_listed(sides)).count(),
            traps: traps.iter().filter(|pair| hit(pair)).count(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.listed += other.listed;
        self.found += other.found;
        self.wrong += other.wrong;
        self.traps += other.traps;
    }
}

/// An article with places in its file.
#[derive(Debug)]
struct Side {
    article: String,
    places: Vec<Range<usize>>,
}

impl Side {
    fn meets(&self, other: &Self) -> bool {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        self.article == other.article && self.places.iter().any(|a| other.places.iter().any(|b| meet(a, b)))
    }
}

/// Two claims that the annotation names, each by its quotes.
struct Pair {
    sides: [Side; 2],
    optional: bool,
}

impl Pair {
    fn new(cluster: &Path, entry: &Value) -> Self {
        let side = |name: &str| {
            let article = entry[name]["article"].as_str().unwrap().to_owned();
            let text = std::fs::read_to_string(cluster.join(&article)).unwrap();
            let more = entry[name]["also"].as_array().into_iter().flatten();
            let quotes = std::iter::once(&entry[name]["quote"]).chain(more).map(|quote| quote.as_str().unwrap());
            let places: Vec<Range<usize>> = quotes
                .flat_map(|quote| text.match_indices(quote).map(|(start, _)| start..start + quote.len()))
                .collect();
            assert!(!places.is_empty(), "{article} has no such quote: {}", entry[name]);
            Side { article, places }
        };
        Self { sides: [side("a"), side("b")], optional: entry["optional"] == true }
    }

    fn is_told_by(&self, [first, second]: &[Side; 2]) -> bool {
        let [a, b] = &self.sides;
        (a.meets(first) && b.meets(second)) || (a.meets(second) && b.meets(first))
    }
}

/// The two sides of every conflict that `check` reports.
fn reported(cluster: &Path) -> Vec<[Side; 2]> {
    let mut run = Command::new(cargo_bin!("claimdiff"));
    run.args(["check", "--no-config", "--format", "jsonl"]).arg(cluster);
    let out = run.output().unwrap();
    let findings = out.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    findings
        .map(|line| serde_json::from_slice::<Value>(line).unwrap())
        .filter(|finding| finding["class"] == "conflict")
        .map(|finding| [side(&finding["evidence"][0]), side(&finding["evidence"][1])])
        .collect()
}

fn side(evidence: &Value) -> Side {
    let article = Path::new(evidence["article"].as_str().unwrap()).file_name().unwrap();
    let place = evidence["start"].as_u64().zip(evidence["end"].as_u64());
    let places = place.map(|(start, end)| usize::try_from(start).unwrap()..usize::try_from(end).unwrap());
    Side { article: article.to_string_lossy().into_owned(), places: places.into_iter().collect() }
}
