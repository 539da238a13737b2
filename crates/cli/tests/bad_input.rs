//! Bad input: named with its file or line, left out, and the rest goes on.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const GOOD: &str = "Talks end in Lisbon\n\nThe two ministers met in Lisbon on Tuesday. \
                    “We will sign nothing today,” said Ana Duarte, the fisheries minister.\n";

struct Outcome {
    code: Option<i32>,
    out: String,
    err: String,
}

fn rapporteur(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Outcome {
    let output = Command::cargo_bin("rapporteur")
        .unwrap()
        .current_dir(folder)
        .args(arguments)
        .write_stdin(stdin.to_vec())
        .timeout(Duration::from_secs(120))
        .output()
        .unwrap();
    Outcome {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with one good article and `name`, reported together.
fn beside_a_good_one(name: &str, bytes: &[u8]) -> Outcome {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    rapporteur(folder.path(), &["report", "good.txt", name], b"")
}

fn left_out_and_the_rest_reported(name: &str, bytes: &[u8], reason: &str) {
    let outcome = beside_a_good_one(name, bytes);
    assert_eq!(outcome.code, Some(3), "{}", outcome.err);
    assert!(outcome.err.contains(name) && outcome.err.contains(reason), "{}", outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"), "{}", outcome.out);
}

#[test]
fn an_empty_file() {
    left_out_and_the_rest_reported("empty.txt", b"", "is empty");
}

#[test]
fn a_binary_file() {
    left_out_and_the_rest_reported("picture.bin", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff", "binary");
}

#[test]
fn a_path_that_is_not_there() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "good.txt", "gone.txt"], b"");
    assert_eq!(outcome.code, Some(3));
    assert!(outcome.err.contains("gone.txt: cannot be read"), "{}", outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"));
}

#[test]
fn a_folder_without_articles() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("bare")).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "bare"], b"");
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("bare: holds no article"), "{}", outcome.err);
}

#[test]
fn invalid_utf8_is_read_as_another_character_set() {
    let mut bytes =
        b"Caf\xe9 talks end\n\nThe minister said the caf\xe9 would stay open.\n".to_vec();
    bytes.extend_from_slice(GOOD.replace(['“', '”'], "\"").as_bytes());
    let outcome = beside_a_good_one("latin.txt", &bytes);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.out.contains("Café"), "{}", outcome.out);
}

#[test]
fn json_with_missing_fields_is_named_by_its_line() {
    let lines = format!(
        "{}\n{{\"id\": \"two\"}}\nnot json\n",
        serde_json::json!({"id": "one", "text": GOOD})
    );
    let folder = TempDir::new().unwrap();
    let outcome = rapporteur(folder.path(), &["report", "-"], lines.as_bytes());
    assert_eq!(outcome.code, Some(3), "{}", outcome.err);
    assert!(outcome.err.contains("line 2") && outcome.err.contains("line 3"), "{}", outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"));
}

#[test]
fn html_nested_100_000_deep() {
    let mut page = "<html><body><h1>Talks end</h1>".to_owned();
    page.push_str(&"<div>".repeat(100_000));
    page.push_str("<p>The minister said that nothing had been signed in Lisbon.</p>");
    let outcome = beside_a_good_one("deep.html", page.as_bytes());
    assert!(matches!(outcome.code, Some(0 | 3)), "{:?} {}", outcome.code, outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"));
}

#[test]
fn fifty_megabytes_on_one_line() {
    let line = "The minister said that nothing had been signed. ".repeat(50 * 1024 * 1024 / 48);
    left_out_and_the_rest_reported("long.txt", line.as_bytes(), "more than 10 MB of text");
}

#[test]
fn a_megabyte_on_one_line_is_read() {
    let line =
        "The boats stayed in port for another day of wind and rain. ".repeat(1024 * 1024 / 59);
    let outcome = beside_a_good_one("long.txt", line.as_bytes());
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"));
}

#[test]
fn the_same_article_twice_counts_once() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), GOOD).unwrap();
    fs::write(folder.path().join("b.txt"), GOOD).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "--format", "json", "a.txt", "b.txt"], b"");
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.err.contains("b.txt: the same article as a.txt"), "{}", outcome.err);
    let report: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn a_lone_article_gets_a_report_that_says_so() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "good.txt"], b"");
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.out.contains("We will sign nothing today"));
    assert!(outcome.out.contains("one article alone"), "{}", outcome.out);
}

