//! Numbers printed in words and read back: `parse(print(n)) = n`, language by language.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;
#[path = "common/printers.rs"]
mod printers;

use claimdiff::rules::Rules;
use printers::{PRINTERS, Printer, TRILLION};
use proptest::prelude::*;
use std::sync::OnceLock;

/// The packs, loaded once.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| Rules::embedded().unwrap())
}

/// What is wrong with the reading of `n`, if anything.
fn misread(printer: &Printer, n: u64) -> Option<String> {
    let text = format!("{} {}", (printer.print)(n), printer.noun);
    let found = common::mentions(rules(), printer.code, &text);
    (found != [format!("count {n}")]).then(|| format!("{} {n}: {text}: {found:?}", printer.code))
}

/// Numbers of every size up to 10^12, round ones and ones with gaps among them.
fn number() -> impl Strategy<Value = u64> {
    let any_size = (2..=TRILLION, 0..38_u32).prop_map(|(n, shift)| (n >> shift).max(2));
    let round = (2..1000_u64, 0..10_u32).prop_map(|(n, zeros)| n * 10_u64.pow(zeros));
    let gaps = (1..1000_u64, 1..1000_u64, 1..4_u32).prop_map(|(high, low, groups)| high * 1000_u64.pow(groups) + low);
    prop_oneof![any_size, round, gaps]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_read_back(n in number()) {
        for printer in &PRINTERS {
            prop_assert_eq!(misread(printer, n), None);
        }
    }
}

/// One is left out: it is an article as well and no number by itself.
#[test]
fn small_numbers_read_back() {
    let wrong: Vec<String> =
        PRINTERS.iter().flat_map(|printer| (2..=1300).filter_map(|n| misread(printer, n))).collect();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Nought is a word by itself, which no printer needs.
#[test]
fn nought_reads_back() {
    for (printer, word) in PRINTERS.iter().zip(["zero", "zero", "null", "zéro", "cero", "zero"]) {
        let text = format!("{word} {}", printer.noun);
        assert_eq!(common::mentions(rules(), printer.code, &text), ["count 0"], "{}", printer.code);
    }
}

#[test]
fn powers_of_ten_read_back() {
    let powers = || (1..=12).map(|exponent| 10_u64.pow(exponent));
    let wrong: Vec<String> = PRINTERS.iter().flat_map(|printer| powers().filter_map(|n| misread(printer, n))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// "due milioni mille": a thousand that no figure multiplies, after a larger magnitude.
#[test]
fn a_thousand_alone_after_millions_reads_back() {
    let numbers = [2_001_000, 7_001_003, 2_937_001_000, 5_000_001_250];
    let wrong: Vec<String> =
        PRINTERS.iter().flat_map(|printer| numbers.into_iter().filter_map(|n| misread(printer, n))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
