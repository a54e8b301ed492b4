//! A sentence as a row of items: mentions, concepts, names, function words, marks of punctuation.

use super::model::Term;
use super::peoples::Peoples;
use super::proper::Proper;
use super::terms::{concept_term, name_term, stem_term};
use crate::grammar::{Mention, mentions};
use crate::lex::{Case, TokenKind, fold, is_dash};
use crate::rules::{ConceptClass, ConceptId, Lexicon, Mark, Sense, WordClass};
use crate::text::{Passage, Sentence, Tag};
use smallvec::SmallVec;
use std::ops::Range;
use std::sync::Arc;

/// One thing in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// A value, by its index among the sentence's mentions.
    Mention(usize),
    /// A word or phrase of the lexicon, with everything that it can name.
    Concept(SmallVec<[(ConceptId, WordClass); 4]>),
    /// A capitalised word or words that no lexicon knows; keyed by the last of them.
    Name(Term),
    /// A word that no lexicon knows.
    Word,
    /// A function word that is nothing else.
    Function,
    /// Punctuation that parts clauses strongly: ; : ( ) – « »
    Break,
    /// A comma.
    Comma,
}

/// An item with its tokens and the function words that it also is.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its tokens in the passage.
    pub tokens: Range<usize>,
    /// What it does as a function word.
    pub marks: SmallVec<[Mark; 8]>,
}

impl Item {
    /// Whether it is this function word.
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Whether it is one of these function words.
    pub fn is_any(&self, marks: &[Mark]) -> bool {
        self.marks.iter().any(|mark| marks.contains(mark))
    }

    /// The concepts that it can name, if it is of the lexicon.
    pub fn concepts(&self) -> &[(ConceptId, WordClass)] {
        match &self.kind {
            ItemKind::Concept(concepts) => concepts,
            _ => &[],
        }
    }

    /// The concepts of a class that it can name.
    pub fn concepts_of(&self, class: ConceptClass, lexicon: &Lexicon) -> impl Iterator<Item = ConceptId> {
        self.concepts().iter().map(|(id, _)| *id).filter(move |id| lexicon.get(*id).class == class)
    }

    /// The first of them.
    pub fn concept_of(&self, class: ConceptClass, lexicon: &Lexicon) -> Option<ConceptId> {
        self.concepts_of(class, lexicon).next()
    }

    /// The first concept that it can name as a noun.
    pub fn noun(&self) -> Option<ConceptId> {
        self.concepts().iter().find(|(_, class)| *class == WordClass::Noun).map(|(id, _)| *id)
    }

    /// How much it parts what stands on its sides.
    fn weight(&self) -> u32 {
        match self.kind {
            ItemKind::Break => 8,
            ItemKind::Comma => 4,
            ItemKind::Mention(_) => 3,
            _ if self.is_any(&[Mark::And, Mark::Relative]) => 4,
            _ => 1,
        }
    }

    /// Whether it can only be a form of a verb.
    pub fn is_verb(&self) -> bool {
        !self.concepts().is_empty() && self.concepts().iter().all(|(_, class)| *class == WordClass::Verb)
    }
}

/// A sentence with its items and mentions.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The passage it belongs to.
    pub passage: &'a Passage<'a>,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its values.
    pub mentions: Vec<Mention>,
    /// Its items, in order.
    pub items: Vec<Item>,
    /// Actors that only this article names.
    pub peoples: &'a Peoples,
    /// Its telling words, sorted: no function words, four letters or more.
    pub context: Vec<Term>,
    /// Its text, shared by all that quote it; empty where it has no value.
    pub quote: Arc<str>,
    /// How much lies before each item, see [`Reading::distance`].
    weights: Vec<u32>,
    /// Where the mentions stand among the items.
    places: Vec<usize>,
}

impl<'a> Reading<'a> {
    /// Reads a sentence.
    pub fn new(passage: &'a Passage<'a>, sentence: &'a Sentence, peoples: &'a Peoples, proper: &Proper) -> Self {
        let mentions = mentions(passage, sentence);
        let items = items(passage, sentence, &mentions, peoples, proper);
        let places = (0..items.len()).filter(|at| matches!(items[*at].kind, ItemKind::Mention(_))).collect();
        let sums = items.iter().scan(0, |sum, item| {
            *sum += item.weight();
            Some(*sum)
        });
        let weights = std::iter::once(0).chain(sums).collect();
        let (context, quote) = (Vec::new(), Arc::default());
        let mut reading = Self { passage, sentence, mentions, items, peoples, context, quote, weights, places };
        if !reading.mentions.is_empty() {
            reading.context = reading.telling_words();
            reading.quote = sentence.span.slice(passage.text).into();
        }
        reading
    }

