//! Number words of a language: the parts they are made of, and how one written word is cut into parts.

use super::language::Style;
use super::pack::{PackFile, RuleError, filled};
use super::phrases::phrase_words;
use super::sense::{Sense, TimeUnit};
use crate::value::Number;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// A part of a number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Atom {
    /// 0–9
    Unit(u32),
    /// 10–19, or any other value below 100 that is one word and takes no units: "veintiuno".
    Teen(u32),
    /// 20, 30, … 90
    Ten(u32),
    /// Multiplies what stands before it by a hundred.
    Hundred,
    /// A hundred that is one word: "doscientos".
    Hundreds(u32),
    /// A power of ten from 1000 on, as its exponent.
    Scale(u32),
    /// A figure that only multiplies a scale: "anderthalb".
    Mixed(Number),
    /// "e", "and", "und"
    And,
    /// "mezzo"
    Half,
    /// A half that joins the unit before it in one word: "zweieinhalb".
    AndHalf,
}

/// What one written word says as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumeralWord {
    /// Parts of a cardinal.
    Cardinal(Vec<Atom>),
    /// Parts of an ordinal: "ventitreesimo".
    Ordinal(Vec<Atom>),
    /// Parts of a denominator: "veintiunavo".
    Denominator(Vec<Atom>),
    /// Parts of an age: "trentaquattrenne".
    Age(Vec<Atom>),
    /// Parts of a figure and the unit of time in the same word: "dreitägig", "halbstündig".
    Lasting(Vec<Atom>, TimeUnit),
}

impl NumeralWord {
    /// Whether it stands between the words of a numeral and is none by itself: "und".
    pub fn only_joins(&self) -> bool {
        matches!(self, Self::Cardinal(atoms) if atoms.as_slice() == [Atom::And])
    }
}

/// Why a number word may be no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ambiguity {
    /// It is an article as well: "una".
    Article,
    /// It is an article that counts nothing but units: "a".
    Indefinite,
    /// It is a verb form as well: "sei".
    Verb,
}

/// The number words of a language.
#[derive(Debug, Serialize, Deserialize)]
pub struct Numerals {
    parts: FxHashMap<String, Vec<Atom>>,
    /// Parts that have lost their final vowel, valid only before a vowel.
    elided: FxHashMap<String, Vec<Atom>>,
    beginnings: FxHashSet<[u8; 2]>,
    longest: usize,
    agglutinates: bool,
    elided_vowels: Vec<char>,
    ordinal_suffixes: Vec<String>,
    denominator_suffixes: Vec<String>,
    /// Whether cardinals of several words become one before these endings: "veintidosmilésimo".
    joins_before_suffix: bool,
    age_suffixes: Vec<String>,
    unit_suffixes: Vec<(String, TimeUnit)>,
    /// Parts that are numbers only before a unit in the same word: "Viertelstunde".
    bound: FxHashMap<String, Vec<Atom>>,
    ambiguous: FxHashMap<String, Ambiguity>,
    /// What makes a number word a verb.
    pub verb_signs: VerbSigns,
    /// Tens to which a teen can be added: 60 and 80 in French.
    pub tens_with_teens: Vec<u32>,
    /// A unit and the ten after it that it multiplies: four and twenty in French.
    pub multiplied_tens: Vec<(u32, u32)>,
    /// Units that are added to ten: "dix-sept".
    pub units_after_ten: Vec<u32>,
    /// Whether units come before tens: "einundzwanzig".
    pub units_before_tens: bool,
    /// Words between the whole and the decimal part: "virgola".
    pub decimal_words: Vec<String>,
    /// Abbreviations of scales that stand right after digits: "5k".
    pub abbreviated_scales: FxHashMap<String, u32>,
    /// Letters that are magnitudes after an amount of money, units elsewhere: "£85m".
    pub money_scales: FxHashMap<String, u32>,
    /// Figures of the nouns for about so many.
    pub collectives: Vec<Collective>,
    /// Figures of the plurals for an open number.
    pub indefinites: Vec<Number>,
    /// Words between the parts of "uno su tre".
    pub ratio_words: Vec<Vec<String>>,
    /// Words that make the cardinal before them a denominator: "avos".
    pub denominator_words: Vec<String>,
}

/// Words beside a number word that make it the verb that it can be as well: "tu sei", "sei stato".
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct VerbSigns {
    /// Folded words right before it.
    pub before: FxHashSet<String>,
    /// Folded words right after it.
    pub after: FxHashSet<String>,
    /// Endings of the word after one that opens a sentence.
    pub opening: Vec<String>,
}

/// A noun for about so many.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Collective {
    /// The figure it is about.
    pub value: Number,
    /// Texts with the value that they must get.
    #[serde(skip)]
    pub examples: Vec<CollectiveExample>,
}

