//! `claimdiff rules list|show|test`: the packs that hold.

use super::{Context, Outcome, Stop};
use claimdiff::report::inert;
use claimdiff::rules::{Packs, nearest};
use claimdiff::trial::try_examples;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Print every file of the packs, and which of them are the user's
    List,
    /// Print the file that holds at a path: the user's, else the built-in one
    Show {
        /// Path below the folder of a pack: it/hedges.toml
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// Run the examples of every entry
    Test {
        /// Folders of packs, beside those of the settings
        #[arg(value_name = "FOLDER")]
        packs: Vec<PathBuf>,
    },
}

impl Command {
    /// Folders of packs that the command adds to those of the settings.
    pub fn packs(&self) -> &[PathBuf] {
        match self {
            Self::Test { packs } => packs,
            Self::List | Self::Show { .. } => &[],
        }
    }
}

pub fn run(command: &Command, packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
    match command {
        Command::List => list(packs, context),
        Command::Show { path } => show(path, packs, context),
        Command::Test { .. } => test(packs, context),
    }
}

fn list(packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
    let own = |path: &str| packs.user().filter(|(inner, _)| *inner == path).last().map(|(_, file)| inert(&file.name));
    let mut paths: Vec<String> = Packs::built_in().chain(packs.user().map(|(inner, _)| inner.to_owned())).collect();
    paths.sort();
    paths.dedup();
    context.output.print(|out| {
        paths.iter().try_for_each(|path| match own(path) {
            Some(file) => writeln!(out, "{path}  {file}"),
            None => writeln!(out, "{path}"),
        })
    })?;
    Ok(Outcome::Clean)
}

fn show(path: &str, packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
    let file = packs.file(path).ok_or_else(|| {
        let known: Vec<String> = Packs::built_in().collect();
        let near = nearest(path, known.iter().map(String::as_str));
        let help =
            near.map_or("`claimdiff rules list` lists them all".to_owned(), |near| format!("did you mean `{near}`?"));
        Stop::Message(format!("no pack has a file `{path}`; {help}"))
    })?;
    context.output.print(|out| out.write_all(file.text.as_bytes()))?;
    Ok(Outcome::Clean)
}

fn test(packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
    let trial = try_examples(packs.clone())?;
    context.output.print(|out| {
        trial.faults.iter().try_for_each(|fault| writeln!(out, "{}", inert(fault)))?;
        writeln!(out, "{} examples, {} wrong", trial.examples, trial.faults.len())
    })?;
    Ok(if trial.faults.is_empty() { Outcome::Clean } else { Outcome::Found })
}
