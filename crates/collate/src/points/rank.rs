//! Which reading says a point best, who says it, and which point comes first.

use super::candidate::Candidate;
use super::likeness::Likeness;
use rapporteur_core::{ActorId, Evidence};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Index into `members` of the reading that says the point best: the likest to the others on
/// average, the shorter where that is equal.
pub(super) fn gist(members: &[usize], likeness: &Likeness) -> usize {
    /// Of a point with very many readings so many are compared; the rest would not change the
    /// choice enough to pay for it.
    const COMPARED: usize = 50;
    let mut best = (f64::NEG_INFINITY, 0);
    for (index, &member) in members.iter().enumerate().take(COMPARED) {
        let mean = members
            .iter()
            .take(COMPARED)
            .filter(|&&other| other != member)
            .map(|&other| likeness.of(member, other))
            .sum::<f64>();
        if mean > best.0 {
            best = (mean, index);
        }
    }
    best.1
}

/// Who says the point: the speaker of most of its statements, the lowest of equals.
pub(super) fn speaker(members: &[usize], candidates: &[Candidate]) -> Option<ActorId> {
    let mut votes: BTreeMap<ActorId, usize> = BTreeMap::new();
    for speaker in members.iter().filter_map(|&m| candidates.get(m)?.speaker) {
        *votes.entry(speaker).or_default() += 1;
    }
    votes
        .into_iter()
        .max_by_key(|(actor, votes)| (*votes, Reverse(*actor)))
        .map(|(actor, _)| actor)
}

/// Sort key: most articles first, then most readings, then the place.
pub(super) fn support(
    members: &[usize],
    candidates: &[Candidate],
) -> (Reverse<usize>, Reverse<usize>, Option<Evidence>) {
    let mut articles: Vec<_> = members
        .iter()
        .filter_map(|&m| candidates.get(m))
        .map(|c| c.evidence.article)
        .collect();
    articles.sort_unstable();
    articles.dedup();
    let first = members
        .first()
        .and_then(|&m| candidates.get(m))
        .map(|c| c.evidence);
    (Reverse(articles.len()), Reverse(members.len()), first)
}
