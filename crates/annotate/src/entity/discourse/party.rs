//! For whom somebody speaks: the state or body that the office names.
//!
//! "Norwegian minister" speaks for Norway, "NATO Secretary General" for NATO, "its chief executive" for
//! the company that "its" means, "a spokesman for the supplier" for the supplier by its name,
//! "Holm's aide" for whom Holm speaks for. A nationality alone makes nobody a speaker of a state: a
//! Norwegian tourist has no party.

use super::syntax::span_of;
use super::{Discourse, Draft, Scene, is_person};
use crate::entity::gazetteer::{GAZETTEER, Known};
use crate::entity::nominal::{Determiner, Nominal, state_of};
use crate::entity::run::{Piece, What};
use crate::entity::token::Gap;
use rapporteur_core::EntityKind;

/// For whom a person speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    /// Its name as far as it is known where the office stands.
    pub(crate) name: String,
    /// The entity that it is, where the article has one: its final name is the better one.
    pub(crate) entity: Option<usize>,
    /// Whether only an adjective, a capital or a seat of the state says so.
    pub(crate) nation: bool,
}

impl Party {
    /// Known by name alone.
    pub(crate) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), entity: None, nation: false }
    }

    fn nation(name: &str) -> Self {
        Self { nation: true, ..Self::named(name) }
    }
}

/// Classes of persons who speak for nobody but themselves.
const PRIVATE: &[&str] = &["witness", "family", "suspect", "person"];
/// Classes of persons whom a nationality does not make speakers of their state.
const OF_NO_STATE: &[&str] = &[
    "witness",
    "family",
    "suspect",
    "person",
    "activist",
    "expert",
    "medic",
    "press",
    "cleric",
    "executive",
    "fighter",
];

/// The party that a draft's description makes it speak for, private persons left alone.
pub(crate) fn of_draft(draft: &Draft) -> Option<&Party> {
    let party = draft.party.as_ref()?;
    let barred = if party.nation { OF_NO_STATE } else { PRIVATE };
    let private = draft.kind == Some(EntityKind::Person)
        && !draft.classes.is_empty()
        && draft.classes.iter().all(|class| barred.contains(class));
    (!private).then_some(party)
}

/// Whether the holder of such an office speaks for the person who is named with it: "Holm's aide", "a
/// spokesman for Holm", not "Holm's sister".
fn represents(head: &str) -> bool {
    matches!(
        GAZETTEER.office(head),
        Some("spokesperson" | "diplomat" | "envoy" | "deputy" | "minister")
    ) || matches!(
        head,
        "aide"
            | "aides"
            | "adviser"
            | "advisers"
            | "advisor"
            | "advisors"
            | "representative"
            | "representatives"
            | "lawyer"
            | "lawyers"
            | "attorney"
            | "attorneys"
            | "solicitor"
            | "barrister"
            | "counsel"
            | "manager"
            | "strategist"
    )
}

