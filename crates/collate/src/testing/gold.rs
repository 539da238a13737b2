//! The stories that a careful reader has laid side by side, as their files stand, where they are at
//! hand.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The gold files in the order of their names; none where the folder is not there.
pub(crate) fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/collation");
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.to_str().unwrap().ends_with(".gold.json"))
        .collect();
    files.sort();
    files
}

/// The string at `key`, empty where there is none.
pub(crate) fn str_of<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// The list at `key`, empty where there is none.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Prints precision, recall and F1 over all stories; F1, `None` where there is no gold.
pub(crate) fn f1(hit: usize, said: usize, gold: usize) -> Option<f64> {
    let (p, r) = (hit as f64 / said.max(1) as f64, hit as f64 / gold.max(1) as f64);
    let f1 = 2.0 * p * r / (p + r).max(1e-9);
    println!("P {p:.3} R {r:.3} F1 {f1:.3} ({said} said, {gold} gold)");
    (gold > 0).then_some(f1)
}
