//! Names that mean the same: surnames with full names, acronyms with long forms, states by any of
//! their names.

mod bodies;
mod evidence;

use self::evidence::{kind_of, vote};
use super::gazetteer::{GAZETTEER, Known};
use super::run::{Piece, What};
use super::token::Tokens;
use rapporteur_core::{AnnotatedArticle, EntityKind, LookupMap, LookupSet};

/// Names of one thing.
#[derive(Clone, Debug)]
pub(crate) struct Cluster {
    /// What it is.
    pub(crate) kind: EntityKind,
    /// What is known of it in general.
    pub(crate) known: Option<Known>,
    /// Folded words of its fullest name.
    pub(crate) words: Vec<String>,
}

/// The clusters of an article, and for each piece those that it may mean, likeliest first. A piece
/// that names nothing (an office) has none.
#[derive(Debug)]
pub(crate) struct Clusters {
    pub(crate) all: Vec<Cluster>,
    pub(crate) of_piece: Vec<Vec<usize>>,
}

/// One distinct name.
struct Name {
    words: Vec<String>,
    what: What,
    person: i32,
    place: i32,
    organization: i32,
    acronym: bool,
    /// Whether one of its words stands in lower case in the article, or is shouted.
    ordinary: bool,
    /// Whether it stands only where every word is capitalised.
    heading: bool,
    /// The state that has this name or this capital.
    state: Option<Known>,
    cluster: Option<usize>,
}

