//! One article against itself, against the calendar and against arithmetic.

mod change;
mod time;

use super::findings::report_floor;
use super::verdict::VerdictKind;
use super::{compare, extent};
use crate::claim::{Answer, ArticleClaims, Claim, Term, Tie};
use crate::finding::{Class, Confidence, Facet, FacetJudgement, FacetRelation, Finding, Fingerprint, Places, Review};
use crate::rules::Rules;
use crate::source::BlockKind;
use crate::value::{Dimension, Number, Relation};
use jiff::civil::Weekday;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Everything in an article that does not fit together.
pub(super) fn findings(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let mut found: Vec<Finding> = article.mentions.iter().filter_map(weekday_date).collect();
    found.extend(article.ties.iter().filter_map(|tie| tied(tie, article, rules)));
    found.extend(headline_body(article, rules));
    found.extend(time::duration_dates(article, rules));
    found.extend(article.mentions.iter().filter_map(|share| above_all(share, rules)));
    let mut told = FxHashSet::default();
    found.retain(|finding| told.insert(finding.id));
    found
}

fn tied(tie: &Tie, article: &ArticleClaims, rules: &Rules) -> Option<Finding> {
    let mention = |at: &usize| article.mentions.get(*at);
    match tie {
        Tie::Parts { total, parts, complete, closed } => {
            let parts: Vec<&Arc<Claim>> = parts.iter().filter_map(mention).collect();
            sum(mention(total)?, &parts, [*complete, *closed], rules)
        }
        Tie::Conversion(first, second) => unit_conversion(mention(first)?, mention(second)?, rules),
        Tie::Birth { date, age, current } => time::age_birth_year(mention(date)?, mention(age)?, *current, article),
        Tie::SideBySide(..)
        | Tie::Moved { .. }
        | Tie::Born(_)
        | Tie::Since(_)
        | Tie::Hours { .. }
        | Tie::Apart { .. } => None,
        Tie::Shares(shares) => share_over_100(&shares.iter().filter_map(mention).collect::<Vec<_>>(), rules),
        Tie::Change { change, figures, rises } => {
            let figures: Vec<&Arc<Claim>> = figures.iter().filter_map(mention).collect();
            change::percent_change(mention(change)?, &figures, *rises)
        }
        Tie::Points { change, shares: [a, b] } => change::points(mention(change)?, mention(a)?, mention(b)?),
        Tie::Order { earlier, later } => time::ordering(mention(earlier)?, mention(later)?),
        Tie::Span { length, from, to } => time::span_length(mention(length)?, mention(from)?, mention(to)?, rules),
    }
}

/// "giovedì 4 febbraio" in a year where the 4th is a Wednesday.
fn weekday_date(mention: &Arc<Claim>) -> Option<Finding> {
    let Answer::Date(span, _) = &mention.answer else { return None };
    let (written, day) = (span.written.weekday?, span.single_day()?);
    span.written.day?;
    if day.weekday() == written {
        return None;
    }
    // Without a year in the text the calendar only shows that the year is not this one.
    let sure = span.written.year.is_some();
    let confidence = Confidence::from_thousandths(if sure { 980 } else { 720 });
    let message = format!("{day} is a {}, not a {}", name(day.weekday()), name(written));
    Some(within("weekday-date", &[mention], Facet::Time, confidence, message))
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn text(claim: &Claim) -> String {
    claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone())
}

fn nominal(claim: &Claim) -> Option<Number> {
    match &claim.answer {
        Answer::Quantity(quantity) => quantity.nominal,
        _ => None,
    }
}

/// "nove arrestati: sei spagnoli e quattro colombiani" is ten.
fn sum(total: &Arc<Claim>, parts: &[&Arc<Claim>], [complete, closed]: [bool; 2], rules: &Rules) -> Option<Finding> {
    let whole = nominal(total)?;
    let sum = parts.iter().map(|part| nominal(part)).collect::<Option<Vec<_>>>()?.into_iter().sum::<Number>();
    let of_one_kind = parts.iter().all(|part| of_kind(part, total, rules));
    // "52, of whom 38 here, nine there and four elsewhere": hardly anybody leaves out so few.
    let missing = (whole - sum).checked_mul(Number::ONE_THOUSAND)?;
    let nearly =
        closed && parts.len() > 2 && missing <= whole.checked_mul(Number::from(rules.judgement.checks.part_missing))?;
    if !of_one_kind || sum == whole || (sum < whole && !complete && !nearly) {
        return None;
    }
    let figures: Vec<String> =
        parts.iter().filter_map(|part| nominal(part)).map(|value| value.normalize().to_string()).collect();
    let message = format!("{} = {}, not {}", figures.join(" + "), sum.normalize(), whole.normalize());
    let confidence = Confidence::from_thousandths(match (complete, sum < whole) {
        (true, _) => 900,
        (false, false) => 800,
        (false, true) => 620,
    });
    let mut claims = vec![total];
    claims.extend(parts);
    Some(within("sum", &claims, Facet::Part, confidence, message))
}

