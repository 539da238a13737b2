//! Who is said to say what: a table of sieves.

use rapporteur_core::AnnotatedArticle;

/// Who is said to say what: a table of sieves.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}
