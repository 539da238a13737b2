//! Passages that articles share, word by word or lightly edited.

use rapporteur_core::{AnnotatedArticle, SharedPassage, Story};

/// Finds the shared passages of every pair of articles.
pub(crate) fn find(_story: &Story, _articles: &[AnnotatedArticle]) -> Vec<SharedPassage> {
    Vec::new()
}
