//! The real program from the outside: exit codes, messages, bad input.

mod archive;
mod baseline;
mod config;
mod docs;
mod git;
mod output;
mod pages;
mod pipeline;
mod report;
mod rules;
mod schema;

use snapbox::cmd::{Command, OutputAssert, cargo_bin};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

type Outcome = std::io::Result<()>;

/// Two articles of one story that contradict each other.
const FIRST: &str =
    "Scambio a Doha\n\nIl 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra.\n";
const SECOND: &str =
    "Doha, lo scambio\n\nIl 12 marzo 2026 l'Ucraina ha riavuto dalla Russia 148 prigionieri di guerra.\n";
/// One without any claim.
const QUIET: &str = "Nebbia in valle\n\nStamattina non si vedeva il campanile.\n";

fn claimdiff(folder: &Path, arguments: &[&str]) -> OutputAssert {
    command(folder, arguments).assert()
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    Command::new(cargo_bin!("claimdiff"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
}

fn folder(files: &[(&str, &[u8])]) -> std::io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for (name, bytes) in files {
        let path = folder.path().join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)?;
    }
    Ok(folder)
}

fn pair() -> std::io::Result<TempDir> {
    folder(&[("a.txt", FIRST.as_bytes()), ("b.txt", SECOND.as_bytes()), ("quiet.txt", QUIET.as_bytes())])
}

fn stdout(assert: &OutputAssert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

fn stderr(assert: &OutputAssert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

#[test]
fn the_exit_code_says_what_was_found() -> Outcome {
    let folder = pair()?;
    for (arguments, code) in [
        (&["check", "a.txt", "b.txt"][..], 1),
        (&["diff", "a.txt", "b.txt"], 1),
        (&["diff", "a.txt", "a.txt"], 0),
        (&["check", "quiet.txt"], 0),
        (&["check", "a.txt", "b.txt", "--fail-on", "never"], 0),
        (&["check", "a.txt", "b.txt", "--fail-on", "note"], 1),
        (&["extract", "a.txt", "b.txt"], 0),
        (&["check", "a.txt", "b.txt", "gone.txt"], 2),
        (&["extract", "gone.txt"], 2),
        (&["check"], 2),
        (&["check", "a.txt", "--fail-on", "sometimes"], 2),
        (&["frobnicate"], 2),
        (&["explain", "weekday-date"], 0),
    ] {
        let got = claimdiff(folder.path(), arguments).get_output().status.code();
        assert_eq!(got, Some(code), "{arguments:?}");
    }
    Ok(())
}

#[test]
fn trouble_is_named_and_the_rest_still_checked() -> Outcome {
    let folder = pair()?;
    fs::create_dir(folder.path().join("empty"))?;
    fs::write(folder.path().join("photo.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0")?;
    let assert = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "gone.txt", "empty", "photo.txt"]);
    let told = stderr(&assert);
    for message in ["gone.txt: no such file or folder", "empty: no article in this folder", "photo.txt: "] {
        assert_eq!(told.matches(message).count(), 1, "{message}: {told}");
    }
    assert!(told.lines().all(|line| line.starts_with("error: ")), "{told}");
    assert!(stdout(&assert).contains("conflict"), "{}", stdout(&assert));
    assert.code(2);
    Ok(())
}

#[test]
fn an_old_encoding_is_read_and_keeps_its_offsets() -> Outcome {
    let text = "È successo così\n\nPiù di 1.200 città sono rimaste senza luce.\n";
    let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(c).ok()).collect();
    let folder = folder(&[("vecchio.txt", &bytes)])?;
    let assert = claimdiff(folder.path(), &["extract", "--mentions", "--format", "jsonl", "vecchio.txt"]);
    let record: serde_json::Value = serde_json::from_str(stdout(&assert).lines().next().unwrap())?;
    let (start, end) = (record["number"]["start"].as_u64().unwrap(), record["number"]["end"].as_u64().unwrap());
    assert_eq!(bytes.get(start as usize..end as usize), Some(&b"Pi\xf9 di 1.200"[..]));
    assert_eq!((record["line"].as_u64(), record["column"].as_u64()), (Some(3), Some(1)));
    assert.success();
    Ok(())
}

#[test]
fn standard_input_is_an_article() -> Outcome {
    let folder = pair()?;
    let assert = command(folder.path(), &["diff", "a.txt", "-"]).stdin(SECOND).assert();
    assert!(stdout(&assert).contains("-:3:"), "{}", stdout(&assert));
    assert.code(1);
    let both = command(folder.path(), &["diff", "-", "-"]).stdin(SECOND).assert();
    assert_eq!(stderr(&both), "error: standard input can be one of the two articles, not both\n");
    both.code(2);
    Ok(())
}

