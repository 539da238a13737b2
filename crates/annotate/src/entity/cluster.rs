//! Names that mean the same: surnames with full names, acronyms with long forms, states by any of
//! their names.

use super::gazetteer::{GAZETTEER, Known};
use super::run::{Piece, What};
use super::token::{Gap, Token, Tokens};
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
    cluster: Option<usize>,
}

/// Verbs that only who can speak does.
pub(crate) fn is_speech_verb(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "warned"
            | "warns"
            | "claimed"
            | "claims"
            | "insisted"
            | "insists"
            | "stressed"
            | "noted"
            | "notes"
            | "argued"
            | "argues"
            | "wrote"
            | "writes"
            | "tweeted"
            | "asked"
            | "asks"
            | "explained"
            | "acknowledged"
            | "admitted"
            | "announced"
            | "demanded"
            | "urged"
            | "accused"
            | "rejected"
            | "denied"
            | "denies"
            | "confirmed"
            | "reiterated"
            | "called"
            | "stated"
            | "suggested"
            | "declared"
            | "believes"
            | "believed"
            | "thinks"
            | "emphasized"
            | "emphasised"
            | "indicated"
            | "described"
            | "responded"
            | "replied"
            | "recalled"
            | "vowed"
            | "pledged"
            | "promised"
            | "tweets"
            | "concluded"
            | "continued"
            | "revealed"
    )
}

/// Verbs whose subject is a person far more often than a body.
fn is_personal_verb(folded: &str) -> bool {
    matches!(
        folded,
        "thanked"
            | "met"
            | "visited"
            | "smiled"
            | "flew"
            | "resigned"
            | "died"
            | "married"
            | "spoke"
            | "speaks"
            | "tweeted"
            | "stepped"
            | "sat"
            | "stood"
            | "shook"
            | "himself"
            | "herself"
            | "travelled"
            | "traveled"
            | "walked"
            | "laughed"
            | "apologised"
            | "apologized"
            | "nodded"
            | "arrived"
    )
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
                cluster: None,
            });
            names.len() - 1
        });
        of_piece.push(Some(id));
        if let Some(name) = names.get_mut(id) {
            if !matches!(name.what, What::Known(_)) && matches!(piece.what, What::Kind(_)) {
                name.what = piece.what;
            }
            vote(name, all, pieces, owner, piece);
        }
    }
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
            clusters.push(Cluster {
                kind: *kind,
                known: Some(known),
                words: name.words.clone(),
            });
        }
        name.cluster = Some(id);
    }

    persons(&mut names, &kinds, &mut clusters);
    bodies(
        text,
        all,
        pieces,
        &of_piece,
        &mut names,
        &kinds,
        &mut clusters,
    );

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
        if let Some(first) = cluster.words.first().filter(|w| GAZETTEER.is_given_name(w)) {
            by_first
                .get_or_insert_with(first.clone(), Vec::new)
                .push(id);
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
        if ids.is_empty() {
            let id = *name.cluster.get_or_insert_with(|| {
                clusters.push(Cluster {
                    kind: *kind,
                    known: None,
                    words: name.words.clone(),
                });
                clusters.len() - 1
            });
            ids.push(id);
        }
        choices.push(ids);
    }
    Clusters {
        of_piece: of_piece
            .into_iter()
            .map(|name| {
                name.and_then(|n| choices.get(n).cloned())
                    .unwrap_or_default()
            })
            .collect(),
        all: clusters,
    }
}

