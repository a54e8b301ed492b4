//! JSON Lines: one claim or one finding a line, the same keys on every line.

use super::value::ValueRecord;
use crate::claim::{Claim, Modality, Occurrence, Scope, Share, Subject, Term};
use crate::finding::{Class, Confidence, FacetJudgement, Finding};
use crate::rules::{Rules, Units};
use serde::Serialize;
use serde_json::value::RawValue;
use std::io::{self, Write};

/// Writes claims, or mentions, in the given order.
///
/// # Errors
/// What the writer says.
pub fn claims<'a>(out: &mut dyn Write, claims: impl IntoIterator<Item = &'a Claim>, rules: &Rules) -> io::Result<()> {
    let mut line = Vec::new();
    claims.into_iter().try_for_each(|claim| write_line(out, &mut line, &ClaimRecord::new(claim, rules)))
}

/// Writes findings in the given order.
///
/// # Errors
/// What the writer says.
pub fn findings(out: &mut dyn Write, findings: &[Finding], units: &Units) -> io::Result<()> {
    let mut line = Vec::new();
    findings.iter().try_for_each(|finding| write_line(out, &mut line, &FindingRecord::new(finding, units)))
}

/// One record a line. Some readers end a line at U+0085, U+2028 or U+2029; inside strings these are escaped.
fn write_line(out: &mut dyn Write, line: &mut Vec<u8>, record: &impl Serialize) -> io::Result<()> {
    line.clear();
    serde_json::to_writer(&mut *line, record).map_err(io::Error::other)?;
    line.push(b'\n');
    let mut rest = line.as_slice();
    // The three begin with one of two bytes.
    while let Some(at) = rest.iter().position(|byte| matches!(byte, 0xc2 | 0xe2)) {
        let (before, after) = rest.split_at(at);
        out.write_all(before)?;
        let (escaped, length): (&[u8], usize) = match after {
            [0xc2, 0x85, ..] => (b"\\u0085", 2),
            [0xe2, 0x80, 0xa8, ..] => (b"\\u2028", 3),
            [0xe2, 0x80, 0xa9, ..] => (b"\\u2029", 3),
            _ => (after.get(..1).unwrap_or_default(), 1),
        };
        out.write_all(escaped)?;
        rest = after.get(length..).unwrap_or_default();
    }
    out.write_all(rest)
}

/// A line of `extract`.
#[derive(Serialize)]
struct ClaimRecord<'a> {
    /// `PATH` or `PATH#id`.
    article: &'a str,
    kind: &'static str,
    /// Byte offsets into the file, end exclusive; `null` where the text does not stand there.
    start: Option<usize>,
    end: Option<usize>,
    /// From 1; the column counts characters.
    line: Option<usize>,
    column: Option<usize>,
    /// The figure with the noun that it counts.
    text: &'a str,
    number: NumberRecord<'a>,
    value: ValueRecord,
    /// `null` where the text does not say what the value answers.
    subject: Option<SubjectRecord<'a>>,
    sentence: &'a str,
    /// Blocking keys: only claims that share one are compared.
    keys: Vec<String>,
    /// Why it follows, for claims that no text makes itself.
    implied: Option<&'a str>,
    /// Other places of the article that make the same claim.
    repeated: Vec<PlaceRecord<'a>>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
    language: &'a str,
}

#[derive(Serialize)]
struct NumberRecord<'a> {
    start: Option<usize>,
    end: Option<usize>,
    text: &'a str,
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    text: &'a str,
}

/// The question, one facet a key. Terms are names of concepts, folded names or stems.
#[derive(Serialize)]
struct SubjectRecord<'a> {
    label: &'a str,
    counted: Option<&'a str>,
    events: Vec<&'a str>,
    attributes: Vec<&'a str>,
    qualities: Vec<&'a str>,
    participants: Vec<ParticipantRecord<'a>>,
    names: Vec<&'a str>,
    time: Option<TimeRecord>,
    /// `whole`, `part` or `rest`.
    part: &'static str,
    /// `plain`, `each` or `altogether`.
    scope: &'static str,
    per: Option<&'a str>,
    /// `fact`, `planned`, `possible` or `denied`.
    modality: &'static str,
    /// Which one in a sequence of events: its number, `earlier` or `later`.
    occurrence: Option<String>,
    /// `more` or `less`, where the value tells a change.
    change: Option<&'static str>,
    attribution: Option<&'a str>,
    corrected: bool,
    context: Vec<&'a str>,
}

#[derive(Serialize)]
struct ParticipantRecord<'a> {
    role: Option<&'a str>,
    who: &'a str,
}

#[derive(Serialize)]
struct TimeRecord {
    from: Option<String>,
    to: Option<String>,
    granularity: &'static str,
}

impl<'a> ClaimRecord<'a> {
    fn new(claim: &'a Claim, rules: &Rules) -> Self {
        let evidence = claim.evidence.first();
        let file = evidence.and_then(|evidence| evidence.file);
        let number = evidence.and_then(|evidence| evidence.number_file);
        let place = evidence.and_then(|evidence| evidence.place);
        Self {
            article: &claim.article.id,
            kind: claim.kind().name(),
            start: file.map(|file| file.start),
            end: file.map(|file| file.end),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            text: evidence.map_or("", |evidence| &evidence.text),
            number: NumberRecord {
                start: number.map(|file| file.start),
                end: number.map(|file| file.end),
                text: evidence.map_or("", |evidence| &evidence.number),
            },
            value: ValueRecord::new(&claim.answer, &rules.units),
            subject: claim.subject.as_ref().map(SubjectRecord::new),
            sentence: evidence.map_or("", |evidence| &evidence.sentence),
            keys: crate::pair::keys(claim, rules),
            implied: claim.implied.as_ref().map(|implied| implied.why.as_str()),
            repeated: claim.evidence.iter().skip(1).map(PlaceRecord::new).collect(),
            outlet: claim.article.outlet.as_deref(),
            title: claim.article.title.as_deref(),
            published: claim.article.published.map(|date| date.to_string()),
            language: &claim.article.language,
        }
    }
}

