//! What an answer can be: extents of numbers, units, spans of civil time. Knows nothing of language.
//!
//! | words | value |
//! |---|---|
//! | 157 | the point 157 |
//! | 15mila | \[14 500, 15 500) |
//! | oltre 150 | (150, ∞), plausible up to 180 |
//! | febbraio 2026 | \[2026-02-01, 2026-03-01), granularity month |
//! | poco prima delle 6.30 | \[6:10, 6:30) |

mod calendar;
mod clock;
mod extent;
mod interval;
mod quantity;

pub use calendar::{
    DateSpan, Granularity, PartialDate, add_days, add_months, days_between, weekday_from_monday, years_between,
};
pub use clock::{ClockSpan, MINUTES_PER_DAY, Reach};
pub use extent::{Extent, Relation};
pub use interval::Interval;
pub use quantity::{Dimension, Quantity, UnitRef};

/// Exact decimal number with up to 28 digits; what does not fit is never read as a number.
pub type Number = rust_decimal::Decimal;

/// 10^21. What is larger is never read as a number either: with seven digits to spare, sums and shares of what is read
/// stay numbers.
pub const TOO_LARGE: Number = Number::from_parts(0xDEA0_0000, 0x35C9_ADC5, 0x36, false, 0);
