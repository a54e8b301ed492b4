//! Binds a value to its question: what is counted, in which event, for whom, when, and who says so.

use super::around::{label, names, near_words, places};
use super::bearers::{aged_person, bearer};
use super::context::{CLAUSE, PHRASE, Previous, SENTENCE, push};
use super::frame::{frame, is_part, refers_back};
use super::items::{Item, ItemKind, Reading};
use super::model::{Share, Subject, Term};
use super::owner::owner;
use super::participants::participants;
use super::saying::{attribution, when_said};
use super::terms::concept_term;
use crate::grammar::{Form, MentionValue};
use crate::rules::{ConceptClass, ConceptId, Mark, WordClass};
use crate::value::Dimension;
use smallvec::SmallVec;
use std::ops::Range;

/// The question of one mention, with the tokens of the noun that it counts.
pub struct Bound {
    /// The question.
    pub subject: Subject,
    /// Tokens of value and noun together.
    pub tokens: Range<usize>,
}

/// Binds a mention, whose value the article may have settled. `None` where nothing near it says what it answers.
pub fn bind(reading: &Reading<'_>, mention: usize, value: &MentionValue, previous: &mut Previous) -> Option<Bound> {
    let at = reading.item_of(mention)?;
    if matches!(value, MentionValue::Date(_)) && when_said(reading, at) {
        return None;
    }
    let mut subject = Subject::default();
    let mut tokens = reading.items.get(at)?.tokens.clone();
    if counts(value) {
        if let Some((item, term)) = counted_noun(reading, at, value, previous) {
            subject.counted = Some(term);
            subject.inherited = item.is_none();
            if let Some(item) = item {
                tokens.end = tokens.end.max(reading.items[item].tokens.end);
                modifiers(reading, at, item, &mut subject);
            }
        }
    } else {
        subject.counted = if is_age(value) { aged_person(reading, at) } else { measured_thing(reading, at) };
    }
    events(reading, at, &mut subject);
    if subject.events.is_empty() {
        subject.events.clone_from(&previous.asked_events);
    }
    attributes(reading, at, value, &mut subject);
    qualities(reading, at, &mut subject);
    frame(reading, at, previous, &mut subject);
    subject.participants = participants(reading, at);
    subject.names = if is_age(value) { bearer(reading, at) } else { names(reading, at) };
    subject.owner = owner(reading, at);
    subject.places = places(reading, at);
    subject.attribution = attribution(reading, at);
    subject.context.clone_from(&reading.context);
    subject.near = near_words(reading, at);
    settle_counted(reading, &mut subject, value);
    if subject.events.is_empty() && subject.attributes.is_empty() && subject.counted.is_none() {
        carry_on(reading, at, value, previous, &mut subject);
    }
    subject.label = label(reading, at, &tokens);
    if subject.counted.is_none() && subject.events.is_empty() && subject.attributes.is_empty() {
        return None;
    }
    if counts(value)
        && let Some(counted) = &subject.counted
    {
        previous.counted = Some((counted.clone(), subject.events.clone()));
    }
    Some(Bound { subject, tokens })
}

pub(super) fn counts(value: &MentionValue) -> bool {
    match value {
        MentionValue::Quantity(measured) => {
            measured.quantity.dimension == Dimension::Count
                || (measured.quantity.dimension == Dimension::Percent && measured.form != Form::Fraction)
        }
        MentionValue::Ordinal(_) => true,
        _ => false,
    }
}

fn is_percent(value: &MentionValue) -> bool {
    matches!(value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Percent)
}

// ---- what is counted

/// The noun after the value, else the one before it, else the one that the text spoke of last.
fn counted_noun(
    reading: &Reading<'_>,
    at: usize,
    value: &MentionValue,
    previous: &Previous,
) -> Option<(Option<usize>, Term)> {
    if let Some(item) = noun_after(reading, at, is_percent(value)) {
        return Some((Some(item), reading.term_as_noun(item)?));
    }
    if let Some(term) = counted_by_whole(reading, at) {
        return Some((None, term));
    }
    if refers_back(reading, at)
        && let Some(asked) = &previous.asked
    {
        return Some((None, asked.clone()));
    }
    if is_part(reading, at) || refers_back(reading, at) {
        return previous.counted.clone().map(|(term, _)| (None, term));
    }
    if let Some(item) = noun_before(reading, at) {
        return Some((None, reading.term_as_noun(item)?));
    }
    if let Some(item) = noun_of_whole(reading, at).filter(|_| !is_percent(value)) {
        return Some((None, reading.term_as_noun(item)?));
    }
    let asked = previous.asked.clone().filter(|_| !is_percent(value)).map(|term| (None, term));
    asked.or_else(|| named_quality(reading, at))
}

