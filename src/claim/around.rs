//! What stands around a value: names, owners, places, who says so, the words beside it.

use super::context::{CLAUSE, MOST, PHRASE, SOURCE, push};
use super::items::{Item, ItemKind, Reading};
use super::model::{Attribution, Term};
use super::participants::actor_term;
use crate::rules::{ConceptClass, ConceptId, Mark};
use std::ops::Range;

pub(super) fn names(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    let mut found = Vec::new();
    for (_, item) in reading.near(at, CLAUSE) {
        if let ItemKind::Name(name) = &item.kind {
            push(&mut found, name.clone());
        }
    }
    found
}

/// Whose value it is: "Rautins' 17 points", "a field goal of 45 yards by Vinatieri", "L'Aurelia ha 41 punti".
pub(super) fn owner(reading: &Reading<'_>, at: usize) -> Option<Term> {
    let named = |index: usize| {
        let item = reading.items.get(index)?;
        let is_name = matches!(item.kind, ItemKind::Name(_));
        actor_term(reading, item).or_else(|| reading.term(item).filter(|_| is_name))
    };
    possessor(reading, at).and_then(named).or_else(|| doer(reading, at).and_then(named)).or_else(|| {
        let subject = before_verb(reading, at, &|index| named(index).is_some())?;
        named(subject)
    })
}

/// "Rautins' 17 points": a name with a glued ending right before the value.
fn possessor(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let glued = |index: usize| {
        let item = reading.items.get(index)?;
        let token = reading.passage.tokens.get(item.tokens.start)?;
        (matches!(item.kind, ItemKind::Function) && token.glued).then_some(())
    };
    let endings = (1..=2).take_while(|back| at.checked_sub(*back).and_then(glued).is_some()).count();
    at.checked_sub(endings + 1).filter(|_| endings > 0)
}

/// "a 45-yard field goal by Adam Vinatieri"
fn doer(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let phrase = (at + 1..reading.items.len()).take_while(|index| {
        let item = &reading.items[*index];
        let ends = matches!(item.kind, ItemKind::Mention(_) | ItemKind::Break | ItemKind::Comma) || item.is_verb();
        !ends && reading.distance(at, *index) <= PHRASE
    });
    // "Dalla Russia" is from there as well.
    let by = |item: &Item| item.is(Mark::Agent) && !item.is(Mark::From);
    phrase.map(|index| index + 1).find(|index| reading.items.get(index - 1).is_some_and(by))
}

/// The last name before the verb of the value, behind no preposition. What no lexicon knows right behind a name may be its
/// verb: "Walker netted 13 points".
fn before_verb(reading: &Reading<'_>, at: usize, named: &dyn Fn(usize) -> bool) -> Option<usize> {
    const GOVERN: [Mark; 8] =
        [Mark::In, Mark::Of, Mark::From, Mark::To, Mark::With, Mark::Against, Mark::Agent, Mark::AccordingTo];
    let clause = reading.items.get(..at)?.iter().enumerate().rev().take_while(|(index, item)| {
        !matches!(item.kind, ItemKind::Break) && reading.distance(*index, at) <= 2 * CLAUSE
    });
    let mut verb_seen = false;
    for (index, item) in clause {
        let word_behind =
            reading.items.get(index + 1).is_some_and(|next| index + 1 < at && next.kind == ItemKind::Word);
        let governed = index.checked_sub(1).and_then(|before| reading.items.get(before));
        let governed = governed.is_some_and(|before| before.is_any(&GOVERN));
        if named(index) && (verb_seen || word_behind) && !governed {
            return Some(index);
        }
        verb_seen |= item.is_verb() || item.is_any(&[Mark::Auxiliary, Mark::Copula]);
    }
    None
}

