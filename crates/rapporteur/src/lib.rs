//! The whole way from articles to a report.

pub use rapporteur_core as core;
pub use {
    rapporteur_annotate as annotate, rapporteur_collate as collate, rapporteur_group as group,
    rapporteur_ingest as ingest, rapporteur_report as report,
};
