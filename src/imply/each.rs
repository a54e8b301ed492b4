//! "157 ciascuno" says 157 to one side, 157 to the other, and 314 in all.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Participant, Scope, Subject, Term};
use crate::value::{Extent, Number, Quantity};

/// The role in which each side has its share.
const ROLE: &str = "receiver";

pub(super) fn each(claim: &Claim, article: &ArticleClaims) -> Vec<Claim> {
    let (Some(subject), Answer::Quantity(quantity)) = (&claim.subject, &claim.answer) else { return Vec::new() };
    if subject.scope != Scope::Each || article.sides.len() < 2 {
        return Vec::new();
    }
    let mut implied: Vec<Claim> = article.sides.iter().map(|side| one_side(claim, subject, side)).collect();
    implied.extend(altogether(claim, subject, quantity, article.sides.len()));
    implied
}

fn one_side(claim: &Claim, subject: &Subject, side: &Term) -> Claim {
    let text = claim.evidence.first().map_or("", |evidence| evidence.text.as_str());
    let why = format!("“{text}” for each side is that many for {}", side.readable());
    let subject = Subject {
        scope: Scope::Plain,
        participants: vec![Participant { role: Some(ROLE.into()), who: side.clone() }],
        ..subject.clone()
    };
    Claim { subject: Some(subject), ..following(claim, Implication::Each, why) }
}

fn altogether(claim: &Claim, subject: &Subject, quantity: &Quantity, sides: usize) -> Option<Claim> {
    let times = Number::from(u32::try_from(sides).ok()?);
    let grow = |value: &Number| value.checked_mul(times);
    let extent: Extent<Number> = quantity.extent.map(grow)?;
    let total = Quantity { nominal: quantity.nominal.as_ref().and_then(grow), extent, ..quantity.clone() };
    let shown = total.nominal.map_or_else(String::new, |value| value.normalize().to_string());
    let why = format!("each of {sides} sides makes {shown} in all");
    let subject = Subject { scope: Scope::Altogether, participants: Vec::new(), ..subject.clone() };
    Some(Claim { answer: Answer::Quantity(total), subject: Some(subject), ..following(claim, Implication::Each, why) })
}
