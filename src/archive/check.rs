//! A batch against the articles of an archive that tell the same stories: those under a key of the batch, and of them only
//! what comparing needs.

use super::add::earlier_versions;
use super::error::Fault;
use super::prepared::{UNDATED, day, hash};
use super::sketch::Sketch;
use super::{Archive, ArchiveError, Reader, fits};
use crate::claim::ArticleClaims;
use crate::compare;
use crate::pair::{self, Key, Known, LeftOut, Telling};
use crate::pipeline::{self, Checkable, Checked};
use crate::rules::{Pairing, Rules};
use crate::sheet::{Held, Sheet, info_from_bytes};
use rayon::prelude::*;
use rusqlite::{Connection, params};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Keys that are looked up together.
const KEYS: usize = 256;

/// Articles of which is kept what comparing needs to know, before all are let go.
const KNOWN: usize = 20_000;

/// Stories and pairs of stories that are remembered, before all are let go.
const SKETCHED: usize = 100_000;

/// Pairs of articles whose claims are held at a time.
const PAIRS: usize = 1024;

/// Articles under a key that are counted at most, to say how many there are.
const COUNTED: usize = 10_000;

/// What came of checking a batch against an archive.
#[derive(Debug, Default)]
pub struct Against {
    /// What contradicts something in the batch, and what was left out.
    pub checked: Checked,
    /// How many articles of the archive were compared with one of the batch.
    pub compared: usize,
}

impl Archive {
    /// Compares every article of a batch with itself, with every other, and with the articles of the archive in
    /// `languages` (in all where there are none), as if all were checked together. An article of the archive that is an
    /// earlier version of one of the batch is left aside.
    ///
    /// # Errors
    /// An archive that other packs read, or that cannot be read.
    pub fn check<A: Checkable>(
        &self,
        batch: &[A],
        rules: &Rules,
        reader: &Reader,
        languages: &[String],
    ) -> Result<Against, ArchiveError> {
        self.told(|connection| {
            // What another process stores meanwhile is not seen.
            let snapshot = connection.unchecked_transaction()?;
            fits(&snapshot, reader)?;
            let mut search = Search::new(&snapshot, batch, rules, languages)?;
            let mut against = Against::default();
            let keys: Vec<(Key, Vec<usize>)> = keys_of(batch, rules).into_iter().collect();
            for keys in keys.chunks(KEYS) {
                search.compare(keys, &mut against)?;
            }
            for article in batch {
                against.checked.findings.extend(article.own(rules));
                against.checked.left_out.extend(article.lists(rules));
            }
            against.compared = search.met.len();
            against.checked.left_out.sort();
            against.checked.findings = compare::in_order(std::mem::take(&mut against.checked.findings));
            pipeline::suppress(&mut against.checked.findings);
            Ok(against)
        })
    }
}

/// Every key of a batch with the positions of its articles.
fn keys_of<A: Held>(batch: &[A], rules: &Rules) -> BTreeMap<Key, Vec<usize>> {
    let mut keys: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, article) in batch.iter().enumerate() {
        for key in Telling::of(article.info(), &rules.pairing).keys() {
            keys.entry(key).or_default().push(at);
        }
    }
    keys
}

/// An article of the batch, by its position, or of the archive, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Member {
    New(usize),
    Old(i64),
}

/// The articles that share a key.
struct Group<'a> {
    key: &'a Key,
    /// In the order in which comparing wants them, with what is known of them.
    members: Vec<(Arc<Known>, Member)>,
    /// How many share it, where they are too many to compare every two.
    crowd: Option<LeftOut>,
}

/// The batch beside the archive.
struct Search<'a, A> {
    connection: &'a Connection,
    batch: &'a [A],
    new: Vec<Arc<Known>>,
    sketches: Vec<Sketch>,
    rules: &'a Rules,
    languages: &'a [String],
    /// Earlier versions of articles of the batch.
    replaced: FxHashSet<i64>,
    known: FxHashMap<i64, Arc<Known>>,
    sketched: FxHashMap<i64, Sketch>,
    /// Whether an article of the batch and one of the archive may tell one story.
    kin: FxHashMap<(usize, i64), bool>,
    met: FxHashSet<i64>,
}

impl<'a, A: Checkable> Search<'a, A> {
    fn new(
        connection: &'a Connection,
        batch: &'a [A],
        rules: &'a Rules,
        languages: &'a [String],
    ) -> Result<Self, Fault> {
        let known = |article: &A| Arc::new(Known::new(article.info().clone(), &rules.pairing));
        let new: Vec<Arc<Known>> = batch.iter().map(known).collect();
        let sketches = new.iter().map(|known| Sketch::of(&known.info)).collect();
        let mut replaced = FxHashSet::default();
        for info in new.iter().map(|known| &known.info) {
            replaced.extend(earlier_versions(connection, &info.id, info.url.as_deref())?);
        }
        let (known, sketched, kin) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        let met = FxHashSet::default();
        Ok(Self { connection, batch, new, sketches, rules, languages, replaced, known, sketched, kin, met })
    }

