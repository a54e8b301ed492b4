//! A key that too many articles share, "Russia and Ukraine" over years: each article is compared with those that are
//! near in time and tell the most alike story.

use super::{Members, Numbers, in_order};
use crate::claim::ArticleInfo;
use crate::rules::Pairing;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// The pairs of a crowd that are compared, as far as they are wanted; a pair is where either of its articles chooses the
/// other.
pub(super) fn pairs(
    members: &Members<'_>,
    is_wanted: &dyn Fn(usize, usize) -> bool,
    bounds: &Pairing,
) -> Vec<(usize, usize)> {
    let group = members.group;
    let mut by_day: Vec<usize> = (0..group.len()).collect();
    by_day.sort_by_key(|at| (group[*at].published, &group[*at].id, *at));
    let around = |place: usize| place.saturating_sub(bounds.window)..(place + bounds.window + 1).min(by_day.len());
    let stories = Stories::of(group);
    let mut weights = stories.no_weights();
    let mut marks = Marks::of(members);
    let mut chosen = FxHashSet::default();
    for (place, own) in by_day.iter().enumerate() {
        let near = around(place);
        if !near.clone().any(|other| is_wanted(*own, by_day[other])) {
            continue;
        }
        marks.mark(*own, members.telling[*own]);
        stories.weigh(*own, &mut weights);
        let mut others: Vec<(Reverse<u32>, usize, usize)> = near
            .filter(|other| *other != place && members.meet_where(*own, by_day[*other], |term| marks.has(*own, *term)))
            .map(|other| {
                let alike = stories.likeness(*own, by_day[other], &weights);
                (Reverse(alike), other.abs_diff(place), other)
            })
            .collect();
        stories.forget(*own, &mut weights);
        others.sort_unstable();
        let most_alike = others.iter().take(bounds.alike).map(|(.., other)| by_day[*other]);
        let kept = most_alike.filter(|other| is_wanted(*own, *other));
        chosen.extend(kept.map(|other| (*own.min(&other), *own.max(&other))));
    }
    in_order(chosen)
}

/// The stories of a crowd with numbers in the place of their terms.
struct Stories {
    terms: Vec<Vec<(u32, u32)>>,
    /// What all terms of a story weigh.
    totals: Vec<u32>,
    numbers: usize,
}

impl Stories {
    fn of(group: &[&ArticleInfo]) -> Self {
        let mut numbers = Numbers::default();
        let mut numbered = |(term, weight)| (numbers.of(term), weight);
        let terms: Vec<Vec<_>> = group.iter().map(|it| it.story.terms().map(&mut numbered).collect()).collect();
        let totals = terms.iter().map(|story| story.iter().map(|(_, weight)| *weight).sum()).collect();
        Self { terms, totals, numbers: numbers.0.len() }
    }

    fn no_weights(&self) -> Vec<u32> {
        vec![0; self.numbers]
    }

    /// Notes for each term what it weighs in a story, so that what hundreds of others share with it takes one look at each
    /// of their terms.
    fn weigh(&self, at: usize, weights: &mut [u32]) {
        self.terms[at].iter().for_each(|(term, weight)| weights[*term as usize] = *weight);
    }

    fn forget(&self, at: usize, weights: &mut [u32]) {
        self.terms[at].iter().for_each(|(term, _)| weights[*term as usize] = 0);
    }

    /// What [`crate::claim::Signature::likeness`] gives, of a story whose weights are noted.
    fn likeness(&self, own: usize, other: usize, weights: &[u32]) -> u32 {
        let shared: u32 = self.terms[other].iter().map(|(term, weight)| weights[*term as usize].min(*weight)).sum();
        (shared * 1000).checked_div(self.totals[own].min(self.totals[other])).unwrap_or(0)
    }
}

/// For each term the article that was marked last among those that have it: to see what hundreds of neighbours share with
/// one article takes a look at each of their terms, and no search.
struct Marks(Vec<usize>);

impl Marks {
    fn of(members: &Members<'_>) -> Self {
        let terms = members.telling.iter().copied().flatten().max().map_or(0, |last| *last as usize + 1);
        Self(vec![usize::MAX; terms])
    }

    fn mark(&mut self, article: usize, telling: &[u32]) {
        for term in telling {
            if let Some(mark) = self.0.get_mut(*term as usize) {
                *mark = article;
            }
        }
    }

    fn has(&self, article: usize, term: u32) -> bool {
        self.0.get(term as usize) == Some(&article)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BOUNDS, article};
    use super::super::{Index, Known, Shared, meetings, meetings_of};
    use super::*;

