//! `claimdiff archive add|remove|list|show|stats|verify|vacuum|rebuild --archive FILE`

use super::format::{Format, one_of};
use super::options::Printing;
use super::{Context, Outcome, Stop};
use claimdiff::archive::{
    Access, Adding, Archive, ArchiveError, Entry, Fault, Prepared, Reader, Shown, Statistics, Tally,
};
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::pipeline;
use claimdiff::report::record::{ClaimRecord, ClaimRecords, to_json};
use claimdiff::report::{self, Look, Totals, inert, jsonl};
use claimdiff::source::Article;
use jiff::civil::Date;
use serde::Serialize;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// Which archive.
#[derive(Debug, clap::Args)]
pub struct Place {
    /// The archive, an SQLite file [default: `archive` in the settings]
    #[arg(long, value_name = "FILE", env = "CLAIMDIFF_ARCHIVE")]
    archive: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff archive add notizie/ --archive claims.db      begins it, or adds what is new
  claimdiff check oggi/ --archive claims.db --add         compares today's articles, adds them
  claimdiff archive list 'notizie/2026-03-*' --archive claims.db
  claimdiff archive show notizie/ponte.md --archive claims.db";

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Add articles; what changed since replaces its earlier version, what did not is left as it is
    Add(Add),
    /// Take out articles with their earlier versions
    Remove(Remove),
    /// List the articles
    List(List),
    /// Print an article: what is known of it, what it claims, its earlier versions
    Show(Show),
    /// Print the archive in numbers
    Stats(Printed),
    /// Look for damage
    Verify(Place),
    /// Give back the room of what was removed
    Vacuum(Place),
    /// Read every article again from the text that is kept: for another version or other rules
    Rebuild(Place),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[command(flatten)]
    place: Place,
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Day that is written down for what is added [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", env = "CLAIMDIFF_TODAY")]
    pub today: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub struct Remove {
    #[command(flatten)]
    place: Place,
    /// Names as `list` prints them
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |it| it.value_parser(one_of(Format::takes_records))))]
pub struct List {
    #[command(flatten)]
    place: Place,
    /// Only names like this: * stands for any characters, ? for any one
    #[arg(value_name = "PATTERN")]
    pattern: Option<String>,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |it| it.value_parser(one_of(Format::takes_records))))]
pub struct Show {
    #[command(flatten)]
    place: Place,
    /// Its name, as `list` prints it
    #[arg(value_name = "ARTICLE")]
    article: String,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |it| it.value_parser(one_of(Format::takes_records))))]
pub struct Printed {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    pub printing: Printing,
}

impl Command {
    /// The options of the command for how results are written.
    pub fn printing(&self) -> Option<&Printing> {
        match self {
            Self::List(it) => Some(&it.printing),
            Self::Show(it) => Some(&it.printing),
            Self::Stats(it) => Some(&it.printing),
            _ => None,
        }
    }

    /// The archive that the command line names.
    pub fn archive(&self) -> Option<&PathBuf> {
        let place = match self {
            Self::Add(it) => &it.place,
            Self::Remove(it) => &it.place,
            Self::List(it) => &it.place,
            Self::Show(it) => &it.place,
            Self::Stats(it) => &it.place,
            Self::Verify(place) | Self::Vacuum(place) | Self::Rebuild(place) => place,
        };
        place.archive.as_ref()
    }

    /// The paths of articles that are read.
    pub fn paths(&self) -> &[PathBuf] {
        match self {
            Self::Add(it) => &it.paths,
            _ => &[],
        }
    }
}

impl From<ArchiveError> for Stop {
    fn from(error: ArchiveError) -> Self {
        match error.fault {
            Fault::Rules(error) => Self::Rules(error),
            _ => Self::Message(error.to_string()),
        }
    }
}

/// This program with the packs of this run.
pub fn reader(context: &Context) -> Reader {
    Reader::new(context.rules, &context.settings.aliases)
}

