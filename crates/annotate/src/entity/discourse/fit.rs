//! How well a description fits an entity.

use super::Draft;
use crate::entity::gazetteer::{GAZETTEER, Gender, Known};
use rapporteur_core::EntityKind;

/// What a description says.
#[derive(Debug)]
pub(super) struct Description<'a> {
    /// Its head noun, folded.
    pub(super) head: &'a str,
    /// Whether the head is an office or a part for persons.
    pub(super) person: bool,
    /// Whether it speaks of several persons.
    pub(super) plural: bool,
    /// Folded words with a meaning of their own, the head among them.
    pub(super) content: Vec<&'a str>,
    /// Folded words of names inside it that are no state.
    pub(super) foreign: Vec<&'a str>,
    /// The state or body that it names.
    pub(super) party: Option<String>,
    /// What the head tells.
    pub(super) gender: Option<Gender>,
    /// Years of age.
    pub(super) age: Option<u16>,
}

impl Description<'_> {
    /// How well it fits `draft`, last mentioned `distance` sentences ago; `None` where it cannot
    /// mean it.
    pub(super) fn fit(&self, draft: &Draft, distance: usize) -> Option<i32> {
        let kind = draft.kind?;
        let person = kind == EntityKind::Person;
        if self.person != person || draft.plural != self.plural {
            return None;
        }
        if matches!(kind, EntityKind::Nationality | EntityKind::Place | EntityKind::Event) {
            return None;
        }
        if let (Some(a), Some(b)) = (self.gender, draft.gender)
            && a != b
        {
            return None;
        }
        if let (Some(a), Some(b)) = (self.age, draft.age)
            && a != b
        {
            return None;
        }
        // "Aleppo police" is not whatever police was spoken of before.
        if !person && !self.foreign.iter().all(|w| draft.words.contains(*w)) {
            return None;
        }
        let head = if person {
            self.person_head(draft, distance)?
        } else {
            self.body_head(draft, kind, distance)?
        };
        let score = head + self.party(draft)? + self.rest(draft);
        (score > 0).then_some(score)
    }

    fn party(&self, draft: &Draft) -> Option<i32> {
        match (self.party.as_deref(), draft.party.as_ref()) {
            (Some(a), Some(b)) if a == b.name => Some(2),
            (Some(_), Some(_)) => None,
            // "their side" is not "the Ruritanian side".
            (Some(_), None) if draft.names.is_empty() => None,
            // "the president" is rather the one whose state need not be said.
            (None, Some(party)) if self.person && party.entity.is_none() => Some(-1),
            _ => Some(0),
        }
    }

    fn person_head(&self, draft: &Draft, distance: usize) -> Option<i32> {
        if draft.heads.contains(self.head) {
            return Some(3);
        }
        let any = |classes: &[&str]| classes.iter().any(|c| draft.classes.contains(c));
        let near = self.party.is_some() || distance <= 12;
        let fits = match self.head {
            "man" | "woman" => draft.gender.is_some() && distance <= 2 && draft.names.is_empty(),
            "official" => near && any(OFFICIALS),
            "diplomat" => near && (draft.words.contains("foreign") || any(&["diplomat", "envoy"])),
            // "the Texas Republican"
            "republican" | "democrat" => near && self.party.is_some(),
            "politician" | "leader" => near && any(POLITICIANS),
            "chief" | "boss" | "head" => any(CHIEFS) && (self.party.is_some() || distance <= 3),
            head => GAZETTEER
                .office(head)
                .is_some_and(|c| EXCHANGEABLE.contains(&c) && draft.classes.contains(c)),
        };
        fits.then_some(1)
    }

    /// Bodies: by their own head noun, by how they are described, by what is known of them.
    fn body_head(&self, draft: &Draft, kind: EntityKind, distance: usize) -> Option<i32> {
        if draft.heads.contains(self.head) {
            return Some(3);
        }
        if let Some(Known::Body(b)) = draft.known
            && GAZETTEER.bodies.get(b).is_some_and(|body| body.nouns.iter().any(|n| n == self.head))
        {
            return Some(2);
        }
        let unspecified = matches!(self.head, "company" | "firm" | "group")
            && kind == EntityKind::Organization
            && draft.known.is_none()
            && !draft.names.is_empty()
            && draft.classes.iter().all(|c| *c == "company")
            && distance <= 8;
        let same_class = GAZETTEER.body_noun(self.head).is_some_and(|c| {
            matches!(c, "company" | "media" | "militant" | "alliance" | "agency")
                && draft.classes.contains(c)
        }) && distance <= 6;
        (unspecified || same_class).then_some(1)
    }

    /// What the description adds must be what is known: "the deputy foreign minister".
    fn rest(&self, draft: &Draft) -> i32 {
        self.content
            .iter()
            .filter(|w| **w != self.head && !RANKS.contains(w))
            .map(|w| match () {
                () if draft.words.contains(*w) => 1,
                () if GAZETTEER.is_portfolio(w) => -2,
                () => -1,
            })
            .sum()
    }
}

/// Adjectives that any holder of an office may be given.
const RANKS: &[&str] =
    &["senior", "top", "current", "new", "leading", "veteran", "high", "main", "chief"];
/// Classes whose members are officials.
const OFFICIALS: &[&str] = &[
    "minister",
    "deputy",
    "diplomat",
    "spokesperson",
    "official",
    "envoy",
    "soldier",
    "mayor",
    "executive",
];
const POLITICIANS: &[&str] = &[
    "minister",
    "head_of_state",
    "head_of_government",
    "legislator",
    "party_leader",
    "mayor",
    "partisan",
];
const CHIEFS: &[&str] = &["party_leader", "executive", "envoy", "deputy", "official", "soldier"];
/// Classes in which one noun may stand for another ("senator", "lawmaker").
const EXCHANGEABLE: &[&str] = &[
    "legislator",
    "executive",
    "spokesperson",
    "diplomat",
    "soldier",
    "justice",
    "press",
    "expert",
    "medic",
    "cleric",
    "mayor",
    "minister",
    "head_of_government",
];
