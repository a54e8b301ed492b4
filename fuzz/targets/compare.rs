//! Two articles against each other: the same verdicts from either side, and nothing against a copy but what an article
//! holds against itself.

#![no_main]

use claimdiff_fuzz::{findings, two_articles, verdicts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let [a, b] = two_articles(text);
    let forth = findings(&[a.clone(), b.clone()]);
    let back = findings(&[b.clone(), a.clone()]);
    assert_eq!(verdicts(&forth), verdicts(&back));
    // What one article holds against itself does not depend on the other.
    let within = |name: &str| {
        let own = forth.iter().filter(|it| it.places.claims().iter().all(|claim| claim.article.id == name));
        verdicts(&own.cloned().collect::<Vec<_>>())
    };
    assert_eq!(within("a.txt"), verdicts(&findings(&[a])));
    assert_eq!(within("b.txt"), verdicts(&findings(&[b])));
});
