//! Who is said to say what (PARC / PolNeAR terms).

use crate::{EntityId, Span};

/// One attribution: source, cue and content, each in as many pieces as the text cuts it into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The naming phrase, pronouns included; empty where there is none.
    pub source: Vec<Span>,
    /// The verb or phrase that attributes; empty where there is none.
    pub cue: Vec<Span>,
    /// What is said, never empty, quotation marks included; sorted, not overlapping.
    pub content: Vec<Span>,
    /// How much of the content is quoted.
    pub kind: AttributionKind,
    /// Who speaks, resolved through the whole article.
    pub speaker: Option<EntityId>,
}

impl Attribution {
    /// From the first to the last byte of the content.
    pub fn content_hull(&self) -> Span {
        self.content.iter().copied().reduce(Span::hull).unwrap_or_default()
    }

    /// From the first to the last byte of all three.
    pub fn hull(&self) -> Span {
        [&self.source, &self.cue, &self.content]
            .into_iter()
            .flatten()
            .copied()
            .reduce(Span::hull)
            .unwrap_or_default()
    }
}

/// How much of a content stands inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttributionKind {
    /// All of it (at least 90 % of its words, as PARC counts).
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

impl AttributionKind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}
