//! claimdiff.toml, options and variables.

use super::{FIRST, Outcome, SECOND, claimdiff, command, folder, pair, stderr, stdout};
use std::fs;
use std::path::Path;

const SETTINGS: &str = r#"
fail-on = "never"
min-confidence = 0.5
languages = ["it"]

[severity]
conflicting-count = "warning"
weekday-date = "off"

[thresholds]
error-from = 0.9

[rules]
packs = ["desk"]

[aliases]
"Ucraina" = ["repubblica di Halyn"]

[outlets]
trust = ["B", "A"]
names = { "Il Faro" = "Faro" }

[limits]
max-article-bytes = 100000
"#;

/// A batch below a folder with settings and a pack.
fn desk() -> std::io::Result<tempfile::TempDir> {
    let second = SECOND.replace("l'Ucraina ha", "la repubblica di Halyn ha");
    folder(&[
        ("claimdiff.toml", SETTINGS.as_bytes()),
        ("desk/lexicon/own.toml", b"[[extend]]\nid = \"person.prisoner\"\nit = { noun = [\"recluso di guerra\"] }\n"),
        ("news/a.txt", FIRST.as_bytes()),
        ("news/b.txt", second.as_bytes()),
    ])
}

fn origins(folder: &Path, arguments: &[&str]) -> Vec<(String, String)> {
    let text = stdout(&claimdiff(folder, &[&["config", "show"], arguments].concat()));
    let line = |line: &str| line.rsplit_once("  # ").map(|(row, from)| (row.trim().to_owned(), from.to_owned()));
    text.lines().filter_map(line).collect()
}

#[test]
fn every_setting_says_where_it_comes_from() -> Outcome {
    let folder = desk()?;
    let show = command(&folder.path().join("news"), &["config", "show", "--fail-on", "note"]);
    let assert = show.env("CLAIMDIFF_WIDTH", "90").assert();
    let text = stdout(&assert);
    for (row, origin) in [
        ("format = \"table\"", "default"),
        ("# color", ""),
        ("width = 90", "CLAIMDIFF_WIDTH"),
        ("fail-on = \"note\"", "--fail-on"),
        ("min-confidence = 0.5", "claimdiff.toml:3"),
        ("severity.\"weekday-date\" = \"off\"", "claimdiff.toml:8"),
        ("aliases.\"Ucraina\" = [\"repubblica di Halyn\"]", "claimdiff.toml:17"),
        ("limits.max-article-bytes = 100000", "claimdiff.toml:24"),
    ] {
        let line = text.lines().find(|line| line.starts_with(row));
        let told = line.is_some_and(|line| line.contains(&format!("# {}", folder_of(origin, folder.path()))));
        assert!(told || origin.is_empty(), "{row} from {origin}:\n{text}");
    }
    Ok(())
}

/// Settings above the working folder are named by their whole path.
fn folder_of(origin: &str, folder: &Path) -> String {
    match origin.starts_with("claimdiff.toml") {
        true => fs::canonicalize(folder).map_or(String::new(), |folder| folder.join(origin).display().to_string()),
        false => origin.to_owned(),
    }
}

/// What is printed can be kept as a file, and says the same.
#[test]
fn shown_settings_are_settings() -> Outcome {
    let folder = desk()?;
    let before = origins(folder.path(), &[]);
    let text = stdout(&claimdiff(folder.path(), &["config", "show"]));
    fs::write(folder.path().join("copy.toml"), text)?;
    let after = origins(folder.path(), &["--config", "copy.toml"]);
    let rows = |list: &[(String, String)]| list.iter().map(|(row, _)| row.clone()).collect::<Vec<_>>();
    assert_eq!(rows(&before), rows(&after));
    assert!(before.len() > 15);
    Ok(())
}

#[test]
fn settings_act() -> Outcome {
    let folder = desk()?;
    let finding = |extra: &[&str]| -> std::io::Result<serde_json::Value> {
        let assert = claimdiff(folder.path(), &[&["check", "news", "--format", "jsonl"], extra].concat());
        Ok(stdout(&assert).lines().next().map(serde_json::from_str).transpose()?.unwrap_or_default())
    };
    let with = finding(&[])?;
    assert_eq!((&with["severity"], &with["check"]), (&"warning".into(), &"conflicting-count".into()));
    let claims = |extra: &[&str]| {
        let arguments = [&["extract", "news/b.txt", "--format", "jsonl"], extra].concat();
        stdout(&claimdiff(folder.path(), &arguments))
    };
    assert!(claims(&[]).contains("ukraine") && !claims(&["--no-config"]).contains("ukraine"));
    claimdiff(folder.path(), &["check", "news"]).code(0);
    claimdiff(folder.path(), &["check", "news", "--fail-on", "warning"]).code(1);
    Ok(())
}

