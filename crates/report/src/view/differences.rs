//! Where accounts part, and what they call the same thing.

use super::sources::{Cite, Sources};
use rapporteur_core::{Collation, Discrepancy, DiscrepancyKind};

/// Readings of one thing that differ.
pub(crate) struct DifferenceView<'a> {
    pub(crate) kind: DiscrepancyKind,
    /// What it is about.
    pub(crate) about: &'a str,
    /// One entry for each value, in the order of the articles.
    pub(crate) values: Vec<ValueView<'a>>,
}

/// One value, with all who give it.
pub(crate) struct ValueView<'a> {
    pub(crate) value: &'a str,
    pub(crate) readings: Vec<InSentence<'a>>,
}

/// Words with the rest of their sentence.
pub(crate) struct InSentence<'a> {
    pub(crate) before: &'a str,
    pub(crate) cite: Cite<'a>,
    pub(crate) after: &'a str,
}

impl DifferenceView<'_> {
    /// The kind as a reader's question.
    pub(crate) const fn question(kind: DiscrepancyKind) -> &'static str {
        match kind {
            DiscrepancyKind::Count => "How many",
            DiscrepancyKind::Duration => "How long",
            DiscrepancyKind::Date => "When",
            DiscrepancyKind::Place => "Where",
            DiscrepancyKind::Name => "By what name",
            DiscrepancyKind::Speaker => "Who said it",
            DiscrepancyKind::Wording => "In what words",
            DiscrepancyKind::Naming => "What it is called",
            DiscrepancyKind::Other => "Otherwise",
        }
    }
}

/// Differences by kind, in the fixed order of the kinds.
pub(super) fn build<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
) -> Vec<DifferenceView<'a>> {
    let mut all: Vec<_> = story
        .discrepancies
        .iter()
        .filter_map(|discrepancy| difference(sources, discrepancy))
        .collect();
    all.sort_by_key(|difference| difference.kind);
    all
}

fn difference<'a>(
    sources: &mut Sources<'a>,
    discrepancy: &'a Discrepancy,
) -> Option<DifferenceView<'a>> {
    let mut values: Vec<ValueView> = Vec::new();
    for reading in &discrepancy.readings {
        let Some(cite) = sources.cite(reading.evidence) else {
            continue;
        };
        let (before, after) = sources.context(&cite);
        let reading_view = InSentence {
            before,
            cite,
            after,
        };
        match values.iter_mut().find(|v| v.value == reading.value) {
            Some(value) => value.readings.push(reading_view),
            None => values.push(ValueView {
                value: &reading.value,
                readings: vec![reading_view],
            }),
        }
    }
    (!values.is_empty()).then_some(DifferenceView {
        kind: discrepancy.kind,
        about: discrepancy.about.trim(),
        values,
    })
}

/// What one thing is called.
pub(crate) struct NamingView<'a> {
    /// One entry for each naming, with all who use it.
    pub(crate) names: Vec<Vec<Cite<'a>>>,
}

pub(super) fn namings<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Vec<NamingView<'a>> {
    story
        .namings
        .iter()
        .filter_map(|naming| {
            let mut names: Vec<(&str, Vec<Cite>)> = Vec::new();
            for (evidence, folded) in &naming.uses {
                let Some(cite) = sources.cite(*evidence) else {
                    continue;
                };
                match names.iter_mut().find(|(known, _)| known == folded) {
                    Some((_, cites)) => cites.push(cite),
                    None => names.push((folded, vec![cite])),
                }
            }
            (names.len() > 1).then(|| NamingView {
                names: names.into_iter().map(|(_, cites)| cites).collect(),
            })
        })
        .collect()
}
