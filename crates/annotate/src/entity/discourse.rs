//! One pass through the article: names, descriptions and pronouns find whom they mean.
//!
//! Pronouns go to the most salient fitting entity; salience is Lappin and Leass (1994), An
//! Algorithm for Pronominal Anaphora Resolution, with weights for recency, subject and object that
//! halve with every sentence. Descriptions go to the entity whose offices and names fit them best.

use super::cluster::{Cluster, Clusters, is_speech_verb};
use super::gazetteer::{GAZETTEER, Gender, Known};
use super::nominal::{Determiner, Nominal, gender_of_noun, is_verb_like, state_of};
use super::run::{Piece, What};
use super::token::{Gap, Token, Tokens};
use rapporteur_core::{EntityKind, LookupMap, MentionForm, Span, words};
use std::collections::BTreeSet;

/// An entity under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) kind: Option<EntityKind>,
    pub(crate) known: Option<Known>,
    /// Its proper names as they stand, with how often.
    pub(crate) names: Vec<(Span, u32)>,
    /// Its descriptions as they stand, in the order of the article.
    pub(crate) descriptions: Vec<Span>,
    /// Whether the description stands right beside a name: an office.
    pub(crate) offices: Vec<Span>,
    /// Folded words of the descriptions and of the offices.
    words: BTreeSet<String>,
    /// Head nouns of the descriptions and of the names.
    heads: BTreeSet<String>,
    /// Classes of the head nouns.
    classes: BTreeSet<&'static str>,
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    pub(crate) anonymous: bool,
    /// The state or body for which it speaks, canonical.
    pub(crate) party: Option<String>,
    /// Index of its last mention.
    last: Option<usize>,
    count: u32,
}

/// A mention under construction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(crate) name: Option<Span>,
    pub(crate) form: MentionForm,
    pub(crate) entity: usize,
    /// An adjective before its noun ("Russian troops"): noted for what follows, but no mention.
    pub(crate) modifier: bool,
    sentence: usize,
    weight: u16,
}

/// What the pass has found.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) found: Vec<Found>,
    /// Entities, last mentioned last. A description looks no further back than [`MEMORY`].
    recent: Vec<usize>,
    of_cluster: Vec<Option<usize>>,
}

/// How many entities a description can choose among.
const MEMORY: usize = 96;
/// How many mentions a pronoun looks back over.
const REACH: usize = 60;

const SUBJECT: u16 = 80;
const HEAD: u16 = 80;
const OBJECT: u16 = 50;
/// News goes on with whoever has just spoken.
const SPEAKER: u16 = 60;
const RECENT: u16 = 100;

/// Everything the pass reads.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a Tokens,
    pub(crate) pieces: &'a [Piece],
    pub(crate) nominals: &'a [Nominal],
    pub(crate) clusters: &'a Clusters,
}

enum Item {
    Name(usize),
    Nominal(usize),
    Pronoun(usize),
}

/// Reads the article from start to end.
pub(crate) fn read(scene: Scene<'_>) -> Discourse {
    let mut d = Discourse {
        of_cluster: vec![None; scene.clusters.all.len()],
        ..Discourse::default()
    };
    let mut items: Vec<(usize, Item)> = Vec::new();
    // Names that a description takes in as its last part ("Kremlin spokesman | Dmitri Peskov").
    let mut title_of: LookupMap<usize, usize> = LookupMap::new();
    let mut piece_at: LookupMap<usize, usize> = LookupMap::new();
    for (k, piece) in scene.pieces.iter().enumerate() {
        piece_at.insert(piece.first, k);
    }
    for (k, nominal) in scene.nominals.iter().enumerate() {
        if let Some(name) = titled_name(scene, &piece_at, nominal) {
            title_of.insert(name, k);
        } else {
            items.push((nominal.head, Item::Nominal(k)));
        }
    }
    for (k, piece) in scene.pieces.iter().enumerate() {
        if piece.what != What::Office {
            items.push((piece.first, Item::Name(k)));
        }
    }
    for (k, token) in scene.tokens.all.iter().enumerate() {
        if Pronoun::of(&token.folded).is_some() && !token.all_caps {
            items.push((k, Item::Pronoun(k)));
        }
    }
    items.sort_by_key(|(at, item)| (*at, !matches!(item, Item::Name(_))));
    for (_, item) in items {
        match item {
            Item::Name(k) => d.name(scene, k, title_of.get(&k).copied()),
            Item::Nominal(k) => d.nominal(scene, &piece_at, k),
            Item::Pronoun(k) => d.pronoun(scene, k),
        }
    }
    d
}

