//! Files of packs, in the order in which the target numbers them.

/// The first is a topic of the lexicon beside those that the program carries.
pub const FILES: [&str; 12] = [
    "lexicon/own.toml",
    "units.toml",
    "currencies.toml",
    "approximation.toml",
    "judgement.toml",
    "it/hedges.toml",
    "it/units.toml",
    "it/time.toml",
    "it/numerals.toml",
    "it/words.toml",
    "it/language.toml",
    "it/names.toml",
];
