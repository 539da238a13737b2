//! One entry per person or body over all articles of a story, and the statements they make.
//!
//! Entities of different articles are joined by what they are called, never by what they say: full
//! names whose parts agree ([`names`]), surnames where one person of the story bears them, bodies by
//! their names, short forms and initials, states by their one canonical name. Whoever an article
//! leaves unnamed is never joined with anyone of another article.

mod join;
mod names;

use join::Joined;
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, ArticleId, Entity, EntityKind, Evidence, MentionForm,
    Statement, Story,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// An entity of one article that speaks, or is named and could.
struct Party<'a> {
    article: ArticleId,
    entity: usize,
    of: &'a Entity,
    /// Where it is named or described.
    mentions: Vec<Evidence>,
    /// Whether a mention gives its proper name.
    named: bool,
}

/// Merges the entities of the articles into actors and gives every attribution its speaker.
///
/// Actors come most widely mentioned first: by number of articles, of mentions, by name. Which is
/// joined with which does not depend on the order of the articles.
pub(crate) fn merge(story: &Story, articles: &[AnnotatedArticle]) -> (Vec<Actor>, Vec<Statement>) {
    let parties = parties(story, articles);
    let joined = Joined::new(&parties);
    let mut groups: BTreeMap<usize, Vec<&Party<'_>>> = BTreeMap::new();
    for (index, party) in parties.iter().enumerate() {
        groups.entry(joined.root(index)).or_default().push(party);
    }
    let mut actors: Vec<(Actor, Vec<(ArticleId, usize)>)> = groups
        .into_values()
        .map(|members| {
            let ids = members.iter().map(|p| (p.article, p.entity)).collect();
            (actor(&members), ids)
        })
        .collect();
    actors.sort_by_cached_key(|(actor, _)| {
        let articles: BTreeSet<ArticleId> = actor.mentions.iter().map(|m| m.article).collect();
        (
            Reverse(articles.len()),
            Reverse(actor.mentions.len()),
            actor.name.clone(),
            actor.mentions.first().copied(),
        )
    });
    let mut actor_of: BTreeMap<(ArticleId, usize), ActorId> = BTreeMap::new();
    for (index, (_, ids)) in actors.iter().enumerate() {
        for id in ids {
            actor_of.insert(*id, ActorId(index as u32));
        }
    }
    for ((article, entity), id) in &actor_of {
        let of = articles.get(article.index()).and_then(|a| a.entities.get(*entity));
        let members: Vec<ActorId> = of
            .into_iter()
            .flat_map(|e| &e.members)
            .filter_map(|m| actor_of.get(&(*article, m.index())).copied())
            .filter(|m| m != id)
            .collect();
        if let Some((actor, _)) = actors.get_mut(id.0 as usize) {
            actor.members.extend(members);
            actor.members.sort_unstable();
            actor.members.dedup();
        }
    }
    let statements = statements(story, articles, &actor_of);
    (actors.into_iter().map(|(actor, _)| actor).collect(), statements)
}

/// The entities of the story's articles that may be actors.
fn parties<'a>(story: &Story, articles: &'a [AnnotatedArticle]) -> Vec<Party<'a>> {
    let mut out = Vec::new();
    for id in &story.articles {
        let Some(article) = articles.get(id.index()) else {
            continue;
        };
        let mut speaks = vec![false; article.entities.len()];
        for speaker in article.attributions.iter().filter_map(|a| a.speaker) {
            if let Some(slot) = speaks.get_mut(speaker.index()) {
                *slot = true;
            }
        }
        let mut mentions = vec![Vec::new(); article.entities.len()];
        let mut named = vec![false; article.entities.len()];
        for mention in &article.mentions {
            if let (Some(list), true) =
                (mentions.get_mut(mention.entity.index()), mention.form != MentionForm::Pronoun)
            {
                list.push(Evidence { article: *id, span: mention.span });
            }
            if let (Some(slot), MentionForm::Name) =
                (named.get_mut(mention.entity.index()), mention.form)
            {
                *slot = true;
            }
        }
        let rows = article.entities.iter().zip(mentions).zip(named).zip(speaks);
        for (entity, (((of, mentions), named), speaks)) in rows.enumerate() {
            let acts = matches!(
                of.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::State
            );
            if speaks || named && acts {
                out.push(Party { article: *id, entity, of, mentions, named });
            }
        }
    }
    out
}

