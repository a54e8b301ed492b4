//! An article to its claims.

use super::model::{ArticleInfo, Claim};
use crate::rules::{RuleError, Rules};
use crate::source::Article;
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
}

/// Reads an article.
///
/// # Errors
/// A broken pack of a language that the article needs.
pub fn read_article(article: &Article, _rules: &Rules) -> Result<ArticleClaims, RuleError> {
    let info = Arc::new(ArticleInfo { id: article.id.clone(), ..ArticleInfo::default() });
    Ok(ArticleClaims { info, claims: Vec::new(), mentions: Vec::new() })
}
