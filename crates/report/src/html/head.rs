//! What happened, and who tells of it.

use super::parts::{address, after, badge, before, chip, chips, colour, count, words};
use crate::view::{Headline, PointRow, SourceView, StoryView};
use maud::{Markup, html};

/// So many shared points stand at the head.
const BEST: usize = 6;

pub(super) fn section(view: &StoryView) -> Markup {
    let lead = &view.lead;
    html! {
        section.lead #what aria-labelledby="what-h" {
            p.kicker {
                @if let Some((when, _)) = &lead.when { span { (when) } }
                @if let Some(place) = &lead.place { span { (place.words) } }
                span { (count(view.sources.len(), "account", "accounts")) }
            }
            h1 #what-h {
                @match &lead.headline {
                    Some(Headline { cite: Some(cite), .. }) => { (words(cite, 300)) " " (chip(&view.sources, cite)) }
                    Some(headline) => { (headline.words) " " (badge(headline.source)) }
                    None => {
                        (view.title())
                        @if let Some(what) = &lead.what { " " (chip(&view.sources, what)) }
                    }
                }
            }
            @if let (Some(what), Some(_)) = (&lead.what, &lead.headline) {
                p.deck { (words(what, 600)) " " (chip(&view.sources, what)) }
            }
            dl.facts {
                @if !lead.who.is_empty() {
                    div {
                        dt { "Who" }
                        dd { ul.who {
                            @for actor in &lead.who { li {
                                @if let Some(cite) = &actor.cite {
                                    a.name href={ "#" (cite.anchor()) } { (actor.name) }
                                } @else { (actor.name) }
                                @if let Some(detail) = actor.detail { span.detail { (detail) } }
                            } }
                        } }
                    }
                }
                @if let Some(place) = &lead.place {
                    div { dt { "Where" } dd { (words(place, 200)) " " (chip(&view.sources, place)) } }
                }
                @if let Some((when, cite)) = &lead.when {
                    div { dt { "When" } dd {
                        (when) " " span.detail { "“" (words(cite, 80)) "”" } " " (chip(&view.sources, cite))
                    } }
                }
                @if let Some((when, cite)) = &lead.next {
                    div { dt { "Next" } dd {
                        (when) " " span.detail { (words(cite, 220)) } " " (chip(&view.sources, cite))
                    } }
                }
            }
            @if !view.table.shared.is_empty() {
                h2.small { "Carried by most" }
                ol.best { @for row in view.table.shared.iter().take(BEST) { li { (best(view, row)) } } }
            }
            (figures(view))
        }
    }
}

/// One of the best-carried points.
fn best(view: &StoryView, row: &PointRow) -> Markup {
    html! {
        @if let Some(speaker) = row.speaker { b { (speaker) } ": " }
        @if row.speaker.is_none() { (before(row.context.0)) }
        (words(&row.gist, 260))
        @if row.speaker.is_none() { (after(row.context.1)) }
        " "
        (chips(&view.sources, row.cells.iter().filter_map(|cell| Some(&cell.first()?.cite))))
        a.more href={ "#p" (row.number) } aria-label={ "Compare the readings of point " (row.number) } { "compare" }
    }
}

/// How much there is of what.
fn figures(view: &StoryView) -> Markup {
    let alone: usize = view.table.alone.iter().map(Vec::len).sum();
    let items = [
        (view.table.shared.len(), "points carried by several", "#points"),
        (alone, "carried by one alone", "#alone"),
        (view.differences.len(), "differences", "#differences"),
        (view.parties.iter().map(|p| p.positions.len()).sum(), "positions", "#positions"),
    ];
    html! {
        ul.figures {
            @for (n, what, link) in items { @if n > 0 {
                li { a href=(link) { strong { (n) } " " (what) } }
            } }
        }
    }
}

/// The articles, with outlet and date.
pub(super) fn accounts(view: &StoryView) -> Markup {
    html! {
        @if let Some(caveat) = view.caveat() { p.note { (caveat) } }
        ul.accounts { @for source in &view.sources { li.(colour(source.number)) { (account(source)) } } }
    }
}

fn account(source: &SourceView) -> Markup {
    html! {
        h3 { (badge(source.number)) " " a href={ "#a" (source.number + 1) } { (source.name) } }
        @if let Some(headline) = source.headline { p.headline { (headline) } }
        p.meta {
            @if let Some(date) = &source.date {
                time datetime=(date.iso) { (date.text) }
                span.detail title=(date.reason) { " " (date.how) }
            } @else { span.detail { "no date known" } }
        }
        p.meta {
            span { (count(source.words, "word", "words")) }
            @if let Some(language) = source.language.filter(|tag| *tag != "en") { span { (language) } }
            @if let Some(byline) = source.byline { span { (byline) } }
        }
        @if let Some(date) = &source.date { @if !date.reason.is_empty() {
            p.reason { (date.reason) }
        } }
        @for note in &source.notes { p.reason { (note) } }
        p.file {
            @if let Some(url) = source.url { (address(url)) }
            @else if let Some(file) = source.file { span.url { (file) } }
        }
    }
}

/// A story in the list of stories.
pub(super) fn entry(view: &StoryView, link: &str) -> Markup {
    html! {
        p.kicker {
            @if let Some((when, _)) = &view.lead.when { span { (when) } }
            @if let Some(place) = &view.lead.place { span { (place.words) } }
            span { (count(view.sources.len(), "account", "accounts")) }
        }
        h2 { a href=(link) { (view.title()) } }
        @if let (Some(what), true) = (&view.lead.what, view.lead.headline.is_some()) { p { (what.words) } }
        p.meta { @for source in &view.sources { span { (source.name) } } }
    }
}
