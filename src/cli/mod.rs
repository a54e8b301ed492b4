//! Arguments and their meaning; one file per command.

mod baseline;
mod check;
mod config;
mod debug;
mod diff;
mod docs;
mod explain;
mod extract;
mod file;
mod format;
mod git;
mod judge;
mod options;
mod output;
mod progress;
mod report;
mod review;
mod rules;
mod schema;

use claimdiff::pipeline::Reading;
use claimdiff::rules::{PackError, Packs, RuleError, Rules};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use config::{ConfigError, Found, Given, Settings, Sources};
use options::Common;
use output::Output;
use progress::Bar;
use std::io;
use std::path::{Path, PathBuf};

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
    /// Write a page to work from: every answer to every question in doubt, with quotes and pictures
    Report(report::Arguments),
    /// Print what articles claim
    Extract(extract::Arguments),
    /// Keep the file of known findings
    Baseline(baseline::Arguments),
    /// Accept one finding, with a reason
    Waive(baseline::Waive),
    /// List, print or test the packs of rules
    Rules(rules::Arguments),
    /// Print the page of a check
    Explain(explain::Arguments),
    /// Print a stage of the work on some files
    Debug(debug::Arguments),
    /// Print the settings that hold
    Config(config::Arguments),
    /// Print the JSON Schema of a record or of claimdiff.toml
    Schema(schema::Arguments),
    /// Print completions for a shell
    Completions(docs::Completions),
    /// Print the manual page, or write those of all commands
    Man(docs::Man),
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

impl From<PackError> for Stop {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Wrong(error) => Self::Rules(error),
            other => Self::Message(other.to_string()),
        }
    }
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Wrong(error) => Self::Rules(error),
            other => Self::Message(other.to_string()),
        }
    }
}

/// What every command works with.
struct Context {
    settings: Settings,
    rules: &'static Rules,
    output: Output,
}

