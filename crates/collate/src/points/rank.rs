//! Which reading says a point best, who says it, and which point comes first.

use super::candidate::Candidate;
use super::likeness::Likeness;
use rapporteur_core::{ActorId, Evidence};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The one of `members` that says the point best: the likest to the others on average, the first
/// of equals.
pub(super) fn gist(members: &[usize], likeness: &Likeness) -> Option<usize> {
    /// Of a point with very many readings so many are compared; the rest would not change the
    /// choice enough to pay for it.
    const COMPARED: usize = 50;
    let compared = || members.iter().take(COMPARED).copied();
    compared()
        .map(|member| {
            let sum: f64 = compared()
                .filter(|other| *other != member)
                .map(|other| likeness.of(member, other))
                .sum();
            (sum, member)
        })
        .max_by(|(s, m), (t, n)| s.total_cmp(t).then(n.cmp(m)))
        .map(|(_, member)| member)
}

/// Who says the point: the speaker of most of its statements, the lowest of equals.
pub(super) fn speaker(members: &[&Candidate]) -> Option<ActorId> {
    let mut votes: BTreeMap<ActorId, usize> = BTreeMap::new();
    for speaker in members.iter().filter_map(|m| m.speaker) {
        *votes.entry(speaker).or_default() += 1;
    }
    votes.into_iter().max_by_key(|(actor, votes)| (*votes, Reverse(*actor))).map(|(actor, _)| actor)
}

/// Sort key: most articles first, then most readings, then the place.
pub(super) fn support(
    members: &[&Candidate],
) -> (Reverse<usize>, Reverse<usize>, Option<Evidence>) {
    let mut articles: Vec<_> = members.iter().map(|c| c.evidence.article).collect();
    articles.dedup();
    let first = members.first().map(|c| c.evidence);
    (Reverse(articles.len()), Reverse(members.len()), first)
}
