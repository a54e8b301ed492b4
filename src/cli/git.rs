//! What git knows: which files changed, and how it calls a program that compares two of them.

use super::Stop;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Files below the working folder that differ from a revision or are not in git at all.
pub struct Changed {
    files: BTreeSet<PathBuf>,
}

impl Changed {
    /// Asks git.
    pub fn since(revision: &str) -> Result<Self, Stop> {
        let top = PathBuf::from(text(git(&["rev-parse", "--show-toplevel"])?).trim_end_matches(['\n', '\r']));
        // `--end-of-options` keeps a revision that looks like an option from being one.
        let changed = git(&["diff", "--name-only", "-z", "--end-of-options", revision, "--"])?;
        let top_arguments = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"];
        let new = git(&top_arguments)?;
        let names = [text(changed), text(new)].concat();
        let files = names.split('\0').filter(|name| !name.is_empty()).map(|name| canonical(&top.join(name)));
        Ok(Self { files: files.collect() })
    }

    /// Whether the file of an article is among them, or nobody can tell: an id whose path leads to no file, such as one
    /// whose bytes are escaped, would otherwise be a way to go unnoticed.
    pub fn has(&self, article: &str) -> bool {
        let paths = article.match_indices('#').map(|(at, _)| article.get(..at).unwrap_or_default());
        let mut files = paths.chain([article]).filter_map(|path| fs::canonicalize(path).ok()).peekable();
        files.peek().is_none() || files.any(|file| self.files.contains(&file))
    }
}

fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

fn git(arguments: &[&str]) -> Result<Vec<u8>, Stop> {
    let output = Command::new("git").args(arguments).output();
    let output =
        output.map_err(|error| Stop::Message(format!("git cannot be run: {error}; --changed-since needs it")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = text(output.stderr);
    let said = said.lines().next().unwrap_or_default();
    Err(Stop::Message(format!("git: {said}; --changed-since needs a revision of the repository around this folder")))
}

/// The two files of a call as `GIT_EXTERNAL_DIFF`: path, old file, its hash and mode, new file, its hash and mode, and
/// for a renamed file its new name and what git says of it.
pub struct ExternalDiff<'a> {
    /// Path in the repository.
    pub path: &'a Path,
    /// The content before; `None` for a new file.
    pub old: Option<&'a Path>,
    /// The content after; `None` for a deleted file.
    pub new: Option<&'a Path>,
}

impl<'a> ExternalDiff<'a> {
    /// Recognises the call by its arguments: seven, nine, or the path alone of a file that is not merged.
    pub fn of(arguments: &'a [PathBuf]) -> Option<Self> {
        let file = |path: &'a PathBuf| Some(path.as_path()).filter(|path| *path != Path::new("/dev/null"));
        match arguments {
            [path, old, _, _, new, _, _] => Some(Self { path, old: file(old), new: file(new) }),
            [_, old, _, _, new, _, _, path, _] => Some(Self { path, old: file(old), new: file(new) }),
            [path] if env::var_os("GIT_DIFF_PATH_COUNTER").is_some() => Some(Self { path, old: None, new: None }),
            _ => None,
        }
    }
}
