//! What follows from claims: articles made by hand, each of which says one thing that says another.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "common/claims.rs"]
mod claims;

use claimdiff::claim::{
    Answer, ArticleClaims, Claim, Implication, Modality, Occurrence, Participant, Scope, Share, Subject, Term, Tie,
};
use claimdiff::imply;
use claimdiff::source::BlockKind;
use claimdiff::value::{ClockSpan, DateSpan, Dimension, Granularity, Number};
use claims::{RULES, article, between, claim, concept, count, evidence, money, name, on, quantity, stem};
use jiff::civil::date;
use std::ops::Bound;
use std::sync::Arc;

fn told(answer: Answer, text: &str, subject: Subject) -> Claim {
    let mut claim = claim("a", answer, subject);
    claim.evidence = vec![evidence(text, "the sentence", BlockKind::Body)];
    claim
}

/// What follows from an article that claims and mentions this.
fn implied(claims: Vec<Claim>, sides: &[&str], ties: Vec<Tie>) -> Vec<Arc<Claim>> {
    let claims: Vec<Arc<Claim>> = claims.into_iter().map(Arc::new).collect();
    let sides = sides.iter().map(|side| name(side)).collect();
    let stated = claims.len();
    let article = ArticleClaims { info: Arc::new(article("a")), mentions: claims.clone(), claims, sides, ties };
    let extended = imply::extend(article, &RULES).claims;
    assert!(extended.iter().take(stated).all(|claim| claim.implied.is_none()), "what is stated comes first, as it was");
    extended.into_iter().skip(stated).collect()
}

fn whys(claims: &[Arc<Claim>]) -> Vec<String> {
    claims.iter().map(|claim| claim.implied.as_ref().unwrap().why.clone()).collect()
}

fn bounds(claim: &Claim) -> (Bound<i64>, Bound<i64>) {
    let Answer::Quantity(quantity) = &claim.answer else { panic!("{claim:?}") };
    let whole = |number: &Number| i64::try_from(*number).unwrap();
    let strict = quantity.extent.strict();
    (strict.lower().as_ref().map(whole), strict.upper().as_ref().map(whole))
}

fn nominal(claim: &Claim) -> Option<i64> {
    let Answer::Quantity(quantity) = &claim.answer else { panic!("{claim:?}") };
    quantity.nominal.map(|number| i64::try_from(number).unwrap())
}

fn each() -> Subject {
    let prior = Participant { role: Some("giver".into()), who: name("caro") };
    let counted = Some(concept("person.prisoner"));
    Subject { scope: Scope::Each, counted, participants: vec![prior], ..Subject::default() }
}

#[test]
fn each_side_has_its_share() {
    let found = implied(vec![told(count(157), "157 each", each())], &["aria", "bora"], Vec::new());
    assert_eq!(
        whys(&found),
        [
            "“157 each” for each side is that many for Aria",
            "“157 each” for each side is that many for Bora",
            "each of 2 sides makes 314 in all",
        ]
    );
    for (claim, side) in found.iter().zip(["aria", "bora"]) {
        let subject = claim.subject.as_ref().unwrap();
        assert_eq!(claim.answer, count(157));
        assert_eq!(subject.scope, Scope::Plain);
        assert_eq!(subject.participants, [Participant { role: Some("receiver".into()), who: name(side) }]);
        assert_eq!(subject.counted, Some(concept("person.prisoner")));
        assert_eq!(claim.implied.as_ref().unwrap().by, Implication::Each);
    }
    let total = found[2].subject.as_ref().unwrap();
    assert_eq!((found[2].answer.clone(), total.scope), (count(314), Scope::Altogether));
    assert_eq!(total.participants, []);
}

#[test]
fn the_total_of_all_sides_has_the_bounds_of_each() {
    let found = implied(
        vec![told(between(Dimension::Count, 400, 500), "40 to 50 each", each())],
        &["aria", "bora", "caro"],
        Vec::new(),
    );
    assert_eq!(whys(&found)[3], "each of 3 sides makes  in all");
    assert_eq!(bounds(&found[3]), (Bound::Included(120), Bound::Included(150)));
    assert_eq!(nominal(&found[3]), None);
}

