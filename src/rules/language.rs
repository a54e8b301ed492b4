//! A language: how it writes numbers, times and relations, read from `rules/<lang>/`.

use super::hedge::{Hedge, read_hedges};
use super::inflection::Inflection;
use super::lexicon::Lexicon;
use super::numerals::{Numerals, NumeralsFile};
use super::pack::{PackFile, RuleError, filled};
use super::phrases::{Builder, index, phrase_words, read_marks};
use super::sense::{Mark, Sense, TimeUnit};
use super::stem::Stems;
use super::time::{DayPart, Feast, RelativeDay, Season, TimeTables, read_time};
use super::units::Units;
use crate::lex::{PhraseBuilder, Phrases};
use crate::value::Dimension;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// Everything that the tool knows about one language.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Language {
    /// ISO 639-1 code: "it".
    pub code: String,
    /// Separators, date order, abbreviations.
    pub style: Style,
    /// Number words.
    pub numerals: Numerals,
    /// Words that move the bounds of a figure.
    pub hedges: Vec<Hedge>,
    /// Units by the index of [`Sense::Unit`]: names in `rules/units.toml`.
    pub units: Vec<String>,
    /// Currencies by the index of [`Sense::Currency`]: names in `rules/currencies.toml`.
    pub currencies: Vec<String>,
    /// Whether points behind decimals or halves are always of percent.
    pub points_after_decimals: bool,
    /// Days counted from the day of writing.
    pub days: Vec<RelativeDay>,
    /// Parts of the day.
    pub dayparts: Vec<DayPart>,
    /// Seasons.
    pub seasons: Vec<Season>,
    /// Feasts.
    pub feasts: Vec<Feast>,
    /// How lemmas inflect.
    pub inflection: Inflection,
    /// Stems of words that no lexicon knows.
    pub stems: Stems,
    /// Every phrase with its senses.
    pub phrases: Phrases<Sense>,
}

/// Endings of names of places, and of the words for their peoples on the same root.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demonym {
    /// Endings of the name: "ia".
    pub name: Vec<String>,
    /// Endings of the people's: "iano", "iana".
    #[serde(deserialize_with = "filled")]
    pub people: Vec<String>,
}

/// Endings that tell nouns in the plural from those in the singular.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounNumber {
    /// Endings of the plural: "s".
    #[serde(deserialize_with = "filled")]
    plural: Vec<String>,
    /// Endings of the singular that end like a plural: "ss".
    #[serde(default)]
    singular: Vec<String>,
}

impl NounNumber {
    /// Whether a word ends like a plural.
    pub fn is_plural(&self, word: &str) -> bool {
        let has = |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        has(&self.plural) && !has(&self.singular)
    }
}

/// `language.toml`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    code: String,
    /// The language's own name for itself.
    pub name: String,
    /// Decimal separator.
    pub decimal: char,
    /// Separators of groups of three digits, besides spaces.
    pub group: Vec<char>,
    /// Separators of hours and minutes.
    pub clock: Vec<char>,
    /// Order of the parts of a date in digits.
    pub date_order: DateOrder,
    /// Marks after digits that make an ordinal: "26ª".
    #[serde(deserialize_with = "filled")]
    pub ordinal_marks: Vec<String>,
    /// Endings after a number that make an age: "34enne".
    #[serde(deserialize_with = "filled")]
    pub age_suffixes: Vec<String>,
    /// How the people of a place is named after it.
    #[serde(default)]
    pub demonyms: Vec<Demonym>,
    /// Words between a figure and its unit that leave both as they are: "two full years".
    #[serde(default)]
    pub unit_qualities: FxHashSet<String>,
    /// Whether a beginning, middle or end before tens tells an age: "Mitte 30".
    #[serde(default)]
    pub ages_by_part: bool,
    /// Endings after a number that make a length of time: "24-stündig", "dreitägig".
    #[serde(default)]
    pub lasting_suffixes: BTreeMap<TimeUnit, Vec<String>>,
    /// Words that begin sentences, "Er ist 34. Die Polizei …", and are no names for their capitals.
    #[serde(default)]
    pub sentence_openers: FxHashSet<String>,
    /// Marks between the figures of a score, besides dashes: "3:1".
    #[serde(default)]
    pub score_marks: Vec<char>,
    /// Whether "January 6" is a date.
    #[serde(default)]
    pub month_before_day: bool,
    /// Whether clock times without "am" or "pm" leave the half of the day open.
    #[serde(default)]
    pub twelve_hours: bool,
    /// How a noun in the singular is told, where a figure beside it means another thing than in the plural.
    #[serde(default)]
    pub noun_number: Option<NounNumber>,
    /// Whether a year may stand before a noun in the singular: "the 1991 movie".
    #[serde(default)]
    pub year_before_noun: bool,
    /// Whether years are told in pairs: "nineteen seventy-two".
    #[serde(default)]
    pub years_in_pairs: bool,
    /// Whether months and weekdays are always capitalised.
    #[serde(default)]
    pub months_capitalised: bool,
    /// Months whose whole name is as short as an abbreviation: "mai".
    #[serde(default)]
    pub short_months: FxHashSet<String>,
    /// Whether feasts are always capitalised.
    #[serde(default)]
    pub feasts_capitalised: bool,
    /// Whether a bare number between commas after a name is an age: "Priya Nair, 29, said".
    #[serde(default)]
    pub bare_age_apposition: bool,
    /// Whether nouns are compounded into one word, whose last part says what it is.
    pub compounds: bool,
    /// Whether every noun begins with a capital, so that a capital does not make a name.
    #[serde(default)]
    pub nouns_capitalised: bool,
    /// Words besides articles behind which a capitalised word is a noun and no name: "im", "seine".
    #[serde(default)]
    pub noun_openers: FxHashSet<String>,
    /// Endings of an adjective that stands before its noun.
    #[serde(default)]
    pub adjective_endings: Vec<String>,
    /// Particles that a verb leaves behind at the end of its clause: "hob … ab".
    #[serde(default)]
    pub separable: FxHashSet<String>,
    /// Words that end in a full stop without ending a sentence.
    pub abbreviations: FxHashSet<String>,
    /// Those of them that do end a sentence before a capital: "ecc."
    #[serde(default)]
    pub final_abbreviations: FxHashSet<String>,
    /// Whether "3. Mai" writes an ordinal as digits with a full stop.
    #[serde(default)]
    pub ordinal_full_stop: bool,
    /// Whether primes after figures are minutes and seconds, 1'14'', rather than feet and inches.
    #[serde(default)]
    pub minutes_in_primes: bool,
    /// Whether hours and minutes may be joined by a letter: "14 h 30", "14h30".
    #[serde(default, deserialize_with = "filled")]
    pub clock_letters: Vec<String>,
}

