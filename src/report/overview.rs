//! All findings of a batch: a table per question with every outlet's value once, worst first.

use super::alignment::{because, quoted};
use super::group::{Group, Shown, groups};
use super::layout::{Sheet, paragraph};
use super::marks::signed;
use super::text::{Look, Mark, answer_cell, inert, paint, said_by};
use super::{Totals, counted};
use crate::finding::{Class, Finding, Severity};
use crate::rules::Units;

/// The findings as a page, and a closing line that counts.
pub fn overview(findings: &[&Finding], totals: Totals, units: &Units, look: Look) -> String {
    grouped(findings, units, look) + &closing(findings, totals, look)
}

/// The findings as a page.
///
/// They come in the order in which they are to be read, worst first; those that share a claim and a check are one
/// group, at the place of their worst.
pub fn grouped(findings: &[&Finding], units: &Units, look: Look) -> String {
    let mut page = String::new();
    for (at, group) in groups(findings, units).iter().enumerate() {
        page.push_str(&group.render(at + 1, units, look));
        page.push('\n');
    }
    paint(&page, look)
}

/// The line that counts what was read and found: "3 articles, 41 claims: 2 conflicts, 1 update (2 errors, 1 note)".
pub fn closing(findings: &[&Finding], totals: Totals, look: Look) -> String {
    paragraph(&closing_words(findings, totals), look)
}

/// The style of a severity.
pub(super) fn severity_mark(severity: Severity) -> Mark {
    match severity {
        Severity::Error => Mark::Error,
        Severity::Warning => Mark::Warning,
        Severity::Note => Mark::Note,
    }
}

/// The words of that line.
pub(super) fn closing_words(findings: &[&Finding], totals: Totals) -> String {
    let read = format!("{}, {}", counted(totals.articles, "article"), counted(totals.claims, "claim"));
    if findings.is_empty() {
        return format!("{read}: nothing found");
    }
    let of_class = |class: Class| findings.iter().filter(|finding| finding.class == class).count();
    let classes = Class::ALL.iter().map(|class| (of_class(*class), class_noun(*class)));
    let of_severity = |severity: Severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let severities = Severity::ALL.iter().map(|severity| (of_severity(*severity), severity.name()));
    let listed = |numbers: Vec<(usize, &str)>| {
        let told = numbers.into_iter().filter(|(number, _)| *number > 0).map(|(number, noun)| counted(number, noun));
        told.collect::<Vec<_>>().join(", ")
    };
    format!("{read}: {} ({})", listed(classes.collect()), listed(severities.collect()))
}

fn class_noun(class: Class) -> &'static str {
    match class {
        Class::Internal => "internal contradiction",
        Class::Disputed => "disputed figure",
        other => other.name(),
    }
}

impl Group<'_> {
    fn render(&self, number: usize, units: &Units, look: Look) -> String {
        let Some(worst) = self.findings.first() else { return String::new() };
        let heading = Mark::Strong.on(&format!("{number}. {}", inert(&worst.question)));
        let mut page = paragraph(&heading, look);
        let head = format!(
            "{} · {} · confidence {}",
            severity_mark(worst.severity()).on(&format!("{} · {}", worst.severity().name(), worst.class.name())),
            worst.check,
            worst.confidence,
        );
        page.push_str(&paragraph(&head, look));
        page.push_str(&self.sheet(worst, units, look).render(look));
        page
    }

    fn sheet(&self, worst: &Finding, units: &Units, look: Look) -> Sheet {
        let claims = self.claims(units);
        let mut sheet = Sheet::new(&["article", "says", "finding"]);
        let mut notes = Vec::new();
        if worst.class == Class::Internal {
            notes.push(inert(&worst.message));
        }
        for (at, shown) in claims.iter().enumerate() {
            notes.push(quoted("", &shown.claim, &shown.sentence(look)));
            if at + 1 == claims.len() {
                notes.extend(because(&worst.facets).filter(|_| worst.class != Class::Internal));
                sheet.row(shown.cells(units), std::mem::take(&mut notes));
            } else {
                sheet.row(shown.cells(units), Vec::new());
            }
        }
        sheet
    }
}

impl Shown<'_> {
    fn cells(&self, units: &Units) -> Vec<String> {
        let article = &self.claim.article;
        let mut who = vec![inert(article.outlet.as_ref().unwrap_or(&article.id))];
        who.extend(article.published.map(|date| format!("published {date}")));
        let source = said_by(&self.claim).map(|who| format!("\n(according to {})", inert(who))).unwrap_or_default();
        let told = self.told.map(|finding| {
            let mark = severity_mark(finding.severity());
            format!("{}\n{} {}", mark.on(finding.class.name()), finding.severity().name(), finding.confidence)
        });
        vec![who.join("\n"), answer_cell(&self.claim, units) + &source, told.unwrap_or_default()]
    }

    fn sentence(&self, look: Look) -> String {
        let mark = if self.is_first || self.against().is_none() { Mark::OnlyFirst } else { Mark::OnlySecond };
        signed(&self.pieces(), mark, look)
    }
}
