//! Times of day: "alle 14:20", "half past three", "halb sieben", "10pm GMT", "in mattinata".

mod range;

use super::begin::Openings;
use super::input::{Parsed, Tokens, any_mark, dash, digits, glued_char, glued_digits, mark, sense};
use super::input::{ends_with_mark, ends_with_sense};
use super::memo::{once, where_opens};
use super::numeral::{atoms_value, digit_numeral, numeral, skip_hyphen};
use super::unit::helps_a_verb;
use crate::lex::{Case, Token};
use crate::rules::{Ambiguity, Mark, NumeralWord, Sense, TimeUnit};
use crate::value::{ClockSpan, MINUTES_PER_DAY, Number, Reach};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::pair;

pub use range::clock_range;
use range::two_times;

/// How loosely a clock time is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looseness {
    Around,
    JustBefore,
    JustAfter,
}

/// Minutes that "verso le 10", "poco prima delle 10" leave room for; half as many where minutes are told as well.
const AROUND: i32 = 20;
const JUST: i32 = 30;

/// Words that tell to which half of the day an hour belongs.
pub const HALVES: [Mark; 3] = [Mark::Am, Mark::Pm, Mark::AtNight];

/// The first hour on the dial that is an evening's where words say that it is at night.
const FIRST_OF_NIGHT: i32 = 6;

/// What a time of day can begin with.
pub const OPENS_CLOCK: [Openings; 2] = [Openings::CLOCK, Openings::HOUR];

/// A time of day, with the words that loosen it or leave one side of it open, and its zone.
pub fn clock(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    where_opens(input, &OPENS_CLOCK, |input| {
        once(|memo| &memo.clocks, input, |input| alt((one_sided, single)).parse(input))
    })
}

/// "after 3pm", "prima delle 9", "bis 17 Uhr", "since noon"
fn one_sided(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, opener) = any_mark(&[Mark::After, Mark::Before, Mark::Until, Mark::Within, Mark::Since])(input)?;
    // "dopo le 15", where "dopo alcune ore" is no time: the pack says which words only hours follow.
    let cued = mark(Mark::At)(input).is_ok_and(|(after, ())| after == rest);
    // "hasta pasada la una"
    let (rest, loose) = opt(looseness).parse(rest)?;
    let (rest, at) = opt(mark(Mark::At)).parse(rest)?;
    let (rest, time) = told(hour_article(rest), cued || at.is_some() || loose.is_some())?;
    let time = loosened(time, loose);
    let reach = match opener {
        Mark::After => Reach::After,
        Mark::Before => Reach::Before,
        Mark::Since => Reach::Since,
        _ => Reach::Until,
    };
    Ok((rest, end_of_day(time, matches!(reach, Reach::Until | Reach::Before)).reaching(reach)))
}

