//! How far a long run is, on a terminal only.

use claimdiff::pipeline::Stage;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::Duration;

/// A run that ends sooner is shown without a bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on standard error; nothing where nobody looks.
pub struct Bar {
    bar: ProgressBar,
    wanted: bool,
}

impl Bar {
    /// A bar, unless standard error is no terminal or nobody wants one.
    pub fn new(quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, wanted: !quiet && io::stderr().is_terminal() }
    }

    /// Shows how many are done of how many, where that is known.
    pub fn show(&self, stage: Stage, done: usize, all: Option<usize>) {
        if !self.wanted || self.bar.elapsed() < PATIENCE {
            return;
        }
        let name = match stage {
            Stage::Files => "files",
            Stage::Articles => "articles",
        };
        let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let template = match all {
            Some(_) => "{spinner} {msg} {pos}/{len} {wide_bar} {eta}",
            None => "{spinner} {msg} {pos}",
        };
        // A template that cannot be read would be a fault of ours; the plain bar does as well.
        let style = ProgressStyle::with_template(template);
        self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_message(name);
        if let Some(all) = all {
            self.bar.set_length(number(all));
        }
        self.bar.set_position(number(done));
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            self.bar.enable_steady_tick(Duration::from_millis(200));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
