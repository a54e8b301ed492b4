//! Two articles in memory, and where they contradict each other: `cargo run --example compare_two`.

use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::{RuleError, Rules};
use claimdiff::source::{Limits, read_bytes};
use std::io::{self, Write};

const OURS: &str = "Il 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra.";
const AGENCY: &str = "On 12 March 2026 Ukraine received 148 prisoners of war from Russia.";

fn main() -> Result<(), RuleError> {
    let rules = Rules::embedded()?;
    let articles = [("ours.txt", OURS), ("agency.txt", AGENCY)]
        .into_iter()
        .flat_map(|(name, text)| read_bytes(name, text.as_bytes(), &Limits::default()).0);
    let batch = pipeline::claims_of(articles.collect(), Vec::new(), &rules, &Reading::default());
    for finding in pipeline::findings(&batch.articles, &rules) {
        // That nobody reads on is no reason to fail.
        let _ = writeln!(io::stdout(), "{} ({}): {}", finding.class.name(), finding.confidence, finding.message);
    }
    Ok(())
}
