//! Which articles meet: an inverted index on keys, so that a batch of N articles costs about N and not N².
//!
//! A key is two of the terms that tell most about an article. Values, languages and dates as written never go into it,
//! so that articles in two languages meet. Two articles meet under the first key that both have: wherever their keys are
//! looked at, in one process or in many, each pair is found once.

mod crowd;

use crate::claim::{ArticleInfo, Claim, Kind, Term};
use crate::rules::Pairing;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;
use std::hash::Hash;

/// What sort of term it is, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Rank {
    Name,
    Actor,
    Concept,
    Stem,
}

impl Rank {
    fn of(term: &Term) -> Self {
        match term {
            Term::Name(_) => Self::Name,
            Term::Concept(_) if term.is_telling_name() => Self::Actor,
            Term::Concept(_) => Self::Concept,
            Term::Stem(_) => Self::Stem,
        }
    }
}

/// A term in the order of keys: names before actors, these before things, each by its text.
type Ranked = (Rank, Term);

/// The terms of an article that make its keys, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling(Vec<Ranked>);

/// Two terms that tell of one story. Its text names it in other processes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Ranked, Ranked);

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}", self.0.1, self.1.1)
    }
}

impl Telling {
    /// The heaviest terms of the story; words that no lexicon knows only where there are too few others.
    pub fn of(article: &ArticleInfo, bounds: &Pairing) -> Self {
        let mut terms: Vec<(bool, u32, &Term)> = article
            .story
            .terms()
            .map(|(term, weight)| (matches!(term, Term::Stem(_)), u32::MAX - weight, term))
            .collect();
        terms.sort();
        let mut telling: Vec<Ranked> =
            terms.into_iter().take(bounds.terms).map(|(.., term)| (Rank::of(term), term.clone())).collect();
        telling.sort();
        Self(telling)
    }

    /// Every two of the terms, in order.
    pub fn keys(&self) -> Vec<Key> {
        let pairs =
            self.0.iter().enumerate().flat_map(|(at, first)| {
                self.0.iter().skip(at + 1).map(move |second| Key(first.clone(), second.clone()))
            });
        pairs.collect()
    }

    /// The text of each term, in order; two of them joined by `|` are the text of a key.
    pub fn terms(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(_, term)| term.to_string())
    }

    /// The key under which two articles meet.
    pub fn meeting(&self, other: &Self) -> Option<Key> {
        let mut shared = self.0.iter().filter(|term| other.0.binary_search(term).is_ok());
        Some(Key(shared.next()?.clone(), shared.next()?.clone()))
    }
}

/// What is known of an article that many others may meet, with its telling terms.
#[derive(Debug)]
pub struct Known {
    /// What is known of it.
    pub info: ArticleInfo,
    telling: Telling,
}

impl Known {
    /// Takes the telling terms from the story.
    pub fn new(info: ArticleInfo, bounds: &Pairing) -> Self {
        let telling = Telling::of(&info, bounds);
        Self { info, telling }
    }
}

/// Articles by the keys that they share, for a batch in one process.
#[derive(Debug)]
pub struct Index {
    terms: Vec<Ranked>,
    /// The numbers of the telling terms of each article, in the order of the terms.
    telling: Vec<Box<[u32]>>,
    /// The articles of every key that several share, key after key.
    members: Vec<u32>,
    /// The numbers of the two terms of each of these keys, in order, and where its members end.
    keys: Vec<([u32; 2], usize)>,
}

