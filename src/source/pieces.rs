//! Files in pieces, so that a file of JSON Lines, or standard input, is never held as a whole.

use super::encoding;
use super::error::{SourceError, shown};
use super::jsonl;
use super::read::{self, Format, Limits, Outcome, by_ending};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Lines that are read together.
const LINES: usize = 8;

/// How much of a file is looked at to tell whether it can be read line by line.
const LOOK: usize = 8192;

/// What is read at a time.
#[derive(Debug)]
pub enum Piece {
    /// A file that is read as a whole.
    File(PathBuf),
    /// Bytes that stood on standard input, which are no JSON Lines.
    Bytes(String, Vec<u8>),
    /// Some lines of a file, each with its number from 1.
    Lines(String, Vec<(usize, Vec<u8>)>),
    /// What could not be read.
    Trouble(SourceError),
}

impl Piece {
    /// The file of which it is a part; `None` for what is read as a whole.
    pub fn part_of(&self) -> Option<&str> {
        match self {
            Self::Lines(name, _) => Some(name),
            _ => None,
        }
    }

    /// The articles of the piece, and what could not be read.
    pub fn read(&self, limits: &Limits) -> Outcome {
        match self {
            Self::File(path) => read::read(path, limits),
            Self::Bytes(name, bytes) => read::read_bytes(name, bytes, limits),
            Self::Lines(name, lines) => read_lines(name, lines, limits),
            Self::Trouble(error) => (Vec::new(), vec![error.clone()]),
        }
    }
}

fn read_lines(name: &str, lines: &[(usize, Vec<u8>)], limits: &Limits) -> Outcome {
    let mut out = Outcome::default();
    for (number, bytes) in lines {
        let wrong = |reason| SourceError::Record { name: name.to_owned(), line: *number, reason };
        let read = match std::str::from_utf8(bytes) {
            _ if bytes.len() > limits.max_bytes => Err(wrong(jsonl::too_long(limits))),
            Ok(text) => jsonl::read_record(name, *number, text.trim_start_matches('\u{feff}').trim(), limits),
            Err(_) => encoding::decode(name, bytes)
                .map_err(|error| wrong(error.to_string()))
                .and_then(|decoded| jsonl::read_record(name, *number, decoded.text.trim(), limits)),
        };
        match read {
            Ok(article) => out.0.push(article),
            Err(error) => out.1.push(error),
        }
    }
    read::fit(&mut out, limits);
    out
}

/// The pieces of a file; `-` is standard input.
pub fn pieces(path: &Path, limits: &Limits) -> Box<dyn Iterator<Item = Piece>> {
    let whole = || -> Box<dyn Iterator<Item = Piece>> { Box::new(std::iter::once(Piece::File(path.to_owned()))) };
    if path == Path::new("-") {
        return of_reader("-".to_owned(), io::stdin().lock(), limits);
    }
    if by_ending(&shown(path)) != Some(Format::JsonLines) {
        return whole();
    }
    match read::open(path) {
        Ok(file) => of_reader(shown(path), file, limits),
        Err(error) => Box::new(std::iter::once(Piece::Trouble(error))),
    }
}

fn of_reader(name: String, reader: impl Read + 'static, limits: &Limits) -> Box<dyn Iterator<Item = Piece>> {
    let limits = *limits;
    let mut reader = BufReader::with_capacity(64 << 10, reader);
    match begins_with_record(&name, &mut reader, &limits) {
        Ok((begin, true)) => Box::new(Lines {
            name,
            begin: Some(begin),
            reader,
            number: 0,
            limits,
            records: 0,
            ended: false,
            trouble: None,
        }),
        Ok((mut begin, false)) => {
            let most = u64::try_from(limits.max_batch_bytes).unwrap_or(u64::MAX).saturating_add(1);
            let piece = match reader.take(most).read_to_end(&mut begin) {
                Ok(_) => Piece::Bytes(name, begin),
                Err(error) => Piece::Trouble(SourceError::Unreadable { name, reason: error.to_string() }),
            };
            Box::new(std::iter::once(piece))
        }
        Err(error) => {
            let error = SourceError::Unreadable { name, reason: error.to_string() };
            Box::new(std::iter::once(Piece::Trouble(error)))
        }
    }
}

/// The blank lines and the first other line, and whether the lines can be read one by one: in an encoding that has
/// ASCII in it, beginning with a record.
fn begins_with_record(name: &str, reader: &mut impl BufRead, limits: &Limits) -> io::Result<(Vec<u8>, bool)> {
    let look = reader.fill_buf()?;
    let look = look.get(..LOOK.min(look.len())).unwrap_or_default();
    if look.contains(&0) || look.starts_with(&[0xff, 0xfe]) || look.starts_with(&[0xfe, 0xff]) {
        return Ok((Vec::new(), false));
    }
    let mut begin = Vec::new();
    loop {
        let from = begin.len();
        if take_line(reader, limits, &mut begin)? == 0 {
            return Ok((begin, false));
        }
        let line = begin.get(from..).unwrap_or_default();
        let line = line.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(line).trim_ascii();
        if !line.is_empty() {
            let named = by_ending(name) == Some(Format::JsonLines);
            let is_record = named || std::str::from_utf8(line).is_ok_and(jsonl::is_record);
            return Ok((begin, is_record));
        }
    }
}

/// One line with its end; of a line longer than the limit for a record no more than shows that it is. Returns how many
/// bytes were read.
fn take_line(reader: &mut impl BufRead, limits: &Limits, line: &mut Vec<u8>) -> io::Result<usize> {
    let most = line.len().saturating_add(limits.max_bytes).saturating_add(2);
    let mut taken = 0;
    loop {
        let buffer = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        let room = most.saturating_sub(line.len());
        line.extend_from_slice(buffer.get(..used.min(room)).unwrap_or_default());
        reader.consume(used);
        taken += used;
        if end.is_some() || used == 0 {
            return Ok(taken);
        }
    }
}

