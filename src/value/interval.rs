//! Ranges of ordered values with open, closed or missing ends.

use super::Number;
use serde::{Deserialize, Serialize};
use std::ops::Bound;

/// A non-empty range; an unbounded end reaches as far as the values do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Bound<T>, Bound<T>)", into = "(Bound<T>, Bound<T>)")]
#[serde(bound(serialize = "T: Serialize + Clone", deserialize = "T: Deserialize<'de> + PartialOrd + Clone"))]
pub struct Interval<T> {
    lower: Bound<T>,
    upper: Bound<T>,
}

impl<T> From<Interval<T>> for (Bound<T>, Bound<T>) {
    fn from(interval: Interval<T>) -> Self {
        (interval.lower, interval.upper)
    }
}

impl<T: PartialOrd + Clone> TryFrom<(Bound<T>, Bound<T>)> for Interval<T> {
    type Error = &'static str;

    fn try_from((lower, upper): (Bound<T>, Bound<T>)) -> Result<Self, Self::Error> {
        Self::new(lower, upper).ok_or("nothing lies between the bounds")
    }
}

impl<T: PartialOrd + Clone> Interval<T> {
    /// The range between two bounds, or `None` where nothing lies between them.
    pub fn new(lower: Bound<T>, upper: Bound<T>) -> Option<Self> {
        let fits = match (&lower, &upper) {
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low < high,
            _ => true,
        };
        fits.then_some(Self { lower, upper })
    }

    /// Just `value`.
    pub fn point(value: T) -> Self {
        Self { lower: Bound::Included(value.clone()), upper: Bound::Included(value) }
    }

    /// Everything.
    pub fn all() -> Self {
        Self { lower: Bound::Unbounded, upper: Bound::Unbounded }
    }

    /// From `value` on, itself included.
    pub fn at_least(value: T) -> Self {
        Self { lower: Bound::Included(value), upper: Bound::Unbounded }
    }

    /// The lower end.
    pub fn lower(&self) -> &Bound<T> {
        &self.lower
    }

    /// The upper end.
    pub fn upper(&self) -> &Bound<T> {
        &self.upper
    }

    /// The value of the lower end, whether it is included or not.
    pub fn min(&self) -> Option<&T> {
        bound_value(&self.lower)
    }

    /// The value of the upper end, whether it is included or not.
    pub fn max(&self) -> Option<&T> {
        bound_value(&self.upper)
    }

    /// Whether `value` lies inside.
    pub fn contains(&self, value: &T) -> bool {
        let above = match &self.lower {
            Bound::Included(low) => low <= value,
            Bound::Excluded(low) => low < value,
            Bound::Unbounded => true,
        };
        let below = match &self.upper {
            Bound::Included(high) => value <= high,
            Bound::Excluded(high) => value < high,
            Bound::Unbounded => true,
        };
        above && below
    }

