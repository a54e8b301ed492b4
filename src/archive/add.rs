//! Articles into the archive, all of a run or none of them; and out of it.

use super::error::Fault;
use super::prepared::{Derived, Prepared, keys};
use super::{Archive, ArchiveError, Reader, fits, schema, stamp};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::ops::AddAssign;

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was not there.
    New,
    /// It takes the place of an earlier version, which is kept as its history.
    Replaced,
    /// It was there already, word for word.
    Known,
}

/// How many articles became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Those that were not there.
    pub new: usize,
    /// Those that take the place of an earlier version.
    pub replaced: usize,
    /// Those that were there already.
    pub known: usize,
}

impl AddAssign<Added> for Tally {
    fn add_assign(&mut self, added: Added) {
        match added {
            Added::New => self.new += 1,
            Added::Replaced => self.replaced += 1,
            Added::Known => self.known += 1,
        }
    }
}

/// Articles that are being added. Nothing is stored before [`Adding::finish`].
#[derive(Debug)]
pub struct Adding<'a> {
    writer: Writer<'a>,
    name: &'a str,
    today: Date,
    tally: Tally,
}

impl Archive {
    /// Begins to add articles, on the day `today`. Until it is done, other processes may read, and wait to write.
    ///
    /// # Errors
    /// An archive that other packs read, or that cannot be written.
    pub fn adding(&self, reader: &Reader, today: Date) -> Result<Adding<'_>, ArchiveError> {
        let writer = self.told(|connection| Writer::begin(connection, reader))?;
        Ok(Adding { writer, name: &self.name, today, tally: Tally::default() })
    }

    /// Takes out articles by name, with all that is kept of them and their earlier versions. How many versions that was.
    ///
    /// # Errors
    /// A name that no article has: then all stay. An archive that cannot be written.
    pub fn remove(&self, names: &[String]) -> Result<usize, ArchiveError> {
        self.told(|connection| remove(connection, names))
    }
}

impl Adding<'_> {
    /// Adds an article, or replaces its earlier version.
    ///
    /// # Errors
    /// What the database says.
    pub fn add(&mut self, article: &Prepared) -> Result<Added, ArchiveError> {
        let added = self.writer.add(article, self.today).map_err(|fault| fault.of(self.name))?;
        self.tally += added;
        Ok(added)
    }

    /// The path of the archive, as the user wrote it.
    pub fn name(&self) -> &str {
        self.name
    }

    /// Stores everything that was added.
    ///
    /// # Errors
    /// What the database says; then nothing is stored.
    pub fn finish(self) -> Result<Tally, ArchiveError> {
        self.writer.finish().map_err(|fault| fault.of(self.name))?;
        Ok(self.tally)
    }
}

/// A transaction in which articles are written.
///
/// Keys are spread over the whole of their index. They wait in a table of the process until it is done, and are written
/// in order then, so that each page of the index is written once, however many articles are added.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub transaction: Transaction<'a>,
}

