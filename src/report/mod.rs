//! Findings and claims as texts: one model, many renderings.

mod alignment;
mod claims;
pub mod csv;
mod difference;
mod dossier;
pub mod github;
pub mod gitlab;
mod group;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod junit;
mod layout;
pub mod lines;
pub mod markdown;
mod marks;
mod model;
mod overview;
mod page;
pub mod rdjson;
pub mod record;
pub mod sarif;
mod templates;
mod text;

pub use alignment::alignment;
pub use claims::claims;
pub use difference::difference;
pub use dossier::{Background, Material};
pub use layout::table;
pub use model::Report;
use overview::closing_words;
pub use overview::{closing, grouped, overview};
pub use page::check_page;
pub use record::{ValueRecord, number};
pub use templates::{TemplateError, Templates};
pub use text::{Look, Mark, inert, paint, place, reading};

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
