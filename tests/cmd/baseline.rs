//! Known findings, and what an article itself leaves out.

use super::{FIRST, Outcome, SECOND, claimdiff, folder, pair, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn findings(folder: &Path, extra: &[&str]) -> std::io::Result<Vec<Value>> {
    let arguments = [&["check", "a.txt", "b.txt", "--format", "jsonl"], extra].concat();
    Ok(stdout(&claimdiff(folder, &arguments)).lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

#[test]
fn what_is_accepted_no_longer_fails() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--write-baseline", "known.toml"]);
    assert_eq!(stderr(&assert), "note: known.toml: 1 accepted, 1 of them new\n");
    assert.code(0);
    let text = fs::read_to_string(folder.path().join("known.toml"))?;
    assert!(
        text.contains("check = \"conflicting-count\"") && text.contains("articles = [\"a.txt\", \"b.txt\"]"),
        "{text}"
    );
    let known = ["--baseline", "known.toml"];
    let with = findings(folder.path(), &known)?;
    assert_eq!((&with[0]["baseline"], &with[0]["suppressed"]["by"]), (&"known".into(), &"baseline".into()));
    let table = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--baseline", "known.toml"]);
    assert!(stdout(&table).contains("nothing found"), "{}", stdout(&table));
    table.code(0);
    // Another number is another finding.
    fs::write(folder.path().join("b.txt"), SECOND.replace("148", "147"))?;
    assert_eq!(findings(folder.path(), &known)?[0]["baseline"], "new");
    let assert = claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--baseline", "known.toml"]);
    assert!(stderr(&assert).contains("known.toml: 1 that no finding has any more"), "{}", stderr(&assert));
    assert.code(1);
    Ok(())
}

#[test]
fn people_write_why_and_until_when() -> Outcome {
    let folder = pair()?;
    let id = findings(folder.path(), &[])?[0]["id"].as_str().unwrap_or_default().to_owned();
    let waive =
        ["waive", &id, "a.txt", "b.txt", "--reason", "counted twice", "--author", "Anna", "--expires", "2026-12-31"];
    claimdiff(folder.path(), &[&waive[..], &["--baseline", "known.toml"]].concat()).code(0);
    for (today, active) in [("2026-12-31", false), ("2027-01-01", true)] {
        let list = findings(folder.path(), &["--baseline", "known.toml", "--today", today])?;
        assert_eq!(list[0]["suppressed"].is_null(), active, "{today}");
        assert_eq!(list[0]["baseline"], "known");
    }
    // Writing the baseline again keeps what people wrote, and accepts anew what was past its day.
    let rewrite = |today: &str| {
        claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--write-baseline", "known.toml", "--today", today])
    };
    rewrite("2026-12-01");
    assert!(fs::read_to_string(folder.path().join("known.toml"))?.contains("\nexpires = 2026-12-31\n"));
    rewrite("2027-01-01");
    let text = fs::read_to_string(folder.path().join("known.toml"))?;
    assert!(
        text.contains("reason = \"counted twice\"")
            && text.contains("author = \"Anna\"")
            && !text.contains("\nexpires = 2"),
        "{text}"
    );
    Ok(())
}

/// Who gives another reason means the same finding, person and day.
#[test]
fn what_is_not_said_anew_stays() -> Outcome {
    let folder = pair()?;
    let id = findings(folder.path(), &[])?[0]["id"].as_str().unwrap_or_default().to_owned();
    let waive =
        |extra: &[&str]| claimdiff(folder.path(), &[&["waive", &id, "--baseline", "known.toml"], extra].concat());
    waive(&["a.txt", "b.txt", "--reason", "counted twice", "--author", "Anna", "--expires", "2026-12-31"]).code(0);
    waive(&["--reason", "two lists"]).code(0);
    let text = fs::read_to_string(folder.path().join("known.toml"))?;
    let kept =
        ["check = \"conflicting-count\"", "articles = [\"a.txt\", \"b.txt\"]", "author = \"Anna\"", "2026-12-31"];
    for line in kept.iter().chain(&["reason = \"two lists\""]) {
        assert!(text.contains(line), "{line}: {text}");
    }
    waive(&["a.txt", "b.txt", "--reason", "two lists", "--author", "Berta"]).code(0);
    let text = fs::read_to_string(folder.path().join("known.toml"))?;
    assert!(text.contains("author = \"Berta\"") && text.contains("2026-12-31"), "{text}");
    assert_eq!(text.matches("[[finding]]").count(), 1, "{text}");
    Ok(())
}

#[test]
fn a_fingerprint_that_is_none_is_refused() -> Outcome {
    let folder = pair()?;
    for (id, paths, told) in [
        ("abc", &[][..], "`abc` is no fingerprint"),
        ("00000000000000ff", &["a.txt", "b.txt"], "no finding of these articles is `00000000000000ff`"),
    ] {
        let assert = claimdiff(folder.path(), &[&["waive", id, "--reason", "x"], paths].concat());
        assert!(stderr(&assert).contains(told), "{}", stderr(&assert));
        assert.code(2);
    }
    claimdiff(folder.path(), &["waive", "00000000000000ff", "--reason", "x"]).code(0);
    assert!(folder.path().join("claimdiff-baseline.toml").is_file());
    claimdiff(folder.path(), &["check", "a.txt", "--baseline", "none.toml"]).code(2);
    Ok(())
}

#[test]
fn pruning_takes_out_what_is_settled_and_nothing_else() -> Outcome {
    let folder = pair()?;
    let other = "\n[[finding]]\nid = \"00000000000000aa\"\narticles = [\"quiet.txt\"]\n\n[[finding]]\nid = \"00000000000000bb\"\n\
                 articles = [\"deleted.txt\"]\n\n[[finding]]\nid = \"00000000000000cc\"\n";
    claimdiff(folder.path(), &["check", "a.txt", "b.txt", "--write-baseline", "known.toml"]);
    let path = folder.path().join("known.toml");
    fs::write(&path, fs::read_to_string(&path)? + other)?;
    // `quiet.txt` is not read here, so nothing is known of its entry; `deleted.txt` is gone.
    let assert = claimdiff(folder.path(), &["baseline", "prune", "a.txt", "b.txt", "--baseline", "known.toml"]);
    assert_eq!(stderr(&assert), "note: known.toml: 1 taken out, 3 left\n");
    assert.code(0);
    let assert = claimdiff(folder.path(), &["baseline", "prune", ".", "--baseline", "known.toml"]);
    assert_eq!(stderr(&assert), "note: known.toml: 1 taken out, 2 left\n");
    claimdiff(folder.path(), &["baseline", "prune", "a.txt"]).code(2);
    Ok(())
}

/// What a baseline knows and what an article leaves out, together: new, known, known but past its day.
#[test]
fn baseline_and_article_in_every_combination() -> Outcome {
    let ignoring =
        FIRST.replace("Scambio a Doha", "---\nclaimdiff: {ignore: [conflicting-count]}\n---\n# Scambio a Doha");
    let nested =
        FIRST.replace("Scambio a Doha", "---\nclaimdiff:\n  ignore: [conflicting-count]\n---\n# Scambio a Doha");
    let comment = format!("# Scambio\n\n<!-- claimdiff: ignore conflicting-count -->\n{FIRST}");
    for (first, leaves_out) in [(FIRST.to_owned(), false), (ignoring, true), (nested, true), (comment, true)] {
        let folder = folder(&[("a.md", first.as_bytes()), ("b.txt", SECOND.as_bytes())])?;
        let run = |extra: &[&str]| {
            claimdiff(folder.path(), &[&["check", "a.md", "b.txt", "--format", "jsonl"], extra].concat())
        };
        let record: Value = serde_json::from_str(stdout(&run(&[])).lines().next().unwrap_or_default())?;
        let id = record["id"].as_str().unwrap_or_default();
        fs::write(folder.path().join("empty.toml"), "")?;
        fs::write(folder.path().join("known.toml"), format!("[[finding]]\nid = \"{id}\"\n"))?;
        fs::write(folder.path().join("past.toml"), format!("[[finding]]\nid = \"{id}\"\nexpires = 2020-01-01\n"))?;
        for (baseline, state, holds) in
            [("empty.toml", "new", false), ("known.toml", "known", true), ("past.toml", "known", false)]
        {
            let assert = run(&["--baseline", baseline, "--today", "2026-01-01"]);
            let record: Value = serde_json::from_str(stdout(&assert).lines().next().unwrap_or_default())?;
            let by = match (leaves_out, holds) {
                (true, _) => Value::from("article"),
                (false, true) => Value::from("baseline"),
                (false, false) => Value::Null,
            };
            assert_eq!((&record["baseline"], &record["suppressed"]["by"]), (&state.into(), &by), "{first} {baseline}");
            assert.code(if by.is_null() { 1 } else { 0 });
        }
    }
    Ok(())
}

#[test]
fn a_check_that_an_article_misnames_is_told() -> Outcome {
    let quiet = "---\nclaimdiff: {ignore: [sum, conflicting-cuont]}\n---\n# Nebbia\n\nNebbia in valle.\n";
    let folder = folder(&[("a.md", quiet.as_bytes()), ("b.txt", FIRST.as_bytes())])?;
    for arguments in [&["check", "a.md", "b.txt"][..], &["diff", "a.md", "b.txt"], &["report", "a.md", "b.txt"]] {
        let assert = claimdiff(folder.path(), arguments);
        let told = stderr(&assert);
        let slip = "warning: a.md: leaves out a check, but no check is called `conflicting-cuont`; \
            did you mean `conflicting-count`?\n";
        assert!(told.contains(slip), "{told}");
        assert!(!told.contains("`sum`"), "{told}");
        assert.code(0);
    }
    Ok(())
}