/// "A father of five", "Mutter von zwei": what a figure without a noun counts of the person before it.
fn counted_by_whole(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let before = |back: usize| reading.items.get(at.checked_sub(back)?);
    let whole = before(2).filter(|_| before(1).is_some_and(|item| item.is(Mark::Of)))?.noun()?;
    let concept = reading.lexicon().get(whole);
    let counted = concept.counts.filter(|_| concept.class == ConceptClass::Thing)?;
    Some(concept_term(counted, reading.lexicon()))
}

/// Items between a whole and its part at most.
const WHOLE_BEFORE: usize = 9;

/// "Of the six carriages, three left the track", "von den sechs Wagen entgleisten drei".
fn noun_of_whole(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let whole = (at.saturating_sub(WHOLE_BEFORE)..at)
        .rev()
        .find(|item| matches!(reading.items[*item].kind, ItemKind::Mention(_)));
    let of_whole = |item: &usize| is_count(reading, *item) && reading.is_governed(*item, &[Mark::Of, Mark::OutOf]);
    let whole = whole.filter(of_whole)?;
    noun_after(reading, whole, false)
}

/// Whether an item is a value that counts something.
fn is_count(reading: &Reading<'_>, item: usize) -> bool {
    match reading.items.get(item).map(|item| &item.kind) {
        Some(ItemKind::Mention(at)) => reading.mentions.get(*at).is_some_and(|mention| counts(&mention.value)),
        _ => false,
    }
}

/// "Due i codici rossi": a noun for how somebody is.
fn named_quality(reading: &Reading<'_>, at: usize) -> Option<(Option<usize>, Term)> {
    let next = reading.items.get(at + 1)?;
    let item = if next.is(Mark::The) { at + 2 } else { at + 1 };
    let quality = reading.items.get(item)?.noun().filter(|id| is_quality(reading, *id))?;
    Some((Some(item), concept_term(quality, reading.lexicon())))
}

/// What a value answers where its clause does not say: what was asked or counted before, what the nearest words tell,
/// what happens in the sentence before.
fn carry_on(reading: &Reading<'_>, at: usize, value: &MentionValue, previous: &Previous, subject: &mut Subject) {
    if let Some(asked) = &previous.asked {
        subject.attributes = vec![asked.clone()];
        return;
    }
    // "Tre sono gravi"
    let next = reading.items.get(at + 1);
    let opens = at == 0 && next.is_some_and(|next| next.is_any(&[Mark::Copula, Mark::Auxiliary]) || next.is_verb());
    if let Some((counted, _)) = previous.counted.as_ref().filter(|_| opens && counts(value)) {
        (subject.counted, subject.inherited, subject.share) = (Some(counted.clone()), true, Share::Part);
        return;
    }
    subject.attributes = nearest_words(reading, at, PHRASE);
    if subject.attributes.is_empty() {
        subject.events.clone_from(&previous.told);
        settle_counted(reading, subject, value);
    }
    if subject.events.is_empty() && subject.attributes.is_empty() {
        let lexicon = reading.lexicon();
        let far = reading.near(at, SENTENCE).find_map(|(_, item)| item.concept_of(ConceptClass::Attribute, lexicon));
        subject.attributes = match far {
            Some(id) => vec![concept_term(id, lexicon)],
            None => nearest_words(reading, at, SENTENCE),
        };
    }
    // "Miriam Tait (Alliance): 12,406"
    if subject.events.is_empty() && subject.attributes.is_empty() && counts(value) {
        subject.attributes.extend(listed_name(reading, at));
    }
}

