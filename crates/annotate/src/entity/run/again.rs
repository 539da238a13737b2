//! The names of the article in sentences whose capitals tell nothing.

use super::{Piece, What};
use crate::entity::token::Tokens;
use rapporteur_core::{EntityKind, LookupMap};

/// Names of the article in sentences whose capitals tell nothing: each of `known`, given by its
/// folded words, longest first.
pub(crate) fn again(tokens: &Tokens, found: &[Piece]) -> Vec<Piece> {
    let mut by_first: LookupMap<&str, Vec<(Vec<&str>, What)>> = LookupMap::new();
    for piece in found {
        if piece.what == What::Office {
            continue;
        }
        let Some(words) = tokens.all.get(piece.first..piece.end) else {
            continue;
        };
        let mut variants: Vec<Vec<&str>> = vec![words.iter().map(|t| t.folded.as_str()).collect()];
        if let (What::Kind(EntityKind::Person), Some(last)) = (piece.what, words.last()) {
            variants.push(vec![last.folded.as_str()]);
        }
        for variant in variants {
            let Some(first) = variant.first().copied() else {
                continue;
            };
            if variant.len() == 1 && tokens.lower(first) > 0 {
                continue;
            }
            let known = by_first.get_or_insert_with(first, Vec::new);
            if known.len() < 16 && !known.iter().any(|(w, _)| *w == variant) {
                known.push((variant, piece.what));
                known.sort_by_key(|(w, _)| std::cmp::Reverse(w.len()));
            }
        }
    }
    let mut out = Vec::new();
    let mut at = 0;
    let mut old = found.iter().peekable();
    while at < tokens.all.len() {
        while old.peek().is_some_and(|p| p.end <= at) {
            old.next();
        }
        let Some(token) = tokens.all.get(at) else {
            break;
        };
        let taken = old.peek().is_some_and(|p| p.first <= at);
        if taken || !(token.title_case || token.starts) || !token.capital {
            at += 1;
            continue;
        }
        let limit = old.peek().map_or(tokens.all.len(), |p| p.first);
        let hit = by_first.get(token.folded.as_str()).and_then(|list| {
            list.iter().find(|(words, _)| {
                at + words.len() <= limit
                    && tokens.all.get(at..at + words.len()).is_some_and(|window| {
                        window
                            .iter()
                            .zip(words)
                            .enumerate()
                            .all(|(k, (t, w))| t.folded == *w && (k == 0 || t.joins_before()))
                    })
            })
        });
        match hit {
            Some((words, what)) => {
                out.push(Piece { first: at, end: at + words.len(), what: *what });
                at += words.len();
            }
            None => at += 1,
        }
    }
    out
}
