//! One article against itself: claims made by hand and tied by hand, so that each check is seen by itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "common/claims.rs"]
mod claims;

use claimdiff::claim::{Answer, ArticleClaims, Claim, Implication, Implied, Scope, Subject, Term, Tie};
use claimdiff::compare::alone;
use claimdiff::finding::Finding;
use claimdiff::rules::Mark;
use claimdiff::source::BlockKind;
use claimdiff::value::{DateSpan, Dimension, Granularity, PartialDate};
use claims::{RULES, article, between, claim, concept, count, days, evidence, measure, money, on, quantity, stem};
use jiff::civil::{Date, Weekday, date};
use std::sync::Arc;

/// A value with its figure as it stands in the text and what is counted.
fn told(answer: Answer, number: &str, counted: Option<Term>) -> Claim {
    let mut claim = claim("a", answer, Subject { counted, ..Subject::default() });
    claim.evidence = vec![evidence(number, "the sentence", BlockKind::Body)];
    claim
}

/// Mentions of an article with ties between them.
fn tied(mentions: Vec<Claim>, ties: Vec<Tie>) -> Vec<String> {
    let info = Arc::new(article("a"));
    let mentions = mentions.into_iter().map(Arc::new).collect();
    messages(&alone(&ArticleClaims { info, claims: Vec::new(), mentions, sides: Vec::new(), ties }, &RULES))
}

fn messages(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.check, finding.message)).collect()
}

#[test]
fn weekdays_are_those_of_the_calendar() {
    let weekdays = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let written = |weekday: Option<Weekday>, day: Option<i8>| PartialDate { weekday, day, ..PartialDate::default() };
    let found = |day: Date, written: PartialDate| {
        let span = DateSpan { written, ..DateSpan::day(day) };
        tied(vec![told(Answer::Date(span, None), "x", None)], Vec::new())
    };
    for (at, weekday) in weekdays.into_iter().enumerate() {
        let day = date(2026, 3, 9 + i8::try_from(at).unwrap());
        let wrong = weekdays[(at + 1) % 7];
        assert_eq!(found(day, written(Some(weekday), Some(1))), [] as [String; 0]);
        let names = [weekday, wrong].map(|day| format!("{day:?}"));
        let expected = format!("weekday-date: {day} is a {}, not a {}", names[0], names[1]);
        assert_eq!(found(day, written(Some(wrong), Some(1))), [expected]);
        // "Friday" alone names no other day than the one that it was counted to.
        assert_eq!(found(day, written(Some(wrong), None)), [] as [String; 0]);
        assert_eq!(found(day, written(None, Some(1))), [] as [String; 0]);
    }
    let month = DateSpan { written: written(Some(Weekday::Friday), Some(1)), ..DateSpan::month(2026, 3).unwrap() };
    assert_eq!(tied(vec![told(Answer::Date(month, None), "x", None)], Vec::new()), [] as [String; 0]);
}

#[test]
fn a_day_with_its_year_is_surer() {
    let sure = |year: Option<i16>| {
        let written = PartialDate { weekday: Some(Weekday::Friday), day: Some(9), year, month: Some(3) };
        let span = DateSpan { written, ..DateSpan::day(date(2026, 3, 9)) };
        let mentions = vec![Arc::new(told(Answer::Date(span, None), "x", None))];
        let info = Arc::new(article("a"));
        let of = ArticleClaims { info, claims: Vec::new(), mentions, sides: Vec::new(), ties: Vec::new() };
        alone(&of, &RULES)[0].confidence
    };
    assert!(sure(Some(2026)) > sure(None));
}

fn parts(total: i64, of: &[i64], complete: bool, closed: bool) -> Vec<String> {
    let workers = || Some(concept("person.worker"));
    let figures = std::iter::once(&total).chain(of);
    let mentions = figures.map(|value| told(count(*value), &value.to_string(), workers())).collect();
    tied(mentions, vec![Tie::Parts { total: 0, parts: (1..=of.len()).collect(), complete, closed }])
}

