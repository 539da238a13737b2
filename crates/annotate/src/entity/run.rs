//! Names: sequences of capitalised words, cut into titles, states, bodies, persons.

use super::cluster::is_speech_verb;
use super::gazetteer::{GAZETTEER, Known};
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
        return known
            .filter(|_| !first.starts || first.all_caps)
            .map(|(n, _)| at + n);
    }
    let mut end = known.map_or(at + 1, |(n, _)| at + n);
    loop {
        let Some(last) = all.get(end - 1) else { break };
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
    let saint = end >= 2
        && all
            .get(end - 2)
            .is_some_and(|t| matches!(t.folded.as_str(), "st" | "saint"));
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
            let opened = all
                .get(first..end)?
                .iter()
                .any(|t| matches!(t.folded.as_str(), "of" | "for"));
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
            && matches!(
                GAZETTEER.body_noun(&t.folded),
                Some("ministry" | "agency" | "legislature")
            )
    };
    let headed = all
        .get(end - 1)
        .is_some_and(|t| GAZETTEER.body_noun(&t.folded).is_some());
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

/// The kind that a head noun inside a name tells.
pub(crate) fn head_kind(folded: &str) -> Option<EntityKind> {
    Some(match folded {
        "wall" => EntityKind::Place,
        "summit" | "conference" | "games" | "cup" | "war" | "festival" | "olympics" | "forum"
        | "championship" | "championships" | "revolution" | "uprising" | "marathon" | "prize"
        | "award" | "battle" | "talks" | "day" | "eve" => EntityKind::Event,
        "treaty" | "agreement" | "act" | "accord" | "accords" | "convention" | "protocol"
        | "memorandum" | "declaration" | "charter" | "constitution" | "resolution"
        | "amendment" | "code" | "bill" | "communique" | "manifesto" | "pact" | "statute" => {
            EntityKind::Document
        }
        "street" | "square" | "river" | "lake" | "mount" | "bridge" | "airport" | "province"
        | "county" | "district" | "city" | "island" | "islands" | "valley" | "gate" | "region"
        | "station" | "park" | "sea" | "bay" | "strait" | "peninsula" | "avenue" | "road"
        | "canal" | "mountains" | "mountain" | "coast" | "ocean" | "gulf" | "desert" | "forest"
        | "palace" | "tower" | "town" | "village" | "state" | "oblast" | "prefecture" | "hills"
        | "heights" | "cape" | "port" | "border" | "junction" | "junctions" | "stadium"
        | "house" | "hotel" => EntityKind::Place,
        _ => return None,
    })
}

/// Cuts the run `at..end` into pieces.
fn segment(all: &[Token], mut at: usize, end: usize, out: &mut Vec<Piece>) {
    while at < end {
        let (next, what) = piece(all, at, end);
        let next = next.max(at + 1);
        out.push(Piece {
            first: at,
            end: next,
            what,
        });
        at = next;
        while at < end
            && all
                .get(at)
                .is_some_and(|t| !t.capital && !t.folded.starts_with("al-"))
        {
            at += 1;
        }
    }
}

