//! An article as it is stored, and back.

use super::error::Fault;
use crate::sheet::SheetError;
use crate::source::{Article, Block, LineIndex, Metadata, OffsetMap};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What an article is beside its text and its metadata.
#[derive(Serialize, Deserialize)]
struct Layout {
    blocks: Vec<Block>,
    offsets: OffsetMap,
    lines: LineIndex,
    embedded: bool,
    ignored_checks: Vec<String>,
}

/// The layout of an article as bytes.
pub(super) fn layout(article: &Article) -> Result<Vec<u8>, SheetError> {
    let layout = Layout {
        blocks: article.blocks.clone(),
        offsets: article.offsets.clone(),
        lines: article.lines.clone(),
        embedded: article.embedded,
        ignored_checks: article.meta.ignored_checks.clone(),
    };
    rmp_serde::to_vec(&layout).map_err(|error| SheetError::Pack(error.to_string()))
}

/// SHA-256 of what an article says, whatever it is called and wherever in a file it stands.
pub(super) fn digest(article: &Article) -> [u8; 32] {
    let Metadata { title, outlet, url, published, modified, language, ignored_checks } = &article.meta;
    let days = [published, modified].map(|day| day.map(|day| day.to_string()));
    let mut digest = Sha256::new();
    let mut add = |field: Option<&str>| {
        digest.update([u8::from(field.is_some())]);
        digest.update(field.unwrap_or_default().as_bytes());
        // No text holds the byte 255, so that no two lists of fields look alike.
        digest.update([u8::MAX]);
    };
    [title, outlet, url, language].iter().for_each(|field| add(field.as_deref()));
    days.iter().for_each(|day| add(day.as_deref()));
    ignored_checks.iter().for_each(|check| add(Some(check)));
    article.blocks.iter().for_each(|block| add(Some(block.span.slice(&article.text))));
    digest.finalize().into()
}

/// The columns of which [`read`] makes an article, from `article a JOIN content t`.
const COLUMNS: &str = "a.name, a.url, a.outlet, a.title, a.published, a.modified, a.language, t.text, t.layout";

/// The article of that number; `None` where there is none.
pub(super) fn article(connection: &Connection, id: i64) -> Result<Option<Article>, Fault> {
    let query = format!("SELECT {COLUMNS} FROM article a JOIN content t ON t.article = a.id WHERE a.id = ?");
    let row = connection.prepare_cached(&query)?.query_row([id], |row| Ok(read(row))).optional()?;
    row.transpose()
}

fn read(row: &Row<'_>) -> Result<Article, Fault> {
    let id: String = row.get("name")?;
    let layout = rmp_serde::from_slice(row.get_ref("layout")?.as_blob().map_err(rusqlite::Error::from)?);
    let Layout { blocks, offsets, lines, embedded, ignored_checks } =
        layout.map_err(|error| Fault::damaged(format!("the layout of {id}: {error}")))?;
    let day = |column| -> Result<Option<Date>, Fault> {
        let text: Option<String> = row.get(column)?;
        let wrong = |text: &str| Fault::damaged(format!("{id}: `{text}` in {column} is no day"));
        text.map(|text| text.parse().map_err(|_| wrong(&text))).transpose()
    };
    let meta = Metadata {
        title: row.get("title")?,
        outlet: row.get("outlet")?,
        url: row.get("url")?,
        published: day("published")?,
        modified: day("modified")?,
        language: row.get("language")?,
        ignored_checks,
    };
    let article = Article { text: row.get("text")?, id, meta, blocks, offsets, lines, embedded };
    match article.blocks.iter().find(|block| article.text.get(block.span.start..block.span.end).is_none()) {
        Some(_) => Err(Fault::damaged(format!("{}: the text does not fit its layout", article.id))),
        None => Ok(article),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Limits, read_bytes};

    fn article(name: &str, text: &str) -> Article {
        read_bytes(name, text.as_bytes(), &Limits::default()).0.remove(0)
    }

    #[test]
    fn the_digest_is_of_what_is_said() {
        let text = "---\ntitle: Piena\n---\nTre feriti a Bormida.\n";
        let same = digest(&article("a.md", text));
        assert_eq!(same, digest(&article("b.md", &text.replace('\n', "\r\n"))));
        assert_ne!(same, digest(&article("a.md", &text.replace("Tre", "Due"))));
        assert_ne!(same, digest(&article("a.md", &text.replace("title: Piena", "title: Piena\noutlet: Il Faro"))));
    }
}
