//! What can go wrong with an archive; each message names the file and says what to do.

use crate::rules::RuleError;
use crate::sheet::SheetError;
use rusqlite::ErrorCode;

/// What is wrong with which archive.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {fault}")]
pub struct ArchiveError {
    /// The file, as the user wrote it.
    pub name: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with an archive. Whatever it is, the archive is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing has this name.
    #[error("no such archive; check the spelling, or begin one with `claimdiff archive add`")]
    Missing,
    /// An archive that was begun and got nothing.
    #[error("an archive to which nothing was ever added; `claimdiff archive add` does")]
    Empty,
    /// A folder or device.
    #[error("not a file; give the path of an archive")]
    NotAFile,
    /// Some other file.
    #[error("not an archive: this is no SQLite database; give another path")]
    NotADatabase,
    /// Some other database.
    #[error("a database, but no archive of claimdiff; give another path")]
    NotAnArchive,
    /// Made by a later version of the program.
    #[error("made by a newer claimdiff: its schema is {found}, and this one knows {known}; update the program")]
    Newer {
        /// Version of its schema.
        found: i64,
        /// Version of ours.
        known: i64,
    },
    /// Its claims were read by another program or with other packs.
    #[error("its articles were read by {found}, and this is {own}; `claimdiff archive rebuild` reads them again")]
    OtherReader {
        /// Program and packs that read it.
        found: String,
        /// Program and packs of this run.
        own: String,
    },
    /// Somebody else writes.
    #[error("another process has been writing to it for {seconds} s; try again when it is done")]
    Busy {
        /// How long was waited.
        seconds: u64,
    },
    /// May not be written.
    #[error("cannot be written: {reason}; check the permissions of the file and of its folder")]
    ReadOnly {
        /// The database's own words.
        reason: String,
    },
    /// May not be opened.
    #[error("cannot be opened: {reason}; check that the folder exists and that you may read and write there")]
    CannotOpen {
        /// The database's own words.
        reason: String,
    },
    /// No room.
    #[error("the disk is full; nothing was stored. Make room and run it again")]
    Full,
    /// The system fails to read or write.
    #[error("{reason}; nothing was stored. Check the disk, and run it again")]
    Device {
        /// The database's own words.
        reason: String,
    },
    /// Bytes that no archive has.
    #[error("damaged: {reason}; `claimdiff archive verify` says where. Put back a copy, or add the articles anew")]
    Damaged {
        /// What was found.
        reason: String,
    },
    /// No article of this name.
    #[error("no article is called `{article}`{help}; `claimdiff archive list` names them")]
    NoArticle {
        /// The name.
        article: String,
        /// What was probably meant.
        help: String,
    },
    /// A pack that an article needs.
    #[error(transparent)]
    Rules(#[from] RuleError),
    /// An article that cannot be packed.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// Anything else that the database says.
    #[error("the database says: {reason}")]
    Database {
        /// Its own words.
        reason: String,
    },
}

/// How long one process waits for another.
pub(super) const PATIENCE_SECONDS: u64 = 60;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        let reason = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { seconds: PATIENCE_SECONDS },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { reason },
            Some(ErrorCode::CannotOpen) => Self::CannotOpen { reason },
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure) => Self::Device { reason },
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { reason },
            Some(_) => Self::Database { reason },
            // What stands in a column is not of its type: somebody else wrote it.
            None => Self::Damaged { reason },
        }
    }
}

impl Fault {
    /// Content of the archive that cannot be.
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { reason: what.into() }
    }

    /// The fault of the archive of that name.
    pub(super) fn of(self, name: &str) -> ArchiveError {
        ArchiveError { name: name.to_owned(), fault: self }
    }
}
