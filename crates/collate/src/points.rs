//! The same remark or fact over articles.

use rapporteur_core::{Actor, AnnotatedArticle, Point, Statement, Story};

/// Aligns statements and facts over articles.
pub(crate) fn align(
    _story: &Story,
    _articles: &[AnnotatedArticle],
    _actors: &[Actor],
    _statements: &[Statement],
) -> Vec<Point> {
    Vec::new()
}
