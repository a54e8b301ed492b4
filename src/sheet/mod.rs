//! What an article claims as a few bytes: to send to another process, or to hold a hundred thousand of them at once.

mod packed;

use crate::claim::{ArticleClaims, ArticleInfo};
use miniz_oxide::{deflate, inflate};
use packed::Body;
use std::borrow::Cow;
use std::sync::Arc;

/// An article that is held to be compared, as it was read or packed.
pub trait Held: Sync {
    /// What comparing needs to know of it.
    fn info(&self) -> &ArticleInfo;

    /// Its claims.
    ///
    /// # Errors
    /// A sheet that holds no article.
    fn claims(&self) -> Result<Cow<'_, ArticleClaims>, SheetError>;
}

impl Held for ArticleClaims {
    fn info(&self) -> &ArticleInfo {
        &self.info
    }

    fn claims(&self) -> Result<Cow<'_, ArticleClaims>, SheetError> {
        Ok(Cow::Borrowed(self))
    }
}

impl Held for Sheet {
    fn info(&self) -> &ArticleInfo {
        &self.info
    }

    fn claims(&self) -> Result<Cow<'_, ArticleClaims>, SheetError> {
        self.unpack().map(Cow::Owned)
    }
}

/// An article with all that judging its claims needs, packed.
///
/// What is restored is what was packed: a verdict on two claims is the same in the process that read the articles and in
/// any other.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What comparing needs to know of the article.
    pub info: Arc<ArticleInfo>,
    body: Box<[u8]>,
}

/// How hard packing works, from 0 to 10: more makes little smaller.
const EFFORT: u8 = 3;

/// Bytes beyond which nothing is unpacked: no article makes so many claims.
const MOST: usize = 1 << 30;

/// A sheet that cannot be packed or restored.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SheetError {
    /// The text is not Base64.
    #[error("the sheet is not Base64: {0}; was the line cut?")]
    Text(String),
    /// The bytes hold no article.
    #[error("the sheet cannot be read: {0}; was it made by another version of claimdiff?")]
    Bytes(String),
    /// An article that cannot be packed.
    #[error("an article cannot be packed: {0}")]
    Pack(String),
}

impl Sheet {
    /// Everything, for the checks of an article against itself.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn whole(article: &ArticleClaims) -> Result<Self, SheetError> {
        Self::pack(article, Body::whole(article))
    }

    /// The claims alone, for comparing the article with others.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn of_claims(article: &ArticleClaims) -> Result<Self, SheetError> {
        Self::pack(article, Body::of_claims(article))
    }

    fn pack(article: &ArticleClaims, body: Body) -> Result<Self, SheetError> {
        let bytes = rmp_serde::to_vec(&body).map_err(|error| SheetError::Pack(error.to_string()))?;
        Ok(Self { info: Arc::clone(&article.info), body: deflate::compress_to_vec(&bytes, EFFORT).into() })
    }

    /// The article as it was packed.
    ///
    /// # Errors
    /// Bytes that hold no article.
    pub fn unpack(&self) -> Result<ArticleClaims, SheetError> {
        let bytes = inflate::decompress_to_vec_with_limit(&self.body, MOST)
            .map_err(|error| SheetError::Bytes(error.to_string()))?;
        let body: Body = rmp_serde::from_slice(&bytes).map_err(|error| SheetError::Bytes(error.to_string()))?;
        body.unpack(Arc::clone(&self.info))
    }

    /// What is known of the article, and its claims, as bytes.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn to_bytes(&self) -> Result<[Vec<u8>; 2], SheetError> {
        let info = rmp_serde::to_vec(&self.info).map_err(|error| SheetError::Pack(error.to_string()))?;
        Ok([deflate::compress_to_vec(&info, EFFORT), self.body.to_vec()])
    }

    /// A sheet from the bytes of its info and its claims.
    ///
    /// # Errors
    /// Bytes that hold no article.
    pub fn from_bytes(info: &[u8], body: Vec<u8>) -> Result<Self, SheetError> {
        Ok(Self { info: Arc::new(info_from_bytes(info)?), body: body.into() })
    }

    /// The sheet as one word of ASCII.
    ///
    /// # Errors
    /// None that an article of this program can cause.
    pub fn to_text(&self) -> Result<String, SheetError> {
        let [info, body] = self.to_bytes()?.map(|bytes| data_encoding::BASE64_NOPAD.encode(&bytes));
        Ok(format!("{info}.{body}"))
    }

    /// A sheet from its text.
    ///
    /// # Errors
    /// A text that no sheet has.
    pub fn from_text(text: &str) -> Result<Self, SheetError> {
        let (info, body) = text.split_once('.').ok_or_else(|| SheetError::Text("it has no two parts".to_owned()))?;
        let bytes = |text: &str| {
            data_encoding::BASE64_NOPAD.decode(text.as_bytes()).map_err(|error| SheetError::Text(error.to_string()))
        };
        Self::from_bytes(&bytes(info)?, bytes(body)?)
    }

    /// How many bytes the claims take.
    pub fn size(&self) -> usize {
        self.body.len()
    }
}

