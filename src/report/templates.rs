//! The layout of pages: the templates that the program carries, or a user's own in their place.

use crate::rules::{PackFile, RuleError};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, escape_formatter};
use serde::Serialize;
use std::error::Error;
use std::path::Path;
use std::{fs, io};

/// Files of a layout by name. Those that end in `.html` and `.md` are templates, in which every value is escaped.
const EMBEDDED: [(&str, &str); 6] = [
    ("report.html", include_str!("html/report.html")),
    ("fact.html", include_str!("html/fact.html")),
    ("picture.html", include_str!("html/picture.html")),
    ("style.css", include_str!("html/style.css")),
    ("script.js", include_str!("html/script.js")),
    ("report.md", include_str!("markdown/report.md")),
];

/// What is wrong with a layout.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A folder or file that cannot be read.
    #[error("{name}: cannot be read: {reason}; --templates wants a folder that you may read")]
    Unreadable {
        /// The path.
        name: String,
        /// The system's own words.
        reason: io::Error,
    },
    /// A folder in which nothing is a template.
    #[error("{name}: no template in this folder; it may hold {expected}")]
    Empty {
        /// The folder.
        name: String,
        /// The names that are taken.
        expected: String,
    },
    /// A template that cannot be read or filled in, and where it is wrong.
    #[error(transparent)]
    Broken(#[from] RuleError),
    /// Where the page goes.
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
}

impl From<TemplateError> for io::Error {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Output(error) => error,
            other => Self::other(other),
        }
    }
}

/// A layout, ready to be filled in.
#[derive(Debug)]
pub struct Templates {
    /// By name; of those of a user, `PackFile::name` is the path.
    files: Vec<(&'static str, PackFile)>,
    environment: Environment<'static>,
}

impl Templates {
    /// The layout that the program carries.
    ///
    /// # Errors
    /// None that a user can cause.
    pub fn embedded() -> Result<Self, TemplateError> {
        Self::new(EMBEDDED.map(built_in).into())
    }

    /// The layout of the program, with the files of a folder in the place of those of the same name.
    ///
    /// # Errors
    /// A folder that cannot be read, holds no file of a layout, or one that is no template.
    pub fn in_folder(folder: &Path) -> Result<Self, TemplateError> {
        let name = |path: &Path| super::inert(&path.display().to_string());
        fs::read_dir(folder).map_err(|reason| TemplateError::Unreadable { name: name(folder), reason })?;
        let mut files = Vec::new();
        let mut own = 0;
        for (file, text) in EMBEDDED {
            let path = folder.join(file);
            files.push(match PackFile::read(&path) {
                Ok(found) => {
                    own += 1;
                    (file, found)
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => built_in((file, text)),
                Err(reason) => return Err(TemplateError::Unreadable { name: name(&path), reason }),
            });
        }
        if own == 0 {
            let expected = EMBEDDED.map(|(file, _)| file).join(", ");
            return Err(TemplateError::Empty { name: name(folder), expected });
        }
        Self::new(files)
    }

    fn new(files: Vec<(&'static str, PackFile)>) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|error| broken(&files, &error))?);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| match name.rsplit('.').next() {
            Some("html") => AutoEscape::Html,
            _ => AutoEscape::Custom("markdown".into()),
        });
        environment.set_formatter(|out, state, value| match state.auto_escape() {
            AutoEscape::Custom(_) if value.is_safe() => Ok(out.write_str(&value.to_string())?),
            AutoEscape::Custom(_) => Ok(out.write_str(&super::markdown::escaped(&value.to_string()))?),
            _ => escape_formatter(out, state, value),
        });
        for (name, file) in files.iter().filter(|(name, _)| name.ends_with(".html") || name.ends_with(".md")) {
            let added = environment.add_template_owned(*name, file.text.to_string());
            added.map_err(|error| broken(&files, &error))?;
        }
        Ok(Self { files, environment })
    }

    /// The text of a file of the layout.
    pub(super) fn file(&self, name: &str) -> &str {
        self.files.iter().find(|(known, _)| *known == name).map_or("", |(_, file)| &file.text)
    }

    /// A template, filled in.
    ///
    /// # Errors
    /// A template that uses what there is not.
    pub(super) fn render(&self, name: &str, values: impl Serialize) -> Result<String, TemplateError> {
        let rendered = self.environment.get_template(name).and_then(|template| template.render(Serde(values)));
        Ok(rendered.map_err(|error| broken(&self.files, &error))?)
    }
}

/// A file of the layout that the program carries.
fn built_in((name, text): (&'static str, &'static str)) -> (&'static str, PackFile) {
    (name, PackFile { name: name.into(), text: text.into() })
}

/// What is wrong in which file: where one includes another, in the inner one.
fn broken(files: &[(&'static str, PackFile)], error: &minijinja::Error) -> RuleError {
    let mut inner = error;
    while let Some(source) = inner.source().and_then(|source| source.downcast_ref::<minijinja::Error>()) {
        inner = source;
    }
    let name = inner.name().unwrap_or("template");
    let file = files.iter().find(|(known, _)| *known == name).map(|(_, file)| file.clone());
    let file = file.unwrap_or_else(|| PackFile { name: name.to_owned().into(), text: "".into() });
    let detail = inner.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    file.error(inner.range().unwrap_or(0..0), super::inert(&format!("{}{detail}", inner.kind())))
        .with_help("docs/report.md lists what a template can use")
}
