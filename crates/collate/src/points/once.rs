//! The same words of an article, attributed twice, as one reading.

use super::candidate::Candidate;
use rapporteur_core::{Actor, EntityKind, Span};

/// From this share of the longer on, two overlapping contents are the same words.
const SAME: f64 = 0.75;

/// So many of the readings beside one are looked at; more do not nest.
const NEIGHBOURS: usize = 8;

/// Leaves out, of the readings of one point by place, the statements of bodies that repeat a
/// person's words in the same article.
///
/// "'...', she said, according to X" is a remark of hers and a report of X: that X passed it on is
/// its provenance.
pub(super) fn each<'c>(members: Vec<&'c Candidate>, actors: &[Actor]) -> Vec<&'c Candidate> {
    let speaks = |c: &Candidate, person: bool| {
        c.speaker
            .and_then(|id| actors.get(id.0 as usize))
            .is_some_and(|a| (a.kind == EntityKind::Person) == person)
    };
    let repeats = |index: usize, member: &Candidate| {
        let from = index.saturating_sub(NEIGHBOURS);
        let near = members.iter().skip(from).take(2 * NEIGHBOURS + 1);
        near.copied().any(|other| {
            other.evidence.article == member.evidence.article
                && speaks(other, true)
                && same(other.evidence.span, member.evidence.span)
        })
    };
    members
        .iter()
        .enumerate()
        .filter(|(index, member)| !speaks(member, false) || !repeats(*index, member))
        .map(|(_, member)| *member)
        .collect()
}

fn same(a: Span, b: Span) -> bool {
    a.intersection(b).is_some_and(|both| both.len() as f64 >= SAME * a.len().max(b.len()) as f64)
}
