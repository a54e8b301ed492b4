//! HTML pages: the article and what is known about it, not the navigation around it.
//!
//! One pass over the tokens makes blocks ([`page`]), a second look at the blocks chooses those of the article
//! ([`choose`]), and only these are written, each character with its way back to the page ([`write`]).

mod choose;
mod hints;
mod meta;
mod page;
mod tokens;
mod write;

use super::builder::{Base, Draft};

/// Whether a text begins as a page does.
pub(super) fn looks_like(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(after) = ["<?", "<!--"].iter().find_map(|open| rest.strip_prefix(open)) {
        let Some(end) = after.find('>') else {
            return false;
        };
        rest = after.get(end + 1..).unwrap_or_default().trim_start();
    }
    let head: String = rest.chars().take(16).flat_map(char::to_lowercase).collect();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|start| head.starts_with(start))
}

/// Reads a page.
pub(super) fn read(base: Base<'_>) -> Draft {
    let page = page::read(base);
    let chosen = choose::article(&page);
    let mut draft = Draft::default();
    write::blocks(base, &chosen, &mut draft);
    meta::complete(&mut draft, page.meta);
    draft
}

/// Adds a piece of HTML to a draft, all of it: the content of a feed's entry.
pub(super) fn read_fragment(base: Base<'_>, draft: &mut Draft) {
    let page = page::read(base);
    write::blocks(base, &choose::everything(&page), draft);
}

/// The text of a piece of HTML on one line: a title.
pub(super) fn text_of(html: &str) -> String {
    let map = super::article::OffsetMap::identity(0, html.len());
    let mut draft = Draft::default();
    read_fragment(Base { text: html, map: &map }, &mut draft);
    super::builder::one_line(&draft.text)
}

#[cfg(test)]
mod tests {
    use crate::source::{Article, BlockKind, BlockKind::*, Limits, read_bytes};

    fn article(html: &str) -> Option<Article> {
        read_bytes("a.html", html.as_bytes(), &Limits::default()).0.pop()
    }

    fn blocks(html: &str) -> Vec<(BlockKind, String)> {
        let Some(article) = article(html) else {
            return Vec::new();
        };
        article.blocks.iter().map(|block| (block.kind, block.span.slice(&article.text).to_owned())).collect()
    }

