//! Packs and settings that are wrong, or only strange: refused with the place and what to do, or accepted at a
//! bounded cost.

use claimdiff::rules::{LANGUAGES, PackFile, Packs, Rules};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// The built-in file with one piece of it changed.
fn changed(file: &str, from: &str, to: &str) -> String {
    let text = PackFile::embedded(file).unwrap().text;
    assert!(text.contains(from), "{file} has no {from}");
    text.replacen(from, to, 1)
}

/// The built-in file with more at its end.
fn longer(file: &str, more: &str) -> String {
    format!("{}\n{more}\n", PackFile::embedded(file).unwrap().text)
}

fn concept(id: &str, rest: &str) -> String {
    format!("[[concept]]\nid = \"{id}\"\nclass = \"thing\"\n{rest}\n")
}

/// Loads a folder of packs with every language, its files in place of the built-in ones; what is wrong as its message.
fn load(files: &[(&str, String)]) -> Result<Rules, String> {
    let folder = tempfile::tempdir().unwrap();
    let replaced: Vec<&str> =
        files.iter().map(|(name, _)| *name).filter(|name| !name.starts_with("lexicon/")).collect();
    fs::write(folder.path().join("pack.toml"), format!("replaces = {replaced:?}")).unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    load_folder(folder.path())
}

fn load_folder(folder: &Path) -> Result<Rules, String> {
    let mut packs = Packs::default();
    packs.add(folder).map_err(|error| error.to_string())?;
    let rules = Rules::load(packs).map_err(|error| error.to_string())?;
    for code in LANGUAGES {
        rules.language(code).map_err(|error| {
            // What shows a fault in its lines relies on this.
            let (_, source, span, ..) = error.parts();
            assert!(source.get(span).is_some(), "{error}");
            error.to_string()
        })?;
    }
    Ok(rules)
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let topic = "lexicon/own.toml";
    let cases: [(&str, String, &str); 34] = [
        (topic, concept("x.a", "is_a = [\"x.a\"]"), "own.toml:2:6: `x.a` is broader than itself"),
        (
            topic,
            concept("x.a", "is_a=[\"x.b\"]") + &concept("x.b", "is_a=[\"x.c\"]") + &concept("x.c", "is_a=[\"x.a\"]"),
            "own.toml:2:6: `x.a` is broader than itself",
        ),
        (topic, concept("x.a", "is_a = [\"x.b\"]"), "own.toml:4:9: no concept of this name (at `\"x.b\"`)"),
        (topic, concept("person.prisoner", ""), "own.toml:2:6: this concept is defined twice"),
        (topic, concept("", ""), "own.toml:2:6: a concept needs a name"),
        (topic, concept("x.a", "it = { noun = [\"\"] }"), "own.toml:4:15: `` has a form without a letter"),
        (topic, concept("x.a", "it = { verb = [\"vola|\"] }"), "own.toml:4:15: `vola|` has a form without a letter"),
        (topic, concept("x.a", "it = { name = [\"—\"] }"), "own.toml:4:15: `—` has a form without a letter"),
        (topic, concept("x.a", "colour = 1"), "own.toml:4:1: unknown field `colour`"),
        (topic, chain(150), "own.toml:406:6: more than 100 broader concepts"),
        (topic, (0..60_000).map(|at| concept(&format!("x.a{at}"), "")).collect(), "more than 60000 concepts"),
        (topic, format!("a = {}", "[".repeat(100_000)), "own.toml:1:85: cannot recurse further"),
        (topic, format!("{} = 1", vec!["a"; 100_000].join(".")), "own.toml:1:1: recursion limit"),
        (
            "units.toml",
            changed("units.toml", "factor = \"1000\"", "factor = \"0\""),
            "a unit needs a factor above zero",
        ),
        (
            "units.toml",
            changed("units.toml", "\"1000\"", "\"1e27\""),
            "a unit needs a factor above zero and up to 10000",
        ),
        ("units.toml", changed("units.toml", "\"1000\"", "\"many\""), "units.toml:25:39: "),
        (
            "units.toml",
            longer("units.toml", "[units.kilo]\ndimension = \"length\"\nfactor = \"999\"\nsymbol = \"km\""),
            "`km` is the symbol of `kilo` already",
        ),
        (
            "units.toml",
            longer("units.toml", "[units.x]\ndimension = \"length\"\nfactor = \"9\"\nmay_be = \"y\""),
            "no unit of this name and dimension (at `\"y\"`)",
        ),
        (
            "currencies.toml",
            longer("currencies.toml", "XXA = { of = \"XXB\" }"),
            "no currency of this name (at `\"XXB\"`)",
        ),
        (
            "currencies.toml",
            longer("currencies.toml", "XXA = { of = \"XXB\" }\nXXB = { of = \"XXA\" }"),
            "a part of a part of a currency",
        ),
        ("currencies.toml", longer("currencies.toml", "XXA = { default = \"XXB\" }"), "no currency of this name"),
        (
            "currencies.toml",
            longer("currencies.toml", "XXA = { of = \"EUR\", factor = \"-1\" }"),
            "a unit needs a factor",
        ),
        ("it/units.toml", changed("it/units.toml", "EUR = ", "EUX = "), "no currency of this name (at `EUX`)"),
        ("it/units.toml", changed("it/units.toml", "km = ", "klm = "), "no unit of this name (at `klm`)"),
        (
            "it/units.toml",
            changed("it/units.toml", "m = [\"metro\"", "m = [\"chilometri\""),
            "`chilometri` names `km` already, which measures the same",
        ),
        ("it/hedges.toml", hedge("", "from = \"1\""), "a phrase without words would match everywhere"),
        ("it/hedges.toml", hedge("circa", "from = \"2\""), "`circa` has other bounds already"),
        ("it/hedges.toml", hedge("zorbo", "from = \"2\", to = \"1\""), "these bounds hold no number"),
        ("it/hedges.toml", hedge("zorbo", "from = \"1\", above = \"1\""), "these bounds hold no number"),
        ("it/hedges.toml", hedge("zorbo", "from = \"9999999\""), "between 0 and a million"),
        (
            "it/hedges.toml",
            hedge("zorbo", "from = \"1\" }\nplausible = { from = \"0.5\""),
            "`plausible` reaches outside `strict`",
        ),
        (
            "it/time.toml",
            longer("it/time.toml", "[[feast]]\nwords = [\"zorbo\"]\nmonth = 13\nday = 1"),
            "a feast needs `month` and `day`",
        ),
        (
            "judgement.toml",
            changed("judgement.toml", "\nbias = -", "\nbias = -99999"),
            "weights and scores lie between",
        ),
        ("it/hegdes.toml", String::new(), "did you mean `it/hedges.toml`?"),
    ];
    for (file, text, told) in cases {
        let short: String = text.chars().take(200).collect();
        match load(&[(file, text)]) {
            Ok(_) => panic!("{told}: accepted: {short}"),
            Err(message) => assert!(message.contains(told), "{told}: {message}"),
        }
    }
}

