//! A language: how it writes numbers, times and relations, read from `rules/<lang>/`.

use super::lexicon::{Inflection, Lexicon};
use super::numerals::{Numerals, NumeralsFile};
use super::pack::{PackFile, RuleError, filled};
use super::sense::{Mark, Sense, TimeUnit};
use super::stem::Stems;
use super::units::Units;
use crate::lex::{PhraseBuilder, Phrases, fold, tokenize, without_accents};
use crate::value::{Dimension, Number};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// Everything that the tool knows about one language.
#[derive(Debug, Serialize, Deserialize)]
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
    /// Endings after a number that make a length of time: "24-stündig", "dreitägig".
    #[serde(default)]
    pub lasting_suffixes: BTreeMap<TimeUnit, Vec<String>>,
    /// Words that begin a sentence where they stand capitalised after a number and a full stop: "Er ist 34. Die Polizei …"
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
    /// Whether a year may stand before its noun: "the 1991 movie".
    #[serde(default)]
    pub year_before_noun: bool,
    /// Whether years are told in pairs: "nineteen seventy-two".
    #[serde(default)]
    pub years_in_pairs: bool,
    /// Whether months and weekdays are always capitalised.
    #[serde(default)]
    pub months_capitalised: bool,
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
    /// Words that end in a full stop without ending a sentence.
    pub abbreviations: FxHashSet<String>,
    /// Those of them that do end a sentence before a capital: "ecc."
    #[serde(default)]
    pub final_abbreviations: FxHashSet<String>,
    /// Whether "3. Mai" writes an ordinal as digits with a full stop.
    #[serde(default)]
    pub ordinal_full_stop: bool,
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

/// Words that move the bounds of a figure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Hedge {
    /// Whether the words stand before the figure, after it, or on either side.
    pub position: Position,
    /// Strict bounds as factors of the figure; `None` leaves the figure as it is.
    pub bounds: Option<(Factors, Factors)>,
    /// Texts that must be read with the given bounds.
    #[serde(skip)]
    pub examples: Vec<HedgeExample>,
    /// Texts in which these words are no hedge.
    #[serde(skip)]
    pub counter_examples: Vec<String>,
}

/// Where a hedge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// "quasi 15mila"
    Before,
    /// "15mila circa"
    After,
}

/// Bounds as multiples of a figure; an end that is not named is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factors {
    /// Lower end, included.
    pub from: Option<Number>,
    /// Lower end, left out.
    pub above: Option<Number>,
    /// Upper end, included.
    pub to: Option<Number>,
    /// Upper end, left out.
    pub below: Option<Number>,
}

