//! Acts measured on the PLOVER gold standard records, where they are at hand: accuracy as the
//! folder's `score.py` counts it, with FIGHT taken as ASSAULT.

use super::{classify, plover_name};
use serde_json::Value;
use std::path::Path;

#[test]
fn acts_of_the_gold_standard_records() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/events/dev.jsonl");
    let Ok(records) = std::fs::read_to_string(file) else {
        return;
    };
    let (mut right, mut all) = (0usize, 0usize);
    for record in records.lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(record).unwrap();
        let gold = match record["event"].as_str().unwrap() {
            "FIGHT" => "ASSAULT",
            other => other,
        };
        let found = classify(record["text"].as_str().unwrap()).map(|r| plover_name(r.act));
        all += 1;
        right += usize::from(found == Some(gold));
    }
    println!("accuracy {:.4} of {all}", right as f64 / all as f64);
    assert!(right as f64 > 0.85 * all as f64);
}
