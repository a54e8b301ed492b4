//! Packs of a user, laid over the built-in ones.

use super::near::nearest;
use super::pack::{PackFile, RuleError};
use crate::embedded::{DIGEST, READING_DIGEST};
use data_encoding::HEXLOWER;
use ignore::WalkBuilder;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The built-in packs with those of a user over them.
///
/// Files of `lexicon/` and lists of words are read beside the built-in ones, unless the pack says that they replace
/// them; every other file takes the place of the built-in one of the same path.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    /// Later ones go before earlier ones.
    user: Vec<Own>,
}

/// A file of a user.
#[derive(Debug, Clone)]
struct Own {
    /// Path below the folder of the pack.
    path: String,
    file: PackFile,
    /// Whether the files of that path before it no longer hold.
    replaces: bool,
}

/// `pack.toml`: what a pack does beside adding words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    /// Files of this pack that take the place of the built-in ones.
    #[serde(default)]
    replaces: Vec<Spanned<String>>,
}

/// Why a folder of packs cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PackError {
    /// The system refused.
    #[error("{path}: the pack cannot be read: {reason}; check the path")]
    Unreadable {
        /// The folder or file.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// A file that no pack has.
    #[error(
        "{path}: no pack has a file of this name{help}; it can hold pack.toml, lexicon/*.toml and the files of rules/"
    )]
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

/// What a pack says of itself.
const MANIFEST: &str = "pack.toml";

/// Files that can be added to, in the folder of a language or beside those folders; all others are settings, of which
/// one holds.
const LISTS: [&str; 8] = [
    "currencies.toml",
    "hedges.toml",
    "inflection.toml",
    "language.toml",
    "names.toml",
    "time.toml",
    "units.toml",
    "words.toml",
];

impl Packs {
    /// Adds a folder laid out like `rules/`.
    ///
    /// # Errors
    /// A folder that is not there or has no pack in it, a file that no pack has.
    pub fn add(&mut self, folder: &Path) -> Result<(), PackError> {
        let unreadable_folder =
            |reason: &str| Err(PackError::Unreadable { path: folder.display().to_string(), reason: reason.to_owned() });
        if !folder.is_dir() {
            return unreadable_folder("there is no such folder");
        }
        let files = pack_files(folder)?;
        if files.is_empty() {
            return unreadable_folder("there is no .toml file in it");
        }
        let mut manifest = None;
        let mut own = Vec::new();
        for file in files {
            let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let read = PackFile::read(&file).map_err(|error| unreadable(&file, &error))?;
            if path == MANIFEST {
                manifest = Some(read);
                continue;
            }
            refuse_unknown(&path, &read.name)?;
            let replaces = !is_topic(&path) && !is_list(&path);
            own.push(Own { path, file: read, replaces });
        }
        if let Some(manifest) = &manifest {
            replace(&mut own, manifest)?;
        }
        self.user.append(&mut own);
        Ok(())
    }

    /// Puts one file of a pack, by its path below `rules/`, into the place of the built-in one; one without such a path
    /// is never read.
    pub fn lay_over(&mut self, path: &str, text: String) {
        let file = PackFile { name: path.to_owned().into(), text: text.into() };
        self.user.push(Own { path: path.to_owned(), file, replaces: true });
    }

    /// The files that hold at a path, each adding to those before it: the built-in one, then the user's, without what
    /// one of these replaces.
    pub fn layers(&self, path: &str) -> Vec<PackFile> {
        let mut layers: Vec<PackFile> = PackFile::embedded(path).into_iter().collect();
        for own in self.user.iter().filter(|own| own.path == path) {
            if own.replaces {
                layers.clear();
            }
            layers.push(own.file.clone());
        }
        layers
    }

    /// The last file that holds at a path, for files of which one holds.
    pub(super) fn file(&self, path: &str) -> Option<PackFile> {
        self.layers(path).pop()
    }

    /// Every topic of the lexicon.
    pub(super) fn topics(&self) -> Vec<PackFile> {
        let mut topics: Vec<PackFile> = PackFile::embedded_below(LEXICON).collect();
        for own in self.user.iter().filter(|own| is_topic(&own.path)) {
            if own.replaces {
                topics.retain(|topic| topic.name != own.path);
            }
            topics.push(own.file.clone());
        }
        topics
    }

    /// Whether the user has topics of the lexicon.
    pub(super) fn change_lexicon(&self) -> bool {
        self.user.iter().any(|own| is_topic(&own.path))
    }

    /// Whether the user has files of a language, or of the units that its words name.
    pub(super) fn change_language(&self, code: &str) -> bool {
        let counts = |path: &str| match path.split_once('/') {
            Some((folder, _)) => folder == code,
            None => path == "units.toml" || path == "currencies.toml",
        };
        self.user.iter().any(|own| counts(&own.path))
    }

    /// The user's files: its path below the folder of its pack, the file, whether it replaces those before it.
    pub fn user(&self) -> impl Iterator<Item = (&str, &PackFile, bool)> {
        self.user.iter().map(|own| (own.path.as_str(), &own.file, own.replaces))
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
        // The build lays all files over nothing, and its digest is that of the built-in ones.
        let replaces = |own: &Own| own.replaces && PackFile::embedded(&own.path).is_some();
        let own = self.user.iter().map(|own| (own.path.clone(), own.file.text.clone(), replaces(own)));
        let built_in = PackFile::embedded_below("").map(|file| (file.name.into_owned(), file.text, false));
        for (name, text, replaces) in built_in.chain(own).filter(|(name, ..)| counts(name)) {
            digest.update(name.as_bytes());
            digest.update([u8::from(replaces)]);
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

fn is_list(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    LISTS.contains(&name)
}

/// Marks the files of a pack that its manifest puts into the place of built-in ones.
fn replace(own: &mut [Own], manifest: &PackFile) -> Result<(), RuleError> {
    for wanted in manifest.parse::<Manifest>()?.replaces {
        let Some(file) = own.iter_mut().find(|own| own.path == *wanted.as_ref()) else {
            let near = nearest(wanted.as_ref(), own.iter().map(|own| own.path.as_str()));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a file of this pack by its path in it".to_owned(),
            };
            return Err(manifest.error(wanted.span(), "this pack has no such file").with_help(help));
        };
        file.replaces = true;
    }
    Ok(())
}

fn refuse_unknown(inner: &str, shown: &str) -> Result<(), PackError> {
    let known: Vec<String> = Packs::built_in().chain([MANIFEST.to_owned()]).collect();
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
