//! Writes an invented archive and a batch to compare with it: `cargo run --release --example write_news -- DIR ARTICLES`.
//!
//! DIR gets `batch.jsonl`, 300 articles of three days in autumn 2025, always the same, and `archive/00000.jsonl` and so
//! on with ARTICLES others: first three more on every second story of the batch, then stories of ten years, four articles
//! each. Some names stand everywhere (one story in ten is of Russia and Ukraine, one in five counts people killed), most
//! of the eight thousand places seldom, as in real news.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use corpus::Chance;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::json;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::{env, fs};

/// Articles in one file.
const FILE: usize = 10_000;

/// Stories of the batch, with so many articles each there.
const STORIES: usize = 100;
const EACH: usize = 3;

/// Articles on one story in the archive.
const OUTLETS_OF_STORY: usize = 4;

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(articles)) = (arguments.next(), arguments.next().and_then(|text| text.parse().ok())) else {
        return Err(io::Error::other("usage: write_news DIR ARTICLES"));
    };
    write(Path::new(&folder), articles)
}

fn write(folder: &Path, articles: usize) -> io::Result<()> {
    fs::create_dir_all(folder.join("archive"))?;
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut batch = BufWriter::new(File::create(folder.join("batch.jsonl"))?);
    let mut archive = Vec::new();
    for at in 0..STORIES {
        let day = date(2025, 11, 18).saturating_add(i64::try_from(at % 3).unwrap_or(0).days());
        let story = Story::new(day, &mut chance);
        for outlet in 0..EACH {
            writeln!(batch, "{}", story.article(&format!("new-{at}-{outlet}"), outlet, &mut chance))?;
        }
        if at % 2 == 0 {
            let told = EACH..EACH + 3;
            archive.extend(told.map(|outlet| story.article(&format!("old-{at}-{outlet}"), outlet, &mut chance)));
        }
    }
    batch.flush()?;
    let mut written = 0;
    let mut out: Option<BufWriter<File>> = None;
    while written < articles {
        if archive.is_empty() {
            let back = i64::try_from(chance.below(3650)).unwrap_or(0);
            let story = Story::new(date(2025, 11, 17).saturating_sub(back.days()), &mut chance);
            archive.extend(
                (0..OUTLETS_OF_STORY)
                    .map(|outlet| story.article(&format!("{}", written + outlet), outlet, &mut chance)),
            );
            archive.reverse();
        }
        if written % FILE == 0 {
            out = Some(BufWriter::new(File::create(folder.join(format!("archive/{:05}.jsonl", written / FILE)))?));
        }
        if let (Some(out), Some(article)) = (&mut out, archive.pop()) {
            writeln!(out, "{article}")?;
            written += 1;
        }
        if written % FILE == 0
            && let Some(out) = &mut out
        {
            out.flush()?;
        }
    }
    out.map_or(Ok(()), |mut out| out.flush())
}

const OUTLETS: [&str; 12] = [
    "Il Faro di Borgoalto",
    "Gazzetta del Porto",
    "Corriere di Valle",
    "La Voce del Lago",
    "Cronache del Golfo",
    "Eco delle Colline",
    "The Harbour Times",
    "Millbridge Post",
    "Northern Wire",
    "Coast Weekly",
    "Fenland Mail",
    "Tidewater Herald",
];

/// Sentences on anything, in Italian and in English; `{2..30}` stands for a number from 2 to 30.
const POOL: [&str; 2] = [include_str!("../benches/corpus/it.txt"), include_str!("../benches/corpus/en.txt")];

/// What stories tell, in Italian and in English, the first to which chance falls with so many in a hundred: names and
/// things that stand in the articles of many years.
const HOT: [(u64, [&str; 2]); 4] = [
    (
        10,
        [
            "Russia e Ucraina hanno scambiato {c} prigionieri di guerra a {P} {w}.",
            "Russia and Ukraine exchanged {c} prisoners of war in {P} on {w}.",
        ],
    ),
    (
        25,
        [
            "A {P} sono morte {a} persone e {b} sono rimaste ferite {w}, dice la polizia.",
            "{a} people were killed and {b} injured in {P} on {w}, police said.",
        ],
    ),
    (
        30,
        ["Il governo ha stanziato {e} milioni di euro per {P}.", "The government set aside {e} million euros for {P}."],
    ),
    (100, ["A {P} sono state evacuate {c} famiglie {w}.", "In {P}, {c} families were evacuated on {w}."]),
];

/// Headline and frame of an article, in words that hardly any other story has.
const TITLE: [&str; 2] = ["{N} e {1} a {P}", "{N} and {1} in {P}"];
const FRAME: [&str; 2] = [
    "{1} {2}, {3} e {4} erano a {Q} con {N}. {5} ha parlato a {6}, davanti a {7} e {8}.",
    "{1} {2}, {3} and {4} were in {Q} with {N}. {5} spoke in {6}, before {7} and {8}.",
];

/// One thing that happened.
struct Story {
    day: Date,
    /// Which of [`HOT`] it tells, and which sentence of [`POOL`].
    hot: usize,
    other: usize,
    places: [String; 2],
    person: String,
    /// Names that only this story has.
    own: [String; 8],
    figures: [u64; 4],
}

