//! `claimdiff check PATH…`

use super::judge::{Judged, judge};
use super::options::{Judging, Printing};
use super::{Context, Outcome, Stop};
use claimdiff::pipeline;
use claimdiff::report::overview;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let batch = pipeline::read(&arguments.paths, &context.rules, &context.reading());
    context.output.batch(&batch);
    let findings = pipeline::findings(&batch.articles, &context.rules);
    let look = context.output.look;
    let table = |judged: &Judged| match batch.articles.is_empty() {
        true => String::new(),
        false => overview(&judged.active, judged.totals, &context.rules.units, look),
    };
    judge(findings, &batch, context, table)
}
