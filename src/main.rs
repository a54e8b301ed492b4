//! The program: arguments in, an exit code out; everything else is the library's.

#![forbid(unsafe_code)]

mod cli;

use std::panic;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A fault of the program is a message like any other, and no backtrace.
    panic::set_hook(Box::new(cli::tell_fault));
    // 0 nothing found at or above --fail-on, 1 something found, 2 trouble, which beats both. Bad usage leaves
    // earlier, with 2 as well.
    match panic::catch_unwind(cli::run).unwrap_or(cli::Outcome::Trouble) {
        cli::Outcome::Clean => ExitCode::SUCCESS,
        cli::Outcome::Found => ExitCode::from(1),
        cli::Outcome::Trouble => ExitCode::from(2),
    }
}
