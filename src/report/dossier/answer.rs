//! One outlet's answer: as written, as read, how exact, from when, by whom, and where it stands.

use super::{batch, link};
use crate::claim::{Answer, Claim};
use crate::report::alignment::side;
use crate::report::marks::{Sort, Stretch, alone, with_figure};
use crate::report::text::{bounds_reading, date_reading, in_full_years, only_rounds, place, said_by};
use crate::report::{inert, reading};
use crate::rules::Units;
use crate::value::{ClockSpan, DateSpan, Granularity, Quantity};
use serde::Serialize;
use std::ops::Bound;

/// A row of the table of a fact.
#[derive(Debug, Serialize)]
pub(super) struct Answered {
    /// A, B, C, …: its name in the table, the quotes and the pictures of a fact.
    letter: String,
    outlet: String,
    article: String,
    title: Option<String>,
    published: Option<String>,
    language: String,
    /// `path:line:column`
    place: String,
    /// The article at the figure.
    link: Option<String>,
    /// The article, for paper.
    address: Option<String>,
    written: String,
    reading: String,
    /// "exact", "rounded", "at least"
    precision: &'static str,
    /// What a reader expects, where the words allow more.
    plausible: Option<String>,
    /// The day that the text says the answer is of.
    as_of: Option<String>,
    attribution: Option<String>,
    /// Why it follows, where the text does not say it itself.
    implied: Option<String>,
    /// What it is to another answer: "conflict with A (0.99)"
    tie: Option<String>,
    quote: Vec<Stretch>,
    /// How often else the article says so.
    repeated: usize,
    citation: String,
}

/// A, B, …, Z, then numbers.
pub(super) fn letter(at: usize) -> String {
    match u8::try_from(at).ok().filter(|at| *at < 26) {
        Some(at) => char::from(b'A' + at).to_string(),
        None => (at + 1).to_string(),
    }
}

/// The sentence of a claim with nothing but its figure marked.
pub(super) fn figure_only(claim: &Claim) -> Vec<Stretch> {
    alone(side(claim))
}

impl Answered {
    pub(super) fn new(at: usize, claim: &Claim, pieces: Vec<Stretch>, tie: Option<String>, units: &Units) -> Self {
        let article = &claim.article;
        let told = claim.subject.as_ref().and_then(|subject| subject.time.as_ref());
        let told = told.filter(|span| span.from.is_some() || span.to.is_some());
        Self {
            letter: letter(at),
            outlet: batch::outlet(article),
            article: inert(&article.id),
            title: article.title.as_deref().map(inert),
            published: article.published.map(|date| date.to_string()),
            language: inert(&article.language),
            place: place(claim),
            link: link::at_text(claim),
            address: link::address(&claim.article),
            written: inert(figure(claim)),
            reading: reading(&claim.answer, units),
            precision: precision(&claim.answer),
            plausible: plausible(&claim.answer),
            as_of: told.map(date_reading),
            attribution: said_by(claim).map(inert),
            implied: claim.implied.as_ref().map(|implied| inert(&implied.why)),
            tie,
            quote: quote(pieces, claim),
            repeated: claim.evidence.len().saturating_sub(1),
            citation: citation(claim),
        }
    }

    pub(super) fn outlet(&self) -> &str {
        &self.outlet
    }

    pub(super) fn reading(&self) -> &str {
        &self.reading
    }
}

fn figure(claim: &Claim) -> &str {
    claim.evidence.first().map_or("", |evidence| &evidence.number)
}

/// The sentence with its figure set apart, also where the figure is among the words that differ.
fn quote(pieces: Vec<Stretch>, claim: &Claim) -> Vec<Stretch> {
    let has_figure = pieces.iter().any(|piece| piece.sort == Sort::Figure);
    if has_figure { pieces } else { with_figure(pieces, side(claim)) }
}

/// Outlet, headline, day, words, place: what a footnote needs.
fn citation(claim: &Claim) -> String {
    let article = &claim.article;
    let mut parts = vec![batch::outlet(article)];
    parts.extend(article.title.as_deref().map(|title| format!("“{}”", inert(title))));
    parts.extend(article.published.map(|date| date.to_string()));
    let sentence = claim.evidence.first().map(|evidence| inert(&evidence.sentence)).unwrap_or_default();
    let at = link::address(article).unwrap_or_else(|| place(claim));
    format!("{}: “{sentence}” {at}", parts.join(", "))
}

/// How exact the words are.
fn precision(answer: &Answer) -> &'static str {
    match answer {
        Answer::Quantity(quantity) => quantity_precision(quantity),
        Answer::Ordinal(_) | Answer::Score(..) => "exact",
        Answer::Date(span, clock) => date_precision(span, *clock),
        Answer::Time(time) => time_precision(*time),
        Answer::TimeRange(..) => "from one time to another",
    }
}

fn quantity_precision(quantity: &Quantity) -> &'static str {
    let strict = quantity.extent.strict();
    match (strict.lower(), strict.upper(), quantity.nominal) {
        (Bound::Included(low), Bound::Included(high), _) if low == high => "exact",
        (_, _, Some(figure)) if only_rounds(strict, figure) => "rounded",
        _ if in_full_years(quantity) => "in full years",
        (Bound::Unbounded, Bound::Unbounded, _) => "open",
        (Bound::Included(_), Bound::Unbounded, _) => "at least",
        (Bound::Excluded(_), Bound::Unbounded, _) => "more than",
        (Bound::Unbounded, Bound::Included(_), _) => "at most",
        (Bound::Unbounded, Bound::Excluded(_), _) => "less than",
        (Bound::Excluded(low), _, Some(figure)) if *low == figure => "just over",
        (_, Bound::Excluded(high), Some(figure)) if *high == figure => "just under",
        (_, _, Some(_)) => "about",
        (_, _, None) => "a range",
    }
}

fn date_precision(span: &DateSpan, clock: Option<ClockSpan>) -> &'static str {
    match (span.approximate, clock, span.granularity) {
        (true, ..) => "about",
        (_, Some(_), _) if span.is_settled() && span.single_day().is_none() => "from one time to another",
        (_, Some(_), _) => "a time of day",
        (_, _, Granularity::Day) if span.single_day().is_none() => "several days",
        (_, _, Granularity::Part) => "a part of a month",
        (_, _, Granularity::Half) => "a half-year",
        (_, _, other) => other.name(),
    }
}

fn time_precision(time: ClockSpan) -> &'static str {
    match time.nominal_seconds {
        Some(_) if time.to - time.from <= 1 => "to the minute",
        Some(_) => "about",
        None => "a part of the day",
    }
}

/// The plausible bounds in the unit as written, where they are narrower than the strict ones.
fn plausible(answer: &Answer) -> Option<String> {
    let Answer::Quantity(quantity) = answer else { return None };
    let (strict, plausible) = (quantity.extent.strict(), quantity.extent.plausible());
    (strict != plausible).then(|| bounds_reading(plausible, ""))
}