#[test]
fn parts_make_their_total() {
    let none: [&str; 0] = [];
    assert_eq!(parts(9, &[6, 3], true, true), none);
    assert_eq!(parts(9, &[6, 4], true, true), ["sum: 6 + 4 = 10, not 9"]);
    assert_eq!(parts(9, &[6, 4], false, false), ["sum: 6 + 4 = 10, not 9"]);
    assert_eq!(parts(9, &[6, 2], true, false), ["sum: 6 + 2 = 8, not 9"]);
    assert_eq!(parts(9, &[6, 2], false, true), none, "they need not be all");
    // A closed list of three that lacks a twentieth at most has a slip.
    assert_eq!(parts(100, &[50, 30, 15], false, true), ["sum: 50 + 30 + 15 = 95, not 100"]);
    assert_eq!(parts(100, &[50, 30, 14], false, true), none);
    assert_eq!(parts(100, &[50, 30, 15], false, false), none);
    assert_eq!(parts(100, &[50, 45], false, true), none);
}

#[test]
fn parts_are_of_the_kind_of_the_total() {
    let found = |part: Option<Term>, total: Option<Term>| {
        let mentions = vec![told(count(9), "9", total), told(count(6), "6", part.clone()), told(count(4), "4", part)];
        let tie = Tie::Parts { total: 0, parts: vec![1, 2], complete: true, closed: true };
        !tied(mentions, vec![tie]).is_empty()
    };
    let person = || Some(concept("person"));
    let worker = || Some(concept("person.worker"));
    assert!(found(worker(), person()));
    assert!(found(person(), worker()));
    assert!(found(worker(), Some(concept("person.prisoner"))), "kinds of one thing");
    assert!(found(None, person()), "it says only what sort");
    assert!(!found(person(), None));
    assert!(!found(Some(stem("en:lamp")), person()));
    assert!(found(Some(stem("en:lamp")), Some(stem("en:lamp"))));
    assert!(!found(Some(stem("en:lamp")), Some(stem("en:bell"))));
    assert!(!found(Some(concept("event.fire")), person()));
    // Dead and wounded are no parts of each other.
    assert!(!found(Some(concept("event.die")), Some(concept("event.wound"))));
}

#[test]
fn a_quantity_in_two_units_is_one() {
    let found =
        |a: Answer, b: Answer| tied(vec![told(a, "one", None), told(b, "other", None)], vec![Tie::Conversion(0, 1)]);
    assert_eq!(found(measure("km", 100), measure("m", 40_000)), ["unit-conversion: “one” is not “other”"]);
    assert_eq!(found(measure("km", 100), measure("m", 100_000)), [] as [&str; 0]);
    assert_eq!(found(measure("km", 100), count(100)), [] as [&str; 0]);
}

fn shares(values: &[Answer]) -> Vec<String> {
    let mentions = values.iter().map(|value| told(value.clone(), "x", None)).collect();
    tied(mentions, vec![Tie::Shares((0..values.len()).collect())])
}

#[test]
fn shares_of_one_whole_are_no_more_than_all() {
    let percent = |value: i64| quantity(Dimension::Percent, value);
    let none: [&str; 0] = [];
    assert_eq!(shares(&[48, 42, 10].map(percent)), none);
    assert_eq!(shares(&[48, 42, 11].map(percent)), ["share-over-100: 48 + 42 + 11 = 101%, more than all"]);
    // Far above all they are shares of different things.
    assert_eq!(shares(&[60, 52].map(percent)), ["share-over-100: 60 + 52 = 112%, more than all"]);
    assert_eq!(shares(&[60, 53].map(percent)), none);
    assert_eq!(shares(&[percent(60), between(Dimension::Percent, 400, 420)]), none, "a range has no figure");
}

#[test]
fn what_is_bounded_is_no_more_than_all() {
    let found = |value: i64, attribute: Option<Term>, change: Option<Mark>, dimension: Dimension| {
        let mut share = told(quantity(dimension, value), "x", None);
        let subject = share.subject.as_mut().unwrap();
        subject.attributes.extend(attribute);
        subject.change = change;
        tied(vec![share], Vec::new())
    };
    let turnout = || Some(concept("attribute.turnout"));
    let more = ["share-over-100: “x” is more than all"];
    assert_eq!(found(101, turnout(), None, Dimension::Percent), more);
    assert_eq!(found(100, turnout(), None, Dimension::Percent), [] as [&str; 0]);
    assert_eq!(found(101, None, None, Dimension::Percent), [] as [&str; 0]);
    assert_eq!(found(101, turnout(), Some(Mark::DegreeMore), Dimension::Percent), [] as [&str; 0]);
    assert_eq!(found(101, turnout(), None, Dimension::Count), [] as [&str; 0]);
    assert_eq!(found(101, Some(concept("money.damage")), None, Dimension::Percent), [] as [&str; 0]);
}

