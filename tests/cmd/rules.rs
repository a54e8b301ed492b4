//! The packs that hold, and their examples.

use super::{Outcome, claimdiff, command, folder, stderr, stdout};

#[test]
fn packs_are_listed_and_shown() -> Outcome {
    let folder =
        folder(&[("claimdiff.toml", b"[rules]\npacks = [\"desk\"]"), ("desk/lexicon/own.toml", b"# of the desk\n")])?;
    let list = stdout(&claimdiff(folder.path(), &["rules", "list"]));
    assert!(list.lines().any(|line| line == "it/hedges.toml"), "{list}");
    assert!(list.lines().any(|line| line == "lexicon/own.toml  + desk/lexicon/own.toml"), "{list}");
    assert_eq!(stdout(&claimdiff(folder.path(), &["rules", "show", "lexicon/own.toml"])), "# of the desk\n");
    assert!(stdout(&claimdiff(folder.path(), &["rules", "show", "it/hedges.toml"])).contains("[[hedge]]"));
    Ok(())
}

#[test]
fn examples_of_a_pack_run() -> Outcome {
    let pack = |example: &str| {
        format!(
            "[[concept]]\nid = \"thing.kite\"\nclass = \"thing\"\nit = {{ noun = [\"aquilone\"] }}\n\
             examples = {{ it = [\"{example}\"] }}\n"
        )
    };
    for (example, code) in [("In volo 12 aquiloni.", 0), ("In volo 12 rondini.", 1)] {
        let folder = folder(&[("desk/lexicon/kites.toml", pack(example).as_bytes())])?;
        let assert = claimdiff(folder.path(), &["rules", "test", "desk"]);
        let wrong = stdout(&assert).contains("thing.kite: it example lacks it: In volo 12 rondini.");
        assert_eq!(wrong, code == 1, "{}{}", stdout(&assert), stderr(&assert));
        assert.code(code);
    }
    Ok(())
}

const HEDGES: &str = "[[hedge]]\nwords = [\"zirca\", \"circa\"]\nposition = \"before\"\n\
    strict = { from = \"0.5\", to = \"1.5\" }\nexamples = [{ text = \"zirca 300 feriti\", strict = \"[150, 450]\" }]\n";

/// The least and the most that the first figure of a sentence can mean with these packs.
fn bounds(files: &[(&str, &[u8])], sentence: &str) -> std::io::Result<(String, String)> {
    let folder = folder(files)?;
    let run = command(folder.path(), &["extract", "--mentions", "--format", "jsonl", "-"]);
    let assert = run.stdin(format!("Notizie\n\n{sentence}\n")).assert();
    let record: serde_json::Value = serde_json::from_str(stdout(&assert).lines().next().unwrap_or("{}"))?;
    let strict = &record["value"]["strict"];
    Ok((strict["min"].to_string(), strict["max"].to_string()))
}

/// Who adds a word expects the others to stay.
#[test]
fn a_pack_adds_to_what_is_built_in() -> Outcome {
    let files = [("claimdiff.toml", &b"[rules]\npacks = [\"desk\"]"[..]), ("desk/it/hedges.toml", HEDGES.as_bytes())];
    let of = |low: &str, high: &str| (format!("\"{low}\""), format!("\"{high}\""));
    assert_eq!(bounds(&files, "Sono zirca 300 i feriti.")?, of("150", "450"));
    // A word that both have means what the pack says.
    assert_eq!(bounds(&files, "Sono circa 300 i feriti.")?, of("150", "450"));
    assert_eq!(bounds(&files, "Sono grosso modo 300 i feriti.")?, of("270", "330"));
    let folder = folder(&files)?;
    let list = stdout(&claimdiff(folder.path(), &["rules", "list"]));
    assert!(list.lines().any(|line| line == "it/hedges.toml  + desk/it/hedges.toml"), "{list}");
    let shown = stdout(&claimdiff(folder.path(), &["rules", "show", "it/hedges.toml"]));
    assert!(shown.starts_with("# it/hedges.toml\n") && shown.ends_with(HEDGES), "{shown}");
    let tried = claimdiff(folder.path(), &["rules", "test"]);
    assert!(stdout(&tried).ends_with(" examples, 0 wrong\n"), "{}", stdout(&tried));
    tried.code(0);
    Ok(())
}

/// A pack of the settings can be named as well: while it is written, and after.
#[test]
fn a_pack_of_the_settings_is_tried_once() -> Outcome {
    let kite = b"[[concept]]\nid = \"thing.kite\"\nclass = \"thing\"\nit = { noun = [\"aquilone\"] }\n\
        examples = { it = [\"In volo 12 aquiloni.\"] }\n";
    let folder = folder(&[("claimdiff.toml", b"[rules]\npacks = [\"desk\"]"), ("desk/lexicon/kites.toml", &kite[..])])?;
    let examples = stdout(&claimdiff(folder.path(), &["rules", "test"]));
    assert!(examples.ends_with(" examples, 0 wrong\n"), "{examples}");
    for named in ["desk", "./desk/"] {
        let assert = claimdiff(folder.path(), &["rules", "test", named]);
        assert_eq!(stdout(&assert), examples, "{}", stderr(&assert));
        assert.code(0);
    }
    Ok(())
}

