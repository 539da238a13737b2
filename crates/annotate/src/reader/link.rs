//! Which span belongs to which: contents to their cue, cues to their source, descriptions to their
//! antecedent.
//!
//! A bilinear form of the spans' mean states (after Dozat and Manning, "Deep biaffine attention for
//! neural dependency parsing", ICLR 2017), with a learned bias by distance and by paragraph, against
//! the score that none of the others belongs to it.

use super::model::{dense, numbers};
use super::window::Window;
use rapporteur_encoder::{Linear, Model, ModelError};
use std::ops::Range;

/// Distances from 15 pieces of rank before to 15 after; 15 is where spans meet.
const BUCKETS: usize = 31;
/// Paragraphs from three before to three after.
const PARAGRAPHS: usize = 7;

/// One learned relation.
#[derive(Debug)]
pub(super) struct Link {
    left: Linear,
    right: Linear,
    none: Linear,
    distance: Vec<f32>,
    paragraph: Vec<f32>,
}

impl Link {
    /// The relation that the model calls `name`.
    pub(super) fn new(model: &Model, name: &str) -> Result<Self, ModelError> {
        let left = dense(model, &format!("{name}.left"), None)?;
        Ok(Self {
            right: dense(model, &format!("{name}.right"), Some(left.outputs()))?,
            none: dense(model, &format!("{name}.none"), Some(1))?,
            distance: numbers(model, &format!("{name}.distance"), BUCKETS)?,
            paragraph: numbers(model, &format!("{name}.paragraph"), PARAGRAPHS)?,
            left,
        })
    }

    /// For each span of `of`, the index of the one of `to` that belongs to it, if any does.
    pub(super) fn choose(
        &self,
        hidden: &[f32],
        window: &Window,
        of: &[Range<usize>],
        to: &[Range<usize>],
    ) -> Vec<Option<usize>> {
        let right: Vec<Vec<f32>> = to.iter().map(|span| self.right(hidden, span)).collect();
        let paragraph =
            |span: &Range<usize>| window.paragraphs.get(span.start).copied().unwrap_or(0);
        of.iter()
            .map(|span| {
                let left = self.left(hidden, span);
                let nobody = self.none.apply(&mean(hidden, self.left.inputs(), span));
                let mut best = (nobody.first().copied().unwrap_or(0.0), None);
                for (index, (other, right)) in to.iter().zip(&right).enumerate() {
                    let paragraphs = (paragraph(span), paragraph(other));
                    let score = self.score(&left, right, (span, other), paragraphs);
                    if score > best.0 {
                        best = (score, Some(index));
                    }
                }
                best.1
            })
            .collect()
    }

    /// What a span of positions is when it looks for another.
    pub(super) fn left(&self, hidden: &[f32], span: &Range<usize>) -> Vec<f32> {
        self.left.apply_gelu(&mean(hidden, self.left.inputs(), span))
    }

    /// What a span of positions is when it is looked for.
    pub(super) fn right(&self, hidden: &[f32], span: &Range<usize>) -> Vec<f32> {
        self.right.apply_gelu(&mean(hidden, self.right.inputs(), span))
    }

    /// How well two spans, the positions and the paragraphs of both given, belong together.
    pub(super) fn score(
        &self,
        left: &[f32],
        right: &[f32],
        (of, to): (&Range<usize>, &Range<usize>),
        (from, other): (usize, usize),
    ) -> f32 {
        let form: f32 = left.iter().zip(right).map(|(a, b)| a * b).sum();
        let paragraphs = (other as isize - from as isize).clamp(-3, 3).abs_diff(-3);
        form / (left.len() as f32).sqrt()
            + self.distance[bucket(gap(of, to))]
            + self.paragraph[paragraphs]
    }
}

fn mean(hidden: &[f32], width: usize, span: &Range<usize>) -> Vec<f32> {
    let mut sum = vec![0.0; width];
    for row in hidden.chunks_exact(width).take(span.end).skip(span.start) {
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += value;
        }
    }
    let count = span.len().max(1) as f32;
    sum.iter().map(|value| value / count).collect()
}

/// Positions from `a` to `b`: negative if `b` ends before `a` begins, 0 if they overlap.
fn gap(a: &Range<usize>, b: &Range<usize>) -> isize {
    if b.end <= a.start {
        b.end as isize - a.start as isize - 1
    } else if b.start >= a.end {
        b.start as isize - a.end as isize + 1
    } else {
        0
    }
}

/// The bucket of a distance: exact below 4, then by powers of the square root of two.
fn bucket(distance: isize) -> usize {
    let size = distance.unsigned_abs();
    // The least sizes of buckets 5 to 15, which are 4 · √2^k rounded up.
    const EDGES: [usize; 11] = [6, 8, 12, 16, 23, 32, 46, 64, 91, 128, 182];
    let rank = if size < 4 { size } else { 4 + EDGES.iter().filter(|e| **e <= size).count() };
    if distance < 0 { BUCKETS / 2 - rank } else { BUCKETS / 2 + rank }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_counted_from_edge_to_edge() {
        assert_eq!((gap(&(5..8), &(8..9)), gap(&(5..8), &(4..5))), (1, -1));
        assert_eq!((gap(&(5..8), &(10..12)), gap(&(5..8), &(0..3))), (3, -3));
        assert_eq!(gap(&(5..8), &(6..20)), 0);
    }

    #[test]
    fn buckets_widen_with_the_distance() {
        let buckets = |sizes: &[isize]| sizes.iter().map(|s| bucket(*s)).collect::<Vec<_>>();
        assert_eq!(buckets(&[0, 1, 3, 4, 5, 6, 8, 250]), [15, 16, 18, 19, 19, 20, 21, 30]);
        assert_eq!(buckets(&[-1, -4, -9, -400]), [14, 11, 9, 0]);
    }
}
