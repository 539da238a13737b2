//! Third stage: articles to [`Story`]s, one article at a time.

use rapporteur_core::{Article, Story};

/// Groups `articles` into stories; [`rapporteur_core::ArticleId`] is an article's place in the slice.
///
/// The partition does not depend on the order of the slice.
pub fn group(articles: &[&Article]) -> Vec<Story> {
    let _ = articles;
    Vec::new()
}
