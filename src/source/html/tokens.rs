//! The tokens of a page, however many attributes an element has.
//!
//! The tokenizer calls itself once more for every quoted attribute of an element, so that a few thousand of them end
//! the stack. It returns as soon as its reader fails, and goes on where it was when it is asked again: so the reader
//! fails now and then, between the quotation mark and the value, where nothing has been read that could be lost.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Emitter, ForwardingEmitter, Readable, Reader, StringReader, Token, Tokenizer};
use std::cell::Cell;
use std::rc::Rc;

/// So many attributes are read before the tokenizer has to return.
const ATTRIBUTES: usize = 128;

/// The tokens of a page with their places.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let attributes = Rc::new(Cell::new(0));
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let reader = Interrupted { reader: html.to_reader(), attributes: Rc::clone(&attributes) };
    Tokenizer::new_with_emitter(reader, Counting { emitter, attributes }).filter_map(Result::ok)
}

/// Counts attributes.
struct Counting {
    emitter: DefaultEmitter<usize>,
    attributes: Rc<Cell<usize>>,
}

impl ForwardingEmitter for Counting {
    type Token = Token<usize>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.emitter
    }

    fn init_attribute_value(&mut self) {
        self.attributes.set(self.attributes.get() + 1);
        Emitter::init_attribute_value(&mut self.emitter);
    }
}

/// The tokenizer is to return.
#[derive(Debug, thiserror::Error)]
#[error("many attributes")]
struct Interruption;

/// Reads a page, and fails once after so many attributes.
struct Interrupted<'a> {
    reader: StringReader<'a>,
    attributes: Rc<Cell<usize>>,
}

impl Interrupted<'_> {
    fn check(&self) -> Result<(), Interruption> {
        if self.attributes.get() < ATTRIBUTES {
            return Ok(());
        }
        self.attributes.set(0);
        Err(Interruption)
    }
}

impl Reader for Interrupted<'_> {
    type Error = Interruption;

    fn read_byte(&mut self) -> Result<Option<u8>, Interruption> {
        self.check()?;
        self.reader.read_byte().map_err(|never| match never {})
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Interruption> {
        self.check()?;
        self.reader.try_read_string(text, case_sensitive).map_err(|never| match never {})
    }

    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Interruption> {
        self.check()?;
        self.reader.read_until(needle, buffer).map_err(|never| match never {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every attribute keeps its name and value, however it is written, and every place is right.
    #[test]
    fn attributes_without_end_are_read() {
        for (before, after) in [("=\"", "\""), ("='", "'"), ("=", ""), (" = \"&egrave;", "\""), ("=\"\r\n", "\"")] {
            let number = 30_000;
            let attributes: Vec<String> = (0..number).map(|at| format!("a{at}{before}v{at}{after}")).collect();
            let html = format!("<p {}>12 morti</p>", attributes.join(" "));
            let all: Vec<Token<usize>> = tokens(&html).collect();
            let [Token::StartTag(tag), Token::String(text), Token::EndTag(_)] = &all[..] else {
                panic!("{before}: {} tokens", all.len())
            };
            assert_eq!(tag.attributes.len(), number, "{before}");
            for at in 0..number {
                let value = tag.attributes.get(format!("a{at}").as_bytes()).map(|it| it.value.as_slice().to_vec());
                let written = format!("{before}v{at}").trim_start_matches([' ', '=', '"', '\'']).replace("\r\n", "\n");
                assert_eq!(value, Some(written.replace("&egrave;", "è").into_bytes()));
            }
            assert_eq!(html.get(text.span.start..text.span.end), Some("12 morti"), "{before}");
        }
    }
}
