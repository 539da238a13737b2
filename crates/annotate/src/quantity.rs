//! Numbers with what they count.

pub(crate) mod modifier;
pub(crate) mod numeral;

use rapporteur_core::AnnotatedArticle;

/// Numbers with what they count.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}
