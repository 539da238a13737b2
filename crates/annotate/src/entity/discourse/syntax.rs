//! Rough signs of syntax around a mention: subjects, modifiers, titles, marks of party.

use crate::entity::gazetteer::{GAZETTEER, Gender, Known};
use crate::entity::grammar::{gender_of_noun, is_speech_verb, is_verb_like};
use crate::entity::nominal::Nominal;
use crate::entity::run::{Piece, What};
use crate::entity::token::{Gap, Token};
use rapporteur_core::{Span, words};

/// "in Banjul, a source said": what has its own verb is no apposition.
pub(super) fn speaks_itself(all: &[Token], nominal: &Nominal) -> bool {
    let (Some(head), Some(next)) = (all.get(nominal.head), all.get(nominal.end)) else {
        return false;
    };
    // "Senator Baker, Mr. President, …": a list of addresses.
    if all
        .get(nominal.first)
        .is_some_and(|t| matches!(t.folded.as_str(), "mr" | "mrs" | "ms" | "madam"))
    {
        return true;
    }
    head.sentence == next.sentence && next.joins_before() && is_speech_verb(&next.folded)
}

/// Whether an adjective of a state or group stands before its noun.
pub(super) fn is_modifier(all: &[Token], piece: &Piece) -> bool {
    let adjective = matches!(piece.what, What::Known(Known::Adjective(_) | Known::Group));
    let Some(here) = all.get(piece.end - 1) else {
        return false;
    };
    adjective
        && !here.possessive
        && all.get(piece.end).is_some_and(|next| {
            next.sentence == here.sentence
                && next.joins_before()
                && !words::is_function_word(&next.folded)
                && (!is_verb_like(&next.folded)
                    || next.folded.ends_with("ed") && !is_speech_verb(&next.folded))
        })
}

/// The gender that "Mr", "Ms" right before the name tells.
pub(super) fn honorific_gender(all: &[Token], first: usize) -> Option<Gender> {
    let before = all.get(first.checked_sub(1)?)?;
    let here = all.get(first)?;
    if before.sentence != here.sentence || !here.joins_before() {
        return None;
    }
    GAZETTEER.honorific(&before.folded).flatten().or_else(|| gender_of_noun(&before.folded))
}

/// The party of a legislator and the state of the union that elected her.
pub(super) struct PartyMark {
    pub(super) party: &'static str,
    /// Folded words of the place, as far as they stand in the mark.
    pub(super) place: Vec<String>,
}

/// "(R-Ariz.)", ", D-N.Y.,", ", Republican of Ohio": the party of a legislator, as American papers
/// write it.
pub(super) fn party_mark(text: &str, all: &[Token], end: usize) -> Option<PartyMark> {
    let token = all.get(end)?;
    if !matches!(token.gap, Gap::Bracket | Gap::Comma) {
        return None;
    }
    let word = &text[token.span];
    let mut chars = word.chars();
    let by_letter = match (chars.next(), chars.next()) {
        (Some('R'), Some('-' | '–')) => Some("Republicans"),
        (Some('D'), Some('-' | '–')) => Some("Democrats"),
        _ => None,
    };
    if let Some(party) = by_letter {
        let place = words::fold(chars.as_str());
        return Some(PartyMark { party, place: vec![place] });
    }
    let party = match token.folded.as_str() {
        "republican" if token.capital => "Republicans",
        "democrat" if token.capital => "Democrats",
        _ => return None,
    };
    Some(PartyMark { party, place: Vec::new() })
}

/// One past the complement of an office: "head | of the rescue service", "president | of the
/// Kenyan federation", "professor | of hydrology at Denver University". `known` is one past the name
/// that it is known to hold.
pub(super) fn role_end(all: &[Token], end: usize, known: usize) -> usize {
    const LONGEST: usize = 8;
    let Some(of) = all.get(end).filter(|t| t.joins_before()) else {
        return known;
    };
    if known == end && !matches!(of.folded.as_str(), "of" | "for" | "at") {
        return known;
    }
    let mut at = known.max(end + 1);
    let mut reached = known;
    while at < known.max(end + 1) + LONGEST {
        let Some(token) = all.get(at).filter(|t| t.sentence == of.sentence && t.joins_before())
        else {
            return reached;
        };
        let article = at == end + 1 && matches!(token.folded.as_str(), "the" | "its" | "a" | "an");
        let plain = !token.capital
            && !words::is_function_word(&token.folded)
            && !is_verb_like(&token.folded)
            && !GAZETTEER.is_calendar(&token.folded)
            && !token.folded.ends_with("ly");
        if !(article || plain) {
            return reached;
        }
        at += 1;
        // Behind a name only the noun of a body goes on: "of the Kenyan | federation".
        let body = GAZETTEER.body_noun(&token.folded).is_some();
        if plain && (known == end && of.folded == "of" || body) {
            reached = at;
        }
        if body {
            return reached;
        }
    }
    reached
}

/// From the first byte of word `first` to the last of word `end - 1`.
pub(super) fn span_of(all: &[Token], first: usize, end: usize) -> Span {
    match (all.get(first), end.checked_sub(1).and_then(|e| all.get(e))) {
        (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end().max(a.span.start())),
        _ => Span::default(),
    }
}

/// Whether a verb of speech stands right after or right before.
pub(super) fn speaks(all: &[Token], first: usize, end: usize) -> bool {
    let Some(here) = all.get(first) else {
        return false;
    };
    let after = all.get(end).is_some_and(|t| {
        t.sentence == here.sentence && t.joins_before() && is_speech_verb(&t.folded)
    });
    let before = first.checked_sub(1).and_then(|k| all.get(k)).is_some_and(|t| {
        t.sentence == here.sentence
            && here.joins_before()
            && matches!(t.folded.as_str(), "said" | "says")
    });
    after || before
}

/// A rough sign of a grammatical subject: no preposition before, a verb or the start around it.
pub(super) fn is_subject(all: &[Token], first: usize, end: usize) -> bool {
    let Some(here) = all.get(first) else {
        return false;
    };
    let before =
        first.checked_sub(1).and_then(|k| all.get(k)).filter(|t| t.sentence == here.sentence);
    let after = all.get(end).filter(|t| t.sentence == here.sentence);
    let preposition = before.is_some_and(|t| {
        here.gap == Gap::Space
            && matches!(
                t.folded.as_str(),
                "of" | "to"
                    | "in"
                    | "on"
                    | "for"
                    | "with"
                    | "from"
                    | "by"
                    | "at"
                    | "against"
                    | "between"
                    | "about"
                    | "over"
                    | "under"
                    | "into"
                    | "than"
                    | "the"
                    | "like"
                    | "via"
            )
    });
    let verb = after.is_some_and(|t| {
        t.gap != Gap::Comma && is_verb_like(&t.folded) || t.gap == Gap::Comma && before.is_none()
    });
    let inverted = before.is_some_and(|t| is_speech_verb(&t.folded) && here.gap == Gap::Space)
        && after.is_none_or(|t| t.gap != Gap::Space);
    !preposition && (verb || inverted || before.is_none())
}