/// What comparing needs to know of an article, from the first of [`Sheet::to_bytes`].
///
/// # Errors
/// Bytes that tell of no article.
pub fn info_from_bytes(bytes: &[u8]) -> Result<ArticleInfo, SheetError> {
    let info =
        inflate::decompress_to_vec_with_limit(bytes, MOST).map_err(|error| SheetError::Bytes(error.to_string()))?;
    rmp_serde::from_slice(&info).map_err(|error| SheetError::Bytes(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_article;
    use crate::rules::Rules;
    use crate::source::{Limits, read_bytes};
    use crate::{imply, source::SourceError};

    const ARTICLE: &str = "---\ntitle: 157 prigionieri tornano a casa\npublished: 2026-03-13\noutlet: Il Faro\n---\n\
        Russia e Ucraina hanno scambiato giovedì 12 marzo 157 prigionieri di guerra ciascuno, dal 10 al 12 marzo. \
        Sono tornati più di 15mila civili, circa il 3,5% del totale, alle 15.30, con 2,5 milioni di euro di aiuti e \
        112 mm (4,4 pollici) di pioggia. Nove arrestati: sei spagnoli e quattro colombiani. Tra 40 e 50 feriti.\n";

    fn article(text: &str) -> Result<ArticleClaims, Box<dyn std::error::Error>> {
        let rules = Rules::embedded()?;
        let (articles, errors): (_, Vec<SourceError>) = read_bytes("a.md", text.as_bytes(), &Limits::default());
        assert!(errors.is_empty(), "{errors:?}");
        let article = articles.first().ok_or("no article")?;
        Ok(imply::extend(read_article(article, "it", &rules)?, &rules))
    }

    #[test]
    fn what_is_restored_is_what_was_packed() -> Result<(), Box<dyn std::error::Error>> {
        let article = article(ARTICLE)?;
        assert!(article.claims.len() > 5 && !article.ties.is_empty(), "{}", article.claims.len());
        let restored = Sheet::from_text(&Sheet::whole(&article)?.to_text()?)?.unpack()?;
        assert_eq!(restored.claims, article.claims);
        assert_eq!(restored.mentions, article.mentions);
        assert_eq!((restored.info, restored.sides, restored.ties), (article.info, article.sides, article.ties));
        Ok(())
    }

    #[test]
    fn a_broken_sheet_is_told_from_a_whole_one() -> Result<(), Box<dyn std::error::Error>> {
        let text = Sheet::of_claims(&article(ARTICLE)?)?.to_text()?;
        assert!(matches!(Sheet::from_text("?"), Err(SheetError::Text(_))));
        assert!(matches!(Sheet::from_text("."), Err(SheetError::Bytes(_))));
        for cut in 0..text.len() {
            let restored = Sheet::from_text(text.get(..cut).unwrap_or_default()).and_then(|sheet| sheet.unpack());
            assert!(restored.is_err(), "{cut}");
        }
        Ok(())
    }
}
