//! Parts and fractions of longer times: "fine 2025", "terzo trimestre", "anni Novanta".

use super::*;

/// "all'inizio di ottobre", "fine 2025", "nei primi tre mesi del 2025"
pub(super) fn part_of(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "el fin de semana" is no end of a week.
    if matches!(time_unit(input), Ok((_, TimeUnit::Weekend))) {
        return input.refuse();
    }
    alt((
        |input| part_with(input, named_part),
        |input| part_with(input, counted_part),
        |input| part_with(input, counted_before_part),
    ))
    .parse(input)
}

/// A part told by `read`, and the whole that it is of.
fn part_with<'a>(input: Tokens<'a>, read: impl Fn(Tokens<'a>) -> Parsed<'a, Part>) -> Parsed<'a, DateExpr> {
    let (rest, part) = read(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    // "in her late thirties"
    if ends_with_mark(input, Mark::Possessive) && decade(rest).is_ok() {
        return input.refuse();
    }
    // "will end in March" is no end of March.
    if rest.marks().contains(Mark::In) && !rest.marks().contains(Mark::Of) && !rest.marks().contains(Mark::The) {
        return input.refuse();
    }
    let (joined, _) = opt(any_mark(&[Mark::DateJoin, Mark::Of])).parse(rest)?;
    // "der ersten Hälfte des Jahres": the unit stands in the phrase that joins years as well.
    let (rest, whole) = whole_time(joined).or_else(|_| preceded(mark(Mark::Of), whole_time).parse(rest))?;
    Ok((rest, DateExpr::Part(part, Box::new(whole))))
}

/// A longer time that has parts.
fn whole_time(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, _) = opt(mark(Mark::The)).parse(input)?;
    alt((
        month_year,
        relative_unit,
        season,
        fraction_of_year,
        plain_year,
        decade,
        century,
        this_unit,
        relative_day,
        weekday_expr,
    ))
    .parse(rest)
}

pub(super) fn plain_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, _) = opt(mark(Mark::YearBefore)).parse(input)?;
    let (rest, year) = match spelled_year(rest) {
        // "between one and two thousand" are numbers.
        Ok((rest, year)) if year % 100 != 0 => (rest, year),
        _ => year(rest)?,
    };
    Ok((rest, DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() })))
}

/// "fine mese", "inizio anno": of the one that holds the day of writing.
pub(super) fn this_unit(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, unit) = time_unit(input)?;
    if unit < TimeUnit::Week { input.refuse() } else { Ok((rest, DateExpr::Unit(unit, 0))) }
}

/// "year-end", "zum Jahresende 2025", "Monatsmitte"
pub(super) fn part_of_unit(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, (part, unit)) = sense(|sense| match sense {
        Sense::PartOfUnit(part, unit) => Some((part_of_mark(*part), *unit)),
        _ => None,
    })(input)?;
    let of_year = |rest| preceded(opt(any_mark(&[Mark::DateJoin, Mark::Of])), plain_year).parse(rest);
    match of_year(rest).ok().filter(|_| unit == TimeUnit::Year) {
        Some((after, year)) if !joined_to_figures(rest, after) => Ok((after, DateExpr::Part(part, Box::new(year)))),
        _ => Ok((rest, DateExpr::Part(part, Box::new(DateExpr::Unit(unit, 0))))),
    }
}

pub fn named_part(input: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, found) = any_mark(&[Mark::Start, Mark::Middle, Mark::End, Mark::EarlierIn, Mark::LaterIn])(input)?;
    Ok((rest, part_of_mark(found)))
}

fn part_of_mark(mark: Mark) -> Part {
    match mark {
        Mark::Start => Part::Start,
        Mark::Middle => Part::Middle,
        Mark::EarlierIn => Part::SoFar,
        Mark::LaterIn => Part::Rest,
        _ => Part::End,
    }
}

pub(super) fn counted_part(input: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, found) = any_mark(&[Mark::FirstUnits, Mark::LastUnits])(input)?;
    let (rest, figure) = opt(figure).parse(rest)?;
    let one = (figure.is_none() && !is_many(rest)).then_some(1);
    let (rest, unit) = time_unit(rest)?;
    if one.is_some() && unit == TimeUnit::Week {
        return input.refuse();
    }
    let amount = figure.as_ref().and_then(whole_amount).and_then(|value| i64::try_from(value).ok()).or(one);
    Ok((rest, if found == Mark::FirstUnits { Part::First(unit, amount) } else { Part::Last(unit, amount) }))
}