/// What follows an article before an hour; "una" is the hour itself.
fn hour_article(input: Tokens<'_>) -> Tokens<'_> {
    match mark(Mark::The)(input) {
        Ok((rest, ())) if input.numeral().is_none() => rest,
        _ => input,
    }
}

/// A time without the words before it, and its zone.
fn told(input: Tokens<'_>, cued: bool) -> Parsed<'_, ClockSpan> {
    let (rest, mut time) =
        alt((named_hour, half_to, run_together, |rest| minutes_to_hour(rest, cued), |rest| hour(rest, cued)))
            .parse(input)?;
    let (rest, zone) = opt(zone).parse(rest)?;
    time.zone_offset = zone;
    Ok((rest, time))
}

fn single(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (loose_end, loose) = opt(looseness).parse(input)?;
    let rest = loose_end;
    let (rest, at) = opt(mark(Mark::At)).parse(rest)?;
    let rest = hour_article(rest);
    // "etwa 20" is a figure unless more says that it is a time.
    let hedge =
        input.longest(|sense| matches!(sense, Sense::Hedge(_)).then_some(())).map(|(after, ())| after.position());
    let told_of_hours = mark(Mark::At)(input).is_ok_and(|(after, ())| after == loose_end);
    let sure = loose_end.position() > input.position() && (told_of_hours || hedge != Some(loose_end.position()));
    let cued = at.is_some() || sure;
    let (rest, late_loose) = opt(looseness).parse(rest)?;
    let rest =
        mark(Mark::To)(rest).ok().map(|(rest, ())| rest).filter(|rest| named_hour(*rest).is_ok()).unwrap_or(rest);
    let (rest, time) = told(rest, cued)?;
    Ok((rest, loosened(time, loose.or(late_loose))))
}

fn looseness(input: Tokens<'_>) -> Parsed<'_, Looseness> {
    sense(|sense| match sense {
        Sense::Mark(Mark::Around) => Some(Looseness::Around),
        Sense::Mark(Mark::JustBefore) => Some(Looseness::JustBefore),
        Sense::Mark(Mark::JustAfter) => Some(Looseness::JustAfter),
        _ => None,
    })(input)
}

fn loosened(time: ClockSpan, loose: Option<Looseness>) -> ClockSpan {
    let time = end_of_day(time, loose == Some(Looseness::JustBefore));
    let exactness = if time.from.rem_euclid(60) == 0 { 1 } else { 2 };
    let (around, just) = (AROUND / exactness, JUST / exactness);
    let (from, to) = match loose {
        None => (time.from, time.to),
        Some(Looseness::Around) => (time.from - around, time.to + around),
        // Who says "just after ten" does not deny ten.
        Some(Looseness::JustBefore) => (time.from - just, time.to),
        Some(Looseness::JustAfter) => (time.from, time.to + just),
    };
    ClockSpan { from, to, ..time }
}

/// The midnight that a day ends with, where the words lead up to it: "shortly before midnight on Saturday".
fn end_of_day(time: ClockSpan, leads_up: bool) -> ClockSpan {
    let midnight = leads_up && time.nominal_seconds == Some(0);
    if midnight { ClockSpan { zone_offset: time.zone_offset, ..ClockSpan::at(24, 0, 0) } } else { time }
}

fn zone(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, offset) = sense(|sense| match sense {
        Sense::Zone(minutes) => Some(i32::from(*minutes)),
        _ => None,
    })(input)?;
    // "cet après-midi": a word of the language is no abbreviation.
    let abbreviation = input.first().is_some_and(|token| token.case == Case::Upper);
    let other_word = input.has(|sense| matches!(sense, Sense::Mark(_)));
    if other_word && !abbreviation { input.refuse() } else { Ok((rest, offset)) }
}

/// "mezzogiorno", "midnight"
fn named_hour(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, named) = any_mark(&[Mark::Noon, Mark::Midnight])(input)?;
    let hour = if named == Mark::Noon { 12 } else { 0 };
    let (rest, minutes) = opt(alt((minutes_after, spelled_after_noon))).parse(rest)?;
    let total = (hour * 60 + minutes.unwrap_or(0)).rem_euclid(MINUTES_PER_DAY);
    Ok((rest, ClockSpan::at(total / 60, total % 60, 0)))
}

/// "midi trente": minutes in words right behind.
fn spelled_after_noon(input: Tokens<'_>) -> Parsed<'_, i32> {
    match worded_minutes(input) {
        Some((rest, minutes)) if minutes % 5 == 0 && !input.first().is_some_and(|token| token.glued) => {
            Ok((rest, minutes))
        }
        _ => input.refuse(),
    }
}

/// "halb sieben": half an hour before the hour that is named.
fn half_to(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, ()) = mark(Mark::HalfTo)(input)?;
    let (rest, hour) = hour_number(rest)?;
    let (rest, _) = opt(mark(Mark::Oclock)).parse(rest)?;
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    let time = in_half(ClockSpan::at((hour + 11) % 12, 30, 0), half);
    Ok((rest, if half.is_none() { open_half(time) } else { time }))
}

/// "half past three", "ten to four", "quarter to six", "20 past 4"
fn minutes_to_hour(input: Tokens<'_>, cued: bool) -> Parsed<'_, ClockSpan> {
    // "5 to 6 pm" are two hours.
    if two_times(input).is_ok() {
        return input.refuse();
    }
    let fixed = any_mark(&[Mark::HalfPast, Mark::QuarterPast, Mark::QuarterTo])(input);
    let (rest, minutes, sure) = match fixed {
        Ok((rest, Mark::HalfPast)) => (rest, 30, true),
        Ok((rest, Mark::QuarterPast)) => (rest, 15, true),
        Ok((rest, _)) => (rest, -15, true),
        Err(_) => {
            let (rest, (minutes, sure)) = counted_minutes(input)?;
            (rest, minutes, sure)
        }
    };
    // "fünf nach halb acht"
    let (rest, minutes, hour) = match half_to(rest) {
        Ok((rest, half)) => (rest, minutes + 30, half.from / 60),
        Err(_) => {
            let (rest, hour) = alt((hour_number, named_hour_number)).parse(rest)?;
            (rest, minutes, hour)
        }
    };
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    // "seven to ten people", "from 4 to 22" are ranges of numbers; "it was twenty past seven" is none.
    let been = minutes > 0 && ends_with_mark(input, Mark::Copula);
    let likely = (cued || been) && minutes % 5 == 0;
    if !(sure || likely || half.is_some()) || counts_more(rest, half.is_some()) {
        return input.refuse();
    }
    let total = (hour * 60 + minutes).rem_euclid(MINUTES_PER_DAY);
    Ok((rest, in_half(ClockSpan::at(total / 60, total % 60, 0), half)))
}

fn named_hour_number(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, named) = any_mark(&[Mark::Noon, Mark::Midnight])(input)?;
    Ok((rest, if named == Mark::Noon { 12 } else { 24 }))
}

/// "ten to", "20 minutes past"; whether the unit makes it sure.
fn counted_minutes(input: Tokens<'_>) -> Parsed<'_, (i32, bool)> {
    let (rest, number) = numeral(input)?;
    let (rest, unit) =
        opt(sense(|sense| matches!(sense, Sense::TimeUnit(TimeUnit::Minute)).then_some(()))).parse(rest)?;
    let (rest, direction) = any_mark(&[Mark::MinutesPastWord, Mark::MinutesToWord])(rest)?;
    match i32::try_from(number.value) {
        Ok(minutes) if (1..60).contains(&minutes) => {
            Ok((rest, (if direction == Mark::MinutesToWord { -minutes } else { minutes }, unit.is_some())))
        }
        _ => input.refuse(),
    }
}

/// An hour with minutes, or an hour alone where `cued` or another word says that it is one.
fn hour(input: Tokens<'_>, cued: bool) -> Parsed<'_, ClockSpan> {
    if let Ok(found) = digital(input, cued) {
        return Ok(found);
    }
    let (rest, hour) = hour_number(input)?;
    let length = rest.has(|sense| matches!(sense, Sense::TimeUnit(_)));
    if let Ok(found) = spelled_minutes(rest, hour, cued) {
        return Ok(found);
    }
    let (rest, oclock) = opt(mark(Mark::Oclock)).parse(rest)?;
    // "18 Uhr 30", "14 h 30"
    let minutes = if oclock.is_some() { two_digits(rest).ok().filter(|(_, m)| *m < 60) } else { None };
    let in_digits = minutes.is_some();
    let (rest, minutes) = match minutes.or_else(|| oclock.and_then(|()| worded_minutes(rest))) {
        Some((rest, minutes)) => (rest, Some(minutes)),
        None => opt(minutes_after).parse(rest)?,
    };
    // "era mercoledì, le sette e venti"
    let by_article = minutes.is_some() && ends_with_mark(input, Mark::HourArticle) && !counts_more(rest, false);
    let cued = cued || by_article;
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    // "le 9 della mattinata", but "i primi 8 della serata"
    let led = cued
        || input.before(1).is_none()
        || [Mark::HourArticle, Mark::Copula].into_iter().any(|mark| ends_with_mark(input, mark));
    let (rest, part) = if half.is_none() && led { opt(of_part).parse(rest)? } else { (rest, None) };
    // "14 heures", "deux heures et demie" are as well lengths of time as times of day, "14 heures 30" hardly.
    let named = oclock.is_some() && (in_digits || !length);
    // "at eighteen she left" tells an age where days have two halves of twelve hours.
    let by_itself = minutes.is_some() || oclock.is_some() || half.is_some() || part.is_some();
    if !by_itself && is_plain_article(input) {
        return input.refuse();
    }
    let possible = hour <= 12 || !input.language().style.twelve_hours || minutes.is_some() || zone(rest).is_ok();
    let told = (cued && possible) || named || half.is_some() || part.is_some();
    let lasting = length && half.is_none() && part.is_none() && of_something(rest);
    if !told || lasting || counts_more(rest, by_itself) {
        return input.refuse();
    }
    let time = ClockSpan::at(hour, 0, 0);
    let minutes = minutes.unwrap_or(0);
    let total = (hour * 60 + minutes).rem_euclid(MINUTES_PER_DAY + 60);
    let time = if minutes == 0 { time } else { ClockSpan::at(total / 60, total % 60, 0) };
    let time = in_half(time, half);
    let open = oclock.is_none() && half.is_none() && hour <= 12 && hour > 0;
    let time = if open { open_half(time) } else { time };
    Ok((rest, part.map_or(time, |part| within_part(time, part))))
}

/// "8 de la tarde", "alle 9 della tarda mattinata": the part of the day to which an hour belongs.
fn of_part(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, _) = any_mark(&[Mark::Of, Mark::DateJoin])(input)?;
    let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
    plain_daypart(rest)
}

/// "seven thirty pm", "at five-thirty": minutes in words after an hour in words, which other words make a time.
fn spelled_minutes(input: Tokens<'_>, hour: i32, cued: bool) -> Parsed<'_, ClockSpan> {
    let (rest, minutes) = numeral(skip_hyphen(input))?;
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    let words = input.before(1).is_some_and(|token| token.is_word()) && !minutes.plain_digits;
    match i32::try_from(minutes.value) {
        Ok(minute @ 10..60) if words && minutes.scale.is_none() && hour <= 12 => {
            let time = ClockSpan::at(hour, minute, 0);
            let likely = cued && minute % 5 == 0 && !counts_more(rest, false);
            match half {
                Some(_) => Ok((rest, in_half(time, half))),
                None if likely => Ok((rest, open_half(time))),
                None => input.refuse(),
            }
        }
        _ => input.refuse(),
    }
}

/// "appelle à une grève": the article, where no article of hours stands before it as in "a la una".
fn is_plain_article(input: Tokens<'_>) -> bool {
    mark(Mark::The)(input).is_ok() && input.numeral().is_some() && !ends_with_mark(input, Mark::HourArticle)
}

/// "quatre heures vingt", "sieben Uhr dreißig": minutes in words behind the word for hours.
fn worded_minutes(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let (rest, number) = numeral(input).ok()?;
    let minutes = i32::try_from(number.value).ok().filter(|minutes| (1..60).contains(minutes))?;
    let whole = number.scale.is_none() && number.value.fract() == Number::ZERO && !number.plain_digits;
    (whole && !counts_more(rest, false)).then_some((rest, minutes))
}

/// "après 15 heures de vol": hours of something are a length of time. "a las 15 horas de ayer", "à 14 heures de la
/// place" are none.
fn of_something(rest: Tokens<'_>) -> bool {
    let when = |sense: &Sense| {
        matches!(sense, Sense::Day(_) | Sense::StoryDay(_) | Sense::Weekday(_) | Sense::Month(_) | Sense::DayPart(_))
    };
    let article = mark(Mark::The)(rest.skip(1)).is_ok();
    mark(Mark::Of)(rest).is_ok_and(|(after, ())| {
        !article && after.first().is_some_and(|token| token.is_word() && token.case == Case::Lower) && !after.has(when)
    })
}

/// Whether what follows makes the number a count after all: "alle 15 persone", "alle 20 regioni".
pub(super) fn counts_more(rest: Tokens<'_>, sure: bool) -> bool {
    if sure {
        return false;
    }
    let percent = rest.first().is_some_and(|token| token.is('%'));
    let decimals = pair(glued_char(|c| matches!(c, '.' | ',' | '\'')), glued_digits).parse(rest).is_ok();
    let glued_mark = decimals
        || rest.first().is_some_and(|token| {
            token.glued
                && !token.is_word()
                && !token.is('.')
                && !token.is(',')
                && !token.is(')')
                && !token.is(':')
                && !token.is(';')
        });
    // "at 7 to 10" is a range of numbers; of clock times the whole range is read before.
    let ranged = mark(Mark::And)(rest).is_err()
        && mark(Mark::Range)(rest).is_ok_and(|(after, ())| after.number_word_follows() || digits(after).is_ok());
    let number = ranged || numeral(rest).is_ok();
    // "las dos primeras fuerzas", "das três últimas rodadas"
    let ranked = rest.has(|sense| matches!(sense, Sense::Ordinal(_) | Sense::Mark(Mark::Recent | Mark::LastUnits)))
        && like_a_counted_noun(rest.skip(1));
    glued_mark || percent || number || ranked || like_a_counted_noun(rest)
}

/// Whether a noun follows, or a word that the packs know only as part of a phrase, or not at all.
fn like_a_counted_noun(rest: Tokens<'_>) -> bool {
    let nouns_capitalised = rest.language().style.nouns_capitalised;
    let like_a_noun = |token: &Token| token.is_word() && (token.case != Case::Lower) == nouns_capitalised;
    let unknown = rest.first().is_some_and(like_a_noun) && rest.passage().tags(rest.position()).is_empty();
    unknown || (counted_noun(rest) && !helps_a_verb(rest))
}

/// Whether a noun that the packs know follows; "um 7 los" has none where nouns have capitals.
fn counted_noun(rest: Tokens<'_>) -> bool {
    let noun =
        !(rest.language().style.nouns_capitalised && rest.first().is_some_and(|token| token.case == Case::Lower));
    rest.has(|sense| match sense {
        Sense::Concept(_, class) => noun && *class == crate::rules::WordClass::Noun,
        Sense::Unit(_) | Sense::Currency(_) | Sense::TimeUnit(_) | Sense::Percent | Sense::Month(_) => true,
        // "um drei Zehntel"
        Sense::Denominator(_) => true,
        _ => false,
    })
}

fn plain_hour(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, hour) = hour_number(input)?;
    Ok((rest, open_half(ClockSpan::at(hour, 0, 0))))
}

fn hour_number(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, number) = alt((digit_hour, word_hour)).parse(input)?;
    if (0..=24).contains(&number) { Ok((rest, number)) } else { input.refuse() }
}

fn digit_hour(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, text) = digits(input)?;
    if text.len() > 2 {
        return input.refuse();
    }
    text.parse().map_or_else(|_| input.refuse(), |hour| Ok((rest, hour)))
}

