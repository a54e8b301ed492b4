//! Everything that a fair writer could have meant by one figure.

use super::Interval;
use serde::{Deserialize, Serialize};

/// Strict and plausible bounds of one answer.
///
/// *Strict* is what the words exclude: "oltre 150" leaves out 150 and less. *Plausible* is what a reader
/// would expect: nobody writes "oltre 150" for 900. `plausible` always lies inside `strict`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Interval<T>, Interval<T>)", into = "(Interval<T>, Interval<T>)")]
#[serde(bound(serialize = "T: Serialize + Clone", deserialize = "T: Deserialize<'de> + PartialOrd + Clone"))]
pub struct Extent<T> {
    strict: Interval<T>,
    plausible: Interval<T>,
}

/// How two extents stand to each other, the first seen from the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same bounds.
    Equal,
    /// The first lies inside the second: it says more exactly the same.
    Refines,
    /// The second lies inside the first.
    RefinedBy,
    /// They overlap, also where a reader would expect the values.
    Overlaps,
    /// Compatible in logic, implausible together.
    Tension,
    /// No value fits both.
    Disjoint,
}

impl Relation {
    /// The same relation seen from the other side.
    pub fn mirrored(self) -> Self {
        match self {
            Self::Refines => Self::RefinedBy,
            Self::RefinedBy => Self::Refines,
            same => same,
        }
    }
}

impl<T> From<Extent<T>> for (Interval<T>, Interval<T>) {
    fn from(extent: Extent<T>) -> Self {
        (extent.strict, extent.plausible)
    }
}

impl<T: PartialOrd + Clone> TryFrom<(Interval<T>, Interval<T>)> for Extent<T> {
    type Error = &'static str;

    fn try_from((strict, plausible): (Interval<T>, Interval<T>)) -> Result<Self, Self::Error> {
        Self::new(strict, plausible).ok_or("plausible bounds reach outside the strict ones")
    }
}

impl<T: PartialOrd + Clone> Extent<T> {
    /// An extent, or `None` where `plausible` reaches outside `strict`.
    pub fn new(strict: Interval<T>, plausible: Interval<T>) -> Option<Self> {
        plausible.is_within(&strict).then_some(Self { strict, plausible })
    }

    /// An extent whose plausible bounds are the strict ones.
    pub fn plain(bounds: Interval<T>) -> Self {
        Self { strict: bounds.clone(), plausible: bounds }
    }

    /// Exactly one value.
    pub fn exact(value: T) -> Self {
        Self::plain(Interval::point(value))
    }

    /// What the words do not exclude.
    pub fn strict(&self) -> &Interval<T> {
        &self.strict
    }

    /// What a reader would expect.
    pub fn plausible(&self) -> &Interval<T> {
        &self.plausible
    }

    /// The one operation that compares answers.
    pub fn relation(&self, other: &Self) -> Relation {
        if !self.strict.meets(&other.strict) {
            return Relation::Disjoint;
        }
        if !self.plausible.meets(&other.plausible) {
            return Relation::Tension;
        }
        match (self.strict.is_within(&other.strict), other.strict.is_within(&self.strict)) {
            (true, true) => Relation::Equal,
            (true, false) => Relation::Refines,
            (false, true) => Relation::RefinedBy,
            (false, false) => Relation::Overlaps,
        }
    }

    /// The extent with all ends passed through a function that keeps their order.
    pub fn map<U: PartialOrd + Clone>(&self, grow: impl Fn(&T) -> Option<U>) -> Option<Extent<U>> {
        Extent::new(self.strict.map(&grow)?, self.plausible.map(&grow)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::Bound;

    fn over(low: i32, plausible: i32) -> Extent<i32> {
        let strict = Interval::new(Bound::Excluded(low), Bound::Unbounded).unwrap();
        let expected = Interval::new(Bound::Excluded(low), Bound::Included(plausible)).unwrap();
        Extent::new(strict, expected).unwrap()
    }

    #[test]
    fn plausible_may_not_reach_outside_strict() {
        assert_eq!(Extent::new(Interval::point(3), Interval::all()), None);
    }

    #[test]
    fn relations() {
        let cases = [
            (Extent::exact(157), Extent::exact(157), Relation::Equal),
            (Extent::exact(157), Extent::exact(150), Relation::Disjoint),
            (Extent::exact(157), over(150, 180), Relation::Refines),
            (over(150, 180), Extent::exact(157), Relation::RefinedBy),
            (over(150, 180), Extent::exact(900), Relation::Tension),
            (over(150, 180), Extent::exact(150), Relation::Disjoint),
        ];
        for (a, b, expected) in cases {
            assert_eq!(a.relation(&b), expected, "{a:?} {b:?}");
            assert_eq!(b.relation(&a), expected.mirrored(), "{b:?} {a:?}");
        }
    }

    #[test]
    fn extents_are_kept_as_their_bounds() {
        let text = serde_json::to_string(&over(150, 180)).unwrap();
        assert_eq!(serde_json::from_str::<Extent<i32>>(&text).unwrap(), over(150, 180));
        let error = serde_json::from_str::<Extent<i32>>(&text.replace("180", "100")).unwrap_err();
        assert!(error.to_string().contains("between the bounds"), "{error}");
        let outside = text.replacen("150", "170", 1);
        let error = serde_json::from_str::<Extent<i32>>(&outside).unwrap_err();
        assert!(error.to_string().contains("plausible bounds reach outside"), "{error}");
    }

    #[test]
    fn all_ends_pass_through_a_function() {
        assert_eq!(over(150, 180).map(|end| Some(end * 10)), Some(over(1_500, 1_800)));
        assert_eq!(over(150, 180).map(|end| (*end < 180).then_some(*end)), None);
    }
}
