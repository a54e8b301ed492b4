//! Arguments and their meaning; one file per command.

mod archive;
mod baseline;
mod check;
mod command;
mod compare;
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
mod variables;
mod version;

use claimdiff::pipeline::Reading;
use claimdiff::report::TemplateError;
use claimdiff::rules::{PackError, Packs, RuleError, Rules};
use clap::{CommandFactory, FromArgMatches, Parser};
use command::{Command, Work};
use config::{ConfigError, Found, Settings, Sources};
use options::Common;
use output::Output;
use progress::Bar;
use std::io;
use std::panic::PanicHookInfo;
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
#[command(version, about, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff diff ours.md agency.txt            two articles, a row per question
  claimdiff check notizie/                     every article against every other, and against itself
  claimdiff report notizie/ -o report.html     a page to work from
  claimdiff explain weekday-date               what a check finds, and what it must not

Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  trouble: bad usage, unreadable input, a broken rule pack";

/// Why a command ends without a result.
enum Stop {
    /// The output is gone.
    Output(io::Error),
    /// A pack, or a template, is broken.
    Rules(RuleError),
    /// A message for the user.
    Message(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<TemplateError> for Stop {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Broken(error) => Self::Rules(error),
            other => Self::Message(other.to_string()),
        }
    }
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Self::Message(message)
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
            outputs: self.settings.outputs.iter().filter_map(|target| target.path.clone()).collect(),
            progress: Some(&|stage, done, all| bar.show(stage, done, all)),
        })
    }
}

/// Tells where the program itself went wrong.
pub fn tell_fault(fault: &PanicHookInfo<'_>) {
    let place = fault.location().map(ToString::to_string).unwrap_or_default();
    let what = fault.payload_as_str().unwrap_or("it cannot go on");
    let message = format!("a fault of claimdiff itself at {place}: {what}; please report it with what it was run on");
    Output::new(options::Colour::Auto, None, true).error(&message);
}

/// Reads the arguments and runs the command.
pub fn run() -> Outcome {
    let (Arguments { common, command }, sources) =
        arguments().unwrap_or_else(|error| variables::named_after_variable(error, &Arguments::command()).exit());
    let before = Output::new(common.color.unwrap_or(options::Colour::Auto), common.width, common.quiet);
    variables::without_effect(Arguments::command).iter().for_each(|warning| before.warn(warning));
    match dispatch(&command, &common, &sources) {
        Ok(outcome) => outcome,
        Err(stop) => {
            before.stop(&stop);
            Outcome::Trouble
        }
    }
}

/// What the command line and the variables say, with where each comes from.
fn arguments() -> Result<(Arguments, Sources), clap::Error> {
    let matches = variables::prepared(Arguments::command()).try_get_matches()?;
    Ok((Arguments::from_arg_matches(&matches)?, Sources::new(&matches)))
}

fn dispatch(command: &Command, common: &Common, sources: &Sources) -> Result<Outcome, Stop> {
    let command = match command {
        Command::Aid(aid) => {
            let output = Output::new(common.color.unwrap_or(options::Colour::Auto), common.width, common.quiet);
            return aid.run(variables::prepared(Arguments::command()), &output);
        }
        Command::Work(work) => work,
    };
    let found = settings_file(common, sources, command)?;
    let settings = Settings::resolve(common, command.given(), found.as_ref(), sources)?;
    let output = Output::new(settings.color, settings.width, settings.quiet);
    found.iter().flat_map(Found::without_effect).for_each(|warning| output.warning(&warning));
    settings.without_effect().into_iter().for_each(|warning| output.warn(warning));
    let packs = packs(&settings, command, found.as_ref())?;
    // The tables live as long as the program; taking them apart word by word at its end would only cost time.
    let rules: &Rules = Box::leak(Box::new(load(packs.clone(), &settings)?));
    command.run(&packs, &Context { settings, rules, output })
}

/// The settings that hold. An option goes before a variable that says the opposite.
fn settings_file(common: &Common, sources: &Sources, command: &Work) -> Result<Option<Found>, Stop> {
    let [named, none] = ["config", "no_config"].map(|id| sources.is_variable(id));
    match &common.config {
        Some(_) if common.no_config && named == none => Err(Stop::Message(
            "--config names settings, and --no-config wants none; leave one of the two out".to_owned(),
        )),
        Some(path) if !common.no_config || none => Ok(Some(Found::read(path)?)),
        _ if common.no_config => Ok(None),
        _ => Ok(Found::search(command.first_path())?),
    }
}

/// The built-in packs with those of the settings, and of the command, over them.
fn packs(settings: &Settings, command: &Work, found: Option<&Found>) -> Result<Packs, Stop> {
    let mut packs = Packs::default();
    for (at, folder) in settings.packs.iter().enumerate() {
        packs.add(folder).map_err(|error| match (error, found) {
            (PackError::Unreadable { reason, .. }, Some(found)) => Stop::Rules(found.unreadable_pack(at, &reason)),
            (error, _) => error.into(),
        })?;
    }
    let more: &[PathBuf] = match command {
        Work::Rules(arguments) => arguments.command.packs(),
        _ => &[],
    };
    let is_new = |folder: &&PathBuf| !settings.packs.iter().any(|own| is_same_folder(own, folder));
    more.iter().filter(is_new).try_for_each(|folder| packs.add(folder))?;
    Ok(packs)
}

/// Whether two paths lead to one folder; a pack that is read twice would contradict itself.
fn is_same_folder(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Packs as rules, with what the settings change in them.
fn load(packs: Packs, settings: &Settings) -> Result<Rules, Stop> {
    let mut rules = Rules::load(packs)?;
    settings.aliases.iter().for_each(|(name, others)| rules.lexicon.add_alias(name, others));
    let judgement = &mut rules.judgement;
    judgement.report_from = settings.thresholds.report_from.map_or(judgement.report_from, |it| it.thousandths().into());
    judgement.story_least =
        settings.thresholds.same_story_from.map_or(judgement.story_least, |it| it.thousandths().into());
    Ok(rules)
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
