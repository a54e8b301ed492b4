//! The story of an article as numbers: whether it can be that of another article is seen without unpacking either.

use super::error::Fault;
use crate::claim::{ArticleInfo, Term, likeness};
use crate::rules::Judgement;
use crate::value::days_between;
use jiff::civil::Date;
use rusqlite::Connection;
use std::cmp::Ordering;

/// What decides whether two articles can tell one story.
///
/// Two terms of one number would make stories look more alike than they are: what may be one story is judged by its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sketch {
    pub language: String,
    published: Option<Date>,
    /// The number and the sort of each term with what it weighs, sorted.
    terms: Vec<((u64, Sort), u32)>,
}

/// What a term tells of two stories that share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// A name or an actor.
    Name,
    /// A concept.
    Concept,
    /// A stem, which only articles in one language share.
    Stem,
}

impl Sort {
    fn of(term: &Term) -> Self {
        match term {
            term if term.is_telling_name() => Self::Name,
            Term::Concept(_) | Term::Name(_) => Self::Concept,
            Term::Stem(_) => Self::Stem,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Concept => 1,
            Self::Stem => 2,
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Name, Self::Concept, Self::Stem].into_iter().find(|sort| sort.byte() == byte)
    }
}

/// Bytes of a term: its number, its sort, its weight.
const TERM: usize = 10;

impl Sketch {
    pub fn of(article: &ArticleInfo) -> Self {
        let number = |term: &Term| (term.number(), Sort::of(term));
        // No term of a story weighs near as much as a byte can say.
        let weight = |weight: u32| weight.min(u8::MAX.into());
        let terms = article.story.terms().map(|(term, heavy)| (number(term), weight(heavy)));
        let mut terms: Vec<_> = terms.collect();
        terms.sort_unstable();
        Self { language: article.language.clone(), published: article.published, terms }
    }

    /// The terms as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.terms.len() * TERM);
        for ((number, sort), weight) in &self.terms {
            bytes.extend(number.to_be_bytes());
            bytes.extend([sort.byte(), u8::try_from(*weight).unwrap_or(u8::MAX)]);
        }
        bytes
    }

    /// The sketch of an article of the archive.
    pub fn of_archived(connection: &Connection, id: i64) -> Result<Self, Fault> {
        let query = "SELECT language, published, numbers FROM story WHERE article = ?";
        let row = connection
            .prepare_cached(query)?
            .query_row([id], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, Vec<u8>>(2)?)));
        let (language, published, numbers) = row?;
        Self::from_row(language, published.as_deref(), &numbers)
    }

    fn from_row(language: String, published: Option<&str>, terms: &[u8]) -> Result<Self, Fault> {
        let broken = || Fault::damaged("the story of an article is not told in numbers");
        let (entries, rest) = terms.as_chunks::<TERM>();
        let term = |[number @ .., sort, weight]: &[u8; TERM]| {
            Some(((u64::from_be_bytes(*number), Sort::from_byte(*sort)?), u32::from(*weight)))
        };
        let terms = entries.iter().map(term).collect::<Option<Vec<_>>>().filter(|_| rest.is_empty());
        let published = published.map(|day| day.parse().map_err(|_| broken())).transpose()?;
        Ok(Self { language, published, terms: terms.ok_or_else(broken)? })
    }

    /// Whether the two may tell one story; where not, they do not.
    pub fn may_be_one_story(&self, other: &Self, judgement: &Judgement) -> bool {
        let days_apart = self.published.zip(other.published).map(|(a, b)| days_between(a, b).abs());
        let likeness = if self.language == other.language {
            likeness(&self.terms, &other.terms, |_, _| Ordering::Equal)
        } else {
            likeness(&self.without_stems(), &other.without_stems(), |_, _| Ordering::Equal)
        };
        judgement.is_one_story(likeness, || self.shares_a_name(other), days_apart)
    }

    fn without_stems(&self) -> Vec<((u64, Sort), u32)> {
        self.terms.iter().filter(|((_, sort), _)| *sort != Sort::Stem).copied().collect()
    }

    fn shares_a_name(&self, other: &Self) -> bool {
        let mut names = self.terms.iter().map(|(term, _)| term).filter(|(_, sort)| *sort == Sort::Name);
        names.any(|name| other.terms.binary_search_by_key(name, |(term, _)| *term).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use crate::rules::Rules;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const TERMS: [&str; 8] =
        ["n:doha", "n:sardal", "c:actor.russia", "c:person", "c:event.flood", "s:it:pagell", "s:it:cas", "n:velmora"];

    fn article() -> impl Strategy<Value = ArticleInfo> {
        let terms = prop::collection::btree_map(prop::sample::select(&TERMS[..]), 1_u32..13, 0..8);
        let day = prop::option::of(0_i8..3);
        (terms, day, prop::bool::ANY).prop_map(|(terms, year, italian): (BTreeMap<&str, u32>, _, _)| {
            let term = |(text, weight): (&str, u32)| Some((Term::try_from(text.to_owned()).ok()?, weight));
            ArticleInfo {
                id: format!("{terms:?}{year:?}"),
                published: year.map(|year| Date::constant(2024 + i16::from(year), 3, 1)),
                language: if italian { "it" } else { "en" }.to_owned(),
                story: terms.into_iter().filter_map(term).collect(),
                ..ArticleInfo::default()
            }
        })
    }

    proptest! {
        /// What the numbers say of two stories is what their terms say.
        #[test]
        fn numbers_judge_as_terms_do(a in article(), b in article()) {
            let rules = Rules::embedded().unwrap();
            prop_assume!(a.id != b.id);
            let told = Sketch::of(&a).may_be_one_story(&Sketch::of(&b), &rules.judgement);
            prop_assert_eq!(told, compare::can_tell_one_story(&a, &b, &rules));
        }

        #[test]
        fn what_is_kept_is_what_was_sketched(article in article()) {
            let sketch = Sketch::of(&article);
            let published = article.published.map(|day| day.to_string());
            let kept = Sketch::from_row(article.language, published.as_deref(), &sketch.to_bytes()).unwrap();
            prop_assert_eq!(&kept, &sketch);
            let bytes = sketch.to_bytes();
            let cut = bytes.get(1..).unwrap_or(&[7]);
            prop_assert!(Sketch::from_row(String::new(), None, cut).is_err());
        }
    }
}
