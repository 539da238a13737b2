//! Passages that articles share, word by word or lightly edited.
//!
//! Fingerprints of five words in a row, thinned by winnowing (Schleimer, Wilkerson and Aiken 2003),
//! give places where two articles agree; from there the agreement is followed in both directions
//! over small gaps. An exact copy of an earlier article is not compared with the others again: it
//! shares everything with its first copy, and what that one shares with others it shares too.

mod fingerprint;
mod follow;
mod reading;

use rapporteur_core::{AnnotatedArticle, ArticleId, Evidence, SharedPassage, Story};
use reading::Reading;
use std::collections::BTreeMap;

/// So many words in order make a shared passage. Fewer are shared by names, offices and set
/// phrases.
const LEAST_WORDS: usize = 10;

/// So many of them must carry content.
const LEAST_CONTENT: usize = 4;

/// A passage is quoted where no more of its words than this stand outside quotation marks: "he
/// said" between two halves of a quotation is no sign of copying either.
const UNQUOTED: usize = 3;

/// Finds the shared passages of the story's articles, by articles and place.
pub(crate) fn find(story: &Story, articles: &[AnnotatedArticle]) -> Vec<SharedPassage> {
    let mut ids = story.articles.clone();
    ids.sort_unstable();
    ids.dedup();
    let readings = reading::read(&ids, articles);
    let mut out = Vec::new();
    let mut first_copy: BTreeMap<&[u32], usize> = BTreeMap::new();
    let mut originals = Vec::new();
    for (index, reading) in readings.iter().enumerate() {
        match first_copy.get(reading.words()) {
            Some(&first) => {
                let end = reading.words().len();
                out.extend(passage(&readings[first], reading, 0..end, 0..end, end));
            }
            None => {
                first_copy.insert(reading.words(), index);
                originals.push(index);
            }
        }
    }
    for (a, b, seeds) in fingerprint::agreements(&readings, &originals) {
        let (a, b) = (&readings[a], &readings[b]);
        for run in follow::runs(a.words(), b.words(), &seeds) {
            out.extend(passage(a, b, run.a, run.b, run.words));
        }
    }
    out.sort_by_key(|p| (p.a.article, p.b.article, p.a.span, p.b.span));
    out
}

/// The passage of `words` common words at these words of `a` and `b`, if it is long enough.
fn passage(
    a: &Reading,
    b: &Reading,
    in_a: std::ops::Range<usize>,
    in_b: std::ops::Range<usize>,
    words: usize,
) -> Option<SharedPassage> {
    if words < LEAST_WORDS || a.content(in_a.clone()) < LEAST_CONTENT {
        return None;
    }
    let quoted = a.unquoted(in_a.clone()) <= UNQUOTED && b.unquoted(in_b.clone()) <= UNQUOTED;
    let at = |r: &Reading, range| Some(Evidence { article: r.id, span: r.hull(range)? });
    Some(SharedPassage { a: at(a, in_a)?, b: at(b, in_b)?, words, quoted })
}

/// Which articles of a story are as a whole copies of each other.
///
/// Where an article shares most of its words with another, the two are one account also in the
/// sentences that were edited.
#[derive(Debug, Default)]
pub(crate) struct Copies {
    /// For a pair of articles, the longest passage that they share.
    pairs: BTreeMap<(ArticleId, ArticleId), usize>,
}

impl Copies {
    /// From this share of the shorter article's words on, two articles are copies.
    const SHARE: f64 = 0.6;

    /// Reads them off the shared passages.
    pub(crate) fn among(shared: &[SharedPassage], articles: &[AnnotatedArticle]) -> Self {
        let mut sums: BTreeMap<(ArticleId, ArticleId), (usize, usize)> = BTreeMap::new();
        for (index, passage) in shared.iter().enumerate() {
            let (bytes, longest) =
                sums.entry((passage.a.article, passage.b.article)).or_insert((0, index));
            *bytes += passage.a.span.len().min(passage.b.span.len());
            if shared[*longest].words < passage.words {
                *longest = index;
            }
        }
        let size = |id: ArticleId| {
            articles.get(id.index()).map_or(0, |a| {
                let noise: usize = a.article.noise.iter().map(|n| n.span.len()).sum();
                a.article.text.trim().len().saturating_sub(noise)
            })
        };
        let pairs = sums
            .into_iter()
            .filter(|((a, b), (bytes, longest))| {
                let least = size(*a).min(size(*b)) as f64 * Self::SHARE;
                *bytes as f64 >= least && !shared[*longest].quoted
            })
            .map(|(pair, (_, longest))| (pair, longest))
            .collect();
        Self { pairs }
    }

    /// The pairs, each with the index of the longest passage that they share.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (ArticleId, ArticleId, usize)> + '_ {
        self.pairs.iter().map(|((a, b), p)| (*a, *b, *p))
    }
}

#[cfg(test)]
mod tests;
