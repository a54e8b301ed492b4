//! Writes what a target of `fuzz/` begins with: `cargo run --example write_seeds -- TARGET DIR`. All of it stands in this
//! repository.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "../tests/hostile/inputs.rs"]
#[allow(dead_code, reason = "the names are for the tests")]
mod inputs;

#[path = "../fuzz/src/pack_files.rs"]
mod pack_files;

/// Languages of `benches/corpus/`, in the order in which the targets number them.
const LANGUAGES: [&str; 6] = ["it", "en", "fr", "es", "de", "pt"];

/// The longest seed: what is longer only slows the engine.
const LONGEST: usize = 4_096;

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(target), Some(folder)) = (arguments.next(), arguments.next().map(PathBuf::from)) else {
        return Err(io::Error::other("usage: write_seeds TARGET DIR"));
    };
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let seeds = match target.as_str() {
        "grammar" => grammar(&root)?,
        "readers" => readers(),
        "packs" => packs(&root)?,
        _ => pairs(&root)?,
    };
    for (at, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{at:04}")), beginning(seed))?;
    }
    Ok(())
}

/// As much of a seed as the engine takes, in whole lines where there are any.
fn beginning(seed: &[u8]) -> &[u8] {
    let Some(cut) = seed.get(..LONGEST) else { return seed };
    let end = cut.iter().rposition(|byte| *byte == b'\n').unwrap_or(LONGEST);
    cut.get(..end).unwrap_or(cut)
}

fn numbered(number: usize, bytes: &[u8]) -> Vec<u8> {
    [&[u8::try_from(number).unwrap_or(0)], bytes].concat()
}

/// The sentences of the benches, and the examples of the packs, line by line.
fn grammar(root: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    for (number, code) in LANGUAGES.iter().enumerate() {
        let text = fs::read_to_string(root.join(format!("benches/corpus/{code}.txt")))?;
        seeds.extend(text.lines().map(|line| numbered(number, line.as_bytes())));
        for file in ["hedges.toml", "time.toml", "numerals.toml"] {
            let text = fs::read_to_string(root.join("rules").join(code).join(file))?;
            seeds.extend(text.lines().filter(|line| line.len() > 20).map(|line| numbered(number, line.as_bytes())));
        }
    }
    Ok(seeds)
}

/// The hostile inputs, much shortened, under every name.
fn readers() -> Vec<Vec<u8>> {
    let endings = ["", ".txt", ".md", ".html", ".jsonl", ".json", ".xml"];
    let of = |input: &inputs::Hostile| {
        let number = endings.iter().rposition(|ending| input.name.ends_with(ending)).unwrap_or(0);
        [numbered(number, &(input.bytes)(10_000)), numbered(0, &(input.bytes)(10_000))]
    };
    inputs::ALL.iter().flat_map(of).collect()
}

fn packs(root: &Path) -> io::Result<Vec<Vec<u8>>> {
    let read = |(number, file): (usize, &&str)| {
        // A topic of one's own begins as one of ours.
        let file = file.replace("lexicon/own.toml", "lexicon/casualties.toml");
        Ok(numbered(number, &fs::read(root.join("rules").join(file))?))
    };
    pack_files::FILES.iter().enumerate().map(read).collect()
}

/// Articles of the fixtures and pairs of sentences of one language.
fn pairs(root: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut seeds = vec![inputs::GOOD.map(|(_, text)| text).join("\n====\n").into_bytes()];
    for folder in ["budget", "incendio", "prigionieri"] {
        let mut files: Vec<PathBuf> = fs::read_dir(root.join("fixtures").join(folder))?
            .map(|entry| Ok(entry?.path()))
            .collect::<io::Result<_>>()?;
        files.sort();
        for pair in files.windows(2) {
            seeds.push([fs::read(&pair[0])?, fs::read(&pair[1])?].join(&b"\n====\n"[..]));
        }
    }
    for code in LANGUAGES {
        let text = fs::read_to_string(root.join(format!("benches/corpus/{code}.txt")))?;
        let filled = |low: &str| text.replace('{', low).replace("..", "").replace('}', "");
        let (one, other) = (filled("1"), filled("2"));
        seeds.extend(one.lines().zip(other.lines()).map(|(a, b)| format!("{a}\n====\n{b}").into_bytes()));
    }
    Ok(seeds)
}