impl<'a> PlaceRecord<'a> {
    fn new(evidence: &'a crate::claim::Evidence) -> Self {
        Self {
            start: evidence.file.map(|file| file.start),
            end: evidence.file.map(|file| file.end),
            line: evidence.place.map(|place| place.line),
            column: evidence.place.map(|place| place.column),
            text: &evidence.text,
        }
    }
}

impl<'a> SubjectRecord<'a> {
    fn new(subject: &'a Subject) -> Self {
        let names = |terms: &'a [Term]| terms.iter().map(Term::key).collect();
        Self {
            label: &subject.label,
            counted: subject.counted.as_ref().map(Term::key),
            events: names(&subject.events),
            attributes: names(&subject.attributes),
            qualities: names(&subject.qualities),
            participants: subject
                .participants
                .iter()
                .map(|participant| ParticipantRecord { role: participant.role.as_deref(), who: participant.who.key() })
                .collect(),
            names: names(&subject.names),
            time: subject.time.map(|span| TimeRecord {
                from: span.from.map(|date| date.to_string()),
                to: span.to.map(|date| date.to_string()),
                granularity: span.granularity.name(),
            }),
            part: match subject.share {
                Share::Whole => "whole",
                Share::Part => "part",
                Share::Rest => "rest",
            },
            scope: match subject.scope {
                Scope::Plain => "plain",
                Scope::Each => "each",
                Scope::Altogether => "altogether",
            },
            per: subject.per.as_ref().map(Term::key),
            modality: match subject.modality {
                Modality::Fact => "fact",
                Modality::Planned => "planned",
                Modality::Possible => "possible",
                Modality::Denied => "denied",
            },
            occurrence: subject.occurrence.map(|occurrence| match occurrence {
                Occurrence::Nth(rank) => rank.to_string(),
                Occurrence::Earlier => "earlier".to_owned(),
                Occurrence::Later => "later".to_owned(),
            }),
            change: subject.change.map(|mark| if mark == crate::rules::Mark::DegreeLess { "less" } else { "more" }),
            attribution: subject.attribution.as_ref().map(|attribution| attribution.text.as_str()),
            corrected: subject.corrected,
            context: names(&subject.context),
        }
    }
}

/// A line of `check` and `diff`.
#[derive(Serialize)]
struct FindingRecord<'a> {
    /// Stable fingerprint: articles, question and values; no offsets.
    id: String,
    class: &'static str,
    check: &'a str,
    /// Kind of the answers; of an internal finding, its check.
    kind: &'a str,
    severity: &'static str,
    /// Between 0 and 1.
    confidence: Box<RawValue>,
    question: &'a str,
    /// Between two articles, exactly two.
    evidence: Vec<EvidenceRecord<'a>>,
    facets: Vec<FacetRecord<'a>>,
}

#[derive(Serialize)]
struct EvidenceRecord<'a> {
    article: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    text: &'a str,
    sentence: &'a str,
    value: ValueRecord,
    implied: Option<&'a str>,
    attribution: Option<&'a str>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
}

#[derive(Serialize)]
struct FacetRecord<'a> {
    facet: &'static str,
    relation: &'static str,
    why: &'a str,
}

impl<'a> FindingRecord<'a> {
    fn new(finding: &'a Finding, units: &Units) -> Self {
        let kind = if finding.class == Class::Internal { finding.check } else { finding.kind.name() };
        Self {
            id: finding.id.to_string(),
            class: finding.class.name(),
            check: finding.check,
            kind,
            severity: finding.severity().name(),
            confidence: confidence(finding.confidence),
            question: &finding.question,
            evidence: finding.places.claims().into_iter().map(|claim| EvidenceRecord::new(claim, units)).collect(),
            facets: finding.facets.iter().map(FacetRecord::new).collect(),
        }
    }
}

/// A JSON number without a float in between.
fn confidence(confidence: Confidence) -> Box<RawValue> {
    RawValue::from_string(confidence.number().normalize().to_string()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

impl<'a> EvidenceRecord<'a> {
    fn new(claim: &'a Claim, units: &Units) -> Self {
        let evidence = claim.evidence.first();
        let file = evidence.and_then(|evidence| evidence.file);
        let place = evidence.and_then(|evidence| evidence.place);
        let attribution = claim.subject.as_ref().and_then(|subject| subject.attribution.as_ref());
        Self {
            article: &claim.article.id,
            start: file.map(|file| file.start),
            end: file.map(|file| file.end),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            text: evidence.map_or("", |evidence| &evidence.text),
            sentence: evidence.map_or("", |evidence| &evidence.sentence),
            value: ValueRecord::new(&claim.answer, units),
            implied: claim.implied.as_ref().map(|implied| implied.why.as_str()),
            attribution: attribution.map(|attribution| attribution.text.as_str()),
            outlet: claim.article.outlet.as_deref(),
            title: claim.article.title.as_deref(),
            published: claim.article.published.map(|date| date.to_string()),
        }
    }
}

impl<'a> FacetRecord<'a> {
    fn new(judgement: &'a FacetJudgement) -> Self {
        Self { facet: judgement.facet.name(), relation: judgement.relation.name(), why: &judgement.why }
    }
}
