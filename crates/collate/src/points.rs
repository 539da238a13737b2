//! The same remark or fact over articles.
//!
//! [`align`] is the whole of it: candidates (statements, and the clauses that outlets assert in
//! their own voice), their likeness by weighted words, names, numbers and speaker, and clusters of
//! like ones by average link.

mod candidate;
mod clause;
mod cluster;
mod copied;
#[cfg(test)]
pub(crate) mod gold;
mod kin;
mod likeness;
mod once;
mod rank;

use candidate::Candidate;
pub(crate) use candidate::content_stems;
use copied::Copied;
use likeness::Likeness;
use rapporteur_core::{
    Actor, AnnotatedArticle, ArticleId, Independence, Point, SharedPassage, Statement, Story,
};
use std::collections::BTreeMap;

/// Aligns statements and facts over articles.
///
/// Every statement is a reading of exactly one point, unless a body is named as the source of words
/// that its article lays to a person in the same point. A clause of an outlet's own is a reading only
/// where another article says or reports the same.
pub(crate) fn align(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
    shared: &[SharedPassage],
) -> Vec<Point> {
    let candidates = candidate::collect(story, articles, actors, statements);
    cluster(story, articles, actors, &candidates, shared)
}

/// Brings the candidates together to points, best supported first.
fn cluster(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    candidates: &[Candidate],
    shared: &[SharedPassage],
) -> Vec<Point> {
    let copied = Copied::new(shared, articles);
    let originals = copied.originals(candidates);
    let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, original) in originals.iter().enumerate() {
        copies.entry(*original).or_default().push(index);
    }
    let (kept, copies): (Vec<usize>, Vec<Vec<usize>>) = copies.into_iter().unzip();
    let kept: Vec<&Candidate> = kept.iter().filter_map(|k| candidates.get(*k)).collect();
    let likeness = Likeness::new(story, articles, actors, &kept, &copied);
    let places: Vec<ArticleId> = kept.iter().map(|c| c.evidence.article).collect();
    let clusters = cluster::average_link(
        &places,
        &likeness.pairs(),
        likeness::SAME_POINT,
        likeness::SAME_ARTICLE,
    );
    let mut points: Vec<_> = clusters
        .into_iter()
        .filter_map(|originals| {
            let mut members: Vec<usize> =
                originals.iter().filter_map(|o| copies.get(*o)).flatten().copied().collect();
            members.sort_unstable();
            let best = *copies.get(rank::gist(&originals, &likeness)?)?.first()?;
            let best = candidates.get(best)?;
            let members: Vec<&Candidate> =
                members.iter().filter_map(|m| candidates.get(*m)).collect();
            let members = once::each(members, actors);
            let gist = members.iter().position(|m| std::ptr::eq(*m, best)).unwrap_or(0);
            is_told(&members).then(|| {
                let point = Point {
                    gist,
                    speaker: rank::speaker(&members),
                    readings: members.iter().map(|m| m.reading()).collect(),
                    independence: Independence::default(),
                };
                (rank::support(&members), point)
            })
        })
        .collect();
    points.sort_by_key(|(support, _)| *support);
    points.into_iter().map(|(_, point)| point).collect()
}

/// Whether the readings make a point: somebody says it, or two articles report it.
fn is_told(members: &[&Candidate]) -> bool {
    let first = members.first().map(|c| c.evidence.article);
    members.iter().any(|c| c.statement.is_some() || Some(c.evidence.article) != first)
}

#[cfg(test)]
mod tests;
