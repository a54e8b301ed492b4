//! Words before any language: tokens of a text, and tries of phrases over them.

mod flat;
mod phrase;
mod token;

pub use phrase::{PhraseBuilder, Phrases, WordId};
pub use token::{Case, Token, TokenKind, fold, fold_into, is_apostrophe, is_dash, tokenize, without_accents};
