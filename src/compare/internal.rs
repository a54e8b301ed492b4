//! One article against itself, against the calendar and against arithmetic.

use super::findings::report_floor;
use super::verdict::VerdictKind;
use super::{compare, extent};
use crate::claim::{Answer, ArticleClaims, Claim, Tie};
use crate::finding::{Class, Confidence, Facet, FacetJudgement, FacetRelation, Finding, Fingerprint, Places, Review};
use crate::rules::Rules;
use crate::source::BlockKind;
use crate::value::{DateSpan, Number, Relation};
use jiff::civil::{Date, Weekday};
use std::sync::Arc;

/// Everything in an article that does not fit together.
pub(super) fn findings(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let mut found: Vec<Finding> = article.mentions.iter().filter_map(weekday_date).collect();
    found.extend(article.ties.iter().filter_map(|tie| tied(tie, article, rules)));
    found.extend(headline_body(article, rules));
    found.extend(duration_dates(article, rules));
    found
}

fn tied(tie: &Tie, article: &ArticleClaims, rules: &Rules) -> Option<Finding> {
    let mention = |at: &usize| article.mentions.get(*at);
    match tie {
        Tie::Parts { total, parts, complete } => {
            let parts: Vec<&Arc<Claim>> = parts.iter().filter_map(mention).collect();
            sum(mention(total)?, &parts, *complete, rules)
        }
        Tie::Conversion(first, second) => unit_conversion(mention(first)?, mention(second)?, rules),
        Tie::Birth(date, age) => age_birth_year(mention(date)?, mention(age)?, article),
        Tie::SideBySide(..) => None,
        Tie::Shares(shares) => share_over_100(&shares.iter().filter_map(mention).collect::<Vec<_>>()),
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

fn nominal(claim: &Claim) -> Option<Number> {
    match &claim.answer {
        Answer::Quantity(quantity) => quantity.nominal,
        _ => None,
    }
}

/// "nove arrestati: sei spagnoli e quattro colombiani" is ten.
fn sum(total: &Arc<Claim>, parts: &[&Arc<Claim>], complete: bool, rules: &Rules) -> Option<Finding> {
    let whole = nominal(total)?;
    let sum = parts.iter().map(|part| nominal(part)).collect::<Option<Vec<_>>>()?.into_iter().sum::<Number>();
    let of_one_kind = parts.iter().all(|part| of_kind(part, total, rules));
    if !of_one_kind || sum == whole || (sum < whole && !complete) {
        return None;
    }
    let figures: Vec<String> =
        parts.iter().filter_map(|part| nominal(part)).map(|value| value.normalize().to_string()).collect();
    let message = format!("{} = {}, not {}", figures.join(" + "), sum.normalize(), whole.normalize());
    let confidence = Confidence::from_thousandths(if complete { 900 } else { 800 });
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
    let text = |claim: &Claim| claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone());
    let message = format!("“{}” is not “{}”", text(first), text(second));
    Some(within("unit-conversion", &[first, second], Facet::Concept, Confidence::from_thousandths(940), message))
}

/// "born on 3 May 1924, she died on 10 March 2026 at the age of 102"
fn age_birth_year(date: &Arc<Claim>, age: &Arc<Claim>, article: &ArticleClaims) -> Option<Finding> {
    let (Answer::Date(born, _), Answer::Quantity(told)) = (&date.answer, &age.answer) else { return None };
    let years = told.base_nominal()?;
    let other = |claim: &&Arc<Claim>| !Arc::ptr_eq(claim, date) && same_sentence(claim, age);
    let said = article.mentions.iter().filter(other).find_map(|claim| match &claim.answer {
        Answer::Date(span, _) => Some(*span),
        _ => None,
    });
    let then = match said {
        Some(span) => span,
        None => DateSpan::day(article.info.published?),
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
    let years = i64::from(day.year()) - i64::from(born.year());
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    Some(if had_birthday { years } else { years - 1 }).filter(|years| *years >= 0)
}

/// Shares of one whole that make more than all of it.
fn share_over_100(shares: &[&Arc<Claim>]) -> Option<Finding> {
    let values = shares.iter().map(|share| nominal(share)).collect::<Option<Vec<_>>>()?;
    let sum: Number = values.iter().copied().sum();
    // Rounding may add half a point; far above, they are shares of different things.
    if sum <= Number::new(1005, 1) || sum > Number::from(112) {
        return None;
    }
    let figures: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
    let message = format!("{} = {}%, more than all", figures.join(" + "), sum.normalize());
    Some(within("share-over-100", shares, Facet::Part, Confidence::from_thousandths(760), message))
}

/// A figure of the headline that the text below contradicts.
fn headline_body(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let in_title = |claim: &Claim| claim.evidence.iter().all(|evidence| evidence.block == BlockKind::Title);
    let titles = article.claims.iter().filter(|claim| in_title(claim) && claim.implied.is_none());
    titles.filter_map(|title| against_body(title, article, rules, &in_title)).collect()
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
    let text = |claim: &Claim| claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone());
    let message = format!("the headline says “{}”, the text “{}”", text(title), text(claim));
    Some(within("headline-body", &[title, claim], Facet::Story, confidence, message))
}

/// "dal 4 al 6 marzo" beside "two days".
fn duration_dates(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let implied =
        article.claims.iter().filter(|claim| claim.implied.as_ref().is_some_and(|implied| implied.by == "date-range"));
    implied
        .flat_map(|range| article.claims.iter().map(move |claim| (range, claim)))
        .filter(|(range, claim)| claim.implied.is_none() && claim.kind() == range.kind())
        .filter_map(|(range, claim)| {
            let verdict = compare(range, claim, rules)
                .filter(|verdict| verdict.kind == VerdictKind::Conflict && verdict.confidence >= report_floor(rules))?;
            let why = range.implied.as_ref().map_or(String::new(), |implied| implied.why.clone());
            let told = claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone());
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

fn within(
    check: &'static str,
    claims: &[&Arc<Claim>],
    facet: Facet,
    confidence: Confidence,
    message: String,
) -> Finding {
    let first = claims.first();
    let facets = vec![FacetJudgement { facet, relation: FacetRelation::Different, why: message.clone() }];
    Finding {
        id: Fingerprint::new(check, &claims.iter().map(|claim| claim.as_ref()).collect::<Vec<_>>()),
        class: Class::Internal,
        check,
        kind: first.map_or(crate::claim::Kind::Count, |claim| claim.kind()),
        confidence,
        question: first
            .and_then(|claim| claim.evidence.first())
            .map_or_else(String::new, |evidence| evidence.text.clone()),
        message,
        places: Places::Within(claims.iter().map(|claim| Arc::clone(claim)).collect()),
        facets,
        review: Review::default(),
    }
}
