//! The tables. `article` and `content` hold what was given; everything else follows from them and can be made anew.

use super::error::Fault;
use rusqlite::{Connection, Transaction};

/// "clmd": what says in the header of a database that it is an archive.
const APPLICATION: i64 = 0x636c_6d64;

/// Version of the tables that hold what was given.
const VERSION: i64 = 1;

/// Version of the tables that follow from them.
pub(super) const DERIVED_VERSION: u32 = 2;

/// What a database file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing at all.
    Empty,
    /// An archive.
    Archive,
}

/// Tells an archive from other databases.
pub(super) fn state(connection: &Connection) -> Result<State, Fault> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    match (application, version) {
        (APPLICATION, VERSION) => Ok(State::Archive),
        (APPLICATION, found) => Err(Fault::Newer { found, known: VERSION }),
        (0, 0) if tables == 0 => Ok(State::Empty),
        _ => Err(Fault::NotAnArchive),
    }
}

/// Makes the tables of an empty database.
pub(super) fn create(transaction: &Transaction<'_>) -> Result<(), Fault> {
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.execute_batch(GIVEN)?;
    transaction.execute_batch(DERIVED)?;
    Ok(())
}

/// Empties the tables that follow from the articles, in the form of this version.
pub(super) fn renew_derived(transaction: &Transaction<'_>) -> Result<(), Fault> {
    transaction.execute_batch(DROP_DERIVED)?;
    transaction.execute_batch(DERIVED)?;
    Ok(())
}

const GIVEN: &str = "
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    title TEXT,
    published TEXT,
    modified TEXT,
    language TEXT,
    sha256 BLOB NOT NULL,
    added TEXT NOT NULL,
    replaced_by INTEGER REFERENCES article (id)
) STRICT;
CREATE UNIQUE INDEX article_by_name ON article (name) WHERE replaced_by IS NULL;
CREATE INDEX article_by_content ON article (sha256) WHERE replaced_by IS NULL;
CREATE INDEX article_by_url ON article (url) WHERE replaced_by IS NULL AND url IS NOT NULL;
CREATE INDEX article_by_successor ON article (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    text TEXT NOT NULL,
    layout BLOB NOT NULL
) STRICT;
";

const DERIVED: &str = "
CREATE TABLE reader (
    program TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    kind TEXT NOT NULL,
    start INTEGER,
    end INTEGER,
    line INTEGER,
    \"column\" INTEGER,
    text TEXT NOT NULL,
    number TEXT NOT NULL,
    question TEXT,
    nominal TEXT,
    value TEXT NOT NULL,
    subject TEXT,
    sentence TEXT NOT NULL,
    implied TEXT
) STRICT;
CREATE INDEX claim_by_article ON claim (article);

CREATE TABLE sheet (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    claims BLOB NOT NULL
) STRICT;

CREATE TABLE story (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    day INTEGER NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    numbers BLOB NOT NULL,
    terms TEXT NOT NULL,
    info BLOB NOT NULL
) STRICT;

CREATE TABLE key (
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, day, article)
) STRICT, WITHOUT ROWID;

CREATE VIEW articles AS
SELECT a.id, a.name, a.outlet, a.title, s.published, a.modified, a.language, a.url, a.added, lower(hex(a.sha256)) AS sha256,
       (SELECT count(*) FROM claim c WHERE c.article = a.id) AS claims,
       (SELECT count(*) FROM article e WHERE e.replaced_by = a.id) AS earlier_versions,
       t.text
FROM article a JOIN content t ON t.article = a.id LEFT JOIN story s ON s.article = a.id
WHERE a.replaced_by IS NULL;

CREATE VIEW claims AS
SELECT c.id, a.name AS article, a.outlet, s.published, a.title, c.kind, c.question, c.text, c.number, c.nominal,
       json_extract(c.value, '$.strict.min') AS least, json_extract(c.value, '$.strict.max') AS most,
       coalesce(json_extract(c.value, '$.unit'), json_extract(c.value, '$.currency')) AS unit,
       json_extract(c.value, '$.from') AS \"from\", json_extract(c.value, '$.to') AS \"to\",
       c.sentence, c.line, c.\"column\", c.start, c.end, c.implied, c.value, c.subject
FROM claim c JOIN article a ON a.id = c.article LEFT JOIN story s ON s.article = a.id;

CREATE VIEW terms AS
SELECT a.name AS article, s.published, term.value AS term
FROM article a JOIN story s ON s.article = a.id, json_each(s.terms) term;

CREATE VIEW history AS
SELECT a.name AS article, e.name AS earlier_name, e.title, e.published, e.modified, e.added,
       lower(hex(e.sha256)) AS sha256, t.text
FROM article e JOIN article a ON a.id = e.replaced_by JOIN content t ON t.article = e.id;
";

const DROP_DERIVED: &str = "
DROP VIEW IF EXISTS history;
DROP VIEW IF EXISTS terms;
DROP VIEW IF EXISTS claims;
DROP VIEW IF EXISTS articles;
DROP TABLE IF EXISTS key;
DROP TABLE IF EXISTS story;
DROP TABLE IF EXISTS sheet;
DROP TABLE IF EXISTS claim;
DROP TABLE IF EXISTS reader;
";