impl Index {
    /// The index of some articles, by their positions.
    pub fn new<'a>(articles: impl Iterator<Item = &'a ArticleInfo>, bounds: &Pairing) -> Self {
        let mut numbers: Numbers<Ranked> = Numbers::default();
        let mut telling: Vec<Box<[u32]>> = Vec::new();
        for article in articles {
            telling.push(Telling::of(article, bounds).0.into_iter().map(|term| numbers.of(term)).collect());
        }
        let mut terms: Vec<(Ranked, u32)> = numbers.0.into_iter().collect();
        terms.sort();
        let mut places = vec![0_u32; terms.len()];
        for (place, (_, number)) in (0_u32..).zip(&terms) {
            if let Some(slot) = places.get_mut(*number as usize) {
                *slot = place;
            }
        }
        for number in telling.iter_mut().flatten() {
            *number = places.get(*number as usize).copied().unwrap_or_default();
        }
        let keys = |own: &[u32]| own.len() * own.len().saturating_sub(1) / 2;
        let mut entries = Vec::with_capacity(telling.iter().map(|own| keys(own)).sum());
        for (article, own) in (0_u32..).zip(&telling) {
            for (at, first) in own.iter().enumerate() {
                entries.extend(own.iter().skip(at + 1).map(|second| [*first, *second, article]));
            }
        }
        entries.sort_unstable();
        // What nobody shares is looked at no more, and the index stays while findings are gathered.
        let mut members = Vec::with_capacity(groups_of(&entries).map(<[_]>::len).sum());
        let mut keys = Vec::with_capacity(groups_of(&entries).count());
        for (key, group) in groups_of(&entries).filter_map(|group| Some((group.first()?, group))) {
            members.extend(group.iter().map(|[.., article]| *article));
            keys.push(([key[0], key[1]], members.len()));
        }
        Self { terms: terms.into_iter().map(|(term, _)| term).collect(), telling, members, keys }
    }

    /// Every key that several articles share.
    pub fn groups(&self) -> impl Iterator<Item = Shared<'_>> {
        let begins = std::iter::once(0).chain(self.keys.iter().map(|(_, end)| *end));
        let groups = self.keys.iter().zip(begins);
        groups.map(|((key, end), begin)| Shared { index: self, key: *key, members: &self.members[begin..*end] })
    }
}

/// The entries of every key that several articles share.
fn groups_of(entries: &[[u32; 3]]) -> impl Iterator<Item = &[[u32; 3]]> {
    entries.chunk_by(|a, b| a[..2] == b[..2]).filter(|group| group.len() > 1)
}

/// A key that several articles share.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'a> {
    index: &'a Index,
    key: [u32; 2],
    members: &'a [u32],
}

impl Shared<'_> {
    /// The key.
    pub fn key(&self) -> Option<Key> {
        let term = |number: u32| self.index.terms.get(number as usize).cloned();
        let [first, second] = self.key;
        Some(Key(term(first)?, term(second)?))
    }

    /// The positions of the articles.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        self.members.iter().map(|article| *article as usize)
    }

    /// What [`meetings`] gives for the key and its articles, whose positions and infos `group` holds in any order.
    pub fn meetings(&self, group: &[(usize, &ArticleInfo)], bounds: &Pairing) -> Meetings {
        let infos: Vec<&ArticleInfo> = group.iter().map(|(_, info)| *info).collect();
        let telling = group.iter().map(|(at, _)| self.index.telling.get(*at).map_or(&[][..], |own| own)).collect();
        let members = Members { group: &infos, telling, key: self.key };
        members.meetings(&|_, _| true, group.len() > bounds.crowd, bounds)
    }
}

/// Pairs of articles that meet under a key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meetings {
    /// Positions in the group, the lower first, in order.
    pub pairs: Vec<(usize, usize)>,
    /// How many articles share the key, where they are too many to compare every two.
    pub crowd: Option<usize>,
}

/// The pairs that meet under `key`; what two articles are called alike is one article in two states, and no pair.
pub fn meetings(key: &Key, group: &[&ArticleInfo], bounds: &Pairing) -> Meetings {
    let telling: Vec<Telling> = group.iter().map(|info| Telling::of(info, bounds)).collect();
    meetings_by(key, group, telling.iter(), &|_, _| true, group.len() > bounds.crowd, bounds)
}

/// Those of the pairs that meet under `key` that are wanted. `group` holds every article that shares the key or, of a
/// crowd, twice [`Pairing::window`] before and after each article of a pair that may be wanted.
pub fn meetings_of(
    key: &Key,
    group: &[&Known],
    is_wanted: &dyn Fn(usize, usize) -> bool,
    is_crowd: bool,
    bounds: &Pairing,
) -> Meetings {
    let infos: Vec<&ArticleInfo> = group.iter().map(|known| &known.info).collect();
    meetings_by(key, &infos, group.iter().map(|known| &known.telling), is_wanted, is_crowd, bounds)
}

