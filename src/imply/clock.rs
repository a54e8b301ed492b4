//! "Am Freitag um 7.30 Uhr" says a time of day, too.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication};

pub(super) fn clock(claim: &Claim, _article: &ArticleClaims) -> Vec<Claim> {
    let Answer::Date(day, Some(clock)) = &claim.answer else { return Vec::new() };
    // "dalle 15 di lunedì alle 8 di martedì" says two times, and neither of the whole.
    if day.single_day().is_none() {
        return Vec::new();
    }
    let text = claim.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let mut implied = Claim {
        answer: Answer::Time(*clock),
        ..following(claim, Implication::Clock, format!("“{text}” says a time of day"))
    };
    if let Some(subject) = &mut implied.subject {
        subject.time = subject.time.or(Some(*day));
    }
    vec![implied]
}
