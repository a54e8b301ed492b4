//! An article to its claims.

use super::amounts::{BareMoney, bare_money, in_currency};
use super::anchor::Anchor;
use super::answer::{Answer, Kind, fraction_as_share};
use super::bearers::Bearers;
use super::bind::bind;
use super::context::Previous;
use super::ellipsis::in_unit_before;
use super::event_time::event_time;
use super::items::{Item, ItemKind, Reading};
use super::match_time::{in_a_match, tells_a_match};
use super::model::{ArticleInfo, Claim, Evidence, Status, Subject, Term};
use super::participants::sides;
use super::partition::{Tie, ties};
use super::peoples::Peoples;
use super::proper::Proper;
use super::signature::SignatureBuilder;
use super::terms::concept_term;
use crate::grammar::{DateExpr, Measured, MentionValue};
use crate::rules::{ConceptClass, Mark, RuleError, Rules, Sense};
use crate::source::{Article, BlockKind};
use crate::span::TextSpan;
use crate::text::{Passage, passages};
use crate::value::{DateSpan, Granularity, PartialDate};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// What an article claims.
#[derive(Debug, Clone)]
pub struct ArticleClaims {
    /// What comparing needs to know of the article.
    pub info: Arc<ArticleInfo>,
    /// Claims bound to a question, stated and implied, in the order of the text.
    pub claims: Vec<Arc<Claim>>,
    /// Everything with a value, bound to a question or not (`subject` is `None` then), in the order of the text.
    pub mentions: Vec<Arc<Claim>>,
    /// The sides of what the article tells, where it names them together: "tra Russia e Ucraina".
    pub sides: Vec<Term>,
    /// Figures that their sentences tie together, by position in `mentions`.
    pub ties: Vec<Tie>,
}

/// Reads an article in the language of that code, see [`crate::text::language_of`].
///
/// # Errors
/// A broken pack of a language that the article needs.
pub fn read_article(article: &Article, language: &str, rules: &Rules) -> Result<ArticleClaims, RuleError> {
    let passages = passages(article, language, rules)?;
    let (peoples, proper) = (Peoples::of(&passages), Proper::of(&passages));
    let readings: Vec<Vec<Reading<'_>>> = passages
        .iter()
        .map(|passage| {
            passage.sentences.iter().map(|sentence| Reading::new(passage, sentence, &peoples, &proper)).collect()
        })
        .collect();
    let published = published(article, &passages, &readings);
    let info = Arc::new(info(article, &passages, &readings, published));
    let written = published.or(article.meta.modified);
    let near = latest_day(&readings);
    let mut reader = Reader {
        article,
        info: Arc::clone(&info),
        written,
        near,
        story: None,
        period: None,
        period_age: 0,
        previous: Previous::default(),
        opened: false,
        money: bare_money(&readings),
        tells_a_match: tells_a_match(&readings),
        bearers: Bearers::of(&readings),
        uses: uses(&readings),
        read: 0,
        sentences: readings.iter().map(Vec::len).sum(),
        mentions: Vec::new(),
        ties: Vec::new(),
    };
    for (passage, sentences) in passages.iter().zip(&readings) {
        (reader.previous.asked, reader.previous.asked_events) = (None, Vec::new());
        reader.previous.told = Vec::new();
        for reading in sentences {
            reader.sentence(passage, reading);
        }
    }
    let (mentions, found_ties) = (reader.mentions, reader.ties);
    let claims = facts(&mentions);
    Ok(ArticleClaims { info, claims, mentions, sides: all_sides(&readings), ties: found_ties })
}

/// Goes through the sentences of an article and keeps what earlier ones said.
struct Reader<'a> {
    article: &'a Article,
    info: Arc<ArticleInfo>,
    written: Option<Date>,
    near: Option<Date>,
    story: Option<Date>,
    /// A month or a year named since.
    period: Option<DateSpan>,
    /// Sentences since then.
    period_age: usize,
    previous: Previous,
    opened: bool,
    /// Whether the article tells the result of a match.
    tells_a_match: bool,
    /// What the article tells its bare amounts in.
    money: Option<BareMoney>,
    /// Whom it calls what.
    bearers: Bearers,
    /// In how many sentences each telling word stands.
    uses: FxHashMap<Term, usize>,
    /// Sentences read so far, and all.
    read: usize,
    sentences: usize,
    mentions: Vec<Arc<Claim>>,
    ties: Vec<Tie>,
}

