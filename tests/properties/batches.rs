//! What is found in a batch depends on the pairs in it, and on what articles say, not on how they are typed.

use super::RULES;
use super::printers::PRINTERS;
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::finding::Finding;
use claimdiff::pipeline::{self, Reading};
use claimdiff::report::{ValueRecord, jsonl};
use claimdiff::source::{Limits, read_bytes};
use proptest::prelude::*;

/// Sentences of invented news in six languages; `{2..30}` stands for a number from 2 to 30.
const SENTENCES: [&str; 6] = [
    include_str!("../../benches/corpus/it.txt"),
    include_str!("../../benches/corpus/en.txt"),
    include_str!("../../benches/corpus/fr.txt"),
    include_str!("../../benches/corpus/es.txt"),
    include_str!("../../benches/corpus/de.txt"),
    include_str!("../../benches/corpus/pt.txt"),
];

/// An article in the language of that index that says everything once; another seed tells the same in other figures.
fn news(index: usize, mut seed: u64) -> String {
    let mut text = String::from("Torvale\n\n");
    for sentence in SENTENCES[index].lines() {
        let mut pieces = sentence.split(['{', '}']);
        text.push_str(pieces.next().unwrap());
        while let (Some(slot), Some(after)) = (pieces.next(), pieces.next()) {
            let (low, high) = slot.split_once("..").unwrap();
            let (low, high): (u64, u64) = (low.parse().unwrap(), high.parse().unwrap());
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(&(low + (seed >> 33) % (high - low + 1)).to_string());
            text.push_str(after);
        }
        text.push_str("\n\n");
    }
    text
}

fn read(articles: &[(&str, &str)]) -> Vec<ArticleClaims> {
    let articles = articles.iter().flat_map(|(name, text)| read_bytes(name, text.as_bytes(), &Limits::default()).0);
    pipeline::claims_of(articles.collect(), Vec::new(), &RULES, &Reading::default()).articles
}

/// What identifies each finding and how it was judged, in no order.
fn verdicts<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<String> {
    let verdict = |finding: &Finding| {
        let mut out = Vec::new();
        jsonl::findings(&mut out, std::slice::from_ref(finding), &RULES).unwrap();
        let record: serde_json::Value = serde_json::from_slice(&out).unwrap();
        format!("{} {} {} {}", record["id"], record["class"], record["check"], record["confidence"])
    };
    let mut verdicts: Vec<String> = findings.into_iter().map(verdict).collect();
    verdicts.sort();
    verdicts
}

fn found(articles: &[(&str, &str)]) -> Vec<Finding> {
    pipeline::findings(&read(articles), &RULES)
}

/// Kind, value, question and text of every claim, without its places.
fn told(article: &ArticleClaims) -> Vec<String> {
    let claim = |claim: &Claim| {
        let value = serde_json::to_string(&ValueRecord::new(&claim.answer, &RULES.units)).unwrap();
        let question = claim.subject.as_ref().map(|subject| {
            let events: Vec<&str> = subject.events.iter().map(|event| event.key()).collect();
            let counted = subject.counted.as_ref().map(|term| term.key());
            format!("{counted:?} {events:?} {:?} {:?} {:?}", subject.time, subject.share, subject.scope)
        });
        format!("{} {value} {question:?}", claim.kind().name())
    };
    article.mentions.iter().map(|mention| claim(mention)).collect()
}

/// A text as somebody else would type it.
type Typing = fn(&str) -> String;

/// Ways to type the same text.
const TYPINGS: [(&str, Typing); 8] = [
    ("curly apostrophes", |text| text.replace('\'', "’")),
    ("straight apostrophes", |text| text.replace('’', "'")),
    ("two spaces", two_spaces),
    ("spaces that do not break", |text| text.replace(' ', "\u{a0}")),
    ("windows line ends", |text| text.replace('\n', "\r\n")),
    ("spaces at the ends of lines", |text| text.replace('\n', " \n")),
    ("more empty lines", |text| text.replace("\n\n", "\n\n\n\n")),
    ("decomposed accents", |text| decomposed(text)),
];

/// Two spaces for one, but inside a figure, where two part the columns of a table.
fn two_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let typed = chars.iter().enumerate().map(|(at, c)| match c {
        ' ' if !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))) => "  ".to_owned(),
        _ => c.to_string(),
    });
    typed.collect()
}