    /// Compares what meets under some keys.
    fn compare(&mut self, keys: &[(Key, Vec<usize>)], against: &mut Against) -> Result<(), Fault> {
        if self.known.len() > KNOWN {
            self.known.clear();
        }
        if self.sketched.len() > SKETCHED || self.kin.len() > SKETCHED {
            self.sketched.clear();
            self.kin.clear();
        }
        let mut groups = Vec::new();
        for (key, members) in keys {
            groups.extend(self.group(key, members)?);
        }
        let rules = self.rules;
        let met: Vec<Vec<(Member, Member)>> = groups.par_iter().map(|group| group.pairs(rules)).collect();
        let pairs: Vec<(Member, Member)> = met.concat();
        against.checked.left_out.extend(groups.into_iter().filter_map(|group| group.crowd));
        for pairs in pairs.chunks(PAIRS) {
            let articles = self.articles(pairs)?;
            let compared = pairs.par_iter().filter_map(|(a, b)| {
                let (a, b) = (articles.get(a)?, articles.get(b)?);
                Some(compare::between(a, b, rules))
            });
            let compared: Vec<_> = compared.collect();
            against.checked.findings.extend(compared.into_iter().flatten());
        }
        Ok(())
    }

    /// All that share a key, or of a crowd those that can have a say in what a new article is compared with; `None` where
    /// nobody else has it.
    fn group<'k>(&mut self, key: &'k Key, new: &[usize]) -> Result<Option<Group<'k>>, Fault> {
        let bounds = &self.rules.pairing;
        let under = Under { connection: self.connection, key: hash(&key.to_string()) };
        let most = (bounds.crowd + self.replaced.len() + 1).saturating_sub(new.len().min(bounds.crowd));
        let mut old = under.first(most)?;
        old.retain(|id| !self.replaced.contains(id));
        let is_crowd = new.len() + old.len() > bounds.crowd;
        if is_crowd {
            let days: BTreeSet<i32> =
                new.iter().filter_map(|at| self.new.get(*at)).map(|known| day(&known.info)).collect();
            let mut near = BTreeSet::new();
            for day in days {
                under.around(day, bounds, &mut near)?;
            }
            old = near.into_iter().filter(|id| !self.replaced.contains(id)).collect();
        } else {
            // Most articles under a key tell other stories, and need not be unpacked.
            let mut kin = Vec::new();
            for id in old {
                if self.may_meet(new, id)? {
                    kin.push(id);
                }
            }
            old = kin;
            if new.len() + old.len() < 2 {
                return Ok(None);
            }
        }
        let mut members = Vec::with_capacity(new.len() + old.len());
        members.extend(new.iter().filter_map(|at| Some((Arc::clone(self.new.get(*at)?), Member::New(*at)))));
        for id in old {
            let known = self.known(id)?;
            if self.languages.is_empty() || self.languages.contains(&known.info.language) {
                members.push((known, Member::Old(id)));
            }
        }
        members.sort_by(|(a, member_a), (b, member_b)| a.info.cmp(&b.info).then(member_a.cmp(member_b)));
        let crowd = match is_crowd {
            true => {
                let others = under.count(COUNTED)?;
                let articles = others + new.len();
                Some(LeftOut::Crowd { key: key.to_string(), articles, counted: others < COUNTED })
            }
            false => None,
        };
        Ok(Some(Group { key, members, crowd }))
    }

    /// Whether an article of the archive may tell the story of one of some new ones.
    fn may_meet(&mut self, new: &[usize], id: i64) -> Result<bool, Fault> {
        for at in new {
            if let Some(may) = self.kin.get(&(*at, id)) {
                if *may {
                    return Ok(true);
                }
                continue;
            }
            if !self.sketched.contains_key(&id) {
                self.sketched.insert(id, Sketch::of_archived(self.connection, id)?);
            }
            let stories = self.sketches.get(*at).zip(self.sketched.get(&id));
            let may = stories.is_some_and(|(new, old)| new.may_be_one_story(old, &self.rules.judgement));
            self.kin.insert((*at, id), may);
            if may {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn known(&mut self, id: i64) -> Result<Arc<Known>, Fault> {
        if let Some(known) = self.known.get(&id) {
            return Ok(Arc::clone(known));
        }
        let query = "SELECT info FROM story WHERE article = ?";
        let bytes: Vec<u8> = self.connection.prepare_cached(query)?.query_row([id], |row| row.get(0))?;
        let known = Arc::new(Known::new(info_from_bytes(&bytes)?, &self.rules.pairing));
        self.known.insert(id, Arc::clone(&known));
        Ok(known)
    }

    /// The claims of all articles of some pairs.
    fn articles(&mut self, pairs: &[(Member, Member)]) -> Result<FxHashMap<Member, ArticleClaims>, Fault> {
        let members: BTreeSet<Member> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
        let mut packed = Vec::with_capacity(members.len());
        for member in members {
            let sheet = match member {
                Member::New(_) => None,
                Member::Old(id) => {
                    self.met.insert(id);
                    let query = "SELECT s.info, t.claims FROM story s JOIN sheet t ON t.article = s.article WHERE s.article = ?";
                    let mut statement = self.connection.prepare_cached(query)?;
                    Some(statement.query_row([id], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?)))?)
                }
            };
            packed.push((member, sheet));
        }
        let batch = self.batch;
        let unpacked = packed.into_par_iter().filter_map(|(member, sheet)| {
            let article = match (member, sheet) {
                (Member::New(at), _) => batch.get(at)?.claims().map(|article| article.into_owned()),
                (Member::Old(_), Some((info, claims))) => {
                    Sheet::from_bytes(&info, claims).and_then(|sheet| sheet.unpack())
                }
                (Member::Old(_), None) => return None,
            };
            Some(article.map(|article| (member, article)).map_err(Fault::from))
        });
        unpacked.collect()
    }
}

