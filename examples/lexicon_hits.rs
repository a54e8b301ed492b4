//! Counts which words of some files are read as which concepts, and which as nothing at all:
//! `cargo run --example lexicon_hits -- it FILE…`
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
                let mut read_to = 0;
                for at in 0..passage.tokens.len() {
                    let words = |len: usize| passage.span(at..at + len).slice(passage.text).to_lowercase();
                    for tag in passage.tags(at) {
                        read_to = read_to.max(at + usize::from(tag.len));
                        if let Sense::Concept(id, class) = tag.sense {
                            let concept = format!("{} {class:?}", rules.lexicon.get(id).id);
                            *hits.entry((words(usize::from(tag.len)), concept)).or_default() += 1;
                        }
                    }
                    if at >= read_to && words(1).chars().all(char::is_alphabetic) {
                        *hits.entry((words(1), "-".to_owned())).or_default() += 1;
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
