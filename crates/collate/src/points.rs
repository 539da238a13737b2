//! The same remark or fact over articles.
//!
//! [`align`] is the whole of it: candidates (statements, and the clauses that outlets assert in
//! their own voice), their likeness by weighted words, names, numbers and speaker, and clusters of
//! like ones by average link.

mod candidate;
mod clause;
mod cluster;
#[cfg(test)]
mod gold;
mod likeness;
mod rank;

use rapporteur_core::{Actor, AnnotatedArticle, Independence, Point, Statement, Story};

/// Aligns statements and facts over articles.
///
/// Every statement is a reading of exactly one point. A clause of an outlet's own is a reading only
/// where another article says or reports the same.
pub(crate) fn align(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
) -> Vec<Point> {
    let candidates = candidate::collect(story, articles, actors, statements);
    cluster(story, articles, &candidates)
}

/// Brings the candidates together to points, best supported first.
fn cluster(
    story: &Story,
    articles: &[AnnotatedArticle],
    candidates: &[candidate::Candidate],
) -> Vec<Point> {
    let likeness = likeness::Likeness::new(story, articles, candidates);
    let clusters = cluster::average_link(candidates.len(), &likeness.pairs(), likeness::SAME_POINT);
    let mut points: Vec<_> = clusters
        .into_iter()
        .filter(|members| is_told(members, candidates))
        .map(|members| {
            let gist = rank::gist(&members, &likeness);
            (
                rank::support(&members, candidates),
                Point {
                    gist,
                    speaker: rank::speaker(&members, candidates),
                    readings: members
                        .iter()
                        .filter_map(|&m| candidates.get(m))
                        .map(candidate::Candidate::reading)
                        .collect(),
                    independence: Independence::default(),
                },
            )
        })
        .collect();
    points.sort_by_key(|(support, _)| *support);
    points.into_iter().map(|(_, point)| point).collect()
}

/// Whether the readings make a point: somebody says it, or two articles report it.
fn is_told(members: &[usize], candidates: &[candidate::Candidate]) -> bool {
    let mut articles = members
        .iter()
        .filter_map(|&m| candidates.get(m))
        .map(|c| (c.statement.is_some(), c.evidence.article));
    let Some((said, first)) = articles.next() else {
        return false;
    };
    said || articles.any(|(said, article)| said || article != first)
}