fn changed(figures: Vec<Answer>, percent: Answer, rises: bool) -> Vec<String> {
    let of = figures.len();
    let mut mentions: Vec<Claim> = figures.into_iter().zip(["F", "G"]).map(|(it, text)| told(it, text, None)).collect();
    mentions.push(told(percent, "P", None));
    tied(mentions, vec![Tie::Change { change: of, figures: (0..of).collect(), rises }])
}

#[test]
fn a_change_follows_from_its_figures() {
    let percent = |value: i64| quantity(Dimension::Percent, value);
    let none: [&str; 0] = [];
    let wrong = |exact: &str, more: &str| [format!("percent-change: “F” and “G” is {exact}% {more}, not “P”")];
    assert_eq!(changed(vec![count(120), count(150)], percent(25), true), none);
    assert_eq!(changed(vec![count(150), count(120)], percent(25), true), none, "in any order");
    assert_eq!(changed(vec![count(120), count(150)], percent(20), true), wrong("25", "more"));
    assert_eq!(changed(vec![count(120), count(150)], percent(20), false), none);
    assert_eq!(changed(vec![count(120), count(150)], percent(25), false), wrong("20", "less"));
    // From 119.5–120.5 to 149.5–150.5 is between 24.07 and 25.94 percent more.
    let around = |value: i64| between(Dimension::Count, value * 10 - 5, value * 10 + 5);
    let tenths = |value: i64| between(Dimension::Percent, value, value);
    for (told, fits) in [(240, false), (241, true), (259, true), (260, false)] {
        assert_eq!(changed(vec![around(120), around(150)], tenths(told), true).is_empty(), fits, "{told}");
    }
    // A range tells both ends.
    assert_eq!(changed(vec![between(Dimension::Count, 1_200, 1_500)], percent(25), true), none);
    let of_range = changed(vec![between(Dimension::Count, 1_200, 1_500)], percent(20), true);
    assert_eq!(of_range, ["percent-change: “F” is 25% more, not “P”"]);
    // Figures of two dimensions, and those that are not above zero, have no quotient.
    assert_eq!(changed(vec![money("EUR", 120), measure("km", 150)], percent(20), true), none);
    assert_eq!(changed(vec![count(120), money("EUR", 150)], percent(20), true), wrong("25", "more"));
    assert_eq!(changed(vec![money("EUR", 120), count(150)], percent(20), true), wrong("25", "more"));
    assert_eq!(changed(vec![count(0), count(150)], percent(20), true), none);
    assert_eq!(changed(vec![count(-5), count(150)], percent(20), true), none);
}

/// "da 120 a 150 milioni", "da 900mila a 1,2 milioni".
#[test]
fn a_bare_figure_is_in_the_magnitude_of_the_other() {
    let percent = |value: i64| quantity(Dimension::Percent, value);
    let fits = |from: i64, to: i64, by: i64| changed(vec![count(from), count(to)], percent(by), true).is_empty();
    assert!(fits(120, 150_000_000, 25));
    assert!(!fits(120, 150_000_000, 20));
    assert!(fits(1, 2_000_000, 100));
    assert!(fits(2, 3_000_000_000, 50));
    // What is a thousand or more says its own magnitude.
    assert!(!fits(1_000, 1_250_000, 25));
    assert!(fits(720, 900_000, 25));
    assert!(!fits(640, 800_000, 25));
}

#[test]
fn a_difference_of_shares_is_in_points() {
    let percent = |value: i64| quantity(Dimension::Percent, value);
    let found = |change: i64, a: Answer, b: Answer| {
        let mentions =
            vec![told(quantity(Dimension::PercentPoint, change), "P", None), told(a, "A", None), told(b, "B", None)];
        tied(mentions, vec![Tie::Points { change: 0, shares: [1, 2] }])
    };
    let none: [&str; 0] = [];
    for (a, b) in [(52, 58), (58, 52)] {
        assert_eq!(found(6, percent(a), percent(b)), none);
        assert_eq!(found(5, percent(a), percent(b)), ["percent-change: “A” and “B” are 6 points apart, not “P”"]);
        assert_eq!(found(7, percent(a), percent(b)).len(), 1);
    }
    // Ranges are apart by anything between their ends.
    let range = |low: i64, high: i64| between(Dimension::Percent, low * 10, high * 10);
    assert_eq!(found(2, range(50, 54), range(56, 58)), none);
    assert_eq!(found(8, range(50, 54), range(56, 58)), none);
    assert_eq!(found(0, range(50, 54), range(52, 58)), none);
    assert_eq!(found(9, range(50, 54), range(52, 58)), none, "there is no figure to tell");
}

