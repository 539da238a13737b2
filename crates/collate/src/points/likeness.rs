//! How alike two candidates are.

use super::candidate::{Candidate, content_stems};
use super::copied::Copied;
use rapporteur_core::{Actor, AnnotatedArticle, EntityKind, Evidence, Span, Story};
use std::collections::{BTreeMap, BTreeSet};

/// From this mean likeness on, readings are of one point.
pub(super) const SAME_POINT: f64 = 0.15;

/// Below this share of the candidates a word is worth starting a comparison from.
const COMMON: f64 = 0.2;

/// The words that two readings share need this weight for half of the belief: one rare word is no
/// proof.
const HALF_BELIEF: f64 = 2.0;

/// How much the shorter reading decides: 0.5 is the cosine, 1 the overlap coefficient. Outlets
/// shorten, so a reading inside another counts for more than the cosine gives.
const SHORTER: f64 = 0.6;

/// What is left where the readings share a single word.
const SINGLE_WORD: f64 = 0.8;

/// The most that common words around two readings can add.
const CONTEXT: f64 = 0.2;

/// The words around two readings need this weight in common for half of it.
const HALF_CONTEXT: f64 = 20.0;

/// How much a person's name weighs beside another word that is as rare: who is spoken of is less
/// than what.
const NAME: f64 = 0.5;

/// Added where the same speaker says both.
const SAME_SPEAKER: f64 = 0.15;

/// Added where both speakers speak for the same party.
const SAME_PARTY: f64 = -0.1;

/// Added where the speakers are others.
const OTHER_SPEAKER: f64 = -0.2;

/// Added where one article attributes what another asserts.
const SAID_AND_ASSERTED: f64 = -0.5;

/// How much less alike two readings of one article are: an article seldom says a thing twice.
pub(super) const SAME_ARTICLE: f64 = 0.2;

/// The candidates as weighted words.
pub(super) struct Likeness<'c> {
    candidates: &'c [&'c Candidate],
    /// For each candidate its words, ascending, each with its weight.
    vectors: Vec<Vec<(u32, f64)>>,
    /// The same for the words around it that are not in it.
    contexts: Vec<Vec<(u32, f64)>>,
    /// Sum of the weights.
    totals: Vec<f64>,
    /// For each word, the candidates that hold it.
    holders: Vec<Vec<usize>>,
}

