//! The features of every pair of claims that no facet rules out, one JSON object a line, for fitting their weights:
//! `cargo run --release --example pair_features -- FOLDER…`; with `--ruled-out` first, the other pairs of one kind with
//! the facet that rules them out.
#![allow(missing_docs, clippy::print_stdout)]
use claimdiff::claim::{Claim, read_article};
use claimdiff::{compare, imply, rules::Rules, source};
use serde_json::{Value, json};

fn side(claim: &Claim) -> Value {
    let places: Vec<Value> = claim
        .evidence
        .iter()
        .map(|evidence| json!({ "start": evidence.file.map(|file| file.start), "end": evidence.file.map(|file| file.end), "text": evidence.text }))
        .collect();
    let number = claim.evidence.first().map(|evidence| &evidence.number);
    json!({ "article": claim.article.id, "places": places, "number": number, "implied": claim.implied.is_some() })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = Rules::embedded()?;
    let mut folders = std::env::args().skip(1).peekable();
    let with_ruled_out = folders.next_if(|argument| argument == "--ruled-out").is_some();
    for folder in folders {
        let (files, _) = source::discover(&[folder.clone().into()]);
        let articles: Vec<_> = files.iter().flat_map(|file| source::read(file, &source::Limits::default()).0).collect();
        let batch = articles
            .iter()
            .map(|article| read_article(article, &rules).map(|article| imply::extend(article, &rules)))
            .collect::<Result<Vec<_>, _>>()?;
        for (index, first) in batch.iter().enumerate() {
            for second in batch.iter().skip(index + 1) {
                for (a, b) in first.claims.iter().flat_map(|a| second.claims.iter().map(move |b| (a, b))) {
                    let Some(features) = compare::pair_features(a, b, &rules) else {
                        if with_ruled_out && a.kind() == b.kind() {
                            let why = compare::ruled_out(a, b, &rules).map(|judgement| judgement.why);
                            println!("{}", json!({ "kind": a.kind(), "ruled_out": why, "a": side(a), "b": side(b) }));
                        }
                        continue;
                    };
                    let verdict = compare::compare(a, b, &rules);
                    let confidence = verdict.as_ref().map(|verdict| verdict.confidence.to_string());
                    let verdict = verdict.map(|verdict| verdict.kind.name());
                    let line = json!({ "confidence": confidence, "cluster": folder, "kind": a.kind(), "verdict": verdict, "features": features, "a": side(a), "b": side(b) });
                    println!("{line}");
                }
            }
        }
    }
    Ok(())
}
