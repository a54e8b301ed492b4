//! A block of an article in one language, its tokens tagged with all that the packs know of them.

use super::over_figure;
use super::sentence::split_sentences;
use super::separable::{self, Parted};
use super::verb_numeral::is_number;
use crate::lex::{Case, Token, TokenKind, WordId, fold_into, is_apostrophe, tokenize};
use crate::rules::{Ambiguity, Language, MarkSet, NumeralWord, PointsOf, RuleError, Rules, Sense, WordClass};
use crate::source::{Article, Block, BlockKind};
use crate::span::TextSpan;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a phrase that begins at some token can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// Tokens that the phrase covers.
    pub len: u8,
    /// What it means.
    pub sense: Sense,
}

/// A number word with the reason to doubt it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaggedNumeral {
    /// What it says.
    pub word: NumeralWord,
    /// Why it may be none.
    pub ambiguity: Option<Ambiguity>,
}

/// Bytes of a word beyond which nobody looks for numbers or nouns inside it: longer ones are no words.
const LONGEST_WORD: usize = 128;

/// One sentence, as a range of tokens of its passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// From its first to its last character.
    pub span: TextSpan,
    /// Whether it ends in a question mark.
    pub is_question: bool,
}

/// A block of an article, ready for the grammar.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The whole text of the article; spans of tokens count in it.
    pub text: &'a str,
    /// What part of the article it is.
    pub kind: BlockKind,
    /// The language it is read in.
    pub language: &'a Language,
    /// What holds in every language.
    pub rules: &'a Rules,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, without gaps between tokens.
    pub sentences: Vec<Sentence>,
    /// Whether the article tells of votes, rates or other shares of a hundred more than of matches and indices.
    pub tells_of_shares: bool,
    tags: Vec<Tag>,
    first_tag: Vec<u32>,
    marks: Vec<MarkSet>,
    marks_behind: Vec<MarkSet>,
    numerals: Vec<Option<Box<TaggedNumeral>>>,
}

impl<'a> Passage<'a> {
    /// Reads the text inside `span` in one language.
    pub fn new(text: &'a str, span: TextSpan, kind: BlockKind, language: &'a Language, rules: &'a Rules) -> Self {
        let mut tokens = tokenize(span.slice(text), span.start);
        let mut numerals = Vec::with_capacity(tokens.len());
        let mut folded = String::new();
        let mut compounds = Vec::new();
        for (at, token) in tokens.iter_mut().enumerate() {
            if token.kind == TokenKind::Digits {
                // "km2", "m3": units and names of the packs with digits in them.
                token.word = language.phrases.word(token.span.slice(text));
                numerals.push(None);
                continue;
            }
            fold_into(token.span.slice(text), &mut folded);
            token.word = language.phrases.word(&folded);
            let short = token.is_word() && folded.len() <= LONGEST_WORD;
            let word = if short { language.numerals.word(&folded) } else { None };
            let word = word.or_else(|| elided_numeral(text, token, &folded, language));
            if word.is_none() && short && token.word == WordId::UNKNOWN && language.style.compounds {
                compound_tags(&folded, language, &mut |tag| compounds.push((at, tag)));
            }
            numerals.push(word.map(|word| {
                let ambiguity = language.numerals.ambiguity(&folded);
                Box::new(TaggedNumeral { word, ambiguity })
            }));
        }
        let sentences = split_sentences(text, &tokens, language, kind);
        let parted = separable::parted(&tokens, &sentences, text, language);
        let figures: Vec<bool> = tokens
            .iter()
            .zip(&numerals)
            .map(|(token, word)| token.kind == TokenKind::Digits || word.is_some())
            .collect();
        let is_figure = |at: usize| figures.get(at).copied().unwrap_or(false);
        let (tags, first_tag) = tag(&tokens, language, &compounds, &parted, &is_figure);
        let marks = first_tag.windows(2).map(|range| match range {
            [from, to] => marks_of(tags.get(*from as usize..*to as usize).unwrap_or_default()),
            _ => MarkSet::default(),
        });
        let marks = marks.collect();
        let marks_behind = marks_behind(&tags, &first_tag);
        let tells_of_shares = false;
        let mut passage = Self {
            text,
            kind,
            language,
            rules,
            tokens,
            sentences,
            tells_of_shares,
            tags,
            first_tag,
            marks,
            marks_behind,
            numerals,
        };
        passage.settle_verbs();
        passage.join_behind_hours();
        passage
    }

    /// Takes the doubt from number words that are no verbs where they stand.
    fn settle_verbs(&mut self) {
        let doubtful = |at: &usize| self.numeral(*at).is_some_and(|tagged| tagged.ambiguity == Some(Ambiguity::Verb));
        let sure: Vec<usize> = (0..self.tokens.len()).filter(doubtful).filter(|at| is_number(self, *at)).collect();
        for at in sure {
            if let Some(Some(tagged)) = self.numerals.get_mut(at) {
                tagged.ambiguity = None;
            }
        }
    }