/// The name that begins a line of a list, where a colon or a bracket stands before the value.
fn listed_name(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let before = reading.items.get(at.checked_sub(1)?)?;
    let marked = matches!(reading.text(before.tokens.clone()), ":" | "(");
    match &reading.items.first()?.kind {
        ItemKind::Name(name) if marked => Some(name.clone()),
        _ => None,
    }
}

/// "157 prigionieri", "due milioni di contenitori", "14 Autos", "il 66 % dei francesi".
pub(super) fn noun_after(reading: &Reading<'_>, at: usize, needs_of: bool) -> Option<usize> {
    if let Some(noun) = behind_a_make(reading, at) {
        return Some(noun);
    }
    let mut run = Vec::new();
    let (mut of_seen, mut the_seen, mut own_seen) = (false, false, false);
    let head_first = reading.passage.language.inflection.head_first();
    for (offset, item) in reading.items.iter().enumerate().skip(at + 1).take(7) {
        match &item.kind {
            // "Three of its six carriages", "four of the train's six carriages": both figures count carriages.
            ItemKind::Mention(_) if own_seen || (of_seen && (run.is_empty() || !head_first)) => {
                return is_count(reading, offset).then(|| noun_after(reading, offset, false)).flatten();
            }
            ItemKind::Mention(_) | ItemKind::Break | ItemKind::Comma => break,
            ItemKind::Concept(_) if item.is_verb() && !item.is(Mark::Other) => break,
            ItemKind::Concept(_) | ItemKind::Word | ItemKind::Name(_) => {
                if needs_of && !of_seen {
                    return None;
                }
                if matches!(item.kind, ItemKind::Name(_)) && run.is_empty() && !reading.passage.language.style.compounds
                {
                    break;
                }
                run.push(offset);
                if run.len() == 3 {
                    break;
                }
            }
            ItemKind::Function if is_of(item) && run.is_empty() && !of_seen => of_seen = true,
            ItemKind::Function
                if item.is_any(&[Mark::The, Mark::Possessive, Mark::Other, Mark::Still]) && run.is_empty() =>
            {
                the_seen |= item.is(Mark::The);
                own_seen |= item.is(Mark::Possessive);
            }
            // The "s" of "the train's six carriages".
            ItemKind::Function
                if !head_first && reading.passage.tokens.get(item.tokens.start).is_some_and(|it| it.glued) => {}
            ItemKind::Function => break,
        }
    }
    let is_word = |item: &usize| {
        let item = &reading.items[*item];
        item.kind == ItemKind::Word && reading.text(item.tokens.clone()).chars().nth(2).is_some()
    };
    // "Sale a sei il numero dei morti" counts no numbers.
    let is_property = |id: ConceptId| reading.lexicon().get(id).class == ConceptClass::Attribute;
    let is_noun = |item: &usize| {
        let noun = reading.items[*item].noun();
        noun.is_some_and(|id| !(is_quality(reading, id) || the_seen && is_property(id)))
    };
    if head_first {
        run.iter().copied().find(is_noun).or_else(|| run.iter().copied().find(is_word))
    } else {
        let known = run.iter().copied().rfind(is_noun);
        known.or_else(|| {
            let is_name = |item: &usize| matches!(reading.items[*item].kind, ItemKind::Name(_));
            run.iter().copied().rfind(|item| is_word(item) || is_name(item))
        })
    }
}

/// "Five of the crew", but not "120 in the same month", where a word for "of" in "one in ten" tells when.
fn is_of(item: &Item) -> bool {
    item.is(Mark::Of) || (item.is(Mark::OutOf) && !item.is(Mark::In))
}

/// "14 AK-47 rifles", "two Boeing 737 planes": the noun behind a make with the number of its model, where nouns stand last.
fn behind_a_make(reading: &Reading<'_>, at: usize) -> Option<usize> {
    const MODEL: usize = 3;
    let is_make = reading.items.get(at + 1).is_some_and(|item| match item.kind {
        ItemKind::Name(_) => true,
        ItemKind::Word | ItemKind::Concept(_) => reading.is_like_a_name(item),
        _ => false,
    });
    if !is_make || reading.passage.language.inflection.head_first() {
        return None;
    }
    let model = |item: &Item| matches!(item.kind, ItemKind::Function) && item.marks.is_empty();
    let noun = (at + 2..).take(MODEL).find(|index| !reading.items.get(*index).is_some_and(model))?;
    let known =
        reading.items.get(noun)?.noun().is_some_and(|id| reading.lexicon().get(id).class == ConceptClass::Thing);
    (noun > at + 2 && known).then_some(noun)
}

