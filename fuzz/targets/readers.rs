//! Any bytes under any name to articles.

#![no_main]

use claimdiff::source::read_bytes;
use claimdiff_fuzz::{assert_blocks, assert_inert, limits};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 8] = ["-", "a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.xml", "a"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let (articles, errors) = read_bytes(name, bytes, &limits());
    assert!(!articles.is_empty() || !errors.is_empty(), "neither read nor named");
    articles.iter().for_each(|article| assert_blocks(article, bytes));
    errors.iter().for_each(|error| assert_inert(&error.to_string(), ""));
});
