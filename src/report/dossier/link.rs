//! Links that lead into an article, to the very words.

use crate::claim::{ArticleInfo, Claim};
use crate::report::alignment::side;
use crate::report::marks::{first_words, last_words};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but letters, digits and what a text fragment may hold as it is; `-`, `,` and `&` mean something there.
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// What an address cannot hold as it is. Everything that has a meaning in addresses stays.
const ADDRESS: &AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'\'').add(b'<').add(b'>').add(b'`').add(b'{').add(b'}');

/// Characters of an address beyond which it is none.
const LONGEST: usize = 2000;

/// The address of an article, where it has one on the web; nothing else can be followed from a page.
pub(super) fn address(article: &ArticleInfo) -> Option<String> {
    let url = article.url.as_deref()?.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A name before the host makes `https://bank.example@evil.example` look like another place.
    let is_plain = !host.contains('@') && !url.contains('\\') && !url.contains(char::is_control);
    let fits = is_web && has_host && is_plain && url.len() <= LONGEST;
    fits.then(|| utf8_percent_encode(url, ADDRESS).to_string())
}

/// The address of an article at the figure of a claim, as a text fragment: `…#:~:text=prefix-,figure,-suffix`.
pub(super) fn at_text(claim: &Claim) -> Option<String> {
    let address = address(&claim.article)?;
    let side = side(claim);
    let Some((before, after)) = side.around() else { return Some(address) };
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (prefix, suffix) = (spaced(last_words(before)), spaced(first_words(after)));
    let encoded = |text: &str| utf8_percent_encode(text, FRAGMENT).to_string();
    let mut parts = Vec::new();
    if !prefix.is_empty() {
        parts.push(format!("{}-", encoded(&prefix)));
    }
    parts.push(encoded(side.figure));
    if !suffix.is_empty() {
        parts.push(format!("-{}", encoded(&suffix)));
    }
    let mark = if address.contains('#') { ":~:text=" } else { "#:~:text=" };
    Some(format!("{address}{mark}{}", parts.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(url: &str) -> ArticleInfo {
        ArticleInfo { url: Some(url.to_owned()), ..ArticleInfo::default() }
    }

    #[test]
    fn only_places_on_the_web_are_linked() {
        for (url, linked) in [
            ("https://faro.example/cronaca/1", Some("https://faro.example/cronaca/1")),
            (" HTTP://faro.example ", Some("HTTP://faro.example")),
            ("https://faro.example/a b?q=\"x\"", Some("https://faro.example/a%20b?q=%22x%22")),
            ("https://faro.example/caffè", Some("https://faro.example/caff%C3%A8")),
            ("javascript:alert(1)", None),
            ("javascript://faro.example/%0aalert(1)", None),
            ("data:text/html,<script>", None),
            ("//faro.example", None),
            ("https://", None),
            ("https://faro.example@altro.example/", None),
            ("https://faro.example\\@altro.example/", None),
            ("https://faro.example/\njavascript:1", None),
            ("file:///etc/passwd", None),
        ] {
            assert_eq!(address(&article(url)).as_deref(), linked, "{url:?}");
        }
    }
}