    /// Everything that phrases beginning at a token can mean.
    pub fn tags(&self, at: usize) -> &[Tag] {
        let (Some(from), Some(to)) = (self.first_tag.get(at), self.first_tag.get(at + 1)) else { return &[] };
        self.tags.get(*from as usize..*to as usize).unwrap_or_default()
    }

    /// The function words that begin at a token.
    pub fn marks(&self, at: usize) -> MarkSet {
        self.marks.get(at).copied().unwrap_or_default()
    }

    /// The function words that end right before a token.
    pub fn marks_behind(&self, at: usize) -> MarkSet {
        self.marks_behind.get(at).copied().unwrap_or_default()
    }

    /// What the word at a token says as a number.
    pub fn numeral(&self, at: usize) -> Option<&TaggedNumeral> {
        self.numerals.get(at)?.as_deref()
    }

    /// How many of its words the packs of its language know.
    fn known_words(&self) -> usize {
        self.tokens.iter().filter(|token| token.is_word() && token.word != WordId::UNKNOWN).count()
    }

    /// The text of a token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    /// From the first to the last character of a range of tokens.
    pub fn span(&self, tokens: Range<usize>) -> TextSpan {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.saturating_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            (Some(first), _) => TextSpan::new(first.span.start, first.span.start),
            _ => TextSpan::new(self.text.len(), self.text.len()),
        }
    }
}

/// "vent'anni": a number that has lost its vowel before an apostrophe.
fn elided_numeral(text: &str, token: &Token, folded: &str, language: &Language) -> Option<NumeralWord> {
    if !token.is_word() {
        return None;
    }
    let next = text.get(token.span.end..)?.chars().next()?;
    if is_apostrophe(next) { language.numerals.elided_word(folded) } else { None }
}

/// The tags of all tokens; `compounds` are added to what the phrases say, and `parted` verbs settled.
fn tag(
    tokens: &[Token],
    language: &Language,
    compounds: &[(usize, Tag)],
    parted: &FxHashMap<usize, Parted>,
    is_figure: &dyn Fn(usize) -> bool,
) -> (Vec<Tag>, Vec<u32>) {
    let mut tags = Vec::with_capacity(tokens.len());
    let mut first_tag = Vec::with_capacity(tokens.len() + 1);
    let mut compounds = compounds.iter().peekable();
    let mut own: Vec<Tag> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        first_tag.push(u32::try_from(tags.len()).unwrap_or(u32::MAX));
        let word_at = |offset: usize| {
            let token = tokens.get(at + offset)?;
            // Digits inside a phrase stand right after its letters: "km2", not "12 m 2".
            let apart = offset > 0 && token.kind == TokenKind::Digits && !token.glued;
            (!apart && token.word != WordId::UNKNOWN).then_some(token.word)
        };
        // "Sie saßen fest" tells of no feast, where nouns have capitals.
        let no_noun = language.style.nouns_capitalised && token.case == Case::Lower;
        language.phrases.matches(word_at, |len, sense| {
            if !(no_noun && len == 1 && matches!(sense, Sense::Concept(_, WordClass::Noun))) {
                own.push(Tag { len: u8::try_from(len).unwrap_or(u8::MAX), sense: *sense });
            }
        });
        over_figure::settle(tokens, at, is_figure, language, &mut own);
        while let Some((_, tag)) = compounds.next_if(|(compound, _)| *compound == at) {
            own.push(*tag);
        }
        if let Some(parted) = parted.get(&at) {
            parted.settle(at, &mut own);
        }
        tags.append(&mut own);
    }
    first_tag.push(u32::try_from(tags.len()).unwrap_or(u32::MAX));
    (tags, first_tag)
}

/// By token, the function words that end right before it.
fn marks_behind(tags: &[Tag], first_tag: &[u32]) -> Vec<MarkSet> {
    let mut behind = vec![MarkSet::default(); first_tag.len()];
    for (at, range) in first_tag.windows(2).enumerate() {
        let [from, to] = range else { continue };
        for tag in tags.get(*from as usize..*to as usize).unwrap_or_default() {
            if let (Sense::Mark(mark), Some(marks)) = (tag.sense, behind.get_mut(at + usize::from(tag.len))) {
                marks.insert(mark);
            }
        }
    }
    behind
}

fn marks_of(tags: &[Tag]) -> MarkSet {
    let mut marks = MarkSet::default();
    for tag in tags {
        if let Sense::Mark(mark) = tag.sense {
            marks.insert(mark);
        }
    }
    marks
}

