//! A finding as a record: a line of `check` and `diff`.

use super::super::alignment::side;
use super::super::text::said_by;
use super::envelope::{Envelope, Schema};
use super::value::ValueRecord;
use crate::claim::Claim;
use crate::finding::{Confidence, FacetJudgement, Finding, Suppression};
use crate::rules::{Rules, Units};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

/// A finding as `check` and `diff` print it. Every key is always there; what is absent is `null`.
#[derive(Serialize, JsonSchema)]
pub struct FindingRecord<'a> {
    /// Stable fingerprint: articles, question and values; no offsets.
    id: Option<String>,
    /// `conflict`, `internal`, `tension`, `update` or `disputed`.
    class: Option<&'static str>,
    /// Name of the check, as `claimdiff explain` lists them.
    check: Option<&'a str>,
    /// Kind of the answers; of an internal finding, its check.
    kind: Option<&'a str>,
    /// `error`, `warning` or `note`.
    severity: Option<&'static str>,
    /// Between 0 and 1.
    #[schemars(with = "Option<serde_json::Number>", range(min = 0, max = 1))]
    confidence: Option<Box<RawValue>>,
    /// What both answer, in words of the articles.
    question: Option<&'a str>,
    /// What is wrong, in a sentence.
    message: Option<&'a str>,
    /// Between two articles, exactly two.
    evidence: Vec<EvidenceRecord<'a>>,
    /// Why both speak of the same thing; of an internal finding, what does not fit.
    facets: Vec<FacetRecord<'a>>,
    /// With a baseline, whether the finding is `new` or `known` to it.
    baseline: Option<&'static str>,
    /// Why it is not told to people: the article or the baseline says so.
    suppressed: Option<SuppressionRecord<'a>>,
    /// In a line that tells of trouble, the line of the input.
    line: Option<usize>,
    #[serde(flatten)]
    envelope: Envelope<'a>,
}

#[derive(Serialize, JsonSchema)]
struct EvidenceRecord<'a> {
    /// `PATH` or `PATH#id`.
    article: &'a str,
    /// Byte offsets into the file, end exclusive; `null` where the text does not stand there.
    start: Option<usize>,
    end: Option<usize>,
    /// From 1; the column counts characters.
    line: Option<usize>,
    column: Option<usize>,
    /// The figure with the noun that it counts.
    text: &'a str,
    /// A few words before `text` and after it, as the sentence has them: with `text` as `exact`, a text quote selector
    /// of W3C. `null` where the sentence holds `text` more than once.
    prefix: Option<&'a str>,
    suffix: Option<&'a str>,
    /// The sentence around it.
    sentence: &'a str,
    value: ValueRecord,
    /// Why it follows, for claims that no text makes itself.
    implied: Option<&'a str>,
    /// Who says so, in the article's words.
    attribution: Option<&'a str>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    url: Option<&'a str>,
    /// Day of publication.
    published: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct FacetRecord<'a> {
    /// `concept`, `event`, `participant`, `place`, `time`, …
    facet: &'static str,
    /// `same`, `compatible`, `unknown` or `different`.
    relation: &'static str,
    /// The reason in words.
    why: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct SuppressionRecord<'a> {
    /// `article` or `baseline`.
    by: &'static str,
    reason: Option<&'a str>,
    author: Option<&'a str>,
    /// The last day on which it holds.
    expires: Option<String>,
}

impl<'a> FindingRecord<'a> {
    /// The record of a finding.
    pub fn new(finding: &'a Finding, rules: &'a Rules) -> Self {
        let units = &rules.units;
        Self {
            id: Some(finding.id.to_string()),
            class: Some(finding.class.name()),
            check: Some(finding.check),
            kind: Some(finding.kind_name()),
            severity: Some(finding.severity().name()),
            confidence: Some(confidence(finding.confidence)),
            question: Some(&finding.question),
            message: Some(&finding.message),
            evidence: finding.places.claims().into_iter().map(|claim| EvidenceRecord::new(claim, units)).collect(),
            facets: finding.facets.iter().map(FacetRecord::new).collect(),
            baseline: finding.review.known.map(|known| if known { "known" } else { "new" }),
            suppressed: finding.review.suppression.as_ref().map(SuppressionRecord::new),
            line: None,
            envelope: Envelope::ok(Schema::Finding, rules),
        }
    }

    /// The record of a line of the input that cannot be compared.
    pub fn failed(line: Option<usize>, message: &'a str, rules: &'a Rules) -> Self {
        Self {
            id: None,
            class: None,
            check: None,
            kind: None,
            severity: None,
            confidence: None,
            question: None,
            message: None,
            evidence: Vec::new(),
            facets: Vec::new(),
            baseline: None,
            suppressed: None,
            line,
            envelope: Envelope::error(Schema::Finding, message, rules),
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
        let around = side(claim).selector();
        Self {
            article: &claim.article.id,
            start: file.map(|file| file.start),
            end: file.map(|file| file.end),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            text: evidence.map_or("", |evidence| &evidence.text),
            prefix: around.map(|(prefix, _)| prefix),
            suffix: around.map(|(_, suffix)| suffix),
            sentence: evidence.map_or("", |evidence| &evidence.sentence),
            value: ValueRecord::new(&claim.answer, units),
            implied: claim.implied.as_ref().map(|implied| implied.why.as_str()),
            attribution: said_by(claim),
            outlet: claim.article.outlet.as_deref(),
            title: claim.article.title.as_deref(),
            url: claim.article.url.as_deref(),
            published: claim.article.published.map(|date| date.to_string()),
        }
    }
}

impl<'a> FacetRecord<'a> {
    fn new(judgement: &'a FacetJudgement) -> Self {
        Self { facet: judgement.facet.name(), relation: judgement.relation.name(), why: &judgement.why }
    }
}

impl<'a> SuppressionRecord<'a> {
    fn new(suppression: &'a Suppression) -> Self {
        Self {
            by: suppression.by.name(),
            reason: suppression.reason.as_deref(),
            author: suppression.author.as_deref(),
            expires: suppression.expires.map(|date| date.to_string()),
        }
    }
}
