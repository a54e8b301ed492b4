//! Puts every file of `rules/` into the library, so that the program is one file, and beside them the tables that the
//! loader makes of them, so that it starts at once. A pack that is wrong ends the build with its place.

#![allow(dead_code, missing_docs, unused_imports, reason = "the loader is the library's; the build needs a part of it")]

#[path = "src/lex/mod.rs"]
mod lex;
#[path = "src/rules/mod.rs"]
mod rules;
#[path = "src/span.rs"]
mod span;
#[path = "src/value/mod.rs"]
mod value;

/// Here the loader finds nothing prepared, and gets every file as a pack.
mod embedded {
    pub const FILES: &[(&str, &str)] = &[];
    pub const TABLES: &[(&str, &[u8])] = &[];
    pub const DIGEST: &str = "";
    pub const READING_DIGEST: &str = "";
}

use rules::{Packs, Rules};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=rules");
    for module in ["lex", "rules", "span.rs", "value"] {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("rules");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut packs = Packs::default();
    let mut code = String::from("/// The files of `rules/` by their path below it, sorted, each with its text.\n");
    code.push_str("pub const FILES: &[(&str, &str)] = &[\n");
    for file in files {
        let name = file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        writeln!(code, "    ({name:?}, include_str!({:?})),", file.display().to_string())?;
        packs.lay_over(&name, fs::read_to_string(&file)?);
    }
    code.push_str("];\n\n/// Tables that the loader made of them, by name.\n");
    code.push_str("pub const TABLES: &[(&str, &[u8])] = &[\n");
    let rules = Rules::load(packs)?;
    for (name, bytes) in rules.tables()? {
        let file = out.join(format!("{name}.table"));
        fs::write(&file, bytes)?;
        writeln!(code, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())?;
    }
    code.push_str("];\n\n/// What [`crate::rules::Rules::digest`] says of them without packs of a user.\n");
    writeln!(code, "pub const DIGEST: &str = {:?};\n", rules.digest())?;
    code.push_str("/// What [`crate::rules::Rules::reading_digest`] says of them without packs of a user.\n");
    writeln!(code, "pub const READING_DIGEST: &str = {:?};", rules.reading_digest())?;
    Ok(fs::write(out.join("embedded.rs"), code)?)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "md") {
            files.push(path);
        }
    }
    Ok(())
}