/// Clusters the names of `pieces`.
pub(crate) fn cluster(
    article: &AnnotatedArticle,
    tokens: &Tokens,
    pieces: &[Piece],
    owner: &[Option<usize>],
) -> Clusters {
    let text = &article.article.text;
    let all = &tokens.all;
    let mut names: Vec<Name> = Vec::new();
    let mut index: LookupMap<Vec<String>, usize> = LookupMap::new();
    let mut of_piece: Vec<Option<usize>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.what == What::Office {
            of_piece.push(None);
            continue;
        }
        let Some(window) = all.get(piece.first..piece.end) else {
            of_piece.push(None);
            continue;
        };
        let words: Vec<String> = window.iter().map(|t| t.folded.clone()).collect();
        let acronym = window.len() == 1 && window.iter().all(|t| t.all_caps);
        let id = *index.get_or_insert_with(words.clone(), || {
            names.push(Name {
                words,
                what: piece.what,
                person: 0,
                place: 0,
                organization: 0,
                acronym,
                ordinary: window.iter().any(|t| {
                    tokens.lower(&t.folded) > 0
                        || window.len() > 1 && t.all_caps && t.span.len() > 4
                }),
                heading: true,
                state: GAZETTEER.longest(all, piece.first).and_then(|(n, known)| {
                    let state = matches!(known, Known::State(_) | Known::Capital(_));
                    (state && n == window.len()).then_some(known)
                }),
                cluster: None,
            });
            names.len() - 1
        });
        of_piece.push(Some(id));
        if let Some(name) = names.get_mut(id) {
            name.heading &= window.iter().all(|t| t.title_case);
            if !matches!(name.what, What::Known(_)) && matches!(piece.what, What::Kind(_)) {
                name.what = piece.what;
            }
            // A seat of government or a body known to all is no person, whatever one place suggests;
            // nor is a state or a capital, unless people are called so.
            if let Some((n, known)) = GAZETTEER.longest(all, piece.first)
                && n == window.len()
                && !matches!(name.what, What::Known(_))
                && match known {
                    Known::Seat(_) | Known::Body(_) => true,
                    Known::State(_) | Known::Capital(_) => {
                        !name.words.iter().all(|word| GAZETTEER.is_given_name(word))
                    }
                    _ => false,
                }
            {
                name.what = What::Known(known);
            }
            vote(name, all, pieces, owner, piece);
        }
    }
    no_state_is_a_person(&mut names);
    let kinds: Vec<EntityKind> = names.iter().map(kind_of).collect();
    let mut clusters: Vec<Cluster> = Vec::new();

    // Known names: one cluster for each state (name, capital) and body.
    let mut known_index: LookupMap<(u8, usize), usize> = LookupMap::new();
    for (name, kind) in names.iter_mut().zip(&kinds) {
        let What::Known(known) = name.what else {
            continue;
        };
        let key = match known {
            Known::State(s) | Known::Capital(s) => Some((0, s)),
            Known::Seat(s) => Some((1, s)),
            Known::Adjective(s) => Some((2, s)),
            Known::People(s) => Some((3, s)),
            Known::Body(b) => Some((4, b)),
            Known::Place | Known::Group => None,
        };
        let id = match key {
            Some(key) => *known_index.get_or_insert_with(key, || clusters.len()),
            None => clusters.len(),
        };
        if id == clusters.len() {
            clusters.push(Cluster { kind: *kind, known: Some(known), words: name.words.clone() });
        }
        name.cluster = Some(id);
    }

    persons(&mut names, &kinds, &mut clusters);
    bodies::join(text, all, pieces, &of_piece, &mut names, &kinds, &mut clusters);

    // Surnames and given names alone: every person of that name, in the order of the article.
    let mut by_last: LookupMap<String, Vec<usize>> = LookupMap::new();
    let mut by_first: LookupMap<String, Vec<usize>> = LookupMap::new();
    for (id, cluster) in clusters.iter().enumerate() {
        if cluster.kind != EntityKind::Person || cluster.words.len() < 2 {
            continue;
        }
        if let Some(last) = cluster.words.last() {
            by_last.get_or_insert_with(last.clone(), Vec::new).push(id);
        }
        // "Isabel" for Isabel Ruiz, "Kim" for Kim Min-seo, "Mads" for Mads Lund.
        let short = cluster.words.len() <= 3;
        if let Some(first) = cluster.words.first().filter(|w| {
            short && w.chars().count() > 2
                || GAZETTEER.is_given_name(w)
                || GAZETTEER.is_family_first(w)
        }) {
            by_first.get_or_insert_with(first.clone(), Vec::new).push(id);
        }
    }
    let mut choices: Vec<Vec<usize>> = Vec::with_capacity(names.len());
    for (name, kind) in names.iter_mut().zip(&kinds) {
        let mut ids = Vec::new();
        if name.words.len() == 1
            && !matches!(name.what, What::Known(Known::State(_) | Known::Body(_)))
            && let Some(word) = name.words.first()
        {
            if let Some(same) = by_last.get(word) {
                ids.extend(same.iter().copied());
            } else if name.cluster.is_none()
                && let Some(same) = by_first.get(word)
            {
                ids.extend(same.iter().copied());
            }
        }
        // "De Vries" for Piet de Vries.
        if name.cluster.is_none() && name.words.first().is_some_and(|w| is_particle(w)) {
            let last = name.words.last().and_then(|last| by_last.get(last));
            ids.extend(
                last.into_iter()
                    .flatten()
                    .copied()
                    .filter(|id| clusters.get(*id).is_some_and(|c| c.words.ends_with(&name.words))),
            );
        }
        if ids.is_empty() {
            let id = *name.cluster.get_or_insert_with(|| {
                clusters.push(Cluster { kind: *kind, known: None, words: name.words.clone() });
                clusters.len() - 1
            });
            ids.push(id);
        }
        choices.push(ids);
    }
    Clusters {
        of_piece: of_piece
            .into_iter()
            .map(|name| name.and_then(|n| choices.get(n).cloned()).unwrap_or_default())
            .collect(),
        all: clusters,
    }
}

/// A state or its capital read as a person is the state, unless it is a given name ("Jordan", "Paris") or
/// ends the full name of somebody in the article.
fn no_state_is_a_person(names: &mut [Name]) {
    let surnames: LookupSet<String> = names
        .iter()
        .filter(|n| n.what == What::Kind(EntityKind::Person) && n.words.len() > 1)
        .filter_map(|n| n.words.last().cloned())
        .collect();
    for name in names {
        let Some(state) = name.state else { continue };
        let own = |w: &String| GAZETTEER.is_given_name(w) || surnames.contains(w);
        if name.what == What::Kind(EntityKind::Person) && !name.words.iter().any(own) {
            name.what = What::Known(state);
        }
    }
}