impl Discourse {
    /// For whom a description says that somebody speaks, by names ("Russian", "Kremlin", "of NATO") or
    /// by whom its owner or complement means ("the company's", "for the supplier").
    pub(super) fn party_of(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<Party> {
        let named = self.named_party(scene, nominal);
        if named.is_some() || !nominal.person || nominal.plural {
            return named;
        }
        let head = scene.tokens.all.get(nominal.head)?.folded.as_str();
        let entity = self
            .owner(scene, nominal)
            .or_else(|| self.complement(scene, nominal))
            .or_else(|| self.modifier(scene, nominal))?;
        self.speaker_for(scene, entity, head)
    }

    /// The state or body that a description gives by its name.
    pub(super) fn named_party(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<Party> {
        let all = &scene.tokens.all;
        let head = all.get(nominal.head)?;
        if head.capital && GAZETTEER.office(&head.folded) == Some("partisan") {
            let word = &scene.text[head.span];
            let plural = head.folded.ends_with('s');
            return Some(Party::named(match (plural, word.strip_suffix('y')) {
                (true, _) => word.to_owned(),
                (false, Some(stem)) => format!("{stem}ies"),
                (false, None) => format!("{word}s"),
            }));
        }
        let of =
            nominal.of.filter(|p| {
                !is_person(scene, *p)
                    && scene.pieces.get(*p).is_some_and(|piece| {
                        piece.first.checked_sub(1).and_then(|k| all.get(k)).is_some_and(|t| {
                            !matches!(t.folded.as_str(), "in" | "to" | "on" | "with")
                        })
                    })
            });
        if let Some(local) = local_body(scene, nominal) {
            return Some(Party::named(local));
        }
        let mut named = nominal.inside.iter().rev().copied().chain(of);
        let state = named.clone().find_map(|p| {
            let piece = scene.pieces.get(p)?;
            let state = state_of(piece)?;
            let seat = matches!(piece.what, What::Known(Known::Seat(_)));
            // A seat inside a title speaks for its state.
            GAZETTEER.states.get(state).map(|s| s.name).filter(|_| {
                seat || !matches!(piece.what, What::Known(Known::Capital(_))) || nominal.person
            })
        });
        if let Some(state) = state {
            return Some(Party::nation(state));
        }
        named.find_map(|p| self.named_body(scene, p))
    }

    /// The body that a piece names.
    pub(super) fn named_body(&mut self, scene: Scene<'_>, piece: usize) -> Option<Party> {
        let id = *scene.clusters.of_piece.get(piece)?.first()?;
        let cluster = scene.clusters.all.get(id)?;
        if let Some(Known::Body(b)) = cluster.known {
            let body = GAZETTEER.bodies.get(b)?;
            return Some(Party::named(body.state.unwrap_or(body.name)));
        }
        if cluster.kind != EntityKind::Organization {
            return None;
        }
        let piece = scene.pieces.get(piece)?;
        let name = scene.text[span_of(&scene.tokens.all, piece.first, piece.end)].to_owned();
        let entity = self.of_cluster(scene, id);
        Some(Party { entity, ..Party::named(name) })
    }

    /// Who owns the office: "its chief executive", "the company's lawyer", "Holm's aide". Owners have
    /// been read before the office.
    fn owner(&self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        let all = &scene.tokens.all;
        let (from, to) =
            (all.get(nominal.first)?.span.start(), all.get(nominal.head)?.span.start());
        let found = self
            .found
            .iter()
            .rev()
            .take(6)
            .find(|f| f.span.start() >= from && f.span.end() <= to)?;
        let owns = scene.text[found.span.end()..to].starts_with(['\'', '’'])
            || matches!(
                &scene.text[found.span],
                "its" | "Its" | "their" | "Their" | "his" | "His" | "her" | "Her"
            );
        owns.then_some(found.entity)
    }

    /// Whom the complement means: "the director of the agency", "a spokesman for the supplier", "a
    /// spokeswoman for President Lars Holm", "a spokesman for the harbour company, Nordkaj".
    fn complement(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        let all = &scene.tokens.all;
        let preposition = all.get(nominal.end)?;
        if !preposition.joins_before()
            || !matches!(preposition.folded.as_str(), "of" | "for" | "at" | "with")
        {
            return None;
        }
        let person = nominal.of.filter(|p| is_person(scene, *p));
        if let Some(id) = person.and_then(|p| scene.clusters.of_piece.get(p)?.first().copied()) {
            return self.of_cluster(scene, id);
        }
        let inner = scene.nominal_at(nominal.end + 1)?;
        if inner.first != nominal.end + 1 || inner.plural {
            return None;
        }
        let named = scene
            .pieces
            .get(scene.pieces.partition_point(|p| p.first < inner.end))
            .filter(|p| {
                p.first == inner.end && all.get(p.first).is_some_and(|t| t.gap == Gap::Comma)
            })
            .and_then(|p| {
                let at = scene.pieces.partition_point(|q| q.first < p.first);
                let fits = (scene.kind(at)? == EntityKind::Person) == inner.person;
                scene.clusters.of_piece.get(at).filter(|_| fits)?.first().copied()
            });
        match named {
            Some(id) => self.of_cluster(scene, id),
            // What the inner description itself depends on is left aside, which bounds the work.
            None => {
                let party = self.named_party(scene, inner);
                self.fitting(scene, inner, party)
            }
        }
    }

    /// The body that a noun right before the office means: "company spokesman", "federation president".
    fn modifier(&mut self, scene: Scene<'_>, nominal: &Nominal) -> Option<usize> {
        let all = &scene.tokens.all;
        let noun = (nominal.first..nominal.head).rev().find(|k| {
            all.get(*k).is_some_and(|t| {
                matches!(
                    GAZETTEER.body_noun(&t.folded),
                    Some(
                        "ministry"
                            | "agency"
                            | "court"
                            | "company"
                            | "alliance"
                            | "science"
                            | "charity"
                            | "media"
                            | "militant"
                    )
                )
            })
        })?;
        let whole = Nominal {
            first: noun,
            head: noun,
            end: noun + 1,
            determiner: Determiner::Definite,
            inside: Vec::new(),
            of: None,
            plural: false,
            person: false,
        };
        self.fitting(scene, &whole, None)
    }

    /// `entity` as the party of somebody with the office `head`: bodies and states by their name, a
    /// person by whom that person speaks for.
    fn speaker_for(&self, scene: Scene<'_>, entity: usize, head: &str) -> Option<Party> {
        let draft = self.drafts.get(entity)?;
        let by_name = || {
            let (span, _) = draft.names.first()?;
            Some(scene.text[*span].to_owned())
        };
        match draft.kind? {
            EntityKind::Organization | EntityKind::State => {
                let name = match &draft.party {
                    Some(party) => party.name.clone(),
                    None => by_name()?,
                };
                Some(Party { entity: Some(entity), ..Party::named(name) })
            }
            EntityKind::Person if represents(head) && !draft.anonymous => {
                let name = draft.party.as_ref().map(|p| p.name.clone()).or_else(by_name);
                // Who is named only behind: "a spokesman for Sikorska".
                Some(Party { entity: Some(entity), ..Party::named(name.unwrap_or_default()) })
            }
            _ => None,
        }
    }
}

/// "the Berlin police spokeswoman", "the president of the Kenyan federation": a body of a town, which is
/// not the state whose capital the town may be, or one that does not govern.
fn local_body(scene: Scene<'_>, nominal: &Nominal) -> Option<String> {
    let all = &scene.tokens.all;
    nominal.inside.iter().copied().chain(nominal.of).find_map(|p| {
        let piece: &Piece = scene.pieces.get(p)?;
        let noun = all.get(piece.end).filter(|t| t.joins_before() && !t.capital)?;
        let class = GAZETTEER.body_noun(&noun.folded)?;
        let fits = match piece.what {
            What::Known(Known::Capital(_) | Known::Place) => true,
            What::Known(Known::Adjective(_)) => {
                matches!(class, "alliance" | "company" | "charity" | "science" | "media" | "party")
            }
            _ => scene.kind(p) == Some(EntityKind::Place),
        };
        let inside = piece.end < nominal.head || piece.first > nominal.end;
        (fits && inside).then(|| scene.text[span_of(all, piece.first, piece.end + 1)].to_owned())
    })
}
