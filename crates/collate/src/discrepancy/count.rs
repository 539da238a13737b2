//! How many, how much.
//!
//! Compares numbers of the same unit that count the same noun (or two words for persons) in
//! clauses that share their rarer words, each with the likest of the other article. Speaks where
//! the two cannot both be right at their own word (see [`rapporteur_core::agrees`]): "nine" and
//! "at least twelve" differ, "more than 200" and 276 do not. Silent about ordinals, years and
//! lengths of time, which other detectors read.

use super::{Accounts, measure};
use rapporteur_core::{Discrepancy, DiscrepancyKind, Unit};

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    measure::differences(accounts, DiscrepancyKind::Count, |q| {
        !matches!(q.unit, Unit::Duration | Unit::Ordinal)
    })
}
