//! Pictures of values as plain places on a line: what each answer can mean, and how it grew. The page draws them.

mod axis;
mod course;
mod reach;
mod values;

pub(super) use course::Course;
pub(super) use values::Values;

use crate::claim::Claim;
use serde::Serialize;

/// A picture of a fact. Places across are percentages of the width, so that text keeps its size at any width; places
/// down are pixels.
#[derive(Debug, Serialize)]
#[serde(tag = "sort", rename_all = "lowercase")]
pub(super) enum Picture {
    /// Every answer as a bar on one line.
    Values(Values),
    /// Answers over the days that they tell of.
    Course(Course),
}

/// A mark on an axis.
#[derive(Debug, Serialize)]
pub(super) struct Tick {
    /// Where on the axis.
    at: String,
    label: String,
}

/// The pictures of the answers to one question; none where there is nothing to compare.
pub(super) fn pictures(claims: &[&Claim], grows: bool) -> Vec<Picture> {
    let course = if grows { course::course(claims) } else { None };
    let values = values::values(claims);
    course.map(Picture::Course).into_iter().chain(values.map(Picture::Values)).collect()
}
