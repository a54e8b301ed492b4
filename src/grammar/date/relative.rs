//! Relative dates: "ieri", "il mese scorso", "tre giorni fa".

use super::*;

/// "Terradria Domani", "Sport del Lunedì": a capital inside a sentence, where such words have none, makes a name.
pub(super) fn is_part_of_name(input: Tokens<'_>) -> bool {
    let capital = |back: usize| input.before(back).is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let opens = |back: usize| input.before(back + 1).is_none_or(|token| !token.is_word());
    let after_name = capital(1) && !opens(1);
    let of_name = capital(2) && ends_with_mark(input, Mark::Of);
    (input.first().is_some_and(|token| token.case == Case::Capital) && (after_name || of_name)) || in_capitals(input)
}

/// "TERRADRIA OGGI - Speciale": two words in capitals in a line that is not all in capitals.
fn in_capitals(input: Tokens<'_>) -> bool {
    let upper = |token: &crate::lex::Token| token.is_word() && token.case == Case::Upper;
    let passage = input.passage();
    input.first().is_some_and(upper)
        && input.before(1).is_some_and(upper)
        && passage.tokens.iter().any(|token| token.is_word() && !upper(token) && token.span.end > token.span.start + 2)
        && input.before(2).is_none()
}

pub(super) fn relative_day(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if is_part_of_name(input) {
        return input.refuse();
    }
    if let Ok(found) = day_beside(input) {
        return Ok(found);
    }
    let found = input.longest(|sense| match sense {
        Sense::Day(at) => input.language().days.get(usize::from(*at)).map(|day| DateExpr::Day(i64::from(day.offset))),
        Sense::StoryDay(offset) => Some(DateExpr::StoryDay(i64::from(*offset))),
        _ => None,
    });
    // "la vigilia" is the day before, "la vigilia di Natale" a feast.
    let longer_feast = |rest: &Tokens<'_>| feast(input).is_ok_and(|(after, _)| after.position() > rest.position());
    match found {
        Some((rest, expr)) if !capital_part_of_day(input, rest) && !longer_feast(&rest) => Ok((rest, expr)),
        _ => input.refuse(),
    }
}

/// "the day after Christmas", "la vigilia del 6 gennaio": counted from the day that follows and not from the story's.
fn day_beside(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, offset) = sense(|sense| match sense {
        Sense::StoryDay(offset) => Some(i64::from(*offset)),
        _ => None,
    })(input)?;
    let (rest, _) = opt(any_mark(&[Mark::Of, Mark::DateJoin])).parse(rest)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let (rest, day) = alt((numeric, absolute, feast)).parse(rest)?;
    let length = vec![(Number::from(offset.unsigned_abs()), TimeUnit::Day)];
    let from = Origin::Date(Box::new(day));
    if offset == 0 { input.refuse() } else { Ok((rest, DateExpr::Shift { length, forward: offset > 0, from })) }
}

/// "am Morgen": the noun for a part of the day, where "morgen" is a day.
pub(super) fn capital_part_of_day(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let noun =
        input.first().is_some_and(|token| token.case == Case::Capital) && input.language().style.nouns_capitalised;
    let inside = input.before(1).is_some_and(|token| token.is_word() || token.kind == TokenKind::Digits);
    noun && inside && rest.position() == input.position() + 1 && input.has(|sense| matches!(sense, Sense::DayPart(_)))
}

/// The part of the day that the last word of a date names as well: "am Freitagabend".
pub fn part_of_last_word(rest: Tokens<'_>) -> Option<ClockSpan> {
    let tags = rest.passage().tags(rest.position().checked_sub(1)?);
    let weekday = tags.iter().any(|tag| matches!(tag.sense, Sense::Weekday(_)));
    let part = tags.iter().find_map(|tag| match tag.sense {
        Sense::DayPart(at) if weekday => rest.language().dayparts.get(usize::from(at)),
        _ => None,
    })?;
    Some(ClockSpan::stretch(part.from, part.to))
}

