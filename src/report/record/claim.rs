//! A claim as a record: a line of `extract`.

use super::envelope::{Envelope, Schema, digest};
use super::value::ValueRecord;
use crate::claim::{ArticleInfo, Claim, Evidence, Modality, Occurrence, Scope, Share, Subject, Term};
use crate::pair::Telling;
use crate::rules::Rules;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use std::io;
use std::sync::Arc;

/// A claim, or a mention, as `extract` prints it. Every key is always there; what is absent is `null`.
#[derive(Serialize, JsonSchema)]
pub struct ClaimRecord<'a> {
    /// `PATH` or `PATH#id`; in a line that tells of trouble, the file.
    article: &'a str,
    kind: Option<&'static str>,
    /// Byte offsets into the file, end exclusive; `null` where the text does not stand there.
    start: Option<usize>,
    end: Option<usize>,
    /// From 1; the column counts characters. In a line that tells of trouble, the line of the input.
    line: Option<usize>,
    column: Option<usize>,
    /// The figure with the noun that it counts.
    text: Option<&'a str>,
    number: Option<NumberRecord<'a>>,
    value: Option<ValueRecord>,
    /// `null` where the text does not say what the value answers.
    subject: Option<SubjectRecord<'a>>,
    sentence: Option<&'a str>,
    /// Keys of the article: only claims of articles that share one are compared.
    #[schemars(with = "Vec<String>")]
    keys: Arc<RawValue>,
    /// Why it follows, for claims that no text makes itself.
    implied: Option<&'a str>,
    /// Other places of the article that make the same claim.
    repeated: Vec<PlaceRecord<'a>>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
    /// Stable name of the claim: its article, place and value.
    id: Option<String>,
    #[serde(flatten)]
    envelope: Envelope<'a>,
}

#[derive(Serialize, JsonSchema)]
struct NumberRecord<'a> {
    start: Option<usize>,
    end: Option<usize>,
    text: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct PlaceRecord<'a> {
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    column: Option<usize>,
    text: &'a str,
}

/// The question, one facet a key. Terms are names of concepts, folded names or stems.
#[derive(Serialize, JsonSchema)]
pub struct SubjectRecord<'a> {
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

#[derive(Serialize, JsonSchema)]
struct ParticipantRecord<'a> {
    role: Option<&'a str>,
    who: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct TimeRecord {
    from: Option<String>,
    to: Option<String>,
    granularity: &'static str,
}

/// Makes records of claims. Claims of one article that follow each other share its keys, which are written once.
pub struct ClaimRecords<'a> {
    rules: &'a Rules,
    last: Option<(Arc<ArticleInfo>, Arc<RawValue>)>,
}

impl<'a> ClaimRecords<'a> {
    /// Records by these packs.
    pub fn new(rules: &'a Rules) -> Self {
        Self { rules, last: None }
    }

    /// The record of a claim.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn record(&mut self, claim: &'a Claim) -> io::Result<ClaimRecord<'a>> {
        let keys = match &self.last {
            Some((article, keys)) if Arc::ptr_eq(article, &claim.article) => Arc::clone(keys),
            _ => {
                let keys = Telling::of(&claim.article, &self.rules.pairing).keys();
                let keys = written(&keys.iter().map(ToString::to_string).collect::<Vec<String>>())?;
                self.last = Some((Arc::clone(&claim.article), Arc::clone(&keys)));
                keys
            }
        };
        Ok(ClaimRecord::new(claim, keys, self.rules))
    }
}

/// Keys as they stand in a line.
fn written(keys: &[String]) -> io::Result<Arc<RawValue>> {
    Ok(to_raw_value(keys)?.into())
}

impl<'a> ClaimRecord<'a> {
    fn new(claim: &'a Claim, keys: Arc<RawValue>, rules: &'a Rules) -> Self {
        let evidence = claim.evidence.first();
        let file = evidence.and_then(|evidence| evidence.file);
        let number = evidence.and_then(|evidence| evidence.number_file);
        let place = evidence.and_then(|evidence| evidence.place);
        Self {
            article: &claim.article.id,
            kind: Some(claim.kind().name()),
            start: file.map(|file| file.start),
            end: file.map(|file| file.end),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            text: Some(evidence.map_or("", |evidence| &evidence.text)),
            number: Some(NumberRecord {
                start: number.map(|file| file.start),
                end: number.map(|file| file.end),
                text: evidence.map_or("", |evidence| &evidence.number),
            }),
            value: Some(ValueRecord::new(&claim.answer, &rules.units)),
            subject: claim.subject.as_ref().map(SubjectRecord::new),
            sentence: Some(evidence.map_or("", |evidence| &evidence.sentence)),
            keys,
            implied: claim.implied.as_ref().map(|implied| implied.why.as_str()),
            repeated: claim.evidence.iter().skip(1).map(PlaceRecord::new).collect(),
            outlet: claim.article.outlet.as_deref(),
            title: claim.article.title.as_deref(),
            published: claim.article.published.map(|date| date.to_string()),
            language: Some(&claim.article.language),
            id: Some(identity(claim)),
            envelope: Envelope::ok(Schema::Claim, rules),
        }
    }

    /// The record of a line of the input that is no article.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn failed(file: &'a str, line: usize, message: &'a str, rules: &'a Rules) -> io::Result<Self> {
        Ok(Self {
            article: file,
            kind: None,
            start: None,
            end: None,
            line: Some(line),
            column: None,
            text: None,
            number: None,
            value: None,
            subject: None,
            sentence: None,
            keys: written(&[])?,
            implied: None,
            repeated: Vec::new(),
            outlet: None,
            title: None,
            published: None,
            language: None,
            id: None,
            envelope: Envelope::error(Schema::Claim, message, rules),
        })
    }
}

/// A claim by its article, its first place, its value and what it follows from.
fn identity(claim: &Claim) -> String {
    let place = claim.evidence.first().map(|evidence| (evidence.number_file, &evidence.number));
    let implied = claim.implied.as_ref().map(|implied| implied.why.as_str());
    digest(&format!("{}\u{1f}{place:?}\u{1f}{:?}\u{1f}{implied:?}", claim.article.id, claim.answer))
}

impl<'a> PlaceRecord<'a> {
    fn new(evidence: &'a Evidence) -> Self {
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
    /// The record of a question.
    pub fn new(subject: &'a Subject) -> Self {
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
