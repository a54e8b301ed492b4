//! What can go wrong between a path and an article; each message names the place and says what to do.

use std::path::Path;

/// Why a file, or a part of one, could not be read. Everything else of the batch is still processed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// Nothing has this name.
    #[error("{name}: no such file or folder; {}", meant(near.as_deref()))]
    Missing {
        /// As the user wrote it.
        name: String,
        /// What is there and has a name like it.
        near: Option<String>,
    },
    /// A pattern that no file matches.
    #[error("{name}: no file matches this pattern; check it, or name a folder")]
    NoMatch {
        /// As the user wrote it.
        name: String,
    },
    /// A pattern that is none.
    #[error("{name}: not a pattern: {reason}; put a backslash before a bracket that is part of the name")]
    Pattern {
        /// As the user wrote it.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// A folder without an article.
    #[error("{name}: no article in this folder; it takes {expected}, and hidden files are left out")]
    EmptyFolder {
        /// The folder.
        name: String,
        /// The endings that are taken.
        expected: String,
    },
    /// A folder where a file is wanted.
    #[error("{name}: this is a folder; name a file in it, or compare all that is in it with `claimdiff check`")]
    Folder {
        /// The path.
        name: String,
    },
    /// A pipe or device where a file is wanted.
    #[error("{name}: this is a pipe, socket or device; save it to a file first, or use - for standard input")]
    NotAFile {
        /// The path.
        name: String,
    },
    /// The system refused.
    #[error("{name}: cannot be read: {reason}; check that it is still there and that you may read it")]
    Unreadable {
        /// The path.
        name: String,
        /// The system's own words.
        reason: String,
    },
    /// Longer than the limit.
    #[error("{name}: longer than the limit of {limit} bytes, so none of it was read; split it or raise {setting}")]
    TooLarge {
        /// The path.
        name: String,
        /// The limit.
        limit: usize,
        /// Name of the setting.
        setting: &'static str,
    },
    /// More records than the limit.
    #[error("{name}: more than {limit} articles; those after them were not read; split the file or raise max-articles")]
    TooMany {
        /// The path.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// An article longer than the limit. What stands before the limit is read.
    #[error("{name}: longer than {limit} bytes of text; what follows was not read; split it or raise max-text-bytes")]
    Cut {
        /// Id of the article.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// A second article of one id in one file. It is read under another.
    #[error("{name}: the id stands in this file before; this one is read as {renamed}; give each article its own id")]
    SameId {
        /// The id that both have.
        name: String,
        /// The id that the later one gets.
        renamed: String,
    },
    /// More faults in one file than are worth listing.
    #[error("{name}: {faults} more faults like these; mend the first, and these will be told")]
    MoreFaults {
        /// The path.
        name: String,
        /// How many are not told one by one.
        faults: usize,
    },
    /// Nothing but white space.
    #[error("{name}: empty; there is no text to read")]
    Empty {
        /// The path.
        name: String,
    },
    /// A page whose text was not found.
    #[error("{name}: no text outside markup and navigation; save the article itself")]
    NoText {
        /// The path.
        name: String,
    },
    /// Not text at all.
    #[error("{name}: {what}, not text; save the article as plain text, Markdown or HTML")]
    Binary {
        /// The path.
        name: String,
        /// What it looks like.
        what: &'static str,
    },
    /// A bad line in front matter. The rest of the article is read.
    #[error("{name}:{line}: front matter: {reason}")]
    FrontMatter {
        /// The path.
        name: String,
        /// Line of the file.
        line: usize,
        /// What is wrong, and what is wanted.
        reason: String,
    },
    /// A bad record of a JSON Lines or JSON file. Other records are read.
    #[error("{name}:{line}: {reason}")]
    Record {
        /// The path.
        name: String,
        /// Line of the file.
        line: usize,
        /// What is wrong, and what is wanted.
        reason: String,
    },
    /// A feed that breaks off. What stands before is read.
    #[error("{name}:{line}: not well-formed XML: {reason}; the items before are read")]
    Feed {
        /// The path.
        name: String,
        /// Line of the file.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// XML of some other sort.
    #[error("{name}: neither RSS, Atom nor XHTML: its first element is {root}; give the feed or the page itself")]
    NotAFeed {
        /// The path.
        name: String,
        /// Name of the first element.
        root: String,
    },
}

/// "did you mean", or what else to do about a name that nothing has.
fn meant(near: Option<&str>) -> String {
    near.map_or("check the spelling".to_owned(), |near| format!("did you mean {near}?"))
}

/// A path as messages and article ids show it: without `./` at its beginning, `/` between folders, control characters and bytes that are no UTF-8
/// escaped, so that two paths never look the same.
pub fn shown(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| name.push_str(&format!("\\x{byte:02x}")));
    }
    let name = if std::path::MAIN_SEPARATOR == '/' { name } else { name.replace('\\', "/") };
    // `-` alone is standard input, and no file of that name.
    let rest = name.strip_prefix("./").map(|rest| rest.trim_start_matches('/'));
    printable(rest.filter(|rest| !rest.is_empty() && *rest != "-").unwrap_or(&name))
}

/// A name without control characters.
pub(super) fn printable(name: &str) -> String {
    if !name.contains(char::is_control) {
        return name.to_owned();
    }
    name.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_no_control_characters() {
        assert_eq!(shown(Path::new("a/b.txt")), "a/b.txt");
        assert_eq!(shown(Path::new("./a/b.txt")), "a/b.txt");
        assert_eq!(shown(Path::new("./-")), "./-");
        assert_eq!(shown(Path::new("a\u{1b}[1m\n.txt")), "a\\u{1b}[1m\\n.txt");
    }

    /// Articles are told apart by their names.
    #[cfg(unix)]
    #[test]
    fn names_that_are_no_utf8_stay_apart() {
        use std::os::unix::ffi::OsStrExt;
        let name = |bytes: &[u8]| shown(Path::new(std::ffi::OsStr::from_bytes(bytes)));
        assert_eq!(name(b"citt\xe0.txt"), "citt\\xe0.txt");
        assert_ne!(name(b"citt\xe0.txt"), name(b"citt\xe8.txt"));
    }

    #[test]
    fn a_message_names_the_place_and_what_to_do() {
        let error = SourceError::TooLarge { name: "a.txt".into(), limit: 10, setting: "max-article-bytes" };
        assert_eq!(
            error.to_string(),
            "a.txt: longer than the limit of 10 bytes, so none of it was read; split it or raise max-article-bytes"
        );
    }
}