fn piece(all: &[Token], at: usize, end: usize) -> (usize, What) {
    let word = |k: usize| all.get(k).map_or("", |t| t.folded.as_str());
    let given = |k: usize| GAZETTEER.is_given_name(word(k));
    let known = GAZETTEER.longest(all, at).filter(|(n, _)| at + n <= end);
    // "Michael Jordan", "Chad Smith", "Paris Hilton": a given name before an unknown word.
    if given(at)
        && at + 1 < end
        && known.is_none_or(|(n, _)| n == 1)
        && !is_titular(all, at + 1, end)
        && GAZETTEER.body_noun(word(at + 1)).is_none()
        && head_kind(word(at + 1)).is_none()
    {
        return (person_end(all, at, end), What::Kind(EntityKind::Person));
    }
    if let Some((n, known)) = known.filter(|(n, k)| *n > 1 && !matches!(k, Known::Place)) {
        return match body_end(all, at, end) {
            // "White House Press | Secretary": the noun belongs to the office.
            Some(body) if body > at + n && !GAZETTEER.is_portfolio(word(body - 1)) => {
                (body, What::Kind(EntityKind::Organization))
            }
            _ => (at + n, What::Known(known)),
        };
    }
    if let Some(stop) = office_end(all, at, end) {
        // "General Assembly", "Justice Department": a body's head noun wins over the office, but not
        // over "Chairman of the Centre".
        let complement = all
            .get(stop)
            .is_some_and(|t| matches!(t.folded.as_str(), "of" | "for" | "on"));
        if let Some(body) = body_end(all, at, end).filter(|_| !complement)
            && body > stop
        {
            return (body, What::Kind(EntityKind::Organization));
        }
        return (stop, What::Office);
    }
    if let Some(body) = body_end(all, at, end)
        && !(body == at + 1 && known.is_some())
    {
        // "the Alliance", "our Company": a description, though capitalised.
        let described = body == at + 1
            && at.checked_sub(1).and_then(|k| all.get(k)).is_some_and(|t| {
                matches!(t.folded.as_str(), "the" | "this" | "our" | "its" | "their")
            });
        let what = if described {
            What::Office
        } else {
            What::Kind(EntityKind::Organization)
        };
        return (body, what);
    }
    if let Some((n, known)) = known {
        let next = at + n;
        // "Western Australia", "Eastern Ukraine": a part of the country.
        if matches!(
            word(at),
            "western" | "eastern" | "northern" | "southern" | "central"
        ) && next < end
            && let Some((m, Known::State(_) | Known::Place)) = GAZETTEER.longest(all, next)
            && next + m <= end
        {
            return (next + m, What::Kind(EntityKind::Place));
        }
        let adjectival = matches!(known, Known::Adjective(_) | Known::People(_) | Known::Group)
            || all.get(at).is_some_and(|t| t.all_caps);
        if next >= end || adjectival || is_titular(all, next, end) {
            return (next, What::Known(known));
        }
        let person = next + 1 < end && given(next);
        if person || GAZETTEER.longest(all, next).is_some() {
            return (next, What::Known(known));
        }
        // "Brandenburg Gate", "Vienna Convention", "Berlin Wall".
        let stop = name_end(all, at, end);
        let kind = all
            .get(stop - 1)
            .and_then(|t| head_kind(&t.folded))
            .map_or(What::Unknown, What::Kind);
        return (stop, kind);
    }
    let stop = name_end(all, at, end);
    (stop, kind_of_words(all, at, stop))
}

/// What the words of a name tell.
fn kind_of_words(all: &[Token], at: usize, end: usize) -> What {
    let Some(words) = all.get(at..end) else {
        return What::Unknown;
    };
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return What::Unknown;
    };
    if words.iter().any(|t| t.gap == Gap::Ampersand)
        || GAZETTEER.is_company_mark(&last.folded) && words.len() > 1
    {
        return What::Kind(EntityKind::Organization);
    }
    if let Some(kind) = head_kind(&last.folded).filter(|_| words.len() > 1) {
        return What::Kind(kind);
    }
    if let Some(kind) = head_kind(&first.folded).filter(|_| words.len() > 1) {
        return What::Kind(kind);
    }
    let initial = first.span.len() == 1;
    let particle = words
        .iter()
        .any(|t| matches!(t.folded.as_str(), "bin" | "ibn" | "van" | "von" | "al"));
    let middle = words.iter().skip(1).any(|t| t.span.len() == 1 && t.capital);
    if words.len() > 1 && (GAZETTEER.is_given_name(&first.folded) || initial || particle || middle)
    {
        return What::Kind(EntityKind::Person);
    }
    What::Unknown
}

/// Whether an office starts at `at` and a name follows it: "Minister Heiko Maas", not "(Centre for
/// Media) Justice".
fn is_title_of_name(all: &[Token], at: usize, end: usize) -> bool {
    office_end(all, at, end).is_some_and(|stop| stop < end)
}

/// Whether an office or rank starts at `at`.
fn is_titular(all: &[Token], at: usize, end: usize) -> bool {
    office_end(all, at, end).is_some()
}

