//! One entry per person or body over all articles of a story, and the statements they make.

use rapporteur_core::{Actor, AnnotatedArticle, Statement, Story};

/// Merges the entities of the articles into actors and gives every attribution its speaker.
pub(crate) fn merge(
    _story: &Story,
    _articles: &[AnnotatedArticle],
) -> (Vec<Actor>, Vec<Statement>) {
    (Vec::new(), Vec::new())
}