/// The person's name right after a description: "NATO Secretary General | Jens Stoltenberg".
fn titled_name(scene: Scene<'_>, piece_at: &LookupMap<usize, usize>, n: &Nominal) -> Option<usize> {
    let next = scene.tokens.all.get(n.end)?;
    let head = scene.tokens.all.get(n.end - 1)?;
    if next.sentence != head.sentence || !next.joins_before() || head.possessive {
        return None;
    }
    let mut name = *piece_at.get(&n.end)?;
    if !n.person {
        // "the agency | Yonhap": the noun in lower case, the name of a body.
        let lower = !scene.tokens.all.get(n.head)?.capital;
        let kind = scene.kind(name)?;
        return (lower && kind == EntityKind::Organization && !n.plural).then_some(name);
    }
    // "deputy chairman Sen. Mark Warner"
    if scene.pieces.get(name)?.what == What::Office {
        name = *piece_at.get(&scene.pieces.get(name)?.end)?;
    }
    is_person(scene, name).then_some(name)
}

/// "in Banjul, a source said": what has its own verb is no apposition.
fn speaks_itself(all: &[Token], nominal: &Nominal) -> bool {
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

fn is_person(scene: Scene<'_>, piece: usize) -> bool {
    scene.kind(piece) == Some(EntityKind::Person)
}

impl Scene<'_> {
    /// The kind of what a piece names.
    fn kind(&self, piece: usize) -> Option<EntityKind> {
        let id = self.clusters.of_piece.get(piece)?.first()?;
        self.clusters.all.get(*id).map(|c| c.kind)
    }
}

