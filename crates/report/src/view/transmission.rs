//! Through whom outlets have what they report, and which passages they share.

use super::sources::{Cite, Sources};
use rapporteur_core::{Collation, ProvenanceKind};

/// Provenance and shared passages.
pub(crate) struct Transmission<'a> {
    /// Intermediaries, those with most mentions first.
    pub(crate) via: Vec<ViaView<'a>>,
    /// Longest first.
    pub(crate) passages: Vec<PassageView<'a>>,
}

/// An intermediary.
pub(crate) struct ViaView<'a> {
    /// As the first article that names it spells it.
    pub(crate) name: &'a str,
    /// As all spellings are folded together.
    folded: &'a str,
    pub(crate) places: Vec<(ProvenanceKind, Cite<'a>)>,
}

/// A passage that two articles share.
pub(crate) struct PassageView<'a> {
    pub(crate) a: Cite<'a>,
    pub(crate) b: Cite<'a>,
    /// Words in common.
    pub(crate) words: usize,
    /// Whether it is the same speech, quoted: no sign of copying.
    pub(crate) quoted: bool,
}

pub(super) fn build<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Transmission<'a> {
    let mut via: Vec<ViaView> = Vec::new();
    for provenance in &story.provenance {
        let Some(cite) = sources.cite(provenance.evidence) else {
            continue;
        };
        match via.iter_mut().find(|v| v.folded == provenance.name) {
            Some(known) => known.places.push((provenance.kind, cite)),
            None => via.push(ViaView {
                name: sources
                    .cite(provenance.via)
                    .map_or(provenance.name.as_str(), |via| via.words),
                folded: &provenance.name,
                places: vec![(provenance.kind, cite)],
            }),
        }
    }
    via.sort_by_key(|v| std::cmp::Reverse(v.places.len()));
    let mut passages: Vec<PassageView> = story
        .shared
        .iter()
        .filter_map(|passage| {
            Some(PassageView {
                a: sources.cite(passage.a)?,
                b: sources.cite(passage.b)?,
                words: passage.words,
                quoted: passage.quoted,
            })
        })
        .collect();
    passages.sort_by_key(|p| (p.quoted, std::cmp::Reverse(p.words), p.a, p.b));
    Transmission { via, passages }
}
