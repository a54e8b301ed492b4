//! The checks: each a folder of `rules/checks/` with its settings and its page.

use super::near;
use super::pack::{PackFile, RuleError};
use serde::Deserialize;

/// What a check is called, what it reports and what it has to say for itself.
#[derive(Debug, Clone)]
pub struct Check {
    /// Name of its folder: "weekday-date".
    pub name: String,
    /// One line on what it finds.
    pub summary: String,
    /// Class of its findings; tensions, updates and disputed figures come from the same comparison.
    pub class: CheckClass,
    /// How severe its findings are, in words.
    pub severity: String,
    /// The page, in Markdown.
    pub page: String,
    message: String,
}

/// What a check compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckClass {
    /// Articles with each other.
    Conflict,
    /// An article with itself, the calendar or arithmetic.
    Internal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckFile {
    summary: String,
    class: CheckClass,
    severity: String,
    message: String,
}

impl Check {
    /// Every check, by name.
    ///
    /// # Errors
    /// A folder without a page, an unknown key.
    pub fn all() -> Result<Vec<Self>, RuleError> {
        let settings = PackFile::embedded_below("checks").filter(|file| file.name.ends_with("/check.toml"));
        settings.map(|file| Self::load(&file)).collect()
    }

    fn load(settings: &PackFile) -> Result<Self, RuleError> {
        let folder = settings.name.trim_end_matches("/check.toml");
        let page = PackFile::embedded(&format!("{folder}/page.md"))
            .ok_or_else(|| settings.error(0..0, "no page.md beside this file").with_help("every check has a page"))?;
        let CheckFile { summary, class, severity, message } = settings.parse()?;
        let name = folder.rsplit('/').next().unwrap_or(folder).to_owned();
        Ok(Self { name, summary, class, severity, page: page.text.into_owned(), message })
    }

    /// The message for given values: `{a}` is replaced by the value of "a".
    pub fn message(&self, values: &[(&str, &str)]) -> String {
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        values.iter().fold(self.message.clone(), fill)
    }
}

/// The name that was probably meant; `None` where nothing is near.
pub fn nearest<'a>(checks: &'a [Check], name: &str) -> Option<&'a str> {
    let contained = checks.iter().find(|check| name.len() > 2 && check.name.contains(name));
    let typed = near::nearest(name, checks.iter().map(|check| check.name.as_str()));
    // "wekday": near a part of the name, and far from the whole.
    let in_part = checks.iter().find(|check| near::nearest(name, check.name.split('-')).is_some());
    typed.or(contained.or(in_part).map(|check| check.name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_settings_and_page() {
        let checks = Check::all().unwrap();
        assert!(checks.len() >= 19);
        for check in &checks {
            for heading in ["What it finds", "Why it matters", "Flags", "Must not flag", "Limits"] {
                assert!(check.page.contains(&format!("\n## {heading}\n")), "{}: {heading}", check.name);
            }
            assert!(check.page.starts_with(&format!("# {}\n", check.name)), "{}", check.name);
        }
    }

    #[test]
    fn a_slip_of_the_hand_is_understood() {
        let checks = Check::all().unwrap();
        assert_eq!(nearest(&checks, "weekday-dat"), Some("weekday-date"));
        assert_eq!(nearest(&checks, "conflicting-cuont"), Some("conflicting-count"));
        assert_eq!(nearest(&checks, "weekday"), Some("weekday-date"));
        assert_eq!(nearest(&checks, "wekday"), Some("weekday-date"));
        assert_eq!(nearest(&checks, "bananas"), None);
    }
}
