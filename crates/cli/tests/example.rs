//! The bundled example's report, held as it is: a change that alters it shows what it alters.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use assert_cmd::Command;
use std::path::Path;

fn report(format: &str) -> String {
    let output = Command::cargo_bin("rapporteur")
        .unwrap()
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .args(["report", "--format", format, "examples/strait-talks"])
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    String::from_utf8(output).unwrap()
}

#[test]
fn as_markdown() {
    insta::assert_snapshot!("strait-talks.md", report("md"));
}

#[test]
fn as_json() {
    insta::assert_snapshot!("strait-talks.json", report("json"));
}