#[test]
fn only_what_each_of_several_has_is_shared() {
    let of = |subject: Subject, sides: &[&str]| implied(vec![told(count(157), "x", subject)], sides, Vec::new()).len();
    assert_eq!(of(each(), &["aria"]), 0);
    assert_eq!(of(each(), &[]), 0);
    assert_eq!(of(Subject { scope: Scope::Altogether, ..each() }, &["aria", "bora"]), 0);
    assert_eq!(of(Subject { scope: Scope::Plain, ..each() }, &["aria", "bora"]), 0);
    assert_eq!(of(each(), &["aria", "bora"]), 3);
    let unbound = Claim { subject: None, ..told(count(157), "x", each()) };
    assert!(implied(vec![unbound], &["aria", "bora"], Vec::new()).is_empty());
    let day = told(on(date(2026, 3, 4)), "x", each());
    assert!(implied(vec![day], &["aria", "bora"], Vec::new()).is_empty());
}

/// Days of March from one to another, which is counted.
fn march(from: i8, to: i8) -> DateSpan {
    DateSpan::between(Some(date(2026, 3, from)), claimdiff::value::add_days(date(2026, 3, to), 1), Granularity::Day)
}

#[test]
fn a_range_of_days_has_a_length() {
    let of = |span: DateSpan| {
        implied(vec![told(Answer::Date(span, None), "4–7 March", Subject::default())], &[], Vec::new())
    };
    let found = of(march(4, 7));
    assert_eq!(whys(&found), ["“4–7 March” is 4 days, counting both ends"]);
    assert_eq!((nominal(&found[0]), bounds(&found[0])), (Some(4), (Bound::Included(3), Bound::Included(4))));
    let Answer::Quantity(length) = &found[0].answer else { panic!("{found:?}") };
    assert_eq!((&length.dimension, length.base_nominal()), (&Dimension::Duration, Some(Number::from(345_600))));
    assert_eq!(found[0].implied.as_ref().unwrap().by, Implication::DateRange);

    let days = |days: i64| {
        let from = date(2026, 3, 1);
        DateSpan::between(Some(from), claimdiff::value::add_days(from, days), Granularity::Day)
    };
    for (span, follows) in [
        (days(1), false),
        (days(2), true),
        (days(45), true),
        (days(46), false),
        (DateSpan::month(2026, 3).unwrap(), false),
        (DateSpan { approximate: true, ..days(4) }, false),
        (DateSpan::between(Some(date(2026, 3, 1)), None, Granularity::Day), false),
    ] {
        assert_eq!(of(span).len(), usize::from(follows), "{span:?}");
    }
    let timed = Answer::Date(march(4, 7), Some(ClockSpan::at(9, 0, 0)));
    assert!(implied(vec![told(timed, "x", Subject::default())], &[], Vec::new()).is_empty());
}

#[test]
fn a_day_with_its_time_says_a_time() {
    let at = ClockSpan::at(7, 30, 0);
    let of = |span: DateSpan, clock: Option<ClockSpan>, subject: Subject| {
        implied(vec![told(Answer::Date(span, clock), "Friday at 7.30", subject)], &[], Vec::new())
    };
    let friday = DateSpan::day(date(2026, 3, 6));
    let found = of(friday, Some(at), Subject::default());
    assert_eq!(whys(&found), ["“Friday at 7.30” says a time of day"]);
    assert_eq!(found[0].answer, Answer::Time(at));
    assert_eq!(found[0].implied.as_ref().unwrap().by, Implication::Clock);
    assert_eq!(found[0].subject.as_ref().unwrap().time, Some(friday), "the day is when it happened");
    let earlier = DateSpan::day(date(2026, 3, 2));
    let found = of(friday, Some(at), Subject { time: Some(earlier), ..Subject::default() });
    assert_eq!(found[0].subject.as_ref().unwrap().time, Some(earlier));
    assert!(of(friday, None, Subject::default()).is_empty());
    assert!(of(march(6, 7), Some(at), Subject::default()).is_empty(), "two times, and neither of the whole");
    assert!(of(DateSpan::unresolved(friday.written, Granularity::Day), Some(at), Subject::default()).is_empty());
}

fn of_kind(kind: &str) -> Subject {
    Subject { counted: Some(concept(kind)), ..Subject::default() }
}

fn side_by_side(a: Answer, x: Subject, b: Answer, y: Subject) -> Vec<Arc<Claim>> {
    implied(vec![told(a, "164 passengers", x), told(b, "six crew", y)], &[], vec![Tie::SideBySide(0, 1)])
}

