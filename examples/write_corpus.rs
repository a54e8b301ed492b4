//! Writes the batch of invented news that the benchmarks use: `cargo run --release --example write_corpus -- DIR BYTES`.
//!
//! DIR gets a file per article in `mix/`, and one long article, `long.txt`, of a megabyte.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(bytes)) = (arguments.next(), arguments.next().and_then(|text| text.parse().ok())) else {
        return Err(io::Error::other("usage: write_corpus DIR BYTES"));
    };
    let folder = PathBuf::from(folder);
    fs::create_dir_all(folder.join("mix"))?;
    for (at, article) in corpus::articles(bytes).iter().enumerate() {
        fs::write(folder.join("mix").join(format!("{at:05}.txt")), article)?;
    }
    fs::write(folder.join("long.txt"), corpus::article(0, 1 << 20, &mut corpus::Chance(7)))
}
