//! What each party wants, refuses, offers and threatens.

use super::parts::{chips, count, words};
use crate::view::{PartyView, PositionView, StoryView, act_phrase};
use maud::{Markup, html};
use rapporteur_core::Act;

/// So many positions of a party stand open for each of its acts; the rest is folded.
const OPEN: usize = 3;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    if view.parties.is_empty() {
        return None;
    }
    Some(html! {
        div.parties { @for party in &view.parties { (block(view, party)) } }
    })
}

fn block(view: &StoryView, party: &PartyView) -> Markup {
    let mut shown: Vec<(Act, usize)> = Vec::new();
    let (open, folded): (Vec<&PositionView>, Vec<&PositionView>) =
        party.positions.iter().partition(|position| {
            match shown.iter_mut().find(|(act, _)| *act == position.act) {
                Some((_, count)) => *count += 1,
                None => shown.push((position.act, 1)),
            }
            let of_act = shown.iter().find(|(act, _)| *act == position.act);
            of_act.is_none_or(|(_, count)| *count <= OPEN)
        });
    html! {
        section.party aria-label=(party.party) {
            h3 { (party.party) }
            (list(view, &open))
            @if !folded.is_empty() {
                details.fold {
                    summary { (count(folded.len(), "more position", "more positions")) }
                    (list(view, &folded))
                }
            }
        }
    }
}

fn list(view: &StoryView, positions: &[&PositionView]) -> Markup {
    html! {
        ul.positions { @for position in positions { li {
            span.act.{ "act-" (position.act.name().to_ascii_lowercase()) } { (act_phrase(position.act)) }
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
