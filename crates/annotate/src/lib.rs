//! Second stage: [`Article`] to [`AnnotatedArticle`].
//!
//! [`annotate`] is the whole of it; its body is the list of steps, one module each.

use rapporteur_core::{AnnotatedArticle, Article};

mod attribution;
mod dating;
mod entity;
mod quantity;
mod speaker;
mod structure;
mod time;

/// Reads one article. Pure and single-threaded; odd text gives fewer layers, never an error.
pub fn annotate(article: Article) -> AnnotatedArticle {
    let mut annotated = AnnotatedArticle::bare(article);
    structure::find(&mut annotated);
    time::find(&mut annotated);
    dating::infer(&mut annotated);
    time::resolve(&mut annotated);
    quantity::find(&mut annotated);
    entity::find(&mut annotated);
    attribution::find(&mut annotated);
    speaker::resolve(&mut annotated);
    annotated
}