fn decomposed(text: &str) -> String {
    let pairs = [
        ('à', "a\u{300}"),
        ('è', "e\u{300}"),
        ('é', "e\u{301}"),
        ('ì', "i\u{300}"),
        ('ò', "o\u{300}"),
        ('ù', "u\u{300}"),
        ('ä', "a\u{308}"),
        ('ö', "o\u{308}"),
        ('ü', "u\u{308}"),
        ('ñ', "n\u{303}"),
        ('ç', "c\u{327}"),
        ('ã', "a\u{303}"),
        ('õ', "o\u{303}"),
        ('ê', "e\u{302}"),
        ('í', "i\u{301}"),
        ('ó', "o\u{301}"),
        ('á', "a\u{301}"),
        ('ú', "u\u{301}"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (one, two)| text.replace(*one, two))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn judging_knows_no_order(index in 0_usize..6, one: u64, other: u64, third: u64) {
        let (a, b, c) = (news(index, one), news(index, other), news(index, third));
        let forth = found(&[("a.txt", &a), ("b.txt", &b), ("c.txt", &c)]);
        let back = found(&[("c.txt", &c), ("a.txt", &a), ("b.txt", &b)]);
        prop_assert_eq!(verdicts(&forth), verdicts(&back));
    }

    #[test]
    fn judging_knows_no_threads(index in 0_usize..6, one: u64, other: u64) {
        let (a, b) = (news(index, one), news(index, other));
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let mut out = Vec::new();
            let findings = pool.install(|| found(&[("a.txt", &a), ("b.txt", &b)]));
            jsonl::findings(&mut out, &findings, &RULES).unwrap();
            String::from_utf8(out).unwrap()
        };
        prop_assert_eq!(with(1), with(3));
    }

    #[test]
    fn an_unrelated_article_changes_nothing(index in 0_usize..6, away in 0_usize..6, seeds: [u64; 3]) {
        let [a, b] = [news(index, seeds[0]), news(index, seeds[1])];
        let other = news(away, seeds[2]);
        let alone = found(&[("a.txt", &a), ("b.txt", &b)]);
        let beside = found(&[("a.txt", &a), ("b.txt", &b), ("c.txt", &other)]);
        let of_both = beside.iter().filter(|it| it.places.claims().iter().all(|claim| claim.article.id != "c.txt"));
        prop_assert_eq!(verdicts(&alone), verdicts(of_both));
    }

    /// A copy contradicts nothing that the article does not contradict itself.
    #[test]
    fn a_copy_agrees_however_it_is_typed(index in 0_usize..6, seed: u64, typing in 0_usize..TYPINGS.len()) {
        let text = news(index, seed);
        let (what, retype) = TYPINGS[typing];
        let typed = retype(&text);
        let [original, copy] = <[_; 2]>::try_from(read(&[("a.txt", &text), ("b.txt", &typed)])).unwrap();
        prop_assert_eq!(told(&original), told(&copy), "{}: {}", what, typed);
        let between = pipeline::findings(&[original, copy], &RULES);
        let between = between.iter().filter(|finding| finding.places.claims().windows(2).any(|pair| pair[0].article.id != pair[1].article.id));
        prop_assert_eq!(verdicts(between), Vec::<String>::new(), "{}: {}", what, typed);
    }
}

/// The fixtures say what they say in every typing.
#[test]
fn fixtures_agree_with_their_copies() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for name in [
        "budget/millbridge-post.txt",
        "incendio/coast-weekly.txt",
        "incendio/il-faro-di-torralba.txt",
        "prigionieri/corriere-di-valle.txt",
        "prigionieri/harbour-times.txt",
    ] {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        for (what, retype) in TYPINGS {
            let typed = retype(&text);
            let [original, copy] = <[_; 2]>::try_from(read(&[("a.txt", &text), ("b.txt", &typed)])).unwrap();
            assert_eq!(told(&original), told(&copy), "{name} with {what}");
        }
    }
}

