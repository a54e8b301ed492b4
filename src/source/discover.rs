//! The paths that a user names to the files that are read: folders, patterns, links.

use super::error::{SourceError, shown};
use crate::rules::nearest;
use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;
use rustc_hash::FxHashSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

/// Endings of the files that are taken from a folder. `.json` is taken only when named: folders hold too much
/// JSON that is no article.
const ENDINGS: [&str; 11] = ["txt", "md", "markdown", "html", "htm", "xhtml", "jsonl", "ndjson", "xml", "rss", "atom"];

/// The files that `paths` name: files, folders, patterns with `*` or `?`, and `-` for standard input.
///
/// Sorted by name, each file once; what cannot be taken is told beside them. Of a folder or a pattern, the files in
/// `outputs` are none: a page that is written among the articles is no article of the next run.
pub fn discover(paths: &[PathBuf], outputs: &[PathBuf]) -> (Vec<PathBuf>, Vec<SourceError>) {
    let outputs = outputs.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut found = Found { outputs, ..Found::default() };
    paths.iter().for_each(|path| found.add(path));
    let Found { mut files, errors, .. } = found;
    files.sort_by(|a, b| a.cmp(b).then_with(|| a.as_os_str().len().cmp(&b.as_os_str().len())));
    let mut seen = FxHashSet::default();
    files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    (files, errors)
}

/// Why the thing at `path` is no file that can be read; `None` for a regular file.
pub(super) fn not_a_file(path: &Path, metadata: &Metadata) -> Option<SourceError> {
    let name = shown(path);
    match metadata {
        it if it.is_file() => None,
        it if it.is_dir() => Some(SourceError::Folder { name }),
        _ => Some(SourceError::NotAFile { name }),
    }
}

/// What the system says of a path, in our words.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> SourceError {
    let name = shown(path);
    match error.kind() {
        std::io::ErrorKind::NotFound if fs::symlink_metadata(path).is_err() => {
            SourceError::Missing { name, near: neighbour(path) }
        }
        std::io::ErrorKind::NotFound => SourceError::Unreadable { name, reason: "a link to nothing".to_owned() },
        kind if kind != std::io::ErrorKind::PermissionDenied && is_broken_link(path) => {
            SourceError::Unreadable { name, reason: "a link that leads in a circle".to_owned() }
        }
        _ => SourceError::Unreadable { name, reason: error.to_string() },
    }
}

/// What lies beside a path that is not there and has a name like it.
fn neighbour(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> =
        fs::read_dir(folder).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(shown(&path.with_file_name(near)))
}

/// Whether a link cannot be followed, though all before it can.
fn is_broken_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) && fs::metadata(path).is_err()
}

#[derive(Default)]
struct Found {
    /// Files that this run writes.
    outputs: FxHashSet<PathBuf>,
    files: Vec<PathBuf>,
    errors: Vec<SourceError>,
}

impl Found {
    fn add(&mut self, path: &Path) {
        if path == Path::new("-") {
            return self.files.push(path.to_owned());
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.add_folder(path),
            Ok(metadata) => match not_a_file(path, &metadata) {
                None => self.files.push(path.to_owned()),
                Some(error) => self.errors.push(error),
            },
            Err(error) => match pattern(path) {
                Some((folder, glob)) if fs::symlink_metadata(path).is_err() => self.add_pattern(path, &folder, &glob),
                _ => self.errors.push(unreadable(path, &error)),
            },
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let before = (self.files.len(), self.errors.len());
        self.walk(&mut walker(folder), |path| path.extension().is_some_and(is_article_ending));
        if before == (self.files.len(), self.errors.len()) {
            let expected = ENDINGS.map(|ending| format!(".{ending}")).join(" ");
            self.errors.push(SourceError::EmptyFolder { name: shown(folder), expected });
        }
    }

    fn add_pattern(&mut self, path: &Path, folder: &Path, glob: &str) {
        let before = (self.files.len(), self.errors.len());
        let mut globs = OverrideBuilder::new(folder);
        match globs.add(&format!("/{glob}")).and_then(|globs| globs.build()) {
            Ok(globs) => {
                // A pattern that does not speak of hidden files does not mean them.
                let hidden = glob.starts_with('.') || glob.contains("/.");
                self.walk(walker(folder).overrides(globs), |path| hidden || !is_hidden(path, folder));
            }
            Err(error) => self.errors.push(SourceError::Pattern { name: shown(path), reason: error.to_string() }),
        }
        if before == (self.files.len(), self.errors.len()) {
            self.errors.push(SourceError::NoMatch { name: shown(path) });
        }
    }

    fn is_output(&self, path: &Path) -> bool {
        !self.outputs.is_empty() && fs::canonicalize(path).is_ok_and(|path| self.outputs.contains(&path))
    }

    fn walk(&mut self, walker: &mut WalkBuilder, wanted: impl Fn(&Path) -> bool) {
        for entry in walker.build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) || !wanted(entry.path()) => {}
                Ok(entry) if self.is_output(entry.path()) => {}
                Ok(entry) => match entry.metadata().map(|metadata| not_a_file(entry.path(), &metadata)) {
                    Ok(Some(error)) => self.errors.push(error),
                    _ => self.files.push(entry.into_path()),
                },
                Err(error) => self.errors.push(walk_error(&error)),
            }
        }
    }
}