/// What a desk always writes, and what it always compares with, need no option.
#[test]
fn output_and_archive_are_settings() -> Outcome {
    let settings = "output = [\"json=all.json\", \"csv\"]\narchive = \"claims.db\"\n";
    let files = [("desk/claimdiff.toml", settings.as_bytes()), ("desk/old/a.txt", FIRST.as_bytes())];
    let folder = folder(&[&files[..], &[("desk/new/b.txt", SECOND.as_bytes())]].concat())?;
    let desk = folder.path().join("desk");
    claimdiff(folder.path(), &["archive", "add", "desk/old"]).code(0);
    assert!(desk.join("claims.db").is_file());

    // Files lie beside the settings, wherever the run begins; standard output gets what they say.
    let check = claimdiff(folder.path(), &["check", "desk/new"]);
    assert!(stdout(&check).starts_with("id,class,check"), "{}", stdout(&check));
    assert!(stdout(&check).contains("old/a.txt"), "{}", stdout(&check));
    check.code(1);
    let all = fs::read_to_string(desk.join("all.json"))?;
    assert!(all.contains("conflicting-count"));

    // An option goes before them: its format before theirs on standard output, its output before all of them.
    fs::remove_file(desk.join("all.json"))?;
    let check = claimdiff(folder.path(), &["check", "desk/new", "--format", "jsonl"]);
    assert!(stdout(&check).starts_with("{\"id\":"), "{}", stdout(&check));
    assert!(desk.join("all.json").is_file());
    fs::remove_file(desk.join("all.json"))?;
    claimdiff(folder.path(), &["check", "desk/new", "--output", "jsonl"]).code(1);
    assert!(!desk.join("all.json").exists());

    // What writes no findings is not asked to write them.
    claimdiff(folder.path(), &["extract", "desk/new"]).code(0);
    assert!(stdout(&claimdiff(&desk, &["archive", "list"])).contains("desk/old/a.txt"));
    let rows = origins(&desk, &[]);
    assert!(rows.contains(&("archive = \"claims.db\"".to_owned(), "claimdiff.toml:2".to_owned())), "{rows:?}");
    Ok(())
}

#[test]
fn what_works_on_an_archive_asks_which() -> Outcome {
    let folder = pair()?;
    for arguments in [&["check", "a.txt", "--add"][..], &["archive", "stats"]] {
        let assert = claimdiff(folder.path(), arguments);
        assert!(stderr(&assert).contains("which archive? name it with --archive FILE"), "{}", stderr(&assert));
        assert.code(2);
    }
    Ok(())
}

#[test]
fn an_article_in_another_language_is_left_out_and_told() -> Outcome {
    let english = "Prisoners\n\nOn 12 March 2026 Ukraine received 140 prisoners of war from Russia, officials said.\n";
    let folder = folder(&[
        ("claimdiff.toml", b"languages = [\"it\"]"),
        ("a.txt", FIRST.as_bytes()),
        ("b.txt", english.as_bytes()),
    ])?;
    let assert = claimdiff(folder.path(), &["check", "a.txt", "b.txt"]);
    assert_eq!(stderr(&assert), "note: b.txt: left out: it is in `en`, which `languages` in the settings lacks\n");
    assert!(stdout(&assert).starts_with("1 article,"), "{}", stdout(&assert));
    assert.code(0);
    Ok(())
}

#[test]
fn settings_that_cannot_be_are_shown_in_their_lines() -> Outcome {
    let folder = pair()?;
    for (text, told) in [
        ("colour = 1", "unknown field `colour`"),
        ("colour = 1", "help: did you mean `color`?"),
        ("fail-on = \"eror\"", "help: did you mean `error`?"),
        ("[severity]\nweekday-dat = \"off\"", "help: did you mean `weekday-date`?"),
        ("\nmin-confidence = 3", "claimdiff.toml:2:18"),
        ("languages = [\"itt\"]", "there are it, en, fr, es, de, pt"),
        (
            "[rules]\npacks = [\"nowhere\"]",
            "the pack cannot be read: there is no such folder\n --> claimdiff.toml:2:10",
        ),
        ("width = 5", "a page has 20 to 2000 columns"),
        ("output = [\"json=a.json\", \"sraif=x\"]", "did you mean `sarif`?\n --> claimdiff.toml:1:26"),
    ] {
        fs::write(folder.path().join("claimdiff.toml"), text)?;
        let assert = claimdiff(folder.path(), &["check", "a.txt"]);
        assert!(stderr(&assert).contains(told), "{text}: {}", stderr(&assert));
        assert.code(2);
        claimdiff(folder.path(), &["check", "a.txt", "--no-config"]).code(0);
    }
    claimdiff(folder.path(), &["check", "a.txt", "--config", "nowhere.toml"]).code(2);
    Ok(())
}

