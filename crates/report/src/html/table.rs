//! The collation table, and readings under each other with the differing words marked.

use super::parts::{badge, chips, colour, count, name, words};
use crate::view::{Manner, PointRow, ReadingView, SourceView, StoryView, Wording, pair, shorten};
use maud::{Markup, html};

/// Least width of the table's first column and of each further one, in CSS pixels.
const ROW_HEAD: usize = 184;
const COLUMN: usize = 150;

/// Readings longer than this are cut in the table; their link leads to the whole.
const CELL: usize = 360;

/// So many wordings stand open; the rest is folded.
const OPEN_WORDINGS: usize = 8;

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    let table = &view.table;
    if table.shared.is_empty() && table.alone.iter().all(Vec::is_empty) {
        return None;
    }
    let wordings: Vec<usize> = view.wordings.iter().map(|w| w.number).collect();
    Some(html! {
        @if table.shared.is_empty() {
            p.note { "No point is carried by more than one account." }
        } @else {
            p.note {
                "One row for each thing that more than one account carries, one column for each outlet. "
                "A cell holds the outlet’s own words and leads to them. "
                (legend())
            }
            div.scroll role="region" aria-label="Points by outlet" tabindex="0" {
                table.collation role="table" width=(ROW_HEAD + COLUMN * view.sources.len()) {
                    thead role="rowgroup" { tr role="row" {
                        th role="columnheader" scope="col" { "Point" }
                        @for source in &view.sources {
                            th.(colour(source.number)) role="columnheader" scope="col" {
                                (badge(source.number)) " " a href={ "#a" (source.number + 1) } { (source.name) }
                                @if let (false, Some(headline)) = (source.named, source.headline) {
                                    span.detail { (shorten(headline, 60).0) }
                                }
                            }
                        }
                    } }
                    tbody role="rowgroup" {
                        @for row in &table.shared { (shared_row(view, row, wordings.contains(&row.number))) }
                    }
                }
            }
        }
        (alone(view))
    })
}

fn legend() -> Markup {
    html! {
        span.legend {
            span.quoted { "quoted" } " " span.partly { "quoted in part" } " "
            span.reported { "reported" } " " span.asserted { "in the outlet’s own voice" }
        }
    }
}

const fn class(manner: Manner) -> &'static str {
    match manner {
        Manner::Quoted => "quoted",
        Manner::PartlyQuoted => "partly",
        Manner::Reported => "reported",
        Manner::Asserted => "asserted",
    }
}

fn shared_row(view: &StoryView, row: &PointRow, compared: bool) -> Markup {
    html! {
        tr role="row" id={ "p" (row.number) } {
            th role="rowheader" scope="row" {
                span.number { (row.number) }
                @if let Some(speaker) = row.speaker {
                    span.speaker { (speaker) }
                    @if let Some(detail) = row.detail { span.detail { (detail) } }
                } @else { span.speaker.fact { "Reported as fact" } }
                span.support { (row.support()) }
                @if !row.dependences.is_empty() { (dependences(&view.sources, row)) }
                @if compared { a.more href={ "#w" (row.number) } { "compare the words" } }
            }
            @for (source, cell) in row.cells.iter().enumerate() {
                td.(colour(source)).empty[cell.is_empty()] role="cell" data-outlet=(name(&view.sources, source)) {
                    @for reading in cell {
                        p.(class(reading.manner)) {
                            (words(&reading.cite, CELL))
                            (manner(reading))
                        }
                    }
                    @if cell.is_empty() { span.none aria-label="not carried" { "–" } }
                }
            }
        }
    }
}

/// Why outlets that carry a point are not as many accounts.
fn dependences(sources: &[SourceView], row: &PointRow) -> Markup {
    html! {
        details.why {
            summary { "why " (row.accounts) ", not " (row.carriers) }
            ul { @for dependence in &row.dependences { li {
                (pair(dependence, sources)) " "
                @for (index, reason) in dependence.reasons.iter().enumerate() {
                    @if index > 0 { "; " }
                    @if let Some(cite) = reason.cite() {
                        a href={ "#" (cite.anchor()) } { (reason.text()) }
                    } @else { (reason.text()) }
                }
            } } }
        }
    }
}

/// What one outlet alone carries, folded by outlet.
fn alone(view: &StoryView) -> Markup {
    let lonely = view.sources.len() < 2;
    html! {
        div #alone {
            @if !lonely && view.table.alone.iter().any(|rows| !rows.is_empty()) {
                h3 { "Carried by one alone" }
            }
            @for (source, rows) in view.table.alone.iter().enumerate() { @if !rows.is_empty() {
                details.alone.(colour(source)) open[lonely] {
                    summary {
                        (badge(source)) " " b { (name(&view.sources, source)) }
                        @if !lonely { " alone carries " (count(rows.len(), "point", "points")) }
                    }
                    ol { @for row in rows { li id={ "p" (row.number) } value=(row.number) { (alone_row(row)) } } }
                }
            } }
        }
    }
}

fn alone_row(row: &PointRow) -> Markup {
    html! {
        @if let Some(speaker) = row.speaker {
            span.speaker { (speaker) }
            @if let Some(detail) = row.detail { span.detail { (detail) } }
        }
        @for reading in row.readings() {
            p.(class(reading.manner)) {
                (words(&reading.cite, CELL * 2))
                (manner(reading))
            }
        }
    }
}

/// How an outlet gives a reading; what it asserts needs no word.
fn manner(reading: &ReadingView) -> Markup {
    html! {
        @if reading.manner != Manner::Asserted {
            span.manner {
                (reading.manner.label())
                @if let Some(cue) = reading.cue { ", “" (cue) "”" }
            }
        }
    }
}

/// Readings of one point under each other.
pub(super) fn wordings(view: &StoryView) -> Option<Markup> {
    // Several quotations of one remark are what a reader compares first.
    let (quoted, other): (Vec<_>, Vec<_>) = view.wordings.iter().partition(|w| w.quoted);
    let all: Vec<&Wording> = quoted.into_iter().chain(other).collect();
    if all.is_empty() {
        return None;
    }
    let (open, folded) = all.split_at(all.len().min(OPEN_WORDINGS));
    Some(html! {
        p.note {
            "Each wording of a point, one under the other. " mark { "Marked" }
            " are the words in which it differs from the first; in the first, the words that no other has."
        }
        @for wording in open { (wording_block(view, wording)) }
        @if !folded.is_empty() {
            details.fold {
                summary { (count(folded.len(), "more point in other words", "more points in other words")) }
                @for wording in folded { (wording_block(view, wording)) }
            }
        }
    })
}

fn wording_block(view: &StoryView, wording: &Wording) -> Markup {
    html! {
        figure.wording id={ "w" (wording.number) } {
            figcaption {
                a.number href={ "#p" (wording.number) } aria-label={ "Point " (wording.number) " in the table" } { (wording.number) }
                " " (wording.speaker.unwrap_or("Reported as fact"))
            }
            @for line in &wording.lines {
                blockquote.(colour(line.cite.source)).(class(line.manner)) {
                    p {
                        a.words href={ "#" (line.cite.anchor()) } {
                            @for (piece, differs) in &line.pieces {
                                @if *differs { mark { (piece) } } @else { (piece) }
                            }
                        }
                    }
                    footer {
                        (chips(&view.sources, std::iter::once(&line.cite).chain(&line.same)))
                        " " (name(&view.sources, line.cite.source))
                        @for cite in &line.same { ", " (name(&view.sources, cite.source)) }
                        span.manner { (line.manner.label()) }
                    }
                }
            }
        }
    }
}