/// The part of the day that the word for a day names as well: "stasera".
pub fn part_of_relative_day(input: Tokens<'_>) -> Option<ClockSpan> {
    let (_, part) = input.longest(|sense| match sense {
        Sense::Day(at) => input.language().days.get(usize::from(*at))?.part,
        _ => None,
    })?;
    let part = input.language().dayparts.get(usize::from(part))?;
    Some(ClockSpan::stretch(part.from, part.to))
}

pub(super) fn direction(input: Tokens<'_>) -> Parsed<'_, Direction> {
    let (rest, found) = any_mark(&[
        Mark::Last,
        Mark::Next,
        Mark::This,
        Mark::LastButOne,
        Mark::NextButOne,
        Mark::Previous,
        Mark::Following,
    ])(input)?;
    Ok((
        rest,
        match found {
            Mark::Previous => Direction::Preceding,
            Mark::Following => Direction::Following,
            Mark::Last => Direction::Last,
            Mark::Next => Direction::Next,
            Mark::LastButOne => Direction::LastButOne,
            Mark::NextButOne => Direction::NextButOne,
            _ => Direction::This,
        },
    ))
}

/// A direction before its noun. "following Monday's vote" names no Monday after the story's day, "the following Monday" does.
pub(super) fn direction_before(input: Tokens<'_>) -> Parsed<'_, Direction> {
    let (rest, found) = direction(input)?;
    let from_story = matches!(found, Direction::Preceding | Direction::Following);
    // "Siguiente semana" heads what follows.
    let heads = input.before(1).is_none() && time_unit(rest).is_ok();
    let told =
        heads || ends_with_mark(input, Mark::The) || ends_with_mark(input, Mark::On) || preceded_by_time_word(input);
    if from_story && !told { input.refuse() } else { Ok((rest, found)) }
}

/// A direction behind its noun. "il lunedì dopo la gara" counts from the race and not from the story's last day.
pub(super) fn direction_behind(input: Tokens<'_>) -> Parsed<'_, Direction> {
    let (rest, found) = direction(input)?;
    let from_story = matches!(found, Direction::Preceding | Direction::Following);
    // "la semana anterior a la boda"
    let than = mark(Mark::To)(rest).is_ok() && mark(Mark::In)(rest).is_err();
    let more = than
        || any_mark(&[Mark::The, Mark::Of, Mark::DateJoin])(rest).is_ok()
        || rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun)));
    if from_story && more { input.refuse() } else { Ok((rest, found)) }
}

/// "giovedì", "giovedì scorso", "lo scorso giovedì"
pub(super) fn weekday_expr(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction_before).parse(input)?;
    let abbreviated = rest.word(0).chars().count() <= 3;
    if !input.language().style.months_capitalised && is_part_of_name(rest) {
        return input.refuse();
    }
    // "na quinta", "quarta às onze", but "a quinta vez": an ordinal is a day only where words for times show it.
    let rank = rest.has(|sense| matches!(sense, Sense::Ordinal(_)));
    let (start, (rest, weekday)) = (rest, weekday(rest)?);
    let one_word = rest == start.skip(1);
    if let Ok((after, on)) = any_mark(&[Mark::WeekOn, Mark::FortnightOn])(rest)
        && before.is_none()
    {
        let weeks = if on == Mark::WeekOn { Number::ONE } else { Number::TWO };
        let from = Origin::Date(Box::new(DateExpr::Weekday(weekday, Direction::Next)));
        return Ok((after, DateExpr::Shift { length: vec![(weeks, TimeUnit::Week)], forward: true, from }));
    }
    let (rest, after) = if before.is_none() { opt(direction_behind).parse(rest)? } else { (rest, None) };
    let told = (ends_with_mark(input, Mark::On) && stands_alone(rest))
        || time_of_day(rest).is_ok()
        || listed_before_weekday(rest);
    // "esta segunda" is a Monday, "esta segunda vez" none.
    let directed = before.or(after).is_some();
    let rank = rank && one_word && !told && !(directed && stands_alone(rest));
    if rank || (abbreviated && !directed) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Weekday(weekday, before.or(after).unwrap_or(Direction::Plain))))
}

