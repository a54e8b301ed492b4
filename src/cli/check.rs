//! `claimdiff check PATH…`

use super::output::Output;
use super::{Common, Format, Outcome, Stop, judged};
use claimdiff::pipeline;
use claimdiff::report::{Totals, jsonl, overview};
use claimdiff::rules::Rules;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments, common: &Common, rules: &Rules, output: &mut Output) -> Result<Outcome, Stop> {
    let batch = pipeline::read(&arguments.paths, rules);
    let findings = pipeline::findings(&batch.articles, rules);
    output.trouble(&batch.trouble);
    output.print(|out| match common.format {
        Format::Jsonl => jsonl::findings(out, &findings, &rules.units),
        Format::Table if batch.articles.is_empty() => Ok(()),
        Format::Table => {
            let totals = Totals { articles: batch.articles.len(), claims: batch.claims() };
            out.write_all(overview(&findings, totals, &rules.units, output.look).as_bytes())
        }
    })?;
    Ok(judged(&findings, &batch.trouble, common.fail_on))
}