/// What the surroundings of one piece tell of its kind.
fn vote(name: &mut Name, all: &[Token], pieces: &[Piece], owner: &[Option<usize>], piece: &Piece) {
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
            && GAZETTEER
                .body_noun(&before.folded)
                .is_some_and(|class| class != "document")
        {
            // "the agency Yonhap", "the newspaper El País"
            name.organization += 3;
        }
        let represented = matches!(before.folded.as_str(), "for" | "of" | "at")
            && piece
                .first
                .checked_sub(2)
                .and_then(|k| all.get(k))
                .is_some_and(|t| {
                    matches!(
                        GAZETTEER.office(&t.folded),
                        Some("spokesperson" | "executive" | "expert")
                    )
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
            && matches!(
                before.folded.as_str(),
                "in" | "near" | "outside" | "across" | "around"
            )
        {
            name.place += 2;
        }
        if adjacent && matches!(before.folded.as_str(), "at" | "from" | "to") {
            name.place += 1;
        }
        if adjacent && before.folded == "the" {
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
            let near = all
                .get(piece.end..(piece.end + 7).min(all.len()))
                .unwrap_or_default();
            let article = matches!(
                after.folded.as_str(),
                "a" | "an" | "the" | "who" | "head" | "chief"
            );
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

fn kind_of(name: &Name) -> EntityKind {
    match name.what {
        What::Known(Known::State(_) | Known::Capital(_)) => EntityKind::State,
        What::Known(Known::Seat(_) | Known::Body(_)) => EntityKind::Organization,
        What::Known(Known::Adjective(_) | Known::People(_) | Known::Group) => {
            EntityKind::Nationality
        }
        What::Known(Known::Place) => EntityKind::Place,
        What::Kind(EntityKind::Place) if name.person >= 3 => EntityKind::Person,
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

/// Persons: full names of one surname are one person where their given names agree.
fn persons(names: &mut [Name], kinds: &[EntityKind], clusters: &mut Vec<Cluster>) {
    let mut by_last: LookupMap<String, Vec<usize>> = LookupMap::new();
    for (name, kind) in names.iter_mut().zip(kinds) {
        if *kind != EntityKind::Person || name.words.len() < 2 || name.cluster.is_some() {
            continue;
        }
        let words = without_suffix(&name.words);
        let Some(last) = words.last() else { continue };
        let same = by_last.get_or_insert_with(last.clone(), Vec::new);
        let found = same.iter().copied().find(|id| {
            clusters
                .get(*id)
                .is_some_and(|c| given_names_agree(&c.words, words))
        });
        let id = found.unwrap_or_else(|| {
            clusters.push(Cluster {
                kind: EntityKind::Person,
                known: None,
                words: words.to_vec(),
            });
            same.push(clusters.len() - 1);
            clusters.len() - 1
        });
        if let Some(cluster) = clusters.get_mut(id)
            && words.len() > cluster.words.len()
        {
            cluster.words = words.to_vec();
        }
        name.cluster = Some(id);
    }
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

/// Bodies: a name with a nationality before it and the same without, company marks left out,
/// acronyms in brackets or by initials.
fn bodies(
    text: &str,
    all: &[Token],
    pieces: &[Piece],
    of_piece: &[Option<usize>],
    names: &mut [Name],
    kinds: &[EntityKind],
    clusters: &mut Vec<Cluster>,
) {
    let mut by_core: LookupMap<Vec<String>, usize> = LookupMap::new();
    let mut claimed: LookupSet<usize> = LookupSet::new();
    for name in names.iter() {
        if let (What::Known(Known::Body(_)), Some(id)) = (name.what, name.cluster) {
            by_core.get_or_insert_with(name.words.clone(), || id);
        }
    }
    // Longest names first, so that the short forms find them; ties in the order of the article.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(names.get(*i).map_or(0, |n| n.words.len())));
    for i in order {
        let (Some(name), Some(kind)) = (names.get_mut(i), kinds.get(i)) else {
            continue;
        };
        if name.cluster.is_some() || matches!(kind, EntityKind::Person) {
            continue;
        }
        let core = core_of(&name.words);
        let from = core
            .iter()
            .position(|w| {
                !is_adjective(w) && !matches!(w.as_str(), "us" | "u.s" | "uk" | "u.k" | "eu")
            })
            .unwrap_or_default();
        let rest = core.get(from..).filter(|rest| from > 0 && !rest.is_empty());
        // "US Senate" and "Senate", where no other state's is spoken of.
        let known = rest
            .and_then(|rest| by_core.get(rest))
            .copied()
            .filter(|id| {
                clusters.get(*id).is_some_and(|c| c.known.is_some()) && claimed.insert(*id)
            });
        let found = known
            .or_else(|| by_core.get(&core).copied())
            .or_else(|| by_core.get(&name.words).copied());
        let id = found.unwrap_or_else(|| {
            clusters.push(Cluster {
                kind: *kind,
                known: None,
                words: name.words.clone(),
            });
            clusters.len() - 1
        });
        name.cluster = Some(id);
        by_core.get_or_insert_with(core.clone(), || id);
        // "Russian Defence Ministry" answers to "Defence Ministry" as well.
        if let Some(rest) = rest.filter(|rest| rest.len() > 1) {
            by_core.get_or_insert_with(rest.to_vec(), || id);
        }
        if core.len() > 2 && *kind == EntityKind::Organization {
            let initials: String = core
                .iter()
                .filter(|w| !rapporteur_core::words::is_function_word(w))
                .filter_map(|w| w.chars().next())
                .collect();
            by_core.get_or_insert_with(vec![initials], || id);
        }
    }
    // "British Transport Police (BTP)".
    for (k, piece) in pieces.iter().enumerate() {
        let Some(Some(short)) = of_piece.get(k).copied() else {
            continue;
        };
        let Some(long) = k
            .checked_sub(1)
            .and_then(|p| of_piece.get(p).copied().flatten())
        else {
            continue;
        };
        let bracketed = all
            .get(piece.first)
            .is_some_and(|t| t.gap == Gap::Bracket && t.all_caps)
            && pieces.get(k - 1).is_some_and(|p| p.end == piece.first)
            && all
                .get(piece.end - 1)
                .is_some_and(|t| text[t.span.end()..].starts_with(')'));
        if !bracketed {
            continue;
        }
        let target = names.get(long).and_then(|n| n.cluster).filter(|id| {
            clusters
                .get(*id)
                .is_some_and(|c| c.kind != EntityKind::Person)
        });
        if let (Some(target), Some(name)) = (target, names.get_mut(short))
            && name.acronym
            && !matches!(name.what, What::Known(Known::State(_)))
        {
            name.cluster = Some(target);
        }
    }
}

fn core_of(words: &[String]) -> Vec<String> {
    let mut core = words;
    while let Some((last, rest)) = core.split_last() {
        if rest.is_empty() || !GAZETTEER.is_company_mark(last) {
            break;
        }
        core = rest;
    }
    core.to_vec()
}

fn is_adjective(folded: &str) -> bool {
    GAZETTEER.is_adjective(folded)
}
