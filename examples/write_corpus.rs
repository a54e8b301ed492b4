//! Writes batches of invented news for measuring, the same bytes on every machine:
//!
//! `cargo run --release --example write_corpus -- DIR BYTES` gives DIR a file per article in `mix/`, which the benchmarks
//! use, and one long article, `long.txt`, of a megabyte.
//!
//! `cargo run --release --example write_corpus -- --stories FILE ARTICLES BYTES` writes a file of JSON Lines: many
//! stories, each told by five outlets, in articles of so many bytes.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let usage = || io::Error::other("usage: write_corpus DIR BYTES, or --stories FILE ARTICLES BYTES");
    let number = |text: &str| text.parse().map_err(|_| usage());
    match arguments.as_slice() {
        ["--stories", file, articles, bytes] => stories(Path::new(file), number(articles)?, number(bytes)?),
        [folder, bytes] => mix(PathBuf::from(folder), number(bytes)?),
        _ => Err(usage()),
    }
}

fn mix(folder: PathBuf, bytes: usize) -> io::Result<()> {
    fs::create_dir_all(folder.join("mix"))?;
    for (at, article) in corpus::articles(bytes).iter().enumerate() {
        fs::write(folder.join("mix").join(format!("{at:05}.txt")), article)?;
    }
    fs::write(folder.join("long.txt"), corpus::article(0, 1 << 20, &mut corpus::Chance(7)))
}

fn stories(file: &Path, articles: usize, bytes: usize) -> io::Result<()> {
    let mut out = BufWriter::new(fs::File::create(file)?);
    for told in corpus::stories(articles, bytes) {
        let record = serde_json::json!({"id": told.id, "published": told.published, "text": told.text});
        writeln!(out, "{record}")?;
    }
    out.flush()
}