/// "les trois premiers mois", "los dos últimos días": how many stand before the word for which.
fn counted_before_part(input: Tokens<'_>) -> Parsed<'_, Part> {
    let (rest, figure) = figure(input)?;
    let (rest, found) = any_mark(&[Mark::FirstUnits, Mark::LastUnits])(rest)?;
    let (rest, unit) = time_unit(rest)?;
    match whole_amount(&figure).and_then(|value| i64::try_from(value).ok()) {
        Some(amount) if found == Mark::FirstUnits => Ok((rest, Part::First(unit, Some(amount)))),
        Some(amount) => Ok((rest, Part::Last(unit, Some(amount)))),
        None => input.refuse(),
    }
}

/// "terzo trimestre 2025", "primo semestre", "Q3 2025"
pub(super) fn fraction_of_year(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if let Ok(found) = year_and_letter(input) {
        return Ok(found);
    }
    let (rest, rank, unit, by_letter) = match lettered(input) {
        Ok((rest, (rank, unit))) => (rest, rank, unit, true),
        Err(_) => {
            let (rest, rank) = alt((ordinal_rank, roman)).parse(input)?;
            let (rest, unit) = time_unit(rest)?;
            (rest, rank, unit, false)
        }
    };
    let fits = match unit {
        TimeUnit::Quarter => rank <= 4,
        TimeUnit::HalfYear => rank <= 2,
        _ => false,
    };
    if !fits {
        return input.refuse();
    }
    let of = |input| {
        preceded(
            opt(alt((any_mark(&[Mark::DateJoin, Mark::Of]).map(|_| ()), dash))),
            preceded(opt(mark(Mark::The)), alt((plain_year, relative_unit))),
        )
        .parse(input)
    };
    let (rest, year) = opt(of).parse(rest)?;
    // "q3 2019", "in Q3", but "q3" may name anything.
    let capital = input.first().is_some_and(|token| token.case != Case::Lower);
    if by_letter && year.is_none() && !(capital && preceded_by_time_word(input)) {
        return input.refuse();
    }
    Ok((rest, DateExpr::Fraction(unit, rank, year.map(Box::new))))
}

/// "2019 H2", "2018-Q4"
fn year_and_letter(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, year) = year_before_dash(input)?;
    let (rest, _) = opt(dash).parse(rest)?;
    let (rest, (rank, unit)) = lettered(rest)?;
    let year = DateExpr::Partial(PartialDate { year: Some(year), ..PartialDate::default() });
    Ok((rest, DateExpr::Fraction(unit, rank, Some(Box::new(year)))))
}

/// "Q3", "H1": a letter of the pack and one digit.
fn lettered(input: Tokens<'_>) -> Parsed<'_, (u32, TimeUnit)> {
    let (rest, letter) = any_mark(&[Mark::QuarterLetter, Mark::HalfLetter])(input)?;
    let (rest, text) = glued_digits(rest)?;
    let unit = if letter == Mark::QuarterLetter { TimeUnit::Quarter } else { TimeUnit::HalfYear };
    match text.parse::<u32>() {
        Ok(rank) if text.len() == 1 => Ok((rest, (rank, unit))),
        _ => input.refuse(),
    }
}

pub fn ordinal_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    alt((rank_in_words, digit_rank)).parse(input)
}

pub(super) fn season(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, before) = opt(direction).parse(input)?;
    let named = is_part_of_name(rest);
    let (rest, season) = sense(|sense| match sense {
        Sense::Season(at) => Some(*at),
        _ => None,
    })(rest)?;
    let capital = rest.before(1).is_some_and(|token| token.case == Case::Capital) && input.before(1).is_some();
    let (rest, year) = opt(year_after).parse(rest)?;
    let (rest, after) = if before.is_none() && year.is_none() { opt(direction).parse(rest)? } else { (rest, None) };
    let said = before.or(after);
    // "ont été blessés", "a fall of 5 percent", "the fall in prices": a word that is something else as well tells a time
    // after a word for times only, or after an article that is no number and where nothing follows that belongs to it.
    let belongs = any_mark(&[Mark::Of, Mark::In])(rest).is_ok();
    let one = input.one_back(1).is_some_and(|at| at.numeral().is_some());
    let article = ends_with_mark(input, Mark::The) && !one && !belongs;
    let preposition = TIME_CUES.into_iter().any(|mark| mark != Mark::The && ends_with_mark(input, mark));
    let cued = said.is_some() || year.is_some() || article || preposition;
    // "nella Primavera", a team's name: seasons have no capital inside a sentence.
    let style = &input.language().style;
    let odd_capital = capital && !style.nouns_capitalised && !style.months_capitalised;
    if ((named || odd_capital) && year.is_none()) || (!cued && input.has(is_other_word)) {
        return input.refuse();
    }
    let offset = said.and_then(|said| match said {
        Direction::LastButOne => Some(-2),
        Direction::Last => Some(-1),
        Direction::This => Some(0),
        Direction::Next => Some(1),
        Direction::NextButOne => Some(2),
        Direction::Plain | Direction::Preceding | Direction::Following => None,
    });
    Ok((rest, DateExpr::Season(season, year, offset)))
}

