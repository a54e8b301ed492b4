//! Sentences that an hour only seemed to end: "at 9 p.m. Friday", "10 a.m. GMT", "6 p.m. (1700 GMT)".

use super::passage::{Passage, Sentence};
use crate::rules::{Mark, Sense};

impl Passage<'_> {
    /// Joins what a stop behind an hour parted: its day, its zone, its time elsewhere.
    pub(super) fn join_behind_hours(&mut self) {
        let mut joined: Vec<Sentence> = Vec::with_capacity(self.sentences.len());
        for sentence in std::mem::take(&mut self.sentences) {
            match joined.last_mut() {
                Some(last) if self.goes_on_behind_hour(sentence.tokens.start) => {
                    last.tokens.end = sentence.tokens.end;
                    last.span = last.span.cover(sentence.span);
                    last.is_question = sentence.is_question;
                }
                _ => joined.push(sentence),
            }
        }
        self.sentences = joined;
    }

    fn goes_on_behind_hour(&self, at: usize) -> bool {
        /// Tokens of "p.m."
        const LONGEST: usize = 4;
        let half = |sense: &Sense| matches!(sense, Sense::Mark(Mark::Am | Mark::Pm | Mark::AtNight));
        let hour = (1..=LONGEST.min(at))
            .any(|back| self.tags(at - back).iter().any(|tag| usize::from(tag.len) == back && half(&tag.sense)));
        let time =
            |sense: &Sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::Day(_) | Sense::Zone(_));
        hour && (self.tags(at).iter().any(|tag| time(&tag.sense))
            || self.tokens.get(at).is_some_and(|token| token.is('(')))
    }
}
