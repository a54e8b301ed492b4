//! Formats, where each goes, and who writes them.

use claimdiff::claim::Claim;
use claimdiff::report::{
    Material, Report, Templates, csv::Dialect, github, gitlab, html, json, jsonl, junit, lines, markdown, rdjson, sarif,
};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Deserialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For a terminal
    Table,
    /// A line per finding, which editors jump to, or per claim, for `git diff`
    Text,
    /// One document
    Json,
    /// JSON Lines, one record a line
    Jsonl,
    /// A row per place of a finding, or per claim
    Csv,
    /// A page of Markdown, for a ticket or the summary of a job
    Markdown,
    /// A page for a browser; `claimdiff report` makes a fuller one
    Html,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code quality report of GitLab
    Gitlab,
    /// JUnit XML, for test results in CI
    Junit,
    /// Reviewdog Diagnostic Format, for comments on a review
    Rdjson,
}

impl Format {
    /// Its name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Writes findings; a table is the command's own.
    pub fn findings(
        self,
        out: &mut dyn Write,
        report: &Report<'_>,
        dialect: Dialect,
        table: &dyn Fn() -> String,
    ) -> io::Result<()> {
        match self {
            Self::Table => out.write_all(table().as_bytes()),
            Self::Text => lines::findings(out, report),
            Self::Json => json::findings(out, report),
            Self::Jsonl => jsonl::findings(out, report.findings, report.rules),
            Self::Csv => dialect.findings(out, report),
            Self::Markdown => Ok(markdown::write(out, &Material::from(*report), &Templates::embedded()?)?),
            Self::Html => Ok(html::write(out, &Material::from(*report), &Templates::embedded()?)?),
            Self::Sarif => sarif::findings(out, report),
            Self::Github => github::findings(out, report),
            Self::Gitlab => gitlab::findings(out, report),
            Self::Junit => junit::findings(out, report),
            Self::Rdjson => rdjson::findings(out, report),
        }
    }

    /// Whether claims can be written in it; the others know findings only.
    pub fn takes_claims(self) -> bool {
        matches!(self, Self::Table | Self::Text | Self::Json | Self::Jsonl | Self::Csv)
    }

    /// Whether records that are neither findings nor claims can be written in it.
    pub fn takes_records(self) -> bool {
        matches!(self, Self::Table | Self::Json | Self::Jsonl)
    }

    /// Writes claims; a table is the command's own.
    pub fn claims(
        self,
        out: &mut dyn Write,
        claims: &[&Claim],
        trouble: &[String],
        rules: &claimdiff::rules::Rules,
        dialect: Dialect,
        table: &dyn Fn() -> String,
    ) -> io::Result<()> {
        let each = claims.iter().copied();
        match self {
            Self::Table => out.write_all(table().as_bytes()),
            Self::Text => lines::claims(out, claims, &rules.units),
            Self::Json => json::claims(out, each, trouble, rules),
            Self::Csv => dialect.claims(out, each, &rules.units),
            _ => jsonl::claims(out, each, rules),
        }
    }
}

/// Reads a format that a command can write, and lists no other in its help.
pub fn one_of(takes: fn(Format) -> bool) -> impl TypedValueParser<Value = Format> {
    let formats = Format::value_variants().iter().filter(|format| takes(**format));
    let names = PossibleValuesParser::new(formats.filter_map(ValueEnum::to_possible_value));
    names.try_map(|name| Format::from_str(&name, false))
}

/// A format and where it goes: `sarif=findings.sarif`, or `table` for standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The format.
    pub format: Format,
    /// The file; `None` for standard output.
    pub path: Option<PathBuf>,
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.format.name())?;
        self.path.as_ref().map_or(Ok(()), |path| write!(f, "={}", path.display()))
    }
}

/// What one `--output` asks for: several, where a variable names them all, separated by commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets(pub Vec<Target>);

/// Reads `FORMAT[=PATH]`, or several of them between commas. A comma before anything else belongs to a path.
pub fn targets(text: &str) -> Result<Targets, String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split(',') {
        let begins = piece.contains('=') || Format::from_str(piece, false).is_ok();
        match pieces.last_mut() {
            Some(path) if !begins => *path = format!("{path},{piece}"),
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces.iter().map(|piece| target(piece)).collect::<Result<_, _>>().map(Targets)
}

/// Reads `FORMAT` or `FORMAT=PATH`.
///
/// # Errors
/// A name that no format has, a path of no length.
pub fn target(text: &str) -> Result<Target, String> {
    let (name, path) = match text.split_once('=') {
        Some((_, "")) => return Err("a path is missing after `=`".to_owned()),
        Some((name, path)) => (name, Some(PathBuf::from(path)).filter(|path| path.as_os_str() != "-")),
        None => (text, None),
    };
    let known: Vec<String> = Format::value_variants().iter().map(|format| format.name()).collect();
    let format = Format::from_str(name, false).map_err(|_| {
        let near = claimdiff::rules::nearest(name, known.iter().map(String::as_str));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("no format is called `{name}`; there are {}{near}", known.join(", "))
    })?;
    Ok(Target { format, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_format_and_perhaps_a_path() {
        let path = |path: &str| Some(PathBuf::from(path));
        for (text, format, path) in [
            ("table", Format::Table, None),
            ("csv=-", Format::Csv, None),
            ("sarif=out/a=b.sarif", Format::Sarif, path("out/a=b.sarif")),
        ] {
            assert_eq!(target(text), Ok(Target { format, path }));
        }
        assert_eq!(target("json="), Err("a path is missing after `=`".to_owned()));
        assert!(target("sarf=x").unwrap_err().ends_with("; did you mean `sarif`?"));
    }

    #[test]
    fn several_targets_stand_between_commas() {
        let of = |text: &str| target(text).unwrap();
        assert_eq!(
            targets("json=a,b.json,csv=c.csv,github"),
            Ok(Targets(vec![of("json=a,b.json"), of("csv=c.csv"), of("github")]))
        );
        assert_eq!(targets("table"), Ok(Targets(vec![of("table")])));
        assert!(targets("json=a.json,sarf=x").is_err());
    }
}
