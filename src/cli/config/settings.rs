//! Everything that can be set, resolved.

use super::file::{Config, Found, Level};
use super::resolver::{Resolver, Row, Sources, optional, placed};
use crate::cli::format::{Format, Target, Targets};
use crate::cli::options::{Colour, Common, FailOn, Judging, Limiting, Printing};
use claimdiff::finding::{Class, Confidence, Finding, Severity};
use claimdiff::report::csv::Dialect;
use claimdiff::rules::{LANGUAGES, RuleError};
use claimdiff::source::Limits;
use clap::ValueEnum;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// What the command line gives, variables included.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// How results are written.
    pub printing: Printing,
    /// What is shown and what fails.
    pub judging: Judging,
    /// The archive.
    pub archive: Option<PathBuf>,
    /// Whether the command writes findings, which `output` in the file is for.
    pub writes_findings: bool,
}

/// Everything that can be set, resolved.
#[derive(Debug)]
pub struct Settings {
    /// When colour is used.
    pub color: Colour,
    /// Columns of a page, where somebody says.
    pub width: Option<u16>,
    /// Whether standard output stays empty.
    pub quiet: bool,
    /// What standard output gets, unless `outputs` says so.
    pub format: Format,
    /// What CSV is written for.
    pub csv_dialect: Dialect,
    dialect_wanted: bool,
    /// Whether this run asks for that format.
    pub format_wanted: bool,
    /// What is written where.
    pub outputs: Vec<Target>,
    /// What makes the exit code 1.
    pub fail_on: FailOn,
    /// What is shown.
    pub filter: Filter,
    /// What was published.
    pub archive: Option<PathBuf>,
    /// Known findings.
    pub baseline: Option<PathBuf>,
    /// The baseline that this run writes.
    pub write_baseline: Option<PathBuf>,
    /// Day for entries that expire.
    pub today: Date,
    /// Languages of the articles that are read.
    pub languages: Vec<String>,
    /// Severities of checks and classes.
    pub severities: BTreeMap<String, Level>,
    /// From where on the tool is sure, or tells at all.
    pub thresholds: Thresholds,
    /// Folders of packs.
    pub packs: Vec<PathBuf>,
    /// Names with their other names.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Outlets, most trusted first.
    pub trust: Vec<String>,
    /// Names of outlets by the names that articles give.
    pub outlets: BTreeMap<String, String>,
    /// How much is read.
    pub limits: Limits,
    /// Every setting as text with its origin, for `config show`.
    pub rows: Vec<Row>,
}

/// What is shown.
#[derive(Debug)]
pub struct Filter {
    severity: Severity,
    confidence: Confidence,
    classes: Vec<Class>,
}

/// From where on the tool is sure, or tells at all.
#[derive(Debug)]
pub struct Thresholds {
    /// Confidence from which a contradiction is an error.
    pub error_from: Confidence,
    /// Confidence from which a difference is told at all, where it is set.
    pub report_from: Option<Confidence>,
    /// Likeness from which two articles can tell one story, where it is set.
    pub same_story_from: Option<Confidence>,
}

impl Settings {
    /// Puts together what the command line, the file and the defaults say.
    ///
    /// # Errors
    /// A value of the file that cannot be.
    pub fn resolve(common: &Common, given: Given, found: Option<&Found>, sources: &Sources) -> Result<Self, RuleError> {
        let none = Config::default();
        let config = found.map_or(&none, |found| &found.config);
        let mut by = Resolver::new(found, sources);
        let Given { printing, judging, archive, writes_findings } = given;
        let width = optional(placed(config.width.as_ref()));
        Ok(Self {
            quiet: common.quiet,
            format_wanted: printing.format.is_some(),
            format: by.pick("format", printing.format, placed(config.format.as_ref()), Format::Table, named),
            dialect_wanted: printing.csv_dialect.is_some(),
            csv_dialect: by.pick(
                "csv-dialect",
                printing.csv_dialect,
                placed(config.csv_dialect.as_ref()),
                Dialect::Standard,
                |it| quoted(it.name()),
            ),
            outputs: outputs(&mut by, printing.output, printing.format, found.filter(|_| writes_findings))?,
            color: by.pick("color", common.color, placed(config.color.as_ref()), Colour::Auto, named),
            width: by.pick("width", common.width.map(Some), width, None, shown),
            fail_on: by.pick("fail-on", judging.fail_on, placed(config.fail_on.as_ref()), FailOn::Error, named),
            filter: Filter::resolve(&mut by, &judging, config)?,
            archive: path(&mut by, "archive", archive, found, |config| config.archive.as_ref()),
            baseline: path(&mut by, "baseline", judging.baseline, found, |config| config.baseline.as_ref()),
            write_baseline: judging.write_baseline,
            today: judging.today.unwrap_or_else(today),
            languages: by.pick("languages", None, words(config.languages.as_ref()), every_language(), |it| strings(it)),
            thresholds: Thresholds::resolve(&mut by, config)?,
            limits: limits(&mut by, &common.limits, config),
            packs: packs(&mut by, found),
            trust: by.pick("outlets.trust", None, list_of(&config.outlets.trust), Vec::new(), |it| strings(it)),
            severities: table(&mut by, "severity", &config.severity, named),
            aliases: table(&mut by, "aliases", &config.aliases, |it| strings(it)),
            outlets: table(&mut by, "outlets.names", &config.outlets.names, |it| quoted(it)),
            rows: by.rows,
        })
    }