    fn telling_words(&self) -> Vec<Term> {
        let telling = self.items.iter().filter(|item| self.is_telling(item));
        let mut found: Vec<Term> = telling.flat_map(|item| self.terms(item)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a word tells anything about a question: no function word, four letters or more.
    pub fn is_telling(&self, item: &Item) -> bool {
        match item.kind {
            ItemKind::Concept(_) | ItemKind::Name(_) => true,
            ItemKind::Word => self.text(item.tokens.clone()).chars().nth(3).is_some(),
            _ => false,
        }
    }

    /// The concepts' table.
    pub fn lexicon(&self) -> &'a Lexicon {
        &self.passage.rules.lexicon
    }

    /// The text of some tokens.
    pub fn text(&self, tokens: Range<usize>) -> &'a str {
        self.passage.span(tokens).slice(self.passage.text)
    }

    /// Where a mention stands among the items.
    pub fn item_of(&self, mention: usize) -> Option<usize> {
        self.places.get(mention).copied()
    }

    /// The items between two mentions, in either order.
    pub fn between(&self, a: usize, b: usize) -> Option<&[Item]> {
        let (a, b) = (self.item_of(a)?, self.item_of(b)?);
        self.items.get(a.min(b) + 1..a.max(b))
    }

    /// How far apart two items are for the reader: commas and other values part more than words.
    pub fn distance(&self, a: usize, b: usize) -> u32 {
        let before = |item: usize| self.weights.get(item).copied().unwrap_or(u32::MAX);
        if a == b { 0 } else { before(a.max(b)).saturating_sub(before(a.min(b) + 1)) }
    }

    /// The items no farther than `most` from one of them, itself among them.
    pub fn around(&self, at: usize, most: u32) -> Range<usize> {
        let near = |item: &usize| self.distance(*item, at) <= most;
        let from = (0..at).rev().take_while(near).last().unwrap_or(at);
        let to = (at + 1..self.items.len()).take_while(near).last().unwrap_or(at);
        from..to + 1
    }

    /// The other items no farther than `most` from one of them with their positions, nearest first; of two as near,
    /// the one before.
    pub fn near(&self, at: usize, most: u32) -> impl Iterator<Item = (usize, &Item)> {
        let Range { start, end } = self.around(at, most);
        let mut before = (start..at).rev().peekable();
        let mut after = (at + 1..end).peekable();
        let nearest = move || match (before.peek(), after.peek()) {
            (Some(left), Some(right)) if self.distance(*right, at) < self.distance(*left, at) => after.next(),
            (Some(_), _) => before.next(),
            (None, _) => after.next(),
        };
        std::iter::from_fn(nearest).filter_map(|item| Some((item, self.items.get(item)?)))
    }

    /// Whether an item begins with a capital where only names do.
    pub fn is_like_a_name(&self, item: &Item) -> bool {
        !self.passage.language.style.nouns_capitalised && is_capital(self.passage, item.tokens.start)
    }

    /// Whether one of some prepositions governs a word, its article between them or not: "per le famiglie".
    pub fn is_governed(&self, item: usize, marks: &[Mark]) -> bool {
        let before = |back: usize| item.checked_sub(back).and_then(|at| self.items.get(at));
        let governs = |word: &Item| word.is_any(marks) && !word.is(Mark::The);
        let article = before(1).is_some_and(|word| word.is(Mark::The) && !word.is_any(marks));
        before(1).is_some_and(governs) || (article && before(2).is_some_and(governs))
    }

    /// All that an item can mean: each of its concepts, its name or the stem of its word.
    pub fn terms(&self, item: &Item) -> SmallVec<[Term; 4]> {
        match &item.kind {
            ItemKind::Concept(concepts) => concepts.iter().map(|(id, _)| concept_term(*id, self.lexicon())).collect(),
            _ => self.term(item).into_iter().collect(),
        }
    }

    /// The term of an item: its concept, its name or the stem of its word.
    pub fn term(&self, item: &Item) -> Option<Term> {
        match &item.kind {
            ItemKind::Concept(concepts) => concepts.first().map(|(id, _)| concept_term(*id, self.lexicon())),
            ItemKind::Name(name) => Some(name.clone()),
            ItemKind::Word => Some(stem_term(self.text(item.tokens.clone()), self.passage.language)),
            _ => None,
        }
    }
}

fn items(
    passage: &Passage<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
    peoples: &Peoples,
    proper: &Proper,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut next_mention = mentions.iter().enumerate().peekable();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let item = match next_mention.next_if(|(_, mention)| mention.tokens.start <= at) {
            Some((index, mention)) => {
                Item { kind: ItemKind::Mention(index), tokens: mention.tokens.clone(), marks: SmallVec::new() }
            }
            None => {
                let limit = next_mention.peek().map_or(sentence.tokens.end, |(_, mention)| mention.tokens.start);
                item_at(passage, at, limit, sentence.tokens.start, peoples, proper)
            }
        };
        at = item.tokens.end.max(at + 1);
        items.push(item);
    }
    items
}

