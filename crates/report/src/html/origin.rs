//! Through whom outlets have what they report, and which passages they share.

use super::parts::{chip, chips, colour, count, name, words};
use crate::view::{PassageView, StoryView};
use maud::{Markup, html};

/// Passages beyond this are folded.
const OPEN: usize = 5;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    let transmission = &view.transmission;
    if transmission.via.is_empty() && transmission.passages.is_empty() {
        return None;
    }
    let (open, folded) = transmission.passages.split_at(transmission.passages.len().min(OPEN));
    Some(html! {
        @if !transmission.via.is_empty() {
            h3 { "Through whom" }
            dl.verbs { @for via in &transmission.via { div {
                dt { (via.name) }
                dd { @for (_, cite) in &via.places {
                    span.verb { (chip(&view.sources, cite)) " “" (words(cite, 120)) "”" }
                } }
            } } }
        }
        @if !transmission.passages.is_empty() {
            h3 { "Passages that two outlets share" }
            @for passage in open { (block(view, passage)) }
            @if !folded.is_empty() {
                details.fold {
                    summary { (count(folded.len(), "more passage", "more passages")) }
                    @for passage in folded { (block(view, passage)) }
                }
            }
        }
    })
}

fn block(view: &StoryView, passage: &PassageView) -> Markup {
    html! {
        figure.passage {
            figcaption {
                (chips(&view.sources, [&passage.a, &passage.b])) " "
                (name(&view.sources, passage.a.source)) " and " (name(&view.sources, passage.b.source))
                span.detail {
                    (passage.words) " words in common"
                    @if passage.quoted { ", the same speech quoted" }
                }
            }
            blockquote.(colour(passage.a.source)) { p { (words(&passage.a, 280)) } }
            blockquote.(colour(passage.b.source)) { p { (words(&passage.b, 280)) } }
        }
    }
}
