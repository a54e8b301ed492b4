//! `claimdiff config show`

use super::resolver::Row;
use crate::cli::options::{Judging, Printing};
use crate::cli::output::Output;
use crate::cli::{Outcome, Stop};

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

#[derive(Debug, clap::Args)]
pub struct Show {
    #[command(flatten)]
    pub printing: Printing,
    #[command(flatten)]
    pub judging: Judging,
}

/// Prints the settings as TOML, each with its origin as a comment; what is not set stands there as a comment, too.
pub fn run(rows: &[Row], output: &Output) -> Result<Outcome, Stop> {
    let line = |row: &Row| match row.value.is_empty() {
        true => format!("# {}", row.key),
        false => format!("{} = {}", row.key, row.value),
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let width = lines.iter().map(|line| line.chars().count()).filter(|width| *width < 60).max().unwrap_or(0);
    output.print(|out| {
        rows.iter().zip(&lines).try_for_each(|(row, line)| writeln!(out, "{line:width$}  # {}", row.origin))
    })?;
    Ok(Outcome::Clean)
}
