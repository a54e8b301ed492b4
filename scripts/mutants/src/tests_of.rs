//! The tests that are run against each mutant.

use crate::schema::VARIABLE;
use crate::tree::{Tree, messages};
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Targets of Cargo. What only looks at files is not among them, nor is what takes long.
const TARGETS: [&str; 32] = [
    "facets",
    "within",
    "follows",
    "questions",
    "carried",
    "rules",
    "checks",
    "judgement",
    "status",
    "mentions_it",
    "mentions_en",
    "mentions_de",
    "mentions_es",
    "mentions_fr",
    "mentions_pt",
    "mentions_news",
    "mentions_spoken",
    "mentions_periods",
    "mentions_edges",
    "mentions_context",
    "mentions_changes",
    "mentions_weekly",
    "whose",
    "extents",
    "numerals",
    "tricky",
    "tables",
    "formats",
    "robust",
    "lib",
    "properties",
    "clusters",
];

/// What is most likely to notice a mutant of a module: targets, and those of their tests that are meant.
const LIKELY: [(&str, &[(&str, &str)]); 4] = [
    ("value", &[("lib", "value::"), ("properties", "values::")]),
    (
        "grammar",
        &[
            ("mentions_edges", ""),
            ("mentions_context", ""),
            ("extents", ""),
            ("mentions_it", ""),
            ("mentions_en", ""),
            ("mentions_news", ""),
            ("mentions_spoken", ""),
            ("mentions_periods", ""),
            ("numerals", ""),
            ("rules", ""),
        ],
    ),
    ("imply", &[("follows", "")]),
    ("compare", &[("facets", ""), ("within", "")]),
];

/// A program of tests, all of them or some.
pub struct Program {
    name: &'static str,
    path: PathBuf,
}

/// Builds all tests.
///
/// # Errors
/// What the system and the compiler say.
pub fn build(tree: &Tree) -> io::Result<Vec<Program>> {
    let mut cargo = tree.cargo();
    for target in TARGETS {
        match target {
            "lib" => cargo.arg("--lib"),
            target => cargo.args(["--test", target]),
        };
    }
    let output = cargo.output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let messages = messages(&output.stdout);
    let program = |name: &&'static str| {
        let built = messages.iter().find(|message| {
            let target = &message["target"];
            let is_it = if *name == "lib" { target["kind"][0] == "lib" } else { target["name"] == *name };
            is_it && message["profile"]["test"] == true && message["executable"].is_string()
        });
        let path = built.and_then(|message| message["executable"].as_str());
        path.map(|path| Program { name, path: path.into() })
            .ok_or_else(|| io::Error::other(format!("no program of tests: {name}")))
    };
    TARGETS.iter().map(program).collect()
}

/// Runs all tests without a mutant.
///
/// # Errors
/// What the system says, and tests that fail.
pub fn pass(tree: &Tree, programs: &[Program]) -> io::Result<()> {
    for program in programs {
        let begun = Instant::now();
        if !passes(tree, program, "", None)? {
            return Err(io::Error::other(format!("{} fails without a mutant", program.name)));
        }
        eprintln!("{}: {:.1} s", program.name, begun.elapsed().as_secs_f32());
    }
    Ok(())
}

/// The first program that notices a mutant: those first that are likely to.
///
/// # Errors
/// What the system says.
pub fn run(tree: &Tree, programs: &[Program], module: &str, number: usize) -> io::Result<Option<&'static str>> {
    let likely = LIKELY.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, likely)| likely);
    let of = |(name, tests): &(&str, &'static str)| {
        programs.iter().find(|program| program.name == *name).map(|program| (program, *tests))
    };
    let is_done = |program: &&Program| !likely.iter().any(|(name, tests)| *name == program.name && tests.is_empty());
    let first: Vec<(&Program, &str)> = likely.iter().filter_map(of).collect();
    for (program, tests) in first.into_iter().chain(programs.iter().filter(is_done).map(|program| (program, ""))) {
        if !passes(tree, program, tests, Some(number))? {
            return Ok(Some(program.name));
        }
    }
    Ok(None)
}

/// Seconds of the processor after which a mutant has no end: many times what the slowest program takes.
const SECONDS: u64 = 120;

/// Kilobytes of memory that a program may take.
const KILOBYTES: u64 = 6_000_000;

fn passes(tree: &Tree, program: &Program, tests: &str, mutant: Option<usize>) -> io::Result<bool> {
    let mut limited = Command::new("sh");
    limited.args(["-c", &format!("ulimit -t {SECONDS} -v {KILOBYTES}; exec \"$0\" \"$@\"")]).arg(&program.path);
    limited.current_dir(tree.folder()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if !tests.is_empty() {
        limited.arg(tests);
    }
    // What a mutant does is neither a new snapshot nor a case for later.
    limited.env("INSTA_UPDATE", "no").env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true");
    if let Some(number) = mutant {
        limited.env(VARIABLE, number.to_string());
    }
    Ok(limited.status()?.success())
}
