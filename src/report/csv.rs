//! CSV: a row per place of a finding, a row per claim.

use super::Report;
use super::record::ValueRecord;
use super::text::{inert, reading, said_by};
use crate::claim::Claim;
use crate::finding::Finding;
use crate::rules::Units;
use csv::{Terminator, Writer, WriterBuilder};
use schemars::JsonSchema;
use serde::Deserialize;
use std::io::{self, Write};

/// What CSV is written for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// RFC 4180: commas, UTF-8, numbers with a decimal point.
    #[default]
    Standard,
    /// Excel: the same with a byte order mark, without which it takes UTF-8 for another encoding.
    Excel,
    /// Excel where numbers have a decimal comma: a byte order mark, semicolons, decimal commas.
    ExcelSemicolon,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Excel, Self::ExcelSemicolon];

    /// Name in options.
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Excel => "excel",
            Self::ExcelSemicolon => "excel-semicolon",
        }
    }

    /// Writes a row per place of every finding; `id` and `side` tell which rows belong together.
    ///
    /// # Errors
    /// What the writer says.
    pub fn findings(self, out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
        let mut sheet = self.sheet(out)?;
        sheet.write_record(FINDING.iter().chain(&PLACE))?;
        for finding in report.findings {
            for (at, claim) in finding.places.claims().into_iter().enumerate() {
                let mut row = self.of_finding(finding, at + 1);
                row.extend(self.of_place(claim, &report.rules.units));
                sheet.write_record(row)?;
            }
        }
        sheet.flush()
    }

    /// Writes a row per claim.
    ///
    /// # Errors
    /// What the writer says.
    pub fn claims<'a>(
        self,
        out: &mut dyn Write,
        claims: impl IntoIterator<Item = &'a Claim>,
        units: &Units,
    ) -> io::Result<()> {
        let mut sheet = self.sheet(out)?;
        sheet.write_record(["kind", "question"].iter().chain(&PLACE))?;
        for claim in claims {
            let question = claim.subject.as_ref().map_or("", |subject| &subject.label);
            let mut row = vec![claim.kind().name().to_owned(), cell(question)];
            row.extend(self.of_place(claim, units));
            sheet.write_record(row)?;
        }
        sheet.flush()
    }

    fn sheet(self, out: &mut dyn Write) -> io::Result<Writer<&mut dyn Write>> {
        if self != Self::Standard {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let delimiter = if self == Self::ExcelSemicolon { b';' } else { b',' };
        Ok(WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(out))
    }

    /// A number as the spreadsheet reads it.
    fn number(self, number: String) -> String {
        if self == Self::ExcelSemicolon { number.replace('.', ",") } else { number }
    }

    fn of_finding(self, finding: &Finding, side: usize) -> Vec<String> {
        let review = &finding.review;
        let known = review.known.map_or("", |known| if known { "known" } else { "new" });
        vec![
            finding.id.to_string(),
            finding.class.name().to_owned(),
            finding.check.to_owned(),
            finding.kind_name().to_owned(),
            finding.severity().name().to_owned(),
            self.number(finding.confidence.number().to_string()),
            cell(&finding.question),
            side.to_string(),
            known.to_owned(),
            review.suppression.as_ref().map_or("", |suppression| suppression.by.name()).to_owned(),
        ]
    }

    fn of_place(self, claim: &Claim, units: &Units) -> Vec<String> {
        let article = &claim.article;
        let evidence = claim.evidence.first();
        let place = evidence.and_then(|evidence| evidence.place);
        let ValueRecord { nominal, strict, unit, currency, from, to, .. } = ValueRecord::new(&claim.answer, units);
        let (min, max) = strict.map(|strict| (strict.min, strict.max)).unwrap_or_default();
        let figures = [nominal, min, max].map(|figure| self.number(figure.unwrap_or_default()));
        let others = [unit.or(currency), from, to].map(Option::unwrap_or_default);
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
        row.extend(others);
        row.push(cell(evidence.map_or("", |evidence| &evidence.sentence)));
        row.push(cell(claim.implied.as_ref().map_or("", |implied| &implied.why)));
        row.push(cell(said_by(claim).unwrap_or_default()));
        row
    }
}

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

/// Text that stays text: spreadsheets take what begins with one of these signs for a formula, and run it.
fn cell(text: &str) -> String {
    let text = inert(text);
    if text.trim_start().starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