#[test]
fn ages_follow_from_days_of_birth() {
    let found = |born: DateSpan, years: i64, at: Option<DateSpan>, current: bool| {
        let mut mentions =
            vec![told(Answer::Date(born, None), "B", None), told(quantity(Dimension::Age, years), "A", None)];
        mentions.extend(at.map(|at| told(Answer::Date(at, None), "D", None)));
        tied(mentions, vec![Tie::Birth { date: 0, age: 1, current }])
    };
    let born = DateSpan::day(date(1951, 3, 11));
    let died = |day: i8| Some(DateSpan::day(date(2026, 3, day)));
    let none: [&str; 0] = [];
    assert_eq!(found(born, 74, died(10), true), none);
    assert_eq!(found(born, 75, died(10), true), ["age-birth-year: born B, on 2026-03-10 aged 74, not 75"]);
    assert_eq!(found(born, 75, died(11), true), none);
    assert_eq!(found(born, 74, died(11), true), ["age-birth-year: born B, on 2026-03-11 aged 75, not 74"]);
    // Without another day it is that of publication, or none.
    assert_eq!(found(born, 74, None, true), none);
    assert_eq!(found(born, 75, None, true).len(), 1);
    assert_eq!(found(born, 75, None, false), none);
    // Of a year either age is right.
    let year = DateSpan::year(1951).unwrap();
    assert_eq!(found(year, 74, died(10), true), none);
    assert_eq!(found(year, 75, died(10), true), none);
    assert_eq!(found(year, 76, died(10), true), ["age-birth-year: born B, on 2026-03-10 aged 74 to 75, not 76"]);
    assert_eq!(found(year, 73, died(10), true).len(), 1);
    // Nobody is born after that.
    assert_eq!(found(DateSpan::day(date(2027, 1, 1)), 3, died(10), true), none);
    assert_eq!(found(DateSpan::day(date(2026, 3, 10)), 0, died(10), true), none);
    let newborn = found(DateSpan::day(date(2026, 3, 10)), 3, died(10), true);
    assert_eq!(newborn, ["age-birth-year: born B, on 2026-03-10 aged 0, not 3"]);
}

#[test]
fn a_day_of_another_sentence_is_not_that_of_the_age() {
    let mut mentions = vec![
        told(on(date(1951, 3, 11)), "B", None),
        told(quantity(Dimension::Age, 50), "A", None),
        told(on(date(2001, 6, 1)), "D", None),
    ];
    let tie = || vec![Tie::Birth { date: 0, age: 1, current: false }];
    assert_eq!(tied(mentions.clone(), tie()), [] as [&str; 0]);
    mentions[1] = told(quantity(Dimension::Age, 49), "A", None);
    assert_eq!(tied(mentions.clone(), tie()).len(), 1);
    mentions[2].evidence[0].sentence = "another sentence".into();
    assert_eq!(tied(mentions, tie()), [] as [&str; 0]);
}

#[test]
fn what_is_told_to_be_later_is_later() {
    let found = |earlier: DateSpan, later: DateSpan| {
        let mentions = vec![told(Answer::Date(earlier, None), "E", None), told(Answer::Date(later, None), "L", None)];
        tied(mentions, vec![Tie::Order { earlier: 0, later: 1 }])
    };
    let year = |year: i16| DateSpan::year(year).unwrap();
    let none: [&str; 0] = [];
    assert_eq!(found(year(1983), year(1984)), none);
    assert_eq!(found(year(1984), year(1984)), none);
    assert_eq!(found(year(1984), year(1983)), ["ordering: “L” is before “E”, not after"]);
    assert_eq!(found(DateSpan { approximate: true, ..year(1984) }, year(1983)), none);
    assert_eq!(found(year(1984), DateSpan { approximate: true, ..year(1983) }), none);
    let open = DateSpan::between(None, None, Granularity::Day);
    assert_eq!(found(open, year(1983)), none);
}

fn lasted(length: Answer, from: DateSpan, to: Option<DateSpan>, events: [&str; 2]) -> Vec<String> {
    let with = |span: DateSpan, text: &str, event: &str| {
        let mut claim = told(Answer::Date(span, None), text, None);
        claim.subject.as_mut().unwrap().events = vec![concept(event)];
        claim
    };
    let last = if to.is_some() { 2 } else { 1 };
    let mut mentions = vec![told(length, "L", None), with(from, "F", events[0])];
    mentions.extend(to.map(|to| with(to, "T", events[1])));
    tied(mentions, vec![Tie::Span { length: 0, from: 1, to: last }])
}

