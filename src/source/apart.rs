//! The articles of one file told apart, and no flood of its faults.

use super::error::SourceError;
use super::read::Outcome;
use rustc_hash::FxHashMap;
use std::mem;

/// So many faults of one file are told one by one.
pub(super) const FAULTS: usize = 20;

/// What was read of a file so far: its ids, and how many faults it has.
///
/// Two articles of one id would pass for one article in two states, which are never compared.
#[derive(Debug, Default)]
pub struct Apart {
    name: String,
    /// Each id with the number that the last article of this id got.
    ids: FxHashMap<String, usize>,
    faults: usize,
}

impl Apart {
    /// Gives a second article of one id another, and leaves out faults beyond `FAULTS`; the parts of a file come in
    /// order. What was left out of the file before this one is told first.
    pub fn tell(&mut self, name: &str, (articles, errors): &mut Outcome) {
        let before = if name == self.name { None } else { self.end() };
        if name != self.name {
            name.clone_into(&mut self.name);
        }
        for article in articles {
            if let Some(renamed) = self.other_id(&article.id) {
                errors.push(SourceError::SameId { name: mem::replace(&mut article.id, renamed.clone()), renamed });
            }
        }
        let room = FAULTS.saturating_sub(self.faults);
        self.faults += errors.len();
        errors.truncate(room);
        errors.splice(0..0, before);
    }

    /// An id that no article before has, where one has this; a record can be called "a~2" by itself.
    fn other_id(&mut self, id: &str) -> Option<String> {
        let Some(mut times) = self.ids.get(id).copied() else {
            self.ids.insert(id.to_owned(), 1);
            return None;
        };
        let renamed = loop {
            times += 1;
            let renamed = format!("{id}~{times}");
            if !self.ids.contains_key(&renamed) {
                break renamed;
            }
        };
        self.ids.insert(id.to_owned(), times);
        self.ids.insert(renamed.clone(), 1);
        Some(renamed)
    }

    /// How many faults of the last file were left out, where some were.
    pub fn end(&mut self) -> Option<SourceError> {
        let Self { name, faults, .. } = mem::take(self);
        let more = faults.checked_sub(FAULTS).filter(|more| *more > 0)?;
        Some(SourceError::MoreFaults { name, faults: more })
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::{Limits, read_bytes};
    use super::*;

    fn told(apart: &mut Apart, name: &str, lines: &str) -> (Vec<String>, Vec<String>) {
        let (mut articles, mut errors) = Outcome::default();
        for line in lines.lines() {
            let read = read_bytes("a.jsonl", line.as_bytes(), &Limits::default());
            articles.extend(read.0);
            errors.extend(read.1);
        }
        let mut outcome = (articles, errors);
        apart.tell(name, &mut outcome);
        let ids = outcome.0.into_iter().map(|article| article.id).collect();
        (ids, outcome.1.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_id_that_looks_like_a_second_one_is_its_own() {
        let record = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"Sono 12 i morti.\"}}\n");
        let ids = |order: [&str; 5]| told(&mut Apart::default(), "a.jsonl", &order.map(record).concat()).0;
        assert_eq!(
            ids(["x", "x", "x~2", "x", "x~2"]),
            ["x", "x~2", "x~2~2", "x~3", "x~2~3"].map(|id| format!("a.jsonl#{id}"))
        );
        assert_eq!(
            ids(["x~2", "x", "x", "x", "x"]),
            ["x~2", "x", "x~3", "x~4", "x~5"].map(|id| format!("a.jsonl#{id}"))
        );
    }

    #[test]
    fn ids_and_faults_are_counted_over_the_parts_of_a_file() {
        let mut apart = Apart::default();
        let record = "{\"id\":\"x\",\"text\":\"Sono 12 i morti.\"}";
        assert_eq!(told(&mut apart, "a.jsonl", record).0, ["a.jsonl#x"]);
        assert_eq!(told(&mut apart, "a.jsonl", record).0, ["a.jsonl#x~2"]);
        assert_eq!(told(&mut apart, "a.jsonl", record).0, ["a.jsonl#x~3"]);
        assert_eq!(told(&mut apart, "a.jsonl", &"{\n".repeat(30)).1.len(), FAULTS - 2);
        assert_eq!(told(&mut apart, "a.jsonl", "{").1, [] as [String; 0]);
        let (ids, errors) = told(&mut apart, "b.jsonl", record);
        assert_eq!(ids, ["a.jsonl#x"]);
        assert_eq!(errors, ["a.jsonl: 13 more faults like these; mend the first, and these will be told"]);
        assert!(apart.end().is_none());
    }
}
