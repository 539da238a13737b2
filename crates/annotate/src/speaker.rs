//! Who speaks: every attribution's source resolved through the article.

use rapporteur_core::AnnotatedArticle;

/// Who speaks: every attribution's source resolved through the article.
pub(crate) fn resolve(_article: &mut AnnotatedArticle) {}
