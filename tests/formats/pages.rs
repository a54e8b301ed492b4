//! The pages for people: Markdown and HTML.

use super::hostile::{ATTACKS, finding};
use super::{findings, made, unreadable, written};
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::compare::{Row, Verdict, VerdictKind};
use claimdiff::finding::{Class, Confidence, Finding, Places};
use claimdiff::report::{Background, Material, Report, TemplateError, Templates, Totals, html, markdown};
use claimdiff::rules::Check;
use claimdiff::source::FileRecord;
use html5gum::{Token, Tokenizer};
use std::fs;
use std::io::{self, Write};
use std::sync::Arc;

fn as_markdown(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    Ok(markdown::write(out, &Material::from(*report), &Templates::embedded()?)?)
}

fn as_html(out: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    Ok(html::write(out, &Material::from(*report), &Templates::embedded()?)?)
}

fn article(claims: Vec<Arc<Claim>>) -> ArticleClaims {
    let info = Arc::clone(&claims[0].article);
    ArticleClaims { info, mentions: claims.clone(), claims, sides: Vec::new(), ties: Vec::new() }
}

/// A third outlet that says what the first one does.
fn like_a() -> Arc<Claim> {
    let sentence = "In 12.400 hanno visto la mostra di Borgoalto.";
    made::visitors("Radio Borgoalto", "d.txt", sentence, "12.400", made::count(12_400)).claim()
}

/// A page with everything behind it: three articles, one agreement, one claim that nobody else makes.
fn full(write: impl Fn(&mut Vec<u8>, &Material<'_>) -> Result<(), TemplateError>) -> String {
    let lonely = made::visitors("Il Corriere del Lago", "b.md", "Costa 9 euro.", "9", made::count(9)).claim();
    let articles = [article(vec![made::a()]), article(vec![made::b(), lonely]), article(vec![like_a()])];
    let verdict =
        Verdict { kind: VerdictKind::Agrees, confidence: Confidence::from_thousandths(950), facets: Vec::new() };
    let pairs = [Row { a: Some(made::a()), b: Some(like_a()), verdict }];
    let files = [FileRecord { name: "a.txt".into(), bytes: 12, sha256: "ab".repeat(32) }];
    let (rules, checks) = (made::rules(), Check::all().unwrap());
    let report = Report {
        findings: &findings(),
        totals: Totals { articles: 3, claims: 4 },
        trouble: &unreadable(),
        left_out: &[],
        rules: &rules,
        checks: &checks,
    };
    let background =
        Background { articles: &articles, pairs: &pairs, files: &files, command: "claimdiff report a.txt b.md d.txt" };
    let mut out = Vec::new();
    write(&mut out, &Material { report, background: Some(background) }).unwrap();
    // The digest of the packs changes with every word of theirs.
    String::from_utf8(out).unwrap().replace(rules.digest(), "DIGEST")
}

#[test]
fn a_ticket_has_facts_gaps_and_files() {
    insta::assert_snapshot!(full(|out, material| markdown::write(out, material, &Templates::embedded()?)));
}

#[test]
fn a_page_tells_what_a_ticket_tells() {
    let page = full(|out, material| html::write(out, material, &Templates::embedded()?));
    let text: String = texts(&page).split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "12 400 ≠ 14 200",
        "A to B: +1800, +14.5%",
        "agrees with A (0.95)",
        "Radio Borgoalto",
        "both count “visitor”",
        "according to il museo",
        "2026-03-10 is a Tuesday, not a Wednesday",
        "foto.txt: PNG picture, not text",
        "the museum counts tickets, the mayor heads",
        "Il Corriere del Lago: 1 claim without a counterpart",
        "claimdiff report a.txt b.md d.txt",
        &"ab".repeat(32),
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(!page.contains("javascript:") && page.contains("<svg"));
}

#[test]
fn nothing_found_is_a_page_too() {
    assert!(written(as_html, &[], &[]).contains("<p>Nothing was found.</p>"));
    assert!(written(as_markdown, &[], &[]).contains("nothing found"));
}

/// The words of a page, without its style and scripts.
fn texts(page: &str) -> String {
    let mut out = String::new();
    let mut silent = false;
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => silent = matches!(&**tag.name, b"style" | b"script"),
            Token::String(text) if !silent => out.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    out
}

/// Elements and attributes of a page, `element attribute=value`; text has no part in it.
fn skeleton(page: &str) -> Vec<String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut parts = Vec::new();
    for Ok(token) in Tokenizer::new(page) {
        if let Token::StartTag(tag) = token {
            let name = text(&tag.name);
            parts.push(name.clone());
            parts.extend(tag.attributes.iter().map(|(key, value)| format!("{name} {}={}", text(key), text(value))));
        }
    }
    parts
}

#[test]
fn no_text_becomes_markup() {
    let innocent = elements(&written(as_html, &[finding("dodici")], &["dodici".to_owned()]));
    for attack in ATTACKS {
        let page = written(as_html, &[finding(attack)], &[attack.to_owned()]);
        assert_eq!(elements(&page), innocent, "{attack}");
        for part in skeleton(&page) {
            let attribute = part.split_once(' ').map_or("", |(_, attribute)| attribute);
            assert!(!attribute.starts_with("on") && !attribute.starts_with("style="), "{part}");
            assert!(!attribute.starts_with("src="), "{part}");
            let leads_on =
                attribute.strip_prefix("href=").is_none_or(|to| to.starts_with('#') || to.starts_with("http"));
            assert!(leads_on, "{part}");
        }
        let linked_data = page.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let graph: serde_json::Value = serde_json::from_str(linked_data).unwrap();
        assert_eq!(graph["@graph"].as_array().map(Vec::len), Some(2), "{attack}");
    }
}

