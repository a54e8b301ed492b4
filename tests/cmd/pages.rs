//! What the README and the book show is what the program prints.

use super::{Outcome, claimdiff, stderr, stdout};
use std::fs;
use std::path::Path;

/// The checkout, in which commands of the pages run.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The first block of `sort` on a page, without its fences.
fn block(page: &str, sort: &str) -> String {
    let lines = page.lines().skip_while(|line| *line != format!("```{sort}")).skip(1);
    lines.take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_readme_shows_what_diff_prints() -> Outcome {
    let shown = block(&fs::read_to_string(root().join("README.md"))?, "text");
    let (command, table) = shown.split_once('\n').unwrap_or_default();
    let mut words = command.split_whitespace();
    assert_eq!((words.next(), words.next()), (Some("$"), Some("claimdiff")), "{command}");
    let mut arguments: Vec<&str> = words.collect();
    arguments.push("--no-config");
    let assert = claimdiff(root(), &arguments);
    assert!(stdout(&assert) == table, "the README shows another table than\n{}", stdout(&assert));
    assert.code(1);
    Ok(())
}

/// The settings that the book shows hold, but for the files that they name.
#[test]
fn the_settings_of_the_book_hold() -> Outcome {
    let settings = block(&fs::read_to_string(root().join("docs/config.md"))?, "toml");
    let pack = b"abbreviations = [\"cav\"]\n";
    let folder = super::folder(&[
        ("claimdiff.toml", settings.as_bytes()),
        ("desk/it/language.toml", pack),
        ("baseline.toml", b""),
    ])?;
    let assert = claimdiff(folder.path(), &["config", "show"]);
    assert_eq!(stderr(&assert), "");
    let shown = stdout(&assert);
    for line in ["fail-on = \"warning\"", "csv-dialect = \"excel\"", "thresholds.report-from = 0.7"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let unset = shown.lines().filter(|line| line.contains("# default")).count();
    assert_eq!(unset, 0, "the page leaves settings out:\n{shown}");
    assert.code(0);
    Ok(())
}
