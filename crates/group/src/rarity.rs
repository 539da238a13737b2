//! How much a word tells: inverse document frequency, from a table and from the stream itself.

use rapporteur_core::LookupMap;
use std::sync::LazyLock;

/// Shares of documents in which common stems stand; its head says where they come from.
static TABLE: LazyLock<LookupMap<&'static str, f32>> = LazyLock::new(|| {
    include_str!("data/document_frequency.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (stem, per_thousand) = line.split_once(' ')?;
            Some((stem, per_thousand.parse::<f32>().ok()? / 1000.0))
        })
        .collect()
});

/// How many documents the table counts for beside those of the stream. With five articles of one
/// event, all that they share would look common if the stream alone were counted.
const TABLE_DOCUMENTS: f32 = 1000.0;

/// The inverse document frequency of a stem that stands in `seen` of `documents` documents of the
/// stream.
pub(crate) fn inverse_document_frequency(stem: &str, seen: u32, documents: u32) -> f32 {
    let share = TABLE.get(stem).copied().unwrap_or(0.0);
    let all = TABLE_DOCUMENTS + documents as f32 + 1.0;
    (all / (TABLE_DOCUMENTS * share + seen as f32 + 1.0)).ln()
}
