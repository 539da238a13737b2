//! An article as the reader model sees it: word pieces, and what the uncased pieces do not say.
//!
//! Training reads the same sequences (`rapporteur-pieces` writes them), so that nothing is computed
//! in two places.

use rapporteur_core::{AnnotatedArticle, Span};
use rapporteur_encoder::Vocabulary;
use std::ops::Range;

/// Number of features of a piece; see [`Sequence::features`].
pub const FEATURES: usize = 3;

/// The word pieces of an article, paragraph by paragraph; noise is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Ids in the vocabulary.
    pub pieces: Vec<u32>,
    /// Where each stands in the text.
    pub spans: Vec<Span>,
    /// Three features of each piece: its shape (capitals, digits, marks); how it stands to the
    /// quotation marks; its paragraph (heading, first, second, later) and whether it begins a
    /// sentence. 0 is kept for pieces that stand for no text.
    pub features: [Vec<u8>; FEATURES],
    /// The pieces of each paragraph of the article, in its order; a range may be empty.
    pub paragraphs: Vec<Range<usize>>,
}

/// The shape of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Mark = 1,
    Lower = 2,
    /// Its first letter alone is a capital.
    Title = 3,
    /// Two capitals or more, no small letter.
    Upper = 4,
    Mixed = 5,
    Number = 6,
}

/// How a piece stands to the quotation marks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quoting {
    Outside = 1,
    Opens = 2,
    Inside = 3,
    Closes = 4,
    /// Inside a quotation that runs on from the paragraph before.
    RunsOn = 5,
    /// Inside a quotation that is never closed.
    Open = 6,
    /// Inside a quotation within a quotation.
    Nested = 7,
}

/// How many values each feature has, the 0 of no text included.
pub const FEATURE_VALUES: [usize; FEATURES] = [7, 8, 9];

/// Reads the pieces of a whole article. Needs its paragraphs, sentences and quotations.
pub fn sequence(article: &AnnotatedArticle, vocabulary: &Vocabulary) -> Sequence {
    let text = article.article.text.as_str();
    let mut out = Sequence::default();
    let mut quotations = Quotations::new(article);
    let mut body = 0;
    for paragraph in &article.paragraphs {
        let first = out.pieces.len();
        let which = match (paragraph.heading, body) {
            (true, _) => 0,
            (false, body) => 1 + body.min(2),
        };
        body += u8::from(!paragraph.heading && body < 2);
        for piece in vocabulary.split(&text[paragraph.span]) {
            let span = Span::new(
                paragraph.span.start() + piece.span.start(),
                paragraph.span.start() + piece.span.end(),
            );
            if article.article.is_noise(span) {
                continue;
            }
            out.pieces.push(piece.id);
            out.spans.push(span);
            out.features[0].push(case(&text[span]) as u8);
            out.features[1].push(quotations.state(span) as u8);
            out.features[2].push(1 + 2 * which + u8::from(begins_sentence(article, span)));
        }
        out.paragraphs.push(first..out.pieces.len());
    }
    out
}

fn case(piece: &str) -> Case {
    let mut letters = piece.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        let number = piece.chars().any(char::is_numeric);
        return if number { Case::Number } else { Case::Mark };
    };
    let (upper, all) =
        letters.fold((0, 0), |(upper, all), c| (upper + usize::from(c.is_uppercase()), all + 1));
    match (first.is_uppercase(), upper) {
        (false, 0) => Case::Lower,
        (true, 0) => Case::Title,
        (true, _) if upper == all => Case::Upper,
        _ => Case::Mixed,
    }
}

/// Walks the quotations beside the pieces.
struct Quotations<'a> {
    article: &'a AnnotatedArticle,
    /// First quotation that may still hold a piece to come: all before it end earlier.
    first: usize,
}

impl<'a> Quotations<'a> {
    fn new(article: &'a AnnotatedArticle) -> Self {
        Self { article, first: 0 }
    }

    fn state(&mut self, piece: Span) -> Quoting {
        let all = &self.article.quotations;
        // Outer quotations do not overlap and hold their inner ones, so one walk is enough.
        while let Some(q) = all.get(self.first)
            && q.span.end() <= piece.start()
        {
            self.first += 1;
        }
        let mut state = Quoting::Outside;
        for q in all.get(self.first..).unwrap_or_default() {
            if q.span.start() >= piece.end() {
                break;
            }
            if q.span.end() <= piece.start() {
                continue;
            }
            state = if q.depth > 0 {
                Quoting::Nested
            } else if !q.inside.overlaps(piece) {
                if piece.start() < q.inside.start() { Quoting::Opens } else { Quoting::Closes }
            } else if !q.closed {
                Quoting::Open
            } else if q.continues {
                Quoting::RunsOn
            } else {
                Quoting::Inside
            };
        }
        state
    }
}

fn begins_sentence(article: &AnnotatedArticle, piece: Span) -> bool {
    article.sentence_at(piece.start()).is_some_and(|s| s.span.start() == piece.start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rapporteur_core::Article;

    fn read(text: &str) -> (AnnotatedArticle, Sequence) {
        let pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\ntalks\nend\nwe\nwill\n##ing\nsign\nnato\n“\n”\n,\n.\n9\nhe\nsaid";
        let vocabulary = Vocabulary::from_bytes(pieces.as_bytes()).unwrap();
        let article = crate::structure(Article::from_text(text));
        let sequence = sequence(&article, &vocabulary);
        (article, sequence)
    }

    #[test]
    fn pieces_carry_what_lower_case_letters_lose() {
        let (article, found) = read("Talks end\n\n“We will sign,” he said. NATO 9.");
        let seen: Vec<_> = (0..found.pieces.len())
            .map(|k| (article.words(found.spans[k]), found.features.each_ref().map(|f| f[k])))
            .collect();
        assert_eq!(seen[0], ("Talks", [Case::Title as u8, Quoting::Outside as u8, 2]));
        assert_eq!(seen[2], ("“", [Case::Mark as u8, Quoting::Opens as u8, 4]));
        assert_eq!(seen[3], ("We", [Case::Title as u8, Quoting::Inside as u8, 3]));
        assert_eq!(seen[7], ("”", [Case::Mark as u8, Quoting::Closes as u8, 3]));
        assert_eq!(seen[11], ("NATO", [Case::Upper as u8, Quoting::Outside as u8, 4]));
        assert_eq!(seen[12], ("9", [Case::Number as u8, Quoting::Outside as u8, 3]));
        assert_eq!(found.paragraphs, [0..2, 2..14]);
    }

    proptest! {
        #[test]
        fn every_piece_has_its_features(text in "[A-Za-z0-9“”\"' .\n]{0,120}") {
            let (_, found) = read(&text);
            prop_assert!(found.spans.is_sorted());
            prop_assert_eq!(found.spans.len(), found.pieces.len());
            for (values, most) in found.features.iter().zip(FEATURE_VALUES) {
                prop_assert_eq!(values.len(), found.pieces.len());
                prop_assert!(values.iter().all(|v| *v > 0 && usize::from(*v) < most));
            }
        }
    }
}
