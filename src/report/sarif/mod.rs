//! SARIF 2.1.0: a result per finding, its first place as location and the others as related locations.
//!
//! What the article or a baseline suppresses stays in the file and says so: results that vanish would count as
//! repaired.

mod schema;

use super::Report;
use super::model::{Location, told_at};
use super::record::to_json;
use super::text::inert;
use crate::claim::Claim;
use crate::finding::{Finding, Severity, SuppressedBy};
use crate::rules::{Check, Rules};
use schema::*;
use std::io::{self, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Name of our fingerprint; the number changes if ever its making changes.
const FINGERPRINT: &str = "claimdiff/v1";

/// Writes the report.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: report.checks.iter().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: report.trouble.is_empty(),
                tool_execution_notifications: report.trouble.iter().map(|message| notification(message)).collect(),
            }],
            results: report.findings.iter().map(|finding| result(finding, report)).collect(),
        }],
    };
    writeln!(out, "{}", to_json(&log)?)
}

fn rule(check: &Check) -> Rule<'_> {
    Rule {
        id: &check.name,
        short_description: Message::text(check.summary.clone()),
        full_description: Message::text(format!("{} Severity: {}.", check.summary, check.severity)),
        help: Help { text: check.page.replace("```", ""), markdown: &check.page },
        default_configuration: Configuration { level: "error" },
    }
}

fn notification(message: &str) -> Notification {
    Notification { level: "error", message: Message::text(unlinked(&inert(message))) }
}

fn result<'a>(finding: &'a Finding, report: &Report<'_>) -> ResultObject<'a> {
    let claims = finding.places.claims();
    let review = &finding.review;
    let id = finding.id.to_string();
    ResultObject {
        rule_id: finding.check,
        rule_index: report.checks.iter().position(|check| check.name == finding.check),
        level: match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: Message::text(message(finding, report.rules)),
        locations: claims.first().map(|claim| location(claim, None)).into_iter().collect(),
        related_locations: claims.iter().enumerate().skip(1).map(|(at, claim)| location(claim, Some(at))).collect(),
        partial_fingerprints: [("primaryLocationLineHash", id.clone()), (FINGERPRINT, id)].into_iter().collect(),
        baseline_state: review.known.map(|known| if known { "unchanged" } else { "new" }),
        suppressions: review.suppression.iter().map(suppression).collect(),
        rank: finding.confidence.thousandths() / 10,
        properties: Properties { class: finding.class.name(), question: inert(&finding.question) },
    }
}

fn suppression(suppression: &crate::finding::Suppression) -> SuppressionObject {
    SuppressionObject {
        kind: match suppression.by {
            SuppressedBy::Article => "inSource",
            SuppressedBy::Baseline => "external",
        },
        status: "accepted",
        justification: inert(suppression.reason.as_deref().unwrap_or_default()),
    }
}

/// What a link to a related location is made of: invisible signs that [`inert`] takes out of every article.
const LINK: [(char, &str); 3] = [('\u{2061}', "["), ('\u{2062}', "]("), ('\u{2063}', ")")];

/// The message with links to the other places.
fn message(finding: &Finding, rules: &Rules) -> String {
    let [(open, _), (between, _), (close, _)] = LINK;
    let link = |other: usize, name: &str| {
        let name = name.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        format!("{open}{name}{between}{other}{close}")
    };
    let told = unlinked(&told_at(finding, 0, rules, &link));
    LINK.iter().fold(told, |told, (sign, text)| told.replace(*sign, text))
}

/// Text in which nothing is a link.
fn unlinked(text: &str) -> String {
    text.replace("](", "] (")
}

fn location(claim: &Claim, id: Option<usize>) -> LocationObject {
    let place = Location::of(claim);
    let evidence = claim.evidence.first();
    let region = place.start.map(|(line, column)| Region {
        start_line: line,
        start_column: column,
        end_column: place.end_column,
        byte_offset: place.bytes.map(|(start, _)| start),
        byte_length: place.bytes.map(|(_, length)| length),
        snippet: evidence.map(|evidence| Content { text: inert(&evidence.text) }),
    });
    let artifact_location = ArtifactLocation { uri: uri(&place.path) };
    LocationObject {
        id,
        message: evidence.map(|evidence| Message::text(unlinked(&inert(&evidence.sentence)))),
        physical_location: PhysicalLocation { artifact_location, region },
    }
}

/// A path as the reference of a URI: bytes that have no meaning of their own there are written as `%XX`.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=@".contains(&byte);
    let written: String = path
        .bytes()
        .map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if path.starts_with('/') { format!("file://{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        for (path, reference) in [
            ("notizie/a b.txt", "notizie/a%20b.txt"),
            ("città#1?.md", "citt%C3%A0%231%3F.md"),
            ("100%.txt", "100%25.txt"),
            ("a:b.txt", "a%3Ab.txt"),
            ("/tmp/a.txt", "file:///tmp/a.txt"),
        ] {
            assert_eq!(uri(path), reference);
        }
    }
}
