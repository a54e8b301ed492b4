//! The packs of `rules/` as tables that can be relied on: whatever is wrong in a pack is an error when it is read.

mod approximation;
mod checks;
mod hedge;
mod inflection;
mod judgement;
mod language;
mod lexicon;
mod near;
mod numerals;
mod pack;
mod pairing;
mod phrases;
mod prepared;
mod sense;
mod stem;
mod time;
mod units;
mod user;

pub use approximation::{Approximation, Approximations};
pub use checks::{Check, CheckClass, nearest as nearest_check};
pub use hedge::{Factors, Hedge, Position};
pub use inflection::Inflection;
pub use judgement::{Closeness, Competition, Feature, Judgement};
pub use language::{DateOrder, Language, NounNumber, Style};
pub use lexicon::{Concept, ConceptClass, ConceptId, Lexicon, WordClass};
pub use near::nearest;
pub use numerals::{Ambiguity, Atom, Collective, NumeralWord, Numerals, VerbSigns};
pub use pack::{PackFile, RuleError};
pub use pairing::Pairing;
pub use prepared::PrepareError;
pub use sense::{Mark, MarkSet, Sense, TimeUnit};
pub use stem::Stems;
pub use time::{DayPart, Feast, RelativeDay, Season};
pub use units::{Currency, Parts, PointsOf, Units};
pub use user::{PackError, Packs};

use std::sync::OnceLock;

/// Codes of the languages that have a folder in `rules/`, the default first.
pub const LANGUAGES: [&str; 6] = ["it", "en", "fr", "es", "de", "pt"];

/// Every pack, each language read when it is first wanted.
#[derive(Debug)]
pub struct Rules {
    /// Units and currencies.
    pub units: Units,
    /// Concepts.
    pub lexicon: Lexicon,
    /// Weights of the judgement.
    pub judgement: Judgement,
    /// Which articles are compared at all.
    pub pairing: Pairing,
    /// What vague figures can mean.
    pub approximations: Approximations,
    digest: OnceLock<String>,
    languages: [OnceLock<Result<Language, RuleError>>; LANGUAGES.len()],
    packs: Packs,
    /// Whether tables that the build prepared serve where no pack of a user changes them.
    takes_prepared: bool,
}

impl Rules {
    /// The packs that the program carries.
    ///
    /// # Errors
    /// An entry of a pack that is wrong, with its place.
    pub fn embedded() -> Result<Self, RuleError> {
        Self::load(Packs::default())
    }

    /// The packs of the program with those of a user over them.
    ///
    /// # Errors
    /// An entry of a pack that is wrong, with its place.
    pub fn load(packs: Packs) -> Result<Self, RuleError> {
        Self::read(packs, true)
    }

    /// The same with the examples of every entry, which the tables that the build prepared leave out.
    ///
    /// # Errors
    /// An entry of a pack that is wrong, with its place.
    pub fn with_examples(packs: Packs) -> Result<Self, RuleError> {
        Self::read(packs, false)
    }

    fn read(packs: Packs, takes_prepared: bool) -> Result<Self, RuleError> {
        let open = |name: &'static str| packs.file(name).unwrap_or(PackFile { name: name.into(), text: "".into() });
        let prepared = if takes_prepared && !packs.change_lexicon() { prepared::lexicon() } else { None };
        let lexicon = prepared.map_or_else(|| Lexicon::load(&packs.topics()), Ok)?;
        Ok(Self {
            judgement: Judgement::load(&open("judgement.toml"), &lexicon)?,
            pairing: Pairing::load(&open("pairing.toml"))?,
            units: Units::load(&packs.layers("units.toml"), &packs.layers("currencies.toml"), &lexicon)?,
            lexicon,
            approximations: Approximations::load(&open("approximation.toml"))?,
            digest: OnceLock::new(),
            languages: Default::default(),
            packs,
            takes_prepared,
        })
    }

    /// SHA-256 over all packs in hexadecimal digits, to tell whether two runs used the same.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| self.packs.digest())
    }

    /// SHA-256 over the packs that say what an article claims: those of the judgement and the checks change nothing there.
    pub fn reading_digest(&self) -> String {
        self.packs.reading_digest()
    }

    /// The beginning of the digest, for every record.
    pub fn hash(&self) -> &str {
        self.digest().get(..16).unwrap_or_default()
    }

    /// The language of that code, or the default for a code that has no folder.
    ///
    /// # Errors
    /// An entry of its packs that is wrong.
    pub fn language(&self, code: &str) -> Result<&Language, RuleError> {
        let at = LANGUAGES.iter().position(|known| *known == code).unwrap_or(0);
        let Some((slot, code)) = self.languages.get(at).zip(LANGUAGES.get(at)) else {
            return Err(PackFile { name: code.to_owned().into(), text: "".into() }.error(0..0, "no such language"));
        };
        let load = || {
            let unchanged = self.takes_prepared && self.lexicon.is_prepared() && !self.packs.change_language(code);
            let prepared = if unchanged { prepared::table(code) } else { None };
            prepared
                .map_or_else(|| Language::load(code, &|path| self.packs.layers(path), &self.units, &self.lexicon), Ok)
        };
        slot.get_or_init(load).as_ref().map_err(Clone::clone)
    }
}
