//! Laws that hold for all values, all dates, all batches.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod batches;
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/printers.rs"]
mod printers;
mod values;
mod written;

use claimdiff::rules::Rules;
use std::sync::LazyLock;

/// The packs, loaded once.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap_or_else(|error| panic!("{error}")));
