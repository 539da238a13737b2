//! Numbers with what they count.

use rapporteur_core::AnnotatedArticle;

/// Numbers with what they count.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}