impl Group<'_> {
    /// Those of the pairs that meet under the key to which a new article belongs, and which may tell one story.
    fn pairs(&self, rules: &Rules) -> Vec<(Member, Member)> {
        let known: Vec<&Known> = self.members.iter().map(|(known, _)| known.as_ref()).collect();
        let is_new = |at: usize| matches!(self.members.get(at), Some((_, Member::New(_))));
        let is_wanted = |a: usize, b: usize| {
            (is_new(a) || is_new(b)) && compare::can_tell_one_story(&known[a].info, &known[b].info, rules)
        };
        let met = pair::meetings_of(self.key, &known, &is_wanted, self.crowd.is_some(), &rules.pairing);
        met.pairs.into_iter().map(|(a, b)| (self.members[a].1, self.members[b].1)).collect()
    }
}

/// The articles of the archive under a key.
struct Under<'a> {
    connection: &'a Connection,
    key: i64,
}

impl Under<'_> {
    /// So many of them, the earliest first.
    fn first(&self, most: usize) -> Result<Vec<i64>, Fault> {
        let query = "SELECT article FROM key WHERE key = ? ORDER BY day, article LIMIT ?";
        let mut statement = self.connection.prepare_cached(query)?;
        let rows = statement.query_map(params![self.key, bound(most)], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many there are, counted up to a bound.
    fn count(&self, most: usize) -> Result<usize, Fault> {
        let query = "SELECT count(*) FROM (SELECT 1 FROM key WHERE key = ? LIMIT ?)";
        let count: i64 =
            self.connection.prepare_cached(query)?.query_row(params![self.key, bound(most)], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(most))
    }

    /// Of a crowd, twice the window before and after a day, in whole days: the order within a day is by name.
    fn around(&self, day: i32, bounds: &Pairing, near: &mut BTreeSet<i64>) -> Result<(), Fault> {
        let most = 2 * bounds.window;
        for query in [
            "SELECT day, article FROM key WHERE key = ? AND day < ? ORDER BY day DESC, article DESC LIMIT ?",
            "SELECT day, article FROM key WHERE key = ? AND day > ? ORDER BY day, article LIMIT ?",
        ] {
            let mut statement = self.connection.prepare_cached(query)?;
            // A day of a crowd that is a crowd itself is taken in part: those that were stored last before, first after.
            let mut rows = statement.query(params![self.key, day, bound(2 * most)])?;
            let (mut taken, mut last) = (0, UNDATED);
            while let Some(row) = rows.next()? {
                let (other, article): (i32, i64) = (row.get(0)?, row.get(1)?);
                if taken >= most && other != last {
                    break;
                }
                (taken, last) = (taken + 1, other);
                near.insert(article);
            }
        }
        let query = "SELECT article FROM key WHERE key = ? AND day = ? ORDER BY article DESC LIMIT ?";
        let mut statement = self.connection.prepare_cached(query)?;
        let rows = statement.query_map(params![self.key, day, bound(2 * most)], |row| row.get::<_, i64>(0))?;
        for article in rows {
            near.insert(article?);
        }
        Ok(())
    }
}

fn bound(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}
