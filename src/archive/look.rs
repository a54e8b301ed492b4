//! What an archive holds, for people.

use super::error::Fault;
use super::{Archive, ArchiveError, content, reader_of};
use crate::source::Article;
use rusqlite::{Connection, OptionalExtension, Row, params};
use schemars::JsonSchema;
use serde::Serialize;

/// An article of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    /// `PATH` or `PATH#id`.
    pub article: String,
    /// Newspaper, agency or site.
    pub outlet: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Day on which it appeared, from metadata or its dateline.
    pub published: Option<String>,
    /// Day of its last change.
    pub modified: Option<String>,
    /// Language, as it says itself.
    pub language: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Day on which this version was added.
    pub added: String,
    /// SHA-256 of what it says, in hexadecimal digits.
    pub sha256: String,
    /// How many claims it makes.
    pub claims: usize,
    /// How many earlier versions of it are kept.
    pub earlier_versions: usize,
}

/// An earlier version of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Version {
    /// What it was called.
    pub article: String,
    /// Its headline.
    pub title: Option<String>,
    /// Day on which it was added.
    pub added: String,
    /// SHA-256 of what it said.
    pub sha256: String,
    /// Its text.
    pub text: String,
}

/// An article with its history.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What is known of it.
    pub entry: Entry,
    /// The article itself.
    pub article: Article,
    /// Its earlier versions, the first one first.
    pub history: Vec<Version>,
}

/// An archive in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Statistics {
    /// Articles, each in its last version.
    pub articles: usize,
    /// Earlier versions.
    pub earlier_versions: usize,
    /// Claims of the last versions.
    pub claims: usize,
    /// The same by kind.
    pub kinds: Vec<(String, usize)>,
    /// Articles by outlet, those with the most first; at most twenty.
    pub outlets: Vec<(Option<String>, usize)>,
    /// The first day on which an article appeared.
    pub first: Option<String>,
    /// The last day.
    pub last: Option<String>,
    /// Articles that do not say when they appeared.
    pub undated: usize,
    /// Bytes of the file.
    pub bytes: u64,
    /// Program and packs that read the articles.
    pub reader: String,
}

const ENTRY: &str = "SELECT a.name, a.outlet, a.title, s.published, a.modified, a.language, a.url, a.added,
    lower(hex(a.sha256)) AS sha256,
    (SELECT count(*) FROM claim c WHERE c.article = a.id) AS claims,
    (SELECT count(*) FROM article e WHERE e.replaced_by = a.id) AS earlier_versions
    FROM article a LEFT JOIN story s ON s.article = a.id WHERE a.replaced_by IS NULL";

impl Archive {
    /// Goes through the articles in the order of their names; `pattern` wants names that fit it (`*` and `?` stand for any
    /// characters and any one).
    ///
    /// # Errors
    /// What the database says, and what `take` says.
    pub fn list<E: From<ArchiveError>>(
        &self,
        pattern: Option<&str>,
        mut take: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let fault = |error: rusqlite::Error| E::from(Fault::from(error).of(&self.name));
        let query = format!("{ENTRY} AND (?1 IS NULL OR a.name GLOB ?1) ORDER BY a.name");
        let mut statement = self.connection.prepare(&query).map_err(fault)?;
        let mut rows = statement.query([pattern]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            take(entry(row).map_err(fault)?)?;
        }
        Ok(())
    }

    /// The article of that name, with its history.
    ///
    /// # Errors
    /// A name that no article has.
    pub fn show(&self, article: &str) -> Result<Shown, ArchiveError> {
        self.told(|connection| {
            let id = number_of(connection, article)?;
            let entry = connection.query_row(&format!("{ENTRY} AND a.id = ?"), [id], entry)?;
            let missing = || Fault::damaged(format!("{article}: its text is missing"));
            let article = content::article(connection, id)?.ok_or_else(missing)?;
            Ok(Shown { entry, article, history: history(connection, id)? })
        })
    }

    /// The archive in numbers.
    ///
    /// # Errors
    /// What the database says.
    pub fn statistics(&self) -> Result<Statistics, ArchiveError> {
        self.told(statistics)
    }

    /// How many articles it holds, each in its last version.
    ///
    /// # Errors
    /// What the database says.
    pub fn articles(&self) -> Result<usize, ArchiveError> {
        self.told(|connection| number(connection, "SELECT count(*) FROM article WHERE replaced_by IS NULL"))
    }
}

