//! Who carries what, who gets to speak, and how they are introduced.

use super::sources::{Cite, Sources};
use super::table::{Table, speaker};
use rapporteur_core::{ActorId, Collation};
use std::collections::BTreeMap;

/// How much of the story one article carries.
pub(crate) struct Coverage {
    /// For each shared point, whether it is carried, with the number of the point.
    pub(crate) shared: Vec<(usize, bool)>,
    /// Points that it alone carries.
    pub(crate) alone: usize,
}

impl Coverage {
    pub(crate) fn carried(&self) -> usize {
        self.shared.iter().filter(|(_, carried)| *carried).count()
    }
}

pub(super) fn coverage(sources: &Sources, table: &Table) -> Vec<Coverage> {
    (0..sources.len())
        .map(|source| Coverage {
            shared: table
                .shared
                .iter()
                .map(|row| {
                    let carried = row.cells.get(source).is_some_and(|cell| !cell.is_empty());
                    (row.number, carried)
                })
                .collect(),
            alone: table.alone.get(source).map_or(0, Vec::len),
        })
        .collect()
}

/// How many words each speaker gets in each article.
pub(crate) struct VoiceTable<'a> {
    /// Those with most words first.
    pub(crate) rows: Vec<VoiceRow<'a>>,
    /// How many speakers are left out.
    pub(crate) others: usize,
}

/// One speaker.
pub(crate) struct VoiceRow<'a> {
    pub(crate) speaker: &'a str,
    pub(crate) detail: Option<&'a str>,
    /// One entry for each article.
    pub(crate) cells: Vec<VoiceCell>,
}

/// Words of one speaker in one article.
#[derive(Clone, Copy, Default)]
pub(crate) struct VoiceCell {
    /// Inside quotation marks.
    pub(crate) quoted: usize,
    /// Without them.
    pub(crate) reported: usize,
    /// Words of all speakers in the article.
    pub(crate) of: usize,
}

impl VoiceCell {
    pub(crate) const fn words(self) -> usize {
        self.quoted + self.reported
    }

    /// Per cent of the words that the article gives to speakers.
    pub(crate) fn share(self) -> usize {
        (self.words() * 100 + self.of / 2).checked_div(self.of).unwrap_or(0)
    }
}

/// So many speakers are shown.
const SPEAKERS: usize = 10;

pub(super) fn build<'a>(sources: &Sources<'a>, story: &'a Collation) -> VoiceTable<'a> {
    let mut of = vec![0; sources.len()];
    let mut rows: BTreeMap<ActorId, Vec<VoiceCell>> = BTreeMap::new();
    for voice in &story.voice {
        let Some(number) = sources.number(voice.article) else {
            continue;
        };
        of[number] += voice.quoted + voice.reported;
        let cells =
            rows.entry(voice.speaker).or_insert_with(|| vec![VoiceCell::default(); sources.len()]);
        cells[number].quoted += voice.quoted;
        cells[number].reported += voice.reported;
    }
    let mut rows: Vec<VoiceRow> = rows
        .into_iter()
        .filter_map(|(id, mut cells)| {
            for (cell, of) in cells.iter_mut().zip(&of) {
                cell.of = *of;
            }
            let (name, detail) = speaker(story, Some(id));
            Some(VoiceRow { speaker: name?, detail, cells })
        })
        .filter(|row| row.cells.iter().any(|cell| cell.words() > 0))
        .collect();
    rows.sort_by_key(|row| {
        std::cmp::Reverse(row.cells.iter().map(|cell| cell.words()).sum::<usize>())
    });
    let others = rows.len().saturating_sub(SPEAKERS);
    rows.truncate(SPEAKERS);
    VoiceTable { rows, others }
}

/// With which verbs a speaker is introduced.
pub(crate) struct VerbRow<'a> {
    pub(crate) speaker: &'a str,
    /// Verbs with their places; plain "say" and "tell" last.
    pub(crate) verbs: Vec<(&'a str, Vec<Cite<'a>>)>,
}

/// Verbs that introduce without colour.
const PLAIN: [&str; 5] = ["say", "tell", "state", "add", "according to"];

/// Speakers with most statements first; those with a single plain verb are left out.
pub(super) fn verbs<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Vec<VerbRow<'a>> {
    let mut rows: BTreeMap<ActorId, Vec<(&str, Vec<Cite>)>> = BTreeMap::new();
    for usage in &story.cues {
        let Some((id, cite)) = place(sources, story, usage.statement.0 as usize) else {
            continue;
        };
        let verbs = rows.entry(id).or_default();
        match verbs.iter_mut().find(|(verb, _)| *verb == usage.verb) {
            Some((_, cites)) => cites.push(cite),
            None => verbs.push((&usage.verb, vec![cite])),
        }
    }
    let mut rows: Vec<VerbRow> = rows
        .into_iter()
        .filter_map(|(id, mut verbs)| {
            verbs.sort_by_key(|(verb, cites)| {
                (PLAIN.contains(verb), std::cmp::Reverse(cites.len()), *verb)
            });
            Some(VerbRow { speaker: speaker(story, Some(id)).0?, verbs })
        })
        .filter(|row| row.verbs.iter().any(|(verb, _)| !PLAIN.contains(verb)))
        .collect();
    rows.sort_by_key(|row| {
        std::cmp::Reverse(row.verbs.iter().map(|(_, cites)| cites.len()).sum::<usize>())
    });
    rows
}

/// The speaker of a statement, and the words of its cue.
fn place<'a>(
    sources: &mut Sources<'a>,
    story: &Collation,
    statement: usize,
) -> Option<(ActorId, Cite<'a>)> {
    let statement = story.statements.get(statement)?;
    let attribution =
        sources.get(statement.article)?.article.attributions.get(statement.attribution)?;
    let span = *attribution.cue.first()?;
    let cite = sources.cite(rapporteur_core::Evidence { article: statement.article, span })?;
    Some((statement.speaker?, cite))
}
