//! The lexicon as written: every concept is recognised in its examples and not in its counter-examples, and every
//! paradigm of inflection yields the forms that its examples name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::rules::{LANGUAGES, Rules, Sense};
use claimdiff::source::BlockKind;
use claimdiff::span::TextSpan;
use claimdiff::text::Passage;
use std::collections::BTreeSet;

/// The ids of all concepts that a sentence names.
fn concepts(sentence: &str, code: &str, rules: &Rules) -> BTreeSet<String> {
    let language = rules.language(code).expect("the packs of the language are whole");
    let span = TextSpan { start: 0, end: sentence.len() };
    let passage = Passage::new(sentence, span, BlockKind::Paragraph, language, rules);
    (0..passage.tokens.len())
        .flat_map(|at| passage.tags(at).to_vec())
        .filter_map(|tag| match tag.sense {
            Sense::Concept(id, _) => Some(rules.lexicon.get(id).id.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn examples_name_their_concept() {
    let rules = Rules::embedded().expect("the packs are whole");
    let mut wrong = Vec::new();
    for (_, concept) in rules.lexicon.iter() {
        for code in LANGUAGES {
            for sentence in concept.examples.get(code).into_iter().flatten() {
                if !concepts(sentence, code, &rules).contains(&concept.id) {
                    wrong.push(format!("{code} {}: {sentence}", concept.id));
                }
            }
            for sentence in concept.counter_examples.get(code).into_iter().flatten() {
                if concepts(sentence, code, &rules).contains(&concept.id) {
                    wrong.push(format!("{code} not {}: {sentence}", concept.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} sentences are misread:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn paradigms_yield_their_examples() {
    let rules = Rules::embedded().expect("the packs are whole");
    let mut wrong = Vec::new();
    for code in LANGUAGES {
        let inflection = &rules.language(code).expect("the packs of the language are whole").inflection;
        for (class, paradigm) in inflection.paradigms() {
            for example in &paradigm.examples {
                let mut found = BTreeSet::new();
                inflection.forms(&example.lemma, class, &mut |form| {
                    found.insert(form.join(" "));
                });
                for form in example.forms.iter().filter(|form| !found.contains(&form.to_lowercase())) {
                    wrong.push(format!("{code} {class:?} {}: {form}", example.lemma));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} forms are missing:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words that news mostly means otherwise name none of the concepts that they could be taken for.
#[test]
fn common_words_keep_to_their_common_meaning() {
    let rules = Rules::embedded().expect("the packs are whole");
    let cases = [
        ("it", "Si tratta ad esempio di una delle parti in causa.", vec!["person.manager", "event.birth", "event.talks"]),
        ("it", "Il soldato è stato ucciso.", vec!["event.suicide"]),
        ("it", "È partita una serie di controlli sulla media regionale.", vec!["quality.serious", "object.train"]),
        ("it", "Il partito ha ringraziato: grazie a tutti.", vec!["event.leave", "event.pardon"]),
        ("it", "I dati della borsa di studio sono di ieri.", vec!["event.give", "attribute.stock-index"]),
        ("en", "He left early and set a new record last May.", vec!["event.set-tennis", "event.last", "quality.preliminary"]),
        ("en", "It took place at a site in front of the office.", vec!["place", "place.front", "object.room"]),
        ("en", "The house is up for sale and the ship is free.", vec!["event.welcome", "event.increase", "event.release"]),
        ("en", "The deputy named another agent in the first story.", vec!["person.lawmaker", "event.appoint", "object.floor"]),
    ];
    for (code, sentence, unwanted) in cases {
        let found = concepts(sentence, code, &rules);
        for concept in unwanted {
            assert!(!found.contains(concept), "“{sentence}” names {concept}");
        }
    }
}
