//! Paragraphs, sentences, quotations.

use rapporteur_core::AnnotatedArticle;

/// Paragraphs, sentences, quotations.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}
