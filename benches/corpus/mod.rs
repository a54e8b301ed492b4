//! A batch of invented news for measuring: the same bytes on every machine.

#![allow(dead_code, reason = "the benchmarks and the example that writes the batches each use a part")]

use std::fmt::Write;

/// Code and sentences of a language; `{2..30}` stands for a number from 2 to 30.
const LANGUAGES: [(&str, &str); 6] = [
    ("it", include_str!("it.txt")),
    ("en", include_str!("en.txt")),
    ("fr", include_str!("fr.txt")),
    ("es", include_str!("es.txt")),
    ("de", include_str!("de.txt")),
    ("pt", include_str!("pt.txt")),
];

/// Articles of 2 to 10 KB, all languages in turn, until they hold `bytes` together.
pub fn articles(bytes: usize) -> Vec<String> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut articles = Vec::new();
    let mut written = 0;
    while written < bytes {
        let length = 2_000 + usize::try_from(chance.below(8_000)).unwrap_or(0);
        let article = article(articles.len(), length.min((bytes - written).max(2_000)), &mut chance);
        written += article.len();
        articles.push(article);
    }
    articles
}

/// One article of about so many bytes; `index` settles its language and the names in it.
pub fn article(index: usize, bytes: usize, chance: &mut Chance) -> String {
    let (_, sentences) = LANGUAGES[index % LANGUAGES.len()];
    let sentences: Vec<&str> = sentences.lines().collect();
    let place = format!("{}{}", ["Tor", "Mill", "Val", "Bren"][index % 4], ["vale", "dorf", "mora"][index % 3]);
    let mut text = format!("{place}\n\n");
    let mut since_break = 0;
    while text.len() < bytes {
        let sentence = sentences[usize::try_from(chance.below(sentences.len() as u64)).unwrap_or(0)];
        fill(sentence, chance, &mut text);
        since_break += 1;
        text.push_str(if since_break % 4 == 0 { "\n\n" } else { " " });
    }
    text
}

fn fill(sentence: &str, chance: &mut Chance, text: &mut String) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        let (low, high) = slot.split_once("..").unwrap_or(("1", "9"));
        let (low, high): (u64, u64) = (low.parse().unwrap_or(1), high.parse().unwrap_or(9));
        text.push_str(before);
        let _ = write!(text, "{}", low + chance.below(high - low + 1));
        rest = after;
    }
    text.push_str(rest);
}

/// Numbers that look random and are always the same (xorshift).
pub struct Chance(pub u64);

impl Chance {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Topics of the stories, Italian and English in turn, five sentences each; `{P}` and `{Q}` stand for places, `{S}` for a
/// surname or a firm, `{A}` and `{B}` for countries.
const TOPICS: &str = include_str!("stories.txt");

/// What is said around the facts; `{N}` and `{M}` stand for names, `{w}` for words.
const TALK: [(&str, &str); 2] = [("it", include_str!("talk.it.txt")), ("en", include_str!("talk.en.txt"))];

/// Countries that much is written about: keys of theirs are shared by crowds.
const COUNTRIES: [[(&str, &str); 2]; 3] = [
    [("la Russia", "Russia"), ("l'Ucraina", "Ukraine")],
    [("Israele", "Israel"), ("la Palestina", "Palestine")],
    [("gli Stati Uniti", "the United States"), ("la Cina", "China")],
];

/// Syllables that names are made of.
const SYLLABLES: [&str; 20] = [
    "bar", "cal", "dor", "fel", "gan", "lim", "mon", "nor", "pel", "ras", "sol", "tar", "val", "ver", "zan", "bri",
    "cos", "dre", "gro", "stel",
];

/// An article of a story: what it is called, on which day of a few years it was published, and its text of about so many bytes.
pub struct Told {
    /// Name in its batch.
    pub id: String,
    /// Day of publication.
    pub published: String,
    /// The text.
    pub text: String,
}

/// Articles of many stories, each told by a few outlets within some days, a tenth of them on the same few countries.
pub fn stories(articles: usize, bytes: usize) -> impl Iterator<Item = Told> {
    /// Outlets that tell each story.
    const OUTLETS: usize = 5;
    let topics: Vec<Vec<&str>> = TOPICS.split("\n\n").map(|topic| topic.lines().collect()).collect();
    (0..articles).map(move |index| {
        let story = index / OUTLETS;
        // What is told of a story is mostly the same in all outlets, and wrong in some.
        let mut names = Chance(0x9e37_79b9_7f4a_7c15 ^ ((story as u64 + 1) << 20));
        let mut chance = Chance(0x2545_f491_4f6c_dd1d ^ ((index as u64 + 1) << 20));
        let english = chance.below(2) == 1;
        let on_countries = names.below(10) == 0;
        let topic = if on_countries { 0 } else { 1 + names.below(topics.len() as u64 / 2 - 1) as usize };
        let topic = 2 * topic + usize::from(english);
        let countries = COUNTRIES[names.below(3) as usize].map(|(it, en)| if english { en } else { it });
        let [place, other, surname] = [(); 3].map(|()| name(&mut names));
        let others: Vec<String> = (0..8).map(|_| name(&mut names)).collect();
        // Words that no lexicon knows: what else the articles of a story have in common.
        let words: Vec<String> = (0..60).map(|_| name(&mut names).to_lowercase()).collect();
        let day = names.below(1500) + chance.below(3);
        let published = format!("{:04}-{:02}-{:02}", 2021 + day / 360, day % 360 / 30 + 1, (day % 30 + 1).min(28));
        let mut text = format!("{place}, {other}\n\n");
        let sentences = &topics[topic];
        let begin = chance.below(5) as usize;
        for at in (begin..begin + 3).map(|at| at % sentences.len()) {
            let mut figures = Chance(names.0 ^ (at as u64 + 1));
            let sentence = sentences[at]
                .replace("{P}", &place)
                .replace("{Q}", &other)
                .replace("{S}", &surname)
                .replace("{A}", countries[0])
                .replace("{B}", countries[1]);
            fill(&sentence, if chance.below(8) == 0 { &mut chance } else { &mut figures }, &mut text);
            text.push(' ');
        }
        let (_, filler) = TALK[usize::from(english)];
        let filler: Vec<&str> = filler.lines().collect();
        let mut since_break = 0;
        while text.len() < bytes {
            let pick = |chance: &mut Chance| others[chance.below(others.len() as u64) as usize].clone();
            let (one, two) = (pick(&mut chance), pick(&mut chance));
            let sentence = filler[chance.below(filler.len() as u64) as usize];
            let sentence = sentence.replace("{N}", &one).replace("{M}", &two);
            for piece in sentence.split_inclusive("{w}") {
                text.push_str(piece.trim_end_matches("{w}"));
                if piece.ends_with("{w}") {
                    text.push_str(&words[chance.below(words.len() as u64) as usize]);
                }
            }
            since_break += 1;
            text.push_str(if since_break % 4 == 0 { "\n\n" } else { " " });
        }
        Told { id: format!("{index:08}"), published, text }
    })
}

fn name(chance: &mut Chance) -> String {
    let syllables = 3 + chance.below(2);
    let mut name: String = (0..syllables).map(|_| SYLLABLES[chance.below(20) as usize]).collect();
    name.push(['a', 'o', 'e', 'i'][chance.below(4) as usize]);
    name[..1].to_uppercase() + &name[1..]
}
