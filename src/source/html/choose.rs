//! Which blocks of a page are the article.

use super::super::article::BlockKind;
use super::hints::Noise;
use super::page::{Container, ContainerKind, Page, PageBlock};
use std::ops::Range;

/// All blocks, for pieces of HTML that are an article already.
pub(super) fn everything(page: &Page) -> Vec<&PageBlock> {
    page.blocks.iter().filter(|block| block.noise < Noise::Never).collect()
}

/// The blocks of the article, its headline first.
pub(super) fn article(page: &Page) -> Vec<&PageBlock> {
    let noise = tolerated(page);
    let range = place(page, noise);
    let inside = page.blocks.get(range.clone()).unwrap_or_default();
    let mut chosen: Vec<_> = inside.iter().filter(|block| block.noise <= noise).collect();
    if !chosen.iter().any(|block| block.level == 1) {
        chosen.splice(0..0, above(page, range.start, noise));
    }
    chosen
}

/// How much noise is let in: where nearly all text is said to be noise, the hints are wrong.
fn tolerated(page: &Page) -> Noise {
    let weight = |noise| page.blocks.iter().filter(|block| block.noise <= noise).map(PageBlock::weight).sum::<usize>();
    let (none, likely, sure) = (weight(Noise::None), weight(Noise::Likely), weight(Noise::Sure));
    let any = |noise| page.blocks.iter().any(|block| block.noise <= noise);
    if none * 4 >= likely && none > 0 {
        Noise::None
    } else if likely * 10 >= sure && likely > 0 || any(Noise::Likely) && sure == 0 {
        if any(Noise::None) && likely == 0 { Noise::None } else { Noise::Likely }
    } else {
        Noise::Sure
    }
}

/// Where the article stands: its own element, the main part of the page, or the place with the most running text.
fn place(page: &Page, noise: Noise) -> Range<usize> {
    let mut total = 0;
    let sums: Vec<usize> = std::iter::once(0)
        .chain(page.blocks.iter().map(|block| {
            total += if block.noise <= noise { block.weight() } else { 0 };
            total
        }))
        .collect();
    let sum = |it: &Container| sums.get(it.end).copied().unwrap_or(total) - sums.get(it.first).copied().unwrap_or(0);
    let best = |kind| {
        let candidates = page.containers.iter().filter(|it| it.kind == kind && it.noise <= noise);
        // Of two that hold the same text the inner one, which comes later.
        candidates.max_by_key(|it| sum(it)).filter(|it| sum(it) > 0)
    };
    if let Some(article) = best(ContainerKind::Article).filter(|it| sum(it) * 2 >= total) {
        return article.first..article.end;
    }
    if let Some(main) = best(ContainerKind::Main).filter(|it| sum(it) * 2 >= total) {
        return main.first..main.end;
    }
    let dense = page.containers.iter().filter(|it| it.noise <= noise).max_by_key(|it| it.score);
    // A short text spread over several places is taken whole.
    match dense.filter(|it| it.score > 0 && sum(it) * 2 >= total) {
        Some(dense) => dense.first..dense.end,
        None => 0..page.blocks.len(),
    }
}

/// The headline above the article and what stands between.
fn above(page: &Page, start: usize, noise: Noise) -> Vec<&PageBlock> {
    let before = page.blocks.get(..start).unwrap_or_default();
    let Some(at) = before.iter().rposition(|block| block.level == 1 && block.noise <= noise) else {
        return Vec::new();
    };
    let wanted = |block: &&PageBlock| block.noise <= noise && block.kind.is_some_and(|kind| kind != BlockKind::Table);
    before.iter().skip(at).filter(wanted).collect()
}
