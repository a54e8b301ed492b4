//! What a page says about its article: JSON-LD first, then meta tags, then what stands in the page.

use super::super::article::{BlockKind, Metadata};
use super::super::builder::{Draft, language, one_line, value};
use super::super::{date, json_ld, lines};
use super::page::attribute;
use html5gum::StartTag;
use jiff::civil::Date;

/// What was found in a page, each source on its own.
#[derive(Debug, Default)]
pub(super) struct PageMeta {
    json: Option<Metadata>,
    /// The text itself, where a page keeps it in JSON-LD alone.
    json_text: Option<String>,
    tags: Metadata,
    /// `<title>`, which mostly names the outlet, too.
    title: Option<String>,
    /// First `<time datetime>`.
    time: Option<Date>,
    html_language: Option<String>,
    /// Checks that a comment of ours asks to leave out.
    pub ignored: Vec<String>,
}

impl PageMeta {
    /// Takes what an element says in its attributes.
    pub fn element(&mut self, name: &[u8], tag: &StartTag<usize>) {
        match name {
            b"html" => self.html_language = language(attribute(tag, b"lang")).or(self.html_language.take()),
            b"meta" => self.meta(tag),
            b"time" => self.time = self.time.or(date::parse(attribute(tag, b"datetime"))),
            b"link" if attribute(tag, b"rel") == "canonical" => {
                self.tags.url = value(attribute(tag, b"href")).or(self.tags.url.take());
            }
            _ => {}
        }
    }

    fn meta(&mut self, tag: &StartTag<usize>) {
        let keys = [&b"property"[..], b"name", b"itemprop"];
        let key = keys.iter().map(|key| attribute(tag, key)).find(|key| !key.is_empty()).unwrap_or_default();
        let content = attribute(tag, b"content");
        let tags = &mut self.tags;
        let first = |old: &mut Option<String>| *old = old.take().or_else(|| value(content));
        let day = |old: &mut Option<Date>| *old = old.or_else(|| date::parse(content));
        match key.to_ascii_lowercase().as_str() {
            "og:title" | "headline" => first(&mut tags.title),
            "og:site_name" => first(&mut tags.outlet),
            "og:url" => first(&mut tags.url),
            "og:locale" | "dc.language" | "content-language" => {
                tags.language = tags.language.take().or_else(|| language(content))
            }
            "article:published_time"
            | "og:published_time"
            | "datepublished"
            | "date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "dcterms.date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "parsely-pub-date"
            | "sailthru.date"
            | "cxenseparse:recs:publishtime" => day(&mut tags.published),
            "article:modified_time"
            | "og:updated_time"
            | "datemodified"
            | "last-modified"
            | "lastmod"
            | "dc.date.modified"
            | "dcterms.modified"
            | "revised" => day(&mut tags.modified),
            _ => {}
        }
    }

    /// Takes the text of `<title>`.
    pub fn title_element(&mut self, text: &str) {
        self.title = self.title.take().or_else(|| value(text));
    }

    /// Takes a JSON-LD script.
    pub fn json_ld(&mut self, script: &str) {
        if self.json.is_none()
            && let Some((meta, text)) = json_ld::find(script)
        {
            self.json = Some(meta);
            self.json_text = text;
        }
    }
}

/// Completes a draft with what its page says.
pub(super) fn complete(draft: &mut Draft, page: PageMeta) {
    let json = page.json.unwrap_or_default();
    let (title, outlet) = split_title(page.title.as_deref().unwrap_or_default(), headline(draft).as_deref());
    if draft.blocks.is_empty()
        && let Some(text) = page.json_text
    {
        let start = draft.begin();
        draft.insert(&super::text_of(&text));
        draft.end(start, BlockKind::Body);
    }
    let titled = draft.blocks.iter().any(|block| block.kind == BlockKind::Title);
    let decoded = |title: String| {
        if title.contains('&') { super::text_of(&title) } else { title }
    };
    draft.meta = Metadata {
        title: json.title.map(decoded).or(page.tags.title).or(title.filter(|_| !titled)),
        outlet: json.outlet.or(page.tags.outlet).or(outlet).or_else(|| dateline_outlet(draft)),
        url: page.tags.url.or(json.url),
        published: json.published.or(page.tags.published).or(page.time),
        modified: json.modified.or(page.tags.modified),
        language: json.language.or(page.html_language).or(page.tags.language),
        ignored_checks: page.ignored,
    };
}

fn headline(draft: &Draft) -> Option<String> {
    let title = draft.blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    Some(one_line(title.span.slice(&draft.text)))
}

/// Parts `<title>` into headline and outlet: "Headline | Outlet".
fn split_title(title: &str, headline: Option<&str>) -> (Option<String>, Option<String>) {
    let cut =
        [" | ", " - ", " – ", " — ", " · "].iter().filter_map(|mark| Some((title.rfind(mark)?, mark.len()))).max();
    let Some((at, len)) = cut.filter(|_| headline != Some(title)) else {
        return (value(title), None);
    };
    let (head, tail) = (title.get(..at).unwrap_or_default(), title.get(at + len..).unwrap_or_default());
    let is_outlet = (1..=5).contains(&tail.split_whitespace().count()) && !lines::ends_sentence(tail);
    if is_outlet { (value(head), value(tail)) } else { (value(title), None) }
}

fn dateline_outlet(draft: &Draft) -> Option<String> {
    let datelines = draft.blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    let mut outlets = datelines.filter_map(|block| lines::dateline(block.span.slice(&draft.text), false)?.outlet);
    outlets.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_pages() {
        for (title, headline, outlet) in [
            ("Ponte giù | Il Faro", "Ponte giù", Some("Il Faro")),
            ("Ponte - tre feriti - The Northern Ledger", "Ponte - tre feriti", Some("The Northern Ledger")),
            ("Ponte giù", "Ponte giù", None),
        ] {
            assert_eq!(split_title(title, None), (Some(headline.to_owned()), outlet.map(str::to_owned)), "{title}");
        }
        assert_eq!(split_title("Ponte - tre feriti", Some("Ponte - tre feriti")).1, None);
    }
}
