//! Bytes to characters: byte order marks, UTF-8, UTF-16, declared and guessed encodings, and what is no text.

use super::article::{LineIndex, Lines, OffsetMap};
use super::error::SourceError;
use crate::span::{FileSpan, TextSpan};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};

/// How much of a text is looked at to tell text from binary data.
const SAMPLE: usize = 8192;

/// A file as characters, with the way back to its bytes.
#[derive(Debug, Clone, Default)]
pub(super) struct Decoded {
    /// The characters.
    pub text: String,
    /// From `text` to the file.
    pub map: OffsetMap,
    /// Lines of the file.
    pub lines: LineIndex,
}

/// Decodes a file. `name` is for messages.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, SourceError> {
    let binary = |what| SourceError::Binary { name: name.to_owned(), what };
    if let Some(what) = known_binary(bytes) {
        return Err(binary(what));
    }
    let decoded = characters(bytes);
    if decoded.text.contains('\0') {
        return Err(binary("holds NUL bytes"));
    }
    if mostly_control(&decoded.text) {
        return Err(binary("mostly control characters"));
    }
    Ok(decoded)
}

/// A text that already is UTF-8, for records inside a file.
pub(super) fn already_decoded(text: String) -> Decoded {
    let map = OffsetMap::identity(0, text.len());
    let lines = LineIndex::new(text.as_bytes());
    Decoded { text, map, lines }
}

fn characters(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => utf8(bytes, 3),
        [0xff, 0xfe, ..] => utf16(bytes, 2, u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(bytes, 2, u16::from_be_bytes),
        _ => match utf16_without_mark(bytes) {
            Some(true) => utf16(bytes, 0, u16::from_le_bytes),
            Some(false) => utf16(bytes, 0, u16::from_be_bytes),
            None if mostly_utf8(bytes) => utf8(bytes, 0),
            None => other(bytes, encoding_of(bytes)),
        },
    }
}

fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 8] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x7fELF", "a program"),
    ];
    KNOWN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

fn mostly_control(text: &str) -> bool {
    let (mut all, mut odd) = (0usize, 0usize);
    for character in text.chars().take(SAMPLE) {
        all += 1;
        let known = matches!(character, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
        odd += usize::from((character.is_control() && !known) || character == '\u{fffd}');
    }
    odd * 10 > all
}

/// `Some(true)` for little endian, `Some(false)` for big endian: zeros at every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<bool> {
    let (pairs, _) = bytes.get(..bytes.len().min(SAMPLE))?.as_chunks::<2>();
    let first = pairs.iter().filter(|[a, _]| *a == 0).count();
    let second = pairs.iter().filter(|[_, b]| *b == 0).count();
    let many = |zeros: usize| zeros * 10 > pairs.len() * 4;
    let few = |zeros: usize| zeros * 20 <= pairs.len();
    match (pairs.len() >= 4, many(second) && few(first), many(first) && few(second)) {
        (true, true, _) => Some(true),
        (true, _, true) => Some(false),
        _ => None,
    }
}

/// UTF-8 with at most a few broken places, such as a cut at the end.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut wide, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || wide > broken
}

fn utf8(bytes: &[u8], start: usize) -> Decoded {
    let body = bytes.get(start..).unwrap_or_default();
    if let Ok(text) = std::str::from_utf8(body) {
        let lines = LineIndex::after_mark(bytes, start);
        return Decoded { text: text.to_owned(), map: OffsetMap::identity(start, text.len()), lines };
    }
    let mut out = Growing::new(start);
    for chunk in body.utf8_chunks() {
        chunk.valid().chars().for_each(|character| out.push_same(character));
        if !chunk.invalid().is_empty() {
            out.push('\u{fffd}', chunk.invalid().len());
        }
    }
    out.finish()
}

fn utf16(bytes: &[u8], start: usize, unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.get(start..).unwrap_or_default().as_chunks::<2>();
    let mut out = Growing::new(start);
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let character = character.unwrap_or('\u{fffd}');
        out.push(character, character.len_utf16() * 2);
    }
    if !rest.is_empty() {
        out.push('\u{fffd}', rest.len());
    }
    out.finish()
}

/// The encoding that the file declares, or else the likeliest.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some(declared) = declared(bytes) {
        return declared;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    // A few accents in a text of Latin letters are no reason to see Chinese in it.
    if !guess.is_single_byte() && foreign * 5 < bytes.len() { WINDOWS_1252 } else { guess }
}

/// `charset=…` of an HTML page or `encoding="…"` of an XML file, in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024))?;
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| head.get(head.find(key)? + key.len()..))?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    // A file that came here is no UTF-8, whatever it says.
    Encoding::for_label(label.get(..end)?.as_bytes())
        .filter(|found| found.is_ascii_compatible() && *found != encoding_rs::UTF_8)
}

