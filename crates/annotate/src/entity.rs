//! Who and what the article speaks of.

use rapporteur_core::AnnotatedArticle;

/// Who and what the article speaks of.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}
