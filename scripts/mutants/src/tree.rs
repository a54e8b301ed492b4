//! A copy of the project, with mutants written into it.

use crate::sample::Sampled;
use crate::schema;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs that hold modules of `src/`: the library, and the build, which runs the loader of the packs.
const ROOTS: [&str; 2] = ["src/lib.rs", "build.rs"];

/// A test that is built to see what does not compile; what is built for it serves the others as well.
const PROBE: &str = "facets";

/// The project as it was when it was copied, and the copy.
pub struct Tree {
    copy: PathBuf,
    /// What mutants can be written into, by path from the top of the project: who goes on working there disturbs nothing.
    originals: BTreeMap<String, String>,
}

impl Tree {
    /// Copies what git knows of, and leaves alone what is as it was, so that little is built anew.
    ///
    /// # Errors
    /// What the system says.
    pub fn copy(project: &Path, copy: &Path) -> io::Result<Self> {
        let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(project).output()?;
        let listed = String::from_utf8(listed.stdout).map_err(io::Error::other)?;
        let wanted: BTreeSet<PathBuf> = listed.split_terminator('\0').map(|file| copy.join(file)).collect();
        for folder in ["src", "rules", "tests"] {
            remove_others(&copy.join(folder), &wanted)?;
        }
        let mut originals = BTreeMap::new();
        for file in listed.split_terminator('\0').filter(|file| project.join(file).is_file()) {
            let bytes = fs::read(project.join(file))?;
            put(&copy.join(file), &bytes)?;
            if file.ends_with(".rs") && (file.starts_with("src/") || ROOTS.contains(&file)) {
                originals.insert(file.to_owned(), String::from_utf8(bytes).map_err(io::Error::other)?);
            }
        }
        Ok(Self { copy: copy.to_owned(), originals })
    }

    /// The files of a module, tests of their own left out.
    pub fn files_of(&self, module: &str) -> Vec<String> {
        let (folder, file) = (format!("src/{module}/"), format!("src/{module}.rs"));
        let is_of = |name: &&String| (name.starts_with(&folder) && name.ends_with(".rs")) || **name == file;
        self.originals.keys().filter(is_of).filter(|name| !name.ends_with("tests.rs")).cloned().collect()
    }

    /// A file of the program without mutants.
    ///
    /// # Errors
    /// There is no such file.
    pub fn original(&self, file: &str) -> io::Result<&str> {
        self.originals.get(file).map(String::as_str).ok_or_else(|| io::Error::other(format!("no file {file}")))
    }

    /// Cargo, to build tests in the copy: fast enough to run them often, with the assertions that tests have.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(["test", "--no-run", "--message-format=json", "--profile", "quick"]);
        cargo.args(["--config", "profile.quick.package.claimdiff.debug-assertions=true"]).current_dir(&self.copy);
        // Cargo takes two copies of a package that build into one folder for the same package.
        cargo.env("CARGO_TARGET_DIR", self.copy.join("target"));
        cargo
    }

    /// Where the tests run.
    pub fn folder(&self) -> &Path {
        &self.copy
    }

    /// Writes the files with these mutants in them.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, sampled: &[Sampled]) -> io::Result<()> {
        let changed: BTreeSet<&String> = sampled.iter().map(|mutant| &mutant.file).collect();
        for (file, original) in &self.originals {
            let text = if changed.contains(file) {
                let of_file = sampled.iter().filter(|mutant| mutant.file == *file);
                let mutants: Vec<_> = of_file.map(|sampled| (sampled.number, &sampled.mutant)).collect();
                schema::write(original, &mutants)
            } else if ROOTS.contains(&file.as_str()) {
                format!("{original}{}", schema::SWITCH)
            } else {
                original.clone()
            };
            put(&self.copy.join(file), text.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the mutants, and drops those that do not compile until all others do.
    ///
    /// # Errors
    /// What the system says, and a fault that no mutant stands around.
    pub fn drop_unviable(&self, sampled: &mut Vec<Sampled>) -> io::Result<()> {
        loop {
            self.write(sampled)?;
            let output = self.cargo().args(["--test", PROBE]).output()?;
            if output.status.success() {
                return Ok(());
            }
            let mut unviable = BTreeSet::new();
            for message in messages(&output.stdout) {
                unviable.extend(self.at_fault(&message["message"])?);
            }
            if unviable.is_empty() {
                return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
            }
            eprintln!("{} mutants do not compile", unviable.len());
            sampled.retain(|mutant| !unviable.contains(&mutant.number));
        }
    }

    /// The mutant nearest around the place of an error.
    fn at_fault(&self, message: &Value) -> io::Result<Option<usize>> {
        if message["level"] != "error" {
            return Ok(None);
        }
        let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
        for span in spans.iter().filter(|span| span["is_primary"] == true).chain(spans) {
            let (Some(file), Some(place)) = (span["file_name"].as_str(), span["byte_start"].as_u64()) else { continue };
            if !self.copy.join(file).starts_with(&self.copy) {
                continue;
            }
            let Ok(text) = fs::read_to_string(self.copy.join(file)) else { continue };
            let place = usize::try_from(place).map_err(io::Error::other)?;
            if let Some(number) = schema::around(&text, place).first() {
                return Ok(Some(*number));
            }
        }
        Ok(None)
    }
}

/// What Cargo says, a value a line.
pub fn messages(output: &[u8]) -> Vec<Value> {
    output.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
}

/// Removes the files of an earlier copy that are no longer in the project: a pack would be read, a test be built.
fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, wanted)?;
        } else if !wanted.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// Writes a file where it is not so already.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
