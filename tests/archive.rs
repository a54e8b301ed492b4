//! The archive as a library: what is checked against it is checked as if all were together, and it keeps what it is given.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use claimdiff::archive::{Access, Added, Archive, Fault, Prepared, Reader};
use claimdiff::claim::ArticleClaims;
use claimdiff::finding::Finding;
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::record::{FindingRecord, to_json};
use claimdiff::rules::Rules;
use claimdiff::source::{self, Article, Limits, read_bytes};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const TODAY: Date = date(2026, 3, 20);

fn article(name: &str, text: &str) -> Article {
    read_bytes(name, text.as_bytes(), &Limits::default()).0.remove(0)
}

fn reader(rules: &Rules) -> Reader {
    Reader::new(rules, &BTreeMap::new())
}

/// An archive in a folder of its own.
fn archive() -> std::io::Result<(TempDir, Archive)> {
    let folder = tempfile::tempdir()?;
    let archive = Archive::open(&folder.path().join("claims.db"), Access::Create).unwrap();
    Ok((folder, archive))
}

fn add(archive: &Archive, articles: &[Article], rules: &Rules) -> Vec<Added> {
    let mut adding = archive.adding(&reader(rules), TODAY).unwrap();
    let added = articles.iter().map(|article| {
        let claims = pipeline::claims(article, rules).unwrap();
        adding.add(&Prepared::new(article.clone(), &claims, rules).unwrap()).unwrap()
    });
    let added = added.collect();
    adding.finish().unwrap();
    added
}

fn claims(articles: &[Article], rules: &Rules) -> Vec<ArticleClaims> {
    articles.iter().map(|article| pipeline::claims(article, rules).unwrap()).collect()
}

fn lines(findings: &[Finding], rules: &Rules) -> Vec<String> {
    findings.iter().map(|finding| to_json(&FindingRecord::new(finding, rules)).unwrap()).collect()
}

/// What comes of checking a batch against an archive of others, and of checking all together, as far as the batch has a
/// part in it.
fn both_ways(batch: &[Article], others: &[Article], rules: &Rules) -> (Vec<String>, Vec<String>) {
    let (_folder, archive) = archive().unwrap();
    add(&archive, others, rules);
    let checked = archive.check(&claims(batch, rules), rules, &reader(rules), &[]).unwrap().checked;
    let all = claims(&[others, batch].concat(), rules);
    let own: BTreeSet<&str> = batch.iter().map(|article| article.id.as_str()).collect();
    let touches =
        |finding: &Finding| finding.places.claims().iter().any(|claim| own.contains(claim.article.id.as_str()));
    let together: Vec<Finding> = pipeline::check(&all, rules).findings.into_iter().filter(touches).collect();
    (lines(&checked.findings, rules), lines(&together, rules))
}

#[test]
fn the_archive_and_one_batch_give_the_same_findings() -> Outcome {
    let rules = Rules::embedded()?;
    let files = source::discover(&["fixtures".into()], &[]).0;
    let articles: Vec<Article> = files.iter().flat_map(|file| source::read(file, &Limits::default()).0).collect();
    assert!(articles.len() > 6, "{}", articles.len());
    let mut found = 0;
    for at in 0..articles.len() {
        let (batch, others): (Vec<_>, Vec<_>) =
            articles.iter().cloned().enumerate().partition(|(other, _)| other % articles.len() == at || other % 3 == 1);
        let plain = |articles: Vec<(usize, Article)>| articles.into_iter().map(|(_, it)| it).collect::<Vec<_>>();
        let (archived, together) = both_ways(&plain(batch), &plain(others), &rules);
        assert_eq!(archived, together);
        found += archived.len();
    }
    assert!(found > 10, "{found}");
    Ok(())
}

