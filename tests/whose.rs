//! Whose figure it is, on which day it was so, and of how many: what makes two sentences answer two questions however
//! alike their words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{ArticleClaims, Claim, Kind};
use claimdiff::rules::{Feature, Rules};
use claimdiff::source::{Limits, read_bytes};
use claimdiff::{compare, pipeline};
use std::sync::Arc;

/// An article in a language, with its day of publication or without one.
fn article(rules: &Rules, name: &str, language: &str, published: Option<&str>, text: &str) -> ArticleClaims {
    let record = serde_json::json!({ "id": name, "lang": language, "published": published, "text": text }).to_string();
    let (articles, errors) = read_bytes(&format!("{name}.jsonl"), record.as_bytes(), &Limits::default());
    assert!(errors.is_empty(), "{errors:?}");
    pipeline::claims(articles.first().unwrap(), rules).unwrap()
}

fn of_figure(article: &ArticleClaims, figure: &str) -> Option<Arc<Claim>> {
    article.claims.iter().find(|claim| claim.evidence.iter().any(|it| it.number.contains(figure))).cloned()
}

/// What is said of the claims of two figures: the verdict, "-" where they answer two questions or none.
fn verdict(rules: &Rules, days: [Option<&str>; 2], texts: [&str; 2], figures: [&str; 2]) -> String {
    let [a, b] = [0, 1].map(|at| {
        let read = article(rules, ["a", "b"][at], "en", days[at], texts[at]);
        of_figure(&read, figures[at])
    });
    let verdict = a.zip(b).and_then(|(a, b)| compare::compare(&a, &b, rules));
    verdict.map_or_else(|| "-".to_owned(), |verdict| verdict.kind.name().to_owned())
}

const AUTUMN: Option<&str> = Some("2012-09-04");
const SUMMER: Option<&str> = Some("2014-06-11");

#[test]
fn ages_grow_with_the_years() {
    let rules = Rules::embedded().unwrap();
    let driver = |age: u32| format!("The court in Harrow heard the driver, Colin Marsh, {age}, on Monday.");
    let told = |days: [Option<&str>; 2], ages: [u32; 2]| {
        let texts = ages.map(driver);
        verdict(&rules, days, [&texts[0], &texts[1]], [&ages[0].to_string(), &ages[1].to_string()])
    };
    assert_eq!(told([AUTUMN, SUMMER], [27, 29]), "agrees");
    assert_eq!(told([AUTUMN, SUMMER], [27, 28]), "agrees");
    assert_eq!(told([AUTUMN, SUMMER], [27, 31]), "conflict");
    assert_eq!(told([AUTUMN, AUTUMN], [27, 29]), "conflict");
    // In four hundred days one year has passed, and hardly two.
    assert_eq!(told([Some("2013-05-07"), SUMMER], [27, 28]), "agrees");
    assert_eq!(told([Some("2013-05-07"), SUMMER], [27, 29]), "conflict");
    // Who died was as old then, whenever it is told.
    assert_eq!(told([AUTUMN, SUMMER], [27, 27]), "agrees");
    assert_eq!(told([SUMMER, AUTUMN], [29, 27]), "agrees");
}