impl Discourse {
    fn draft(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    fn note(&mut self, scene: Scene<'_>, first: usize, end: usize, mut found: Found) {
        let subject = is_subject(&scene.tokens.all, first, end);
        let quoted = scene.tokens.all.get(first).is_some_and(|t| t.quoted);
        let genitive = scene.tokens.all.get(end - 1).is_some_and(|t| {
            t.possessive || matches!(t.folded.as_str(), "his" | "her" | "their" | "its")
        });
        let mut weight = RECENT;
        weight += if subject { SUBJECT + HEAD } else { OBJECT };
        if speaks(&scene.tokens.all, first, end) {
            weight += SPEAKER;
        }
        if genitive && !subject {
            weight -= OBJECT;
        }
        found.weight = if quoted { weight / 3 } else { weight };
        if let Some(draft) = self.drafts.get_mut(found.entity) {
            draft.last = Some(self.found.len());
            draft.count += 1;
        }
        self.recent.retain(|e| *e != found.entity);
        if self.recent.len() >= MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(found.entity);
        self.found.push(found);
    }

    /// The entity of a cluster, made on its first mention.
    fn of_cluster(&mut self, scene: Scene<'_>, id: usize) -> Option<usize> {
        if let Some(Some(entity)) = self.of_cluster.get(id) {
            return Some(*entity);
        }
        let cluster = scene.clusters.all.get(id)?;
        let entity = self.draft(draft_of(cluster));
        *self.of_cluster.get_mut(id)? = Some(entity);
        Some(entity)
    }

    fn name(&mut self, scene: Scene<'_>, k: usize, title: Option<usize>) {
        let all = &scene.tokens.all;
        let Some(piece) = scene.pieces.get(k) else {
            return;
        };
        let Some(ids) = scene.clusters.of_piece.get(k) else {
            return;
        };
        // Of several persons of one surname: whoever was mentioned last; before any mention, the first.
        let chosen = ids
            .iter()
            .copied()
            .filter(|id| {
                let gender = honorific_gender(all, piece.first);
                let known = scene
                    .clusters
                    .all
                    .get(*id)
                    .and_then(|c| name_gender(&c.words));
                gender.is_none() || known.is_none() || gender == known
            })
            .max_by_key(|id| {
                let last = self
                    .of_cluster
                    .get(*id)
                    .copied()
                    .flatten()
                    .and_then(|e| self.drafts.get(e))
                    .and_then(|d| d.last);
                (last, std::cmp::Reverse(*id))
            })
            .or_else(|| ids.first().copied());
        let Some(entity) = chosen.and_then(|id| self.of_cluster(scene, id)) else {
            return;
        };
        let name = span_of(all, piece.first, piece.end);
        let mut first = piece.first;
        // The title in front, an honorific or a whole description.
        if let Some(nominal) = title.and_then(|t| scene.nominals.get(t)) {
            first = nominal.first;
            self.describe(scene, entity, nominal, true);
        } else if let Some(before) = k.checked_sub(1).and_then(|p| scene.pieces.get(p))
            && before.what == What::Office
            && before.end == piece.first
            && all.get(piece.first).is_some_and(Token::joins_before)
            && is_person(scene, k)
        {
            first = before.first;
            let span = span_of(all, before.first, before.end);
            let classes: Vec<&'static str> = all
                .get(before.first..before.end)
                .unwrap_or_default()
                .iter()
                .filter_map(|t| GAZETTEER.office(&t.folded))
                .collect();
            if let Some(draft) = self.drafts.get_mut(entity)
                && !classes.is_empty()
                && draft.offices.len() < 16
            {
                draft.offices.push(span);
                draft.classes.extend(classes);
            }
        }
        let gender = honorific_gender(all, piece.first);
        let Some(draft) = self.drafts.get_mut(entity) else {
            return;
        };
        draft.gender = gender.or(draft.gender);
        let same = |s: Span| scene.text[s] == scene.text[name];
        if let Some((_, n)) = draft.names.iter_mut().find(|(s, _)| same(*s)) {
            *n += 1;
        } else if draft.names.len() < 24 {
            // Enough spellings for any name; keeps a text of a thousand of them linear.
            draft.names.push((name, 1));
        }
        if draft.kind == Some(EntityKind::Person) && draft.party.is_none() {
            draft.party = party_mark(scene.text, all, piece.end);
        }
        let sentence = all.get(piece.first).map_or(0, |t| t.sentence);
        self.apposition(scene, k, entity);
        self.note(
            scene,
            first,
            piece.end,
            Found {
                span: span_of(all, first, piece.end),
                name: Some(name),
                form: MentionForm::Name,
                entity,
                modifier: is_modifier(all, piece),
                sentence,
                weight: 0,
            },
        );
    }

    /// "Hua Chunying, a spokeswoman for the ministry, …", "Equifax, the credit reporting company".
    fn apposition(&mut self, scene: Scene<'_>, piece: usize, entity: usize) {
        let all = &scene.tokens.all;
        let Some(end) = scene.pieces.get(piece).map(|p| p.end) else {
            return;
        };
        let Some(next) = all.get(end) else { return };
        if next.gap != Gap::Comma {
            return;
        }
        let at = scene.nominals.partition_point(|n| n.first < end);
        let Some(nominal) = scene.nominals.get(at) else {
            return;
        };
        let person = is_person(scene, piece);
        if nominal.first == end
            && nominal.person == person
            && !nominal.plural
            && !speaks_itself(all, nominal)
        {
            self.describe(scene, entity, nominal, person);
        }
    }

    /// Adds what a description says of an entity.
    fn describe(&mut self, scene: Scene<'_>, entity: usize, nominal: &Nominal, office: bool) {
        let all = &scene.tokens.all;
        let party = self.party_of(scene, nominal);
        let mut first = nominal.first;
        // The office without its article.
        if all.get(first).is_some_and(|t| {
            matches!(
                t.folded.as_str(),
                "the" | "a" | "an" | "its" | "his" | "her" | "their"
            )
        }) && first < nominal.head
        {
            first += 1;
        }
        let mut end = nominal.end;
        if let Some(of) = nominal.of.and_then(|p| scene.pieces.get(p)) {
            end = of.end;
        }
        let span = span_of(all, first, end);
        let gender = nominal.gender(all);
        let Some(draft) = self.drafts.get_mut(entity) else {
            return;
        };
        for token in all.get(first..nominal.end).unwrap_or_default() {
            if draft.words.len() < 64 && !words::is_function_word(&token.folded) {
                draft.words.insert(token.folded.clone());
            }
        }
        if let Some(head) = all.get(nominal.head) {
            draft.heads.insert(head.folded.clone());
            if let Some(one) = head
                .folded
                .strip_suffix('s')
                .filter(|_| nominal.plural && nominal.person)
            {
                draft.heads.insert(one.to_owned());
            }
            draft.classes.extend(
                GAZETTEER
                    .office(&head.folded)
                    .into_iter()
                    .chain(GAZETTEER.body_noun(&head.folded)),
            );
        }
        // "widow Terry Keller": the noun tells more than the name.
        draft.gender = gender.or(draft.gender);
        if draft.party.is_none() {
            draft.party = party;
        }
        if office && draft.offices.len() < 16 {
            draft.offices.push(span);
        }
    }

    /// The state or body that a description names: "Russian", "Kremlin", "of NATO".
    fn party_of(&self, scene: Scene<'_>, nominal: &Nominal) -> Option<String> {
        let head = scene.tokens.all.get(nominal.head)?;
        if head.capital && GAZETTEER.office(&head.folded) == Some("partisan") {
            let word = &scene.text[head.span];
            let plural = head.folded.ends_with('s');
            return Some(match (plural, word.strip_suffix('y')) {
                (true, _) => word.to_owned(),
                (false, Some(stem)) => format!("{stem}ies"),
                (false, None) => format!("{word}s"),
            });
        }
        let of = nominal.of.filter(|p| {
            !is_person(scene, *p)
                && scene.pieces.get(*p).is_some_and(|piece| {
                    piece
                        .first
                        .checked_sub(1)
                        .and_then(|k| scene.tokens.all.get(k))
                        .is_some_and(|t| !matches!(t.folded.as_str(), "in" | "to" | "on" | "with"))
                })
        });
        let mut bodies = nominal.inside.iter().rev().copied().chain(of);
        let first = bodies.clone().find_map(|p| {
            let piece = scene.pieces.get(p)?;
            let state = state_of(piece)?;
            let seat = matches!(piece.what, What::Known(Known::Seat(_)));
            // A seat inside a title speaks for its state.
            GAZETTEER
                .states
                .get(state)
                .map(|s| s.name.to_owned())
                .filter(|_| {
                    seat || !matches!(piece.what, What::Known(Known::Capital(_))) || nominal.person
                })
        });
        first.or_else(|| {
            bodies.find_map(|p| {
                let piece = scene.pieces.get(p)?;
                let id = *scene.clusters.of_piece.get(p)?.first()?;
                let cluster = scene.clusters.all.get(id)?;
                match cluster.known {
                    Some(Known::Body(b)) => {
                        let body = GAZETTEER.bodies.get(b)?;
                        Some(body.state.map_or_else(
                            || {
                                scene.text[span_of(&scene.tokens.all, piece.first, piece.end)]
                                    .to_owned()
                            },
                            str::to_owned,
                        ))
                    }
                    _ if cluster.kind == EntityKind::Organization => Some(
                        scene.text[span_of(&scene.tokens.all, piece.first, piece.end)].to_owned(),
                    ),
                    _ => None,
                }
            })
        })
    }

    fn nominal(&mut self, scene: Scene<'_>, piece_at: &LookupMap<usize, usize>, k: usize) {
        let all = &scene.tokens.all;
        let Some(nominal) = scene.nominals.get(k) else {
            return;
        };
        // An apposition to the name before it belongs to that name.
        if let Some(previous) = self.found.last() {
            let before = nominal.first.checked_sub(1).and_then(|t| all.get(t));
            let here = all.get(nominal.first);
            if let (Some(before), Some(here)) = (before, here) {
                let beside = previous.form == MentionForm::Name
                    && previous.span.end() == before.span.end()
                    && here.gap == Gap::Comma
                    && before.sentence == here.sentence;
                let person = self
                    .drafts
                    .get(previous.entity)
                    .is_some_and(|d| (d.kind == Some(EntityKind::Person)) == nominal.person);
                if beside && person && !nominal.plural && !speaks_itself(all, nominal) {
                    let entity = previous.entity;
                    let sentence = here.sentence;
                    self.found.push(Found {
                        span: span_of(all, nominal.first, nominal.end),
                        name: None,
                        form: MentionForm::Nominal,
                        entity,
                        modifier: false,
                        sentence,
                        weight: 0,
                    });
                    return;
                }
            }
        }
        let entity = self
            .following_name(scene, piece_at, nominal)
            .or_else(|| self.antecedent(scene, nominal))
            .or_else(|| self.same_words(scene, nominal))
            .unwrap_or_else(|| self.new_description(scene, nominal));
        let span = span_of(all, nominal.first, nominal.end);
        if let Some(draft) = self.drafts.get_mut(entity)
            && draft.descriptions.len() < 64
        {
            draft.descriptions.push(span);
        }
        let sentence = all.get(nominal.head).map_or(0, |t| t.sentence);
        self.note(
            scene,
            nominal.first,
            nominal.end,
            Found {
                span,
                name: None,
                form: MentionForm::Nominal,
                entity,
                modifier: false,
                sentence,
                weight: 0,
            },
        );
    }

    /// A bare plural that has stood before ("officials", "Allied officials") means the same again.
    fn same_words(&self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        let all = &scene.tokens.all;
        let bare = nominal.determiner == Determiner::Indefinite
            && nominal.plural
            && all.get(nominal.first).is_some_and(|t| {
                !words::is_function_word(&t.folded)
                    && !t.folded.starts_with(|c: char| c.is_ascii_digit())
            });
        if !bare {
            return None;
        }
        let phrase = words::fold(&scene.text[span_of(all, nominal.first, nominal.end)]);
        self.recent.iter().rev().copied().find(|e| {
            self.drafts.get(*e).is_some_and(|d| {
                d.names.is_empty()
                    && d.descriptions
                        .first()
                        .is_some_and(|s| words::fold(&scene.text[*s]) == phrase)
            })
        })
    }

    /// "The chairman of the committee, Representative Trey Gowdy": the name after the comma.
    fn following_name(
        &mut self,
        scene: Scene<'_>,
        piece_at: &LookupMap<usize, usize>,
        nominal: &Nominal,
    ) -> Option<usize> {
        if !nominal.person || nominal.plural {
            return None;
        }
        let all = &scene.tokens.all;
        let mut at = nominal.end;
        if let Some(of) = nominal.of.and_then(|p| scene.pieces.get(p)) {
            at = of.end;
        }
        let next = all.get(at)?;
        let sentence = all.get(nominal.head)?.sentence;
        if next.sentence != sentence {
            return None;
        }
        let comma = next.gap == Gap::Comma;
        // "spokeswoman for the festival Anja Marx"
        let after_complement = at > nominal.end && next.joins_before();
        if !comma && !after_complement {
            return None;
        }
        let mut name = *piece_at.get(&at)?;
        if scene.pieces.get(name)?.what == What::Office {
            name = *piece_at.get(&scene.pieces.get(name)?.end)?;
        }
        if !is_person(scene, name) {
            return None;
        }
        let piece = scene.pieces.get(name)?;
        // "the minister, John Smith, said": the name must be closed, or be what speaks.
        let full = piece.end - piece.first > 1;
        if !full {
            return None;
        }
        let id = *scene.clusters.of_piece.get(name)?.first()?;
        let entity = self.of_cluster(scene, id)?;
        self.describe(scene, entity, nominal, true);
        Some(entity)
    }

    /// The entity that a definite description means, if one fits.
    fn antecedent(&self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        if nominal.determiner == Determiner::Indefinite {
            return None;
        }
        let all = &scene.tokens.all;
        let head = all.get(nominal.head)?.folded.as_str();
        let sentence = all.get(nominal.head)?.sentence;
        let own_party = self.party_of(scene, nominal);
        let gender = nominal.gender(all);
        let named: Vec<&str> = nominal
            .inside
            .iter()
            .filter_map(|p| scene.pieces.get(*p))
            .flat_map(|p| all.get(p.first..p.end).unwrap_or_default())
            .map(|t| t.folded.as_str())
            .collect();
        let content: Vec<&str> = all
            .get(nominal.first..nominal.end)?
            .iter()
            .map(|t| t.folded.as_str())
            .filter(|w| !words::is_function_word(w) && !GAZETTEER.is_adjective(w))
            .filter(|w| !nominal.person || !named.contains(w))
            .collect();
        // "the Russian government", "the government": the state.
        let bare = nominal.first == nominal.head;
        if matches!(head, "government" | "authorities" | "regime") && content.len() == 1 && !bare {
            let state = self.state_of_government(scene, own_party.as_deref());
            if state.is_some() || own_party.is_some() {
                return state;
            }
        }
        // Words of names inside the description that are no state or its adjective.
        let foreign: Vec<&str> = nominal
            .inside
            .iter()
            .filter_map(|p| scene.pieces.get(*p))
            .filter(|p| state_of(p).is_none() || matches!(p.what, What::Known(Known::Capital(_))))
            .flat_map(|p| all.get(p.first..p.end).unwrap_or_default())
            .map(|t| t.folded.as_str())
            .collect();
        let mut best: Option<(i32, usize)> = None;
        for (age, entity) in self.recent.iter().rev().copied().enumerate() {
            let Some(draft) = self.drafts.get(entity) else {
                continue;
            };
            let Some(last) = draft.last.and_then(|l| self.found.get(l)) else {
                continue;
            };
            let distance = sentence.saturating_sub(last.sentence);
            let fit = fit(
                draft,
                nominal,
                head,
                &content,
                own_party.as_deref(),
                gender,
                distance,
                &foreign,
            );
            let Some(score) = fit else { continue };
            // Of two that fit alike the one that the article is about, then the one named last.
            let about = if draft.names.is_empty() {
                0
            } else {
                draft.count.min(9) as i32
            };
            let score = score * 100 + about * 8 - (age.min(90) as i32);
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, entity));
            }
        }
        best.filter(|(score, _)| *score > 0).map(|(_, e)| e)
    }

    /// The state whose government is meant: the one named, or the one mentioned last.
    fn state_of_government(&self, scene: Scene<'_>, party: Option<&str>) -> Option<usize> {
        let named = |d: &Draft| match d.known {
            Some(Known::State(s) | Known::Capital(s)) => GAZETTEER.states.get(s).map(|s| s.name),
            _ => None,
        };
        if let Some(party) = party {
            return self.drafts.iter().position(|d| named(d) == Some(party));
        }
        let _ = scene;
        self.drafts
            .iter()
            .enumerate()
            .filter(|(_, d)| named(d).is_some() && d.last.is_some())
            .max_by_key(|(k, d)| (d.count.min(3), d.last, std::cmp::Reverse(*k)))
            .map(|(k, _)| k)
    }

    fn new_description(&mut self, scene: Scene<'_>, nominal: &Nominal) -> usize {
        let all = &scene.tokens.all;
        let head = all.get(nominal.head).map_or("", |t| t.folded.as_str());
        let body = GAZETTEER.body_noun(head);
        let kind = match body {
            _ if nominal.person => EntityKind::Person,
            Some("document") => EntityKind::Document,
            _ => EntityKind::Organization,
        };
        let party = self.party_of(scene, nominal);
        let entity = self.draft(Draft {
            kind: Some(kind),
            plural: nominal.plural && nominal.person,
            anonymous: nominal.person,
            gender: gender_of_noun(head),
            ..Draft::default()
        });
        self.describe(scene, entity, nominal, false);
        if let Some(draft) = self.drafts.get_mut(entity) {
            draft.party = draft.party.take().or(party);
        }
        entity
    }

    fn pronoun(&mut self, scene: Scene<'_>, k: usize) {
        let all = &scene.tokens.all;
        let Some(token) = all.get(k) else { return };
        let Some(pronoun) = Pronoun::of(&token.folded) else {
            return;
        };
        if pronoun == Pronoun::It && is_expletive(all, k) {
            return;
        }
        let Some(entity) = self.salient(all, k, pronoun) else {
            return;
        };
        let gender = pronoun.gender();
        if let Some(draft) = self.drafts.get_mut(entity)
            && draft.gender.is_none()
        {
            draft.gender = gender;
        }
        let sentence = token.sentence;
        self.note(
            scene,
            k,
            k + 1,
            Found {
                span: token.span,
                name: None,
                form: MentionForm::Pronoun,
                entity,
                modifier: false,
                sentence,
                weight: 0,
            },
        );
    }

    /// The most salient entity that agrees with a pronoun at word `k`.
    fn salient(&self, all: &[Token], k: usize, pronoun: Pronoun) -> Option<usize> {
        let here = all.get(k)?;
        // For each entity its weights over the sentences; of several mentions in one sentence the
        // weightiest counts.
        let mut scores: Vec<(usize, u32, usize, u32)> = Vec::new();
        for found in self.found.iter().rev().take(REACH) {
            let distance = here.sentence.saturating_sub(found.sentence);
            if distance > 6 {
                break;
            }
            let Some(draft) = self.drafts.get(found.entity) else {
                continue;
            };
            if !pronoun.agrees(draft) {
                continue;
            }
            let mut value = u32::from(found.weight) >> distance;
            if pronoun == Pronoun::They && !draft.plural {
                value /= 3;
            }
            if draft.names.is_empty() && draft.gender.is_none() {
                value = value * 2 / 3;
            }
            match scores.iter_mut().find(|(e, ..)| *e == found.entity) {
                Some((_, total, sentence, most)) if *sentence == found.sentence => {
                    *total += value.saturating_sub(*most);
                    *most = value.max(*most);
                }
                Some((_, total, sentence, most)) => {
                    *total += value;
                    (*sentence, *most) = (found.sentence, value);
                }
                None => scores.push((found.entity, value, found.sentence, value)),
            }
        }
        // On a tie whoever was mentioned last: the first in this list.
        let mut best: Option<(usize, u32)> = None;
        for (entity, score, ..) in scores {
            if best.is_none_or(|(_, b)| score > b) {
                best = Some((entity, score));
            }
        }
        best.map(|(e, _)| e)
    }
}

