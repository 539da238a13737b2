//! Descriptions: noun phrases whose head is an office, a part in an event or a kind of body.

mod words;

use self::words::{
    ALSO_VERBS, BARE_ADJECTIVES, BARE_SINGULARS, DEFINITE, INDEFINITE, MODIFIERS, NEGATIVE, TUPLES,
    is_common_plural, is_verb_here,
};
use super::gazetteer::{GAZETTEER, Gender, Known};
use super::grammar::{gender_of_noun, is_plural_noun, is_verb_like};
use super::run::{Piece, What};
use super::token::{Gap, Token, Tokens};
use rapporteur_core::words::is_function_word;

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// "the", "this", "his", "Germany's": somebody the reader knows.
    Definite,
    /// "a", "another", "several", a bare plural: somebody new.
    Indefinite,
    /// Nothing, before a singular: a title ("NATO Secretary General", "Kremlin spokesman").
    Title,
}

/// A description.
#[derive(Clone, Debug)]
pub(crate) struct Nominal {
    /// Index of its first word.
    pub(crate) first: usize,
    /// Index of its head noun.
    pub(crate) head: usize,
    /// One past its last word, "Secretary of State" included.
    pub(crate) end: usize,
    /// How it is introduced.
    pub(crate) determiner: Determiner,
    /// Indices of the name pieces inside it ("Kremlin", "Germany's").
    pub(crate) inside: Vec<usize>,
    /// Index of the name piece of its complement ("a spokesman for the FirstGroup").
    pub(crate) of: Option<usize>,
    /// Whether it speaks of several.
    pub(crate) plural: bool,
    /// Whether its head is an office or a part for persons, not a body.
    pub(crate) person: bool,
}

impl Nominal {
    /// The gender that the head noun tells.
    pub(crate) fn gender(&self, tokens: &[Token]) -> Option<Gender> {
        gender_of_noun(&tokens.get(self.head)?.folded)
    }
}

/// The descriptions of all sentences, in order. `owner[t]` is the piece in which word `t` lies.
pub(crate) fn find(tokens: &Tokens, pieces: &[Piece], owner: &[Option<usize>]) -> Vec<Nominal> {
    let all = &tokens.all;
    let mut out: Vec<Nominal> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let Some((start, head, end)) = head_at(all, pieces, owner, at) else {
            at += 1;
            continue;
        };
        if let Some(nominal) = phrase(all, pieces, owner, start, head, end) {
            // "the Deputy | Russian FM", "chairman and | chief executive": one description.
            // "the company's | lawyer": the owner stays a description of its own.
            let inside = |last: &Nominal| {
                last.end > nominal.first
                    && !all
                        .get(last.end - 1)
                        .is_some_and(|t| t.possessive && last.end <= nominal.head)
            };
            while out.last().is_some_and(inside) {
                out.pop();
            }
            out.push(nominal);
        }
        at = end.max(at + 1);
    }
    out.sort_by_key(|n| (n.first, n.end));
    out
}