impl Context {
    /// Reads articles as the settings say, and shows how far it is.
    fn reading<R>(&self, work: impl FnOnce(&Reading<'_>) -> R) -> R {
        let bar = Bar::new(self.settings.quiet);
        work(&Reading {
            limits: self.settings.limits,
            languages: self.settings.languages.clone(),
            outlets: self.settings.outlets.clone(),
            progress: Some(&|stage, done, all| bar.show(stage, done, all)),
        })
    }
}

/// Reads the arguments and runs the command.
pub fn run() -> Outcome {
    let matches = Arguments::command().get_matches();
    let Arguments { common, command } = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let before = Output::new(common.color.unwrap_or(options::Colour::Auto), common.width, common.quiet);
    match dispatch(&command, &common, &Sources::new(&matches)) {
        Ok(outcome) => outcome,
        Err(stop) => {
            before.stop(&stop);
            Outcome::Trouble
        }
    }
}

fn dispatch(command: &Command, common: &Common, sources: &Sources) -> Result<Outcome, Stop> {
    let found = match &common.config {
        _ if common.no_config => None,
        Some(path) => Some(Found::read(path)?),
        None => Found::search(command.first_path())?,
    };
    let settings = Settings::resolve(common, command.given(), found.as_ref(), sources)?;
    let output = Output::new(settings.color, settings.width, settings.quiet);
    found.iter().flat_map(Found::without_effect).for_each(|warning| output.warning(&warning));
    match command {
        Command::Explain(arguments) => return explain::run(arguments, &output),
        Command::Schema(arguments) => return schema::run(arguments, &output),
        Command::Config(_) => return config::run(&settings.rows, &output),
        Command::Completions(arguments) => return docs::completions(arguments, Arguments::command(), &output),
        Command::Man(arguments) => return docs::man(arguments, Arguments::command(), &output),
        _ => {}
    }
    let packs = packs(&settings, command)?;
    // The tables live as long as the program; taking them apart word by word at its end would only cost time.
    let rules: &Rules = Box::leak(Box::new(load(packs.clone(), &settings)?));
    let context = Context { settings, rules, output };
    match command {
        Command::Rules(arguments) => rules::run(&arguments.command, &packs, &context),
        Command::Check(arguments) => check::run(arguments, &context),
        Command::Diff(arguments) => diff::run(arguments, &context),
        Command::Report(arguments) => report::run(arguments, &context),
        Command::Extract(arguments) => extract::run(arguments, &context),
        Command::Debug(arguments) => debug::run(arguments, &context),
        Command::Baseline(baseline::Arguments { command: baseline::Command::Prune(it) }) => {
            baseline::prune(it, &context)
        }
        Command::Waive(arguments) => baseline::waive(arguments, &context),
        Command::Explain(_) | Command::Schema(_) | Command::Config(_) | Command::Completions(_) | Command::Man(_) => {
            Ok(Outcome::Clean)
        }
    }
}

/// The built-in packs with those of the settings, and of the command, over them.
fn packs(settings: &Settings, command: &Command) -> Result<Packs, Stop> {
    let mut packs = Packs::default();
    let more: &[PathBuf] = match command {
        Command::Rules(arguments) => arguments.command.packs(),
        _ => &[],
    };
    settings.packs.iter().chain(more).try_for_each(|folder| packs.add(folder))?;
    Ok(packs)
}

/// Packs as rules, with what the settings change in them.
fn load(packs: Packs, settings: &Settings) -> Result<Rules, Stop> {
    let mut rules = Rules::load(packs)?;
    settings.aliases.iter().for_each(|(name, others)| rules.lexicon.add_alias(name, others));
    let judgement = &mut rules.judgement;
    judgement.report_from = settings.report_from.map_or(judgement.report_from, |it| it.thousandths().into());
    judgement.story_least = settings.same_story_from.map_or(judgement.story_least, |it| it.thousandths().into());
    Ok(rules)
}

impl Command {
    /// The options of the command that the configuration knows, too.
    fn given(&self) -> Given {
        let given = |printing: &options::Printing, judging: &options::Judging| Given {
            printing: printing.clone(),
            judging: judging.clone(),
        };
        match self {
            Self::Check(it) => given(&it.printing, &it.judging),
            Self::Diff(it) => given(&it.printing, &it.judging),
            Self::Report(it) => given(&options::Printing::default(), &it.judging),
            Self::Extract(it) => given(&it.printing, &options::Judging::default()),
            Self::Config(config::Arguments { command: config::Command::Show(it) }) => given(&it.printing, &it.judging),
            Self::Baseline(baseline::Arguments { command: baseline::Command::Prune(it) }) => {
                given(&options::Printing::default(), &it.judging)
            }
            Self::Waive(it) => given(&options::Printing::default(), &it.judging),
            _ => Given::default(),
        }
    }

    /// Where the search for settings begins.
    fn first_path(&self) -> &Path {
        let paths: &[PathBuf] = match self {
            Self::Check(it) => &it.paths,
            Self::Diff(it) => &it.files,
            Self::Report(it) => &it.paths,
            Self::Extract(it) => &it.paths,
            Self::Debug(it) => &it.paths,
            Self::Baseline(baseline::Arguments { command: baseline::Command::Prune(it) }) => &it.paths,
            Self::Waive(it) => &it.paths,
            _ => &[],
        };
        paths.first().map_or(Path::new("."), PathBuf::as_path)
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

    /// Some callers, such as `git difftool`, pass no options.
    #[test]
    fn every_option_has_its_variable() {
        let mut open = vec![Arguments::command()];
        let options_page = include_str!("../../docs/options.md");
        let mut options = 0;
        while let Some(command) = open.pop() {
            for option in command.get_arguments().filter(|it| it.get_long().is_some()) {
                let long = option.get_long().unwrap_or_default();
                let wanted = format!("CLAIMDIFF_{}", long.replace('-', "_").to_uppercase());
                let variable = option.get_env().and_then(|name| name.to_str());
                assert_eq!(variable, Some(wanted.as_str()), "{} --{long}", command.get_name());
                let row = options_page.lines().find(|row| row.contains(&format!("`--{long}")) && row.contains(&wanted));
                assert!(row.is_some(), "docs/options.md: --{long}");
                options += 1;
            }
            open.extend(command.get_subcommands().cloned());
        }
        assert!(options > 20, "{options}");
    }
}
