//! The claim: a value bound to the question that it answers, with all that judging it needs.

use super::answer::{Answer, Kind};
use super::signature::Signature;
use crate::rules::{ConceptId, Lexicon, Mark};
use crate::span::{FileSpan, LineColumn};
use crate::value::DateSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Write as _};
use std::sync::Arc;

/// What a comparison needs to know of the article that a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct ArticleInfo {
    /// `PATH` or `PATH#id`.
    pub id: String,
    /// Newspaper, agency or site.
    pub outlet: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Day on which it appeared, from metadata or its dateline.
    pub published: Option<Date>,
    /// ISO 639-1 code.
    pub language: String,
    /// Whether it says at its beginning that its figures are first ones, or better than earlier ones.
    pub status: Status,
    /// The story that it tells.
    pub story: Signature,
    /// Checks that the article asks not to be told about.
    pub ignored_checks: Vec<String>,
}

/// How an article stands to what was published before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Status {
    /// It does not say.
    #[default]
    Plain,
    /// "stima preliminare": others will follow.
    Preliminary,
    /// "corregge la stima": it takes back what was said before.
    Corrected,
}

/// A word of the question, the same in every language where the lexicon knows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Term {
    /// A concept of the lexicon by name: "person.prisoner".
    Concept(Arc<str>),
    /// A name, folded: "abu dhabi".
    Name(Arc<str>),
    /// The stem of a word that no lexicon knows, with its language: "it:pagell".
    Stem(Arc<str>),
}

impl Term {
    /// The concept that it names, if the lexicon knows it.
    pub fn concept(&self, lexicon: &Lexicon) -> Option<ConceptId> {
        match self {
            Self::Concept(name) => lexicon.find(name),
            Self::Name(_) | Self::Stem(_) => None,
        }
    }

    /// Words for people: "actor.united-states" is "United States", "event.exchange-prisoners" is "exchange prisoners".
    pub fn readable(&self) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let (text, is_name) = match self {
                Self::Concept(name) => {
                    name.split_once('.').map_or((name.as_ref(), false), |(class, rest)| (rest, class == "actor"))
                }
                Self::Name(name) => (name.as_ref(), true),
                Self::Stem(stem) => (stem.split_once(':').map_or(stem.as_ref(), |(_, rest)| rest), false),
            };
            let is_abbreviation = matches!(self, Self::Concept(_)) && is_name && text.len() <= LONGEST_ABBREVIATION;
            let mut begins = true;
            for letter in text.chars().map(|c| if matches!(c, '-' | '.') { ' ' } else { c }) {
                match is_name && (begins || is_abbreviation) {
                    true => write!(f, "{}", letter.to_uppercase())?,
                    false => f.write_char(letter)?,
                }
                begins = letter == ' ';
            }
            Ok(())
        })
    }

    /// Whether it names somebody or some place: a name, or an actor of the lexicon.
    pub fn is_telling_name(&self) -> bool {
        match self {
            Self::Name(_) => true,
            Self::Concept(name) => name.starts_with("actor."),
            Self::Stem(_) => false,
        }
    }

    /// A number that stands for it, in every process and version: [`fnv1a`] of its text.
    pub fn number(&self) -> u64 {
        let (sort, text) = self.parts();
        fnv1a(sort.bytes().chain(text.bytes()))
    }

    /// What sort of term it is and its text.
    fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Concept(name) => ("c:", name),
            Self::Name(name) => ("n:", name),
            Self::Stem(stem) => ("s:", stem),
        }
    }

    /// The text that stands for it in keys.
    pub fn key(&self) -> &str {
        match self {
            Self::Concept(text) | Self::Name(text) | Self::Stem(text) => text,
        }
    }
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
pub fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Letters of the longest name that is written in capitals: UK, EU, WHO.
const LONGEST_ABBREVIATION: usize = 3;

/// What sort of term it is and its text: "c:person.prisoner".
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sort, text) = self.parts();
        f.write_str(sort)?;
        f.write_str(text)
    }
}

impl From<Term> for String {
    fn from(term: Term) -> Self {
        term.to_string()
    }
}

impl TryFrom<String> for Term {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.split_once(':') {
            Some(("c", name)) => Ok(Self::Concept(name.into())),
            Some(("n", name)) => Ok(Self::Name(name.into())),
            Some(("s", stem)) => Ok(Self::Stem(stem.into())),
            _ => Err(format!("`{text}` is no term")),
        }
    }
}

/// A side of an event, with what it does there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Participant {
    /// "receiver", "giver", "agent", …; `None` where nobody says.
    pub role: Option<Arc<str>>,
    /// An actor's concept or a name.
    pub who: Term,
}

/// Whether the value counts all, some, or the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Share {
    /// Nobody says that it is a part.
    #[default]
    Whole,
    /// "di cui tre bambini"
    Part,
    /// "altri 14"
    Rest,
}

/// Over what the value is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Scope {
    /// Nobody says.
    #[default]
    Plain,
    /// "ciascuno"
    Each,
    /// "in tutto"
    Altogether,
}

/// How the value stands to what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Modality {
    /// It is told as a fact.
    #[default]
    Fact,
    /// It is announced, demanded or expected.
    Planned,
    /// It may be so.
    Possible,
    /// Somebody says that it is not so.
    Denied,
}

