//! Claims made by hand, so that they differ in one thing alone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a claim that cannot be made should stop the test")]
#![allow(dead_code, reason = "each test takes the helpers that it needs")]

use claimdiff::claim::{Answer, ArticleInfo, Claim, Evidence, Subject, Term};
use claimdiff::rules::Rules;
use claimdiff::source::BlockKind;
use claimdiff::value::{DateSpan, Dimension, Extent, Interval, Number, Quantity};
use jiff::civil::{Date, date};
use std::ops::Bound;
use std::sync::{Arc, LazyLock};

pub static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap());

/// When all articles made here are published: a Tuesday.
pub const DAY: Date = date(2026, 3, 10);

pub fn concept(name: &str) -> Term {
    assert!(RULES.lexicon.find(name).is_some(), "the lexicon has no {name}");
    Term::Concept(name.into())
}

pub fn name(text: &str) -> Term {
    Term::Name(text.into())
}

pub fn stem(text: &str) -> Term {
    Term::Stem(text.into())
}

pub fn count(value: i64) -> Answer {
    Answer::Quantity(Quantity::count(value.into()))
}

pub fn quantity(dimension: Dimension, value: i64) -> Answer {
    Answer::Quantity(Quantity { dimension, ..Quantity::count(value.into()) })
}

pub fn money(code: &str, value: i64) -> Answer {
    quantity(Dimension::Money(code.into()), value)
}

pub fn measure(unit: &str, value: i64) -> Answer {
    let (dimension, unit) = RULES.units.unit(unit).unwrap();
    Answer::Quantity(Quantity {
        dimension: dimension.clone(),
        unit: Some(unit.clone()),
        ..Quantity::count(value.into())
    })
}

/// A length of time in days.
pub fn days(value: i64) -> Answer {
    let unit = claimdiff::value::UnitRef { id: "day".into(), factor: 86_400.into(), offset: Number::ZERO };
    Answer::Quantity(Quantity { dimension: Dimension::Duration, unit: Some(unit), ..Quantity::count(value.into()) })
}

/// From a number to another, both in tenths, without a figure of its own.
pub fn between(dimension: Dimension, low: i64, high: i64) -> Answer {
    let end = |tenths: i64| Bound::Included(Number::new(tenths, 1));
    let extent = Extent::plain(Interval::new(end(low), end(high)).unwrap());
    Answer::Quantity(Quantity { dimension, unit: None, nominal: None, extent })
}

pub fn on(day: Date) -> Answer {
    Answer::Date(DateSpan::day(day), None)
}

pub fn article(id: &str) -> ArticleInfo {
    let story = [(name("torvale"), 10)].into_iter().collect();
    ArticleInfo { id: id.to_owned(), published: Some(DAY), language: "en".to_owned(), story, ..ArticleInfo::default() }
}

pub fn claim(id: &str, answer: Answer, subject: Subject) -> Claim {
    let article = Arc::new(article(id));
    Claim { article, answer, subject: Some(subject), evidence: Vec::new(), implied: None, siblings: Arc::default() }
}

/// A place in a text that says `number` in `sentence`.
pub fn evidence(number: &str, sentence: &str, block: BlockKind) -> Evidence {
    Evidence {
        file: None,
        place: None,
        text: number.to_owned(),
        number_file: None,
        number: number.to_owned(),
        sentence: sentence.into(),
        block,
    }
}
