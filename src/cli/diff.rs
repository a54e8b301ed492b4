//! `claimdiff diff A B`

use super::output::Output;
use super::{Common, Format, Outcome, Stop, judged};
use claimdiff::finding::{Finding, Places};
use claimdiff::pipeline::{self, Batch};
use claimdiff::report::{Totals, alignment, closing, grouped, jsonl};
use claimdiff::rules::Rules;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// One article; - is standard input
    #[arg(value_name = "A")]
    a: PathBuf,
    /// The other
    #[arg(value_name = "B")]
    b: PathBuf,
    /// Show every question, not only those that need eyes
    #[arg(long)]
    all: bool,
}

pub fn run(arguments: &Arguments, common: &Common, rules: &Rules, output: &mut Output) -> Result<Outcome, Stop> {
    let stdin = Path::new("-");
    if arguments.a == stdin && arguments.b == stdin {
        return Err(Stop::Message("standard input can be one of the two articles, not both".to_owned()));
    }
    let batch = pipeline::read_pair(&arguments.a, &arguments.b, rules);
    output.trouble(&batch.trouble);
    let findings = pipeline::findings(&batch.articles, rules);
    output.print(|out| match common.format {
        Format::Jsonl => jsonl::findings(out, &findings, &rules.units),
        Format::Table => out.write_all(page(&batch, &findings, arguments.all, rules, output).as_bytes()),
    })?;
    Ok(judged(&findings, &batch.trouble, common.fail_on))
}

/// The alignment, then what each article has against itself, then the closing line.
fn page(batch: &Batch, findings: &[Finding], all: bool, rules: &Rules, output: &Output) -> String {
    let [a, b] = batch.articles.as_slice() else { return String::new() };
    let rows = pipeline::alignment(a, b, rules);
    let mut page = alignment(&rows, all, &rules.units, output.look);
    if !page.is_empty() {
        page.push('\n');
    }
    let internal: Vec<Finding> =
        findings.iter().filter(|finding| matches!(finding.places, Places::Within(_))).cloned().collect();
    page.push_str(&grouped(&internal, &rules.units, output.look));
    let totals = Totals { articles: 2, claims: batch.claims() };
    page.push_str(&closing(findings, totals, output.look));
    page
}
