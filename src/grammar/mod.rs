//! Tokens to mentions, by nom parsers that know no language: every word they want is asked of the packs.

mod age;
mod age_decade;
mod begin;
mod clock;
mod date;
mod digital_length;
mod figure;
mod fraction;
mod input;
mod match_minute;
mod memo;
mod mention;
mod money;
mod names;
mod number_range;
mod numeral;
mod ordinal;
mod primes;
mod quantity;
mod roman;
mod series;
mod unit;

pub use date::{DateExpr, DateMention, Direction, Length, NthUnit, Origin, Part, easter};
pub use figure::{Figure, Form};
pub use input::{Parsed, Tokens};
pub use match_minute::{LONGEST_MATCH, MATCH_MINUTE};
pub use mention::{Mention, MentionValue, mentions};
pub use numeral::power_of_ten;
pub use quantity::{Measured, length_of_time};