/// Sentences of one claim in several topics; `{}` stands for its number.
const COUNTS: [(&str, [&str; 4]); 6] = [
    (
        "it",
        [
            "L'incendio di Torvale ha ucciso {} operai.",
            "Al corteo di Torvale c'erano {} persone.",
            "La scuola di Torvale ha {} studenti.",
            "La tempesta ha abbattuto {} alberi a Torvale.",
        ],
    ),
    (
        "en",
        [
            "The fire in Milldorf killed {} workers.",
            "The march in Milldorf drew {} people.",
            "The school in Milldorf has {} students.",
            "The storm felled {} trees in Milldorf.",
        ],
    ),
    (
        "fr",
        [
            "L'incendie de Valmora a tué {} ouvriers.",
            "La marche de Valmora a réuni {} personnes.",
            "L'école de Valmora compte {} élèves.",
            "La tempête a abattu {} arbres à Valmora.",
        ],
    ),
    (
        "es",
        [
            "El incendio de Valmora mató a {} obreros.",
            "En la marcha de Valmora participaron {} soldados.",
            "La escuela de Valmora tiene {} alumnos.",
            "La tormenta derribó {} postes en Valmora.",
        ],
    ),
    (
        "de",
        [
            "Der Brand in Brenvale tötete {} Arbeiter.",
            "Am Umzug in Brenvale nahmen {} Menschen teil.",
            "Die Schule in Brenvale hat {} Schüler.",
            "Der Sturm fällte {} Bäume in Brenvale.",
        ],
    ),
    (
        "pt",
        [
            "O incêndio de Valmora matou {} operários.",
            "Na marcha de Valmora participaram {} soldados.",
            "A escola de Valmora tem {} alunos.",
            "A tempestade derrubou {} postes em Valmora.",
        ],
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// "dodici" and "12" are one answer to one question, in every language and topic.
    #[test]
    fn number_words_and_digits_say_the_same(number in 2_u64..1_000, sentence in 0_usize..4) {
        for (code, sentences) in &COUNTS {
            prop_assert_eq!(told_apart(code, sentences[sentence], number), None);
        }
    }

    /// And so are "dodicimilatré" and "12.003". What ends in a full thousand is rounded in words and exact in digits:
    /// "dodicimila" may be 12,400, "12.000" may not.
    #[test]
    fn large_number_words_and_digits_say_the_same(thousands in 1_u64..1_000_000_000, rest in 1_u64..1_000, small: bool) {
        let thousands = if small { thousands % 1_000 + 1 } else { thousands };
        for (code, sentences) in &COUNTS {
            prop_assert_eq!(told_apart(code, sentences[0], thousands * 1_000 + rest), None);
        }
    }
}

/// A number in a sentence, in words and in digits: what is said, where it is not the same.
fn told_apart(code: &str, sentence: &str, number: u64) -> Option<String> {
    let printer = PRINTERS.iter().find(|printer| printer.code == code).unwrap();
    let text = |number: &str| sentence.replace("{}", number);
    let (words, digits) = (text(&(printer.print)(number)), text(&grouped(code, number)));
    // A single sentence does not tell its language for sure.
    let record = |text: &str| serde_json::json!({ "text": text, "lang": code }).to_string();
    let read = read(&[("a.jsonl", &record(&words)), ("b.jsonl", &record(&digits))]);
    let [words_say, digits_say] = [told(&read[0]), told(&read[1])];
    let is_one = words_say.len() == 1 && words_say == digits_say;
    (!is_one).then(|| format!("{code}: {words}\n{words_say:?}\n{digits}\n{digits_say:?}"))
}

/// A number in digits, with what parts its thousands in the language.
fn grouped(code: &str, number: u64) -> String {
    let separator = match code {
        "en" => ',',
        "fr" => '\u{202f}',
        _ => '.',
    };
    let digits = number.to_string();
    let parted = digits.chars().enumerate().flat_map(|(at, digit)| {
        let begins_group = at > 0 && (digits.len() - at).is_multiple_of(3);
        begins_group.then_some(separator).into_iter().chain([digit])
    });
    parted.collect()
}

/// So do two numbers in one sentence.
#[test]
fn two_numbers_in_words_and_digits_say_the_same() {
    let pairs = [
        (
            "it",
            "L'incendio di Torvale ha ucciso dodici operai e ferito ventitré vigili.",
            "dodici",
            "12",
            "ventitré",
            "23",
        ),
        (
            "en",
            "The fire in Milldorf killed twelve workers and injured twenty-three firefighters.",
            "twelve",
            "12",
            "twenty-three",
            "23",
        ),
        (
            "fr",
            "L'incendie de Valmora a tué douze ouvriers et blessé vingt-trois pompiers.",
            "douze",
            "12",
            "vingt-trois",
            "23",
        ),
        (
            "es",
            "El incendio de Valmora mató a doce obreros e hirió a veintitrés bomberos.",
            "doce",
            "12",
            "veintitrés",
            "23",
        ),
        (
            "de",
            "Der Brand in Brenvale tötete zwölf Arbeiter und verletzte dreiundzwanzig Feuerwehrleute.",
            "zwölf",
            "12",
            "dreiundzwanzig",
            "23",
        ),
        (
            "pt",
            "O incêndio de Valmora matou doze operários e feriu vinte e três bombeiros.",
            "doze",
            "12",
            "vinte e três",
            "23",
        ),
    ];
    for (code, words, one, ten, two, more) in pairs {
        let digits = words.replacen(one, ten, 1).replacen(two, more, 1);
        let read = read(&[("a.txt", words), ("b.txt", &digits)]);
        assert_eq!(told(&read[0]).len(), 2, "{code}: {words}");
        assert_eq!(told(&read[0]), told(&read[1]), "{code}: {words}");
    }
}

/// Laws about findings would hold of nothing otherwise.
#[test]
fn the_news_contradict_each_other() {
    for index in 0..SENTENCES.len() {
        let findings = found(&[("a.txt", &news(index, 1)), ("b.txt", &news(index, 2))]);
        assert!(findings.len() > 2, "{index}: {}", findings.len());
    }
}

/// What is printed depends on no setting of the machine.
#[test]
fn output_knows_no_machine() {
    let printed = |variables: &[(&str, &str)]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_claimdiff"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).envs(variables.iter().copied());
        command.args(["check", "fixtures/budget", "fixtures/incendio", "fixtures/prigionieri", "--no-config"]);
        command.args(["--output", "jsonl", "--output", "html=/dev/null"]).env("CLAIMDIFF_TODAY", "2026-03-20");
        let output = command.output().unwrap();
        assert!(output.status.code() == Some(1) && !output.stdout.is_empty());
        (output.stdout, output.stderr)
    };
    let usual = printed(&[]);
    for variables in [
        &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")][..],
        &[("LC_ALL", "C"), ("TZ", "Pacific/Kiritimati")],
        &[("TZ", "America/Adak"), ("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "7"), ("TZ", "nowhere")],
    ] {
        assert_eq!(printed(variables), usual, "{variables:?}");
    }
}
