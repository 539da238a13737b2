//! What each party wants, refuses, offers and threatens.

use super::parts::{chips, count, words};
use crate::view::{PartyView, StoryView, act_phrase};
use maud::{Markup, html};

/// Positions of one party beyond this are folded.
const OPEN: usize = 7;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    if view.parties.is_empty() {
        return None;
    }
    Some(html! {
        div.parties { @for party in &view.parties { (block(view, party)) } }
    })
}

fn block(view: &StoryView, party: &PartyView) -> Markup {
    let (open, folded) = party.positions.split_at(party.positions.len().min(OPEN));
    html! {
        section.party aria-label=(party.party) {
            h3 { (party.party) }
            (list(view, open))
            @if !folded.is_empty() {
                details.fold {
                    summary { (count(folded.len(), "more position", "more positions")) }
                    (list(view, folded))
                }
            }
        }
    }
}

fn list(view: &StoryView, positions: &[crate::view::PositionView]) -> Markup {
    html! {
        ul.positions { @for position in positions { li {
            span.act.(position.act.name().to_ascii_lowercase()) { (act_phrase(position.act)) }
            div {
                @for mention in &position.mentions {
                    p.stand {
                        @if let Some(cite) = mention.cites.first() { (words(cite, 260)) }
                        " " (chips(&view.sources, &mention.cites))
                    }
                    @if let Some(condition) = &mention.condition {
                        p.condition { "condition: " (words(condition, 200)) }
                    }
                }
                @if let Some(issue) = &position.issue {
                    p.issue { "on " (words(issue, 160)) }
                }
            }
        } } }
    }
}