#[test]
fn an_age_belongs_to_the_name_beside_it_or_to_its_own_noun() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("en", "Colin Marsh, 27, was found in a house.", "27", &["marsh"][..]),
        ("en", "The 16-year-old Kim Doyle died.", "16", &["doyle"]),
        ("en", "Dora Finch died in 2002 at age 61.", "61", &["finch"]),
        ("en", "Marsh was heard insulting the 11-year-old girl.", "11", &[]),
        ("en", "Marsh said that a woman of 40 was hurt.", "40", &[]),
        ("it", "Rivolta è accusato di aver ferito una ragazza di 19 anni.", "19", &[]),
        ("it", "Carla Benassi, 43 anni, idraulica, è in carcere.", "43", &["benassi"]),
        ("de", "Jutta Hellmich (34) kam ums Leben.", "34", &["hellmich"]),
        // Where it was is nobody's name.
        ("en", "In Harrow a nurse, 34, was hurt.", "34", &[]),
        ("it", "A Modena una ragazza, 19 anni, è morta.", "19", &[]),
        ("fr", "À Lyon, une infirmière, 34 ans, a été blessée.", "34", &[]),
        ("de", "In Kassel ist eine Lehrerin (34) verletzt worden.", "34", &[]),
        ("es", "En Cuenca un conductor, 29, fue detenido.", "29", &[]),
        ("pt", "Em Braga uma professora, 41, ficou ferida.", "41", &[]),
    ];
    for (language, text, figure, names) in cases {
        let read = article(&rules, "a", language, SUMMER, text);
        let claim = of_figure(&read, figure);
        let found: Vec<String> = claim
            .iter()
            .flat_map(|claim| claim.subject.iter().flat_map(|subject| &subject.names))
            .map(|name| name.key().to_owned())
            .collect();
        assert_eq!(found, names, "{text}");
    }
}

#[test]
fn the_day_of_saying_is_not_that_of_what_was_said() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("en", "Two ferries collided off Harrow, officials said Saturday.", 0),
        ("en", "Yesterday, the mayor explained that two ferries had collided.", 0),
        ("en", "He told reporters on Saturday that the bridge had fallen.", 0),
        ("en", "On Saturday, the mayor said, a ferry sank off Harrow.", 1),
        ("en", "The mayor said a ferry sank on Saturday off Harrow.", 1),
        ("en", "The merger was announced on Saturday.", 1),
        ("it", "Il ministro ha detto ieri che il ponte è crollato.", 0),
        ("it", "La fusione è stata annunciata lunedì.", 1),
        ("fr", "Le maire a déclaré lundi que le pont s'est effondré.", 0),
    ];
    for (language, text, dates) in cases {
        let read = article(&rules, "a", language, SUMMER, text);
        let found = read.claims.iter().filter(|claim| claim.kind() == Kind::Date).count();
        assert_eq!(found, dates, "{text}");
    }
}

#[test]
fn figures_that_stand_in_a_row_are_of_several_things() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("The 32.5 and 18.4 kilometre stages start early on Sunday.", "18.4", true),
        ("One of the stages, of 18.4 kilometres, ends in Harrow.", "18.4", true),
        ("The stage has a length of 32.5 kilometres and starts on Sunday.", "32.5", false),
        ("One of the 12 jurors is a teacher.", "12", false),
    ];
    for (text, figure, expected) in cases {
        let read = article(&rules, "a", "en", SUMMER, text);
        let claim = of_figure(&read, figure).unwrap();
        assert_eq!(claim.subject.as_ref().unwrap().one_of_several, expected, "{text}");
    }
}