/// How well a description fits an entity; `None` where it cannot mean it.
fn fit(
    draft: &Draft,
    nominal: &Nominal,
    head: &str,
    content: &[&str],
    party: Option<&str>,
    gender: Option<Gender>,
    distance: usize,
    foreign: &[&str],
) -> Option<i32> {
    let kind = draft.kind?;
    let person = kind == EntityKind::Person;
    if nominal.person != person || draft.plural != (nominal.plural && nominal.person) {
        return None;
    }
    if matches!(
        kind,
        EntityKind::Nationality | EntityKind::Place | EntityKind::Event
    ) {
        return None;
    }
    if let (Some(a), Some(b)) = (gender, draft.gender)
        && a != b
    {
        return None;
    }
    let mut score = 0;
    match (party, draft.party.as_deref()) {
        (Some(a), Some(b)) if a == b => score += 2,
        (Some(_), Some(_)) => return None,
        // "their side" is not "the Ruritanian side".
        (Some(_), None) if draft.names.is_empty() => return None,
        _ => {}
    }
    let class = GAZETTEER.office(head).or_else(|| GAZETTEER.body_noun(head));
    if draft.heads.contains(head) {
        score += 3;
    } else if person {
        let general = matches!(
            head,
            "official"
                | "politician"
                | "leader"
                | "chief"
                | "boss"
                | "head"
                | "diplomat"
                | "man"
                | "woman"
                | "father"
                | "mother"
                | "author"
                | "candidate"
                | "nominee"
        );
        let fits = match head {
            "man" | "woman" => draft.gender.is_some() && distance <= 2 && draft.names.is_empty(),
            "official" => [
                "minister",
                "deputy",
                "diplomat",
                "spokesperson",
                "official",
                "envoy",
                "soldier",
                "mayor",
                "executive",
            ]
            .iter()
            .any(|c| draft.classes.contains(c)),
            "diplomat" => {
                draft.words.contains("foreign")
                    || ["diplomat", "envoy"]
                        .iter()
                        .any(|c| draft.classes.contains(c))
            }
            "politician" | "leader" => [
                "minister",
                "head_of_state",
                "head_of_government",
                "legislator",
                "party_leader",
                "mayor",
                "partisan",
            ]
            .iter()
            .any(|c| draft.classes.contains(c)),
            "chief" | "boss" | "head" => {
                [
                    "party_leader",
                    "executive",
                    "envoy",
                    "deputy",
                    "official",
                    "soldier",
                ]
                .iter()
                .any(|c| draft.classes.contains(c))
                    && (party.is_some() || distance <= 3)
            }
            _ => false,
        };
        if fits {
            score += 1;
        } else if class.is_some_and(|c| draft.classes.contains(c)) && !general && same_rank(head) {
            score += 1;
        } else {
            return None;
        }
        if general && distance > 12 && party.is_none() {
            return None;
        }
    } else {
        // Bodies: by their own head noun, by how they are described, by what is known of them.
        let known = match draft.known {
            Some(Known::Body(b)) => GAZETTEER
                .bodies
                .get(b)
                .is_some_and(|body| body.nouns.iter().any(|n| n == head)),
            _ => false,
        };
        if known {
            score += 2;
        } else if matches!(head, "company" | "firm" | "group")
            && kind == EntityKind::Organization
            && draft.known.is_none()
            && !draft.names.is_empty()
            && draft.classes.iter().all(|c| *c == "company")
            && distance <= 8
        {
            score += 1;
        } else if class.is_some_and(|c| {
            matches!(c, "company" | "media" | "militant" | "alliance" | "agency")
                && draft.classes.contains(c)
        }) && distance <= 6
        {
            score += 1;
        } else {
            return None;
        }
    }
    // "Aleppo police" is not whatever police was spoken of before.
    if !person && !foreign.is_empty() && !foreign.iter().all(|w| draft.words.contains(*w)) {
        return None;
    }
    // What the description adds must be what is known: "the deputy foreign minister".
    let mut missing = 0;
    for word in content {
        if *word == head || draft.words.contains(*word) {
            score += i32::from(*word != head);
        } else if GAZETTEER.is_portfolio(word)
            && !matches!(
                *word,
                "senior" | "top" | "current" | "new" | "leading" | "veteran" | "high"
            )
        {
            missing += 2;
        } else if !matches!(
            *word,
            "senior" | "top" | "current" | "new" | "leading" | "veteran" | "high"
        ) {
            missing += 1;
        }
    }
    score -= missing;
    (score > 0).then_some(score)
}

