//! Would the tests notice? Changes the program in places taken at random, and runs the tests against each change.
//!
//! All changes of a run are compiled into one program, and an environment variable wakes one of them: a build costs
//! minutes, a run of the tests seconds.

mod sample;
mod schema;
mod sites;
mod tests_of;
mod tree;

use sample::Sampled;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, io};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (next, arguments): (Vec<String>, Vec<String>) = arguments.into_iter().partition(|it| it == "--next");
    let [project, copy, seed, count, modules @ ..] = &arguments[..] else {
        return Err(io::Error::other("usage: claimdiff-mutants PROJECT COPY [--next] SEED COUNT MODULE…"));
    };
    let number = |text: &String| text.parse::<u64>().map_err(|_| io::Error::other(format!("no number: {text}")));
    let (seed, count) = (number(seed)?, usize::try_from(number(count)?).map_err(io::Error::other)?);
    let tree = tree::Tree::copy(&PathBuf::from(project), &PathBuf::from(copy))?;

    let mut sampled = sample::take(&tree, modules, seed, count)?;
    tree.drop_unviable(&mut sampled)?;
    let sampled = sample::keep(sampled, if next.is_empty() { 0..count } else { count..2 * count });
    let programs = tests_of::build(&tree)?;
    tests_of::pass(&tree, &programs)?;
    let mut outcomes: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for (at, mutant) in sampled.iter().enumerate() {
        let caught = tests_of::run(&tree, &programs, &mutant.module, mutant.number)?;
        let Sampled { file, mutant: site, .. } = mutant;
        let by = caught.unwrap_or("SURVIVED");
        println!("{}\t{}\t{file}:{}\t{}\t{}\t{by}", mutant.number, mutant.module, site.line, site.function, site.what);
        eprintln!("{} of {}: {by}", at + 1, sampled.len());
        outcomes.entry(&mutant.module).or_default().push(caught.is_some());
    }
    for (module, caught) in outcomes {
        println!("# {module}: {}", share(caught.iter().filter(|caught| **caught).count(), caught.len()));
    }
    Ok(())
}

/// A share with the bounds between which that of all mutants lies, in nineteen of twenty samples (Wilson's interval).
#[allow(clippy::disallowed_types, reason = "a share of a sample is no fact of an article")]
fn share(caught: usize, of: usize) -> String {
    let (hits, n, z) = (caught as f64, of as f64, 1.96_f64);
    let p = hits / n;
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let reach = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    format!(
        "{caught} of {of} caught, {:.0}% ({:.0}–{:.0}%)",
        p * 100.0,
        (middle - reach) * 100.0,
        (middle + reach) * 100.0
    )
}
