//! Adjectives that stand for a person: "the Norwegian", "the 24-year-old".

use super::syntax::{is_modifier, speaks};
use super::{Discourse, Draft, Scene};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::grammar::is_verb_like;
use crate::entity::run::{Piece, What};
use crate::entity::token::{Gap, Token};
use rapporteur_core::{EntityKind, words};

/// How many sentences back such a person may have been named.
const NEAR: usize = 12;
/// How many mentions back is looked.
const REACH: usize = 60;

/// The years in "24-year-old".
pub(super) fn years(folded: &str) -> Option<u16> {
    folded.strip_suffix("-year-old")?.parse().ok()
}

/// The age right before or behind a name: "24-year-old Mary Wanjiku", "Nina Patel, 34, said".
pub(super) fn age_beside(all: &[Token], name: &Piece) -> Option<u16> {
    let here = all.get(name.first)?;
    let before = name.first.checked_sub(1).and_then(|k| all.get(k));
    let in_front = before
        .filter(|t| t.sentence == here.sentence && here.joins_before())
        .and_then(|t| years(&t.folded));
    in_front.or_else(|| {
        let age = all.get(name.end).filter(|t| t.sentence == here.sentence)?;
        let closed =
            all.get(name.end + 1).is_none_or(|t| t.sentence != here.sentence || !t.joins_before());
        let apart = matches!(age.gap, Gap::Comma | Gap::Bracket);
        (apart && closed && age.folded.len() <= 3).then(|| age.folded.parse().ok())?
    })
}

/// Whether the word stands for a person by age: "the 24-year-old said".
pub(super) fn is_by_age(all: &[Token], k: usize) -> bool {
    let (Some(here), Some(the)) = (all.get(k), k.checked_sub(1).and_then(|b| all.get(b))) else {
        return false;
    };
    years(&here.folded).is_some()
        && the.folded == "the"
        && the.sentence == here.sentence
        && ends_phrase(all, k)
}

/// Whether no noun follows that the word would belong to.
fn ends_phrase(all: &[Token], k: usize) -> bool {
    let (Some(here), Some(next)) = (all.get(k), all.get(k + 1)) else {
        return true;
    };
    next.sentence != here.sentence
        || next.gap != Gap::Space
        || here.possessive
        || words::is_function_word(&next.folded)
        || is_verb_like(&next.folded)
        || next.folded.ends_with("ly")
}

impl Discourse {
    /// "The 24-year-old": who is of that age, else the person spoken of whose age has not been told.
    pub(super) fn by_age(&mut self, scene: Scene<'_>, k: usize) {
        let all = &scene.tokens.all;
        let Some(age) = all.get(k).and_then(|t| years(&t.folded)) else {
            return;
        };
        let entity = self
            .person_back(all, k, |d| d.age == Some(age))
            .or_else(|| self.person_back(all, k, |d| d.age.is_none() && !d.names.is_empty()));
        let Some(entity) = entity else { return };
        if let Some(draft) = self.drafts.get_mut(entity) {
            draft.age = Some(age);
        }
        self.note_description(scene, (k - 1, k + 1), k - 1, entity, false);
    }

    /// "The Norwegian": the person last named who speaks for that state; where one speaks, else the
    /// person last named who speaks for no other state. Whether such a person was found. "The French"
    /// and "the Chinese" are peoples.
    pub(super) fn by_nationality(&mut self, scene: Scene<'_>, piece: &Piece) -> bool {
        let all = &scene.tokens.all;
        let What::Known(Known::Adjective(state)) = piece.what else {
            return false;
        };
        let Some(the) = piece.first.checked_sub(1) else {
            return false;
        };
        let (Some(here), Some(article)) = (all.get(piece.end - 1), all.get(the)) else {
            return false;
        };
        let people = ["sh", "ch", "ese", "ss"].iter().any(|end| here.folded.ends_with(end));
        if people
            || article.folded != "the"
            || article.sentence != here.sentence
            || is_modifier(all, piece)
            || !ends_phrase(all, piece.end - 1)
        {
            return false;
        }
        let Some(state) = GAZETTEER.states.get(state).map(|s| s.name) else {
            return false;
        };
        let says = speaks(all, the, piece.end);
        let entity = self
            .person_back(all, piece.first, |d| d.party.as_ref().is_some_and(|p| p.name == state))
            .or_else(|| {
                let foreign = |d: &Draft| {
                    d.party
                        .as_ref()
                        .is_some_and(|p| GAZETTEER.states.iter().any(|s| s.name == p.name))
                };
                self.person_back(all, piece.first, |d| !foreign(d) && !d.names.is_empty())
                    .filter(|_| says)
            });
        let Some(entity) = entity else { return false };
        self.note_description(scene, (the, piece.end), the, entity, false);
        true
    }

    /// The single person last mentioned to whom `fits` applies.
    fn person_back(&self, all: &[Token], k: usize, fits: impl Fn(&Draft) -> bool) -> Option<usize> {
        let sentence = all.get(k)?.sentence;
        self.found
            .iter()
            .rev()
            .take(REACH)
            .take_while(|f| sentence.saturating_sub(f.sentence) <= NEAR)
            .find(|f| {
                self.drafts
                    .get(f.entity)
                    .is_some_and(|d| d.kind == Some(EntityKind::Person) && !d.plural && fits(d))
            })
            .map(|f| f.entity)
    }
}
