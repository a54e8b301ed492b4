//! Settings: from options, variables, `claimdiff.toml` and defaults, in this order.

mod file;
mod resolver;
mod settings;
mod show;

pub use file::{Config, ConfigError, Found, Level};
pub use resolver::Sources;
pub use settings::{Given, Settings};
pub use show::{Arguments, Command, run};