fn item_at(
    passage: &Passage<'_>,
    at: usize,
    limit: usize,
    sentence_start: usize,
    peoples: &Peoples,
    proper: &Proper,
) -> Item {
    let fits = |len: u8| at + usize::from(len) <= limit;
    let tags = passage.tags(at);
    let longest = |wanted: &dyn Fn(&Sense) -> bool| {
        tags.iter().filter(|tag| fits(tag.len) && wanted(&tag.sense)).map(|tag| tag.len).max().unwrap_or(0)
    };
    let concept_len = longest(&|sense| matches!(sense, Sense::Concept(..)));
    let mark_len = longest(&|sense| matches!(sense, Sense::Mark(_)));
    let of_len = |len: u8| tags.iter().filter(move |tag| tag.len == len);
    let marks = of_len(mark_len).filter_map(|tag| if let Sense::Mark(mark) = tag.sense { Some(mark) } else { None });
    if concept_len > 0 && concept_len >= mark_len && !is_part_of_name(passage, at, concept_len, sentence_start) {
        let concepts = of_len(concept_len)
            .filter_map(|tag| if let Sense::Concept(id, class) = tag.sense { Some((id, class)) } else { None })
            .collect();
        let marks = if mark_len == concept_len { marks.collect() } else { SmallVec::new() };
        return Item { kind: ItemKind::Concept(concepts), tokens: at..at + usize::from(concept_len), marks };
    }
    if mark_len > 0 {
        return Item { kind: ItemKind::Function, tokens: at..at + usize::from(mark_len), marks: marks.collect() };
    }
    let Some(token) = passage.tokens.get(at) else {
        return Item { kind: ItemKind::Function, tokens: at..at + 1, marks: SmallVec::new() };
    };
    let kind = match token.kind {
        TokenKind::Word if let Some(actor) = peoples.actor(passage.word(at)) => ItemKind::Name(actor),
        TokenKind::Word => return word_or_name(passage, at, limit, sentence_start, proper),
        TokenKind::Digits => ItemKind::Function,
        TokenKind::Mark(',') => ItemKind::Comma,
        TokenKind::Mark(
            ';' | ':' | '(' | ')' | '«' | '»' | '“' | '”' | '"' | '|' | '„' | '[' | ']' | '.' | '?' | '!',
        ) => ItemKind::Break,
        TokenKind::Mark(c) if is_dash(c) && !token.glued => ItemKind::Break,
        TokenKind::Mark(_) => ItemKind::Function,
    };
    Item { kind, tokens: at..at + 1, marks: SmallVec::new() }
}

/// "Andrew Hill", "Wood Street": a word of no more than general meaning beside a word that only a name can be.
fn is_part_of_name(passage: &Passage<'_>, at: usize, len: u8, sentence_start: usize) -> bool {
    let name_alone = |at: usize| is_capital(passage, at) && passage.tags(at).is_empty();
    let beside = [at.checked_sub(1).filter(|before| *before > sentence_start), Some(at + 1)];
    len == 1 && is_capital(passage, at) && is_notion(passage, at) && beside.into_iter().flatten().any(name_alone)
}

fn is_capital(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens.get(at).is_some_and(|token| token.is_word() && token.case != Case::Lower)
}

/// Whether a word is of no more than general meaning, in a language in which a capital says that a name is meant.
fn is_notion(passage: &Passage<'_>, at: usize) -> bool {
    let of_notion = |tag: &Tag| match tag.sense {
        Sense::Concept(id, _) => passage.rules.lexicon.get(id).class == ConceptClass::Notion,
        Sense::Mark(_) => false,
        _ => true,
    };
    !passage.language.style.nouns_capitalised && passage.tags(at).iter().all(of_notion)
}

/// Capitalised words that follow each other are one name, keyed by the last: "Steve Witkoff" is "witkoff".
fn word_or_name(passage: &Passage<'_>, at: usize, limit: usize, sentence_start: usize, proper: &Proper) -> Item {
    let known = |at: usize| passage.tags(at).iter().any(|tag| matches!(tag.sense, Sense::Concept(..) | Sense::Mark(_)));
    let noun = |at: usize| passage.language.style.nouns_capitalised && !proper.is_name(passage.word(at));
    let capital = |at: usize| is_capital(passage, at) && (!known(at) || is_notion(passage, at)) && !noun(at);
    let mut end = at + 1;
    while end < limit && capital(at) && capital(end) {
        end += 1;
    }
    let starts = at == sentence_start && end == at + 1;
    let single_letter = passage.word(end - 1).chars().count() < 2;
    let opener = || passage.language.style.sentence_openers.contains(&fold(passage.word(at)));
    let shown = || proper.is_name(passage.word(at)) || known_name_shape(passage, at);
    let is_name = capital(at) && !single_letter && (!starts || (shown() && !opener()));
    let kind = if is_name { ItemKind::Name(name_term(passage.word(end - 1))) } else { ItemKind::Word };
    Item { kind, tokens: at..if is_name { end } else { at + 1 }, marks: SmallVec::new() }
}

/// Whether a capitalised first word of a sentence is followed by what follows names: a verb, a comma.
fn known_name_shape(passage: &Passage<'_>, at: usize) -> bool {
    passage.tags(at + 1).iter().any(|tag| match tag.sense {
        Sense::Concept(_, WordClass::Verb) => true,
        Sense::Mark(mark) => matches!(mark, Mark::Auxiliary | Mark::Copula | Mark::Says),
        _ => false,
    }) || passage.tokens.get(at + 1).is_some_and(|token| token.is(','))
}
