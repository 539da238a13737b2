//! The collation table: points down, articles across.

use super::sources::{Cite, SourceView, Sources};
use rapporteur_core::{
    ActorId, AttributionKind, Collation, Dependence, DependenceReason, Point, PointId, Reading,
};

/// Points with what each article carries of them.
pub(crate) struct Table<'a> {
    /// Carried by more than one article, best supported first.
    pub(crate) shared: Vec<PointRow<'a>>,
    /// Carried by one article alone, by article.
    pub(crate) alone: Vec<Vec<PointRow<'a>>>,
}

impl<'a> Table<'a> {
    /// All rows, shared ones first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &PointRow<'a>> {
        self.shared.iter().chain(self.alone.iter().flatten())
    }
}

/// One point.
pub(crate) struct PointRow<'a> {
    pub(crate) id: PointId,
    /// As the reader sees it, from 1 in the order of the report.
    pub(crate) number: usize,
    /// Who says it; `None` for what outlets report in their own voice.
    pub(crate) speaker: Option<&'a str>,
    /// Office or party of the speaker.
    pub(crate) detail: Option<&'a str>,
    /// The reading that says it best.
    pub(crate) gist: Cite<'a>,
    /// The rest of its sentence, before and after, where it is a part of one.
    pub(crate) context: (&'a str, &'a str),
    /// One entry for each article of the story: its readings.
    pub(crate) cells: Vec<Vec<ReadingView<'a>>>,
    /// How many articles carry it.
    pub(crate) carriers: usize,
    /// How many accounts stand behind it once copies are taken together.
    pub(crate) accounts: usize,
    /// Why two of them are one account.
    pub(crate) dependences: Vec<DependenceView<'a>>,
}

impl<'a> PointRow<'a> {
    /// All readings in the order of the articles.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &ReadingView<'a>> {
        self.cells.iter().flatten()
    }

    /// "3 accounts, 2 of them independent"
    pub(crate) fn support(&self) -> String {
        match (self.carriers, self.accounts) {
            (1, _) => "1 account".to_owned(),
            (n, k) if k >= n => format!("{n} accounts, independent as far as seen"),
            (n, 1) => format!("{n} outlets, 1 account"),
            (n, k) => format!("{n} outlets, {k} independent accounts"),
        }
    }
}

/// What one article carries of a point.
#[derive(Clone)]
pub(crate) struct ReadingView<'a> {
    pub(crate) cite: Cite<'a>,
    pub(crate) manner: Manner,
    /// The words that attribute it.
    pub(crate) cue: Option<&'a str>,
}

/// How an outlet gives a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Quoted,
    PartlyQuoted,
    Reported,
    Asserted,
}

impl Manner {
    pub(crate) fn of(reading: &Reading) -> Self {
        match reading.kind {
            Some(AttributionKind::Direct) => Self::Quoted,
            Some(AttributionKind::Mixed) => Self::PartlyQuoted,
            Some(AttributionKind::Indirect) => Self::Reported,
            None => Self::Asserted,
        }
    }

    /// What the reader is told.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::PartlyQuoted => "quoted in part",
            Self::Reported => "reported",
            Self::Asserted => "in its own voice",
        }
    }
}

/// Two articles that are one account of a point, and why.
pub(crate) struct DependenceView<'a> {
    /// Numbers of the articles, from 0.
    pub(crate) pair: (usize, usize),
    /// The reasons, each with the words that show it.
    pub(crate) reasons: Vec<ReasonView<'a>>,
}

/// Why two articles are one account.
pub(crate) enum ReasonView<'a> {
    /// They share a passage of so many words, which stands here.
    Passage { words: usize, cite: Option<Cite<'a>> },
    /// They have it through the same intermediary.
    /// `itself`: one of the two is that intermediary.
    Via { name: &'a str, itself: bool, cite: Option<Cite<'a>> },
    /// They are of one outlet.
    Outlet,
}

impl ReasonView<'_> {
    fn same_kind(&self, other: &ReasonView) -> bool {
        match (self, other) {
            (Self::Via { name, .. }, ReasonView::Via { name: other, .. }) => name == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// In a few words.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Passage { words, .. } => format!("share a passage of {words} words"),
            Self::Via { itself: true, .. } => {
                "of which one names the other as its source".to_owned()
            }
            Self::Via { name, .. } => format!("both have it through {name}"),
            Self::Outlet => "are the same outlet".to_owned(),
        }
    }

    pub(crate) fn cite(&self) -> Option<&Cite<'_>> {
        match self {
            Self::Passage { cite, .. } | Self::Via { cite, .. } => cite.as_ref(),
            Self::Outlet => None,
        }
    }
}

