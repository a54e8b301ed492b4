//! RSS, RDF and Atom: an article an entry, with its places in the feed.

use super::article::{Metadata, OffsetMap};
use super::builder::{Base, Draft, language, value};
use super::encoding::Decoded;
use super::error::{SourceError, printable};
use super::read::{Limits, Outcome};
use super::{date, html};
use crate::span::TextSpan;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements nested deeper than this end the reading.
const DEPTH: usize = 256;

/// Whether a text begins as a feed does.
pub(super) fn looks_like(text: &str) -> bool {
    let start = text.trim_start();
    ["<?xml", "<rss", "<feed", "<rdf:RDF", "<RDF"].iter().any(|root| start.starts_with(root))
}

/// Reads a feed. What stands before a fault is read.
pub(super) fn read(name: &str, decoded: &Decoded, limits: &Limits) -> Outcome {
    let mut feed = Feed {
        name,
        decoded,
        limits,
        channel: Metadata::default(),
        path: Vec::new(),
        entry: None,
        field: None,
        root: None,
        out: Outcome::default(),
    };
    if let Err(fault) = feed.events() {
        feed.out.1.push(fault);
    }
    let Feed { out, channel, root, .. } = feed;
    finish(name, out, &channel, root)
}

/// The feed is known as a whole only at its end: its language may stand after its entries.
fn finish(name: &str, mut out: Outcome, channel: &Metadata, root: Option<String>) -> Outcome {
    for article in &mut out.0 {
        article.meta.outlet = article.meta.outlet.take().or_else(|| channel.outlet.clone());
        article.meta.language = article.meta.language.take().or_else(|| channel.language.clone());
    }
    let known = root.as_deref().is_some_and(|root| matches!(root, "rss" | "feed" | "RDF" | "item" | "entry"));
    if out.0.is_empty() && out.1.is_empty() {
        let name = name.to_owned();
        out.1.push(match root {
            Some(root) if !known => SourceError::NotAFeed { name, root: printable(&root) },
            _ => SourceError::NoText { name },
        });
    }
    out
}

/// An entry that is being read.
#[derive(Default)]
struct Entry {
    title: Draft,
    summary: Draft,
    content: Draft,
    id: String,
    meta: Metadata,
}

struct Feed<'a> {
    name: &'a str,
    decoded: &'a Decoded,
    limits: &'a Limits,
    channel: Metadata,
    path: Vec<String>,
    entry: Option<Entry>,
    /// The text of the element that is being read, with its places.
    field: Option<Draft>,
    root: Option<String>,
    out: Outcome,
}

