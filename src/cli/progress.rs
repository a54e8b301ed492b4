//! How far a long run is, on a terminal only.

use claimdiff::pipeline::Stage;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::Duration;

/// A bar on standard error; nothing where nobody looks.
pub struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// A bar, unless standard error is no terminal or nobody wants one.
    pub fn new(quiet: bool) -> Self {
        let hidden = quiet || !io::stderr().is_terminal();
        let bar = if hidden { ProgressBar::hidden() } else { ProgressBar::no_length() };
        if !hidden {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        // A template that cannot be read would be a fault of ours; the plain bar does as well.
        let style = ProgressStyle::with_template("{spinner} {msg} {pos}/{len} {wide_bar} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar }
    }

    /// Shows how many are done of how many.
    pub fn show(&self, stage: Stage, done: usize, all: usize) {
        let name = match stage {
            Stage::Files => "files",
            Stage::Articles => "articles",
        };
        self.bar.set_message(name);
        self.bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        self.bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
