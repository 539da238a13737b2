//! Where whole attributions are lost.
//!
//! Over the characters of each role, blanks left out. An attribution of the gold with a content is
//! found where a prediction not yet used has a content that shares half of both together (intersection
//! over union), a source that meets the gold's (or neither has one), a cue that does so; pairs with the
//! most in common first. Each of the others is put under the first of [`KINDS`] that holds, against the
//! predictions that are left. What is then left of the predictions without having been the reason of any
//! loss is a false alarm. The published scorer compares words, so its counts may differ by a few.

use super::{Gold, Line};
use crate::figures::Tally;
use rapporteur::core::LookupSet;
use std::collections::BTreeSet;

/// What is counted, in the order of the table.
const KINDS: [&str; 8] = [
    "found whole",
    "wrong source",
    "wrong link",
    "cue missed",
    "content boundary",
    "no prediction there",
    "false alarm",
    "partly right prediction",
];
const FOUND: usize = 0;
/// The content and the cue are there, with another source or with none.
const SOURCE: usize = 1;
/// The cue is found, but tied to another content; or the content is, tied to another cue, and the gold's
/// own cue is found elsewhere.
const LINK: usize = 2;
/// Something of the content is there, but no prediction has the cue.
const CUE: usize = 3;
/// The cue is there with a content that shares less than half with the gold's.
const BOUNDARY: usize = 4;
/// No prediction has anything of the content or of the cue.
const NOTHING: usize = 5;
const FALSE_ALARM: usize = 6;
/// Predictions that are the reason of a loss above.
const PARTLY: usize = 7;

