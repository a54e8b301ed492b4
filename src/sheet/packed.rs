//! The form in which claims are written: each sentence once, and nothing that follows from the rest.

use super::SheetError;
use crate::claim::{Answer, ArticleClaims, ArticleInfo, Claim, Evidence, Implied, Subject, Term, Tie};
use crate::imply;
use crate::source::BlockKind;
use crate::span::{FileSpan, LineColumn};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An article without what is known of it.
#[derive(Serialize, Deserialize)]
pub(super) struct Body {
    sentences: Vec<Arc<str>>,
    claims: Vec<PackedClaim>,
    mentions: Vec<PackedClaim>,
    sides: Vec<Term>,
    ties: Vec<Tie>,
}

/// A claim without its article and its siblings.
#[derive(Serialize, Deserialize)]
struct PackedClaim {
    answer: Answer,
    subject: Option<Subject>,
    evidence: Vec<PackedEvidence>,
    implied: Option<Implied>,
}

/// A place of a claim, with the number of its sentence.
#[derive(Serialize, Deserialize)]
struct PackedEvidence {
    file: Option<FileSpan>,
    place: Option<LineColumn>,
    text: String,
    number_file: Option<FileSpan>,
    number: String,
    sentence: usize,
    block: BlockKind,
}

impl Body {
    pub fn whole(article: &ArticleClaims) -> Self {
        let mut sentences = Sentences::default();
        Self {
            claims: article.claims.iter().map(|claim| sentences.pack(claim)).collect(),
            mentions: article.mentions.iter().map(|claim| sentences.pack(claim)).collect(),
            sides: article.sides.clone(),
            ties: article.ties.clone(),
            sentences: sentences.all,
        }
    }

    pub fn of_claims(article: &ArticleClaims) -> Self {
        let mut sentences = Sentences::default();
        let claims = article.claims.iter().map(|claim| sentences.pack(claim)).collect();
        Self { claims, mentions: Vec::new(), sides: Vec::new(), ties: Vec::new(), sentences: sentences.all }
    }

    pub fn unpack(self, info: Arc<ArticleInfo>) -> Result<ArticleClaims, SheetError> {
        let restore = |packed: Vec<PackedClaim>| -> Result<Vec<Claim>, SheetError> {
            packed.into_iter().map(|claim| claim.unpack(&info, &self.sentences)).collect()
        };
        let (mut claims, mentions) = (restore(self.claims)?, restore(self.mentions)?);
        imply::add_siblings(&mut claims);
        let shared = |claims: Vec<Claim>| claims.into_iter().map(Arc::new).collect();
        let (claims, mentions) = (shared(claims), shared(mentions));
        Ok(ArticleClaims { info, claims, mentions, sides: self.sides, ties: self.ties })
    }
}

/// The sentences of an article, each once.
#[derive(Default)]
struct Sentences<'a> {
    all: Vec<Arc<str>>,
    known: FxHashMap<&'a str, usize>,
}

impl<'a> Sentences<'a> {
    fn pack(&mut self, claim: &'a Claim) -> PackedClaim {
        PackedClaim {
            answer: claim.answer.clone(),
            subject: claim.subject.clone(),
            evidence: claim.evidence.iter().map(|evidence| self.evidence(evidence)).collect(),
            implied: claim.implied.clone(),
        }
    }

    fn evidence(&mut self, evidence: &'a Evidence) -> PackedEvidence {
        let sentence = *self.known.entry(&evidence.sentence).or_insert_with(|| {
            self.all.push(Arc::clone(&evidence.sentence));
            self.all.len() - 1
        });
        PackedEvidence {
            file: evidence.file,
            place: evidence.place,
            text: evidence.text.clone(),
            number_file: evidence.number_file,
            number: evidence.number.clone(),
            sentence,
            block: evidence.block,
        }
    }
}

impl PackedClaim {
    fn unpack(self, info: &Arc<ArticleInfo>, sentences: &[Arc<str>]) -> Result<Claim, SheetError> {
        let evidence: Result<Vec<Evidence>, SheetError> =
            self.evidence.into_iter().map(|evidence| evidence.unpack(sentences)).collect();
        Ok(Claim {
            article: Arc::clone(info),
            answer: self.answer,
            subject: self.subject,
            evidence: evidence?,
            implied: self.implied,
            siblings: Arc::default(),
        })
    }
}

impl PackedEvidence {
    fn unpack(self, sentences: &[Arc<str>]) -> Result<Evidence, SheetError> {
        let sentence = sentences.get(self.sentence).cloned();
        let missing = || SheetError::Bytes("a sentence is missing".to_owned());
        Ok(Evidence {
            file: self.file,
            place: self.place,
            text: self.text,
            number_file: self.number_file,
            number: self.number,
            sentence: sentence.ok_or_else(missing)?,
            block: self.block,
        })
    }
}
