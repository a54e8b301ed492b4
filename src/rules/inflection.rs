//! How the words of a language inflect: `inflection.toml`.

use super::lexicon::WordClass;
use super::pack::{PackFile, RuleError};
use super::phrases::phrase_words;
use serde::{Deserialize, Serialize};

/// How lemmas of the lexicon inflect.
#[derive(Debug, Serialize, Deserialize)]
pub struct Inflection {
    phrase_head: PhraseHead,
    /// Pronouns that belong to a verb without being its head: "se", "sich".
    reflexives: Vec<String>,
    #[serde(default, skip_serializing)]
    noun: Vec<Paradigm>,
    #[serde(default, skip_serializing)]
    adj: Vec<Paradigm>,
    #[serde(default, skip_serializing)]
    verb: Vec<Paradigm>,
}

/// `inflection.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InflectionFile {
    /// Only the first of several files has to say it.
    phrase_head: Option<PhraseHead>,
    #[serde(default)]
    reflexives: Vec<String>,
    #[serde(default)]
    noun: Vec<Paradigm>,
    #[serde(default)]
    adj: Vec<Paradigm>,
    #[serde(default)]
    verb: Vec<Paradigm>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PhraseHead {
    First,
    Last,
}

/// The forms of lemmas with one ending. `*` in a form stands for the stem, for forms with a prefix: "ge*t".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paradigm {
    ending: String,
    forms: Vec<String>,
    /// Lemmas with forms that must come out.
    #[serde(default)]
    pub examples: Vec<ParadigmExample>,
}

/// A lemma with forms that must be among those generated.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParadigmExample {
    /// The lemma.
    pub lemma: String,
    /// Forms of it.
    pub forms: Vec<String>,
}

/// Adds paradigms, in place of those of the same ending.
fn add_paradigms(to: &mut Vec<Paradigm>, more: Vec<Paradigm>) {
    to.retain(|known| more.iter().all(|it| it.ending != known.ending));
    to.extend(more);
}

impl Inflection {
    /// Reads the paradigms from files that add to those before them.
    ///
    /// # Errors
    /// A file that is wrong, or none that says which word of a phrase inflects.
    pub(super) fn load(files: &[PackFile]) -> Result<Self, RuleError> {
        let mut head = None;
        let mut all = InflectionFile {
            phrase_head: None,
            reflexives: Vec::new(),
            noun: Vec::new(),
            adj: Vec::new(),
            verb: Vec::new(),
        };
        for file in files {
            let more: InflectionFile = file.parse()?;
            head = more.phrase_head.or(head);
            all.reflexives.extend(more.reflexives);
            add_paradigms(&mut all.noun, more.noun);
            add_paradigms(&mut all.adj, more.adj);
            add_paradigms(&mut all.verb, more.verb);
        }
        let Some(phrase_head) = head else {
            let file = files.first().cloned().unwrap_or(PackFile { name: "inflection.toml".into(), text: "".into() });
            return Err(file.error(0..0, "missing field `phrase_head`"));
        };
        let InflectionFile { reflexives, noun, adj, verb, .. } = all;
        Ok(Self { phrase_head, reflexives, noun, adj, verb })
    }

    /// Whether the first word of a noun phrase carries its meaning, as in Romance languages.
    pub fn head_first(&self) -> bool {
        self.phrase_head == PhraseHead::First
    }

    /// Every paradigm with the class of words it serves.
    pub fn paradigms(&self) -> impl Iterator<Item = (WordClass, &Paradigm)> {
        self.noun
            .iter()
            .map(|paradigm| (WordClass::Noun, paradigm))
            .chain(self.adj.iter().map(|paradigm| (WordClass::Adjective, paradigm)))
            .chain(self.verb.iter().map(|paradigm| (WordClass::Verb, paradigm)))
    }

    /// Calls `found` with each form of a lemma, as folded words. A lemma with `|` lists its forms itself.
    pub fn forms(&self, lemma: &str, class: WordClass, found: &mut dyn FnMut(&[String])) {
        if lemma.contains('|') {
            lemma.split('|').for_each(|form| found(&phrase_words(form)));
            return;
        }
        let words = phrase_words(lemma);
        found(&words);
        let head = self.head(&words, class);
        let Some(word) = words.get(head) else { return };
        let list = match class {
            WordClass::Noun => &self.noun,
            WordClass::Verb => &self.verb,
            WordClass::Adjective => &self.adj,
        };
        let Some((paradigm, stem)) =
            list.iter().filter_map(|it| Some((it, it.stem(word)?))).max_by_key(|(it, _)| it.rank())
        else {
            return;
        };
        let rest = words.get(head + 1..).unwrap_or_default();
        let agreeing = if class == WordClass::Noun && self.phrase_head == PhraseHead::First {
            self.agreeing(rest)
        } else {
            Vec::new()
        };
        let mut forms = words.get(..head).unwrap_or_default().to_vec();
        for form in &paradigm.forms {
            forms.truncate(head);
            forms.extend(phrase_words(&Paradigm::form(form, stem)));
            let upto = forms.len();
            forms.extend_from_slice(rest);
            found(&forms);
            for rest in &agreeing {
                forms.truncate(upto);
                forms.extend_from_slice(rest);
                found(&forms);
            }
        }
    }

    /// What stands after a noun with its first word inflected as an adjective: "carro armato", "carri armati".
    ///
    /// Words of three letters or fewer are prepositions ("missile a lunga gittata") and end the agreement.
    fn agreeing(&self, rest: &[String]) -> Vec<Vec<String>> {
        let Some((word, after)) = rest.split_first().filter(|(word, _)| word.chars().count() > 3) else {
            return Vec::new();
        };
        let fits = self.adj.iter().filter_map(|it| Some((it, it.stem(word)?))).max_by_key(|(it, _)| it.rank());
        let Some((paradigm, stem)) = fits else { return Vec::new() };
        let forms = paradigm.forms.iter().map(|form| Paradigm::form(form, stem));
        forms.map(|form| std::iter::once(form).chain(after.iter().cloned()).collect()).collect()
    }

    /// Which word of a phrase is inflected; a reflexive pronoun before a verb is not.
    fn head(&self, words: &[String], class: WordClass) -> usize {
        match (class, self.phrase_head) {
            (WordClass::Verb, _)
                if words.len() > 1 && words.first().is_some_and(|word| self.reflexives.contains(word)) =>
            {
                if words.get(1).is_some_and(|word| word == "'") { 2 } else { 1 }
            }
            (WordClass::Verb, _) | (_, PhraseHead::First) => 0,
            _ => words.len().saturating_sub(1),
        }
    }
}

impl Paradigm {
    /// A form of a word with this stem.
    fn form(form: &str, stem: &str) -> String {
        if form.contains('*') { form.replace('*', stem) } else { [stem, form].concat() }
    }

    /// What is left of a word without the ending; `^` before an ending wants the whole word.
    fn stem<'a>(&self, word: &'a str) -> Option<&'a str> {
        // Most paradigms differ from a word in the last letter already.
        if !self.ending.is_empty() && self.ending.as_bytes().last() != word.as_bytes().last() {
            return None;
        }
        match self.ending.strip_prefix('^') {
            Some(whole) => (whole == word).then_some(""),
            None => word.strip_suffix(self.ending.as_str()),
        }
    }

    /// Whole words before endings, long endings before short ones.
    fn rank(&self) -> (bool, usize) {
        (self.ending.starts_with('^'), self.ending.len())
    }
}
