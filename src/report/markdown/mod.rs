//! The page as Markdown, for a ticket or the summary of a job.

use super::dossier::{Dossier, Material};
use super::templates::{TemplateError, Templates};
use serde::Serialize;
use std::io::Write;

/// What the template of the page can use.
#[derive(Serialize)]
struct Page {
    report: Dossier,
}

/// Writes the page.
///
/// # Errors
/// What the writer says, or a template of the user's that cannot be filled in.
pub fn write(out: &mut dyn Write, material: &Material<'_>, templates: &Templates) -> Result<(), TemplateError> {
    let page = Page { report: Dossier::new(material) };
    Ok(out.write_all(templates.render("report.md", page)?.as_bytes())?)
}

/// Text as it reads, whatever it means in Markdown: no markup, no link, no mention of a person, no line of its own.
pub(super) fn escaped(text: &str) -> String {
    let text = super::inert(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = String::new();
    for (at, character) in text.char_indices() {
        let rest = text.get(at + character.len_utf8()..).unwrap_or_default();
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A joiner without width, or the name after it would be told.
            '@' => out.push_str("@\u{2060}"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(character);
            }
            // Addresses become links by themselves; a line may begin with what makes it a list or a heading.
            ':' if rest.starts_with("//") => out.push_str("\\:"),
            // Some CI take a line of a log that begins so for a command.
            ':' if before.trim().is_empty() && rest.starts_with(':') => out.push_str("\\:"),
            '.' if before.to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            '.' | ')' if is_numeral(&before) && ends_marker(rest) => {
                out.push('\\');
                out.push(character);
            }
            '-' | '+' | '=' if before.trim().is_empty() && (ends_marker(rest) || rest.starts_with(character)) => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
        before.push(character);
    }
    out
}

/// Whether a character with this after it can be the mark of a list.
fn ends_marker(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// Whether nothing but a number stands before, as before the point of a list.
fn is_numeral(before: &str) -> bool {
    let before = before.trim();
    !before.is_empty() && before.len() < 10 && before.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        for (text, shown) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a | b", "a \\| b"),
            ("`rm -rf`", "\\`rm -rf\\`"),
            ("[qui](javascript:x)", "\\[qui\\](javascript:x)"),
            ("# Titolo", "\\# Titolo"),
            ("1. primo", "1\\. primo"),
            ("1.200 e 3.4", "1.200 e 3.4"),
            ("---", "\\---"),
            ("+7, -3", "+7, -3"),
            ("- voce", "\\- voce"),
            ("@redazione e #12", "@\u{2060}redazione e \\#12"),
            ("https://faro.example www.faro.example", "https\\://faro.example www\\.faro.example"),
            ("::error::x\n```", "\\::error::x \\`\\`\\`"),
            ("AT&amp;T", "AT&amp;amp;T"),
            ("157\u{1b}[31m\u{202e}", "157␛\\[31m"),
        ] {
            assert_eq!(escaped(text), shown);
        }
    }
}
