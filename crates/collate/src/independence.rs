//! How many independent accounts stand behind a point.

use rapporteur_core::{AnnotatedArticle, Point, Provenance, SharedPassage};

/// Fills in [`Point::independence`].
pub(crate) fn count(
    _points: &mut [Point],
    _articles: &[AnnotatedArticle],
    _shared: &[SharedPassage],
    _provenance: &[Provenance],
) {
}
