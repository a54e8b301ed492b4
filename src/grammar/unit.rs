//! What a figure is of: units, currencies, points of percent, and parts of a unit that are told without one.

use super::clock::counts_more;
use super::figure::{Figure, Form};
use super::input::{Parsed, Tokens, any_mark, digits, ends_with_mark, mark, sense};
use super::numeral::{Numeral, numeral, part_of_one, skip_hyphen};
use crate::lex::{Case, Token, TokenKind, is_apostrophe, is_dash};
use crate::rules::{Mark, MarkSet, NumeralWord, Parts, PointsOf, Sense, TimeUnit, WordClass};
use crate::value::{Dimension, Number, UnitRef};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{pair, preceded};

/// The unit that follows or precedes a figure.
#[allow(missing_docs, reason = "the variants are the kinds that the words name")]
#[derive(Debug, Clone, PartialEq)]
pub enum UnitKind {
    Percent,
    PercentPoints,
    BasisPoints,
    Money(Dimension, UnitRef),
    Physical(Dimension, UnitRef),
    Time(TimeUnit),
}

pub(super) fn currency(input: Tokens<'_>) -> Parsed<'_, (Dimension, UnitRef)> {
    let (rest, at) = sense(|sense| match sense {
        Sense::Currency(at) => Some(*at),
        _ => None,
    })(input)?;
    // "won 3 cups"
    if input.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Verb))) {
        return input.refuse();
    }
    // "a $100 fine" has no Australian dollars.
    let word = input.has(|sense| matches!(sense, Sense::Mark(_)));
    let sign = input.nth(1).filter(|token| word && matches!(token.kind, TokenKind::Mark(_)));
    if sign.is_some_and(|sign| !sign.glued || input.first().is_some_and(|token| token.case == Case::Lower)) {
        return input.refuse();
    }
    let name = input.language().currencies.get(usize::from(at));
    match name.and_then(|name| input.passage().rules.units.currency(name)) {
        Some(currency) => Ok((rest, (currency.dimension.clone(), currency.unit.clone()))),
        None => input.refuse(),
    }
}

pub(super) fn unit_after<'a>(input: Tokens<'a>, figure: &Figure) -> Parsed<'a, UnitKind> {
    let rest = skip_joiner(input);
    // "a 1-in-150-year flood": the years belong to the odds.
    let after_number = input.before(1).is_some_and(|token| token.kind == TokenKind::Digits)
        || input.one_back(1).is_some_and(|at| at.number_word_follows());
    let odds = figure.form == Form::Fraction && rest != input && after_number;
    // "due su tre ha votato": abbreviations follow digits.
    let other_word = input.has(|sense| matches!(sense, Sense::Mark(_)));
    let short = input.word(0).len() <= 2 && other_word && input.has(|sense| matches!(sense, Sense::Unit(_)));
    if odds || (short && !figure.plain_digits) {
        return input.refuse();
    }
    if let Ok(found) = unit_word(rest).or_else(|_| points_of_percent(input, rest, figure)) {
        return Ok(found);
    }
    // "un lungo giorno" counts no days.
    if figure.ambiguity.is_none()
        && let Ok(found) = qualified_unit(rest)
    {
        return Ok(found);
    }
    // "0.5 of a percentage point", "two and a quarter of an hour"
    let in_parts = |value: Number| value < Number::ONE || (value.fract() != Number::ZERO && !figure.plain_digits);
    if figure.form == Form::Plain && !figure.has_scale && figure.nominal.is_some_and(in_parts) {
        return preceded(pair(mark(Mark::Of), opt(mark(Mark::The))), unit_word).parse(input);
    }
    // "300 miliardi di dollari", "mezzo milione di euro", "un centinaio di metri"
    if figure.has_scale || figure.form != Form::Plain || figure.step == Number::ONE_HUNDRED {
        let points = |rest| points_of_percent(input, rest, figure);
        let whole = preceded(opt(mark(Mark::The)), alt((unit_word, points)));
        return if figure.form == Form::Fraction {
            preceded(opt(mark(Mark::Of)), whole).parse(input)
        } else {
            preceded(mark(Mark::Of), unit_word).parse(input)
        };
    }
    input.refuse()
}

