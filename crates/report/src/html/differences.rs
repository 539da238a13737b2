//! Where accounts part, and what they call the same thing.

use super::parts::{after, before, chip, chips, colour, count, name, words};
use crate::view::{DifferenceView, NamingView, StoryView};
use maud::{Markup, html};

/// Differences beyond this are folded.
const OPEN: usize = 14;

/// Values longer than this only repeat the words beside them.
const VALUE: usize = 28;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    if view.differences.is_empty() && view.namings.is_empty() {
        return None;
    }
    let (open, folded) = view.differences.split_at(view.differences.len().min(OPEN));
    Some(html! {
        div.differences { @for difference in open { (block(view, difference)) } }
        @if !folded.is_empty() {
            details.fold {
                summary { (count(folded.len(), "more difference", "more differences")) }
                div.differences { @for difference in folded { (block(view, difference)) } }
            }
        }
        @if !view.namings.is_empty() { (namings(view, &view.namings)) }
    })
}

fn block(view: &StoryView, difference: &DifferenceView) -> Markup {
    html! {
        article.difference {
            h3 {
                span.kind { (DifferenceView::question(difference.kind)) }
                @if !difference.about.is_empty() { " " (difference.about) }
            }
            dl { @for value in &difference.values {
                @let long = value.value.len() > VALUE;
                div.long[long] {
                    dt { @if long { span.unseen { (value.value) } } @else { (value.value) } }
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

fn namings(view: &StoryView, namings: &[NamingView]) -> Markup {
    let (open, folded) = namings.split_at(namings.len().min(OPEN));
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
