//! Through whom an outlet has what it reports.

use rapporteur_core::{AnnotatedArticle, Provenance, Story};

/// Finds "told Reuters", "according to RIA Novosti", credit lines, channels.
pub(crate) fn find(_story: &Story, _articles: &[AnnotatedArticle]) -> Vec<Provenance> {
    Vec::new()
}
