//! Dates, ages and lengths of time of one article against each other.

use super::{text, within};
use crate::claim::{Answer, ArticleClaims, Claim, Implication};
use crate::compare::compare;
use crate::compare::findings::report_floor;
use crate::compare::verdict::VerdictKind;
use crate::finding::{Confidence, Facet, Finding};
use crate::rules::Rules;
use crate::value::{DateSpan, Dimension, Interval, Number, days_between, years_between};
use jiff::civil::Date;
use std::ops::Bound;
use std::sync::Arc;

/// "born on 3 May 1924, she died on 10 March 2026 at the age of 102"
pub(super) fn age_birth_year(
    date: &Arc<Claim>,
    age: &Arc<Claim>,
    current: bool,
    article: &ArticleClaims,
) -> Option<Finding> {
    let (Answer::Date(born, _), Answer::Quantity(told)) = (&date.answer, &age.answer) else { return None };
    let years = told.base_nominal()?;
    let other = |claim: &&Arc<Claim>| !Arc::ptr_eq(claim, date) && same_sentence(claim, age);
    let said = article.mentions.iter().filter(other).find_map(|claim| match &claim.answer {
        Answer::Date(span, _) => Some(*span),
        _ => None,
    });
    let then = match said {
        Some(span) => span,
        None if current => DateSpan::day(article.info.published?),
        None => return None,
    };
    let last = |span: &DateSpan| crate::value::add_days(span.to?, -1);
    let (least, most) = (age_on(then.from?, last(born)?)?, age_on(last(&then)?, born.from?)?);
    let completed = years.floor();
    if completed >= Number::from(least) && completed <= Number::from(most) {
        return None;
    }
    let expected = if most == least { most.to_string() } else { format!("{least} to {most}") };
    let then = then.from?;
    let message =
        format!("born {}, on {then} aged {expected}, not {}", date.evidence.first()?.number, years.normalize());
    Some(within("age-birth-year", &[date, age], Facet::Time, Confidence::from_thousandths(880), message))
}

fn same_sentence(a: &Claim, b: &Claim) -> bool {
    matches!((a.evidence.first(), b.evidence.first()), (Some(a), Some(b)) if a.sentence == b.sentence)
}

/// Completed years of life.
fn age_on(day: Date, born: Date) -> Option<i64> {
    Some(years_between(born, day)).filter(|years| *years >= 0)
}

/// "dal 4 al 6 marzo" beside "two days". Of a list of ranges its beginning is compared: each with each would cost the
/// square of an article that tells nothing else.
pub(super) fn duration_dates(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let implied = article
        .claims
        .iter()
        .filter(|claim| claim.implied.as_ref().is_some_and(|implied| implied.by == Implication::DateRange));
    implied
        .take(rules.pairing.list)
        .flat_map(|range| article.claims.iter().map(move |claim| (range, claim)))
        .filter(|(range, claim)| claim.implied.is_none() && claim.kind() == range.kind())
        .filter_map(|(range, claim)| {
            let verdict = compare(range, claim, rules)
                .filter(|verdict| verdict.kind == VerdictKind::Conflict && verdict.confidence >= report_floor(rules))?;
            let why = range.implied.as_ref().map_or(String::new(), |implied| implied.why.clone());
            let told = text(claim);
            Some(within(
                "duration-dates",
                &[range, claim],
                Facet::Time,
                verdict.confidence,
                format!("{why}, not “{told}”"),
            ))
        })
        .collect()
}

fn span_of(claim: &Claim) -> Option<&DateSpan> {
    match &claim.answer {
        Answer::Date(span, _) => Some(span),
        _ => None,
    }
}

/// "in 1984 and, a year later, in 1983"
pub(super) fn ordering(earlier: &Arc<Claim>, later: &Arc<Claim>) -> Option<Finding> {
    let (first, second) = (span_of(earlier)?, span_of(later)?);
    if first.approximate || second.approximate || second.to? > first.from? {
        return None;
    }
    let message = format!("“{}” is before “{}”, not after", text(later), text(earlier));
    Some(within("ordering", &[earlier, later], Facet::Time, Confidence::from_thousandths(800), message))
}

/// "durata tre settimane, cominciata il 12 gennaio e conclusa il 24 febbraio"
pub(super) fn span_length(length: &Arc<Claim>, from: &Arc<Claim>, to: &Arc<Claim>, rules: &Rules) -> Option<Finding> {
    let (first, last) = (span_of(from)?, span_of(to)?);
    let one_range = Arc::ptr_eq(from, to);
    let ends = happens(from, "event.begin", rules) && happens(to, "event.end", rules);
    let Answer::Quantity(told) = &length.answer else { return None };
    if !(one_range || ends) || told.dimension != Dimension::Duration || first.approximate || last.approximate {
        return None;
    }
    let by_days = |span: &DateSpan| one_range || span.single_day().is_some();
    // Without a year in the text the end is in the year of the beginning, or just after it.
    let mut days = days_between(first.from?, last.to?);
    while days <= 0 && last.year_open {
        days += 365;
    }
    days %= if first.year_open || last.year_open { 365 } else { i64::MAX };
    let exact = first.written.day.is_some() || first.granularity == crate::value::Granularity::Day;
    if days < 1 || !exact || !by_days(first) || !by_days(last) {
        return None;
    }
    let day = Number::from(86_400);
    let (least, most) = (Number::from(days - 1).checked_mul(day)?, Number::from(days).checked_mul(day)?);
    let possible = Interval::new(Bound::Included(least), Bound::Included(most))?;
    if told.base_extent()?.strict().meets(&possible) {
        return None;
    }
    let dates = if one_range { text(from) } else { format!("{}” to “{}", text(from), text(to)) };
    let message = format!("“{dates}” is {days} days, counting both ends, not “{}”", text(length));
    let claims: &[&Arc<Claim>] = if one_range { &[length, from] } else { &[length, from, to] };
    Some(within("duration-dates", claims, Facet::Time, Confidence::from_thousandths(820), message))
}

/// Whether what the words right around a value tell of first is of this sort.
fn happens(claim: &Claim, event: &str, rules: &Rules) -> bool {
    let event = rules.lexicon.find(event);
    let first = claim.subject.as_ref().and_then(|subject| subject.events.first());
    let told = first.and_then(|term| term.concept(&rules.lexicon));
    told.zip(event).is_some_and(|(told, event)| rules.lexicon.is_a(told, event))
}
