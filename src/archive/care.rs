//! Looking after an archive: is it whole, is it small, do its claims fit the program.

use super::add::Writer;
use super::error::Fault;
use super::prepared::{Derived, keys};
use super::sketch::Sketch;
use super::{Archive, ArchiveError, Reader, content, schema, stamp};
use crate::pipeline::{self, Reading};
use crate::rules::Rules;
use crate::sheet::info_from_bytes;
use rayon::prelude::*;
use rusqlite::Connection;

/// What was read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// Articles.
    pub articles: usize,
    /// Claims.
    pub claims: usize,
}

/// Articles that are read again at a time.
const PORTION: usize = 512;

/// Faults that are told at most.
const FAULTS: usize = 20;

impl Archive {
    /// What is wrong with the archive, a sentence each; empty where it is whole.
    ///
    /// # Errors
    /// A file that cannot be looked through at all.
    pub fn verify(&self) -> Result<Vec<String>, ArchiveError> {
        self.told(|connection| {
            let pages = pages(connection)?;
            if !pages.is_empty() {
                return Ok(pages);
            }
            let mut faults = rows(connection)?;
            faults.extend(contents(connection)?);
            faults.truncate(FAULTS);
            Ok(faults)
        })
    }

    /// Gives back the room of what was removed.
    ///
    /// # Errors
    /// An archive that cannot be written, a disk without room for a second copy.
    pub fn vacuum(&self) -> Result<(), ArchiveError> {
        self.told(|connection| {
            connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;")?;
            Ok(())
        })
    }

    /// Reads every article again, from the text that is kept, with this program and these packs.
    ///
    /// # Errors
    /// A pack that is wrong, an archive that cannot be written; then everything is as before.
    pub fn rebuild(&self, rules: &Rules, reader: &Reader, reading: &Reading<'_>) -> Result<Rebuilt, ArchiveError> {
        self.told(|connection| rebuild(connection, rules, reader, reading))
    }
}

/// Whether SQLite finds its own pages, indexes and references whole.
fn pages(connection: &Connection) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({FAULTS})"))?;
    let told = statement.query_map((), |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut faults: Vec<String> = told.into_iter().filter(|line| line != "ok").collect();
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let dangling = statement.query_map((), |row| {
        let (table, row, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("row {} of {table} belongs to a row of {parent} that is missing", row.unwrap_or_default()))
    })?;
    for line in dangling.take(FAULTS) {
        faults.push(line?);
    }
    Ok(faults)
}

/// Whether every article has all that belongs to it, and nothing else is there.
fn rows(connection: &Connection) -> Result<Vec<String>, Fault> {
    let holds = "a.replaced_by IS NULL";
    let mut faults = Vec::new();
    for (what, query) in [
        (
            "has no text",
            "SELECT a.name FROM article a LEFT JOIN content t ON t.article = a.id WHERE t.article IS NULL".to_owned(),
        ),
        (
            "has no claims, not even none",
            format!(
                "SELECT a.name FROM article a LEFT JOIN sheet s ON s.article = a.id WHERE {holds} AND s.article IS NULL"
            ),
        ),
        (
            "is told of no story",
            format!(
                "SELECT a.name FROM article a LEFT JOIN story s ON s.article = a.id WHERE {holds} AND s.article IS NULL"
            ),
        ),
        (
            "is replaced, and still has claims",
            "SELECT a.name FROM article a JOIN sheet s ON s.article = a.id WHERE a.replaced_by IS NOT NULL".to_owned(),
        ),
        (
            "is replaced by one that is replaced itself",
            "SELECT a.name FROM article a JOIN article b ON b.id = a.replaced_by WHERE b.replaced_by IS NOT NULL"
                .to_owned(),
        ),
    ] {
        let mut statement = connection.prepare(&format!("{query} LIMIT {FAULTS}"))?;
        for name in statement.query_map((), |row| row.get::<_, String>(0))? {
            faults.push(format!("{} {what}", name?));
        }
    }
    Ok(faults)
}

