//! Which mutants of a module are tried.

use crate::sites::{self, Change, Mutant};
use crate::tree::Tree;
use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

/// A mutant that is tried.
#[derive(Debug)]
pub struct Sampled {
    /// Its number in the program.
    pub number: usize,
    /// The module that it is counted for.
    pub module: String,
    /// The file, from the top of the project.
    pub file: String,
    /// What is changed.
    pub mutant: Mutant,
}

/// Of how many halves of what is wanted a program is made: for this sample, for the next one, and for what does not
/// compile.
const HALVES: usize = 5;

/// Mutants of each module in an order that the seed decides: enough for two samples.
///
/// # Errors
/// What the system says, and code that cannot be read.
pub fn take(tree: &Tree, modules: &[String], seed: u64, count: usize) -> io::Result<Vec<Sampled>> {
    let mut sampled: Vec<Sampled> = Vec::new();
    for module in modules {
        let mut all = Vec::new();
        for file in tree.files_of(module) {
            let found =
                sites::of(tree.original(&file)?).map_err(|error| io::Error::other(format!("{file}: {error}")))?;
            all.extend(found.into_iter().map(|mutant| (file.clone(), mutant)));
        }
        eprintln!("{module}: {} mutants", all.len());
        shuffle(&mut all, seed);
        let mut taken = 0;
        for (file, mutant) in all {
            if taken == count * HALVES / 2 {
                break;
            }
            // One change of an operator at a time: two would stand at one place.
            let same = |other: &Sampled| {
                other.file == file
                    && matches!(
                        (&other.mutant.change, &mutant.change),
                        (Change::Operator { .. }, Change::Operator { .. })
                    )
                    && other.mutant.change.range() == mutant.change.range()
            };
            if sampled.iter().any(same) {
                continue;
            }
            taken += 1;
            sampled.push(Sampled { number: sampled.len(), module: module.clone(), file, mutant });
        }
    }
    Ok(sampled)
}

/// Leaves those mutants of each module, the modules by turns: what is done when a run is broken off is a sample as well.
pub fn keep(sampled: Vec<Sampled>, wanted: Range<usize>) -> Vec<Sampled> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<(usize, Sampled)> = Vec::new();
    for mutant in sampled {
        let seen = seen.entry(mutant.module.clone()).or_default();
        if wanted.contains(seen) {
            kept.push((*seen, mutant));
        }
        *seen += 1;
    }
    kept.sort_by_key(|(turn, _)| *turn);
    kept.into_iter().map(|(_, mutant)| mutant).collect()
}

/// Fisher and Yates' shuffle with the numbers of SplitMix64.
fn shuffle<T>(all: &mut [T], seed: u64) {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    for at in (1..all.len()).rev() {
        let bound = at as u64 + 1;
        all.swap(at, (next() % bound) as usize);
    }
}