/// The number of the article of that name.
pub(super) fn number_of(connection: &Connection, article: &str) -> Result<i64, Fault> {
    let query = "SELECT id FROM article WHERE name = ? AND replaced_by IS NULL";
    let id = connection.prepare_cached(query)?.query_row([article], |row| row.get(0)).optional()?;
    id.ok_or_else(|| {
        let near = near(connection, article).unwrap_or_default();
        let help = near.map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default();
        Fault::NoArticle { article: article.to_owned(), help }
    })
}

/// A name that ends like the one that was given: the same file in another folder, or the record of a file.
fn near(connection: &Connection, article: &str) -> Result<Option<String>, Fault> {
    let file = article.rsplit('/').next().unwrap_or(article);
    let query = "SELECT name FROM article
        WHERE replaced_by IS NULL AND (substr(name, -length(?1) - 1) IN ('/' || ?1, '#' || ?1) OR name = ?1)
        ORDER BY name LIMIT 1";
    Ok(connection.query_row(query, [file], |row| row.get(0)).optional()?)
}

fn entry(row: &Row<'_>) -> Result<Entry, rusqlite::Error> {
    let count = |column| row.get::<_, i64>(column).map(|count| usize::try_from(count).unwrap_or_default());
    Ok(Entry {
        article: row.get("name")?,
        outlet: row.get("outlet")?,
        title: row.get("title")?,
        published: row.get("published")?,
        modified: row.get("modified")?,
        language: row.get("language")?,
        url: row.get("url")?,
        added: row.get("added")?,
        sha256: row.get("sha256")?,
        claims: count("claims")?,
        earlier_versions: count("earlier_versions")?,
    })
}

fn history(connection: &Connection, id: i64) -> Result<Vec<Version>, Fault> {
    let query = "SELECT e.name, e.title, e.added, lower(hex(e.sha256)), t.text
        FROM article e JOIN content t ON t.article = e.id WHERE e.replaced_by = ? ORDER BY e.id";
    let mut statement = connection.prepare(query)?;
    let rows = statement.query_map([id], |row| {
        Ok(Version {
            article: row.get(0)?,
            title: row.get(1)?,
            added: row.get(2)?,
            sha256: row.get(3)?,
            text: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn number(connection: &Connection, query: &str) -> Result<usize, Fault> {
    let number: i64 = connection.query_row(query, (), |row| row.get(0))?;
    Ok(usize::try_from(number).unwrap_or_default())
}

fn counts<T: rusqlite::types::FromSql>(connection: &Connection, query: &str) -> Result<Vec<(T, usize)>, Fault> {
    let mut statement = connection.prepare(query)?;
    let rows = statement
        .query_map(params![], |row| Ok((row.get(0)?, usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default())))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn statistics(connection: &Connection) -> Result<Statistics, Fault> {
    let day = |which: &str| -> Result<Option<String>, Fault> {
        let query = format!("SELECT {which}(published) FROM story");
        Ok(connection.query_row(&query, (), |row| row.get(0))?)
    };
    let pages = number(connection, "SELECT page_count FROM pragma_page_count")?;
    let size = number(connection, "SELECT page_size FROM pragma_page_size")?;
    Ok(Statistics {
        articles: number(connection, "SELECT count(*) FROM article WHERE replaced_by IS NULL")?,
        earlier_versions: number(connection, "SELECT count(*) FROM article WHERE replaced_by IS NOT NULL")?,
        claims: number(connection, "SELECT count(*) FROM claim")?,
        kinds: counts(connection, "SELECT kind, count(*) FROM claim GROUP BY kind ORDER BY count(*) DESC, kind")?,
        outlets: counts(
            connection,
            "SELECT outlet, count(*) FROM article WHERE replaced_by IS NULL GROUP BY outlet
            ORDER BY count(*) DESC, outlet LIMIT 20",
        )?,
        first: day("min")?,
        last: day("max")?,
        undated: number(connection, "SELECT count(*) FROM story WHERE published IS NULL")?,
        bytes: u64::try_from(pages * size).unwrap_or_default(),
        reader: reader_of(connection)?.unwrap_or_default(),
    })
}
