//! Findings that are known: a file of fingerprints with who accepts each of them, why and until when.

use crate::finding::{Finding, SuppressedBy, Suppression};
use crate::rules::{PackFile, RuleError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::value::Datetime;

/// The known findings, by fingerprint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Baseline {
    /// In the order of the file.
    pub entries: Vec<Entry>,
}

/// A known finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Fingerprint.
    pub id: String,
    /// Name of the check; empty where the entry was made by hand.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub check: String,
    /// The question in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The articles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<String>,
    /// Why it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who accepts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The last day on which it is accepted.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_date")]
    pub expires: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    finding: Vec<RawEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    id: Spanned<String>,
    #[serde(default)]
    check: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    articles: Vec<String>,
    reason: Option<String>,
    author: Option<String>,
    expires: Option<Spanned<Datetime>>,
}

#[derive(Serialize)]
struct Written<'a> {
    finding: &'a [Entry],
}

const HEADING: &str = "\
# Findings that are known to claimdiff. `reason`, `author` and `expires = 2026-12-31` are yours to fill in; comments are
# not kept.
";

impl Baseline {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong, with its place: an unknown key, something that is no fingerprint, an entry that is there twice.
    pub fn read(file: &PackFile) -> Result<Self, RuleError> {
        let raw: File = file.parse()?;
        let mut entries: Vec<Entry> = Vec::with_capacity(raw.finding.len());
        for raw in raw.finding {
            if !is_fingerprint(raw.id.as_ref()) {
                let error = file.error(raw.id.span(), "this is no fingerprint");
                return Err(error.with_help("16 digits and letters from a to f, as `id` of a finding"));
            }
            if entries.iter().any(|known| known.id == *raw.id.as_ref()) {
                return Err(file.error(raw.id.span(), "this fingerprint is there twice").with_help("keep one of them"));
            }
            let expires = raw.expires.map(|day| {
                let date = day.as_ref().date.and_then(|_| day.as_ref().to_string().get(..10)?.parse().ok());
                date.ok_or_else(|| file.error(day.span(), "a day is wanted, such as 2026-12-31"))
            });
            entries.push(Entry {
                id: raw.id.into_inner(),
                check: raw.check,
                question: raw.question,
                articles: raw.articles,
                reason: raw.reason,
                author: raw.author,
                expires: expires.transpose()?,
            });
        }
        Ok(Self { entries })
    }

    /// The file as it is kept.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn write(&self) -> Result<String, toml::ser::Error> {
        let entries = toml::to_string(&Written { finding: &self.entries })?;
        Ok(format!("{HEADING}\n{}", if self.entries.is_empty() { "" } else { &entries }))
    }

    /// Marks every finding as known or new, and suppresses the known ones. An entry whose day is past no longer
    /// suppresses.
    pub fn apply(&self, findings: &mut [Finding], today: Date) {
        for finding in findings {
            let id = finding.id.to_string();
            let entry = self.entries.iter().find(|entry| entry.id == id);
            finding.review.known = Some(entry.is_some());
            if let Some(entry) = entry.filter(|entry| !entry.is_expired(today))
                && finding.is_active()
            {
                finding.review.suppression = Some(entry.suppression());
            }
        }
    }

    /// Takes in every active finding; what people wrote of it stays, but for a day that is past. How many are new.
    pub fn accept(&mut self, findings: &[Finding], today: Date) -> usize {
        let before = self.entries.len();
        for finding in findings.iter().filter(|finding| finding.is_active()) {
            let new = Entry::of(finding);
            match self.entries.iter_mut().find(|entry| entry.id == new.id) {
                Some(entry) => {
                    let old = std::mem::replace(entry, new);
                    entry.expires = old.expires.filter(|_| !old.is_expired(today));
                    entry.reason = old.reason;
                    entry.author = old.author;
                }
                None => self.entries.push(new),
            }
        }
        self.entries.len() - before
    }

    /// Entries that no finding of this run has, of articles that were read or are gone.
    pub fn stale<'a>(
        &'a self,
        findings: &[Finding],
        read: &BTreeSet<&str>,
        is_gone: impl Fn(&str) -> bool,
    ) -> Vec<&'a Entry> {
        let found: BTreeSet<String> = findings.iter().map(|finding| finding.id.to_string()).collect();
        let is_settled = |article: &String| read.contains(article.as_str()) || is_gone(article);
        let stale = self.entries.iter().filter(|entry| {
            !found.contains(&entry.id) && !entry.articles.is_empty() && entry.articles.iter().all(is_settled)
        });
        stale.collect()
    }

    /// Entries whose day is past.
    pub fn expired(&self, today: Date) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.is_expired(today))
    }
}

impl Entry {
    /// The entry of a finding, with nobody's reason yet.
    pub fn of(finding: &Finding) -> Self {
        let mut articles: Vec<String> = finding.places.claims().iter().map(|claim| claim.article.id.clone()).collect();
        articles.sort();
        articles.dedup();
        Self {
            id: finding.id.to_string(),
            check: finding.check.to_owned(),
            question: finding.question.clone(),
            articles,
            ..Self::default()
        }
    }

    fn is_expired(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| last < today)
    }

    fn suppression(&self) -> Suppression {
        Suppression {
            by: SuppressedBy::Baseline,
            reason: self.reason.clone(),
            author: self.author.clone(),
            expires: self.expires,
        }
    }
}

/// Whether a text has the form of a fingerprint.
pub fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn as_date<S: serde::Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    let date = date.and_then(|date| date.to_string().parse::<Datetime>().ok());
    date.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Baseline, RuleError> {
        Baseline::read(&PackFile { name: "baseline.toml".into(), text: text.to_owned().into() })
    }

    #[test]
    fn what_is_written_is_read_again() {
        let entry = Entry {
            id: "14c1223c892fb270".into(),
            check: "conflicting-count".into(),
            question: "prigionieri \"di\" guerra\n[[finding]]".into(),
            articles: vec!["a.txt".into(), "b.txt".into()],
            reason: Some("counted twice".into()),
            author: Some("Anna".into()),
            expires: Some(jiff::civil::date(2026, 12, 31)),
        };
        let baseline = Baseline { entries: vec![entry, Entry { id: "00000000000000ff".into(), ..Entry::default() }] };
        let text = baseline.write().unwrap();
        assert!(text.contains("expires = 2026-12-31\n"), "{text}");
        assert_eq!(read(&text).unwrap(), baseline);
        assert_eq!(read(&Baseline::default().write().unwrap()).unwrap(), Baseline::default());
    }

    #[test]
    fn slips_are_shown_with_their_place() {
        for (text, told) in [
            ("[[finding]]\nid = \"14c1\"", "baseline.toml:2:6: this is no fingerprint"),
            ("[[finding]]\nid = \"14c1223c892fb270\"\nexpire = 2026-12-31", "did you mean `expires`?"),
            ("[[finding]]\nid = \"14c1223c892fb270\"\nexpires = 12:30:00", "a day is wanted"),
            (
                "[[finding]]\nid = \"14c1223c892fb270\"\n[[finding]]\nid = \"14c1223c892fb270\"",
                "baseline.toml:4:6: this fingerprint is there twice",
            ),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }

    #[test]
    fn an_entry_holds_to_the_end_of_its_day() {
        let entry = Entry { expires: Some(jiff::civil::date(2026, 3, 31)), ..Entry::default() };
        assert!(!entry.is_expired(jiff::civil::date(2026, 3, 31)));
        assert!(entry.is_expired(jiff::civil::date(2026, 4, 1)));
    }
}