impl<'a> Feed<'a> {
    fn base(&self) -> Base<'a> {
        Base { text: &self.decoded.text, map: &self.decoded.map }
    }

    fn events(&mut self) -> Result<(), SourceError> {
        let mut reader = Reader::from_str(&self.decoded.text);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        loop {
            let before = position(&reader);
            let event = reader.read_event().map_err(|fault| self.fault(position(&reader), &fault.to_string()))?;
            let range = before..position(&reader);
            match event {
                Event::Eof => {
                    return self
                        .path
                        .is_empty()
                        .then_some(())
                        .ok_or_else(|| self.fault(range.end, "it ends inside an element"));
                }
                event => self.event(&event, range)?,
            }
        }
    }

    fn fault(&self, at: usize, reason: &str) -> SourceError {
        let at = at.min(self.decoded.text.len().saturating_sub(1));
        let place = self.decoded.map.file_span(TextSpan::new(at, at)).map_or(0, |file| file.start);
        let (line, _) = self.decoded.lines.line(place);
        SourceError::Feed { name: self.name.to_owned(), line, reason: printable(reason) }
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) -> Result<(), SourceError> {
        match event {
            Event::Start(tag) if self.path.len() >= DEPTH => {
                let reason =
                    format!("elements nested more than {DEPTH} deep, at {}", printable(tag.local_name().as_ref()));
                return Err(self.fault(range.start, &reason));
            }
            Event::Start(tag) => self.start(tag),
            Event::Empty(tag) => {
                self.root.get_or_insert_with(|| local(tag));
                self.attributes(tag);
            }
            Event::End(_) => self.end(),
            Event::Text(_) => self.text(range),
            Event::CData(_) => self.text(range.start + "<![CDATA[".len()..range.end.saturating_sub("]]>".len())),
            Event::GeneralRef(_) => self.reference(range),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = local(tag);
        self.root.get_or_insert_with(|| name.clone());
        if matches!(name.as_str(), "item" | "entry") && self.entry.is_none() {
            self.entry = Some(Entry::default());
        }
        self.attributes(tag);
        // Markup inside a field (Atom's xhtml) is passed over, its text is kept.
        if self.field.is_none() || is_field(&name) {
            self.field = Some(Draft::default());
        }
        self.path.push(name);
    }

    /// Languages and links stand in attributes.
    fn attributes(&mut self, tag: &BytesStart<'_>) {
        let value_of = |key: &str| {
            let found = tag.try_get_attribute(key).ok().flatten()?;
            value(&html::text_of(&found.value))
        };
        let language = value_of("xml:lang").and_then(|tag| language(&tag));
        let link = if local(tag) == "link" { value_of("href") } else { None };
        let alternate = value_of("rel").is_none_or(|rel| rel == "alternate");
        let meta = self.entry.as_mut().map_or(&mut self.channel, |entry| &mut entry.meta);
        meta.language = meta.language.take().or(language);
        meta.url = meta.url.take().or(link.filter(|_| alternate));
    }

    fn text(&mut self, range: Range<usize>) {
        let base = self.base();
        if let Some(field) = &mut self.field {
            field.copy(base, range);
        }
    }

    /// `&lt;` and its like, one character each; entities of the feed's own making stay as they are.
    fn reference(&mut self, range: Range<usize>) {
        let (base, raw) = (self.base(), self.base().slice(&range));
        let Some(field) = &mut self.field else { return };
        let character = match raw {
            "&lt;" => "<".to_owned(),
            "&gt;" => ">".to_owned(),
            "&quot;" => "\"".to_owned(),
            // Stays an entity: the text is read as HTML afterwards.
            "&amp;" => "&".to_owned(),
            _ => raw.to_owned(),
        };
        field.replace(base, range, &character);
    }

    fn end(&mut self) {
        let Some(name) = self.path.pop() else { return };
        let parent = self.path.last().cloned().unwrap_or_default();
        if matches!(name.as_str(), "item" | "entry") && !self.path.iter().any(|it| it == "item" || it == "entry") {
            return self.end_entry();
        }
        let is_ours = matches!(parent.as_str(), "item" | "entry" | "channel" | "feed");
        if let Some(field) = self.field.take_if(|_| is_ours || is_field(&name)) {
            match &mut self.entry {
                Some(entry) if matches!(parent.as_str(), "item" | "entry") => entry.field(&name, field),
                None if is_ours => channel_field(&mut self.channel, &name, &field.text),
                _ => {}
            }
        }
    }

    fn end_entry(&mut self) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        self.field = None;
        if self.out.0.len() >= self.limits.max_articles {
            return self.too_many();
        }
        let number = self.out.0.len() + 1;
        if let Some((id, draft)) = entry.into_draft(number) {
            self.out.0.push(draft.finish(format!("{}#{id}", self.name), self.decoded.lines.clone(), false));
        }
    }

    fn too_many(&mut self) {
        let error = SourceError::TooMany { name: self.name.to_owned(), limit: self.limits.max_articles };
        if self.out.1.last() != Some(&error) {
            self.out.1.push(error);
        }
    }
}

impl Entry {
    fn field(&mut self, name: &str, field: Draft) {
        let text = field.text.trim();
        match name {
            "title" => self.title = field,
            "description" | "summary" => self.summary = field,
            "encoded" | "content" => self.content = field,
            "pubDate" | "published" | "date" | "issued" => {
                self.meta.published = date::parse(text).or(self.meta.published)
            }
            "updated" | "modified" => self.meta.modified = date::parse(text),
            "guid" | "id" => self.id = printable(text),
            "link" => self.meta.url = value(text).or(self.meta.url.take()),
            "language" => self.meta.language = language(text),
            _ => {}
        }
    }

    /// Title and text; `None` for an entry without either.
    fn into_draft(self, number: usize) -> Option<(String, Draft)> {
        let mut draft = Draft::default();
        fragment(&self.title, &mut draft);
        for block in &mut draft.blocks {
            block.kind = super::article::BlockKind::Title;
        }
        let content = if self.content.text.trim().is_empty() { self.summary } else { self.content };
        fragment(&content, &mut draft);
        let id = value(&self.id).or_else(|| self.meta.url.clone()).unwrap_or_else(|| number.to_string());
        draft.meta = self.meta;
        // An Atom entry may say only when it changed; that is its date of publication as well as any.
        draft.meta.published = draft.meta.published.or(draft.meta.modified);
        (!draft.blocks.is_empty()).then_some((id, draft))
    }
}

