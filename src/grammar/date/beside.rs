//! Parts of the day before or after the story's last one: "the next morning", "la sera prima", "na manhã seguinte às 8",
//! "il pomeriggio del giorno dopo".

use super::*;

/// A part of the day told by its place in the story, with the hour behind it.
pub fn part_beside(input: Tokens<'_>) -> Parsed<'_, DateMention> {
    let (rest, _) = opt(any_mark(&[Mark::In, Mark::At, Mark::To, Mark::On])).parse(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, (days, part)) = alt((part_behind_its_place, part_before_its_place, part_of_story_day)).parse(rest)?;
    let (rest, hour) = opt(preceded(opt(comma_or_stop), alt((clock_stretch, clock)))).parse(rest)?;
    let clock = hour.map_or(part, |hour| within_part(hour, part));
    Ok((rest, DateMention { expr: DateExpr::StoryDay(days), clock: Some(clock), approximate: false }))
}

/// "the following night", "next morning", "am nächsten Morgen"
fn part_behind_its_place(input: Tokens<'_>) -> Parsed<'_, (i64, ClockSpan)> {
    let (rest, place) = direction_before(input)?;
    let days = match place {
        Direction::Following | Direction::Next => 1,
        Direction::Preceding => -1,
        _ => return input.refuse(),
    };
    daypart(rest).map(|(rest, part)| (rest, (days, part)))
}

/// "la sera prima", "a la mañana siguiente"
fn part_before_its_place(input: Tokens<'_>) -> Parsed<'_, (i64, ClockSpan)> {
    let (rest, part) = daypart(input)?;
    // "la mattina dopo alle 8", but "la mattina dopo il voto"
    let place = direction(rest).and_then(|(after, _)| clock(after)).and_then(|_| direction(rest));
    match place.or_else(|_| direction_behind(rest)) {
        Ok((rest, Direction::Following)) => Ok((rest, (1, part))),
        Ok((rest, Direction::Preceding)) => Ok((rest, (-1, part))),
        // "the night before, 40 guests had dined", but "the night before the vote"
        _ => match any_mark(&[Mark::EarlierAfter, Mark::LaterAfter])(rest)? {
            (after, _) if after.first().is_some_and(|token| token.is_word()) => input.refuse(),
            (after, Mark::LaterAfter) => Ok((after, (1, part))),
            (after, _) => Ok((after, (-1, part))),
        },
    }
}

/// "la sera del giorno prima", "in the morning of the following day"
fn part_of_story_day(input: Tokens<'_>) -> Parsed<'_, (i64, ClockSpan)> {
    let (rest, part) = daypart(input)?;
    let story_day = |input| {
        sense(|sense| match sense {
            Sense::StoryDay(offset) => Some(i64::from(*offset)),
            _ => None,
        })(input)
    };
    // "del giorno prima" is one phrase, "of the following day" is two.
    let joined = |rest| preceded(any_mark(&[Mark::Of, Mark::DateJoin, Mark::On]), story_day).parse(rest);
    let (rest, offset) = story_day(rest).or_else(|_| joined(rest))?;
    Ok((rest, (offset, part)))
}
