//! One of two answers that are compared: with its question, its article, and what competes with it there.

use crate::claim::{Answer, ArticleInfo, Claim, Kind, Sibling, Subject};

/// An answer with all that judging it needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    /// Where it comes from.
    pub article: &'a ArticleInfo,
    /// The value.
    pub answer: &'a Answer,
    /// The question.
    pub subject: &'a Subject,
    /// Everything of its kind that the article says, itself among it.
    pub siblings: &'a [Sibling],
}

impl<'a> Side<'a> {
    /// A claim as one side; `None` where the text does not say what it answers.
    pub fn of(claim: &'a Claim) -> Option<Self> {
        let subject = claim.subject.as_ref()?;
        Some(Self { article: &claim.article, answer: &claim.answer, subject, siblings: &claim.siblings })
    }

    /// The other answers that its article gives.
    pub fn others(self) -> impl Iterator<Item = Self> {
        let others = self.siblings.iter().filter(move |sibling| sibling.answer != *self.answer);
        others.map(move |sibling| Self { answer: &sibling.answer, subject: &sibling.subject, ..self })
    }

    /// What sort of answer it gives.
    pub fn kind(self) -> Kind {
        self.answer.kind()
    }

    /// Whether its article gives several answers of its kind.
    pub fn is_one_of_several(self) -> bool {
        self.siblings.len() > 1
    }
}