    /// The archive, where the command can do nothing without one.
    ///
    /// # Errors
    /// None is named.
    pub fn archive(&self) -> Result<&Path, String> {
        let wanted = "which archive? name it with --archive FILE, or as `archive` in claimdiff.toml";
        self.archive.as_deref().ok_or_else(|| wanted.to_owned())
    }

    /// What is written where: one format on standard output, any number in files.
    ///
    /// # Errors
    /// Two formats for standard output, or for one file.
    pub fn targets(&self) -> Result<Vec<Target>, String> {
        let mut targets = self.outputs.clone();
        for (at, target) in targets.iter().enumerate() {
            let again = targets.iter().skip(at + 1).any(|other| other.path == target.path);
            if let Some(path) = target.path.as_ref().filter(|_| again) {
                let path = path.display();
                return Err(format!("two outputs would go into {path}, and one be lost; give each its own file"));
            }
        }
        let on_stdout = targets.iter().filter(|target| target.path.is_none()).count();
        match on_stdout + usize::from(self.format_wanted) {
            0 | 1 if on_stdout == 0 => targets.push(Target { format: self.format, path: None }),
            0 | 1 => {}
            _ => {
                return Err(
                    "two formats would mix on standard output; give all but one a path: --output FORMAT=PATH".into()
                );
            }
        }
        Ok(targets)
    }

    /// What the command line asks for that this run has no use for; a file of settings may ask for the sake of other runs.
    pub fn without_effect(&self) -> Option<&'static str> {
        let writes_csv = self.targets().is_ok_and(|targets| targets.iter().any(|target| target.format == Format::Csv));
        (self.dialect_wanted && !writes_csv).then_some("--csv-dialect has no effect: nothing is written as csv")
    }
}

impl Filter {
    fn resolve(by: &mut Resolver<'_>, judging: &Judging, config: &Config) -> Result<Self, RuleError> {
        let severity = placed(config.min_severity.as_ref());
        let severity = by.pick("min-severity", judging.min_severity, severity, Severity::Note, |it| quoted(it.name()));
        let least = by.share(config.min_confidence.as_ref())?;
        let zero = Confidence::from_thousandths(0);
        let confidence = by.pick("min-confidence", judging.min_confidence, least, zero, decimal);
        let classes = placed(config.class.as_ref()).filter(|(classes, _)| !classes.is_empty());
        let names = |classes: &Vec<Class>| list(classes.iter().map(|class| class.name()));
        let classes = by.pick("class", judging.class.clone(), classes, Class::ALL.to_vec(), names);
        Ok(Self { severity, confidence, classes })
    }

    /// Whether a finding is shown.
    pub fn shows(&self, finding: &Finding) -> bool {
        finding.severity() >= self.severity
            && finding.confidence >= self.confidence
            && self.classes.contains(&finding.class)
    }
}

impl Thresholds {
    fn resolve(by: &mut Resolver<'_>, config: &Config) -> Result<Self, RuleError> {
        let thresholds = &config.thresholds;
        let error_from = by.share(thresholds.error_from.as_ref())?;
        let mut threshold = |key, number| {
            let share = optional(by.share(number)?);
            Ok::<_, RuleError>(by.pick(key, None, share, None, |it| it.as_ref().map_or_else(String::new, decimal)))
        };
        Ok(Self {
            report_from: threshold("thresholds.report-from", thresholds.report_from.as_ref())?,
            same_story_from: threshold("thresholds.same-story-from", thresholds.same_story_from.as_ref())?,
            error_from: by.pick("thresholds.error-from", None, error_from, Confidence::SURE, decimal),
        })
    }
}

