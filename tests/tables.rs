//! What a person sees, from findings made by hand, so that only a change of the printers changes these pages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{Answer, ArticleInfo, Attribution, Claim, Evidence, Implied, Kind, Subject};
use claimdiff::compare::{Row, Verdict, VerdictKind};
use claimdiff::finding::{Class, Confidence, Facet, FacetJudgement, FacetRelation, Finding, Fingerprint, Places};
use claimdiff::report::{Look, Totals, alignment, claims, jsonl, overview};
use claimdiff::rules::Rules;
use claimdiff::source::BlockKind;
use claimdiff::span::{FileSpan, LineColumn};
use claimdiff::value::{DateSpan, Extent, Interval, Number, Quantity};
use std::ops::Bound;
use std::sync::Arc;

const PAGE: Look = Look { width: 100, colour: false };
const NARROW: Look = Look { width: 60, colour: false };

struct Made {
    outlet: &'static str,
    file: &'static str,
    line: usize,
    sentence: &'static str,
    figure: &'static str,
    answer: Answer,
    label: &'static str,
}

impl Made {
    fn claim(self) -> Arc<Claim> {
        let start = self.sentence.find(self.figure).unwrap();
        let span = FileSpan { start, end: start + self.figure.len() };
        let article = ArticleInfo {
            id: self.file.into(),
            outlet: (!self.outlet.is_empty()).then(|| self.outlet.into()),
            published: "2026-03-13".parse().ok(),
            language: "it".into(),
            ..ArticleInfo::default()
        };
        Arc::new(Claim {
            article: Arc::new(article),
            answer: self.answer,
            subject: Some(Subject { label: self.label.into(), ..Subject::default() }),
            evidence: vec![Evidence {
                file: Some(span),
                place: Some(LineColumn { line: self.line, column: start + 1 }),
                text: self.figure.into(),
                number_file: Some(span),
                number: self.figure.into(),
                sentence: self.sentence.into(),
                block: BlockKind::Body,
            }],
            implied: None,
            siblings: Arc::default(),
        })
    }
}

fn count(value: i64) -> Answer {
    Answer::Quantity(Quantity::count(value.into()))
}

fn over(value: i64) -> Answer {
    let open = |upper| Interval::new(Bound::Excluded(Number::from(value)), upper).unwrap();
    let extent = Extent::new(open(Bound::Unbounded), open(Bound::Included((value * 5 / 4).into()))).unwrap();
    Answer::Quantity(Quantity { extent, ..Quantity::count(value.into()) })
}

fn visitors(
    outlet: &'static str,
    file: &'static str,
    sentence: &'static str,
    figure: &'static str,
    answer: Answer,
) -> Made {
    Made { outlet, file, line: 7, sentence, figure, answer, label: "visitatori della mostra" }
}

fn a() -> Arc<Claim> {
    let sentence = "La mostra di Borgoalto è stata vista da 12.400 visitatori, dice il museo.";
    let mut claim = visitors("Gazzetta di Valle", "a.txt", sentence, "12.400", count(12_400)).claim();
    if let Some(subject) = Arc::make_mut(&mut claim).subject.as_mut() {
        subject.attribution = Some(Attribution { who: None, text: "il museo".into() });
    }
    claim
}

fn b() -> Arc<Claim> {
    let sentence = "La mostra di Borgoalto è stata vista da 14.200 visitatori, dice il sindaco.";
    visitors("Il Corriere del Lago", "b.md", sentence, "14.200", count(14_200)).claim()
}

fn c() -> Arc<Claim> {
    visitors("", "cronache/c.txt", "Oltre 15mila persone in coda per la mostra.", "Oltre 15mila", over(15_000)).claim()
}

fn facet(facet: Facet, relation: FacetRelation, why: &str) -> FacetJudgement {
    FacetJudgement { facet, relation, why: why.into() }
}

fn facets() -> Vec<FacetJudgement> {
    vec![
        facet(Facet::Concept, FacetRelation::Same, "both count “visitor”"),
        facet(Facet::Place, FacetRelation::Same, "both name “borgoalto”"),
        facet(Facet::Scope, FacetRelation::Same, "told over the same"),
    ]
}

fn between(a: Arc<Claim>, b: Arc<Claim>, class: Class, confidence: u32) -> Finding {
    Finding {
        id: Fingerprint::new("conflicting-count", &[&a, &b]),
        class,
        check: "conflicting-count",
        kind: Kind::Count,
        confidence: Confidence::from_thousandths(confidence),
        question: "visitatori della mostra di Borgoalto".into(),
        places: Places::Between(a, b),
        facets: facets(),
        message: "12.400 or 14.200".into(),
    }
}

