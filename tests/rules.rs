//! Every entry of every pack carries its examples; they hold.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimdiff::rules::Packs;
use claimdiff::trial::try_examples;

#[test]
fn every_example_of_every_pack_holds() {
    let trial = try_examples(Packs::default()).unwrap();
    let faults = &trial.faults;
    assert!(faults.is_empty(), "{} of {} wrong:\n{}\n", faults.len(), trial.examples, faults.join("\n"));
    assert!(trial.examples > 3000, "{}", trial.examples);
}
