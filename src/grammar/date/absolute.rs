//! Absolute dates, whole or in part: "giovedì 4 febbraio", "14/03/2026", "nel 2021".

use super::*;

/// [weekday] [the day] day month [year], in either order of day and month: "el día 15 de febrero".
pub(super) fn absolute(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    once(|memo| &memo.month_days, input, read_absolute)
}

fn read_absolute(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, weekday) = opt(weekday_before).parse(input)?;
    let (rest, of_day) = opt(mark(Mark::OfTheDay)).parse(rest)?;
    let told = weekday.is_some() || of_day.is_some();
    let (rest, (day, month)) = alt((day_month, month_day, shared_month, |at| slashed_day(at, told))).parse(rest)?;
    let short = rest
        .before(1)
        .is_some_and(|token| token.is_word() && token.case == Case::Lower && token.span.end - token.span.start <= 3)
        && input.nth(1).is_some_and(|token| token.is_word() && !token.glued);
    let (rest, year) = opt(year_after).parse(rest)?;
    // "2 set" in a report on tennis is no day of September.
    let alone = input.before(1).is_none() && rest.first().is_none();
    let cued = year.is_some()
        || weekday.is_some()
        || alone
        || preceded_by_time_word(input)
        || ends_with_mark(input, Mark::The);
    if short && !cued {
        return input.refuse();
    }
    let date = PartialDate { year, month: Some(month), day: Some(day), weekday };
    // "il 30 gennaio scorso", but not "June 3 next week"
    let directed = direction(rest).ok().filter(|(after, _)| time_unit(*after).is_err() && stands_behind(*after));
    match directed {
        Some((after, direction @ (Direction::Last | Direction::Next))) if year.is_none() => {
            Ok((after, DateExpr::Directed(date, direction)))
        }
        _ => Ok(with_year_of(rest, date)),
    }
}

/// Whether a direction stands behind its date: no weekday or month follows that it would belong to.
fn stands_behind(input: Tokens<'_>) -> bool {
    !input.has(|sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::Season(_)))
}

/// "dell'anno scorso", "di due anni fa", "next year" behind a day or month whose year nothing else tells.
fn with_year_of(rest: Tokens<'_>, date: PartialDate) -> (Tokens<'_>, DateExpr) {
    let told = |input| {
        let (input, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of, Mark::In])).parse(input)?;
        let (input, _) = opt(mark(Mark::The)).parse(input)?;
        alt((relative_unit, shifted)).parse(input)
    };
    match told(rest) {
        Ok((after, year)) if date.year.is_none() && year.names_a_year() => {
            (after, DateExpr::InYear(date, Box::new(year)))
        }
        _ => (rest, DateExpr::Partial(date)),
    }
}

pub(super) fn weekday_before(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, weekday) = weekday(input)?;
    let (rest, _) = opt(comma_or_stop).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::The, Mark::DateJoin, Mark::On])).parse(rest)?;
    Ok((rest, weekday))
}

pub(super) fn comma_or_stop(input: Tokens<'_>) -> Parsed<'_, ()> {
    match input.first() {
        Some(token) if token.is(',') || (token.is('.') && token.glued) => Ok((input.skip(1), ())),
        _ => input.refuse(),
    }
}

pub(super) fn day_month(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, day) = day_of_month(input)?;
    // "a father of five in March", in digits: only a rank, "the 12th in October", is a day of what it stands in.
    let figure =
        rest.position() == input.position() + 1 && input.first().is_some_and(|token| token.kind == TokenKind::Digits);
    if figure && rest.marks().contains(Mark::In) && !rest.marks().contains(Mark::Of) {
        return input.refuse();
    }
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    let (rest, month) = month(rest)?;
    Ok((rest, (day, month)))
}

pub(super) fn month_day(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    if !input.language().style.month_before_day {
        return input.refuse();
    }
    let (rest, month) = month(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    let year = spelled_year(rest).ok();
    let (rest, day) = day_of_month(rest)?;
    // "June nineteen seventy-two"
    if year.is_some_and(|(after, _)| after.position() > rest.position()) {
        return input.refuse();
    }
    // "May 2026" is a month, "May 10,000" an amount.
    let more =
        rest.first().is_some_and(|token| token.glued && token.is(',')) && rest.nth(1).is_some_and(|token| token.glued);
    // "abril 5 de 2024", "marzo 12.", but "en marzo 12 personas": days stand before months as a rule.
    let ends = rest.first().is_none_or(|token| matches!(token.kind, TokenKind::Mark(',' | '.' | ';' | ')')));
    let usual = input.language().style.date_order == DateOrder::MonthDayYear;
    if more || !(usual || ends || year_after(rest).is_ok()) { input.refuse() } else { Ok((rest, (day, month))) }
}

/// "il 5 e il 12 marzo": the first day takes its month from the second.
pub(super) fn shared_month(input: Tokens<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, day) = day_of_month(input)?;
    let mut ahead = rest;
    for _ in 0..4 {
        let joined = comma_or_stop(ahead)
            .map(|(rest, ())| rest)
            .or_else(|_| any_mark(&[Mark::And, Mark::Or])(ahead).map(|(rest, _)| rest));
        let (next, _) = opt(any_mark(&[Mark::The, Mark::And])).parse(joined?)?;
        if let Ok((_, (_, month))) = day_month(next) {
            return Ok((rest, (day, month)));
        }
        ahead = day_of_month(next)?.0;
    }
    input.refuse()
}

