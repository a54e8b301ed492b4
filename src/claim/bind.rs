//! Binds a value to its question: what is counted, in which event, for whom, when, and who says so.

use super::items::{Item, ItemKind, Reading};
use super::model::{Attribution, Modality, Occurrence, Scope, Share, Subject, Term};
use super::participants::{actor_term, participants};
use super::terms::concept_term;
use crate::grammar::{Form, MentionValue};
use crate::rules::{ConceptClass, ConceptId, Mark, Sense, WordClass};
use crate::value::Dimension;
use std::ops::Range;

/// Words between a value and an event that still belongs to it.
const CLAUSE: u32 = 9;
/// Words between a value and the nearest event of its sentence.
const SENTENCE: u32 = 24;
/// Words between a value and a property or a thing that it measures.
const PHRASE: u32 = 7;
/// Words between a value and those who say so; a bracket or a colon parts more than a comma.
const SOURCE: u32 = 22;
/// At most so many events, attributes and names describe one question.
const MOST: usize = 4;

/// What binding one value leaves behind for the next ones of the article.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    /// The last thing counted, with its events.
    pub counted: Option<(Term, Vec<Term>)>,
    /// The thing that a question asked for.
    pub asked: Option<Term>,
    /// What happens in that question: "Wann geschah der Unfall?"
    pub asked_events: Vec<Term>,
    /// What happens in the sentence before.
    pub told: Vec<Term>,
}

/// The question of one mention, with the tokens of the noun that it counts.
pub struct Bound {
    /// The question.
    pub subject: Subject,
    /// Tokens of value and noun together.
    pub tokens: Range<usize>,
}

/// Binds a mention. `None` where nothing near it says what it answers.
pub fn bind(reading: &Reading<'_>, mention: usize, previous: &mut Previous) -> Option<Bound> {
    let at = reading.item_of(mention)?;
    let value = &reading.mentions.get(mention)?.value;
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

fn counts(value: &MentionValue) -> bool {
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
    let asked = previous.asked.clone().filter(|_| !is_percent(value)).map(|term| (None, term));
    asked.or_else(|| named_quality(reading, at))
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
    let mut run = Vec::new();
    let (mut of_seen, mut the_seen) = (false, false);
    for (offset, item) in reading.items.iter().enumerate().skip(at + 1).take(7) {
        match &item.kind {
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
            ItemKind::Function if item.is_any(&[Mark::Of, Mark::OutOf]) && run.is_empty() && !of_seen => of_seen = true,
            ItemKind::Function if item.is_any(&[Mark::The, Mark::Other, Mark::Still]) && run.is_empty() => {
                the_seen |= item.is(Mark::The);
            }
            ItemKind::Function => break,
        }
    }
    // "Sale a sei il numero dei morti" counts no numbers.
    let is_property = |id: ConceptId| reading.lexicon().get(id).class == ConceptClass::Attribute;
    let is_noun = |item: &usize| {
        let noun = reading.items[*item].noun();
        noun.is_some_and(|id| !(is_quality(reading, id) || the_seen && is_property(id)))
    };
    if reading.passage.language.inflection.head_first() {
        run.iter()
            .copied()
            .find(is_noun)
            .or_else(|| run.iter().copied().find(|item| matches!(reading.items[*item].kind, ItemKind::Word)))
    } else {
        let known = run.iter().copied().rfind(is_noun);
        known.or_else(|| {
            run.iter().copied().rfind(|item| matches!(reading.items[*item].kind, ItemKind::Word | ItemKind::Name(_)))
        })
    }
}

/// "I feriti sono 23", "Los arrestados son nueve", "Feriti: 23": a form of being, a verb or a colon stands between.
pub(super) fn noun_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let noun =
        (0..at).rev().take(8).take_while(|item| !matches!(reading.items[*item].kind, ItemKind::Mention(_))).find(
            |item| {
                let noun = reading.items[*item].noun();
                noun.is_some_and(|id| match reading.lexicon().get(id).class {
                    ConceptClass::Thing => {
                        !preceded_by(reading, *item, &[Mark::In, Mark::Of, Mark::AccordingTo, Mark::Agent])
                    }
                    ConceptClass::Event => reading.lexicon().get(id).counts.is_some(),
                    _ => false,
                })
            },
        )?;
    let between = reading.items.get(noun + 1..at).unwrap_or_default();
    let linked = between.iter().any(|item| {
        item.is_any(&[Mark::Copula, Mark::Auxiliary])
            || item.is_verb()
            || (matches!(item.kind, ItemKind::Break) && between.len() == 1)
    });
    (linked && reading.distance(noun, at) <= 2 * PHRASE).then_some(noun)
}