/// A text with the nominal value that it must get.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectiveExample {
    /// The text.
    pub text: String,
    /// The figure.
    pub value: Number,
}

/// `numerals.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumeralsFile {
    #[serde(default)]
    agglutinates: bool,
    #[serde(default)]
    and: Vec<Spanned<String>>,
    #[serde(default)]
    elided_vowels: String,
    #[serde(default, deserialize_with = "filled")]
    ordinal_suffixes: Vec<String>,
    #[serde(default, deserialize_with = "filled")]
    denominator_suffixes: Vec<String>,
    #[serde(default)]
    joins_before_suffix: bool,
    #[serde(default)]
    minus: Vec<Spanned<String>>,
    #[serde(default, deserialize_with = "filled")]
    decimal_words: Vec<String>,
    #[serde(default)]
    tens_with_teens: Vec<u32>,
    #[serde(default)]
    multiplied_tens: Vec<(u32, u32)>,
    #[serde(default)]
    units_after_ten: Vec<u32>,
    #[serde(default)]
    units_before_tens: bool,
    cardinals: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    scales: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    bound: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    abbreviated_scales: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    money_scales: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    ambiguous: AmbiguousEntry,
    #[serde(default)]
    ordinals: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    fractions: FractionsEntry,
    #[serde(default)]
    collective: Vec<CollectiveEntry>,
    #[serde(default)]
    indefinite: Vec<CollectiveEntry>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct AmbiguousEntry {
    #[serde(default)]
    article: Vec<String>,
    #[serde(default)]
    indefinite: Vec<String>,
    #[serde(default)]
    verb: Vec<String>,
    #[serde(default)]
    verb_after: FxHashSet<String>,
    #[serde(default)]
    verb_before: FxHashSet<String>,
    #[serde(default, deserialize_with = "filled")]
    verb_opening: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FractionsEntry {
    half: Vec<Spanned<String>>,
    #[serde(default)]
    and_half: Vec<Spanned<String>>,
    #[serde(default)]
    half_of: Vec<Spanned<String>>,
    #[serde(default, deserialize_with = "filled")]
    of: Vec<String>,
    #[serde(default, deserialize_with = "filled")]
    after: Vec<String>,
    #[serde(default)]
    denominators: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CollectiveEntry {
    words: Vec<Spanned<String>>,
    value: Number,
    #[serde(default)]
    examples: Vec<CollectiveExample>,
}

type AddPhrase<'a> = &'a mut dyn FnMut(&[Spanned<String>], Sense) -> Result<(), RuleError>;

impl Numerals {
    pub(super) fn new(
        raw: NumeralsFile,
        style: &Style,
        file: &PackFile,
        add: AddPhrase<'_>,
    ) -> Result<Self, RuleError> {
        let mut numerals = Self {
            parts: FxHashMap::default(),
            elided: FxHashMap::default(),
            beginnings: FxHashSet::default(),
            longest: 0,
            agglutinates: raw.agglutinates,
            elided_vowels: raw.elided_vowels.chars().collect(),
            ordinal_suffixes: raw.ordinal_suffixes,
            denominator_suffixes: raw.denominator_suffixes,
            joins_before_suffix: raw.joins_before_suffix,
            age_suffixes: style.age_suffixes.clone(),
            unit_suffixes: style.unit_suffixes(),
            bound: FxHashMap::default(),
            ambiguous: FxHashMap::default(),
            verb_signs: VerbSigns {
                before: raw.ambiguous.verb_after,
                after: raw.ambiguous.verb_before,
                opening: raw.ambiguous.verb_opening,
            },
            tens_with_teens: raw.tens_with_teens,
            multiplied_tens: raw.multiplied_tens,
            units_after_ten: raw.units_after_ten,
            units_before_tens: raw.units_before_tens,
            decimal_words: raw.decimal_words,
            abbreviated_scales: FxHashMap::default(),
            money_scales: FxHashMap::default(),
            collectives: Vec::new(),
            indefinites: Vec::new(),
            ratio_words: raw.fractions.of.iter().map(|words| phrase_words(words)).collect(),
            denominator_words: raw.fractions.after,
        };
        numerals.read_atoms(&raw.cardinals, &raw.scales, file)?;
        for (value, words) in &raw.bound {
            let atom = cardinal_atom(value, file)?;
            let beginnings = words.iter().filter_map(|word| word.as_bytes().first_chunk::<2>().copied());
            numerals.beginnings.extend(beginnings);
            numerals.bound.extend(words.iter().map(|word| (word.clone(), vec![atom])));
        }
        for word in &raw.and {
            numerals.part(word.as_ref(), Atom::And);
        }
        for word in &raw.fractions.half {
            numerals.part(word.as_ref(), Atom::Half);
        }
        for word in &raw.fractions.and_half {
            numerals.part(word.as_ref(), Atom::AndHalf);
        }
        for (scale, words) in &raw.abbreviated_scales {
            let exponent = exponent_of(scale, file)?;
            numerals.abbreviated_scales.extend(words.iter().map(|word| (word.clone(), exponent)));
        }
        for (scale, words) in &raw.money_scales {
            let exponent = exponent_of(scale, file)?;
            numerals.money_scales.extend(words.iter().map(|word| (word.clone(), exponent)));
        }
        let ambiguous = |words: &[String], why| words.iter().map(move |word| (word.clone(), why)).collect::<Vec<_>>();
        numerals.ambiguous.extend(ambiguous(&raw.ambiguous.article, Ambiguity::Article));
        numerals.ambiguous.extend(ambiguous(&raw.ambiguous.indefinite, Ambiguity::Indefinite));
        numerals.ambiguous.extend(ambiguous(&raw.ambiguous.verb, Ambiguity::Verb));
        for (rank, words) in &raw.ordinals {
            add(words, Sense::Ordinal(small_number(rank, file)?))?;
        }
        for (denominator, words) in &raw.fractions.denominators {
            add(words, Sense::Denominator(small_number(denominator, file)?))?;
        }
        add(&raw.minus, Sense::Minus)?;
        add(&raw.fractions.half_of, Sense::Denominator(2))?;
        for entry in raw.collective {
            add(&entry.words, Sense::Collective(u16::try_from(numerals.collectives.len()).unwrap_or(u16::MAX)))?;
            numerals.collectives.push(Collective { value: entry.value, examples: entry.examples });
        }
        for entry in raw.indefinite {
            add(&entry.words, Sense::Indefinite(u16::try_from(numerals.indefinites.len()).unwrap_or(u16::MAX)))?;
            numerals.indefinites.push(entry.value);
        }
        numerals.elide();
        Ok(numerals)
    }

    /// What a folded word says as a number, if anything.
    pub fn word(&self, folded: &str) -> Option<NumeralWord> {
        match folded.as_bytes() {
            [first, second, ..] if self.beginnings.contains(&[*first, *second]) => {}
            _ => return self.parts.get(folded).cloned().map(NumeralWord::Cardinal),
        }
        if let Some(atoms) = self.parts.get(folded) {
            return Some(NumeralWord::Cardinal(atoms.clone()));
        }
        if self.agglutinates
            && let Some(atoms) = self.segment(folded)
        {
            return Some(NumeralWord::Cardinal(atoms));
        }
        let stems = |suffixes: &'_ [String]| -> Vec<&str> {
            suffixes.iter().filter_map(|suffix| folded.strip_suffix(suffix.as_str())).collect()
        };
        let stem = |suffixes: &[String]| stems(suffixes).into_iter().find_map(|stem| self.stem(stem));
        // "milésimo" alone stands in the table of ordinals.
        let joined = |suffixes: &[String], fewest: usize| {
            let segment = |stem| self.segment(stem).filter(|atoms| atoms.len() >= fewest);
            stems(suffixes).into_iter().filter(|_| self.joins_before_suffix).find_map(segment)
        };
        stem(&self.ordinal_suffixes)
            .filter(|_| !self.joins_before_suffix)
            .or_else(|| joined(&self.ordinal_suffixes, 2))
            .map(NumeralWord::Ordinal)
            .or_else(|| joined(&self.denominator_suffixes, 1).map(NumeralWord::Denominator))
            .or_else(|| stem(&self.age_suffixes).map(NumeralWord::Age))
            .or_else(|| self.lasting(folded))
    }

    /// "dreitägig", "Viertelstunde"
    fn lasting(&self, folded: &str) -> Option<NumeralWord> {
        self.unit_suffixes.iter().find_map(|(suffix, unit)| {
            let stem = folded.strip_suffix(suffix.as_str())?;
            let atoms = self.stem(stem).or_else(|| self.bound.get(stem).cloned())?;
            Some(NumeralWord::Lasting(atoms, *unit))
        })
    }

    /// What a folded word says before an apostrophe: "vent'anni", "ventiquattr'ore".
    pub fn elided_word(&self, folded: &str) -> Option<NumeralWord> {
        let whole = || if self.agglutinates { self.stem(folded) } else { None };
        self.elided.get(folded).cloned().or_else(whole).map(NumeralWord::Cardinal)
    }

    /// Why a folded number word may be no number.
    pub fn ambiguity(&self, folded: &str) -> Option<Ambiguity> {
        self.ambiguous.get(folded).copied()
    }

    /// A cardinal that may have lost its final vowel before a suffix.
    fn stem(&self, stem: &str) -> Option<Vec<Atom>> {
        let whole = |word: &str| match self.parts.get(word) {
            Some(atoms) => Some(atoms.clone()),
            None if self.agglutinates => self.segment(word),
            None => None,
        };
        if stem.len() < 2 {
            return None;
        }
        whole(stem).or_else(|| {
            self.elided_vowels.iter().find_map(|vowel| {
                let mut word = String::from(stem);
                word.push(*vowel);
                whole(&word)
            })
        })
    }

    /// Cuts a word into number parts, longest part first, going back where the rest does not fit.
    fn segment(&self, word: &str) -> Option<Vec<Atom>> {
        // Longer than any number in words; what is beyond is hostile.
        if word.len() > 120 {
            return None;
        }
        let mut dead = FxHashSet::default();
        let mut atoms = Vec::new();
        self.segment_from(word, 0, &mut atoms, &mut dead).then_some(atoms)
    }

    fn segment_from(&self, word: &str, at: usize, atoms: &mut Vec<Atom>, dead: &mut FxHashSet<usize>) -> bool {
        if at == word.len() {
            return atoms.last().is_some_and(|last| *last != Atom::And);
        }
        if dead.contains(&at) {
            return false;
        }
        let rest = word.get(at..).unwrap_or_default();
        let ends = (1..=rest.len().min(self.longest)).rev().filter(|end| rest.is_char_boundary(*end));
        for end in ends {
            let (part, next) = rest.split_at(end);
            let before_vowel = next.chars().next().is_some_and(|c| "aeiouäöü".contains(c));
            let known = self.parts.get(part).or_else(|| self.elided.get(part).filter(|_| before_vowel));
            let Some(known) = known else { continue };
            let length = atoms.len();
            atoms.extend_from_slice(known);
            if self.segment_from(word, at + end, atoms, dead) {
                return true;
            }
            atoms.truncate(length);
        }
        dead.insert(at);
        false
    }

    fn part(&mut self, word: &str, atom: Atom) {
        let folded = crate::lex::fold(word);
        if let [first, second, ..] = folded.as_bytes() {
            self.beginnings.insert([*first, *second]);
        }
        self.longest = self.longest.max(folded.len());
        self.parts.insert(folded, vec![atom]);
    }

    fn read_atoms(
        &mut self,
        cardinals: &BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
        scales: &BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
        file: &PackFile,
    ) -> Result<(), RuleError> {
        for (value, words) in cardinals {
            let atom = cardinal_atom(value, file)?;
            words.iter().for_each(|word| self.part(word.as_ref(), atom));
        }
        for (value, words) in scales {
            let atom = match exponent_of(value, file)? {
                2 => Atom::Hundred,
                exponent => Atom::Scale(exponent),
            };
            words.iter().for_each(|word| self.part(word.as_ref(), atom));
        }
        Ok(())
    }

    fn elide(&mut self) {
        if !self.agglutinates {
            return;
        }
        for (word, atoms) in &self.parts {
            let is_long = matches!(atoms.as_slice(), [Atom::Ten(_) | Atom::Hundred]);
            if let Some(last) = word.chars().next_back().filter(|c| is_long && self.elided_vowels.contains(c)) {
                let short = word.get(..word.len() - last.len_utf8()).unwrap_or_default();
                self.elided.insert(short.to_owned(), atoms.clone());
            }
        }
    }
}

fn cardinal_atom(value: &Spanned<String>, file: &PackFile) -> Result<Atom, RuleError> {
    let number: Number = value.as_ref().parse().map_err(|_| file.error(value.span(), "a number wanted as the key"))?;
    if number.fract() != Number::ZERO {
        return Ok(Atom::Mixed(number));
    }
    let small = small_number(value, file)?;
    match small {
        0..=9 => Ok(Atom::Unit(small)),
        20..=90 if small % 10 == 0 => Ok(Atom::Ten(small)),
        10..=99 => Ok(Atom::Teen(small)),
        100..=900 if small % 100 == 0 => Ok(Atom::Hundreds(small)),
        _ => Err(file.error(value.span(), "a cardinal is below 100 or a whole hundred; larger ones are scales")),
    }
}

/// The highest rank and denominator that is one word.
const MOST_SMALL: u32 = 1_000_000_000;

fn small_number(value: &Spanned<String>, file: &PackFile) -> Result<u32, RuleError> {
    let number = value.as_ref().parse().ok().filter(|number| *number <= MOST_SMALL);
    number.ok_or_else(|| file.error(value.span(), format!("a whole number up to {MOST_SMALL} wanted as the key")))
}

fn exponent_of(value: &Spanned<String>, file: &PackFile) -> Result<u32, RuleError> {
    let text = value.as_ref();
    let zeros = text.strip_prefix('1').filter(|zeros| zeros.len() >= 2 && zeros.bytes().all(|b| b == b'0'));
    zeros
        .and_then(|zeros| u32::try_from(zeros.len()).ok())
        .filter(|exponent| *exponent <= 24)
        .ok_or_else(|| file.error(value.span(), "a power of ten wanted as the key, from 100 on"))
}
