//! Clusters by average link.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Merges the two clusters that are likest on average, again and again, while they are at least
/// `least` alike (group-average agglomeration; Sokal and Michener 1958). `pairs` are `(a, b,
/// likeness)` with `a < b`; a pair that is not there has likeness 0, so that one strong pair cannot
/// chain two clusters together. Gives the clusters with their members ascending, by first member.
pub(super) fn average_link(
    count: usize,
    pairs: &[(usize, usize, f64)],
    least: f64,
) -> Vec<Vec<usize>> {
    let mut members: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    let mut sums: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); count];
    let mut heap = BinaryHeap::new();
    for &(a, b, likeness) in pairs {
        sums[a].insert(b, likeness);
        sums[b].insert(a, likeness);
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
            let mean = likeness / (both.len() * members[other].len()) as f64;
            if mean >= least {
                heap.push(Merge {
                    likeness: mean,
                    a: other,
                    b: new,
                });
            }
        }
        members.push(both);
        sums.push(sum);
    }
    members.retain(|m| !m.is_empty());
    members.sort();
    members
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
        assert_eq!(average_link(4, &pairs, 0.3), [vec![0, 1], vec![2, 3]]);
        assert_eq!(average_link(4, &pairs, 0.1), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn what_is_repelled_stays_apart() {
        let pairs = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, -1.0)];
        assert_eq!(average_link(3, &pairs, 0.3), [vec![0, 1], vec![2]]);
    }

    proptest! {
        #[test]
        fn every_one_is_in_one_cluster(raw in prop::collection::btree_map((0usize..20, 0usize..20), -1.0f64..1.0, 0..60)) {
            let pairs: Vec<_> = raw.into_iter().filter(|((a, b), _)| a < b).map(|((a, b), l)| (a, b, l)).collect();
            let clusters = average_link(20, &pairs, 0.2);
            let mut all: Vec<usize> = clusters.concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..20).collect::<Vec<_>>());
        }
    }
}
