//! Findings and claims as texts: one model, many renderings.

mod alignment;
mod claims;
mod difference;
pub mod jsonl;
mod layout;
mod marks;
mod overview;
mod page;
mod text;
mod value;

pub use alignment::alignment;
pub use claims::claims;
pub use difference::difference;
pub use overview::{closing, grouped, overview};
pub use page::check_page;
pub use text::{Look, Mark, inert, paint, place, reading};
pub use value::{ValueRecord, number};

/// How much was read, for the closing line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Articles that could be read.
    pub articles: usize,
    /// Claims that they make.
    pub claims: usize,
}

/// "1 article", "2 articles"
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
