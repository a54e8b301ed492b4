//! Mentions to claims: each value bound to the question that it answers.

mod anchor;
mod answer;

pub use anchor::Anchor;
pub use answer::{Answer, Kind, fraction_as_share};
