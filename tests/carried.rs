//! What a figure answers where its own clause does not say: labels, lines of lists, sentences that go on from others.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{Claim, Share, Subject};
use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};
use std::sync::Arc;

/// A language, a text, a figure as it is written there, and what it answers: "counted …", "event …", "about …".
const CARRIED: [(&str, &str, &str, &str); 14] = [
    ("en", "Rejected papers: 88. Turnout: 48.03%.", "48.03%", "about attribute.turnout"),
    ("it", "Il paese ha votato ieri. Affluenza: 48,3%.", "48,3%", "about attribute.turnout"),
    ("de", "Die Stadt wählte gestern. Wahlbeteiligung: 61,2 Prozent.", "61,2 Prozent", "about attribute.turnout"),
    ("es", "El pueblo votó ayer. Abstención: 38,8 por ciento.", "38,8 por ciento", "about attribute.abstention"),
    ("en", "Miriam Tait (Alliance): 12,406", "12,406", "about tait"),
    ("en", "Gerald Pym (Heritage): 11,859", "11,859", "about pym"),
    ("it", "I feriti sono sei. Tre sono gravi.", "Tre", "counted person"),
    ("es", "Los heridos son seis. Tres están graves.", "Tres", "counted person"),
    ("fr", "Les blessés sont douze. Trois sont graves.", "Trois", "counted person"),
    (
        "it",
        "A Lisso il corteo ha sfilato fino al porto. In 30mila per gli organizzatori.",
        "30mila",
        "event event.protest",
    ),
    (
        "fr",
        "À Vaux, la manifestation est finie. Douze mille selon la préfecture.",
        "Douze mille",
        "event event.protest",
    ),
    ("it", "Due i codici rossi, un tecnico e una ragazza.", "Due", "counted quality.serious"),
    (
        "en",
        "The river crested at 17ft (5.2m) in the small hours of Sunday.",
        "in the small hours of Sunday",
        "about attribute.water-level",
    ),
    (
        "de",
        "Es war kurz vor halb sieben, als es auf der Brücke zum ersten Mal krachte.",
        "kurz vor halb sieben",
        "about place.bridge",
    ),
];

#[test]
fn a_clause_without_a_question_takes_it_from_what_stands_around_it() {
    let rules = Rules::embedded().unwrap();
    let wrong: Vec<String> = CARRIED
        .iter()
        .filter_map(|(code, text, figure, wanted)| {
            let found = subject(&rules, code, text, figure).map(|subject| answers(&subject)).unwrap_or_default();
            (!found.iter().any(|answer| answer == wanted))
                .then(|| format!("{text}\n  wanted {wanted}, found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn some_of_those_before_are_a_part_of_them() {
    let rules = Rules::embedded().unwrap();
    let some = subject(&rules, "it", "I feriti sono sei. Tre sono gravi.", "Tre").unwrap();
    assert_eq!((some.share, some.inherited), (Share::Part, true));
    let all = subject(&rules, "it", "I feriti sono sei. Tre sono gravi.", "sei").unwrap();
    assert_eq!(all.share, Share::Whole);
}

#[test]
fn a_figure_that_nothing_is_told_of_answers_nothing() {
    let rules = Rules::embedded().unwrap();
    for (code, text, figure) in
        [("en", "Five hundred and forty-seven.", "Five hundred and forty-seven"), ("it", "E poi 40.", "40")]
    {
        assert!(subject(&rules, code, text, figure).is_none(), "{text}");
    }
}

/// The question of the figure that is written so.
fn subject(rules: &Rules, code: &str, text: &str, figure: &str) -> Option<Subject> {
    let (found, errors) = read_bytes("text.txt", text.as_bytes(), &Limits::default());
    assert!(errors.is_empty(), "{text}: {errors:?}");
    let articles = found.into_iter().map(|mut article| {
        article.meta.language = Some(code.to_owned());
        article
    });
    let articles = pipeline::claims_of(articles.collect(), Vec::new(), rules, &Reading::default()).articles;
    let written = |claim: &&Arc<Claim>| claim.implied.is_none() && claim.evidence[0].number == figure;
    let claim = articles.iter().flat_map(|article| &article.mentions).find(written);
    claim.unwrap_or_else(|| panic!("{text}: {figure} is not read")).subject.clone()
}

fn answers(subject: &Subject) -> Vec<String> {
    let counted = subject.counted.iter().map(|term| format!("counted {}", name(term)));
    let events = subject.events.iter().map(|term| format!("event {}", name(term)));
    let about = subject.attributes.iter().map(|term| format!("about {}", name(term)));
    counted.chain(events).chain(about).collect()
}

fn name(term: &claimdiff::claim::Term) -> String {
    use claimdiff::claim::Term;
    match term {
        Term::Concept(name) | Term::Name(name) | Term::Stem(name) => name.to_string(),
    }
}
