//! `claimdiff schema claim|sheet|finding|config`

use super::config::Config;
use super::output::Output;
use super::{Outcome, Stop};
use claimdiff::report::record::{ClaimRecord, FindingRecord, KeyedRecord};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// What the schema describes
    of: Of,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff schema config > claimdiff.schema.json";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Of {
    /// A line of `extract --format jsonl`
    Claim,
    /// A line of `extract --keyed`
    Sheet,
    /// A line of `compare`, and of `check` and `diff --format jsonl`
    Finding,
    /// `claimdiff.toml`
    Config,
}

pub fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Stop> {
    let schema = match arguments.of {
        Of::Claim => written::<ClaimRecord<'_>>(),
        Of::Sheet => written::<KeyedRecord<'_>>(),
        Of::Finding => written::<FindingRecord<'_>>(),
        Of::Config => SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Config>(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(std::io::Error::other)?;
    output.print(|out| writeln!(out, "{text}"))?;
    Ok(Outcome::Clean)
}

/// The schema of what we write: every key is there.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