/// Whether every text is what it was when it was stored, and every article can be found under its keys and no others.
fn contents(connection: &Connection) -> Result<Vec<String>, Fault> {
    let mut faults = Vec::new();
    let mut all_keys: i64 = 0;
    let mut numbers = connection.prepare("SELECT id, name, sha256, replaced_by IS NULL FROM article ORDER BY id")?;
    let mut story = connection.prepare("SELECT day, terms, info FROM story WHERE article = ?")?;
    let mut key = connection.prepare("SELECT 1 FROM key WHERE key = ? AND day = ? AND article = ?")?;
    let mut rows = numbers.query(())?;
    while let Some(row) = rows.next()? {
        let (id, name, digest, holds): (i64, String, [u8; 32], bool) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        match content::article(connection, id) {
            Ok(Some(article)) if content::digest(&article) == digest => {}
            Ok(Some(_)) => faults.push(format!("{name}: its text is not what was stored")),
            Ok(None) => {}
            Err(fault) => faults.push(fault.to_string()),
        }
        if !holds {
            continue;
        }
        let (day, terms, info): (i32, String, Vec<u8>) =
            story.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        match (info_from_bytes(&info), Sketch::of_archived(connection, id)) {
            (Ok(info), Ok(sketch)) if Sketch::of(&info) == sketch => {}
            _ => faults.push(format!("{name}: its story and the numbers of it differ")),
        }
        let Ok(terms) = serde_json::from_str::<Vec<String>>(&terms) else {
            faults.push(format!("{name}: the terms of its story are no list"));
            continue;
        };
        let mut own = keys(&terms);
        own.sort_unstable();
        own.dedup();
        for hash in &own {
            if !key.exists((hash, day, id))? {
                faults.push(format!("{name}: one of its keys is missing"));
            }
        }
        all_keys += i64::try_from(own.len()).unwrap_or_default();
        if faults.len() >= FAULTS {
            return Ok(faults);
        }
    }
    let stored: i64 = connection.query_row("SELECT count(*) FROM key", (), |row| row.get(0))?;
    if stored != all_keys && faults.is_empty() {
        faults.push(format!("{stored} keys where the articles have {all_keys}"));
    }
    Ok(faults)
}

fn rebuild(connection: &Connection, rules: &Rules, reader: &Reader, reading: &Reading<'_>) -> Result<Rebuilt, Fault> {
    let writer = Writer::new(connection)?;
    schema::renew_derived(&writer.transaction)?;
    writer.transaction.execute("INSERT INTO reader (program) VALUES (?)", [stamp(reader)])?;
    let ids: Vec<i64> = writer
        .transaction
        .prepare("SELECT id FROM article WHERE replaced_by IS NULL ORDER BY id")?
        .query_map((), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut rebuilt = Rebuilt { articles: 0, claims: 0 };
    for portion in ids.chunks(PORTION) {
        let mut articles = Vec::with_capacity(portion.len());
        for id in portion {
            let article = content::article(&writer.transaction, *id)?;
            articles
                .push((*id, article.ok_or_else(|| Fault::damaged(format!("the text of article {id} is missing")))?));
        }
        let derived = articles.into_par_iter().map(|(id, article)| {
            let claims = pipeline::claims(&article, rules)?;
            Ok((id, Derived::new(&claims, rules)?))
        });
        for derived in derived.collect::<Vec<Result<(i64, Derived), Fault>>>() {
            let (id, derived) = derived?;
            rebuilt.claims += derived.claims.len();
            writer.derive(id, &derived)?;
        }
        rebuilt.articles += portion.len();
        if let Some(progress) = reading.progress {
            progress(pipeline::Stage::Articles, rebuilt.articles, Some(ids.len()));
        }
    }
    writer.finish()?;
    Ok(rebuilt)
}