const BEGINNINGS: [&str; 20] = [
    "Bor", "Val", "Tor", "Mon", "Cas", "Pel", "Ser", "Gra", "Lun", "Far", "Mil", "Ros", "Cor", "Ber", "Tal", "Ven",
    "Dor", "Pra", "Sal", "Nor",
];
const MIDDLES: [&str; 20] = [
    "de", "ma", "ri", "lo", "ne", "ta", "vi", "go", "sa", "pe", "lu", "mo", "ra", "ci", "do", "fe", "na", "bo", "ge",
    "li",
];
const ENDS: [&str; 20] = [
    "go", "mura", "lano", "sta", "nello", "rate", "dale", "vico", "sella", "tone", "rino", "mona", "cello", "gate",
    "berg", "ford", "lena", "tura", "zano", "nia",
];

/// A name; those with small numbers come far more often than the others.
fn name(chance: &mut Chance) -> String {
    let most = 1 + chance.below(8000);
    let at = usize::try_from(chance.below(most)).unwrap_or(0);
    let (beginning, middle, end) = (at % 20, at / 20 % 20, at / 400);
    format!("{}{}{}", BEGINNINGS[beginning], MIDDLES[middle], ENDS[end])
}

/// A name that hardly comes again.
fn rare_name(chance: &mut Chance) -> String {
    let part = |chance: &mut Chance, of: &[&str; 20]| of[usize::try_from(chance.below(20)).unwrap_or(0)].to_owned();
    part(chance, &BEGINNINGS) + &part(chance, &MIDDLES) + &part(chance, &MIDDLES) + &part(chance, &ENDS)
}

impl Story {
    fn new(day: Date, chance: &mut Chance) -> Self {
        let hot = HOT.iter().position(|(share, _)| chance.below(100) < *share).unwrap_or(HOT.len() - 1);
        let other = usize::try_from(chance.below(100)).unwrap_or(0);
        let figures = [2 + chance.below(12), 3 + chance.below(40), 50 + chance.below(400), 60 + chance.below(900)];
        let places = [name(chance), name(chance)];
        let person = format!("{} {}", rare_name(chance), name(chance));
        Self { day, hot, other, places, person, own: [(); 8].map(|()| rare_name(chance)), figures }
    }

    /// One outlet's article, in which one figure in eight is another.
    fn article(&self, id: &str, outlet: usize, chance: &mut Chance) -> String {
        let other_language = usize::try_from(chance.below(2)).unwrap_or(0) * OUTLETS.len() / 2;
        let outlet = (outlet + other_language + self.hot) % OUTLETS.len();
        let language = usize::from(outlet >= OUTLETS.len() / 2);
        let figures = self.figures.map(|it| if chance.below(8) == 0 { it + 1 + chance.below(3) } else { it });
        let published = self.day.saturating_add(i64::try_from(chance.below(2)).unwrap_or(0).days());
        let pool: Vec<&str> = POOL[language].lines().collect();
        let other = numbered(pool[self.other % pool.len()], self.figures[0]);
        let text = [HOT[self.hot].1[language], FRAME[language], &other].join(" ");
        json!({
            "id": id,
            "title": self.fill(TITLE[language], language, figures),
            "outlet": OUTLETS[outlet],
            "published": published.to_string(),
            "lang": if language == 0 { "it" } else { "en" },
            "text": self.fill(&text, language, figures),
        })
        .to_string()
    }

    fn fill(&self, text: &str, language: usize, [a, b, c, e]: [u64; 4]) -> String {
        let month = MONTHS[usize::from(self.day.month().unsigned_abs()) - 1];
        let when = match language {
            0 => format!("il {} {} {}", self.day.day(), month.0, self.day.year()),
            _ => format!("{} {} {}", self.day.day(), month.1, self.day.year()),
        };
        let mut text = text
            .replace("{P}", &self.places[0])
            .replace("{Q}", &self.places[1])
            .replace("{N}", &self.person)
            .replace("{w}", &when);
        for (at, own) in self.own.iter().enumerate() {
            text = text.replace(&format!("{{{}}}", at + 1), own);
        }
        for (slot, figure) in ["{a}", "{b}", "{c}", "{e}"].iter().zip([a, b, c, e]) {
            text = text.replace(slot, &figure.to_string());
        }
        text
    }
}

/// A sentence of the pool with a number in each place for one, the same in every article of a story.
fn numbered(sentence: &str, seed: u64) -> String {
    let mut text = String::new();
    for (at, part) in sentence.split(['{', '}']).enumerate() {
        match part.split_once("..").filter(|_| at % 2 == 1) {
            Some((low, high)) => {
                let (low, high): (u64, u64) = (low.parse().unwrap_or(1), high.parse().unwrap_or(9));
                text.push_str(&(low + seed % (high - low + 1)).to_string());
            }
            None => text.push_str(part),
        }
    }
    text
}

const MONTHS: [(&str, &str); 12] = [
    ("gennaio", "January"),
    ("febbraio", "February"),
    ("marzo", "March"),
    ("aprile", "April"),
    ("maggio", "May"),
    ("giugno", "June"),
    ("luglio", "July"),
    ("agosto", "August"),
    ("settembre", "September"),
    ("ottobre", "October"),
    ("novembre", "November"),
    ("dicembre", "December"),
];