impl Reader<'_> {
    fn sentence(&mut self, passage: &Passage<'_>, reading: &Reading<'_>) {
        let claims_nothing = matches!(passage.kind, BlockKind::Dateline | BlockKind::Boilerplate);
        if !claims_nothing {
            self.ties.extend(ties(reading, self.mentions.len()));
        }
        let opens = passage.kind == BlockKind::Body && !self.opened;
        let dateline = if opens { dateline(reading) } else { None };
        let leading = self.leads(passage.kind);
        let position = u16::try_from(self.read * 1000 / self.sentences.max(1)).unwrap_or(1000);
        self.read += 1;
        self.period_age += 1;
        self.period = self.period.filter(|_| self.period_age <= 1);
        let forward = reading.items.iter().any(|item| item.is_any(&[Mark::Planned, Mark::Next]));
        let mut answers: Vec<Answer> =
            reading.mentions.iter().map(|mention| self.answer(&mention.value, passage, forward)).collect();
        if let Some(money) = &self.money {
            answers = in_currency(reading, answers, money, passage.rules);
        }
        answers = in_unit_before(reading, answers);
        if self.tells_a_match {
            answers = in_a_match(reading, answers, passage.rules);
        }
        // "In 1998 a train derailed. Seven people were hurt then."
        let then = self.period.filter(|_| reading.items.iter().any(|item| item.is(Mark::BackThen)));
        for (index, answer) in answers.iter().enumerate() {
            let in_dateline = reading.item_of(index).zip(dateline).is_some_and(|(item, end)| item < end);
            let bound = if claims_nothing || in_dateline || reading.sentence.is_question {
                None
            } else {
                bind(reading, index, &as_amount(&reading.mentions[index].value, answer), &mut self.previous)
            };
            let tokens =
                bound.as_ref().map_or_else(|| reading.mentions[index].tokens.clone(), |bound| bound.tokens.clone());
            let evidence = self.evidence(passage, reading, index, tokens);
            // A fraction is a share where a question says of what, and a number by itself.
            let answer = match &reading.mentions[index].value {
                MentionValue::Quantity(measured) if bound.is_none() && fraction_as_share(measured).is_some() => {
                    Answer::Quantity(measured.quantity.clone())
                }
                _ => answer.clone(),
            };
            let subject = bound.map(|bound| Subject {
                names: self.names(&answer, &bound.subject),
                time: event_time(reading, index, &answers).or(then),
                leading,
                positions: vec![position],
                rare: self.rare(&reading.context),
                ..bound.subject
            });
            self.mentions.push(Arc::new(Claim {
                article: Arc::clone(&self.info),
                answer,
                subject,
                evidence: vec![evidence],
                implied: None,
                siblings: Arc::default(),
            }));
        }
        self.previous.told = happened(reading);
        if reading.sentence.is_question {
            (self.previous.asked, self.previous.asked_events) = (asked(reading), happened(reading));
        }
    }

    /// The names beside a value; an age without one is that of whom the article calls by the noun beside it.
    fn names(&self, answer: &Answer, subject: &Subject) -> Vec<Term> {
        match &subject.counted {
            Some(role) if answer.kind() == Kind::Age && subject.names.is_empty() => {
                self.bearers.name_of(role).cloned().into_iter().collect()
            }
            _ => subject.names.clone(),
        }
    }

    /// The words of a sentence that stand in hardly another one; headline and text may both tell it. In a short text
    /// every word is rare, which says nothing.
    fn rare(&self, words: &[Term]) -> Vec<Term> {
        const SENTENCES: usize = 2;
        const SHARE: usize = 4;
        let most = SENTENCES.min(self.sentences / SHARE);
        let is_rare = |term: &&Term| self.uses.get(*term).is_none_or(|uses| *uses <= most);
        words.iter().filter(is_rare).cloned().collect()
    }

    /// Whether a sentence stands where articles tell their main facts: headline, lead, the first sentence of the text.
    fn leads(&mut self, block: BlockKind) -> bool {
        match block {
            BlockKind::Title | BlockKind::Lead => true,
            BlockKind::Body => !std::mem::replace(&mut self.opened, true),
            _ => false,
        }
    }

    fn answer(&mut self, value: &MentionValue, passage: &Passage<'_>, forward: bool) -> Answer {
        let anchor = Anchor { written: self.written, near: self.near, story: self.story, period: self.period, forward };
        if let MentionValue::Quantity(measured) = value
            && let Some(share) = fraction_as_share(measured)
        {
            return Answer::Quantity(share);
        }
        let answer = Answer::of(value, &anchor, passage.language);
        if let Answer::Date(span, _) = &answer {
            self.remember(span);
        }
        answer
    }

    /// Keeps what "the day after" and "a year later" are counted from.
    fn remember(&mut self, span: &DateSpan) {
        if let Some(day) = span.single_day() {
            self.story = Some(day);
            self.period = None;
        } else if span.is_settled() && matches!(span.granularity, Granularity::Month | Granularity::Year) {
            self.period = Some(*span);
            self.period_age = 0;
        }
    }

    fn evidence(&self, passage: &Passage<'_>, reading: &Reading<'_>, mention: usize, tokens: Range<usize>) -> Evidence {
        let number = reading.mentions.get(mention).map_or(TextSpan::new(0, 0), |mention| mention.span);
        let span = passage.span(tokens);
        let text = &self.article.text;
        Evidence {
            file: self.article.file_span(span),
            place: self.article.line_column(span),
            text: span.slice(text).to_owned(),
            number_file: self.article.file_span(number),
            number: number.slice(text).to_owned(),
            sentence: Arc::clone(&reading.quote),
            block: passage.kind,
        }
    }
}

