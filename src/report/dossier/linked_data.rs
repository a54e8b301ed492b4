//! The claims of a page as JSON-LD with the terms of schema.org: who says what where. No rating: that is for people.

use super::link;
use crate::claim::Claim;
use crate::report::group::Group;
use crate::report::inert;
use crate::report::text::said_by;
use crate::rules::Units;
use serde::Serialize;

#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<ClaimNode>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimNode {
    #[serde(rename = "@type")]
    sort: &'static str,
    text: String,
    in_language: String,
    appearance: Appearance,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Appearance {
    #[serde(rename = "@type")]
    sort: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named>,
}

#[derive(Serialize)]
struct Named {
    #[serde(rename = "@type")]
    sort: &'static str,
    name: String,
}

/// Every claim of some facts, each once, as the content of a script element that nothing in it can end.
pub(super) fn claims(groups: &[Group<'_>], units: &Units) -> String {
    let shown = groups.iter().flat_map(|group| group.claims(units));
    let graph = Graph { context: "https://schema.org", graph: shown.map(|shown| node(&shown.claim)).collect() };
    let json = serde_json::to_string(&graph).unwrap_or_default();
    let escape = |c: char| match c {
        '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => format!("\\u{:04x}", u32::from(c)),
        other => other.to_string(),
    };
    json.chars().map(escape).collect()
}

fn node(claim: &Claim) -> ClaimNode {
    let article = &claim.article;
    let named = |sort, name: &str| Named { sort, name: inert(name) };
    ClaimNode {
        sort: "Claim",
        text: claim.evidence.first().map(|evidence| inert(&evidence.sentence)).unwrap_or_default(),
        in_language: inert(&article.language),
        appearance: Appearance {
            sort: "NewsArticle",
            headline: article.title.as_deref().map(inert),
            url: link::address(article),
            date_published: article.published.map(|date| date.to_string()),
            publisher: article.outlet.as_deref().map(|outlet| named("Organization", outlet)),
        },
        author: said_by(claim).map(|who| named("Thing", who)),
    }
}
