//! Last stage: [`Collation`]s to pages that people and programs read.
//!
//! [`html`] and [`markdown`] lay out one view of a story (`view`), which holds every line with
//! the words that carry it.

pub mod html;
pub mod markdown;
mod view;

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
