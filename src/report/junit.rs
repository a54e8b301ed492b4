//! JUnit XML: a suite per check, a failed case per finding, for CI that shows test results.

use super::Report;
use super::model::{Location, title, told_at};
use super::text::inert;
use crate::finding::{Finding, Severity};
use crate::rules::Rules;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

type Out<'a> = Writer<&'a mut dyn Write>;

/// Writes a suite per check. A suppressed finding is a skipped case; a note passes, with its text as
/// output.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = Counts::of(report.findings.iter(), report.trouble.len());
    let root = xml.create_element("testsuites").with_attribute(("name", "claimdiff"));
    root.with_attributes(counts.attributes().iter().map(|(name, value)| (*name, value.as_str()))).write_inner_content(
        |xml| {
            for check in report.checks {
                let findings: Vec<_> = report.findings.iter().filter(|it| it.check == check.name).collect();
                suite(xml, &check.name, &findings, report.rules)?;
            }
            if report.trouble.is_empty() { Ok(()) } else { trouble(xml, report.trouble) }
        },
    )?;
    writeln!(xml.into_inner())
}

/// How many cases there are of each sort.
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn of<'a>(findings: impl Iterator<Item = &'a Finding> + Clone, errors: usize) -> Self {
        Self {
            tests: findings.clone().count() + errors,
            failures: findings.clone().filter(|finding| fails(finding)).count(),
            errors,
            skipped: findings.filter(|finding| !finding.is_active()).count(),
        }
    }

    fn attributes(&self) -> [(&'static str, String); 4] {
        [("tests", self.tests), ("failures", self.failures), ("errors", self.errors), ("skipped", self.skipped)]
            .map(|(name, count)| (name, count.to_string()))
    }
}

fn fails(finding: &Finding) -> bool {
    finding.is_active() && finding.severity() > Severity::Note
}

fn suite(xml: &mut Out<'_>, check: &str, findings: &[&Finding], rules: &Rules) -> io::Result<()> {
    let counts = Counts::of(findings.iter().copied(), 0);
    let suite = xml.create_element("testsuite").with_attribute(("name", check));
    let suite = suite.with_attributes(counts.attributes().iter().map(|(name, value)| (*name, value.as_str())));
    if findings.is_empty() {
        return suite.write_empty().map(|_| ());
    }
    suite.write_inner_content(|xml| findings.iter().try_for_each(|finding| case(xml, finding, rules)))?;
    Ok(())
}

fn case(xml: &mut Out<'_>, finding: &Finding, rules: &Rules) -> io::Result<()> {
    let location = finding.places.claims().first().map(|claim| Location::of(claim));
    let file = location.as_ref().map_or("", |location| &location.path);
    let line = location.as_ref().and_then(|location| location.start).map(|(line, _)| line.to_string());
    let name = format!("{} [{}]", title(finding), finding.id);
    let case = xml.create_element("testcase").with_attribute(("name", name.as_str()));
    let case = case.with_attribute(("classname", file)).with_attribute(("file", file));
    let case = case.with_attributes(line.as_deref().map(|line| ("line", line)));
    case.write_inner_content(|xml| body(xml, finding, rules))?;
    Ok(())
}

fn body(xml: &mut Out<'_>, finding: &Finding, rules: &Rules) -> io::Result<()> {
    let message = told_at(finding, 0, rules, &|_, name| name.to_owned());
    if let Some(suppression) = &finding.review.suppression {
        let reason = inert(suppression.reason.as_deref().unwrap_or_default());
        xml.create_element("skipped").with_attribute(("message", reason.as_str())).write_empty()?;
    } else if fails(finding) {
        let failure = xml.create_element("failure").with_attribute(("message", message.as_str()));
        failure.with_attribute(("type", finding.class.name())).write_text_content(BytesText::new(&quotes(finding)))?;
    } else {
        xml.create_element("system-out").write_text_content(BytesText::new(&message))?;
    }
    Ok(())
}

/// Every place with its sentence.
fn quotes(finding: &Finding) -> String {
    let quote = |claim: &crate::claim::Claim| {
        let sentence = claim.evidence.first().map(|evidence| inert(&evidence.sentence)).unwrap_or_default();
        format!("{}: {sentence}", super::place(claim))
    };
    let claims = finding.places.claims();
    let lines: Vec<String> = claims.iter().map(|claim| quote(claim)).collect();
    format!("confidence {}\n{}", finding.confidence, lines.join("\n"))
}

/// What could not be read counts as an error of the test, not as a failure.
fn trouble(xml: &mut Out<'_>, messages: &[String]) -> io::Result<()> {
    let number = messages.len().to_string();
    let suite = xml.create_element("testsuite").with_attribute(("name", "reading"));
    let suite = suite.with_attributes([("tests", number.as_str()), ("errors", number.as_str())]);
    suite.write_inner_content(|xml| {
        messages.iter().try_for_each(|message| {
            let message = inert(message);
            let case = xml.create_element("testcase").with_attributes([("name", message.as_str())]);
            case.with_attribute(("classname", "reading"))
                .write_inner_content(|xml| {
                    let error = xml.create_element("error").with_attribute(("message", message.as_str()));
                    error.write_empty().map(|_| ())
                })
                .map(|_| ())
        })
    })?;
    Ok(())
}
