//! One pass over the tokens of a page: blocks of text with where they stand, and the metadata.

use super::super::article::BlockKind;
use super::super::builder::Base;
use super::super::markdown::ignored;
use super::hints::{self, Flow, Noise};
use super::meta::PageMeta;
use super::tokens::tokens;
use html5gum::{EndTag, Spanned, StartTag, Token};
use std::ops::Range;

/// Elements nested deeper than this are read as if they were not there.
const DEPTH: usize = 512;

/// A page taken apart.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub blocks: Vec<PageBlock>,
    pub containers: Vec<Container>,
    pub meta: PageMeta,
}

/// A piece of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Characters of the page, entities and all.
    Text(Range<usize>),
    /// A line break.
    Break,
    /// The border between two cells.
    Cell,
}

/// Text that stands on its own in the page.
#[derive(Debug, Clone, Default)]
pub(super) struct PageBlock {
    pub parts: Vec<Part>,
    pub kind: Option<BlockKind>,
    /// Level of a heading, 0 for text.
    pub level: u8,
    pub noise: Noise,
    /// Bytes of text, and how many of them are links.
    pub len: usize,
    pub linked: usize,
    /// A paragraph as its author marked it.
    pub paragraph: bool,
}

impl PageBlock {
    /// Nothing but links.
    pub fn is_links(&self) -> bool {
        self.linked * 5 > self.len * 4
    }

    /// Bytes of running text.
    pub fn weight(&self) -> usize {
        if self.is_links() || self.level > 0 || !(self.paragraph || self.len >= 80) { 0 } else { self.len }
    }
}

/// What sort of place may hold the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ContainerKind {
    Article,
    Main,
    Other,
}

/// A place that may hold the article: the blocks from `first` up to `end`.
#[derive(Debug, Clone)]
pub(super) struct Container {
    pub kind: ContainerKind,
    pub first: usize,
    pub end: usize,
    pub noise: Noise,
    /// Running text directly in it, and half of what is one level deeper.
    pub score: usize,
    parent: Option<usize>,
}

/// Takes a page apart.
pub(super) fn read(base: Base<'_>) -> Page {
    let mut reader = Reader::new(base);
    for token in tokens(base.text) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => reader.text(&text),
            Token::Comment(comment) => reader.comment(&comment.value),
            _ => {}
        }
    }
    reader.finish()
}

/// An element that has not ended.
#[derive(Debug, Default)]
struct Open {
    name: Vec<u8>,
    noise: Noise,
    kind: Option<BlockKind>,
    level: u8,
    container: Option<usize>,
    in_article: bool,
    paragraph: bool,
    in_row: bool,
}

/// What is done with the text of an element that is no text of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capture {
    Title,
    JsonLd,
}

struct Reader<'a> {
    base: Base<'a>,
    page: Page,
    stack: Vec<Open>,
    block: PageBlock,
    links: usize,
    capture: Option<Capture>,
}

impl<'a> Reader<'a> {
    fn new(base: Base<'a>) -> Self {
        Self { base, page: Page::default(), stack: Vec::new(), block: PageBlock::default(), links: 0, capture: None }
    }

    fn finish(mut self) -> Page {
        self.close_block();
        while !self.stack.is_empty() {
            self.pop();
        }
        self.page
    }

    fn noise(&self) -> Noise {
        self.stack.last().map_or(Noise::None, |open| open.noise)
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = tag.name.as_slice();
        let flow = hints::flow(name);
        self.page.meta.element(name, tag);
        match flow {
            Flow::Void => return self.void(name),
            Flow::Skip => self.capture = self.captured(tag),
            Flow::Inline => self.links += usize::from(name == b"a"),
            Flow::Cell if self.in_row() => self.cell(),
            _ => self.boundary(name),
        }
        if self.stack.len() < DEPTH && !(tag.self_closing && flow == Flow::Skip) {
            self.push(tag, flow);
        }
    }

    fn captured(&self, tag: &StartTag<usize>) -> Option<Capture> {
        match tag.name.as_slice() {
            b"title" if self.noise() != Noise::Never => Some(Capture::Title),
            b"script" if attribute(tag, b"type").eq_ignore_ascii_case("application/ld+json") => Some(Capture::JsonLd),
            _ => None,
        }
    }

