//! One pass through the article: names, descriptions and pronouns find whom they mean.
//!
//! Pronouns go to the most salient fitting entity ([`pronoun`]), descriptions to the entity whose
//! offices and names fit them best ([`description`]).

mod description;
mod fit;
mod group;
mod party;
mod pronoun;
mod stand_in;
mod syntax;

use self::group::Group;
use self::party::Party;
pub(crate) use self::party::of_draft;
use self::pronoun::Pronoun;
use self::syntax::{
    honorific_gender, is_modifier, is_subject, party_mark, role_end, span_of, speaks, speaks_itself,
};
use super::cluster::{Cluster, Clusters};
use super::gazetteer::{GAZETTEER, Gender, Known};
use super::nominal::Nominal;
use super::run::{Piece, What};
use super::token::{Gap, Token, Tokens};
use crate::reader::Antecedents;
use rapporteur_core::{EntityKind, LookupMap, MentionForm, Span, words};
use std::collections::{BTreeMap, BTreeSet};

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
    pub(crate) classes: BTreeSet<&'static str>,
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    pub(crate) anonymous: bool,
    /// For whom it speaks.
    pub(crate) party: Option<Party>,
    /// Of several together those that are named one by one.
    pub(crate) members: Vec<usize>,
    /// Years of age.
    age: Option<u16>,
    /// Index of its last mention.
    last: Option<usize>,
    count: u32,
    /// How often by a name.
    named: u32,
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
    /// The entity of each state mentioned, by its canonical name.
    states: BTreeMap<&'static str, usize>,
    /// Persons named side by side, latest last.
    groups: Vec<Group>,
    /// The entity of each set of persons, by their entities.
    group_entities: BTreeMap<Vec<usize>, usize>,
}

/// How many entities a description can choose among.
const MEMORY: usize = 96;

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
    Age(usize),
}

