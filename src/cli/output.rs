//! Where results and messages go, and in which look.

use super::{Colour, Common, Stop};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use claimdiff::pipeline::Trouble;
use claimdiff::report::{Look, inert};
use claimdiff::rules::RuleError;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Columns where no terminal says otherwise.
const WIDTH: u16 = 100;

/// The two streams of the program.
pub struct Output {
    /// How pages look.
    pub look: Look,
    quiet: bool,
    errors_in_colour: bool,
}

impl Output {
    pub fn new(common: &Common) -> Self {
        let colour = |auto: anstream::ColorChoice| match common.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => auto != anstream::ColorChoice::Never,
        };
        Self {
            look: Look {
                width: common.width.or_else(terminal_width).unwrap_or(WIDTH),
                colour: colour(anstream::AutoStream::choice(&io::stdout())),
            },
            quiet: common.quiet,
            errors_in_colour: colour(anstream::AutoStream::choice(&io::stderr())),
        }
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

    /// Tells on standard error what could not be read.
    pub fn trouble(&self, trouble: &[Trouble]) {
        for trouble in trouble {
            match trouble {
                Trouble::Rules(error) => self.rules(error),
                other => self.error(&other.to_string()),
            }
        }
    }

    /// Tells why the command ends.
    pub fn stop(&self, stop: &Stop) {
        match stop {
            Stop::Output(error) => self.error(&format!("cannot write: {error}")),
            Stop::Rules(error) => self.rules(error),
            Stop::Message(message) => self.error(message),
        }
    }

    fn error(&self, message: &str) {
        let bold = annotate_snippets::Level::ERROR.primary_title(inert(message));
        self.say(&self.renderer().render(&[annotate_snippets::Group::with_title(bold)]));
    }

    /// A broken pack in its own source lines.
    fn rules(&self, error: &RuleError) {
        let (file, source, span, message, help) = error.parts();
        let title = Level::ERROR.primary_title(message);
        let snippet = Snippet::source(source).path(file).annotation(AnnotationKind::Primary.span(span));
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

fn terminal_width() -> Option<u16> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return None;
    }
    terminal_size::terminal_size_of(stdout).map(|(terminal_size::Width(width), _)| width)
}
