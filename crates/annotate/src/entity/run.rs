//! Names: sequences of capitalised words, cut into titles, states, bodies, persons.

mod again;
mod named;
mod segment;

pub(crate) use self::again::again;
pub(crate) use self::named::named;
use self::segment::{head_kind, segment};
use super::gazetteer::{GAZETTEER, Known};
use super::grammar::is_speech_verb;
use super::token::{Gap, Token, Tokens};
use rapporteur_core::{EntityKind, words};

/// Names have no more words than this; longer runs of capitals are cut, which also bounds the work.
const LONGEST_NAME: usize = 24;

/// A stretch of words that names something or gives an office.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Index of its first word.
    pub(crate) first: usize,
    /// One past its last word.
    pub(crate) end: usize,
    /// What it is, as far as its own words tell.
    pub(crate) what: What,
}

/// What the words of a piece tell by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Found in the gazetteer.
    Known(Known),
    /// Its kind is told by its words: a given name, a head noun.
    Kind(EntityKind),
    /// A name of unknown kind.
    Unknown,
    /// Words of an office or rank: no name.
    Office,
}

/// The pieces of all sentences, in order, not overlapping.
pub(crate) fn pieces(tokens: &Tokens) -> Vec<Piece> {
    let mut out = Vec::new();
    let all = &tokens.all;
    let mut at = 0;
    while at < all.len() {
        if let Some(end) = run_end(tokens, at) {
            segment(all, at, end, &mut out);
            at = out.last().map_or(end, |p| p.end.max(end));
        } else {
            at += 1;
        }
    }
    out
}

/// Whether the word at `at` may begin or continue a name.
fn is_raised(tokens: &Tokens, at: usize) -> bool {
    let Some(t) = tokens.all.get(at) else {
        return false;
    };
    if !t.capital || t.title_case || t.folded == "i" {
        return false;
    }
    if GAZETTEER.is_calendar(&t.folded) && !t.all_caps {
        // A month may be a surname or a given name: "Theresa May", "April Jones".
        return t.gap == Gap::Space
            && at
                .checked_sub(1)
                .and_then(|k| tokens.all.get(k))
                .is_some_and(|b| b.capital && GAZETTEER.is_given_name(&b.folded));
    }
    // "R-Texas": the mark of a party, not a name.
    if matches!(t.folded.get(..2), Some("r-" | "d-" | "i-")) {
        return false;
    }
    if t.compound && GAZETTEER.office(&t.folded).is_none() {
        return false;
    }
    !words::is_function_word(&t.folded)
        || t.all_caps && GAZETTEER.longest(&tokens.all, at).is_some()
}

/// Whether the word at the start of a sentence is capitalised only because it stands there.
fn only_starts(tokens: &Tokens, at: usize, alone: bool) -> bool {
    let Some(t) = tokens.all.get(at) else {
        return true;
    };
    if !t.starts || t.all_caps {
        return false;
    }
    let known = GAZETTEER.longest(&tokens.all, at);
    if known.is_some_and(|(n, _)| n > 1 || !GAZETTEER.is_common(&t.folded)) {
        return false;
    }
    if GAZETTEER.honorific(&t.folded).is_some() || GAZETTEER.office(&t.folded).is_some() {
        return alone;
    }
    if tokens.raised(&t.folded) > tokens.lower(&t.folded) {
        return GAZETTEER.is_common(&t.folded);
    }
    if GAZETTEER.is_common(&t.folded) || tokens.lower(&t.folded) > 0 {
        return true;
    }
    if alone {
        // "Whitlock told …": nothing but a name starts a sentence so.
        let speaks = tokens.all.get(at + 1).is_some_and(|next| {
            next.sentence == t.sentence && next.gap == Gap::Space && is_speech_verb(&next.folded)
        });
        let noun = GAZETTEER.body_noun(&t.folded).is_some() || t.folded.ends_with('s');
        return !GAZETTEER.is_given_name(&t.folded) && (!speaks || noun);
    }
    (t.folded.ends_with("ly") || t.folded.ends_with("ing") || t.folded.ends_with("ed"))
        && !GAZETTEER.is_given_name(&t.folded)
}

/// One past the last word of the capitalised run that starts at `at`, if one starts there.
fn run_end(tokens: &Tokens, at: usize) -> Option<usize> {
    let all = &tokens.all;
    let first = all.get(at)?;
    let known = GAZETTEER.longest(all, at);
    if first.title_case {
        // Capitals tell nothing here: only what is known in general. Names of the body are added
        // by `again`.
        return known
            .filter(|(n, k)| {
                *n > 1 || !matches!(k, Known::Place) || !GAZETTEER.is_common(&first.folded)
            })
            .map(|(n, _)| at + n);
    }
    if !is_raised(tokens, at) {
        return known.filter(|_| !first.starts || first.all_caps).map(|(n, _)| at + n);
    }
    let mut end = known.map_or(at + 1, |(n, _)| at + n);
    while let Some(last) = all.get(end - 1) {
        if end - at >= LONGEST_NAME {
            break;
        }
        if last.possessive && !possessive_inside(all, end) {
            break;
        }
        let Some(next) = all.get(end) else { break };
        if next.sentence != last.sentence || next.starts && next.gap != Gap::Space {
            break;
        }
        match next.gap {
            Gap::Space | Gap::Abbreviation | Gap::Ampersand => {}
            _ => break,
        }
        if is_raised(tokens, end) {
            end += GAZETTEER.longest(all, end).map_or(1, |(n, _)| n);
            continue;
        }
        // "Bring Back Our Girls": function words that the name itself capitalises.
        if next.capital
            && !next.starts
            && words::is_function_word(&next.folded)
            && !next.title_case
            && is_raised(tokens, end + 1)
            && all.get(end + 1).is_some_and(|t| t.gap == Gap::Space)
        {
            end += 2;
            continue;
        }
        match connector(tokens, at, end) {
            Some(more) => end += more,
            None => break,
        }
    }
    let alone = end - at == 1;
    if only_starts(tokens, at, alone) {
        // The capital tells nothing: the run starts with the next word, if at all.
        return None;
    }
    Some(end)
}

