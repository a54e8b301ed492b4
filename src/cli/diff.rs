//! `claimdiff diff A B`

use super::judge::{Judged, judge};
use super::options::{Judging, Printing};
use super::{Context, Outcome, Stop};
use claimdiff::finding::{Finding, Places};
use claimdiff::pipeline::{self, Batch};
use claimdiff::report::{alignment, closing, grouped};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// One article; - is standard input
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// The other
    #[arg(value_name = "B")]
    b: PathBuf,
    /// Show every question, not only those that need eyes
    #[arg(long, env = "CLAIMDIFF_ALL")]
    all: bool,
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let stdin = Path::new("-");
    if arguments.a == stdin && arguments.b == stdin {
        return Err(Stop::Message("standard input can be one of the two articles, not both".to_owned()));
    }
    let batch = pipeline::read_pair(&arguments.a, &arguments.b, &context.rules, &context.reading());
    context.output.batch(&batch);
    let findings = pipeline::findings(&batch.articles, &context.rules);
    judge(findings, &batch, context, |judged| page(&batch, judged, arguments.all, context))
}

/// The alignment, then what each article has against itself, then the closing line.
fn page(batch: &Batch, judged: &Judged, all: bool, context: &Context) -> String {
    let [a, b] = batch.articles.as_slice() else { return String::new() };
    let (units, look) = (&context.rules.units, context.output.look);
    let rows = pipeline::alignment(a, b, &context.rules);
    let mut page = alignment(&rows, all, units, look);
    if !page.is_empty() {
        page.push('\n');
    }
    let is_internal = |finding: &&Finding| matches!(finding.places, Places::Within(_));
    let internal: Vec<Finding> = judged.active.iter().filter(is_internal).cloned().collect();
    page.push_str(&grouped(&internal, units, look));
    page.push_str(&closing(&judged.active, judged.totals, look));
    page
}