#[test]
fn markup_in_every_field_stays_text() {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let record = |n: usize| {
        serde_json::json!({
            "id": format!("{n}{hostile}"),
            "title": format!("{hostile} talks end in Lisbon"),
            "outlet": format!("{hostile}{n}"),
            "url": "javascript:alert(3)",
            "text": format!("{hostile}\n\nTalks ended in Lisbon. “{hostile} we will not sign,” said \
                             Ana Duarte, the {hostile} minister. Number {n}."),
        })
    };
    let lines = format!("{}\n{}\n", record(1), record(2));
    let folder = TempDir::new().unwrap();
    let arguments = ["report", "--one-story", "-o", "page.html", "-"];
    let outcome = rapporteur(folder.path(), &arguments, lines.as_bytes());
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let page = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(page.contains("&lt;script&gt;alert(1)"));
    assert!(!page.contains("<script>alert(1)"));
    assert!(!page.contains("<img src=x"));
    assert!(!page.contains("href=\"javascript:"));
    let outcome = rapporteur(folder.path(), &["report", "--one-story", "-"], lines.as_bytes());
    assert!(!outcome.out.contains("<script>alert(1)"), "{}", outcome.out);
}

#[test]
fn a_file_name_with_markup_stays_text() {
    let folder = TempDir::new().unwrap();
    let name = "<b>&\"x\".txt";
    fs::write(folder.path().join(name), GOOD).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "-o", "page.html", name], b"");
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let page = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(!page.contains("<b>&"));
}

#[test]
fn html_without_a_place_to_put_it() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    let outcome = rapporteur(folder.path(), &["report", "--format", "html", "good.txt"], b"");
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("-o report.html"), "{}", outcome.err);
}

fn with_model(name: &str, bytes: Option<&[u8]>) -> Outcome {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    if let Some(bytes) = bytes {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    rapporteur(folder.path(), &["report", "--model", name, "good.txt"], b"")
}

#[test]
fn a_model_that_is_not_there() {
    let outcome = with_model("nowhere.safetensors", None);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.err.contains("nowhere.safetensors: there is no such file"), "{}", outcome.err);
    assert!(outcome.err.contains("take the file from models/"), "{}", outcome.err);
}

#[test]
fn a_model_that_is_damaged() {
    let good =
        fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/reader.safetensors")).unwrap();
    let mut flipped = good.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for bytes in [&flipped[..], &good[..good.len() - 1], b"no model at all", b""] {
        let outcome = with_model("own.safetensors", Some(bytes));
        assert_eq!(outcome.code, Some(1));
        assert!(outcome.err.contains("model own.safetensors: is"), "{}", outcome.err);
        assert!(outcome.err.contains("models/"), "{}", outcome.err);
    }
    assert_eq!(with_model("own.safetensors", Some(&good)).code, Some(0));
}

#[test]
fn an_article_in_another_language_is_named_and_kept() {
    let outcome = beside_a_good_one(
        "deutsch.txt",
        "Gespräche in Lissabon beendet\n\nDie beiden Minister haben sich am Dienstag in Lissabon \
         getroffen. „Wir werden heute nichts unterschreiben“, sagte Fischereiministerin Ana Duarte \
         nach dem Treffen mit ihrem Kollegen.\n"
            .as_bytes(),
    );
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.err.contains("deutsch.txt: is in another language (de)"), "{}", outcome.err);
    assert!(outcome.err.contains("not read"), "{}", outcome.err);
}

#[test]
fn odd_texts_are_read_without_harm() {
    let words = "word ".repeat(100_000);
    for text in [
        "1234 5678 --- ... !!! 9\n\n*** 2022 ***\n",
        "Odd\n\nHe\u{202e} said “never\u{feff}”, he\u{200b} said\u{85}\u{2028}\n",
        "「行く」と彼は言った。\n\nОн сказал: «Нет».\n\n\"مرحبا\" قال\n",
        "He said “never “never ‘ever\n\n”said she“ said 'he\" said\n",
        &format!("A long one\n\n{words}\n"),
    ] {
        let outcome = beside_a_good_one("odd.txt", text.as_bytes());
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        assert!(outcome.out.contains("We will sign nothing today"), "{}", outcome.out);
    }
}

#[test]
fn an_article_longer_than_any_is_read_as_far_as_it_goes() {
    let text = "The minister said the bridge would be opened soon.\n".repeat(20_000);
    let outcome = beside_a_good_one("long.txt", text.as_bytes());
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(outcome.err.contains("long.txt: longer than any article"), "{}", outcome.err);
}