/// 1–31 in digits, with the marks of an ordinal, or "primo"; 31 February stays as written.
pub(super) fn day_of_month(input: Tokens<'_>) -> Parsed<'_, i8> {
    if let Ok((rest, text)) = digits(input) {
        let day = text.parse::<i8>().ok().filter(|day| (1..=31).contains(day) && text.len() <= 2);
        let Some(day) = day.filter(|_| !is_grouped(rest)) else { return input.refuse() };
        return Ok((ordinal_mark(rest), day));
    }
    // "del giorno prima" is the day before.
    if input.marks().contains(Mark::EarlierAfter) {
        return input.refuse();
    }
    let (rest, rank) = rank_in_words(input).or_else(|_| {
        let (rest, number) = numeral(input)?;
        match u32::try_from(number.value) {
            Ok(day) if number.scale.is_none() && (number.ambiguity.is_none() || before_month(rest)) => Ok((rest, day)),
            _ => input.refuse(),
        }
    })?;
    match i8::try_from(rank) {
        Ok(day) if (1..=31).contains(&day) => Ok((rest, day)),
        _ => input.refuse(),
    }
}

/// "Tuesday, 1,200 homes": whether thousands follow the digits before.
fn is_grouped(rest: Tokens<'_>) -> bool {
    let style = &rest.language().style;
    let separator = rest
        .first()
        .is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if style.group.contains(&c)));
    let thousands = rest.nth(1).is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    separator && thousands && rest.word(1).len() == 3
}

/// "uno de marzo": an article as a number is a day where a month follows.
pub(super) fn before_month(rest: Tokens<'_>) -> bool {
    preceded(mark(Mark::DateJoin), month).parse(rest).is_ok()
}

/// Skips "º", ".º", "st", "." after the digits of a day.
pub(super) fn ordinal_mark(rest: Tokens<'_>) -> Tokens<'_> {
    let style = &rest.language().style;
    let glued_mark = |at: Tokens<'_>| {
        at.first().is_some_and(|token| token.glued) && style.ordinal_marks.contains(&at.word(0).to_lowercase())
    };
    let stop = rest.first().is_some_and(|token| token.glued && token.is('.'));
    if glued_mark(rest) {
        rest.skip(1)
    } else if stop && glued_mark(rest.skip(1)) {
        rest.skip(2)
    } else if stop && style.ordinal_full_stop {
        rest.skip(1)
    } else {
        rest
    }
}

pub(super) fn month(input: Tokens<'_>) -> Parsed<'_, i8> {
    let (rest, month) = sense(|sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    })(input)?;
    // The full stop of an abbreviation: "6 gen. 2026".
    let stop = rest.first().is_some_and(|token| token.glued && token.is('.'))
        && input.word(0).chars().count() <= 4
        && rest.nth(1).is_some();
    Ok((if stop { rest.skip(1) } else { rest }, month))
}

/// A day of the week; "on Mondays", "montags", "on Tuesday evenings" name no single one.
pub(super) fn weekday(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, weekday) = weekday_of_any_number(input)?;
    if is_many(input) || is_many(rest) { input.refuse() } else { Ok((rest, weekday)) }
}

fn weekday_of_any_number(input: Tokens<'_>) -> Parsed<'_, Weekday> {
    let (rest, offset) = sense(|sense| match sense {
        Sense::Weekday(offset) => Some(*offset),
        _ => None,
    })(input)?;
    Weekday::from_monday_zero_offset(offset).map_or_else(|_| input.refuse(), |weekday| Ok((rest, weekday)))
}

/// "two Thursdays ago", "three Fridays from now"
pub(super) fn weekdays_away(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, number) = numeral(input)?;
    if !is_many(rest) {
        return input.refuse();
    }
    let (rest, weekday) = weekday_of_any_number(rest)?;
    let (rest, way) = any_mark(&[Mark::AgoAfter, Mark::ComingAfter])(rest)?;
    let whole = number.value.fract() == Number::ZERO && number.value >= Number::ONE;
    let forward = way == Mark::ComingAfter;
    let nearest = DateExpr::Weekday(weekday, if forward { Direction::Next } else { Direction::Last });
    let length = vec![(number.value - Number::ONE, TimeUnit::Week)];
    let from = Origin::Date(Box::new(nearest));
    if whole { Ok((rest, DateExpr::Shift { length, forward, from })) } else { input.refuse() }
}