/// "a Kharkiv", "nell'eurozona": names and actors right behind a preposition of place.
pub(super) fn places(reading: &Reading<'_>, at: usize) -> Vec<Term> {
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

/// Whose age it is: "Orozco, 27", "the 27-year-old Orozco". Behind a noun of its own ("a girl of twelve") the name must
/// stand beside them both; else it is the last one before that no preposition governs: "Gotti died in 2002 at 61".
pub(super) fn bearer(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BEFORE: u32 = 14;
    const GOVERNED: [Mark; 4] = [Mark::In, Mark::With, Mark::Against, Mark::AccordingTo];
    let item = |index: usize| reading.items.get(index);
    let name = |index: usize| match &item(index)?.kind {
        ItemKind::Name(name) => Some(name.clone()),
        _ => None,
    };
    let beside = beside(reading, at, &name);
    if beside.is_some() || has_own_noun(reading, at) {
        return beside.into_iter().collect();
    }
    let governed = |index: usize| index.checked_sub(1).and_then(item).is_some_and(|before| before.is_any(&GOVERNED));
    let before = reading.near(at, BEFORE).map(|(index, _)| index).filter(|index| *index < at && !governed(*index));
    before.filter_map(name).take(1).collect()
}

/// The name in one phrase with an age or in apposition to it, no more than words for a person between them.
fn beside(reading: &Reading<'_>, at: usize, name: &dyn Fn(usize) -> Option<Term>) -> Option<Term> {
    const WORDS: usize = 4;
    let passes = |index: &usize| {
        reading.items.get(*index).is_some_and(|item| match item.kind {
            ItemKind::Comma => true,
            ItemKind::Break => matches!(reading.text(item.tokens.clone()), "(" | ")"),
            ItemKind::Function => item.is_any(&[Mark::The, Mark::Of, Mark::AgeBefore, Mark::AgeOf, Mark::AgeAfter]),
            ItemKind::Word | ItemKind::Concept(_) => !item.is_verb(),
            ItemKind::Mention(_) | ItemKind::Name(_) => false,
        })
    };
    let commas = |range: &mut dyn Iterator<Item = usize>| {
        range.filter(|index| reading.items.get(*index).is_some_and(|item| item.kind == ItemKind::Comma)).count()
    };
    // "Orozco, a plumber of 27", "Orozco (27)": no second comma, which would begin another one of a list.
    let before = (0..at).rev().take(WORDS).find(|index| !passes(index));
    let before = before.filter(|index| commas(&mut (index + 1..at)) < 2);
    let after = (at + 1..reading.items.len()).take(WORDS).find(|index| !passes(index));
    let after = after.filter(|index| commas(&mut (at + 1..*index)) == 0);
    before.and_then(name).or_else(|| after.and_then(name))
}

/// "a 12-year-old girl", "un uomo di 43 anni": the age belongs to a noun for a person.
fn has_own_noun(reading: &Reading<'_>, at: usize) -> bool {
    let is_person = |index: usize| {
        let noun = reading.items.get(index).and_then(Item::noun);
        noun.is_some_and(|id| reading.lexicon().is_person(id))
    };
    let joined = |back: usize| {
        let between = reading.items.get(at - back + 1..at).unwrap_or_default();
        between.iter().all(|item| matches!(item.kind, ItemKind::Function))
    };
    is_person(at + 1) || (1..=2).any(|back| back <= at && joined(back) && is_person(at - back))
}

/// "secondo la prefettura", "ha detto la polizia": who stands behind the figure. A word that may name a source and does
/// not ("danni per 45 milioni") leaves it to the next one.
pub(super) fn attribution(reading: &Reading<'_>, at: usize) -> Option<Attribution> {
    let speaking = reading.near(at, SOURCE).filter(|(_, item)| item.is_any(&[Mark::AccordingTo, Mark::Says]));
    let found =
        speaking.filter_map(|(index, item)| source(reading, index, item)).find_map(|who| reading.items.get(who));
    found.map(|who| Attribution { who: reading.term(who), text: reading.text(who.tokens.clone()).to_owned() })
}

/// The item that a word of saying has for its source.
pub(super) fn source(reading: &Reading<'_>, index: usize, item: &Item) -> Option<usize> {
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

/// "officials said Saturday", "Yesterday, the police explained that …": the day of the saying, which no fact hangs on.
pub(super) fn when_said(reading: &Reading<'_>, at: usize) -> bool {
    const BEHIND: usize = 4;
    const AHEAD: usize = 6;
    let rules = reading.passage.rules;
    let person = |id: ConceptId| rules.lexicon.is_person(id) || rules.judgement.speaks(id, &rules.lexicon);
    let passes = |index: &usize| {
        reading.items.get(*index).is_some_and(|item| match item.kind {
            _ if item.is(Mark::Says) => false,
            ItemKind::Function => !item.is_any(&[Mark::Relative, Mark::Copula, Mark::Auxiliary]),
            ItemKind::Name(_) => true,
            ItemKind::Concept(_) => item.noun().is_some_and(person),
            _ => false,
        })
    };
    // "was announced on Saturday" tells of the announcement itself.
    let says = |index: &usize| {
        let before = index.checked_sub(1).and_then(|before| reading.items.get(before));
        let passive = before.is_some_and(|before| before.is(Mark::Copula));
        reading.items.get(*index).is_some_and(|item| item.is(Mark::Says)) && !passive
    };
    if (at.saturating_sub(BEHIND)..at).rev().find(|index| !passes(index)).is_some_and(|index| says(&index)) {
        return true;
    }
    let comma = reading.items.get(at + 1).is_some_and(|item| item.kind == ItemKind::Comma);
    let first = at + 1 + usize::from(comma);
    let verb = (first..first + AHEAD).find(|index| !passes(index)).filter(says);
    // "On Saturday, police said, a man was shot" tells when he was.
    let that = |verb: usize| reading.items.get(verb + 1).is_some_and(|item| item.is(Mark::Relative));
    at <= 1 && verb.is_some_and(that)
}

/// The telling words right beside a value, mentions of other values between them or not.
pub(super) fn near_words(reading: &Reading<'_>, at: usize) -> Vec<Term> {
    const BESIDE: usize = 6;
    let words = reading.near(at, PHRASE).map(|(_, item)| item).filter(|item| reading.is_telling(item));
    let mut found: Vec<Term> = words.take(BESIDE).flat_map(|item| reading.terms(item)).collect();
    found.sort();
    found.dedup();
    found
}

/// The words that a reader sees as the question: the noun with what follows it, or the event or property.
pub(super) fn label(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> String {
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
