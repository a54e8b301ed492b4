//! Laws that hold for any text and any bytes: nothing panics, every place lies in its file, cost stays in proportion.

#![allow(
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test that cannot go on should stop, and one measures time"
)]

use claimdiff::claim::ArticleClaims;
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::jsonl;
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap_or_else(|error| panic!("{error}")));

fn extract(name: &str, bytes: &[u8]) -> Vec<ArticleClaims> {
    let (articles, _) = read_bytes(name, bytes, &Limits::default());
    pipeline::claims_of(articles, Vec::new(), &RULES, &Reading::default()).articles
}

/// Every place slices to the text that it names, and every line of output is one JSON object.
fn assert_sound(text: &str) -> Result<(), TestCaseError> {
    for article in extract("a.txt", text.as_bytes()) {
        for mention in &article.mentions {
            for evidence in &mention.evidence {
                if let Some(place) = evidence.number_file {
                    let written = text.get(place.start..place.end).unwrap_or_default();
                    prop_assert!(holds(written, &evidence.number), "{written:?} is not {:?}", evidence.number);
                    prop_assert!(!evidence.number.trim().is_empty());
                }
            }
        }
        let mut out = Vec::new();
        let lines = article.mentions.iter().map(|mention| &**mention);
        prop_assert!(jsonl::claims(&mut out, lines, &RULES).is_ok());
        let out = String::from_utf8(out).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for line in out.lines() {
            prop_assert!(
                serde_json::from_str::<serde_json::Value>(line).is_ok_and(|value| value.is_object()),
                "{line}"
            );
        }
        prop_assert_eq!(out.lines().count(), article.mentions.len());
    }
    Ok(())
}

/// Whether a place in a file reads so; marks of emphasis may stand between its characters: "$*3*".
fn holds(written: &str, number: &str) -> bool {
    let mut rest = written.chars();
    let begins = written.chars().next() == number.chars().next();
    let ends = written.chars().next_back() == number.chars().next_back();
    begins && ends && number.chars().all(|wanted| rest.any(|found| found == wanted))
}

/// Pieces that the grammar cares about, in an order that no writer would choose.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "157",
        "4",
        "2026",
        "1.250",
        "1,5",
        "7",
        "00",
        "½",
        "mila",
        "milioni",
        "mezzo",
        "due",
        "venti",
        "e",
        "hundred",
        "twenty",
        "-",
        "–",
        ".",
        ",",
        ":",
        "/",
        "(",
        ")",
        "%",
        "€",
        "$",
        "°",
        "dal",
        "al",
        "tra",
        "il",
        "circa",
        "oltre",
        "febbraio",
        "March",
        "giovedì",
        "ieri",
        "ore",
        "pm",
        "anni",
        "km",
        "prigionieri",
        "morti",
        "XX",
        "secolo",
        "terzo",
        "'",
        "’",
        "\n",
        "\n\n",
        "zweieinhalb",
        "Uhr",
        "quatre-vingt",
        "primer",
        "\u{ad}",
        "\u{301}",
        "http://",
        "@",
        "Covid",
    ]);
    let joint = prop::sample::select(vec!["", " ", " ", "\u{a0}"]);
    prop::collection::vec((piece, joint), 0..60)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, joint)| [piece, joint]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_sound(text in "\\PC{0,300}") {
        assert_sound(&text)?;
    }

    #[test]
    fn any_order_of_numbers_and_words_is_sound(text in pieces()) {
        assert_sound(&text)?;
    }

    #[test]
    fn any_bytes_are_read(
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.xml", "-"]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        extract(name, &bytes);
    }

    #[test]
    fn broken_markup_is_read(
        name in prop::sample::select(vec!["a.md", "a.html", "a.jsonl", "a.json", "a.xml"]),
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<", ">", "&amp;", "&", "<!--", "-->", "<item>", "</item>", "<rss>", "<channel>", "<title>",
                "<![CDATA[", "]]>", "{", "}", "[", "]", "\"text\":", "\"", "\\u00", ",", "---\n", "# ", "> ", "- ", "|", "`",
                "3 morti", "lang: it\n", "\n", "<script>", "<table>", "<tr><td>", "\u{0}", "\u{feff}",
            ]),
            0..80,
        ),
    ) {
        extract(name, parts.concat().as_bytes());
    }
}

