//! Articles as passages of tagged tokens: one look-up per word, then nobody searches again.

mod hours;
mod over_figure;
mod passage;
mod sentence;
mod separable;
mod verb_numeral;

pub use passage::{Passage, Sentence, Tag, TaggedNumeral, identify, language_of, passages};