/// The question that a value answers, one side of it per field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Subject {
    /// What is counted, measured or dated.
    pub counted: Option<Term>,
    /// Whether the thing counted was named only before, in this sentence or another.
    pub inherited: bool,
    /// Events and states in the same clause, nearest first.
    pub events: Vec<Term>,
    /// Properties in the same clause that have a value: price, height, turnout.
    pub attributes: Vec<Term>,
    /// What narrows the count: serious, annual, preliminary.
    pub qualities: Vec<Term>,
    /// Who takes part, in which role.
    pub participants: Vec<Participant>,
    /// Who has it or does it: the name that is the subject of the clause.
    pub owner: Option<Term>,
    /// Where it happened: names and actors behind "in".
    pub places: Vec<Term>,
    /// Names in the clause that are no actors: places, persons.
    pub names: Vec<Term>,
    /// When it happened, where the clause says so.
    pub time: Option<DateSpan>,
    /// All, some, or the rest.
    pub share: Share,
    /// Each, or altogether.
    pub scope: Scope,
    /// Whether it is one of several values told in a row ("quakes of magnitude 5.8 and 5.1"), or of one of several things
    /// ("one of the quakes").
    #[serde(default)]
    pub one_of_several: bool,
    /// What it is told per: "per year", "al mese".
    pub per: Option<Term>,
    /// Fact, plan, possibility, denial.
    pub modality: Modality,
    /// Which one in a sequence of events: first, second, last.
    pub occurrence: Option<Occurrence>,
    /// Whether it tells a change ("4,7 punti in meno") and in which direction.
    pub change: Option<Mark>,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// Whether the text says that the figure was corrected.
    pub corrected: bool,
    /// The other telling words of the sentence.
    pub context: Vec<Term>,
    /// Those of them that stand right beside the value.
    pub near: Vec<Term>,
    /// Those of them that hardly another sentence of the article uses: what tells its sentence from the others.
    pub rare: Vec<Term>,
    /// Whether the article begins with it: in its headline, its lead or its opening sentence.
    pub leading: bool,
    /// Where in the article the sentences stand that say so, in thousandths of its sentences.
    pub positions: Vec<u16>,
    /// The question in words of the article: "prigionieri di guerra".
    pub label: String,
}

impl Subject {
    /// Whether persons are counted.
    pub fn counts_persons(&self, lexicon: &Lexicon) -> bool {
        self.counted.as_ref().and_then(|term| term.concept(lexicon)).is_some_and(|id| lexicon.is_person(id))
    }
}

/// Which one of a sequence of like events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Occurrence {
    /// The first, the second, …
    Nth(u32),
    /// "l'ultimo scambio", "il precedente"
    Earlier,
    /// "il prossimo"
    Later,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attribution {
    /// The actor or name, where known.
    pub who: Option<Term>,
    /// As the text has it.
    pub text: String,
}

/// One place in a text that makes a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Place in the file of the value with the noun that it counts; `None` where the text does not stand there.
    pub file: Option<FileSpan>,
    /// Line and column of its beginning.
    pub place: Option<LineColumn>,
    /// The text of that place.
    pub text: String,
    /// Place in the file of the figure with its hedges and unit.
    pub number_file: Option<FileSpan>,
    /// The text of the figure.
    pub number: String,
    /// The sentence around it.
    pub sentence: Arc<str>,
    /// Where in the article: "title", "body", …
    pub block: crate::source::BlockKind,
}

/// What makes one claim follow from others of its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Implication {
    /// "157 ciascuno"
    Each,
    /// "dal 4 al 5 marzo" is two days.
    DateRange,
    /// "dalle 9 alle 17" is eight hours.
    ClockRange,
    /// A time of day beside its date.
    Clock,
    /// "nata nel 1947" says how old she is.
    Born,
    /// "da 72 anni" says since when.
    Since,
    /// "164 passengers and six crew"
    Together,
    /// "passa da 62 a 64" says what was and what is.
    Moved,
    /// "trentotto secondi dopo" says how long it took.
    Apart,
}

impl Implication {
    /// Name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::DateRange => "date-range",
            Self::ClockRange => "clock-range",
            Self::Clock => "clock",
            Self::Born => "born",
            Self::Since => "since",
            Self::Together => "together",
            Self::Moved => "moved",
            Self::Apart => "apart",
        }
    }
}

/// Why a claim follows from others of its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Implied {
    /// What makes it follow.
    pub by: Implication,
    /// In words: "157 ciascuno: 157 to each side".
    pub why: String,
}

/// A value that an article gives, with its question: what the claims of the article that are of one kind compete with
/// for a claim of another article.
#[derive(Debug, Clone, PartialEq)]
pub struct Sibling {
    /// The value.
    pub answer: Answer,
    /// The question.
    pub subject: Subject,
}

/// A value with its question, its places, and its article.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Where it comes from.
    pub article: Arc<ArticleInfo>,
    /// The value.
    pub answer: Answer,
    /// The question; `None` where the text does not say what the value answers.
    pub subject: Option<Subject>,
    /// The places that make it, at least one, in the order of the text.
    pub evidence: Vec<Evidence>,
    /// Why it follows, for claims that no text makes itself.
    pub implied: Option<Implied>,
    /// What its article says of this kind, the claim itself among it.
    pub siblings: Arc<[Sibling]>,
}

impl Claim {
    /// What sort of answer it gives.
    pub fn kind(&self) -> Kind {
        self.answer.kind()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_told_in_words() {
        for (term, words) in [
            (Term::Concept("actor.united-states".into()), "United States"),
            (Term::Concept("actor.uk".into()), "UK"),
            (Term::Concept("event.exchange-prisoners".into()), "exchange prisoners"),
            (Term::Concept("person".into()), "person"),
            (Term::Name("abu dhabi".into()), "Abu Dhabi"),
            (Term::Stem("it:pagell".into()), "pagell"),
        ] {
            assert_eq!(term.readable().to_string(), words);
        }
    }
}
