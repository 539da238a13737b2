//! Paragraphs, sentences, quotations.
//!
//! The text is cut into *pieces* first: what is left of a line when its noise is taken away. Nothing
//! here reaches over the end of a piece, so no layer ever touches noise. Every pass is linear in the
//! length of the text.

mod abbreviation;
mod paragraph;
mod quotation;
mod sentence;

use rapporteur_core::{AnnotatedArticle, Span};

/// What is left of a line between two stretches of noise, without white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    span: Span,
    paragraph: usize,
}

/// Fills `paragraphs`, `sentences` and `quotations`.
pub(crate) fn find(article: &mut AnnotatedArticle) {
    let (paragraphs, pieces) = paragraph::find(&article.article);
    article.sentences = sentence::find(&article.article.text, &pieces);
    article.quotations = quotation::find(&article.article.text, &pieces, &paragraphs);
    article.paragraphs = paragraphs;
}

#[cfg(test)]
mod tests;
