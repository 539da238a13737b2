//! What each party wants, refuses, offers and threatens.

use super::sources::{Cite, Sources};
use rapporteur_core::{Act, Collation, Evidence, Position};
use std::collections::BTreeSet;

/// A party with its positions.
pub(crate) struct PartyView<'a> {
    pub(crate) party: &'a str,
    pub(crate) positions: Vec<PositionView<'a>>,
}

/// One position.
pub(crate) struct PositionView<'a> {
    pub(crate) act: Act,
    pub(crate) issue: Option<Cite<'a>>,
    pub(crate) mentions: Vec<StandView<'a>>,
}

/// One wording of a position.
pub(crate) struct StandView<'a> {
    /// Where it stands, never empty; all in the same words.
    pub(crate) cites: Vec<Cite<'a>>,
    /// "if …", as it stands.
    pub(crate) condition: Option<Cite<'a>>,
}

impl StandView<'_> {
    /// The words.
    pub(crate) fn words(&self) -> &str {
        self.cites.first().map_or("", |cite| cite.words)
    }
}

/// The act as a sentence about the party begins: "demands".
pub(crate) const fn act_phrase(act: Act) -> &'static str {
    match act {
        Act::Agree => "agrees",
        Act::Consult => "consults",
        Act::Support => "supports",
        Act::Concede => "concedes",
        Act::Cooperate => "cooperates",
        Act::Aid => "gives aid",
        Act::Retreat => "steps back",
        Act::Offer => "offers",
        Act::Demand => "demands",
        Act::Accuse => "accuses",
        Act::Reject => "refuses",
        Act::Threaten => "threatens",
        Act::Protest => "protests",
        Act::Sanction => "imposes sanctions",
        Act::Mobilize => "mobilises",
        Act::Coerce => "coerces",
        Act::Assault => "attacks",
        Act::Investigate => "investigates",
    }
}

/// What a reader of a negotiation asks first stands first.
const fn rank(act: Act) -> u8 {
    match act {
        Act::Demand => 0,
        Act::Reject => 1,
        Act::Offer => 2,
        Act::Concede => 3,
        Act::Agree => 4,
        Act::Threaten => 5,
        Act::Accuse => 6,
        Act::Support => 7,
        Act::Cooperate => 8,
        Act::Consult => 9,
        Act::Aid => 10,
        Act::Retreat => 11,
        Act::Protest => 12,
        Act::Sanction => 13,
        Act::Mobilize => 14,
        Act::Coerce => 15,
        Act::Assault => 16,
        Act::Investigate => 17,
    }
}

/// Parties with most positions first; of a party the best carried first within an act.
pub(super) fn build<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Vec<PartyView<'a>> {
    let mut parties: Vec<PartyView> = Vec::new();
    for position in &story.positions {
        let Some(view) = view(sources, position) else {
            continue;
        };
        match parties.iter_mut().find(|p| p.party == position.party) {
            Some(party) => party.positions.push(view),
            None => parties.push(PartyView { party: &position.party, positions: vec![view] }),
        }
    }
    for party in &mut parties {
        party.positions.sort_by_key(|p| (rank(p.act), std::cmp::Reverse(carriers(p))));
    }
    parties.sort_by_key(|party| {
        let mentions: usize = party.positions.iter().map(|p| p.mentions.len()).sum();
        std::cmp::Reverse(mentions)
    });
    parties
}

fn carriers(position: &PositionView) -> usize {
    let cites = position.mentions.iter().flat_map(|mention| &mention.cites);
    cites.map(|cite| cite.source).collect::<BTreeSet<_>>().len()
}

fn view<'a>(sources: &mut Sources<'a>, position: &'a Position) -> Option<PositionView<'a>> {
    let mut mentions: Vec<StandView> = Vec::new();
    for mention in &position.mentions {
        let Some(cite) = sources.cite(mention.evidence) else {
            continue;
        };
        let condition =
            mention.condition.and_then(|span| sources.cite(Evidence { span, ..mention.evidence }));
        let same = |known: &StandView| {
            known.words() == cite.words
                && known.condition.map(|c| c.words) == condition.map(|c| c.words)
        };
        match mentions.iter_mut().find(|known| same(known)) {
            Some(known) => known.cites.push(cite),
            None => mentions.push(StandView { cites: vec![cite], condition }),
        }
    }
    (!mentions.is_empty()).then_some(PositionView {
        act: position.act,
        issue: sources.cite(position.issue),
        mentions,
    })
}