pub(super) fn build<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Table<'a> {
    let mut shared = Vec::new();
    let mut alone: Vec<Vec<PointRow>> = sources.iter().map(|_| Vec::new()).collect();
    for (index, point) in story.points.iter().enumerate() {
        let id = PointId(u32::try_from(index).unwrap_or(u32::MAX));
        let Some(row) = row(sources, story, id, point) else {
            continue;
        };
        if row.carriers > 1 {
            shared.push(row);
        } else if let Some(rows) = alone.get_mut(row.gist.source) {
            rows.push(row);
        }
    }
    let rows = shared.iter_mut().chain(alone.iter_mut().flatten());
    for (number, row) in rows.enumerate() {
        row.number = number + 1;
    }
    Table { shared, alone }
}

fn row<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
    id: PointId,
    point: &'a Point,
) -> Option<PointRow<'a>> {
    let mut cells: Vec<Vec<ReadingView>> = sources.iter().map(|_| Vec::new()).collect();
    let mut gist = None;
    for (index, reading) in point.readings.iter().enumerate() {
        let Some(cite) = sources.cite(reading.evidence) else {
            continue;
        };
        if gist.is_none() || index == point.gist {
            gist = Some(cite);
        }
        if let Some(cell) = cells.get_mut(cite.source) {
            cell.push(ReadingView {
                cite,
                manner: Manner::of(reading),
                cue: cue(sources, story, reading),
            });
        }
    }
    let (speaker, detail) = speaker(story, point.speaker);
    let carriers = cells.iter().filter(|cell| !cell.is_empty()).count();
    let dependences = dependences(sources, story, &point.independence.dependences);
    let gist = gist?;
    Some(PointRow {
        id,
        number: 0,
        speaker,
        detail,
        gist,
        context: sources.context(&gist),
        cells,
        carriers,
        accounts: point.independence.accounts,
        dependences,
    })
}

/// Name, and office or party, of an actor.
pub(super) fn speaker(story: &Collation, id: Option<ActorId>) -> (Option<&str>, Option<&str>) {
    let Some(actor) = id.and_then(|id| story.actors.get(id.0 as usize)) else {
        return (None, None);
    };
    let detail =
        actor.role.as_deref().or(actor.party.as_deref()).filter(|detail| *detail != actor.name);
    (Some(&actor.name), detail)
}

/// The words that attribute a reading, as they stand.
fn cue<'a>(sources: &Sources<'a>, story: &Collation, reading: &Reading) -> Option<&'a str> {
    let statement = story.statements.get(reading.statement?.0 as usize)?;
    let article = sources.get(statement.article)?.article;
    let span = article.attributions.get(statement.attribution)?.cue.first()?;
    let words = article.article.text.get(span.start()..span.end())?;
    words.contains(char::is_alphabetic).then_some(words)
}

/// One entry for each pair of articles. Of several shared passages the longest says enough.
fn dependences<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
    list: &[Dependence],
) -> Vec<DependenceView<'a>> {
    let mut out: Vec<DependenceView> = Vec::new();
    for dependence in list {
        let (Some(a), Some(b)) = (sources.number(dependence.a), sources.number(dependence.b))
        else {
            continue;
        };
        let Some(reason) = reason(sources, story, &dependence.reason) else {
            continue;
        };
        let reasons = match out.iter().position(|d| d.pair == (a, b)) {
            Some(known) => &mut out[known].reasons,
            None => {
                out.push(DependenceView { pair: (a, b), reasons: Vec::new() });
                let last = out.len() - 1;
                &mut out[last].reasons
            }
        };
        let same = reasons.iter_mut().find(|known| known.same_kind(&reason));
        match (same, &reason) {
            (Some(ReasonView::Passage { words: known, .. }), ReasonView::Passage { words, .. })
                if *known >= *words => {}
            (Some(known), _) => *known = reason,
            (None, _) => reasons.push(reason),
        }
    }
    out
}

fn reason<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
    reason: &DependenceReason,
) -> Option<ReasonView<'a>> {
    Some(match *reason {
        DependenceReason::SharedPassage(index) => {
            let passage = story.shared.get(index)?;
            ReasonView::Passage { words: passage.words, cite: sources.cite(passage.b) }
        }
        DependenceReason::SameProvenance(first, index) => {
            let provenance = story.provenance.get(index)?;
            let via = sources.cite(provenance.via);
            ReasonView::Via {
                name: via.map_or(provenance.name.as_str(), |via| via.words),
                itself: first == index,
                cite: sources.cite(provenance.evidence).or(via),
            }
        }
        DependenceReason::SameOutlet => ReasonView::Outlet,
    })
}

/// "The Harbour Post and Continental Daily", who are one account.
pub(crate) fn pair(dependence: &DependenceView, sources: &[SourceView]) -> String {
    let name = |number: usize| sources.get(number).map_or("", |source| source.name.as_str());
    format!("{} and {}", name(dependence.pair.0), name(dependence.pair.1))
}
