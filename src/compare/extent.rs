//! The answers themselves: one operation for every kind.

use crate::claim::Answer;
use crate::rules::Units;
use crate::value::{ClockSpan, DateSpan, Dimension, Granularity, Number, Quantity, Relation, UnitRef, days_between};
use jiff::civil::Date;
use std::ops::Bound;

/// How two answers stand to each other; `None` where they cannot be compared.
pub(super) fn relation(a: &Answer, b: &Answer, units: &Units) -> Option<Relation> {
    match (a, b) {
        (Answer::Quantity(x), Answer::Quantity(y)) => quantities(x, y, units),
        (Answer::Ordinal(x), Answer::Ordinal(y)) => Some(if x == y { Relation::Equal } else { Relation::Disjoint }),
        (Answer::Score(home, away), Answer::Score(other_home, other_away)) => {
            let same = (home, away) == (other_home, other_away) || (home, away) == (other_away, other_home);
            Some(if same { Relation::Equal } else { Relation::Disjoint })
        }
        (Answer::Date(x, clock_x), Answer::Date(y, clock_y)) => dates(x, y, clock_x.zip(*clock_y)),
        (Answer::Time(x), Answer::Time(y)) => Some(clocks(x, y)),
        (Answer::TimeRange(from, to), Answer::TimeRange(other_from, other_to)) => {
            let ends = (clocks(from, other_from), clocks(to, other_to));
            Some(if ends.0 == Relation::Disjoint { ends.0 } else { ends.1 })
        }
        _ => None,
    }
}

fn quantities(a: &Quantity, b: &Quantity, units: &Units) -> Option<Relation> {
    match (currencies(&a.dimension, units), currencies(&b.dimension, units)) {
        (Some(x), Some(y)) if !x.iter().any(|code| y.contains(code)) => {
            // The same figure in two currencies is a slip of one of them; other figures may be conversions.
            return (a.base_nominal().is_some() && a.base_nominal() == b.base_nominal()).then_some(Relation::Disjoint);
        }
        (Some(_), Some(_)) => {}
        _ if a.dimension != b.dimension => return None,
        _ => {}
    }
    let relation = a.base_extent()?.relation(&b.base_extent()?);
    if relation == Relation::Tension && is_just_above(a) && is_just_above(b) {
        return Some(Relation::Disjoint);
    }
    if relation == Relation::Disjoint && a.base_nominal().is_some() && a.base_nominal() == b.base_nominal() {
        return Some(about_one_figure(a, b));
    }
    // "sette anni" and "sette anni e mezzo" meet only at the edges of what they can mean.
    if relation == Relation::Overlaps && is_outside(a, b) && is_outside(b, a) {
        return Some(Relation::Disjoint);
    }
    // Two round figures in different units are conversions of each other where they are close: 17 ft, 5.2 m.
    if relation == Relation::Disjoint
        && a.unit.as_ref().map(|unit| &unit.id) != b.unit.as_ref().map(|unit| &unit.id)
        && close(a, b)
    {
        return Some(Relation::Overlaps);
    }
    let namesakes = [(namesake(a, units), Some(b.clone())), (Some(a.clone()), namesake(b, units))];
    let meet = |(a, b): &(Option<Quantity>, Option<Quantity>)| {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let meets = a.base_extent().zip(b.base_extent()).is_some_and(|(a, b)| a.relation(&b) != Relation::Disjoint);
        meets || close(a, b)
    };
    if relation == Relation::Disjoint && namesakes.iter().any(meet) {
        return Some(Relation::Overlaps);
    }
    Some(relation)
}

/// "nearly 100" and "100" round one figure; "nearly 100" and "more than 100" place the truth on its two sides.
fn about_one_figure(a: &Quantity, b: &Quantity) -> Relation {
    let plain = |quantity: &Quantity| quantity.base_nominal().is_some_and(|it| !is_outside_of(&it, quantity));
    if plain(a) || plain(b) { Relation::Overlaps } else { Relation::Tension }
}