#[test]
fn a_batch_is_not_an_article() -> Outcome {
    let lines = format!("{{\"id\":1,\"text\":\"{0}\"}}\n{{\"id\":2,\"text\":\"{0}\"}}\n", "Sono 12 feriti.");
    let folder = folder(&[("a.jsonl", lines.as_bytes()), ("b.txt", SECOND.as_bytes())])?;
    let assert = claimdiff(folder.path(), &["diff", "a.jsonl", "b.txt"]);
    assert!(stderr(&assert).starts_with("error: a.jsonl: holds 2 articles"), "{}", stderr(&assert));
    assert.code(2);
    Ok(())
}

#[test]
fn an_unknown_check_is_guessed() -> Outcome {
    let folder = pair()?;
    for (name, told) in [
        ("weekday-dat", "error: no check is called `weekday-dat`; did you mean `weekday-date`?\n"),
        ("bananas", "error: no check is called `bananas`; `claimdiff explain` lists them all\n"),
    ] {
        let assert = claimdiff(folder.path(), &["explain", name]);
        assert_eq!(stderr(&assert), told);
        assert.code(2);
    }
    Ok(())
}

#[test]
fn every_line_of_records_has_the_same_keys() -> Outcome {
    let folder = pair()?;
    for arguments in [&["extract", "--mentions"][..], &["extract"], &["check"]] {
        let arguments = [arguments, &["--format", "jsonl", "a.txt", "b.txt", "quiet.txt"]].concat();
        let text = stdout(&claimdiff(folder.path(), &arguments));
        let mut keys: Vec<Vec<String>> = Vec::new();
        for line in text.lines() {
            let record: serde_json::Value = serde_json::from_str(line)?;
            keys.push(record.as_object().unwrap().keys().cloned().collect());
        }
        assert!(!keys.is_empty(), "{arguments:?}");
        keys.dedup();
        assert_eq!(keys.len(), 1, "{arguments:?}");
    }
    Ok(())
}

#[test]
fn a_finding_holds_what_others_rely_on() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["check", "--format", "jsonl", "a.txt", "b.txt"]);
    let text = stdout(&assert);
    let record: serde_json::Value = serde_json::from_str(text.lines().next().unwrap())?;
    assert_eq!((&record["class"], &record["check"]), (&"conflict".into(), &"conflicting-count".into()));
    assert!(record["confidence"].is_number());
    assert_eq!(record["evidence"].as_array().map(Vec::len), Some(2));
    for (evidence, file, figure) in [(&record["evidence"][0], FIRST, "155"), (&record["evidence"][1], SECOND, "148")] {
        let range = evidence["start"].as_u64().unwrap() as usize..evidence["end"].as_u64().unwrap() as usize;
        assert_eq!(file.get(range), evidence["text"].as_str());
        assert_eq!(evidence["value"]["nominal"], figure);
    }
    Ok(())
}

#[test]
fn colour_comes_only_where_it_is_wanted() -> Outcome {
    let folder = pair()?;
    let is_coloured = |assert: OutputAssert| stdout(&assert).contains('\u{1b}');
    let run = |extra: &[&str]| command(folder.path(), &[&["diff", "a.txt", "b.txt"], extra].concat());
    assert!(!is_coloured(run(&[]).assert()));
    assert!(is_coloured(run(&["--color", "always"]).assert()));
    assert!(is_coloured(run(&[]).env("CLICOLOR_FORCE", "1").assert()));
    assert!(!is_coloured(run(&["--color", "never"]).env("CLICOLOR_FORCE", "1").assert()));
    assert!(is_coloured(run(&["--color", "always"]).env("NO_COLOR", "1").assert()));
    Ok(())
}

#[test]
fn pages_fit_their_width() -> Outcome {
    let folder = pair()?;
    for width in [40, 80, 100, 160] {
        let number = width.to_string();
        let text = stdout(&claimdiff(folder.path(), &["diff", "--all", "a.txt", "b.txt", "--width", &number]));
        assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
        assert!(text.contains("155") && text.contains("148"));
    }
    Ok(())
}

#[test]
fn quiet_leaves_the_exit_code() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["check", "--quiet", "a.txt", "b.txt"]);
    assert_eq!(stdout(&assert), "");
    assert.code(1);
    Ok(())
}

