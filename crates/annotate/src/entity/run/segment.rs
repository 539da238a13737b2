//! Cuts a run of capitalised words into offices, states, bodies, persons and other names.

use super::{Piece, What};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::token::{Gap, Token};
use rapporteur_core::EntityKind;

/// The kind that a head noun inside a name tells.
pub(super) fn head_kind(folded: &str) -> Option<EntityKind> {
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
pub(super) fn segment(all: &[Token], mut at: usize, end: usize, out: &mut Vec<Piece>) {
    while at < end {
        let (next, what) = piece(all, at, end);
        let next = next.max(at + 1);
        out.push(Piece { first: at, end: next, what });
        at = next;
        while at < end && all.get(at).is_some_and(|t| !t.capital && !t.folded.starts_with("al-")) {
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
        let complement =
            all.get(stop).is_some_and(|t| matches!(t.folded.as_str(), "of" | "for" | "on"));
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
        let what = if described { What::Office } else { What::Kind(EntityKind::Organization) };
        return (body, what);
    }
    if let Some((n, known)) = known {
        let next = at + n;
        // "Western Australia", "Eastern Ukraine": a part of the country.
        if matches!(word(at), "western" | "eastern" | "northern" | "southern" | "central")
            && next < end
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
        let kind =
            all.get(stop - 1).and_then(|t| head_kind(&t.folded)).map_or(What::Unknown, What::Kind);
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
    let particle =
        words.iter().any(|t| matches!(t.folded.as_str(), "bin" | "ibn" | "van" | "von" | "al"));
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
fn office_end(all: &[Token], at: usize, end: usize) -> Option<usize> {
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
        let person_follows =
            k + 2 < end && all.get(k + 1).is_some_and(|t| GAZETTEER.is_given_name(&t.folded));
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
            && !all.get(k - 1).is_some_and(|t| GAZETTEER.is_given_name(&t.folded))
        {
            break;
        }
        k += 1;
    }
    k
}
