//! Who and what the article speaks of.
//!
//! The steps, one module each: words with their shape ([`token`]), names by capitals and gazetteer
//! ([`run`], [`seat`]), descriptions by head nouns ([`nominal`]), names that mean the same ([`cluster`]), and
//! one pass that resolves descriptions and pronouns ([`discourse`]).

use self::discourse::{Draft, Scene};
use self::gazetteer::{GAZETTEER, Known};
use crate::reader::Reading;
use rapporteur_core::{AnnotatedArticle, Entity, EntityId, EntityKind, Mention, Span, words};

pub(crate) mod cluster;
mod discourse;
pub(crate) mod gazetteer;
pub(crate) mod grammar;
mod nominal;
mod run;
mod seat;
pub(crate) mod token;

/// Finds the mentions of the article and the entities that they mean.
pub(crate) fn find(article: &mut AnnotatedArticle, reading: Option<&mut Reading<'_>>) {
    let tokens = token::Tokens::read(article);
    let mut pieces = match &reading {
        Some(reading) => run::named(&tokens, &reading.names),
        None => run::pieces(&tokens),
    };
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
    let scene =
        Scene { text, tokens: &tokens, pieces: &pieces, nominals: &nominals, clusters: &clusters };
    let found = discourse::read(scene, reading.map(|r| &mut r.antecedents));
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
            entities.push(entity(text, &found.drafts, draft));
            EntityId(entities.len() as u32 - 1)
        });
        mentions.push(Mention { span: f.span, name: f.name, form: f.form, entity: id });
    }
    for (draft, id) in found.drafts.iter().zip(&ids) {
        let member = |m: &usize| ids.get(*m).copied().flatten();
        let mut members: Vec<EntityId> = draft.members.iter().filter_map(member).collect();
        members.sort_unstable();
        let name = together(&entities, &members);
        if let Some(slot) = id.and_then(|id| entities.get_mut(id.index())) {
            if let Some(name) = name {
                let described = std::mem::replace(&mut slot.name, name);
                slot.aliases.push(described);
                slot.aliases.sort();
                slot.aliases.dedup();
            }
            slot.members = members;
        }
    }
    article.entities = entities;
    article.mentions = mentions;
}

fn entity(text: &str, drafts: &[Draft], draft: &Draft) -> Entity {
    let kind = draft.kind.unwrap_or(EntityKind::Other);
    let name = name_of(text, draft);
    let spelled = |n: &(Span, u32)| text[n.0].to_owned();
    let mut aliases: Vec<String> = draft
        .names
        .iter()
        .map(spelled)
        .chain(draft.descriptions.iter().map(|s| text[*s].to_owned()))
        .filter(|alias| *alias != name && described(alias) != name)
        .collect();
    aliases.sort();
    aliases.dedup();
    let party = match kind {
        EntityKind::Organization if draft.party.is_none() => Some(name.clone()),
        EntityKind::State => Some(name.clone()),
        _ => party_of(text, drafts, draft),
    };
    Entity {
        name,
        kind,
        role: role(text, draft),
        party,
        aliases,
        anonymous: draft.anonymous && draft.names.is_empty(),
        plural: draft.plural,
        members: Vec::new(),
    }
}

/// The name of several together: theirs.
pub(crate) fn together(entities: &[Entity], members: &[EntityId]) -> Option<String> {
    let names: Vec<&str> =
        members.iter().filter_map(|m| Some(entities.get(m.index())?.name.as_str())).collect();
    let (last, rest) = names.split_last()?;
    (!rest.is_empty()).then(|| format!("{} and {last}", rest.join(", ")))
}

/// The canonical name; the first description where there is no proper one.
fn name_of(text: &str, draft: &Draft) -> String {
    let known = match draft.known {
        Some(Known::State(s) | Known::Capital(s)) => {
            GAZETTEER.states.get(s).map(|s| s.name.to_owned())
        }
        Some(Known::Body(b)) => GAZETTEER.bodies.get(b).map(|b| b.name.to_owned()),
        _ => None,
    };
    known
        .or_else(|| canonical(text, draft.kind.unwrap_or(EntityKind::Other), draft))
        .or_else(|| draft.descriptions.first().map(|s| described(&text[*s])))
        .or_else(|| draft.offices.first().map(|s| text[*s].to_owned()))
        .unwrap_or_default()
}

/// A description without the capital that only the start of a sentence has given it.
fn described(phrase: &str) -> String {
    let first = phrase.split_whitespace().next().unwrap_or_default();
    if words::is_function_word(&words::fold(first)) {
        return format!("{}{}", first.to_lowercase(), &phrase[first.len()..]);
    }
    phrase.to_owned()
}

/// The office or description that says most: the longest, offices before parts in a family or an
/// event and before marks of a party.
fn role(text: &str, draft: &Draft) -> Option<String> {
    let minor = |s: &Span| {
        let list = words::words(text, *s);
        let class = list.iter().rev().find_map(|w| GAZETTEER.office(&w.folded));
        matches!(class, Some("family" | "witness" | "person" | "suspect" | "partisan"))
    };
    draft
        .offices
        .iter()
        .max_by_key(|s| (!minor(s), s.len(), std::cmp::Reverse(s.start())))
        .map(|s| text[*s].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// For whom a person speaks: a body by its final name, or the state that it belongs to; of a person's
/// spokesman, for whom that person speaks, else that person.
fn party_of(text: &str, drafts: &[Draft], draft: &Draft) -> Option<String> {
    /// "an aide of a spokesman of …": no further.
    const HOPS: usize = 3;
    let mut party = discourse::of_draft(draft)?;
    for _ in 0..HOPS {
        let Some(owner) = party.entity.and_then(|e| drafts.get(e)) else {
            break;
        };
        match &owner.party {
            Some(next) => party = next,
            None => return Some(name_of(text, owner)).filter(|name| !name.is_empty()),
        }
    }
    Some(party.name.clone()).filter(|name| !name.is_empty())
}

/// The fullest name of a person, the most used name of anything else.
fn canonical(text: &str, kind: EntityKind, draft: &Draft) -> Option<String> {
    let words = |s: &str| s.split_whitespace().count();
    let shouted = |s: &str| !s.chars().any(char::is_lowercase);
    let best = if kind == EntityKind::Person {
        draft.names.iter().max_by_key(|(s, n)| {
            (words(&text[*s]).min(3), !shouted(&text[*s]), *n, std::cmp::Reverse(s.start()))
        })
    } else {
        draft.names.iter().max_by_key(|(s, n)| (*n, std::cmp::Reverse(s.start())))
    };
    best.map(|(s, _)| text[*s].split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests;