/// "segunda e terça-feira", "de segunda para terça-feira": a weekday in full further on in the list.
fn listed_before_weekday(input: Tokens<'_>) -> bool {
    let mut rest = input;
    for _ in 0..6 {
        let joined = comma_or_stop(rest).map(|(rest, ())| rest);
        let joined = joined.or_else(|_| any_mark(&[Mark::And, Mark::Or, Mark::Range])(rest).map(|(rest, _)| rest));
        let Ok(next) = joined else { return false };
        let next = mark(Mark::The)(next).map_or(next, |(next, ())| next);
        let Ok((after, _)) = weekday(next) else { return false };
        if after.position() > next.position() + 1 {
            return true;
        }
        rest = after;
    }
    false
}

/// "il mese scorso", "this year", "la prossima settimana"
pub(super) fn relative_unit(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction_before).parse(input)?;
    // "les derniers mois": the plural may stand on the adjective alone.
    if is_many(rest) || (before.is_some() && is_many(input)) {
        return input.refuse();
    }
    let (rest, unit) = time_unit(rest)?;
    let (rest, after) = if before.is_none() { opt(direction_behind).parse(rest)? } else { (rest, None) };
    let offset = match before.or(after) {
        Some(Direction::Last) => -1,
        Some(Direction::Next) => 1,
        Some(Direction::LastButOne) => -2,
        Some(Direction::NextButOne) => 2,
        Some(Direction::This) => 0,
        Some(Direction::Preceding) => -1,
        Some(Direction::Following) => 1,
        Some(Direction::Plain) | None => return input.refuse(),
    };
    // "la prochaine journée d'action": a day is told as yesterday or tomorrow.
    let short = matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour);
    if short || (unit == TimeUnit::Day && offset != 0) {
        return input.refuse();
    }
    let from_story = matches!(before.or(after), Some(Direction::Preceding | Direction::Following));
    Ok((rest, if from_story { DateExpr::StoryUnit(unit, offset) } else { DateExpr::Unit(unit, offset) }))
}

pub(super) fn time_unit(input: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    sense(|sense| match sense {
        Sense::TimeUnit(unit) => Some(*unit),
        _ => None,
    })(input)
}

pub(super) fn whole_amount(figure: &Figure) -> Option<Number> {
    let plain = matches!(figure.form, Form::Plain | Form::Collective);
    figure.nominal.filter(|value| plain && *value > Number::ZERO && *value < Number::from(10_000))
}

/// "tre giorni fa", "il y a trois jours", "un mese e due giorni dopo", "fra una settimana", "two days before Easter"
pub(super) fn shifted(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, opener) = opt(any_mark(&[Mark::AgoBefore, Mark::Coming, Mark::LaterBefore])).parse(input)?;
    let (rest, (length, hedge)) = length(rest)?;
    let short = length.iter().any(|(_, unit)| *unit < TimeUnit::Day);
    let shift = |rest, forward, from| Ok((rest, bounded(length.clone(), forward, from, hedge)));
    match opener {
        Some(Mark::AgoBefore) => return shift(rest, false, Origin::Written),
        // "in 24 hours", "in under six minutes" tell how long something took.
        Some(Mark::Coming) if short || hedge != Hedging::None || tells_how_long(input) => return input.refuse(),
        Some(Mark::Coming) => return shift(rest, true, Origin::Written),
        Some(Mark::LaterBefore) => return shift(rest, true, Origin::Story),
        _ => {}
    }
    if let Ok((after, (forward, from))) = other_origin(rest)
        && !short
    {
        return shift(after, forward, from);
    }
    // "10 minutos antes das 7" is a time of day.
    if short && clock(input).is_ok_and(|(after, _)| after.position() > rest.position()) {
        return input.refuse();
    }
    match any_mark(&[Mark::AgoAfter, Mark::LaterAfter, Mark::EarlierAfter, Mark::ComingAfter])(rest)? {
        (rest, Mark::AgoAfter) => match day_so_long_ago(rest, &length) {
            Ok(found) if hedge == Hedging::None => Ok(found),
            _ => shift(rest, false, Origin::Written),
        },
        (rest, Mark::ComingAfter) => shift(rest, true, Origin::Written),
        // "three weeks before he left" is counted from what the clause tells.
        (after, _)
            if any_mark(&[Mark::Before, Mark::After])(rest).is_ok()
                && any_mark(&[Mark::Subject, Mark::Relative])(after).is_ok() =>
        {
            input.refuse()
        }
        (after, _) if short && any_mark(&[Mark::Before, Mark::After])(rest).is_ok() && clause_follows(after) => {
            input.refuse()
        }
        (rest, Mark::LaterAfter) => shift(rest, true, Origin::Story),
        (rest, _) => shift(rest, false, Origin::Story),
    }
}

