//! `claimdiff extract PATH… [--mentions]`

use super::options::Printing;
use super::{Context, Outcome, Stop};
use claimdiff::claim::{ArticleClaims, Claim};
use claimdiff::pipeline::{self, Trouble};
use claimdiff::report::{self, Totals};
use claimdiff::source::SourceError;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Files, folders, patterns; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print everything with a value, whether the text says what it answers or not
    #[arg(long, env = "CLAIMDIFF_MENTIONS")]
    mentions: bool,
    #[command(flatten)]
    pub printing: Printing,
}

const EXAMPLES: &str = "\
Examples:
  claimdiff extract ours.md                              a table of what it claims
  claimdiff extract notizie/ --format jsonl > claims     one claim a line
  claimdiff extract --mentions ours.md                   every number and date";

pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome, Stop> {
    let targets = context.settings.targets().map_err(Stop::Message)?;
    if let Some(target) = targets.iter().find(|target| !target.format.takes_claims()) {
        let name = target.format.name();
        return Err(Stop::Message(format!("{name} is for findings; claims are written as table, json, jsonl or csv")));
    }
    let mut batch = context.reading(|reading| pipeline::read(&arguments.paths, context.rules, reading));
    batch.trouble.retain(|trouble| !is_empty_input(trouble));
    context.output.batch(&batch);
    let claims: Vec<&Claim> = batch.articles.iter().flat_map(|article| records(article, arguments.mentions)).collect();
    let trouble: Vec<String> = batch.trouble.iter().map(ToString::to_string).collect();
    let (rules, look) = (context.rules, context.output.look);
    let totals = Totals { articles: batch.articles.len(), claims: claims.len() };
    for target in &targets {
        let table = || match batch.articles.is_empty() {
            true => String::new(),
            false => report::claims(claims.iter().copied(), totals, &rules.units, look),
        };
        context.output.write(target, |out| target.format.claims(out, &claims, &trouble, rules, &table))?;
    }
    Ok(if batch.trouble.is_empty() { Outcome::Clean } else { Outcome::Trouble })
}

/// A step of a pipeline may have nothing to do: nothing in, nothing out.
fn is_empty_input(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Source(SourceError::Empty { name }) if name == "-")
}

fn records(article: &ArticleClaims, mentions: bool) -> impl Iterator<Item = &Claim> {
    let list = if mentions { &article.mentions } else { &article.claims };
    list.iter().map(|claim| &**claim)
}