/// Characters of each role.
struct Marked {
    source: BTreeSet<usize>,
    cue: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

impl Marked {
    fn of(roles: &Line, blank: &LookupSet<usize>) -> Self {
        let all = |spans: &[[usize; 2]]| {
            spans.iter().flat_map(|[a, b]| *a..*b).filter(|i| !blank.contains(i)).collect()
        };
        Self { source: all(&roles.source), cue: all(&roles.cue), content: all(&roles.content) }
    }
}

fn meet(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> bool {
    a.is_empty() && b.is_empty() || !a.is_disjoint(b)
}

/// Thousandths of intersection over union.
fn shared(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> usize {
    let both = a.intersection(b).count();
    let either = a.len() + b.len() - both;
    (both * 1000).checked_div(either).unwrap_or(0)
}

const HALF: usize = 500;

/// Counts the losses of all documents, each with its gold and its predictions.
pub(super) fn count<'a>(documents: impl Iterator<Item = (&'a Gold, &'a Gold)>) -> Vec<Tally> {
    let mut counts = [0u64; KINDS.len()];
    for (gold, predicted) in documents {
        document(gold, predicted, &mut counts);
    }
    KINDS.iter().zip(counts).map(|(kind, count)| Tally { kind: (*kind).into(), count }).collect()
}

fn document(gold: &Gold, predicted: &Gold, counts: &mut [u64; KINDS.len()]) {
    let blank: LookupSet<usize> =
        gold.text.chars().enumerate().filter(|(_, c)| c.is_whitespace()).map(|(i, _)| i).collect();
    let read = |lines: &[Line]| -> Vec<Marked> {
        lines
            .iter()
            .map(|line| Marked::of(line, &blank))
            .filter(|m| !m.content.is_empty())
            .collect()
    };
    let golds = read(&gold.attributions);
    let found = read(&predicted.attributions);
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, g) in golds.iter().enumerate() {
        for (j, p) in found.iter().enumerate() {
            let value = shared(&g.content, &p.content);
            if value >= HALF && meet(&g.source, &p.source) && meet(&g.cue, &p.cue) {
                pairs.push((value, i, j));
            }
        }
    }
    pairs.sort_by_key(|(value, i, j)| (std::cmp::Reverse(*value), *i, *j));
    let (mut done, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (_, i, j) in pairs {
        if !done.contains(&i) && !used.contains(&j) {
            done.insert(i);
            used.insert(j);
        }
    }
    let mut add = |kind: usize, n: usize| {
        if let Some(slot) = counts.get_mut(kind) {
            *slot += n as u64;
        }
    };
    add(FOUND, done.len());
    let mut blamed: BTreeSet<usize> = BTreeSet::new();
    for (_, g) in golds.iter().enumerate().filter(|(i, _)| !done.contains(i)) {
        let left = || found.iter().enumerate().filter(|(j, _)| !used.contains(j));
        let best =
            left().filter(|(_, p)| shared(&g.content, &p.content) >= HALF).max_by_key(|(j, p)| {
                (meet(&g.cue, &p.cue), shared(&g.content, &p.content), std::cmp::Reverse(*j))
            });
        let cue_anywhere = found.iter().any(|p| !g.cue.is_disjoint(&p.cue));
        let same_cue = || left().find(|(_, p)| !g.cue.is_disjoint(&p.cue));
        let touching = || left().find(|(_, p)| !g.content.is_disjoint(&p.content));
        let (kind, reason) = match best {
            Some((j, p)) if meet(&g.cue, &p.cue) => (SOURCE, Some(j)),
            Some((j, _)) => (if cue_anywhere { LINK } else { CUE }, Some(j)),
            None => match (same_cue(), touching()) {
                (Some((j, p)), _) if !g.content.is_disjoint(&p.content) => (BOUNDARY, Some(j)),
                (Some((j, _)), _) => (LINK, Some(j)),
                (None, Some((j, _))) if g.cue.is_empty() => (BOUNDARY, Some(j)),
                (None, Some((j, _))) => (if cue_anywhere { LINK } else { CUE }, Some(j)),
                (None, None) => (if cue_anywhere { LINK } else { NOTHING }, None),
            },
        };
        add(kind, 1);
        blamed.extend(reason);
    }
    add(PARTLY, blamed.len());
    add(FALSE_ALARM, found.len() - used.len() - blamed.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ann said it rained. Bob said so. Cid denied it all.";

    fn roles(source: &str, cue: &str, content: &str) -> Line {
        let at = |words: &str| -> Vec<[usize; 2]> {
            TEXT.find(words)
                .filter(|_| !words.is_empty())
                .map(|a| [a, a + words.len()])
                .into_iter()
                .collect()
        };
        Line { source: at(source), cue: at(cue), content: at(content) }
    }

    fn counted(gold: &[Line], predicted: &[Line]) -> Vec<(String, u64)> {
        let marked = |attributions: &[Line]| Gold {
            text: TEXT.to_owned(),
            attributions: attributions.to_vec(),
        };
        count(std::iter::once((&marked(gold), &marked(predicted))))
            .into_iter()
            .filter(|t| t.count > 0)
            .map(|t| (t.kind, t.count))
            .collect()
    }

    fn one(kind: &str) -> Vec<(String, u64)> {
        vec![(kind.to_owned(), 1), ("partly right prediction".to_owned(), 1)]
    }

    #[test]
    fn each_loss_has_its_kind() {
        let ann = [roles("Ann", "said", "it rained")];
        assert_eq!(counted(&ann, &ann), [("found whole".to_owned(), 1)]);
        assert_eq!(counted(&ann, &[roles("Bob", "said", "it rained")]), one("wrong source"));
        assert_eq!(counted(&ann, &[roles("Ann", "", "it rained")]), one("cue missed"));
        assert_eq!(
            counted(&ann, &[roles("Ann", "said", "rained. Bob said so")]),
            one("content boundary")
        );
        assert_eq!(counted(&ann, &[roles("Ann", "said", "denied it all")]), one("wrong link"));
        assert_eq!(
            counted(&ann, &[roles("Cid", "denied", "it all")]),
            [("no prediction there".to_owned(), 1), ("false alarm".to_owned(), 1)]
        );
    }

    #[test]
    fn losses_and_finds_are_the_gold() {
        let gold = [roles("Ann", "said", "it rained"), roles("Cid", "denied", "it all")];
        let sum: u64 = counted(&gold, &[roles("Cid", "said", "it all")])
            .into_iter()
            .filter(|(kind, _)| !matches!(kind.as_str(), "false alarm" | "partly right prediction"))
            .map(|(_, n)| n)
            .sum();
        assert_eq!(sum, 2);
    }
}
