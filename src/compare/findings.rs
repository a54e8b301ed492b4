//! From articles and the claims in them to what a person is shown.

use super::internal;
use super::side::Side;
use super::verdict::{Row, Verdict, VerdictKind};
use super::{in_story, story_of};
use crate::claim::{ArticleClaims, ArticleInfo, Claim, Kind, Subject, Term};
use crate::finding::{Class, Confidence, Finding, Fingerprint, Places, Review};
use crate::pair::{self, Key, LeftOut, Meetings, Shared};
use crate::rules::Rules;
use crate::sheet::{Held, SheetError};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

/// What an article has against itself, the calendar and arithmetic.
pub fn alone(article: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    internal::findings(article, rules)
}

/// What contradicts in two articles: one finding per fact, worst first.
pub fn between(a: &ArticleClaims, b: &ArticleClaims, rules: &Rules) -> Vec<Finding> {
    let Ok(story) = story_of(&a.info, &b.info, rules) else { return Vec::new() };
    let (first, second) = if a.info <= b.info { (a, b) } else { (b, a) };
    let (first, second) = (compared(first, rules), compared(second, rules));
    let mut found = Vec::new();
    for (x, y) in first.iter().flat_map(|x| second.iter().map(move |y| (x, y))).filter(|(x, y)| x.kind() == y.kind()) {
        let verdict = Side::of(x).zip(Side::of(y)).and_then(|(a, b)| in_story(a, b, &story, rules));
        found.extend(verdict.and_then(|verdict| finding(x, y, verdict, rules)));
    }
    one_per_fact(in_order(found))
}

/// The pairs of claims of two articles that answer one question, whether the answers agree or not.
pub fn answers(a: &ArticleClaims, b: &ArticleClaims, rules: &Rules) -> Vec<Row> {
    let Ok(story) = story_of(&a.info, &b.info, rules) else { return Vec::new() };
    let judged = |x: &Arc<Claim>, y: &Arc<Claim>| {
        let verdict = in_story(Side::of(x)?, Side::of(y)?, &story, rules);
        let verdict = verdict.filter(|verdict| verdict.confidence >= report_floor(rules))?;
        Some(Row { a: Some(Arc::clone(x)), b: Some(Arc::clone(y)), verdict })
    };
    let bounds = &rules.pairing;
    let (first, second) = (pair::compared(&a.claims, bounds), pair::compared(&b.claims, bounds));
    first.iter().flat_map(|x| second.iter().filter_map(|y| judged(x, y))).collect()
}

/// The claims that are compared with those of other articles, in the order of the text.
fn compared(article: &ArticleClaims, rules: &Rules) -> Vec<Arc<Claim>> {
    let mut claims = article.claims.clone();
    claims.sort_by(|a, b| position(a).cmp(&position(b)));
    pair::compared(&claims, &rules.pairing).into_iter().cloned().collect()
}

/// Those of the claims of an article that are compared, as they stand in it.
fn in_text_order(article: &ArticleClaims, rules: &Rules) -> Vec<Arc<Claim>> {
    let kept = compared(article, rules);
    if kept.len() == article.claims.len() {
        return article.claims.clone();
    }
    let kept: FxHashSet<*const Claim> = kept.iter().map(Arc::as_ptr).collect();
    article.claims.iter().filter(|claim| kept.contains(&Arc::as_ptr(claim))).cloned().collect()
}

/// What came of comparing the articles that share a key.
#[derive(Debug, Default)]
pub struct Group {
    /// What contradicts, of each pair of articles worst first.
    pub findings: Vec<Finding>,
    /// What the bounds left out.
    pub left_out: Option<LeftOut>,
    /// Articles that could not be unpacked, by position.
    pub broken: Vec<(usize, SheetError)>,
}

/// Compares the articles that meet under a key, in whatever order they come.
pub fn group<A: Held>(key: &Key, articles: &[&A], rules: &Rules) -> Group {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|a, b| articles[*a].info().cmp(articles[*b].info()));
    let members: Vec<(usize, &A)> = order.into_iter().map(|at| (at, articles[at])).collect();
    let infos: Vec<&ArticleInfo> = members.iter().map(|(_, article)| article.info()).collect();
    judged(&members, pair::meetings(key, &infos, &rules.pairing), || key.to_string(), rules)
}

/// The same for articles of a batch that share a key in its index.
pub fn shared<A: Held>(shared: Shared<'_>, batch: &[A], rules: &Rules) -> Group {
    let mut members: Vec<(usize, &A)> = shared.members().filter_map(|at| Some((at, batch.get(at)?))).collect();
    members.sort_by(|(_, a), (_, b)| a.info().cmp(b.info()));
    let infos: Vec<(usize, &ArticleInfo)> = members.iter().map(|(at, article)| (*at, article.info())).collect();
    let key = || shared.key().map_or_else(String::new, |key| key.to_string());
    judged(&members, shared.meetings(&infos, &rules.pairing), key, rules)
}

