//! Articles that were published, in one SQLite file: a new batch is compared with those of them that tell the same story.
//!
//! An article is kept as it was read, with every earlier version of it; its claims and the keys under which it meets
//! others follow from that and can be made anew. Whatever happens to a process that writes, the archive is as it was
//! before or as it is to be.

mod add;
mod care;
mod check;
mod content;
mod error;
mod look;
mod prepared;
mod schema;
mod sketch;

pub use add::{Added, Adding, Tally};
pub use care::Rebuilt;
pub use check::Against;
pub use error::{ArchiveError, Fault};
pub use look::{Entry, Shown, Statistics, Version};
pub use prepared::{Incoming, Prepared};

use crate::rules::Rules;
use error::PATIENCE_SECONDS;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Kilobytes of the database that a process holds.
const CACHE: i64 = 64 << 10;

/// What a process wants with an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Look.
    Read,
    /// Change one that is there.
    Write,
    /// Change it, and begin it where it is missing.
    Create,
}

/// A program with its packs, as far as they say what an article claims. Claims that two such programs read alone fit each
/// other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader(String);

impl Reader {
    /// This program with these packs and the other names that a user gives to actors.
    pub fn new(rules: &Rules, aliases: &BTreeMap<String, Vec<String>>) -> Self {
        let packs = rules.reading_digest();
        let packs = packs.get(..12).unwrap_or_default();
        let names: String = aliases.iter().map(|(name, others)| format!("{name}={};", others.join(","))).collect();
        let names = if names.is_empty() { String::new() } else { format!(" names {:016x}", prepared::hash(&names)) };
        Self(format!("{} {} packs {packs}{names}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")))
    }
}

/// An archive that is open.
#[derive(Debug)]
pub struct Archive {
    connection: Connection,
    name: String,
}

impl Archive {
    /// Opens the archive at a path.
    ///
    /// # Errors
    /// A file that is none, or that may not be opened as it is wanted.
    pub fn open(path: &Path, access: Access) -> Result<Self, ArchiveError> {
        let name = crate::source::shown(path);
        let open = || {
            let absolute = looked_at(path, access)?;
            let connection = match access {
                Access::Read => open_to_read(&absolute)?,
                Access::Write => open_with(&absolute, OpenFlags::SQLITE_OPEN_READ_WRITE)?,
                Access::Create => {
                    open_with(&absolute, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?
                }
            };
            match schema::state(&connection)? {
                schema::State::Empty if access != Access::Create => Err(Fault::Empty),
                _ => Ok(connection),
            }
        };
        match open() {
            Ok(connection) => Ok(Self { connection, name }),
            Err(fault) => Err(fault.of(&name)),
        }
    }

    /// The path as the user wrote it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the claims were read by this program and these packs.
    ///
    /// # Errors
    /// [`Fault::OtherReader`] where they were not.
    pub fn fits(&self, reader: &Reader) -> Result<(), ArchiveError> {
        self.told(|connection| fits(connection, reader))
    }

    fn told<'a, T>(&'a self, work: impl FnOnce(&'a Connection) -> Result<T, Fault>) -> Result<T, ArchiveError> {
        work(&self.connection).map_err(|fault| fault.of(&self.name))
    }
}

fn fits(connection: &Connection, reader: &Reader) -> Result<(), Fault> {
    let found = reader_of(connection)?;
    match found {
        Some(found) if found == stamp(reader) => Ok(()),
        Some(found) => Err(Fault::OtherReader { found, own: stamp(reader) }),
        None => Err(Fault::damaged("nothing says which program read its articles")),
    }
}

fn reader_of(connection: &Connection) -> Result<Option<String>, Fault> {
    // The tables of another version need not have this one.
    let has_table: bool =
        connection.query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'reader'", (), |row| row.get(0))?;
    match has_table {
        true => Ok(connection.query_row("SELECT program FROM reader", (), |row| row.get(0)).optional()?),
        false => Ok(None),
    }
}

/// What is written down of who made the tables of claims.
fn stamp(reader: &Reader) -> String {
    format!("{} tables {}", reader.0, schema::DERIVED_VERSION)
}

/// The path in full, where something can be opened there. Without it, a name such as `:memory:` would be no file.
fn looked_at(path: &Path, access: Access) -> Result<PathBuf, Fault> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => return Err(Fault::NotAFile),
        // SQLite takes a file of one byte for an empty one, and would write over it.
        Ok(metadata) if metadata.len() == 1 => return Err(Fault::NotADatabase),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound && access == Access::Create => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Fault::Missing),
        Err(error) => return Err(Fault::CannotOpen { reason: error.to_string() }),
    }
    std::path::absolute(path).map_err(|error| Fault::CannotOpen { reason: error.to_string() })
}

fn open_with(path: &Path, flags: OpenFlags) -> Result<Connection, Fault> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(PATIENCE_SECONDS))?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // A file that somebody else made may hold anything.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// Opens a file to look at it. In a folder where nothing can be written, SQLite reads it only when told that nobody else
/// writes, which is certain where no log of a writer lies beside it.
fn open_to_read(path: &Path) -> Result<Connection, Fault> {
    let opened = open_with(path, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|connection| {
        schema::state(&connection)?;
        Ok(connection)
    });
    let log = || {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        PathBuf::from(log).exists()
    };
    match opened {
        Err(Fault::CannotOpen { .. } | Fault::ReadOnly { .. }) if !log() => {
            let path =
                percent_encoding::utf8_percent_encode(&path.to_string_lossy(), percent_encoding::NON_ALPHANUMERIC)
                    .to_string()
                    .replace("%2F", "/");
            let uri = format!("file://{path}?immutable=1");
            open_with(Path::new(&uri), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
        }
        opened => opened,
    }
}