/// An escape sequence in an article would otherwise reach the terminal of everybody who checks it.
#[test]
fn text_of_articles_cannot_act_on_the_terminal() -> Outcome {
    let hostile = SECOND.replace("prigionieri", "pri\u{1b}]0;x\u{7}gioni\u{202e}eri");
    let folder = folder(&[("a.txt", FIRST.as_bytes()), ("b.txt", hostile.as_bytes())])?;
    for arguments in [
        &["check", "a.txt", "b.txt"][..],
        &["diff", "--all", "a.txt", "b.txt"],
        &["extract", "b.txt"],
        &["debug", "tokens", "b.txt"],
    ] {
        let text = stdout(&claimdiff(folder.path(), arguments));
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{arguments:?}");
    }
    Ok(())
}

/// A line of a log that begins so is a command to the service that keeps the log.
#[test]
fn text_of_articles_cannot_act_on_the_logs_of_ci() -> Outcome {
    let hostile = |text: &str| text.replace("\n\n", "\n\n##[add-mask]Sono 155.\n\n::warning::");
    let folder = folder(&[("a.txt", hostile(FIRST).as_bytes()), ("::error::b.txt", hostile(SECOND).as_bytes())])?;
    for arguments in [
        &["check"][..],
        &["check", "--width", "40"],
        &["diff", "--all"],
        &["extract", "--mentions"],
        &["debug", "tokens"],
        &["debug", "mentions"],
        &["debug", "claims"],
        &["debug", "pairs"],
    ] {
        let assert = claimdiff(folder.path(), &[arguments, &["a.txt", "::error::b.txt"]].concat());
        let (out, err) = (stdout(&assert), stderr(&assert));
        assert!(out.contains("155"), "{arguments:?}: {out}{err}");
        let is_command = |line: &&str| line.trim_start().starts_with("::") || line.trim_start().starts_with("##[");
        assert_eq!(out.lines().chain(err.lines()).find(is_command), None, "{arguments:?}");
    }
    Ok(())
}

#[test]
fn the_order_of_paths_and_the_number_of_threads_change_nothing() -> Outcome {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let run = |paths: &[&str], threads: &str| {
        let arguments = [&["check", "--format", "jsonl"], paths].concat();
        stdout(&command(&fixtures, &arguments).env("RAYON_NUM_THREADS", threads).assert())
    };
    let once = run(&["incendio", "prigionieri", "budget"], "1");
    assert!(!once.is_empty());
    assert_eq!(once, run(&["budget", "prigionieri", "incendio"], "4"));
    Ok(())
}

#[test]
fn every_stage_can_be_printed() -> Outcome {
    let folder = pair()?;
    for stage in ["tokens", "mentions", "claims", "pairs"] {
        let assert = claimdiff(folder.path(), &["debug", stage, "a.txt", "b.txt"]);
        assert!(stdout(&assert).contains("155"), "{stage}");
        assert.success();
    }
    Ok(())
}

#[test]
fn a_first_slip_is_met_with_help() -> Outcome {
    let folder = pair()?;
    fs::create_dir(folder.path().join("notizie"))?;
    for (arguments, told) in [
        (&["check", "notzie"][..], "error: notzie: no such file or folder; did you mean notizie?\n"),
        (&["check", "./quite.txt"], "error: quite.txt: no such file or folder; did you mean quiet.txt?\n"),
        (&["check", "elsewhere"], "error: elsewhere: no such file or folder; check the spelling\n"),
        (
            &["diff", "a.txt"],
            "error: diff compares two articles, and one is given; name the other, or - for standard input\n",
        ),
        (
            &["diff", "a.txt", "notizie"],
            "error: notizie: this is a folder; name a file in it, or compare all that is in it with `claimdiff check`\n",
        ),
    ] {
        let assert = claimdiff(folder.path(), arguments);
        assert_eq!(stderr(&assert), told);
        assert.code(2);
    }
    let alone = claimdiff(folder.path(), &["check", "quiet.txt"]);
    assert!(stderr(&alone).starts_with("note: one article is compared with itself alone;"), "{}", stderr(&alone));
    Ok(())
}

/// A finding has one name, whatever way its articles were named.
#[test]
fn a_dot_before_a_path_changes_nothing() -> Outcome {
    let folder = pair()?;
    let lines = |paths: &[&str]| stdout(&claimdiff(folder.path(), &[&["check", "--format", "jsonl"], paths].concat()));
    let plain = lines(&["a.txt", "b.txt", "quiet.txt"]);
    assert!(plain.contains("\"article\":\"a.txt\""), "{plain}");
    assert_eq!(plain, lines(&["."]));
    assert_eq!(plain, lines(&["./a.txt", ".//b.txt"]));
    Ok(())
}