/// "two more years", "drei volle Tage": a unit behind a word that leaves its figure as it is.
fn qualified_unit(input: Tokens<'_>) -> Parsed<'_, UnitKind> {
    let quality = input.language().style.unit_qualities.contains(&input.word(0).to_lowercase())
        || input.marks().contains(Mark::Other);
    let spelled_out = input.word(1).chars().count() > 2;
    match unit_word(input.skip(1)) {
        Ok((rest, unit @ (UnitKind::Time(_) | UnitKind::Physical(..)))) if quality && spelled_out => Ok((rest, unit)),
        _ => input.refuse(),
    }
}

/// The hyphen of "40-foot", "5-km", "24-ore", or the apostrophe of "un'ora".
pub(super) fn skip_joiner(input: Tokens<'_>) -> Tokens<'_> {
    let glued = |offset: usize| input.nth(offset).is_some_and(|token| token.glued);
    match input.first().map(|token| token.kind) {
        Some(TokenKind::Mark('-' | '‑' | '\'' | '’'))
            if glued(0) && glued(1) && input.nth(1).is_some_and(|token| token.is_word()) =>
        {
            input.skip(1)
        }
        _ => input,
    }
}

/// "alle 3.42 ha devastato la valle": an abbreviation of a unit that is an auxiliary here, before its verb.
pub(super) fn helps_a_verb(input: Tokens<'_>) -> bool {
    let is_verb = |sense: &Sense| match sense {
        Sense::Concept(_, class) => *class == WordClass::Verb,
        // "ha passato" is no time that has passed.
        Sense::Mark(mark) => matches!(mark, Mark::Says | Mark::Last),
        _ => false,
    };
    let glued = input.first().is_some_and(|token| token.glued);
    let helps = input.marks().contains(Mark::Auxiliary) && input.skip(1).has(is_verb);
    // "ha detto" says as a whole.
    !glued && (helps || input.marks().contains(Mark::Says))
}

/// A unit of any kind.
pub fn unit_word(input: Tokens<'_>) -> Parsed<'_, UnitKind> {
    if helps_a_verb(input) {
        return input.refuse();
    }
    let rules = input.passage().rules;
    let language = input.language();
    let found = input.longest(|sense| match sense {
        Sense::Percent => Some(UnitKind::Percent),
        Sense::PercentPoints => Some(UnitKind::PercentPoints),
        Sense::BasisPoints => Some(UnitKind::BasisPoints),
        Sense::TimeUnit(unit) if !is_rank(input) && !tells_a_source(input) => Some(UnitKind::Time(*unit)),
        Sense::Unit(at) => {
            let (dimension, unit) = rules.units.unit(language.units.get(usize::from(*at))?)?;
            Some(UnitKind::Physical(dimension.clone(), unit.clone()))
        }
        Sense::Currency(at) => {
            let currency = rules.units.currency(language.currencies.get(usize::from(*at))?)?;
            Some(UnitKind::Money(currency.dimension.clone(), currency.unit.clone()))
        }
        _ => None,
    });
    // "6 miliardi l'anno": a letter before an apostrophe is no unit.
    let elided = input.word(0).len() <= 2
        && input
            .nth(1)
            .is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if is_apostrophe(c)))
        && input.nth(2).is_some_and(|token| token.glued && token.is_word());
    let percent_sign =
        input.first().is_some_and(|token| token.is('%')) || input.first().is_some_and(|token| token.is('٪'));
    // "12C" is a temperature, "12 C", "12c" and "14.7C/" are none.
    let lone_letter = input.word(0).len() == 1 && input.first().is_some_and(Token::is_word);
    let sure = input.first().is_some_and(|token| token.glued && token.case != Case::Lower)
        && !input.nth(1).is_some_and(|next| next.is('/'));
    let found = found.filter(|(_, unit)| sure || !(lone_letter && unit.is_temperature()));
    // The figure of "m2" belongs to the unit.
    let names_something = |rest: &Tokens<'_>, unit: &UnitKind| *rest == input.skip(1) && names_something(input, unit);
    let found = found.filter(|(rest, unit)| !(lone_letter && names_something(rest, unit)));
    match found {
        _ if percent_sign => Ok((input.skip(1), UnitKind::Percent)),
        // "0,25 point" is one of percent, "14 points" are of a game.
        None if language.points_after_decimals
            && after_decimals(input)
            && input.has(|sense| *sense == Sense::Points) =>
        {
            Ok((input.skip(1), UnitKind::PercentPoints))
        }
        Some(found) if !elided => Ok(found),
        _ => input.refuse(),
    }
}

/// "5G", "un G7": a letter that is no unit as it is written, or has a figure of its own.
fn names_something(input: Tokens<'_>, unit: &UnitKind) -> bool {
    let written_small = |symbol: &str| symbol != input.word(0) && symbol.eq_ignore_ascii_case(input.word(0));
    let glued = input.first().is_some_and(|token| token.glued);
    let otherwise = glued && matches!(unit, UnitKind::Physical(_, unit) if written_small(&unit.id));
    otherwise || input.nth(1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
}

/// "650 secondo la questura": the singular of a unit that means "according to" as well, behind more than one.
fn tells_a_source(input: Tokens<'_>) -> bool {
    let source = mark(Mark::AccordingTo)(input).is_ok();
    let digits = input.one_back(1).filter(|_| source);
    digits.is_some_and(|at| at.first().is_some_and(|token| token.kind == TokenKind::Digits) && at.word(0) != "1")
        || (source && input.one_back(1).is_some_and(|at| at.number_word_follows()))
}

/// "otto punti di vantaggio", "half a point": points that are of percent, by what the sentence tells of.
fn points_of_percent<'a>(input: Tokens<'a>, rest: Tokens<'a>, figure: &Figure) -> Parsed<'a, UnitKind> {
    /// More of them nobody gains or loses.
    const MOST: Number = Number::from_parts(60, 0, 0, false, 0);
    let (after, ()) = sense(|sense| (*sense == Sense::Points).then_some(()))(rest)?;
    let amount = figure.nominal.or(figure.ends.map(|(_, last)| last));
    // "the ten-point plan", but "a quarter-point rise"
    let part = figure.form == Form::Fraction;
    let joined = rest != input && !part;
    let few = amount.is_some_and(|value| value <= MOST) && figure.ambiguity.is_none();
    // "points de vente", "punti vendita"
    let thing = rest.has_longer(after, |sense| matches!(sense, Sense::Concept(..)))
        || (input.language().inflection.head_first() && noun_follows(after));
    let finely = input.language().points_after_decimals && amount.is_some_and(|value| value.fract() != Number::ZERO);
    if few && !joined && !thing && (finely || (part && rest != input) || to_a_share(after) || tells_of_shares(input)) {
        Ok((after, UnitKind::PercentPoints))
    } else {
        input.refuse()
    }
}

/// "fell five points to 38%": points that lead to a share.
fn to_a_share(input: Tokens<'_>) -> bool {
    let share = |(rest, _)| numeral(rest).is_ok_and(|(rest, _)| matches!(unit_word(rest), Ok((_, UnitKind::Percent))));
    let joined = input.first().filter(|token| token.is(',')).map_or(input, |_| input.skip(1));
    any_mark(&[Mark::To, Mark::At, Mark::In])(joined).is_ok_and(share)
}

/// Whether a noun follows and no function word.
pub(super) fn noun_follows(rest: Tokens<'_>) -> bool {
    rest.marks() == MarkSet::default() && rest.has(|sense| matches!(sense, Sense::Concept(_, WordClass::Noun)))
}

/// Whether the sentence, or the article around it, tells of votes, rates or other shares of a hundred, and the sentence
/// not of a match, a plan or an index.
pub(super) fn tells_of_shares(input: Tokens<'_>) -> bool {
    let passage = input.passage();
    let (units, lexicon) = (&passage.rules.units, &passage.rules.lexicon);
    let mut shares = passage.tells_of_shares;
    for tag in input.memo().range().flat_map(|at| passage.tags(at)) {
        if let Sense::Concept(id, _) = tag.sense {
            match units.tells_points(id, lexicon) {
                Some(PointsOf::Percent) => shares = true,
                Some(PointsOf::Others) => return false,
                None => {}
            }
        }
    }
    shares
}

/// Whether decimals in digits stand right before the input.
fn after_decimals(input: Tokens<'_>) -> bool {
    let digits = |back: usize| input.before(back).is_some_and(|token| token.kind == TokenKind::Digits);
    let decimal = input.language().style.decimal;
    // "7 213,40 points" are of an index.
    let few = input.before(3).is_some_and(|token| token.span.end - token.span.start <= 2);
    digits(1) && digits(3) && few && input.before(2).is_some_and(|token| token.glued && token.is(decimal))
}

/// "un secondo mandato", "twenty-second": the singular of a unit that is an ordinal as well, where it ranks something.
fn is_rank(input: Tokens<'_>) -> bool {
    let ordinal = input.has(|sense| matches!(sense, Sense::Ordinal(_)))
        && !input.has(|sense| *sense == Sense::Mark(Mark::ManyUnits));
    let after_digits = input.before(1).is_some_and(|token| token.kind == TokenKind::Digits)
        || input.before(2).is_some_and(|token| token.kind == TokenKind::Digits);
    let next = input.skip(1);
    let ends = next.first().is_none_or(|token| !token.is_word())
        || next.has(|sense| matches!(sense, Sense::Mark(Mark::LaterAfter | Mark::EarlierAfter | Mark::AgoAfter)));
    let unit = ends && (ends_with_mark(input, Mark::The) || ends_with_mark(input, Mark::Of));
    ordinal && !after_digits && !unit
}

/// "e mezzo", "e tre mesi", "40 minuti" after a first unit of time or length.
pub(super) fn joined_parts<'a>(rest: Tokens<'a>, unit: &UnitKind, whole: Figure) -> (Tokens<'a>, Figure) {
    let Some(nominal) = whole.nominal else { return (rest, whole) };
    let (after_and, _) = match opt(mark(Mark::And)).parse(rest) {
        Ok(found) => found,
        Err(_) => return (rest, whole),
    };
    let joined = after_and != rest;
    let after_article = mark(Mark::The)(after_and).map_or(after_and, |(rest, ())| rest);
    if joined && let Some(half) = half_word(after_article) {
        let figure = whole.with_nominal(nominal + Number::new(5, 1), Number::new(1, 1));
        return (half, figure);
    }
    if let Some((after, share)) = quarters(rest, after_and, unit).filter(|_| whole.step == Number::ONE) {
        return (after, whole.with_nominal(nominal + share, Number::new(25, 2)));
    }
    if !joined && let Some((after, cents)) = bare_cents(rest, unit).filter(|_| whole.step == Number::ONE) {
        return (after, whole.with_nominal(nominal + cents, Number::new(1, 2)));
    }
    let parts = if whole.step <= Number::ONE { smaller_units(rest, unit) } else { None };
    match parts {
        Some((after, added, step)) => (after, whole.with_nominal(nominal + added, step)),
        None => match bare_part(skip_hyphen(after_and), unit, &whole) {
            Some((after, part, step)) => (after, whole.with_nominal(nominal + part, step)),
            None => (rest, whole),
        },
    }
}

/// "e 40 minuti", ", 2 months, 14 days and 16 hours", "10in": ever smaller units behind a whole one, with the share of it
/// that they add, and that the last written place of them is.
fn smaller_units<'a>(rest: Tokens<'a>, whole: &UnitKind) -> Option<(Tokens<'a>, Number, Number)> {
    let (mut at, mut added, mut step) = (rest, Number::ZERO, Number::ONE);
    let mut last = Number::ONE;
    while let Some((after, number, (part, of))) = next_part(at, whole) {
        // Multiplied first: 30 of 60 minutes are half an hour, and no digit less.
        let share = |count: Number| count * part / of;
        if part >= of || share(Number::ONE) >= last || share(number.value) >= last {
            break;
        }
        (at, added, step, last) = (after, added + share(number.value), share(number.step), share(Number::ONE));
    }
    (at != rest).then_some((at, added, step))
}

