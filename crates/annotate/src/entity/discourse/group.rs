//! Persons together: "Mary Wanjiku and Ruth Chebet", "the two ministers", "the pair".

use super::{Discourse, Draft, Scene};
use crate::entity::gazetteer::GAZETTEER;
use crate::entity::nominal::{Determiner, Nominal};
use crate::entity::token::Gap;
use rapporteur_core::EntityKind;

/// Persons whom a sentence names side by side.
#[derive(Clone, Debug)]
pub(super) struct Group {
    members: Vec<usize>,
    sentence: usize,
    /// One past the last word.
    end: usize,
    /// Whether "and" has closed the list.
    closed: bool,
    first: usize,
}

/// How many groups a description can choose among.
const GROUPS: usize = 24;
/// How many sentences later they are still meant.
const NEAR: usize = 12;

/// How many a word says that there are.
fn number(folded: &str) -> Option<usize> {
    Some(match folded {
        "two" | "2" | "both" | "pair" | "couple" | "duo" => 2,
        "three" | "3" | "trio" => 3,
        "four" | "4" => 4,
        "five" | "5" => 5,
        _ => return None,
    })
}

impl Discourse {
    /// Notes that `entity`, whose mention is `first..end`, stands beside the name before it: "A and B",
    /// "A, B and C".
    pub(super) fn side_by_side(
        &mut self,
        scene: Scene<'_>,
        first: usize,
        end: usize,
        entity: usize,
    ) {
        let all = &scene.tokens.all;
        let person = |d: &Draft| d.kind == Some(EntityKind::Person) && !d.plural;
        if !self.drafts.get(entity).is_some_and(person) {
            return;
        }
        let Some(here) = all.get(first) else { return };
        let before =
            first.checked_sub(1).and_then(|k| all.get(k)).filter(|t| t.sentence == here.sentence);
        let and = before.is_some_and(|t| t.folded == "and" && here.gap == Gap::Space);
        let at = if and { first - 1 } else { first };
        let listed = and || here.gap == Gap::Comma;
        if let Some(open) = self.groups.last_mut().filter(|g| {
            listed
                && g.sentence == here.sentence
                && g.end == at
                && !g.closed
                && !g.members.contains(&entity)
        }) {
            open.members.push(entity);
            open.end = end;
            open.closed = and;
            let (start, members) = (open.first, open.members.clone());
            if and && members.len() < 6 {
                self.note_group(scene, start, end, members);
            }
            return;
        }
        if self.groups.last().is_some_and(|g| !g.closed) {
            self.groups.pop();
        }
        if self.groups.len() >= GROUPS {
            self.groups.remove(0);
        }
        self.groups.push(Group {
            members: vec![entity],
            sentence: here.sentence,
            end,
            closed: false,
            first,
        });
    }

    /// A closed list is somebody to whom "they" may go back.
    fn note_group(&mut self, scene: Scene<'_>, first: usize, end: usize, members: Vec<usize>) {
        let entity = self.together(members);
        // Its members are the mentions.
        self.note_description(scene, (first, end), first, entity, true);
    }

    /// The entity of these persons together.
    fn together(&mut self, mut members: Vec<usize>) -> usize {
        members.sort_unstable();
        if let Some(entity) = self.group_entities.get(&members) {
            return *entity;
        }
        let entity = self.draft(Draft {
            kind: Some(EntityKind::Person),
            plural: true,
            members: members.clone(),
            ..Draft::default()
        });
        self.group_entities.insert(members, entity);
        entity
    }

    /// Whom "the two ministers", "both women", "the pair" mean: the persons last named side by side who
    /// may be called so, or as many who are the only ones of that office named of late.
    pub(super) fn of_group(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        let all = &scene.tokens.all;
        let head = all.get(nominal.head)?;
        let several = number(&head.folded).is_some() || nominal.plural;
        if !nominal.person || !several || !nominal.inside.is_empty() || nominal.of.is_some() {
            return None;
        }
        let counted = all.get(nominal.first..=nominal.head)?.iter().find_map(|t| number(&t.folded));
        if nominal.determiner != Determiner::Definite
            && all.get(nominal.first).is_none_or(|t| t.folded != "both")
        {
            return None;
        }
        let near = |sentence: usize| head.sentence.saturating_sub(sentence) <= NEAR;
        let named = self.groups.iter().rev().filter(|g| g.closed && near(g.sentence)).find(|g| {
            counted.is_none_or(|n| n == g.members.len())
                && g.members.iter().all(|m| self.may_be_one(*m, &head.folded, counted.is_some()))
        });
        if let Some(group) = named {
            let members = group.members.clone();
            return Some(self.together(members));
        }
        // No list: all holders of the office that the text has named of late.
        let counted = counted?;
        let mut members: Vec<usize> = Vec::new();
        for found in self.found.iter().rev().take_while(|f| near(f.sentence)) {
            let one = self.drafts.get(found.entity).is_some_and(|d| {
                d.kind == Some(EntityKind::Person) && !d.plural && !d.names.is_empty()
            });
            if one
                && !members.contains(&found.entity)
                && self.may_be_one(found.entity, &head.folded, false)
                && !self.out_of_office(found.entity)
            {
                members.push(found.entity);
                if members.len() > counted {
                    return None;
                }
            }
        }
        (members.len() == counted).then(|| self.together(members))
    }

    /// "the two ministers" are in office where another is called a former one.
    fn out_of_office(&self, person: usize) -> bool {
        let past = |w: &String| w == "former" || w.starts_with("ex-") || w.starts_with("then");
        self.drafts.get(person).is_some_and(|d| d.words.iter().any(past))
    }

    /// Whether a person may be one of those whom the plural `head` means: the office, or a word that
    /// says nothing of an office where `loose` and nothing known speaks against it.
    fn may_be_one(&self, person: usize, head: &str, loose: bool) -> bool {
        let Some(draft) = self.drafts.get(person) else {
            return false;
        };
        let class = GAZETTEER.office(head);
        let one = singular(head);
        let gender_fits = match (crate::entity::grammar::gender_of_noun(head), draft.gender) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let general =
            number(head).is_some() || matches!(class, Some("person" | "family" | "official"));
        let known = draft.heads.contains(one)
            || class.is_some_and(|c| draft.classes.contains(c) && c != "person" && c != "family");
        gender_fits && (known || loose && (general || draft.classes.is_empty()))
    }
}

fn singular(plural: &str) -> &str {
    match plural {
        "men" => "man",
        "women" => "woman",
        _ => plural.strip_suffix('s').unwrap_or(plural),
    }
}
