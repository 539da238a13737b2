//! Second stage: [`Article`] to [`AnnotatedArticle`].
//!
//! [`annotate`] is the whole of it; its body is the list of steps, one module each.

use rapporteur_core::{AnnotatedArticle, Article};

pub use language::is_readable;
pub use reader::Reader;

mod attribution;
mod dating;
mod entity;
mod language;
mod quantity;
pub mod reader;
mod speaker;
mod structure;
mod time;

/// The article with its paragraphs, sentences and quotations alone: what [`reader::sequence`] needs.
pub fn structure(article: Article) -> AnnotatedArticle {
    let mut annotated = AnnotatedArticle::bare(article);
    structure::find(&mut annotated);
    annotated
}

/// Reads one article. Pure and single-threaded; odd text gives fewer layers, never an error.
pub fn annotate(article: Article, reader: &Reader) -> AnnotatedArticle {
    let mut annotated = structure(article);
    if !is_readable(&annotated.article) {
        return annotated;
    }
    time::find(&mut annotated);
    dating::infer(&mut annotated);
    time::resolve(&mut annotated);
    quantity::find(&mut annotated);
    let mut reading = reader.read(&mut annotated);
    entity::find(&mut annotated, reading.as_mut());
    attribution::find(&mut annotated, reading.as_ref());
    speaker::resolve(&mut annotated);
    annotated
}
