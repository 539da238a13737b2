//! Share of voice, cue verbs, namings.

mod verb;

use rapporteur_core::words::{is_function_word, spans, words};
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, ArticleId, CueUse, Evidence, Naming, Point, PointId, Span,
    Statement, StatementId, Voice,
};
use std::collections::{BTreeMap, BTreeSet};

/// Words quoted and reported by article and speaker, a word counted once however many statements of
/// the speaker hold it.
pub(crate) fn voice(articles: &[AnnotatedArticle], statements: &[Statement]) -> Vec<Voice> {
    let mut contents: BTreeMap<(ArticleId, ActorId), Vec<Span>> = BTreeMap::new();
    for statement in statements {
        if let Some((_, attribution)) = attribution(articles, statement)
            && let Some(speaker) = statement.speaker
        {
            contents.entry((statement.article, speaker)).or_default().extend(&attribution.content);
        }
    }
    contents
        .into_iter()
        .filter_map(|((id, speaker), mut contents)| {
            let article = articles.get(id.index())?;
            contents.sort();
            let (mut quoted, mut reported, mut counted) = (0, 0, 0);
            for content in contents {
                let rest = Span::new(content.start().max(counted), content.end());
                counted = counted.max(content.end());
                if rest.end() != content.end() {
                    continue;
                }
                for word in spans(&article.article.text, rest) {
                    if is_quoted(article, word) {
                        quoted += 1;
                    } else {
                        reported += 1;
                    }
                }
            }
            Some(Voice { article: id, speaker, quoted, reported })
        })
        .collect()
}

/// Whether `word` stands inside quotation marks.
fn is_quoted(article: &AnnotatedArticle, word: Span) -> bool {
    /// How deep quotations are looked through: an outer one begins at most so many before.
    const DEPTH: usize = 8;
    let after = article.quotations.partition_point(|q| q.span.start() <= word.start());
    article
        .quotations
        .get(..after)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(DEPTH)
        .any(|q| q.span.covers(word))
}

fn attribution<'a>(
    articles: &'a [AnnotatedArticle],
    statement: &Statement,
) -> Option<(&'a AnnotatedArticle, &'a rapporteur_core::Attribution)> {
    let article = articles.get(statement.article.index())?;
    Some((article, article.attributions.get(statement.attribution)?))
}

/// The verb that introduces each statement.
pub(crate) fn cues(
    articles: &[AnnotatedArticle],
    statements: &[Statement],
    points: &[Point],
) -> Vec<CueUse> {
    let mut point_of: Vec<Option<PointId>> = vec![None; statements.len()];
    for (index, point) in points.iter().enumerate() {
        for StatementId(id) in point.readings.iter().filter_map(|r| r.statement) {
            if let Some(of) = point_of.get_mut(id as usize) {
                *of = Some(PointId(index as u32));
            }
        }
    }
    statements
        .iter()
        .zip(point_of)
        .enumerate()
        .filter_map(|(index, (statement, point))| {
            let (article, attribution) = attribution(articles, statement)?;
            Some(CueUse {
                statement: StatementId(index as u32),
                verb: verb::of_cue(&article.article.text, &attribution.cue)?,
                point: point?,
            })
        })
        .collect()
}

/// What the same actor is called by different articles within one point.
///
/// Only where the names have no word in common and each article keeps to its own: "Moscow" in the
/// one and "the Kremlin" in the other, not "Stoltenberg" and "Jens Stoltenberg".
pub(crate) fn namings(
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    points: &[Point],
) -> Vec<Naming> {
    let mut by_place: Vec<(Evidence, usize)> = actors
        .iter()
        .enumerate()
        .flat_map(|(index, actor)| actor.mentions.iter().map(move |m| (*m, index)))
        .collect();
    by_place.sort_unstable();
    let mut out = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let mut uses: BTreeMap<usize, Vec<(Evidence, String)>> = BTreeMap::new();
        for reading in &point.readings {
            for (mention, actor) in within(&by_place, reading.evidence) {
                let Some(article) = articles.get(mention.article.index()) else {
                    continue;
                };
                let name = bare(&article.article.text, mention.span);
                if !name.is_empty() {
                    uses.entry(*actor).or_default().push((*mention, name));
                }
            }
        }
        for (_, mut uses) in uses {
            uses.sort();
            uses.dedup();
            if stand_for_each_other(&uses) {
                out.push(Naming { uses, point: PointId(index as u32) });
            }
        }
    }
    out
}

/// The mentions that lie in `reading`.
fn within(by_place: &[(Evidence, usize)], reading: Evidence) -> &[(Evidence, usize)] {
    let key = |start| Evidence { article: reading.article, span: Span::new(start, start) };
    let from = by_place.partition_point(|(m, _)| *m < key(reading.span.start()));
    let to = by_place.partition_point(|(m, _)| *m < key(reading.span.end()));
    let inside = by_place.get(from..to).unwrap_or_default();
    match inside.last() {
        Some((last, _)) if last.span.end() > reading.span.end() => &inside[..inside.len() - 1],
        _ => inside,
    }
}

/// A name without the small words before it, folded.
fn bare(text: &str, span: Span) -> String {
    words(text, span)
        .into_iter()
        .map(|w| w.folded)
        .filter(|w| !is_function_word(w))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether two articles use names that share no word, and neither uses the other's.
fn stand_for_each_other(uses: &[(Evidence, String)]) -> bool {
    let mut names: BTreeMap<ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for (place, name) in uses {
        names.entry(place.article).or_default().extend(name.split(' '));
    }
    let names: Vec<_> = names.into_values().collect();
    names.iter().enumerate().any(|(i, a)| names.iter().skip(i + 1).any(|b| a.is_disjoint(b)))
}

#[cfg(test)]
mod tests;
