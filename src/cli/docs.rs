//! `claimdiff completions SHELL` and `claimdiff man`: what shells and manuals know of the arguments.

use super::output::Output;
use super::{Outcome, Stop};
use clap_complete::Shell;
use std::path::PathBuf;
use std::{fs, io};

#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  claimdiff completions bash > ~/.local/share/bash-completion/completions/claimdiff
  claimdiff completions fish > ~/.config/fish/completions/claimdiff.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  claimdiff man | man -l -
  claimdiff man ~/.local/share/man/man1";

#[derive(Debug, clap::Args)]
#[command(after_help = MAN_EXAMPLES)]
pub struct Man {
    /// Write the pages of all commands into this folder [default: print the page of claimdiff]
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub fn completions(arguments: &Completions, mut program: clap::Command, output: &Output) -> Result<Outcome, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, env!("CARGO_PKG_NAME"), &mut script);
    output.print(|out| out.write_all(&script))?;
    Ok(Outcome::Clean)
}

pub fn man(arguments: &Man, program: clap::Command, output: &Output) -> Result<Outcome, Stop> {
    match &arguments.folder {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(program).render(&mut page)?;
            output.print(|out| out.write_all(&page))?;
        }
        Some(folder) => {
            let write = || -> io::Result<()> {
                fs::create_dir_all(folder)?;
                clap_mangen::generate_to(program, folder)
            };
            write().map_err(|error| Stop::Message(format!("{}: cannot be written: {error}", folder.display())))?;
        }
    }
    Ok(Outcome::Clean)
}