fn other(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut out = Growing::new(0);
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        let (character, width) = if first.is_ascii() { (*first as char, 1) } else { foreign_character(rest, encoding) };
        out.push(character, width);
        rest = rest.get(width..).unwrap_or_default();
    }
    out.finish()
}

/// The character at the start of `bytes`, of the fewest bytes that make one.
fn foreign_character(bytes: &[u8], encoding: &'static Encoding) -> (char, usize) {
    for width in 1..=bytes.len().min(4) {
        let decoded =
            bytes.get(..width).and_then(|piece| encoding.decode_without_bom_handling_and_without_replacement(piece));
        if let Some(text) = decoded
            && let Some(character) = text.chars().next()
        {
            return (character, width);
        }
    }
    ('\u{fffd}', 1)
}

/// A text that grows character by character.
struct Growing {
    text: String,
    map: OffsetMap,
    lines: Lines,
    at: usize,
}

impl Growing {
    fn new(at: usize) -> Self {
        Self { text: String::new(), map: OffsetMap::default(), lines: Lines::begin_at(at), at }
    }

    fn push(&mut self, character: char, width: usize) {
        let start = self.text.len();
        self.text.push(character);
        let span = TextSpan::new(start, self.text.len());
        let file = FileSpan { start: self.at, end: self.at + width };
        self.lines.push(character, self.at, width);
        self.at += width;
        if character.is_ascii() && width == 1 {
            self.map.push_verbatim(span, file.start);
        } else {
            self.map.push_char(span, file);
        }
    }

    /// A character that stands in the file as it is in UTF-8.
    fn push_same(&mut self, character: char) {
        let start = self.text.len();
        self.text.push(character);
        self.map.push_verbatim(TextSpan::new(start, self.text.len()), self.at);
        self.lines.push(character, self.at, character.len_utf8());
        self.at += character.len_utf8();
    }

    fn finish(self) -> Decoded {
        Decoded { text: self.text, map: self.map, lines: self.lines.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Decoded {
        decode("a.txt", bytes).unwrap_or_default()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Più di 15mila, cioè «quasi» 20 € l’uno\r\nfine: 5";
        let wide: Vec<u16> = text.encode_utf16().collect();
        let le: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let be: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let marked = |mark: &[u8], body: &[u8]| [mark, body].concat();
        let (cp1252, _, _) = WINDOWS_1252.encode(text);
        for (name, bytes, at) in [
            ("utf-8", text.as_bytes().to_vec(), text.len() - 1),
            ("utf-8 marked", marked(b"\xef\xbb\xbf", text.as_bytes()), text.len() + 2),
            ("utf-16le", le.clone(), le.len() - 2),
            ("utf-16be", be.clone(), be.len() - 2),
            ("utf-16le marked", marked(b"\xff\xfe", &le), le.len()),
            ("utf-16be marked", marked(b"\xfe\xff", &be), be.len()),
            ("windows-1252", cp1252.to_vec(), cp1252.len() - 1),
        ] {
            let decoded = read(&bytes);
            assert_eq!(decoded.text, text, "{name}");
            let last = TextSpan::new(text.len() - 1, text.len());
            let place = decoded.map.file_span(last).unwrap_or(FileSpan { start: 0, end: 0 });
            assert_eq!(place.start, at, "{name}");
            let place = decoded.lines.line_column(place.start);
            assert_eq!((place.line, place.column), (2, 7), "{name}");
        }
    }

    #[test]
    fn the_byte_order_mark_is_no_column() {
        assert_eq!(read(b"\xef\xbb\xbfab").lines.line_column(3).column, 1);
        assert_eq!(read(b"\xff\xfea\0b\0").lines.line_column(4).column, 2);
    }

    #[test]
    fn a_cut_does_not_change_the_encoding() {
        let text = "È stata più lunga: così è";
        let cut = &text.as_bytes()[..text.len() - 1];
        assert_eq!(read(cut).text, "È stata più lunga: così \u{fffd}");
    }

    #[test]
    fn declared_encodings_count() {
        let page = b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><p>\xca\xe8\xe5\xe2</p>";
        assert!(read(page).text.contains("Киев"));
        let page = b"<html><meta charset='iso-8859-2'><p>\xb1</p>";
        assert!(read(page).text.contains('ą'));
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, what) in [
            (&b"ab\0cd"[..], "holds NUL bytes"),
            (b"%PDF-1.7 ...", "a PDF"),
            (b"\x01\x02\x03\x04", "mostly control characters"),
            (b"PK\x03\x04\x14\0", "a ZIP archive or an office document"),
        ] {
            let error = decode("x.bin", bytes).err();
            assert_eq!(error, Some(SourceError::Binary { name: "x.bin".into(), what }));
        }
    }
}
