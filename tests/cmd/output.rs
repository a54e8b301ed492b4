//! Formats and where they go.

use super::{Outcome, claimdiff, command, folder, pair, stderr, stdout};
use std::fs;

#[test]
fn one_run_writes_several_formats() -> Outcome {
    let folder = pair()?;
    let arguments =
        ["check", "a.txt", "b.txt", "--output", "sarif=out.sarif", "--output", "csv=out.csv", "--output", "github"];
    let assert = claimdiff(folder.path(), &arguments);
    assert!(stdout(&assert).starts_with("::error file=a.txt,line=3,col=54"), "{}", stdout(&assert));
    let sarif: serde_json::Value = serde_json::from_slice(&fs::read(folder.path().join("out.sarif"))?)?;
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(fs::read_to_string(folder.path().join("out.csv"))?.lines().count(), 3);
    // Nothing is left beside what was asked for.
    assert_eq!(fs::read_dir(folder.path())?.count(), 5);
    assert.code(1);
    Ok(())
}

#[test]
fn files_leave_the_table_on_standard_output() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--output", "json=out.json"]);
    assert!(stdout(&assert).contains("1 conflict (1 error)"));
    let quiet = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--quiet", "--output", "jsonl=out.jsonl"]);
    assert_eq!(stdout(&quiet), "");
    assert_eq!(fs::read_to_string(folder.path().join("out.jsonl"))?.lines().count(), 1);
    Ok(())
}

#[test]
fn what_cannot_be_written_is_told() -> Outcome {
    let folder = pair()?;
    for (arguments, told) in [
        (&["check", "a.txt", "--output", "json", "--format", "csv"][..], "two formats would mix on standard output"),
        (&["check", "a.txt", "--output", "json", "--output", "csv"], "two formats would mix on standard output"),
        (&["check", "a.txt", "--output", "sraif=x"], "did you mean `sarif`?"),
        (
            &["check", "a.txt", "--output", "json=none/such/out.json"],
            "none/such/out.json: cannot be written: there is no folder none/such; check the path\n",
        ),
        (
            &["check", "a.txt", "--output", "json=x", "--output", "csv=x"],
            "two outputs would go into x, and one be lost",
        ),
        (&["extract", "a.txt", "--format", "sarif"], "[possible values: table, text, json, jsonl, csv]"),
        (&["extract", "a.txt", "--output", "sarif"], "sarif is for findings; claims are written as table, text, json"),
        (&["archive", "list", "--format", "csv"], "[possible values: table, json, jsonl]"),
    ] {
        let assert = claimdiff(folder.path(), arguments);
        assert!(stderr(&assert).contains(told), "{arguments:?}: {}", stderr(&assert));
        assert.code(2);
    }
    Ok(())
}

/// A reader never sees half a file: it is the old one or the new one, whatever links lead to it.
#[cfg(unix)]
#[test]
fn a_file_is_replaced_as_a_whole() -> Outcome {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let folder = pair()?;
    let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    fs::write(&real, "old")?;
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640))?;
    symlink(&real, &link)?;
    let before = fs::metadata(&real)?.ino();
    claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--output", "json=link.json"]);
    let after = fs::metadata(&real)?;
    assert!(fs::symlink_metadata(&link)?.is_symlink() && after.ino() != before);
    assert_eq!(after.mode() & 0o777, 0o640);
    let device = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--output", "json=/dev/null"]);
    assert!(fs::metadata("/dev/null").is_ok_and(|metadata| !metadata.is_file()));
    device.code(1);
    Ok(())
}

#[test]
fn claims_have_their_formats() -> Outcome {
    let folder = pair()?;
    let run = |format: &str| stdout(&claimdiff(folder.path(), &["extract", "a.txt", "--format", format]));
    assert!(run("csv").starts_with("kind,question,article,"));
    let document: serde_json::Value = serde_json::from_str(&run("json"))?;
    assert_eq!(document["claims"].as_array().map(Vec::len), Some(run("jsonl").lines().count()));
    Ok(())
}

#[test]
fn nothing_in_nothing_out() -> Outcome {
    let folder = pair()?;
    let assert = command(folder.path(), &["extract", "-", "--format", "jsonl"]).stdin("").assert();
    assert_eq!((stdout(&assert), stderr(&assert)), (String::new(), String::new()));
    assert.code(0);
    Ok(())
}

