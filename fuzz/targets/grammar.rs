//! Any text, in any of the languages, to mentions and claims.

#![no_main]

use claimdiff::rules::LANGUAGES;
use claimdiff::source::read_bytes;
use claimdiff_fuzz::{RULES, assert_places, limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((first, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let language = LANGUAGES[usize::from(*first) % LANGUAGES.len()];
    let record = serde_json::json!({ "text": text, "lang": language, "published": "2026-03-10" }).to_string();
    let (articles, _) = read_bytes("a.jsonl", record.as_bytes(), &limits());
    for article in &articles {
        let claims = claimdiff::pipeline::claims(article, &RULES).expect("the built-in packs are sound");
        assert_places(text, &claimdiff::imply::extend(claims, &RULES));
    }
});