#[test]
fn a_tally_is_of_whoever_made_it() {
    let rules = Rules::embedded().unwrap();
    let features = |a: &str, b: &str, figures: [&str; 2]| {
        let (x, y) = (article(&rules, "a", "en", SUMMER, a), article(&rules, "b", "en", SUMMER, b));
        let pair = of_figure(&x, figures[0]).zip(of_figure(&y, figures[1]));
        let found = pair.and_then(|(a, b)| compare::pair_features(&a, &b, &rules)).unwrap_or_default();
        found.iter().any(|(feature, _)| *feature == Feature::TallyOfAnother)
    };
    let match_of = |who: &str| format!("The Herons beat the Otters in Harrow on Monday. {who} for the Herons.");
    let cases = [
        ("Ada Marsh scored 14 points", "Leo Wren scored 19 points", ["14", "19"], true),
        ("Ada Marsh scored 14 points", "Ada Marsh scored 19 points", ["14", "19"], false),
    ];
    for (a, b, figures, expected) in cases {
        let seen = |who: &str| {
            format!("{} Everybody watched {}.", match_of(who), who.split(' ').take(2).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(features(&seen(a), &seen(b), figures), expected, "{a} / {b}");
    }
}

#[test]
fn one_round_figure_with_two_hedges_is_no_conflict() {
    let rules = Rules::embedded().unwrap();
    let march = |how_many: &str| format!("{how_many} people marched through Harrow on Monday against the bridge.");
    let told = |a: &str, b: &str| {
        let texts = [march(a), march(b)];
        verdict(&rules, [SUMMER, SUMMER], [&texts[0], &texts[1]], [a, b])
    };
    assert_eq!(told("Nearly 100", "100"), "agrees");
    assert_eq!(told("More than 100", "100"), "agrees");
    assert_eq!(told("Nearly 100", "More than 100"), "tension");
    assert_eq!(told("More than 100", "97"), "conflict");
}

#[test]
fn days_of_the_week_differ_without_a_day_of_publication() {
    let rules = Rules::embedded().unwrap();
    let fell = |day: &str| format!("The bridge of Harrow collapsed on {day} in the storm.");
    let told = |a: &str, b: &str| {
        let texts = [fell(a), fell(b)];
        verdict(&rules, [None, None], [&texts[0], &texts[1]], [a, b])
    };
    assert_eq!(told("Sunday", "Wednesday"), "conflict");
    assert_eq!(told("Sunday", "Sunday"), "agrees");
}

#[test]
fn nouns_stand_behind_makes_and_before_bare_figures() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("The farm bought 14 TR-90 tractors in Harrow.", "14", Some("object.tractor")),
        ("They bought two Falcon 90 planes in May.", "two", Some("object.aircraft")),
        ("They bought two Falcon 90 planes in May.", "90", None),
        ("The army lost 12 Wolf 3 tanks.", "12", Some("object.tank")),
        ("The army lost 12 Wolf 3 tanks.", "3", None),
        ("In May Harrow 3 tanks burned.", "3", Some("object.tank")),
        ("The father of 8 was buried in Sept. 2013.", "8", Some("person.offspring")),
        ("The robbers pushed a father of two as they fled.", "two", Some("person.offspring")),
    ];
    for (text, figure, counted) in cases {
        let read = article(&rules, "a", "en", SUMMER, text);
        let term = of_figure(&read, figure).and_then(|claim| claim.subject.as_ref()?.counted.clone());
        assert_eq!(term.as_ref().map(|term| term.key()), counted, "{text}");
    }
}

#[test]
fn a_bare_figure_between_commas_is_the_age_of_one_person() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("en", "The driver, 29, was arrested.", "29", Kind::Age),
        ("en", "The teacher (41) died.", "41", Kind::Age),
        ("en", "The officers, 29, were arrested.", "29", Kind::Count),
        ("en", "The women (14) were heard first.", "14", Kind::Count),
        ("de", "Der Fahrer, 29, wurde festgenommen.", "29", Kind::Age),
        ("es", "El conductor, 29, fue detenido.", "29", Kind::Age),
        ("es", "Los conductores, 29, fueron detenidos.", "29", Kind::Count),
        ("pt", "O motorista, 29, foi detido.", "29", Kind::Age),
    ];
    for (language, text, figure, kind) in cases {
        let read = article(&rules, "a", language, SUMMER, text);
        assert_eq!(of_figure(&read, figure).map(|claim| claim.kind()), Some(kind), "{text}");
    }
}

#[test]
fn where_it_was_does_not_speak() {
    let rules = Rules::embedded().unwrap();
    let cases = [
        ("it", "I danni nella regione, ha detto il sindaco Brandi, sono di 40 milioni di euro.", "sindaco"),
        ("en", "Damage in the region, the mayor said, is 40 million euros.", "mayor"),
        ("fr", "Les dégâts dans la région, a dit le maire, sont de 40 millions d'euros.", "maire"),
        ("en", "The region said that damage was 40 million euros.", "region"),
    ];
    for (language, text, who) in cases {
        let read = article(&rules, "a", language, SUMMER, text);
        let claim = of_figure(&read, "40").unwrap();
        let source = claim.subject.as_ref().unwrap().attribution.clone().unwrap();
        assert_eq!(source.text, who, "{text}");
    }
}
