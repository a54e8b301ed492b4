//! Intervals and extents are sets; units are factors.

use super::RULES;
use claimdiff::rules::PackFile;
use claimdiff::value::{Dimension, Extent, Interval, Number, Quantity, Relation};
use proptest::prelude::*;
use std::ops::Bound;

/// Ends of intervals are whole numbers between these; between them and beyond lies every case there is.
const ENDS: std::ops::RangeInclusive<i64> = -3..=3;

/// Numbers at the ends, between them and outside: two intervals differ if and only if they differ here.
fn samples() -> impl Iterator<Item = Number> {
    (-9..=9).map(|halves| Number::new(halves * 5, 1))
}

fn bound() -> impl Strategy<Value = Bound<Number>> {
    prop_oneof![
        3 => ENDS.prop_map(|end| Bound::Included(end.into())),
        3 => ENDS.prop_map(|end| Bound::Excluded(end.into())),
        1 => Just(Bound::Unbounded),
    ]
}

fn interval() -> impl Strategy<Value = Interval<Number>> {
    (bound(), bound()).prop_filter_map("nothing between them", |(lower, upper)| Interval::new(lower, upper))
}

/// An interval inside another.
fn extent() -> impl Strategy<Value = Extent<Number>> {
    (interval(), interval())
        .prop_filter_map("outside each other", |(strict, other)| Extent::new(strict.clone(), strict.intersect(&other)?))
}

/// The samples that a test accepts, one bit each.
fn set(test: impl Fn(&Number) -> bool) -> u32 {
    samples().enumerate().filter(|(_, value)| test(value)).map(|(at, _)| 1 << at).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_are_sets(a in interval(), b in interval()) {
        let (x, y) = (set(|value| a.contains(value)), set(|value| b.contains(value)));
        prop_assert_ne!(x, 0);
        prop_assert_eq!(a.intersect(&b).map_or(0, |both| set(|value| both.contains(value))), x & y);
        prop_assert_eq!(a.meets(&b), x & y != 0);
        prop_assert_eq!(a.meets(&b), b.meets(&a));
        prop_assert_eq!(a.is_within(&b), x & !y == 0);
        prop_assert_eq!(a == b, x == y);
        let hull = a.hull(&b);
        prop_assert!(a.is_within(&hull) && b.is_within(&hull));
        prop_assert_eq!(&hull, &b.hull(&a));
    }

    #[test]
    fn the_hull_is_the_smallest_range_that_holds_both(a in interval(), b in interval(), other in interval()) {
        let holds_both = a.is_within(&other) && b.is_within(&other);
        prop_assert_eq!(holds_both, a.hull(&b).is_within(&other));
    }

    #[test]
    fn intersecting_is_of_no_order(a in interval(), b in interval(), c in interval()) {
        let left = a.intersect(&b).and_then(|both| both.intersect(&c));
        let right = b.intersect(&c).and_then(|both| a.intersect(&both));
        prop_assert_eq!(left, right);
        prop_assert_eq!(a.intersect(&b), b.intersect(&a));
        prop_assert_eq!(a.intersect(&a), Some(a));
    }

    #[test]
    fn relations_are_those_of_sets(a in extent(), b in extent()) {
        let bits = |interval: &Interval<Number>| set(|value| interval.contains(value));
        let (strict_a, strict_b) = (bits(a.strict()), bits(b.strict()));
        let (likely_a, likely_b) = (bits(a.plausible()), bits(b.plausible()));
        let expected = match () {
            () if strict_a & strict_b == 0 => Relation::Disjoint,
            () if likely_a & likely_b == 0 => Relation::Tension,
            () if strict_a == strict_b => Relation::Equal,
            () if strict_a & !strict_b == 0 => Relation::Refines,
            () if strict_b & !strict_a == 0 => Relation::RefinedBy,
            () => Relation::Overlaps,
        };
        prop_assert_eq!(a.relation(&b), expected);
        prop_assert_eq!(b.relation(&a), expected.mirrored());
        prop_assert!(matches!(a.relation(&a), Relation::Equal));
    }

    /// To the base unit and back every figure is itself, in every unit there is.
    #[test]
    fn units_convert_there_and_back(digits in 1_i64..1_000_000, places in 0_u32..4) {
        let figure = Number::new(digits, places);
        for id in units() {
            let (dimension, unit) = RULES.units.unit(&id).unwrap();
            let quantity = of(dimension, &id, figure);
            let base = quantity.base_nominal().unwrap();
            let back = (base - unit.offset) / unit.factor;
            prop_assert_eq!(back.normalize(), figure.normalize(), "{} {}: {}", figure, id, base);
            prop_assert_eq!(quantity.base_extent().unwrap(), Extent::exact(base));
        }
    }

    /// The same amount in two units is the same value.
    #[test]
    fn one_amount_in_two_units_is_one_value(digits in 1_i64..1_000_000, places in 0_u32..4) {
        let figure = Number::new(digits, places);
        for (small, large, times) in [("m", "km", 1000), ("cm", "m", 100), ("inch", "foot", 12), ("foot", "yard", 3)] {
            let (dimension, _) = RULES.units.unit(small).unwrap();
            let one = of(dimension, large, figure).base_extent().unwrap();
            let other = of(dimension, small, figure * Number::from(times)).base_extent().unwrap();
            prop_assert_eq!(one.relation(&other), Relation::Equal, "{} {}", figure, large);
        }
    }
}

fn of(dimension: &Dimension, id: &str, figure: Number) -> Quantity {
    let (_, unit) = RULES.units.unit(id).unwrap();
    let extent = Extent::exact(figure);
    Quantity { dimension: dimension.clone(), unit: Some(unit.clone()), nominal: Some(figure), extent }
}

/// The names of all units.
fn units() -> Vec<String> {
    let file = PackFile::embedded("units.toml").unwrap();
    let table: toml::Table = file.text.parse().unwrap();
    table["units"].as_table().unwrap().keys().cloned().collect()
}