/// A value as the amount that the article means by it: bare millions count nothing.
fn as_amount<'a>(value: &'a MentionValue, answer: &Answer) -> Cow<'a, MentionValue> {
    match (value, answer) {
        (MentionValue::Quantity(measured), Answer::Quantity(amount)) if amount.dimension.is_money() => {
            let settled = Measured { quantity: amount.clone(), ..Measured::clone(measured) };
            Cow::Owned(MentionValue::Quantity(settled.into()))
        }
        _ => Cow::Borrowed(value),
    }
}

/// In how many sentences of an article each of its telling words stands.
fn uses(readings: &[Vec<Reading<'_>>]) -> FxHashMap<Term, usize> {
    let mut uses: FxHashMap<Term, usize> = FxHashMap::default();
    for term in readings.iter().flatten().flat_map(|reading| &reading.context) {
        *uses.entry(term.clone()).or_default() += 1;
    }
    uses
}

/// The thing that a question asks for: "Combien de manifestants ?"
fn asked(reading: &Reading<'_>) -> Option<Term> {
    let lexicon = reading.lexicon();
    reading.items.iter().find_map(|item| {
        let id = item.noun()?;
        let concept = lexicon.get(id);
        let countable = concept.class == ConceptClass::Thing
            || concept.counts.is_some()
            || concept.class == ConceptClass::Attribute;
        countable.then(|| concept_term(id, lexicon))
    })
}

/// What happens in a sentence.
fn happened(reading: &Reading<'_>) -> Vec<Term> {
    let lexicon = reading.lexicon();
    let events = reading.items.iter().filter_map(|item| item.concept_of(ConceptClass::Event, lexicon));
    events.map(|id| concept_term(id, lexicon)).collect()
}

fn all_sides(readings: &[Vec<Reading<'_>>]) -> Vec<Term> {
    let mut found: Vec<(usize, Vec<Term>)> = Vec::new();
    for pair in readings.iter().flatten().map(sides).filter(|sides| sides.len() == 2) {
        match found.iter_mut().find(|(_, known)| *known == pair) {
            Some((times, _)) => *times += 1,
            None => found.push((1, pair)),
        }
    }
    // The pair named most often; of two as often, the first.
    let most = found.iter().map(|(times, _)| *times).max();
    found.into_iter().find(|(times, _)| Some(*times) == most).map(|(_, pair)| pair).unwrap_or_default()
}

// ---- the article

fn info(
    article: &Article,
    passages: &[Passage<'_>],
    readings: &[Vec<Reading<'_>>],
    published: Option<Date>,
) -> ArticleInfo {
    let mut signature = SignatureBuilder::default();
    for (passage, sentences) in passages.iter().zip(readings) {
        for reading in sentences {
            signature.add(passage.kind, reading);
        }
    }
    let title = article.blocks.iter().find(|block| block.kind == BlockKind::Title);
    ArticleInfo {
        id: article.id.clone(),
        outlet: article.meta.outlet.clone(),
        title: article.meta.title.clone().or_else(|| title.map(|block| block.span.slice(&article.text).to_owned())),
        url: article.meta.url.clone(),
        published,
        language: passages.first().map_or_else(String::new, |passage| passage.language.code.clone()),
        status: status(passages, readings),
        story: signature.finish(),
        ignored_checks: article.meta.ignored_checks.clone(),
    }
}

/// What the headline, the lead and the first sentence say of the article's own figures.
fn status(passages: &[Passage<'_>], readings: &[Vec<Reading<'_>>]) -> Status {
    let of_kind = |kind: BlockKind| {
        passages.iter().zip(readings).filter(move |(passage, _)| passage.kind == kind).flat_map(|(_, read)| read)
    };
    let opening = of_kind(BlockKind::Title).chain(of_kind(BlockKind::Lead)).chain(of_kind(BlockKind::Body).take(1));
    let (mut corrected, mut preliminary) = (false, false);
    for item in opening.flat_map(|reading| &reading.items) {
        corrected |= item.is(Mark::Correction);
        preliminary |= item.is(Mark::Preliminary);
    }
    match (corrected, preliminary) {
        (true, _) => Status::Corrected,
        (_, true) => Status::Preliminary,
        _ => Status::Plain,
    }
}

/// The day of publication: metadata, else the first full date of a dateline, else of the first blocks.
fn published(article: &Article, passages: &[Passage<'_>], readings: &[Vec<Reading<'_>>]) -> Option<Date> {
    const OPENING: usize = 4;
    article.meta.published.or_else(|| {
        let datelines = passages.iter().zip(readings).filter(|(passage, _)| passage.kind == BlockKind::Dateline);
        let dated = datelines.flat_map(|(_, sentences)| sentences).find_map(|reading| full_days(reading).next());
        dated.or_else(|| {
            let opening =
                passages.iter().zip(readings).take(OPENING).filter(|(passage, _)| passage.kind != BlockKind::Title);
            opening.filter_map(|(_, sentences)| sentences.first()).find_map(leading_day)
        })
    })
}

/// A full date among the first items of a paragraph: "(Flash) 22 febbraio 2026 17:02 - …".
fn leading_day(reading: &Reading<'_>) -> Option<Date> {
    const LEADING: usize = 6;
    let first = reading.items.iter().take(LEADING).find_map(|item| match item.kind {
        ItemKind::Mention(mention) => reading.mentions.get(mention),
        _ => None,
    })?;
    let followed = reading.items.iter().take(LEADING + 3).any(|item| matches!(item.kind, ItemKind::Break));
    full_day(&first.value).filter(|_| followed)
}

/// "(Agenzia) - Roma, 22 mag 2026, ore 19.12 - Il governo …": the item at which the dateline that a text opens with ends.
/// Its date stands without article or preposition: "Il 12 marzo 2026 - dopo due giorni - …" is a sentence.
fn dateline(reading: &Reading<'_>) -> Option<usize> {
    const WITHIN: usize = 16;
    let opening = reading.items.get(..reading.items.len().min(WITHIN))?;
    let dash = |item: &Item| matches!(reading.text(item.tokens.clone()), "-" | "–" | "—");
    let end = opening.iter().rposition(dash)?;
    let dated = opening.get(..end)?.iter().any(|item| match item.kind {
        ItemKind::Mention(mention) => reading.mentions.get(mention).is_some_and(|it| {
            let joined = reading.passage.tags(it.tokens.start).iter().any(|tag| matches!(tag.sense, Sense::Mark(_)));
            full_day(&it.value).is_some() && !joined
        }),
        _ => false,
    });
    dated.then_some(end)
}

fn full_days<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Date> + 'r {
    reading.mentions.iter().filter_map(|mention| full_day(&mention.value))
}

fn full_day(value: &MentionValue) -> Option<Date> {
    match value {
        MentionValue::Date(date) => match &date.expr {
            DateExpr::Partial(partial) => partial.date(),
            _ => None,
        },
        _ => None,
    }
}

/// Where nothing says when an article was written: the latest day that it names with its year.
fn latest_day(readings: &[Vec<Reading<'_>>]) -> Option<Date> {
    readings.iter().flatten().flat_map(|reading| full_days(reading)).max()
}

// ---- facts: repetitions of one claim are one claim with several places

fn facts(mentions: &[Arc<Claim>]) -> Vec<Arc<Claim>> {
    let mut facts: Vec<Claim> = Vec::new();
    // Only a claim with the same answer about the same thing can repeat another.
    let mut by_answer: FxHashMap<(Option<&Term>, &Answer), Vec<usize>> = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| mention.subject.is_some() && is_claim(mention)) {
        let alike = by_answer.entry((counted(mention), &mention.answer)).or_default();
        match alike.iter().find(|at| repeats(&facts[**at], mention)) {
            Some(at) => absorb(&mut facts[*at], mention),
            None => {
                alike.push(facts.len());
                facts.push(Claim::clone(mention));
            }
        }
    }
    facts.into_iter().map(Arc::new).collect()
}

/// Ordinals by themselves only say which one is meant.
fn is_claim(claim: &Claim) -> bool {
    match &claim.answer {
        Answer::Quantity(quantity) => {
            quantity.nominal.is_some()
                || quantity.extent.strict().min().is_some()
                || quantity.extent.strict().max().is_some()
        }
        Answer::Date(span, _) => span.is_settled() || span.written != PartialDate::default(),
        _ => true,
    }
}

fn counted(claim: &Claim) -> Option<&Term> {
    claim.subject.as_ref().and_then(|subject| subject.counted.as_ref())
}

fn repeats(fact: &Claim, mention: &Claim) -> bool {
    let (Some(a), Some(b)) = (&fact.subject, &mention.subject) else { return false };
    let shared = |a: &[Term], b: &[Term]| a.is_empty() || b.is_empty() || a.iter().any(|term| b.contains(term));
    fact.answer == mention.answer
        && a.counted == b.counted
        && shared(&a.events, &b.events)
        && shared(&a.attributes, &b.attributes)
        && (a.share, a.scope, a.modality) == (b.share, b.scope, b.modality)
        && (a.participants.is_empty() || b.participants.is_empty() || a.participants == b.participants)
        && a.qualities == b.qualities
        && (a.time.is_none() || b.time.is_none() || a.time == b.time)
}

fn absorb(fact: &mut Claim, mention: &Claim) {
    fact.evidence.extend(mention.evidence.iter().cloned());
    let (Some(a), Some(b)) = (&mut fact.subject, &mention.subject) else { return };
    let join = |a: &mut Vec<Term>, b: &[Term]| {
        b.iter().filter(|term| !a.contains(term)).cloned().collect::<Vec<_>>().into_iter().for_each(|term| a.push(term))
    };
    join(&mut a.events, &b.events);
    join(&mut a.attributes, &b.attributes);
    join(&mut a.names, &b.names);
    join(&mut a.places, &b.places);
    a.owner = a.owner.take().or_else(|| b.owner.clone());
    join(&mut a.context, &b.context);
    a.context.sort();
    join(&mut a.near, &b.near);
    join(&mut a.rare, &b.rare);
    a.leading |= b.leading;
    a.positions.extend(&b.positions);
    if a.participants.is_empty() {
        a.participants.clone_from(&b.participants);
    }
    a.time = a.time.or(b.time);
    if a.attribution.is_none() {
        a.attribution.clone_from(&b.attribution);
    }
}
