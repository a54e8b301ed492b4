//! The pages that say which test shows what name tests and files that are there.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

const PAGES: [&str; 4] = ["SECURITY.md", "docs/contributing.md", "docs/hostile-input.md", "docs/mutants.md"];

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What stands between backticks on a page.
fn code(page: &str) -> impl Iterator<Item = &str> {
    page.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

#[test]
fn tests_that_pages_name_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = ["src", "tests", "fuzz/targets"].map(|folder| files(&root.join(folder)));
    let sources: Vec<PathBuf> =
        sources.into_iter().flatten().filter(|path| path.extension().is_some_and(|it| it == "rs")).collect();
    let sources: Vec<String> = sources.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let mut named = 0;
    for page in PAGES {
        let text = fs::read_to_string(root.join(page)).unwrap();
        for word in code(&text) {
            let is_name = word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if is_name && word.matches('_').count() >= 2 {
                named += 1;
                let function = format!("fn {word}(");
                assert!(sources.iter().any(|source| source.contains(&function)), "{page}: there is no test `{word}`");
            }
        }
    }
    assert!(named > 30, "{named}");
}

#[test]
fn files_that_pages_name_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for page in PAGES {
        let text = fs::read_to_string(root.join(page)).unwrap();
        for word in code(&text) {
            let path = word.split(' ').next().unwrap_or_default();
            let is_path = ["src/", "tests/", "fuzz/", "scripts/", "docs/"].iter().any(|top| path.starts_with(top))
                && !path.contains(['*', '<', '>'])
                && path.split('/').all(|part| part.chars().any(char::is_lowercase) || part.is_empty());
            if is_path {
                named += 1;
                assert!(root.join(path).exists(), "{page}: there is no {path}");
            }
        }
    }
    assert!(named > 30, "{named}");
}