/// Whether a part can be a part of the total: it counts the same, a kind of it, or says only what sort.
fn of_kind(part: &Claim, total: &Claim, rules: &Rules) -> bool {
    let counted = |claim: &Claim| claim.subject.as_ref().and_then(|subject| subject.counted.clone());
    match (counted(part), counted(total)) {
        (Some(part), Some(total)) => super::concept::are_kin(&part, &total, rules),
        (None, Some(_)) => true,
        _ => false,
    }
}

/// "112 mm (about 11 inches)" is 4.4 inches.
fn unit_conversion(first: &Arc<Claim>, second: &Arc<Claim>, rules: &Rules) -> Option<Finding> {
    if extent::relation(&first.answer, &second.answer, &rules.units)? != Relation::Disjoint {
        return None;
    }
    let message = format!("“{}” is not “{}”", text(first), text(second));
    Some(within("unit-conversion", &[first, second], Facet::Concept, Confidence::from_thousandths(940), message))
}

/// Shares of one whole that make more than all of it.
fn share_over_100(shares: &[&Arc<Claim>], rules: &Rules) -> Option<Finding> {
    let values = shares.iter().map(|share| nominal(share)).collect::<Option<Vec<_>>>()?;
    let sum: Number = values.iter().copied().sum();
    // What each can have been before it was rounded.
    let least = |share: &&Arc<Claim>| match &share.answer {
        Answer::Quantity(quantity) => quantity.extent.strict().min().copied(),
        _ => None,
    };
    let least = shares.iter().map(least).sum::<Option<Number>>()?;
    if least <= Number::ONE_HUNDRED || sum > Number::from(rules.judgement.checks.shares_most) {
        return None;
    }
    let figures: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
    let message = format!("{} = {}%, more than all", figures.join(" + "), sum.normalize());
    Some(within("share-over-100", shares, Facet::Part, Confidence::from_thousandths(760), message))
}

/// "A turnout of 104 per cent"
fn above_all(share: &Arc<Claim>, rules: &Rules) -> Option<Finding> {
    let subject = share.subject.as_ref().filter(|subject| subject.change.is_none())?;
    let is_share = matches!(&share.answer, Answer::Quantity(quantity) if quantity.dimension == Dimension::Percent);
    let bounded =
        |term: &Term| term.concept(&rules.lexicon).is_some_and(|id| rules.judgement.is_bounded(id, &rules.lexicon));
    let told = subject.attributes.iter().chain(&subject.events).chain(&subject.counted);
    if !is_share || nominal(share)? <= Number::ONE_HUNDRED || !told.into_iter().any(bounded) {
        return None;
    }
    let message = format!("“{}” is more than all", text(share));
    Some(within("share-over-100", &[share], Facet::Part, Confidence::from_thousandths(800), message))
}

/// A figure of the headline that the text below contradicts.
fn headline_body(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let in_title = |claim: &Claim| claim.evidence.iter().all(|evidence| evidence.block == BlockKind::Title);
    let titles = article.claims.iter().filter(|claim| in_title(claim) && claim.implied.is_none());
    titles.take(rules.pairing.list).filter_map(|title| against_body(title, article, rules, &in_title)).collect()
}

fn against_body(
    title: &Arc<Claim>,
    article: &ArticleClaims,
    rules: &Rules,
    in_title: &dyn Fn(&Claim) -> bool,
) -> Option<Finding> {
    let body = article.claims.iter().filter(|claim| !in_title(claim) && claim.kind() == title.kind());
    let mut worst: Option<(Confidence, &Arc<Claim>)> = None;
    for claim in body {
        let Some(verdict) = compare(title, claim, rules) else { continue };
        match verdict.kind {
            // The body says it, too: whatever else it says is something else.
            VerdictKind::Agrees | VerdictKind::Refines => return None,
            VerdictKind::Conflict if worst.is_none_or(|(surest, _)| verdict.confidence > surest) => {
                worst = Some((verdict.confidence, claim))
            }
            _ => {}
        }
    }
    let (confidence, claim) = worst.filter(|(confidence, _)| *confidence >= report_floor(rules))?;
    let message = format!("the headline says “{}”, the text “{}”", text(title), text(claim));
    Some(within("headline-body", &[title, claim], Facet::Story, confidence, message))
}

/// What is told, in the words of the article; a bare number with what it counts.
fn question(claim: &Claim) -> String {
    let text = claim.evidence.first().map_or("", |evidence| &evidence.text);
    let label = claim.subject.as_ref().map_or("", |subject| &subject.label);
    match text.contains(char::is_alphabetic) || label.is_empty() {
        true => text.to_owned(),
        false => format!("{label}: {text}"),
    }
}

fn within(
    check: &'static str,
    claims: &[&Arc<Claim>],
    facet: Facet,
    confidence: Confidence,
    message: String,
) -> Finding {
    let first = claims.first();
    let facets = vec![FacetJudgement { facet, relation: FacetRelation::Different, why: message.as_str().into() }];
    Finding {
        id: Fingerprint::new(check, &claims.iter().map(|claim| claim.as_ref()).collect::<Vec<_>>()),
        class: Class::Internal,
        check,
        kind: first.map_or(crate::claim::Kind::Count, |claim| claim.kind()),
        confidence,
        question: first.map_or_else(String::new, |claim| question(claim)),
        message,
        places: Places::Within(claims.iter().map(|claim| Arc::clone(claim)).collect()),
        facets,
        review: Review::default(),
    }
}