/// "the worst storm in 40 years", "rose 12% in two years": a word that means within a time as well as after it, behind a
/// rank, a superlative or a share, tells how long and not when.
fn tells_how_long(input: Tokens<'_>) -> bool {
    /// Words in which the rank or the share stands.
    const REACH: usize = 8;
    let begin = input.memo().range().start;
    let before = (1..=REACH.min(input.position().saturating_sub(begin))).filter_map(|back| input.one_back(back));
    // "rose 1.2 degrees in thirty years", but "will be raised by two metres in three years"
    let measures =
        |sense: &Sense| matches!(sense, Sense::Unit(_) | Sense::Currency(_) | Sense::Points | Sense::PercentPoints);
    let planned = input.memo().range().any(|at| input.passage().marks(at).contains(Mark::Planned));
    let ranks = |at: &Tokens<'_>| {
        at.first().is_some_and(|token| token.is('%'))
            || at.marks().contains(Mark::Superlative)
            || at.passage().tags(at.position()).iter().any(|tag| {
                matches!(tag.sense, Sense::Ordinal(_) | Sense::Percent) || (!planned && measures(&tag.sense))
            })
    };
    let closes =
        |at: &Tokens<'_>| at.first().is_some_and(|token| matches!(token.kind, TokenKind::Mark(',' | ';' | ':')));
    input.marks().contains(Mark::In) && before.take_while(|at| !closes(at)).any(|at| ranks(&at))
}

/// "nine minutes before officers came": a noun or what stands for one.
fn clause_follows(input: Tokens<'_>) -> bool {
    let word = input.first().is_some_and(|token| token.is_word());
    word && !input.has(|sense| match sense {
        Sense::Mark(mark) => *mark != Mark::The,
        Sense::Concept(_, class) => *class == WordClass::Verb,
        _ => false,
    })
}

/// "a year ago today", "two weeks ago on Monday": which day so long ago.
fn day_so_long_ago<'a>(input: Tokens<'a>, length: &Length) -> Parsed<'a, DateExpr> {
    let (rest, _) = opt(mark(Mark::On)).parse(input)?;
    let whole = |only: TimeUnit| length.iter().all(|(_, unit)| *unit == only);
    if let Ok((after, day)) = relative_day(rest)
        && length.iter().all(|(_, unit)| *unit >= TimeUnit::Week)
        && matches!(day, DateExpr::Day(_))
    {
        let from = Origin::Date(Box::new(day));
        return Ok((after, DateExpr::Shift { length: length.clone(), forward: false, from }));
    }
    match weekday(rest) {
        Ok((after, weekday)) if whole(TimeUnit::Week) && stands_alone(after) => {
            let week = DateExpr::Shift { length: length.clone(), forward: false, from: Origin::Written };
            Ok((after, DateExpr::Nth(1, NthUnit::Weekday(weekday), Box::new(DateExpr::WeekOf(Box::new(week))))))
        }
        _ => input.refuse(),
    }
}

/// What words before a length of time say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hedging {
    None,
    /// "about two weeks"
    About,
    /// "more than two weeks"
    More,
    /// "less than two weeks"
    Less,
}

