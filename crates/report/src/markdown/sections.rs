//! The sections of a report in Markdown.

use super::escape::{escape, number, numbers, words};
use super::{Page, count};
use crate::view::{
    Cite, DifferenceView, Manner, Place, PointRow, StoryView, ValueView, act_phrase, pair,
};

/// Readings are cut after so many bytes: the HTML report and the articles have the rest.
const READING: usize = 420;

/// A table of more outlets than this does not fit a terminal.
const COLUMNS: usize = 8;

pub(super) fn lead(page: &mut Page, view: &StoryView) {
    let lead = &view.lead;
    page.heading(1, &escape(&view.title()));
    if let Some(what) = &lead.what {
        page.paragraph(&format!("> {} {}", words(what, 600), number(what)));
    }
    if !lead.who.is_empty() {
        let who: Vec<String> = lead
            .who
            .iter()
            .map(|actor| match actor.detail {
                Some(detail) => format!("{} ({})", escape(actor.name), escape(detail)),
                None => escape(actor.name),
            })
            .collect();
        page.item(0, &format!("**Who:** {}", who.join("; ")));
    }
    if let Some(place) = &lead.place {
        let place = format!("{} {}", words(place, 200), number(place));
        page.item(0, &format!("**Where:** {place}"));
    }
    if let Some((when, cite)) = &lead.when {
        let said = format!("“{}” {}", words(cite, 80), number(cite));
        page.item(0, &format!("**When:** {when}, {said}"));
    }
    if let Some((when, cite)) = &lead.next {
        let what = format!("{} {}", words(cite, 300), number(cite));
        page.item(0, &format!("**Next:** {when}: {what}"));
    }
}

pub(super) fn accounts(page: &mut Page, view: &StoryView) {
    page.heading(2, "Accounts");
    if let Some(caveat) = view.caveat() {
        page.paragraph(caveat);
    }
    for source in &view.sources {
        let mut line = format!("[{}] **{}**", source.number + 1, escape(&source.name));
        match &source.date {
            Some(date) => {
                line.push_str(&format!(", {} ({}", date.text, date.how));
                if !date.reason.is_empty() {
                    line.push_str(&format!(": {}", escape(date.reason)));
                }
                line.push(')');
            }
            None => line.push_str(", no date known"),
        }
        if let Some(headline) = source.headline {
            line.push_str(&format!(": {}", escape(headline)));
        }
        if let Some(place) = source.file.or(source.url) {
            line.push_str(&format!(" ({})", escape(place)));
        }
        page.item(0, &line);
        for note in &source.notes {
            page.item(1, &escape(note));
        }
    }
}

pub(super) fn shared(page: &mut Page, view: &StoryView) {
    if view.table.shared.is_empty() {
        return;
    }
    page.heading(2, "Carried by several");
    for row in &view.table.shared {
        page.heading(3, &format!("{}. {}", row.number, row_title(row)));
        for reading in row.readings() {
            let mut line = format!(
                "{} {} *({}",
                number(&reading.cite),
                words(&reading.cite, READING),
                reading.manner.label()
            );
            if let Some(cue) = reading.cue {
                line.push_str(&format!(", “{}”", escape(cue)));
            }
            line.push_str(")*");
            page.item(0, &line);
        }
        for dependence in &row.dependences {
            let reasons: Vec<String> = dependence.reasons.iter().map(|r| r.text()).collect();
            let pair = pair(dependence, &view.sources);
            let why = escape(&format!("{pair} {}", reasons.join("; ")));
            page.item(0, &format!("*{why}*"));
        }
    }
}

fn row_title(row: &PointRow) -> String {
    let speaker = match (row.speaker, row.detail) {
        (Some(name), Some(detail)) => format!("{}, {}", escape(name), escape(detail)),
        (Some(name), None) => escape(name),
        (None, _) => "Reported as fact".to_owned(),
    };
    format!("{speaker} ({})", row.support())
}

pub(super) fn alone(page: &mut Page, view: &StoryView) {
    for (source, rows) in view.table.alone.iter().enumerate() {
        if rows.is_empty() {
            continue;
        }
        let name = view.sources.get(source).map_or("", |s| s.name.as_str());
        let only = if view.sources.len() > 1 { "Only " } else { "" };
        page.heading(2, &format!("{only}[{}] {}", source + 1, escape(name)));
        for row in rows {
            for reading in row.readings() {
                let speaker =
                    row.speaker.map_or_else(String::new, |name| format!("**{}:** ", escape(name)));
                let manner = match reading.manner {
                    Manner::Asserted => "fact",
                    manner => manner.label(),
                };
                let said = words(&reading.cite, READING);
                page.item(0, &format!("({}) {speaker}{said} *({manner})*", row.number));
            }
        }
    }
}

pub(super) fn differences(page: &mut Page, view: &StoryView) {
    if view.differences.is_empty() && view.namings.is_empty() {
        return;
    }
    page.heading(2, "Where accounts part");
    for difference in &view.differences {
        let mut line = format!("**{}**", DifferenceView::question(difference.kind));
        if !difference.about.is_empty() {
            line.push_str(&format!(": {}", escape(difference.about)));
        }
        page.item(0, &line);
        for value in &difference.values {
            self::value(page, value);
        }
    }
    for naming in &view.namings {
        let names: Vec<String> = naming
            .names
            .iter()
            .filter_map(|cites| {
                let name = words(cites.first()?, 120);
                Some(format!("“{name}” {}", numbers(cites)))
            })
            .collect();
        page.item(0, &format!("**Named:** {}", names.join(" / ")));
    }
}

