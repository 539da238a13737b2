//! Stories that merge while the articles in them are alike on average: agglomerative clustering with
//! average linkage (UPGMA; Sokal and Michener 1958), kept up one article at a time.
//!
//! Average linkage does not chain: two stories that only a few articles tie together stay apart.

use std::collections::BTreeMap;

/// The least average likeness of the articles of two stories at which they are one. Measured on a
/// labelled stream of news; between .13 and .15 BCubed stays within .01.
const ONE_STORY: f32 = 0.14;

/// One story while it grows.
#[derive(Clone, Debug, Default)]
struct Cluster {
    /// Its articles; none once it has become part of another story.
    members: Vec<usize>,
    /// How many of them differ in text.
    texts: usize,
    /// Likeness to other stories, summed over all pairs of articles; stories unlike it are left out.
    links: BTreeMap<usize, f32>,
}

/// Stories with the likeness between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clusters {
    clusters: Vec<Cluster>,
    /// The story of each article.
    of_article: Vec<usize>,
}

impl Clusters {
    /// The story of an article.
    pub(crate) fn of(&self, article: usize) -> Option<usize> {
        self.of_article.get(article).copied()
    }

    /// The articles of each story that is there.
    pub(crate) fn members(&self) -> impl Iterator<Item = &[usize]> {
        self.clusters
            .iter()
            .map(|cluster| cluster.members.as_slice())
            .filter(|members| !members.is_empty())
    }

    /// Puts the next article in, given the articles that it is like and how much, and gives its
    /// story and the stories that it has joined to that one.
    pub(crate) fn insert(&mut self, likeness: &[(usize, f32)]) -> (usize, Vec<usize>) {
        let article = self.of_article.len();
        let mut story = self.clusters.len();
        let mut own = Cluster { members: vec![article], texts: 1, links: BTreeMap::new() };
        for (other, how_much) in likeness {
            if let Some(theirs) = self.of(*other) {
                *own.links.entry(theirs).or_default() += how_much;
            }
        }
        for (other, sum) in &own.links {
            self.clusters[*other].links.insert(story, *sum);
        }
        self.of_article.push(story);
        self.clusters.push(own);

        let mut joined = Vec::new();
        while let Some(other) = self.nearest(story) {
            let (stays, goes) = (story.min(other), story.max(other));
            self.merge(stays, goes);
            joined.push(goes);
            story = stays;
        }
        // The article's own story is new: that it went into another is no news to anybody.
        joined.retain(|gone| *gone + 1 != self.clusters.len());
        (story, joined)
    }

    /// Puts the next article into the story of another of the same text. It adds nothing to how
    /// alike stories are, so that a thousand copies weigh like one.
    pub(crate) fn insert_copy(&mut self, of: usize) -> usize {
        let article = self.of_article.len();
        let story = self.of(of).unwrap_or_default();
        self.of_article.push(story);
        if let Some(cluster) = self.clusters.get_mut(story) {
            cluster.members.push(article);
        }
        story
    }

    /// The story most like `story`, if it is like enough; of equals the oldest.
    fn nearest(&self, story: usize) -> Option<usize> {
        let cluster = self.clusters.get(story)?;
        let mut best: Option<(f32, usize)> = None;
        for (other, sum) in &cluster.links {
            let pairs = cluster.texts * self.clusters.get(*other)?.texts;
            let average = sum / pairs as f32;
            if average >= ONE_STORY && best.is_none_or(|(most, _)| average > most) {
                best = Some((average, *other));
            }
        }
        best.map(|(_, other)| other)
    }

    fn merge(&mut self, stays: usize, goes: usize) {
        let gone = std::mem::take(&mut self.clusters[goes]);
        for article in &gone.members {
            self.of_article[*article] = stays;
        }
        self.clusters[stays].members.extend(gone.members);
        self.clusters[stays].texts += gone.texts;
        for (other, sum) in gone.links {
            self.clusters[other].links.remove(&goes);
            if other != stays {
                *self.clusters[other].links.entry(stays).or_default() += sum;
                *self.clusters[stays].links.entry(other).or_default() += sum;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stories(clusters: &Clusters) -> Vec<Vec<usize>> {
        clusters.members().map(<[usize]>::to_vec).collect()
    }

    #[test]
    fn an_article_that_is_like_two_stories_joins_them() {
        let mut clusters = Clusters::default();
        assert_eq!(clusters.insert(&[]), (0, vec![]));
        assert_eq!(clusters.insert(&[(0, 0.10)]), (1, vec![]));
        assert_eq!(clusters.insert(&[(0, 0.30), (1, 0.30)]), (0, vec![1]));
        assert_eq!(stories(&clusters), [[0, 2, 1]]);
        assert_eq!(clusters.of(1), Some(0));
    }

    #[test]
    fn stories_do_not_chain() {
        let mut clusters = Clusters::default();
        for (article, before) in [None, Some(0), Some(1), Some(2)].iter().enumerate() {
            let likeness: Vec<(usize, f32)> = before.map(|b| (b, 0.25)).into_iter().collect();
            clusters.insert(&likeness);
            assert!(clusters.of(article).is_some());
        }
        assert_eq!(stories(&clusters), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn copies_weigh_like_one() {
        let mut clusters = Clusters::default();
        clusters.insert(&[]);
        for _ in 0..1000 {
            assert_eq!(clusters.insert_copy(0), 0);
        }
        assert_eq!(clusters.insert(&[(0, 0.2)]).0, 0);
        assert_eq!(stories(&clusters)[0].len(), 1002);
    }
}