/// One past the words of an office that starts at `at`: "Deputy Foreign Minister", "Secretary of
/// State", "Minister of Foreign Affairs", "Mr".
pub(crate) fn office_end(all: &[Token], at: usize, end: usize) -> Option<usize> {
    let mut k = at;
    let mut head = None;
    while k < end {
        let t = all.get(k)?;
        let w = t.folded.as_str();
        if k > at && !t.joins_before() {
            break;
        }
        let office = GAZETTEER.office(w).is_some() || GAZETTEER.honorific(w).is_some();
        if office {
            head = Some(k);
        } else if w == "of" && head == Some(k.wrapping_sub(1)) {
            // What follows "of" belongs to the office as long as it is a portfolio.
            let mut m = k + 1;
            let mut found = false;
            while m < end {
                let Some(p) = all.get(m) else { break };
                let fits = GAZETTEER.is_portfolio(&p.folded)
                    && GAZETTEER.honorific(&p.folded).is_none()
                    || matches!(p.folded.as_str(), "and" | "the");
                if !fits {
                    break;
                }
                found |= GAZETTEER.is_portfolio(&p.folded);
                m += 1;
            }
            if !found {
                break;
            }
            head = Some(m - 1);
            k = m;
            continue;
        } else if !(GAZETTEER.is_portfolio(w) || matches!(w, "and" | "-")) {
            break;
        }
        k += 1;
    }
    head.map(|h| h + 1)
}

/// One past the head noun of a body whose name starts at `at`: "Defence Ministry", "University of
/// Louisville", "House Intelligence Committee". It ends the run or stands before an office.
fn body_end(all: &[Token], at: usize, end: usize) -> Option<usize> {
    let mut found = None;
    for k in at..end {
        let t = all.get(k)?;
        let noun = GAZETTEER.body_noun(&t.folded).is_some() && t.capital
            || k > at && GAZETTEER.is_company_mark(&t.folded);
        if !noun {
            if k > at && t.capital && GAZETTEER.honorific(&t.folded).is_some() && k + 1 < end {
                break;
            }
            continue;
        }
        let of = all
            .get(k + 1)
            .is_some_and(|n| matches!(n.folded.as_str(), "of" | "for" | "on") && k + 2 < end);
        if of {
            // The whole of what follows, up to an office.
            let mut m = k + 2;
            while m < end && !(m > k + 2 && is_title_of_name(all, m, end)) {
                m += 1;
            }
            found = Some(m);
            if m >= end {
                break;
            }
            continue;
        }
        let person_follows = k + 2 < end
            && all
                .get(k + 1)
                .is_some_and(|t| GAZETTEER.is_given_name(&t.folded));
        if k + 1 == end || is_titular(all, k + 1, end) || person_follows {
            found = Some(k + 1);
            if person_follows {
                break;
            }
        } else if all.get(k + 1).is_some_and(|n| n.gap == Gap::Ampersand) {
            continue;
        }
    }
    found
}

/// One past a person's name that starts at `at` with a given name.
fn person_end(all: &[Token], at: usize, end: usize) -> usize {
    let mut k = at + 1;
    while k < end {
        let Some(t) = all.get(k) else { break };
        if t.gap == Gap::Ampersand {
            break;
        }
        if k > at + 1 && (is_titular(all, k, end) || t.folded == "of") {
            break;
        }
        k += 1;
    }
    k
}

/// One past a name of unknown kind that starts at `at`.
fn name_end(all: &[Token], at: usize, end: usize) -> usize {
    let mut k = at + 1;
    while k < end {
        if is_titular(all, k, end)
            && !all
                .get(k - 1)
                .is_some_and(|t| GAZETTEER.is_given_name(&t.folded))
        {
            break;
        }
        k += 1;
    }
    k
}

/// Names of the article in sentences whose capitals tell nothing: each of `known`, given by its
/// folded words, longest first.
pub(crate) fn again(tokens: &Tokens, found: &[Piece]) -> Vec<Piece> {
    use rapporteur_core::LookupMap;
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
                out.push(Piece {
                    first: at,
                    end: at + words.len(),
                    what: *what,
                });
                at += words.len();
            }
            None => at += 1,
        }
    }
    out
}