/// One line for each wording of a value.
fn value(page: &mut Page, value: &ValueView) {
    let mut said: Vec<(&str, Vec<&Cite>)> = Vec::new();
    for reading in &value.readings {
        match said.iter_mut().find(|(w, _)| *w == reading.cite.words) {
            Some((_, cites)) => cites.push(&reading.cite),
            None => said.push((reading.cite.words, vec![&reading.cite])),
        }
    }
    let name = escape(&value.value);
    for (_, cites) in said {
        let Some(first) = cites.first() else { continue };
        let text = words(first, 300);
        let sources = numbers(cites.iter().copied());
        if name == text {
            page.item(1, &format!("“{text}” {sources}"));
        } else {
            page.item(1, &format!("{name}: “{text}” {sources}"));
        }
    }
}

pub(super) fn positions(page: &mut Page, view: &StoryView) {
    if view.parties.is_empty() {
        return;
    }
    page.heading(2, "Who wants what");
    for party in &view.parties {
        page.heading(3, &escape(party.party));
        for position in &party.positions {
            let issue = position
                .issue
                .as_ref()
                .map_or_else(String::new, |issue| format!(" {}", words(issue, 160)));
            page.item(0, &format!("**{}**{issue}", act_phrase(position.act)));
            for mention in &position.mentions {
                let Some(cite) = mention.cites.first() else {
                    continue;
                };
                let mut line = format!("{} {}", numbers(&mention.cites), words(cite, 300));
                if let Some(condition) = &mention.condition {
                    line.push_str(&format!(" *(on condition: {})*", words(condition, 200)));
                }
                page.item(1, &line);
            }
        }
    }
}

pub(super) fn timeline(page: &mut Page, view: &StoryView) {
    if view.timeline.happenings.is_empty() {
        return;
    }
    page.heading(2, "Calendar");
    for happening in &view.timeline.happenings {
        let when = match happening.place {
            Place::Main => format!("**{}**", happening.when),
            Place::Before | Place::After => happening.when.clone(),
        };
        let what = happening
            .what
            .as_ref()
            .map_or_else(String::new, |what| format!(": {}", words(what, 300)));
        page.item(0, &format!("{when}{what} {}", numbers(&happening.mentions)));
    }
}

pub(super) fn coverage(page: &mut Page, view: &StoryView) {
    page.heading(2, "Coverage and voice");
    let shared = view.table.shared.len();
    for (source, coverage) in view.sources.iter().zip(&view.coverage) {
        let name = escape(&source.name);
        let carried = coverage.carried();
        let alone = count(coverage.alone, "point", "points");
        page.item(
            0,
            &format!("[{}] {name}: {carried} of {shared} shared, {alone} alone", source.number + 1),
        );
    }
    if !view.voice.rows.is_empty() && view.sources.len() <= COLUMNS {
        voice(page, view);
    }
    page.gap();
    for row in &view.verbs {
        let verbs: Vec<String> = row
            .verbs
            .iter()
            .map(|(verb, cites)| format!("*{}* {}", escape(verb), numbers(cites)))
            .collect();
        page.item(0, &format!("{}: {}", escape(row.speaker), verbs.join(", ")));
    }
}

fn voice(page: &mut Page, view: &StoryView) {
    page.gap();
    let numbers = view.sources.iter().map(|s| format!("[{}]", s.number + 1));
    let head = "Share of quoted and reported words".to_owned();
    page.row(&std::iter::once(head).chain(numbers).collect::<Vec<_>>());
    let rule = view.sources.iter().map(|_| "---:".to_owned());
    page.row(&std::iter::once("---".to_owned()).chain(rule).collect::<Vec<_>>());
    for row in &view.voice.rows {
        let shares = row.cells.iter().map(|cell| match cell.words() {
            0 => "–".to_owned(),
            _ => format!("{} %", cell.share()),
        });
        page.row(&std::iter::once(escape(row.speaker)).chain(shares).collect::<Vec<_>>());
    }
}

pub(super) fn origin(page: &mut Page, view: &StoryView) {
    let transmission = &view.transmission;
    if transmission.via.is_empty() && transmission.passages.is_empty() {
        return;
    }
    page.heading(2, "Who has it from whom");
    for via in &transmission.via {
        let places: Vec<String> = via
            .places
            .iter()
            .map(|(_, cite)| format!("“{}” {}", words(cite, 120), number(cite)))
            .collect();
        page.item(0, &format!("**{}**: {}", escape(via.name), places.join(", ")));
    }
    for passage in &transmission.passages {
        let pair = format!("{} and {}", number(&passage.a), number(&passage.b));
        let speech = if passage.quoted { ", the same speech quoted" } else { "" };
        let said = words(&passage.a, 160);
        page.item(0, &format!("{pair} share {} words{speech}: {said}", passage.words));
    }
}