/// A figure in a smaller unit, with what one of it is a part of in the whole unit.
fn next_part<'a>(rest: Tokens<'a>, whole: &UnitKind) -> Option<(Tokens<'a>, Numeral, (Number, Number))> {
    let comma = rest.first().is_some_and(|token| token.glued && token.is(','));
    let rest = if comma { rest.skip(1) } else { rest };
    let (rest, _) = opt(mark(Mark::And)).parse(skip_hyphen(rest)).ok()?;
    let (rest, number) = numeral(rest).ok()?;
    let (after, smaller) = unit_word(skip_joiner(rest)).ok().or_else(|| symbol(rest))?;
    let share = smaller.share_of(whole)?;
    // "12 km, 300 m" are two of a list.
    let listed = comma && rest.word(0).len() <= 2 && !matches!(whole, UnitKind::Time(_));
    (number.scale.is_none() && !listed).then_some((after, number, share))
}

/// A unit by its symbol right behind digits: "10in".
fn symbol(input: Tokens<'_>) -> Option<(Tokens<'_>, UnitKind)> {
    let glued = input.first().is_some_and(|token| token.glued && token.is_word());
    let (dimension, unit) = input.passage().rules.units.by_symbol(input.word(0)).filter(|_| glued)?;
    Some((input.skip(1), UnitKind::Physical(dimension.clone(), unit.clone())))
}

