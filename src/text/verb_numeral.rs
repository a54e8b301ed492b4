//! Number words that are verb forms as well: "le vittime sono sei", "tu sei".

use super::passage::Passage;
use crate::lex::{Case, fold};
use crate::rules::{ConceptClass, Mark, Sense, WordClass};

/// Marks that open a quotation.
const QUOTES: [char; 6] = ['"', '“', '„', '«', '‘', '\''];

/// Whether such a word is the number: what counts or introduces it goes before what makes a verb of it.
pub(super) fn is_number(passage: &Passage<'_>, at: usize) -> bool {
    counts_something(passage, at + 1) || introduced(passage, at) || !conjugated(passage, at)
}

/// Whether a noun that can be counted stands there.
fn counts_something(passage: &Passage<'_>, at: usize) -> bool {
    passage.tags(at).iter().any(|tag| match tag.sense {
        Sense::Concept(id, _) => passage.rules.lexicon.get(id).class == ConceptClass::Thing,
        Sense::TimeUnit(_) | Sense::Unit(_) | Sense::Currency(_) | Sense::Month(_) => true,
        _ => false,
    })
}

/// Whether a word stands right before it that no verb form follows: a preposition, an article, a form of being.
fn introduced(passage: &Passage<'_>, at: usize) -> bool {
    let introduces = |mark: Mark| {
        matches!(
            mark,
            Mark::The
                | Mark::Of
                | Mark::In
                | Mark::From
                | Mark::To
                | Mark::With
                | Mark::For
                | Mark::Between
                | Mark::Or
                | Mark::Copula
        )
    };
    let before = at.checked_sub(1);
    let says = |sense: &Sense| match sense {
        Sense::Mark(mark) => introduces(*mark),
        Sense::Hedge(_) => true,
        _ => false,
    };
    before.is_some_and(|at| passage.tags(at).iter().any(|tag| tag.len == 1 && says(&tag.sense)))
}

/// Whether the words beside it make it a verb.
fn conjugated(passage: &Passage<'_>, at: usize) -> bool {
    let signs = &passage.language.numerals.verb_signs;
    let before = at.checked_sub(1).map(|at| passage.word(at)).unwrap_or_default();
    let after = fold(passage.word(at + 1));
    signs.before.contains(&fold(before)) || signs.after.contains(&after) || addressed(passage, at, &after)
}

/// "Sei stanco": it opens a sentence or a quotation, and what follows is one word about somebody.
fn addressed(passage: &Passage<'_>, at: usize, after: &str) -> bool {
    let signs = &passage.language.numerals.verb_signs;
    let opens = passage.sentences.iter().any(|sentence| sentence.tokens.start == at)
        || at.checked_sub(1).is_some_and(|at| passage.word(at).chars().all(|c| QUOTES.contains(&c)));
    let plain = passage.tokens.get(at + 1).is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && !passage
            .tags(at + 1)
            .iter()
            .any(|tag| matches!(tag.sense, Sense::Mark(_) | Sense::Concept(_, WordClass::Noun)));
    opens && plain && signs.opening.iter().any(|ending| after.ends_with(ending.as_str()))
}
