//! What names of elements and classes say: block or inline, text or surroundings.

use super::super::article::BlockKind;

/// What an element does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Part of the line.
    Inline,
    /// Stands on its own.
    Block,
    /// Stands on its own and may hold an article.
    Container,
    /// A row of a table, and a cell of one.
    Row,
    /// A cell of a row.
    Cell,
    /// Without content and end tag.
    Void,
    /// Its content is no text.
    Skip,
}

/// How sure it is that an element is not the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Noise {
    /// It may be.
    #[default]
    None,
    /// Its class says that it is something else.
    Likely,
    /// Its element says so.
    Sure,
    /// It is never shown.
    Never,
}

/// What the element called `name` does.
pub(super) fn flow(name: &[u8]) -> Flow {
    match name {
        b"area" | b"base" | b"br" | b"col" | b"embed" | b"hr" | b"img" | b"input" | b"link" | b"meta" | b"param"
        | b"source" | b"track" | b"wbr" => Flow::Void,
        b"script" | b"style" | b"template" | b"svg" | b"math" | b"canvas" | b"iframe" | b"object" | b"noscript"
        | b"select" | b"textarea" | b"button" | b"audio" | b"video" | b"map" | b"title" | b"datalist" => Flow::Skip,
        b"article" | b"main" | b"section" | b"div" | b"body" | b"center" => Flow::Container,
        b"td" | b"th" => Flow::Cell,
        b"tr" => Flow::Row,
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"ul" | b"ol" | b"li" | b"dl" | b"dt" | b"dd"
        | b"blockquote" | b"pre" | b"figure" | b"figcaption" | b"table" | b"thead" | b"tbody" | b"tfoot"
        | b"caption" | b"header" | b"footer" | b"nav" | b"aside" | b"form" | b"fieldset" | b"address" | b"details"
        | b"summary" | b"hgroup" | b"html" | b"head" | b"dialog" | b"search" | b"menu" => Flow::Block,
        _ => Flow::Inline,
    }
}

/// What the element is by its name, where it stands outside an article.
pub(super) fn noise_of_name(name: &[u8], in_article: bool) -> Noise {
    match name {
        b"header" if !in_article => Noise::Sure,
        b"nav" | b"footer" | b"aside" | b"dialog" | b"menu" | b"search" => Noise::Sure,
        b"form" => Noise::Likely,
        _ => Noise::None,
    }
}

/// Words of class and id names that mean surroundings.
const AROUND: [&str; 58] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "topbar",
    "sidebar",
    "toolbar",
    "footer",
    "masthead",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "subscription",
    "paywall",
    "share",
    "sharing",
    "social",
    "related",
    "recommended",
    "recommendations",
    "popular",
    "trending",
    "correlati",
    "correlate",
    "similar",
    "advert",
    "advertisement",
    "adv",
    "ads",
    "banner",
    "sponsored",
    "promo",
    "teaser",
    "comments",
    "comment",
    "disqus",
    "tags",
    "taglist",
    "pagination",
    "pager",
    "login",
    "search",
    "widget",
    "popup",
    "modal",
    "skip",
    "hidden",
    "invisible",
    "mostread",
    "abbonamento",
    "outbrain",
    "taboola",
];

/// Pairs of words that mean it together.
const AROUND_PAIRS: [(&str, &str); 12] = [
    ("most", "read"),
    ("read", "more"),
    ("read", "also"),
    ("più", "letti"),
    ("piu", "letti"),
    ("leggi", "anche"),
    ("plus", "lus"),
    ("lire", "aussi"),
    ("meist", "gelesen"),
    ("mehr", "zum"),
    ("más", "leídas"),
    ("mais", "lidas"),
];

/// Words that mean a part of the article.
const PARTS: [(BlockKind, &[&str]); 3] = [
    (
        BlockKind::Dateline,
        &[
            "byline",
            "dateline",
            "author",
            "authors",
            "autore",
            "auteur",
            "autor",
            "date",
            "time",
            "timestamp",
            "published",
            "pubdate",
            "datetime",
        ],
    ),
    (
        BlockKind::Lead,
        &[
            "lead",
            "lede",
            "chapo",
            "standfirst",
            "sommario",
            "occhiello",
            "catenaccio",
            "subtitle",
            "subheadline",
            "deck",
            "dek",
            "vorspann",
            "teasertext",
            "entradilla",
            "bajada",
            "intro",
        ],
    ),
    (BlockKind::Caption, &["caption", "didascalia", "legende", "légende", "bildunterschrift", "pie"]),
];

/// The words of class and id names: `mostRead-box` is most, read, box.
fn words(names: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut broken = true;
    for character in names.chars().take(400) {
        if !character.is_alphanumeric() {
            broken = true;
            continue;
        }
        if broken || character.is_uppercase() && words.last().is_some_and(|word| word.ends_with(char::is_lowercase)) {
            words.push(String::new());
        }
        broken = false;
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    words.iter().map(|word| word.to_lowercase()).collect()
}

/// What class and id names say.
pub(super) fn read(names: &str) -> (Noise, Option<BlockKind>) {
    let words = words(names);
    let pair = |(a, b): &(&str, &str)| words.windows(2).any(|two| matches!(two, [x, y] if x == a && y == b));
    let around = words.iter().any(|word| AROUND.contains(&word.as_str())) || AROUND_PAIRS.iter().any(pair);
    let part = PARTS.iter().find(|(_, known)| words.iter().any(|word| known.contains(&word.as_str())));
    (if around { Noise::Likely } else { Noise::None }, part.map(|(kind, _)| *kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names() {
        for (names, noise, part) in [
            ("più-letti", Noise::Likely, None),
            ("box mostRead", Noise::Likely, None),
            ("article-body", Noise::None, None),
            ("entry__byline", Noise::None, Some(BlockKind::Dateline)),
            ("chapo", Noise::None, Some(BlockKind::Lead)),
            ("navigate-container", Noise::None, None),
            ("site-nav", Noise::Likely, None),
            ("wp-caption-text", Noise::None, Some(BlockKind::Caption)),
        ] {
            assert_eq!(read(names), (noise, part), "{names}");
        }
    }
}
