//! Writes an invented archive and a batch to compare with it: `cargo run --release --example write_news -- DIR ARTICLES`.
//!
//! DIR gets `batch.jsonl`, 300 articles of three days in autumn 2025, always the same, and `archive/00000.jsonl` and so
//! on with ARTICLES others: first three more on every second story of the batch, then stories of ten years, four articles
//! each. Some names stand everywhere (every tenth story is of Russia and Ukraine, every fourth counts people killed), most
//! of the eight thousand places seldom, as in real news.

#[path = "../benches/corpus/mod.rs"]
#[allow(dead_code, reason = "only its random numbers are used")]
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

/// What is told, in Italian and in English: headline and text. `{P}` is the place, `{Q}` another, `{N}` a person, `{d}` the
/// day, `{a}` to `{d}` figures.
const PLOTS: &[[&str; 4]] = &[
    [
        "Scontro a {P}, {a} morti",
        "Sono {a} le persone morte e {b} quelle ferite nello scontro fra due autobus avvenuto {w} vicino a {P}. A bordo c'erano {c} passeggeri, dice la polizia di {P}. L'autobus era partito da {Q}, a {e} chilometri.",
        "{a} people killed in {P} crash",
        "{A} people were killed and {b} injured when two buses collided near {P} on {w}. There were {c} passengers on board, the police of {P} said. One bus had left {Q}, {e} kilometres away.",
    ],
    [
        "Piena a {P}, {c} sfollati",
        "Il fiume ha invaso {w} le strade di {P}: {c} residenti sono stati evacuati e {a} sono morti, secondo il sindaco {N}. Sono caduti {e} millimetri di pioggia in {b} ore. Anche a {Q} le scuole restano chiuse.",
        "Flood in {P}: {c} evacuated",
        "The river flooded the streets of {P} on {w}: {c} residents were evacuated and {a} people were killed, mayor {N} said. {E} millimetres of rain fell in {b} hours. Schools in {Q} stay closed as well.",
    ],
    [
        "Russia e Ucraina, scambio di {c} prigionieri",
        "Russia e Ucraina hanno scambiato {w} {c} prigionieri di guerra a {P}. Lo ha detto il negoziatore {N}. Nell'attacco di {Q} erano morti {a} soldati e {b} civili.",
        "Russia and Ukraine exchange {c} prisoners",
        "Russia and Ukraine exchanged {c} prisoners of war in {P} on {w}, negotiator {N} said. In the attack on {Q}, {a} soldiers and {b} civilians had been killed.",
    ],
    [
        "Il bilancio di {P}: {e} milioni",
        "Il consiglio di {P} ha approvato {w} un bilancio di {e} milioni di euro, con {c} voti a favore e {b} contrari. Il sindaco {N} promette {a} scuole nuove. A {Q} le tasse salgono del {b}%.",
        "{P} passes a budget of {e} million",
        "The council of {P} passed a budget of {e} million euros on {w}, with {c} votes to {b}. Mayor {N} promises {a} new schools. In {Q}, taxes rise by {b} per cent.",
    ],
    [
        "Incendio in una fabbrica di {P}",
        "{A} operai sono morti e {b} sono rimasti feriti nell'incendio di una fabbrica a {P}, {w}. I vigili del fuoco hanno lavorato {b} ore. La fabbrica, di {N}, ha {c} dipendenti; un'altra è a {Q}.",
        "Fire at a factory in {P}",
        "{A} workers were killed and {b} injured in a fire at a factory in {P} on {w}. Firefighters worked for {b} hours. The factory, owned by {N}, has {c} employees; another is in {Q}.",
    ],
    [
        "{P}, in {e} in piazza",
        "Oltre {e} persone hanno manifestato {w} a {P} contro la chiusura dell'ospedale. La polizia ha arrestato {a} manifestanti; {b} agenti sono rimasti feriti. L'ospedale ha {c} letti, dice {N}. Un corteo anche a {Q}.",
        "{e} march in {P}",
        "More than {e} people marched in {P} on {w} against the closure of the hospital. Police arrested {a} protesters; {b} officers were injured. The hospital has {c} beds, {N} said. There was a march in {Q} as well.",
    ],
    [
        "Terremoto a {P}",
        "Un terremoto ha colpito {P} {w}: {a} morti, {b} dispersi e {c} case distrutte, secondo {N}. La scossa è stata sentita a {Q}, a {e} chilometri.",
        "Earthquake hits {P}",
        "An earthquake hit {P} on {w}: {a} people were killed, {b} are missing and {c} houses were destroyed, {N} said. It was felt in {Q}, {e} kilometres away.",
    ],
    [
        "{P}, vince {N}",
        "{N} è stato eletto sindaco di {P} con {c} voti in più del suo avversario. Hanno votato {w} {e} elettori in {b} seggi; {a} seggi hanno aperto in ritardo. A {Q} si vota di nuovo.",
        "{N} wins in {P}",
        "{N} was elected mayor of {P} with {c} votes more than his rival. {E} people voted in {b} polling stations on {w}; {a} stations opened late. {Q} votes again.",
    ],
];