/// A text with the bounds that it must get, in interval notation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeExample {
    /// The text.
    pub text: String,
    /// "[270, 330]", "(9800, ∞)".
    pub strict: String,
    /// Likewise; not checked where absent.
    pub plausible: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgesFile {
    #[serde(default)]
    hedge: Vec<HedgeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeEntry {
    words: Vec<Spanned<String>>,
    position: Position,
    strict: Option<Spanned<Factors>>,
    plausible: Option<Spanned<Factors>>,
    #[serde(default)]
    exact: bool,
    #[serde(default)]
    examples: Vec<HedgeExample>,
    #[serde(default)]
    counter_examples: Vec<String>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeFile {
    #[serde(default)]
    months: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    weekdays: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    units: BTreeMap<TimeUnit, Vec<Spanned<String>>>,
    #[serde(default)]
    day: Vec<DayEntry>,
    #[serde(default)]
    story_day: Vec<StoryDayEntry>,
    #[serde(default)]
    daypart: Vec<DayPartEntry>,
    #[serde(default)]
    season: Vec<SeasonEntry>,
    #[serde(default)]
    feast: Vec<FeastEntry>,
    #[serde(default)]
    decade_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    zones: BTreeMap<Spanned<String>, i16>,
    #[serde(default)]
    zone_words: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    marks: BTreeMap<Mark, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayEntry {
    words: Vec<Spanned<String>>,
    offset: i16,
    part: Option<Spanned<String>>,
}

/// A day counted from the day of writing: "ieri sera".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RelativeDay {
    /// Days from the day of writing.
    pub offset: i16,
    /// Index of the part of the day that the word names as well.
    pub part: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryDayEntry {
    words: Vec<Spanned<String>>,
    offset: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayPartEntry {
    id: String,
    words: Vec<Spanned<String>>,
    from: Spanned<String>,
    to: Spanned<String>,
}

/// A part of the day, in minutes since midnight.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DayPart {
    /// Name that relative days refer to.
    pub id: String,
    /// First minute.
    pub from: i32,
    /// First minute after it; beyond 1440 it reaches into the next day.
    pub to: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeasonEntry {
    words: Vec<Spanned<String>>,
    months: (i8, i8),
}

/// A season as its first and last month; months beyond 12 lie in the next year.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Season {
    /// First month.
    pub first: i8,
    /// Last month, counted on past 12.
    pub last: i8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeastEntry {
    words: Vec<Spanned<String>>,
    #[serde(default)]
    month: Option<i8>,
    #[serde(default)]
    day: Option<i8>,
    #[serde(default)]
    weekday: Option<i8>,
    #[serde(default)]
    easter: Option<i64>,
}

/// A day that the calendar fixes by name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Feast {
    /// The same day every year.
    Fixed {
        /// Month.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// So many days after Easter Sunday (Gregorian).
    Easter(i64),
    /// The first such day of the week from that day on: the first Sunday in Advent from 27 November on, the
    /// fourth Thursday of November from the 22nd on.
    Weekday {
        /// Month.
        month: i8,
        /// First day of the month that it can be.
        day: i8,
        /// Day of the week, Monday 0.
        weekday: i8,
    },
}

/// Collects phrases while a language is read.
struct Builder {
    phrases: PhraseBuilder<Sense>,
}

impl Builder {
    fn add(&mut self, words: &[Spanned<String>], sense: Sense, file: &PackFile) -> Result<(), RuleError> {
        words.iter().try_for_each(|word| self.add_one(word, sense, file))
    }

    fn add_one(&mut self, word: &Spanned<String>, sense: Sense, file: &PackFile) -> Result<(), RuleError> {
        let parts = phrase_words(word.as_ref());
        if parts.is_empty() {
            return Err(file.error(word.span(), "a phrase without words would match everywhere"));
        }
        self.phrases.insert(parts.iter().map(String::as_str), sense);
        if !matches!(sense, Sense::Mark(_) | Sense::Hedge(_)) {
            let bare: Vec<String> = parts.iter().map(|part| careless_spelling(part)).collect();
            if bare != parts {
                self.phrases.insert(bare.iter().map(String::as_str), sense);
            }
        }
        Ok(())
    }
}

/// Length from which a word without its accents is no other word.
const LONG_WORD: usize = 6;

/// A long word as headlines in capitals and careless writers spell it, without accents: "fevrier".
fn careless_spelling(word: &str) -> String {
    if word.is_ascii() || word.chars().count() < LONG_WORD { word.to_owned() } else { without_accents(word) }
}

/// Cheap look at a phrase: one word in lower case with composed accents, which folding would leave as it is.
fn is_folded_word(phrase: &str) -> bool {
    !phrase.is_empty() && phrase.chars().all(|c| matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ'))
}

/// The folded words of a phrase, split as the tokenizer splits a text.
pub(super) fn phrase_words(phrase: &str) -> Vec<String> {
    if is_folded_word(phrase) {
        return vec![phrase.to_owned()];
    }
    tokenize(phrase, 0).iter().map(|token| fold(token.span.slice(phrase))).collect()
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

/// Minutes from UTC to the zone that is farthest from it.
const FARTHEST_ZONE: i16 = 14 * 60;

fn index(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}

/// Words of a later file have the bounds that it gives them, whatever an earlier one says.
fn read_hedges(files: &[PackFile], build: &mut Builder) -> Result<Vec<Hedge>, RuleError> {
    let mut hedges = Vec::new();
    let mut later = BTreeSet::new();
    for file in files.iter().rev() {
        later.extend(read_hedges_of(file, &later, &mut hedges, build)?);
    }
    Ok(hedges)
}

/// The folded words of a hedge, and whether they stand before the figure.
type HedgeKey = (Vec<String>, bool);

/// Reads the hedges of one file but for words that are settled, and gives back those that are now.
fn read_hedges_of(
    file: &PackFile,
    settled: &BTreeSet<HedgeKey>,
    hedges: &mut Vec<Hedge>,
    build: &mut Builder,
) -> Result<Vec<HedgeKey>, RuleError> {
    let raw: HedgesFile = file.parse()?;
    let mut seen = BTreeMap::new();
    for mut entry in raw.hedge {
        let place = entry.words.first().map_or(0..0, Spanned::span);
        let bounds = match (&entry.strict, &entry.plausible, entry.exact) {
            (None, None, true) => None,
            (Some(strict), plausible, false) => {
                let expected = plausible.as_ref().unwrap_or(strict);
                check_inside(strict, expected, file)?;
                Some((*strict.as_ref(), *expected.as_ref()))
            }
            _ => return Err(file.error(place, "a hedge needs either `strict` bounds or `exact = true`")),
        };
        for word in &entry.words {
            let key = entry.key(word);
            if seen.insert(key, bounds).is_some_and(|other| other != bounds) {
                let error = file.error(word.span(), format!("`{}` has other bounds already", word.as_ref()));
                return Err(error.with_help("leave it in one of the two entries"));
            }
        }
        let all = entry.words.len();
        let own = std::mem::take(&mut entry.words);
        let own: Vec<_> = own.into_iter().filter(|word| !settled.contains(&entry.key(word))).collect();
        build.add(&own, Sense::Hedge(index(hedges.len())), file)?;
        // Examples hold for the words that the entry was written for.
        let is_whole = own.len() == all;
        let kept = |examples: Vec<_>| if is_whole { examples } else { Vec::new() };
        hedges.push(Hedge {
            position: entry.position,
            bounds,
            examples: kept(entry.examples),
            counter_examples: if is_whole { entry.counter_examples } else { Vec::new() },
        });
    }
    Ok(seen.into_keys().collect())
}

impl HedgeEntry {
    fn key(&self, word: &Spanned<String>) -> HedgeKey {
        (phrase_words(word.as_ref()), self.position == Position::Before)
    }
}

fn check_inside(strict: &Spanned<Factors>, plausible: &Spanned<Factors>, file: &PackFile) -> Result<(), RuleError> {
    let bounds = |factors: &Spanned<Factors>| {
        let message = "these bounds hold no number: one lower and one upper end are wanted, between 0 and a million";
        factors.as_ref().interval().ok_or_else(|| file.error(factors.span(), message))
    };
    if bounds(plausible)?.is_within(&bounds(strict)?) {
        return Ok(());
    }
    Err(file
        .error(plausible.span(), "`plausible` reaches outside `strict`")
        .with_help("end the plausible range where the strict one ends"))
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

#[derive(Default)]
struct TimeTables {
    days: Vec<RelativeDay>,
    dayparts: Vec<DayPart>,
    seasons: Vec<Season>,
    feasts: Vec<Feast>,
}

/// Reads a file; one that adds to another may leave out months and weekdays.
fn read_time(file: &PackFile, adds: bool, build: &mut Builder, time: &mut TimeTables) -> Result<(), RuleError> {
    let raw: TimeFile = file.parse()?;
    let has = |list: &[_], wanted| list.len() == wanted || adds && list.is_empty();
    if !has(&raw.months, 12) || !has(&raw.weekdays, 7) {
        return Err(file.error(0..0, "twelve months and seven weekdays are wanted, Monday first"));
    }
    for (month, words) in (1..).zip(&raw.months) {
        build.add(words, Sense::Month(month), file)?;
    }
    for (weekday, words) in (0..).zip(&raw.weekdays) {
        build.add(words, Sense::Weekday(weekday), file)?;
    }
    for (unit, words) in &raw.units {
        build.add(words, Sense::TimeUnit(*unit), file)?;
    }
    for part in raw.daypart {
        build.add(&part.words, Sense::DayPart(index(time.dayparts.len())), file)?;
        let (from, to) = (clock_minutes(&part.from, file)?, clock_minutes(&part.to, file)?);
        if from >= to {
            let message = "a part of the day ends after it begins; one that reaches past midnight ends at \"26:00\"";
            return Err(file.error(part.to.span(), message));
        }
        time.dayparts.push(DayPart { id: part.id, from, to });
    }
    for day in raw.day {
        build.add(&day.words, Sense::Day(index(time.days.len())), file)?;
        let part = day.part.as_ref().map(|id| daypart_index(&time.dayparts, id, file)).transpose()?;
        time.days.push(RelativeDay { offset: day.offset, part });
    }
    for day in &raw.story_day {
        build.add(&day.words, Sense::StoryDay(day.offset), file)?;
    }
    for season in &raw.season {
        let (first, last) = season.months;
        if !(1..=12).contains(&first) || last < first || last > first + 11 {
            let place = season.words.first().map_or(0..0, Spanned::span);
            return Err(file.error(place, "a season has a first month from 1 to 12, and a last one counted on past 12"));
        }
        build.add(&season.words, Sense::Season(index(time.seasons.len())), file)?;
        time.seasons.push(Season { first: season.months.0, last: season.months.1 });
    }
    for feast in &raw.feast {
        build.add(&feast.words, Sense::Feast(index(time.feasts.len())), file)?;
        time.feasts.push(read_feast(feast, file)?);
    }
    for (name, minutes) in &raw.zones {
        if minutes.abs() > FARTHEST_ZONE {
            return Err(file.error(name.span(), "no zone is as many minutes from UTC"));
        }
        build.add_one(name, Sense::Zone(*minutes), file)?;
    }
    for (minutes, words) in &raw.zone_words {
        let offset = minutes.as_ref().parse().ok().filter(|it: &i16| it.abs() <= FARTHEST_ZONE);
        let offset = offset.ok_or_else(|| file.error(minutes.span(), "minutes ahead of UTC wanted"))?;
        build.add(words, Sense::Zone(offset), file)?;
    }
    for (first, words) in &raw.decade_words {
        let year = first.as_ref().parse().map_err(|_| file.error(first.span(), "first year of a decade wanted"))?;
        build.add(words, Sense::Decade(year), file)?;
    }
    read_marks(&raw.marks, file, build)
}

fn read_feast(feast: &FeastEntry, file: &PackFile) -> Result<Feast, RuleError> {
    // 2024 was a leap year.
    let is_day = |month, day| jiff::civil::Date::new(2024, month, day).is_ok();
    match (feast.month, feast.day, feast.weekday, feast.easter) {
        (Some(month), Some(day), None, None) if is_day(month, day) => Ok(Feast::Fixed { month, day }),
        (Some(month), Some(day), Some(weekday), None) if is_day(month, day) && (0..7).contains(&weekday) => {
            Ok(Feast::Weekday { month, day, weekday })
        }
        (None, None, None, Some(days)) if days.abs() <= 366 => Ok(Feast::Easter(days)),
        _ => {
            let place = feast.words.first().map_or(0..0, Spanned::span);
            let message = "a feast needs `month` and `day`, with or without `weekday` (Monday 0), or `easter`";
            Err(file.error(place, message))
        }
    }
}

fn daypart_index(parts: &[DayPart], id: &Spanned<String>, file: &PackFile) -> Result<u16, RuleError> {
    parts
        .iter()
        .position(|part| part.id == *id.as_ref())
        .map(index)
        .ok_or_else(|| file.error(id.span(), "no part of the day of this id"))
}

fn clock_minutes(text: &Spanned<String>, file: &PackFile) -> Result<i32, RuleError> {
    text.as_ref()
        .split_once(':')
        .and_then(|(hours, minutes)| Some((hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?)))
        .filter(|(hours, minutes)| *hours < 48 && *minutes < 60)
        .map(|(hours, minutes)| i32::from(hours) * 60 + i32::from(minutes))
        .ok_or_else(|| file.error(text.span(), "a time as \"05:30\" wanted"))
}

fn read_marks(
    marks: &BTreeMap<Mark, Vec<Spanned<String>>>,
    file: &PackFile,
    build: &mut Builder,
) -> Result<(), RuleError> {
    marks.iter().try_for_each(|(mark, words)| build.add(words, Sense::Mark(*mark), file))
}

fn read_names(file: &PackFile, build: &mut Builder) -> Result<(), RuleError> {
    let raw: NamesFile = file.parse()?;
    build.add(&raw.before, Sense::NameBefore, file)?;
    build.add(&raw.after, Sense::NameAfter, file)?;
    build.add(&raw.models, Sense::Model, file)?;
    build.add(&raw.idioms, Sense::Idiom, file)
}
