//! How well an earlier mention fits as the antecedent of a later one, anywhere in the article.

use super::link::Link;
use rapporteur_core::{LookupMap, Span};
use std::ops::Range;

/// The hidden states of an article, with the relation that compares them.
#[derive(Debug)]
pub(crate) struct Antecedents<'r> {
    link: &'r Link,
    /// Where each piece stands, in the order of the text.
    spans: Vec<Span>,
    paragraphs: Vec<usize>,
    /// Row by row, one for each piece that has been read.
    hidden: Vec<f32>,
    /// What has been computed already, by span.
    earlier: LookupMap<Span, Vec<f32>>,
}

impl<'r> Antecedents<'r> {
    pub(super) fn new(link: &'r Link) -> Self {
        Self {
            link,
            spans: Vec::new(),
            paragraphs: Vec::new(),
            hidden: Vec::new(),
            earlier: LookupMap::new(),
        }
    }

    /// Adds the next piece of the text.
    pub(super) fn push(&mut self, span: Span, paragraph: usize, state: &[f32]) {
        self.spans.push(span);
        self.paragraphs.push(paragraph);
        self.hidden.extend_from_slice(state);
    }

    /// The scores of `candidates` as what the mention at `anaphor` refers to, greater is better; none
    /// where a span was not read.
    pub(crate) fn scores(&mut self, anaphor: Span, candidates: &[Span]) -> Vec<Option<f32>> {
        let Some(of) = self.pieces(anaphor) else { return vec![None; candidates.len()] };
        let left = self.link.left(&self.hidden, &of);
        candidates
            .iter()
            .map(|candidate| {
                let to = self.pieces(*candidate)?;
                let right = self
                    .earlier
                    .get_or_insert_with(*candidate, || self.link.right(&self.hidden, &to));
                let paragraph = |span: &Range<usize>| self.paragraphs.get(span.start).copied();
                let paragraphs = (paragraph(&of)?, paragraph(&to)?);
                Some(self.link.score(&left, right, (&of, &to), paragraphs))
            })
            .collect()
    }

    fn pieces(&self, span: Span) -> Option<Range<usize>> {
        let first = self.spans.partition_point(|s| s.end() <= span.start());
        let end = self.spans.partition_point(|s| s.start() < span.end());
        (first < end).then_some(first..end)
    }
}
