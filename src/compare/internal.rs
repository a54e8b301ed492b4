//! One article against itself and against the calendar.

use crate::claim::{Answer, ArticleClaims, Claim};
use crate::finding::{Class, Confidence, Facet, FacetJudgement, FacetRelation, Finding, Fingerprint, Places};
use crate::rules::Rules;
use jiff::civil::Weekday;
use std::sync::Arc;

/// Everything in an article that does not fit together.
pub(super) fn findings(article: &ArticleClaims, _rules: &Rules) -> Vec<Finding> {
    article.mentions.iter().filter_map(weekday_date).collect()
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
    Some(single("weekday-date", mention, confidence, message))
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

fn single(check: &'static str, claim: &Arc<Claim>, confidence: Confidence, message: String) -> Finding {
    let facets = vec![FacetJudgement { facet: Facet::Time, relation: FacetRelation::Different, why: message.clone() }];
    Finding {
        id: Fingerprint::new(check, &[claim.as_ref()]),
        class: Class::Internal,
        check,
        kind: claim.kind(),
        confidence,
        question: claim.evidence.first().map_or_else(String::new, |evidence| evidence.number.clone()),
        message,
        places: Places::Within(vec![Arc::clone(claim)]),
        facets,
    }
}
