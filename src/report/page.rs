//! The page of a check, written in Markdown, for a terminal.

use super::layout::paragraph;
use super::text::{Look, Mark, paint};

/// The page with headings set apart, paragraphs wrapped and examples indented.
pub fn check_page(markdown: &str, look: Look) -> String {
    let mut page = Page { text: String::new(), open: String::new(), look };
    let mut fenced = false;
    for line in markdown.lines() {
        match line.strip_prefix("```") {
            Some(label) => {
                page.close();
                fenced = !fenced;
                if fenced {
                    page.text.push_str(&format!("  {}\n", Mark::Faint.on(label.trim())));
                }
            }
            None if fenced => page.example(line),
            None => page.line(line),
        }
    }
    page.close();
    paint(&page.text, look)
}

struct Page {
    text: String,
    open: String,
    look: Look,
}

impl Page {
    fn line(&mut self, line: &str) {
        if let Some(heading) = line.strip_prefix('#') {
            self.close();
            self.text.push_str(&paragraph(&Mark::Strong.on(heading.trim_start_matches('#').trim()), self.look));
        } else if line.trim().is_empty() {
            self.close();
            self.text.push('\n');
        } else {
            if line.starts_with("- ") {
                self.close();
            }
            self.open.push_str(if self.open.is_empty() { "" } else { " " });
            self.open.push_str(line.trim());
        }
    }

    fn example(&mut self, line: &str) {
        let narrow = Look { width: self.look.width.saturating_sub(4), ..self.look };
        for line in paragraph(line, narrow).lines() {
            self.text.push_str(&format!("    {line}\n"));
        }
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            let text = std::mem::take(&mut self.open).replace("**", "").replace('`', "");
            self.text.push_str(&paragraph(&text, self.look));
        }
    }
}
