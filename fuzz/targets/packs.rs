//! Any text as a file of a pack: refused with its place, or good to read an article with.

#![no_main]

use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::{Packs, Rules};
use claimdiff::source::read_bytes;
use claimdiff_fuzz::limits;
use claimdiff_fuzz::pack_files::FILES;
use libfuzzer_sys::{Corpus, fuzz_target};


const ARTICLE: &str = "Scambio a Doha\n\nIl 12 marzo 2026 la Russia ha restituito quasi 155 prigionieri di guerra, tra \
    cui ventitré ufficiali, spesi 3,5 milioni di euro in due giorni, da 120 a 150 chilometri, il 12% in più alle 18.30.";

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some((first, text)) = data.split_first() else { return Corpus::Reject };
    let Ok(text) = std::str::from_utf8(text) else { return Corpus::Reject };
    let mut packs = Packs::default();
    packs.lay_over(FILES[usize::from(*first) % FILES.len()], text.to_owned());
    let rules = match Rules::load(packs) {
        Ok(rules) => rules,
        Err(error) => {
            let (_, source, span, ..) = error.parts();
            assert!(source.get(span).is_some(), "{error}");
            return Corpus::Keep;
        }
    };
    let articles = ["a.txt", "b.txt"].map(|name| read_bytes(name, ARTICLE.as_bytes(), &limits()).0).concat();
    let batch = pipeline::claims_of(articles, Vec::new(), &rules, &Reading::default());
    batch.trouble.iter().for_each(|trouble| {
        assert!(!trouble.to_string().contains("a fault of claimdiff itself"), "{trouble}");
    });
    drop(pipeline::findings(&batch.articles, &rules));
    Corpus::Keep
});
