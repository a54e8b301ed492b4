//! Whose value it is: the player, the party, the firm.

use super::context::{CLAUSE, PHRASE};
use super::items::{Item, ItemKind, Reading};
use super::model::Term;
use super::participants::actor_term;
use crate::rules::Mark;

/// Whose value it is: "Rivers' 17 points", "a throw of 45 yards by Ada Wren", "L'Aurelia ha 41 punti".
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

/// "Rivers' 17 points": a name with a glued ending right before the value.
fn possessor(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let glued = |index: usize| {
        let item = reading.items.get(index)?;
        let token = reading.passage.tokens.get(item.tokens.start)?;
        (matches!(item.kind, ItemKind::Function) && token.glued).then_some(())
    };
    let endings = (1..=2).take_while(|back| at.checked_sub(*back).and_then(glued).is_some()).count();
    at.checked_sub(endings + 1).filter(|_| endings > 0)
}

/// "a 45-yard throw by Ada Wren"
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
/// verb: "Rivers notched 13 points".
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
