//! What a report says, prepared once so that HTML and Markdown only lay it out.
//!
//! Every line of a [`StoryView`] is a [`Cite`]: words of an article with their place. A format may
//! add labels around them; it never rewrites them.

mod articles;
mod calendar;
mod differences;
mod lead;
mod marks;
mod positions;
mod sources;
mod table;
mod timeline;
mod transmission;
mod voice;
mod wording;

pub(crate) use articles::{ArticleView, Paragraph, ParagraphKind};
pub(crate) use differences::{DifferenceView, NamingView, ValueView};
pub(crate) use lead::{Headline, LeadView};
pub(crate) use marks::{MarkKind, Piece};
pub(crate) use positions::{PartyView, PositionView, act_phrase};
pub(crate) use sources::{Cite, SourceView, Sources, shorten};
pub(crate) use table::{Manner, PointRow, ReadingView, Table, pair};
pub(crate) use timeline::{HappeningView, Place, Timeline};
pub(crate) use transmission::{PassageView, Transmission};
pub(crate) use voice::{Coverage, VerbRow, VoiceCell, VoiceTable};
pub(crate) use wording::Wording;

use crate::Report;
use rapporteur_core::Collation;

/// One story, ready to be laid out.
pub(crate) struct StoryView<'a> {
    pub(crate) lead: LeadView<'a>,
    pub(crate) sources: Vec<SourceView<'a>>,
    pub(crate) table: Table<'a>,
    pub(crate) wordings: Vec<Wording<'a>>,
    pub(crate) differences: Vec<DifferenceView<'a>>,
    pub(crate) namings: Vec<NamingView<'a>>,
    pub(crate) parties: Vec<PartyView<'a>>,
    pub(crate) timeline: Timeline<'a>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) voice: VoiceTable<'a>,
    pub(crate) verbs: Vec<VerbRow<'a>>,
    pub(crate) transmission: Transmission<'a>,
    pub(crate) articles: Vec<ArticleView<'a>>,
}

impl<'a> StoryView<'a> {
    /// What a reader must know before she trusts the comparison: that there is none.
    pub(crate) fn caveat(&self) -> Option<&'static str> {
        (self.sources.len() == 1)
            .then_some("This is one article alone: there is no other account to compare it with.")
    }

    /// Prepares `story`. Indices that point nowhere are passed over.
    pub(crate) fn new(report: &Report<'a>, story: &'a Collation) -> Self {
        let mut sources = Sources::new(report, story);
        let lead = lead::build(&mut sources, story);
        let table = table::build(&mut sources, story);
        let wordings = wording::build(&table);
        let differences = differences::build(&mut sources, story);
        let namings = differences::namings(&mut sources, story);
        let parties = positions::build(&mut sources, story);
        let timeline = timeline::build(&mut sources, story);
        let coverage = voice::coverage(&sources, &table);
        let voice = voice::build(&sources, story);
        let verbs = voice::verbs(&mut sources, story);
        let transmission = transmission::build(&mut sources, story);
        let articles = articles::build(&sources, story, &table, &timeline);
        Self {
            lead,
            sources: sources.views(),
            table,
            wordings,
            differences,
            namings,
            parties,
            timeline,
            coverage,
            voice,
            verbs,
            transmission,
            articles,
        }
    }

    /// The headline at the head of the report, else the lead sentence, else any headline.
    pub(crate) fn title(&self) -> String {
        let lead = &self.lead;
        let headline = lead.headline.as_ref().map(|headline| headline.words);
        headline
            .or(lead.what.map(|what| what.words))
            .or_else(|| self.sources.first()?.headline)
            .map(str::to_owned)
            .unwrap_or_else(|| "Report".to_owned())
    }
}
