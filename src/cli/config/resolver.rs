//! Which of option, variable, file and default holds, and where it stands.

use super::file::Found;
use claimdiff::finding::Confidence;
use claimdiff::rules::RuleError;
use claimdiff::value::Number;
use clap::ArgMatches;
use clap::parser::ValueSource;
use toml::Spanned;

/// A setting as `config show` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key, as in the file.
    pub key: String,
    /// The value, as in the file; empty for none.
    pub value: String,
    /// "default", `claimdiff.toml:3`, "CLAIMDIFF_WIDTH", "--width"
    pub origin: String,
}

/// Where the options of this run come from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    from_variables: Vec<String>,
}

impl Sources {
    /// Those of the command that was called.
    pub fn new(matches: &ArgMatches) -> Self {
        let called = std::iter::successors(Some(matches), |matches| matches.subcommand().map(|(_, inner)| inner));
        let mut from_variables = Vec::new();
        for matches in called {
            // What is handed down to a command that does not know it has no source there.
            let is_variable = |id: &&str| {
                matches.try_contains_id(id).is_ok()
                    && matches!(matches.value_source(id), Some(ValueSource::EnvVariable))
            };
            from_variables.extend(matches.ids().map(|id| id.as_str()).filter(is_variable).map(str::to_owned));
        }
        Self { from_variables }
    }

    /// Whether an option, by its id, comes from its variable.
    pub fn is_variable(&self, id: &str) -> bool {
        self.from_variables.iter().any(|known| known == id)
    }

    /// The option or variable of a setting; those of a table have no name of the table in theirs.
    fn origin(&self, key: &str) -> String {
        let key = key.rsplit('.').next().unwrap_or(key);
        let id = key.replace('-', "_");
        if self.is_variable(&id) { format!("CLAIMDIFF_{}", id.to_uppercase()) } else { format!("--{key}") }
    }
}

/// Settles one setting after the other.
pub struct Resolver<'a> {
    found: Option<&'a Found>,
    sources: &'a Sources,
    /// The settings so far.
    pub rows: Vec<Row>,
}

/// A value of the file with the offset at which it stands.
pub type Placed<T> = (T, usize);

impl<'a> Resolver<'a> {
    /// With a file, where one was found.
    pub fn new(found: Option<&'a Found>, sources: &'a Sources) -> Self {
        Self { found, sources, rows: Vec::new() }
    }

    /// The value that holds: the option's, else the file's, else the default.
    pub fn pick<T>(
        &mut self,
        key: &str,
        given: Option<T>,
        file: Option<Placed<T>>,
        default: T,
        show: impl Fn(&T) -> String,
    ) -> T {
        let (value, origin) = match (given, file, self.found) {
            (Some(value), _, _) => (value, self.sources.origin(key)),
            (None, Some((value, at)), Some(found)) => (value, found.place(at)),
            _ => (default, "default".to_owned()),
        };
        self.rows.push(Row { key: key.to_owned(), value: show(&value), origin });
        value
    }

    /// A number between 0 and 1 of the file.
    ///
    /// # Errors
    /// Another number.
    pub fn share(&self, file: Option<&Spanned<Number>>) -> Result<Option<Placed<Confidence>>, RuleError> {
        let (Some(number), Some(found)) = (file, self.found) else { return Ok(None) };
        let share = Confidence::from_number(*number.as_ref());
        let share = share.ok_or_else(|| found.file.error(number.span(), "a number between 0 and 1 is wanted"))?;
        Ok(Some((share, number.span().start)))
    }
}

/// A value with its place.
pub fn placed<T: Clone>(value: Option<&Spanned<T>>) -> Option<Placed<T>> {
    value.map(|value| (value.as_ref().clone(), value.span().start))
}

/// The same value as one that may be absent.
pub fn optional<T>(placed: Option<Placed<T>>) -> Option<Placed<Option<T>>> {
    placed.map(|(value, at)| (Some(value), at))
}