fn preceded_by(reading: &Reading<'_>, item: usize, marks: &[Mark]) -> bool {
    let Some(before) = item.checked_sub(1).and_then(|before| reading.items.get(before)) else { return false };
    before.is_any(marks) && !before.is(Mark::The)
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

/// "34-jähriger Fahrer", "the driver, 34", "l'operaio, di 47 anni": who is that old.
fn aged_person(reading: &Reading<'_>, at: usize) -> Option<Term> {
    const BEHIND: usize = 2;
    const AHEAD: usize = 8;
    let is_person = |item: &usize| {
        reading.items.get(*item).and_then(Item::noun).is_some_and(|id| {
            reading.lexicon().is_person(id) && !preceded_by(reading, *item, &[Mark::Of, Mark::With, Mark::AccordingTo])
        })
    };
    let own = |item: &usize| !matches!(reading.items.get(*item).map(|item| &item.kind), Some(ItemKind::Mention(_)));
    let behind = (at + 1..=at + BEHIND)
        .take_while(|item| {
            reading.items.get(*item).is_some_and(|it| !matches!(it.kind, ItemKind::Comma | ItemKind::Break))
        })
        .take_while(own)
        .find(is_person);
    let found = behind.or_else(|| (0..at).rev().take(AHEAD).take_while(own).find(is_person))?;
    reading.term_as_noun(found)
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

fn push(list: &mut Vec<Term>, term: Term) {
    if list.len() < MOST && !list.contains(&term) {
        list.push(term);
    }
}

/// What happens in the clause of a value, nearest first; where nothing does, the nearest event of the sentence.
fn events(reading: &Reading<'_>, at: usize, subject: &mut Subject) {
    let event = |item: &Item| {
        let speaks = item.is(Mark::Says) || item.is(Mark::AccordingTo);
        item.concept_of(ConceptClass::Event, reading.lexicon()).filter(|_| !speaks)
    };
    let in_clause = reading.near(at, CLAUSE).filter_map(|(_, item)| event(item));
    for id in in_clause {
        push(&mut subject.events, concept_term(id, reading.lexicon()));
    }
    if subject.events.is_empty() {
        let nearest = reading.near(at, SENTENCE).find_map(|(_, item)| event(item));
        subject.events.extend(nearest.map(|id| concept_term(id, reading.lexicon())));
    }
}

fn attributes(reading: &Reading<'_>, at: usize, value: &MentionValue, subject: &mut Subject) {
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

fn qualities(reading: &Reading<'_>, at: usize, subject: &mut Subject) {
    for (_, item) in reading.near(at, 3) {
        for (id, _) in item.concepts().iter().filter(|(id, _)| is_quality(reading, *id)) {
            push(&mut subject.qualities, concept_term(*id, reading.lexicon()));
        }
    }
}

// ---- frame: part, scope, modality, occurrence, change

fn frame(reading: &Reading<'_>, at: usize, previous: &Previous, subject: &mut Subject) {
    let mut marks_before = Vec::new();
    for item in reading.items.get(..at).unwrap_or_default().iter().rev().take(10) {
        // What is quoted is denied with the word before the quotation.
        if matches!(item.kind, ItemKind::Break) && !is_quote(reading.text(item.tokens.clone())) {
            break;
        }
        marks_before.extend_from_slice(&item.marks);
    }
    let after: Vec<Mark> = reading
        .items
        .get(at + 1..)
        .unwrap_or_default()
        .iter()
        .take(8)
        .take_while(|item| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)))
        .flat_map(|item| item.marks.iter().copied())
        .collect();
    let anywhere = |mark: Mark| marks_before.contains(&mark) || after.contains(&mark);
    let near_before =
        |mark: Mark| (1..=2).any(|back| at.checked_sub(back).is_some_and(|item| reading.items[item].is(mark)));
    subject.scope = if after.contains(&Mark::Each) || near_before(Mark::Each) {
        Scope::Each
    } else if anywhere(Mark::Altogether) {
        Scope::Altogether
    } else {
        Scope::Plain
    };
    subject.share = if is_part(reading, at) {
        Share::Part
    } else if near_before(Mark::Other) || near_before(Mark::Besides) || inside_other(reading, at) {
        Share::Rest
    } else {
        Share::Whole
    };
    if subject.share == Share::Part && subject.events.is_empty() {
        subject.events = previous.counted.iter().flat_map(|(_, events)| events.clone()).collect();
    }
    subject.modality = if anywhere(Mark::Denied) {
        Modality::Denied
    } else if anywhere(Mark::Possible) {
        Modality::Possible
    } else if marks_before.contains(&Mark::Planned) || after.iter().take(3).any(|mark| *mark == Mark::Planned) {
        Modality::Planned
    } else {
        Modality::Fact
    };
    subject.corrected = reading.items.iter().any(|item| item.is(Mark::Correction));
    subject.per = per(reading, at);
    subject.change =
        [Mark::DegreeMore, Mark::DegreeLess].into_iter().find(|mark| after.iter().take(3).any(|found| found == mark));
    subject.occurrence = occurrence(reading, at);
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "«" | "»" | "“" | "”" | "„" | "\"")
}

