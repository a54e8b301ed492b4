//! A figure that grows: every answer at the day on which it was published.

use super::Tick;
use super::axis::{Axis, Scale, percent};
use super::reach::{Reach, minutes_of};
use super::values::{scale, unit};
use crate::claim::{Answer, Claim};
use crate::report::dossier::answer::letter;
use crate::value::Number;
use serde::Serialize;

/// Points over time, with steps between them.
#[derive(Debug, Serialize)]
pub(in crate::report::dossier) struct Course {
    height: i64,
    /// Where the axis of days lies.
    base: i64,
    unit: Option<String>,
    points: Vec<Point>,
    steps: Vec<Step>,
    days: Vec<Tick>,
    levels: Vec<Level>,
}

/// An answer.
#[derive(Debug, Serialize)]
struct Point {
    letter: String,
    at: String,
    level: i64,
    /// Where the range of the answer ends above and below.
    top: i64,
    bottom: i64,
}

/// A line from one point to the next.
#[derive(Debug, Serialize)]
struct Step {
    from: String,
    from_level: i64,
    to: String,
    to_level: i64,
}

/// A mark on the axis of values.
#[derive(Debug, Serialize)]
struct Level {
    at: i64,
    label: String,
}

/// Pixels between the lowest and the highest place of the picture.
const HEIGHT: i64 = 200;

/// The course of a quantity; `None` where its answers are all of one day or one value.
pub(super) fn course(claims: &[&Claim]) -> Option<Course> {
    let first = claims.first().filter(|claim| matches!(claim.answer, Answer::Quantity(_)))?;
    let mut known: Vec<(Number, usize, Reach)> = claims
        .iter()
        .enumerate()
        .filter_map(|(at, claim)| Some((Number::from(minutes_of(claim.article.published?)), at, Reach::of(claim)?)))
        .collect();
    known.sort_by_key(|(day, at, _)| (*day, *at));
    let days = Axis::over(known.iter().map(|(day, ..)| *day), Scale::Days)?;
    let levels = Axis::over(known.iter().flat_map(|(_, _, reach)| reach.places()), scale(first))?;
    let level = |value: Number| HEIGHT - levels.thousandths(value) * HEIGHT / 1000;
    let points: Vec<Point> = known
        .iter()
        .filter_map(|(day, at, reach)| {
            let middle = reach.point.or(reach.plausible.from).or(reach.plausible.to)?;
            Some(Point {
                letter: letter(*at),
                at: percent(days.thousandths(*day)),
                level: level(middle),
                top: level(reach.plausible.to.unwrap_or(middle)),
                bottom: level(reach.plausible.from.unwrap_or(middle)),
            })
        })
        .collect();
    Some(Course {
        height: HEIGHT + 24,
        base: HEIGHT,
        unit: unit(first),
        steps: points.windows(2).filter_map(step).collect(),
        points,
        days: days.ticks(),
        levels: levels.marks().into_iter().map(|(place, label)| Level { at: level(place), label }).collect(),
    })
}

fn step(pair: &[Point]) -> Option<Step> {
    let [from, to] = pair else { return None };
    if from.at == to.at {
        return None;
    }
    Some(Step { from: from.at.clone(), from_level: from.level, to: to.at.clone(), to_level: to.level })
}