/// An article of a crowd: a story of `town`, told on a day of March. No two have one text, which would make them copies.
fn of_crowd(name: usize, town: usize, day: Option<usize>, prisoners: usize) -> Article {
    let town = ["Sardal", "Tolmina", "Bervia", "Casteno"][town % 4];
    let date = day.map(|day| format!("published: 2026-03-{:02}\n", day % 28 + 1)).unwrap_or_default();
    let text = format!(
        "---\ntitle: Scambio a {town}\nlang: it\n{date}---\nRussia e Ucraina hanno scambiato {prisoners} prigionieri di \
        guerra a {town}. Nello scambio sono morte {} persone ({}).\n",
        prisoners / 10,
        "a".repeat(name + 1)
    );
    article(&format!("{name:03}.md"), &text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Also where too many articles share a name for every two to be compared.
    #[test]
    fn a_crowd_is_bounded_alike_in_both(
        told in prop::collection::vec((0usize..4, prop::option::weighted(0.9, 0usize..28), 140usize..170, any::<bool>()), 2..40),
    ) {
        let mut rules = Rules::embedded().unwrap();
        (rules.pairing.crowd, rules.pairing.window, rules.pairing.alike) = (6, 4, 3);
        let mut batch = Vec::new();
        let mut others = Vec::new();
        for (name, (town, day, prisoners, is_new)) in told.into_iter().enumerate() {
            let list = if is_new { &mut batch } else { &mut others };
            list.push(of_crowd(name, town, day, prisoners));
        }
        prop_assume!(!others.is_empty());
        let (archived, together) = both_ways(&batch, &others, &rules);
        prop_assert_eq!(archived, together);
    }
}

#[test]
fn what_was_left_out_of_a_crowd_is_told() -> Outcome {
    let mut rules = Rules::embedded()?;
    (rules.pairing.crowd, rules.pairing.window, rules.pairing.alike) = (6, 4, 3);
    let others: Vec<Article> = (0..20).map(|at| of_crowd(at, 0, Some(at), 150)).collect();
    let (_folder, archive) = archive()?;
    add(&archive, &others, &rules);
    let batch = claims(&[of_crowd(99, 0, Some(20), 155)], &rules);
    let left_out = archive.check(&batch, &rules, &reader(&rules), &[])?.checked.left_out;
    let told: Vec<String> = left_out.iter().map(|it| it.told(&rules.pairing)).collect();
    assert!(told.iter().any(|it| it.starts_with("21 articles share “sardal” and “")), "{told:?}");
    Ok(())
}

const FIRST: &str = "---\ntitle: Piena a Sardal\npublished: 2026-03-10\n---\nTre morti e 120 sfollati a Sardal.\n";

#[test]
fn adding_twice_is_adding_once() -> Outcome {
    let rules = Rules::embedded()?;
    let (folder, archive) = archive()?;
    let articles = [article("a.md", FIRST), article("b.md", &FIRST.replace("Tre", "Due"))];
    assert_eq!(add(&archive, &articles, &rules), [Added::New, Added::New]);
    let dump = || dump(&folder.path().join("claims.db"));
    let before = dump();
    assert_eq!(add(&archive, &articles, &rules), [Added::Known, Added::Known]);
    // The same words under another name are a copy.
    assert_eq!(add(&archive, &[article("copia/a.md", FIRST)], &rules), [Added::Known]);
    assert_eq!(dump(), before);
    Ok(())
}

/// Every row of every table, to tell whether two archives are the same.
fn dump(path: &Path) -> Vec<String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut rows = Vec::new();
    for table in ["article", "content", "story", "sheet", "claim", "key", "reader"] {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query(()).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
            rows.push(format!("{table}: {}", values.collect::<Vec<_>>().join(", ")));
        }
    }
    rows.sort();
    rows
}