    fn texts(html: &str) -> Vec<String> {
        blocks(html).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn the_article_without_its_surroundings() {
        let html = "<!doctype html><title>Ponte giù | Il Faro</title><body class='has-sidebar'><nav><p>Offerte a 9 €</p></nav>\
            <div class=topbar>Abbonati a 1 €</div><main><article><header><h1>Ponte gi&ugrave;</h1><h2>Tre i feriti</h2>\
            <p class=byline>di Ada Rossi</p></header><p>Alle <b>4</b> il ponte\n è&nbsp;caduto.</p><figure><img><figcaption>Il ponte nel 2025\
            </figcaption></figure><h3>Le cause</h3><p>Non si sanno.<br>Forse la piena.</p>\
            <aside><p>Leggi 5 cose</p></aside><script>var a = '<p>7</p>'</script><table><tr><th>Zona<th>Feriti<tr><td>Nord<td>3</table>\
            <ul><li>tre feriti</li><li><a href=/x>Altri 12 ponti</a></li></ul></article></main>\
            <section class='più-letti'><p>Dieci cose da sapere sul bonus di 500 euro che arriva domani.</p></section><footer>© 2026</footer>";
        assert_eq!(
            blocks(html),
            [
                (Title, "Ponte giù"),
                (Lead, "Tre i feriti"),
                (Dateline, "di Ada Rossi"),
                (Body, "Alle 4 il ponte è\u{a0}caduto."),
                (Caption, "Il ponte nel 2025"),
                (Heading, "Le cause"),
                (Body, "Non si sanno.\nForse la piena."),
                (Table, "Zona | Feriti"),
                (Table, "Nord | 3"),
                (Body, "tre feriti"),
                (Boilerplate, "Altri 12 ponti"),
            ]
            .map(|(kind, text)| (kind, text.to_owned()))
        );
        assert_eq!(article(html).and_then(|article| article.meta.outlet).as_deref(), Some("Il Faro"));
    }

    #[test]
    fn where_the_article_is_not_marked() {
        let long =
            "Il ponte è caduto alle quattro del mattino, quando non c'era nessuno, e tre persone sono rimaste ferite.";
        for html in [
            format!(
                "<body><div id=menu><p>Dieci offerte a 9 euro per chi si abbona adesso.</p></div><div id=content><h1>Ponte</h1><p>{long}</p><p>{long}</p></div><div class=footer><p>Tel. 010 555</p></div>"
            ),
            format!(
                "<body><h1>Ponte</h1><form><div><p>{long}</p><p>{long}</p></div></form><div><p>Tel. 010 555</p></div>"
            ),
            format!("<main><h1>Ponte</h1><p>{long}</p><p>{long}</p></main>"),
            format!(
                "<main><h1>Ponte</h1><div><p>{long}</p><p>{long}</p></div><article><p>Altra notizia</p></article><article><p>Ancora una</p></article></main>"
            ),
        ] {
            let texts = texts(&html);
            assert_eq!(texts.get(..3).unwrap_or_default(), ["Ponte", long, long], "{html}");
            assert!(!texts.iter().any(|text| text.contains("555") || text.contains("offerte")), "{html}");
        }
    }

    #[test]
    fn places_lead_back_to_the_page() {
        let html = "<p>Pi&ugrave; di <b>15</b>mila &#8364; e &copy 5 &amp;c.</p>";
        let Some(article) = article(html) else { return };
        assert_eq!(article.text, "Più di 15mila € e © 5 &c.");
        for (text, file, verbatim) in [
            ("di ", "di ", true),
            ("15", "15", true),
            ("15mila", "15</b>mila", false),
            ("ù", "&ugrave;", false),
            ("€", "&#8364;", false),
            ("5", "5", true),
        ] {
            let start = article.text.find(text).unwrap_or(0);
            let span = crate::span::TextSpan::new(start, start + text.len());
            assert_eq!(article.file_span(span).map(|place| &html[place.start..place.end]), Some(file));
            assert_eq!(article.offsets.is_verbatim(span), verbatim, "{text}");
        }
    }

    #[test]
    fn metadata_of_pages() {
        let html = "<html lang=en-GB><meta property=og:site_name content='The Ledger'><meta property='article:published_time' content='2026-03-05T08:00Z'>\
            <meta property=article:modified_time content=2026-03-06><link rel=canonical href=https://a.example/x><!-- claimdiff: ignore sum -->\
            <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge &amp; tunnel\",\"dateModified\":\"2026-03-07\"}</script><p>Three hurt.</p>";
        let meta = article(html).map(|article| article.meta).unwrap_or_default();
        assert_eq!(meta.title.as_deref(), Some("Bridge & tunnel"));
        assert_eq!(meta.outlet.as_deref(), Some("The Ledger"));
        assert_eq!(meta.published, crate::source::date::parse("2026-03-05"));
        assert_eq!(meta.modified, crate::source::date::parse("2026-03-07"));
        assert_eq!((meta.language.as_deref(), meta.url.as_deref()), (Some("en"), Some("https://a.example/x")));
        assert_eq!(meta.ignored_checks, ["sum"]);
        assert_eq!(texts(html), ["Three hurt.", "Bridge & tunnel"]);
    }

    #[test]
    fn hostile_pages_end() {
        for (piece, times) in [
            ("<div>", 200_000),
            ("<p><b>", 100_000),
            ("<table><tr><td>", 60_000),
            ("</p>", 200_000),
            ("<a b=", 100_000),
            ("&amp", 200_000),
            ("<!--", 100_000),
            ("<article><p>x", 100_000),
            ("<script>", 100_000),
            ("<li>x</ul>", 100_000),
        ] {
            read_bytes("a.html", piece.repeat(times).as_bytes(), &Limits::default());
        }
        let attributes = format!("<p {}>x</p>", (0..100_000).map(|n| format!("a{n}=b ")).collect::<String>());
        assert_eq!(texts(&attributes), ["x"]);
    }
}
