//! Names of bodies that mean the same.

use super::{Cluster, Name};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::run::{Piece, What};
use crate::entity::token::{Gap, Token};
use rapporteur_core::{EntityKind, LookupMap, LookupSet};

/// Bodies: a name with a nationality before it and the same without, company marks left out,
/// acronyms in brackets or by initials.
pub(super) fn join(
    text: &str,
    all: &[Token],
    pieces: &[Piece],
    of_piece: &[Option<usize>],
    names: &mut [Name],
    kinds: &[EntityKind],
    clusters: &mut Vec<Cluster>,
) {
    let mut by_core: LookupMap<Vec<String>, usize> = LookupMap::new();
    let mut claimed: LookupSet<usize> = LookupSet::new();
    for name in names.iter() {
        if let (What::Known(Known::Body(_)), Some(id)) = (name.what, name.cluster) {
            by_core.get_or_insert_with(name.words.clone(), || id);
        }
    }
    // Longest names first, so that the short forms find them; ties in the order of the article.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(names.get(*i).map_or(0, |n| n.words.len())));
    for i in order {
        let (Some(name), Some(kind)) = (names.get_mut(i), kinds.get(i)) else {
            continue;
        };
        if name.cluster.is_some() || matches!(kind, EntityKind::Person) {
            continue;
        }
        let core = core_of(&name.words);
        let from = core
            .iter()
            .position(|w| {
                !is_adjective(w) && !matches!(w.as_str(), "us" | "u.s" | "uk" | "u.k" | "eu")
            })
            .unwrap_or_default();
        let rest = core.get(from..).filter(|rest| from > 0 && !rest.is_empty());
        // "US Senate" and "Senate", where no other state's is spoken of.
        let known = rest.and_then(|rest| by_core.get(rest)).copied().filter(|id| {
            clusters.get(*id).is_some_and(|c| c.known.is_some()) && claimed.insert(*id)
        });
        let found = known
            .or_else(|| by_core.get(&core).copied())
            .or_else(|| by_core.get(&name.words).copied());
        let id = found.unwrap_or_else(|| {
            clusters.push(Cluster { kind: *kind, known: None, words: name.words.clone() });
            clusters.len() - 1
        });
        name.cluster = Some(id);
        by_core.get_or_insert_with(core.clone(), || id);
        // "Russian Defence Ministry" answers to "Defence Ministry" as well.
        if let Some(rest) = rest.filter(|rest| rest.len() > 1) {
            by_core.get_or_insert_with(rest.to_vec(), || id);
        }
        if core.len() > 2 && *kind == EntityKind::Organization {
            let initials: String = core
                .iter()
                .filter(|w| !rapporteur_core::words::is_function_word(w))
                .filter_map(|w| w.chars().next())
                .collect();
            by_core.get_or_insert_with(vec![initials], || id);
        }
    }
    // "British Transport Police (BTP)".
    for (k, piece) in pieces.iter().enumerate() {
        let Some(Some(short)) = of_piece.get(k).copied() else {
            continue;
        };
        let Some(long) = k.checked_sub(1).and_then(|p| of_piece.get(p).copied().flatten()) else {
            continue;
        };
        let bracketed = all.get(piece.first).is_some_and(|t| t.gap == Gap::Bracket && t.all_caps)
            && pieces.get(k - 1).is_some_and(|p| p.end == piece.first)
            && all.get(piece.end - 1).is_some_and(|t| text[t.span.end()..].starts_with(')'));
        if !bracketed {
            continue;
        }
        let target = names
            .get(long)
            .and_then(|n| n.cluster)
            .filter(|id| clusters.get(*id).is_some_and(|c| c.kind != EntityKind::Person));
        if let (Some(target), Some(name)) = (target, names.get_mut(short))
            && name.acronym
            && !matches!(name.what, What::Known(Known::State(_)))
        {
            name.cluster = Some(target);
        }
    }
}

fn core_of(words: &[String]) -> Vec<String> {
    let mut core = words;
    while let Some((last, rest)) = core.split_last() {
        if rest.is_empty() || !GAZETTEER.is_company_mark(last) {
            break;
        }
        core = rest;
    }
    core.to_vec()
}

fn is_adjective(folded: &str) -> bool {
    GAZETTEER.is_adjective(folded)
}
