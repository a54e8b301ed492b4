//! A change against the two figures that it leads from and to.

use super::{nominal, text, within};
use crate::claim::{Answer, Claim};
use crate::finding::{Confidence, Facet, Finding};
use crate::value::{Dimension, Interval, Number, Quantity};
use std::ops::Bound;
use std::sync::Arc;

/// Least and most of what a figure can mean.
type Ends = (Number, Number);

fn quantity(claim: &Claim) -> Option<&Quantity> {
    match &claim.answer {
        Answer::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

fn ends(interval: &Interval<Number>) -> Option<Ends> {
    Some((*interval.min()?, *interval.max()?))
}

/// "da 120 a 150, il 20 per cento in più" is a quarter more.
pub(super) fn percent_change(change: &Arc<Claim>, figures: &[&Arc<Claim>], rises: bool) -> Option<Finding> {
    let (low, high) = low_and_high(figures)?;
    let (from, to) = if rises { (low, high) } else { (high, low) };
    let told = quantity(change)?.extent.strict();
    let ratio = |to: Number, from: Number| {
        let hundredfold = to.checked_sub(from)?.checked_mul(Number::ONE_HUNDRED)?;
        Some(hundredfold.checked_div(from)?.abs())
    };
    let (one, other) = (ratio(to.0, from.1)?, ratio(to.1, from.0)?);
    let (least, most) = (one.min(other), one.max(other));
    let possible = Interval::new(Bound::Included(least), Bound::Included(most))?;
    if told.meets(&possible) {
        return None;
    }
    let middle = |(low, high): Ends| low.checked_add(high)?.checked_div(Number::TWO);
    let exact = ratio(middle(to)?, middle(from)?)?.round_dp(1).normalize();
    let more = if rises { "more" } else { "less" };
    let figures_text: Vec<String> = figures.iter().map(|figure| text(figure)).collect();
    let message = format!("“{}” is {exact}% {more}, not “{}”", figures_text.join("” and “"), text(change));
    let claims: Vec<&Arc<Claim>> = figures.iter().copied().chain([change]).collect();
    Some(within("percent-change", &claims, Facet::Part, Confidence::from_thousandths(860), message))
}

/// The lower and the higher figure, in one unit.
fn low_and_high(figures: &[&Arc<Claim>]) -> Option<(Ends, Ends)> {
    let (a, b) = match figures {
        [range] => {
            let (low, high) = ends(quantity(range)?.extent.strict())?;
            ((low, low), (high, high))
        }
        [a, b] => {
            let (x, y) = (quantity(a)?, quantity(b)?);
            let bare = |quantity: &Quantity| quantity.dimension == Dimension::Count;
            if x.dimension != y.dimension && !bare(x) && !bare(y) {
                return None;
            }
            (ends(x.extent.strict())?, ends(y.extent.strict())?)
        }
        _ => return None,
    };
    let (a, b) = (in_magnitude_of(a, b)?, in_magnitude_of(b, a)?);
    (a.0 > Number::ZERO && b.0 > Number::ZERO).then_some(if a.0 <= b.0 { (a, b) } else { (b, a) })
}

/// "120" beside "96 milioni" is 120 million.
fn in_magnitude_of(figure: Ends, other: Ends) -> Option<Ends> {
    if figure.1 >= Number::ONE_THOUSAND || other.0 < Number::from(900_000) {
        return Some(figure);
    }
    let mut magnitude = Number::ONE_THOUSAND;
    while magnitude.checked_mul(Number::ONE_THOUSAND)? <= other.1 {
        magnitude = magnitude.checked_mul(Number::ONE_THOUSAND)?;
    }
    Some((figure.0.checked_mul(magnitude)?, figure.1.checked_mul(magnitude)?))
}

/// "il 52,4 per cento, in calo di 4,7 punti rispetto al 58,9" are 6.5 points.
pub(super) fn points(change: &Arc<Claim>, a: &Arc<Claim>, b: &Arc<Claim>) -> Option<Finding> {
    let told = quantity(change)?.extent.strict();
    let (x, y) = (ends(quantity(a)?.extent.strict())?, ends(quantity(b)?.extent.strict())?);
    let (low, high) = if x.0 <= y.0 { (x, y) } else { (y, x) };
    let (least, most) = ((high.0 - low.1).max(Number::ZERO), high.1 - low.0);
    if told.meets(&Interval::new(Bound::Included(least), Bound::Included(most))?) {
        return None;
    }
    let exact = (nominal(a)? - nominal(b)?).abs().normalize();
    let message = format!("“{}” and “{}” are {exact} points apart, not “{}”", text(a), text(b), text(change));
    Some(within("percent-change", &[a, change, b], Facet::Part, Confidence::from_thousandths(860), message))
}
