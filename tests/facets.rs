//! What each facet says of two claims, told by claims that differ in that facet alone. Weights are not pinned here:
//! they are fitted, and `tests/judgement.rs` measures them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "common/claims.rs"]
mod claims;

use claimdiff::claim::{
    Answer, ArticleInfo, Attribution, Claim, Kind, Modality, Occurrence, Participant, Scope, Share, Sibling, Status,
    Subject, Term,
};
use claimdiff::compare::{VerdictKind, compare, pair_features, ruled_out};
use claimdiff::rules::Mark;
use claimdiff::value::{ClockSpan, DateSpan, Dimension, Extent, Granularity, Interval, Number, PartialDate, Quantity};
use claims::{DAY, RULES, article, claim, concept, count, measure, money, name, quantity, stem};
use jiff::civil::{Date, date};
use std::ops::Bound;
use std::sync::Arc;

/// What a kind of answer can be, twice, so that the two are disjoint.
fn answers(kind: Kind) -> [Answer; 2] {
    match kind {
        Kind::Count => [157, 150].map(count),
        Kind::Percent => [40, 44].map(|value| quantity(Dimension::Percent, value)),
        Kind::Money => [300, 330].map(|value| money("EUR", value)),
        Kind::Measure => [60, 70].map(|value| measure("km", value)),
        Kind::Date => [4, 6].map(|day| Answer::Date(DateSpan::day(date(2026, 3, day)), None)),
        Kind::Time => [9, 11].map(|hour| Answer::Time(ClockSpan::at(hour, 0, 0))),
        Kind::Duration => [7_200, 10_800].map(|seconds| quantity(Dimension::Duration, seconds)),
        Kind::Age => [61, 63].map(|years| quantity(Dimension::Age, years)),
        Kind::Score => [1, 2].map(|goals| Answer::Score(goals.into(), 0.into())),
        Kind::Ordinal => [3, 4].map(|rank| Answer::Ordinal(rank.into())),
    }
}

/// Two claims of one kind whose subjects are made from nothing.
fn pair(kind: Kind, a: impl Fn(&mut Subject), b: impl Fn(&mut Subject)) -> [Claim; 2] {
    let [x, y] = answers(kind);
    let made = |change: &dyn Fn(&mut Subject)| {
        let mut subject = Subject::default();
        change(&mut subject);
        subject
    };
    [claim("a", x, made(&a)), claim("b", y, made(&b))]
}

/// Why both cannot answer one question, or the features of these beginnings, with amounts where they are no whole; the
/// same from either side.
fn judged([a, b]: &[Claim; 2], shown: &[&str]) -> String {
    let of = |a: &Claim, b: &Claim| {
        if let Some(judgement) = ruled_out(a, b, &RULES) {
            return format!("no: {}", judgement.why);
        }
        let Some(features) = pair_features(a, b, &RULES) else { return "not comparable".to_owned() };
        let mut told: Vec<String> = features
            .iter()
            .filter_map(|(feature, amount)| {
                let name = serde_json::to_value(feature).unwrap().as_str().unwrap().to_owned();
                let is_shown = shown.iter().any(|beginning| name.starts_with(beginning));
                is_shown.then(|| if *amount == 1_000 { name } else { format!("{name} {amount}") })
            })
            .collect();
        told.sort();
        told.join(", ")
    };
    let (forth, back) = (of(a, b), of(b, a));
    if !forth.starts_with("no: ") || !back.starts_with("no: ") {
        assert_eq!(forth, back);
    }
    forth
}

type Change = fn(&mut Subject);