#[test]
fn a_length_is_that_between_its_days() {
    let day = |month: i8, day: i8| DateSpan::day(date(2026, month, day));
    let range =
        |from: i8, to: i8| DateSpan::between(Some(date(2026, 3, from)), Some(date(2026, 3, to + 1)), Granularity::Day);
    let ends = ["event.begin", "event.end"];
    let none: [&str; 0] = [];
    // Some count the days between the ends, some both ends.
    for (told, fits) in [(2, false), (3, true), (4, true), (5, false)] {
        assert_eq!(lasted(days(told), range(4, 7), None, ends).is_empty(), fits, "{told}");
        assert_eq!(lasted(days(told), day(3, 4), Some(day(3, 7)), ends).is_empty(), fits, "{told}");
    }
    let message = lasted(days(9), range(4, 7), None, ends);
    assert_eq!(message, ["duration-dates: “F” is 4 days, counting both ends, not “L”"]);
    let message = lasted(days(9), day(3, 4), Some(day(3, 7)), ends);
    assert_eq!(message, ["duration-dates: “F” to “T” is 4 days, counting both ends, not “L”"]);
    assert_eq!(lasted(days(9), day(3, 4), Some(day(3, 4)), ends).len(), 1);
    // Two days are the ends only of what begins and ends then.
    assert_eq!(lasted(days(9), day(3, 4), Some(day(3, 7)), ["event.end", "event.begin"]), none);
    assert_eq!(lasted(days(9), day(3, 4), Some(day(3, 7)), ["event.begin", "event.begin"]), none);
    assert_eq!(lasted(days(9), day(3, 4), Some(day(3, 7)), ["event.end", "event.end"]), none);
    assert_eq!(lasted(count(9), range(4, 7), None, ends), none, "no length of time");
    assert_eq!(lasted(days(9), DateSpan { approximate: true, ..range(4, 7) }, None, ends), none);
    assert_eq!(lasted(days(9), day(3, 4), Some(DateSpan { approximate: true, ..day(3, 7) }), ends), none);
    assert_eq!(lasted(days(9), day(3, 4), DateSpan::month(2026, 4), ends), none, "no day");
    assert_eq!(lasted(days(9), DateSpan::month(2026, 3).unwrap(), Some(day(4, 4)), ends), none, "no day");
    // An end before its beginning is no length, unless a year that nobody wrote makes it one.
    assert_eq!(lasted(days(9), day(3, 7), Some(day(3, 4)), ends), none);
    let open = |span: DateSpan| DateSpan { year_open: true, ..span };
    assert_eq!(lasted(days(30), day(12, 20), Some(open(day(1, 18))), ends), none);
    assert_eq!(lasted(days(28), day(12, 20), Some(open(day(1, 18))), ends).len(), 1);
    let next_year = DateSpan::day(date(2027, 3, 7));
    assert_eq!(lasted(days(4), open(day(3, 4)), Some(next_year), ends), none);
    assert_eq!(lasted(days(4), day(3, 4), Some(next_year), ends).len(), 1);
}

/// An article of claims, with nothing tied.
fn claiming(claims: Vec<Claim>) -> Vec<String> {
    let claims = claims.into_iter().map(Arc::new).collect();
    let info = Arc::new(article("a"));
    messages(&alone(&ArticleClaims { info, claims, mentions: Vec::new(), sides: Vec::new(), ties: Vec::new() }, &RULES))
}

fn headline(answer: Answer, number: &str) -> Claim {
    let mut claim = in_body(answer, number);
    claim.evidence[0].block = BlockKind::Title;
    claim
}

/// A claim that is surely of one question with others made by this.
fn in_body(answer: Answer, number: &str) -> Claim {
    let mut claim = told(answer, number, Some(concept("person.prisoner")));
    let subject = claim.subject.as_mut().unwrap();
    subject.events = vec![concept("event.explosion")];
    subject.leading = true;
    subject.near = ["en:one", "en:two", "en:three", "en:four"].map(stem).to_vec();
    subject.context.clone_from(&subject.near);
    subject.rare.clone_from(&subject.near);
    claim
}

