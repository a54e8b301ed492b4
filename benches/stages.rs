//! The stages of the work, each by itself: `cargo bench`. One thread, so that figures are per core.

#![allow(clippy::panic, reason = "a test that cannot go on should stop")]

mod corpus;

use claimdiff::claim::ArticleClaims;
use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::Rules;
use claimdiff::sheet::Sheet;
use claimdiff::source::{Article, Limits, read_bytes};
use claimdiff::{pair, report};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::sync::LazyLock;

fn main() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build_global();
    assert!(pool.is_ok(), "{pool:?}");
    divan::main();
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap_or_else(|error| panic!("{error}")));
static MIX: LazyLock<Vec<String>> = LazyLock::new(|| corpus::articles(2 << 20));
static LONG: LazyLock<Vec<String>> = LazyLock::new(|| vec![corpus::article(0, 1 << 20, &mut corpus::Chance(7))]);

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

fn sources(texts: &[String]) -> Vec<Article> {
    let named = texts.iter().enumerate().map(|(at, text)| (format!("{at}.txt"), text));
    named.flat_map(|(name, text)| read_bytes(&name, text.as_bytes(), &Limits::default()).0).collect()
}

fn claims(texts: &[String]) -> Vec<ArticleClaims> {
    pipeline::claims_of(sources(texts), Vec::new(), &RULES, &Reading::default()).articles
}

/// What an ordinary count of words costs on the same bytes.
#[divan::bench]
fn words_of_the_mix(bencher: Bencher) {
    bencher.counter(bytes(&MIX)).bench(|| MIX.iter().map(|text| text.split_whitespace().count()).sum::<usize>());
}

#[divan::bench]
fn sources_of_the_mix(bencher: Bencher) {
    bencher.counter(bytes(&MIX)).bench(|| sources(&MIX));
}

#[divan::bench]
fn extraction_of_the_mix(bencher: Bencher) {
    claims(&MIX);
    bencher.counter(bytes(&MIX)).bench(|| claims(&MIX));
}

#[divan::bench]
fn extraction_of_one_long_article(bencher: Bencher) {
    claims(&LONG);
    bencher.counter(bytes(&LONG)).bench(|| claims(&LONG));
}

#[divan::bench]
fn printing_claims(bencher: Bencher) {
    let batch = claims(&MIX);
    let records: Vec<_> = batch.iter().flat_map(|article| article.claims.iter().map(|claim| &**claim)).collect();
    bencher.counter(ItemsCount::new(records.len())).bench(|| {
        let mut out = Vec::new();
        report::jsonl::claims(&mut out, records.iter().copied(), &RULES).map(|()| out)
    });
}

/// A batch small enough for every candidate pair: all its articles tell like stories.
fn alike() -> Vec<ArticleClaims> {
    claims(&corpus::articles(128 << 10))
}

#[divan::bench]
fn pairing(bencher: Bencher) {
    let batch = claims(&MIX);
    let index = |batch: &[ArticleClaims]| {
        let index = pair::Index::new(batch.iter().map(|article| &*article.info), &RULES.pairing);
        let meetings = index.groups().filter_map(|shared| {
            let infos: Vec<_> = shared.members().map(|at| &*batch[at].info).collect();
            Some(pair::meetings(&shared.key()?, &infos, &RULES.pairing).pairs.len())
        });
        meetings.sum::<usize>()
    };
    bencher.counter(ItemsCount::new(batch.len())).bench(|| index(&batch));
}

#[divan::bench]
fn packing(bencher: Bencher) {
    let batch = claims(&MIX);
    bencher.counter(ItemsCount::new(batch.len())).bench(|| {
        batch
            .iter()
            .map(|article| Sheet::of_claims(article).and_then(|sheet| sheet.unpack()).map_or(0, |it| it.claims.len()))
            .sum::<usize>()
    });
}

#[divan::bench]
fn comparison(bencher: Bencher) {
    let batch = alike();
    bencher.counter(ItemsCount::new(batch.len())).bench(|| pipeline::check(&batch, &RULES));
}

#[divan::bench]
fn check(bencher: Bencher) {
    let texts = corpus::articles(128 << 10);
    bencher.counter(bytes(&texts)).bench(|| {
        let batch = claims(&texts);
        let findings = pipeline::findings(&batch, &RULES);
        let mut out = Vec::new();
        report::jsonl::findings(&mut out, &findings, &RULES).map(|()| out)
    });
}