/// The way to a settings file of one's own that the book tells, from a shell.
#[cfg(unix)]
#[test]
fn a_built_in_file_is_copied_into_a_pack() -> Outcome {
    let folder = folder(&[
        ("claimdiff.toml", b"[rules]\npacks = [\"desk\"]"),
        ("desk/judgement.toml", b""),
        ("a.txt", b"Nebbia\n\nNebbia in valle.\n"),
    ])?;
    let refused = claimdiff(folder.path(), &["check", "a.txt"]);
    assert!(stderr(&refused).contains("`claimdiff rules show --no-config PATH`"), "{}", stderr(&refused));
    refused.code(2);
    let copy = "\"$1\" --no-config rules show judgement.toml >desk/judgement.toml";
    let program = snapbox::cmd::cargo_bin!("claimdiff");
    let mut shell = std::process::Command::new("sh");
    assert!(shell.current_dir(folder.path()).args(["-c", copy, "sh"]).arg(program).status()?.success());
    claimdiff(folder.path(), &["check", "a.txt"]).code(0);
    Ok(())
}

#[test]
fn a_pack_that_says_so_replaces_a_file() -> Outcome {
    let manifest = b"replaces = [\"it/hedges.toml\"]";
    let files = [
        ("claimdiff.toml", &b"[rules]\npacks = [\"desk\"]"[..]),
        ("desk/pack.toml", manifest),
        ("desk/it/hedges.toml", HEDGES.as_bytes()),
    ];
    let of = |low: &str, high: &str| (format!("\"{low}\""), format!("\"{high}\""));
    assert_eq!(bounds(&files, "Sono zirca 300 i feriti.")?, of("150", "450"));
    assert_eq!(bounds(&files, "Sono grosso modo 300 i feriti.")?, of("300", "300"));
    let folder = folder(&files)?;
    let list = stdout(&claimdiff(folder.path(), &["rules", "list"]));
    assert!(list.lines().any(|line| line == "it/hedges.toml  = desk/it/hedges.toml"), "{list}");
    assert_eq!(stdout(&claimdiff(folder.path(), &["rules", "show", "it/hedges.toml"])), HEDGES);
    for (manifest, told) in [
        ("replaces = [\"it/hegdes.toml\"]", "did you mean `it/hedges.toml`?"),
        ("replaces = [\"en/names.toml\"]", "name a file of this pack by its path in it"),
        ("replace = []", "did you mean `replaces`?"),
    ] {
        std::fs::write(folder.path().join("desk/pack.toml"), manifest)?;
        let assert = claimdiff(folder.path(), &["rules", "list"]);
        assert!(stderr(&assert).contains("desk/pack.toml:1:"), "{}", stderr(&assert));
        assert!(stderr(&assert).contains(told), "{}", stderr(&assert));
        assert.code(2);
    }
    Ok(())
}

/// Every list of a language can be added to, and so can the units.
#[test]
fn all_lists_take_additions() -> Outcome {
    let article = "Il cav. Rovelli\n\nIl cav. Rovelli ha 40 pertiche di siepe. A Sanzeno erano le 15. \
        Il modello Zeta 12 costa caro.\n";
    let files: [(&str, &[u8]); 10] = [
        ("claimdiff.toml", b"[rules]\npacks = [\"desk\"]"),
        ("a.txt", article.as_bytes()),
        ("desk/units.toml", b"[units.pertica]\ndimension = \"length\"\nfactor = \"2.97\"\n"),
        ("desk/currencies.toml", b"[currencies]\nXTS = {}\n"),
        ("desk/it/units.toml", b"[units]\npertica = [\"pertica\", \"pertiche\"]\n[currencies]\nXTS = [\"zecchini\"]\n"),
        ("desk/it/names.toml", b"before = [\"zeta\"]\n"),
        ("desk/it/words.toml", b"[marks]\nnot = [\"nisba\"]\n"),
        ("desk/it/time.toml", b"[[feast]]\nwords = [\"sanzenata\"]\nmonth = 5\nday = 29\n"),
        ("desk/it/language.toml", b"abbreviations = [\"cav\"]\n"),
        ("desk/it/inflection.toml", b"[[noun]]\nending = \"zeno\"\nforms = [\"zeno\", \"zeni\"]\nexamples = [{ lemma = \"bizeno\", forms = [\"bizeni\"] }]\n"),
    ];
    let folder = folder(&files)?;
    let text = stdout(&claimdiff(folder.path(), &["extract", "--mentions", "--format", "jsonl", "a.txt"]));
    let records: Vec<serde_json::Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let texts: Vec<_> = records.iter().filter_map(|record| record["number"]["text"].as_str()).collect();
    assert!(!texts.contains(&"12"), "{texts:?}");
    let hedge = records.iter().find(|record| record["value"]["unit"] == "pertica");
    let hedge = hedge.unwrap_or_else(|| panic!("{texts:?}"));
    assert_eq!(hedge["sentence"], "Il cav. Rovelli ha 40 pertiche di siepe.");
    let tried = claimdiff(folder.path(), &["rules", "test"]);
    assert!(stdout(&tried).ends_with(" examples, 0 wrong\n"), "{}{}", stdout(&tried), stderr(&tried));
    // How a language writes numbers is one decision, and not added to.
    std::fs::write(folder.path().join("desk/it/language.toml"), "decimal = \".\"")?;
    let refused = claimdiff(folder.path(), &["check", "a.txt"]);
    assert!(stderr(&refused).contains("`replaces` in its pack.toml"), "{}", stderr(&refused));
    refused.code(2);
    Ok(())
}