#[test]
fn a_correction_replaces_and_keeps_the_history() -> Outcome {
    let rules = Rules::embedded()?;
    let (_folder, archive) = archive()?;
    let second = FIRST.replace("Tre", "Quattro");
    let third = FIRST.replace("Tre", "Cinque");
    for (text, added) in
        [(FIRST, Added::New), (&second, Added::Replaced), (&third, Added::Replaced), (FIRST, Added::Replaced)]
    {
        assert_eq!(add(&archive, &[article("a.md", text)], &rules), [added], "{text}");
    }
    let shown = archive.show("a.md")?;
    assert_eq!((shown.entry.earlier_versions, shown.article.text), (3, article("a.md", FIRST).text));
    let told: Vec<&str> = shown.history.iter().map(|version| version.text.as_str()).collect();
    assert!(told[0].contains("Tre morti") && told[1].contains("Quattro") && told[2].contains("Cinque"), "{told:?}");
    assert_eq!(archive.verify()?, Vec::<String>::new());
    // Only what holds is compared.
    let other = claims(&[article("b.md", &FIRST.replace("Tre", "Cinque"))], &rules);
    let against = archive.check(&other, &rules, &reader(&rules), &[])?;
    assert_eq!(against.compared, 1);
    assert_eq!(archive.remove(&["a.md".to_owned()])?, 4);
    assert_eq!((archive.articles()?, archive.verify()?), (0, Vec::new()));
    Ok(())
}

#[test]
fn an_address_tells_that_it_is_the_same_article() -> Outcome {
    let rules = Rules::embedded()?;
    let (_folder, archive) = archive()?;
    let with = |url: &str, text: &str| text.replace("title:", &format!("url: {url}\ntitle:"));
    let page = "https://faro.example/2026/piena";
    add(&archive, &[article("10/a.md", &with(page, FIRST))], &rules);
    let later = with(page, &FIRST.replace("Tre", "Quattro"));
    // The later version is not compared with the earlier one, and takes its place.
    let batch = claims(&[article("11/a.md", &later)], &rules);
    assert_eq!(archive.check(&batch, &rules, &reader(&rules), &[])?.compared, 0);
    assert_eq!(add(&archive, &[article("11/a.md", &later)], &rules), [Added::Replaced]);
    assert_eq!(archive.articles()?, 1);
    // The front page of a site is the address of many articles.
    let site = "https://faro.example/";
    let of_site = [article("1.md", &with(site, FIRST)), article("2.md", &with(site, &FIRST.replace("Tre", "Sei")))];
    assert_eq!(add(&archive, &of_site, &rules), [Added::New, Added::New]);
    Ok(())
}

