//! Tokens: words, runs of digits, and every other character by itself.

use super::WordId;
use crate::span::TextSpan;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters: "prigionieri"; an elision is three tokens: l, ', attacco.
    Word,
    /// A run of ASCII digits.
    Digits,
    /// Any other single character that is not white space.
    Mark(char),
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital at the beginning.
    Lower,
    /// A capital at the beginning.
    Capital,
    /// Capitals throughout, two letters or more.
    Upper,
}

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: TextSpan,
    /// What it is.
    pub kind: TokenKind,
    /// Capitals.
    pub case: Case,
    /// No white space before it.
    pub glued: bool,
    /// The word in its language's packs, by its folded form.
    pub word: WordId,
}

impl Token {
    /// Whether it is this character.
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Whether the character joins two parts of one word by elision: l'attacco, l’attacco.
pub fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// Whether the character is a hyphen or a dash.
pub fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// A character that shows nothing and may stand inside a word: the soft hyphen, zero-width marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Splits a text into tokens without looking at any language. Word ids are left unknown.
pub fn tokenize(text: &str, base: usize) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut glued = false;
    let mut next = 0;
    while let Some(first) = char_at(text, next) {
        let start = next;
        let mut end = start + first.len_utf8();
        next = end;
        if first.is_whitespace() {
            glued = false;
            continue;
        }
        if is_invisible(first) {
            continue;
        }
        let kind = if first.is_ascii_digit() {
            end = while_chars(text, end, |c| c.is_ascii_digit());
            TokenKind::Digits
        } else if first.is_alphabetic() {
            end = while_chars(text, end, |c| c.is_alphabetic() || is_invisible(c) || is_combining(c));
            TokenKind::Word
        } else {
            TokenKind::Mark(first)
        };
        next = end;
        let span = TextSpan::new(base + start, base + end);
        let case = case_of(text.get(start..end).unwrap_or_default());
        tokens.push(Token { span, kind, case, glued, word: WordId::UNKNOWN });
        glued = true;
    }
    tokens
}

/// The character at a byte; nearly all are ASCII.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Where the characters from a byte on end that pass a test.
fn while_chars(text: &str, mut at: usize, test: impl Fn(char) -> bool) -> usize {
    while let Some(c) = char_at(text, at).filter(|c| test(*c)) {
        at += c.len_utf8();
    }
    at
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) { Case::Upper } else { Case::Capital }
        }
        _ => Case::Lower,
    }
}

/// The form under which packs know a word: lower case, composed accents, plain apostrophe, nothing invisible.
///
/// Writes into `out`, so that a pass over a text needs one buffer.
pub fn fold_into(word: &str, out: &mut String) {
    use unicode_normalization::UnicodeNormalization;
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    let push = |c: char| {
        if is_apostrophe(c) {
            out.push('\'');
        } else {
            out.extend(c.to_lowercase());
        }
    };
    if word.chars().all(is_composed) {
        word.chars().for_each(push);
    } else {
        word.nfc().filter(|c| !is_invisible(*c)).for_each(push);
    }
}

/// A visible character that composing leaves as it is: the letters of western languages, their marks of punctuation.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '€') && !is_invisible(c)
}

/// [`fold_into`] a fresh string.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// A folded word without its accents.
pub fn without_accents(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    word.nfd().filter(|c| !is_combining(*c)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokenize(text, 0).iter().map(|token| token.span.slice(text)).collect()
    }

    #[test]
    fn letters_and_digits_part() {
        let cases: [(&str, &[&str]); 6] = [
            ("55mila", &["55", "mila"]),
            ("l’attacco", &["l", "’", "attacco"]),
            ("MQ-9", &["MQ", "-", "9"]),
            ("£2.9m", &["£", "2", ".", "9", "m"]),
            ("20-30mila", &["20", "-", "30", "mila"]),
            ("mezz'ora", &["mezz", "'", "ora"]),
        ];
        for (text, expected) in cases {
            assert_eq!(texts(text), expected);
        }
    }

    #[test]
    fn folding_hides_typography() {
        assert_eq!(fold("PERCHÉ"), "perché");
        assert_eq!(fold("e\u{300}"), "è");
        assert_eq!(fold("’"), "'");
        assert_eq!(fold("pri\u{ad}gionieri"), "prigionieri");
    }
}
