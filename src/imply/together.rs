//! "164 passengers and six crew" says 170 people.

use super::following;
use crate::claim::{Answer, ArticleClaims, Claim, Implication, Kind, Scope, Subject, Term, Tie};
use crate::rules::Rules;
use crate::value::{Dimension, Extent, Interval, Number, Quantity};
use std::ops::Bound;

/// The claim that two counts of persons side by side make together; `None` where they are no two parts of one thing.
pub(super) fn together(tie: &Tie, article: &ArticleClaims, rules: &Rules) -> Option<Claim> {
    let Tie::SideBySide(first, second) = tie else { return None };
    let (a, b) = (article.mentions.get(*first)?, article.mentions.get(*second)?);
    let (x, y) = (a.subject.as_ref()?, b.subject.as_ref()?);
    let persons = is_person(x, rules) && is_person(y, rules) && x.counted != y.counted;
    let alike = x.share == y.share && x.scope == y.scope && x.modality == y.modality;
    if !persons || !alike || !same_events(x, y, rules) {
        return None;
    }
    let total = sum(&a.answer, &b.answer)?;
    let text = |claim: &Claim| claim.evidence.first().map_or(String::new(), |evidence| evidence.text.clone());
    let shown = total.nominal.map_or_else(String::new, |value| value.normalize().to_string());
    let why = format!("“{}” and “{}” make {shown}", text(a), text(b));
    let subject = Subject {
        counted: Some(Term::Concept("person".into())),
        scope: Scope::Altogether,
        qualities: Vec::new(),
        ..x.clone()
    };
    Some(Claim { answer: Answer::Quantity(total), subject: Some(subject), ..following(a, Implication::Together, why) })
}

fn is_person(subject: &Subject, rules: &Rules) -> bool {
    let counted = subject.counted.as_ref().and_then(|term| term.concept(&rules.lexicon));
    counted.is_some_and(|id| rules.lexicon.is_person(id))
}

/// Dead and wounded are two counts; dead workers and dead firemen are one.
fn same_events(x: &Subject, y: &Subject, rules: &Rules) -> bool {
    let grouped = |subject: &Subject| {
        let mut events = subject.events.iter().filter_map(|term| term.concept(&rules.lexicon));
        events.find(|id| rules.lexicon.get(*id).group.is_some())
    };
    grouped(x) == grouped(y)
}

fn sum(a: &Answer, b: &Answer) -> Option<Quantity> {
    let (Answer::Quantity(x), Answer::Quantity(y)) = (a, b) else { return None };
    if a.kind() != Kind::Count || b.kind() != Kind::Count {
        return None;
    }
    let bounds = |quantity: &Quantity| {
        let strict = quantity.extent.strict();
        Some((*strict.min()?, *strict.max()?))
    };
    let ((low, high), (other_low, other_high)) = (bounds(x)?, bounds(y)?);
    let (low, high): (Number, Number) = (low.checked_add(other_low)?, high.checked_add(other_high)?);
    let interval = Interval::new(Bound::Included(low), Bound::Included(high))?;
    let nominal = x.nominal.zip(y.nominal).and_then(|(x, y)| x.checked_add(y));
    Some(Quantity { dimension: Dimension::Count, unit: None, nominal, extent: Extent::plain(interval) })
}