/// Whether both are written with one figure in one unit.
pub(super) fn is_same_figure(a: &Answer, b: &Answer) -> bool {
    let (Answer::Quantity(a), Answer::Quantity(b)) = (a, b) else { return false };
    a.dimension == b.dimension && a.base_nominal().is_some() && a.base_nominal() == b.base_nominal()
}

/// Whether a figure as written is none that the other's words are used for.
fn is_outside(a: &Quantity, b: &Quantity) -> bool {
    a.base_nominal().is_some_and(|figure| is_outside_of(&figure, b))
}

fn is_outside_of(figure: &Number, quantity: &Quantity) -> bool {
    quantity.base_extent().is_some_and(|extent| !extent.plausible().contains(figure))
}

/// The quantity in the other unit that goes by the same word: miles at sea.
fn namesake(quantity: &Quantity, units: &Units) -> Option<Quantity> {
    let unit = quantity.unit.as_ref()?;
    let factor = units.namesake(&unit.id)?;
    Some(Quantity { unit: Some(UnitRef { factor, ..unit.clone() }), ..quantity.clone() })
}

/// "oltre sei" beside "oltre otto": each names the round figure that it is just above. "Almeno sei" leaves all above open.
fn is_just_above(quantity: &Quantity) -> bool {
    let strict = quantity.extent.strict();
    quantity.nominal.is_some() && matches!(strict.lower(), Bound::Excluded(_)) && *strict.upper() == Bound::Unbounded
}

/// The physical dimension of an answer: "area", "length".
pub(super) fn dimension(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Quantity(quantity) => match &quantity.dimension {
            Dimension::Physical(dimension) => Some(dimension),
            _ => None,
        },
        _ => None,
    }
}

/// Whether both are told in one unit of length, weight or the like: two figures in knots more likely answer one question.
pub(super) fn same_unit(a: &Answer, b: &Answer) -> bool {
    let unit = |answer: &Answer| match answer {
        Answer::Quantity(quantity) if matches!(quantity.dimension, Dimension::Physical(_)) => {
            quantity.unit.as_ref().map(|unit| unit.id.clone())
        }
        _ => None,
    };
    unit(a).is_some() && unit(a) == unit(b)
}

/// The currencies that an amount can be in; `None` for what is no money.
fn currencies<'u>(dimension: &'u Dimension, units: &'u Units) -> Option<Vec<&'u str>> {
    match dimension {
        Dimension::Money(code) => Some(vec![code]),
        Dimension::AmbiguousMoney(name) => {
            let currency = units.currency(name)?;
            Some(currency.may_be.iter().chain([&currency.usual_code]).map(AsRef::as_ref).collect())
        }
        _ => None,
    }
}

/// Within two percent of each other.
fn close(a: &Quantity, b: &Quantity) -> bool {
    match (a.base_nominal(), b.base_nominal()) {
        (Some(x), Some(y)) => {
            let gap = x.checked_sub(y).and_then(|gap| gap.abs().checked_mul(Number::from(50)));
            gap.is_some_and(|gap| gap <= x.abs().max(y.abs()))
        }
        _ => false,
    }
}

fn dates(a: &DateSpan, b: &DateSpan, clocks_both: Option<(ClockSpan, ClockSpan)>) -> Option<Relation> {
    if !a.is_settled() || !b.is_settled() {
        return unsettled(a, b);
    }
    if !a.meets(b) {
        let near = [a, b].iter().any(|span| span.approximate && within_reach(a, b, reach(span.granularity)));
        return Some(if near { Relation::Overlaps } else { Relation::Disjoint });
    }
    if let (Some((x, y)), Some(day_a), Some(day_b)) = (clocks_both, a.single_day(), b.single_day())
        && day_a == day_b
    {
        return Some(clocks(&x, &y));
    }
    Some(match (a.is_within(b), b.is_within(a)) {
        (true, true) => Relation::Equal,
        (true, false) => Relation::Refines,
        (false, true) => Relation::RefinedBy,
        (false, false) => Relation::Overlaps,
    })
}

