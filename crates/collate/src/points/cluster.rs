//! Clusters by average link.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Merges the two clusters that are likest on average, again and again, while they are at least
/// `least` alike (group-average agglomeration; Sokal and Michener 1958). `pairs` are `(a, b,
/// likeness)` with `a < b`; a pair that is not there has likeness 0, so that one strong pair cannot
/// chain two clusters together. Two of the same one of `groups` are `apart` less alike, whether
/// their pair is there or not. Gives the clusters with their members ascending, by first member.
pub(super) fn average_link<G: Ord + Copy>(
    groups: &[G],
    pairs: &[(usize, usize, f64)],
    least: f64,
    apart: f64,
) -> Vec<Vec<usize>> {
    let count = groups.len();
    let mut members: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    let mut sizes: Vec<BTreeMap<G, usize>> =
        groups.iter().map(|g| BTreeMap::from([(*g, 1)])).collect();
    let mut sums: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); count];
    let mut heap = BinaryHeap::new();
    for &(a, b, likeness) in pairs {
        sums[a].insert(b, likeness);
        sums[b].insert(a, likeness);
        let likeness = likeness - apart * together(&sizes[a], &sizes[b]);
        if likeness >= least {
            heap.push(Merge { likeness, a, b });
        }
    }
    while let Some(Merge { a, b, .. }) = heap.pop() {
        if members[a].is_empty() || members[b].is_empty() {
            continue;
        }
        let mut both = std::mem::take(&mut members[a]);
        both.append(&mut std::mem::take(&mut members[b]));
        both.sort_unstable();
        let mut size = std::mem::take(&mut sizes[a]);
        for (group, n) in std::mem::take(&mut sizes[b]) {
            *size.entry(group).or_default() += n;
        }
        let mut sum = std::mem::take(&mut sums[a]);
        for (other, likeness) in std::mem::take(&mut sums[b]) {
            *sum.entry(other).or_insert(0.0) += likeness;
        }
        sum.remove(&a);
        sum.remove(&b);
        let new = members.len();
        for (&other, &likeness) in &sum {
            let theirs = &mut sums[other];
            theirs.remove(&a);
            theirs.remove(&b);
            theirs.insert(new, likeness);
            let pairs = (both.len() * members[other].len()) as f64;
            let mean = (likeness - apart * together(&size, &sizes[other])) / pairs;
            if mean >= least {
                heap.push(Merge { likeness: mean, a: other, b: new });
            }
        }
        members.push(both);
        sizes.push(size);
        sums.push(sum);
    }
    members.retain(|m| !m.is_empty());
    members.sort();
    members
}

/// How many pairs of two clusters are of one group.
fn together<G: Ord>(a: &BTreeMap<G, usize>, b: &BTreeMap<G, usize>) -> f64 {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().filter_map(|(group, n)| Some(n * many.get(group)?)).sum::<usize>() as f64
}

/// A merge that may be made: likest first, then the lowest clusters.
struct Merge {
    likeness: f64,
    a: usize,
    b: usize,
}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> Ordering {
        self.likeness
            .total_cmp(&other.likeness)
            .then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Merge {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Merge {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_strong_pair_does_not_chain_two_clusters() {
        let pairs = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.6)];
        let link = |least| average_link(&[0, 1, 2, 3], &pairs, least, 0.0);
        assert_eq!(link(0.3), [vec![0, 1], vec![2, 3]]);
        assert_eq!(link(0.1), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn what_is_repelled_stays_apart() {
        let pairs = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, -1.0)];
        assert_eq!(average_link(&[0, 1, 2], &pairs, 0.3, 0.0), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn two_of_one_group_must_be_liker() {
        let pairs = [(0, 1, 0.5), (1, 2, 0.5)];
        assert_eq!(average_link(&[0, 0, 1], &pairs, 0.4, 0.2), [vec![0], vec![1, 2]]);
        assert_eq!(average_link(&[0, 0, 1], &pairs[..1], 0.2, 0.2), [vec![0, 1], vec![2]]);
    }

    proptest! {
        #[test]
        fn every_one_is_in_one_cluster(raw in prop::collection::btree_map((0usize..20, 0usize..20), -1.0f64..1.0, 0..60)) {
            let pairs: Vec<_> = raw.into_iter().filter(|((a, b), _)| a < b).map(|((a, b), l)| (a, b, l)).collect();
            let groups: Vec<usize> = (0..20).map(|i| i / 4).collect();
            let clusters = average_link(&groups, &pairs, 0.2, 0.1);
            let mut all: Vec<usize> = clusters.concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..20).collect::<Vec<_>>());
        }
    }
}
