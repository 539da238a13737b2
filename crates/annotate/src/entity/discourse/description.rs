//! Whom a description means: the entity whose offices, names and state fit it best.

use super::fit::Description;
use super::party::Party;
use super::stand_in;
use super::syntax::span_of;
use super::{Discourse, Draft, Scene, is_person};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::grammar::{gender_of_noun, is_verb_like};
use crate::entity::nominal::{Determiner, Nominal, state_of};
use crate::entity::run::{Piece, What};
use crate::entity::token::{Gap, Token};
use rapporteur_core::{EntityKind, LookupMap, words};

/// Where the complement of a description in lower case ends: "the head | of the Ruritanian delegation",
/// "an official | of the fisheries ministry", as long as a comma closes it.
fn complement_end(all: &[Token], end: usize, known: usize, sentence: usize) -> usize {
    const LONGEST: usize = 7;
    let of =
        all.get(end).is_some_and(|t| matches!(t.folded.as_str(), "of" | "for") && t.joins_before());
    if !of {
        return known;
    }
    let mut at = known.max(end + 1);
    while at < end + LONGEST {
        let Some(token) = all.get(at).filter(|t| t.sentence == sentence) else {
            return known;
        };
        if token.gap == Gap::Comma {
            return at;
        }
        let article = at == end + 1 && matches!(token.folded.as_str(), "the" | "its");
        let plain = !token.capital && !words::is_function_word(&token.folded);
        if !token.joins_before() || !(article || plain) || is_verb_like(&token.folded) {
            return known;
        }
        at += 1;
    }
    known
}

