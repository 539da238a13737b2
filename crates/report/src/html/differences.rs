//! Where accounts part, and what they call the same thing.

use super::parts::{chip, chips, colour, name, words};
use crate::view::{DifferenceView, NamingView, StoryView, shorten};
use maud::{Markup, html};
use rapporteur_core::DiscrepancyKind;

/// The words around a reading are cut to so many bytes on either side.
const AROUND: usize = 90;

/// Differences of one kind beyond this are folded.
const OPEN: usize = 8;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    if view.differences.is_empty() && view.namings.is_empty() {
        return None;
    }
    let kinds: Vec<(DiscrepancyKind, &[DifferenceView])> = view
        .differences
        .chunk_by(|a, b| a.kind == b.kind)
        .filter_map(|chunk| Some((chunk.first()?.kind, chunk)))
        .collect();
    Some(html! {
        @for (kind, differences) in kinds {
            h3 { (DifferenceView::question(kind)) }
            @let (open, folded) = differences.split_at(differences.len().min(OPEN));
            div.differences { @for difference in open { (block(view, difference)) } }
            @if !folded.is_empty() {
                details.fold {
                    summary { (folded.len()) " more" }
                    div.differences { @for difference in folded { (block(view, difference)) } }
                }
            }
        }
        @if !view.namings.is_empty() { (namings(view, &view.namings)) }
    })
}

fn block(view: &StoryView, difference: &DifferenceView) -> Markup {
    html! {
        article.difference {
            @if !difference.about.is_empty() { h4 { (difference.about) } }
            dl { @for value in &difference.values {
                div {
                    dt { (value.value) }
                    @for reading in &value.readings {
                        dd.(colour(reading.cite.source)) {
                            (chip(&view.sources, &reading.cite)) " "
                            span.outlet { (name(&view.sources, reading.cite.source)) }
                            span.context {
                                (before(reading.before))
                                b { (words(&reading.cite, 400)) }
                                (after(reading.after))
                            }
                        }
                    }
                }
            } }
        }
    }
}

/// The last words before a reading.
fn before(text: &str) -> Markup {
    let skipped = text.len().saturating_sub(AROUND);
    let from = (skipped..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len());
    let tail = text.get(from..).unwrap_or("");
    let tail = if from == 0 {
        tail
    } else {
        tail.split_once(char::is_whitespace)
            .map_or("", |(_, rest)| rest)
    };
    html! { @if from > 0 { "… " } (tail) }
}

/// The first words after it.
fn after(text: &str) -> Markup {
    let (head, cut) = shorten(text, AROUND);
    html! { (head) @if cut { " …" } }
}

fn namings(view: &StoryView, namings: &[NamingView]) -> Markup {
    let (open, folded) = namings.split_at(namings.len().min(OPEN * 2));
    let list = |namings: &[NamingView]| {
        html! {
            ul.namings { @for naming in namings { li {
                @for (index, cites) in naming.names.iter().enumerate() {
                    @if index > 0 { span.versus { "/" } }
                    span.naming {
                        @if let Some(cite) = cites.first() { "“" (words(cite, 120)) "” " }
                        (chips(&view.sources, cites))
                    }
                }
            } } }
        }
    };
    html! {
        h3 { "One thing, several names" }
        (list(open))
        @if !folded.is_empty() {
            details.fold { summary { (folded.len()) " more" } (list(folded)) }
        }
    }
}
