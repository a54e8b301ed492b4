//! `claimdiff explain CHECK`

use super::output::Output;
use super::{Outcome, Stop};
use claimdiff::report::check_page;
use claimdiff::rules::{Check, nearest_check};
use std::io;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Name of a check; without one, all are listed
    #[arg(value_name = "CHECK")]
    check: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff explain                          all checks, a line each
  claimdiff explain weekday-date             what it finds, why, and what it must not flag";

pub fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Stop> {
    let checks = Check::all()?;
    let look = output.look;
    match &arguments.check {
        None => output.print(|out| list(&checks, out))?,
        Some(name) => {
            let check = checks.iter().find(|check| check.name == *name).ok_or_else(|| no_such_check(&checks, name))?;
            output.print(|out| out.write_all(check_page(&check.page, look).as_bytes()))?;
        }
    }
    Ok(Outcome::Clean)
}

fn list(checks: &[Check], out: &mut dyn io::Write) -> io::Result<()> {
    let width = checks.iter().map(|check| check.name.len()).max().unwrap_or(0);
    checks.iter().try_for_each(|check| writeln!(out, "{:width$}  {}", check.name, check.summary))
}

/// What is said of a name that no check has.
pub fn no_such_check(checks: &[Check], name: &str) -> String {
    let help = match nearest_check(checks, name) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`claimdiff explain` lists them all".to_owned(),
    };
    format!("no check is called `{name}`; {help}")
}
