//! Arguments and their meaning; one file per command.

mod check;
mod debug;
mod diff;
mod explain;
mod extract;
mod file;
mod format;
mod judge;
mod options;
mod output;
mod settings;

use claimdiff::rules::{RuleError, Rules};
use clap::{Parser, Subcommand};
use options::Common;
use output::Output;
use settings::{Given, Settings};
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

/// What every command works with.
struct Context {
    settings: Settings,
    rules: &'static Rules,
    output: Output,
}

/// Reads the arguments and runs the command.
pub fn run() -> Outcome {
    let Arguments { common, command } = Arguments::parse();
    let before = Output::new(common.color.unwrap_or(options::Colour::Auto), common.width, common.quiet);
    match dispatch(&command, &common) {
        Ok(outcome) => outcome,
        Err(stop) => {
            before.stop(&stop);
            Outcome::Trouble
        }
    }
}

fn dispatch(command: &Command, common: &Common) -> Result<Outcome, Stop> {
    let settings = Settings::resolve(common, command.given()).map_err(Stop::Message)?;
    let output = Output::new(settings.color, settings.width, settings.quiet);
    if let Command::Explain(arguments) = command {
        return explain::run(arguments, &output);
    }
    // The tables live as long as the program; taking them apart word by word at its end would only cost time.
    let rules: &Rules = Box::leak(Box::new(Rules::embedded()?));
    let context = Context { settings, rules, output };
    match command {
        Command::Check(arguments) => check::run(arguments, &context),
        Command::Diff(arguments) => diff::run(arguments, &context),
        Command::Extract(arguments) => extract::run(arguments, &context),
        Command::Debug(arguments) => debug::run(arguments, &context),
        Command::Explain(arguments) => explain::run(arguments, &context.output),
    }
}

impl Command {
    /// The options of the command that the configuration knows, too.
    fn given(&self) -> Given {
        match self {
            Self::Check(it) => Given { printing: it.printing.clone(), judging: it.judging.clone() },
            Self::Diff(it) => Given { printing: it.printing.clone(), judging: it.judging.clone() },
            Self::Extract(it) => Given { printing: it.printing.clone(), ..Given::default() },
            Self::Explain(_) | Self::Debug(_) => Given::default(),
        }
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
