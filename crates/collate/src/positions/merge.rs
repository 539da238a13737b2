//! Claims of one party with one act on one issue, over articles, brought together.

use super::claim::Claim;
use rapporteur_core::words::{fold, is_function_word, stem, words};
use rapporteur_core::{
    Act, AnnotatedArticle, Evidence, Point, Position, PositionMention, StatementId,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Share of the smaller claim's content words that two claims on one issue have in common.
const SAME_ISSUE: f64 = 0.4;

/// Groups claims into positions, those that most articles carry first.
pub(super) fn merge(
    articles: &[AnnotatedArticle],
    claims: Vec<Claim>,
    points: &[Point],
) -> Vec<Position> {
    let mut point_of: BTreeMap<StatementId, usize> = BTreeMap::new();
    for (index, point) in points.iter().enumerate() {
        for statement in point.readings.iter().filter_map(|r| r.statement) {
            point_of.insert(statement, index);
        }
    }
    let mut groups: BTreeMap<(String, Act), Vec<Claim>> = BTreeMap::new();
    for claim in claims {
        groups.entry((fold(&claim.party), claim.act)).or_default().push(claim);
    }
    let mut out: Vec<Position> = Vec::new();
    for (_, mut claims) in groups {
        claims.sort_by_key(|c| c.evidence);
        for issue in by_issue(articles, &claims, &point_of) {
            out.extend(position(&claims, &issue));
        }
    }
    out.sort_by_key(|p| {
        let mut in_articles: Vec<_> = p.mentions.iter().map(|m| m.evidence.article).collect();
        in_articles.dedup();
        (
            Reverse(in_articles.len()),
            Reverse(p.mentions.len()),
            p.mentions.first().map(|m| m.evidence),
            p.act,
            p.party.clone(),
        )
    });
    out
}

/// Indices of `claims` by issue. A claim joins the first group that shares its point or enough of
/// its words, found by the words themselves.
fn by_issue(
    articles: &[AnnotatedArticle],
    claims: &[Claim],
    point_of: &BTreeMap<StatementId, usize>,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Vec<usize>, BTreeSet<String>)> = Vec::new();
    let mut by_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_point: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let stems = stems(articles, claim);
        let point = claim.statement.and_then(|s| point_of.get(&s)).copied();
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for group in stems.iter().filter_map(|s| by_stem.get(s)).flatten() {
            *common.entry(*group).or_default() += 1;
        }
        let joined = point.and_then(|p| by_point.get(&p).copied()).or_else(|| {
            common
                .iter()
                .filter_map(|(group, shared)| {
                    let smaller = groups.get(*group)?.1.len().min(stems.len()).max(1);
                    let share = *shared as f64 / smaller as f64;
                    (share >= SAME_ISSUE && *shared >= 2).then_some((*shared, Reverse(*group)))
                })
                .max()
                .map(|(_, Reverse(group))| group)
        });
        let group = joined.unwrap_or_else(|| {
            groups.push((Vec::new(), stems.clone()));
            for stem in &stems {
                by_stem.entry(stem.clone()).or_default().push(groups.len() - 1);
            }
            groups.len() - 1
        });
        if let Some(point) = point {
            by_point.entry(point).or_insert(group);
        }
        if let Some((members, _)) = groups.get_mut(group) {
            members.push(index);
        }
    }
    groups.into_iter().map(|(members, _)| members).collect()
}

/// Stems of the claim's content words, without its party's name.
fn stems(articles: &[AnnotatedArticle], claim: &Claim) -> BTreeSet<String> {
    let Some(article) = articles.get(claim.evidence.article.index()) else {
        return BTreeSet::new();
    };
    let party = fold(&claim.party);
    words(&article.article.text, claim.evidence.span)
        .into_iter()
        .filter(|w| !is_function_word(&w.folded) && !party.contains(w.folded.as_str()))
        .map(|w| stem(&w.folded).to_owned())
        .collect()
}

fn position(claims: &[Claim], members: &[usize]) -> Option<Position> {
    let members: Vec<&Claim> = members.iter().filter_map(|m| claims.get(*m)).collect();
    let first = members.first()?;
    // the shortest issue says it best; the first of equals
    let issue = members
        .iter()
        .min_by_key(|c| (c.issue.len(), c.evidence))
        .map_or(first.evidence, |c| Evidence { article: c.evidence.article, span: c.issue });
    Some(Position {
        party: first.party.clone(),
        act: first.act,
        issue,
        mentions: members
            .iter()
            .map(|c| PositionMention {
                evidence: c.evidence,
                statement: c.statement,
                condition: c.condition,
            })
            .collect(),
    })
}
