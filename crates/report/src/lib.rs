//! Last stage: [`Collation`]s to pages that people and programs read.

pub mod json;

use rapporteur_core::{AnnotatedArticle, Collation};

/// What a report is made of. Every line of every format points into `articles`.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The articles of the run, in canonical order.
    pub articles: &'a [AnnotatedArticle],
    /// Their stories, in order.
    pub stories: &'a [Collation],
}
