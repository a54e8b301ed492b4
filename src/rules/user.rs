//! Packs of a user, laid over the built-in ones.

use super::near::nearest;
use super::pack::{PackFile, RuleError};
use crate::embedded::{DIGEST, READING_DIGEST};
use data_encoding::HEXLOWER;
use ignore::WalkBuilder;
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};

/// The built-in packs with those of a user over them.
///
/// A file of `lexicon/` is read beside the built-in ones; every other file takes the place of the built-in one of the
/// same path.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    /// Path below the folder of the pack, with the file; later ones go before earlier ones.
    user: Vec<(String, PackFile)>,
}

/// Why a folder of packs cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PackError {
    /// The system refused.
    #[error("{path}: the pack cannot be read: {reason}; check the path under [rules] in claimdiff.toml")]
    Unreadable {
        /// The folder or file.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// A file that no pack has.
    #[error("{path}: no pack has a file of this name{help}; it can hold lexicon/*.toml and the files of rules/")]
    Unknown {
        /// The file.
        path: String,
        /// What was probably meant.
        help: String,
    },
    /// A file that is wrong.
    #[error(transparent)]
    Wrong(#[from] RuleError),
}

/// Topics of the lexicon stand in this folder of a pack.
const LEXICON: &str = "lexicon";

impl Packs {
    /// Adds a folder laid out like `rules/`.
    ///
    /// # Errors
    /// A folder that is not there or has no pack in it, a file that no pack has.
    pub fn add(&mut self, folder: &Path) -> Result<(), PackError> {
        let files = pack_files(folder)?;
        if files.is_empty() {
            let reason = "there is no .toml file in it".to_owned();
            return Err(PackError::Unreadable { path: folder.display().to_string(), reason });
        }
        for file in files {
            let inner = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let shown = file.display().to_string();
            refuse_unknown(&inner, &shown)?;
            self.user.push((inner, PackFile::read(&file).map_err(|error| unreadable(&file, &error))?));
        }
        Ok(())
    }

    /// Adds one file of a pack by its path below `rules/`; one without such a path is never read.
    pub fn lay_over(&mut self, path: &str, text: String) {
        self.user.push((path.to_owned(), PackFile { name: path.to_owned().into(), text: text.into() }));
    }

    /// The file that holds at a path: the user's, else the built-in one.
    pub fn file(&self, path: &str) -> Option<PackFile> {
        let own = self.user.iter().rev().find(|(inner, _)| inner == path);
        own.map(|(_, file)| file.clone()).or_else(|| PackFile::embedded(path))
    }

    /// Every topic of the lexicon.
    pub(super) fn topics(&self) -> Vec<PackFile> {
        let own = self.user.iter().filter(|(inner, _)| is_topic(inner)).map(|(_, file)| file.clone());
        PackFile::embedded_below(LEXICON).chain(own).collect()
    }

    /// Whether the user has topics of the lexicon.
    pub(super) fn change_lexicon(&self) -> bool {
        self.user.iter().any(|(inner, _)| is_topic(inner))
    }

    /// Whether the user has files of a language, or of the units that its words name.
    pub(super) fn change_language(&self, code: &str) -> bool {
        let counts = |inner: &str| match inner.split_once('/') {
            Some((folder, _)) => folder == code,
            None => inner == "units.toml" || inner == "currencies.toml",
        };
        self.user.iter().any(|(inner, _)| counts(inner))
    }

    /// The user's files, each with its path below the folder of its pack.
    pub fn user(&self) -> impl Iterator<Item = (&str, &PackFile)> {
        self.user.iter().map(|(inner, file)| (inner.as_str(), file))
    }

    /// SHA-256 over the names and texts of all packs: two programs of one version and digest judge alike.
    pub(super) fn digest(&self) -> String {
        if self.user.is_empty() { DIGEST.to_owned() } else { self.digest_of(|_| true) }
    }

    /// The same over the packs that say what an article claims, whatever is made of it then.
    pub(super) fn reading_digest(&self) -> String {
        if self.user.is_empty() { READING_DIGEST.to_owned() } else { self.digest_of(counts_in_reading) }
    }

    fn digest_of(&self, counts: impl Fn(&str) -> bool) -> String {
        let mut digest = Sha256::new();
        let own = self.user.iter().map(|(inner, file)| (inner.clone(), file.text.clone()));
        let built_in = PackFile::embedded_below("").map(|file| (file.name.into_owned(), file.text));
        for (name, text) in built_in.chain(own).filter(|(name, _)| counts(name)) {
            digest.update(name.as_bytes());
            digest.update([0]);
            digest.update(text.as_bytes());
            digest.update([0]);
        }
        HEXLOWER.encode(&digest.finalize())
    }

    /// Every path that a pack can have, besides topics of one's own.
    pub fn built_in() -> impl Iterator<Item = String> {
        PackFile::embedded_below("").map(|file| file.name.into_owned()).filter(|path| path.ends_with(".toml"))
    }
}

fn counts_in_reading(path: &str) -> bool {
    path != "judgement.toml" && !path.starts_with("checks/")
}

fn is_topic(path: &str) -> bool {
    path.strip_prefix(LEXICON).is_some_and(|rest| rest.starts_with('/'))
}

fn refuse_unknown(inner: &str, shown: &str) -> Result<(), PackError> {
    let known: Vec<String> = Packs::built_in().collect();
    if is_topic(inner) || known.iter().any(|path| path == inner) {
        return Ok(());
    }
    let near = nearest(inner, known.iter().map(String::as_str));
    let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(PackError::Unknown { path: shown.to_owned(), help })
}

/// The files of a pack in order; a link is followed, but in no circle.
fn pack_files(folder: &Path) -> Result<Vec<PathBuf>, PackError> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(folder).standard_filters(false).follow_links(true).build() {
        let entry = entry.map_err(|error| PackError::Unreadable {
            path: folder.display().to_string(),
            reason: error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
        })?;
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        if !is_folder && entry.path().extension().is_some_and(|ending| ending == "toml") {
            files.push(entry.into_path());
        }
    }
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path, error: &io::Error) -> PackError {
    PackError::Unreadable { path: path.display().to_string(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_digested_is_what_is_there() {
        let packs = Packs::default();
        assert_eq!(packs.digest(), packs.digest_of(|_| true));
        assert_eq!(packs.reading_digest(), packs.digest_of(counts_in_reading));
        assert_ne!(packs.digest(), packs.reading_digest());
        let mut own = packs.clone();
        own.lay_over("judgement.toml", "bias = 1".to_owned());
        assert_ne!(own.digest(), packs.digest());
        assert_eq!(own.reading_digest(), packs.reading_digest());
    }
}
