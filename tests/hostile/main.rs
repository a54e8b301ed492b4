//! Nothing that can lie in a folder breaks a run: each bad file is named as `docs/hostile-input.md` says, and what is
//! beside it is checked.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test that cannot go on should stop, and one measures time"
)]

mod inputs;
mod packs;

use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Without optimizations the endless inputs have a hundredth of their length, and so has the limit that cuts them.
const PART: usize = if cfg!(debug_assertions) { 100 } else { 1 };

/// The limit of the text of one article, in proportion.
fn text_limit() -> usize {
    Limits::default().max_text_bytes / PART
}

/// What the documentation says of each input, a message each; none where it is read without a word.
fn documented() -> BTreeMap<String, Vec<String>> {
    let page = include_str!("../../docs/hostile-input.md");
    let (_, table) = page.split_once("| file |").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let full = Limits::default().max_text_bytes.to_string();
    let told = |cell: &str| {
        let messages = cell.trim_end_matches('|').trim().split("<br>").filter(|text| *text != "—");
        messages.map(|text| text.replace(&full, &text_limit().to_string())).collect()
    };
    rows.filter_map(|(name, rest)| Some((name.to_owned(), told(rest.split_once(" | ")?.1)))).collect()
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    // Far less memory than a reader would take that believes what these files say of themselves.
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -v 3000000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_claimdiff")]);
    limited.current_dir(folder).args(arguments).env("CLAIMDIFF_MAX_TEXT_BYTES", text_limit().to_string());
    limited.output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn every_bad_input_is_named_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    inputs::write(folder.path(), PART).unwrap();
    let output =
        run(folder.path(), &["check", ".", "nested.json", "not-records.json", "--no-config", "--format", "jsonl"]);
    let told = String::from_utf8(output.stderr).unwrap();
    let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in told.lines() {
        let Some((_, message)) = line.split_once(": ") else { panic!("{line}") };
        let message = message.strip_prefix("./").unwrap_or(message);
        let name = message.split([':', '#']).next().unwrap();
        messages.entry(name.to_owned()).or_default().push(message.to_owned());
    }
    let mut wrong = Vec::new();
    let mut documented = documented();
    let names = inputs::ALL.iter().map(|input| input.name).chain(inputs::OF_THE_SYSTEM);
    for name in names {
        let found = shortened(messages.remove(name).unwrap_or_default());
        let expected = documented.remove(name);
        if expected.as_ref() != Some(&found) {
            wrong.push(format!(
                "| `{name}` | | {} |",
                if found.is_empty() { "—".to_owned() } else { found.join("<br>") }
            ));
        }
    }
    assert!(wrong.is_empty(), "docs/hostile-input.md differs:\n{}", wrong.join("\n"));
    assert!(messages.is_empty() && documented.is_empty(), "{messages:?}\n{documented:?}");
    assert_eq!(output.status.code(), Some(2));
    let findings = String::from_utf8(output.stdout).unwrap();
    assert!(findings.lines().any(is_the_contradiction), "{findings}");
}

/// The first and the last of very many messages.
fn shortened(mut messages: Vec<String>) -> Vec<String> {
    if messages.len() > 15 {
        let last = messages.len() - 1;
        messages.splice(1..last, ["…".to_owned()]);
    }
    messages
}

/// Whether a finding is that of the good pair.
fn is_the_contradiction(line: &str) -> bool {
    let finding: serde_json::Value = serde_json::from_str(line).unwrap();
    let article = |at: usize| finding["evidence"][at]["article"].as_str().unwrap_or_default().to_owned();
    finding["check"] == "conflicting-count" && article(0).ends_with("a-good.txt") && article(1).ends_with("b-good.txt")
}

#[test]
fn the_good_pair_is_found_beside_every_input() {
    let rules = Rules::embedded().unwrap();
    let limits = Limits { max_text_bytes: text_limit(), ..Limits::default() };
    for input in inputs::ALL {
        let bytes = (input.bytes)(PART);
        let files = inputs::GOOD.map(|(name, text)| (name, text.as_bytes()));
        let files = files.into_iter().chain([(input.name, bytes.as_slice())]);
        let articles = files.flat_map(|(name, bytes)| read_bytes(name, bytes, &limits).0).collect();
        let batch = pipeline::claims_of(articles, Vec::new(), &rules, &Reading::default());
        let findings = pipeline::findings(&batch.articles, &rules);
        let is_ours = |id: &str| inputs::GOOD.iter().any(|(name, _)| *name == id);
        let found = findings.iter().any(|it| it.places.claims().iter().all(|claim| is_ours(&claim.article.id)));
        assert!(found, "{}", input.name);
    }
}

/// An entity that names a file stays what it is.
#[test]
fn no_entity_reaches_outside() {
    let input = inputs::ALL.iter().find(|input| input.name == "outside-entity.xml").unwrap();
    let (articles, _) = read_bytes(input.name, &(input.bytes)(PART), &Limits::default());
    let [article] = &articles[..] else { panic!("{} articles", articles.len()) };
    assert!(article.text.contains("sfollati della valle. &x;"), "{}", article.text);
}

