//! `claimdiff debug STAGE FILE…`: what each stage of the work makes of a file.

use super::{Context, Outcome, Stop};
use claimdiff::claim::Claim;
use claimdiff::compare;
use claimdiff::grammar::mentions;
use claimdiff::pipeline::{self, Batch};
use claimdiff::report::{inert, paint, place, reading};
use claimdiff::rules::{RuleError, Rules, Sense};
use claimdiff::source::Article;
use claimdiff::text::{Passage, language_of, passages};
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// The stage
    stage: Stage,
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Stage {
    /// Sentences, their tokens, and what each can mean
    Tokens,
    /// Stretches of text with a value
    Mentions,
    /// Values bound to their questions
    Claims,
    /// Judgements on claims of different articles, facet by facet
    Pairs,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff debug mentions ours.md           everything with a value
  claimdiff debug pairs ours.md agency.txt   why two claims are taken for one question, or not";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let rules = context.rules;
    let (articles, mut trouble) = context.reading(|reading| pipeline::articles(&arguments.paths, reading));
    let mut page = String::new();
    match arguments.stage {
        Stage::Tokens => each_passage(&articles, rules, &mut page, tokens)?,
        Stage::Mentions => each_passage(&articles, rules, &mut page, values)?,
        Stage::Claims | Stage::Pairs => {
            let mut batch = context.reading(|reading| pipeline::claims_of(articles, trouble, rules, reading));
            trouble = std::mem::take(&mut batch.trouble);
            if arguments.stage == Stage::Claims {
                claims(&batch, rules, &mut page);
            } else {
                pairs(&batch, rules, &mut page);
            }
        }
    }
    context.output.trouble(&trouble);
    context.output.print(|out| out.write_all(paint(&page, context.output.look).as_bytes()))?;
    Ok(if trouble.is_empty() { Outcome::Clean } else { Outcome::Trouble })
}

fn each_passage(
    articles: &[Article],
    rules: &Rules,
    page: &mut String,
    print: impl Fn(&Passage<'_>, &mut String),
) -> Result<(), RuleError> {
    for article in articles {
        let _ = writeln!(page, "{}", inert(&article.id));
        for passage in passages(article, &language_of(article), rules)? {
            let _ = writeln!(page, " {:?}, {}", passage.kind, passage.language.code);
            print(&passage, page);
        }
    }
    Ok(())
}

fn tokens(passage: &Passage<'_>, page: &mut String) {
    for sentence in &passage.sentences {
        let _ = writeln!(page, "  {}", inert(sentence.span.slice(passage.text)));
        for at in sentence.tokens.clone() {
            let senses: Vec<String> = passage.tags(at).iter().map(|tag| sense(&tag.sense, tag.len, passage)).collect();
            let number = passage.numeral(at).map(|numeral| format!("{:?}", numeral.word));
            let known: Vec<String> = number.into_iter().chain(senses).collect();
            let _ = writeln!(page, "    {:<24} {}", inert(passage.word(at)), known.join(", "));
        }
    }
}

/// A sense with the name of its concept and, for phrases, how many tokens it covers.
fn sense(sense: &Sense, tokens: u8, passage: &Passage<'_>) -> String {
    let name = match sense {
        Sense::Concept(id, class) => format!("{} ({class:?})", passage.rules.lexicon.get(*id).id),
        other => format!("{other:?}"),
    };
    if tokens > 1 { format!("{name} ×{tokens}") } else { name }
}

fn values(passage: &Passage<'_>, page: &mut String) {
    for sentence in &passage.sentences {
        let _ = writeln!(page, "  {}", inert(sentence.span.slice(passage.text)));
        for mention in mentions(passage, sentence) {
            let _ = writeln!(page, "    {:<30} {:?}", inert(mention.span.slice(passage.text)), mention.value);
        }
    }
}

fn claims(batch: &Batch, rules: &Rules, page: &mut String) {
    for claim in batch.articles.iter().flat_map(|article| &article.claims) {
        claim_line(claim, rules, page);
        if let Some(subject) = &claim.subject {
            let _ = writeln!(page, "  {subject:?}");
        }
        if let Some(implied) = &claim.implied {
            let _ = writeln!(page, "  follows by {}: {}", implied.by.name(), inert(&implied.why));
        }
    }
}

fn claim_line(claim: &Claim, rules: &Rules, page: &mut String) {
    let text = claim.evidence.first().map(|evidence| inert(&evidence.text)).unwrap_or_default();
    let value = reading(&claim.answer, &rules.units);
    let _ = writeln!(page, "{} {} “{text}” = {value}", place(claim), claim.kind().name());
}

fn pairs(batch: &Batch, rules: &Rules, page: &mut String) {
    for (at, first) in batch.articles.iter().enumerate() {
        let rest = batch.articles.iter().skip(at + 1);
        for (a, b) in
            rest.flat_map(|second| first.claims.iter().flat_map(|a| second.claims.iter().map(move |b| (a, b))))
        {
            let Some(verdict) = compare::compare(a, b, rules) else { continue };
            claim_line(a, rules, page);
            claim_line(b, rules, page);
            let _ = writeln!(page, "  {} {}", verdict.kind.name(), verdict.confidence);
            for facet in &verdict.facets {
                let _ = writeln!(page, "  {} {}: {}", facet.facet.name(), facet.relation.name(), inert(&facet.why));
            }
        }
    }
}