#[test]
fn settings_without_effect_are_told() -> Outcome {
    let folder = pair()?;
    for (text, told) in [
        ("[aliases]\n\"X\" = []", "this alias has no other names"),
        ("[aliases]\n\"X\" = [\"X\"]", "`X` is its own alias"),
        ("[outlets]\ntrust = [\"A\", \"A\"]", "this outlet is listed before"),
        ("class = []", "an empty list shows all classes"),
    ] {
        fs::write(folder.path().join("claimdiff.toml"), text)?;
        let assert = claimdiff(folder.path(), &["check", "a.txt"]);
        assert!(stderr(&assert).starts_with(&format!("warning: {told}")), "{text}: {}", stderr(&assert));
        assert.code(0);
    }
    Ok(())
}

#[test]
fn a_pack_with_a_slip_is_told() -> Outcome {
    for (name, text, told) in [
        ("lexicon/own.toml", "[[extend]]\nid = \"person.prisonr\"", "did you mean `person.prisoner`?"),
        ("it/hegdes.toml", "", "did you mean `it/hedges.toml`?"),
        ("lexicon/own.toml", "[[concpt]]", "did you mean `concept`?"),
    ] {
        let settings = b"[rules]\npacks = [\"desk\"]";
        let folder = folder(&[
            ("claimdiff.toml", settings),
            ("a.txt", FIRST.as_bytes()),
            (&format!("desk/{name}"), text.as_bytes()),
        ])?;
        let assert = claimdiff(folder.path(), &["check", "a.txt"]);
        assert!(stderr(&assert).contains(told), "{text}: {}", stderr(&assert));
        assert.code(2);
    }
    Ok(())
}

/// Workflows write `1`, `yes`, or nothing at all.
#[test]
fn variables_are_read_as_people_write_them() -> Outcome {
    let folder = pair()?;
    let run = |name: &str, value: &str| {
        command(folder.path(), &["check", "a.txt", "b.txt", "--format", "github"]).env(name, value).assert()
    };
    for value in ["1", "yes", "true", "on"] {
        assert_eq!(stdout(&run("CLAIMDIFF_QUIET", value)), "", "{value}");
    }
    for value in ["0", "no", "false", ""] {
        assert!(stdout(&run("CLAIMDIFF_QUIET", value)).starts_with("::error"), "{value}");
    }
    run("CLAIMDIFF_FAIL_ON", "").code(1);
    run("CLAIMDIFF_FAIL_ON", "never").code(0);
    let wrong = run("CLAIMDIFF_FAIL_ON", "nevver");
    assert!(stderr(&wrong).starts_with("error: invalid value 'nevver' for 'CLAIMDIFF_FAIL_ON'"), "{}", stderr(&wrong));
    wrong.code(2);
    let unlike = run("CLAIMDIFF_FOO", "1");
    assert!(stderr(&unlike).contains("names those of every option"), "{}", stderr(&unlike));
    let mistyped = run("CLAIMDIFF_FALI_ON", "never");
    let told = "warning: no option reads the variable CLAIMDIFF_FALI_ON; did you mean CLAIMDIFF_FAIL_ON?\n";
    assert_eq!(stderr(&mistyped), told);
    mistyped.code(1);
    Ok(())
}

#[test]
fn an_option_goes_before_a_variable_that_says_the_opposite() -> Outcome {
    let folder = pair()?;
    fs::write(folder.path().join("never.toml"), "fail-on = \"never\"")?;
    let run = |arguments: &[&str]| command(folder.path(), &[&["check", "a.txt", "b.txt"], arguments].concat());
    run(&["--no-config"]).env("CLAIMDIFF_CONFIG", "never.toml").assert().code(1);
    run(&["--config", "never.toml"]).env("CLAIMDIFF_NO_CONFIG", "1").assert().code(0);
    let both = run(&["--config", "never.toml", "--no-config"]).assert();
    assert!(
        stderr(&both).starts_with("error: --config names settings, and --no-config wants none"),
        "{}",
        stderr(&both)
    );
    both.code(2);
    Ok(())
}