/// Words after which a season is a time.
pub(super) const TIME_CUES: [Mark; 7] =
    [Mark::The, Mark::In, Mark::Since, Mark::Until, Mark::Before, Mark::After, Mark::Within];

pub(super) fn feast(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let (rest, feast) = sense(|sense| match sense {
        Sense::Feast(at) => Some(*at),
        _ => None,
    })(input)?;
    let lower =
        (0..rest.position() - input.position()).all(|at| input.nth(at).is_some_and(|token| token.case == Case::Lower));
    let one_word = rest.position() == input.position() + 1;
    let (rest, year) = opt(year_after).parse(rest)?;
    // "natale 2014" is a date in any spelling.
    // "a natale", "on halloween", but "città natale"
    let cued = TIME_CUES
        .into_iter()
        .chain([Mark::At, Mark::To, Mark::On, Mark::Last, Mark::Next])
        .any(|mark| mark != Mark::The && ends_with_mark(input, mark));
    let alone = input.before(1).is_none() && rest.first().is_none();
    if lower && one_word && year.is_none() && !cued && !alone && input.language().style.feasts_capitalised {
        return input.refuse();
    }
    Ok((rest, DateExpr::Feast(feast, year)))
}

/// "anni Novanta", "gli anni '90", "the 1990s"
pub(super) fn decade(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    // "in his 20s" tells an age.
    if ends_with_mark(input, Mark::Possessive) {
        return input.refuse();
    }
    if let Ok((rest, ())) = mark(Mark::DecadeBefore)(input) {
        let quote = rest.first().is_some_and(|token| matches!(token.kind, TokenKind::Mark('\'' | '’' | '‘')));
        let rest = if quote { rest.skip(1) } else { rest };
        let (rest, number) = numeral(rest)?;
        return match i16::try_from(number.value) {
            Ok(value) if value % 10 == 0 && ((20..100).contains(&value) || (1000..2100).contains(&value)) => {
                Ok((rest, DateExpr::Decade(value)))
            }
            _ => input.refuse(),
        };
    }
    if let Ok(found) = decade_word(input) {
        return Ok(found);
    }
    let (rest, text) = digits(input)?;
    let (rest, ()) = mark(Mark::DecadeAfter)(rest)?;
    match text.parse::<i16>() {
        Ok(value) if value % 10 == 0 && matches!(text.len(), 2 | 4) => Ok((rest, DateExpr::Decade(value))),
        _ => input.refuse(),
    }
}

/// "the seventies", "the nineteen seventies"
fn decade_word(input: Tokens<'_>) -> Parsed<'_, DateExpr> {
    let word = sense(|sense| match sense {
        Sense::Decade(first) => Some(*first),
        _ => None,
    });
    // "in her seventies" tells an age.
    if let Ok((rest, first)) = word(input) {
        let named = [Mark::The, Mark::Of, Mark::Start, Mark::Middle, Mark::End]
            .into_iter()
            .any(|mark| ends_with_mark(input, mark));
        return if named { Ok((rest, DateExpr::Decade(first))) } else { input.refuse() };
    }
    let (rest, century) = numeral(input)?;
    let (rest, first) = word(skip_hyphen(rest))?;
    match i16::try_from(century.value) {
        Ok(hundreds @ 10..=20) if first < 100 && !century.plain_digits => {
            Ok((rest, DateExpr::Decade(hundreds * 100 + first)))
        }
        _ => input.refuse(),
    }
}

pub(super) fn digit_rank(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, text) = digits(input)?;
    let after = ordinal_mark(rest);
    match text.parse() {
        Ok(rank) if after != rest => Ok((after, rank)),
        _ => input.refuse(),
    }
}
