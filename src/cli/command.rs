//! The commands: what each is called, and what it shares with the settings.

use super::config::{self, Given};
use super::options::{Judging, Printing};
use super::output::Output;
use super::{
    Context, Outcome, Stop, archive, baseline, check, compare, debug, diff, docs, explain, extract, report, rules,
    schema, version,
};
use claimdiff::rules::Packs;
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(flatten)]
    Work(Work),
    #[command(flatten)]
    Aid(Aid),
}

/// Commands that follow the settings.
#[derive(Debug, Subcommand)]
pub enum Work {
    /// Compare every article with every other, and with itself
    Check(check::Arguments),
    /// Compare two articles, question by question
    Diff(diff::Arguments),
    /// Write a page to work from: every answer to every question in doubt, with quotes and pictures
    Report(report::Arguments),
    /// Print what articles claim
    Extract(extract::Arguments),
    /// Compare what `extract --keyed` prints: a step of a pipeline, on one machine or many
    Compare(compare::Arguments),
    /// Keep published articles, for later batches to be compared with
    Archive(archive::Arguments),
    /// Accept one finding, with a reason
    Waive(baseline::Waive),
    /// Keep the file of known findings
    Baseline(baseline::Arguments),
    /// List, print or test the packs of rules
    Rules(rules::Arguments),
    /// Print a stage of the work on some files
    Debug(debug::Arguments),
    /// Print the settings that hold
    Config(config::Arguments),
    /// Print the version of the program and of the rules that hold
    Version(version::Arguments),
}

/// Commands that need no settings, and so work where these are broken.
#[derive(Debug, Subcommand)]
pub enum Aid {
    /// Print the page of a check
    Explain(explain::Arguments),
    /// Print the JSON Schema of a record or of claimdiff.toml
    Schema(schema::Arguments),
    /// Print completions for a shell
    Completions(docs::Completions),
    /// Print the manual page, or write those of all commands
    Man(docs::Man),
}

impl Aid {
    /// Runs the command; `program` is what the shell and the manual are told of.
    pub fn run(&self, program: clap::Command, output: &Output) -> Result<Outcome, Stop> {
        match self {
            Self::Explain(arguments) => explain::run(arguments, output),
            Self::Schema(arguments) => schema::run(arguments, output),
            Self::Completions(arguments) => docs::completions(arguments, program, output),
            Self::Man(arguments) => docs::man(arguments, program, output),
        }
    }
}

impl Work {
    /// Runs the command.
    pub fn run(&self, packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
        match self {
            Self::Check(arguments) => check::run(arguments, context),
            Self::Diff(arguments) => diff::run(arguments, context),
            Self::Report(arguments) => report::run(arguments, context),
            Self::Extract(arguments) => extract::run(arguments, context),
            Self::Compare(arguments) => compare::run(arguments, context),
            Self::Archive(arguments) => archive::run(arguments, context),
            Self::Waive(arguments) => baseline::waive(arguments, context),
            Self::Baseline(arguments) => baseline::run(&arguments.command, context),
            Self::Rules(arguments) => rules::run(&arguments.command, packs, context),
            Self::Debug(arguments) => debug::run(arguments, context),
            Self::Config(_) => config::run(&context.settings.rows, &context.rules.judgement, &context.output),
            Self::Version(arguments) => version::run(arguments, context),
        }
    }

    /// The options of the command that the settings know, too.
    pub fn given(&self) -> Given {
        let printing = match self {
            Self::Check(it) => it.printing.clone(),
            Self::Diff(it) => it.printing.clone(),
            Self::Extract(it) => it.printing.clone(),
            Self::Archive(it) => it.command.printing().cloned().unwrap_or_default(),
            Self::Config(config::Arguments { command: config::Command::Show(it) }) => it.printing.clone(),
            _ => Printing::default(),
        };
        let judging = match self {
            Self::Check(it) => it.judging.clone(),
            Self::Diff(it) => it.judging.clone(),
            Self::Report(it) => it.judging.clone(),
            Self::Archive(archive::Arguments { command: archive::Command::Add(it), .. }) => {
                Judging { today: it.today, ..Judging::default() }
            }
            Self::Waive(it) => it.judging.clone(),
            Self::Baseline(baseline::Arguments { command: baseline::Command::Prune(it) }) => it.judging.clone(),
            Self::Config(config::Arguments { command: config::Command::Show(it) }) => it.judging.clone(),
            _ => Judging::default(),
        };
        let archive = match self {
            Self::Check(it) => it.archive.clone(),
            Self::Archive(it) => it.command.archive().cloned(),
            _ => None,
        };
        let writes_findings = matches!(self, Self::Check(_) | Self::Diff(_) | Self::Config(_));
        Given { printing, judging, archive, writes_findings }
    }

    /// Where the search for settings begins.
    pub fn first_path(&self) -> &Path {
        let paths: &[PathBuf] = match self {
            Self::Check(it) => &it.paths,
            Self::Diff(it) => &it.files,
            Self::Report(it) => &it.paths,
            Self::Extract(it) => &it.paths,
            Self::Debug(it) => &it.paths,
            Self::Archive(it) => it.command.paths(),
            Self::Waive(it) => &it.paths,
            Self::Baseline(baseline::Arguments { command: baseline::Command::Prune(it) }) => &it.paths,
            Self::Compare(it) => &it.files,
            Self::Rules(_) | Self::Config(_) | Self::Version(_) => &[],
        };
        paths.first().map_or(Path::new("."), PathBuf::as_path)
    }
}
