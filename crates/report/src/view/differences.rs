//! Where accounts part, and what they call the same thing.

use super::calendar;
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
    pub(crate) value: String,
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
    let mut values: Vec<(&str, ValueView)> = Vec::new();
    for reading in &discrepancy.readings {
        let Some(cite) = sources.cite(reading.evidence) else {
            continue;
        };
        let (before, after) = sources.context(&cite);
        let reading_view = InSentence { before, cite, after };
        match values.iter_mut().find(|(value, _)| *value == reading.value) {
            Some((_, value)) => value.readings.push(reading_view),
            None => values.push((
                &reading.value,
                ValueView { value: legible(&reading.value), readings: vec![reading_view] },
            )),
        }
    }
    let values: Vec<_> = values.into_iter().map(|(_, value)| value).collect();
    (!values.is_empty()).then_some(DifferenceView {
        kind: discrepancy.kind,
        about: discrepancy.about.trim(),
        values,
    })
}

/// A value for people: a bare number of five digits or more with its thousands apart, an ISO day
/// as a newspaper writes it.
fn legible(value: &str) -> String {
    let digits = value.trim_start_matches(['~', '<', '>', '≥', '≤']);
    if digits.len() >= 5 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let mut out = value[..value.len() - digits.len()].to_owned();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        return out;
    }
    match value.parse() {
        Ok(date) if value.len() == 10 => calendar::day(date),
        _ => value.to_owned(),
    }
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
            (names.len() > 1)
                .then(|| NamingView { names: names.into_iter().map(|(_, cites)| cites).collect() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn values_are_legible() {
        assert_eq!(legible("~42000000"), "~42,000,000");
        assert_eq!(legible("2300"), "2300");
        assert_eq!(legible("2025-11-04"), "4 November 2025");
        assert_eq!(legible("~4 h"), "~4 h");
    }
}
