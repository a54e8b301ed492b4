//! Help, completions, manual pages.

use super::{Outcome, claimdiff, pair, stderr, stdout};
use std::fs;
use std::path::Path;

#[test]
fn every_shell_has_completions() {
    for (shell, part) in [
        ("bash", "_claimdiff()"),
        ("zsh", "#compdef claimdiff"),
        ("fish", "complete -c claimdiff"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let assert = claimdiff(Path::new("."), &["completions", shell]);
        let script = stdout(&assert);
        assert!(script.contains(part) && script.contains("fail-on"), "{shell}");
        assert.code(0);
    }
}

/// The shell itself says whether it can read the script.
#[cfg(unix)]
#[test]
fn bash_reads_its_completions() -> Outcome {
    let script = stdout(&claimdiff(Path::new("."), &["completions", "bash"]));
    let check = format!(
        "{script}\nCOMP_WORDS=(claimdiff che); COMP_CWORD=1; _claimdiff claimdiff che claimdiff; echo \"${{COMPREPLY[@]}}\""
    );
    let output = std::process::Command::new("bash").args(["-c", &check]).output()?;
    assert_eq!(String::from_utf8_lossy(&output.stdout), "check\n", "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Where no PowerShell is, its script is at least whole: commands below commands, and quotes that close.
/// `tests/shells/run` holds it against a grammar, and presses Tab in the other shells.
#[test]
fn powershell_is_told_every_command() {
    let script = stdout(&claimdiff(Path::new("."), &["completions", "powershell"]));
    for (command, offered) in [
        ("claimdiff", "check"),
        ("claimdiff;check", "--fail-on"),
        ("claimdiff;baseline;prune", "--today"),
        ("claimdiff;archive;add", "--archive"),
        ("claimdiff;debug", "--color"),
    ] {
        let block = script.split_once(&format!("'{command}' {{")).map(|(_, rest)| rest.split("break\n").next());
        let offers = |block: &str| block.contains(&format!("[CompletionResult]::new('{offered}', '{offered}', "));
        assert!(block.flatten().is_some_and(offers), "{command}: {offered}");
    }
    for line in script.lines().filter(|line| line.contains("[CompletionResult]::new(")) {
        assert!(line.ends_with("')") && line.matches('\'').count() % 2 == 0, "{line}");
    }
}

#[test]
fn every_command_has_a_manual_page() -> Outcome {
    let folder = pair()?;
    claimdiff(folder.path(), &["man", "pages"]).code(0);
    for page in ["claimdiff.1", "claimdiff-check.1", "claimdiff-diff.1", "claimdiff-baseline-prune.1"] {
        let text = fs::read_to_string(folder.path().join("pages").join(page))?;
        assert!(text.contains(".SH NAME"), "{page}");
    }
    assert!(stdout(&claimdiff(folder.path(), &["man"])).contains(".TH claimdiff 1"));
    Ok(())
}

#[test]
fn help_shows_examples() {
    let commands =
        ["check", "diff", "report", "extract", "compare", "archive", "waive", "baseline prune", "rules", "debug"];
    for command in commands.into_iter().chain(["config show", "explain", "schema", "completions", "man", ""]) {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let text = stdout(&claimdiff(Path::new("."), &arguments));
        assert!(text.contains("Examples:\n  claimdiff "), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    }
}

#[test]
fn slips_are_guessed() -> Outcome {
    let folder = pair()?;
    for (arguments, told) in [
        (&["chek", "a.txt"][..], "'check'"),
        (&["check", "a.txt", "--fial-on", "note"], "'--fail-on'"),
        (&["check", "a.txt", "--fail-on", "warnin"], "'warning'"),
        (&["rules", "show", "it/hegdes.toml"], "did you mean `it/hedges.toml`?"),
        (&["diff", "a.txt"], "diff compares two articles, and one is given"),
    ] {
        let assert = claimdiff(folder.path(), arguments);
        assert!(stderr(&assert).contains(told), "{arguments:?}: {}", stderr(&assert));
        assert.code(2);
    }
    Ok(())
}
