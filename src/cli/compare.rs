//! `claimdiff compare [FILE…]`: lines of `extract --keyed` in, findings out.

use super::review::review;
use super::{Context, Outcome, Stop};
use claimdiff::compare::{self, Group};
use claimdiff::finding::Finding;
use claimdiff::pair::{Key, Telling};
use claimdiff::pipeline;
use claimdiff::report::jsonl;
use claimdiff::report::record::{FindingRecord, KeyedLine, LineError, is_own_key, to_json};
use claimdiff::rules::Rules;
use claimdiff::sheet::Sheet;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};
use std::fs::File;
use std::hash::BuildHasher;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Lines of `extract --keyed`, those of one key together; - is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff extract --keyed notizie/ | LC_ALL=C sort | claimdiff compare
  claimdiff compare part-00000 part-00001                     parts of a shuffle, each key in one of them

Exit codes:
  0  every line was answered, by findings or by a line that tells what is wrong with it
  2  the output is not complete";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let mut wrong = None;
    let mut write = |out: &mut dyn Write| {
        let mut grouper = Grouper::new(context, out);
        for file in &arguments.files {
            match grouper.read(file) {
                Err(Stop::Output(error)) => return Err(error),
                Err(stop) => {
                    wrong = Some(stop);
                    break;
                }
                Ok(()) => {}
            }
        }
        grouper.finish()
    };
    match context.settings.quiet {
        true => write(&mut io::sink())?,
        false => context.output.print(write)?,
    }
    match wrong {
        Some(stop) => Err(stop),
        None => Ok(Outcome::Clean),
    }
}

/// Bytes of lines that are held before they are compared, besides the largest group.
const HELD: usize = 16 << 20;

/// So many keys are remembered to tell when one comes back.
const REMEMBERED: usize = 4_000_000;

/// Articles that came under one key.
struct Lines {
    key: String,
    sheets: Vec<Sheet>,
}

/// Puts the lines of a key together and compares them when the next key comes.
struct Grouper<'a> {
    context: &'a Context,
    out: &'a mut dyn Write,
    current: Option<Lines>,
    /// Sheets of the current key, so that a line that comes twice counts once.
    known: FxHashSet<String>,
    ready: Vec<Lines>,
    held: usize,
    finished: FxHashSet<u64>,
}

impl<'a> Grouper<'a> {
    fn new(context: &'a Context, out: &'a mut dyn Write) -> Self {
        let (known, finished) = (FxHashSet::default(), FxHashSet::default());
        Self { context, out, current: None, known, ready: Vec::new(), held: 0, finished }
    }

