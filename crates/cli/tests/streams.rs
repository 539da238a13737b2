//! The small tools compose: what one prints the next one reads.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use assert_cmd::Command;
use serde_json::Value;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/strait-talks");
const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema");

fn lines(arguments: &[&str], stdin: &str) -> (String, Vec<Value>) {
    let output = Command::cargo_bin("rapporteur")
        .unwrap()
        .args(arguments)
        .write_stdin(stdin)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    let text = String::from_utf8(output).unwrap();
    let values = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (text, values)
}

fn follows(schema: &str, value: &Value) {
    let path = format!("{SCHEMAS}/{schema}.schema.json");
    let schema = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let complaints: Vec<String> = validator.iter_errors(value).map(|e| e.to_string()).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn extract_annotate_and_group_compose() {
    let (extracted, articles) = lines(&["extract", EXAMPLE], "");
    assert_eq!(articles.len(), 6);
    for article in &articles {
        follows("article", article);
    }

    let (_, annotated) = lines(&["annotate"], &extracted);
    assert_eq!(annotated.len(), 6);
    for (before, after) in articles.iter().zip(&annotated) {
        follows("annotation", after);
        for field in ["id", "text", "outlet", "noise"] {
            assert_eq!(before[field], after[field], "{field}");
        }
        assert!(!after["attributions"].as_array().unwrap().is_empty());
    }

    let (_, grouped) = lines(&["group"], &extracted);
    assert_eq!(grouped.len(), 6);
    for (article, line) in articles.iter().zip(&grouped) {
        follows("group", line);
        assert_eq!(line["id"], article["id"]);
        assert_eq!(line["story"], grouped[0]["story"], "six accounts of one event");
    }
}

#[test]
fn annotate_keeps_the_fields_it_does_not_know() {
    let (_, out) = lines(
        &["annotate"],
        "{\"id\": \"x\", \"text\": \"Anna Berg said no.\", \"desk\": \"world\", \"n\": 7}\n",
    );
    assert_eq!(out[0]["desk"], "world");
    assert_eq!(out[0]["n"], 7);
}

#[test]
fn the_report_follows_its_schema() {
    let (text, _) = {
        let output = Command::cargo_bin("rapporteur")
            .unwrap()
            .args(["report", "--format", "json", EXAMPLE])
            .assert()
            .success()
            .get_output()
            .stdout
            .clone();
        (String::from_utf8(output).unwrap(), ())
    };
    follows("report", &serde_json::from_str(&text).unwrap());
}