#[test]
fn an_article_that_moves_in_its_file_keeps_no_old_places() -> Outcome {
    let rules = Rules::embedded()?;
    let (_folder, archive) = archive()?;
    add(&archive, &[article("a.md", FIRST)], &rules);
    let moved = article("a.md", &FIRST.replace("published", "ignored: x\npublished"));
    assert_eq!(add(&archive, std::slice::from_ref(&moved), &rules), [Added::Known]);
    let shown = archive.show("a.md")?;
    assert_eq!((shown.entry.earlier_versions, &shown.article.offsets), (0, &moved.offsets));
    assert_eq!(archive.verify()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn what_is_stored_is_what_was_read() -> Outcome {
    let rules = Rules::embedded()?;
    let (_folder, archive) = archive()?;
    let html = "<html><head><title>Piena &egrave; finita</title></head><body><article><h1>Piena a Sardal</h1>\
        <p>Sono 1.200 gli sfollati &mdash; perch&eacute; il fiume cresce.</p></article></body></html>";
    let latin: Vec<u8> = "Più di 1.200 città\n\nSenza luce".chars().filter_map(|c| u8::try_from(c).ok()).collect();
    let articles = [
        article("a.html", html),
        read_bytes("b.txt", &latin, &Limits::default()).0.remove(0),
        article("c.jsonl", "{\"id\":\"x\",\"text\":\"È caduto.\\nTre feriti.\",\"published\":\"2026-03-05\"}"),
    ];
    add(&archive, &articles, &rules);
    for article in &articles {
        let stored = archive.show(&article.id)?.article;
        assert_eq!((&stored.meta, &stored.text, &stored.blocks), (&article.meta, &article.text, &article.blocks));
        assert_eq!(
            (&stored.offsets, &stored.lines, stored.embedded),
            (&article.offsets, &article.lines, article.embedded)
        );
    }
    Ok(())
}

#[test]
fn other_rules_ask_for_a_rebuild() -> Outcome {
    let rules = Rules::embedded()?;
    let (_folder, archive) = archive()?;
    add(&archive, &[article("a.md", FIRST)], &rules);
    let other = Reader::new(&rules, &BTreeMap::from([("Sardal".to_owned(), vec!["la valle".to_owned()])]));
    let batch = claims(&[article("b.md", FIRST)], &rules);
    for error in [archive.check(&batch, &rules, &other, &[]).err(), archive.adding(&other, TODAY).err()] {
        let error = error.unwrap();
        assert!(matches!(error.fault, Fault::OtherReader { .. }), "{error}");
        assert!(error.to_string().contains("`claimdiff archive rebuild` reads them again"), "{error}");
    }
    let before = archive.show("a.md")?.entry;
    let rebuilt = archive.rebuild(&rules, &other, &Reading::default())?;
    assert_eq!((rebuilt.articles, rebuilt.claims), (1, before.claims));
    assert_eq!((archive.show("a.md")?.entry, archive.verify()?), (before, Vec::new()));
    assert_eq!(archive.check(&batch, &rules, &other, &[])?.compared, 1);
    Ok(())
}

#[test]
fn a_rebuild_changes_nothing_where_nothing_changed() -> Outcome {
    let rules = Rules::embedded()?;
    let (folder, archive) = archive()?;
    let files = source::discover(&["fixtures".into()], &[]).0;
    let articles: Vec<Article> = files.iter().flat_map(|file| source::read(file, &Limits::default()).0).collect();
    add(&archive, &articles, &rules);
    let before = dump(&folder.path().join("claims.db"));
    archive.rebuild(&rules, &reader(&rules), &Reading::default())?;
    let after = dump(&folder.path().join("claims.db"));
    assert_eq!(after, before);
    Ok(())
}

#[test]
fn verify_finds_what_was_changed_behind_its_back() -> Outcome {
    let rules = Rules::embedded()?;
    for (harm, told) in [
        ("UPDATE content SET text = replace(text, 'Tre', 'Sei')", "a.md: its text is not what was stored"),
        ("DELETE FROM sheet", "a.md has no claims, not even none"),
        ("UPDATE content SET layout = x'00'", "the layout of a.md"),
        ("INSERT INTO key (key, day, article) VALUES (1, 1, 1)", "keys where the articles have"),
        ("DELETE FROM key", "a.md: one of its keys is missing"),
    ] {
        let (folder, archive) = archive()?;
        add(&archive, &[article("a.md", FIRST)], &rules);
        let connection = rusqlite::Connection::open(folder.path().join("claims.db"))?;
        connection.execute_batch(harm)?;
        let faults = archive.verify()?;
        assert!(faults.iter().any(|fault| fault.contains(told)), "{harm}: {faults:?}");
    }
    Ok(())
}

#[test]
fn other_programs_find_documented_views() -> Outcome {
    let rules = Rules::embedded()?;
    let (folder, archive) = archive()?;
    add(&archive, &[article("a.md", FIRST)], &rules);
    add(&archive, &[article("a.md", &FIRST.replace("120", "130"))], &rules);
    let connection = rusqlite::Connection::open(folder.path().join("claims.db"))?;
    let cell = |query: &str| connection.query_row(query, (), |row| row.get::<_, String>(0));
    assert_eq!(cell("SELECT name || ' ' || published || ' ' || earlier_versions FROM articles")?, "a.md 2026-03-10 1");
    assert_eq!(cell("SELECT number || ' ' || least || ' ' || most FROM claims WHERE number = '130'")?, "130 130 130");
    assert_eq!(cell("SELECT published FROM terms WHERE term = 'n:sardal'")?, "2026-03-10");
    assert!(cell("SELECT text FROM history WHERE article = 'a.md'")?.contains("120"));
    Ok(())
}
