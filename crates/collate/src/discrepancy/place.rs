//! TODO
use super::Accounts;
use rapporteur_core::Discrepancy;
pub(super) fn find(_accounts: &Accounts<'_>) -> Vec<Discrepancy> { Vec::new() }