/// Compares those of some articles in order, each with its position, that meet.
fn judged<A: Held>(articles: &[(usize, &A)], met: Meetings, key: impl Fn() -> String, rules: &Rules) -> Group {
    let mut group = Group::default();
    // Most pairs tell two stories, and most articles need not be unpacked.
    let mut unpacked: FxHashMap<usize, Option<Cow<'_, ArticleClaims>>> = FxHashMap::default();
    for (a, b) in met.pairs {
        if story_of(articles[a].1.info(), articles[b].1.info(), rules).is_err() {
            continue;
        }
        for at in [a, b] {
            unpacked.entry(at).or_insert_with(|| match articles[at].1.claims() {
                Ok(claims) => Some(claims),
                Err(error) => {
                    group.broken.push((articles[at].0, error));
                    None
                }
            });
        }
        if let (Some(Some(a)), Some(Some(b))) = (unpacked.get(&a), unpacked.get(&b)) {
            group.findings.extend(between(a, b, rules));
        }
    }
    if unpacked.values().flatten().any(|article| matches!(article, Cow::Owned(_))) {
        keep_what_is_shown(&mut group.findings);
    }
    group.left_out = met.crowd.map(|articles| LeftOut::Crowd { key: key(), articles, counted: true });
    group
}

/// Findings outlive the articles that were unpacked for them. Of a claim they keep what is shown, and nothing that only
/// comparing wants: neither its siblings nor most of its question.
pub fn keep_what_is_shown(findings: &mut [Finding]) {
    let mut kept: FxHashMap<*const Claim, Arc<Claim>> = FxHashMap::default();
    for claim in findings.iter_mut().flat_map(|finding| finding.places.claims_mut()) {
        let shown = kept.entry(Arc::as_ptr(claim)).or_insert_with(|| {
            let subject = claim.subject.as_ref().map(|subject| Subject {
                counted: subject.counted.clone(),
                time: subject.time,
                modality: subject.modality,
                attribution: subject.attribution.clone(),
                label: subject.label.as_str().into(),
                ..Subject::default()
            });
            Arc::new(Claim {
                article: Arc::clone(&claim.article),
                answer: claim.answer.clone(),
                subject,
                evidence: claim.evidence.clone(),
                implied: claim.implied.clone(),
                siblings: Arc::default(),
            })
        });
        *claim = Arc::clone(shown);
    }
    findings.iter_mut().for_each(|finding| finding.facets.shrink_to_fit());
}

/// What findings hold, each once: an article is unpacked anew under every key that it shares, and reasons are alike.
#[derive(Debug, Default)]
pub struct Shown {
    /// By article and place.
    claims: FxHashMap<(*const ArticleInfo, Option<usize>), Vec<Arc<Claim>>>,
    reasons: FxHashSet<Arc<str>>,
}

impl Shown {
    /// Puts claims and reasons that are there already in the place of those that are the same.
    pub fn share(&mut self, findings: &mut [Finding]) {
        for facet in findings.iter_mut().flat_map(|finding| &mut finding.facets) {
            match self.reasons.get(&facet.why) {
                Some(known) => facet.why = Arc::clone(known),
                None => drop(self.reasons.insert(Arc::clone(&facet.why))),
            }
        }
        for claim in findings.iter_mut().flat_map(|finding| finding.places.claims_mut()) {
            let begins = claim.evidence.first().and_then(|evidence| Some(evidence.number_file?.start));
            let there = self.claims.entry((Arc::as_ptr(&claim.article), begins)).or_default();
            match there.iter().find(|known| Arc::ptr_eq(known, claim) || **known == *claim) {
                Some(known) => *claim = Arc::clone(known),
                None => there.push(Arc::clone(claim)),
            }
        }
    }
}

fn position(claim: &Claim) -> (&str, usize, &str) {
    let evidence = claim.evidence.first();
    let start = evidence.and_then(|evidence| evidence.file).map_or(usize::MAX, |file| file.start);
    (claim.article.id.as_str(), start, claim.implied.as_ref().map_or("", |implied| implied.why.as_str()))
}

/// Confidence from which on a difference is shown.
pub(super) fn report_floor(rules: &Rules) -> Confidence {
    Confidence::from_thousandths(rules.judgement.report_from)
}

/// Name of the cross-article check of a kind.
fn check_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "conflicting-count",
        Kind::Percent => "conflicting-percent",
        Kind::Money => "conflicting-money",
        Kind::Measure => "conflicting-measure",
        Kind::Date => "conflicting-date",
        Kind::Time => "conflicting-time",
        Kind::Duration => "conflicting-duration",
        Kind::Age => "conflicting-age",
        Kind::Score => "conflicting-score",
        Kind::Ordinal => "conflicting-ordinal",
    }
}

