//! A batch of invented news for measuring: the same bytes on every machine.

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