/// One actor of all its entities.
fn actor(members: &[&Party<'_>]) -> Actor {
    let kind = most(members.iter().map(|p| (p.of.kind, p.mentions.len().max(1))))
        .unwrap_or(EntityKind::Other);
    // A given name in full before an initial before a surname alone.
    let words = |name: &str| {
        let mut parts = name.split_whitespace();
        match (parts.next(), parts.next()) {
            (Some(first), Some(_)) if first.trim_end_matches('.').chars().count() > 1 => 2,
            (Some(_), Some(_)) => 1,
            _ => 0,
        }
    };
    let shouted = |name: &str| !name.chars().any(char::is_lowercase);
    let name = if kind == EntityKind::Person {
        let fullest = members.iter().map(|p| words(&p.of.name)).max().unwrap_or(0);
        most(members.iter().filter(|p| words(&p.of.name) == fullest).map(|p| {
            let name = p.of.name.as_str();
            ((shouted(name), name), p.mentions.len().max(1))
        }))
        .map(|(_, name)| name)
    } else {
        // Of names used alike the longest: it says most.
        most(members.iter().map(|p| {
            let name = p.of.name.as_str();
            ((Reverse(name.len()), name), p.mentions.len().max(1))
        }))
        .map(|(_, name)| name)
    }
    .unwrap_or_default()
    .to_owned();
    let aliases: BTreeSet<&str> = members
        .iter()
        .flat_map(|p| p.of.aliases.iter().map(String::as_str).chain([p.of.name.as_str()]))
        .filter(|alias| *alias != name)
        .collect();
    let mut mentions: Vec<Evidence> = members.iter().flat_map(|p| p.mentions.clone()).collect();
    mentions.sort();
    Actor {
        kind,
        role: most(
            members.iter().filter_map(|p| p.of.role.as_deref()).map(|r| (r, r.len().min(60))),
        )
        .map(str::to_owned),
        party: most(members.iter().filter_map(|p| p.of.party.as_deref()).map(|r| (r, 1)))
            .map(str::to_owned),
        aliases: aliases.into_iter().map(str::to_owned).collect(),
        anonymous: members.iter().all(|p| p.of.anonymous),
        plural: members.iter().all(|p| p.of.plural),
        // Filled in once every actor has its place.
        members: Vec::new(),
        name,
        mentions,
    }
}

/// The value of the greatest weight together; of equal ones the first in their own order.
fn most<T: Ord>(weighted: impl Iterator<Item = (T, usize)>) -> Option<T> {
    let mut sums: BTreeMap<T, usize> = BTreeMap::new();
    for (value, weight) in weighted {
        *sums.entry(value).or_default() += weight;
    }
    let mut best: Option<(T, usize)> = None;
    for (value, sum) in sums {
        if best.as_ref().is_none_or(|(_, b)| sum > *b) {
            best = Some((value, sum));
        }
    }
    best.map(|(value, _)| value)
}

fn statements(
    story: &Story,
    articles: &[AnnotatedArticle],
    actor_of: &BTreeMap<(ArticleId, usize), ActorId>,
) -> Vec<Statement> {
    story
        .articles
        .iter()
        .filter_map(|id| Some((*id, articles.get(id.index())?)))
        .flat_map(|(id, article)| {
            article.attributions.iter().enumerate().map(move |(attribution, a)| Statement {
                article: id,
                attribution,
                speaker: a.speaker.and_then(|s| actor_of.get(&(id, s.index())).copied()),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
