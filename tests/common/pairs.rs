//! Labelled pairs of `fixtures/judgement/`: two tellings with one figure each, and whether both answer one question.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fixture with a fault should stop whoever reads it")]

use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::pipeline;
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};
use serde::Deserialize;
use std::path::Path;

/// A file of pairs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pair: Vec<Pair>,
}

/// Two tellings and what is known of the figures in them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// One telling.
    pub a: String,
    /// The other.
    pub b: String,
    /// What sort of claim the figures make.
    pub kind: String,
    /// The figure in each, as it is written there, once.
    pub figures: [String; 2],
    /// Whether both answer one question, so that they contradict each other.
    pub same: bool,
    /// What the pair shows.
    pub phenomenon: String,
    /// Days of publication.
    #[serde(default)]
    pub published: Option<[String; 2]>,
}

/// The pairs of a file.
pub fn read(path: &Path) -> Vec<Pair> {
    let text = std::fs::read_to_string(path).unwrap();
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    file.pair
}

impl Pair {
    /// Both tellings as articles of plain text, called `name-a` and `name-b`.
    pub fn articles(&self, name: &str, rules: &Rules) -> Vec<ArticleClaims> {
        let mut articles = Vec::new();
        for (index, (side, text)) in [("a", &self.a), ("b", &self.b)].into_iter().enumerate() {
            let (found, errors) = read_bytes(&format!("{name}-{side}.txt"), text.as_bytes(), &Limits::default());
            assert!(errors.is_empty() && found.len() == 1, "{name}-{side}: {errors:?}");
            articles.extend(found.into_iter().map(|mut article| {
                article.id = format!("{name}-{side}");
                article.meta.published = self.published.as_ref().map(|days| days[index].parse().unwrap());
                article
            }));
        }
        pipeline::claims_of(&articles, Vec::new(), rules).articles
    }

    /// Whether the claims are those of the figures: of the kind, at the places where the figures stand.
    pub fn is_of(&self, a: &Claim, b: &Claim) -> bool {
        self.is_at(0, a) && self.is_at(1, b)
    }

    /// Whether a claim is that of one figure.
    pub fn is_at(&self, side: usize, claim: &Claim) -> bool {
        let (text, figure) = ([&self.a, &self.b][side], &self.figures[side]);
        let Some(start) = text.find(figure.as_str()) else { return false };
        let covers = |file: claimdiff::span::FileSpan| file.start < start + figure.len() && start < file.end;
        claim.kind().name() == self.kind && claim.evidence.iter().any(|it| it.number_file.is_some_and(covers))
    }
}