fn meetings_by<'a>(
    key: &'a Key,
    group: &[&ArticleInfo],
    telling: impl Iterator<Item = &'a Telling>,
    is_wanted: &dyn Fn(usize, usize) -> bool,
    is_crowd: bool,
    bounds: &Pairing,
) -> Meetings {
    let mut numbers = Numbers::default();
    let key = [&key.0, &key.1].map(|term| numbers.of(term));
    let telling: Vec<Vec<u32>> = telling.map(|own| own.0.iter().map(|term| numbers.of(term)).collect()).collect();
    let members = Members { group, telling: telling.iter().map(Vec::as_slice).collect(), key };
    members.meetings(is_wanted, is_crowd, bounds)
}

/// Numbers for things of which only it counts whether two are the same.
#[derive(Debug)]
struct Numbers<T>(FxHashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Eq + Hash> Numbers<T> {
    fn of(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }
}

/// The articles of a group, with numbers in the place of their telling terms and of those of the key.
struct Members<'a> {
    group: &'a [&'a ArticleInfo],
    telling: Vec<&'a [u32]>,
    key: [u32; 2],
}

impl Members<'_> {
    fn meetings(&self, is_wanted: &dyn Fn(usize, usize) -> bool, is_crowd: bool, bounds: &Pairing) -> Meetings {
        let group = self.group.len();
        if is_crowd {
            return Meetings { pairs: crowd::pairs(self, is_wanted, bounds), crowd: Some(group) };
        }
        let every = (0..group).flat_map(|a| (a + 1..group).map(move |b| (a, b)));
        let pairs = every.filter(|(a, b)| is_wanted(*a, *b) && self.meet(*a, *b)).collect();
        Meetings { pairs, crowd: None }
    }

    fn meet(&self, a: usize, b: usize) -> bool {
        self.meet_where(a, b, |term| self.telling[a].contains(term))
    }

    /// Whether the first two terms that both have are those of the key, of which `is_own` tells which the first one has.
    fn meet_where(&self, a: usize, b: usize, is_own: impl Fn(&u32) -> bool) -> bool {
        let mut shared = self.telling[b].iter().filter(|term| is_own(term));
        [shared.next(), shared.next()] == self.key.each_ref().map(Some) && self.group[a].id != self.group[b].id
    }
}

/// What the bounds left out of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A key that a crowd of articles shares.
    Crowd {
        /// Its text.
        key: String,
        /// How many share it, or more where not all were counted.
        articles: usize,
        /// Whether all were counted.
        counted: bool,
    },
    /// An article that tells a list.
    List {
        /// Its name.
        article: String,
        /// What it lists.
        kind: Kind,
        /// How many.
        claims: usize,
    },
}

impl LeftOut {
    /// In a sentence, with what is compared all the same.
    pub fn told(&self, bounds: &Pairing) -> String {
        match self {
            Self::Crowd { key, articles, counted } => format!(
                "{articles} articles{} share {}: each is compared with the {} most alike of the {} nearest in time",
                if *counted { "" } else { " and more" },
                shown(key),
                bounds.alike,
                2 * bounds.window,
            ),
            Self::List { article, kind, claims } => format!(
                "{article}: {claims} claims of the kind `{}`: the first {} are compared with other articles",
                kind.name(),
                bounds.list,
            ),
        }
    }
}

/// "c:actor.russia|n:doha" as a person reads it: “russia” and “doha”.
fn shown(key: &str) -> String {
    let term = |text: &str| {
        let name = text.split_once(':').map_or(text, |(_, name)| name);
        format!("“{}”", name.rsplit(['.', ':']).next().unwrap_or(name))
    };
    key.split('|').map(term).collect::<Vec<_>>().join(" and ")
}

/// The claims of an article that are compared with those of others, in the given order.
pub fn compared<'a, C: AsRef<Claim>>(claims: &'a [C], bounds: &Pairing) -> Vec<&'a C> {
    let mut counts: FxHashMap<Kind, usize> = FxHashMap::default();
    let mut is_within = |claim: &Claim| {
        let count = counts.entry(claim.kind()).or_default();
        *count += 1;
        *count <= bounds.list
    };
    claims.iter().filter(|claim| is_within((*claim).as_ref())).collect()
}