/// The lines of a file, some at a time.
struct Lines<R> {
    name: String,
    /// What was read to see what the file holds.
    begin: Option<Vec<u8>>,
    reader: BufReader<R>,
    number: usize,
    limits: Limits,
    /// How many records were given out.
    records: usize,
    ended: bool,
    /// What is told last.
    trouble: Option<SourceError>,
}

impl<R: Read> Lines<R> {
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let taken = take_line(&mut self.reader, &self.limits, &mut line)?;
        Ok((taken > 0).then_some(line))
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.ended {
            return self.trouble.take().map(Piece::Trouble);
        }
        let mut lines = Vec::new();
        if let Some(begin) = self.begin.take() {
            for line in begin.split_inclusive(|byte| *byte == b'\n') {
                self.number += 1;
                lines.push((self.number, line.to_owned()));
            }
        }
        while lines.len() < LINES {
            match self.next_line() {
                Ok(Some(line)) => {
                    self.number += 1;
                    lines.push((self.number, line));
                }
                Ok(None) => {
                    self.ended = true;
                    break;
                }
                Err(error) => {
                    self.ended = true;
                    let reason = format!("{error}, after line {}", self.number);
                    self.trouble = Some(SourceError::Unreadable { name: self.name.clone(), reason });
                    break;
                }
            }
        }
        lines.retain(|(_, line)| !line.trim_ascii().is_empty());
        let room = self.limits.max_articles.saturating_sub(self.records);
        if lines.len() > room {
            lines.truncate(room);
            self.ended = true;
            self.trouble = Some(SourceError::TooMany { name: self.name.clone(), limit: self.limits.max_articles });
        }
        self.records += lines.len();
        if self.ended && lines.is_empty() {
            return self.trouble.take().map(Piece::Trouble);
        }
        Some(Piece::Lines(self.name.clone(), lines))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let bytes = io::Cursor::new(bytes.to_vec());
        let (mut ids, mut errors) = (Vec::new(), Vec::new());
        for piece in of_reader(name.to_owned(), bytes, &Limits { max_bytes: 60, ..Limits::default() }) {
            let (articles, wrong) = piece.read(&Limits { max_bytes: 60, ..Limits::default() });
            ids.extend(articles.into_iter().map(|article| article.id));
            errors.extend(wrong.iter().map(ToString::to_string));
        }
        (ids, errors)
    }

    #[test]
    fn lines_are_numbered_as_in_the_file() {
        let (ids, errors) =
            all("-", b"\n\n{\"text\":\"Uno.\"}\r\n\n{\"id\":\"x\",\"text\":\"Due.\"}\n{\n{\"text\":\"Tre.\"}");
        assert_eq!(ids, ["-#3", "-#x", "-#7"]);
        assert_eq!(errors, ["-:6: not JSON: EOF while parsing an object at column 1"]);
    }

    /// A file whose disk fails after some bytes.
    struct Broken(io::Cursor<Vec<u8>>);

    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::other("the disk is gone")),
                read => Ok(read),
            }
        }
    }

    #[test]
    fn what_was_read_before_a_fault_is_kept() {
        let lines: String = (1..4).map(|at| format!("{{\"text\":\"{at} morti.\"}}\n")).collect();
        let broken = Broken(io::Cursor::new(lines.into_bytes()));
        let (mut articles, mut errors) = (0, Vec::new());
        for piece in of_reader("-".to_owned(), broken, &Limits::default()) {
            let (read, wrong) = piece.read(&Limits::default());
            articles += read.len();
            errors.extend(wrong.iter().map(ToString::to_string));
        }
        assert_eq!((articles, errors), (3, vec!["-: cannot be read: the disk is gone, after line 3; check that it is still there and that you may read it".to_owned()]));
    }

    #[test]
    fn every_line_of_a_long_file_is_read_once() {
        let file: String = (1..100).map(|at| format!("{{\"text\":\"{at} morti.\"}}\n")).collect();
        let (ids, errors) = all("a.jsonl", file.as_bytes());
        let wanted: Vec<String> = (1..100).map(|at| format!("a.jsonl#{at}")).collect();
        assert_eq!((ids, errors), (wanted, Vec::new()));
    }

    #[test]
    fn a_line_over_the_limit_is_named_and_the_next_one_read() {
        let long = format!("{{\"text\":\"{}\"}}\n{{\"text\":\"Due.\"}}\n", "a".repeat(500));
        let (ids, errors) = all("a.jsonl", long.as_bytes());
        assert_eq!(ids, ["a.jsonl#2"]);
        assert!(
            errors.len() == 1 && errors[0].starts_with("a.jsonl:1: longer than the limit of 60 bytes"),
            "{errors:?}"
        );
    }

    #[test]
    fn what_is_no_record_is_read_as_a_whole() {
        assert_eq!(all("-", b"Dodici morti.\nTre feriti.\n").0, ["-"]);
        let wide: Vec<u8> = "{\"text\":\"Uno.\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(all("a.jsonl", &wide).0, ["a.jsonl#1"]);
        assert_eq!(all("-", b"").1, ["-: empty; there is no text to read"]);
        assert_eq!(all("a.jsonl", b"\n \n").1, ["a.jsonl: empty; there is no text to read"]);
        let latin = b"{\"text\":\"\xc8 caduto.\"}\n{\"text\":\"Due.\"}\n";
        assert_eq!(all("a.jsonl", latin), (vec!["a.jsonl#1".to_owned(), "a.jsonl#2".to_owned()], Vec::new()));
    }
}
