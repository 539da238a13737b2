//! How long.
//!
//! Compares lengths of time in clauses that share their rarer words, each with the likest of the
//! other article. Speaks where the two cannot both be right: "nearly four hours" and "almost five
//! hours" differ, "about two years" and "two years" do not.

use super::{Accounts, measure};
use rapporteur_core::{Discrepancy, DiscrepancyKind, Unit};

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    measure::differences(accounts, DiscrepancyKind::Duration, |q| q.unit == Unit::Duration)
}
