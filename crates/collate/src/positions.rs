//! What parties want, refuse, offer, threaten.

use rapporteur_core::{Actor, AnnotatedArticle, Point, Position, Statement, Story};

/// Finds the positions in statements and in the articles' own voice.
pub(crate) fn find(
    _story: &Story,
    _articles: &[AnnotatedArticle],
    _actors: &[Actor],
    _statements: &[Statement],
    _points: &[Point],
) -> Vec<Position> {
    Vec::new()
}