/// 14/03/2026, 14.3.26, 2026-03-14
pub(super) fn numeric(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let separator = |c: char| matches!(c, '/' | '.' | '-' | '–');
    let (rest, first) = digits(input)?;
    let (rest, (mark, second)) = pair(glued_char(separator), glued_digits).parse(rest)?;
    let (rest, (_, third)) = pair(glued_char(move |c| c == mark), glued_digits).parse(rest)?;
    let more = pair(glued_char(|c| matches!(c, '/' | '.' | '-' | ',')), glued_digits).parse(rest).is_ok();
    let parts = [first, second, third].map(|part| part.parse::<i16>().unwrap_or(-1));
    let (year, month, day) = match (first.len(), third.len(), input.language().style.date_order) {
        (4, _, _) => (parts[0], parts[1], parts[2]),
        // "02/22/2016" can be no day and month.
        (1 | 2, 4, DateOrder::DayMonthYear) if parts[1] > 12 && parts[0] <= 12 => (parts[2], parts[0], parts[1]),
        (1 | 2, 4 | 2, DateOrder::DayMonthYear) => (full_year(parts[2], third), parts[1], parts[0]),
        (1 | 2, 4 | 2, DateOrder::MonthDayYear) if parts[0] <= 12 => (full_year(parts[2], third), parts[0], parts[1]),
        (1 | 2, 4 | 2, DateOrder::MonthDayYear) => (full_year(parts[2], third), parts[1], parts[0]),
        _ => return input.refuse(),
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return input.refuse() };
    let likely = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
    if more || !likely {
        return input.refuse();
    }
    let date = PartialDate { year: Some(year), month: Some(month), day: Some(day), weekday: None };
    Ok((rest, DateExpr::Partial(date)))
}

/// 2026-03, 03/2026: a month in digits; "2010-12" is a range of years.
pub(super) fn numeric_month(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, first) = digits(input)?;
    let (rest, mark) = glued_char(|c| c == '/' || c == '-')(rest)?;
    let (rest, second) = glued_digits(rest)?;
    let more = rest.first().is_some_and(|token| token.glued && (token.is_word() || token.kind == TokenKind::Digits))
        || pair(glued_char(|c| matches!(c, '/' | '.' | '-' | ',')), glued_digits).parse(rest).is_ok();
    let (year, month) = match (first.len(), second.len()) {
        (4, 1 | 2) => (first, second),
        (1 | 2, 4) => (second, first),
        _ => return input.refuse(),
    };
    let (Ok(year), Ok(month)) = (year.parse::<i16>(), month.parse::<i8>()) else { return input.refuse() };
    let range_of_years = mark == '-' && first.len() == 4 && i16::from(month) > year % 100;
    if more
        || range_of_years
        || !(1900..2200).contains(&year)
        || !(1..=12).contains(&month)
        || input.first().is_some_and(|token| token.glued)
    {
        return input.refuse();
    }
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), month: Some(month), day: None, weekday: None })))
}

/// "21.09.", in languages that write ordinals with a full stop; both stops are needed.
pub(super) fn day_and_month_in_digits(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let stop = || glued_char(|c| c == '.');
    let (rest, day) = digits(input)?;
    let (rest, (_, month)) = pair(stop(), glued_digits).parse(rest)?;
    let (rest, _) = stop()(rest)?;
    let continued = rest.first().is_some_and(|token| token.glued && token.kind == TokenKind::Digits);
    let short = day.len() <= 2 && month.len() <= 2 && input.language().style.ordinal_full_stop;
    match (day.parse::<i8>(), month.parse::<i8>()) {
        (Ok(day @ 1..=31), Ok(month @ 1..=12)) if short && !continued => {
            Ok((rest, DateExpr::Partial(PartialDate { day: Some(day), month: Some(month), ..PartialDate::default() })))
        }
        _ => input.refuse(),
    }
}

