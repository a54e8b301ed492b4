//! Units and currencies that all languages share.

use super::lexicon::{ConceptId, Lexicon};
use super::pack::{PackFile, RuleError};
use crate::value::{Dimension, Number, UnitRef};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;

/// The tables of `rules/units.toml` and `rules/currencies.toml`.
#[derive(Debug)]
pub struct Units {
    units: BTreeMap<String, (Dimension, UnitRef)>,
    namesakes: BTreeMap<String, Number>,
    parts: BTreeMap<String, Parts>,
    currencies: BTreeMap<String, Currency>,
    in_a_match: Vec<ConceptId>,
    amounts_of: Vec<ConceptId>,
    usual: BTreeMap<String, Dimension>,
    points_of_percent: Vec<ConceptId>,
    other_points: Vec<ConceptId>,
}

/// What points are of beside a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsOf {
    /// Percent: a turnout, a rate.
    Percent,
    /// Anything else: a match, a plan, an index.
    Others,
}

/// What a bare figure behind a whole one counts: the 80 of "un metro e ottanta".
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// Parts in a whole.
    pub whole: u32,
    /// The fewest of them that are told without their unit.
    pub least: u32,
}

/// A currency, a part of one, or a name that leaves it open.
#[derive(Debug, Clone)]
pub struct Currency {
    /// What amounts in it measure.
    pub dimension: Dimension,
    /// The unit, with the factor to the whole currency.
    pub unit: UnitRef,
    /// The usual code where the words leave the currency open; its own code otherwise.
    pub usual_code: Arc<str>,
    /// The codes that an open name can stand for; empty for a settled currency.
    pub may_be: Vec<Arc<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitsFile {
    #[serde(default)]
    points_of_percent: Vec<Spanned<String>>,
    #[serde(default)]
    other_points: Vec<Spanned<String>>,
    #[serde(default)]
    in_a_match: Vec<Spanned<String>>,
    #[serde(default)]
    units: BTreeMap<Spanned<String>, UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    dimension: String,
    factor: Spanned<Number>,
    /// Name in records where the key is not the usual symbol.
    symbol: Option<String>,
    #[serde(default)]
    offset: Number,
    /// Another unit that goes by the same word.
    may_be: Option<Spanned<String>>,
    /// Parts that a bare figure behind it counts.
    parts: Option<Spanned<Parts>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrenciesFile {
    #[serde(default)]
    amounts_of: Vec<Spanned<String>>,
    #[serde(default)]
    usual: BTreeMap<String, Spanned<String>>,
    currencies: BTreeMap<Spanned<String>, CurrencyEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyEntry {
    of: Option<Spanned<String>>,
    factor: Option<Spanned<Number>>,
    default: Option<Spanned<String>>,
    #[serde(default)]
    may_be: Vec<Spanned<String>>,
}

/// An entry with its place. A later file has its own entry in place of one of the same name.
struct Placed<'f, T> {
    file: &'f PackFile,
    span: Range<usize>,
    entry: T,
}

/// Entries by name.
type Table<'f, T> = BTreeMap<String, Placed<'f, T>>;

fn placed<'f, T>(
    file: &'f PackFile,
    entries: BTreeMap<Spanned<String>, T>,
) -> impl Iterator<Item = (String, Placed<'f, T>)> {
    entries.into_iter().map(move |(name, entry)| {
        let span = name.span();
        (name.into_inner(), Placed { file, span, entry })
    })
}

impl Units {
    /// Reads both tables, each from files that add to those before them.
    ///
    /// # Errors
    /// A factor that no unit has, two units of one symbol, an unknown currency or concept.
    pub fn load(units: &[PackFile], currencies: &[PackFile], lexicon: &Lexicon) -> Result<Self, RuleError> {
        let (mut points_of_percent, mut other_points, mut in_a_match) = (Vec::new(), Vec::new(), Vec::new());
        let mut raw: Table<'_, UnitEntry> = Table::new();
        for file in units {
            let more: UnitsFile = file.parse()?;
            let named = |names: &[Spanned<String>]| {
                names.iter().map(|name| lexicon.named(name, file)).collect::<Result<Vec<_>, _>>()
            };
            points_of_percent.extend(named(&more.points_of_percent)?);
            other_points.extend(named(&more.other_points)?);
            in_a_match.extend(named(&more.in_a_match)?);
            raw.extend(placed(file, more.units));
        }
        let mut table = BTreeMap::new();
        let (mut namesakes, mut all_parts) = (BTreeMap::new(), BTreeMap::new());
        for (id, Placed { file, entry, .. }) in &raw {
            let Some(other) = &entry.may_be else { continue };
            let found = raw.get(other.as_ref()).filter(|found| found.entry.dimension == entry.dimension);
            let Some(found) = found else {
                return Err(file.error(other.span(), "no unit of this name and dimension"));
            };
            let symbol = entry.symbol.as_deref().unwrap_or(id);
            namesakes.insert(symbol.to_owned(), *found.entry.factor.as_ref());
        }
        let mut symbols: BTreeMap<String, String> = BTreeMap::new();
        for (id, Placed { file, span, entry }) in raw {
            let factor = positive(&entry.factor, file)?;
            if entry.offset.abs() > MOST {
                return Err(file.error(span, "an offset is added to a temperature; this one is beyond any"));
            }
            let name = entry.symbol.as_deref().unwrap_or(&id);
            if let Some(other) = symbols.insert(name.to_owned(), id.clone()) {
                let message =
                    format!("`{name}` is the symbol of `{other}` already, and records could not tell them apart");
                return Err(file.error(span, message).with_help("give it a `symbol` of its own"));
            }
            if let Some(parts) = &entry.parts {
                all_parts.insert(name.to_owned(), parts_of_a_whole(parts, file)?);
            }
            let unit = UnitRef { id: name.into(), factor, offset: entry.offset };
            table.insert(id, (Dimension::Physical(entry.dimension.into()), unit));
        }
        let (mut amounts_of, mut usual_names) = (Vec::new(), BTreeMap::new());
        let mut raw: Table<'_, CurrencyEntry> = Table::new();
        for file in currencies {
            let more: CurrenciesFile = file.parse()?;
            for name in &more.amounts_of {
                amounts_of.push(lexicon.named(name, file)?);
            }
            usual_names.extend(more.usual.into_iter().map(|(language, name)| (language, (file, name))));
            raw.extend(placed(file, more.currencies));
        }
        let known = read_currencies(&raw)?;
        let usual = |(language, (file, name)): (String, (&PackFile, Spanned<String>))| match known.get(name.as_ref()) {
            Some(currency) => Ok((language, currency.dimension.clone())),
            None => Err(file.error(name.span(), "no currency of this name")),
        };
        let usual = usual_names.into_iter().map(usual).collect::<Result<_, _>>()?;
        Ok(Self {
            units: table,
            namesakes,
            parts: all_parts,
            currencies: known,
            amounts_of,
            usual,
            points_of_percent,
            other_points,
            in_a_match,
        })
    }

