//! `claimdiff config show`

use super::resolver::Row;
use crate::cli::options::{Judging, Printing};
use crate::cli::output::Output;
use crate::cli::{Outcome, Stop};
use claimdiff::finding::Confidence;
use claimdiff::rules::Judgement;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Print every setting that holds, with where it comes from
    Show(Show),
}

const EXAMPLES: &str = "\
Examples:
  claimdiff config show                      settings of this folder
  claimdiff config show --fail-on note       what would hold with that option";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

/// Prints the settings as TOML, each with its origin as a comment; what is not set stands there as a comment, too.
pub fn run(rows: &[Row], judgement: &Judgement, output: &Output) -> Result<Outcome, Stop> {
    let line = |row: &Row| match value(row, judgement) {
        None => format!("# {}", row.key),
        Some(value) => format!("{} = {value}", row.key),
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let width = lines.iter().map(|line| line.chars().count()).filter(|width| *width < 60).max().unwrap_or(0);
    output.print(|out| {
        rows.iter().zip(&lines).try_for_each(|(row, line)| writeln!(out, "{line:width$}  # {}", row.origin))
    })?;
    Ok(Outcome::Clean)
}

/// What holds: thresholds that nobody sets are those of the packs.
fn value(row: &Row, judgement: &Judgement) -> Option<String> {
    let of_packs = match row.key.as_str() {
        _ if !row.value.is_empty() => return Some(row.value.clone()),
        "thresholds.report-from" => judgement.report_from,
        "thresholds.same-story-from" => judgement.story_least,
        _ => return None,
    };
    Some(Confidence::from_thousandths(of_packs).number().normalize().to_string())
}
