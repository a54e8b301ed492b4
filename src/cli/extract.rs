//! `claimdiff extract PATH… [--mentions|--keyed]`

use super::format::{Format, Target, one_of};
use super::options::Printing;
use super::{Context, Outcome, Stop};
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::pipeline::{self, Batch, Trouble};
use claimdiff::report::record::{ClaimRecord, KeyedRecord, to_json};
use claimdiff::report::{self, Totals, jsonl};
use claimdiff::source::{Article, SourceError};
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("format", |it| it.value_parser(one_of(Format::takes_claims))))]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print everything with a value, whether the text says what it answers or not
    #[arg(long, env = "CLAIMDIFF_MENTIONS")]
    mentions: bool,
    /// Print each article under each of its keys, for `compare`; sort the lines in between
    #[arg(long, env = "CLAIMDIFF_KEYED", conflicts_with = "mentions")]
    keyed: bool,
    #[command(flatten)]
    pub printing: Printing,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff extract ours.md                              a table of what it claims
  claimdiff extract notizie/ --format jsonl > claims     one claim a line
  claimdiff extract --mentions ours.md                   every number and date
  claimdiff extract --keyed - < articles.jsonl | LC_ALL=C sort | claimdiff compare";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let targets = context.settings.targets().map_err(Stop::Message)?;
    if let Some(target) = targets.iter().find(|target| !target.format.takes_claims()) {
        let name = target.format.name();
        return Err(Stop::Message(format!(
            "{name} is for findings; claims are written as table, text, json, jsonl or csv"
        )));
    }
    match targets.as_slice() {
        [target] if arguments.keyed && matches!(target.format, Format::Table | Format::Jsonl) => {
            lines(arguments, target, context)
        }
        _ if arguments.keyed => {
            Err(Stop::Message("--keyed prints lines for `compare`, and no other format beside them".to_owned()))
        }
        [target] if target.format == Format::Jsonl => lines(arguments, target, context),
        _ => whole(arguments, &targets, context),
    }
}

/// Formats that want all claims at once.
fn whole(arguments: &Arguments, targets: &[Target], context: &Context) -> Result<Outcome, Stop> {
    let mut batch = context.reading(|reading| pipeline::read(&arguments.paths, context.rules, reading));
    batch.trouble.retain(|trouble| !is_empty_input(trouble));
    context.output.batch(&batch);
    let claims: Vec<&Claim> = batch.articles.iter().flat_map(|article| records(article, arguments.mentions)).collect();
    let trouble: Vec<String> = batch.trouble.iter().map(ToString::to_string).collect();
    let rules = context.rules;
    let totals = Totals { articles: batch.articles.len(), claims: claims.len() };
    for target in targets {
        let table = || match batch.articles.is_empty() {
            true => String::new(),
            false => report::claims(claims.iter().copied(), totals, &rules.units, context.output.look_of(target)),
        };
        context.output.write(target, |out| {
            target.format.claims(out, &claims, &trouble, rules, context.settings.csv_dialect, &table)
        })?;
    }
    Ok(if batch.trouble.is_empty() { Outcome::Clean } else { Outcome::Trouble })
}

/// Lines are written as articles are read: however many there are, no more than a few are held.
fn lines(arguments: &Arguments, target: &Target, context: &Context) -> Result<Outcome, Stop> {
    let rules = context.rules;
    let printed = |article: &ArticleClaims| {
        let mut lines = Vec::new();
        match arguments.keyed {
            true => jsonl::keyed(&mut lines, article, rules)?,
            false => jsonl::claims(&mut lines, records(article, arguments.mentions), rules)?,
        }
        Ok::<Vec<u8>, io::Error>(lines)
    };
    let keep = |_: &Article, article: ArticleClaims| Ok(printed(&article));
    let mut outcome = Outcome::Clean;
    let mut write = |out: &mut dyn Write| {
        context.reading(|reading| {
            pipeline::stream(
                &arguments.paths,
                rules,
                reading,
                pipeline::Ids::AsWritten,
                keep,
                |portion: Batch<io::Result<Vec<u8>>>| {
                    for trouble in &portion.trouble {
                        if tell(trouble, arguments.keyed, out, context)? == Outcome::Trouble {
                            outcome = Outcome::Trouble;
                        }
                    }
                    portion.notes().for_each(|note| context.output.note(&note));
                    portion.articles.into_iter().try_for_each(|lines| out.write_all(&lines?))
                },
            )
        })
    };
    match target.path {
        None if context.settings.quiet => write(&mut io::sink())?,
        _ => context.output.write(target, write)?,
    }
    Ok(outcome)
}

/// Tells of what could not be read. A bad line is answered by a line; anything else is missing from the output.
fn tell(trouble: &Trouble, keyed: bool, out: &mut dyn Write, context: &Context) -> io::Result<Outcome> {
    if is_empty_input(trouble) {
        return Ok(Outcome::Clean);
    }
    context.output.trouble(std::slice::from_ref(trouble));
    let Trouble::Source(SourceError::Record { name, line, reason }) = trouble else { return Ok(Outcome::Trouble) };
    let record = match keyed {
        true => to_json(&KeyedRecord::failed(name, *line, reason, context.rules))?,
        false => to_json(&ClaimRecord::failed(name, *line, reason, context.rules)?)?,
    };
    writeln!(out, "{record}")?;
    Ok(Outcome::Clean)
}

/// A step of a pipeline may have nothing to do: nothing in, nothing out.
fn is_empty_input(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Source(SourceError::Empty { name }) if name == "-")
}

fn records(article: &ArticleClaims, mentions: bool) -> impl Iterator<Item = &Claim> {
    let list = if mentions { &article.mentions } else { &article.claims };
    list.iter().map(|claim| &**claim)
}
