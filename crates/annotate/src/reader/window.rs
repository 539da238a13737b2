//! A sequence cut into what the encoder reads at once.

use super::sequence::{FEATURES, Sequence};
use std::ops::Range;

/// Positions of a window: what the model was trained on.
pub(super) const SIZE: usize = 256;

/// `[CLS] paragraph [SEP] paragraph [SEP] …`, as many whole paragraphs as fit. A paragraph that is
/// longer than a window is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Window {
    /// Ids in the vocabulary.
    pub ids: Vec<u32>,
    /// The features of [`Sequence::features`]; 0 where no text stands.
    pub features: [Vec<u8>; FEATURES],
    /// The piece of the sequence at each position; none at `[CLS]` and `[SEP]`.
    pub pieces: Vec<Option<usize>>,
    /// The paragraph at each position.
    pub paragraphs: Vec<usize>,
}

impl Window {
    fn push(&mut self, id: u32, features: [u8; FEATURES], piece: Option<usize>, paragraph: usize) {
        self.ids.push(id);
        for (all, one) in self.features.iter_mut().zip(features) {
            all.push(one);
        }
        self.pieces.push(piece);
        self.paragraphs.push(paragraph);
    }

    /// The pieces of the sequence that stand at `positions`, none if an end stands for no text.
    pub(super) fn pieces_at(&self, positions: &Range<usize>) -> Option<Range<usize>> {
        let first = (*self.pieces.get(positions.start)?)?;
        let last = (*self.pieces.get(positions.end.checked_sub(1)?)?)?;
        Some(first..last + 1)
    }
}

/// The windows of `sequence`, with `first` and `last` as `[CLS]` and `[SEP]`.
pub(super) fn windows(sequence: &Sequence, first: u32, last: u32) -> Vec<Window> {
    let mut out = Vec::new();
    let mut open = Window::default();
    for (number, paragraph) in sequence.paragraphs.iter().enumerate() {
        let mut at = paragraph.start;
        while at < paragraph.end {
            if !open.ids.is_empty() && open.ids.len() + (paragraph.end - at) + 1 > SIZE {
                out.push(std::mem::take(&mut open));
            }
            if open.ids.is_empty() {
                open.push(first, [0; FEATURES], None, number);
            }
            let end = paragraph.end.min(at + SIZE - 2);
            for piece in at..end {
                let features = std::array::from_fn(|k| sequence.features[k][piece]);
                open.push(sequence.pieces[piece], features, Some(piece), number);
            }
            open.push(last, [0; FEATURES], None, number);
            at = end;
        }
    }
    if !open.ids.is_empty() {
        out.push(open);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sequence(lengths: &[usize]) -> Sequence {
        let mut out = Sequence::default();
        for length in lengths {
            let first = out.pieces.len();
            out.pieces.extend(first as u32..(first + length) as u32);
            out.paragraphs.push(first..first + length);
        }
        out.features = std::array::from_fn(|_| vec![1; out.pieces.len()]);
        out
    }

    #[test]
    fn whole_paragraphs_go_together_as_they_fit() {
        let cut = windows(&sequence(&[100, 100, 0, 100]), 7, 8);
        assert_eq!(cut.iter().map(|w| w.ids.len()).collect::<Vec<_>>(), [203, 102]);
        assert_eq!((cut[0].ids[0], cut[0].ids[101], cut[0].ids[202]), (7, 8, 8));
        assert_eq!(cut[0].pieces_at(&(102..104)), Some(100..102));
        assert_eq!(cut[0].pieces_at(&(101..104)), None);
        assert_eq!(cut[1].paragraphs[1], 3);
    }

    proptest! {
        #[test]
        fn every_piece_stands_in_one_window(lengths in prop::collection::vec(0usize..700, 0..12)) {
            let sequence = sequence(&lengths);
            let cut = windows(&sequence, 7, 8);
            let pieces: Vec<usize> =
                cut.iter().flat_map(|w| w.pieces.iter().copied().flatten()).collect();
            prop_assert_eq!(pieces, (0..sequence.pieces.len()).collect::<Vec<_>>());
            prop_assert!(cut.iter().all(|w| w.ids.len() <= SIZE && w.ids.len() > 2));
        }
    }
}