impl Discourse {
    /// A bare plural that has stood before ("officials", "Allied officials") means the same again.
    pub(super) fn same_words(&self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
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
    pub(super) fn following_name(
        &mut self,
        scene: Scene<'_>,
        piece_at: &LookupMap<usize, usize>,
        nominal: &Nominal,
    ) -> Option<usize> {
        if nominal.plural {
            return None;
        }
        if !nominal.person {
            return self.following_body(scene, piece_at, nominal);
        }
        let all = &scene.tokens.all;
        let mut at = nominal.end;
        if let Some(of) = nominal.of.and_then(|p| scene.pieces.get(p)) {
            at = of.end;
        }
        let sentence = all.get(nominal.head)?.sentence;
        at = complement_end(all, nominal.end, at, sentence);
        let next = all.get(at)?;
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
        self.named(scene, nominal, name, true)
    }

    /// "The supplier, Kanto Cells, denied this": the body's name between commas.
    fn following_body(
        &mut self,
        scene: Scene<'_>,
        piece_at: &LookupMap<usize, usize>,
        nominal: &Nominal,
    ) -> Option<usize> {
        let all = &scene.tokens.all;
        let sentence = all.get(nominal.head)?.sentence;
        let next = all.get(nominal.end)?;
        if next.sentence != sentence || next.gap != Gap::Comma {
            return None;
        }
        let name = *piece_at.get(&nominal.end)?;
        let end = scene.pieces.get(name)?.end;
        let closed = all.get(end).is_none_or(|t| t.sentence != sentence || t.gap == Gap::Comma);
        if !closed || scene.kind(name)? != EntityKind::Organization {
            return None;
        }
        self.named(scene, nominal, name, false)
    }

    /// The entity that the piece `name` names, which `nominal` describes, by an `office` or otherwise.
    fn named(
        &mut self,
        scene: Scene<'_>,
        nominal: &Nominal,
        name: usize,
        office: bool,
    ) -> Option<usize> {
        let id = *scene.clusters.of_piece.get(name)?.first()?;
        let before = self.antecedent(scene, nominal);
        let entity = self.of_cluster(scene, id)?;
        if let Some(before) = before {
            self.was_described(before, entity);
        }
        self.describe(scene, entity, nominal, office);
        Some(entity)
    }

    /// "the company's lawyer" of the first paragraph is who the second calls "the lawyer, Ann Reed":
    /// a person described before the name is given becomes the named one.
    pub(super) fn was_described(&mut self, before: usize, named: usize) {
        /// In longer texts nobody is looked for: every such person costs a way through the mentions.
        const MENTIONS: usize = 8192;
        let kind = self.drafts.get(named).and_then(|d| d.kind);
        let unnamed = self.drafts.get(before).is_some_and(|d| {
            d.names.is_empty()
                && d.known.is_none()
                && !d.plural
                && d.kind == kind
                && (d.anonymous || kind == Some(EntityKind::Organization))
        });
        let new = self.drafts.get(named).is_some_and(|d| d.count == 0);
        if before == named || !unnamed || !new || self.found.len() > MENTIONS {
            return;
        }
        let Some(old) = self.drafts.get_mut(before).map(std::mem::take) else {
            return;
        };
        self.recent.retain(|e| *e != before);
        for found in &mut self.found {
            if found.entity == before {
                found.entity = named;
            }
        }
        let Some(draft) = self.drafts.get_mut(named) else {
            return;
        };
        draft.descriptions.extend(old.descriptions);
        draft.words.extend(old.words);
        draft.heads.extend(old.heads);
        draft.classes.extend(old.classes);
        // Not the gender: a pronoun may have guessed it before anybody was named.
        draft.party = draft.party.take().or(old.party);
        draft.age = draft.age.or(old.age);
        draft.count += old.count;
        draft.last = draft.last.max(old.last);
    }

    /// The entity that a definite description means, if one fits.
    pub(super) fn antecedent(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        if nominal.determiner == Determiner::Indefinite {
            return None;
        }
        let party = self.party_of(scene, nominal);
        self.fitting(scene, nominal, party)
    }

    /// The entity that a definite description of a member of `party` means.
    pub(super) fn fitting(
        &self,
        scene: Scene<'_>,
        nominal: &Nominal,
        party: Option<Party>,
    ) -> Option<usize> {
        if nominal.determiner == Determiner::Indefinite {
            return None;
        }
        let all = &scene.tokens.all;
        let head = all.get(nominal.head)?.folded.as_str();
        let sentence = all.get(nominal.head)?.sentence;
        let description = self.read(scene, nominal, party)?;
        // "the Russian government", "the government": the state.
        let bare = nominal.first == nominal.head;
        if matches!(head, "government" | "authorities" | "regime")
            && description.content.len() == 1
            && !bare
        {
            let state = self.state_of_government(description.party.as_deref());
            if state.is_some() || description.party.is_some() {
                return state;
            }
        }
        let mut best: Option<(i32, usize)> = None;
        for (age, entity) in self.recent.iter().rev().copied().enumerate() {
            let Some(draft) = self.drafts.get(entity) else {
                continue;
            };
            let Some(last) = draft.last.and_then(|l| self.found.get(l)) else {
                continue;
            };
            let distance = sentence.saturating_sub(last.sentence);
            let Some(score) = description.fit(draft, distance) else {
                continue;
            };
            // Of two that fit alike the one that the article is about, then the one named last.
            let about = if draft.names.is_empty() { 0 } else { draft.count.min(9) as i32 };
            let score = score * 100 + about * 8 - (age.min(90) as i32);
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, entity));
            }
        }
        best.filter(|(score, _)| *score > 0).map(|(_, e)| e)
    }

    /// What a description says.
    fn read<'a>(
        &self,
        scene: Scene<'a>,
        nominal: &Nominal,
        party: Option<Party>,
    ) -> Option<Description<'a>> {
        let all = &scene.tokens.all;
        let words_of = |p: &Piece| {
            all.get(p.first..p.end).unwrap_or_default().iter().map(|t| t.folded.as_str())
        };
        let inside: Vec<&Piece> =
            nominal.inside.iter().filter_map(|p| scene.pieces.get(*p)).collect();
        let named: Vec<&str> = inside.iter().flat_map(|p| words_of(p)).collect();
        Some(Description {
            head: all.get(nominal.head)?.folded.as_str(),
            person: nominal.person,
            plural: nominal.plural && nominal.person,
            content: all
                .get(nominal.first..nominal.end)?
                .iter()
                .map(|t| t.folded.as_str())
                .filter(|w| !words::is_function_word(w) && !GAZETTEER.is_adjective(w))
                .filter(|w| stand_in::years(w).is_none())
                .filter(|w| !nominal.person || !named.contains(w))
                .collect(),
            foreign: inside
                .iter()
                .filter(|p| {
                    state_of(p).is_none() || matches!(p.what, What::Known(Known::Capital(_)))
                })
                .flat_map(|p| words_of(p))
                .collect(),
            party: party.map(|p| p.name),
            age: all
                .get(nominal.first..nominal.head)?
                .iter()
                .find_map(|t| stand_in::years(&t.folded)),
            gender: nominal.gender(all),
        })
    }

    /// The state whose government is meant: the one named, or of those mentioned of late the one
    /// named most, of those named alike the one that came first: the story's own.
    fn state_of_government(&self, party: Option<&str>) -> Option<usize> {
        if let Some(party) = party {
            return self.states.get(party).copied();
        }
        let is_state = |d: &Draft| matches!(d.known, Some(Known::State(_) | Known::Capital(_)));
        // "Nigerian", "Abuja" speak of the state as its name does; "the government" itself does not,
        // or a first mistake would draw all others after it.
        let spoken_of = |state: &Draft| -> u32 {
            let of = |d: &&Draft| {
                let same = |(a, b): (&Party, &Party)| a.name == b.name;
                d.known.is_some() && d.party.as_ref().zip(state.party.as_ref()).is_some_and(same)
            };
            self.recent.iter().filter_map(|e| self.drafts.get(*e)).filter(of).map(|d| d.named).sum()
        };
        self.recent
            .iter()
            .copied()
            .filter_map(|e| Some((e, self.drafts.get(e).filter(|d| is_state(d))?)))
            .max_by_key(|(e, d)| (spoken_of(d), std::cmp::Reverse(*e)))
            .map(|(e, _)| e)
    }

    pub(super) fn new_description(&mut self, scene: Scene<'_>, nominal: &Nominal) -> usize {
        let all = &scene.tokens.all;
        let head = all.get(nominal.head).map_or("", |t| t.folded.as_str());
        let body = GAZETTEER.body_noun(head);
        let kind = match body {
            _ if nominal.person => EntityKind::Person,
            Some("document") => EntityKind::Document,
            _ => EntityKind::Organization,
        };
        let party = self.party_of(scene, nominal);
        // "the Ruritanian government", where the state itself is never named.
        let state = party
            .as_ref()
            .filter(|_| head == "government")
            .and_then(|party| GAZETTEER.states.iter().position(|s| s.name == party.name));
        if let Some(index) = state {
            let entity = self.draft(Draft {
                kind: Some(EntityKind::State),
                known: Some(Known::State(index)),
                party,
                ..Draft::default()
            });
            if let Some(state) = GAZETTEER.states.get(index) {
                self.states.insert(state.name, entity);
            }
            return entity;
        }
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
}