/// What is written beside. A format that this run asks for on standard output takes the place of that of the file.
fn outputs(
    by: &mut Resolver<'_>,
    given: Vec<Targets>,
    format: Option<Format>,
    found: Option<&Found>,
) -> Result<Vec<Target>, RuleError> {
    let given: Vec<Target> = given.into_iter().flat_map(|targets| targets.0).collect();
    let file = found.and_then(|found| Some((found, found.config.output.as_ref()?)));
    let file = file.map(|(found, output)| Ok::<_, RuleError>((found.outputs()?, output.span().start))).transpose()?;
    let file = file.map(|(mut targets, at)| {
        targets.retain(|target| target.path.is_some() || format.is_none());
        (targets, at)
    });
    let given = (!given.is_empty()).then_some(given);
    Ok(by.pick("output", given, file, Vec::new(), |it: &Vec<Target>| list(it.iter().map(Target::to_string))))
}

/// A path, which counts from the folder of the file where it stands there.
fn path(
    by: &mut Resolver<'_>,
    key: &str,
    given: Option<PathBuf>,
    found: Option<&Found>,
    of: fn(&Config) -> Option<&Spanned<PathBuf>>,
) -> Option<PathBuf> {
    let file = found.and_then(|found| {
        let path = of(&found.config)?;
        Some((Some(found.folder.join(path.as_ref())), path.span().start))
    });
    by.pick(key, given.map(Some), file, None, |it| {
        it.as_ref().map_or_else(String::new, |path: &PathBuf| quoted(&path.to_string_lossy()))
    })
}

/// Nothing but the day on which entries of a baseline end depends on the clock.
#[expect(clippy::disallowed_methods, reason = "an entry ends on a day of the calendar, whatever is read")]
fn today() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn every_language() -> Vec<String> {
    LANGUAGES.map(str::to_owned).to_vec()
}

fn words(list: Option<&Spanned<Vec<Spanned<String>>>>) -> Option<(Vec<String>, usize)> {
    list.map(|list| (list.as_ref().iter().map(|word| word.as_ref().clone()).collect(), list.span().start))
}

fn list_of(list: &[Spanned<String>]) -> Option<(Vec<String>, usize)> {
    let at = list.first()?.span().start;
    Some((list.iter().map(|word| word.as_ref().clone()).collect(), at))
}

fn packs(by: &mut Resolver<'_>, found: Option<&Found>) -> Vec<PathBuf> {
    let packs = found.and_then(|found| {
        let packs = &found.config.rules.packs;
        let at = packs.first()?.span().start;
        Some((packs.iter().map(|path| found.folder.join(path.as_ref())).collect(), at))
    });
    by.pick("rules.packs", None, packs, Vec::new(), |it: &Vec<PathBuf>| {
        list(it.iter().map(|path| path.to_string_lossy()))
    })
}

fn limits(by: &mut Resolver<'_>, given: &Limiting, config: &Config) -> Limits {
    let (default, file) = (Limits::default(), &config.limits);
    let mut limit = |key, given, file: &Option<Spanned<usize>>, default| {
        by.pick(key, given, placed(file.as_ref()), default, usize::to_string)
    };
    Limits {
        max_bytes: limit(
            "limits.max-article-bytes",
            given.max_article_bytes,
            &file.max_article_bytes,
            default.max_bytes,
        ),
        max_batch_bytes: limit(
            "limits.max-batch-bytes",
            given.max_batch_bytes,
            &file.max_batch_bytes,
            default.max_batch_bytes,
        ),
        max_articles: limit("limits.max-articles", given.max_articles, &file.max_articles, default.max_articles),
        max_text_bytes: limit(
            "limits.max-text-bytes",
            given.max_text_bytes,
            &file.max_text_bytes,
            default.max_text_bytes,
        ),
    }
}

/// A table of the file, a row per key.
fn table<T: Clone>(
    by: &mut Resolver<'_>,
    name: &str,
    entries: &BTreeMap<Spanned<String>, Spanned<T>>,
    show: fn(&T) -> String,
) -> BTreeMap<String, T> {
    let mut table = BTreeMap::new();
    for (key, value) in entries {
        let place = placed(Some(value));
        let row = format!("{name}.{}", quoted(key.as_ref()));
        let value = by.pick(&row, None, place, value.as_ref().clone(), show);
        table.insert(key.as_ref().clone(), value);
    }
    table
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn list<T: AsRef<str>>(words: impl Iterator<Item = T>) -> String {
    format!("[{}]", words.map(|word| quoted(word.as_ref())).collect::<Vec<_>>().join(", "))
}

fn strings(words: &[String]) -> String {
    list(words.iter())
}

fn named<T: ValueEnum>(value: &T) -> String {
    quoted(value.to_possible_value().as_ref().map_or("", |value| value.get_name()))
}

fn decimal(value: &Confidence) -> String {
    value.number().normalize().to_string()
}

fn shown(value: &Option<u16>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
