//! The modules of the library use only what lies below them. This test owns the order.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// From the bottom up. A module may use those before it and itself.
const LAYERS: [&str; 20] = [
    "embedded", "span", "value", "lex", "rules", "source", "text", "grammar", "claim", "trial", "imply", "sheet",
    "pair", "finding", "compare", "report", "baseline", "pipeline", "archive", "cli",
];

#[test]
fn no_module_uses_one_above_it() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files)?;
    files.sort();
    let mut faults = Vec::new();
    for file in &files {
        let name = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        faults.extend(upward_uses(&name, &fs::read_to_string(file)?));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    Ok(())
}

#[test]
fn every_module_has_its_layer() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = fs::read_to_string(root.join("src/lib.rs"))?;
    for line in library.lines() {
        let declared = line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
        if let Some(module) = declared {
            assert!(LAYERS.contains(&module), "src/lib.rs: {module} has no place in tests/layers.rs");
        }
    }
    Ok(())
}

#[test]
fn an_upward_use_is_named_with_its_place() {
    let text =
        "//! Dates.\n\nuse crate::value::Number;\nuse crate::claim::Claim;\nuse crate::{text, report::{inert}};\n";
    assert_eq!(
        upward_uses("src/grammar/date.rs", text),
        ["src/grammar/date.rs:4: grammar uses claim", "src/grammar/date.rs:5: grammar uses report"]
    );
    assert_eq!(upward_uses("src/lib.rs", "use crate::cli;"), Vec::<String>::new());
    assert_eq!(upward_uses("src/value/mod.rs", "/// see [`crate::claim`]\n"), Vec::<String>::new());
}

fn upward_uses(file: &str, text: &str) -> Vec<String> {
    let Some((own, layer)) = layer_of(file) else { return Vec::new() };
    let mut faults = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for used in used_modules(code) {
            if LAYERS.iter().position(|name| *name == used).is_some_and(|other| other > layer) {
                faults.push(format!("{file}:{}: {own} uses {used}", at + 1));
            }
        }
    }
    faults
}

/// `src/grammar/date.rs` belongs to `grammar`; `src/lib.rs` and `src/main.rs` to none.
fn layer_of(file: &str) -> Option<(&'static str, usize)> {
    let module = file.strip_prefix("src/")?.split(['/', '.']).next()?;
    let layer = LAYERS.iter().position(|name| *name == module)?;
    Some((LAYERS[layer], layer))
}

/// The modules that stand after `crate::`, one or several in braces.
fn used_modules(code: &str) -> Vec<&str> {
    let mut modules = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(list) => modules.extend(top_level(list)),
            None => modules.extend(first_name(after)),
        }
    }
    modules
}

fn first_name(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

fn top_level(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut names = Vec::new();
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.extend(first_name(list[start..at].trim()));
                return names;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(first_name(list[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.extend(first_name(list[start..].trim()));
    names
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
