//! Where results and messages go, and in which look.

use super::format::Target;
use super::options::Colour;
use super::{Stop, file};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use claimdiff::pipeline::{Batch, Trouble};
use claimdiff::report::{Look, TemplateError, inert};
use claimdiff::rules::RuleError;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Columns where no terminal says otherwise.
const WIDTH: u16 = 100;

/// The two streams of the program.
pub struct Output {
    /// How pages look on standard output.
    pub look: Look,
    /// How pages look in files, whatever terminal the run has.
    file_look: Look,
    quiet: bool,
    errors_in_colour: bool,
}

impl Output {
    pub fn new(color: Colour, width: Option<u16>, quiet: bool) -> Self {
        let colour = |auto: anstream::ColorChoice| match color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => auto != anstream::ColorChoice::Never,
        };
        Self {
            look: Look {
                width: width.or_else(terminal_width).unwrap_or(WIDTH),
                colour: colour(anstream::AutoStream::choice(&io::stdout()))
                    || color == Colour::Auto && pager_shows_colour(),
            },
            file_look: Look { width: width.unwrap_or(WIDTH), colour: color == Colour::Always },
            quiet,
            errors_in_colour: colour(anstream::AutoStream::choice(&io::stderr())),
        }
    }

    /// How a page looks where it goes.
    pub fn look_of(&self, target: &Target) -> Look {
        if target.path.is_some() { self.file_look } else { self.look }
    }

    /// Runs a printer over standard output. That nobody reads on is no error: `claimdiff … | head` ends quietly.
    pub fn print(&self, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let mut out = BufWriter::new(io::stdout().lock());
        match print(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                // What is still buffered has no reader either; dropping the writer would try once more.
                let _ = out.into_parts();
                Ok(())
            }
            result => result,
        }
    }

    /// Writes to a file or to standard output.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, target: &Target, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
        match &target.path {
            None => self.print(print).map_err(|error| of_template(error).unwrap_or_else(Stop::from)),
            Some(path) => file::write(path, print).map_err(|error| {
                of_template(error).unwrap_or_else(|error| {
                    Stop::Message(format!("{}: cannot be written: {error}; check the path", path.display()))
                })
            }),
        }
    }

    /// Tells on standard error what of a batch could not be read, and what was left out.
    pub fn batch<A>(&self, batch: &Batch<A>) {
        self.trouble(&batch.trouble);
        batch.notes().for_each(|note| self.note(&note));
    }

    /// Tells on standard error what could not be read.
    pub fn trouble(&self, trouble: &[Trouble]) {
        for trouble in trouble {
            match trouble {
                Trouble::Rules(error) => self.rules(error, Level::ERROR),
                other => self.error(&other.to_string()),
            }
        }
    }

    /// Tells why the command ends.
    pub fn stop(&self, stop: &Stop) {
        match stop {
            Stop::Output(error) => self.error(&format!("cannot write: {error}")),
            Stop::Rules(error) => self.rules(error, Level::ERROR),
            Stop::Message(message) => self.error(message),
        }
    }

    /// Tells something that is no error.
    pub fn note(&self, message: &str) {
        self.title(Level::NOTE, message);
    }

    /// Tells something that was probably meant otherwise.
    pub fn warn(&self, message: &str) {
        self.title(Level::WARNING, message);
    }

    /// Tells what went wrong.
    pub fn error(&self, message: &str) {
        self.title(Level::ERROR, message);
    }

    fn title(&self, level: Level<'_>, message: &str) {
        let title = level.primary_title(inert(message));
        self.say(&self.renderer().render(&[annotate_snippets::Group::with_title(title)]));
    }

    /// Whether people are told nothing but what goes wrong.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Tells what in a file has no effect.
    pub fn warning(&self, warning: &RuleError) {
        self.rules(warning, Level::WARNING);
    }

    /// A file that is wrong, in its own source lines.
    fn rules(&self, error: &RuleError, level: Level<'_>) {
        let (file, source, span, message, help) = error.parts();
        let title = level.primary_title(message);
        // A name of a folder can hold what a terminal obeys; the rest is made harmless where it is rendered.
        let snippet = Snippet::source(source).path(inert(file)).annotation(AnnotationKind::Primary.span(span));
        let mut group = title.element(snippet);
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        self.say(&self.renderer().render(&[group]));
    }

    fn renderer(&self) -> Renderer {
        if self.errors_in_colour { Renderer::styled() } else { Renderer::plain() }
    }

    /// A message that cannot be written has nowhere else to go.
    fn say(&self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}

/// What is wrong in a template of the user's, where that is why a page cannot be written.
fn of_template(error: io::Error) -> Result<Stop, io::Error> {
    error.downcast::<TemplateError>().map(Stop::from)
}

/// Git's pager stands between us and the terminal, and passes colour on.
fn pager_shows_colour() -> bool {
    std::env::var("GIT_PAGER_IN_USE").is_ok_and(|is| is == "true") && std::env::var_os("NO_COLOR").is_none()
}

fn terminal_width() -> Option<u16> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    terminal_size::terminal_size_of(stdout).map(|(terminal_size::Width(width), _)| width)
}
