//! Of what kind a name is, by what stands around its mentions.

use super::Name;
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::grammar::{is_personal_verb, is_speech_verb, is_verb_like};
use crate::entity::run::{Piece, What};
use crate::entity::token::{Gap, Token};
use rapporteur_core::EntityKind;

/// What the surroundings of one piece tell of its kind.
pub(super) fn vote(
    name: &mut Name,
    all: &[Token],
    pieces: &[Piece],
    owner: &[Option<usize>],
    piece: &Piece,
) {
    let before = piece.first.checked_sub(1).and_then(|k| all.get(k));
    let after = all.get(piece.end);
    let here = all.get(piece.first);
    let same = |t: Option<&Token>| match (t, here) {
        (Some(a), Some(b)) => a.sentence == b.sentence,
        _ => false,
    };
    if let (Some(before), Some(here), true) = (before, here, same(before)) {
        let adjacent = here.joins_before();
        let titled = owner
            .get(piece.first - 1)
            .copied()
            .flatten()
            .and_then(|p| pieces.get(p))
            .is_some_and(|p| p.what == What::Office);
        if adjacent && (titled || GAZETTEER.office(&before.folded).is_some() && !before.possessive)
        {
            name.person += 3;
        }
        if adjacent
            && !before.possessive
            && GAZETTEER.office(&before.folded).is_none()
            && GAZETTEER.body_noun(&before.folded).is_some_and(|class| class != "document")
        {
            // "the agency Yonhap", "the newspaper El País"
            name.organization += 3;
        }
        let named_body = here.gap == Gap::Comma
            && !before.possessive
            && !before.capital
            && GAZETTEER.office(&before.folded).is_none()
            && GAZETTEER.body_noun(&before.folded).is_some_and(|class| class != "document")
            && after.is_none_or(|t| t.sentence != here.sentence || t.gap == Gap::Comma);
        if named_body {
            // "the supplier, Kanto Cells"
            name.organization += 3;
        }
        let represented = matches!(before.folded.as_str(), "for" | "of" | "at")
            && piece.first.checked_sub(2).and_then(|k| all.get(k)).is_some_and(|t| {
                matches!(GAZETTEER.office(&t.folded), Some("spokesperson" | "executive" | "expert"))
            });
        if adjacent && represented {
            // "a spokesman for Volvo", "an analyst at Nordea"
            name.organization += 2;
        }
        if adjacent
            && matches!(before.folded.as_str(), "a" | "an" | "its" | "their")
            && after.is_some_and(|t| t.gap == Gap::Space && !t.capital)
        {
            // "a Volkswagen spokesman"
            name.organization += 1;
        }
        if adjacent
            && matches!(before.folded.as_str(), "in" | "near" | "outside" | "across" | "around")
        {
            name.place += 2;
        }
        if adjacent && matches!(before.folded.as_str(), "at" | "from" | "to") {
            name.place += 1;
        }
        // "the Lagos airport": the article belongs to the noun behind.
        let modifies = after.is_some_and(|t| {
            t.sentence == here.sentence
                && t.gap == Gap::Space
                && !t.capital
                && !rapporteur_core::words::is_function_word(&t.folded)
                && !is_verb_like(&t.folded)
        });
        if adjacent && before.folded == "the" && !modifies {
            name.organization += 2;
            name.person -= 2;
        }
    }
    if let (Some(after), true) = (after, same(after)) {
        if after.joins_before()
            && (is_speech_verb(&after.folded) || is_personal_verb(&after.folded))
        {
            name.person += 1;
        }
        // "the Obama administration", "Macron supporters"
        if after.gap == Gap::Space
            && matches!(
                after.folded.as_str(),
                "regime"
                    | "administration"
                    | "campaign"
                    | "aide"
                    | "aides"
                    | "supporters"
                    | "presidency"
                    | "voters"
                    | "loyalists"
                    | "family"
            )
        {
            name.person += 2;
        }
        if after.folded == "who" && (after.joins_before() || after.gap == Gap::Comma) {
            name.person += 3;
        }
        let age = after.folded.chars().all(|c| c.is_ascii_digit()) && after.folded.len() == 2;
        if after.gap == Gap::Comma && age {
            name.person += 3;
        }
        if after.gap == Gap::Comma {
            let near = all.get(piece.end..(piece.end + 7).min(all.len())).unwrap_or_default();
            let article =
                matches!(after.folded.as_str(), "a" | "an" | "the" | "who" | "head" | "chief");
            if article
                && near
                    .iter()
                    .take_while(|t| {
                        t.sentence == after.sentence
                            && (t.gap == Gap::Space || t.span == after.span)
                    })
                    .zip(all.get(piece.end + 1..).unwrap_or_default())
                    .any(|(t, next)| {
                        // "in Banjul, a source said" is no apposition.
                        GAZETTEER.office(&t.folded).is_some()
                            && !(next.joins_before() && is_speech_verb(&next.folded))
                    })
            {
                name.person += 2;
            }
        }
    }
}

pub(super) fn kind_of(name: &Name) -> EntityKind {
    match name.what {
        What::Known(Known::State(_) | Known::Capital(_)) => EntityKind::State,
        What::Known(Known::Seat(_) | Known::Body(_)) => EntityKind::Organization,
        What::Known(Known::Adjective(_) | Known::People(_) | Known::Group) => {
            EntityKind::Nationality
        }
        What::Known(Known::Place) => EntityKind::Place,
        // "Minister Should Cancel Visit": words of a headline.
        What::Kind(EntityKind::Person) if name.heading && name.ordinary && name.words.len() > 2 => {
            EntityKind::Other
        }
        What::Kind(EntityKind::Place) if name.person >= 3 => EntityKind::Person,
        // One word that people are "in" or "near" and that nothing shows to be a person.
        What::Kind(EntityKind::Person)
            if name.words.len() == 1 && name.place >= 2 && name.place > name.person =>
        {
            EntityKind::Place
        }
        What::Kind(kind) => kind,
        What::Office => EntityKind::Other,
        What::Unknown => {
            if name.acronym {
                return if name.person >= 3 {
                    EntityKind::Person
                } else {
                    EntityKind::Organization
                };
            }
            let given =
                name.words.len() == 1 && name.words.iter().all(|w| GAZETTEER.is_given_name(w));
            if given && name.place < 2 && name.organization < 3
                || name.person > name.place.max(name.organization).max(0)
            {
                EntityKind::Person
            } else if name.place > 0 && name.place >= name.organization {
                EntityKind::Place
            } else if name.organization > 0 {
                EntityKind::Organization
            } else if (name.words.len() == 2 || name.words.len() == 3) && !name.ordinary {
                // Two or three capitalised words without an article are most often a person.
                EntityKind::Person
            } else if name.words.len() > 1 && name.ordinary {
                EntityKind::Other
            } else {
                EntityKind::Organization
            }
        }
    }
}