/// "un'ora e un quarto", "una hora y cuarto", "two miles and three quarters": fourths behind a whole unit.
pub(super) fn quarters<'a>(rest: Tokens<'a>, after_and: Tokens<'a>, unit: &UnitKind) -> Option<(Tokens<'a>, Number)> {
    let whole = matches!(unit, UnitKind::Time(_) | UnitKind::Physical(..));
    let of_hour = any_mark(&[Mark::QuarterPast, Mark::ThreeQuartersPast])(rest).ok();
    if let Some((after, mark)) = of_hour.filter(|_| matches!(unit, UnitKind::Time(TimeUnit::Hour))) {
        return Some((after, Number::new(if mark == Mark::QuarterPast { 25 } else { 75 }, 2)));
    }
    let joined = after_and != rest && whole;
    part_of_one(after_and).filter(|(_, share)| joined && (*share * Number::from(4)).fract() == Number::ZERO)
}

/// "un metro e ottanta", "six foot two", "zwei Euro fünfzig": a bare figure that counts the parts of the unit before
/// it, with the share of the whole that it adds, and that one part is.
fn bare_part<'a>(input: Tokens<'a>, unit: &UnitKind, whole: &Figure) -> Option<(Tokens<'a>, Number, Number)> {
    /// From it on a figure behind "and" is one more of the same: "duecento euro e cinquanta".
    const MANY: Number = Number::ONE_HUNDRED;
    let parts = match unit {
        UnitKind::Time(TimeUnit::Hour | TimeUnit::Minute) => Parts { whole: 60, least: 1 },
        // "9 s 98"
        UnitKind::Time(TimeUnit::Second) if !ends_with_mark(input, Mark::And) => Parts { whole: 100, least: 10 },
        UnitKind::Money(_, unit) if unit.factor == Number::ONE => Parts { whole: 100, least: 10 },
        UnitKind::Physical(_, unit) => input.passage().rules.units.parts(&unit.id)?,
        _ => return None,
    };
    let (rest, number) = numeral(input).ok()?;
    let few = whole.step == Number::ONE && whole.nominal.is_some_and(|value| value < MANY);
    let alike = whole.plain_digits == number.plain_digits && number.scale.is_none() && number.ambiguity.is_none();
    let fits = number.value.fract() == Number::ZERO
        && number.value >= Number::from(parts.least)
        && number.value < Number::from(parts.whole);
    // "it cost two dollars and forty were sold"
    let subject = ends_with_mark(input, Mark::And)
        && (rest.marks().contains(Mark::Copula) || rest.marks().contains(Mark::Auxiliary));
    // "a 6-foot-4 guard"
    let hyphenated =
        input.before(1).is_some_and(|token| token.glued && matches!(token.kind, TokenKind::Mark(c) if is_dash(c)));
    let of_whole = |count: Number| count / Number::from(parts.whole);
    (few && alike && fits && !subject && (hyphenated || !counts_more(rest, false))).then_some((
        rest,
        of_whole(number.value),
        of_whole(Number::ONE),
    ))
}

