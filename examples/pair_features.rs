//! The features of every pair of claims that no facet rules out, one JSON object a line, for fitting their weights:
//! `cargo run --release --example pair_features -- FOLDER|PAIRS.toml…`; with `--ruled-out` first, the other pairs of one
//! kind with the facet that rules them out. A file of labelled pairs adds the number of the pair, what it shows, whether
//! the claims are those of its figures, and the label.
#![allow(missing_docs, clippy::print_stdout)]
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::{compare, pipeline, rules::Rules, source};
use serde_json::{Value, json};
use std::path::Path;

#[path = "../tests/common/pairs.rs"]
mod pairs;

use pairs::Pair;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = Rules::embedded()?;
    let mut arguments = std::env::args().skip(1).peekable();
    let with_ruled_out = arguments.next_if(|argument| argument == "--ruled-out").is_some();
    for argument in arguments {
        let mut printer = Printer { rules: &rules, cluster: &argument, with_ruled_out, labelled: None };
        if argument.ends_with(".toml") {
            for (index, pair) in pairs::read(Path::new(&argument)).iter().enumerate() {
                printer.labelled = Some((index + 1, pair));
                printer.print(&pair.articles(&format!("{argument}#{}", index + 1), &rules));
            }
        } else {
            printer.print(&folder(&argument, &rules)?);
        }
    }
    Ok(())
}

fn folder(path: &str, rules: &Rules) -> Result<Vec<ArticleClaims>, Box<dyn std::error::Error>> {
    let (files, _) = source::discover(&[path.into()], &[]);
    let articles = files.iter().flat_map(|file| source::read(file, &source::Limits::default()).0);
    Ok(articles.map(|article| pipeline::claims(&article, rules)).collect::<Result<_, _>>()?)
}

/// Prints the pairs of claims of some articles.
struct Printer<'a> {
    rules: &'a Rules,
    cluster: &'a str,
    with_ruled_out: bool,
    labelled: Option<(usize, &'a Pair)>,
}

impl Printer<'_> {
    fn print(&self, batch: &[ArticleClaims]) {
        for (index, first) in batch.iter().enumerate() {
            for second in batch.iter().skip(index + 1) {
                for (a, b) in first.claims.iter().flat_map(|a| second.claims.iter().map(move |b| (a, b))) {
                    if let Some(line) = self.line(a, b) {
                        println!("{line}");
                    }
                }
            }
        }
    }

    fn line(&self, a: &Claim, b: &Claim) -> Option<Value> {
        let Some(features) = compare::pair_features(a, b, self.rules) else {
            let wanted = self.with_ruled_out && a.kind() == b.kind();
            let why = || compare::ruled_out(a, b, self.rules).map(|judgement| judgement.why);
            return wanted.then(|| self.labelled(json!({ "kind": a.kind(), "ruled_out": why() }), a, b, false));
        };
        let verdict = compare::compare(a, b, self.rules);
        let confidence = verdict.as_ref().map(|verdict| verdict.confidence.to_string());
        let differs = verdict.as_ref().is_some_and(|verdict| verdict.kind.class().is_some());
        let verdict = verdict.map(|verdict| verdict.kind.name());
        let line = json!({ "confidence": confidence, "kind": a.kind(), "verdict": verdict, "features": features });
        Some(self.labelled(line, a, b, differs))
    }

    /// Adds where the pair comes from and, for labelled pairs, whether its claims answer one question.
    fn labelled(&self, mut line: Value, a: &Claim, b: &Claim, differs: bool) -> Value {
        line["cluster"] = json!(self.cluster);
        line["a"] = side(a);
        line["b"] = side(b);
        if let Some((number, pair)) = self.labelled {
            let figures = pair.is_of(a, b);
            line["pair"] = json!(number);
            line["phenomenon"] = json!(pair.phenomenon);
            line["figures"] = json!(figures);
            line["label"] = json!((figures || differs).then_some(u8::from(figures && pair.same)));
        }
        line
    }
}

fn side(claim: &Claim) -> Value {
    let places: Vec<Value> = claim
        .evidence
        .iter()
        .map(|evidence| json!({ "start": evidence.file.map(|file| file.start), "end": evidence.file.map(|file| file.end), "text": evidence.text }))
        .collect();
    let number = claim.evidence.first().map(|evidence| &evidence.number);
    json!({ "article": claim.article.id, "places": places, "number": number, "implied": claim.implied.is_some() })
}