#[test]
fn two_counts_of_persons_make_a_third() {
    let (x, y) = (of_kind("person.prisoner"), of_kind("person.worker"));
    let quality = |mut subject: Subject| {
        subject.qualities = vec![concept("quality.male")];
        subject
    };
    let found = side_by_side(count(164), quality(x.clone()), count(6), y.clone());
    assert_eq!(whys(&found), ["“164 passengers” and “six crew” make 170"]);
    assert_eq!(found[0].answer, count(170));
    assert_eq!(found[0].implied.as_ref().unwrap().by, Implication::Together);
    let subject = found[0].subject.as_ref().unwrap();
    assert_eq!((subject.counted.clone(), subject.scope), (Some(concept("person")), Scope::Altogether));
    assert_eq!(subject.qualities, [] as [Term; 0]);

    let range = side_by_side(between(Dimension::Count, 400, 500), x.clone(), count(6), y.clone());
    assert_eq!((nominal(&range[0]), bounds(&range[0])), (None, (Bound::Included(46), Bound::Included(56))));
    let later = side_by_side(count(6), x.clone(), between(Dimension::Count, 400, 500), y.clone());
    assert_eq!(bounds(&later[0]), (Bound::Included(46), Bound::Included(56)));
}

#[test]
fn only_parts_of_one_thing_are_added() {
    let prisoners = || of_kind("person.prisoner");
    let workers = || of_kind("person.worker");
    let happened = |event: &str, subject: Subject| Subject { events: vec![concept(event)], ..subject };
    let follows = |x: Subject, y: Subject| !side_by_side(count(164), x, count(6), y).is_empty();
    assert!(follows(prisoners(), workers()));
    assert!(!follows(prisoners(), prisoners()), "one kind");
    assert!(!follows(of_kind("event.fire"), workers()), "no persons");
    assert!(!follows(workers(), of_kind("event.fire")), "no persons");
    assert!(!follows(prisoners(), Subject { counted: Some(stem("en:lamp")), ..Subject::default() }));
    assert!(!follows(Subject::default(), workers()));
    assert!(!follows(Subject { share: Share::Part, ..prisoners() }, workers()));
    assert!(!follows(Subject { scope: Scope::Each, ..prisoners() }, workers()));
    assert!(!follows(prisoners(), Subject { modality: Modality::Planned, ..workers() }));
    // Dead and wounded are two counts; dead workers and dead firemen are one.
    assert!(!follows(happened("event.die", prisoners()), happened("event.wound", workers())));
    assert!(!follows(happened("event.die", prisoners()), workers()));
    assert!(follows(happened("event.die", prisoners()), happened("event.die", workers())));
    assert!(follows(happened("event.fire", prisoners()), happened("event.protest", workers())));

    let percent = |value: i64| quantity(Dimension::Percent, value);
    assert!(side_by_side(percent(4), prisoners(), count(6), workers()).is_empty());
    assert!(side_by_side(count(4), prisoners(), money("EUR", 6), workers()).is_empty());
    assert!(side_by_side(on(date(2026, 3, 4)), prisoners(), count(6), workers()).is_empty());
    let unbound = vec![told(count(1), "x", prisoners()), Claim { subject: None, ..told(count(2), "y", workers()) }];
    assert!(implied(unbound, &[], vec![Tie::SideBySide(0, 1)]).is_empty());
    assert!(implied(vec![told(count(1), "x", prisoners())], &[], vec![Tie::SideBySide(0, 1)]).is_empty());
}

#[test]
fn a_move_says_what_was_and_what_is() {
    let tie = |at: usize| vec![Tie::Moved { figures: at, from: 62.into(), to: 64.into() }];
    let range = told(between(Dimension::Age, 620, 640), "from 62 to 64", of_kind("person.worker"));
    let found = implied(vec![range.clone()], &[], tie(0));
    assert_eq!(whys(&found), ["“from 62 to 64” ends at 64", "“from 62 to 64” begins at 62"]);
    assert_eq!(found.iter().map(|claim| nominal(claim)).collect::<Vec<_>>(), [Some(64), Some(62)]);
    assert_eq!(bounds(&found[1]), (Bound::Included(62), Bound::Included(62)));
    let occurrences: Vec<_> = found.iter().map(|claim| claim.subject.as_ref().unwrap().occurrence).collect();
    assert_eq!(occurrences, [None, Some(Occurrence::Earlier)]);
    assert!(found.iter().all(|claim| claim.implied.as_ref().unwrap().by == Implication::Moved));
    assert!(found.iter().all(|claim| claim.kind() == range.kind()));
    assert!(implied(vec![Claim { subject: None, ..range.clone() }], &[], tie(0)).is_empty());
    assert!(implied(vec![range], &[], tie(1)).is_empty());
    assert!(implied(vec![told(on(date(2026, 3, 4)), "x", Subject::default())], &[], tie(0)).is_empty());
}

