//! CSV as RFC 4180 has it: a row per place of a finding, a row per claim.

use super::Report;
use super::record::ValueRecord;
use super::text::{inert, reading, said_by};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::rules::Units;
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

const PLACE: [&str; 18] = [
    "article",
    "outlet",
    "title",
    "published",
    "line",
    "column",
    "text",
    "number",
    "value",
    "nominal",
    "min",
    "max",
    "unit",
    "from",
    "to",
    "sentence",
    "implied",
    "attribution",
];

const FINDING: [&str; 10] =
    ["id", "class", "check", "kind", "severity", "confidence", "question", "side", "baseline", "suppressed"];

/// Writes a row per place of every finding; `id` and `side` tell which rows belong together.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut sheet = sheet(out);
    sheet.write_record(FINDING.iter().chain(&PLACE))?;
    for finding in report.findings {
        for (at, claim) in finding.places.claims().into_iter().enumerate() {
            let mut row = of_finding(finding, at + 1);
            row.extend(of_place(claim, &report.rules.units));
            sheet.write_record(row)?;
        }
    }
    sheet.flush()
}

/// Writes a row per claim.
///
/// # Errors
/// What the writer says.
pub fn claims<'a>(out: &mut dyn Write, claims: impl IntoIterator<Item = &'a Claim>, units: &Units) -> io::Result<()> {
    let mut sheet = sheet(out);
    sheet.write_record(["kind", "question"].iter().chain(&PLACE))?;
    for claim in claims {
        let question = claim.subject.as_ref().map_or("", |subject| &subject.label);
        let mut row = vec![claim.kind().name().to_owned(), cell(question)];
        row.extend(of_place(claim, units));
        sheet.write_record(row)?;
    }
    sheet.flush()
}

fn sheet(out: &mut dyn Write) -> Writer<&mut dyn Write> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out)
}

fn of_finding(finding: &Finding, side: usize) -> Vec<String> {
    let review = &finding.review;
    let known = review.known.map_or("", |known| if known { "known" } else { "new" });
    vec![
        finding.id.to_string(),
        finding.class.name().to_owned(),
        finding.check.to_owned(),
        finding.kind.name().to_owned(),
        finding.severity().name().to_owned(),
        finding.confidence.number().to_string(),
        cell(&finding.question),
        side.to_string(),
        known.to_owned(),
        review.suppression.as_ref().map_or("", |suppression| suppression.by.name()).to_owned(),
    ]
}

fn of_place(claim: &Claim, units: &Units) -> Vec<String> {
    let article = &claim.article;
    let evidence = claim.evidence.first();
    let place = evidence.and_then(|evidence| evidence.place);
    let ValueRecord { nominal, strict, unit, currency, from, to, .. } = ValueRecord::new(&claim.answer, units);
    let (min, max) = strict.map(|strict| (strict.min, strict.max)).unwrap_or_default();
    let figures = [nominal, min, max, unit.or(currency), from, to].map(Option::unwrap_or_default);
    let mut row = vec![
        cell(&article.id),
        cell(article.outlet.as_deref().unwrap_or_default()),
        cell(article.title.as_deref().unwrap_or_default()),
        article.published.map(|date| date.to_string()).unwrap_or_default(),
        place.map(|place| place.line.to_string()).unwrap_or_default(),
        place.map(|place| place.column.to_string()).unwrap_or_default(),
        cell(evidence.map_or("", |evidence| &evidence.text)),
        cell(evidence.map_or("", |evidence| &evidence.number)),
        cell(&reading(&claim.answer, units)),
    ];
    row.extend(figures);
    row.push(cell(evidence.map_or("", |evidence| &evidence.sentence)));
    row.push(cell(claim.implied.as_ref().map_or("", |implied| &implied.why)));
    row.push(cell(said_by(claim).unwrap_or_default()));
    row
}

/// Text that stays text: spreadsheets take what begins with one of these signs for a formula, and run it.
fn cell(text: &str) -> String {
    let text = inert(text);
    if text.trim_start().starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
