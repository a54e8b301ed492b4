//! Finds where news articles contradict each other, or themselves, on numbers and dates.

pub mod baseline;
pub mod claim;
pub mod compare;
pub mod finding;
pub mod grammar;
pub mod imply;
pub mod lex;
pub mod pair;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod source;
pub mod span;
pub mod text;
pub mod trial;
pub mod value;
