//! `claimdiff check PATH…`

use super::git::Changed;
use super::judge::{Judged, judge};
use super::options::{Judging, Printing};
use super::{Context, Outcome, Stop, archive};
use claimdiff::archive::{Access, Archive, Incoming};
use claimdiff::claim::ArticleClaims;
use claimdiff::pipeline::{self, Batch, Checkable, Checked};
use claimdiff::report::overview;
use claimdiff::source::{self, Article};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Show and count only findings of articles that differ from this revision in git; all are compared
    #[arg(long, value_name = "REVISION", env = "CLAIMDIFF_CHANGED_SINCE")]
    changed_since: Option<String>,
    /// Compare with the articles of this archive as well [default: `archive` in the settings]
    #[arg(long, value_name = "FILE", env = "CLAIMDIFF_ARCHIVE")]
    pub archive: Option<PathBuf>,
    /// Add the articles to the archive, where the run ends with 0
    #[arg(long, env = "CLAIMDIFF_ADD")]
    add: bool,
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff check notizie/                                   a folder, with all below it
  claimdiff check 'notizie/2026-03-*.md' --fail-on warning   a pattern
  claimdiff check notizie/ --output sarif=out.sarif          a file for CI, a table for you
  claimdiff check notizie/ --changed-since origin/main       what this branch brings in
  claimdiff check oggi/ --archive claims.db --add            against all that was published
  claimdiff check notizie/ --write-baseline baseline.toml    accept what there is";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let changed = arguments.changed_since.as_deref().map(Changed::since).transpose()?;
    if arguments.add {
        return adding(context.settings.archive()?, arguments, changed, context);
    }
    match &context.settings.archive {
        None => {
            let batch = context.reading(|reading| pipeline::read_packed(&arguments.paths, context.rules, reading));
            context.output.batch(&batch);
            if batch.articles.len() == 1 && batch.trouble.is_empty() && batch.notes().next().is_none() {
                context.output.note("one article is compared with itself alone; name others, or a folder of them");
            }
            judged(pipeline::check(&batch.articles, context.rules), &batch, changed, context)
        }
        Some(path) => {
            let archive = Archive::open(path, Access::Read)?;
            let batch = context.reading(|reading| pipeline::read_packed(&arguments.paths, context.rules, reading));
            context.output.batch(&batch);
            judged(against(&archive, &batch, context)?, &batch, changed, context)
        }
    }
}

/// Checks a batch against an archive and adds it, where nothing speaks against that.
fn adding(path: &Path, arguments: &Arguments, changed: Option<Changed>, context: &Context) -> Result<Outcome, Stop> {
    // One that is not there yet is begun only when there is something to add.
    let there = path.exists().then(|| Archive::open(path, Access::Read)).transpose()?;
    let keep = |article: &Article, claims: ArticleClaims| Incoming::new(article, &claims, context.rules);
    let batch = context.reading(|reading| pipeline::gather(&arguments.paths, context.rules, reading, keep));
    context.output.batch(&batch);
    let checked = match &there {
        Some(archive) => against(archive, &batch, context)?,
        None => pipeline::check(&batch.articles, context.rules),
    };
    let outcome = judged(checked, &batch, changed, context)?;
    drop(there);
    let name = source::shown(path);
    if outcome != Outcome::Clean {
        context.output.note(&format!("{name}: nothing was added, because this run does not end with 0"));
    } else if !batch.articles.is_empty() {
        let archive = Archive::open(path, Access::Create)?;
        let mut adding = archive.adding(&archive::reader(context), context.settings.today)?;
        batch.articles.iter().try_for_each(|article| adding.add(&article.prepared).map(|_| ()))?;
        context.output.note(&format!("{name}: {}", archive::told(adding.finish()?)));
    }
    Ok(outcome)
}

/// What comes of comparing a batch with itself and with an archive.
fn against<A: Checkable>(archive: &Archive, batch: &Batch<A>, context: &Context) -> Result<Checked, Stop> {
    let reader = archive::reader(context);
    let against = archive.check(&batch.articles, context.rules, &reader, &context.settings.languages)?;
    let (compared, all) = (against.compared, archive.articles()?);
    context.output.note(&format!("{}: {compared} of {all} articles tell a story of this batch", archive.name()));
    Ok(against.checked)
}

fn judged<A: Checkable>(
    checked: Checked,
    batch: &Batch<A>,
    changed: Option<Changed>,
    context: &Context,
) -> Result<Outcome, Stop> {
    let table = |judged: &Judged<'_>, look| match batch.articles.is_empty() {
        true => String::new(),
        false => overview(&judged.active, judged.totals, &context.rules.units, look),
    };
    judge(checked, batch, changed.as_ref(), context, table)
}
