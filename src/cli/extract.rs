//! `claimdiff extract PATH… [--mentions]`

use super::output::Output;
use super::{Common, Format, Outcome, Stop};
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::pipeline;
use claimdiff::report::{self, Totals, jsonl};
use claimdiff::rules::Rules;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print everything with a value, whether the text says what it answers or not
    #[arg(long)]
    mentions: bool,
}

pub fn run(arguments: &Arguments, common: &Common, rules: &Rules, output: &mut Output) -> Result<Outcome, Stop> {
    let batch = pipeline::read(&arguments.paths, rules);
    output.trouble(&batch.trouble);
    let records: Vec<&Claim> = batch.articles.iter().flat_map(|article| records(article, arguments.mentions)).collect();
    output.print(|out| match common.format {
        Format::Jsonl => jsonl::claims(out, records.iter().copied(), rules),
        Format::Table if batch.articles.is_empty() => Ok(()),
        Format::Table => {
            let totals = Totals { articles: batch.articles.len(), claims: records.len() };
            out.write_all(report::claims(records.iter().copied(), totals, &rules.units, output.look).as_bytes())
        }
    })?;
    Ok(if batch.trouble.is_empty() { Outcome::Clean } else { Outcome::Trouble })
}

fn records(article: &ArticleClaims, mentions: bool) -> impl Iterator<Item = &Claim> {
    let list = if mentions { &article.mentions } else { &article.claims };
    list.iter().map(|claim| &**claim)
}