fn weekday() -> Finding {
    let answer = Answer::Date(DateSpan::day("2026-03-10".parse().unwrap()), None);
    let sentence = "L'inaugurazione era stata mercoledì 10 marzo 2026.";
    let claim = Made {
        outlet: "",
        file: "cronache/c.txt",
        line: 9,
        sentence,
        figure: "mercoledì 10 marzo 2026",
        answer,
        label: "inaugurazione",
    };
    let claim = claim.claim();
    Finding {
        id: Fingerprint::new("weekday-date", &[&claim]),
        class: Class::Internal,
        check: "weekday-date",
        kind: Kind::Date,
        confidence: Confidence::from_thousandths(980),
        question: "mercoledì 10 marzo 2026".into(),
        places: Places::Within(vec![claim]),
        facets: vec![facet(Facet::Time, FacetRelation::Different, "2026-03-10 is a Tuesday")],
        message: "2026-03-10 is a Tuesday, not a Wednesday".into(),
    }
}

fn findings() -> Vec<Finding> {
    vec![between(a(), b(), Class::Conflict, 912), between(a(), c(), Class::Conflict, 640), weekday()]
}

fn rules() -> Rules {
    Rules::embedded().unwrap()
}

#[test]
fn check_shows_every_outlet_once() {
    let totals = Totals { articles: 3, claims: 41 };
    insta::assert_snapshot!("check", overview(&findings(), totals, &rules().units, PAGE));
    insta::assert_snapshot!("check-narrow", overview(&findings(), totals, &rules().units, NARROW));
}

#[test]
fn nothing_found_is_said() {
    let page = overview(&[], Totals { articles: 1, claims: 0 }, &rules().units, PAGE);
    assert_eq!(page, "1 article, 0 claims: nothing found\n");
}

fn rows() -> Vec<Row> {
    let verdict =
        |kind, confidence| Verdict { kind, confidence: Confidence::from_thousandths(confidence), facets: facets() };
    let mut each = b();
    Arc::make_mut(&mut each).implied =
        Some(Implied { by: "each", why: "7.100 per ciascuna sala: 14 200 in all".into() });
    vec![
        Row { a: Some(a()), b: None, verdict: verdict(VerdictKind::OnlyA, 0) },
        Row { a: Some(c()), b: Some(each), verdict: verdict(VerdictKind::Tension, 700) },
        Row { a: Some(b()), b: Some(b()), verdict: verdict(VerdictKind::Agrees, 950) },
        Row { a: Some(a()), b: Some(b()), verdict: verdict(VerdictKind::Conflict, 912) },
    ]
}

#[test]
fn diff_shows_what_needs_eyes_or_everything() {
    insta::assert_snapshot!("diff", alignment(&rows(), false, &rules().units, PAGE));
    insta::assert_snapshot!("diff-all", alignment(&rows(), true, &rules().units, PAGE));
    insta::assert_snapshot!("diff-narrow", alignment(&rows(), false, &rules().units, NARROW));
}

#[test]
fn colour_changes_signs_and_nothing_else() {
    let plain = alignment(&rows(), true, &rules().units, PAGE);
    let coloured = alignment(&rows(), true, &rules().units, Look { colour: true, ..PAGE });
    let letters = |text: &str| -> String {
        let mut letters = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('\u{1b}') {
            letters.push_str(before);
            rest = after.split_once('m').map_or("", |(_, rest)| rest);
        }
        letters.push_str(rest);
        letters.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    assert_eq!(letters(&plain), letters(&coloured));
    assert!(coloured.lines().all(|line| line.matches("\u{1b}[").count() % 2 == 0 || line.contains("\u{1b}[0m")));
}

#[test]
fn extract_lists_claims() {
    let claim_list = [a(), c()];
    let list = claim_list.iter().map(|claim| &**claim);
    insta::assert_snapshot!("extract", claims(list, Totals { articles: 2, claims: 2 }, &rules().units, PAGE));
}

#[test]
fn records_are_as_promised() {
    let mut out = Vec::new();
    jsonl::findings(&mut out, &findings()[..1], &rules().units).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    insta::assert_snapshot!("finding", serde_json::to_string_pretty(&record).unwrap());
    let mut out = Vec::new();
    jsonl::claims(&mut out, [&*a()], &rules()).unwrap();
    let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
    insta::assert_snapshot!("claim", serde_json::to_string_pretty(&record).unwrap());
}

#[test]
fn no_character_of_a_text_ends_a_line_of_records() {
    let mut claim = a();
    Arc::make_mut(&mut claim).evidence[0].sentence = "uno\u{85}due\u{2028}tre\u{2029}quattro\n".into();
    let mut out = Vec::new();
    jsonl::claims(&mut out, [&*claim], &rules()).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("uno\\u0085due\\u2028tre\\u2029quattro\\n"), "{text}");
    assert_eq!(text.lines().count(), 1);
}