/// What became of articles that were added, in words.
pub fn told(tally: Tally) -> String {
    format!("{} added, {} replaced, {} already there", tally.new, tally.replaced, tally.known)
}

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let path = context.settings.archive()?;
    let read = || Archive::open(path, Access::Read);
    let write = || Archive::open(path, Access::Write);
    match &arguments.command {
        Command::Add(add) => return self::add(add, path, context),
        Command::Remove(remove) => {
            let archive = write()?;
            let versions = archive.remove(&remove.articles)?;
            let articles = remove.articles.len();
            let note = format!("{}: {articles} removed, with {} earlier versions", archive.name(), versions - articles);
            context.output.note(&note);
        }
        Command::List(list) => self::list(list, &read()?, context)?,
        Command::Show(show) => self::show(&read()?.show(&show.article)?, context)?,
        Command::Stats(_) => stats(&read()?.statistics()?, context)?,
        Command::Verify(_) => return verify(&read()?, context),
        Command::Vacuum(_) => {
            let archive = write()?;
            let before = archive.statistics()?.bytes;
            archive.vacuum()?;
            let after = archive.statistics()?.bytes;
            context.output.note(&format!("{}: {before} bytes before, {after} now", archive.name()));
        }
        Command::Rebuild(_) => {
            let archive = write()?;
            let rebuilt = context.reading(|reading| archive.rebuild(context.rules, &reader(context), reading))?;
            let (articles, claims) = (rebuilt.articles, rebuilt.claims);
            context.output.note(&format!("{}: {articles} articles read again, {claims} claims", archive.name()));
        }
    }
    Ok(Outcome::Clean)
}

/// Adds articles as they are read, all or none of them. What cannot be read is told, and the others are added.
fn add(arguments: &Add, path: &Path, context: &Context) -> Result<Outcome, Stop> {
    let archive = OnceCell::new();
    let mut adding: Option<Adding<'_>> = None;
    let mut outcome = Outcome::Clean;
    let keep = |article: &Article, claims: ArticleClaims| Ok(Prepared::new(article.clone(), &claims, context.rules)?);
    context.reading(|reading| {
        pipeline::stream(&arguments.paths, context.rules, reading, pipeline::Ids::Apart, keep, |portion| {
            context.output.batch(&portion);
            if !portion.trouble.is_empty() {
                outcome = Outcome::Trouble;
            }
            if portion.articles.is_empty() {
                return Ok(());
            }
            // Where nothing can be read, no archive is begun.
            let adding = match &mut adding {
                Some(adding) => adding,
                none => {
                    let opened = Archive::open(path, Access::Create)?;
                    none.insert(archive.get_or_init(|| opened).adding(&reader(context), context.settings.today)?)
                }
            };
            portion.articles.iter().try_for_each(|article| adding.add(article).map(|_| ()))?;
            Ok::<(), Stop>(())
        })
    })?;
    if let Some(adding) = adding {
        let name = adding.name().to_owned();
        let tally = adding.finish()?;
        context.output.note(&format!("{name}: {}", told(tally)));
    }
    Ok(outcome)
}

/// Formats for records that are neither findings nor claims.
fn formats(context: &Context) -> Result<Vec<super::format::Target>, Stop> {
    let targets = context.settings.targets().map_err(Stop::Message)?;
    match targets.iter().find(|target| !target.format.takes_records()) {
        Some(other) => {
            let name = other.format.name();
            Err(Stop::Message(format!("{name} is not for this; an archive is shown as table, json or jsonl")))
        }
        None => Ok(targets),
    }
}

/// A document of articles.
#[derive(Serialize)]
struct Articles<'a> {
    articles: &'a [Entry],
}

fn list(arguments: &List, archive: &Archive, context: &Context) -> Result<(), Stop> {
    let pattern = arguments.pattern.as_deref();
    for target in &formats(context)? {
        if target.format == Format::Jsonl {
            // Line by line, however many there are.
            let mut wrong = None;
            context.output.write(target, |out| {
                let listed = archive.list(pattern, |entry| Ok::<(), Stop>(writeln!(out, "{}", to_json(&entry)?)?));
                match listed {
                    Err(Stop::Output(error)) => Err(error),
                    Err(stop) => {
                        wrong = Some(stop);
                        Ok(())
                    }
                    Ok(()) => Ok(()),
                }
            })?;
            wrong.map_or(Ok(()), Err)?;
            continue;
        }
        let mut entries = Vec::new();
        archive.list(pattern, |entry| {
            entries.push(entry);
            Ok::<(), Stop>(())
        })?;
        context.output.write(target, |out| match target.format {
            Format::Json => writeln!(out, "{}", to_json(&Articles { articles: &entries })?),
            _ => out.write_all(page_of(&entries, context.output.look_of(target)).as_bytes()),
        })?;
    }
    Ok(())
}

fn page_of(entries: &[Entry], look: Look) -> String {
    let text = |text: &Option<String>| text.as_deref().map(inert).unwrap_or_default();
    let rows = entries.iter().map(|entry| {
        vec![
            inert(&entry.article),
            text(&entry.outlet),
            text(&entry.published),
            text(&entry.title),
            entry.claims.to_string(),
            (entry.earlier_versions + 1).to_string(),
        ]
    });
    let header = ["article", "outlet", "published", "title", "claims", "versions"];
    report::table(&header, rows.collect(), look)
}