fn word_hour(input: Tokens<'_>) -> Parsed<'_, i32> {
    let (rest, number) = numeral(input)?;
    // "half a dozen"
    let other_word = matches!(number.ambiguity, Some(Ambiguity::Verb | Ambiguity::Indefinite));
    let is_hour = number.scale.is_none() && !number.plain_digits && !other_word;
    // "siete y media": the half belongs to the hour and not to the number.
    if number.value.fract() != Number::ZERO {
        return one_word_hour(input);
    }
    match i32::try_from(number.value) {
        Ok(hour) if is_hour => Ok((rest, hour)),
        _ => input.refuse(),
    }
}

fn one_word_hour(input: Tokens<'_>) -> Parsed<'_, i32> {
    let Some(NumeralWord::Cardinal(atoms)) = input.numeral().map(|tagged| &tagged.word) else { return input.refuse() };
    let whole = atoms_value(input, atoms).filter(|value| value.fract() == Number::ZERO);
    match whole.and_then(|value| i32::try_from(value).ok()) {
        Some(hour) => Ok((input.skip(1), hour)),
        None => input.refuse(),
    }
}

/// "e mezza", "e un quarto", "meno dieci", "e 20"
fn minutes_after(input: Tokens<'_>) -> Parsed<'_, i32> {
    if let Ok((rest, fixed)) =
        any_mark(&[Mark::HalfPast, Mark::QuarterPast, Mark::ThreeQuartersPast, Mark::QuarterTo])(input)
    {
        let minutes = match fixed {
            Mark::HalfPast => 30,
            Mark::QuarterPast => 15,
            Mark::ThreeQuartersPast => 45,
            _ => -15,
        };
        return Ok((rest, minutes));
    }
    let (rest, direction) = any_mark(&[Mark::MinutesPast, Mark::MinutesTo])(input)?;
    let (rest, number) = numeral(rest)?;
    let (rest, unit) =
        opt(sense(|sense| matches!(sense, Sense::TimeUnit(TimeUnit::Minute)).then_some(()))).parse(rest)?;
    // "entre 14h et 16h" names two hours, "alle tre e due auto" counts cars.
    let hour = mark(Mark::Oclock)(rest).is_ok();
    let counts = unit.is_none() && any_mark(&HALVES)(rest).is_err() && counted_noun(rest);
    let whole = !hour && !counts && number.scale.is_none() && number.value.fract() == Number::ZERO;
    match i32::try_from(number.value) {
        Ok(minutes @ 1..60) if whole => Ok((rest, if direction == Mark::MinutesTo { -minutes } else { minutes })),
        _ => input.refuse(),
    }
}

/// "14:20", "3.36", "14h30", "15:30:10", "10.15pm"
fn digital(input: Tokens<'_>, cued: bool) -> Parsed<'_, ClockSpan> {
    let (rest, hour) = digit_hour(input)?;
    let style = &input.language().style;
    let letters = |rest: Tokens<'_>| style.clock_letters.iter().any(|letter| rest.word(0).to_lowercase() == *letter);
    let (rest, minute, separator) = if letters(rest) {
        let (rest, minute) = two_digits(rest.skip(1))?;
        // "2 h 04 min 13 s" is a length of time, "à 14 h 30 min" none.
        if !cued && rest.has(|sense| matches!(sense, Sense::TimeUnit(TimeUnit::Minute))) {
            return input.refuse();
        }
        (rest, minute, 'h')
    } else {
        let (rest, (separator, minute)) =
            pair(glued_char(|c| c == ':' || style.clock.contains(&c)), glued_digits).parse(rest)?;
        if minute.len() != 2 {
            return input.refuse();
        }
        (rest, minute.parse().unwrap_or(99), separator)
    };
    let (rest, second) = opt(pair(glued_char(|c| c == separator && c != '.'), glued_digits)).parse(rest)?;
    let second = second.and_then(|(_, text)| text.parse::<i32>().ok()).unwrap_or(0);
    let more = pair(glued_char(|c| matches!(c, '.' | ',' | ':' | '/')), glued_digits).parse(rest).is_ok();
    let (rest, oclock) = opt(mark(Mark::Oclock)).parse(rest)?;
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    // "il treno delle 7.19"
    let cued = cued || ends_with_mark(input, Mark::HourArticle);
    let told = separator == ':' || separator == 'h' || cued || oclock.is_some() || half.is_some();
    // "2:04:13 Stunden" is a length of time, "18.47 ora italiana" and "at 14:30 hours" are none.
    let length = !cued && rest.has(|sense| *sense == Sense::Mark(Mark::ManyUnits));
    let other = oclock.is_none() && half.is_none() && (length || unit_follows(rest));
    if hour > 24 || minute > 59 || second > 59 || more || !told || other {
        return input.refuse();
    }
    let time = in_half(ClockSpan::at(hour, minute, second), half);
    let open = style.twelve_hours && half.is_none() && (1..=12).contains(&hour) && !input.word(0).starts_with('0');
    Ok((rest, if open { open_half(time) } else { time }))
}

/// "1430 GMT", "1140 a.m.": hour and minutes in one run of digits, which the words after it make a time.
fn run_together(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, text) = digits(input)?;
    let (rest, half) = opt(any_mark(&HALVES)).parse(rest)?;
    // "at 0900"
    let military = text.len() == 4 && text.starts_with('0') && ends_with_mark(input, Mark::At);
    let told = half.is_some() || zone(rest).is_ok() || military;
    let (Some(hour), Some(minute)) =
        (text.get(..text.len().saturating_sub(2)), text.get(text.len().saturating_sub(2)..))
    else {
        return input.refuse();
    };
    match (hour.parse::<i32>(), minute.parse::<i32>()) {
        (Ok(hour), Ok(minute)) if told && matches!(text.len(), 3 | 4) && hour < 24 && minute < 60 => {
            Ok((rest, in_half(ClockSpan::at(hour, minute, 0), half)))
        }
        _ => input.refuse(),
    }
}

fn unit_follows(rest: Tokens<'_>) -> bool {
    rest.first().is_some_and(|token| token.is('%'))
        || (rest.has(|sense| matches!(sense, Sense::Unit(_) | Sense::Currency(_) | Sense::Percent))
            && !helps_a_verb(rest))
        || rest.number_word_follows()
}

fn two_digits(input: Tokens<'_>) -> Parsed<'_, i32> {
    match digit_numeral(input) {
        Ok((rest, _)) if input.word(0).len() == 2 && rest.position() == input.position() + 1 => {
            input.word(0).parse().map_or_else(|_| input.refuse(), |minute| Ok((rest, minute)))
        }
        _ => input.refuse(),
    }
}

fn in_half(time: ClockSpan, half: Option<Mark>) -> ClockSpan {
    let hour = time.from / 60;
    let shift = match half {
        Some(Mark::Pm) if hour < 12 => 12 * 60,
        Some(Mark::Am) if hour == 12 => -12 * 60,
        // The night begins before midnight and ends after it.
        Some(Mark::AtNight) if hour == 12 => -12 * 60,
        Some(Mark::AtNight) if (FIRST_OF_NIGHT..12).contains(&hour) => 12 * 60,
        _ => 0,
    };
    ClockSpan {
        from: time.from + shift,
        to: time.to + shift,
        nominal_seconds: time.nominal_seconds.map(|seconds| seconds + shift * 60),
        ..time
    }
}

/// A clock time of which the part of the day is known: "alle 9 di sera", "tonight at 8".
pub fn within_part(time: ClockSpan, part: ClockSpan) -> ClockSpan {
    let inside = |minute: i32| (part.from..=part.to).contains(&minute);
    // "las 12 de la noche"
    if time.nominal_seconds == Some(12 * 3600) && !inside(time.from) && inside(MINUTES_PER_DAY) {
        return ClockSpan { half_day_open: false, ..in_half(time, Some(Mark::Am)) };
    }
    // "in the early hours of this morning" names one part by another.
    let told = time.nominal_seconds.is_some() || time.half_day_open;
    let later = time.from + MINUTES_PER_DAY / 2;
    let away = |minute: i32| (part.from - minute).max(minute - part.to).max(0);
    // "five-thirty tomorrow evening": the half of the day that is nearer.
    let afternoon = inside(later)
        || (time.half_day_open
            && !inside(time.from + MINUTES_PER_DAY)
            && away(later) < 60
            && away(later) < away(time.from));
    if !told || inside(time.from) || !afternoon {
        return time;
    }
    ClockSpan { half_day_open: false, ..in_half(time, Some(Mark::Pm)) }
}

fn open_half(time: ClockSpan) -> ClockSpan {
    ClockSpan { half_day_open: true, ..time }
}

/// A part of the day: "nella notte", "in the small hours"; the index of its entry in the pack.
pub fn daypart(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    // "après-midi" begins like "après midi": the word itself goes before a preposition and its noun.
    plain_daypart(input).or_else(|_| {
        let (rest, _) = opt(any_mark(&[Mark::In, Mark::At, Mark::Of, Mark::To, Mark::Around])).parse(input)?;
        let (rest, _) = opt(mark(Mark::The)).parse(rest)?;
        plain_daypart(rest)
    })
}

fn weekday_before(input: Tokens<'_>) -> bool {
    input.one_back(1).is_some_and(|at| at.has(|sense| matches!(sense, Sense::Weekday(_) | Sense::Day(_))))
}

fn plain_daypart(input: Tokens<'_>) -> Parsed<'_, ClockSpan> {
    let (rest, at) = sense(|sense| match sense {
        Sense::DayPart(at) => Some(*at),
        _ => None,
    })(input)?;
    // "Ouest Matin": a newspaper.
    let named = input.first().is_some_and(|token| token.case == Case::Capital)
        && input.before(1).is_some_and(|token| token.is_word() && token.case == Case::Capital)
        && !input.language().style.nouns_capitalised
        && !input.language().style.months_capitalised;
    if named && !weekday_before(input) {
        return input.refuse();
    }
    match input.language().dayparts.get(usize::from(at)) {
        Some(part) => Ok((rest, ClockSpan::stretch(part.from, part.to))),
        None => input.refuse(),
    }
}
