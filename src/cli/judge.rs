//! From findings to formats and an outcome: the end of every command whose findings decide.

use super::baseline;
use super::explain::no_such_check;
use super::git::Changed;
use super::review::review;
use super::{Context, Outcome, Stop};
use claimdiff::finding::Finding;
use claimdiff::pipeline::{Batch, Checkable, Checked};
use claimdiff::report::{Look, Report, Totals};
use claimdiff::rules::Check;
use claimdiff::sheet::Held;

/// What people are shown.
pub struct Judged<'a> {
    /// Findings that nothing speaks against, worst first.
    pub active: Vec<&'a Finding>,
    /// How much was read.
    pub totals: Totals,
}

/// What the settings make of some findings.
pub struct Assessed {
    /// Those that are shown, suppressed ones among them, worst first.
    pub shown: Vec<Finding>,
    /// What the run comes to.
    pub outcome: Outcome,
    /// What was not compared to keep the work within bounds, a message each.
    pub left_out: Vec<String>,
    /// What could not be read, a message each.
    pub trouble: Vec<String>,
}

/// Sorts out what is to be shown, with `changed` only what is told of files that changed, and tells of failures that
/// are not.
pub fn assess<A: Checkable>(
    checked: Checked,
    batch: &Batch<A>,
    changed: Option<&Changed>,
    context: &Context,
) -> Result<Assessed, Stop> {
    let Checked { mut findings, left_out } = checked;
    let left_out: Vec<String> = left_out.iter().map(|left_out| left_out.told(&context.rules.pairing)).collect();
    tell_left_out(&left_out, context);
    tell_unknown_checks(batch, context)?;
    let settings = &context.settings;
    review(&mut findings, settings);
    baseline::apply(&mut findings, batch, context)?;
    baseline::accept(&mut findings, context)?;
    if let Some(changed) = changed {
        findings.retain(|finding| finding.places.claims().iter().any(|claim| changed.has(&claim.article.id)));
    }
    let fails = |finding: &&Finding| finding.is_active() && settings.fail_on.is_met_by(finding.severity());
    let outcome = match () {
        () if !batch.trouble.is_empty() => Outcome::Trouble,
        () if findings.iter().any(|finding| fails(&finding)) => Outcome::Found,
        () => Outcome::Clean,
    };
    let hidden = |finding: &&Finding| !settings.filter.shows(finding);
    let failing = findings.iter().filter(hidden).filter(fails).count();
    findings.retain(|finding| settings.filter.shows(finding));
    if failing > 0 {
        context
            .output
            .note(&format!("{failing} at or above --fail-on not shown: --class, --min-severity or --min-confidence"));
    }
    Ok(Assessed {
        shown: findings,
        outcome,
        left_out,
        trouble: batch.trouble.iter().map(ToString::to_string).collect(),
    })
}

/// Writes what is to be shown of the findings in every format that is wanted, with `changed` only those of files that
/// changed; `table` prints the command's own page in a look.
pub fn judge<A: Checkable>(
    checked: Checked,
    batch: &Batch<A>,
    changed: Option<&Changed>,
    context: &Context,
    table: impl Fn(&Judged<'_>, Look) -> String,
) -> Result<Outcome, Stop> {
    let targets = context.settings.targets().map_err(Stop::Message)?;
    let Assessed { shown, outcome, left_out, trouble } = assess(checked, batch, changed, context)?;
    let checks = Check::all()?;
    let totals = Totals { articles: batch.articles.len(), claims: batch.claims() };
    let report = Report {
        findings: &shown,
        totals,
        trouble: &trouble,
        left_out: &left_out,
        rules: context.rules,
        checks: &checks,
    };
    let judged = Judged { active: report.active().collect(), totals };
    for target in &targets {
        context.output.write(target, |out| {
            target.format.findings(out, &report, context.settings.csv_dialect, &|| {
                table(&judged, context.output.look_of(target))
            })
        })?;
    }
    Ok(outcome)
}

/// A check that an article leaves out and that nobody knows is a slip: its findings would be told.
fn tell_unknown_checks<A: Checkable>(batch: &Batch<A>, context: &Context) -> Result<(), Stop> {
    if batch.articles.iter().all(|article| article.info().ignored_checks.is_empty()) {
        return Ok(());
    }
    let checks = Check::all()?;
    for info in batch.articles.iter().map(Held::info) {
        for name in info.ignored_checks.iter().filter(|name| checks.iter().all(|check| check.name != **name)) {
            context.output.warn(&format!("{}: leaves out a check, but {}", info.id, no_such_check(&checks, name)));
        }
    }
    Ok(())
}

/// So many notes on what was left out are told one by one.
const NOTES: usize = 5;

fn tell_left_out(left_out: &[String], context: &Context) {
    left_out.iter().take(NOTES).for_each(|note| context.output.note(note));
    if left_out.len() > NOTES {
        let more = left_out.len() - NOTES;
        context.output.note(&format!("{more} more such bounds were met; `--format json` lists all"));
    }
}