/// "15 euros 50": two digits after an amount of money that count nothing else.
fn bare_cents<'a>(input: Tokens<'a>, unit: &UnitKind) -> Option<(Tokens<'a>, Number)> {
    let (rest, text) = digits(input).ok().filter(|(_, text)| text.len() == 2 && matches!(unit, UnitKind::Money(..)))?;
    let counts = rest.first().is_some_and(|next| {
        next.is_word()
            || next.kind == TokenKind::Digits
            || (next.glued && !matches!(next.kind, TokenKind::Mark(',' | '.' | ';' | ')')))
    });
    let nouns_capitalised = input.language().style.nouns_capitalised;
    let after_word =
        input.before(1).is_some_and(|token| token.is_word() && (nouns_capitalised || token.case == Case::Lower));
    let cents: Number = text.parse().ok()?;
    (after_word && !counts).then_some((rest, cents / Number::ONE_HUNDRED))
}

pub(super) fn half_word(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let NumeralWord::Cardinal(atoms) = &input.numeral()?.word else { return None };
    matches!(atoms.as_slice(), [crate::rules::Atom::Half]).then(|| input.skip(1))
}

impl UnitKind {
    /// Whether values below zero are usual: temperatures, growth, results.
    pub(super) fn can_be_negative(&self) -> bool {
        match self {
            Self::Percent | Self::PercentPoints | Self::BasisPoints | Self::Money(..) => true,
            _ => self.is_temperature(),
        }
    }

