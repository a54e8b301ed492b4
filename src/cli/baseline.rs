//! `claimdiff baseline prune PATH…`, `claimdiff waive FINGERPRINT`, and the file that both keep.

use super::options::Judging;
use super::{Context, Outcome, Stop, file};
use claimdiff::baseline::{Baseline, Entry, is_fingerprint};
use claimdiff::finding::Finding;
use claimdiff::pipeline::{self, Batch, Checkable};
use claimdiff::rules::PackFile;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The file that `waive` begins where the settings name none.
const NAME: &str = "claimdiff-baseline.toml";

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const WAIVE_EXAMPLES: &str = "\
Examples:
  claimdiff waive 14c1223c892fb270 notizie/ --reason 'one counts tickets, the other heads'
  claimdiff waive 14c1223c892fb270 notizie/ --reason 'until the inquest' --expires 2026-12-31";

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Take out entries that no finding has any more or whose day is past
    Prune(Prune),
}

#[derive(Debug, clap::Args)]
#[command(after_help = PRUNE_EXAMPLES)]
pub struct Prune {
    /// Files, folders, patterns: what `check` is run on
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
}

const PRUNE_EXAMPLES: &str = "\
Examples:
  claimdiff baseline prune notizie/ --baseline baseline.toml";

#[derive(Debug, clap::Args)]
#[command(after_help = WAIVE_EXAMPLES)]
pub struct Waive {
    /// Fingerprint of the finding: its `id`
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
    /// Where the finding is: fills in check, question and articles, and refuses a fingerprint that is not found
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT", env = "CLAIMDIFF_REASON")]
    reason: String,
    /// Who accepts it
    #[arg(long, value_name = "NAME", env = "CLAIMDIFF_AUTHOR")]
    author: Option<String>,
    /// The last day on which it is accepted
    #[arg(long, value_name = "YYYY-MM-DD", env = "CLAIMDIFF_EXPIRES")]
    expires: Option<Date>,
    #[command(flatten)]
    pub judging: Judging,
}

/// Reads the baseline at a path.
fn read(path: &Path) -> Result<Baseline, Stop> {
    let file = PackFile::read(path).map_err(|error| {
        Stop::Message(format!(
            "{}: the baseline cannot be read: {error}; `--write-baseline` begins one",
            path.display()
        ))
    })?;
    Ok(Baseline::read(&file)?)
}

/// Keeps a baseline.
fn write(path: &Path, baseline: &Baseline) -> Result<(), Stop> {
    let text = baseline.write().map_err(|error| Stop::Message(format!("{}: {error}", path.display())))?;
    file::write(path, |out| out.write_all(text.as_bytes()))
        .map_err(|error| Stop::Message(format!("{}: cannot be written: {error}; check the folder", path.display())))
}

/// Entries that say nothing about this batch any more.
fn stale<'a, A: Checkable>(baseline: &'a Baseline, findings: &[Finding], batch: &Batch<A>) -> Vec<&'a Entry> {
    let read: BTreeSet<&str> = batch.articles.iter().map(|article| article.info().id.as_str()).collect();
    let is_gone = |id: &str| {
        let file = id.split('#').next().unwrap_or(id);
        fs::metadata(file).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    baseline.stale(findings, &read, is_gone)
}

/// Marks what the baseline of the settings knows, and tells which of its entries are of no use any more.
pub fn apply<A: Checkable>(findings: &mut [Finding], batch: &Batch<A>, context: &Context) -> Result<(), Stop> {
    let today = context.settings.today;
    let Some(path) = &context.settings.baseline else { return Ok(()) };
    let baseline = read(path)?;
    baseline.apply(findings, today);
    let prune = "`claimdiff baseline prune` takes them out";
    let tell = |entries: Vec<&Entry>, what: &str| {
        if let Some(first) = entries.first() {
            let number = entries.len();
            context.output.note(&format!("{}: {number} {what}, first {}; {prune}", path.display(), first.id));
        }
    };
    tell(stale(&baseline, findings, batch), "that no finding has any more");
    tell(baseline.expired(today).collect(), "whose day is past");
    Ok(())
}

