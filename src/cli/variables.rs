//! `CLAIMDIFF_*` variables: how they are read, and what is said of those that nobody reads.

use claimdiff::rules::nearest;
use clap::builder::BoolishValueParser;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command, Error};

/// What every variable of the program begins with.
const PREFIX: &str = "CLAIMDIFF_";

/// The command with variables as their users write them: `1` and `yes` switch on, and an empty one is as if it were not
/// there, since workflows set a variable to nothing where they have nothing to say.
pub fn prepared(command: Command) -> Command {
    command.mut_args(prepare).mut_subcommands(prepared)
}

fn prepare(argument: Arg) -> Arg {
    let argument = argument.hide_env_values(true);
    let is_empty = argument.get_env().is_some_and(|name| std::env::var_os(name).is_some_and(|value| value.is_empty()));
    match argument.get_action() {
        _ if is_empty => argument.env(None::<&'static str>),
        ArgAction::SetTrue => argument.value_parser(BoolishValueParser::new()),
        _ => argument,
    }
}

/// A complaint about the value of an option, under the name of the variable where that is where the value comes from.
pub fn named_after_variable(mut error: Error, command: &Command) -> Error {
    let Some(ContextValue::String(shown)) = error.get(ContextKind::InvalidArg) else { return error };
    let option = shown.split_whitespace().next().unwrap_or_default().to_owned();
    let is_written =
        std::env::args_os().any(|argument| argument.to_string_lossy().split('=').next() == Some(option.as_str()));
    let variable = all(command).into_iter().find(|name| option_of(name) == option);
    if let Some(variable) = variable.filter(|name| !is_written && std::env::var_os(name).is_some()) {
        error.insert(ContextKind::InvalidArg, ContextValue::String(variable));
    }
    error
}

/// The option of a variable: `CLAIMDIFF_FAIL_ON` is `--fail-on`.
fn option_of(variable: &str) -> String {
    format!("--{}", variable.trim_start_matches(PREFIX).to_ascii_lowercase().replace('_', "-"))
}

/// What to say of variables that have the prefix of the program and that no option reads.
pub fn without_effect(command: impl FnOnce() -> Command) -> Vec<String> {
    let mut given: Vec<String> = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()).collect();
    given.retain(|name| name.starts_with(PREFIX));
    if given.is_empty() {
        return Vec::new();
    }
    given.sort();
    let known = all(&command());
    let unknown = given.iter().filter(|name| !known.contains(name));
    let told = unknown.map(|name| {
        let help = match nearest(own_part(name), known.iter().map(|name| own_part(name))) {
            Some(near) => format!("did you mean {PREFIX}{near}?"),
            None => "`claimdiff check --help` names those of every option".to_owned(),
        };
        format!("no option reads the variable {name}; {help}")
    });
    told.collect()
}

/// What is its own in the name of a variable: what all begin with says nothing of how near two are.
fn own_part(variable: &str) -> &str {
    variable.strip_prefix(PREFIX).unwrap_or(variable)
}

/// The variables of all commands, in order.
fn all(command: &Command) -> Vec<String> {
    let mut names: Vec<String> = command
        .get_arguments()
        .filter_map(|argument| argument.get_env()?.to_str().map(str::to_owned))
        .chain(command.get_subcommands().flat_map(all))
        .collect();
    names.sort();
    names.dedup();
    names
}
