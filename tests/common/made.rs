//! Findings made by hand, so that only a change of the printers changes what they print.

use claimdiff::claim::{Answer, ArticleInfo, Attribution, Claim, Evidence, Kind, Subject};
use claimdiff::finding::{
    Class, Confidence, Facet, FacetJudgement, FacetRelation, Finding, Fingerprint, Places, Review,
};
use claimdiff::rules::Rules;
use claimdiff::source::BlockKind;
use claimdiff::span::{FileSpan, LineColumn};
use claimdiff::value::{DateSpan, Extent, Interval, Number, Quantity};
use std::ops::Bound;
use std::sync::Arc;

pub struct Made {
    pub outlet: &'static str,
    pub file: &'static str,
    pub line: usize,
    pub sentence: &'static str,
    pub figure: &'static str,
    pub answer: Answer,
    pub label: &'static str,
}

impl Made {
    pub fn claim(self) -> Arc<Claim> {
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

pub fn count(value: i64) -> Answer {
    Answer::Quantity(Quantity::count(value.into()))
}

pub fn over(value: i64) -> Answer {
    let open = |upper| Interval::new(Bound::Excluded(Number::from(value)), upper).unwrap();
    let extent = Extent::new(open(Bound::Unbounded), open(Bound::Included((value * 5 / 4).into()))).unwrap();
    Answer::Quantity(Quantity { extent, ..Quantity::count(value.into()) })
}

pub fn visitors(
    outlet: &'static str,
    file: &'static str,
    sentence: &'static str,
    figure: &'static str,
    answer: Answer,
) -> Made {
    Made { outlet, file, line: 7, sentence, figure, answer, label: "visitatori della mostra" }
}

pub fn a() -> Arc<Claim> {
    let sentence = "La mostra di Borgoalto è stata vista da 12.400 visitatori, dice il museo.";
    let mut claim = visitors("Gazzetta di Valle", "a.txt", sentence, "12.400", count(12_400)).claim();
    if let Some(subject) = Arc::make_mut(&mut claim).subject.as_mut() {
        subject.attribution = Some(Attribution { who: None, text: "il museo".into() });
    }
    claim
}

pub fn b() -> Arc<Claim> {
    let sentence = "La mostra di Borgoalto è stata vista da 14.200 visitatori, dice il sindaco.";
    visitors("Il Corriere del Lago", "b.md", sentence, "14.200", count(14_200)).claim()
}

pub fn c() -> Arc<Claim> {
    visitors("", "cronache/c.txt", "Oltre 15mila persone in coda per la mostra.", "Oltre 15mila", over(15_000)).claim()
}

pub fn facet(facet: Facet, relation: FacetRelation, why: &str) -> FacetJudgement {
    FacetJudgement { facet, relation, why: why.into() }
}

pub fn facets() -> Vec<FacetJudgement> {
    vec![
        facet(Facet::Concept, FacetRelation::Same, "both count “visitor”"),
        facet(Facet::Place, FacetRelation::Same, "both name “borgoalto”"),
        facet(Facet::Scope, FacetRelation::Same, "told over the same"),
    ]
}

pub fn between(a: Arc<Claim>, b: Arc<Claim>, class: Class, confidence: u32) -> Finding {
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
        review: Review::default(),
    }
}

pub fn weekday() -> Finding {
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
        review: Review::default(),
    }
}

pub fn findings() -> Vec<Finding> {
    vec![between(a(), b(), Class::Conflict, 912), between(a(), c(), Class::Conflict, 640), weekday()]
}

pub fn rules() -> Rules {
    Rules::embedded().unwrap()
}