    fn push(&mut self, tag: &StartTag<usize>, flow: Flow) {
        let name = tag.name.as_slice();
        let (hint, part) = self.hint(tag, flow);
        let outside = Open::default();
        let parent = self.stack.last().unwrap_or(&outside);
        let noise = match flow {
            Flow::Skip => Noise::Never,
            _ => parent.noise.max(hint).max(hints::noise_of_name(name, parent.in_article)),
        };
        let mut open = Open {
            name: name.to_vec(),
            noise,
            kind: own_kind(name).or(part).or(parent.kind),
            level: heading_level(name).unwrap_or(parent.level),
            container: parent.container,
            in_article: parent.in_article || matches!(name, b"article" | b"main"),
            paragraph: name == b"p" || (parent.paragraph && flow == Flow::Inline),
            in_row: flow == Flow::Row || (parent.in_row && name != b"table"),
        };
        open.container = self.container(name, flow, noise).or(open.container);
        self.stack.push(open);
    }

    /// What class, id and visibility say. Of the page as a whole and of the article they say nothing.
    fn hint(&self, tag: &StartTag<usize>, flow: Flow) -> (Noise, Option<BlockKind>) {
        if tag.attributes.is_empty() || matches!(tag.name.as_slice(), b"html" | b"body" | b"main" | b"article") {
            return (Noise::None, None);
        }
        let style = attribute(tag, b"style").replace(' ', "");
        let unseen = tag.attributes.contains_key(&b"hidden"[..])
            || attribute(tag, b"aria-hidden") == "true"
            || style.contains("display:none");
        let names = format!("{} {} {}", attribute(tag, b"class"), attribute(tag, b"id"), attribute(tag, b"role"));
        let (noise, part) = hints::read(&names);
        // A container that names a part ("author-page") is not that part; a paragraph or a span in no text is.
        let is_part = flow != Flow::Container || tag.name.as_slice() == b"div";
        let noise = if flow == Flow::Inline && !unseen { Noise::None } else { noise };
        let part = part.filter(|_| is_part && (flow != Flow::Inline || self.block.len == 0));
        (if unseen { Noise::Likely } else { noise }, part)
    }

    fn container(&mut self, name: &[u8], flow: Flow, noise: Noise) -> Option<usize> {
        let kind = match name {
            b"article" => ContainerKind::Article,
            b"main" => ContainerKind::Main,
            _ if matches!(flow, Flow::Container | Flow::Cell) => ContainerKind::Other,
            _ => return None,
        };
        let first = self.page.blocks.len();
        let parent = self.stack.last().and_then(|open| open.container);
        self.page.containers.push(Container { kind, first, end: first, noise, score: 0, parent });
        Some(self.page.containers.len() - 1)
    }

    fn void(&mut self, name: &[u8]) {
        match name {
            b"br" => self.block.parts.push(Part::Break),
            b"hr" => self.close_block(),
            _ => {}
        }
    }

    fn in_row(&self) -> bool {
        self.stack.last().is_some_and(|open| open.in_row)
    }

    /// Cells end each other.
    fn cell(&mut self) {
        self.pop_implied(&[b"td", b"th"], &[b"tr", b"table"]);
        if self.block.len > 0 {
            self.block.parts.push(Part::Cell);
        }
    }

    /// A block element begins or ends: the block before it ends.
    fn boundary(&mut self, name: &[u8]) {
        match name {
            b"li" => self.pop_implied(&[b"li"], &[b"ul", b"ol"]),
            b"tr" => self.pop_implied(&[b"tr"], &[b"table"]),
            b"dt" | b"dd" => self.pop_implied(&[b"dt", b"dd"], &[b"dl"]),
            _ => {}
        }
        if !matches!(name, b"tr") && self.in_row() && name != b"table" {
            return self.block.parts.push(Part::Break);
        }
        self.close_block();
        self.pop_implied(&[b"p"], &[b"div", b"section", b"article", b"td", b"li", b"blockquote"]);
    }

