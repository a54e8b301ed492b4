//! Every answer as a bar on one line: what the words allow, what a reader expects, and the figure as written.

use super::Tick;
use super::axis::{Axis, Scale};
use super::reach::{Ends, Reach};
use crate::claim::{Answer, Claim, Kind};
use crate::report::dossier::answer::letter;
use crate::report::dossier::batch::outlet;
use crate::report::inert;
use crate::value::{Dimension, Number};
use serde::Serialize;

/// A row per answer over one axis.
#[derive(Debug, Serialize)]
pub(in crate::report::dossier) struct Values {
    height: usize,
    /// Where the axis lies.
    base: usize,
    /// What the numbers are: a unit, a currency, a year.
    unit: Option<String>,
    /// Whether any answer is a figure, a range, a range that allows more than a reader expects.
    has_points: bool,
    has_ranges: bool,
    has_plausible: bool,
    rows: Vec<Bar>,
    ticks: Vec<Tick>,
}

/// One answer.
#[derive(Debug, Serialize)]
struct Bar {
    letter: String,
    label: String,
    /// Where its text stands, and its bar.
    text: usize,
    line: usize,
    strict: Option<Segment>,
    plausible: Option<Segment>,
    point: Option<String>,
}

/// A stretch of the line.
#[derive(Debug, Serialize)]
struct Segment {
    from: String,
    to: String,
    /// Whether it goes on beyond the picture.
    open_from: bool,
    open_to: bool,
}

/// Pixels of a row.
const ROW: usize = 42;

/// Characters of a label that a telephone can show in one line.
const LABEL: usize = 42;

/// The picture of some answers; `None` for fewer than two that lie on one line.
pub(super) fn values(claims: &[&Claim]) -> Option<Values> {
    let reaches: Vec<Option<Reach>> = claims.iter().map(|claim| Reach::of(claim)).collect();
    if reaches.iter().flatten().count() < 2 {
        return None;
    }
    let axis = Axis::over(reaches.iter().flatten().flat_map(Reach::places), scale(claims.first()?))?;
    let known =
        claims.iter().zip(&reaches).enumerate().filter_map(|(at, (claim, reach))| Some((at, *claim, (*reach)?)));
    let rows: Vec<Bar> =
        known.enumerate().map(|(row, (at, claim, reach))| bar(row, at, claim, &reach, &axis)).collect();
    let base = rows.len() * ROW + 6;
    Some(Values {
        height: base + 24,
        base,
        unit: unit(claims.first()?).or_else(|| axis.common()),
        has_points: rows.iter().any(|row| row.point.is_some()),
        has_ranges: rows.iter().any(|row| row.strict.is_some()),
        has_plausible: rows.iter().any(|row| row.strict.is_some() && row.plausible.is_some()),
        rows,
        ticks: axis.ticks(),
    })
}

/// What the places of an answer mean.
pub(super) fn scale(claim: &Claim) -> Scale {
    match &claim.answer {
        Answer::Date(..) => Scale::Days,
        Answer::Time(_) | Answer::TimeRange(..) => Scale::Clock,
        Answer::Quantity(quantity) => match claim.kind() {
            Kind::Count => Scale::Whole,
            Kind::Money => Scale::Numbers(None),
            _ => Scale::Numbers(quantity.unit.clone()),
        },
        Answer::Ordinal(_) | Answer::Score(..) => Scale::Whole,
    }
}

/// What its numbers are.
pub(super) fn unit(claim: &Claim) -> Option<String> {
    let Answer::Quantity(quantity) = &claim.answer else { return None };
    match &quantity.dimension {
        Dimension::Money(code) => Some(code.to_string()),
        Dimension::Percent => Some("%".to_owned()),
        Dimension::PercentPoint => Some("points".to_owned()),
        Dimension::Age => Some("years old".to_owned()),
        Dimension::Physical(_) => quantity.unit.as_ref().map(|unit| unit.id.to_string()),
        Dimension::Duration => quantity.unit.as_ref().map(|unit| format!("{}s", unit.id)),
        Dimension::AmbiguousMoney(_) | Dimension::Count | Dimension::Ordinal => None,
    }
}

fn bar(row: usize, at: usize, claim: &Claim, reach: &Reach, axis: &Axis) -> Bar {
    let is_point = reach.strict.from.is_some() && reach.strict.from == reach.strict.to;
    let narrower = reach.strict != reach.plausible;
    Bar {
        letter: letter(at),
        label: label(claim),
        text: row * ROW + 16,
        line: row * ROW + 32,
        strict: (!is_point).then(|| segment(reach.strict, axis)),
        plausible: narrower.then(|| segment(reach.plausible, axis)),
        point: reach.point.or(reach.strict.from.filter(|_| is_point)).map(|point| axis.percent(point)),
    }
}

fn label(claim: &Claim) -> String {
    let written = claim.evidence.first().map(|evidence| inert(&evidence.number)).unwrap_or_default();
    let whole = format!("{written} · {}", outlet(&claim.article));
    if whole.chars().count() <= LABEL {
        return whole;
    }
    format!("{}…", whole.chars().take(LABEL).collect::<String>())
}

fn segment(ends: Ends, axis: &Axis) -> Segment {
    let place = |end: Option<Number>, open: &str| end.map_or(open.to_owned(), |end| axis.percent(end));
    Segment {
        from: place(ends.from, "1%"),
        to: place(ends.to, "99%"),
        open_from: ends.from.is_none(),
        open_to: ends.to.is_none(),
    }
}
