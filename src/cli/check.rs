//! `claimdiff check PATH…`

use super::git::Changed;
use super::judge::{Judged, judge};
use super::options::{Judging, Printing};
use super::{Context, Outcome, Stop};
use claimdiff::pipeline;
use claimdiff::report::overview;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Show and count only findings of articles that differ from this revision in git; all are compared
    #[arg(long, value_name = "REVISION", env = "CLAIMDIFF_CHANGED_SINCE")]
    changed_since: Option<String>,
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff check notizie/                                     a folder, with all below it
  claimdiff check 'notizie/2026-03-*.md' --fail-on warning     a pattern
  claimdiff check notizie/ --output sarif=out.sarif            a file for CI, a table for you
  claimdiff check notizie/ --changed-since origin/main         what this branch brings in
  claimdiff check notizie/ --write-baseline baseline.toml      accept what there is";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let changed = arguments.changed_since.as_deref().map(Changed::since).transpose()?;
    let batch = context.reading(|reading| pipeline::read_packed(&arguments.paths, context.rules, reading));
    context.output.batch(&batch);
    let checked = pipeline::check(&batch.articles, context.rules);
    let look = context.output.look;
    let table = |judged: &Judged| match batch.articles.is_empty() {
        true => String::new(),
        false => overview(&judged.active, judged.totals, &context.rules.units, look),
    };
    judge(checked, &batch, changed.as_ref(), context, table)
}
