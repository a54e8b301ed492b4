//! Annotations of GitHub Actions: commands in the log, which show on the changed lines.

use super::Report;
use super::model::{Location, title, told_at};
use super::{counted, text::inert};
use crate::finding::{Finding, Severity};
use crate::rules::Rules;
use std::io::{self, Write};

/// How many annotations of one sort a step shows; what comes after is dropped without a word.
const SHOWN: usize = 10;

/// Writes one annotation per finding, worst first, and says how many there were no room for.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    for message in report.trouble.iter().take(SHOWN) {
        writeln!(out, "::error title=claimdiff::{}", data(&inert(message)))?;
    }
    let mut room = [SHOWN.saturating_sub(report.trouble.len()), SHOWN, SHOWN];
    let mut left_out = report.trouble.len().saturating_sub(SHOWN);
    let in_full: usize = report.active().count();
    // One of the notes may have to say that there are more.
    if let Some(notes) = room.last_mut().filter(|_| in_full > SHOWN) {
        *notes -= 1;
    }
    for (severity, room) in Severity::ALL.into_iter().zip(room) {
        let findings: Vec<&Finding> = report.active().filter(|finding| finding.severity() == severity).collect();
        left_out += findings.len().saturating_sub(room);
        findings.into_iter().take(room).try_for_each(|finding| annotation(out, finding, report.rules))?;
    }
    if left_out > 0 {
        let more = counted(left_out, "more finding");
        writeln!(out, "::notice title=claimdiff::{more} without annotation: a step shows {SHOWN} of each sort")?;
    }
    Ok(())
}

fn annotation(out: &mut dyn Write, finding: &Finding, rules: &Rules) -> io::Result<()> {
    let command = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = String::new();
    if let Some(claim) = finding.places.claims().first() {
        let location = Location::of(claim);
        properties.push_str(&format!("file={},", property(&location.path)));
        if let Some((line, column)) = location.start {
            properties.push_str(&format!("line={line},col={column},"));
        }
        if let Some(end) = location.end_column {
            properties.push_str(&format!("endColumn={},", end.saturating_sub(1)));
        }
    }
    let message = told_at(finding, 0, rules, &|_, name| name.to_owned());
    writeln!(out, "::{command} {properties}title={}::{}", property(&title(finding)), data(&message))
}

/// Text of a message: one line, in which nothing is a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