/// "£14m a year", "3 euro al mese": the time that the value is told for.
fn per(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let end = reading.items.get(at)?.tokens.end;
    let passage = reading.passage;
    let marks = passage.tags(end).iter().filter(|tag| tag.sense == Sense::Mark(Mark::Per));
    let unit = marks.flat_map(|tag| passage.tags(end + usize::from(tag.len))).find_map(|tag| match tag.sense {
        Sense::TimeUnit(unit) => Some(Term::Concept(format!("time.{}", unit.name()).into())),
        _ => None,
    });
    unit.or_else(|| over_time(reading, at))
}

/// "€60m over two years", "4,4 miliardi in due anni": a length of time right behind the value.
fn over_time(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let next = reading.items.get(at + 1)?;
    let joined = next.is_any(&[Mark::In, Mark::For, Mark::Within]);
    // "over two years" is read as a length of more than two years.
    let length = if joined { reading.items.get(at + 2)? } else { next };
    let ItemKind::Mention(mention) = length.kind else { return None };
    let MentionValue::Quantity(measured) = &reading.mentions.get(mention)?.value else { return None };
    let told = measured.quantity.dimension == Dimension::Duration && (joined || measured.hedged);
    let seconds = measured.quantity.base_nominal()?.normalize();
    told.then(|| Term::Concept(format!("time.{seconds}-seconds").into()))
}

/// "altri 14": the mark may be a hedge inside the mention.
fn inside_other(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = reading.items[at].tokens.clone();
    tokens.take(2).any(|token| reading.passage.tags(token).iter().any(|tag| tag.sense == Sense::Mark(Mark::Other)))
}

/// "di cui tre bambini", "fünf von ihnen", "including 12 women"
fn is_part(reading: &Reading<'_>, at: usize) -> bool {
    let before = (1..=3)
        .map_while(|back| at.checked_sub(back))
        .map(|item| &reading.items[item])
        .take_while(|item| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)));
    // "tre dei quali" speaks of the three, "27 di cui cinque gravi" of the five.
    let after = reading.items.get(at + 1..).unwrap_or_default();
    let of_which = after.iter().take(2).position(|item| item.is(Mark::PartOf));
    let next = of_which.and_then(|mark| after.get(mark + 1));
    before.into_iter().any(|item| item.is(Mark::PartOf))
        || (next.is_some_and(|next| !matches!(next.kind, ItemKind::Mention(_)))
            && !after.iter().take(of_which.unwrap_or(0)).any(|it| matches!(it.kind, ItemKind::Comma | ItemKind::Break)))
}

/// "ne sono stati restituiti 150": the thing was named before.
fn refers_back(reading: &Reading<'_>, at: usize) -> bool {
    reading.items.get(..at).unwrap_or_default().iter().rev().take(6).any(|item| item.is(Mark::PronounOf))
}

/// "il primo round", "il precedente scambio": which one of a sequence the clause speaks of.
fn occurrence(reading: &Reading<'_>, at: usize) -> Option<Occurrence> {
    reading.near(at, CLAUSE).find_map(|(_, item)| match &item.kind {
        ItemKind::Mention(mention) => match reading.mentions.get(*mention).map(|mention| &mention.value) {
            Some(MentionValue::Ordinal(rank)) => u32::try_from(*rank).ok().map(Occurrence::Nth),
            _ => None,
        },
        _ if item.is_any(&[Mark::Previous, Mark::Last]) => Some(Occurrence::Earlier),
        _ if item.is_any(&[Mark::Next, Mark::Following]) => Some(Occurrence::Later),
        _ => None,
    })
}

// ---- names, attribution, context, label

fn names(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    let mut found = Vec::new();
    for (_, item) in reading.near(at, CLAUSE) {
        if let ItemKind::Name(name) = &item.kind {
            push(&mut found, name.clone());
        }
    }
    found
}