/// "two weeks ago"; "more than two weeks ago" is any day before that, "less than two weeks ago" any day since.
fn bounded(length: Length, forward: bool, from: Origin, hedge: Hedging) -> DateExpr {
    let days = length.iter().all(|(_, unit)| *unit >= TimeUnit::Day);
    match hedge {
        Hedging::Less if days => DateExpr::Stretch { length, forward, from },
        Hedging::More if days && forward => DateExpr::After(Box::new(DateExpr::Shift { length, forward, from })),
        Hedging::More if days => DateExpr::Before(Box::new(DateExpr::Shift { length, forward, from })),
        _ => DateExpr::Shift { length, forward, from },
    }
}

/// "dopo Pasqua", "before yesterday", "from tomorrow": whether forwards, and from which day.
fn other_origin(input: Tokens<'_>) -> Parsed<'_, (bool, Origin)> {
    if let Ok((rest, way)) = any_mark(&[Mark::After, Mark::Before])(input) {
        let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
        let (rest, day) = alt((numeric, absolute, relative_day, feast, weekday_expr)).parse(rest)?;
        return Ok((rest, (way == Mark::After, Origin::Date(Box::new(day)))));
    }
    let (rest, _) = any_mark(&[Mark::From, Mark::Since])(input)?;
    let (rest, day) = relative_day(rest)?;
    Ok((rest, (true, Origin::Date(Box::new(day)))))
}

/// "tre giorni", "1 month and 21 days", "due anni e mezzo", and what words before it say of it.
pub(super) fn length(input: Tokens<'_>) -> Parsed<'_, (Length, Hedging)> {
    let (rest, (amount, unit, hedge)) = counted_unit(input)?;
    let (rest, half) = opt((mark(Mark::And), opt(mark(Mark::The)), half)).parse(rest)?;
    let amount = if half.is_some() { amount + Number::new(5, 1) } else { amount };
    let mut length = vec![(amount, unit)];
    let mut rest = rest;
    while let Ok((after, part)) = further_part(rest, &length) {
        length.push(part);
        rest = after;
    }
    Ok((rest, (length, hedge)))
}

/// "e due giorni", ", 21 days": a smaller unit after a comma, any other one after "and" or right beside.
fn further_part<'a>(input: Tokens<'a>, length: &Length) -> Parsed<'a, (Number, TimeUnit)> {
    let (rest, comma) = opt(comma_or_stop).parse(input)?;
    let (rest, _) = opt(mark(Mark::And)).parse(rest)?;
    let (rest, (amount, unit, hedge)) = counted_unit(rest)?;
    let known = length.iter().any(|(_, other)| *other == unit || (comma.is_some() && *other < unit));
    if known || hedge != Hedging::None { input.refuse() } else { Ok((rest, (amount, unit))) }
}

fn counted_unit(input: Tokens<'_>) -> Parsed<'_, (Number, TimeUnit, Hedging)> {
    let (rest, figure) = figure(input)?;
    // "una decina di anni fa"
    let collective = matches!(figure.form, Form::Collective | Form::Indefinite);
    let rest = if collective { opt(mark(Mark::Of)).parse(rest)?.0 } else { rest };
    let joiner = rest.first().is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark('\'' | '’')));
    let (rest, unit) = time_unit(if joiner { rest.skip(1) } else { rest })?;
    let hedge = match (figure.hedged, figure.as_count.strict().min(), figure.as_count.strict().max()) {
        (false, ..) => Hedging::None,
        (_, Some(_), None) => Hedging::More,
        (_, None, Some(_)) => Hedging::Less,
        _ => Hedging::About,
    };
    whole_amount(&figure).map_or_else(|| input.refuse(), |amount| Ok((rest, (amount, unit, hedge))))
}

