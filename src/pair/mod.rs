//! Blocking keys and candidate pairs: only claims that share a key deserve a look.
//!
//! A key names the kind of the value, what it is about, and one term of the story, or two terms of the story. Values, languages and
//! dates as written never go into a key.

use crate::claim::{Answer, ArticleInfo, Claim, Term};
use crate::rules::Rules;
use crate::value::Dimension;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// At most so many names of the story go into keys.
const STORY_NAMES: usize = 10;

/// So many of them go into keys two by two, for claims told in other words.
const STORY_TERMS: usize = 6;

/// The keys of a claim, sorted.
pub fn keys(claim: &Claim, rules: &Rules) -> Vec<String> {
    let mut about: Vec<String> = Vec::new();
    if let Some(subject) = &claim.subject {
        let terms = subject.counted.iter().chain(&subject.attributes).chain(&subject.events);
        terms.for_each(|term| about.extend(broader(term, rules)));
    }
    about.sort();
    about.dedup();
    let measure = measure(&claim.answer);
    let names = story_names(&claim.article);
    let told = about.iter().flat_map(|about| names.iter().map(move |name| (about.as_str(), *name)));
    let mut heaviest: Vec<&str> = names.iter().take(STORY_TERMS).copied().collect();
    heaviest.sort_unstable();
    // Articles on one story share some two of their heaviest terms, in whatever words they tell a claim.
    let story = heaviest.iter().enumerate().flat_map(|(at, a)| heaviest.iter().skip(at + 1).map(move |b| (*a, *b)));
    let mut keys: Vec<String> =
        told.chain(story).map(|(about, name)| [measure.as_str(), "|", about, "|", name].concat()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What the value measures: only values of one measure can be compared.
fn measure(answer: &Answer) -> String {
    match answer {
        Answer::Quantity(quantity) => match &quantity.dimension {
            Dimension::Physical(dimension) => format!("measure.{dimension}"),
            // An open currency must meet every settled one.
            Dimension::Money(_) | Dimension::AmbiguousMoney(_) => "money".to_owned(),
            Dimension::PercentPoint => "points".to_owned(),
            _ => answer.kind().name().to_owned(),
        },
        _ => answer.kind().name().to_owned(),
    }
}

/// The term and its direct broader concepts, so that soldiers meet servicemen and persons.
fn broader(term: &Term, rules: &Rules) -> Vec<String> {
    let mut found = vec![term.key().to_owned()];
    if let Term::Concept(name) = term
        && let Some(id) = rules.lexicon.find(name)
    {
        found.extend(rules.lexicon.get(id).is_a.iter().map(|broad| rules.lexicon.get(*broad).id.to_string()));
    }
    found
}

fn story_names(article: &ArticleInfo) -> Vec<&str> {
    let mut terms: Vec<&(Term, u32)> =
        article.story.terms.iter().filter(|(term, _)| !matches!(term, Term::Stem(_))).collect();
    terms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    terms.into_iter().take(STORY_NAMES).map(|(term, _)| term.key()).collect()
}

/// Pairs of claims of different articles that share a key, by index, each once, in order.
pub fn candidates(claims: &[Arc<Claim>], rules: &Rules) -> Vec<(usize, usize)> {
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, claim) in claims.iter().enumerate() {
        for key in keys(claim, rules) {
            index.entry(key).or_default().push(at);
        }
    }
    let mut pairs = FxHashSet::default();
    for group in index.values() {
        for (first, a) in group.iter().enumerate() {
            for b in group.iter().skip(first + 1) {
                if claims[*a].article.id != claims[*b].article.id {
                    pairs.insert((*a, *b));
                }
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    pairs.sort_unstable();
    pairs
}
