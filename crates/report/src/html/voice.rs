//! Who carries what, who gets to speak, and with which verbs.

use super::parts::{badge, chips, colour, count, name};
use crate::view::{StoryView, VoiceCell};
use maud::{Markup, html};

/// So many speakers are listed with the verbs that introduce them.
const VERB_ROWS: usize = 8;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    if view.table.rows().next().is_none() && view.voice.rows.is_empty() {
        return None;
    }
    Some(html! {
        @if !view.table.shared.is_empty() { (coverage(view)) }
        @if !view.voice.rows.is_empty() { (voice(view)) }
        @if !view.verbs.is_empty() { (verbs(view)) }
    })
}

/// One square for each shared point.
fn coverage(view: &StoryView) -> Markup {
    html! {
        h3 { "Who carries what" }
        ul.coverage { @for (source, coverage) in view.coverage.iter().enumerate() {
            li.(colour(source)) {
                span.outlet { (badge(source)) " " (name(&view.sources, source)) }
                span.dots aria-hidden="true" { @for (number, carried) in &coverage.shared {
                    span.on[*carried] title={ "point " (number) } {}
                } }
                span.detail {
                    (coverage.carried()) " of " (coverage.shared.len()) " shared, "
                    (count(coverage.alone, "point", "points")) " alone"
                }
            }
        } }
    }
}

/// Words for each speaker by outlet, as bars of their share.
fn voice(view: &StoryView) -> Markup {
    html! {
        h3 { "Who gets to speak" }
        p.note {
            "Share of each outlet’s quoted and reported words. "
            span.legend { span.solid { "inside quotation marks" } " " span.light { "reported" } }
        }
        div.scroll role="region" aria-label="Share of voice" tabindex="0" {
            table.voice role="table" width=(240 + 110 * view.sources.len()) {
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { "Speaker" }
                    @for source in &view.sources {
                        th.(colour(source.number)) role="columnheader" scope="col" { (badge(source.number)) " " (source.name) }
                    }
                } }
                tbody role="rowgroup" { @for row in &view.voice.rows { tr role="row" {
                    th role="rowheader" scope="row" {
                        (row.speaker)
                        @if let Some(detail) = row.detail { span.detail { (detail) } }
                    }
                    @for (source, cell) in row.cells.iter().enumerate() {
                        td.(colour(source)).empty[cell.words() == 0] role="cell" data-outlet=(name(&view.sources, source)) {
                            @if cell.words() > 0 { (bar(*cell)) } @else { span.none aria-label="no words" { "–" } }
                        }
                    }
                } } }
            }
        }
        @if view.voice.others > 0 {
            p.note { (count(view.voice.others, "speaker", "speakers")) " with fewer words left out." }
        }
    }
}

fn bar(cell: VoiceCell) -> Markup {
    let width = |words: usize| words as f64 * 100.0 / cell.of.max(1) as f64;
    let quoted = format!("{:.1}", width(cell.quoted));
    let reported = format!("{:.1}", width(cell.reported));
    html! {
        svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.track width="100" height="6" {}
            rect.solid width=(quoted) height="6" {}
            rect.light x=(quoted) width=(reported) height="6" {}
        }
        span.share title={ (cell.quoted) " words quoted, " (cell.reported) " reported" } {
            (cell.share()) " %" span.detail { (count(cell.words(), "word", "words")) }
        }
    }
}

fn verbs(view: &StoryView) -> Markup {
    html! {
        h3 { "How they are introduced" }
        dl.verbs { @for row in view.verbs.iter().take(VERB_ROWS) { div {
            dt { (row.speaker) }
            dd { @for (verb, cites) in &row.verbs {
                span.verb { i { (verb) } " " (chips(&view.sources, cites)) }
            } }
        } } }
    }
}
