//! Findings and claims as texts: one model, many renderings.

mod value;

pub use value::{ValueRecord, number};