/// What the parts of a compound make of it: the noun that ends it (Notfall|seelsorger), the longest one there is, or a
/// day and a part of the day (Freitag|abend).
fn compound_tags(folded: &str, language: &Language, add: &mut impl FnMut(Tag)) {
    let cuts = folded.char_indices().map(|(at, _)| at).filter(|at| *at >= 3 && folded.len() - at >= 4);
    for (first, last) in cuts.filter_map(|at| folded.split_at_checked(at)) {
        if let Some(part) = word_sense(last, language, |sense| matches!(sense, Sense::DayPart(_)))
            && let Some(day) = word_sense(first, language, |sense| matches!(sense, Sense::Weekday(_)))
        {
            [day, part].into_iter().for_each(|sense| add(Tag { len: 1, sense }));
            return;
        }
        if let Some(sense) = word_sense(last, language, |sense| matches!(sense, Sense::Concept(_, WordClass::Noun))) {
            return add(Tag { len: 1, sense });
        }
    }
}

/// The last sense of a single word that `test` accepts.
fn word_sense(folded: &str, language: &Language, test: impl Fn(&Sense) -> bool) -> Option<Sense> {
    let word = Some(language.phrases.word(folded)).filter(|word| *word != WordId::UNKNOWN)?;
    let mut found = None;
    language.phrases.matches(
        |offset| (offset == 0).then_some(word),
        |_, sense| {
            if test(sense) {
                found = Some(*sense);
            }
        },
    );
    found
}

/// The passages of an article in the language of that code, each in its own where it is long enough to tell.
///
/// # Errors
/// A broken pack of a language that the article needs.
pub fn passages<'a>(article: &'a Article, own: &str, rules: &'a Rules) -> Result<Vec<Passage<'a>>, RuleError> {
    let language = rules.language(own)?;
    let read = |block: &Block, language| Passage::new(&article.text, block.span, block.kind, language, rules);
    let mut passages: Vec<Passage<'a>> = article
        .blocks
        .iter()
        .map(|block| {
            let passage = read(block, language);
            let Some(code) = foreign_language(&passage, block.span.slice(&article.text), own) else {
                return Ok(passage);
            };
            // Another language than the article's only where more of its words are known there, too, so that names
            // and loan words in a paragraph do not turn it into a related language.
            let foreign = read(block, rules.language(code)?);
            Ok(if foreign.known_words() > passage.known_words() { foreign } else { passage })
        })
        .collect::<Result<_, RuleError>>()?;
    let shares = tells_of_shares(&passages);
    passages.iter_mut().for_each(|passage| passage.tells_of_shares = shares);
    Ok(passages)
}

/// Whether an article with points in it tells of shares of a hundred, and not more of what has other points.
fn tells_of_shares(passages: &[Passage<'_>]) -> bool {
    /// Words that make it sure.
    const ENOUGH: usize = 3;
    let tags = || passages.iter().flat_map(|passage| passage.tags.iter().map(move |tag| (passage, tag.sense)));
    if !tags().any(|(_, sense)| sense == Sense::Points) {
        return false;
    }
    let told = tags().filter_map(|(passage, sense)| match sense {
        Sense::Concept(id, WordClass::Noun) => passage.rules.units.tells_points(id, &passage.rules.lexicon),
        _ => None,
    });
    let (shares, others): (Vec<_>, Vec<_>) = told.partition(|points| *points == PointsOf::Percent);
    shares.len() >= ENOUGH && shares.len() > others.len()
}

/// The language of an article: what it says of itself, else what its words say.
pub fn language_of(article: &Article) -> String {
    article.meta.language.clone().unwrap_or_else(|| identify(&article.text).to_owned())
}

/// Bytes of a text that tell its language.
const TELLING: usize = 4096;

/// The language of a text among those the tool reads.
pub fn identify(text: &str) -> &'static str {
    let beginning = text.get(..text.floor_char_boundary(TELLING)).unwrap_or(text);
    // The detector takes words that a space of another kind parts for one.
    let mut plain = String::with_capacity(beginning.len());
    for piece in beginning.split_inclusive(char::is_whitespace) {
        let word = piece.strip_suffix(char::is_whitespace);
        plain.push_str(word.unwrap_or(piece));
        plain.extend(word.map(|_| ' '));
    }
    whichlang::detect_language(&plain).into_code()
}

/// Characters from which on a passage is long enough to be told from its surroundings.
const FOREIGN_PASSAGE: usize = 90;

/// Another language that a long passage seems to be in; none where the article's own knows most of its words.
fn foreign_language(passage: &Passage<'_>, text: &str, own: &str) -> Option<&'static str> {
    let words = passage.tokens.iter().filter(|token| token.is_word()).count();
    if text.len() < FOREIGN_PASSAGE || 3 * passage.known_words() > 2 * words {
        return None;
    }
    let code = identify(text);
    (code != own && crate::rules::LANGUAGES.contains(&code)).then_some(code)
}

trait LanguageCode {
    fn into_code(self) -> &'static str;
}

impl LanguageCode for whichlang::Lang {
    fn into_code(self) -> &'static str {
        use whichlang::Lang;
        match self {
            Lang::Ita => "it",
            Lang::Eng => "en",
            Lang::Fra => "fr",
            Lang::Spa => "es",
            Lang::Deu => "de",
            Lang::Por => "pt",
            Lang::Nld => "nl",
            _ => "other",
        }
    }
}