/// "I feriti sono 23", "Los arrestados son nueve", "Feriti: 23": a form of being, a verb or a colon stands between.
pub(super) fn noun_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let noun =
        (0..at).rev().take(8).take_while(|item| !matches!(reading.items[*item].kind, ItemKind::Mention(_))).find(
            |item| {
                let noun = reading.items[*item].noun();
                noun.is_some_and(|id| match reading.lexicon().get(id).class {
                    ConceptClass::Thing => {
                        const GOVERNED: [Mark; 6] =
                            [Mark::In, Mark::Of, Mark::For, Mark::With, Mark::AccordingTo, Mark::Agent];
                        !reading.is_governed(*item, &GOVERNED)
                    }
                    ConceptClass::Event => reading.lexicon().get(id).counts.is_some(),
                    _ => false,
                })
            },
        )?;
    let between = reading.items.get(noun + 1..at).unwrap_or_default();
    let linked = between.iter().any(|item| {
        item.is_any(&[Mark::Copula, Mark::Auxiliary, Mark::Shifts])
            || item.is_verb()
            || (matches!(item.kind, ItemKind::Break) && between.len() == 1)
    });
    (linked && reading.distance(noun, at) <= 2 * PHRASE).then_some(noun)
}

fn is_quality(reading: &Reading<'_>, id: ConceptId) -> bool {
    reading.lexicon().get(id).class == ConceptClass::Quality
}

/// "1.250 kilos de cocaína", "400 Liter Tee": what a measure or an amount is of.
fn measured_thing(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let next = reading.items.get(at + 1)?;
    let item = if next.is(Mark::Of) { at + 2 } else { at + 1 };
    let noun = reading.items.get(item)?;
    let thing = noun.noun().is_some_and(|id| reading.lexicon().get(id).class == ConceptClass::Thing);
    let word = next.is(Mark::Of) && matches!(noun.kind, ItemKind::Word);
    if thing || word { reading.term_as_noun(item) } else { None }
}

fn is_age(value: &MentionValue) -> bool {
    matches!(value, MentionValue::Quantity(measured) if measured.quantity.dimension == Dimension::Age)
}

/// What a bare event noun counts: "12 morti" are persons who died.
fn settle_counted(reading: &Reading<'_>, subject: &mut Subject, value: &MentionValue) {
    let lexicon = reading.lexicon();
    let of_event = |term: &Term| {
        term.concept(lexicon).map(|id| lexicon.get(id)).filter(|concept| concept.class == ConceptClass::Event)
    };
    if let Some(counted) = subject.counted.clone() {
        if let Some(event) = of_event(&counted) {
            subject.events.retain(|term| *term != counted);
            if let Some(what) = event.counts {
                subject.counted = Some(concept_term(what, lexicon));
            }
            subject.events.insert(0, counted);
        }
    } else if counts(value) && !matches!(value, MentionValue::Ordinal(_)) {
        let what = subject.events.iter().find_map(|term| of_event(term)?.counts);
        subject.counted = what.map(|id| concept_term(id, lexicon));
    }
}

/// Adjectives and "of" phrases around the counted noun.
fn modifiers(reading: &Reading<'_>, at: usize, noun: usize, subject: &mut Subject) {
    let between = at + 1..noun;
    let after = noun + 1..(noun + 4).min(reading.items.len());
    for item in between.chain(after) {
        let Some(found) = reading.items.get(item) else { break };
        if matches!(found.kind, ItemKind::Comma | ItemKind::Break | ItemKind::Mention(_)) && item > noun {
            break;
        }
        for (id, class) in found.concepts() {
            let concept = reading.lexicon().get(*id);
            if concept.class == ConceptClass::Thing && (*class == WordClass::Adjective || item > noun) {
                push(&mut subject.qualities, concept_term(*id, reading.lexicon()));
                break;
            }
        }
    }
}

// ---- events, attributes, qualities

