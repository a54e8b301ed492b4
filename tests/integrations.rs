//! What other programs run: the GitHub Action, the hook of pre-commit, the job of GitLab, the example program. Their
//! scripts run here as they stand in the files.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use snapbox::cmd::cargo_bin;
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};
use tempfile::TempDir;

const FIRST: &str = "Doha\n\nIl 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra.\n";
const SECOND: &str = "Doha\n\nIl 12 marzo 2026 l'Ucraina ha riavuto dalla Russia 148 prigionieri di guerra.\n";

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn batch() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("notizie due")).unwrap();
    fs::write(folder.path().join("notizie due/a.txt"), FIRST).unwrap();
    fs::write(folder.path().join("notizie due/b.txt"), SECOND).unwrap();
    folder
}

/// Runs a script as CI does, with our program on the path.
fn bash(script: &str, folder: &Path, variables: &[(&str, &str)]) -> Output {
    let program = cargo_bin!("claimdiff");
    let own = program.parent().unwrap();
    let path = format!("{}:{}", own.display(), env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.current_dir(folder).args(["-e", "-c", script]).env("PATH", path).env_remove("GITHUB_STEP_SUMMARY");
    command.envs(variables.iter().copied()).output().unwrap()
}

/// The lines of a block of YAML after `key`, without their indentation.
fn block(yaml: &str, key: &str) -> String {
    let mut lines = yaml.lines().skip_while(|line| line.trim() != key);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let outer = indent(lines.next().unwrap());
    let inner: Vec<&str> = lines.take_while(|line| line.trim().is_empty() || indent(line) > outer).collect();
    let least = inner.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min().unwrap();
    inner.iter().map(|line| format!("{}\n", line.get(least..).unwrap_or_default())).collect()
}

/// The variables of the action that checks, with the defaults of its inputs.
fn action_variables() -> Vec<(String, String)> {
    let yaml = file("action.yml");
    let env = yaml.rsplit_once("      env:\n").unwrap().1;
    let names = env.lines().map_while(|line| line.strip_prefix("        ")?.split_once(": ${{ inputs."));
    names.map(|(name, _)| (name.to_owned(), String::new())).collect()
}

fn action(folder: &Path, given: &[(&str, &str)]) -> Output {
    let defaults = action_variables();
    let mut variables: Vec<(&str, &str)> =
        defaults.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(variables.len() > 7 && given.iter().all(|(name, _)| variables.iter().any(|(known, _)| known == name)));
    variables.push(("GITHUB_STEP_SUMMARY", "summary.md"));
    variables.extend(given);
    bash(&block(&file("action.yml"), "run: |"), folder, &variables)
}

#[test]
fn the_action_annotates_and_fails() {
    let folder = batch();
    fs::write(folder.path().join("summary.md"), "before\n").unwrap();
    let output = action(folder.path(), &[("PATHS", "notizie due\n"), ("SARIF", "out.sarif"), ("SUMMARY", "true")]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.starts_with("::error file=notizie due/a.txt,line=3,"),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(fs::read_to_string(folder.path().join("out.sarif")).unwrap().contains("\"2.1.0\""));
    let summary = fs::read_to_string(folder.path().join("summary.md")).unwrap();
    assert!(summary.starts_with("before\n") && summary.contains("155"), "{summary}");
}

#[test]
fn inputs_of_the_action_are_settings_and_never_script() {
    let folder = batch();
    let never = action(folder.path(), &[("PATHS", "notizie due"), ("CLAIMDIFF_FAIL_ON", "never")]);
    assert_eq!(never.status.code(), Some(0), "{}", String::from_utf8_lossy(&never.stderr));
    let hostile = action(folder.path(), &[("PATHS", "$(touch owned) `touch owned`; touch owned")]);
    assert_eq!(hostile.status.code(), Some(2));
    assert!(!folder.path().join("owned").exists());
    // Nothing of an expression stands in a script.
    let yaml = file("action.yml");
    assert!(!block(&yaml, "run: |").contains("${{"));
}

#[test]
fn the_hook_sees_the_whole_batch() {
    let yaml = file(".pre-commit-hooks.yaml");
    let value = |key: &str| yaml.lines().find_map(|line| line.trim().strip_prefix(key)).unwrap().trim().to_owned();
    assert_eq!(value("pass_filenames:"), "false");
    let arguments = value("args:").replace(['[', ']', ','], " ");
    let output = bash(&format!("{} {arguments}", value("entry:")), batch().path(), &[]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_job_of_gitlab_writes_its_reports() {
    let yaml = file("examples/ci/gitlab-ci.yml");
    let steps = |key: &str| -> String {
        block(&yaml, key).lines().map(|line| format!("{}\n", line.trim_start_matches("- "))).collect()
    };
    let folder = batch();
    let script = steps("before_script:") + &steps("script:");
    let output = bash(&script, folder.path(), &[("ARTICLES", "notizie due")]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    for (report, name) in [("codequality", "gl-code-quality-report.json"), ("junit", "claimdiff.xml")] {
        assert!(block(&yaml, "reports:").contains(&format!("{report}: {name}")), "{yaml}");
        assert!(fs::read_to_string(folder.path().join(name)).unwrap().contains("conflicting-count"));
    }
}
