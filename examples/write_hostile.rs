//! Writes the hostile inputs that the tests use, at full length: `cargo run --example write_hostile -- DIR`.
//!
//! `claimdiff check DIR` then tells of each what `docs/hostile-input.md` says, and finds the one contradiction.

#[path = "../tests/hostile/inputs.rs"]
#[allow(dead_code, reason = "the names are for the tests")]
mod inputs;

use std::{env, io};

fn main() -> io::Result<()> {
    match env::args_os().nth(1) {
        Some(folder) => inputs::write(folder.as_ref(), 1),
        None => Err(io::Error::other("usage: write_hostile DIR")),
    }
}