/// "People's Republic", "Women's Council", "St George's Hospital".
fn possessive_inside(all: &[Token], end: usize) -> bool {
    let Some(owner) = all.get(end - 1) else {
        return false;
    };
    let saint =
        end >= 2 && all.get(end - 2).is_some_and(|t| matches!(t.folded.as_str(), "st" | "saint"));
    let general = matches!(
        owner.folded.as_str(),
        "people" | "women" | "children" | "men" | "workers" | "farmers" | "king" | "queen"
    );
    (saint || general) && all.get(end).is_some_and(|t| t.capital)
}

/// Lower-case words inside a name, from `at + ..end` on: how many belong to it before the next
/// capitalised word.
fn connector(tokens: &Tokens, first: usize, end: usize) -> Option<usize> {
    let all = &tokens.all;
    let word = all.get(end)?.folded.as_str();
    let raised = |k: usize| is_raised(tokens, k) && all.get(k).is_some_and(Token::joins_before);
    match word {
        "de" | "van" | "von" | "der" | "den" | "bin" | "ibn" | "al" | "el" | "da" | "di" | "du"
        | "dos" | "del" | "della" | "ter" | "ten" | "la" | "le" | "y" | "ould" | "zu" | "des" => {
            if raised(end + 1) {
                Some(1)
            } else if all
                .get(end + 1)
                .is_some_and(|t| matches!(t.folded.as_str(), "la" | "der" | "den" | "los"))
                && raised(end + 2)
            {
                Some(2)
            } else {
                None
            }
        }
        "of" => {
            let head = all.get(end - 1)?;
            if !takes_of(&head.folded) {
                return None;
            }
            if raised(end + 1) {
                Some(1)
            } else if all.get(end + 1).is_some_and(|t| t.folded == "the") && raised(end + 2) {
                Some(2)
            } else {
                None
            }
        }
        "for" | "on" => {
            let head = all.get(end - 1)?;
            let fits = GAZETTEER.body_noun(&head.folded).is_some() && head.capital;
            (fits && raised(end + 1)).then_some(1)
        }
        "and" => {
            // "Foreign Affairs and Trade", "Security and Cooperation": inside a name that an "of" or
            // "for" has opened, and never before a name that stands for itself.
            let opened =
                all.get(first..end)?.iter().any(|t| matches!(t.folded.as_str(), "of" | "for"));
            let next = all.get(end + 1)?;
            let portfolio = |t: &Token| GAZETTEER.is_portfolio(&t.folded);
            let fits = opened && (portfolio(next) || !next.all_caps)
                || portfolio(next) && portfolio(all.get(end - 1)?)
                || committee_follows(all, first, end);
            (fits && raised(end + 1) && GAZETTEER.longest(all, end + 1).is_none()).then_some(1)
        }
        _ => None,
    }
}

/// "the Oversight and Government Reform Committee": one body whose head noun is still to come.
fn committee_follows(all: &[Token], first: usize, end: usize) -> bool {
    let official = |t: &Token| {
        t.capital
            && matches!(GAZETTEER.body_noun(&t.folded), Some("ministry" | "agency" | "legislature"))
    };
    let headed = all.get(end - 1).is_some_and(|t| GAZETTEER.body_noun(&t.folded).is_some());
    let the = first
        .checked_sub(1)
        .and_then(|k| all.get(k))
        .is_some_and(|t| t.possessive || matches!(t.folded.as_str(), "the" | "its" | "their"));
    the && !headed
        && all
            .get(end + 1..(end + 6).min(all.len()))
            .unwrap_or_default()
            .iter()
            .take_while(|t| t.capital && t.gap == Gap::Space)
            .any(official)
}

/// Nouns that a name continues after with "of": offices, bodies, events, documents.
fn takes_of(folded: &str) -> bool {
    GAZETTEER.office(folded).is_some()
        || GAZETTEER.body_noun(folded).is_some()
        || head_kind(folded).is_some()
        || matches!(
            folded,
            "republic"
                | "state"
                | "kingdom"
                | "duke"
                | "prince"
                | "princess"
                | "duchess"
                | "house"
                | "chamber"
                | "chiefs"
                | "bank"
                | "gulf"
                | "sea"
                | "bay"
                | "strait"
                | "isle"
                | "city"
                | "province"
                | "order"
                | "battle"
                | "declaration"
                | "federation"
                | "church"
        )
}