impl<'c> Likeness<'c> {
    /// Weighs the words of `candidates` by how rare they are among the story's sentences.
    pub(super) fn new(
        story: &Story,
        articles: &[AnnotatedArticle],
        actors: &[Actor],
        candidates: &'c [&'c Candidate],
        copied: &Copied<'_>,
    ) -> Self {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for stem in candidates.iter().flat_map(|c| c.stems.iter().chain(&c.context)) {
            let next = numbers.len() as u32;
            numbers.entry(stem).or_insert(next);
        }
        let mut sentences = 0usize;
        let mut frequency = vec![0usize; numbers.len()];
        for (id, article) in
            story.articles.iter().filter_map(|id| Some((*id, articles.get(id.index())?)))
        {
            for sentence in &article.sentences {
                let at = Evidence { article: id, span: sentence.span };
                if copied.holds(at) {
                    continue;
                }
                let mut stems = content_stems(&article.article.text, sentence.span);
                stems.sort_unstable();
                stems.dedup();
                sentences += usize::from(!stems.is_empty());
                for number in stems.iter().filter_map(|s| numbers.get(s.as_str())) {
                    frequency[*number as usize] += 1;
                }
            }
        }
        let mut weight: Vec<f64> = frequency
            .iter()
            .map(|df| ((sentences as f64 + 1.0) / (*df as f64 + 0.5)).ln().max(0.0))
            .map(|idf| idf * idf)
            .collect();
        for stem in names(actors) {
            if let Some(number) = numbers.get(stem.as_str()) {
                weight[*number as usize] *= NAME;
            }
        }
        let vector = |stems: &[String]| {
            let mut ids: Vec<u32> =
                stems.iter().filter_map(|s| numbers.get(s.as_str()).copied()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.into_iter().map(|id| (id, weight[id as usize])).collect::<Vec<_>>()
        };
        let vectors: Vec<Vec<(u32, f64)>> = candidates.iter().map(|c| vector(&c.stems)).collect();
        let contexts = candidates
            .iter()
            .zip(&vectors)
            .map(|(c, own)| {
                let mut around = vector(&c.context);
                around.retain(|(id, _)| own.binary_search_by_key(id, |(o, _)| *o).is_err());
                around
            })
            .collect();
        let mut holders = vec![Vec::new(); numbers.len()];
        for (index, vector) in vectors.iter().enumerate() {
            for (id, _) in vector {
                holders[*id as usize].push(index);
            }
        }
        let totals = vectors.iter().map(|v| v.iter().map(|(_, w)| w).sum()).collect();
        Self { candidates, vectors, contexts, totals, holders }
    }

    /// All pairs that share a word which is not too common, each with its likeness.
    pub(super) fn pairs(&self) -> Vec<(usize, usize, f64)> {
        let count = self.candidates.len();
        let common = ((count as f64 * COMMON) as usize).max(20);
        let mut shared = vec![(0.0f64, 0u32); count];
        let mut touched = Vec::new();
        let mut out = Vec::new();
        for a in 0..count {
            for (word, weight) in &self.vectors[a] {
                let holders = &self.holders[*word as usize];
                let rare = holders.len() <= common;
                let after = holders.partition_point(|h| *h <= a);
                for &b in &holders[after..] {
                    let entry = &mut shared[b];
                    if entry.1 == 0 {
                        if !rare {
                            continue;
                        }
                        touched.push(b);
                    }
                    entry.0 += weight;
                    entry.1 += 1;
                }
            }
            touched.sort_unstable();
            for b in touched.drain(..) {
                let (_, words) = std::mem::take(&mut shared[b]);
                let likeness = self.of(a, b);
                if words > 0 && likeness.abs() > 0.02 {
                    out.push((a, b, likeness));
                }
            }
        }
        out
    }

    /// How alike candidates `a` and `b` are: 0 for nothing in common, about 1 for the same words.
    pub(super) fn of(&self, a: usize, b: usize) -> f64 {
        let (shared, words) = common(&self.vectors[a], &self.vectors[b]);
        if words == 0 {
            return 0.0;
        }
        let (low, high) = if self.totals[a] < self.totals[b] {
            (self.totals[a], self.totals[b])
        } else {
            (self.totals[b], self.totals[a])
        };
        if low <= 0.0 {
            return 0.0;
        }
        let mut likeness = shared / (low.powf(SHORTER) * high.powf(1.0 - SHORTER));
        likeness *= shared / (shared + HALF_BELIEF);
        if words == 1 {
            likeness *= SINGLE_WORD;
        }
        let (around, _) = common(&self.contexts[a], &self.contexts[b]);
        likeness += CONTEXT * around / (around + HALF_CONTEXT);
        likeness + self.voices(a, b)
    }

    /// What the speakers add or take away.
    fn voices(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (self.candidates[a], self.candidates[b]);
        match (a.statement, b.statement) {
            (None, None) => 0.0,
            (Some(_), Some(_)) => match (a.speaker, b.speaker) {
                (Some(x), Some(y)) if x == y => SAME_SPEAKER,
                (Some(_), Some(_)) if a.party.is_some() && a.party == b.party => SAME_PARTY,
                (Some(_), Some(_)) => OTHER_SPEAKER,
                _ => 0.0,
            },
            _ => SAID_AND_ASSERTED,
        }
    }
}

/// Weight and number of the words that two vectors share.
fn common(mut x: &[(u32, f64)], mut y: &[(u32, f64)]) -> (f64, usize) {
    let (mut weight, mut words) = (0.0, 0);
    while let (Some(&(i, w)), Some(&(j, _))) = (x.first(), y.first()) {
        if i == j {
            weight += w;
            words += 1;
        }
        if i <= j {
            x = &x[1..];
        }
        if j <= i {
            y = &y[1..];
        }
    }
    (weight, words)
}

/// The stems of persons' names.
fn names(actors: &[Actor]) -> BTreeSet<String> {
    actors
        .iter()
        .filter(|a| a.kind == EntityKind::Person && !a.anonymous)
        .flat_map(|a| content_stems(&a.name, Span::new(0, a.name.len())))
        .collect()
}
