//! `claimdiff.toml`: what it can hold, where it is found, what in it has no effect.

use crate::cli::format::{Format, Target, target};
use crate::cli::options::{Colour, FailOn};
use claimdiff::finding::{Class, Severity};
use claimdiff::report::csv::Dialect;
use claimdiff::rules::{Check, PackFile, RuleError, nearest};
use claimdiff::value::Number;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};
use toml::Spanned;

/// So many names have others in the settings.
const MOST_ALIASES: usize = 5_000;

/// Columns that a page can have.
const WIDTHS: std::ops::RangeInclusive<u16> = 20..=2000;

/// Its name, wherever it lies.
pub const NAME: &str = "claimdiff.toml";

/// Settings of claimdiff. What is not set keeps its default; options of the command line and `CLAIMDIFF_*` variables go
/// before what stands here.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "claimdiff.toml")]
pub struct Config {
    /// How to write on standard output.
    #[schemars(with = "Option<Format>")]
    pub format: Option<Spanned<Format>>,
    /// What `check` and `diff` write beside: `FORMAT=PATH` with a path from the folder of this file, or `FORMAT`.
    #[schemars(with = "Option<Vec<String>>")]
    pub output: Option<Spanned<Vec<Spanned<String>>>>,
    /// What CSV is written for.
    #[schemars(with = "Option<Dialect>")]
    pub csv_dialect: Option<Spanned<Dialect>>,
    /// When to use colour.
    #[schemars(with = "Option<Colour>")]
    pub color: Option<Spanned<Colour>>,
    /// Columns of a page.
    #[schemars(with = "Option<u16>", range(min = 20, max = 2000))]
    pub width: Option<Spanned<u16>>,
    /// Least severity that makes the exit code 1.
    #[schemars(with = "Option<FailOn>")]
    pub fail_on: Option<Spanned<FailOn>>,
    /// Least severity that is shown.
    #[schemars(with = "Option<Severity>")]
    pub min_severity: Option<Spanned<Severity>>,
    /// Least confidence that is shown.
    #[schemars(with = "Option<serde_json::Number>", range(min = 0, max = 1))]
    pub min_confidence: Option<Spanned<Number>>,
    /// The classes that are shown.
    #[schemars(with = "Option<Vec<Class>>")]
    pub class: Option<Spanned<Vec<Class>>>,
    /// Known findings; a path from the folder of this file.
    #[schemars(with = "Option<PathBuf>")]
    pub baseline: Option<Spanned<PathBuf>>,
    /// The archive of `check` and `archive`; a path from the folder of this file.
    #[schemars(with = "Option<PathBuf>")]
    pub archive: Option<Spanned<PathBuf>>,
    /// Codes of the languages that the articles are in; articles in others are left out, and told.
    #[schemars(with = "Option<Vec<String>>")]
    pub languages: Option<Spanned<Vec<Spanned<String>>>>,
    /// Severity by name of a check or a class; `off` leaves it out.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Level>")]
    pub severity: BTreeMap<Spanned<String>, Spanned<Level>>,
    /// From where on the tool is sure, or tells at all.
    #[serde(default)]
    pub thresholds: Thresholds,
    /// Knowledge of language beside the built-in.
    #[serde(default)]
    pub rules: RuleSettings,
    /// People and places by their name, each with the other names for it.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub aliases: BTreeMap<Spanned<String>, Spanned<Vec<String>>>,
    /// Who publishes, and who is shown first.
    #[serde(default)]
    pub outlets: Outlets,
    /// How much is read. What is cut off or refused is told.
    #[serde(default)]
    pub limits: LimitSettings,
}

/// Severity of a check or class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Fails the run, unless `fail-on` says otherwise
    Error,
    /// Worth a look
    Warning,
    /// For information
    Note,
    /// Not told at all
    Off,
}

/// Numbers between 0 and 1.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thresholds {
    /// Confidence from which a contradiction is an error.
    #[schemars(with = "Option<serde_json::Number>", range(min = 0, max = 1))]
    pub error_from: Option<Spanned<Number>>,
    /// Confidence from which a difference is told at all.
    #[schemars(with = "Option<serde_json::Number>", range(min = 0, max = 1))]
    pub report_from: Option<Spanned<Number>>,
    /// Likeness from which two articles can tell one story.
    #[schemars(with = "Option<serde_json::Number>", range(min = 0, max = 1))]
    pub same_story_from: Option<Spanned<Number>>,
}

/// Knowledge of language beside the built-in.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleSettings {
    /// Folders laid out like `rules/`; paths from the folder of this file. Later ones go before earlier ones.
    #[serde(default)]
    #[schemars(with = "Vec<PathBuf>")]
    pub packs: Vec<Spanned<PathBuf>>,
}

/// Who publishes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Outlets {
    /// Outlets in the order in which they are shown, most trusted first.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub trust: Vec<Spanned<String>>,
    /// Names of outlets by the names that articles give: `"ansa.it" = "ANSA"`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    pub names: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// How much is read. What is cut off or refused is told.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LimitSettings {
    /// Bytes of a file that holds one article, or of one record.
    #[schemars(with = "Option<usize>")]
    pub max_article_bytes: Option<Spanned<usize>>,
    /// Bytes of a file that holds many.
    #[schemars(with = "Option<usize>")]
    pub max_batch_bytes: Option<Spanned<usize>>,
    /// Articles in one file.
    #[schemars(with = "Option<usize>")]
    pub max_articles: Option<Spanned<usize>>,
    /// Bytes of the text of one article.
    #[schemars(with = "Option<usize>")]
    pub max_text_bytes: Option<Spanned<usize>>,
}

