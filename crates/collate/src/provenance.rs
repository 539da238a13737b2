//! Through whom an outlet has what it reports.
//!
//! Two passes, because syntax alone does not tell an outlet from any other body: patterns that only
//! an outlet fits ("told the newspaper X", "(X) —", "X reported that") teach the names of this
//! story's outlets; the patterns that fit others as well ("according to X", "told X", "citing X")
//! then count where they hold one of those names, or one that is formed like an outlet's.

mod pattern;

use pattern::Find;
use rapporteur_core::words::fold;
use rapporteur_core::{
    AnnotatedArticle, ArticleId, EntityKind, Evidence, Provenance, ProvenanceKind, Span, Story,
};
use std::collections::{BTreeMap, BTreeSet};

/// Finds "told Reuters", "according to RIA Novosti", credit lines and channels, by article and
/// place.
pub(crate) fn find(story: &Story, articles: &[AnnotatedArticle]) -> Vec<Provenance> {
    let mut ids = story.articles.clone();
    ids.sort_unstable();
    ids.dedup();
    let mut finds: Vec<(ArticleId, Find)> = Vec::new();
    let mut outlets: BTreeSet<String> = BTreeSet::new();
    for (id, article) in ids
        .iter()
        .filter_map(|id| Some((*id, articles.get(id.index())?)))
    {
        outlets.extend(article.article.outlet.as_deref().map(name));
        let kinds = kinds(article);
        for found in pattern::all(article) {
            let words = article.words(found.via);
            let kind = kinds.get(&fold(words)).copied();
            if found.kind != ProvenanceKind::Channel && !may_be_outlet(words, kind, &found) {
                continue;
            }
            if found.sure {
                outlets.insert(name(words));
            }
            finds.push((id, found));
        }
    }
    let mut out: Vec<Provenance> = finds
        .into_iter()
        .filter_map(|(id, found)| {
            let article = articles.get(id.index())?;
            let words = article.words(found.via);
            let known = found.sure
                || found.kind == ProvenanceKind::Channel
                || outlets.contains(&name(words))
                || pattern::is_formed_like_an_outlet(words);
            known.then(|| Provenance {
                evidence: at(id, found.evidence),
                via: at(id, found.via),
                name: if found.kind == ProvenanceKind::Channel {
                    pattern::channel(words)
                } else {
                    name(words)
                },
                kind: found.kind,
                scope: at(id, found.scope),
            })
        })
        .collect();
    out.sort_by_key(|p| (p.via, p.kind, p.evidence.span));
    out.dedup_by_key(|p| p.via);
    out
}

fn at(article: ArticleId, span: Span) -> Evidence {
    Evidence { article, span }
}

/// What the entities of the article are, by every folded name.
fn kinds(article: &AnnotatedArticle) -> BTreeMap<String, EntityKind> {
    article
        .entities
        .iter()
        .flat_map(|e| {
            std::iter::once(&e.name)
                .chain(&e.aliases)
                .map(move |n| (fold(n), e.kind))
        })
        .collect()
}

/// Whether what the pattern holds can be an outlet: not a person, a state or a people, unless the
/// words beside it say so.
fn may_be_outlet(words: &str, kind: Option<EntityKind>, found: &Find) -> bool {
    if found.described || pattern::is_formed_like_an_outlet(words) {
        return true;
    }
    !pattern::is_no_outlet(words)
        && !matches!(
            kind,
            Some(
                EntityKind::Person
                    | EntityKind::State
                    | EntityKind::Nationality
                    | EntityKind::Place
                    | EntityKind::Event
            )
        )
}

/// The name of an outlet, folded so that "the Xinhua News Agency" and "Xinhua" meet.
fn name(words: &str) -> String {
    let folded = fold(words.trim());
    let mut rest = folded.strip_prefix("the ").unwrap_or(&folded);
    for tail in [" news agency", " newspaper", " agency", "'s", "’s"] {
        rest = rest.strip_suffix(tail).unwrap_or(rest);
    }
    rest.trim().to_owned()
}

#[cfg(test)]
mod tests;