/// Takes every finding into the baseline that this run is to write.
pub fn accept(findings: &mut [Finding], context: &Context) -> Result<(), Stop> {
    let today = context.settings.today;
    let Some(path) = &context.settings.write_baseline else { return Ok(()) };
    let mut baseline = if path.exists() { read(path)? } else { Baseline::default() };
    let new = baseline.accept(findings, today);
    write(path, &baseline)?;
    baseline.apply(findings, today);
    context.output.note(&format!("{}: {} accepted, {new} of them new", path.display(), baseline.entries.len()));
    Ok(())
}

pub fn run(command: &Command, context: &Context) -> Result<Outcome, Stop> {
    match command {
        Command::Prune(arguments) => prune(arguments, context),
    }
}

fn prune(arguments: &Prune, context: &Context) -> Result<Outcome, Stop> {
    let path = context.settings.baseline.as_ref();
    let path = path.ok_or_else(|| Stop::Message("which baseline? name it with --baseline FILE".to_owned()))?;
    let mut baseline = read(path)?;
    let batch = context.reading(|reading| pipeline::read(&arguments.paths, context.rules, reading));
    context.output.batch(&batch);
    let findings = pipeline::findings(&batch.articles, context.rules);
    let gone: Vec<String> = {
        let stale = stale(&baseline, &findings, &batch).into_iter();
        stale.chain(baseline.expired(context.settings.today)).map(|entry| entry.id.clone()).collect()
    };
    let before = baseline.entries.len();
    baseline.entries.retain(|entry| !gone.contains(&entry.id));
    let after = baseline.entries.len();
    if after < before {
        write(path, &baseline)?;
    }
    context.output.note(&format!("{}: {} taken out, {after} left", path.display(), before - after));
    Ok(if batch.trouble.is_empty() { Outcome::Clean } else { Outcome::Trouble })
}

pub fn waive(arguments: &Waive, context: &Context) -> Result<Outcome, Stop> {
    let id = &arguments.fingerprint;
    if !is_fingerprint(id) {
        let form = "16 digits and letters from a to f, as `id` of a finding in `check --format jsonl`";
        return Err(Stop::Message(format!("`{id}` is no fingerprint: {form}")));
    }
    let path = context.settings.baseline.clone().unwrap_or_else(|| PathBuf::from(NAME));
    let mut baseline = if path.exists() { read(&path)? } else { Baseline::default() };
    let found = found(id, arguments, context)?;
    let known = baseline.entries.iter().position(|known| known.id == *id);
    // What is not said anew stays as it was.
    let before = known.map(|at| baseline.entries.remove(at)).unwrap_or_default();
    let entry = Entry {
        reason: Some(arguments.reason.clone()),
        author: arguments.author.clone().or(before.author.clone()),
        expires: arguments.expires.or(before.expires),
        ..found.unwrap_or(Entry { id: id.clone(), ..before })
    };
    baseline.entries.insert(known.unwrap_or(baseline.entries.len()), entry);
    write(&path, &baseline)?;
    let path = path.display();
    let next = match context.settings.baseline {
        Some(_) => String::new(),
        None => format!("; for it to count, run with --baseline {path}, or set `baseline` in claimdiff.toml"),
    };
    context.output.note(&format!("{path}: {id} is accepted{next}"));
    Ok(Outcome::Clean)
}

/// The entry of the finding, from the articles where they are named.
fn found(id: &str, arguments: &Waive, context: &Context) -> Result<Option<Entry>, Stop> {
    if arguments.paths.is_empty() {
        return Ok(None);
    }
    let batch = context.reading(|reading| pipeline::read(&arguments.paths, context.rules, reading));
    context.output.batch(&batch);
    let findings = pipeline::findings(&batch.articles, context.rules);
    let finding = findings.iter().find(|finding| finding.id.to_string() == id);
    let finding = finding.ok_or_else(|| Stop::Message(format!("no finding of these articles is `{id}`")))?;
    Ok(Some(Entry::of(finding)))
}