/// A file of records is read some lines at a time, and is one file all the same.
#[test]
fn ids_and_faults_are_those_of_the_whole_file() {
    const LINES: usize = 1_400;
    /// Lines of one id: far apart, and each another count of one fact.
    const SAME: [(usize, usize); 3] = [(3, 155), (702, 148), (1_399, 131)];
    let line = |at: usize| match SAME.iter().find(|(line, _)| *line == at) {
        Some((_, count)) => {
            let text = format!("Il 12 marzo 2026 la Russia ha restituito all'Ucraina {count} prigionieri di guerra.");
            serde_json::json!({ "id": "scambio", "title": "Scambio a Doha", "text": text }).to_string()
        }
        None if at.is_multiple_of(20) => format!("{{\"id\":{at},"),
        None => serde_json::json!({ "id": at, "text": "Il ponte di Torvale resta chiuso." }).to_string(),
    };
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<String> = (1..=LINES).map(line).collect();
    std::fs::write(folder.path().join("archivio.jsonl"), lines.join("\n")).unwrap();
    let output = run(folder.path(), &["check", "archivio.jsonl", "--no-config", "--format", "jsonl"]);

    let told = String::from_utf8(output.stderr).unwrap();
    let messages: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("error: archivio.jsonl")).collect();
    // Seventy lines are broken and two ids come again; twenty faults are told one by one, as they come.
    assert_eq!(messages.len(), 21, "{told}");
    assert!(messages[0].starts_with(":20: not JSON"), "{told}");
    assert!(messages[19].starts_with(":400: not JSON"), "{told}");
    assert_eq!(messages[20], ": 52 more faults like these; mend the first, and these will be told");
    assert_eq!(output.status.code(), Some(2));

    let findings = String::from_utf8(output.stdout).unwrap();
    let mut pairs: Vec<[String; 2]> = findings
        .lines()
        .map(|line| {
            let finding: serde_json::Value = serde_json::from_str(line).unwrap();
            [0, 1].map(|side| finding["evidence"][side]["article"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    pairs.iter_mut().for_each(|pair| pair.sort());
    pairs.sort();
    let named = |pair: [&str; 2]| pair.map(|id| format!("archivio.jsonl#{id}"));
    let apart = [["scambio", "scambio~2"], ["scambio", "scambio~3"], ["scambio~2", "scambio~3"]];
    assert_eq!(pairs, apart.map(named), "{findings}");
}

/// Each limit can be lowered, says so when it cuts, and leaves the good pair to be found.
#[test]
fn every_limit_says_so_when_it_cuts() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in inputs::GOOD {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let line = |text: &str| serde_json::json!({ "text": text }).to_string();
    let long = "La nebbia resta sulla piana. ".repeat(40);
    for (name, text, arguments, told) in [
        (
            "c.txt",
            long.clone(),
            ["--max-article-bytes", "400"],
            "c.txt: longer than the limit of 400 bytes, so none of it was read; split it or raise max-article-bytes",
        ),
        (
            "c.jsonl",
            format!("{}\n{}", line("La nebbia resta."), line(&long)),
            ["--max-article-bytes", "400"],
            "c.jsonl:2: longer than the limit of 400 bytes for one record, which was left out; split it or raise max-article-bytes",
        ),
        (
            "c.xml",
            format!("<rss><channel>{}</channel></rss>", "<item><title>La nebbia resta.</title></item>".repeat(30)),
            ["--max-batch-bytes", "400"],
            "c.xml: longer than the limit of 400 bytes, so none of it was read; split it or raise max-batch-bytes",
        ),
        (
            "c.jsonl",
            format!("{}\n", line("La nebbia resta.")).repeat(3),
            ["--max-articles", "2"],
            "c.jsonl: more than 2 articles; those after them were not read; split the file or raise max-articles",
        ),
        (
            "c.txt",
            long.clone(),
            ["--max-text-bytes", "400"],
            "c.txt: longer than 400 bytes of text; what follows was not read; split it or raise max-text-bytes",
        ),
    ] {
        let other = folder.path().join(name);
        std::fs::write(&other, text).unwrap();
        let output =
            run(folder.path(), &[&["check", ".", "--no-config", "--format", "jsonl"][..], &arguments].concat());
        std::fs::remove_file(&other).unwrap();
        let messages = String::from_utf8(output.stderr).unwrap();
        let messages: Vec<&str> = messages.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!(messages, [format!("error: {told}")], "{arguments:?}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let findings = String::from_utf8(output.stdout).unwrap();
        assert!(findings.lines().any(is_the_contradiction), "{arguments:?}: {findings}");
    }
}

/// Files that are written anew while they are read give what they held at one moment, or a message.
#[test]
fn files_that_change_or_vanish_are_read_or_named() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in inputs::GOOD {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let fickle = folder.path().join("c.txt");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let texts = ["", "Sono 12 i morti.\n", "Sono 157 i feriti. ", "\u{0}"];
            for text in texts.iter().cycle() {
                if done.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                std::fs::write(&fickle, text.repeat(5_000)).unwrap();
                let _ = std::fs::remove_file(&fickle);
            }
        });
        for _ in 0..8 {
            let output = run(folder.path(), &["check", ".", "c.txt", "--no-config", "--format", "jsonl"]);
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(
                told.lines().all(|line| line.starts_with("error: ./c.txt: ")
                    || line.starts_with("error: c.txt: ")
                    || line.starts_with("note: ")),
                "{told}"
            );
            assert_eq!(output.status.code(), Some(if told.contains("error: ") { 2 } else { 1 }), "{told}");
            assert!(String::from_utf8(output.stdout).unwrap().lines().any(is_the_contradiction));
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}