/// Reads the article from start to end.
///
/// `antecedents` is what the model says of who is meant, if there is one.
pub(crate) fn read(scene: Scene<'_>, mut antecedents: Option<&mut Antecedents<'_>>) -> Discourse {
    let mut d =
        Discourse { of_cluster: vec![None; scene.clusters.all.len()], ..Discourse::default() };
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
        } else if stand_in::is_by_age(&scene.tokens.all, k) {
            items.push((k, Item::Age(k)));
        }
    }
    items.sort_by_key(|(at, item)| (*at, !matches!(item, Item::Name(_))));
    for (_, item) in items {
        match item {
            Item::Name(k) => d.name(scene, k, title_of.get(&k).copied()),
            Item::Nominal(k) => d.nominal(scene, &piece_at, k),
            Item::Pronoun(k) => d.pronoun(scene, k, antecedents.as_deref_mut()),
            Item::Age(k) => d.by_age(scene, k),
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

fn is_person(scene: Scene<'_>, piece: usize) -> bool {
    scene.kind(piece) == Some(EntityKind::Person)
}

impl Scene<'_> {
    /// The longest description that begins with word `first`: "the company's lawyer", not "the company's".
    fn nominal_at(&self, first: usize) -> Option<&Nominal> {
        let at = self.nominals.partition_point(|n| n.first < first);
        let same = self.nominals.get(at..)?.iter().take_while(|n| n.first == first);
        same.max_by_key(|n| n.end)
    }

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
            draft.named += u32::from(found.form == MentionForm::Name);
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
        if let Some(Known::State(s) | Known::Capital(s)) = cluster.known
            && let Some(state) = GAZETTEER.states.get(s)
        {
            self.states.insert(state.name, entity);
        }
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
        if self.by_nationality(scene, piece) {
            return;
        }
        // Of several persons of one surname: whoever was mentioned last; before any mention, the first.
        let chosen = ids
            .iter()
            .copied()
            .filter(|id| {
                let gender = honorific_gender(all, piece.first);
                let known = scene.clusters.all.get(*id).and_then(|c| name_gender(&c.words));
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
        if draft.kind == Some(EntityKind::Person) {
            draft.age = draft.age.or_else(|| stand_in::age_beside(all, piece));
            if let Some(mark) = party_mark(scene.text, all, piece.end) {
                draft.words.extend(mark.place);
                draft.party.get_or_insert(Party::named(mark.party));
            }
        }
        let sentence = all.get(piece.first).map_or(0, |t| t.sentence);
        self.belonging(scene, k, entity);
        self.apposition(scene, k, entity);
        self.side_by_side(scene, first, piece.end, entity);
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

    /// "Peter Gray of Redfield Capital", "Robin Smith from the Transport Police": the body behind a
    /// person's name.
    fn belonging(&mut self, scene: Scene<'_>, piece: usize, person: usize) {
        let all = &scene.tokens.all;
        let open = self
            .drafts
            .get(person)
            .is_some_and(|d| d.kind == Some(EntityKind::Person) && d.party.is_none());
        let Some(end) = scene.pieces.get(piece).map(|p| p.end).filter(|_| open) else {
            return;
        };
        let beside = all
            .get(end)
            .is_some_and(|t| t.joins_before() && matches!(t.folded.as_str(), "of" | "from" | "at"));
        let article = all.get(end + 1).is_some_and(|t| t.folded == "the" && t.joins_before());
        let at = if article { end + 2 } else { end + 1 };
        let joined = all.get(at).is_some_and(Token::joins_before);
        let next = scene.pieces.get(piece + 1).filter(|p| beside && joined && p.first == at);
        let body = next.is_some() && scene.kind(piece + 1) == Some(EntityKind::Organization);
        if let Some(party) = body.then(|| self.named_body(scene, piece + 1)).flatten()
            && let Some(draft) = self.drafts.get_mut(person)
        {
            draft.party = Some(party);
        }
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
        let Some(nominal) = scene.nominal_at(end) else {
            return;
        };
        let person = is_person(scene, piece);
        if nominal.person == person && !nominal.plural && !speaks_itself(all, nominal) {
            if let Some(before) = self.antecedent(scene, nominal).filter(|_| person) {
                self.was_described(before, entity);
            }
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
            matches!(t.folded.as_str(), "the" | "a" | "an" | "its" | "his" | "her" | "their")
        }) && first < nominal.head
        {
            first += 1;
        }
        if all.get(first).is_some_and(|t| matches!(t.folded.as_str(), "one" | "another"))
            && first < nominal.head
        {
            first += 1;
        }
        let of = nominal.of.and_then(|p| scene.pieces.get(p)).map_or(nominal.end, |of| of.end);
        let end = if nominal.person { role_end(all, nominal.end, of) } else { of };
        let span = span_of(all, first, end);
        let gender = nominal.gender(all);
        let Some(draft) = self.drafts.get_mut(entity) else {
            return;
        };
        draft.age = draft.age.or_else(|| {
            all.get(first..nominal.head)?.iter().find_map(|t| stand_in::years(&t.folded))
        });
        for token in all.get(first..end).unwrap_or_default() {
            if draft.words.len() < 64 && !words::is_function_word(&token.folded) {
                draft.words.insert(token.folded.clone());
            }
        }
        if let Some(head) = all.get(nominal.head) {
            draft.heads.insert(head.folded.clone());
            if let Some(one) =
                head.folded.strip_suffix('s').filter(|_| nominal.plural && nominal.person)
            {
                draft.heads.insert(one.to_owned());
            }
            draft.classes.extend(
                GAZETTEER.office(&head.folded).into_iter().chain(GAZETTEER.body_noun(&head.folded)),
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
                let owner = all.get(nominal.end - 1).is_some_and(|t| t.possessive);
                let beside = previous.form == MentionForm::Name
                    && !owner
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
            .or_else(|| self.of_group(scene, nominal))
            .or_else(|| self.antecedent(scene, nominal))
            .or_else(|| self.same_words(scene, nominal))
            .unwrap_or_else(|| self.new_description(scene, nominal));
        let extent = (nominal.first, nominal.end);
        self.note_description(scene, extent, nominal.head, entity, false);
    }

    /// Notes that the words `first..end`, in the sentence of the word `at`, describe `entity`.
    fn note_description(
        &mut self,
        scene: Scene<'_>,
        (first, end): (usize, usize),
        at: usize,
        entity: usize,
        modifier: bool,
    ) {
        let all = &scene.tokens.all;
        let span = span_of(all, first, end);
        if let Some(draft) = self.drafts.get_mut(entity)
            && draft.descriptions.len() < 64
        {
            draft.descriptions.push(span);
        }
        let sentence = all.get(at).map_or(0, |t| t.sentence);
        let form = MentionForm::Nominal;
        let found = Found { span, name: None, form, entity, modifier, sentence, weight: 0 };
        self.note(scene, first, end, found);
    }
}

fn draft_of(cluster: &Cluster) -> Draft {
    let mut draft = Draft { kind: Some(cluster.kind), known: cluster.known, ..Draft::default() };
    match cluster.known {
        Some(Known::Body(b)) => {
            if let Some(body) = GAZETTEER.bodies.get(b) {
                draft.heads.extend(body.nouns.iter().cloned());
                draft.party = body.state.map(Party::named);
            }
        }
        Some(known) => {
            draft.party =
                known.state().and_then(|s| GAZETTEER.states.get(s)).map(|s| Party::named(s.name));
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
            // A ministry speaks for its state, a federation or a company only for itself.
            let of_state = draft.classes.iter().any(|class| {
                matches!(
                    *class,
                    "ministry" | "agency" | "government" | "legislature" | "court" | "force"
                )
            });
            if draft.party.is_none() && of_state {
                draft.party = GAZETTEER.state_of_words(&cluster.words).map(Party::named);
            }
        }
        _ => {}
    }
    draft
}

fn name_gender(words: &[String]) -> Option<Gender> {
    words.first().filter(|_| words.len() > 1).and_then(|w| GAZETTEER.gender_of_name(w))
}
