//! Articles that try to act on who reads the results.

use super::{Write_, csv, lines, made, written};
use claimdiff::claim::{Attribution, Claim, Implied};
use claimdiff::finding::{Finding, Places};
use claimdiff::report::{Look, Totals, github, gitlab, json, junit, lines as text, overview, rdjson, sarif};
use quick_xml::events::Event;
use std::sync::Arc;

pub const ATTACKS: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]><x/>",
    "`a``` b",
    "|x|\\|",
    "riga\n::error::falso",
    "riga\r\n##[add-mask]155",
    "\u{1b}[31mrosso\u{9b}1m\u{7}",
    "\u{202e}rovescio\u{2066}",
    "=HYPERLINK(\"x\")",
    "\",\"id\":\"0",
    "[qui](javascript:alert)",
    "%0A::warning::x\u{2028}y\u{85}z\0\u{fffe}",
];

/// A finding with the attack wherever an article has a say.
pub fn finding(attack: &str) -> Finding {
    let claim = |mut claim: Arc<Claim>| {
        let inner = Arc::make_mut(&mut claim);
        let article = Arc::make_mut(&mut inner.article);
        article.id = format!("{attack}.txt");
        article.outlet = Some(attack.to_owned());
        article.title = Some(attack.to_owned());
        let evidence = &mut inner.evidence[0];
        evidence.sentence = format!("{attack} 12 {attack}").into();
        evidence.text = attack.to_owned();
        evidence.number = attack.to_owned();
        inner.implied = Some(Implied { by: claimdiff::claim::Implication::Each, why: attack.to_owned() });
        let subject = inner.subject.as_mut().unwrap();
        subject.label = attack.to_owned();
        subject.attribution = Some(Attribution { who: None, text: attack.to_owned() });
        claim
    };
    let mut finding = made::findings().swap_remove(0);
    finding.question = attack.to_owned();
    finding.message = attack.to_owned();
    finding.facets.iter_mut().for_each(|facet| facet.why = attack.into());
    finding.places = Places::Between(claim(made::a()), claim(made::b()));
    finding
}

/// No control character but the ends of lines, no mark that turns the direction of writing, no command of a log.
pub fn assert_inert(format: &str, text: &str) {
    let acts = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    assert!(!text.contains(acts), "{format}: {text:?}");
    assert!(!text.contains("##["), "{format}: {text}");
    if format != "github" {
        assert!(text.lines().all(|line| !line.trim_start().starts_with("::")), "{format}: {text}");
    }
}

#[test]
fn no_format_lets_an_article_act() {
    let formats: [(&str, Write_); 9] = [
        ("text", text::findings),
        ("json", json::findings),
        ("jsonl", lines),
        ("csv", csv),
        ("sarif", sarif::findings),
        ("github", github::findings),
        ("gitlab", gitlab::findings),
        ("junit", junit::findings),
        ("rdjson", rdjson::findings),
    ];
    for attack in ATTACKS {
        let innocent = [finding("Borgoalto")];
        let guilty = [finding(attack)];
        for (format, write) in formats {
            let text = written(write, &guilty, &[attack.to_owned()]);
            assert_inert(format, &text);
            assert_eq!(text.lines().count(), written(write, &innocent, &["x".into()]).lines().count(), "{format}");
            match format {
                "csv" => assert_table(&text),
                "junit" => assert_same_elements(&text, &written(write, &innocent, &["x".into()])),
                "text" => {}
                "github" => assert!(text.lines().all(is_annotation), "{text}"),
                _ => text.lines().for_each(|line| drop(serde_json::from_str::<serde_json::Value>(line).unwrap())),
            }
        }
    }
}

#[test]
fn no_line_of_a_claim_acts() {
    let rules = made::rules();
    for attack in ATTACKS {
        let finding = finding(attack);
        let claims = finding.places.claims();
        let claims: Vec<&Claim> = claims.iter().map(AsRef::as_ref).collect();
        let mut out = Vec::new();
        text::claims(&mut out, &claims, &rules.units).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert_inert("text", &page);
        assert_eq!(page.lines().count(), claims.len(), "{page}");
    }
}

#[test]
fn no_table_lets_an_article_act() {
    let rules = made::rules();
    for attack in ATTACKS {
        for width in [30, 60, 100] {
            let look = Look { width, colour: false };
            let page = overview(&[&finding(attack)], Totals::default(), &rules.units, look);
            assert_inert("table", &page);
        }
    }
}

/// Every row has all columns, and no cell is a formula.
fn assert_table(text: &str) {
    let mut reader = ::csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let columns = reader.headers().unwrap().len();
    for row in reader.records() {
        let row = row.unwrap();
        assert_eq!(row.len(), columns);
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
}

fn assert_same_elements(text: &str, innocent: &str) {
    let elements = |text: &str| {
        let mut reader = quick_xml::Reader::from_str(text);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) | Event::Empty(tag) => names.push(tag.name().as_ref().to_owned()),
                Event::Eof => return names,
                _ => {}
            }
        }
    };
    assert_eq!(elements(text), elements(innocent));
}

fn is_annotation(line: &str) -> bool {
    ["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command))
        && line.matches("::").count() >= 2
}
