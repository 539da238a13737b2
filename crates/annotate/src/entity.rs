//! Who and what the article speaks of.
//!
//! The steps, one module each: words with their shape ([`token`]), names by capitals and gazetteer
//! ([`run`], [`seat`]), descriptions by head nouns ([`nominal`]), names that mean the same ([`cluster`]), and
//! one pass that resolves descriptions and pronouns ([`discourse`]).

use self::discourse::{Draft, Scene};
use self::gazetteer::{GAZETTEER, Known};
use rapporteur_core::{AnnotatedArticle, Entity, EntityId, EntityKind, Mention};

pub(crate) mod cluster;
mod discourse;
pub(crate) mod gazetteer;
pub(crate) mod grammar;
mod nominal;
mod run;
mod seat;
pub(crate) mod token;

/// Finds the mentions of the article and the entities that they mean.
pub(crate) fn find(article: &mut AnnotatedArticle) {
    let tokens = token::Tokens::read(article);
    let mut pieces = run::pieces(&tokens);
    let more = run::again(&tokens, &pieces);
    pieces.extend(more);
    pieces.sort_by_key(|p| (p.first, p.end));
    seat::name_bodies(&tokens, &mut pieces);
    let mut owner = vec![None; tokens.all.len()];
    for (k, piece) in pieces.iter().enumerate() {
        for slot in owner.get_mut(piece.first..piece.end).into_iter().flatten() {
            *slot = Some(k);
        }
    }
    let nominals = nominal::find(&tokens, &pieces, &owner);
    let clusters = cluster::cluster(article, &tokens, &pieces, &owner);
    let text = article.article.text.as_str();
    let found = discourse::read(Scene {
        text,
        tokens: &tokens,
        pieces: &pieces,
        nominals: &nominals,
        clusters: &clusters,
    });
    let mut kept: Vec<_> =
        found.found.iter().filter(|f| !f.span.is_empty() && !f.modifier).collect();
    kept.sort_by_key(|f| (f.span, f.entity));
    kept.dedup_by_key(|f| f.span);
    // Entities in the order of their first mention; those of which none is left are no entities.
    let mut ids: Vec<Option<EntityId>> = vec![None; found.drafts.len()];
    let mut entities: Vec<Entity> = Vec::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for f in kept {
        let (Some(slot), Some(draft)) = (ids.get_mut(f.entity), found.drafts.get(f.entity)) else {
            continue;
        };
        let id = *slot.get_or_insert_with(|| {
            entities.push(entity(text, draft));
            EntityId(entities.len() as u32 - 1)
        });
        mentions.push(Mention { span: f.span, name: f.name, form: f.form, entity: id });
    }
    article.entities = entities;
    article.mentions = mentions;
}

fn entity(text: &str, draft: &Draft) -> Entity {
    let kind = draft.kind.unwrap_or(EntityKind::Other);
    let spelled = |n: &(rapporteur_core::Span, u32)| text[n.0].to_owned();
    let known = match draft.known {
        Some(Known::State(s) | Known::Capital(s)) => {
            GAZETTEER.states.get(s).map(|s| s.name.to_owned())
        }
        Some(Known::Body(b)) => GAZETTEER.bodies.get(b).map(|b| b.name.to_owned()),
        _ => None,
    };
    let name = known
        .or_else(|| canonical(text, kind, draft))
        .or_else(|| draft.descriptions.first().map(|s| text[*s].to_owned()))
        .or_else(|| draft.offices.first().map(|s| text[*s].to_owned()))
        .unwrap_or_default();
    let mut aliases: Vec<String> = draft
        .names
        .iter()
        .map(spelled)
        .chain(draft.descriptions.iter().map(|s| text[*s].to_owned()))
        .filter(|alias| *alias != name)
        .collect();
    aliases.sort();
    aliases.dedup();
    let role = draft
        .offices
        .iter()
        .max_by_key(|s| (s.len(), std::cmp::Reverse(s.start())))
        .map(|s| text[*s].to_owned());
    let party = match kind {
        EntityKind::Organization if draft.party.is_none() => Some(name.clone()),
        EntityKind::State => Some(name.clone()),
        _ => draft.party.clone(),
    };
    Entity {
        name,
        kind,
        role,
        party,
        aliases,
        anonymous: draft.anonymous && draft.names.is_empty(),
        plural: draft.plural,
    }
}

/// The fullest name of a person, the most used name of anything else.
fn canonical(text: &str, kind: EntityKind, draft: &Draft) -> Option<String> {
    let words = |s: &str| s.split_whitespace().count();
    let best = if kind == EntityKind::Person {
        draft
            .names
            .iter()
            .max_by_key(|(s, n)| (words(&text[*s]).min(3), *n, std::cmp::Reverse(s.start())))
    } else {
        draft.names.iter().max_by_key(|(s, n)| (*n, std::cmp::Reverse(s.start())))
    };
    best.map(|(s, _)| text[*s].split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests;