    /// Thirty articles on one country, a story every day told by three of them.
    fn crowd() -> Vec<ArticleInfo> {
        let names = ["tasta", "terl", "tort", "torn", "telba", "taro", "tent", "tult", "tisen", "tura"];
        let told = |at: usize| {
            let date = format!("2026-03-{:02}", at / 3 + 1);
            article(at, &[("doha", 9), ("sardal", 9), (names[at / 3], 4)], Some(&date))
        };
        (0..30).map(told).collect()
    }

    fn key_text(shared: Shared<'_>) -> String {
        shared.key().map_or_else(String::new, |key| key.to_string())
    }

    #[test]
    fn a_crowd_is_compared_story_by_story() {
        let articles = crowd();
        let index = Index::new(articles.iter(), &BOUNDS);
        let shared = index.groups().find(|shared| key_text(*shared) == "n:doha|n:sardal").unwrap();
        let infos: Vec<&ArticleInfo> = shared.members().map(|at| &articles[at]).collect();
        let key = shared.key().unwrap();
        // The three of a day share a third name, which comes later; they meet under the first key all the same.
        let met = meetings(&key, &infos, &BOUNDS);
        assert_eq!(met.crowd, Some(30));
        assert!(met.pairs.len() <= 30 * BOUNDS.alike, "{}", met.pairs.len());
        for (day, _) in articles.iter().enumerate().step_by(3) {
            let of_day: Vec<_> =
                met.pairs.iter().filter(|(a, b)| (day..day + 3).contains(a) && (day..day + 3).contains(b)).collect();
            assert_eq!(of_day.len(), 3, "day {day}");
        }
    }

    #[test]
    fn a_crowd_is_as_alike_as_its_stories() {
        let (articles, of_nothing) = (crowd(), article(30, &[], None));
        let group: Vec<&ArticleInfo> = articles.iter().chain([&of_nothing]).collect();
        let stories = Stories::of(&group);
        let mut weights = stories.no_weights();
        for own in 0..group.len() {
            stories.weigh(own, &mut weights);
            for other in 0..group.len() {
                let alike = group[own].story.likeness(&group[other].story);
                assert_eq!(stories.likeness(own, other, &weights), alike, "{own} {other}");
            }
            stories.forget(own, &mut weights);
        }
    }

    #[test]
    fn what_is_far_from_a_new_article_changes_nothing_for_it() {
        let articles = crowd();
        let index = Index::new(articles.iter(), &BOUNDS);
        let shared = index.groups().find(|shared| key_text(*shared) == "n:doha|n:sardal").unwrap();
        let key = shared.key().unwrap();
        let new = 20;
        let of_new = |infos: &[&ArticleInfo]| {
            let is_new = |at: usize| infos[at].id == articles[new].id;
            let is_wanted = |a: usize, b: usize| is_new(a) || is_new(b);
            let known: Vec<Known> = infos.iter().map(|info| Known::new((*info).clone(), &BOUNDS)).collect();
            let met = meetings_of(&key, &known.iter().collect::<Vec<_>>(), &is_wanted, true, &BOUNDS).pairs;
            let ids = |(a, b): &(usize, usize)| (infos[*a].id.clone(), infos[*b].id.clone());
            met.iter().filter(|(a, b)| is_new(*a) || is_new(*b)).map(ids).collect::<Vec<_>>()
        };
        let all: Vec<&ArticleInfo> = articles.iter().collect();
        let near: Vec<&ArticleInfo> = articles.iter().skip(new - 2 * BOUNDS.window).collect();
        let expected = meetings(&key, &all, &BOUNDS).pairs;
        let expected: Vec<_> = expected.iter().filter(|(a, b)| *a == new || *b == new).collect();
        assert_eq!(of_new(&near), of_new(&all));
        assert_eq!(of_new(&all).len(), expected.len());
    }

    #[test]
    fn the_order_of_the_group_changes_nothing() {
        let articles = crowd();
        let names = |order: Vec<&ArticleInfo>| {
            let index = Index::new(articles.iter(), &BOUNDS);
            let key = index.groups().filter_map(|shared| shared.key());
            let key = key.into_iter().find(|key| key.to_string() == "n:doha|n:sardal").unwrap();
            let met = meetings(&key, &order, &BOUNDS).pairs;
            let mut named: Vec<_> = met
                .iter()
                .map(|(a, b)| {
                    let (x, y) = (&order[*a].id, &order[*b].id);
                    (x.min(y).clone(), x.max(y).clone())
                })
                .collect();
            named.sort();
            named
        };
        assert_eq!(names(articles.iter().collect()), names(articles.iter().rev().collect()));
    }
}