/// Each claim knows what its article says of the same kind, itself included, up to a number of them.
#[test]
fn claims_know_their_siblings() {
    let article = |claims: Vec<Claim>| {
        let claims: Vec<Arc<Claim>> = claims.into_iter().map(Arc::new).collect();
        let (info, mentions) = (Arc::new(article("a")), Vec::new());
        imply::extend(ArticleClaims { info, claims, mentions, sides: Vec::new(), ties: Vec::new() }, &RULES).claims
    };
    let mut claims: Vec<Claim> = (0..30).map(|value| told(count(value), "x", Subject::default())).collect();
    claims.push(told(money("EUR", 5), "x", Subject::default()));
    claims.push(Claim { subject: None, ..told(money("EUR", 6), "x", Subject::default()) });
    let found = article(claims);
    let of = |at: usize| found[at].siblings.iter().map(|sibling| sibling.answer.clone()).collect::<Vec<_>>();
    assert_eq!(of(0), (0..24).map(count).collect::<Vec<_>>());
    assert_eq!(of(29), of(0), "also of those that are not kept");
    assert_eq!(of(30), [money("EUR", 5)]);
    assert_eq!(of(31), of(30));
}

/// A length of time in minutes, as wide as the words of both ends are loose.
#[test]
fn hours_are_as_loose_as_their_ends() {
    let at = |hour: i32| ClockSpan::at(hour, 0, 0);
    let about = |hour: i32| ClockSpan { from: hour * 60 - 20, to: hour * 60 + 21, ..at(hour) };
    let after = |hour: i32| ClockSpan { to: hour * 60 + 31, ..at(hour) };
    let dial = |hour: i32| ClockSpan { half_day_open: true, ..at(hour) };
    let exactly = |minutes: i64| (Bound::Included(minutes), Bound::Included(minutes));
    let range = |least: i64, most: i64| (Bound::Included(least), Bound::Included(most));
    for (from, to, within, nominal_minutes, expected) in [
        (at(9), at(17), false, 480, exactly(480)),
        (at(21), at(5), false, 480, exactly(480)),
        (about(9), at(17), false, 480, range(440, 520)),
        (at(9), about(17), false, 480, range(440, 520)),
        (about(9), after(17), false, 480, range(410, 550)),
        (after(9), at(10), false, 60, range(30, 90)),
        // No stretch is shorter than nothing.
        (about(9), about(10), false, 60, range(0, 140)),
        (at(3), at(5), true, 120, range(0, 120)),
        (about(3), at(5), true, 120, range(0, 160)),
        // "From nine to five" leaves the half of the day open at either end.
        (dial(9), at(5), false, 480, exactly(480)),
        (at(9), dial(5), false, 480, exactly(480)),
        (dial(5), dial(9), false, 240, exactly(240)),
    ] {
        let told = vec![told(Answer::TimeRange(from, to), "then", Subject::default())];
        let found = implied(told, &[], vec![Tie::Hours { range: 0, within }]);
        let [claim] = &found[..] else { panic!("{from:?} {to:?}: {found:?}") };
        assert_eq!((nominal(claim), bounds(claim)), (Some(nominal_minutes), expected), "{from:?} {to:?}");
        let most = if within { "no more than " } else { "" };
        let why = format!("“then” is {most}{}:{:02} hours", nominal_minutes / 60, nominal_minutes % 60);
        assert_eq!(whys(&found), [why]);
    }
    let whole_day = vec![told(Answer::TimeRange(at(21), at(21)), "then", Subject::default())];
    assert!(implied(whole_day, &[], vec![Tie::Hours { range: 0, within: false }]).is_empty());
}