/// Reads a field as the HTML that it holds.
fn fragment(field: &Draft, draft: &mut Draft) {
    let map: &OffsetMap = &field.map;
    html::read_fragment(Base { text: &field.text, map }, draft);
}

fn channel_field(channel: &mut Metadata, name: &str, text: &str) {
    match name {
        "title" => channel.outlet = channel.outlet.take().or_else(|| value(&html::text_of(text))),
        "language" => channel.language = language(text),
        _ => {}
    }
}

fn is_field(name: &str) -> bool {
    matches!(name, "title" | "description" | "summary" | "encoded" | "content" | "guid" | "id" | "pubDate")
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Article, BlockKind, read_bytes};

    fn feed(xml: &str) -> (Vec<Article>, Vec<String>) {
        let (articles, errors) = read_bytes("a.xml", xml.as_bytes(), &Limits::default());
        (articles, errors.iter().map(ToString::to_string).collect())
    }

    const RSS: &str = "<?xml version=\"1.0\"?><rss><channel><title>Il Faro</title><language>it-IT</language>\
        <item><title>Ponte &amp;amp; piena</title><link>https://a.example/1</link><guid>n1</guid>\
        <pubDate>Thu, 05 Mar 2026 08:00:00 +0100</pubDate><description>&lt;p&gt;Tre &lt;b&gt;feriti&lt;/b&gt;.&lt;/p&gt;</description></item>\
        <item><title>Due</title><description>breve</description><content:encoded><![CDATA[<p>Sono 157 ciascuno.</p>]]></content:encoded></item></channel></rss>";

    #[test]
    fn entries_are_articles() {
        let (articles, errors) = feed(RSS);
        assert!(errors.is_empty(), "{errors:?}");
        let seen: Vec<_> =
            articles.iter().map(|it| (it.id.as_str(), it.text.as_str(), it.meta.outlet.as_deref())).collect();
        assert_eq!(
            seen,
            [
                ("a.xml#n1", "Ponte & piena\n\nTre feriti.", Some("Il Faro")),
                ("a.xml#2", "Due\n\nSono 157 ciascuno.", Some("Il Faro")),
            ]
        );
        assert_eq!(articles[0].meta.published, date::parse("2026-03-05"));
        assert_eq!(articles[0].meta.language.as_deref(), Some("it"));
        assert_eq!(
            articles[0].blocks.iter().map(|it| it.kind).collect::<Vec<_>>(),
            [BlockKind::Title, BlockKind::Body]
        );
        for (article, text) in [(&articles[1], "157"), (&articles[0], "feriti")] {
            let start = article.text.find(text).unwrap_or(0);
            let place = article.file_span(TextSpan::new(start, start + text.len()));
            assert_eq!(place.map(|place| &RSS[place.start..place.end]), Some(text));
        }
    }

    #[test]
    fn atom() {
        let (articles, errors) = feed(
            "<feed xml:lang=\"en\"><title>The Ledger</title><entry><title type=\"html\">Bridge</title>\
            <link href=\"https://a.example/2\"/><id>t2</id><updated>2026-03-06T00:00:00Z</updated>\
            <content type=\"xhtml\"><div>Three <b>hurt</b>.</div></content></entry></feed>",
        );
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(articles[0].text, "Bridge\n\nThree hurt.");
        assert_eq!(articles[0].meta.url.as_deref(), Some("https://a.example/2"));
        assert_eq!(
            (articles[0].meta.language.as_deref(), articles[0].meta.outlet.as_deref()),
            (Some("en"), Some("The Ledger"))
        );
    }

    #[test]
    fn broken_feeds_are_named_and_read_as_far_as_they_go() {
        let cut = &RSS[..RSS.len() - 40];
        let (articles, errors) = feed(cut);
        assert_eq!(articles.len(), 1);
        assert!(errors[0].starts_with("a.xml:1: not well-formed XML"), "{errors:?}");
        assert!(feed("<?xml version=\"1.0\"?><svg/>").1[0].contains("its first element is svg"));
        assert!(feed(&"<a>".repeat(100_000)).1[0].contains("nested more than"));
    }

    #[test]
    fn entity_bombs_stay_small() {
        let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>&b;&b;</title></item></channel></rss>";
        let (articles, _) = feed(bomb);
        assert_eq!(articles[0].text, "&b;&b;");
    }
}