/// Concepts, each a kind of the one before it.
fn chain(length: usize) -> String {
    let is_a = |at: usize| at.checked_sub(1).map_or(String::new(), |broad| format!("is_a = [\"x.a{broad}\"]"));
    (0..length).map(|at| concept(&format!("x.a{at}"), &is_a(at))).collect()
}

/// The Italian hedges and one more.
fn hedge(words: &str, bounds: &str) -> String {
    let more = format!("[[hedge]]\nwords = [\"{words}\"]\nposition = \"before\"\nstrict = {{ {bounds} }}");
    longer("it/hedges.toml", &more)
}

/// What is only large or strange is accepted, and does not cost more than in proportion.
#[test]
fn large_packs_are_read_in_proportion() {
    let word = |at: usize| concept(&format!("x.a{at}"), &format!("it = {{ noun = [\"zorbo{at}\"] }}"));
    let lattice = |at: usize| {
        let broader = at.checked_sub(1).map_or(String::new(), |at| format!("is_a = [\"x.a{at}\", \"x.b{at}\"]"));
        concept(&format!("x.a{at}"), &broader) + &concept(&format!("x.b{at}"), &broader)
    };
    for (what, text) in [
        ("a thousand entries", (0..1_000).map(word).collect::<String>()),
        ("a concept of two to the power of 49 ways up", (0..50).map(lattice).collect()),
        ("a word of a megabyte", concept("x.a", &format!("it = {{ noun = [\"{}\"] }}", "a".repeat(1 << 20)))),
    ] {
        let begun = Instant::now();
        let rules = load(&[("lexicon/own.toml", text)]).unwrap();
        let (top, bottom) = (rules.lexicon.find("person").unwrap(), rules.lexicon.find("x.a49"));
        assert!(bottom.is_none_or(|bottom| !rules.lexicon.is_a(bottom, top)));
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}: {:?}", begun.elapsed());
    }
}

