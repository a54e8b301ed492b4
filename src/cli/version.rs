//! `claimdiff version [--json]`: what two machines must have alike to judge alike.

use super::{Context, Outcome, Stop};
use claimdiff::report::record::{Schema, to_json};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Print JSON
    #[arg(long, env = "CLAIMDIFF_JSON")]
    json: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Version<'a> {
    name: &'static str,
    version: &'static str,
    /// What every record carries of it.
    rules: &'a str,
    rules_hash: &'a str,
    schemas: [&'static str; 3],
}

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let rules = context.rules;
    let version = Version {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.hash(),
        rules_hash: rules.digest(),
        schemas: [Schema::Claim, Schema::Sheet, Schema::Finding].map(Schema::name),
    };
    let text = match arguments.json {
        true => to_json(&version)?,
        false => format!("{} {}, rules {}", version.name, version.version, version.rules),
    };
    context.output.print(|out| writeln!(out, "{text}"))?;
    Ok(Outcome::Clean)
}
