//! Expressions of time, and the days that they mean.

use rapporteur_core::AnnotatedArticle;

/// Finds the expressions of time.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}

/// Resolves them against the date of the account.
pub(crate) fn resolve(_article: &mut AnnotatedArticle) {}
