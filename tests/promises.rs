//! What `SECURITY.md`, `Cargo.toml` and the pages promise of the project itself, held against its files.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Pages that name the test that shows what they say.
const PAGES: [&str; 3] = ["SECURITY.md", "docs/hostile-input.md", "docs/mutants.md"];

/// Folders in which such a test can stand.
const CODE: [&str; 3] = ["src", "tests", "fuzz/targets"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder, each with its path from the top and its text.
fn code(folder: &str) -> io::Result<Vec<(String, String)>> {
    let (mut open, mut files) = (vec![root().join(folder)], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
                files.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// What stands between backquotes in a page.
fn quoted(page: &str) -> impl Iterator<Item = &str> {
    page.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

#[test]
fn every_test_that_a_page_names_is_there() -> io::Result<()> {
    let mut functions = BTreeSet::new();
    for folder in CODE {
        for (_, text) in code(folder)? {
            let named = text.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            functions.extend(named.map(str::to_owned));
        }
    }
    let mut missing = Vec::new();
    for page in PAGES {
        let text = fs::read_to_string(root().join(page))?;
        for name in quoted(&text) {
            let is_path =
                CODE.iter().chain(&["scripts", "fuzz", "rules"]).any(|top| name.starts_with(&format!("{top}/")));
            let is_function = name.matches('_').count() > 1
                && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            let file = name.split(' ').next().unwrap_or(name);
            if is_path && !root().join(file).exists() || is_function && !functions.contains(name) {
                missing.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    Ok(())
}

#[test]
fn the_program_opens_no_connection_and_runs_git_alone() -> io::Result<()> {
    let mut faults = Vec::new();
    for (file, text) in code("src")? {
        let own = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for word in ["std::net", "std::os::unix::net", "process::Command", "Command::new("] {
            let is_git = file == "src/cli/git.rs" && word.contains("Command");
            if own.contains(word) && !is_git {
                faults.push(format!("{file}: {word}"));
            }
        }
        if file == "src/cli/git.rs" {
            let started = own.matches("Command::new(").count();
            assert_eq!(started, own.matches("Command::new(\"git\")").count(), "{file} starts another program than git");
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    Ok(())
}

#[test]
fn no_part_of_the_program_allows_unsafe_code() -> io::Result<()> {
    for file in ["src/lib.rs", "src/main.rs", "fuzz/src/lib.rs"] {
        assert!(fs::read_to_string(root().join(file))?.contains("#![forbid(unsafe_code)]"), "{file}");
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    // This one holds for the build script, the tests and the benches as well.
    assert!(manifest.contains("\nunsafe_code = \"forbid\"\n"), "Cargo.toml");
    Ok(())
}

#[test]
fn every_dependency_says_what_it_is_for() -> io::Result<()> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    let (mut section, mut justified, mut bare) = ("", BTreeSet::new(), Vec::new());
    for line in manifest.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if let Some((name, rest)) = line.split_once(" = ").filter(|_| section.ends_with("dependencies")) {
            let says_why = rest.rsplit_once(" # ").is_some_and(|(_, why)| !why.trim().is_empty());
            if says_why {
                justified.insert(name);
            } else if section != "build-dependencies" || !justified.contains(name) {
                // The build runs a part of the program: what it needs is justified there.
                bare.push(name);
            }
        }
    }
    assert!(justified.len() > 30, "the manifest was not understood: {justified:?}");
    assert!(bare.is_empty(), "no word on why: {bare:?}");
    Ok(())
}

#[test]
fn the_build_script_starts_nothing_and_writes_into_its_own_folder() -> io::Result<()> {
    let script = fs::read_to_string(root().join("build.rs"))?;
    for word in ["Command", "std::net", "remove_", "create_dir"] {
        assert!(!script.contains(word), "build.rs: {word}");
    }
    let written: Vec<&str> = script.lines().filter(|line| line.contains("fs::write(")).collect();
    assert!(script.contains("let out = PathBuf::from(env::var(\"OUT_DIR\")?);"), "build.rs");
    for line in written {
        assert!(
            line.contains("fs::write(out.join(")
                || line.contains("fs::write(file,")
                || line.contains("fs::write(&file,"),
            "{line}"
        );
    }
    assert!(script.contains("let file = out.join("), "build.rs");
    Ok(())
}

/// The folder that [`code`] walks is the one that is meant.
#[test]
fn the_code_is_found() -> io::Result<()> {
    let files = code("src")?;
    assert!(files.iter().any(|(name, _)| name == "src/cli/git.rs"), "{}", files.len());
    Ok(())
}
