//! Counts which words of some files are read as which concepts: `cargo run --example lexicon_hits -- it FILE…`
#![allow(missing_docs, clippy::print_stdout)]
use claimdiff::rules::{Rules, Sense};
use claimdiff::{source, text};
use std::collections::BTreeMap;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = Rules::embedded()?;
    let mut args = std::env::args().skip(1);
    let language = args.next().unwrap_or_default();
    let mut hits: BTreeMap<(String, String), usize> = BTreeMap::new();
    for path in args {
        for article in source::read(path.as_ref(), &source::Limits::default()).0 {
            for passage in text::passages(&article, &text::language_of(&article), &rules)? {
                if passage.language.code != language {
                    continue;
                }
                for at in 0..passage.tokens.len() {
                    for tag in passage.tags(at) {
                        if let Sense::Concept(id, class) = tag.sense {
                            let words = passage.span(at..at + usize::from(tag.len)).slice(passage.text).to_lowercase();
                            *hits.entry((words, format!("{} {class:?}", rules.lexicon.get(id).id))).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
    let mut rows: Vec<_> = hits.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for ((words, concept), count) in rows {
        println!("{count}\t{words}\t{concept}");
    }
    Ok(())
}
