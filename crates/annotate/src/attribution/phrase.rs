//! Light phrase structure, without a parser: which words are verbs, where the subject of a verb
//! begins, where a clause, a verb phrase or an object ends. Every search stops at the sentence and
//! after [`REACH`] tokens.

mod adjunct;
mod clause;
mod nominal;
mod verb;

pub(super) use adjunct::{ends_here, report_start, skip_adjuncts, skip_time};
pub(super) use clause::{clause_end, object_end};
pub(super) use nominal::{noun_phrase_left, noun_phrase_right, subject_left};
pub(super) use verb::{has_finite, is_finite, verb_form};

/// No phrase of news is longer; the bound keeps every search linear.
pub(super) const REACH: usize = 160;