/// A configuration with the file that it was read from.
#[derive(Debug)]
pub struct Found {
    /// What it says.
    pub config: Config,
    /// Its text, for messages.
    pub file: PackFile,
    /// Paths in it count from here.
    pub folder: PathBuf,
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It is not there, or not readable.
    #[error("{path}: the settings cannot be read: {error}; check the path, or use --no-config")]
    Unreadable {
        /// The path.
        path: String,
        /// The system's own words.
        error: io::Error,
    },
    /// It says something that cannot be.
    #[error(transparent)]
    Wrong(#[from] RuleError),
}

impl Found {
    /// Reads the settings at `path`.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display().to_string();
        let file = PackFile::read(path).map_err(|error| ConfigError::Unreadable { path: shown, error })?;
        let config: Config = file.parse()?;
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        let found = Self { config, file, folder };
        found.refuse_unknown_names()?;
        Ok(found)
    }

    /// The settings that lie nearest above `start`, a file or folder.
    pub fn search(start: &Path) -> Result<Option<Self>, ConfigError> {
        let start = if start == Path::new("-") { Path::new(".") } else { start };
        let Ok(start) = fs::canonicalize(start).or_else(|_| fs::canonicalize(".")) else { return Ok(None) };
        let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
        let candidates = start.ancestors().map(|folder| folder.join(NAME));
        let Some(path) = candidates.into_iter().find(|path| path.is_file()) else { return Ok(None) };
        // A path from the working folder is what a reader of messages expects, where there is one.
        Self::read(path.strip_prefix(&here).unwrap_or(&path)).map(Some)
    }

    fn refuse_unknown_names(&self) -> Result<(), ConfigError> {
        if let Some(width) = self.config.width.as_ref().filter(|width| !WIDTHS.contains(width.as_ref())) {
            let (least, most) = (WIDTHS.start(), WIDTHS.end());
            return Err(self.file.error(width.span(), format!("a page has {least} to {most} columns")).into());
        }
        let checks = Check::all()?;
        let known: Vec<&str> =
            checks.iter().map(|check| check.name.as_str()).chain(Class::ALL.map(Class::name)).collect();
        for name in self.config.severity.keys() {
            if !known.contains(&name.as_ref().as_str()) {
                return Err(self.unknown(name, "no check or class is called", &known).into());
            }
        }
        let languages = self.config.languages.iter().flat_map(|languages| languages.as_ref());
        for code in languages {
            if !claimdiff::rules::LANGUAGES.contains(&code.as_ref().as_str()) {
                return Err(self.unknown(code, "no language is called", &claimdiff::rules::LANGUAGES).into());
            }
        }
        self.refuse_empty_names()
    }

    /// An alias without a letter would stand for anything, and names take room beside the concepts.
    fn refuse_empty_names(&self) -> Result<(), ConfigError> {
        let aliases = &self.config.aliases;
        if let Some((name, _)) = aliases.iter().nth(MOST_ALIASES) {
            return Err(self.file.error(name.span(), format!("more than {MOST_ALIASES} aliases")).into());
        }
        for (name, others) in aliases {
            let mut names = others.as_ref().iter().chain([name.as_ref()]);
            if names.any(|name| !name.contains(char::is_alphanumeric)) {
                return Err(self.file.error(name.span(), "a name without a letter would match anywhere").into());
            }
        }
        Ok(())
    }

    fn unknown(&self, name: &Spanned<String>, message: &str, known: &[&str]) -> RuleError {
        let error = self.file.error(name.span(), format!("{message} `{}`", name.as_ref()));
        let help = match nearest(name.as_ref(), known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", known.join(", ")),
        };
        error.with_help(help)
    }

    /// What is to be written beside, with paths from the folder of the file.
    ///
    /// # Errors
    /// A format that there is not, a path of no length.
    pub fn outputs(&self) -> Result<Vec<Target>, RuleError> {
        let read = |text: &Spanned<String>| {
            let Target { format, path } =
                target(text.as_ref()).map_err(|message| self.file.error(text.span(), message))?;
            Ok(Target { format, path: path.map(|path| self.folder.join(path)) })
        };
        self.config.output.iter().flat_map(|output| output.as_ref()).map(read).collect()
    }

    /// What is wrong with one of the packs, where it is named.
    pub fn unreadable_pack(&self, at: usize, reason: &str) -> RuleError {
        let span = self.config.rules.packs.get(at).map_or(0..0, Spanned::span);
        let error = self.file.error(span, format!("the pack cannot be read: {reason}"));
        error.with_help("paths count from the folder of this file")
    }

    /// Where a setting stands: `claimdiff.toml:3`.
    pub fn place(&self, at: usize) -> String {
        let line = self.file.text.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
        format!("{}:{line}", self.file.name)
    }

    /// Settings that change nothing, each as a message with its place.
    pub fn without_effect(&self) -> Vec<RuleError> {
        let mut warnings = Vec::new();
        let mut warn = |span, message: String, help: &str| {
            warnings.push(self.file.error(span, message).with_help(help));
        };
        let config = &self.config;
        for (name, others) in &config.aliases {
            if others.as_ref().is_empty() {
                warn(name.span(), "this alias has no other names".to_owned(), "list them, or take the line out");
            }
            if others.as_ref().contains(name.as_ref()) {
                warn(others.span(), format!("`{}` is its own alias", name.as_ref()), "list only the other names");
            }
        }
        for (at, outlet) in config.outlets.trust.iter().enumerate() {
            if config.outlets.trust.iter().take(at).any(|before| before.as_ref() == outlet.as_ref()) {
                warn(outlet.span(), "this outlet is listed before".to_owned(), "its first place counts");
            }
        }
        if let Some(class) = config.class.as_ref().filter(|class| class.as_ref().is_empty()) {
            warn(class.span(), "an empty list shows all classes".to_owned(), "name some, or take the line out");
        }
        warnings
    }
}
