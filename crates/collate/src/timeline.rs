//! Dated happenings, merged over articles.

use crate::dating::Dates;
use rapporteur_core::{AnnotatedArticle, Happening, Story};

/// Builds the timeline.
pub(crate) fn build(
    _story: &Story,
    _articles: &[AnnotatedArticle],
    _dates: &Dates,
) -> Vec<Happening> {
    Vec::new()
}
