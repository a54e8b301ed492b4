//! The settings that hold: from options, variables and defaults, in this order.

use super::format::{Format, Target};
use super::options::{Colour, Common, FailOn, Judging, Printing};
use claimdiff::finding::{Class, Confidence, Finding, Severity};

/// Everything that can be set, resolved.
#[derive(Debug)]
pub struct Settings {
    /// When colour is used.
    pub color: Colour,
    /// Columns of a page, where somebody says.
    pub width: Option<u16>,
    /// Whether standard output stays empty.
    pub quiet: bool,
    /// What is written where.
    pub targets: Vec<Target>,
    /// What makes the exit code 1.
    pub fail_on: FailOn,
    /// Least severity that is shown.
    pub min_severity: Severity,
    /// Least confidence that is shown.
    pub min_confidence: Confidence,
    /// Classes that are shown.
    pub classes: Vec<Class>,
}

/// What the command line gives, variables included.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// How results are written.
    pub printing: Printing,
    /// What is shown and what fails.
    pub judging: Judging,
}

impl Settings {
    /// Puts together what the command line and the defaults say.
    pub fn resolve(common: &Common, given: Given) -> Result<Self, String> {
        let Given { printing, judging } = given;
        Ok(Self {
            color: common.color.unwrap_or(Colour::Auto),
            width: common.width,
            quiet: common.quiet,
            targets: targets(printing)?,
            fail_on: judging.fail_on.unwrap_or(FailOn::Error),
            min_severity: judging.min_severity.unwrap_or(Severity::Note),
            min_confidence: judging.min_confidence.unwrap_or(Confidence::from_thousandths(0)),
            classes: judging.class.unwrap_or_else(|| Class::ALL.to_vec()),
        })
    }

    /// Whether a finding is shown.
    pub fn shows(&self, finding: &Finding) -> bool {
        finding.severity() >= self.min_severity
            && finding.confidence >= self.min_confidence
            && self.classes.contains(&finding.class)
    }
}

/// What `--format` and `--output` ask for together: one format on standard output, any number in files.
fn targets(printing: Printing) -> Result<Vec<Target>, String> {
    let mut targets = printing.output;
    let on_stdout = targets.iter().filter(|target| target.path.is_none()).count();
    match (printing.format, on_stdout) {
        (Some(_), 1..) | (None, 2..) => {
            return Err(
                "two formats would mix on standard output; give all but one a path: --output FORMAT=PATH".into()
            );
        }
        (None, 1) => {}
        (format, _) => targets.push(Target { format: format.unwrap_or(Format::Table), path: None }),
    }
    Ok(targets)
}