/// Heads that may stand for another of their class ("senator", "lawmaker").
fn same_rank(head: &str) -> bool {
    matches!(
        GAZETTEER.office(head),
        Some(
            "legislator"
                | "executive"
                | "spokesperson"
                | "diplomat"
                | "soldier"
                | "justice"
                | "press"
                | "expert"
                | "medic"
                | "cleric"
                | "mayor"
                | "minister"
                | "head_of_government"
        )
    )
}

fn draft_of(cluster: &Cluster) -> Draft {
    let mut draft = Draft {
        kind: Some(cluster.kind),
        known: cluster.known,
        ..Draft::default()
    };
    match cluster.known {
        Some(Known::Body(b)) => {
            if let Some(body) = GAZETTEER.bodies.get(b) {
                draft.heads.extend(body.nouns.iter().cloned());
                draft.party = body.state.map(str::to_owned);
            }
        }
        Some(known) => {
            draft.party = known
                .state()
                .and_then(|s| GAZETTEER.states.get(s))
                .map(|s| s.name.to_owned());
            draft.plural = matches!(known, Known::People(_));
        }
        None => {}
    }
    match cluster.kind {
        EntityKind::Person => draft.gender = name_gender(&cluster.words),
        EntityKind::Organization | EntityKind::Document => {
            let mut after_of = false;
            for word in &cluster.words {
                draft.words.insert(word.clone());
                after_of |= matches!(word.as_str(), "of" | "for");
                if GAZETTEER.is_company_mark(word) {
                    draft.classes.insert("company");
                }
                if let (Some(class), false) = (GAZETTEER.body_noun(word), after_of) {
                    draft.heads.insert(word.clone());
                    draft.classes.insert(class);
                }
            }
            if draft.party.is_none() {
                draft.party = GAZETTEER.state_of_words(&cluster.words).map(str::to_owned);
            }
        }
        _ => {}
    }
    draft
}