/// A word of the program that a pack gives to another concept means both; what the program knows is not lost.
#[test]
fn a_word_that_is_taken_means_both() {
    use claimdiff::pipeline::{self, Reading};
    use claimdiff::source::{Limits, read_bytes};

    let rules = load(&[("lexicon/own.toml", concept("x.kite", "it = { noun = [\"prigioniero\"] }"))]).unwrap();
    let articles = super::inputs::GOOD.map(|(name, text)| read_bytes(name, text.as_bytes(), &Limits::default()).0);
    let batch = pipeline::claims_of(articles.concat(), Vec::new(), &rules, &Reading::default());
    assert_eq!(pipeline::findings(&batch.articles, &rules).len(), 1);
}

#[cfg(unix)]
#[test]
fn folders_of_packs_are_walked_with_care() {
    use std::os::unix::fs::symlink;

    let told = |make: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("lexicon")).unwrap();
        make(&folder.path().join("lexicon"));
        load_folder(folder.path()).err().unwrap_or_default()
    };
    assert!(told(&|_| {}).contains("there is no .toml file in it"));
    assert!(told(&|lexicon| symlink("/dev/zero", lexicon.join("a.toml")).unwrap()).contains("not a file"));
    assert!(told(&|lexicon| symlink("gone", lexicon.join("a.toml")).unwrap()).contains("No such file"));
    assert!(told(&|lexicon| symlink(".", lexicon.join("deeper")).unwrap()).contains("the pack cannot be read"));
    assert!(told(&|lexicon| fs::write(lexicon.join("a.toml"), b"\xff").unwrap()).contains("valid UTF-8"));
    let long = vec![b'#'; (16 << 20) + 1];
    assert!(told(&|lexicon| fs::write(lexicon.join("a.toml"), &long).unwrap()).contains("longer than 16777216 bytes"));
}

/// Neither the words of a pack nor the names of its folders act on the terminal that shows its faults.
#[cfg(unix)]
#[test]
fn faults_of_packs_are_inert() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("de\u{1b}[31msk");
    fs::create_dir_all(pack.join("lexicon")).unwrap();
    fs::write(folder.path().join("a.txt"), super::inputs::GOOD[0].1).unwrap();
    fs::write(folder.path().join("claimdiff.toml"), "[rules]\npacks = [\"de\\u001b[31msk\"]").unwrap();
    for text in [
        concept("\\u001b[31mrosso\\u0007", "is_a = [\"\\u001b[31mrosso\\u0007\"]"),
        concept("x.a", "\"\\u001b[31m\\u202erosso\" = 1"),
        "# \u{1b}[31m\u{202e}".to_owned(),
    ] {
        fs::write(pack.join("lexicon/own.toml"), &text).unwrap();
        let output = super::run(folder.path(), &["check", "a.txt"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']) && told.starts_with("error: "), "{told:?}");
        assert_eq!(output.status.code(), Some(2));
    }
}

/// Settings and baselines are read like packs.
#[cfg(unix)]
#[test]
fn settings_and_baselines_are_read_with_care() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in super::inputs::GOOD {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("empty-alias.toml"), "[aliases]\n\"Halyn\" = [\"-\"]").unwrap();
    let many: String = (0..5_001).map(|at| format!("\"Halyn{at}\" = [\"Zorbo{at}\"]\n")).collect();
    fs::write(folder.path().join("many.toml"), format!("[aliases]\n{many}")).unwrap();
    fs::write(folder.path().join("nested.toml"), format!("a = {}", "[".repeat(100_000))).unwrap();
    for (arguments, told) in [
        (["--config", "/dev/zero"], "/dev/zero: the settings cannot be read: not a file"),
        (["--config", "empty-alias.toml"], "a name without a letter would match anywhere"),
        (["--config", "many.toml"], "more than 5000 aliases"),
        (["--config", "nested.toml"], "cannot recurse further"),
        (["--baseline", "/dev/zero"], "/dev/zero: the baseline cannot be read: not a file"),
        (["--baseline", "nested.toml"], "cannot recurse further"),
    ] {
        let output = super::run(folder.path(), &[&["check", "a-good.txt", "b-good.txt"][..], &arguments].concat());
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(told), "{arguments:?}: {message}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