/// The head noun at `at`, with the bounds of the words that belong to it for certain.
fn head_at(
    all: &[Token],
    pieces: &[Piece],
    owner: &[Option<usize>],
    at: usize,
) -> Option<(usize, usize, usize)> {
    let token = all.get(at)?;
    if let Some(piece) = owner.get(at).copied().flatten().and_then(|p| pieces.get(p)) {
        if piece.what != What::Office || piece.first != at {
            return None;
        }
        let office = (piece.first..piece.end)
            .rev()
            .find(|k| all.get(*k).is_some_and(|t| GAZETTEER.office(&t.folded).is_some()));
        let body = || GAZETTEER.body_noun(&token.folded).map(|_| at);
        return Some((piece.first, office.or_else(body)?, piece.end));
    }
    let noun = |t: &Token| {
        GAZETTEER.office(&t.folded).is_some() || GAZETTEER.body_noun(&t.folded).is_some()
    };
    if is_tuple(all, at) {
        return Some((at, at, at + 1));
    }
    if !noun(token) {
        return None;
    }
    // "police officers", "company spokesman": the last of a chain of nouns is the head.
    let chained = all.get(at + 1).is_some_and(|next| {
        next.sentence == token.sentence
            && next.gap == Gap::Space
            && !token.possessive
            && (noun(next) && !is_verb_here(all, at + 1)
                || next.folded == "general" && token.folded == "secretary")
            && owner
                .get(at + 1)
                .copied()
                .flatten()
                .is_none_or(|p| pieces.get(p).is_some_and(|p| p.what == What::Office))
    });
    if chained || is_verb_here(all, at) {
        return None;
    }
    let plain_noun = all.get(at + 1).is_some_and(|next| {
        next.sentence == token.sentence
            && next.gap == Gap::Space
            && !token.possessive
            && !next.capital
            && !is_function_word(&next.folded)
            && !is_verb_like(&next.folded)
            && !next.folded.ends_with("ly")
            && !next.folded.ends_with('s')
            || next.sentence == token.sentence
                && next.gap == Gap::Space
                && !token.possessive
                && is_common_plural(&next.folded)
    });
    if plain_noun && MODIFIERS.contains(&token.folded.as_str()) {
        return None;
    }
    // "Secretary of State" in lower case: "minister of information and culture".
    let mut end = at + 1;
    if GAZETTEER.office(&token.folded).is_some()
        && all.get(end).is_some_and(|t| t.folded == "of" && t.joins_before())
    {
        let mut k = end + 1;
        while all.get(k).is_some_and(|t| {
            t.sentence == token.sentence
                && t.joins_before()
                && owner.get(k).copied().flatten().is_none()
                && (GAZETTEER.is_portfolio(&t.folded) || matches!(t.folded.as_str(), "and" | "the"))
        }) {
            k += 1;
        }
        while k > end + 1
            && all.get(k - 1).is_some_and(|t| matches!(t.folded.as_str(), "and" | "the"))
        {
            k -= 1;
        }
        if k > end + 1 {
            end = k;
        }
    }
    Some((at, at, end))
}

/// "the pair", "the couple": persons by their number alone.
fn is_tuple(all: &[Token], at: usize) -> bool {
    let (Some(token), Some(the)) = (all.get(at), at.checked_sub(1).and_then(|k| all.get(k))) else {
        return false;
    };
    TUPLES.contains(&token.folded.as_str())
        && the.folded == "the"
        && the.sentence == token.sentence
        && all.get(at + 1).is_none_or(|next| {
            next.sentence != token.sentence
                || next.gap != Gap::Space
                || next.folded != "of" && is_function_word(&next.folded)
                || is_verb_like(&next.folded)
        })
}