/// A document of one article.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    text: &'a str,
    history: &'a [claimdiff::archive::Version],
    found: Vec<ClaimRecord<'a>>,
}

fn show(shown: &Shown, context: &Context) -> Result<(), Stop> {
    let Shown { entry, article, history } = shown;
    let read = pipeline::claims(article, context.rules)?;
    let claims: Vec<&Claim> = read.claims.iter().map(|claim| &**claim).collect();
    for target in &formats(context)? {
        context.output.write(target, |out| match target.format {
            Format::Json => {
                let mut records = ClaimRecords::new(context.rules);
                let found = claims.iter().map(|claim| records.record(claim)).collect::<std::io::Result<_>>()?;
                writeln!(out, "{}", to_json(&Document { entry, text: &article.text, history, found })?)
            }
            Format::Jsonl => jsonl::claims(out, claims.iter().copied(), context.rules),
            _ => out.write_all(page_of_one(shown, &claims, context.output.look_of(target), context).as_bytes()),
        })?;
    }
    Ok(())
}

fn page_of_one(shown: &Shown, claims: &[&Claim], look: Look, context: &Context) -> String {
    let Shown { entry, history, .. } = shown;
    let known = [
        ("article", Some(&entry.article)),
        ("outlet", entry.outlet.as_ref()),
        ("title", entry.title.as_ref()),
        ("published", entry.published.as_ref()),
        ("modified", entry.modified.as_ref()),
        ("language", entry.language.as_ref()),
        ("url", entry.url.as_ref()),
        ("added", Some(&entry.added)),
        ("sha256", Some(&entry.sha256)),
    ];
    let rows = known.iter().filter_map(|(name, value)| Some(vec![(*name).to_owned(), inert(value.as_ref()?)]));
    let mut page = report::table(&["what", "is"], rows.collect(), look);
    let totals = Totals { articles: 1, claims: claims.len() };
    page.push_str(&report::claims(claims.iter().copied(), totals, &context.rules.units, look));
    if !history.is_empty() {
        let text = |text: &Option<String>| text.as_deref().map(inert).unwrap_or_default();
        let earlier =
            history.iter().map(|it| vec![it.added.clone(), inert(&it.article), text(&it.title), inert(&it.text)]);
        page.push_str(&report::table(&["added", "earlier version", "title", "text"], earlier.collect(), look));
    }
    page
}

fn stats(statistics: &Statistics, context: &Context) -> Result<(), Stop> {
    for target in &formats(context)? {
        context.output.write(target, |out| match target.format {
            Format::Table => out.write_all(page_of_numbers(statistics, context.output.look_of(target)).as_bytes()),
            _ => writeln!(out, "{}", to_json(statistics)?),
        })?;
    }
    Ok(())
}

fn page_of_numbers(it: &Statistics, look: Look) -> String {
    let day = |day: &Option<String>| day.as_deref().map_or("nobody says".to_owned(), inert);
    let mut rows = vec![
        vec!["articles".to_owned(), it.articles.to_string()],
        vec!["earlier versions".to_owned(), it.earlier_versions.to_string()],
        vec!["claims".to_owned(), it.claims.to_string()],
    ];
    rows.extend(it.kinds.iter().map(|(kind, count)| vec![format!("… {}", inert(kind)), count.to_string()]));
    rows.extend(it.outlets.iter().map(|(outlet, count)| {
        let outlet = outlet.as_deref().map_or("no outlet".to_owned(), inert);
        vec![format!("articles of {outlet}"), count.to_string()]
    }));
    rows.extend([
        vec!["first published".to_owned(), day(&it.first)],
        vec!["last published".to_owned(), day(&it.last)],
        vec!["undated".to_owned(), it.undated.to_string()],
        vec!["bytes".to_owned(), it.bytes.to_string()],
        vec!["read by".to_owned(), inert(&it.reader)],
    ]);
    report::table(&["what", "is"], rows, look)
}

fn verify(archive: &Archive, context: &Context) -> Result<Outcome, Stop> {
    let faults = archive.verify()?;
    let name = archive.name();
    if faults.is_empty() {
        context.output.note(&format!("{name}: whole"));
        return Ok(Outcome::Clean);
    }
    faults.iter().for_each(|fault| context.output.error(&format!("{name}: {fault}")));
    let last = "put back a copy; where only claims or keys are at fault, `claimdiff archive rebuild` makes them anew";
    context.output.note(&format!("{name}: {last}"));
    Ok(Outcome::Trouble)
}