    /// The unit with that symbol and its dimension.
    pub fn by_symbol(&self, symbol: &str) -> Option<&(Dimension, UnitRef)> {
        self.units.values().find(|(_, unit)| unit.id.as_ref() == symbol)
    }

    /// The unit of that name with its dimension.
    pub fn unit(&self, id: &str) -> Option<&(Dimension, UnitRef)> {
        self.units.get(id)
    }

    /// The factor of another unit that goes by the same word: a mile at sea.
    pub fn namesake(&self, symbol: &str) -> Option<Number> {
        self.namesakes.get(symbol).copied()
    }

    /// What a bare figure behind this unit counts, by its symbol.
    pub fn parts(&self, symbol: &str) -> Option<Parts> {
        self.parts.get(symbol).copied()
    }

    /// Whether a bare number of millions beside this concept is an amount of money.
    pub fn tells_amount(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.amounts_of.iter().any(|broad| lexicon.is_a(concept, *broad))
    }

    /// Whether this concept happens at a minute of a match.
    pub fn is_in_a_match(&self, concept: ConceptId, lexicon: &Lexicon) -> bool {
        self.in_a_match.iter().any(|broad| lexicon.is_a(concept, *broad))
    }

    /// What an article of a language tells its amounts in that names no currency.
    pub fn usual_money(&self, language: &str) -> Option<&Dimension> {
        self.usual.get(language)
    }

    /// What points are of in a sentence with this concept; `None` where it says nothing of them.
    pub fn tells_points(&self, concept: ConceptId, lexicon: &Lexicon) -> Option<PointsOf> {
        let tells = |list: &[ConceptId]| list.iter().any(|broad| lexicon.is_a(concept, *broad));
        if tells(&self.other_points) {
            Some(PointsOf::Others)
        } else {
            tells(&self.points_of_percent).then_some(PointsOf::Percent)
        }
    }

    /// The currency of that name.
    pub fn currency(&self, id: &str) -> Option<&Currency> {
        self.currencies.get(id)
    }
}

/// Beyond this, and below one over it, no unit lies.
const MOST: Number = Number::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

fn parts_of_a_whole(parts: &Spanned<Parts>, file: &PackFile) -> Result<Parts, RuleError> {
    let Parts { whole, least } = *parts.as_ref();
    if least == 0 || least >= whole || whole > 1_000_000 {
        return Err(file.error(parts.span(), "`least` is 1 or more and below `whole`, which is a million at most"));
    }
    Ok(Parts { whole, least })
}

/// A factor that a unit can have.
fn positive(factor: &Spanned<Number>, file: &PackFile) -> Result<Number, RuleError> {
    let value = *factor.as_ref();
    if value <= Number::ZERO || value > MOST {
        return Err(file.error(factor.span(), format!("a unit needs a factor above zero and up to {MOST}")));
    }
    Ok(value)
}

fn read_currencies(raw: &Table<'_, CurrencyEntry>) -> Result<BTreeMap<String, Currency>, RuleError> {
    let mut table = BTreeMap::new();
    for (id, Placed { file, span, entry }) in raw {
        let whole = entry.of.as_ref().map_or(id, |of| of.as_ref());
        let find = |wanted: &str| raw.get(wanted).map(|placed| &placed.entry);
        let place = entry.of.as_ref().map_or(span.clone(), Spanned::span);
        let Some(base) = find(whole) else {
            return Err(file.error(place, "no currency of this name"));
        };
        if entry.of.is_some() && base.of.is_some() {
            return Err(file.error(place, "a part of a part of a currency").with_help("name the whole currency"));
        }
        for code in entry.may_be.iter().chain(&entry.default) {
            if find(code.as_ref()).is_none() {
                return Err(file.error(code.span(), "no currency of this name"));
            }
        }
        let code: Arc<str> = whole.as_str().into();
        let open = base.default.is_some();
        table.insert(
            id.clone(),
            Currency {
                dimension: if open { Dimension::AmbiguousMoney(code.clone()) } else { Dimension::Money(code.clone()) },
                unit: UnitRef {
                    id: id.as_str().into(),
                    factor: entry.factor.as_ref().map_or(Ok(Number::ONE), |factor| positive(factor, file))?,
                    offset: Number::ZERO,
                },
                usual_code: base.default.as_ref().map_or(code, |usual| usual.as_ref().as_str().into()),
                may_be: base.may_be.iter().map(|code| code.as_ref().as_str().into()).collect(),
            },
        );
    }
    Ok(table)
}