    /// Pops up to an element of `names`, unless one of `walls` stands before it.
    fn pop_implied(&mut self, names: &[&[u8]], walls: &[&[u8]]) {
        let is = |open: &Open, list: &[&[u8]]| list.contains(&open.name.as_slice());
        let near = self.stack.iter().rposition(|open| is(open, names) || is(open, walls));
        if let Some(at) = near.filter(|at| self.stack.get(*at).is_some_and(|open| is(open, names))) {
            self.pop_to(at);
        }
    }

    fn pop_to(&mut self, at: usize) {
        if self.stack.get(at..).is_some_and(|open| open.iter().any(|open| hints::flow(&open.name) == Flow::Row)) {
            self.close_block();
        }
        while self.stack.len() > at {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.stack.pop() else { return };
        let outer = self.stack.last().and_then(|open| open.container);
        if open.container != outer
            && let Some(container) = open.container.and_then(|at| self.page.containers.get_mut(at))
        {
            container.end = self.page.blocks.len();
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = tag.name.as_slice();
        match hints::flow(name) {
            Flow::Skip => self.capture = None,
            Flow::Inline => self.links -= usize::from(name == b"a" && self.links > 0),
            Flow::Void => return,
            Flow::Cell => {}
            _ if self.in_row() && !matches!(name, b"tr" | b"table") => self.block.parts.push(Part::Break),
            _ => self.close_block(),
        }
        if let Some(at) = self.stack.iter().rposition(|open| open.name == name) {
            self.pop_to(at);
        }
    }

    fn text(&mut self, text: &Spanned<html5gum::HtmlString, usize>) {
        let range = text.span.start..text.span.end;
        if let Some(capture) = self.capture {
            let value = String::from_utf8_lossy(&text.value);
            return match capture {
                Capture::Title => self.page.meta.title_element(&value),
                Capture::JsonLd => self.page.meta.json_ld(&value),
            };
        }
        if self.noise() == Noise::Never {
            return;
        }
        let len = self.base.slice(&range).trim().len();
        if self.block.len == 0 && len > 0 {
            self.open_block();
        }
        self.block.len += len;
        self.block.linked += if self.links > 0 { len } else { 0 };
        if len > 0 || self.block.len > 0 {
            self.block.parts.push(Part::Text(range));
        }
    }

    /// The first text of a block decides what it is.
    fn open_block(&mut self) {
        let Some(open) = self.stack.last() else {
            return;
        };
        self.block.kind = open.kind;
        self.block.level = open.level;
        self.block.noise = open.noise;
        self.block.paragraph = open.paragraph;
        if open.in_row {
            self.block.kind = Some(BlockKind::Table);
        }
    }

    fn close_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if block.len == 0 {
            return;
        }
        let (weight, container) = (block.weight(), self.stack.last().and_then(|open| open.container));
        self.page.blocks.push(block);
        let Some(inner) = container.and_then(|at| self.page.containers.get_mut(at)) else {
            return;
        };
        inner.score += weight;
        let parent = inner.parent;
        if let Some(outer) = parent.and_then(|at| self.page.containers.get_mut(at)) {
            outer.score += weight / 2;
        }
    }

    fn comment(&mut self, comment: &[u8]) {
        if comment.len() <= 4096 {
            self.page.meta.ignored.extend(ignored(&String::from_utf8_lossy(comment)));
        }
    }
}

/// The value of an attribute, empty where it is missing or no text.
pub(super) fn attribute<'t>(tag: &'t StartTag<usize>, name: &[u8]) -> &'t str {
    tag.attributes.get(name).and_then(|value| std::str::from_utf8(&value.value).ok()).unwrap_or_default()
}

fn own_kind(name: &[u8]) -> Option<BlockKind> {
    match name {
        b"h1" => Some(BlockKind::Title),
        b"figcaption" | b"caption" => Some(BlockKind::Caption),
        b"pre" => Some(BlockKind::Boilerplate),
        _ => heading_level(name).map(|_| BlockKind::Heading),
    }
}

fn heading_level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