#[test]
fn what_is_shown_and_what_fails_are_two_things() -> Outcome {
    let folder = pair()?;
    let check =
        |extra: &[&str]| claimdiff(folder.path(), &[&["check", "a.txt", "b.txt", "--format", "jsonl"], extra].concat());
    for (extra, lines, code) in [
        (&["--class", "conflict,internal"][..], 1, 1),
        (&["--class", "tension"], 0, 1),
        (&["--min-confidence", "1"], 0, 1),
        (&["--min-severity", "error", "--fail-on", "never"], 1, 0),
    ] {
        let assert = check(extra);
        assert_eq!(stdout(&assert).lines().count(), lines, "{extra:?}");
        assert_eq!(stderr(&assert).contains("1 at or above --fail-on not shown"), lines == 0, "{extra:?}");
        assert.code(code);
    }
    assert!(stderr(&check(&["--min-confidence", "2"])).contains("a number between 0 and 1"));
    Ok(())
}

#[test]
fn a_variable_names_several_outputs() -> Outcome {
    let folder = pair()?;
    let run = command(folder.path(), &["check", "a.txt", "b.txt"]);
    run.env("CLAIMDIFF_OUTPUT", "json=a,b.json,csv=c.csv").assert().code(1);
    assert!(fs::read_to_string(folder.path().join("a,b.json"))?.starts_with('{'));
    assert!(fs::read_to_string(folder.path().join("c.csv"))?.starts_with("id,class"));
    Ok(())
}

#[test]
fn csv_is_written_for_the_spreadsheet_that_reads_it() -> Outcome {
    let folder = pair()?;
    for (dialect, start, confidence) in [
        ("standard", "id,class", ",error,0."),
        ("excel", "\u{feff}id,class", ",error,0."),
        ("excel-semicolon", "\u{feff}id;class", ";error;0,"),
    ] {
        let arguments = ["check", "a.txt", "b.txt", "--format", "csv", "--csv-dialect", dialect];
        let text = stdout(&claimdiff(folder.path(), &arguments));
        assert!(text.starts_with(start) && text.contains(confidence), "{dialect}: {text}");
        let claims =
            stdout(&claimdiff(folder.path(), &["extract", "a.txt", "--format", "csv", "--csv-dialect", dialect]));
        assert_eq!(claims.starts_with('\u{feff}'), dialect != "standard");
    }
    let idle = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--csv-dialect", "excel"]);
    assert!(stderr(&idle).contains("--csv-dialect has no effect: nothing is written as csv"), "{}", stderr(&idle));
    let used =
        claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--csv-dialect", "excel", "--output", "csv=a.csv"]);
    assert!(!stderr(&used).contains("no effect"), "{}", stderr(&used));
    fs::write(folder.path().join("claimdiff.toml"), "csv-dialect = \"excel\"")?;
    assert!(stdout(&claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--format", "csv"])).starts_with('\u{feff}'));
    Ok(())
}

/// What the terminal of one run can do says nothing about who reads a file.
#[test]
fn a_table_in_a_file_is_plain() -> Outcome {
    let folder = pair()?;
    let run = |extra: &[&str]| {
        let arguments = [&["check", "a.txt", "b.txt", "--output", "table=page.txt"], extra].concat();
        command(folder.path(), &arguments).env("CLICOLOR_FORCE", "1").assert().code(1);
        fs::read_to_string(folder.path().join("page.txt"))
    };
    assert!(run(&[])?.contains("155") && !run(&[])?.contains('\u{1b}'));
    assert!(run(&["--color", "always"])?.contains('\u{1b}'));
    Ok(())
}

/// Every finding has its case, and its rule, whatever check it is of.
#[test]
fn no_check_is_without_a_suite_and_a_rule() -> Outcome {
    let change = "Casi a Valmora\n\nA Valmora i casi sono passati da 120 a 150, un aumento del 40 per cento.\n";
    let folder = folder(&[("a.txt", change.as_bytes())])?;
    let junit = stdout(&claimdiff(folder.path(), &["check", "a.txt", "--format", "junit"]));
    assert!(junit.contains("<testcase name=\"percent-change: "), "{junit}");
    let told = stdout(&claimdiff(folder.path(), &["explain"]));
    let names = told.lines().filter_map(|line| line.split_whitespace().next());
    assert!(names.clone().count() > 15, "{told}");
    for name in names {
        assert!(junit.contains(&format!("<testsuite name=\"{name}\" ")), "{name}: {junit}");
    }
    Ok(())
}