/// The whole phrase around a head noun, if it is a description.
fn phrase(
    all: &[Token],
    pieces: &[Piece],
    owner: &[Option<usize>],
    start: usize,
    head: usize,
    end: usize,
) -> Option<Nominal> {
    const REACH: usize = 9;
    let head_token = all.get(head)?;
    let head_word = head_token.folded.as_str();
    let mut first = start; // reached for certain
    let mut determiner = None;
    let mut inside = Vec::new();
    let mut tentative: Option<usize> = None;
    let mut k = start;
    let mut owned = false;
    while k > 0 && start - k < REACH {
        let here = all.get(k)?;
        let before = all.get(k - 1)?;
        if before.sentence != head_token.sentence {
            break;
        }
        let adjacent = here.joins_before()
            || before.possessive && here.gap != Gap::Comma
            || here.gap == Gap::Other && matches!(before.folded.as_str(), "no");
        if !adjacent {
            break;
        }
        let word = before.folded.as_str();
        if let Some(p) = owner.get(k - 1).copied().flatten() {
            let piece = pieces.get(p)?;
            if piece.what == What::Office && tentative.is_none() {
                k = piece.first;
                first = k;
                continue;
            }
            inside.push(p);
            k = piece.first;
            if tentative.is_none() || before.possessive {
                first = k;
                tentative = None;
            }
            if before.possessive {
                owned = true;
            }
            continue;
        }
        if DEFINITE.contains(&word) || INDEFINITE.contains(&word) {
            let definite = DEFINITE.contains(&word);
            // "the two ministers" are known, whatever their number.
            if determiner.is_none() || definite {
                determiner = Some(if definite || owned {
                    Determiner::Definite
                } else {
                    Determiner::Indefinite
                });
            }
            k -= 1;
            first = k;
            tentative = None;
            // "the two ministers", "both the SPD", "some of the": one more may stand before.
            if definite && word != "the" {
                break;
            }
            continue;
        }
        if NEGATIVE.contains(&word) {
            return None;
        }
        if determiner.is_some() {
            break;
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            determiner = Some(Determiner::Indefinite);
            k -= 1;
            first = k;
            tentative = None;
            continue;
        }
        if is_verb_like(word) && word.ends_with("ed") {
            // "the alleged ringleader", but not "the court indicted officers".
            let adjective = k.checked_sub(2).and_then(|b| all.get(b)).is_some_and(|b| {
                b.sentence == before.sentence
                    && (DEFINITE.contains(&b.folded.as_str())
                        || INDEFINITE.contains(&b.folded.as_str())
                        || b.folded.ends_with("ly"))
            });
            if !adjective {
                break;
            }
        } else if is_verb_like(word) {
            break;
        }
        if word == "and" {
            let joined =
                all.get(k.saturating_sub(2)).is_some_and(|t| GAZETTEER.office(&t.folded).is_some())
                    && k >= 2;
            if joined && !is_plural_noun(head_word) {
                k -= 1;
                continue;
            }
            break;
        }
        if before.possessive {
            // "the suspect's father": the owner is a description of its own.
            owned = true;
            first = k - 1;
            k -= 1;
            tentative = None;
            continue;
        }
        if is_function_word(word) {
            break;
        }
        let certain = GAZETTEER.office(word).is_some()
            || GAZETTEER.body_noun(word).is_some()
            || GAZETTEER.is_portfolio(word)
            || BARE_ADJECTIVES.contains(&word);
        k -= 1;
        if certain && tentative.is_none() {
            first = k;
        } else if tentative.is_none() {
            tentative = Some(k);
        }
    }
    let tuple = TUPLES.contains(&head_word);
    let plural = is_plural_noun(head_word) || tuple;
    let person = GAZETTEER.office(head_word).is_some() || tuple;
    let determiner = match determiner {
        Some(d) => d,
        None if owned => Determiner::Definite,
        None if plural => {
            if ALSO_VERBS.contains(&head_word) && first == head && !head_token.starts {
                return None;
            }
            if matches!(head_word, "police" | "authorities") {
                Determiner::Definite
            } else {
                Determiner::Indefinite
            }
        }
        None if BARE_SINGULARS.contains(&head_word) => Determiner::Definite,
        None if !inside.is_empty() || head_token.capital && person => Determiner::Title,
        // "company chairman and chief executive Richard Smith": kept only before a name.
        None if person
            && owner.get(end).copied().flatten().is_some()
            && all.get(end).is_some_and(Token::joins_before) =>
        {
            Determiner::Title
        }
        // ", spokesman for": an apposition without an article.
        None if person && all.get(start).is_some_and(|t| t.gap == Gap::Comma) => Determiner::Title,
        None => return None,
    };
    if head_token.title_case && inside.is_empty() {
        return None;
    }
    inside.retain(|p| pieces.get(*p).is_some_and(|piece| piece.first >= first));
    let of = complement(all, pieces, owner, end);
    Some(Nominal { first, head, end, determiner, inside, of, plural, person })
}

/// The name in "of NATO", "for the FirstGroup", "at St George's", right after a description.
fn complement(
    all: &[Token],
    pieces: &[Piece],
    owner: &[Option<usize>],
    end: usize,
) -> Option<usize> {
    let preposition = all.get(end)?;
    if !preposition.joins_before()
        || !matches!(
            preposition.folded.as_str(),
            "of" | "for" | "at" | "from" | "in" | "with" | "to" | "on"
        )
    {
        return None;
    }
    let mut k = end + 1;
    for _ in 0..8 {
        let token = all.get(k)?;
        if token.sentence != preposition.sentence || !token.joins_before() {
            return None;
        }
        if let Some(p) = owner.get(k).copied().flatten() {
            let piece = pieces.get(p)?;
            if piece.what == What::Office {
                k = piece.end;
                continue;
            }
            // "of the Ruritanian Diet's Foreign Affairs Committee": the last of the chain.
            let mut last = p;
            while pieces.get(last + 1).is_some_and(|next| {
                let end = pieces.get(last).map_or(0, |l| l.end);
                next.first == end
                    && next.what != What::Office
                    && all.get(end).is_some_and(|t| {
                        t.sentence == token.sentence
                            && t.joins_before()
                            && !GAZETTEER.is_given_name(&t.folded)
                    })
            }) {
                last += 1;
            }
            return Some(last);
        }
        if is_function_word(&token.folded)
            && !matches!(token.folded.as_str(), "the" | "its" | "of" | "and" | "at")
        {
            return None;
        }
        k += 1;
    }
    None
}

/// Whether a piece names a state, by name, adjective, capital or seat.
pub(crate) fn state_of(piece: &Piece) -> Option<usize> {
    match piece.what {
        What::Known(Known::Body(_) | Known::Place) => None,
        What::Known(known) => known.state(),
        _ => None,
    }
}