/// What happens in the clause of a value, nearest first; where nothing does, the nearest event of the sentence.
pub(super) fn events(reading: &Reading<'_>, at: usize, subject: &mut Subject) {
    // A word of several senses may tell of any of them.
    let meant = |item: &Item| -> SmallVec<[ConceptId; 4]> {
        let speaks = item.is(Mark::Says) || item.is(Mark::AccordingTo);
        item.concepts_of(ConceptClass::Event, reading.lexicon()).filter(|_| !speaks).collect()
    };
    for id in reading.near(at, CLAUSE).flat_map(|(_, item)| meant(item)) {
        push(&mut subject.events, concept_term(id, reading.lexicon()));
    }
    if subject.events.is_empty() {
        let nearest = reading.near(at, SENTENCE).map(|(_, item)| meant(item)).find(|events| !events.is_empty());
        subject.events.extend(nearest.into_iter().flatten().map(|id| concept_term(id, reading.lexicon())));
    }
}

pub(super) fn attributes(reading: &Reading<'_>, at: usize, value: &MentionValue, subject: &mut Subject) {
    let counted = subject.counted.clone();
    for item in labels(reading, at).chain(reading.near(at, PHRASE).map(|(_, item)| item)) {
        let lexicon = reading.lexicon();
        let measures = !counts(value) || (is_percent(value) && counted.is_none());
        let found = item
            .concept_of(ConceptClass::Attribute, lexicon)
            .or_else(|| item.noun().filter(|id| lexicon.get(*id).class == ConceptClass::Thing && measures));
        if let Some(term) = found.map(|id| concept_term(id, lexicon)).filter(|term| Some(term) != counted.as_ref()) {
            push(&mut subject.attributes, term);
        }
    }
    if subject.attributes.is_empty() && !counts(value) {
        subject.attributes.extend(far_property(reading, at, value));
    }
}

/// "L'utile netto è sceso del 20 per cento, a 69 milioni": the nearest property of the sentence.
fn far_property(reading: &Reading<'_>, at: usize, value: &MentionValue) -> Option<Term> {
    let rules = reading.passage.rules;
    let is_money = matches!(value, MentionValue::Quantity(measured) if measured.quantity.dimension.is_money());
    let amount = |item: &Item| {
        let mut nouns = item.concepts().iter().map(|(id, _)| *id);
        nouns.find(|id| is_money && rules.units.tells_amount(*id, &rules.lexicon))
    };
    let property = |item: &Item| item.concept_of(ConceptClass::Attribute, &rules.lexicon).filter(|_| !is_money);
    let found = reading.near(at, SENTENCE).find_map(|(_, item)| amount(item).or_else(|| property(item)))?;
    Some(concept_term(found, &rules.lexicon))
}

/// "Turnout: 48.03%": what stands before the colon before a value.
fn labels<'a>(reading: &'a Reading<'_>, at: usize) -> impl Iterator<Item = &'a Item> {
    let colon = at.checked_sub(1).and_then(|before| reading.items.get(before));
    let label = at.checked_sub(2).and_then(|before| reading.items.get(before));
    label.into_iter().filter(move |_| colon.is_some_and(|item| reading.text(item.tokens.clone()) == ":"))
}

/// Where no concept says what a value is about, the nearest words do, with less confidence.
fn nearest_words(reading: &Reading<'_>, at: usize, most: u32) -> Vec<Term> {
    let near = reading.near(at, most).map(|(_, item)| item);
    let words = near.filter(|item| matches!(item.kind, ItemKind::Word) && reading.is_telling(item));
    words.take(2).filter_map(|item| reading.term(item)).collect()
}

pub(super) fn qualities(reading: &Reading<'_>, at: usize, subject: &mut Subject) {
    for (_, item) in reading.near(at, 3) {
        for (id, _) in item.concepts().iter().filter(|(id, _)| is_quality(reading, *id)) {
            push(&mut subject.qualities, concept_term(*id, reading.lexicon()));
        }
    }
}

impl Reading<'_> {
    /// The term of an item read as a noun.
    pub fn term_as_noun(&self, item: usize) -> Option<Term> {
        let item = self.items.get(item)?;
        match item.noun() {
            Some(id) => Some(concept_term(id, self.lexicon())),
            None => self.term(item),
        }
    }
}