    /// What both hold, or `None` where they have nothing in common.
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let lower = if lower_at_least(&self.lower, &other.lower) { &self.lower } else { &other.lower };
        let upper = if upper_at_most(&self.upper, &other.upper) { &self.upper } else { &other.upper };
        Self::new(lower.clone(), upper.clone())
    }

    /// Whether the two share a value.
    pub fn meets(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Whether every value of `self` lies in `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        lower_at_least(&self.lower, &other.lower) && upper_at_most(&self.upper, &other.upper)
    }

    /// The smallest range that holds both.
    pub fn hull(&self, other: &Self) -> Self {
        let lower = if lower_at_least(&self.lower, &other.lower) { &other.lower } else { &self.lower };
        let upper = if upper_at_most(&self.upper, &other.upper) { &other.upper } else { &self.upper };
        Self { lower: lower.clone(), upper: upper.clone() }
    }

    /// The range with both ends passed through a function that keeps their order.
    pub fn map<U: PartialOrd + Clone>(&self, grow: impl Fn(&T) -> Option<U>) -> Option<Interval<U>> {
        let end = |bound: &Bound<T>| {
            Some(match bound {
                Bound::Included(value) => Bound::Included(grow(value)?),
                Bound::Excluded(value) => Bound::Excluded(grow(value)?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        Interval::new(end(&self.lower)?, end(&self.upper)?)
    }
}

impl Interval<Number> {
    /// What rounds to `value` at the given step: half a step to each side, the upper end left out.
    pub fn rounding(value: Number, step: Number) -> Self {
        let half = step.abs() / Number::TWO;
        match (value.checked_sub(half), value.checked_add(half)) {
            (Some(low), Some(high)) if low < high => Self { lower: Bound::Included(low), upper: Bound::Excluded(high) },
            _ => Self::point(value),
        }
    }

    /// Whether a whole number lies inside.
    pub fn has_whole_number(&self) -> bool {
        let (least, most) = match (&self.lower, &self.upper) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => return true,
            (Bound::Included(low), upper) => (low.ceil(), upper),
            (Bound::Excluded(low), upper) => (low.floor() + Number::ONE, upper),
        };
        match most {
            Bound::Included(high) => least <= *high,
            Bound::Excluded(high) => least < *high,
            Bound::Unbounded => true,
        }
    }
}

fn bound_value<T>(bound: &Bound<T>) -> Option<&T> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Some(value),
        Bound::Unbounded => None,
    }
}

fn lower_at_least<T: PartialOrd>(a: &Bound<T>, b: &Bound<T>) -> bool {
    match (a, b) {
        (_, Bound::Unbounded) => true,
        (Bound::Unbounded, _) => false,
        (Bound::Included(a), Bound::Excluded(b)) => a > b,
        (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => a >= b,
    }
}

fn upper_at_most<T: PartialOrd>(a: &Bound<T>, b: &Bound<T>) -> bool {
    match (a, b) {
        (_, Bound::Unbounded) => true,
        (Bound::Unbounded, _) => false,
        (Bound::Included(a), Bound::Excluded(b)) => a < b,
        (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => a <= b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_open(low: i32, high: i32) -> Interval<i32> {
        Interval::new(Bound::Included(low), Bound::Excluded(high)).unwrap()
    }

    #[test]
    fn nothing_lies_between_equal_open_ends() {
        assert_eq!(Interval::new(Bound::Excluded(3), Bound::Included(3)), None);
        assert!(Interval::new(Bound::Included(3), Bound::Included(3)).is_some());
    }

    #[test]
    fn a_whole_number_lies_inside() {
        let between = |low, high| Interval::new(Bound::Included(low), Bound::Excluded(high)).unwrap();
        assert!(!between(Number::new(8, 1), Number::ONE).has_whole_number());
        assert!(between(Number::new(8, 0), Number::TEN).has_whole_number());
        assert!(between(Number::new(8, 1), Number::new(12, 1)).has_whole_number());
        assert!(!Interval::new(Bound::Excluded(Number::ONE), Bound::Excluded(Number::TWO)).unwrap().has_whole_number());
        assert!(Interval::at_least(Number::new(5, 1)).has_whole_number());
        let closed = |low, high| Interval::new(Bound::Included(low), Bound::Included(high)).unwrap();
        assert!(!closed(Number::new(2, 1), Number::new(8, 1)).has_whole_number());
        assert!(closed(Number::new(2, 1), Number::ONE).has_whole_number());
        assert!(closed(Number::ONE, Number::new(12, 1)).has_whole_number());
    }

    #[test]
    fn touching_half_open_ranges_do_not_meet() {
        assert!(!half_open(1, 3).meets(&half_open(3, 5)));
        assert!(half_open(1, 4).meets(&half_open(3, 5)));
        assert!(Interval::at_least(2).meets(&half_open(1, 3)));
    }

    #[test]
    fn within_respects_open_ends() {
        let open = Interval::new(Bound::Excluded(1), Bound::Unbounded).unwrap();
        assert!(!Interval::at_least(1).is_within(&open));
        assert!(open.is_within(&Interval::at_least(1)));
        assert!(half_open(2, 3).is_within(&open));
    }

    #[test]
    fn rounding_leaves_out_its_upper_end() {
        let around = Interval::rounding(Number::from(15_000), Number::from(1_000));
        assert!(around.contains(&Number::from(14_500)));
        assert!(!around.contains(&Number::from(15_500)));
    }

    #[test]
    fn a_step_without_a_length_rounds_nothing() {
        let number = Number::from;
        assert_eq!(Interval::rounding(number(7), number(0)), Interval::point(number(7)));
        assert_eq!(Interval::rounding(number(7), number(-2)), Interval::rounding(number(7), number(2)));
        assert_eq!(Interval::rounding(Number::MAX, number(2)), Interval::point(Number::MAX));
        let around = Interval::rounding(number(7), number(2));
        assert_eq!((around.lower(), around.upper()), (&Bound::Included(number(6)), &Bound::Excluded(number(8))));
        assert_eq!((around.min(), around.max()), (Some(&number(6)), Some(&number(8))));
    }

    #[test]
    fn ends_pass_through_a_function_and_stay_what_they_are() {
        let interval = Interval::new(Bound::Excluded(1), Bound::Included(3)).unwrap();
        assert_eq!(interval.map(|end| Some(end * 2)), Interval::new(Bound::Excluded(2), Bound::Included(6)));
        assert_eq!(interval.map(|end| (*end < 3).then_some(*end)), None);
        assert_eq!(interval.map(|_| Some(1)), None, "nothing is left between the ends");
        assert_eq!(Interval::at_least(1).map(|end| Some(end + 1)), Some(Interval::at_least(2)));
        assert_eq!(Interval::<i32>::all().max(), None);
        assert_eq!(Interval::at_least(4).min(), Some(&4));
    }

    #[test]
    fn intervals_are_kept_as_their_ends() {
        let interval = half_open(1, 3);
        let text = serde_json::to_string(&interval).unwrap();
        assert_eq!(serde_json::from_str::<Interval<i32>>(&text).unwrap(), interval);
        let reversed = text.replace('1', "5");
        let error = serde_json::from_str::<Interval<i32>>(&reversed).unwrap_err();
        assert!(error.to_string().contains("nothing lies between the bounds"), "{error}");
    }
}
