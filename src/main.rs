//! The program: arguments in, an exit code out; everything else is the library's.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    // 0 nothing found at or above --fail-on, 1 something found, 2 trouble, which beats both. Bad usage leaves
    // earlier, with 2 as well.
    match cli::run() {
        cli::Outcome::Clean => ExitCode::SUCCESS,
        cli::Outcome::Found => ExitCode::from(1),
        cli::Outcome::Trouble => ExitCode::from(2),
    }
}