/// Where keys wait, beginning with the article as they come.
const WAITING: &str = "
CREATE TEMP TABLE waiting (
    article INTEGER NOT NULL,
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID";

/// Identities of an article: what it is called, and the address of its page where it gives one.
fn earlier(connection: &Connection, name: &str, url: Option<&str>) -> Result<Vec<(i64, [u8; 32])>, Fault> {
    let query = "SELECT id, sha256 FROM article WHERE name = ?1 AND replaced_by IS NULL
        UNION SELECT id, sha256 FROM article WHERE url = ?2 AND replaced_by IS NULL ORDER BY id";
    let mut statement = connection.prepare_cached(query)?;
    let url = url.filter(|url| is_page(url));
    let rows = statement.query_map(params![name, url], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Numbers of the articles that are earlier versions of one with this name and address.
pub(super) fn earlier_versions(connection: &Connection, name: &str, url: Option<&str>) -> Result<Vec<i64>, Fault> {
    Ok(earlier(connection, name, url)?.into_iter().map(|(id, _)| id).collect())
}

/// Whether an address leads to a page, and not to the site as a whole, which many articles give.
fn is_page(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split_once('/').is_some_and(|(_, path)| !path.trim_matches('/').is_empty())
}

impl<'a> Writer<'a> {
    fn begin(connection: &'a Connection, reader: &Reader) -> Result<Self, Fault> {
        // A process that was killed in between leaves an empty database, which is as good as none.
        if schema::state(connection)? == schema::State::Empty {
            connection.pragma_update(None, "journal_mode", "wal")?;
        }
        let writer = Self::new(connection)?;
        match schema::state(&writer.transaction)? {
            schema::State::Archive => fits(&writer.transaction, reader)?,
            schema::State::Empty => {
                schema::create(&writer.transaction)?;
                writer.transaction.execute("INSERT INTO reader (program) VALUES (?)", [stamp(reader)])?;
            }
        }
        Ok(writer)
    }

    /// Waits until nobody else writes.
    pub fn new(connection: &'a Connection) -> Result<Self, Fault> {
        let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        transaction.execute(WAITING, ())?;
        Ok(Self { transaction })
    }

    fn add(&self, prepared: &Prepared, today: Date) -> Result<Added, Fault> {
        let Prepared { article, digest, layout, derived } = prepared;
        let earlier = earlier(&self.transaction, &article.id, article.meta.url.as_deref())?;
        match earlier.as_slice() {
            [] if self.is_copy(digest)? => Ok(Added::Known),
            [] => {
                let id = self.insert(prepared, today)?;
                self.derive(id, derived)?;
                Ok(Added::New)
            }
            [(id, known)] if known == digest => {
                self.renew_places(*id, &article.id, layout, derived)?;
                Ok(Added::Known)
            }
            replaced => {
                for (id, _) in replaced {
                    self.forget(*id)?;
                    // Away from the index of those that hold, before the new one is there to point at.
                    self.transaction
                        .prepare_cached("UPDATE article SET replaced_by = id WHERE id = ?")?
                        .execute([id])?;
                }
                let new = self.insert(prepared, today)?;
                for (id, _) in replaced {
                    let all = "UPDATE article SET replaced_by = ?1 WHERE replaced_by = ?2";
                    self.transaction.prepare_cached(all)?.execute([new, *id])?;
                }
                self.derive(new, derived)?;
                Ok(Added::Replaced)
            }
        }
    }

    /// Whether an article says the same under another name.
    fn is_copy(&self, digest: &[u8; 32]) -> Result<bool, Fault> {
        let query = "SELECT 1 FROM article WHERE sha256 = ? AND replaced_by IS NULL";
        Ok(self.transaction.prepare_cached(query)?.exists([digest])?)
    }

    fn insert(&self, prepared: &Prepared, today: Date) -> Result<i64, Fault> {
        let Prepared { article, digest, layout, .. } = prepared;
        let meta = &article.meta;
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        self.transaction
            .prepare_cached(
                "INSERT INTO article (name, url, outlet, title, published, modified, language, sha256, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                article.id,
                meta.url,
                meta.outlet,
                meta.title,
                text(meta.published),
                text(meta.modified),
                meta.language,
                digest,
                today.to_string()
            ])?;
        let id = self.transaction.last_insert_rowid();
        self.transaction
            .prepare_cached("INSERT INTO content (article, text, layout) VALUES (?, ?, ?)")?
            .execute(params![id, article.text, layout])?;
        Ok(id)
    }

    /// What follows from an article.
    pub fn derive(&self, id: i64, derived: &Derived) -> Result<(), Fault> {
        let Derived { day, published, language, numbers, terms, keys, info, sheet, claims } = derived;
        self.transaction
            .prepare_cached(
                "INSERT INTO story (article, day, published, language, numbers, terms, info)
                VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![id, day, published, language, numbers, terms, info])?;
        self.transaction
            .prepare_cached("INSERT INTO sheet (article, claims) VALUES (?, ?)")?
            .execute(params![id, sheet])?;
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO claim (article, kind, start, end, line, \"column\", text, number, question, nominal, value,
                subject, sentence, implied)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        for row in claims {
            insert.execute(params![
                id,
                row.kind,
                row.start,
                row.end,
                row.line,
                row.column,
                row.text,
                row.number,
                row.question,
                row.nominal,
                row.value,
                row.subject,
                row.sentence,
                row.implied
            ])?;
        }
        let query = "INSERT OR IGNORE INTO waiting (article, key, day) VALUES (?, ?, ?)";
        let mut insert = self.transaction.prepare_cached(query)?;
        for key in keys {
            insert.execute((id, key, day))?;
        }
        Ok(())
    }

    /// An article that says the same, but elsewhere in its file: the places of its claims move.
    fn renew_places(&self, id: i64, name: &str, layout: &[u8], derived: &Derived) -> Result<(), Fault> {
        let query =
            "SELECT a.name = ?2 AND t.layout <> ?3 FROM article a JOIN content t ON t.article = a.id WHERE a.id = ?1";
        let moved: bool =
            self.transaction.prepare_cached(query)?.query_row(params![id, name, layout], |row| row.get(0))?;
        if moved {
            self.forget(id)?;
            let query = "UPDATE content SET layout = ? WHERE article = ?";
            self.transaction.prepare_cached(query)?.execute(params![layout, id])?;
            self.derive(id, derived)?;
        }
        Ok(())
    }

    /// Takes out what follows from an article.
    fn forget(&self, id: i64) -> Result<(), Fault> {
        let query = "SELECT day, terms FROM story WHERE article = ?";
        let story = self
            .transaction
            .prepare_cached(query)?
            .query_row([id], |row| Ok((row.get::<_, i32>(0)?, row.get::<_, String>(1)?)));
        if let Some((day, terms)) = story.optional()? {
            let terms: Vec<String> = serde_json::from_str(&terms)
                .map_err(|error| Fault::damaged(format!("the terms of article {id}: {error}")))?;
            let mut delete =
                self.transaction.prepare_cached("DELETE FROM key WHERE key = ? AND day = ? AND article = ?")?;
            for key in keys(&terms) {
                delete.execute((key, day, id))?;
            }
        }
        for table in ["story", "sheet", "claim", "waiting"] {
            self.transaction.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?"))?.execute([id])?;
        }
        Ok(())
    }

    /// Stores everything.
    pub fn finish(self) -> Result<(), Fault> {
        let query =
            "INSERT INTO key (key, day, article) SELECT key, day, article FROM waiting ORDER BY key, day, article";
        self.transaction.execute(query, ())?;
        self.transaction.execute("DROP TABLE waiting", ())?;
        Ok(self.transaction.commit()?)
    }
}

fn remove(connection: &Connection, names: &[String]) -> Result<usize, Fault> {
    let writer = Writer::new(connection)?;
    let mut removed = 0;
    for name in names {
        let id = super::look::number_of(&writer.transaction, name)?;
        writer.forget(id)?;
        let versions = "SELECT id FROM article WHERE id = ?1 OR replaced_by = ?1";
        writer.transaction.execute(&format!("DELETE FROM content WHERE article IN ({versions})"), [id])?;
        removed += writer.transaction.execute("DELETE FROM article WHERE replaced_by = ?1", [id])?;
        removed += writer.transaction.execute("DELETE FROM article WHERE id = ?1", [id])?;
    }
    writer.finish()?;
    Ok(removed)
}
