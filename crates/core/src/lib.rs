//! The types that pass from one stage of Rapporteur to the next. No IO, no models, no rules of language.
//!
//! ```text
//! bytes ─ingest─▶ Article ─annotate─▶ AnnotatedArticle ─group─▶ Story ─collate─▶ Collation ─report─▶ HTML, Markdown, JSON
//! ```
//!
//! A stage is a plain function from one of these types to the next. Content never fails: odd text
//! gives a value and [`Diagnostic`]s.
//!
//! Offsets are bytes of [`Article::text`] everywhere inside the program ([`Span`]); Unicode code
//! points appear only in JSON ([`CodePoints`] converts).

mod annotated;
mod article;
mod attribution;
mod collation;
mod entity;
mod lookup;
mod quantity;
mod span;
mod story;
mod time;
pub mod words;

pub use annotated::{AnnotatedArticle, Paragraph, Quotation, Sentence};
pub use article::{
    Article, DateOrigin, Diagnostic, Language, Noise, NoiseKind, PublicationDate, Severity,
    TextHash,
};
pub use attribution::{Attribution, AttributionKind};
pub use collation::{
    Act, Actor, ActorId, Collation, CueUse, Dependence, DependenceReason, Discrepancy,
    DiscrepancyKind, DiscrepantReading, Evidence, Happening, Independence, Lead, Naming, Point,
    PointId, Position, PositionMention, Provenance, ProvenanceKind, Reading, SharedPassage,
    Statement, StatementId, Voice,
};
pub use entity::{Entity, EntityId, EntityKind, Mention, MentionForm};
pub use lookup::{LookupMap, LookupSet};
pub use quantity::{Modifier, Quantity, Unit, agrees};
pub use span::{CodePoints, Span};
pub use story::{ArticleId, Story, StoryId};
pub use time::{
    Anchor, CalendarUnit, Part, Season, Tense, TimeExpression, TimeForm, TimeKind, When, resolve,
    resolve_all,
};
