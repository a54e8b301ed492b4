//! Options, in groups that commands share. What is not given here comes from the configuration.

use super::format::{Format, Targets, targets};
use claimdiff::finding::{Class, Confidence, Severity};
use claimdiff::report::csv::Dialect;
use claimdiff::value::Number;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use std::path::PathBuf;

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "General options")]
pub struct Common {
    /// When to use colour [default: auto]; NO_COLOR and CLICOLOR_FORCE hold for auto
    #[arg(long, global = true, value_name = "WHEN", env = "CLAIMDIFF_COLOR")]
    pub color: Option<Colour>,
    /// Columns of a page [default: the terminal's, or 100]
    #[arg(long, global = true, value_name = "COLUMNS", env = "CLAIMDIFF_WIDTH",
        value_parser = clap::value_parser!(u16).range(20..=2000))]
    pub width: Option<u16>,
    /// Print nothing on standard output and no progress; files are written, and the exit code tells
    #[arg(long, short, global = true, env = "CLAIMDIFF_QUIET")]
    pub quiet: bool,
    /// Settings [default: the claimdiff.toml found upwards from the first path]
    #[arg(long, global = true, value_name = "FILE", env = "CLAIMDIFF_CONFIG")]
    pub config: Option<PathBuf>,
    /// Look for no settings
    #[arg(long, global = true, env = "CLAIMDIFF_NO_CONFIG")]
    pub no_config: bool,
    #[command(flatten)]
    pub limits: Limiting,
}

/// How much is read. What is cut off or refused is told, and the exit code is 2.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Limits")]
pub struct Limiting {
    /// Bytes of a file that holds one article, or of one record [default: 67108864]
    #[arg(long, global = true, hide_short_help = true, value_name = "BYTES", env = "CLAIMDIFF_MAX_ARTICLE_BYTES")]
    pub max_article_bytes: Option<usize>,
    /// Bytes of a file that holds many: JSON Lines and feeds [default: 1073741824]
    #[arg(long, global = true, hide_short_help = true, value_name = "BYTES", env = "CLAIMDIFF_MAX_BATCH_BYTES")]
    pub max_batch_bytes: Option<usize>,
    /// Articles in one file [default: 1000000]
    #[arg(long, global = true, hide_short_help = true, value_name = "NUMBER", env = "CLAIMDIFF_MAX_ARTICLES")]
    pub max_articles: Option<usize>,
    /// Bytes of the text of one article [default: 2097152]
    #[arg(long, global = true, hide_short_help = true, value_name = "BYTES", env = "CLAIMDIFF_MAX_TEXT_BYTES")]
    pub max_text_bytes: Option<usize>,
}

/// How results are written.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Output")]
pub struct Printing {
    /// How to write on standard output [default: table]
    #[arg(long, value_name = "FORMAT", env = "CLAIMDIFF_FORMAT")]
    pub format: Option<Format>,
    /// Write a format to a file as well, or to standard output; can be given several times
    #[arg(long, value_name = "FORMAT[=PATH]", env = "CLAIMDIFF_OUTPUT", value_parser = targets)]
    pub output: Vec<Targets>,
    /// What csv is written for [default: standard]
    #[arg(long, value_name = "DIALECT", env = "CLAIMDIFF_CSV_DIALECT", hide_short_help = true,
        value_parser = dialects())]
    pub csv_dialect: Option<Dialect>,
}

/// What is shown, and what makes the exit code 1.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Findings")]
pub struct Judging {
    /// Least severity that makes the exit code 1, shown or not [default: error]
    #[arg(long, value_name = "SEVERITY", env = "CLAIMDIFF_FAIL_ON")]
    pub fail_on: Option<FailOn>,
    /// Least severity that is shown [default: note]
    #[arg(long, value_name = "SEVERITY", env = "CLAIMDIFF_MIN_SEVERITY", value_parser = severities())]
    pub min_severity: Option<Severity>,
    /// Least confidence that is shown, between 0 and 1 [default: 0]
    #[arg(long, value_name = "NUMBER", env = "CLAIMDIFF_MIN_CONFIDENCE", value_parser = confidence)]
    pub min_confidence: Option<Confidence>,
    /// Show only these classes, separated by commas [default: all]
    #[arg(long, value_name = "CLASS", env = "CLAIMDIFF_CLASS", value_delimiter = ',', value_parser = classes())]
    pub class: Option<Vec<Class>>,
    /// Known findings: they are marked, and do not make the exit code 1
    #[arg(long, value_name = "FILE", env = "CLAIMDIFF_BASELINE")]
    pub baseline: Option<PathBuf>,
    /// Take every finding of this run into a baseline
    #[arg(long, value_name = "FILE", env = "CLAIMDIFF_WRITE_BASELINE")]
    pub write_baseline: Option<PathBuf>,
    /// Day on which entries of the baseline are past their day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", env = "CLAIMDIFF_TODAY")]
    pub today: Option<Date>,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// Where the output is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What makes the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Confident contradictions
    Error,
    /// Those, and what is doubtful or implausible
    Warning,
    /// Anything
    Note,
    /// Nothing
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the exit code 1.
    pub fn is_met_by(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => severity >= Severity::Note,
            Self::Never => false,
        }
    }
}

/// Reads a number between 0 and 1.
pub fn confidence(text: &str) -> Result<Confidence, String> {
    let number: Option<Number> = text.parse().ok();
    number.and_then(Confidence::from_number).ok_or_else(|| "a number between 0 and 1 is wanted, such as 0.8".to_owned())
}

fn dialects() -> impl TypedValueParser<Value = Dialect> {
    named(Dialect::ALL, Dialect::name)
}

fn severities() -> impl TypedValueParser<Value = Severity> {
    named(Severity::ALL, Severity::name)
}

fn classes() -> impl TypedValueParser<Value = Class> {
    named(Class::ALL, Class::name)
}

/// A parser of the names of some values.
fn named<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.map(name)).try_map(move |text| {
        all.into_iter().find(|value| name(*value) == text).ok_or_else(|| format!("`{text}` is not among them"))
    })
}
