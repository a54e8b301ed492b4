//! Bytes to articles: one module per format, chosen by the name of the file and what it holds.
//!
//! [`discover`] turns the paths that a user names into files, [`read`] a file into its articles. Neither stops at
//! the first thing that goes wrong: what can be read is returned beside what cannot.

mod apart;
mod article;
mod builder;
mod date;
mod discover;
mod encoding;
mod error;
mod feed;
mod front_matter;
mod html;
mod inline;
mod json_ld;
mod jsonl;
mod lines;
mod markdown;
mod ninjs;
mod pieces;
mod plain;
mod read;
mod record;

pub use apart::Apart;
pub use article::{Article, Block, BlockKind, LineIndex, Metadata, OffsetMap};
pub use discover::discover;
pub use error::{SourceError, shown};
pub use pieces::{Piece, pieces};
pub use read::{Input, Limits, Outcome, read, read_bytes, read_input, read_recorded};
pub use record::FileRecord;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::TextSpan;
    use proptest::prelude::*;

    /// Names of every format, and none.
    const NAMES: [&str; 8] = ["-", "a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.xml", "a"];

    /// Pieces of which hostile files are made.
    const PIECES: [&str; 40] = [
        "---\n",
        "title: x\n",
        "+++\n",
        "# A\n",
        "**",
        "[a](b)",
        "|a|b|\n|-|-|\n",
        "\n\n",
        "\r\n",
        "\r",
        "<p>",
        "</p>",
        "<h1>",
        "<article>",
        "<nav>",
        "<table><tr><td>",
        "&egrave;",
        "&amp;",
        "&#0;",
        "&x",
        "<!--",
        "-->",
        "<script type=application/ld+json>",
        "{\"text\":\"È 5\"}",
        "\n{\"id\":1}",
        "<rss><channel><item><title>",
        "</title></item>",
        "<![CDATA[",
        "]]>",
        "<?xml?>",
        "Il Faro, 5 marzo 2026",
        "Più di 15mila feriti.",
        "©",
        "×",
        "\u{feff}",
        "\u{2028}",
        "`",
        "> ",
        "- ",
        "👩",
    ];

    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30).prop_map(|it| it.concat());
        let text = prop_oneof![pieces, "\\PC{0,200}", "[ a-z.\n*#<>&;à-ù]{0,200}"];
        let wide = |text: String| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        prop_oneof![
            6 => text.clone().prop_map(String::into_bytes),
            1 => text.clone().prop_map(wide),
            1 => text.prop_map(|text| text.chars().filter_map(|c| u8::try_from(c).ok()).collect()),
            1 => prop::collection::vec(any::<u8>(), 0..200),
            1 => prop::collection::vec(1u8.., 0..200),
        ]
    }

    /// Blocks slice, lie in order and leave only white space between them; places lie in the file.
    fn check(article: &Article, file: &[u8]) {
        let mut end = 0;
        for block in &article.blocks {
            assert!(block.span.start < block.span.end && !block.span.slice(&article.text).is_empty());
            assert_eq!(article.text.get(end..block.span.start).map(str::trim), Some(""));
            end = block.span.end;
        }
        assert_eq!(article.text.get(end..).map(str::trim), Some(""));
        let file = if article.embedded { article.text.as_bytes() } else { file };
        for (at, character) in article.text.char_indices() {
            let span = TextSpan::new(at, at + character.len_utf8());
            if let Some(place) = article.file_span(span) {
                let raw = file.get(place.start..place.end);
                assert!(raw.is_some() && place.start < place.end);
                assert!(!article.offsets.is_verbatim(span) || raw == Some(span.slice(&article.text).as_bytes()));
                assert!(article.line_column(span).is_some_and(|at| at.line > 0 && at.column > 0));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_bytes_are_read_or_named(file in bytes(), name in prop::sample::select(&NAMES[..])) {
            let (articles, errors) = read_bytes(name, &file, &Limits::default());
            articles.iter().for_each(|article| check(article, &file));
            prop_assert!(!articles.is_empty() || !errors.is_empty());
            prop_assert!(errors.iter().all(|error| !error.to_string().contains(char::is_control)));
        }
    }

    #[test]
    fn hostile_sizes_end() {
        for piece in ["a", "a\n", "\n", "mila ", "2", "é", "* ", "# a\n", "{", "[", "a\r", "5 marzo 2026\n"] {
            let file = piece.repeat(300_000);
            for name in NAMES {
                read_bytes(name, file.as_bytes(), &Limits::default());
            }
        }
    }
}
