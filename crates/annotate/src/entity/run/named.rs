//! Names that the model has read, cut into offices and names as the rules cut them.
//!
//! The model tells where a name is and of what kind; the gazetteer tells what it names, where it
//! knows, and which of its words are an office. Runs of capitals that the model does not take for
//! names count only where they are known in general, or are a person's behind an office.

use super::segment::{head_kind, segment};
use super::{Piece, What, pieces};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::token::{Token, Tokens};
use crate::reader::Name;
use rapporteur_core::EntityKind;

/// The pieces of all sentences, in order, not overlapping.
pub(crate) fn named(tokens: &Tokens, names: &[Name]) -> Vec<Piece> {
    let ruled = pieces(tokens);
    // "Organization for Security and Cooperation in Europe": what the model cuts, the gazetteer has whole.
    let cuts_body = |first: usize, end: usize| {
        ruled
            .get(ruled.partition_point(|p| p.end <= first)..)
            .unwrap_or_default()
            .iter()
            .take_while(|p| p.first < end)
            .any(|p| {
                matches!(p.what, What::Known(Known::Body(_))) && !(first <= p.first && p.end <= end)
            })
    };
    let mut read: Vec<Piece> = Vec::new();
    for name in names {
        let first = tokens.all.partition_point(|t| t.span.end() <= name.span.start());
        let end = tokens.all.partition_point(|t| t.span.start() < name.span.end());
        let first = first.max(read.last().map_or(0, |p| p.end));
        if first < end && !cuts_body(first, end) {
            cut(tokens, first, end, name.kind, &mut read);
        }
    }
    let titled = |k: usize, p: &Piece| {
        let office = k
            .checked_sub(1)
            .and_then(|b| ruled.get(b))
            .is_some_and(|b| b.what == What::Office && b.end == p.first);
        // "aide Maria Berg"
        let noun = tokens.all.get(p.first).is_some_and(Token::joins_before)
            && p.first
                .checked_sub(1)
                .and_then(|b| tokens.all.get(b))
                .is_some_and(|b| !b.possessive && GAZETTEER.office(&b.folded).is_some());
        p.what == What::Kind(EntityKind::Person) && (office || noun)
    };
    let mut out: Vec<Piece> = ruled
        .iter()
        .enumerate()
        .filter(|(k, p)| matches!(p.what, What::Known(_) | What::Office) || titled(*k, p))
        .map(|(_, p)| *p)
        .filter(|p| {
            let next = read.partition_point(|r| r.end <= p.first);
            read.get(next).is_none_or(|r| r.first >= p.end)
        })
        .collect();
    out.extend(read);
    out.sort_by_key(|p| p.first);
    out
}

/// Cuts one name into pieces.
fn cut(tokens: &Tokens, first: usize, end: usize, kind: EntityKind, out: &mut Vec<Piece>) {
    let mut pieces = Vec::new();
    segment(&tokens.all, first, end, &mut pieces);
    let whole = |from: usize, kind| Piece { first: from, end, what: What::Kind(kind) };
    let (Some(last), count) = (pieces.last().copied(), pieces.len()) else { return };
    let alone = count == 1 && last.end == end;
    match kind {
        EntityKind::Person => {
            let people = matches!(last.what, What::Known(Known::Adjective(_) | Known::People(_)));
            if alone && people || pieces.iter().all(|p| p.what == What::Office) {
                out.append(&mut pieces);
                return;
            }
            let before = pieces
                .iter()
                .take(count - 1)
                .take_while(|p| {
                    p.what == What::Office
                        || matches!(p.what, What::Known(k) if !matches!(k, Known::Place))
                })
                .count();
            let from = pieces.get(before).map_or(first, |p| p.first);
            pieces.truncate(before);
            out.append(&mut pieces);
            out.push(whole(from, EntityKind::Person));
        }
        EntityKind::Organization => {
            let body = matches!(
                last.what,
                What::Kind(EntityKind::Organization) | What::Known(Known::Body(_))
            );
            let known = matches!(last.what, What::Known(_));
            if last.end == end && (body || alone && known) {
                out.append(&mut pieces);
            } else {
                out.push(whole(first, kind));
            }
        }
        EntityKind::Document | EntityKind::Other => {
            let head = tokens.all.get(end - 1).and_then(|t| head_kind(&t.folded));
            if alone && matches!(last.what, What::Known(_)) {
                out.push(last);
            } else {
                let document = head == Some(EntityKind::Document);
                let kind = if document { EntityKind::Document } else { EntityKind::Other };
                out.push(whole(first, kind));
            }
        }
        _ if alone && matches!(last.what, What::Known(_)) => out.push(last),
        _ => out.push(whole(first, kind)),
    }
}
