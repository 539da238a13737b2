//! The published JSON Schemas are those of the wire types.
//!
//! `UPDATE_SCHEMA=1 cargo test -p rapporteur-report --test schema` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use rapporteur_report::json::wire::{AnnotationRecord, ArticleRecord, GroupRecord, ReportRecord};
use schemars::{Schema, schema_for};
use std::path::Path;

#[test]
fn published_schemas_are_those_of_the_wire_types() {
    check("report", schema_for!(ReportRecord));
    check("article", schema_for!(ArticleRecord));
    check("annotation", schema_for!(AnnotationRecord));
    check("group", schema_for!(GroupRecord));
}

fn check(name: &str, schema: Schema) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema");
    let path = folder.join(format!("{name}.schema.json"));
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap_or_default(),
        text,
        "{name}: the wire types have changed: raise wire::VERSION and run with UPDATE_SCHEMA=1"
    );
}
