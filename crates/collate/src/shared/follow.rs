//! From a place where two articles agree, as far as they agree in both directions.

use super::fingerprint::Seed;
use std::ops::Range;

/// So many words may be put in, left out or replaced on either side before the agreement goes on.
const GAP: usize = 4;

/// After a gap so many words in a row must agree.
const RESUME: usize = 3;

/// A stretch in which two articles agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Words of the one.
    pub(super) a: Range<usize>,
    /// Words of the other.
    pub(super) b: Range<usize>,
    /// How many they have in common, in order.
    pub(super) words: usize,
}

/// The runs through `seeds` (ascending), which do not overlap in `a`.
pub(super) fn runs(a: &[u32], b: &[u32], seeds: &[Seed]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for &(at_a, at_b) in seeds {
        if out.last().is_some_and(|run| at_a < run.a.end) {
            continue;
        }
        let floor = out.last().map_or(0, |run| run.a.end);
        let (right_a, right_b, right) = extend(
            a.get(at_a..).unwrap_or_default().iter(),
            b.get(at_b..).unwrap_or_default().iter(),
        );
        let (left_a, left_b, left) = extend(
            a.get(floor..at_a).unwrap_or_default().iter().rev(),
            b.get(..at_b).unwrap_or_default().iter().rev(),
        );
        out.push(Run {
            a: at_a - left_a..at_a + right_a,
            b: at_b - left_b..at_b + right_b,
            words: left + right,
        });
    }
    out
}

/// How far `a` and `b` agree from their beginnings: words of each up to the last that agrees, and
/// how many agree.
fn extend<'w>(
    a: impl Iterator<Item = &'w u32> + Clone,
    b: impl Iterator<Item = &'w u32> + Clone,
) -> (usize, usize, usize) {
    let (mut a, mut b) = (a, b);
    let (mut at_a, mut at_b, mut words) = (0, 0, 0);
    let (mut end_a, mut end_b) = (0, 0);
    loop {
        let (next_a, next_b) = (a.clone().next(), b.clone().next());
        if next_a.is_none() || next_b.is_none() {
            break;
        }
        if next_a == next_b {
            a.next();
            b.next();
            (at_a, at_b, words) = (at_a + 1, at_b + 1, words + 1);
            (end_a, end_b) = (at_a, at_b);
            continue;
        }
        let Some((skip_a, skip_b)) = resumption(&a, &b) else {
            break;
        };
        a.by_ref().take(skip_a).for_each(drop);
        b.by_ref().take(skip_b).for_each(drop);
        (at_a, at_b) = (at_a + skip_a, at_b + skip_b);
    }
    (end_a, end_b, words)
}

/// The smallest gap after which `a` and `b` agree again.
fn resumption<'w>(
    a: &(impl Iterator<Item = &'w u32> + Clone),
    b: &(impl Iterator<Item = &'w u32> + Clone),
) -> Option<(usize, usize)> {
    let a: Vec<&u32> = a.clone().take(GAP + RESUME).collect();
    let b: Vec<&u32> = b.clone().take(GAP + RESUME).collect();
    (1..=2 * GAP)
        .flat_map(|both| (0..=both).map(move |skip| (skip, both - skip)))
        .filter(|(skip_a, skip_b)| *skip_a <= GAP && *skip_b <= GAP)
        .find(|(skip_a, skip_b)| {
            match (a.get(*skip_a..*skip_a + RESUME), b.get(*skip_b..*skip_b + RESUME)) {
                (Some(x), Some(y)) => x == y,
                _ => false,
            }
        })
}
