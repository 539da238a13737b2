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
    let mut finds: Vec<(ArticleId, &AnnotatedArticle, Find, bool)> = Vec::new();
    let mut outlets: BTreeSet<String> = BTreeSet::new();
    for (id, article) in ids.iter().filter_map(|id| Some((*id, articles.get(id.index())?))) {
        outlets.extend(article.article.outlet.as_deref().map(name));
        let kinds = kinds(article);
        for found in pattern::all(article) {
            let words = article.words(found.via);
            let fits = found.described
                || pattern::is_formed_like_an_outlet(words)
                || (found.sure
                    && !pattern::is_no_outlet(words)
                    && kinds.get(&fold(words)).is_none_or(|k| *k == Known::Perhaps));
            if fits && found.sure {
                outlets.insert(name(words));
            }
            finds.push((id, article, found, fits));
        }
    }
    let mut out: Vec<Provenance> = finds
        .into_iter()
        .filter(|(_, article, found, fits)| {
            *fits || outlets.contains(&name(article.words(found.via)))
        })
        .map(|(id, article, found, _)| {
            let words = article.words(found.via);
            Provenance {
                evidence: at(id, found.evidence),
                via: at(id, found.via),
                name: if found.kind == ProvenanceKind::Channel {
                    pattern::channel(words)
                } else {
                    name(words)
                },
                kind: found.kind,
                scope: at(id, found.scope),
            }
        })
        .collect();
    out.sort_by_key(|p| (p.via, p.kind, p.evidence.span));
    out.dedup_by_key(|p| p.via);
    out
}

fn at(article: ArticleId, span: Span) -> Evidence {
    Evidence { article, span }
}

/// What is known of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// It is a person's full name, a state's or a people's: no outlet.
    NoOutlet,
    /// It may be an outlet's. A single name is read as a person's or a place's on thin grounds.
    Perhaps,
}

/// What is known of the names of the article's entities, by every folded name.
fn kinds(article: &AnnotatedArticle) -> BTreeMap<String, Known> {
    article
        .entities
        .iter()
        .flat_map(|e| {
            let known = match e.kind {
                EntityKind::Person if e.name.contains(' ') => Known::NoOutlet,
                EntityKind::State | EntityKind::Nationality | EntityKind::Event => Known::NoOutlet,
                _ => Known::Perhaps,
            };
            std::iter::once(&e.name).chain(&e.aliases).map(move |n| (fold(n), known))
        })
        .collect()
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