pub(super) fn half(input: Tokens<'_>) -> Parsed<'_, ()> {
    use crate::rules::{Atom, NumeralWord};
    match input.numeral().map(|tagged| &tagged.word) {
        Some(NumeralWord::Cardinal(atoms)) if atoms.as_slice() == [Atom::Half] => Ok((input.skip(1), ())),
        _ => input.refuse(),
    }
}

/// "negli ultimi tre mesi", "i due giorni scorsi", "les trois derniers mois", "the next two years", "i prossimi giorni"
pub(super) fn stretch(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let way_word = any_mark(&[Mark::Recent, Mark::Next, Mark::Last, Mark::LastUnits]);
    // "will last three weeks", "seine letzten drei Jahre": only after an article or a preposition, or alone, is it a time.
    if input.marks().contains(Mark::Last) && !begins_a_time(input) {
        return input.refuse();
    }
    let (start, early_figure) = if way_word(input).is_ok() { (input, None) } else { opt(figure).parse(input)? };
    let (rest, way) = opt(&way_word).parse(start)?;
    let (rest, figure) = if early_figure.is_some() { (rest, early_figure) } else { opt(figure).parse(rest)? };
    // In "trois derniers mois" the adjective shows the plural.
    let many = is_many(rest) || is_many(start);
    let (rest, unit) = time_unit(rest)?;
    let (rest, way) = match way {
        Some(way) => (rest, way),
        None if figure.is_some() => {
            let (rest, way) = any_mark(&[Mark::Last, Mark::Next])(rest)?;
            // "two hours next month": the word belongs to what follows.
            if rest.has(|sense| {
                matches!(sense, Sense::TimeUnit(_) | Sense::Weekday(_) | Sense::Month(_) | Sense::Season(_))
            }) {
                return input.refuse();
            }
            (rest, way)
        }
        None => return input.refuse(),
    };
    let amount = figure.as_ref().and_then(whole_amount);
    let amount = if figure.is_none() && !many && way == Mark::Recent { Some(Number::ONE) } else { amount };
    if (figure.is_some() && amount.is_none()) || (figure.is_none() && way != Mark::Recent && !many) {
        return input.refuse();
    }
    // "wounded two last week"
    if amount.is_some_and(|amount| amount > Number::ONE) && !many {
        return input.refuse();
    }
    let length = vec![(amount.unwrap_or(SOME), unit)];
    Ok((rest, DateExpr::Stretch { length, forward: way == Mark::Next, from: Origin::Written }))
}

/// Whether words for times can begin here: nothing before it, a sign, an article, a preposition.
fn begins_a_time(input: Tokens<'_>) -> bool {
    const BEFORE: [Mark; 12] = [
        Mark::The,
        Mark::In,
        Mark::For,
        Mark::From,
        Mark::Since,
        Mark::Of,
        Mark::DateJoin,
        Mark::Within,
        Mark::Until,
        Mark::This,
        Mark::And,
        Mark::Between,
    ];
    input.before(1).is_none_or(|token| !token.is_word()) || BEFORE.into_iter().any(|mark| ends_with_mark(input, mark))
}

/// "i tre mesi successivi", "the previous 21 days", counted from the story's day; "six months prior" is a day.
pub(super) fn story_stretch(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if !ends_with_mark(input, Mark::The) && !ends_with_mark(input, Mark::In) {
        return input.refuse();
    }
    let (rest, before) = opt(direction_before).parse(input)?;
    let (rest, figure) = figure(rest)?;
    // "in the 10 previous weeks"
    let (rest, before) = if before.is_none() { opt(direction).parse(rest)? } else { (rest, before) };
    let many = is_many(rest) || is_many(input);
    let (rest, unit) = time_unit(rest)?;
    let many = many || is_many(rest);
    let (rest, way) = before.map_or_else(|| direction_behind(rest), |way| Ok((rest, way)))?;
    match (way, whole_amount(&figure)) {
        (Direction::Preceding | Direction::Following, Some(amount)) if many && figure.ambiguity.is_none() => {
            let forward = way == Direction::Following;
            Ok((rest, DateExpr::Stretch { length: vec![(amount, unit)], forward, from: Origin::Story }))
        }
        _ => input.refuse(),
    }
}

/// How many "the last few months", "i prossimi giorni" are.
const SOME: Number = Number::from_parts(3, 0, 0, false, 0);
