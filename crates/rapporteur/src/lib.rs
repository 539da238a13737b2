//! The whole way from articles to a report.
//!
//! ```text
//! ingest ─▶ annotate ─▶ group ─▶ collate ─▶ report
//! ```
//!
//! [`read_together`] is that way: the only place that knows the order of the stages, and the only
//! one that uses threads. Every stage is a plain function, re-exported here under its name, for
//! those who want one step alone.
//!
//! ```
//! use rapporteur::core::Article;
//!
//! let articles = [
//!     "Talks end\n\nThe ministers met in Vienna. “We will not sign,” said Anna Berg.",
//!     "No deal\n\n“We will not sign,” Anna Berg said after the talks in Vienna.",
//! ];
//! let run = rapporteur::read_together(
//!     articles.map(Article::from_text).to_vec(),
//!     &rapporteur::annotate::Reader::bundled()?,
//!     &rapporteur::Options { one_story: true },
//!     &|_| {},
//! );
//! assert_eq!(run.articles.len(), 2);
//! assert_eq!(run.stories.len(), 1);
//! # Ok::<(), rapporteur::encoder::ModelError>(())
//! ```

mod order;
mod run;

pub use order::{Duplicate, in_canonical_order};
pub use rapporteur_core as core;
pub use run::{Options, Run, Step, read_together};
pub use {
    rapporteur_annotate as annotate, rapporteur_collate as collate, rapporteur_encoder as encoder,
    rapporteur_group as group, rapporteur_ingest as ingest, rapporteur_report as report,
};