#[test]
fn the_headline_says_what_the_text_says() {
    let wrong = ["headline-body: the headline says “157”, the text “150”"];
    let none: [&str; 0] = [];
    assert_eq!(claiming(vec![headline(count(157), "157"), in_body(count(150), "150")]), wrong);
    assert_eq!(claiming(vec![headline(count(157), "157"), in_body(count(157), "157")]), none);
    // The text says it, too: whatever else it says is something else.
    let more = vec![headline(count(157), "157"), in_body(count(150), "150"), in_body(count(157), "157")];
    assert_eq!(claiming(more), none);
    assert_eq!(claiming(vec![headline(count(157), "157"), headline(count(150), "150")]), none, "two headlines");
    assert_eq!(claiming(vec![in_body(count(157), "157"), in_body(count(150), "150")]), none, "no headline");
    let mut both = headline(count(157), "157");
    both.evidence.push(evidence("157", "the sentence", BlockKind::Body));
    assert_eq!(claiming(vec![both, in_body(count(150), "150")]), none, "it stands in the text as well");
    let mut implied = headline(count(157), "157");
    implied.implied = Some(Implied { by: Implication::Each, why: String::new() });
    assert_eq!(claiming(vec![implied, in_body(count(150), "150")]), none);
    // What hardly answers the same question is no contradiction.
    let mut other = in_body(count(150), "150");
    other.subject = Some(Subject { counted: Some(stem("en:lamp")), ..Subject::default() });
    assert_eq!(claiming(vec![headline(count(157), "157"), other]), none);
    assert_eq!(claiming(vec![headline(count(157), "157"), in_body(days(150), "150")]), none);
}

#[test]
fn a_range_of_days_is_as_long_as_the_text_says() {
    let range = |by: Implication| {
        let mut claim = in_body(days(4), "4–7 March");
        claim.implied = Some(Implied { by, why: "“4–7 March” is 4 days".to_owned() });
        claim
    };
    let wrong = ["duration-dates: “4–7 March” is 4 days, not “nine days”"];
    let none: [&str; 0] = [];
    assert_eq!(claiming(vec![range(Implication::DateRange), in_body(days(9), "nine days")]), wrong);
    assert_eq!(claiming(vec![range(Implication::DateRange), in_body(days(4), "four days")]), none);
    assert_eq!(claiming(vec![range(Implication::Moved), in_body(days(9), "nine days")]), none);
    assert_eq!(claiming(vec![range(Implication::DateRange), in_body(count(9), "nine")]), none);
    let mut other = in_body(days(9), "nine days");
    other.subject.as_mut().unwrap().scope = Scope::Each;
    assert_eq!(claiming(vec![range(Implication::DateRange), other]), none, "another question");
}

/// Of very many ranges, or figures of a headline, the first are compared with the text: the rest would cost a square.
#[test]
fn lists_are_compared_in_part() {
    let list = i64::try_from(RULES.pairing.list).unwrap();
    let range = |length: i64| {
        let mut claim = in_body(days(length), &length.to_string());
        claim.implied = Some(Implied { by: Implication::DateRange, why: length.to_string() });
        claim
    };
    let figure = |value: i64| headline(count(value), &value.to_string());
    let compared = |listed: Vec<Claim>, stated: Claim, begins: &str| {
        let found = claiming(listed.into_iter().chain([stated]).collect());
        let told = |line: &String| line.strip_prefix(begins)?.split(['”', ',']).next()?.parse::<i64>().ok();
        found.iter().map(|line| told(line).unwrap_or_else(|| panic!("{line}"))).collect::<Vec<i64>>()
    };
    for found in [
        compared((0..2 * list).map(|at| range(1_000 + at)).collect(), in_body(days(999), "999"), "duration-dates: "),
        compared(
            (0..2 * list).map(|at| figure(1_000 + at)).collect(),
            in_body(count(999), "999"),
            "headline-body: the headline says “",
        ),
    ] {
        assert_eq!(found, (1_000..1_000 + list).collect::<Vec<i64>>());
    }
}

/// The same contradiction is told once, however often the article is tied.
#[test]
fn a_finding_is_told_once() {
    let mentions = vec![told(count(9), "9", None), told(measure("km", 1), "x", None), told(measure("m", 2), "y", None)];
    assert_eq!(tied(mentions, vec![Tie::Conversion(1, 2), Tie::Conversion(1, 2)]).len(), 1);
    assert_eq!(tied(vec![told(count(9), "9", None)], vec![Tie::Conversion(1, 2)]), [] as [&str; 0]);
}