/// One thing that happened.
struct Story {
    day: Date,
    plot: usize,
    places: [String; 2],
    person: String,
    /// Names that only this story has: streets, firms, witnesses.
    own: [String; 4],
    figures: [u64; 4],
}

/// Sentences that tell the more of a story, in Italian and in English; `{1}` to `{4}` are names of its own.
const MORE: [[&str; 2]; 8] = [
    ["La piazza {1} resta chiusa, ha detto {2}.", "{1} Square stays closed, {2} said."],
    ["Il tribunale di {3} ha aperto un'inchiesta.", "The court in {3} opened an inquiry."],
    ["Aiuti sono arrivati da {4} e da {3}.", "Help arrived from {4} and from {3}."],
    ["{2}, avvocato, parla di un errore.", "{2}, a lawyer, speaks of a mistake."],
    ["La ditta {1} non ha commentato.", "The company {1} did not comment."],
    ["Il ministro {2} è atteso a {4}.", "Minister {2} is expected in {4}."],
    ["Il quartiere {3} era senza corrente.", "The {3} district was without power."],
    ["Un testimone, {1} {4}, ha chiamato i soccorsi.", "A witness, {1} {4}, called for help."],
];

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
        let plot = match chance.below(10) {
            0 => 2,
            other => usize::try_from(other).unwrap_or(0) % PLOTS.len(),
        };
        let figures = [2 + chance.below(12), 3 + chance.below(40), 50 + chance.below(400), 60 + chance.below(900)];
        let person =
            format!("{} {}", BEGINNINGS[usize::try_from(chance.below(20)).unwrap_or(0)].to_owned() + "o", name(chance));
        let own = [(); 4].map(|()| rare_name(chance));
        Self { day, plot, places: [name(chance), name(chance)], person, own, figures }
    }

    /// One outlet's article, in which one figure in eight is another.
    fn article(&self, id: &str, outlet: usize, chance: &mut Chance) -> String {
        let outlet = (outlet * 5 + usize::try_from(chance.below(2)).unwrap_or(0) * 6 + self.plot) % OUTLETS.len();
        let english = outlet >= OUTLETS.len() / 2;
        let plot = PLOTS[self.plot];
        let (title, text) = if english { (plot[2], plot[3]) } else { (plot[0], plot[1]) };
        let figures =
            self.figures.map(|figure| if chance.below(8) == 0 { figure + 1 + chance.below(3) } else { figure });
        let published = self.day.saturating_add(i64::try_from(chance.below(2)).unwrap_or(0).days());
        // Half of the other sentences, one or two of them left out here.
        let language = usize::from(english);
        let first = usize::try_from(self.figures[2]).unwrap_or(0);
        let more = (0..5).filter(|_| chance.below(4) > 0).map(|at| MORE[(first + at) % MORE.len()][language]);
        let text = format!("{text} {}", more.collect::<Vec<_>>().join(" "));
        let fill = |text: &str| self.fill(text, english, figures);
        json!({
            "id": id,
            "title": fill(title),
            "outlet": OUTLETS[outlet],
            "published": published.to_string(),
            "lang": if english { "en" } else { "it" },
            "text": fill(&text),
        })
        .to_string()
    }

    fn fill(&self, text: &str, english: bool, [a, b, c, e]: [u64; 4]) -> String {
        let month = usize::from(self.day.month().unsigned_abs()) - 1;
        let when = match english {
            true => format!("{} {} {}", self.day.day(), MONTHS[month].1, self.day.year()),
            false => format!("il {} {} {}", self.day.day(), MONTHS[month].0, self.day.year()),
        };
        text.replace("{P}", &self.places[0])
            .replace("{Q}", &self.places[1])
            .replace("{N}", &self.person)
            .replace("{1}", &self.own[0])
            .replace("{2}", &self.own[1])
            .replace("{3}", &self.own[2])
            .replace("{4}", &self.own[3])
            .replace("{w}", &when)
            .replace("{a}", &a.to_string())
            .replace("{A}", &a.to_string())
            .replace("{b}", &b.to_string())
            .replace("{c}", &c.to_string())
            .replace("{e}", &e.to_string())
            .replace("{E}", &e.to_string())
    }
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
