//! Any text as a file of a pack: refused with its place, or good to read an article with.

#![no_main]

use claimdiff::pipeline::{self, Reading, Trouble};
use claimdiff::rules::{Packs, RuleError, Rules};
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
            assert_place(&error);
            return Corpus::Keep;
        }
    };
    let articles = ["a.txt", "b.txt"].map(|name| read_bytes(name, ARTICLE.as_bytes(), &limits()).0).concat();
    let batch = pipeline::claims_of(articles, Vec::new(), &rules, &Reading::default());
    for trouble in &batch.trouble {
        // A pack of a language is read where an article needs it.
        let Trouble::Rules(error) = trouble else { panic!("{trouble}") };
        assert_place(error);
    }
    drop(pipeline::findings(&batch.articles, &rules));
    Corpus::Keep
});

/// A fault names its file, line and column, and a piece of the file that can be shown. What it says may be any text of the
/// pack: whoever shows it makes it harmless (`faults_of_packs_are_inert` in `tests/hostile/`).
fn assert_place(error: &RuleError) {
    let (file, source, span, ..) = error.parts();
    assert!(source.get(span).is_some(), "{error}");
    let text = error.to_string();
    let mut place = text.strip_prefix(file).unwrap_or_else(|| panic!("no file: {error}")).splitn(4, ':').skip(1);
    let mut number = || place.next().and_then(|number| number.parse::<usize>().ok());
    let (line, column) = (number(), number());
    assert!(line.is_some_and(|line| (1..=source.lines().count() + 1).contains(&line)), "{error}");
    assert!(column.is_some_and(|column| column > 0), "{error}");
}
