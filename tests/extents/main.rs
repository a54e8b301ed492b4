//! Which words a reading takes and what they leave open: both bounds of a figure, what a reader expects of it, the stretch
//! of a time of day. Rows stand beside each other that differ by one step, on either side of where a reading ends.

#[path = "../common/mod.rs"]
mod common;

mod amounts;
mod days;
mod figures;
mod names;
mod numerals;
mod times;
