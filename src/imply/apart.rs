//! "Trentotto secondi dopo" says how long it took.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Tie};

pub(super) fn apart(tie: &Tie, article: &ArticleClaims) -> Option<Claim> {
    let Tie::Apart { date, length } = tie else { return None };
    let told = article.mentions.get(*date)?;
    let text = told.evidence.first().map_or("", |evidence| evidence.number.as_str());
    let why = format!("“{text}” tells how long lay between");
    Some(Claim { answer: Answer::Quantity(length.clone()), ..following(told, Implication::Apart, why) })
}
