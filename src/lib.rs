//! Finds where news articles contradict each other, or themselves, on numbers and dates.
//!
//! The stages run one after the other, each a module: [`source`] reads bytes, [`text`] and [`grammar`] find values,
//! [`claim`] binds them to the questions that they answer, [`imply`] adds what follows, [`pair`] and [`compare`] judge,
//! [`report`] prints. [`pipeline`] runs them all over a batch; [`archive`] keeps articles that later batches are compared
//! with.
//!
//! ```
//! use claimdiff::pipeline::{self, Reading};
//! use claimdiff::rules::Rules;
//! use claimdiff::source::{Limits, read_bytes};
//!
//! let rules = Rules::embedded()?;
//! let ours = "Il 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra.";
//! let theirs = "Il 12 marzo 2026 l'Ucraina ha riavuto dalla Russia 148 prigionieri di guerra.";
//! let read = |name, text: &str| read_bytes(name, text.as_bytes(), &Limits::default()).0;
//! let articles = [read("ours.txt", ours), read("theirs.txt", theirs)].concat();
//!
//! let batch = pipeline::claims_of(articles, Vec::new(), &rules, &Reading::default());
//! let findings = pipeline::findings(&batch.articles, &rules);
//! assert_eq!(findings[0].check, "conflicting-count");
//! # Ok::<(), claimdiff::rules::RuleError>(())
//! ```

#![forbid(unsafe_code)]

pub mod archive;
pub mod baseline;
pub mod claim;
pub mod compare;
mod embedded;
pub mod finding;
pub mod grammar;
pub mod imply;
pub mod lex;
pub mod pair;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod sheet;
pub mod source;
pub mod span;
pub mod text;
pub mod trial;
pub mod value;