    /// Reads the lines of a file.
    fn read(&mut self, path: &Path) -> Result<(), Stop> {
        let name = path.display();
        let wrong = |error: io::Error| Stop::Message(format!("{name}: cannot be read: {error}"));
        let mut reader: Box<dyn BufRead> = match path == Path::new("-") {
            true => Box::new(io::stdin().lock()),
            false => Box::new(BufReader::with_capacity(1 << 20, File::open(path).map_err(wrong)?)),
        };
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if reader.read_until(b'\n', &mut line).map_err(wrong)? == 0 {
                break;
            }
            let text = String::from_utf8_lossy(&line);
            if !text.trim().is_empty() {
                self.take(text.trim(), number)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, line: &str, number: usize) -> Result<(), Stop> {
        let read = KeyedLine::read(line, self.context.rules).and_then(|(key, text)| {
            let sheet = Sheet::from_text(&text).map_err(|error| (None, LineError::NotOurs(error.to_string())))?;
            Ok((key, text, sheet))
        });
        match read {
            Ok((key, text, sheet)) => {
                self.begin(key)?;
                self.held += text.len();
                if self.known.insert(text)
                    && let Some(lines) = &mut self.current
                {
                    lines.sheets.push(sheet);
                }
                Ok(())
            }
            Err((passed, error)) => {
                let message = error.to_string();
                let record = FindingRecord::failed(Some(passed.unwrap_or(number)), &message, self.context.rules);
                Ok(writeln!(self.out, "{}", to_json(&record)?)?)
            }
        }
    }

    /// Ends the group of the last key where another begins.
    fn begin(&mut self, key: String) -> Result<(), Stop> {
        if self.current.as_ref().is_some_and(|lines| lines.key == key) {
            return Ok(());
        }
        if self.finished.contains(&FxBuildHasher.hash_one(&key)) {
            let why = "its lines do not stand together; sort them first: `LC_ALL=C sort`";
            return Err(Stop::Message(format!("key `{}` comes back: {why}", claimdiff::report::inert(&key))));
        }
        self.end_group();
        self.current = Some(Lines { key, sheets: Vec::new() });
        if self.held > HELD {
            self.compare()?;
        }
        Ok(())
    }

    fn end_group(&mut self) {
        self.known.clear();
        let Some(lines) = self.current.take() else { return };
        if self.finished.len() < REMEMBERED {
            self.finished.insert(FxBuildHasher.hash_one(&lines.key));
        }
        // Most keys are those of one article, which meets nobody there.
        if lines.sheets.len() > 1 || is_own_key(&lines.key) {
            self.ready.push(lines);
        }
    }

    /// Compares the groups that are complete, and writes what comes of it in their order.
    fn compare(&mut self) -> io::Result<()> {
        self.held = 0;
        let ready = std::mem::take(&mut self.ready);
        let context = self.context;
        let answers: Vec<Answer> = ready.into_par_iter().map(|lines| Answer::of(&lines, context)).collect();
        for answer in answers {
            jsonl::findings(self.out, &answer.findings, context.rules)?;
            for message in &answer.trouble {
                writeln!(self.out, "{}", to_json(&FindingRecord::failed(None, message, context.rules))?)?;
            }
            answer.notes.iter().for_each(|note| context.output.note(note));
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.end_group();
        self.compare()
    }
}

/// What came of the lines of one key.
#[derive(Default)]
struct Answer {
    findings: Vec<Finding>,
    trouble: Vec<String>,
    notes: Vec<String>,
}

impl Answer {
    fn of(lines: &Lines, context: &Context) -> Self {
        let rules = context.rules;
        let mut answer = if is_own_key(&lines.key) { Self::alone(lines, rules) } else { Self::together(lines, rules) };
        pipeline::suppress(&mut answer.findings);
        review(&mut answer.findings, &context.settings);
        answer.findings.retain(|finding| context.settings.filter.shows(finding));
        answer
    }

    /// Each article against itself.
    fn alone(lines: &Lines, rules: &Rules) -> Self {
        let mut answer = Self::default();
        for sheet in &lines.sheets {
            match sheet.unpack() {
                Ok(article) => {
                    answer.findings.extend(compare::alone(&article, rules));
                    let lists = claimdiff::pair::lists(&article.info, &article.claims, &rules.pairing);
                    answer.notes.extend(lists.iter().map(|list| list.told(&rules.pairing)));
                }
                Err(error) => answer.trouble.push(error.to_string()),
            }
        }
        answer.findings = compare::in_order(answer.findings);
        answer
    }

    /// Every article against those that it meets.
    fn together(lines: &Lines, rules: &Rules) -> Self {
        let mut answer = Self::default();
        let mut group: Option<Key> = None;
        let mut members = Vec::new();
        for sheet in &lines.sheets {
            let own =
                Telling::of(&sheet.info, &rules.pairing).keys().into_iter().find(|key| key.to_string() == lines.key);
            match own {
                Some(key) => {
                    group = Some(key);
                    members.push(sheet);
                }
                None => answer.trouble.push(format!("{}: the line is under a key of another article", sheet.info.id)),
            }
        }
        let Some(key) = group else { return answer };
        let Group { findings, left_out, broken } = compare::group(&key, &members, rules);
        answer.findings = findings;
        answer.notes.extend(left_out.iter().map(|crowd| crowd.told(&rules.pairing)));
        answer.trouble.extend(broken.iter().map(|(_, error)| error.to_string()));
        answer
    }
}
