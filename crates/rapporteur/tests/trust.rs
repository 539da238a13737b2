//! What people stake their work on: order and threads do not matter, and every line stands where it
//! says it stands.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use proptest::prelude::*;
use rapporteur::annotate::Reader;
use rapporteur::core::Article;
use rapporteur::{Options, ingest, read_together, report::json};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::bundled().unwrap());

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/strait-talks");
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds");

fn articles(folder: &str) -> Vec<Article> {
    let intake = ingest::read_paths(&[PathBuf::from(folder)]);
    assert!(intake.failures.is_empty(), "{:?}", intake.failures);
    intake.articles
}

/// The example, and the seeds where they lie beside the project.
fn stories() -> Vec<Vec<Article>> {
    let mut stories = vec![articles(EXAMPLE)];
    if Path::new(SEEDS).is_dir() {
        stories.push(articles(SEEDS));
    }
    stories
}

fn report(articles: Vec<Article>, one_story: bool) -> Value {
    let run = read_together(articles, &READER, &Options { one_story }, &|_| {});
    serde_json::to_value(json::report(&run.report())).unwrap()
}

fn on_threads(threads: usize, articles: Vec<Article>) -> Value {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| report(articles, false))
}

#[test]
fn any_order_of_input_gives_the_same_report() {
    for story in stories() {
        let expected = report(story.clone(), false);
        let mut reversed = story.clone();
        reversed.reverse();
        assert_eq!(report(reversed, false), expected);
        let mut rotated = story;
        rotated.rotate_left(2);
        assert_eq!(report(rotated, false), expected);
    }
}

#[test]
fn any_number_of_threads_gives_the_same_report() {
    for story in stories() {
        assert_eq!(on_threads(1, story.clone()), on_threads(3, story));
    }
}

#[test]
fn every_line_stands_where_it_says() {
    for story in stories() {
        let report = report(story, true);
        assert!(check(&report) > 100, "a report of several accounts has many lines");
    }
}

#[test]
fn a_copy_under_another_name_adds_no_independent_account() {
    let accounts = |report: &Value| -> Vec<u64> {
        let points = report["stories"][0]["points"].as_array().unwrap();
        points.iter().map(|p| p["accounts"].as_u64().unwrap()).collect()
    };
    let mut story = articles(EXAMPLE);
    let before = accounts(&report(story.clone(), true));
    let mut copy = story[0].clone();
    copy.outlet = Some("The Echo".to_owned());
    copy.file = Some("echo.txt".to_owned());
    story.push(copy);
    let after = accounts(&report(story, true));
    // A fact of one outlet alone becomes a point once a copy carries it too, with one account.
    for least in 2..=7 {
        let with = |list: &[u64]| list.iter().filter(|n| **n >= least).count();
        assert!(with(&before) >= with(&after), "{least} or more: {before:?} {after:?}");
    }
}

#[test]
fn two_outlets_swapped_give_the_report_with_the_two_swapped() {
    let story = articles(EXAMPLE);
    let expected = report(story.clone(), true).to_string();
    let (one, other) = ("Meridian News Agency", "Orilla Sur");
    let swapped: Vec<Article> = story
        .into_iter()
        .map(|mut article| {
            article.outlet = article.outlet.map(|name| match name.as_str() {
                n if n == one => other.to_owned(),
                n if n == other => one.to_owned(),
                _ => name,
            });
            article
        })
        .collect();
    let after = report(swapped, true).to_string();
    let field = |name: &str| format!("\"outlet\":\"{name}\"");
    let back = after
        .replace(&field(one), "\u{1}")
        .replace(&field(other), &field(one))
        .replace('\u{1}', &field(other));
    assert_eq!(back, expected);
}

/// Checks every piece of evidence of a report against its article; how many there are.
fn check(report: &Value) -> usize {
    let texts: Vec<Vec<char>> = report["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["text"].as_str().unwrap().chars().collect())
        .collect();
    let mut checked = 0;
    for story in report["stories"].as_array().unwrap() {
        walk(story, &texts, &mut checked);
    }
    checked
}

fn walk(value: &Value, texts: &[Vec<char>], checked: &mut usize) {
    match value {
        Value::Object(fields) => {
            let evidence = fields.get("article").zip(fields.get("span")).zip(fields.get("text"));
            if let Some(((article, span), Value::String(text))) = evidence {
                let index: usize = article.as_str().unwrap()[1..].parse().unwrap();
                let at = |i: usize| span[i].as_u64().unwrap() as usize;
                let there: String = texts[index - 1][at(0)..at(1)].iter().collect();
                assert_eq!(&there, text);
                assert!(!there.is_empty(), "a line with no words: {value}");
                *checked += 1;
            }
            fields.values().for_each(|v| walk(v, texts, checked));
        }
        Value::Array(items) => items.iter().for_each(|v| walk(v, texts, checked)),
        _ => {}
    }
}

/// News-like text: sentences, quotations balanced and not, dates, numbers, odd characters.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("“We will not sign,” said Ana Duarte, the Portuguese minister. ".to_owned()),
        Just("The talks in Lisbon lasted nearly four hours on Tuesday. ".to_owned()),
        Just("“It is late, he added. ".to_owned()),
        Just("According to Reuters, around 1,200 boats were kept in port. ".to_owned()),
        Just("Spain demanded the release of the crew; Morocco refused.\n\n".to_owned()),
        Just("Read also:\nPHOTO/AFP - a boat\n".to_owned()),
        Just("«Нет», — сказал министр. „Nein“, sagte er. ".to_owned()),
        "[\\PC\n“”\"'‘’«»]{0,40}".prop_map(|s| s),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_text_every_line_stands_and_order_does_not_matter(
        texts in prop::collection::vec(news(), 1..4)
    ) {
        let articles: Vec<Article> = texts
            .iter()
            .enumerate()
            .flat_map(|(i, t)| ingest::from_bytes(t.as_bytes(), &format!("{i}.txt")).articles)
            .collect();
        let expected = report(articles.clone(), true);
        check(&expected);
        let reversed = articles.into_iter().rev().collect();
        prop_assert_eq!(report(reversed, true), expected);
    }
}