/// "Rautins scored 17 points", "L'Aurelia ha 41 punti": the last name before the verb of the value, behind no preposition.
fn owner(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let clause = reading.items.get(..at)?.iter().enumerate().rev().take_while(|(index, item)| {
        !matches!(item.kind, ItemKind::Break) && reading.distance(*index, at) <= 2 * CLAUSE
    });
    let mut verb_seen = false;
    for (index, item) in clause {
        verb_seen |= item.is_verb() || item.is_any(&[Mark::Auxiliary, Mark::Copula]);
        let named = matches!(item.kind, ItemKind::Name(_)) || actor_term(reading, item).is_some();
        let governed = index.checked_sub(1).and_then(|before| reading.items.get(before)).is_some_and(|before| {
            before.is_any(&[
                Mark::In,
                Mark::Of,
                Mark::From,
                Mark::To,
                Mark::With,
                Mark::Against,
                Mark::Agent,
                Mark::AccordingTo,
            ])
        });
        if named && verb_seen && !governed {
            return actor_term(reading, item).or_else(|| reading.term(item));
        }
    }
    None
}

/// "a Kharkiv", "nell'eurozona": names and actors right behind a preposition of place.
fn places(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    let mut found = Vec::new();
    for index in reading.around(at, 2 * CLAUSE) {
        let item = &reading.items[index];
        let named = matches!(item.kind, ItemKind::Name(_)) || actor_term(reading, item).is_some();
        let behind = (1..=2).map_while(|back| index.checked_sub(back)).map(|item| &reading.items[item]);
        let inside = behind.take_while(|item| matches!(item.kind, ItemKind::Function)).any(|item| item.is(Mark::In));
        if named && inside {
            found.extend(actor_term(reading, item).or_else(|| reading.term(item)));
        }
    }
    found.truncate(MOST);
    found
}

/// "Orozco, 27": the name that an age stands beside.
fn bearer(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BESIDE: u32 = 5;
    let name = reading.near(at, BESIDE).find_map(|(_, item)| match &item.kind {
        ItemKind::Name(name) => Some(name.clone()),
        _ => None,
    });
    name.into_iter().collect()
}

/// "secondo la prefettura", "ha detto la polizia": who stands behind the figure. A word that may name a source and does
/// not ("danni per 45 milioni") leaves it to the next one.
fn attribution(reading: &Reading<'_>, at: usize) -> Option<Attribution> {
    let speaking = reading.near(at, SOURCE).filter(|(_, item)| item.is_any(&[Mark::AccordingTo, Mark::Says]));
    let found =
        speaking.filter_map(|(index, item)| source(reading, index, item)).find_map(|who| reading.items.get(who));
    found.map(|who| Attribution { who: reading.term(who), text: reading.text(who.tokens.clone()).to_owned() })
}

/// The item that a word of saying has for its source.
fn source(reading: &Reading<'_>, index: usize, item: &Item) -> Option<usize> {
    const NEAR: usize = 6;
    // A figure can be according to a report; only somebody says it, and "per furto" names nobody.
    let rules = reading.passage.rules;
    let anything = |id: ConceptId| item.is(Mark::AccordingTo) && rules.lexicon.get(id).class == ConceptClass::Thing;
    let is_source = |item: &Item| {
        let who = item.noun().is_some_and(|id| anything(id) || rules.judgement.speaks(id, &rules.lexicon));
        who || matches!(item.kind, ItemKind::Name(_))
    };
    let first = |range: &mut dyn Iterator<Item = usize>| {
        range
            .map_while(|at| reading.items.get(at).map(|item| (at, item)))
            .take(NEAR)
            .take_while(|(_, item)| !matches!(item.kind, ItemKind::Break | ItemKind::Mention(_)))
            .find(|(_, item)| is_source(item))
            .map(|(at, _)| at)
    };
    let after = &mut (index + 1..reading.items.len());
    if item.is(Mark::AccordingTo) { first(after) } else { first(&mut (0..index).rev()).or_else(|| first(after)) }
}

/// The telling words right beside a value, mentions of other values between them or not.
fn near_words(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BESIDE: usize = 6;
    let words = reading.near(at, PHRASE).map(|(_, item)| item).filter(|item| reading.is_telling(item));
    let mut found: Vec<Term> = words.take(BESIDE).filter_map(|item| reading.term(item)).collect();
    found.sort();
    found.dedup();
    found
}

/// The words that a reader sees as the question: the noun with what follows it, or the event or property.
fn label(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> String {
    let value = reading.items[at].tokens.clone();
    let noun = value.end..tokens.end;
    if !noun.is_empty() {
        return reading.text(noun).to_owned();
    }
    let telling = reading
        .near(at, CLAUSE)
        .map(|(_, item)| item)
        .find(|item| matches!(item.kind, ItemKind::Concept(_)) && !item.is_any(&[Mark::Says, Mark::AccordingTo]));
    telling.map_or_else(String::new, |item| reading.text(item.tokens.clone()).to_owned())
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
