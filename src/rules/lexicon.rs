//! Concepts that all languages share, and the words that name them.

use super::inflection::Inflection;
use super::pack::{PackFile, RuleError};
use super::phrases::phrase_words;
use super::sense::{Sense, TimeUnit};
use super::{LANGUAGES, prepared};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use toml::Spanned;

/// A concept of the lexicon, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ConceptId(u16);

/// So many concepts are there at most, names of users' aliases apart.
const MOST_CONCEPTS: usize = 60_000;

/// So many broader concepts has a concept at most.
const MOST_BROADER: usize = 100;

/// How far the broader concepts of a concept are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

fn broader_than_itself(id: &str, (file, place): &(&PackFile, Range<usize>)) -> RuleError {
    file.error(place.clone(), format!("`{id}` is broader than itself"))
        .with_help("take one of the `is_a` out that lead from it back to it")
}

/// What sort of thing a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConceptClass {
    /// What is counted or measured.
    Thing,
    /// What happens.
    Event,
    /// A property that has a value.
    Attribute,
    /// What splits a count: serious, annual, preliminary.
    Quality,
    /// A country, an organisation, a person.
    Actor,
    /// Any other word: it only helps to tell whether two sentences speak of one thing.
    Notion,
}

/// Part of speech of the word that named a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WordClass {
    /// A noun or a name.
    Noun,
    /// Any form of a verb.
    Verb,
    /// An adjective or adverb.
    Adjective,
}

/// A concept with its place among the others.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Concept {
    /// Name: "person.prisoner".
    pub id: Arc<str>,
    /// Sort of thing.
    pub class: ConceptClass,
    /// Direct broader concepts.
    pub is_a: Vec<ConceptId>,
    /// Every broader concept, sorted.
    broader: Vec<ConceptId>,
    /// Concepts of one group exclude each other.
    pub group: Option<String>,
    /// What a bare noun of an event counts, or a figure of a thing: a father of five has five children.
    pub counts: Option<ConceptId>,
    /// The time that a value beside it is told for: "monthly".
    pub per: Option<TimeUnit>,
    /// Grammatical position → role.
    pub roles: BTreeMap<String, String>,
    /// Sentences in which it must be recognised, by language.
    #[serde(skip)]
    pub examples: BTreeMap<String, Vec<String>>,
    /// Sentences in which it must not be recognised, by language.
    #[serde(skip)]
    pub counter_examples: BTreeMap<String, Vec<String>>,
}

/// All concepts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    #[serde(skip)]
    by_name: FxHashMap<Arc<str>, ConceptId>,
    /// By the place of the language in [`LANGUAGES`] its words for each concept; of what the build prepared they are read
    /// when they are first wanted.
    #[serde(skip)]
    words: [OnceLock<Vec<WordLists>>; LANGUAGES.len()],
    /// Whether it is as the build prepared it.
    #[serde(skip)]
    is_prepared: bool,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordLists {
    #[serde(default, deserialize_with = "words")]
    noun: Vec<String>,
    #[serde(default, deserialize_with = "words")]
    verb: Vec<String>,
    #[serde(default, deserialize_with = "words")]
    adj: Vec<String>,
    /// Names, which do not inflect.
    #[serde(default, deserialize_with = "words")]
    name: Vec<String>,
    /// Turns of phrase that tell what happens, as they stand.
    #[serde(default, deserialize_with = "words")]
    phrase: Vec<String>,
}

/// Lemmas, or forms between `|`, each with a letter or a digit in it.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    match words.iter().find(|word| word.split('|').any(|form| !form.contains(char::is_alphanumeric))) {
        Some(empty) => {
            Err(D::Error::custom(format!("`{empty}` has a form without a letter, which would match anywhere")))
        }
        None => Ok(words),
    }
}

impl WordLists {
    /// Whether one of its nouns or names is these words.
    fn has_name(&self, words: &[String]) -> bool {
        let lemmas = self.noun.iter().chain(&self.name);
        lemmas.flat_map(|lemma| lemma.split('|')).any(|form| phrase_words(form) == words)
    }