/// `language.toml` of a pack that adds to another: words alone, for a language has one way to write numbers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoreStyle {
    #[serde(default)]
    abbreviations: FxHashSet<String>,
    #[serde(default)]
    final_abbreviations: FxHashSet<String>,
    #[serde(default)]
    sentence_openers: FxHashSet<String>,
}

impl Style {
    /// Reads the language from its file, and words from those that add to it.
    fn load(files: &[PackFile]) -> Result<Self, RuleError> {
        let Some((first, others)) = files.split_first() else {
            let nowhere = PackFile { name: "language.toml".into(), text: "".into() };
            return Err(nowhere.error(0..0, "this file of the language is missing"));
        };
        let mut style: Self = first.parse()?;
        for file in others {
            let help = "a pack adds abbreviations, final_abbreviations and sentence_openers; \
                        for more, name the file under `replaces` in its pack.toml";
            let more: MoreStyle = file.parse().map_err(|error| error.with_help(help))?;
            style.abbreviations.extend(more.abbreviations);
            style.final_abbreviations.extend(more.final_abbreviations);
            style.sentence_openers.extend(more.sentence_openers);
        }
        Ok(style)
    }

    /// Endings that make a length of time, each with its unit, the longest first.
    pub fn unit_suffixes(&self) -> Vec<(String, TimeUnit)> {
        let all = self.lasting_suffixes.iter().flat_map(|(unit, words)| words.iter().map(|word| (word.clone(), *unit)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        all
    }
}

/// Order of day, month and year in "3/4/2026".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 4 March written 4/3.
    DayMonthYear,
    /// 4 March written 3/4.
    MonthDayYear,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitsFile {
    #[serde(default)]
    percent: Words,
    #[serde(default)]
    percent_points: Words,
    #[serde(default)]
    points: Points,
    #[serde(default)]
    basis_points: Words,
    #[serde(default)]
    units: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Names of units that stand before the figure.
    #[serde(default)]
    scales: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    currencies: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<Spanned<String>>,
}

/// Words for points, which are of percent by what the sentence tells of.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Points {
    words: Vec<Spanned<String>>,
    /// Whether they are of percent wherever decimals or halves stand before them.
    #[serde(default)]
    after_decimals: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarksFile {
    marks: BTreeMap<Mark, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    #[serde(default)]
    before: Vec<Spanned<String>>,
    /// Numbers that are names by themselves.
    #[serde(default)]
    models: Vec<Spanned<String>>,
    #[serde(default)]
    after: Vec<Spanned<String>>,
    #[serde(default)]
    idioms: Vec<Spanned<String>>,
}

impl Language {
    /// Reads the packs of the language `code`; `layers` gives the files of a name below `rules/`, each of which adds to
    /// those before it.
    ///
    /// # Errors
    /// The first entry that is wrong, with its place.
    pub fn load(
        code: &str,
        layers: &dyn Fn(&str) -> Vec<PackFile>,
        units: &Units,
        lexicon: &Lexicon,
    ) -> Result<Self, RuleError> {
        let open =
            |name: &str| {
                let path = format!("{code}/{name}");
                let files = layers(&path);
                match files.is_empty() {
                    true => Err(PackFile { name: path.into(), text: "".into() }
                        .error(0..0, "this file of the language is missing")),
                    false => Ok(files),
                }
            };
        let style = Style::load(&open("language.toml")?)?;
        let numeral_file = open("numerals.toml")?.swap_remove(0);
        let numerals_raw: NumeralsFile = numeral_file.parse()?;
        let mut build = Builder { phrases: PhraseBuilder::default() };
        let numerals = Numerals::new(numerals_raw, &style, &numeral_file, &mut |words, sense| {
            build.add(words, sense, &numeral_file)
        })?;
        let hedges = read_hedges(&open("hedges.toml")?, &mut build)?;
        let mut names = UnitNames::default();
        open("units.toml")?.iter().try_for_each(|file| read_units(file, &mut build, units, &mut names))?;
        let mut time = TimeTables::default();
        for (at, file) in open("time.toml")?.iter().enumerate() {
            read_time(file, at > 0, &mut build, &mut time)?;
        }
        for words in open("words.toml")? {
            read_marks(&words.parse::<MarksFile>()?.marks, &words, &mut build)?;
        }
        for names in open("names.toml")? {
            read_names(&names, &mut build)?;
        }
        let inflection = Inflection::load(&open("inflection.toml")?)?;
        build.phrases.reserve(lexicon.forms_of_a_language());
        lexicon.add_phrases(code, &inflection, &mut |words, sense| {
            build.phrases.insert(words.iter().map(String::as_str), sense);
        });
        Ok(Self {
            code: style.code.clone(),
            style,
            numerals,
            hedges,
            units: names.units,
            currencies: names.currencies,
            points_after_decimals: names.points_after_decimals,
            days: time.days,
            dayparts: time.dayparts,
            seasons: time.seasons,
            feasts: time.feasts,
            inflection,
            stems: Stems::of(code),
            phrases: build.phrases.finish(),
        })
    }
}

/// Units and currencies by index.
#[derive(Default)]
struct UnitNames {
    units: Vec<String>,
    currencies: Vec<String>,
    /// Whether "points" after decimals are of percent.
    points_after_decimals: bool,
    /// Words of units with their dimensions, and the unit that each names.
    seen: BTreeMap<(Dimension, Vec<String>), String>,
}

fn read_units(file: &PackFile, build: &mut Builder, units: &Units, names: &mut UnitNames) -> Result<(), RuleError> {
    let raw: UnitsFile = file.parse()?;
    build.add(&raw.percent.words, Sense::Percent, file)?;
    build.add(&raw.percent_points.words, Sense::PercentPoints, file)?;
    build.add(&raw.points.words, Sense::Points, file)?;
    build.add(&raw.basis_points.words, Sense::BasisPoints, file)?;
    for (id, words) in &raw.units {
        let Some((dimension, _)) = units.unit(id.as_ref()) else {
            return Err(file.error(id.span(), "no unit of this name").with_help("add it to rules/units.toml"));
        };
        for word in words {
            let key = (dimension.clone(), phrase_words(word.as_ref()));
            let other = names.seen.insert(key, id.as_ref().clone());
            if let Some(other) = other.filter(|other| other != id.as_ref()) {
                let message = format!("`{}` names `{other}` already, which measures the same", word.as_ref());
                return Err(file.error(word.span(), message).with_help("leave it to one of the two units"));
            }
        }
        build.add(words, Sense::Unit(index(names.units.len())), file)?;
        names.units.push(id.as_ref().clone());
    }
    for (id, words) in &raw.scales {
        if units.unit(id.as_ref()).is_none() {
            return Err(file.error(id.span(), "no unit of this name").with_help("add it to rules/units.toml"));
        }
        build.add(words, Sense::Scale(index(names.units.len())), file)?;
        names.units.push(id.as_ref().clone());
    }
    for (id, words) in &raw.currencies {
        if units.currency(id.as_ref()).is_none() {
            return Err(file.error(id.span(), "no currency of this name").with_help("add it to rules/currencies.toml"));
        }
        build.add(words, Sense::Currency(index(names.currencies.len())), file)?;
        names.currencies.push(id.as_ref().clone());
    }
    names.points_after_decimals |= raw.points.after_decimals;
    Ok(())
}

fn read_names(file: &PackFile, build: &mut Builder) -> Result<(), RuleError> {
    let raw: NamesFile = file.parse()?;
    build.add(&raw.before, Sense::NameBefore, file)?;
    build.add(&raw.after, Sense::NameAfter, file)?;
    build.add(&raw.models, Sense::Model, file)?;
    build.add(&raw.idioms, Sense::Idiom, file)
}