fn name_gender(words: &[String]) -> Option<Gender> {
    words
        .first()
        .filter(|_| words.len() > 1)
        .and_then(|w| GAZETTEER.gender_of_name(w))
}

/// Whether an adjective of a state or group stands before its noun.
fn is_modifier(all: &[Token], piece: &Piece) -> bool {
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
                && (!is_verb_like(&next.folded) || next.folded.ends_with("ed"))
        })
}

/// The gender that "Mr", "Ms" right before the name tells.
fn honorific_gender(all: &[Token], first: usize) -> Option<Gender> {
    let before = all.get(first.checked_sub(1)?)?;
    let here = all.get(first)?;
    if before.sentence != here.sentence || !here.joins_before() {
        return None;
    }
    GAZETTEER
        .honorific(&before.folded)
        .flatten()
        .or_else(|| gender_of_noun(&before.folded))
}

/// "(R-Ariz.)", ", D-N.Y.,": the party of a legislator, as American papers write it.
fn party_mark(text: &str, all: &[Token], end: usize) -> Option<String> {
    let token = all.get(end)?;
    if !matches!(token.gap, Gap::Bracket | Gap::Comma) {
        return None;
    }
    let word = &text[token.span];
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some('R'), Some('-' | '–')) => Some("Republicans".to_owned()),
        (Some('D'), Some('-' | '–')) => Some("Democrats".to_owned()),
        _ => match token.folded.as_str() {
            "republican" if token.capital => Some("Republicans".to_owned()),
            "democrat" if token.capital => Some("Democrats".to_owned()),
            _ => None,
        },
    }
}

