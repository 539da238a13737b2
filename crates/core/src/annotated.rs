//! An article with its layers.

use crate::{Article, Attribution, Entity, EntityId, Mention, Quantity, Span, TimeExpression};

/// An article with everything that reading it has found.
///
/// All lists are sorted by span. Layers never speak of noise: no sentence, mention, time, quantity
/// or attribution overlaps a span of [`Article::noise`].
#[derive(Clone, Debug, PartialEq)]
pub struct AnnotatedArticle {
    /// The article itself, with its text.
    pub article: Article,
    /// Lines of text with something on them that is not noise.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Stretches inside quotation marks, nested ones included.
    pub quotations: Vec<Quotation>,
    /// Expressions of time.
    pub times: Vec<TimeExpression>,
    /// Numbers with what they count.
    pub quantities: Vec<Quantity>,
    /// Who and what the article speaks of.
    pub entities: Vec<Entity>,
    /// Where each of them stands.
    pub mentions: Vec<Mention>,
    /// Who is said to say what.
    pub attributions: Vec<Attribution>,
}

impl AnnotatedArticle {
    /// An article in which nothing has been found yet.
    pub fn bare(article: Article) -> Self {
        Self {
            article,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            quotations: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            entities: Vec::new(),
            mentions: Vec::new(),
            attributions: Vec::new(),
        }
    }

    /// The words at `span`.
    pub fn words(&self, span: Span) -> &str {
        &self.article.text[span]
    }

    /// The entity `id`.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// The sentence in which byte `offset` lies.
    pub fn sentence_at(&self, offset: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|s| s.span.start() <= offset);
        self.sentences[..after].last().filter(|s| s.span.contains(offset))
    }
}

/// A line of text that holds something besides noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Without white space at its ends.
    pub span: Span,
    /// Whether it is the headline, its repetition, or a heading inside the text.
    pub heading: bool,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Without white space at its ends.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// A stretch inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks, as far as they are there: a quotation re-opened in the next paragraph has no
    /// closing mark, an unbalanced one ends at its paragraph's end.
    pub span: Span,
    /// What stands between the marks.
    pub inside: Span,
    /// Whether a quotation of the paragraph before runs on in this one.
    pub continues: bool,
    /// 0 for an outer quotation, 1 for one inside it, and so on.
    pub depth: u8,
    /// Whether both marks are there.
    pub closed: bool,
}
