//! Arguments and their meaning; one file per command.

mod check;
mod debug;
mod diff;
mod explain;
mod extract;
mod output;

use claimdiff::finding::{Finding, Severity};
use claimdiff::pipeline::Trouble;
use claimdiff::rules::{RuleError, Rules};
use clap::{Args, Parser, Subcommand, ValueEnum};
use output::Output;
use std::io;

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report.
    Clean,
    /// A finding at or above `--fail-on`.
    Found,
    /// Something could not be read or was asked wrongly.
    Trouble,
}

/// Finds where news articles contradict each other, or themselves, on numbers and dates.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100, propagate_version = true, after_help = EXIT_CODES)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  trouble: bad usage, unreadable input, a broken rule pack";

#[derive(Debug, Clone, Args)]
struct Common {
    /// How to print
    #[arg(long, global = true, value_name = "FORMAT", default_value = "table")]
    format: Format,
    /// When to use colour; NO_COLOR and CLICOLOR_FORCE hold for auto
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    /// Columns of a page [default: the terminal's, or 100]
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=2000))]
    width: Option<u16>,
    /// Least severity that makes the exit code 1
    #[arg(long, global = true, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    /// Print no findings; the exit code tells
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compare every article with every other, and with itself
    Check(check::Arguments),
    /// Compare two articles, question by question
    Diff(diff::Arguments),
    /// Print what articles claim
    Extract(extract::Arguments),
    /// Print the page of a check
    Explain(explain::Arguments),
    /// Print a stage of the work on some files
    Debug(debug::Arguments),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Table,
    /// JSON Lines, one record a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// Where the output is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Confident contradictions
    Error,
    /// Those, and what is doubtful or implausible
    Warning,
    /// Anything
    Note,
    /// Nothing
    Never,
}

impl FailOn {
    fn is_met_by(self, finding: &Finding) -> bool {
        match self {
            Self::Error => finding.severity() >= Severity::Error,
            Self::Warning => finding.severity() >= Severity::Warning,
            Self::Note => finding.severity() >= Severity::Note,
            Self::Never => false,
        }
    }
}

/// Why a command ends without a result.
enum Stop {
    /// The output is gone.
    Output(io::Error),
    /// A pack is broken.
    Rules(RuleError),
    /// A message for the user.
    Message(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<RuleError> for Stop {
    fn from(error: RuleError) -> Self {
        Self::Rules(error)
    }
}

/// Reads the arguments and runs the command.
pub fn run() -> Outcome {
    let Arguments { common, command } = Arguments::parse();
    let mut output = Output::new(&common);
    match dispatch(command, &common, &mut output) {
        Ok(outcome) => outcome,
        Err(stop) => {
            output.stop(&stop);
            Outcome::Trouble
        }
    }
}

fn dispatch(command: Command, common: &Common, output: &mut Output) -> Result<Outcome, Stop> {
    if let Command::Explain(arguments) = &command {
        return explain::run(arguments, output);
    }
    // The tables live as long as the program; taking them apart word by word at its end would only cost time.
    let rules: &Rules = Box::leak(Box::new(Rules::embedded()?));
    match command {
        Command::Check(arguments) => check::run(&arguments, common, rules, output),
        Command::Diff(arguments) => diff::run(&arguments, common, rules, output),
        Command::Extract(arguments) => extract::run(&arguments, common, rules, output),
        Command::Debug(arguments) => debug::run(&arguments, rules, output),
        Command::Explain(arguments) => explain::run(&arguments, output),
    }
}

/// The outcome of a command whose findings decide.
fn judged(findings: &[Finding], trouble: &[Trouble], fail_on: FailOn) -> Outcome {
    match () {
        () if !trouble.is_empty() => Outcome::Trouble,
        () if findings.iter().any(|finding| fail_on.is_met_by(finding)) => Outcome::Found,
        () => Outcome::Clean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
