//! Readings that were copied, taken together before anything is compared.
//!
//! A copy must not make its wording weigh more, neither among the words of the story nor among the
//! readings of a point: what a later article has from an earlier one stands for the earlier
//! reading.

use super::candidate::Candidate;
use crate::shared::Copies;
use rapporteur_core::{AnnotatedArticle, ArticleId, Evidence, SharedPassage, Span};
use std::collections::{BTreeMap, BTreeSet};

/// So much of a reading or sentence lies in a passage that was copied.
const COVERED: f64 = 0.7;

/// So many of the stems of two readings are common where one is a copy of the other.
const SAME: f64 = 0.6;

/// What each article has from an earlier one.
pub(super) struct Copied<'a> {
    passages: Vec<&'a SharedPassage>,
    /// Stretches that an article has from an earlier one, sorted.
    stretches: BTreeMap<ArticleId, Vec<Span>>,
}

impl<'a> Copied<'a> {
    pub(super) fn new(shared: &'a [SharedPassage], articles: &[AnnotatedArticle]) -> Self {
        let whole: BTreeSet<(ArticleId, ArticleId)> =
            Copies::among(shared, articles).pairs().map(|(a, b, _)| (a, b)).collect();
        let passages: Vec<&SharedPassage> = shared
            .iter()
            .filter(|p| !p.quoted || whole.contains(&(p.a.article, p.b.article)))
            .collect();
        let mut stretches: BTreeMap<ArticleId, Vec<Span>> = BTreeMap::new();
        for passage in &passages {
            stretches.entry(passage.b.article).or_default().push(passage.b.span);
        }
        for spans in stretches.values_mut() {
            spans.sort();
            let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
            for span in spans.drain(..) {
                match joined.last_mut() {
                    Some(last) if span.start() <= last.end() => *last = last.hull(span),
                    _ => joined.push(span),
                }
            }
            *spans = joined;
        }
        Self { passages, stretches }
    }

    /// Whether most of `sentence` stands in an earlier article already.
    pub(super) fn holds(&self, sentence: Evidence) -> bool {
        let spans = self.stretches.get(&sentence.article).map(Vec::as_slice).unwrap_or_default();
        let first = spans.partition_point(|s| s.end() <= sentence.span.start());
        spans
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|s| s.start() < sentence.span.end())
            .any(|s| covers(*s, sentence.span))
    }

    /// For each candidate (by article and place), the earlier one of which it is a copy, or itself.
    pub(super) fn originals(&self, candidates: &[Candidate]) -> Vec<usize> {
        let mut original: Vec<usize> = (0..candidates.len()).collect();
        for passage in &self.passages {
            let earlier = inside(candidates, passage.a);
            for later in inside(candidates, passage.b) {
                if original.get(later) != Some(&later) {
                    continue;
                }
                let likest = earlier
                    .iter()
                    .map(|&e| (resemblance(&candidates[e], &candidates[later]), e))
                    .filter(|(r, _)| *r >= SAME)
                    .max_by(|(r, e), (s, f)| r.total_cmp(s).then(f.cmp(e)));
                if let Some((_, e)) = likest {
                    original[later] = original[e];
                }
            }
        }
        original
    }
}

/// The candidates that lie in `passage`.
fn inside(candidates: &[Candidate], passage: Evidence) -> Vec<usize> {
    let from = candidates.partition_point(|c| c.evidence.article < passage.article);
    candidates
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, c)| {
            c.evidence.article == passage.article && c.evidence.span.start() < passage.span.end()
        })
        .filter(|(_, c)| covers(passage.span, c.evidence.span))
        .map(|(index, _)| index)
        .collect()
}

fn covers(outer: Span, inner: Span) -> bool {
    outer.intersection(inner).is_some_and(|both| both.len() as f64 >= COVERED * inner.len() as f64)
}

/// Share of common stems (Jaccard) of two readings of the same kind and speaker.
fn resemblance(a: &Candidate, b: &Candidate) -> f64 {
    if a.statement.is_some() != b.statement.is_some() || a.speaker != b.speaker {
        return 0.0;
    }
    let x: BTreeSet<&str> = a.stems.iter().map(String::as_str).collect();
    let y: BTreeSet<&str> = b.stems.iter().map(String::as_str).collect();
    let either = x.union(&y).count();
    if either == 0 {
        return 0.0;
    }
    x.intersection(&y).count() as f64 / either as f64
}