fn finding(a: &Arc<Claim>, b: &Arc<Claim>, verdict: Verdict, rules: &Rules) -> Option<Finding> {
    let class = verdict.kind.class()?;
    if verdict.confidence < report_floor(rules) {
        return None;
    }
    let check = check_name(a.kind());
    let value = |claim: &Claim| claim.evidence.first().map_or(String::new(), |evidence| evidence.number.clone());
    Some(Finding {
        id: Fingerprint::new(check, &[a, b]),
        class,
        check,
        kind: a.kind(),
        confidence: verdict.confidence,
        question: question(a, b, rules),
        message: format!("{}: “{}” in one article, “{}” in the other", question(a, b, rules), value(a), value(b)),
        places: Places::Between(Arc::clone(a), Arc::clone(b)),
        facets: verdict.facets,
        review: Review::default(),
    })
}

/// The question in the words of the article that says more.
fn question(a: &Claim, b: &Claim, rules: &Rules) -> String {
    let words = |claim: &Claim| {
        let subject = claim.subject.as_ref()?;
        let event = subject
            .events
            .first()
            .map(|term| in_words(term, &claim.article.language, rules))
            .filter(|event| !subject.label.is_empty() && event.to_lowercase() != subject.label.to_lowercase());
        Some(match event {
            Some(event) => format!("{} ({event})", subject.label),
            None => subject.label.clone(),
        })
    };
    let (first, second) = (words(a).unwrap_or_default(), words(b).unwrap_or_default());
    if second.chars().count() > first.chars().count() { second } else { first }
}

/// A term in a word of the language, where the lexicon has one.
fn in_words(term: &Term, language: &str, rules: &Rules) -> String {
    let word = term.concept(&rules.lexicon).and_then(|id| rules.lexicon.word(id, language));
    word.map_or_else(|| term.readable().to_string(), str::to_owned)
}

/// Findings worst first, in an order that depends on nothing else.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings
}

fn order(finding: &Finding) -> (Reverse<u8>, Reverse<Confidence>, &str, Fingerprint) {
    let rank = match finding.class {
        Class::Conflict => 4,
        Class::Internal => 3,
        Class::Tension => 2,
        Class::Update => 1,
        Class::Disputed => 0,
    };
    (Reverse(rank), Reverse(finding.confidence), &finding.question, finding.id)
}

/// One finding per fact and pair of articles: of several on the same two values the surest.
fn one_per_fact(found: Vec<Finding>) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    found
        .into_iter()
        .filter(|finding| match &finding.places {
            Places::Between(a, b) => {
                let value = |claim: &Claim| format!("{:?}", claim.answer);
                let mut sides = [(a.article.id.clone(), value(a)), (b.article.id.clone(), value(b))];
                sides.sort();
                seen.insert((finding.kind, sides))
            }
            Places::Within(_) => true,
        })
        .collect()
}

/// How the claims of one article stand to those of another: a row per question. Of a list only the claims that are
/// compared have one.
pub fn align(a: &ArticleClaims, b: &ArticleClaims, rules: &Rules) -> Vec<Row> {
    let (first, second) = (in_text_order(a, rules), in_text_order(b, rules));
    let mut judged: Vec<(Reverse<Confidence>, usize, usize, Verdict)> = Vec::new();
    if let Ok(story) = story_of(&a.info, &b.info, rules) {
        let told = |x: &Claim, y: &Claim| in_story(Side::of(x)?, Side::of(y)?, &story, rules);
        for (i, x) in first.iter().enumerate() {
            for (j, y) in second.iter().enumerate().filter(|(_, y)| x.kind() == y.kind()) {
                if let Some(verdict) = told(x, y).filter(|verdict| verdict.confidence >= report_floor(rules)) {
                    judged.push((Reverse(verdict.confidence), i, j, verdict));
                }
            }
        }
    }
    judged.sort_by_key(|a| (a.0, a.1, a.2));
    let (mut used_a, mut used_b) = (FxHashSet::default(), FxHashSet::default());
    let mut rows = Vec::new();
    for (_, i, j, verdict) in judged {
        let clash = verdict.kind.class().is_some();
        if (used_a.contains(&i) || used_b.contains(&j)) && !clash {
            continue;
        }
        used_a.insert(i);
        used_b.insert(j);
        rows.push(Row { a: Some(Arc::clone(&first[i])), b: Some(Arc::clone(&second[j])), verdict });
    }
    let alone = |claims: &[Arc<Claim>], used: &FxHashSet<usize>, kind: VerdictKind| -> Vec<(Arc<Claim>, Verdict)> {
        let rest = claims.iter().enumerate().filter(|(index, claim)| !used.contains(index) && claim.implied.is_none());
        let verdict = Verdict { kind, confidence: Confidence::from_thousandths(0), facets: Vec::new() };
        rest.map(|(_, claim)| (Arc::clone(claim), verdict.clone())).collect()
    };
    rows.extend(alone(&first, &used_a, VerdictKind::OnlyA).into_iter().map(|(claim, verdict)| Row {
        a: Some(claim),
        b: None,
        verdict,
    }));
    rows.extend(alone(&second, &used_b, VerdictKind::OnlyB).into_iter().map(|(claim, verdict)| Row {
        a: None,
        b: Some(claim),
        verdict,
    }));
    rows.sort_by_key(|row| row.verdict.kind);
    rows
}