/// Checks a table of changes to two subjects, and shows every row that fails.
fn check(kind: Kind, shown: &[&str], table: &[(Change, Change, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .enumerate()
        .filter_map(|(row, (a, b, expected))| {
            let found = judged(&pair(kind, a, b), shown);
            (found != *expected).then(|| format!("{kind:?} row {row}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const PLAIN: Change = |_| {};

#[test]
fn things_counted() {
    let prisoners: Change = |it| it.counted = Some(concept("person.prisoner"));
    let workers: Change = |it| it.counted = Some(concept("person.worker"));
    let persons: Change = |it| it.counted = Some(concept("person"));
    let lamps: Change = |it| it.counted = Some(stem("en:lamp"));
    check(
        Kind::Count,
        &["concept", "narrower", "attribute"],
        &[
            (prisoners, prisoners, "concept-same"),
            (
                prisoners,
                |it| (it.counted, it.inherited) = (Some(concept("person.prisoner")), true),
                "concept-inherited",
            ),
            (persons, persons, "concept-generic"),
            (lamps, lamps, "concept-stem"),
            (prisoners, persons, "concept-narrower, narrower-alone"),
            (persons, prisoners, "concept-narrower, narrower-alone, narrower-smaller"),
            (prisoners, workers, "concept-sibling"),
            (prisoners, lamps, "concept-unlisted"),
            (lamps, |it| it.counted = Some(stem("en:bell")), "concept-different"),
            (lamps, |it| it.counted = Some(stem("it:lampad")), "concept-unknown"),
            (prisoners, |it| it.counted = Some(concept("event.explosion")), "concept-different"),
            (PLAIN, prisoners, "concept-unknown"),
            (PLAIN, PLAIN, "concept-unknown"),
            (prisoners, |it| it.counted = Some(name("torvale")), "concept-unlisted"),
            (
                |it| (it.counted, it.attributes) = (Some(stem("en:lamp")), vec![concept("attribute.turnout")]),
                |it| (it.counted, it.attributes) = (Some(stem("en:lamp")), vec![concept("attribute.turnout")]),
                "attribute-same, concept-stem",
            ),
        ],
    );
}

#[test]
fn a_rank_is_of_something() {
    let lamps: Change = |it| it.counted = Some(stem("en:lamp"));
    check(
        Kind::Ordinal,
        &["concept"],
        &[
            (lamps, lamps, "concept-stem"),
            (PLAIN, PLAIN, "concept-unknown"),
            (lamps, PLAIN, "no: one ranks something, the other does not say what"),
        ],
    );
}

#[test]
fn what_amounts_and_measures_are_of() {
    let damage: Change = |it| it.attributes = vec![concept("money.damage")];
    let lamps: Change = |it| it.counted = Some(stem("en:lamp"));
    for kind in [Kind::Money, Kind::Measure] {
        check(
            kind,
            &["concept", "attribute"],
            &[
                (damage, damage, "attribute-same"),
                (damage, |it| it.attributes = vec![concept("money")], "attribute-related"),
                (|it| it.attributes = vec![concept("money")], damage, "attribute-related"),
                (damage, |it| it.attributes = vec![concept("attribute.turnout")], "attribute-different"),
                (
                    damage,
                    |it| it.attributes = vec![concept("attribute.turnout"), concept("money.damage")],
                    "attribute-same",
                ),
                (damage, PLAIN, "concept-unknown"),
                (lamps, lamps, "concept-stem"),
                (lamps, |it| it.counted = Some(stem("en:bell")), "concept-different, concept-unknown"),
                (
                    |it| (it.counted, it.attributes) = (Some(stem("en:lamp")), vec![concept("money.damage")]),
                    |it| (it.counted, it.attributes) = (Some(stem("en:bell")), vec![concept("money.damage")]),
                    "attribute-same, concept-different",
                ),
            ],
        );
    }
}

#[test]
fn what_happens() {
    let explosion: Change = |it| it.events = vec![concept("event.explosion")];
    let dead: Change = |it| it.events = vec![concept("event.die")];
    let hurt: Change = |it| it.events = vec![concept("event.wound")];
    let table: &[(Change, Change, &str)] = &[
        (explosion, explosion, "event-same"),
        (explosion, PLAIN, "event-unknown"),
        (PLAIN, PLAIN, "event-unknown"),
        (explosion, |it| it.events = vec![concept("event.fire"), concept("event.explosion")], "event-near"),
        (
            |it| it.events = vec![concept("event.protest"), concept("event.explosion")],
            |it| it.events = vec![concept("event.fire"), concept("event.explosion")],
            "event-shared",
        ),
        (explosion, |it| it.events = vec![concept("event.harm")], "event-related"),
        (explosion, |it| it.events = vec![concept("event.protest")], "event-different"),
        (dead, hurt, "event-exclusive"),
        (
            |it| it.events = vec![concept("event.die"), concept("event.wound")],
            |it| it.events = vec![concept("event.wound"), concept("event.die")],
            "event-same",
        ),
        (dead, |it| it.events = vec![concept("event.death-at-work")], "event-related"),
        (explosion, |it| it.events = vec![stem("en:zap")], "event-different"),
    ];
    check(Kind::Count, &["event"], table);
    check(
        Kind::Duration,
        &["event"],
        &[
            (explosion, explosion, "event-dated, event-same"),
            (explosion, PLAIN, "event-unknown"),
            (table[4].0, table[4].1, "event-dated-other, event-shared"),
        ],
    );
}

#[test]
fn dates_and_times_want_one_event() {
    let explosion: Change = |it| it.events = vec![concept("event.explosion")];
    for kind in [Kind::Date, Kind::Time] {
        check(
            kind,
            &["event"],
            &[
                (explosion, explosion, "event-dated, event-same"),
                (PLAIN, PLAIN, "event-not-shared, event-unknown"),
                (explosion, |it| it.events = vec![concept("event.protest")], "event-different, event-not-shared"),
                // The same thing dated is as good.
                (|it| it.counted = Some(stem("en:lamp")), |it| it.counted = Some(stem("en:lamp")), "event-unknown"),
                (
                    |it| (it.counted, it.events) = (Some(stem("en:lamp")), vec![concept("event.explosion")]),
                    |it| (it.counted, it.events) = (Some(stem("en:lamp")), vec![concept("event.protest")]),
                    "event-different, event-not-shared",
                ),
            ],
        );
    }
    let apart: (Change, Change, &str) = (
        |it| it.events = vec![concept("event.protest"), concept("event.explosion")],
        |it| it.events = vec![concept("event.fire"), concept("event.explosion")],
        "event-dated-other, event-shared",
    );
    check(Kind::Date, &["event"], &[apart]);
    check(Kind::Time, &["event"], &[(apart.0, apart.1, "event-dated-other, event-shared")]);
}

#[test]
fn who_takes_part() {
    fn with(it: &mut Subject, parts: &[(Option<&str>, &str)]) {
        it.participants =
            parts.iter().map(|(role, who)| Participant { role: role.map(Into::into), who: name(who) }).collect();
    }
    check(
        Kind::Count,
        &["participant", "owner"],
        &[
            (
                |it| with(it, &[(Some("receiver"), "aria")]),
                |it| with(it, &[(Some("receiver"), "aria")]),
                "participant-same",
            ),
            (
                |it| with(it, &[(Some("receiver"), "aria")]),
                |it| with(it, &[(Some("receiver"), "bora")]),
                "no: the receiver is “Aria” in one, “Bora” in the other",
            ),
            (
                |it| with(it, &[(Some("receiver"), "aria")]),
                |it| with(it, &[(Some("receiver"), "bora"), (Some("receiver"), "aria")]),
                "participant-same",
            ),
            (
                |it| with(it, &[(Some("receiver"), "caro"), (Some("receiver"), "aria")]),
                |it| with(it, &[(Some("receiver"), "bora"), (Some("receiver"), "aria")]),
                "participant-same",
            ),
            (|it| with(it, &[(Some("receiver"), "aria")]), |it| with(it, &[(Some("giver"), "aria")]), ""),
            (|it| with(it, &[(Some("receiver"), "aria")]), |it| with(it, &[(None, "bora")]), ""),
            (|it| with(it, &[(None, "aria")]), |it| with(it, &[(None, "bora")]), ""),
            (|it| with(it, &[(Some("participant"), "aria")]), |it| with(it, &[(Some("participant"), "bora")]), ""),
            (
                |it| it.scope = Scope::Altogether,
                |it| with(it, &[(Some("giver"), "aria")]),
                "no: one speaks of all sides, the other of one",
            ),
            (|it| it.scope = Scope::Altogether, |it| with(it, &[(Some("agent"), "aria")]), ""),
            (|it| it.owner = Some(name("aria")), |it| it.owner = Some(name("aria")), "owner-same"),
            (|it| it.owner = Some(name("aria")), |it| it.owner = Some(name("bora")), "owner-different"),
            (|it| it.owner = Some(name("aria")), PLAIN, ""),
        ],
    );
}

#[test]
fn where_and_whose_name() {
    let in_torvale: Change = |it| it.places = vec![name("torvale")];
    let of_aria: Change = |it| it.names = vec![name("aria")];
    check(
        Kind::Count,
        &["place", "name", "bearer"],
        &[
            (in_torvale, in_torvale, "place-same"),
            (in_torvale, |it| it.places = vec![name("melara"), name("torvale")], "place-same"),
            (in_torvale, |it| it.places = vec![name("melara")], "place-different"),
            (in_torvale, of_aria, ""),
            (of_aria, of_aria, "name-same"),
            (of_aria, |it| it.names = vec![name("bora")], "name-different"),
            (of_aria, PLAIN, ""),
        ],
    );
    check(
        Kind::Age,
        &["place", "name", "bearer"],
        &[
            // How old somebody is has no place, and nobody in particular is that old.
            (in_torvale, in_torvale, "bearer-unknown"),
            (in_torvale, |it| it.places = vec![name("melara")], "bearer-unknown"),
            (of_aria, of_aria, "bearer-same"),
            (of_aria, |it| it.names = vec![name("bora")], "bearer-different, name-different"),
            (of_aria, PLAIN, "bearer-unknown"),
        ],
    );
}

#[test]
fn all_or_a_part() {
    let estimated: Change = |it| it.qualities = vec![concept("quality.estimated")];
    let male: Change = |it| it.qualities = vec![concept("quality.male")];
    check(
        Kind::Count,
        &["part-", "rest", "quality"],
        &[
            (PLAIN, |it| it.share = Share::Part, "part-of-whole"),
            (PLAIN, |it| it.share = Share::Rest, "rest-of-whole"),
            (|it| it.share = Share::Part, |it| it.share = Share::Rest, "rest-of-whole"),
            (|it| it.share = Share::Rest, |it| it.share = Share::Rest, ""),
            (estimated, estimated, "quality-same"),
            (estimated, PLAIN, ""),
            (male, male, "quality-same"),
            (male, PLAIN, "quality-missing"),
            (male, estimated, "quality-missing"),
            (male, |it| it.qualities = vec![concept("quality.daily")], "quality-missing 2000"),
            (male, |it| it.qualities = vec![concept("quality.female")], "quality-exclusive"),
            (
                |it| it.qualities = vec![concept("quality.male"), concept("quality.female")],
                |it| it.qualities = vec![concept("quality.female"), concept("quality.male")],
                "quality-same",
            ),
        ],
    );
}

#[test]
fn over_what_it_is_told() {
    let year: Change = |it| it.per = Some(stem("en:year"));
    check(
        Kind::Money,
        &["per", "total"],
        &[
            (year, year, ""),
            (year, PLAIN, "per-missing"),
            (year, |it| it.per = Some(stem("en:month")), ""),
            (|it| it.scope = Scope::Each, |it| it.scope = Scope::Each, ""),
            (|it| it.scope = Scope::Each, PLAIN, "no: one is told for each, the other is not"),
            (
                |it| it.scope = Scope::Altogether,
                |it| it.scope = Scope::Each,
                "no: one is told for each, the other is not",
            ),
            // The second amount is the higher one.
            (PLAIN, |it| it.scope = Scope::Altogether, "total-alone"),
            (|it| it.scope = Scope::Altogether, PLAIN, ""),
        ],
    );
}

#[test]
fn one_figure_for_two_lengths_of_time_is_a_slip() {
    let lorries = |per: Option<&str>, figure: i64| {
        let per = per.map(|unit| Term::Concept(unit.into()));
        claim("a", count(figure), Subject { counted: Some(stem("en:lorry")), per, ..Subject::default() })
    };
    for (a, b, expected) in [
        (lorries(Some("time.day"), 120), lorries(Some("time.week"), 120), Some(VerdictKind::Conflict)),
        (lorries(Some("time.day"), 120), lorries(Some("time.day"), 120), Some(VerdictKind::Agrees)),
        (lorries(Some("time.day"), 120), lorries(None, 120), Some(VerdictKind::Agrees)),
        (lorries(Some("time.day"), 120), lorries(Some("time.week"), 840), Some(VerdictKind::Agrees)),
    ] {
        let b = Claim { article: Arc::new(article("b")), ..b };
        for found in [compare(&a, &b, &RULES), compare(&b, &a, &RULES)] {
            assert_eq!(found.map(|verdict| verdict.kind), expected, "{:?} / {:?}", a.answer, b.answer);
        }
    }
}

#[test]
fn a_total_of_kinds_is_not_one_of_them() {
    check(
        Kind::Count,
        &["concept", "total-of"],
        &[
            (
                |it| (it.counted, it.scope) = (Some(concept("person")), Scope::Altogether),
                |it| it.counted = Some(concept("person.prisoner")),
                "concept-narrower, total-of-kinds",
            ),
            (
                |it| it.counted = Some(concept("person")),
                |it| (it.counted, it.scope) = (Some(concept("person.prisoner")), Scope::Altogether),
                "concept-narrower",
            ),
        ],
    );
}

#[test]
fn fact_plan_and_change() {
    let planned: Change = |it| it.modality = Modality::Planned;
    let possible: Change = |it| it.modality = Modality::Possible;
    let table = |different: &'static str| {
        [
            (planned, planned, ""),
            (planned, possible, ""),
            (planned, PLAIN, different),
            (PLAIN, possible, different),
            (
                |it: &mut Subject| it.modality = Modality::Denied,
                PLAIN,
                "no: one is told as a fact, the other is denied",
            ),
            (planned, |it| it.modality = Modality::Denied, "no: one is told as a fact, the other is denied"),
            (|it| it.modality = Modality::Denied, |it| it.modality = Modality::Denied, ""),
        ] as [(Change, Change, &str); 7]
    };
    for kind in [Kind::Count, Kind::Ordinal] {
        check(kind, &["modality", "change"], &table("modality-of-count"));
    }
    for kind in [Kind::Money, Kind::Measure, Kind::Duration, Kind::Percent] {
        check(kind, &["modality", "change"], &table("modality-different"));
    }
    check(
        Kind::Percent,
        &["change"],
        &[
            (|it| it.change = Some(Mark::DegreeMore), PLAIN, "change-alone"),
            (|it| it.change = Some(Mark::DegreeMore), |it| it.change = Some(Mark::DegreeLess), "change-alone"),
            (|it| it.change = Some(Mark::DegreeLess), |it| it.change = Some(Mark::DegreeLess), ""),
        ],
    );
}

#[test]
fn which_of_a_sequence() {
    let second: Change = |it| it.occurrence = Some(Occurrence::Nth(2));
    check(
        Kind::Count,
        &["occurrence"],
        &[
            (second, second, ""),
            (second, |it| it.occurrence = Some(Occurrence::Nth(3)), "occurrence-different"),
            (second, PLAIN, "occurrence-missing"),
            (second, |it| it.occurrence = Some(Occurrence::Earlier), "occurrence-missing"),
            (|it| it.occurrence = Some(Occurrence::Earlier), |it| it.occurrence = Some(Occurrence::Earlier), ""),
        ],
    );
}

fn said(it: &mut Subject, who: Option<Term>) {
    it.attribution = Some(Attribution { who, text: "x".to_owned() });
}

#[test]
fn who_says_so() {
    let aria: Change = |it| said(it, Some(name("aria")));
    check(
        Kind::Count,
        &["attribution"],
        &[
            (aria, aria, "attribution-same"),
            (aria, |it| said(it, Some(name("bora"))), ""),
            (|it| said(it, None), |it| said(it, None), ""),
            (aria, PLAIN, ""),
        ],
    );
}

#[test]
fn when_it_happened() {
    fn on(it: &mut Subject, month: i8, day: i8) {
        it.time = Some(DateSpan::day(date(2026, month, day)));
    }
    let third: Change = |it| on(it, 3, 3);
    let table: &[(Change, Change, &str)] = &[
        (third, third, "time-same"),
        (third, |it| on(it, 3, 4), ""),
        (third, |it| on(it, 3, 6), ""),
        (third, |it| on(it, 3, 7), "time-different"),
        (|it| on(it, 1, 1), |it| on(it, 2, 16), "time-different"),
        (|it| on(it, 1, 1), |it| on(it, 2, 17), "no: they tell of different times"),
        // Beside an article that does not say, time counts from the day of publication.
        (|it| on(it, 1, 23), PLAIN, ""),
        (|it| on(it, 1, 22), PLAIN, "time-earlier"),
        (|it| it.time = Some(DateSpan::day(date(2025, 2, 2))), PLAIN, "time-earlier"),
        (|it| it.time = Some(DateSpan::day(date(2025, 2, 1))), PLAIN, "other-year"),
        (|it| it.time = DateSpan::year(2026), |it| on(it, 12, 1), "time-same"),
    ];
    check(Kind::Count, &["time", "other-year"], table);
    // Hours of two days tell of two things; a night is one.
    check(
        Kind::Time,
        &["time"],
        &[(third, |it| on(it, 3, 5), "time-different"), (third, third, "time-same"), (third, PLAIN, "")],
    );
    check(Kind::Age, &["time"], &[(|it| on(it, 1, 1), |it| on(it, 6, 1), "time-different")]);
    check(Kind::Date, &["time"], &[(|it| on(it, 1, 1), |it| on(it, 6, 1), "")]);
}

#[test]
fn matches_are_of_two_names() {
    let both: Change = |it| it.names = vec![name("aria"), name("bora")];
    let aria: Change = |it| it.names = vec![name("aria")];
    check(
        Kind::Score,
        &["one-side", "name"],
        &[
            (both, both, "name-same"),
            (both, |it| it.names = vec![name("caro")], "no: nothing says that they speak of one match"),
            (both, aria, "name-same"),
        ],
    );
    let mut pair = pair(Kind::Score, both, aria);
    let another = Sibling { answer: Answer::Score(7.into(), 7.into()), subject: Subject::default() };
    pair[1].siblings = Arc::new([another.clone(), another]);
    assert_eq!(judged(&pair, &["one-side"]), "one-side-of-match");
}

#[test]
fn words_around_a_value() {
    let words = |count: usize| (0..count).map(|at| stem(&format!("en:word{at}"))).collect::<Vec<_>>();
    let context = |a: usize, b: usize| {
        let pair = pair(Kind::Count, |it| it.context = words(a), |it| it.context = words(b));
        judged(&pair, &["context"])
    };
    assert_eq!(context(0, 4), "");
    assert_eq!(context(1, 4), "context 333, context-many 200, context-telling");
    assert_eq!(context(2, 2), "context 666, context-many 400, context-telling");
    assert_eq!(context(4, 4), "context, context-many 800, context-telling");
    assert_eq!(context(6, 9), "context, context-many, context-telling");
    let near = pair(Kind::Count, |it| it.near = words(2), |it| it.near = words(3));
    assert_eq!(judged(&near, &["context"]), "context-near 666");
    let everyday = || vec![concept("event.begin")];
    let pair_of_everyday = pair(Kind::Count, |it| it.context = everyday(), |it| it.context = everyday());
    assert_eq!(judged(&pair_of_everyday, &["context"]), "context 333, context-many 200", "begin says little");
    // What both stories are full of says little.
    let mut pair = pair(Kind::Count, |it| it.context = words(1), |it| it.context = words(1));
    for claim in &mut pair {
        let mut info = (*claim.article).clone();
        info.story =
            info.story.terms().map(|(term, weight)| (term.clone(), weight)).chain([(stem("en:word0"), 12)]).collect();
        claim.article = Arc::new(info);
    }
    assert_eq!(judged(&pair, &["context"]), "context 83, context-many 50, context-telling");
}

#[test]
fn where_articles_tell_it() {
    let told = |a: &[u16], b: &[u16], leading: [bool; 2]| {
        let with = |at: &[u16], leading: bool| {
            let at = at.to_vec();
            move |it: &mut Subject| (it.positions, it.leading) = (at.clone(), leading)
        };
        judged(&pair(Kind::Count, with(a, leading[0]), with(b, leading[1])), &["both", "telling"])
    };
    assert_eq!(told(&[0], &[0], [true, true]), "both-leading");
    assert_eq!(told(&[0], &[0], [true, false]), "");
    assert_eq!(told(&[100, 900], &[300], [false, false]), "telling-apart 200");
    assert_eq!(told(&[], &[300], [false, false]), "");
}

/// The verdict from either side.
fn verdict(a: &Claim, b: &Claim) -> Option<&'static str> {
    let (forth, back) = (compare(a, b, &RULES), compare(b, a, &RULES));
    assert_eq!(forth.as_ref().map(|it| it.confidence), back.as_ref().map(|it| it.confidence));
    assert_eq!(forth.as_ref().map(|it| it.kind), back.as_ref().map(|it| it.kind));
    forth.map(|verdict| verdict.kind.name())
}

fn kind_of(a: Answer, b: Answer) -> Option<&'static str> {
    let lamps = || Subject { counted: Some(stem("en:lamp")), ..Subject::default() };
    verdict(&claim("a", a, lamps()), &claim("b", b, lamps()))
}

fn spread(dimension: Dimension, nominal: Option<i64>, low: Bound<i64>, high: Bound<i64>, likely: i64) -> Answer {
    let bounds = Interval::new(low.map(Number::from), high.map(Number::from)).unwrap();
    let expected = Interval::new(low.map(Number::from), Bound::Included(likely.into())).unwrap();
    Answer::Quantity(Quantity {
        dimension,
        unit: None,
        nominal: nominal.map(Number::from),
        extent: Extent::new(bounds, expected).unwrap(),
    })
}

#[test]
fn answers_of_one_kind() {
    use Bound::{Excluded, Included, Unbounded};
    let over = |low: i64, likely: i64| spread(Dimension::Count, Some(low), Excluded(low), Unbounded, likely);
    let at_least = |low: i64, likely: i64| spread(Dimension::Count, Some(low), Included(low), Unbounded, likely);
    let about =
        |value: i64, low: i64, high: i64| spread(Dimension::Count, Some(value), Included(low), Included(high), high);
    for (a, b, expected) in [
        (count(157), count(157), Some("agrees")),
        (count(157), count(150), Some("conflict")),
        (over(150, 180), count(157), Some("refines")),
        (over(150, 180), count(900), Some("tension")),
        // Each names the round figure that it is just above.
        (over(6, 7), over(8, 9), Some("conflict")),
        (at_least(6, 7), at_least(8, 9), Some("tension")),
        (over(6, 7), at_least(8, 9), Some("tension")),
        // They meet only at the edges of what they can mean.
        (about(70, 65, 75), about(78, 74, 82), Some("conflict")),
        (about(70, 65, 79), about(78, 74, 82), Some("agrees")),
        (count(12), money("EUR", 12), None),
        (money("EUR", 12), money("USD", 12), Some("conflict")),
        (money("EUR", 12), money("USD", 13), None),
        (money("EUR", 12), money("EUR", 13), Some("conflict")),
        (quantity(Dimension::Percent, 12), quantity(Dimension::PercentPoint, 12), None),
        (measure("km", 5), measure("m", 5_000), Some("agrees")),
        // Figures in two units are conversions of each other up to two percent of the larger one.
        (measure("km", 5), measure("m", 5_102), Some("agrees")),
        (measure("km", 5), measure("m", 5_103), Some("conflict")),
        (measure("km", 5), measure("m", 4_900), Some("agrees")),
        (measure("km", 5), measure("m", 4_899), Some("conflict")),
        (measure("km", 50), measure("km", 49), Some("conflict")),
        (Answer::Score(2.into(), 1.into()), Answer::Score(1.into(), 2.into()), None),
        (Answer::Ordinal(3.into()), Answer::Ordinal(3.into()), Some("agrees")),
        (Answer::Ordinal(3.into()), Answer::Ordinal(4.into()), Some("conflict")),
    ] {
        assert_eq!(kind_of(a.clone(), b.clone()), expected, "{a:?} {b:?}");
    }
}

#[test]
fn scores_are_of_no_order() {
    let of = |home: i64, away: i64| {
        claim(
            "a",
            Answer::Score(home.into(), away.into()),
            Subject { names: vec![name("aria"), name("bora")], ..Subject::default() },
        )
    };
    assert_eq!(verdict(&of(2, 1), &of(1, 2)), Some("agrees"));
    assert_eq!(verdict(&of(2, 1), &of(2, 1)), Some("agrees"));
    assert_eq!(verdict(&of(2, 1), &of(2, 2)), Some("conflict"));
}

#[test]
fn days_and_times() {
    let day = |day: i8| Answer::Date(DateSpan::day(date(2026, 3, day)), None);
    let at = |day: i8, hour: i32| Answer::Date(DateSpan::day(date(2026, 3, day)), Some(ClockSpan::at(hour, 0, 0)));
    let about = |day: i8| Answer::Date(DateSpan { approximate: true, ..DateSpan::day(date(2026, 3, day)) }, None);
    let march = || Answer::Date(DateSpan::month(2026, 3).unwrap(), None);
    let open = |month: i8, day: i8| {
        let written = PartialDate { month: Some(month), day: Some(day), ..PartialDate::default() };
        Answer::Date(DateSpan::unresolved(written, Granularity::Day), None)
    };
    let time = |hour: i32, minute: i32| Answer::Time(ClockSpan::at(hour, minute, 0));
    let zoned = |hour: i32| Answer::Time(ClockSpan { zone_offset: Some(0), ..ClockSpan::at(hour, 47, 0) });
    let stretch = |from: i32, to: i32| Answer::Time(ClockSpan::stretch(from * 60, to * 60));
    for (a, b, expected) in [
        (day(4), day(4), Some("agrees")),
        (day(4), day(6), Some("conflict")),
        (day(4), march(), Some("refines")),
        (at(4, 9), at(4, 11), Some("conflict")),
        (at(4, 9), at(4, 9), Some("agrees")),
        (at(4, 9), day(4), Some("agrees")),
        (at(4, 9), at(6, 9), Some("conflict")),
        // "intorno al 4 marzo" may be three days off.
        (about(4), day(7), Some("agrees")),
        (about(4), day(8), Some("agrees")),
        (about(4), day(9), Some("conflict")),
        (open(3, 4), day(4), Some("agrees")),
        (open(3, 4), day(6), Some("conflict")),
        (open(3, 4), open(4, 4), Some("conflict")),
        (open(3, 4), march(), None),
        (time(9, 0), time(9, 0), Some("agrees")),
        (time(9, 0), time(10, 30), Some("conflict")),
        (time(9, 0), stretch(8, 12), Some("refines")),
        (stretch(8, 12), stretch(11, 14), Some("refines")),
        // Zones lie whole half hours apart, and only one names its own.
        (zoned(21), time(22, 47), Some("agrees")),
        (zoned(21), time(22, 17), Some("agrees")),
        (zoned(21), time(22, 40), Some("conflict")),
        (zoned(21), time(22, 46), Some("conflict")),
        (zoned(21), time(22, 48), Some("conflict")),
        (zoned(21), zoned(22), Some("conflict")),
        (
            Answer::TimeRange(ClockSpan::at(9, 0, 0), ClockSpan::at(12, 0, 0)),
            Answer::TimeRange(ClockSpan::at(9, 0, 0), ClockSpan::at(13, 0, 0)),
            Some("conflict"),
        ),
        (
            Answer::TimeRange(ClockSpan::at(8, 0, 0), ClockSpan::at(12, 0, 0)),
            Answer::TimeRange(ClockSpan::at(9, 0, 0), ClockSpan::at(12, 0, 0)),
            Some("conflict"),
        ),
        (
            Answer::TimeRange(ClockSpan::at(9, 0, 0), ClockSpan::at(12, 0, 0)),
            Answer::TimeRange(ClockSpan::at(9, 0, 0), ClockSpan::at(12, 0, 0)),
            Some("agrees"),
        ),
    ] {
        assert_eq!(kind_of(a.clone(), b.clone()), expected, "{a:?} {b:?}");
    }
}

/// "Today" in articles of two days.
#[test]
fn days_counted_from_the_writing() {
    let lamps = || Subject { counted: Some(stem("en:lamp")), ..Subject::default() };
    let with = |id: &str, published: i8, day: i8, written: Option<i8>| {
        let written = PartialDate { day: written, ..PartialDate::default() };
        let span = DateSpan { written, ..DateSpan::day(date(2026, 3, day)) };
        let mut claim = claim(id, Answer::Date(span, None), lamps());
        claim.article = Arc::new(ArticleInfo { published: Some(date(2026, 3, published)), ..article(id) });
        claim
    };
    let of = |a: Claim, b: Claim| judged(&[a, b], &["writing"]);
    assert_eq!(of(with("a", 4, 4, None), with("b", 5, 5, None)), "writing-day");
    assert_eq!(of(with("a", 4, 4, None), with("b", 5, 5, Some(5))), "writing-day");
    assert_eq!(of(with("a", 4, 4, Some(4)), with("b", 5, 5, Some(5))), "");
    assert_eq!(of(with("a", 4, 4, None), with("b", 6, 6, None)), "");
    assert_eq!(of(with("a", 5, 4, None), with("b", 5, 5, None)), "");
}

#[test]
fn what_values_say_of_the_question() {
    let of = |a: Answer, b: Answer| {
        let subject = Subject::default;
        judged(&[claim("a", a, subject()), claim("b", b, subject())], &["values", "far", "unit"])
    };
    for (a, b, expected) in [
        (100, 100, "values-close"),
        (100, 140, "values-close 520"),
        (100, 170, "values-close 310"),
        (100, 200, "values-close 100"),
        (100, 330, "values-close 0"),
        (100, 700, "values-apart 270"),
        (100, 2_000, "values-apart 597"),
        (100, 2_001, "far-apart, values-apart 597"),
        (100, 90_000, "far-apart, values-apart"),
        // Slips: millions for thousands, digits that changed places.
        (178, 187, "values-close, values-slip"),
        (187, 871, "values-close, values-slip"),
        (178, 1_870, "values-apart 388"),
        (35, 35_000, "values-close, values-slip"),
        (35, 35_000_000, "values-close, values-slip"),
        (35, 3_500, "far-apart, values-apart"),
        (7, 7_000, "far-apart, values-apart"),
    ] {
        assert_eq!(of(count(a), count(b)), expected, "{a} {b}");
    }
    let age = |years: i64| quantity(Dimension::Age, years);
    for (a, b, expected) in [(40, 44, "values-close"), (40, 60, "values-close 0"), (20, 60, "values-apart")] {
        assert!(of(age(a), age(b)).starts_with(expected), "{a} {b}: {}", of(age(a), age(b)));
    }
    assert_eq!(of(measure("km", 60), measure("km", 70)), "unit-same, values-close 796");
    assert_eq!(of(measure("km", 60), measure("m", 70_000)), "values-close 796");
    assert_eq!(of(measure("m", 19), measure("m", 24)), "unit-same, values-close 676");
    assert_eq!(of(money("EUR", 60), money("EUR", 70)), "values-close 796");
    assert_eq!(of(Answer::Ordinal(3.into()), Answer::Ordinal(4.into())), "values-close 592");
    let time = |minutes: i32| ClockSpan::stretch(minutes, minutes + 1);
    for (other, expected) in [(615, "values-close"), (681, "values-close 600"), (780, "values-close 0")] {
        assert_eq!(of(Answer::Time(time(600)), Answer::Time(time(other))), expected, "{other}");
        let hours = |from: i32| Answer::TimeRange(time(from), time(900));
        assert_eq!(of(hours(600), hours(other)), expected, "the end that differs more");
    }
}

/// A week is little where both days lie a year back, and much beside yesterday.
#[test]
fn days_are_near_by_how_far_they_lie_from_the_writing() {
    let of = |published: Option<Date>, days: [Date; 2]| {
        let on = |day: Date| {
            let mut claim = claim("a", Answer::Date(DateSpan::day(day), None), Subject::default());
            claim.article = Arc::new(ArticleInfo { published, ..article("a") });
            claim
        };
        judged(&days.map(on), &["values"])
    };
    let written = Some(date(2026, 3, 13));
    for (days, expected) in [
        ([date(2026, 3, 12), date(2026, 3, 11)], "values-close"),
        ([date(2026, 3, 12), date(2026, 3, 4)], "values-apart 661"),
        ([date(2025, 3, 12), date(2025, 3, 4)], "values-close"),
        ([date(2026, 3, 12), date(2026, 3, 14)], "values-apart 521"),
        ([date(1971, 1, 1), date(1978, 1, 1)], "values-close"),
    ] {
        assert_eq!(of(written, days), expected, "{days:?}");
        assert_eq!(of(written, [days[1], days[0]]), expected, "{days:?}");
    }
    assert_eq!(of(None, [date(2025, 3, 12), date(2025, 3, 13)]), "values-close 0", "nobody knows when it was written");
}

#[test]
fn ages_are_compared_at_one_time() {
    let aged = |id: &str, age: i64, published: Option<Date>| {
        let mut claim = claim(id, quantity(Dimension::Age, age), Subject::default());
        claim.article = Arc::new(ArticleInfo { published, ..article(id) });
        claim
    };
    let of = |other: Option<Date>| judged(&[aged("a", 61, Some(DAY)), aged("b", 63, other)], &["age"]);
    assert_eq!(of(Some(date(2026, 5, 9))), "");
    assert_eq!(of(Some(date(2026, 5, 10))), "age-elsewhen");
    assert_eq!(of(Some(date(2026, 1, 9))), "");
    assert_eq!(of(None), "age-elsewhen");
}

/// Dead and missing are counted anew every hour; the area of a fire grows, the number of fires does not.
#[test]
fn what_supersedes_what() {
    struct Telling {
        day: i8,
        answer: Answer,
        subject: Subject,
        status: Status,
    }
    let dead = || Subject { events: vec![concept("event.die")], ..Subject::default() };
    let burnt = || Subject { events: vec![concept("event.fire")], ..Subject::default() };
    let plain = || Subject { counted: Some(stem("en:lamp")), ..Subject::default() };
    let corrected = || Subject { corrected: true, ..plain() };
    let telling = |day: i8, answer: Answer, subject: Subject| Telling { day, answer, subject, status: Status::Plain };
    let as_status = |status: Status, it: Telling| Telling { status, ..it };
    let found = |telling: Telling, id: &str| {
        let mut claim = claim(id, telling.answer, telling.subject);
        let published = Some(date(2026, 3, telling.day));
        let mut info = ArticleInfo { published, status: telling.status, ..article(id) };
        info.story = [(concept("event.fire"), 5), (name("torvale"), 10)].into_iter().collect();
        claim.article = Arc::new(info);
        claim
    };
    let percent = |value: i64| quantity(Dimension::Percent, value);
    for (a, b, expected) in [
        (telling(4, count(12), dead()), telling(5, count(15), dead()), "update"),
        (telling(4, count(15), dead()), telling(5, count(12), dead()), "conflict"),
        (telling(4, count(12), dead()), telling(4, count(15), dead()), "conflict"),
        (telling(4, count(12), plain()), telling(5, count(15), plain()), "conflict"),
        (telling(4, count(15), plain()), telling(5, count(12), corrected()), "update"),
        (telling(4, count(15), corrected()), telling(5, count(12), plain()), "conflict"),
        (telling(4, count(15), corrected()), telling(5, count(12), corrected()), "conflict"),
        (telling(4, measure("ha", 20), burnt()), telling(5, measure("ha", 30), burnt()), "update"),
        (telling(4, measure("km", 20), burnt()), telling(5, measure("km", 30), burnt()), "conflict"),
        (telling(4, percent(20), plain()), as_status(Status::Corrected, telling(5, percent(22), plain())), "update"),
        (as_status(Status::Preliminary, telling(4, percent(20), plain())), telling(5, percent(22), plain()), "update"),
        (
            as_status(Status::Preliminary, telling(4, percent(20), plain())),
            as_status(Status::Preliminary, telling(5, percent(22), plain())),
            "conflict",
        ),
        (
            telling(4, percent(20), plain()),
            as_status(Status::Preliminary, telling(5, percent(22), plain())),
            "conflict",
        ),
        (telling(4, count(20), plain()), as_status(Status::Corrected, telling(5, count(22), plain())), "conflict"),
        (
            telling(4, Answer::Ordinal(3.into()), plain()),
            telling(5, Answer::Ordinal(4.into()), corrected()),
            "conflict",
        ),
    ] {
        assert_eq!(verdict(&found(a, "a"), &found(b, "b")), Some(expected));
    }
}

/// Articles of unknown days: only the one that says so can correct the other, and only in a count.
#[test]
fn a_correction_needs_no_day() {
    let undated = |id: &str, answer: Answer, corrected: bool| {
        let mut claim = claim(id, answer, Subject { counted: Some(stem("en:lamp")), corrected, ..Subject::default() });
        claim.article = Arc::new(ArticleInfo { published: None, ..article(id) });
        claim
    };
    let of = |answers: [Answer; 2], corrected: [bool; 2]| {
        let [a, b] = answers;
        verdict(&undated("a", a, corrected[0]), &undated("b", b, corrected[1]))
    };
    assert_eq!(of(answers(Kind::Count), [false, true]), Some("update"));
    assert_eq!(of(answers(Kind::Count), [true, true]), Some("conflict"));
    assert_eq!(of(answers(Kind::Count), [false, false]), Some("conflict"));
    assert_eq!(of(answers(Kind::Money), [false, true]), Some("conflict"));
}

#[test]
fn two_named_sources_who_disagree() {
    let cited = |who: Option<Term>| {
        move |it: &mut Subject| {
            it.counted = Some(stem("en:lamp"));
            if let Some(who) = &who {
                said(it, Some(who.clone()));
            }
        }
    };
    for (a, b, expected) in [
        (Some(name("aria")), Some(name("bora")), "disputed"),
        (Some(name("aria")), Some(name("aria")), "conflict"),
        (Some(name("aria")), None, "conflict"),
        (Some(name("aria")), Some(stem("en:zap")), "conflict"),
        (Some(name("aria")), Some(concept("person.witness")), "conflict"),
        (Some(name("aria")), Some(concept("group.government")), "disputed"),
    ] {
        let [x, y] = pair(Kind::Count, cited(a.clone()), cited(b.clone()));
        assert_eq!(verdict(&x, &y), Some(expected), "{a:?} {b:?}");
    }
}

#[test]
fn articles_of_two_stories_are_never_compared() {
    let of = |terms: &[(Term, u32)]| {
        let [a, mut b] = pair(Kind::Count, PLAIN, PLAIN);
        b.article = Arc::new(ArticleInfo { story: terms.iter().cloned().collect(), ..article("b") });
        verdict(&a, &b).is_some()
    };
    assert!(of(&[(name("torvale"), 10)]));
    assert!(!of(&[(name("melara"), 10)]));
    assert!(!of(&[]));
    // A little of ten in common is too little.
    assert!(!of(&[(name("melara"), 9), (name("torvale"), 1)]));
    assert!(of(&[(name("melara"), 8), (name("torvale"), 2)]));
}

#[test]
fn a_value_that_the_other_article_gives_elsewhere_answers_another_question() {
    let words = || ["en:one", "en:two", "en:three", "en:four", "en:five"].map(stem).to_vec();
    let lamps = || Subject { counted: Some(stem("en:lamp")), ..Subject::default() };
    let planned = || Subject { modality: Modality::Planned, ..lamps() };
    let bells = || Subject { counted: Some(stem("en:bell")), ..Subject::default() };
    let beside = || Subject { near: words(), ..lamps() };
    let around = || Subject { near: words(), context: words(), ..lamps() };
    let with = |others: &[(i64, Subject)]| {
        let [a, mut b] = [claim("a", count(157), around()), claim("b", count(150), lamps())];
        let siblings =
            others.iter().map(|(value, subject)| Sibling { answer: count(*value), subject: subject.clone() });
        b.siblings = siblings.collect();
        judged(&[a, b], &["answered", "better", "rivals"])
    };
    assert_eq!(with(&[]), "");
    assert_eq!(with(&[(150, around())]), "", "an answer is no rival of itself");
    assert_eq!(with(&[(157, lamps())]), "no: the other article gives this value elsewhere");
    assert!(with(&[(157, planned())]).starts_with("answered-elsewhere "), "{}", with(&[(157, planned())]));
    assert!(with(&[(157, bells())]).starts_with("answered-elsewhere "), "{}", with(&[(157, bells())]));
    for (rivals, expected) in [(1, "rivals 200"), (4, "rivals 800"), (5, "rivals"), (6, "rivals")] {
        let others: Vec<_> = (0..rivals).map(|at| (140 - at, lamps())).collect();
        assert_eq!(with(&others), expected);
    }
    assert_eq!(with(&[(160, bells())]), "");
    assert!(with(&[(160, beside())]).starts_with("better-elsewhere "), "{}", with(&[(160, beside())]));
    assert!(with(&[(160, around())]).starts_with("better-elsewhere "), "{}", with(&[(160, around())]));
    // What agrees has no need of a counterpart.
    let mut agreeing = [claim("a", count(157), around()), claim("b", count(157), lamps())];
    agreeing[1].siblings = Arc::new([Sibling { answer: count(160), subject: around() }]);
    assert_eq!(judged(&agreeing, &["better", "rivals"]), "");
}

/// What is told per month beside what is told per year.
#[test]
fn rates_are_compared_at_one_length_of_time() {
    let per = |value: i64, length: &str| {
        let per = Some(Term::Concept(length.into()));
        let subject = Subject { per, counted: Some(stem("en:lamp")), ..Subject::default() };
        (money("EUR", value), subject)
    };
    for (a, b, expected) in [
        (per(180, "time.month"), per(2_160, "time.year"), "agrees"),
        (per(30, "time.year"), per(60, "time.63072000-seconds"), "agrees"),
        (per(5, "time.week"), per(250, "time.year"), "agrees"),
        (per(30, "time.year"), per(90, "time.63072000-seconds"), "conflict"),
        // One figure for both is a slip.
        (per(120, "time.day"), per(120, "time.week"), "conflict"),
    ] {
        let pair = [("a", a), ("b", b)].map(|(id, (answer, subject))| claim(id, answer, subject));
        assert_eq!(verdict(&pair[0], &pair[1]), Some(expected), "{:?} {:?}", pair[0].answer, pair[1].answer);
    }
}

#[test]
fn a_value_that_makes_the_other_with_one_beside_it_does_not_contradict_it() {
    let counted = |concept_id: &str, sentence: u16| Subject {
        counted: Some(concept(concept_id)),
        positions: vec![sentence],
        ..Subject::default()
    };
    let of = |part: &str, other: (i64, &str, u16), whole: (i64, &str)| {
        let mut a = claim("a", count(78), counted(part, 100));
        a.siblings = [Sibling { answer: count(other.0), subject: counted(other.1, other.2) }].into_iter().collect();
        judged(&[a, claim("b", count(whole.0), counted(whole.1, 300))], &["none"])
    };
    let made = "no: with another figure of its sentence it makes the other value";
    assert_eq!(of("person.soldier", (6, "person.civilian", 100), (84, "person.prisoner")), made);
    assert_eq!(of("person.student", (6, "person.teacher", 100), (84, "person")), made);
    // Another sum, another sentence, the same thing counted, or something beside it that is no kind of it.
    assert_eq!(of("person.soldier", (6, "person.civilian", 100), (85, "person.prisoner")), "");
    assert_eq!(of("person.soldier", (6, "person.civilian", 200), (84, "person.prisoner")), "");
    assert_eq!(of("person.soldier", (6, "person.civilian", 100), (84, "person.soldier")), "");
    assert_eq!(of("person.soldier", (6, "object.car", 100), (84, "person.prisoner")), "");
}
