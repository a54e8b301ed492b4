//! An article with everything that the archive keeps of it, made ready before anything is written.

use super::content;
use super::sketch::Sketch;
use crate::claim::{Answer, ArticleClaims, ArticleInfo, Claim, fnv1a};
use crate::finding::Finding;
use crate::pair::{LeftOut, Telling};
use crate::pipeline::{Checkable, Packed, Trouble};
use crate::report::record::{SubjectRecord, ValueRecord, number, to_json};
use crate::rules::Rules;
use crate::sheet::{Held, Sheet, SheetError};
use crate::source::Article;
use crate::value::days_between;
use jiff::civil::Date;
use serde_json::Value;
use std::borrow::Cow;

/// An article with everything that the archive keeps of it.
#[derive(Debug)]
pub struct Prepared {
    pub(super) article: Article,
    pub(super) digest: [u8; 32],
    pub(super) layout: Vec<u8>,
    pub(super) derived: Derived,
}

/// An article of a batch that is checked and added then.
#[derive(Debug)]
pub struct Incoming {
    packed: Packed,
    /// What the archive is to keep of it.
    pub prepared: Prepared,
}

impl Incoming {
    /// An article and what it claims, checked by itself.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn new(article: &Article, claims: &ArticleClaims, rules: &Rules) -> Result<Self, Trouble> {
        let prepared = Prepared::new(article.clone(), claims, rules)?;
        Ok(Self { packed: Packed::new(claims, rules)?, prepared })
    }
}

impl Held for Incoming {
    fn info(&self) -> &ArticleInfo {
        self.packed.info()
    }

    fn claims(&self) -> Result<Cow<'_, ArticleClaims>, SheetError> {
        self.packed.claims()
    }
}

impl Checkable for Incoming {
    fn count(&self) -> usize {
        self.packed.count()
    }

    fn own(&self, rules: &Rules) -> Vec<Finding> {
        self.packed.own(rules)
    }

    fn lists(&self, rules: &Rules) -> Vec<LeftOut> {
        self.packed.lists(rules)
    }
}

/// What follows from an article.
#[derive(Debug)]
pub(super) struct Derived {
    pub day: i32,
    pub published: Option<String>,
    pub language: String,
    /// The terms of its story as [`Sketch`] reads them.
    pub numbers: Vec<u8>,
    /// The terms of its keys, as a list in JSON.
    pub terms: String,
    pub keys: Vec<i64>,
    pub info: Vec<u8>,
    pub sheet: Vec<u8>,
    pub claims: Vec<Row>,
}

/// A claim as a row for other programs.
#[derive(Debug)]
pub(super) struct Row {
    pub kind: &'static str,
    pub start: Option<i64>,
    pub end: Option<i64>,
    pub line: Option<i64>,
    pub column: Option<i64>,
    pub text: String,
    pub number: String,
    pub question: Option<String>,
    pub nominal: Option<String>,
    pub value: String,
    pub subject: Option<String>,
    pub sentence: String,
    pub implied: Option<String>,
}

impl Prepared {
    /// An article and what it claims.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn new(article: Article, claims: &ArticleClaims, rules: &Rules) -> Result<Self, SheetError> {
        let derived = Derived::new(claims, rules)?;
        Ok(Self { digest: content::digest(&article), layout: content::layout(&article)?, article, derived })
    }
}

impl Derived {
    pub fn new(article: &ArticleClaims, rules: &Rules) -> Result<Self, SheetError> {
        let [info, sheet] = Sheet::of_claims(article)?.to_bytes()?;
        let telling = Telling::of(&article.info, &rules.pairing);
        let terms: Vec<String> = telling.terms().collect();
        Ok(Self {
            day: day(&article.info),
            published: article.info.published.map(|day| day.to_string()),
            language: article.info.language.clone(),
            numbers: Sketch::of(&article.info).to_bytes(),
            keys: keys(&terms),
            terms: json(&terms)?,
            info,
            sheet,
            claims: article.claims.iter().map(|claim| Row::new(claim, rules)).collect::<Result<_, _>>()?,
        })
    }
}

impl Row {
    fn new(claim: &Claim, rules: &Rules) -> Result<Self, SheetError> {
        let evidence = claim.evidence.first();
        let file = evidence.and_then(|evidence| evidence.file);
        let place = evidence.and_then(|evidence| evidence.place);
        let whole = |number: usize| i64::try_from(number).ok();
        let nominal = match &claim.answer {
            Answer::Quantity(quantity) => quantity.nominal.map(number),
            Answer::Ordinal(rank) => Some(number(*rank)),
            _ => None,
        };
        let subject = claim.subject.as_ref();
        Ok(Self {
            kind: claim.kind().name(),
            start: file.and_then(|file| whole(file.start)),
            end: file.and_then(|file| whole(file.end)),
            line: place.and_then(|place| whole(place.line)),
            column: place.and_then(|place| whole(place.column)),
            text: evidence.map(|evidence| evidence.text.clone()).unwrap_or_default(),
            number: evidence.map(|evidence| evidence.number.clone()).unwrap_or_default(),
            question: subject.map(|subject| subject.label.clone()),
            nominal,
            value: json(&ValueRecord::new(&claim.answer, &rules.units))?,
            subject: subject.map(|subject| json(&SubjectRecord::new(subject))).transpose()?,
            sentence: evidence.map(|evidence| evidence.sentence.to_string()).unwrap_or_default(),
            implied: claim.implied.as_ref().map(|implied| implied.why.clone()),
        })
    }
}

/// A record in JSON, without what it does not have: a column of a table needs no keys for that.
fn json(record: &impl serde::Serialize) -> Result<String, SheetError> {
    let mut value = serde_json::to_value(record).map_err(|error| SheetError::Pack(error.to_string()))?;
    prune(&mut value);
    to_json(&value).map_err(|error| SheetError::Pack(error.to_string()))
}

fn prune(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields.retain(|_, value| match value {
                Value::Null => false,
                Value::Array(list) => !list.is_empty(),
                _ => true,
            });
        }
        Value::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}

/// Days from 1970 to the publication of an article; articles without a day come before all others, as `None` does.
pub(super) fn day(article: &ArticleInfo) -> i32 {
    let days = article.published.map(|day| days_between(Date::constant(1970, 1, 1), day));
    days.and_then(|days| i32::try_from(days).ok()).unwrap_or(UNDATED)
}

/// The day of articles without one: before every day of the calendar.
pub(super) const UNDATED: i32 = -100_000_000;

/// The keys of an article with these terms, in their order.
pub(super) fn keys(terms: &[String]) -> Vec<i64> {
    let pairs = terms.iter().enumerate().flat_map(|(at, a)| terms.iter().skip(at + 1).map(move |b| (a, b)));
    pairs.map(|(a, b)| hash(&[a, "|", b].concat())).collect()
}

/// A number for a text. Two keys of one number would make strangers meet, who are told apart by their terms then.
pub(super) fn hash(text: &str) -> i64 {
    fnv1a(text.bytes()).cast_signed()
}
