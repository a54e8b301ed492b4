//! `claimdiff rules list|show|test`: the packs that hold.

use super::{Context, Outcome, Stop};
use claimdiff::report::inert;
use claimdiff::rules::{Packs, nearest};
use claimdiff::trial::try_examples;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff rules list                       every file, and which are yours
  claimdiff rules show it/hedges.toml        what holds there, to begin a copy with
  claimdiff rules test desk/                 whether the examples of a pack hold";

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Print every file of the packs, with the user's that add to it (+) or replace it (=)
    List,
    /// Print what holds at a path: the built-in file with what the user's add, or the user's that replaces it
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
    let mut paths: Vec<String> = Packs::built_in().chain(packs.user().map(|(path, ..)| path.to_owned())).collect();
    paths.sort();
    paths.dedup();
    context.output.print(|out| {
        paths.iter().try_for_each(|path| {
            write!(out, "{}", inert(path))?;
            for (_, file, replaces) in packs.user().filter(|(own, ..)| own == path) {
                write!(out, "  {} {}", if replaces { "=" } else { "+" }, inert(&file.name))?;
            }
            writeln!(out)
        })
    })?;
    Ok(Outcome::Clean)
}

fn show(path: &str, packs: &Packs, context: &Context) -> Result<Outcome, Stop> {
    let layers = packs.layers(path);
    if layers.is_empty() {
        let known: Vec<String> = Packs::built_in().chain(packs.user().map(|(path, ..)| path.to_owned())).collect();
        let near = nearest(path, known.iter().map(String::as_str));
        let help =
            near.map_or("`claimdiff rules list` lists them all".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Stop::Message(format!("no pack has a file `{path}`; {help}")));
    }
    let several = layers.len() > 1;
    context.output.print(|out| {
        layers.iter().try_for_each(|file| {
            if several {
                writeln!(out, "# {}", inert(&file.name))?;
            }
            out.write_all(file.text.as_bytes())
        })
    })?;
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