    pub(super) fn is_temperature(&self) -> bool {
        matches!(self, Self::Physical(Dimension::Physical(name), _) if matches!(name.as_ref(), "temperature" | "degree"))
    }

    /// How much of `whole` one of this smaller unit is, as a part and what it is a part of.
    fn share_of(&self, whole: &Self) -> Option<(Number, Number)> {
        match (self, whole) {
            (Self::Time(TimeUnit::Month), Self::Time(TimeUnit::Year)) => Some((Number::ONE, Number::from(12))),
            // "15 dollari e 15 centesimi": a hundredth belongs to whatever money stands before it.
            (Self::Money(_, part), Self::Money(_, whole))
                if part.factor == Number::new(1, 2) && whole.factor == Number::ONE =>
            {
                Some((part.factor, whole.factor))
            }
            (Self::Time(part), Self::Time(whole)) if part < whole => {
                Some((part.seconds().into(), whole.seconds().into()))
            }
            (Self::Physical(a, part), Self::Physical(b, whole)) if a == b && part.factor < whole.factor => {
                Some((part.factor, whole.factor))
            }
            // "15 Dollar und 20 Cent": a cent is one of whatever currency stands before it.
            (Self::Money(_, part), Self::Money(_, whole)) if part.factor < whole.factor => {
                Some((part.factor, whole.factor))
            }
            _ => None,
        }
    }
}
