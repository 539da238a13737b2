//! Cities that stand for the body that sits there rather than for the state they are the capital of.

use super::gazetteer::{GAZETTEER, Known};
use super::run::{Piece, What};
use super::token::Tokens;

/// A capital, the body that it stands for, and how the names of that body's institutions begin.
/// General knowledge.
const SEATS: &[(&str, &str, &str)] = &[("brussels", "European Union", "European ")];

/// Reads "Brussels offered", "the envoy of Brussels" as the European Union where the article names
/// an institution of the Union and nothing of Belgium. "In Brussels" stays a place.
pub(super) fn name_bodies(tokens: &Tokens, pieces: &mut [Piece]) {
    for (city, body, institutions) in SEATS {
        let Some(body) = GAZETTEER.bodies.iter().position(|b| b.name == *body) else {
            continue;
        };
        let word = |k: usize| tokens.all.get(k).map_or("", |t| t.folded.as_str());
        let is_city = |p: &Piece| p.end == p.first + 1 && word(p.first) == *city;
        let Some(state) = pieces.iter().find_map(|p| match p.what {
            What::Known(Known::Capital(state)) if is_city(p) => Some(state),
            _ => None,
        }) else {
            continue;
        };
        let institution = |p: &Piece| match p.what {
            What::Known(Known::Body(b)) => {
                GAZETTEER.bodies.get(b).is_some_and(|b| b.name.starts_with(institutions))
            }
            _ => false,
        };
        let of_state = |p: &Piece| match p.what {
            What::Known(Known::State(s) | Known::Adjective(s) | Known::People(s)) => s == state,
            _ => false,
        };
        if !pieces.iter().any(institution) || pieces.iter().any(of_state) {
            continue;
        }
        for piece in pieces.iter_mut().filter(|p| is_city(p)) {
            let place = piece.first.checked_sub(1).map(word).is_some_and(|before| {
                matches!(
                    before,
                    "in" | "at" | "from" | "to" | "near" | "outside" | "around" | "through"
                )
            });
            let dateline = tokens.all.get(piece.first).is_some_and(|t| t.all_caps);
            if !place && !dateline {
                piece.what = What::Known(Known::Body(body));
            }
        }
    }
}
