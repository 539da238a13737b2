//! Where a report is written: one page, several pages, other formats.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/strait-talks");

/// An account of another event than the example's.
const FIRE: &str = "Fire destroys covered market in Graz\n\nA fire destroyed the covered market of \
    Graz in the night of 3 March 2024. “Nobody was hurt,” said Paula Steiner, the chief of the fire \
    brigade. The cause is not known; the damage is put at eight million euros.\n";

fn report(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::cargo_bin("rapporteur")
        .unwrap()
        .current_dir(folder)
        .arg("report")
        .args(arguments)
        .assert()
        .success()
        .get_output()
        .clone();
    String::from_utf8(output.stdout).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn one_story_is_one_page_that_loads_nothing() {
    let folder = TempDir::new().unwrap();
    report(folder.path(), &[EXAMPLE, "-o", "report.html"]);
    let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    for outside in
        ["<link rel=\"stylesheet\"", "<script src", "<img src=\"http", "@import", "url(http"]
    {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn several_stories_are_an_index_and_a_page_for_each() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("fire.txt"), FIRE).unwrap();
    report(folder.path(), &[EXAMPLE, "fire.txt", "-o", "pages"]);
    let pages = folder.path().join("pages");
    assert_eq!(names(&pages), ["index.html", "story-1.html", "story-2.html"]);
    let index = fs::read_to_string(pages.join("index.html")).unwrap();
    assert!(index.contains("story-1.html") && index.contains("story-2.html"));
}

#[test]
fn a_page_asked_for_as_a_file_becomes_the_index_of_several() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("fire.txt"), FIRE).unwrap();
    report(folder.path(), &[EXAMPLE, "fire.txt", "-o", "week.html"]);
    assert_eq!(names(folder.path()), ["fire.txt", "week-1.html", "week-2.html", "week.html"]);
}

#[test]
fn the_ending_names_the_format() {
    let folder = TempDir::new().unwrap();
    report(folder.path(), &[EXAMPLE, "-o", "report.md"]);
    report(folder.path(), &[EXAMPLE, "-o", "report.json"]);
    let markdown = fs::read_to_string(folder.path().join("report.md")).unwrap();
    assert!(markdown.starts_with("# "), "{}", &markdown[..80]);
    let json = fs::read_to_string(folder.path().join("report.json")).unwrap();
    assert!(json.starts_with("{\n  \"format\": \"rapporteur.report\""));
    assert_eq!(report(folder.path(), &[EXAMPLE]), markdown, "Markdown is what a terminal gets");
}
