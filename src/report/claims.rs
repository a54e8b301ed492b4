//! The claims of some articles as a table.

use super::layout::{Sheet, paragraph};
use super::text::{Look, Mark, inert, location, paint, reading, said_by};
use super::{Totals, counted};
use crate::claim::{Claim, Modality};
use crate::rules::Units;

/// A row per claim, a heading per article, and a closing line.
pub fn claims<'a>(claims: impl IntoIterator<Item = &'a Claim>, totals: Totals, units: &Units, look: Look) -> String {
    let mut page = String::new();
    let mut article: Option<(&str, Sheet)> = None;
    for claim in claims {
        let id = claim.article.id.as_str();
        if article.as_ref().is_none_or(|(open, _)| *open != id) {
            close(article.take(), &mut page, look);
            article = Some((id, Sheet::new(&["line", "kind", "text", "value", "question"])));
        }
        if let Some((_, sheet)) = &mut article {
            sheet.row(cells(claim, units), Vec::new());
        }
    }
    close(article, &mut page, look);
    let closing = format!("{}, {}", counted(totals.articles, "article"), counted(totals.claims, "claim"));
    page.push_str(&paragraph(&closing, look));
    paint(&page, look)
}

fn close(article: Option<(&str, Sheet)>, page: &mut String, look: Look) {
    if let Some((id, sheet)) = article {
        page.push_str(&paragraph(&Mark::Strong.on(&inert(id)), look));
        page.push_str(&sheet.render(look));
        page.push('\n');
    }
}

fn cells(claim: &Claim, units: &Units) -> Vec<String> {
    let evidence = claim.evidence.first();
    let text = evidence.map(|evidence| inert(&evidence.text)).unwrap_or_default();
    let implied = claim.implied.as_ref().map(|implied| format!("\nfollows: {}", inert(&implied.why)));
    let value = reading(&claim.answer, units) + &implied.unwrap_or_default();
    vec![location(claim), claim.kind().name().to_owned(), text, value, question(claim)]
}

fn question(claim: &Claim) -> String {
    let Some(subject) = &claim.subject else { return String::new() };
    let modality = match subject.modality {
        Modality::Fact => "",
        Modality::Planned => "\n(planned)",
        Modality::Possible => "\n(possible)",
        Modality::Denied => "\n(denied)",
    };
    let source = said_by(claim).map(|who| format!("\n(according to {})", inert(who)));
    format!("{}{modality}{}", inert(&subject.label), source.unwrap_or_default())
}