/// A walk that depends on the folder alone: no settings of the user or of the repository around it.
fn walker(folder: &Path) -> WalkBuilder {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut walker = WalkBuilder::new(folder);
    walker.follow_links(true).parents(false).git_global(false).git_exclude(false);
    walker
}

fn is_article_ending(ending: &std::ffi::OsStr) -> bool {
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The folder in which a pattern begins, and the pattern from there.
fn pattern(path: &Path) -> Option<(PathBuf, String)> {
    let is_glob = |part: &std::ffi::OsStr| part.to_string_lossy().contains(['*', '?', '[']);
    let parts: Vec<_> = path.iter().collect();
    let first = parts.iter().position(|part| is_glob(part))?;
    let (folder, glob) = parts.split_at(first);
    let glob: Vec<_> = glob.iter().map(|part| part.to_string_lossy()).collect();
    Some((folder.iter().collect(), glob.join("/")))
}

/// Whether the file, or a folder between it and `folder`, is hidden.
fn is_hidden(path: &Path, folder: &Path) -> bool {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().any(|part| part.as_encoded_bytes().starts_with(b".") && part != "." && part != "..")
}

fn walk_error(error: &ignore::Error) -> SourceError {
    let (mut error, mut at) = (error, None);
    loop {
        match error {
            ignore::Error::WithPath { path, err } => (error, at) = (err, Some(path.as_path())),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => error = err,
            ignore::Error::Loop { child, .. } => {
                return SourceError::Unreadable {
                    name: shown(child),
                    reason: "a link that leads back to its own folder".into(),
                };
            }
            ignore::Error::Io(io) => return unreadable(at.unwrap_or(Path::new("")), io),
            other => {
                return SourceError::Unreadable { name: at.map(shown).unwrap_or_default(), reason: other.to_string() };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = std::io::Result<()>;

    fn names(root: &Path, paths: &[&str]) -> (Vec<String>, Vec<String>) {
        let paths: Vec<_> = paths.iter().map(|path| root.join(path)).collect();
        let (files, errors) = discover(&paths, &[]);
        let short = |text: String| text.replace(&format!("{}/", root.display()), "");
        let files = files.iter().map(|file| short(file.display().to_string())).collect();
        (files, errors.into_iter().map(|error| short(error.to_string())).collect())
    }

    fn folder() -> std::io::Result<tempfile::TempDir> {
        let root = tempfile::tempdir()?;
        for name in ["b/b.txt", "b/a.MD", "b/gold.json", "b/.hidden.txt", "b/c/d.jsonl", "named.json", "x.pdf"] {
            let path = root.path().join(name);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, "x")?;
        }
        fs::create_dir(root.path().join("empty"))?;
        Ok(root)
    }

    #[test]
    fn folders_files_and_patterns() -> Outcome {
        let root = folder()?;
        for (paths, files) in [
            (&["b"][..], &["b/a.MD", "b/b.txt", "b/c/d.jsonl"][..]),
            (&["named.json", "b/b.txt", "b", "b/./b.txt"], &["b/a.MD", "b/b.txt", "b/c/d.jsonl", "named.json"]),
            (&["*.json"], &["named.json"]),
            (&["b/*.txt"], &["b/b.txt"]),
            (&["**/*.jsonl"], &["b/c/d.jsonl"]),
        ] {
            let (found, errors) = names(root.path(), paths);
            assert_eq!(found, files, "{paths:?}");
            assert!(errors.is_empty(), "{errors:?}");
        }
        Ok(())
    }

    #[test]
    fn what_cannot_be_taken_is_named() -> Outcome {
        let root = folder()?;
        for (path, start) in [
            ("nothing", "nothing: no such file or folder"),
            ("empty", "empty: no article in this folder"),
            ("*.rtf", "*.rtf: no file matches this pattern"),
        ] {
            let (found, errors) = names(root.path(), &[path, "named.json"]);
            assert_eq!(found, ["named.json"]);
            assert!(matches!(&errors[..], [error] if error.starts_with(start)), "{errors:?}");
        }
        assert!(discover(&[PathBuf::from("/dev/null")], &[]).1[0].to_string().contains("a pipe, socket or device"));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_nowhere_are_named() -> Outcome {
        let root = folder()?;
        std::os::unix::fs::symlink(root.path().join("gone"), root.path().join("b/dangling.txt"))?;
        std::os::unix::fs::symlink(root.path().join("b"), root.path().join("b/c/back"))?;
        let (files, errors) = names(root.path(), &["b"]);
        assert_eq!(files, ["b/a.MD", "b/b.txt", "b/c/d.jsonl"]);
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(
            errors.iter().any(|error| error.contains("b/dangling.txt: cannot be read: a link to nothing")),
            "{errors:?}"
        );
        assert!(errors.iter().any(|error| error.contains("b/c/back: cannot be read: a link that leads back")));
        Ok(())
    }
}
