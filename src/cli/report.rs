//! `claimdiff report PATH… -o FILE`

use super::format::{Format, Target};
use super::judge::{Assessed, assess};
use super::options::Judging;
use super::{Context, Outcome, Stop};
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::{Background, Look, Material, Report, Templates, Totals, closing, html, markdown};
use claimdiff::rules::Check;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where the page goes: Markdown for a name that ends in .md, HTML for any other; - is standard output
    #[arg(long, short, value_name = "FILE", env = "CLAIMDIFF_OUT", default_value = "report.html")]
    out: PathBuf,
    /// A folder whose templates take the place of the program's own
    #[arg(long, value_name = "DIR", env = "CLAIMDIFF_TEMPLATES")]
    templates: Option<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff report notizie/ -o report.html                     a page for a browser, and for print
  claimdiff report notizie/ -o ticket.md                       the same in Markdown, for a ticket
  claimdiff report notizie/ --class conflict,internal          only these classes
  claimdiff report notizie/ --templates desk/                  in your own layout";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let rules = context.rules;
    let templates = match &arguments.templates {
        Some(folder) => Templates::in_folder(folder),
        None => Templates::embedded(),
    }?;
    let (batch, files) = context.reading(|reading| {
        let reading = Reading { outputs: vec![arguments.out.clone()], ..reading.clone() };
        pipeline::read_recorded(&arguments.paths, rules, &reading)
    });
    context.output.batch(&batch);
    let checked = pipeline::check(&batch.articles, rules);
    let Assessed { shown, outcome, left_out, mut trouble } = assess(checked, &batch, None, context)?;
    trouble.extend(batch.notes());
    let checks = Check::all()?;
    let totals = Totals { articles: batch.articles.len(), claims: batch.claims() };
    let pairs = pipeline::answered_twice(&batch.articles, rules);
    let command = command_line();
    let material = Material {
        report: Report { findings: &shown, totals, trouble: &trouble, left_out: &left_out, rules, checks: &checks },
        background: Some(Background { articles: &batch.articles, pairs: &pairs, files: &files, command: &command }),
    };
    let target = target(&arguments.out);
    context.output.write(&target, |out| page(out, &material, &templates, target.format))?;
    if let Some(path) = target.path.as_ref().filter(|_| !context.output.is_quiet()) {
        let active: Vec<_> = material.report.active().collect();
        let look = Look { width: u16::MAX, colour: false };
        context.output.note(&format!("{}: {}", path.display(), closing(&active, totals, look).trim_end()));
    }
    Ok(outcome)
}

/// The format that the name of a file asks for.
fn target(path: &Path) -> Target {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let format = match ending.as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        _ => Format::Html,
    };
    Target { format, path: (path != Path::new("-")).then(|| path.to_owned()) }
}

fn page(out: &mut dyn Write, material: &Material<'_>, templates: &Templates, format: Format) -> io::Result<()> {
    let written = match format {
        Format::Markdown => markdown::write(out, material, templates),
        _ => html::write(out, material, templates),
    };
    written.map_err(io::Error::from)
}

/// The command as a shell reads it, so that anyone can repeat it.
fn command_line() -> String {
    let arguments = std::env::args_os().skip(1).map(|argument| quoted(&argument.to_string_lossy()));
    std::iter::once("claimdiff".to_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn quoted(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn arguments_read_back_as_they_were() {
        for (argument, shown) in
            [("fixtures/a.txt", "fixtures/a.txt"), ("l'era", r"'l'\''era'"), ("", "''"), ("a b*", "'a b*'")]
        {
            assert_eq!(quoted(argument), shown);
        }
    }
}
