//! Every entry of every pack carries its examples; here they run.

use crate::claim::{Anchor, Answer};
use crate::grammar::{MentionValue, mentions};
use crate::lex::fold;
use crate::rules::{ConceptId, LANGUAGES, Language, Packs, RuleError, Rules, Sense};
use crate::source::BlockKind;
use crate::span::TextSpan;
use crate::text::Passage;
use crate::value::{Interval, Number, Quantity};
use std::ops::Bound;

/// How the examples of the packs came out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trial {
    /// Examples that ran.
    pub examples: usize,
    /// Those that do not hold, each with its language, its entry and what came out instead.
    pub faults: Vec<String>,
}

impl Trial {
    fn ran(&mut self, fault: Option<String>) {
        self.examples += 1;
        self.faults.extend(fault);
    }
}

/// Runs every example and counter-example of the packs.
///
/// # Errors
/// A pack that is broken.
pub fn try_examples(packs: Packs) -> Result<Trial, RuleError> {
    let rules = &Rules::with_examples(packs)?;
    let mut trial = Trial::default();
    for code in LANGUAGES {
        let language = rules.language(code)?;
        hedges(language, rules, &mut trial);
        collectives(language, rules, &mut trial);
        inflection(language, &mut trial);
        concepts(language, rules, &mut trial);
    }
    Ok(trial)
}

/// Hedges move the bounds as they say, and words that only look like them move nothing.
fn hedges(language: &Language, rules: &Rules, trial: &mut Trial) {
    let code = &language.code;
    for example in language.hedges.iter().flat_map(|hedge| &hedge.examples) {
        let quantities = quantities(&example.text, language, rules);
        let bounds = |of: fn(&Quantity) -> &Interval<Number>| quantities.iter().map(|it| notation(of(it))).collect();
        let strict: Vec<String> = bounds(|it| it.extent.strict());
        let plausible: Vec<String> = bounds(|it| it.extent.plausible());
        let wanted = [("strict", Some(&example.strict), strict), ("plausible", example.plausible.as_ref(), plausible)];
        let wrong = wanted.iter().find_map(|(what, wanted, found)| {
            let wanted = wanted.filter(|wanted| !found.contains(*wanted))?;
            Some(format!("{code}: “{}”: {what} {wanted}, read {}", example.text, found.join(" ")))
        });
        trial.ran(wrong);
    }
    for text in language.hedges.iter().flat_map(|hedge| &hedge.counter_examples) {
        let quantities = quantities(text, language, rules);
        let is_moved = |it: &&Quantity| it.nominal.is_none_or(|value| *it.extent.strict() != Interval::point(value));
        let moved = quantities.iter().find(is_moved);
        trial.ran(moved.map(|moved| format!("{code}: “{text}” is read as {}", notation(moved.extent.strict()))));
    }
}

/// Nouns for about so many ("una decina") have their value.
fn collectives(language: &Language, rules: &Rules, trial: &mut Trial) {
    for example in language.numerals.collectives.iter().flat_map(|collective| &collective.examples) {
        let nominal: Vec<Number> =
            quantities(&example.text, language, rules).iter().filter_map(|quantity| quantity.nominal).collect();
        let fault = || format!("{}: “{}” should be {}, is {nominal:?}", language.code, example.text, example.value);
        trial.ran((!nominal.contains(&example.value)).then(fault));
    }
}

/// Lemmas inflect as they say.
fn inflection(language: &Language, trial: &mut Trial) {
    for (class, paradigm) in language.inflection.paradigms() {
        for example in &paradigm.examples {
            let mut forms = Vec::new();
            language.inflection.forms(&example.lemma, class, &mut |words| forms.push(words.join(" ")));
            let missing = example.forms.iter().find(|wanted| !forms.contains(&fold(wanted)));
            trial.ran(missing.map(|wanted| {
                let given = forms.join(", ");
                format!("{}: {class:?} {} should give {wanted}, gives {given}", language.code, example.lemma)
            }));
        }
    }
}

/// Concepts are recognised in their examples and only there.
fn concepts(language: &Language, rules: &Rules, trial: &mut Trial) {
    let code = &language.code;
    for (id, concept) in rules.lexicon.iter() {
        for text in concept.examples.get(code).into_iter().flatten() {
            let fault = || format!("{}: {code} example lacks it: {text}", concept.id);
            trial.ran((!names(text, id, language, rules)).then(fault));
        }
        for text in concept.counter_examples.get(code).into_iter().flatten() {
            let fault = || format!("{}: {code} counter-example has it: {text}", concept.id);
            trial.ran(names(text, id, language, rules).then(fault));
        }
    }
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