/// Days around a date told loosely ("intorno al 6 gennaio", "all'inizio di ottobre") that the words may mean as well.
fn reach(granularity: Granularity) -> i64 {
    match granularity {
        Granularity::Day => 3,
        Granularity::Week | Granularity::Part => 14,
        Granularity::Month => 31,
        Granularity::Quarter | Granularity::Half => 92,
        Granularity::Year => 366,
        Granularity::Decade | Granularity::Century => 3660,
    }
}

fn within_reach(a: &DateSpan, b: &DateSpan, days: i64) -> bool {
    let gap = |end: Option<Date>, start: Option<Date>| end.zip(start).map(|(end, start)| days_between(end, start));
    let gaps = [gap(a.to, b.from), gap(b.to, a.from)];
    gaps.into_iter().flatten().all(|gap| gap <= days)
}

/// Dates whose year nobody settles can still differ in day and month.
fn unsettled(a: &DateSpan, b: &DateSpan) -> Option<Relation> {
    let parts = |span: &DateSpan| match span.single_day() {
        Some(day) => (Some(day.month()), Some(day.day())),
        None => (span.written.month, span.written.day),
    };
    match (parts(a), parts(b)) {
        ((Some(month_a), Some(day_a)), (Some(month_b), Some(day_b))) => {
            Some(if (month_a, day_a) == (month_b, day_b) { Relation::Equal } else { Relation::Disjoint })
        }
        // Two days of the week are two days; the same may be a week later.
        _ => weekdays_apart(a, b).map(|days| if days == 0 { Relation::Overlaps } else { Relation::Disjoint }),
    }
}

/// Days between the weekdays of two dates of which no publication settles both, three at most.
pub(super) fn weekdays_apart(a: &DateSpan, b: &DateSpan) -> Option<i8> {
    let weekday = |span: &DateSpan| match span.single_day() {
        Some(day) => Some(day.weekday()),
        None => span.written.weekday.filter(|_| span.granularity == Granularity::Day),
    };
    let (x, y) = (weekday(a)?, weekday(b)?);
    (!a.is_settled() || !b.is_settled()).then(|| x.since(y).min(y.since(x)))
}

fn clocks(a: &ClockSpan, b: &ClockSpan) -> Relation {
    if (a.from, a.to, a.zone_offset) == (b.from, b.to, b.zone_offset) {
        return Relation::Equal;
    }
    if a.meets(b) {
        return if a.to - a.from <= b.to - b.from { Relation::Refines } else { Relation::RefinedBy };
    }
    // "21:47 GMT" and "22:47 local time": zones lie whole half hours apart, and only one names its own.
    let (least, most) = (a.from - b.to + 1, a.to - b.from - 1);
    if a.zone_offset.is_some() != b.zone_offset.is_some() && most.div_euclid(30) * 30 >= least {
        return Relation::Overlaps;
    }
    Relation::Disjoint
}

/// Whether the first figure as told is the higher one: twelve beside "at least nine".
pub(super) fn is_told_higher(a: &Answer, b: &Answer) -> bool {
    let (Answer::Quantity(x), Answer::Quantity(y)) = (a, b) else { return false };
    x.base_nominal().zip(y.base_nominal()).is_some_and(|(x, y)| x > y) || is_higher(a, b)
}

/// Whether the first answer is the higher one.
pub(super) fn is_higher(a: &Answer, b: &Answer) -> bool {
    let (Answer::Quantity(x), Answer::Quantity(y)) = (a, b) else { return false };
    let low = |quantity: &Quantity| quantity.base_extent().and_then(|extent| extent.strict().min().copied());
    let high = |quantity: &Quantity| quantity.base_extent().and_then(|extent| extent.strict().max().copied());
    match (low(x), high(y)) {
        (Some(low), Some(high)) => low >= high,
        _ => false,
    }
}
