//! Every entry of every pack carries its examples; here they run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{Anchor, Answer};
use claimdiff::grammar::{MentionValue, mentions};
use claimdiff::lex::fold;
use claimdiff::rules::{ConceptId, LANGUAGES, Language, Rules, Sense};
use claimdiff::source::BlockKind;
use claimdiff::span::TextSpan;
use claimdiff::text::Passage;
use claimdiff::value::{Interval, Number, Quantity};
use std::ops::Bound;

#[test]
fn hedges_move_the_bounds_as_they_say() {
    report(&hedge_faults(&Rules::embedded().unwrap()));
}

fn hedge_faults(rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    for (code, language) in languages(rules) {
        for example in language.hedges.iter().flat_map(|hedge| &hedge.examples) {
            let told = |what: &str, wanted: &str, found: &[String]| {
                format!("{code}: “{}”: {what} {wanted}, read {}", example.text, found.join(" "))
            };
            let quantities = quantities(&example.text, language, rules);
            let strict: Vec<String> = quantities.iter().map(|it| notation(it.extent.strict())).collect();
            if !strict.contains(&example.strict) {
                faults.push(told("strict", &example.strict, &strict));
            }
            let plausible: Vec<String> = quantities.iter().map(|it| notation(it.extent.plausible())).collect();
            if let Some(wanted) = example.plausible.as_ref().filter(|wanted| !plausible.contains(*wanted)) {
                faults.push(told("plausible", wanted, &plausible));
            }
        }
    }
    faults
}

#[test]
fn words_that_only_look_like_hedges_move_nothing() {
    let rules = Rules::embedded().unwrap();
    let mut faults = Vec::new();
    for (code, language) in languages(&rules) {
        for text in language.hedges.iter().flat_map(|hedge| &hedge.counter_examples) {
            let quantities = quantities(text, language, &rules);
            if let Some(moved) = quantities
                .iter()
                .find(|it| it.nominal.is_none_or(|value| *it.extent.strict() != Interval::point(value)))
            {
                faults.push(format!("{code}: “{text}” is read as {}", notation(moved.extent.strict())));
            }
        }
    }
    report(&faults);
}

#[test]
fn nouns_for_about_so_many_have_their_value() {
    let rules = Rules::embedded().unwrap();
    let mut faults = Vec::new();
    for (code, language) in languages(&rules) {
        for example in language.numerals.collectives.iter().flat_map(|collective| &collective.examples) {
            let nominal: Vec<Number> =
                quantities(&example.text, language, &rules).iter().filter_map(|quantity| quantity.nominal).collect();
            if !nominal.contains(&example.value) {
                faults.push(format!("{code}: “{}” should be {}, is {nominal:?}", example.text, example.value));
            }
        }
    }
    report(&faults);
}

#[test]
fn lemmas_inflect_as_they_say() {
    let rules = Rules::embedded().unwrap();
    let mut faults = Vec::new();
    for (code, language) in languages(&rules) {
        for (class, paradigm) in language.inflection.paradigms() {
            for example in &paradigm.examples {
                let mut forms = Vec::new();
                language.inflection.forms(&example.lemma, class, &mut |words| forms.push(words.join(" ")));
                for wanted in example.forms.iter().filter(|wanted| !forms.contains(&fold(wanted))) {
                    faults.push(format!(
                        "{code}: {class:?} {} should give {wanted}, gives {}",
                        example.lemma,
                        forms.join(", ")
                    ));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn concepts_are_recognised_in_their_examples_and_only_there() {
    report(&concept_faults(&Rules::embedded().unwrap()));
}

fn concept_faults(rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    for (code, language) in languages(rules) {
        for (id, concept) in rules.lexicon.iter() {
            for text in concept.examples.get(code).into_iter().flatten() {
                if !names(text, id, language, rules) {
                    faults.push(format!("{}: {code} example lacks it: {text}", concept.id));
                }
            }
            for text in concept.counter_examples.get(code).into_iter().flatten() {
                if names(text, id, language, rules) {
                    faults.push(format!("{}: {code} counter-example has it: {text}", concept.id));
                }
            }
        }
    }
    faults
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "{} wrong:\n{}\n", faults.len(), faults.join("\n"));
}

fn languages(rules: &Rules) -> impl Iterator<Item = (&'static str, &Language)> {
    LANGUAGES.iter().map(|code| (*code, rules.language(code).unwrap()))
}

fn passage<'a>(text: &'a str, language: &'a Language, rules: &'a Rules) -> Passage<'a> {
    Passage::new(text, TextSpan::new(0, text.len()), BlockKind::Body, language, rules)
}

fn quantities(text: &str, language: &Language, rules: &Rules) -> Vec<Quantity> {
    let passage = passage(text, language, rules);
    let anchor = Anchor::default();
    let values = passage.sentences.iter().flat_map(|sentence| mentions(&passage, sentence));
    values
        .filter_map(|mention| match (&mention.value, Answer::of(&mention.value, &anchor, language)) {
            (MentionValue::Quantity(_), Answer::Quantity(quantity)) => Some(quantity),
            _ => None,
        })
        .collect()
}

fn names(text: &str, wanted: ConceptId, language: &Language, rules: &Rules) -> bool {
    let passage = passage(text, language, rules);
    (0..passage.tokens.len()).any(|at| {
        passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(id, _) if rules.lexicon.is_a(id, wanted)))
    })
}

/// `[270, 330]`, `(9800, ∞)`
fn notation(range: &Interval<Number>) -> String {
    let number = |value: &Number| value.normalize().to_string();
    let low = match range.lower() {
        Bound::Included(value) => format!("[{}", number(value)),
        Bound::Excluded(value) => format!("({}", number(value)),
        Bound::Unbounded => "(-∞".to_owned(),
    };
    let high = match range.upper() {
        Bound::Included(value) => format!("{}]", number(value)),
        Bound::Excluded(value) => format!("{})", number(value)),
        Bound::Unbounded => "∞)".to_owned(),
    };
    format!("{low}, {high}")
}