/// From the first byte of word `first` to the last of word `end - 1`.
pub(crate) fn span_of(all: &[Token], first: usize, end: usize) -> Span {
    match (all.get(first), end.checked_sub(1).and_then(|e| all.get(e))) {
        (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end().max(a.span.start())),
        _ => Span::default(),
    }
}

/// Whether a verb of speech stands right after or right before.
fn speaks(all: &[Token], first: usize, end: usize) -> bool {
    let Some(here) = all.get(first) else {
        return false;
    };
    let after = all.get(end).is_some_and(|t| {
        t.sentence == here.sentence && t.joins_before() && is_speech_verb(&t.folded)
    });
    let before = first
        .checked_sub(1)
        .and_then(|k| all.get(k))
        .is_some_and(|t| {
            t.sentence == here.sentence
                && here.joins_before()
                && matches!(t.folded.as_str(), "said" | "says")
        });
    after || before
}

/// A rough sign of a grammatical subject: no preposition before, a verb or the start around it.
fn is_subject(all: &[Token], first: usize, end: usize) -> bool {
    let Some(here) = all.get(first) else {
        return false;
    };
    let before = first
        .checked_sub(1)
        .and_then(|k| all.get(k))
        .filter(|t| t.sentence == here.sentence);
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

/// "it is clear that", "it remains to be seen", "it was reported that": nobody is meant.
fn is_expletive(all: &[Token], k: usize) -> bool {
    let Some(next) = all.get(k + 1) else {
        return true;
    };
    matches!(
        next.folded.as_str(),
        "is" | "was" | "seems" | "seemed" | "appears" | "appeared" | "remains" | "rains" | "takes"
    )
}

/// A third-person pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    fn of(folded: &str) -> Option<Self> {
        Some(match folded {
            "he" | "him" | "his" | "himself" | "he's" | "he'd" | "he'll" => Self::He,
            "she" | "her" | "hers" | "herself" | "she's" | "she'd" | "she'll" => Self::She,
            "it" | "its" | "itself" => Self::It,
            "they" | "them" | "their" | "theirs" | "themselves" | "they're" | "they've" => {
                Self::They
            }
            _ => return None,
        })
    }

    const fn gender(self) -> Option<Gender> {
        match self {
            Self::He => Some(Gender::Masculine),
            Self::She => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn agrees(self, draft: &Draft) -> bool {
        let person = draft.kind == Some(EntityKind::Person);
        match self {
            Self::He | Self::She => {
                person && !draft.plural && (draft.gender.is_none() || draft.gender == self.gender())
            }
            Self::It => {
                !draft.plural
                    && matches!(
                        draft.kind,
                        Some(EntityKind::Organization | EntityKind::State | EntityKind::Document)
                    )
            }
            Self::They => {
                draft.plural
                    || matches!(
                        draft.kind,
                        Some(EntityKind::Organization | EntityKind::State)
                    )
            }
        }
    }
}
