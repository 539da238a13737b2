//! What happened: who, what, where, when.

use rapporteur_core::{Actor, AnnotatedArticle, Happening, Lead, Point};

/// Chooses the words of the articles that most accounts support.
pub(crate) fn choose(
    _articles: &[AnnotatedArticle],
    _actors: &[Actor],
    _points: &[Point],
    _timeline: &[Happening],
) -> Lead {
    Lead::default()
}
