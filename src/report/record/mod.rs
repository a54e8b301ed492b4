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
use std::io;

/// JSON on one line, in which no character of an article acts on who prints or splits it: control characters, marks
/// that turn the direction of writing, what some readers take for the end of a line, and `##[`, which logs of CI obey,
/// are written as escapes.
///
/// # Errors
/// What the serializer says.
pub fn to_json(record: &impl Serialize) -> io::Result<String> {
    let json = serde_json::to_string(record).map_err(io::Error::other)?;
    // Nearly every line is written as it is.
    let json = if holds_acting(&json) { without_acting(&json) } else { json };
    Ok(if json.contains("##[") { json.replace("##[", "#\\u0023[") } else { json })
}

/// Looks at the bytes that such a character begins with, and at few characters.
fn holds_acting(json: &str) -> bool {
    json.bytes().enumerate().any(|(at, byte)| {
        matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef)
            && json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(acts)
    })
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
