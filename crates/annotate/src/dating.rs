//! The day of an account that carries no date, from the times its text speaks of.

use rapporteur_core::AnnotatedArticle;

/// The day of an account that carries no date, from the times its text speaks of.
pub(crate) fn infer(_article: &mut AnnotatedArticle) {}
