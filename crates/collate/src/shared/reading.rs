//! An article as the numbers of its folded words.

use rapporteur_core::words::{is_function_word, words};
use rapporteur_core::{AnnotatedArticle, ArticleId, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// An article as the numbers of its folded words, noise left out.
pub(super) struct Reading {
    pub(super) id: ArticleId,
    words: Vec<u32>,
    spans: Vec<Span>,
    /// Before each word, how many words carry content.
    content: Vec<u32>,
    /// Before each word, how many words stand outside quotation marks.
    unquoted: Vec<u32>,
}

impl Reading {
    /// The numbers of its words, the same word having the same number in all articles.
    pub(super) fn words(&self) -> &[u32] {
        &self.words
    }

    /// How many words of `range` carry content.
    pub(super) fn content(&self, range: Range<usize>) -> usize {
        between(&self.content, range)
    }

    /// How many words of `range` stand outside quotation marks.
    pub(super) fn unquoted(&self, range: Range<usize>) -> usize {
        between(&self.unquoted, range)
    }

    /// From the first word of `range` to its last.
    pub(super) fn hull(&self, range: Range<usize>) -> Option<Span> {
        let words = self.spans.get(range)?;
        Some(words.first()?.hull(*words.last()?))
    }
}

fn between(before: &[u32], range: Range<usize>) -> usize {
    match (before.get(range.start), before.get(range.end)) {
        (Some(a), Some(b)) => (b - a) as usize,
        _ => 0,
    }
}

/// Reads the articles `ids`.
pub(super) fn read(ids: &[ArticleId], articles: &[AnnotatedArticle]) -> Vec<Reading> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    ids.iter()
        .filter_map(|id| Some((*id, articles.get(id.index())?)))
        .map(|(id, article)| {
            let text = &article.article.text;
            let mut reading = Reading {
                id,
                words: Vec::new(),
                spans: Vec::new(),
                content: vec![0],
                unquoted: vec![0],
            };
            let (mut content, mut unquoted) = (0, 0);
            let mut quotations = article.quotations.iter().peekable();
            let mut quoted_to = 0;
            for word in words(text, Span::new(0, text.len())) {
                if article.article.is_noise(word.span) {
                    continue;
                }
                while let Some(q) = quotations.next_if(|q| q.span.start() <= word.span.start()) {
                    quoted_to = quoted_to.max(q.span.end());
                }
                content += u32::from(!is_function_word(&word.folded));
                unquoted += u32::from(word.span.start() >= quoted_to);
                let next = numbers.len() as u32;
                reading.words.push(*numbers.entry(word.folded).or_insert(next));
                reading.spans.push(word.span);
                reading.content.push(content);
                reading.unquoted.push(unquoted);
            }
            reading
        })
        .collect()
}