/// What has no end in sight: each repeated often enough that any square of it would show.
#[test]
fn endless_input_costs_in_proportion() {
    let endless = [
        "mila",
        "mila ",
        "7",
        "7 ",
        "\"",
        "(",
        "due milioni e ",
        "1,",
        "a/b/",
        "Ada ",
        "dal ",
        "tra il 3 e ",
        "http://",
        "a@",
        "einundzwanzig",
        "Notfallseelsorgerschaft",
        "twenty-",
        "4.3.2026 ",
        "10:30 ",
        "MCMXC ",
        "3\n",
        "\u{301}",
        "\u{200b}",
    ];
    let good = "A Torvale 157 prigionieri sono tornati a casa.\n\n";
    for piece in endless {
        let text = format!("{good}{}", piece.repeat(8_000 / piece.len()));
        let begun = Instant::now();
        let articles = extract("a.txt", text.as_bytes());
        assert!(begun.elapsed() < Duration::from_secs(60), "{piece:?} took {:?}", begun.elapsed());
        let counted = articles
            .iter()
            .flat_map(|article| &article.mentions)
            .any(|mention| mention.evidence.iter().any(|evidence| evidence.number == "157"));
        assert!(counted, "{piece:?} hides what stands beside it");
    }
}

/// Sums, shares and conversions of numbers at the edge of what can be held are no numbers, and nothing else is lost.
#[test]
fn the_largest_numbers_are_left_out() {
    for figure in ["79228162514264337593543950335", "999999999999999999999999", "-79228162514264337593543950335"] {
        for around in [
            "circa # feriti",
            "quasi # feriti",
            "da # a # feriti",
            "da # a 12 feriti, il #% in più",
            "fino a # miglia",
            "tra # e # morti; in totale # morti: # operai e # vigili",
            "# km (# miglia)",
            "# euro e # centesimi",
            "tra # anni",
            "# mila milioni",
            "#/# feriti",
        ] {
            let told = around.replace('#', figure);
            let text = format!("A Torvale 157 prigionieri sono tornati a casa. Ieri sono arrivati {told}.\n");
            let articles = ["a.txt", "b.txt"].map(|name| extract(name, text.as_bytes())).concat();
            drop(pipeline::findings(&articles, &RULES));
            let numbers: Vec<String> = articles
                .iter()
                .flat_map(|article| &article.mentions)
                .flat_map(|mention| mention.evidence.iter().map(|evidence| evidence.number.to_string()))
                .collect();
            assert!(numbers.iter().any(|number| number == "157"), "{text}: {numbers:?}");
        }
    }
}

#[test]
fn endless_markup_costs_in_proportion() {
    let cases = [
        ("a.html", "<div>"),
        ("a.html", "<p "),
        ("a.html", "&amp"),
        ("a.html", "<!--"),
        ("a.html", "<table>"),
        ("a.html", "<ul><li>"),
        ("a.md", ">"),
        ("a.md", "*a "),
        ("a.md", "["),
        ("a.md", "- "),
        ("a.md", "`"),
        ("a.jsonl", "{\"text\":"),
        ("a.json", "["),
        ("a.xml", "<a>"),
        ("a.xml", "<rss><channel><item>"),
    ];
    for (name, piece) in cases {
        let begun = Instant::now();
        extract(name, piece.repeat(3_000).as_bytes());
        assert!(begun.elapsed() < Duration::from_secs(60), "{name} {piece:?} took {:?}", begun.elapsed());
    }
}
