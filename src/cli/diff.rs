//! `claimdiff diff A B`

use super::git::ExternalDiff;
use super::judge::{Judged, judge};
use super::options::{Judging, Printing};
use super::{Context, Outcome, Stop};
use claimdiff::finding::{Finding, Places};
use claimdiff::pipeline::{self, Batch, Trouble};
use claimdiff::report::{Look, alignment, closing, grouped, inert};
use claimdiff::source::{read_bytes, shown};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(override_usage = "claimdiff diff [OPTIONS] <A> <B>", after_help = EXAMPLES)]
pub struct Arguments {
    /// Two articles; - is standard input
    #[arg(required = true, num_args = 1..=9, value_name = "ARTICLE")]
    pub files: Vec<PathBuf>,
    /// Show every question, not only those that need eyes
    #[arg(long, env = "CLAIMDIFF_ALL")]
    all: bool,
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff diff ours.md agency.txt           what needs eyes
  claimdiff diff --all ours.md agency.txt     every question
  curl -s URL | claimdiff diff ours.md -      against a page
  git difftool -x 'claimdiff diff' HEAD~1     what changed in what was published
  GIT_EXTERNAL_DIFF='claimdiff diff' git log -p --ext-diff";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    if let Some(call) = ExternalDiff::of(&arguments.files) {
        return called_by_git(&call, arguments, context);
    }
    let [a, b] = arguments.files.as_slice() else {
        return Err(Stop::Message(match arguments.files.len() {
            1 => "diff compares two articles, and one is given; name the other, or - for standard input".to_owned(),
            number => format!("diff compares two articles, and {number} are given; `check` compares many"),
        }));
    };
    if a == Path::new("-") && b == Path::new("-") {
        return Err(Stop::Message("standard input can be one of the two articles, not both".to_owned()));
    }
    let batch = context.reading(|reading| pipeline::read_pair(a, b, context.rules, reading));
    compare(&batch, arguments, context)
}

fn compare(batch: &Batch, arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    context.output.batch(batch);
    let checked = pipeline::check(&batch.articles, context.rules);
    judge(checked, batch, None, context, |judged, look| page(batch, judged, arguments.all, look, context))
}

/// Git takes any exit code but 0 for a breakdown, and stops.
fn called_by_git(call: &ExternalDiff<'_>, arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let path = inert(&shown(call.path));
    let (Some(old), Some(new)) = (call.old, call.new) else {
        let told = match (call.old, call.new) {
            (Some(_), None) => "deleted",
            (None, Some(_)) => "new",
            _ => "not merged",
        };
        context.output.print(|out| writeln!(out, "{path}: {told}, nothing to compare with"))?;
        return Ok(Outcome::Clean);
    };
    let mut articles = Vec::new();
    let mut trouble = Vec::new();
    for (side, file) in [("a", old), ("b", new)] {
        let name = format!("{side}/{path}");
        match fs::read(file) {
            Ok(bytes) => {
                let (found, errors) = read_bytes(&name, &bytes, &context.settings.limits);
                articles.extend(found);
                trouble.extend(errors.into_iter().map(Trouble::from));
            }
            Err(error) => return Err(Stop::Message(format!("{name}: cannot be read: {error}"))),
        }
    }
    let batch = context.reading(|reading| pipeline::claims_of(articles, trouble, context.rules, reading));
    context.output.print(|out| writeln!(out, "{path}"))?;
    compare(&batch, arguments, context).map(|_| Outcome::Clean)
}

/// The alignment, then what each article has against itself, then the closing line.
fn page(batch: &Batch, judged: &Judged<'_>, all: bool, look: Look, context: &Context) -> String {
    let [a, b] = batch.articles.as_slice() else { return String::new() };
    let units = &context.rules.units;
    let rows = pipeline::alignment(a, b, context.rules);
    let mut page = alignment(&rows, all, context.settings.thresholds.error_from, units, look);
    if !page.is_empty() {
        page.push('\n');
    }
    let is_internal = |finding: &&Finding| matches!(finding.places, Places::Within(_));
    let internal: Vec<&Finding> = judged.active.iter().copied().filter(is_internal).collect();
    page.push_str(&grouped(&internal, units, look));
    page.push_str(&closing(&judged.active, judged.totals, look));
    page
}