/// Persons: full names of one surname are one person where their given names agree.
fn persons(names: &mut [Name], kinds: &[EntityKind], clusters: &mut Vec<Cluster>) {
    let mut by_last: LookupMap<String, Vec<usize>> = LookupMap::new();
    let mut by_start: LookupMap<Vec<String>, usize> = LookupMap::new();
    for (name, kind) in names.iter_mut().zip(kinds) {
        if *kind != EntityKind::Person || name.words.len() < 2 || name.cluster.is_some() {
            continue;
        }
        let words = without_suffix(&name.words);
        if words.first().is_some_and(|w| is_particle(w)) {
            continue;
        }
        let Some(last) = words.last() else { continue };
        let same = by_last.get_or_insert_with(last.clone(), Vec::new);
        let found = same
            .iter()
            .copied()
            .find(|id| clusters.get(*id).is_some_and(|c| given_names_agree(&c.words, words)));
        // "Amina Bello" and "Amina Bello Sule".
        let start: Vec<String> = words.iter().take(2).cloned().collect();
        let found = found.or_else(|| by_start.get(&start).copied());
        let id = found.unwrap_or_else(|| {
            clusters.push(Cluster { kind: EntityKind::Person, known: None, words: words.to_vec() });
            same.push(clusters.len() - 1);
            clusters.len() - 1
        });
        if let Some(cluster) = clusters.get_mut(id)
            && words.len() > cluster.words.len()
        {
            cluster.words = words.to_vec();
        }
        by_start.get_or_insert_with(start, || id);
        name.cluster = Some(id);
    }
}

/// The first word of a surname of several: "de Vries", "van der Berg".
fn is_particle(folded: &str) -> bool {
    matches!(
        folded,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "da"
            | "di"
            | "del"
            | "della"
            | "dos"
            | "du"
            | "ten"
            | "ter"
    )
}

fn without_suffix(words: &[String]) -> &[String] {
    match words.split_last() {
        Some((last, rest))
            if rest.len() > 1 && matches!(last.as_str(), "jr" | "sr" | "ii" | "iii" | "iv") =>
        {
            rest
        }
        _ => words,
    }
}

/// Whether two full names of one surname may be one person: equal given names, or one the initial
/// or the start of the other.
pub(crate) fn given_names_agree(a: &[String], b: &[String]) -> bool {
    match (a.first(), b.first()) {
        (Some(x), Some(y)) => {
            x == y
                || (x.len() == 1 || y.len() == 1) && x.chars().next() == y.chars().next()
                || x.len() > 2
                    && y.len() > 2
                    && (x.starts_with(y.as_str()) || y.starts_with(x.as_str()))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &[&str], what: What, state: Option<Known>) -> Name {
        let words = words.iter().map(|w| (*w).to_owned()).collect();
        Name {
            words,
            what,
            person: 0,
            place: 0,
            organization: 0,
            acronym: false,
            ordinary: false,
            heading: false,
            state,
            cluster: None,
        }
    }

    #[test]
    fn a_capital_read_as_a_person_is_its_state() {
        let person = What::Kind(EntityKind::Person);
        let capital = Known::Capital(0);
        let mut names = [
            name(&["rabat"], person, Some(capital)),
            name(&["paris"], person, Some(capital)),
            name(&["lima"], person, Some(capital)),
            name(&["rosa", "lima"], person, None),
        ];
        no_state_is_a_person(&mut names);
        let read: Vec<bool> = names.iter().map(|n| n.what == What::Known(capital)).collect();
        assert!(read[0]);
        assert_eq!(read[2..], [false, false], "a surname stays one");
        assert_eq!(read[1], !GAZETTEER.is_given_name("paris"));
    }
}
