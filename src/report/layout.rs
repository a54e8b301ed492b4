//! Tables and paragraphs that wrap and never cut.

use super::text::{Look, paint};
use comfy_table::presets::{NOTHING, UTF8_FULL};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

/// Narrower pages than this show a table as a list.
const NARROW: u16 = 72;

/// Narrowest page that is laid out at all; narrower terminals wrap it themselves.
const NARROWEST: u16 = 30;

/// A table, or a list where the page is narrow.
pub fn table(header: &[&'static str], rows: Vec<Vec<String>>, look: Look) -> String {
    let mut sheet = Sheet::new(header);
    rows.into_iter().for_each(|cells| sheet.row(cells, Vec::new()));
    paint(&sheet.render(look), look)
}

/// A table with notes of full width under some of its rows.
pub(super) struct Sheet {
    header: Vec<&'static str>,
    rows: Vec<(Vec<String>, Vec<String>)>,
}

impl Sheet {
    pub(super) fn new(header: &[&'static str]) -> Self {
        Self { header: header.to_vec(), rows: Vec::new() }
    }

    /// Adds a row with the paragraphs that stand under it.
    pub(super) fn row(&mut self, cells: Vec<String>, notes: Vec<String>) {
        self.rows.push((cells, notes));
    }

    pub(super) fn render(&self, look: Look) -> String {
        let page = if look.width < NARROW { self.list(look) } else { self.table(look) };
        page.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn table(&self, look: Look) -> String {
        let mut table = bordered(look);
        if self.rows.iter().any(|(_, notes)| !notes.is_empty()) {
            table.set_content_arrangement(ContentArrangement::DynamicFullWidth);
        }
        table.set_header(self.header.clone());
        self.rows.iter().for_each(|(cells, _)| {
            table.add_row(cells.clone());
        });
        let lines: Vec<String> = table.lines().collect();
        let mut page = String::new();
        let mut row = None;
        for line in &lines {
            let is_rule = !line.starts_with('│');
            if is_rule && let Some(done) = row {
                self.add_notes(done, line, &mut page);
            }
            if is_rule {
                row = Some(row.map_or(0, |row: usize| row + 1)).filter(|_| !line.starts_with('┌'));
            }
            page.push_str(&self.joined(row, line));
            page.push('\n');
        }
        page
    }

    /// A rule after notes begins the columns again.
    fn joined(&self, row: Option<usize>, line: &str) -> String {
        let after_notes = row.and_then(|row| row.checked_sub(1)).is_some_and(|row| self.has_notes(row));
        match line.chars().next() {
            Some('├') if after_notes => line.replace('┼', "┬"),
            Some('└') if after_notes => line.replace('┴', "─"),
            _ => line.to_owned(),
        }
    }

    fn has_notes(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|(_, notes)| !notes.is_empty())
    }

    fn add_notes(&self, row: usize, rule: &str, page: &mut String) {
        let Some((_, notes)) = self.rows.get(row).filter(|(_, notes)| !notes.is_empty()) else { return };
        let open = rule.replace(['└', '╞'], "├").replace(['┘', '╡'], "┤").replace('┼', "┴");
        page.push_str(&open);
        page.push('\n');
        let width = u16::try_from(rule.chars().count()).unwrap_or(u16::MAX);
        let mut box_of_notes = bordered(Look { width, colour: false });
        box_of_notes.add_row([notes.join("\n")]);
        box_of_notes.set_constraints([ColumnConstraint::Absolute(Width::Fixed(width.saturating_sub(2)))]);
        for line in box_of_notes.lines().filter(|line| line.starts_with('│')) {
            page.push_str(&line);
            page.push('\n');
        }
    }

    /// A row as pairs of heading and cell, for narrow terminals.
    fn list(&self, look: Look) -> String {
        let mut page = String::new();
        for (cells, notes) in &self.rows {
            let mut table = bordered(look);
            for (heading, cell) in self.header.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                table.add_row([(*heading).to_owned(), cell.clone()]);
            }
            table.set_constraints([ColumnConstraint::ContentWidth]);
            page.push_str(&table.to_string());
            page.push('\n');
            notes.iter().for_each(|note| page.push_str(&paragraph(note, look)));
            page.push('\n');
        }
        page
    }
}

/// A paragraph wrapped to the page.
pub(super) fn paragraph(text: &str, look: Look) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(look.width.max(NARROWEST));
    table.add_row([text]);
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 0));
    });
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn bordered(look: Look) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL.with_solid_inner_borders());
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(look.width.max(NARROWEST));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_cut_at_any_width() {
        let words = "Novantasette prigionieri rientrati precipitevolissimevolmente".to_owned();
        for width in [30, 40, 71, 72, 80, 100, 200] {
            let mut sheet = Sheet::new(&["question", "A", "B"]);
            sheet.row(vec![words.clone(), "157".into(), "150".into()], vec![words.clone()]);
            let page = sheet.render(Look { width, colour: false });
            assert!(page.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}\n{page}");
            let letters: String = page.chars().filter(|c| c.is_alphanumeric()).collect();
            assert!(letters.contains("157") && letters.contains("150"));
            let seen = page.matches('v').count();
            assert_eq!(seen, 2 * words.matches('v').count(), "{page}");
        }
    }
}