    fn append(&mut self, mut more: Self) {
        self.noun.append(&mut more.noun);
        self.verb.append(&mut more.verb);
        self.adj.append(&mut more.adj);
        self.name.append(&mut more.name);
        self.phrase.append(&mut more.phrase);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    #[serde(default)]
    concept: Vec<ConceptEntry>,
    /// More words for concepts of other files.
    #[serde(default)]
    extend: Vec<Extension>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extension {
    id: Spanned<String>,
    #[serde(default)]
    examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    counter_examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    it: WordLists,
    #[serde(default)]
    en: WordLists,
    #[serde(default)]
    fr: WordLists,
    #[serde(default)]
    es: WordLists,
    #[serde(default)]
    de: WordLists,
    #[serde(default)]
    pt: WordLists,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptEntry {
    id: Spanned<String>,
    class: ConceptClass,
    #[serde(default)]
    is_a: Vec<Spanned<String>>,
    group: Option<String>,
    counts: Option<Spanned<String>>,
    per: Option<TimeUnit>,
    #[serde(default)]
    roles: BTreeMap<String, String>,
    #[serde(default)]
    examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    counter_examples: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    it: WordLists,
    #[serde(default)]
    en: WordLists,
    #[serde(default)]
    fr: WordLists,
    #[serde(default)]
    es: WordLists,
    #[serde(default)]
    de: WordLists,
    #[serde(default)]
    pt: WordLists,
}

impl Lexicon {
    /// Reads topic files; concepts may refer to concepts of any other file.
    ///
    /// # Errors
    /// A name used twice, an unknown broader concept, a circle of broader concepts.
    pub fn load(files: &[PackFile]) -> Result<Self, RuleError> {
        let parsed: Vec<(LexiconFile, &PackFile)> =
            files.par_iter().map(|file| Ok((file.parse::<LexiconFile>()?, file))).collect::<Result<_, RuleError>>()?;
        let mut lexicon = Self::default();
        let mut places: Vec<(&PackFile, Range<usize>)> = Vec::new();
        for (raw, file) in &parsed {
            for entry in &raw.concept {
                let id = lexicon.by_name.len();
                if id >= MOST_CONCEPTS {
                    return Err(file.error(entry.id.span(), format!("more than {MOST_CONCEPTS} concepts in all packs")));
                }
                if entry.id.as_ref().trim().is_empty() {
                    return Err(file.error(entry.id.span(), "a concept needs a name"));
                }
                let id = ConceptId(u16::try_from(id).unwrap_or(u16::MAX));
                if let Some(first) = lexicon.by_name.insert(entry.id.as_ref().as_str().into(), id) {
                    let other = places.get(usize::from(first.0)).map_or("another file", |(file, _)| &*file.name);
                    let help = format!("{other} has it as well; [[extend]] adds words to a concept that is there");
                    return Err(file.error(entry.id.span(), "this concept is defined twice").with_help(help));
                }
                places.push((*file, entry.id.span()));
            }
        }
        let mut extensions = Vec::new();
        for (raw, file) in parsed {
            for entry in raw.concept {
                let (concept, words) = lexicon.concept_of(entry, file)?;
                lexicon.push(concept, words);
            }
            extensions.extend(raw.extend.into_iter().map(|extension| (extension, file)));
        }
        extensions.into_iter().try_for_each(|(extension, file)| lexicon.extend(extension, file))?;
        lexicon.find_broader(&places)?;
        Ok(lexicon)
    }

    /// The lexicon as the build prepared it.
    pub(super) fn into_prepared(mut self) -> Self {
        self.by_name = self.iter().map(|(id, concept)| (Arc::clone(&concept.id), id)).collect();
        Self { is_prepared: true, ..self }
    }

    /// The words of a language for each concept, in the order of the concepts.
    pub(super) fn words_of(&self, code: &str) -> &[WordLists] {
        let slot = LANGUAGES.iter().position(|known| *known == code).and_then(|at| self.words.get(at));
        let prepared = || if self.is_prepared { prepared::words(code).unwrap_or_default() } else { Vec::new() };
        slot.map_or(&[], |slot| slot.get_or_init(prepared))
    }

    /// The words of every language, to be changed. What is changed is no longer as the build prepared it.
    fn words_mut(&mut self) -> impl Iterator<Item = &mut Vec<WordLists>> {
        for code in LANGUAGES {
            self.words_of(code);
        }
        self.is_prepared = false;
        self.words.iter_mut().filter_map(OnceLock::get_mut)
    }

    /// Adds a concept with its words by the place of the language in [`LANGUAGES`].
    fn push(&mut self, concept: Concept, words: [WordLists; LANGUAGES.len()]) {
        self.words_mut().zip(words).for_each(|(all, own)| all.push(own));
        self.concepts.push(concept);
    }

    /// Whether it is as the build prepared it, without packs and aliases of a user.
    pub(super) fn is_prepared(&self) -> bool {
        self.is_prepared
    }

    /// The concept that a pack names; an unknown name as the error.
    pub(super) fn named(&self, name: &Spanned<String>, file: &PackFile) -> Result<ConceptId, RuleError> {
        self.by_name.get(name.as_ref().as_str()).copied().ok_or_else(|| {
            let error = file.error(name.span(), "no concept of this name");
            match self.nearest(name.as_ref()) {
                Some(near) => error.with_help(format!("did you mean `{near}`?")),
                None => error,
            }
        })
    }

    /// Adds words and examples to a concept that is there.
    fn extend(&mut self, more: Extension, file: &PackFile) -> Result<(), RuleError> {
        let id = self.named(&more.id, file)?;
        let place = usize::from(id.0);
        let words = [more.it, more.en, more.fr, more.es, more.de, more.pt];
        for (all, more) in self.words_mut().zip(words) {
            if let Some(lists) = all.get_mut(place) {
                lists.append(more);
            }
        }
        let Some(concept) = self.concepts.get_mut(place) else { return Ok(()) };
        for (code, texts) in more.examples {
            concept.examples.entry(code).or_default().extend(texts);
        }
        for (code, texts) in more.counter_examples {
            concept.counter_examples.entry(code).or_default().extend(texts);
        }
        Ok(())
    }

    /// Takes `others` for other names of `name`, in every language: of the actor of that name, where there is one.
    pub fn add_alias(&mut self, name: &str, others: &[String]) {
        let wanted = phrase_words(name);
        let is_known = |at: usize| {
            LANGUAGES.iter().any(|code| self.words_of(code).get(at).is_some_and(|lists| lists.has_name(&wanted)))
        };
        let known = self.iter().find(|(id, it)| it.class == ConceptClass::Actor && is_known(usize::from(id.0)));
        let at = known.map(|(id, _)| usize::from(id.0)).unwrap_or_else(|| self.add_actor(name));
        for all in self.words_mut() {
            if let Some(lists) = all.get_mut(at) {
                lists.name.extend(others.iter().cloned());
            }
        }
    }

    /// A new actor with the same name in every language.
    fn add_actor(&mut self, name: &str) -> usize {
        let at = self.concepts.len();
        let id: Arc<str> = format!("alias.{}", phrase_words(name).join("-")).into();
        let words = LANGUAGES.map(|_| WordLists { name: vec![name.to_owned()], ..WordLists::default() });
        self.by_name.insert(Arc::clone(&id), ConceptId(u16::try_from(at).unwrap_or(u16::MAX)));
        let concept = Concept {
            id,
            class: ConceptClass::Actor,
            is_a: Vec::new(),
            broader: Vec::new(),
            group: None,
            counts: None,
            per: None,
            roles: BTreeMap::new(),
            examples: BTreeMap::new(),
            counter_examples: BTreeMap::new(),
        };
        self.push(concept, words);
        at
    }

    fn concept_of(
        &self,
        entry: ConceptEntry,
        file: &PackFile,
    ) -> Result<(Concept, [WordLists; LANGUAGES.len()]), RuleError> {
        let find = |name: &Spanned<String>| self.named(name, file);
        let concept = Concept {
            class: entry.class,
            is_a: entry.is_a.iter().map(find).collect::<Result<_, _>>()?,
            broader: Vec::new(),
            group: entry.group,
            counts: entry.counts.as_ref().map(find).transpose()?,
            per: entry.per,
            roles: entry.roles,
            examples: entry.examples,
            counter_examples: entry.counter_examples,
            id: entry.id.into_inner().into(),
        };
        Ok((concept, [entry.it, entry.en, entry.fr, entry.es, entry.de, entry.pt]))
    }

    fn nearest(&self, name: &str) -> Option<&str> {
        self.by_name
            .keys()
            .map(|known| (strsim::jaro_winkler(known, name), &**known))
            .filter(|(likeness, _)| *likeness > 0.85)
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
            .map(|(_, known)| known)
    }

    /// Finds all broader concepts of every concept, each after those that it is a kind of; `places` say where each is
    /// defined.
    fn find_broader(&mut self, places: &[(&PackFile, Range<usize>)]) -> Result<(), RuleError> {
        let mut state = vec![State::New; self.concepts.len()];
        for at in 0..self.concepts.len() {
            let mut open = vec![at];
            while let Some(&next) = open.last() {
                let directly: Vec<usize> = self.concepts[next].is_a.iter().map(|broad| usize::from(broad.0)).collect();
                match state[next] {
                    State::Done => {
                        open.pop();
                    }
                    State::New => {
                        state[next] = State::Open;
                        if let Some(circle) = directly.iter().find(|broad| state[**broad] == State::Open) {
                            return Err(broader_than_itself(&self.concepts[*circle].id, &places[*circle]));
                        }
                        open.extend(directly.iter().filter(|broad| state[**broad] == State::New));
                    }
                    State::Open => {
                        let broader = self.all_broader(&directly);
                        if broader.len() > MOST_BROADER {
                            let (file, place) = &places[next];
                            let message = format!("more than {MOST_BROADER} broader concepts");
                            return Err(file.error(place.clone(), message));
                        }
                        self.concepts[next].broader = broader;
                        state[next] = State::Done;
                        open.pop();
                    }
                }
            }
        }
        Ok(())
    }

    fn all_broader(&self, directly: &[usize]) -> Vec<ConceptId> {
        let concepts = directly.iter().map(|broad| &self.concepts[*broad]);
        let mut broader: Vec<ConceptId> = concepts.flat_map(|concept| &concept.broader).copied().collect();
        broader.extend(directly.iter().filter_map(|broad| u16::try_from(*broad).ok()).map(ConceptId));
        broader.sort_unstable();
        broader.dedup();
        broader
    }

    /// The concept.
    pub fn get(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.0 as usize]
    }

    /// The concept of that name.
    pub fn find(&self, name: &str) -> Option<ConceptId> {
        self.by_name.get(name).copied()
    }

    /// Every concept with its id.
    pub fn iter(&self) -> impl Iterator<Item = (ConceptId, &Concept)> {
        self.concepts
            .iter()
            .enumerate()
            .map(|(at, concept)| (ConceptId(u16::try_from(at).unwrap_or(u16::MAX)), concept))
    }

    /// Whether `narrow` is `broad` or a kind of it.
    pub fn is_a(&self, narrow: ConceptId, broad: ConceptId) -> bool {
        narrow == broad || self.get(narrow).broader.binary_search(&broad).is_ok()
    }

    /// The first word of a language for a concept: its noun, or else its verb.
    pub fn word(&self, concept: ConceptId, language: &str) -> Option<&str> {
        let lists = self.words_of(language).get(usize::from(concept.0))?;
        let entry = lists.noun.iter().chain(&lists.verb).chain(&lists.name).next()?;
        entry.split('|').next()
    }

    /// Whether it is a kind of person.
    pub fn is_person(&self, concept: ConceptId) -> bool {
        self.find("person").is_some_and(|person| self.is_a(concept, person))
    }

    /// About how many words and phrases a language has for the concepts, in all their forms.
    pub(super) fn forms_of_a_language(&self) -> usize {
        24 * self.concepts.len()
    }

    /// Calls `add` with every inflected form of every word of a language.
    pub(super) fn add_phrases(&self, code: &str, inflection: &Inflection, add: &mut dyn FnMut(&[String], Sense)) {
        for ((id, _), lists) in self.iter().zip(self.words_of(code)) {
            let classes =
                [(&lists.noun, WordClass::Noun), (&lists.verb, WordClass::Verb), (&lists.adj, WordClass::Adjective)];
            lists.name.iter().for_each(|name| add(&phrase_words(name), Sense::Concept(id, WordClass::Noun)));
            lists.phrase.iter().for_each(|phrase| add(&phrase_words(phrase), Sense::Concept(id, WordClass::Verb)));
            for (lemmas, class) in classes {
                for lemma in lemmas {
                    inflection.forms(lemma, class, &mut |form| add(form, Sense::Concept(id, class)));
                }
            }
        }
    }
}