/// The lists that an article tells.
pub fn lists<C: AsRef<Claim>>(article: &ArticleInfo, claims: &[C], bounds: &Pairing) -> Vec<LeftOut> {
    let mut counts: FxHashMap<Kind, usize> = FxHashMap::default();
    claims.iter().for_each(|claim| *counts.entry(claim.as_ref().kind()).or_default() += 1);
    let long = counts.into_iter().filter(|(_, claims)| *claims > bounds.list);
    let mut lists: Vec<LeftOut> =
        long.map(|(kind, claims)| LeftOut::List { article: article.id.clone(), kind, claims }).collect();
    lists.sort();
    lists
}

/// Pairs, each once, in order.
fn in_order(pairs: FxHashSet<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    pub(super) const BOUNDS: Pairing = Pairing { terms: 8, crowd: 20, window: 6, alike: 3, list: 2 };

    pub(super) fn article(id: usize, names: &[(&str, u32)], day: Option<&str>) -> ArticleInfo {
        ArticleInfo {
            id: format!("{id:04}"),
            published: day.and_then(|day| day.parse().ok()),
            story: names.iter().map(|(name, weight)| (Term::Name((*name).into()), *weight)).collect(),
            ..ArticleInfo::default()
        }
    }

    fn key(text: &str) -> Key {
        let (a, b) = text.split_once('|').unwrap_or((text, text));
        let term = |name: &str| (Rank::Name, Term::Name(name.into()));
        Key(term(a), term(b))
    }

    #[test]
    fn names_come_before_actors_and_these_before_things() {
        let mut info = article(0, &[("doha", 1)], None);
        let concept = |name: &str| Term::Concept(name.into());
        let doha = Term::Name("doha".into());
        let others = [(concept("actor.russia"), 9), (concept("person"), 12), (Term::Stem("it:cas".into()), 12)];
        info.story = others.into_iter().chain([(doha, 1)]).collect();
        let keys: Vec<String> = Telling::of(&info, &BOUNDS).keys().iter().map(ToString::to_string).collect();
        assert_eq!(keys.first().map(String::as_str), Some("n:doha|c:actor.russia"));
        assert_eq!(keys.last().map(String::as_str), Some("c:person|s:it:cas"));
        assert_eq!(shown("n:doha|c:actor.russia"), "“doha” and “russia”");
    }

    #[test]
    fn two_states_of_one_article_are_no_pair() {
        let (a, b) = (article(1, &[("doha", 4), ("sardal", 4)], None), article(1, &[("doha", 4), ("sardal", 4)], None));
        assert!(meetings(&key("doha|sardal"), &[&a, &b], &BOUNDS).pairs.is_empty());
    }

    const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn articles() -> impl Strategy<Value = Vec<ArticleInfo>> {
        let names = prop::collection::btree_set(prop::sample::select(&NAMES[..]), 0..5);
        prop::collection::vec(names, 0..12).prop_map(|all| {
            let info = |(id, names): (usize, BTreeSet<&str>)| {
                article(id, &names.iter().map(|it| (*it, 4)).collect::<Vec<_>>(), None)
            };
            all.into_iter().enumerate().map(info).collect()
        })
    }

    proptest! {
        /// Whatever else is in the batch, two articles that share two terms are found, and found once.
        #[test]
        fn every_pair_is_met_once(articles in articles()) {
            let index = Index::new(articles.iter(), &BOUNDS);
            let mut met = Vec::new();
            for shared in index.groups() {
                let (key, group): (Key, Vec<usize>) = (shared.key().unwrap(), shared.members().collect());
                let infos: Vec<&ArticleInfo> = group.iter().map(|at| &articles[*at]).collect();
                met.extend(meetings(&key, &infos, &BOUNDS).pairs.iter().map(|(a, b)| (group[*a], group[*b])));
            }
            met.sort_unstable();
            let telling: Vec<Telling> = articles.iter().map(|it| Telling::of(it, &BOUNDS)).collect();
            let every = (0..articles.len()).flat_map(|a| (a + 1..articles.len()).map(move |b| (a, b)));
            let wanted: Vec<(usize, usize)> = every.filter(|(a, b)| telling[*a].meeting(&telling[*b]).is_some()).collect();
            prop_assert_eq!(met, wanted);
        }
    }
}