/// What a page of Markdown is made of, and the words that it shows.
fn parsed(page: &str) -> (Vec<String>, String) {
    use pulldown_cmark::{Event, Options, Parser};
    // Everything but quotation marks that curl by themselves.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let (mut tags, mut words) = (Vec::new(), String::new());
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(tag) => tags.push(format!("{tag:?}")),
            Event::Html(_) | Event::InlineHtml(_) => tags.push("html".to_owned()),
            Event::Text(text) => words.push_str(&text),
            Event::Code(code) => tags.push(format!("code {code}")),
            _ => {}
        }
    }
    (tags, words.replace('\u{2060}', ""))
}

#[test]
fn no_text_becomes_markdown() {
    let innocent = finding("dodici");
    let (tags, words) = parsed(&written(as_markdown, std::slice::from_ref(&innocent), &["dodici".to_owned()]));
    for attack in ATTACKS {
        let guilty = finding(attack);
        let page = written(as_markdown, std::slice::from_ref(&guilty), &[attack.to_owned()]);
        let page = page.replace(&guilty.id.to_string(), &innocent.id.to_string());
        let (guilty_tags, guilty_words) = parsed(&page);
        assert_eq!(guilty_tags, tags, "{attack}\n{page}");
        let shown = claimdiff::report::inert(attack).replace('\u{2060}', "");
        assert_eq!(guilty_words.matches(shown.trim()).count(), words.matches("dodici").count(), "{attack}\n{page}");
        super::hostile::assert_inert("markdown", &page);
    }
}

fn elements(page: &str) -> Vec<String> {
    skeleton(page).into_iter().filter(|part| !part.contains(' ')).collect()
}

#[test]
fn only_the_web_is_linked() {
    for (url, linked) in [
        ("https://faro.example/mostra?x=1", Some("https://faro.example/mostra?x=1#:~:text=")),
        ("https://faro.example/mostra#top", Some("https://faro.example/mostra#top:~:text=")),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///home/x.txt", None),
    ] {
        let mut claim = made::a();
        Arc::make_mut(&mut Arc::make_mut(&mut claim).article).url = Some(url.to_owned());
        let mut found = made::between(claim, made::b(), Class::Conflict, 912);
        let page = written(as_html, std::slice::from_ref(&found), &[]);
        let links: Vec<String> = skeleton(&page).into_iter().filter(|part| part.starts_with("a href=h")).collect();
        match linked {
            Some(start) => {
                let words = "vista%20da-,12.400,-visitatori%2C%20dice%20il%20museo.";
                assert_eq!(links.len(), 1);
                assert!(links[0].starts_with(&format!("a href={start}")) && links[0].contains(words), "{links:?}");
            }
            None => assert_eq!(links, Vec::<String>::new(), "{url}"),
        }
        found.places = Places::Within(vec![made::a()]);
        assert!(!written(as_html, &[found], &[]).contains(url));
    }
}

#[test]
fn every_fact_says_its_class_in_words() {
    let classes = [Class::Conflict, Class::Tension, Class::Update, Class::Disputed];
    let found: Vec<Finding> = classes.iter().map(|class| made::between(made::a(), made::b(), *class, 800)).collect();
    for (finding, class) in found.iter().zip(classes) {
        let page = written(as_html, std::slice::from_ref(finding), &[]);
        assert!(page.contains(&format!("<span class=\"badge {0}\">{0}</span>", class.name())));
    }
}

#[test]
fn a_user_lays_the_page_out_anew() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let missing = Templates::in_folder(folder.path()).unwrap_err().to_string();
    assert!(missing.contains("no template in this folder; it may hold report.html"), "{missing}");
    fs::write(
        folder.path().join("report.md"),
        "{% for fact in report.facts %}{{ fact.gist }} {{ nobody }}{% endfor %}",
    )?;
    let broken = full_with(folder.path()).unwrap_err().to_string();
    assert!(broken.contains("report.md:1") && broken.contains("docs/report.md"), "{broken}");
    fs::write(folder.path().join("report.md"), "{% for fact in report.facts %}\n{{ fact.question }}!\n{% endfor %}")?;
    let own = full_with(folder.path()).unwrap();
    assert_eq!(own, "visitatori della mostra di Borgoalto!\nmercoledì 10 marzo 2026!\n");
    Ok(())
}

fn full_with(folder: &std::path::Path) -> Result<String, TemplateError> {
    let templates = Templates::in_folder(folder)?;
    let rules = made::rules();
    let findings = findings();
    let report = Report {
        findings: &findings,
        totals: Totals::default(),
        trouble: &[],
        left_out: &[],
        rules: &rules,
        checks: &Check::all().unwrap(),
    };
    let mut out = Vec::new();
    markdown::write(&mut out, &Material::from(report), &templates)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}
