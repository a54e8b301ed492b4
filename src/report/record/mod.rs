//! Claims and findings as records for other programs: the same keys on every one, numbers as strings.

mod claim;
mod envelope;
mod finding;
mod keyed;
mod value;

pub use claim::{ClaimRecord, ClaimRecords, SubjectRecord};
pub use envelope::Schema;
pub use finding::FindingRecord;
pub use keyed::{KeyedLine, KeyedRecord, LineError, is_own_key, own_key};
pub use value::{ValueRecord, number};

use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Records as lines of JSON, each as [`to_json`] writes it.
pub struct JsonLines<'a> {
    out: &'a mut dyn Write,
    line: Vec<u8>,
}

impl<'a> JsonLines<'a> {
    /// Lines for a writer.
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out, line: Vec::new() }
    }

    /// Writes a record and the end of its line.
    ///
    /// # Errors
    /// What the writer or the serializer says.
    pub fn write(&mut self, record: &impl Serialize) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, record)?;
        let json = str::from_utf8(&self.line).map_err(io::Error::other)?;
        match inert(json) {
            Some(escaped) => self.out.write_all(escaped.as_bytes())?,
            None => self.out.write_all(&self.line)?,
        }
        self.out.write_all(b"\n")
    }
}

/// JSON on one line, in which no character of an article acts on who prints or splits it: control characters, marks
/// that turn the direction of writing, what some readers take for the end of a line, and `##[`, which logs of CI obey,
/// are written as escapes.
///
/// # Errors
/// What the serializer says.
pub fn to_json(record: &impl Serialize) -> io::Result<String> {
    let json = serde_json::to_string(record).map_err(io::Error::other)?;
    Ok(inert(&json).unwrap_or(json))
}

/// JSON in which nothing acts; `None` where nothing does, as in nearly every line.
fn inert(json: &str) -> Option<String> {
    let acting = holds_acting(json).then(|| without_acting(json));
    let shown = acting.as_deref().unwrap_or(json);
    let commanding = shown.contains("##[").then(|| shown.replace("##[", "#\\u0023["));
    commanding.or(acting)
}

/// Looks at the bytes that such a character begins with, a row of them at a time, and at few characters.
fn holds_acting(json: &str) -> bool {
    const ROW: usize = 64;
    let begins = |byte: u8| matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef);
    let rows = json.as_bytes().chunks(ROW).enumerate();
    // Every byte of a row is looked at, without a branch: that is many at once for the processor.
    let suspicious = rows.filter(|(_, row)| row.iter().fold(false, |found, byte| found | begins(*byte)));
    suspicious
        .flat_map(|(at, row)| (at * ROW..).zip(row))
        .any(|(at, byte)| begins(*byte) && json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(acts))
}

fn acts(character: char) -> bool {
    matches!(
        character,
        '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// These characters stand in strings only, so that escapes can take their places.
fn without_acting(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        match acts(character) {
            true => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(character));
            }
            false => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_on_a_reader_is_escaped() {
        for (text, json) in [
            ("uno\u{85}due\u{2028}tre\u{2029}", r#""uno\u0085due\u2028tre\u2029""#),
            ("\u{1b}[31m\u{9b}1m", r#""\u001b[31m\u009b1m""#),
            ("\u{202e}321\u{2066}", r#""\u202e321\u2066""#),
            ("##[add-mask]155", r##""#\u0023[add-mask]155""##),
            ("15\u{a0}000 è", "\"15\u{a0}000 è\""),
        ] {
            assert_eq!(to_json(&text).unwrap(), json);
        }
    }

    proptest! {
        #[test]
        fn escapes_change_nothing_for_who_reads_json(text in "\\PC*|[\\x00-\\u{2100}]*") {
            let json = to_json(&text).unwrap();
            prop_assert_eq!(json.lines().count(), 1);
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
