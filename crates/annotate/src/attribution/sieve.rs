//! The sieves, one file each or one for a family.

pub(super) mod according;
pub(super) mod clause;
pub(super) mod headline;
pub(super) mod infinitive;
pub(super) mod noun;
pub(super) mod object;
pub(super) mod passive;
pub(super) mod preposition;
pub(super) mod quoted;
pub(super) mod trailing;
pub(super) mod unclaimed;