/// "27/11", where more than the digits says that it is a day: the word for it, its weekday, a time of day, or a
/// preposition of time before what is no fraction.
pub(super) fn slashed_day(input: Tokens<'_>, told: bool) -> Parsed<'_, (i8, i8)> {
    let (rest, first) = digits(input)?;
    let (rest, _) = glued_char(|c| c == '/')(rest)?;
    let (rest, second) = glued_digits(rest)?;
    let more = rest.first().is_some_and(|token| token.glued && (token.is_word() || token.is('/') || token.is('-')))
        || input.first().is_some_and(|token| token.glued) && !input.before(1).is_some_and(|token| token.is('('));
    let (day, month) = match input.language().style.date_order {
        DateOrder::DayMonthYear => (first, second),
        // "29/03" can be no month and day.
        DateOrder::MonthDayYear if first.parse::<i8>().is_ok_and(|month| month > 12) => (first, second),
        DateOrder::MonthDayYear => (second, first),
    };
    let (Ok(day @ 1..=31), Ok(month @ 1..=12)) = (day.parse::<i8>(), month.parse::<i8>()) else {
        return input.refuse();
    };
    let dated = [Mark::In, Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Between];
    let cued = day > month && dated.into_iter().any(|mark| ends_with_mark(input, mark));
    let short = first.len() <= 2 && second.len() <= 2;
    if more || !short || !(told || cued || time_of_day(rest).is_ok()) {
        input.refuse()
    } else {
        Ok((rest, (day, month)))
    }
}

/// Two digits of a year: up to 49 this century.
pub(super) fn full_year(year: i16, text: &str) -> i16 {
    if text.len() == 4 {
        year
    } else if year < 50 {
        2000 + year
    } else {
        1900 + year
    }
}

/// "ottobre 2025", "nell'ottobre del 2025", "ottobre", "ottobre scorso"
pub(super) fn month_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (start, of_month) = opt(month_word).parse(input)?;
    let (start, before) = opt(direction).parse(start)?;
    let (start, year_first) = opt(year_before_month).parse(start)?;
    let (rest, month) = month(start)?;
    let (rest, year) = if year_first.is_some() { (rest, year_first) } else { opt(year_after).parse(rest)? };
    // "June last" of "June last year" is no June.
    let behind = opt(direction).parse(rest).ok().filter(|(after, _)| time_unit(*after).is_err());
    let (rest, after) = behind.filter(|_| year.is_none() && before.is_none()).unwrap_or((rest, None));
    let numeral = start.numeral().is_some();
    let whole_name = input.language().style.short_months.contains(&start.word(0).to_lowercase());
    let abbreviated = numeral || (start.word(0).chars().count() <= 3 && !whole_name);
    let capital = start.first().is_some_and(|token| token.case == Case::Capital);
    // "this may be", where months have capitals
    let no_month = input.language().style.months_capitalised && !capital && start.has(is_other_word);
    let directed = !numeral && !no_month && (before.is_some() || after.is_some());
    let sure = year.is_some() || directed || of_month.is_some();
    let cued = preceded_by_time_word(input)
        || [Mark::Start, Mark::Middle, Mark::End].into_iter().any(|mark| ends_with_mark(input, mark));
    // "después de feb.": the stop of an abbreviation, after a word for times.
    let stopped = rest.before(1).is_some_and(|token| token.is('.')) && !start.has(is_other_word);
    let short = abbreviated && !(cued && (stopped || (capital && input.language().style.months_capitalised)));
    // "el alcalde Julio Barrantes", where months have no capitals
    let behind = rest.first().is_some_and(|token| token.is_word() && token.case == Case::Capital);
    let named = capital && behind && !cued && !input.language().style.months_capitalised && input.before(1).is_some();
    let other = named || (start.has(is_other_word) && !cued);
    if !sure && (short || other || (input.language().style.months_capitalised && !capital)) {
        return input.refuse();
    }
    let date = PartialDate { year, month: Some(month), day: None, weekday: None };
    Ok(match before.or(after) {
        None | Some(Direction::This) => with_year_of(rest, date),
        Some(direction) => (rest, DateExpr::Directed(date, direction)),
    })
}

/// "2017 April": a year right before a month that is no other word.
fn year_before_month(input: Tokens<'_>) -> Parsed<'_, i16> {
    let (rest, year) = year(input)?;
    let (after, _) = month(rest)?;
    if rest.has(is_other_word) || digits(after).is_ok() { input.refuse() } else { Ok((rest, year)) }
}

/// "mese di", "mes de": a month follows for sure.
pub(super) fn month_word(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = sense(|sense| matches!(sense, Sense::TimeUnit(TimeUnit::Month)).then_some(()))(input)?;
    let (rest, _) = any_mark(&[Mark::Of, Mark::DateJoin])(rest)?;
    Ok((rest, ()))
}

pub(super) fn is_other_word(sense: &Sense) -> bool {
    matches!(sense, Sense::Mark(_) | Sense::Concept(..))
}

pub(super) fn preceded_by_time_word(input: Tokens<'_>) -> bool {
    [
        Mark::In,
        Mark::Since,
        Mark::Until,
        Mark::Of,
        Mark::From,
        Mark::To,
        Mark::DateJoin,
        Mark::Within,
        Mark::Before,
        Mark::After,
        Mark::Between,
    ]
    .into_iter()
    .any(|mark| ends_with_mark(input, mark))
}
