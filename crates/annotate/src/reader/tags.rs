//! From scores of BIO tags to spans: the best path of a linear-chain conditional random field
//! (Lafferty, McCallum and Pereira 2001), by Viterbi.
//!
//! Tag 0 is O; tags `1 + 2k` and `2 + 2k` begin and continue a span of kind `k`.

use std::ops::Range;

/// What an impossible step costs; far from anything that a model can say.
const NEVER: f32 = -1e4;

/// What may stand at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// No text: nothing stands there.
    Blank,
    /// A piece that begins a word.
    First,
    /// A piece that begins a word at the start of a sentence.
    Sentence,
    /// A piece that continues the word of the piece before: it goes with it.
    Inner,
}

/// A span of positions with its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    pub kind: usize,
    pub positions: Range<usize>,
}

/// How well tag follows tag, forbidden steps included.
#[derive(Clone, Debug)]
pub(super) struct Transitions {
    tags: usize,
    /// `from * tags + to`.
    scores: Vec<f32>,
    /// Spans of this kind alone may run on from one sentence into the next; none if all may not.
    over_sentences: Option<usize>,
}

impl Transitions {
    /// Reads the learned scores of `tags` × `tags` steps; what is missing counts for nothing.
    pub(super) fn new(tags: usize, mut scores: Vec<f32>, over_sentences: Option<usize>) -> Self {
        scores.resize(tags * tags, 0.0);
        for from in 0..tags {
            for to in (2..tags).step_by(2) {
                if from != to && from + 1 != to {
                    scores[from * tags + to] = NEVER;
                }
            }
        }
        Self { tags, scores, over_sentences }
    }

    /// The best path over `emissions` (positions × tags).
    pub(super) fn best(&self, emissions: &[f32], slots: &[Slot]) -> Vec<usize> {
        let tags = self.tags;
        let mut score: Vec<f32> = Vec::new();
        let mut next = vec![0.0; tags];
        let mut back = vec![0u8; tags * slots.len()];
        for (at, (row, slot)) in emissions.chunks_exact(tags).zip(slots).enumerate() {
            let emission = |tag: usize| match slot {
                Slot::Blank if tag > 0 => NEVER,
                Slot::Blank => 0.0,
                _ => row[tag],
            };
            if score.is_empty() {
                score = (0..tags)
                    .map(|tag| if tag > 0 && tag % 2 == 0 { NEVER } else { emission(tag) })
                    .collect();
                continue;
            }
            for to in 0..tags {
                let (mut best, mut best_from) = (f32::NEG_INFINITY, 0);
                for (from, so_far) in score.iter().enumerate() {
                    let apart = match slot {
                        Slot::Inner => !goes_on(from, to),
                        Slot::Sentence => {
                            to > 0 && to % 2 == 0 && self.over_sentences != Some(to / 2 - 1)
                        }
                        _ => false,
                    };
                    let step = if apart { NEVER } else { self.scores[from * tags + to] };
                    // A strict comparison: of equal paths the lower tag wins, everywhere.
                    if so_far + step > best {
                        (best, best_from) = (so_far + step, from);
                    }
                }
                next[to] = best + emission(to);
                back[at * tags + to] = best_from as u8;
            }
            std::mem::swap(&mut score, &mut next);
        }
        let mut tag = 0;
        for other in 1..score.len() {
            if score[other] > score[tag] {
                tag = other;
            }
        }
        let mut path = vec![0; slots.len()];
        for at in (0..slots.len()).rev() {
            path[at] = tag;
            tag = usize::from(back[at * tags + tag]);
        }
        path
    }
}

/// Whether a word may be tagged `from` in one piece and `to` in its next.
fn goes_on(from: usize, to: usize) -> bool {
    match from {
        0 => to == 0,
        _ => to == from + from % 2,
    }
}

/// The spans of a path.
pub(super) fn spans(path: &[usize]) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::new();
    let mut open = false;
    for (at, tag) in path.iter().enumerate() {
        match (*tag, out.last_mut()) {
            (0, _) => open = false,
            (tag, Some(last)) if open && tag % 2 == 0 => last.positions.end = at + 1,
            (tag, _) => {
                out.push(Tagged { kind: (tag - 1) / 2, positions: at..at + 1 });
                open = true;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of scores for O, B and I of one kind.
    fn best(rows: &[[f32; 3]], slots: &[Slot]) -> Vec<usize> {
        Transitions::new(3, vec![0.0; 9], None).best(&rows.concat(), slots)
    }

    #[test]
    fn a_span_cannot_begin_inside() {
        let rows = [[0.0, -1.0, 9.0], [0.0, -3.0, 2.0]];
        assert_eq!(best(&rows, &[Slot::First; 2]), [1, 2]);
    }

    #[test]
    fn a_word_is_never_cut() {
        let rows = [[0.0, 5.0, 0.0], [4.0, 0.0, 0.0], [1.0, 0.0, 0.0]];
        assert_eq!(best(&rows, &[Slot::First; 3]), [1, 0, 0]);
        assert_eq!(best(&rows, &[Slot::First, Slot::Inner, Slot::First]), [1, 2, 0]);
    }

    #[test]
    fn a_span_ends_with_its_sentence_unless_its_kind_may_run_on() {
        let rows = [[0.0, 5.0, 0.0], [0.0, 1.0, 9.0]].concat();
        let slots = [Slot::Sentence, Slot::Sentence];
        assert_eq!(Transitions::new(3, vec![0.0; 9], None).best(&rows, &slots), [1, 1]);
        assert_eq!(Transitions::new(3, vec![0.0; 9], Some(0)).best(&rows, &slots), [1, 2]);
    }

    #[test]
    fn nothing_stands_where_no_text_is() {
        let rows = [[0.0, 5.0, 0.0], [0.0, 1.0, 9.0], [0.0, 1.0, 9.0]];
        assert_eq!(best(&rows, &[Slot::First, Slot::Blank, Slot::First]), [1, 0, 1]);
        assert_eq!(best(&[], &[]), Vec::<usize>::new());
    }

    #[test]
    fn spans_end_where_others_begin() {
        let found = spans(&[1, 2, 1, 0, 3, 4, 4]);
        let of = |kind, positions| Tagged { kind, positions };
        assert_eq!(found, [of(0, 0..2), of(0, 2..3), of(1, 4..7)]);
    }
}
