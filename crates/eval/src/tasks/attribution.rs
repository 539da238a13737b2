//! Sources, cues and contents on PolNeAR's dev split.

mod errors;

use super::Place;
use crate::bootstrap::{self, Counts};
use crate::clock::Clock;
use crate::data::{pairs, read_lines, write_lines};
use crate::figures::{Figure, Section};
use crate::product::{self, Record};
use crate::scorer::{self, EvalError, expected};
use rapporteur::core::{AnnotatedArticle, Attribution, CodePoints};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// A line of the gold or of the predictions, as far as the errors are counted by it.
#[derive(Clone, Debug, Deserialize)]
struct Gold {
    /// The predictions have none.
    #[serde(default)]
    text: String,
    attributions: Vec<Line>,
}

/// The roles of an attribution as a line of JSON has them.
#[derive(Clone, Debug, Deserialize)]
struct Line {
    #[serde(default)]
    source: Vec<[usize; 2]>,
    #[serde(default)]
    cue: Vec<[usize; 2]>,
    #[serde(default)]
    content: Vec<[usize; 2]>,
}

/// The figures that get an interval.
const WITH_INTERVAL: [&str; 5] =
    ["flat spans", "full attribution", "full: direct", "full: mixed", "full: indirect"];

/// The least F1 that was promised.
const TARGETS: [(&str, f64); 5] = [
    ("flat spans", 0.735),
    ("full attribution", 0.72),
    ("full: direct", 0.92),
    ("full: mixed", 0.80),
    ("full: indirect", 0.63),
];

/// The scorer's figures that the table shows.
const FIGURES: [&str; 8] = [
    "flat spans",
    "token micro",
    "full attribution",
    "full: direct",
    "full: mixed",
    "full: indirect",
    "content exact-np",
    "cue head",
];

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![dev(place)]
}

fn dev(place: &Place<'_>) -> Result<Section, EvalError> {
    let folder = place.data.join("attribution");
    let gold = folder.join("dev.jsonl");
    let records: Vec<Record> = read_lines(&gold)?;
    let (mut reading, mut clock) = (Clock::default(), Clock::default());
    let articles = reading.count(|| product::articles(&records))?;
    let read = clock.count(|| product::annotate(articles, place.reader));
    let lines: Vec<Value> = records
        .iter()
        .zip(&read)
        .map(|(record, article)| prediction(&record.id, article))
        .collect();
    let predictions = place.scratch.join("dev.jsonl");
    write_lines(&predictions, &lines)?;
    let script = folder.join("score.py");
    let scores = scorer::run_json(&script, &[gold.as_path(), &predictions, Path::new("--json")])?;
    let mut figures = Figure::all_from_scores(&FIGURES, &scores, &script)?;
    for (name, target) in TARGETS {
        for figure in figures.iter_mut().filter(|f| f.name == name) {
            figure.target = Some(target);
        }
    }
    intervals(place, &gold, &lines, &script, &mut figures)?;
    let marked: Vec<Gold> = read_lines(&gold)?;
    let found: Vec<Gold> = read_lines(&predictions)?;
    let errors = errors::count(marked.iter().zip(&found));
    Ok(Section {
        task: "attribution",
        set: "PolNeAR dev".into(),
        documents: records.len(),
        reading: reading.seconds(),
        seconds: clock.seconds(),
        words: Some(product::words(&records)),
        figures,
        parts: Vec::new(),
        errors,
    })
}

/// Gives figures their intervals: the scorer is run on each document alone and its counts are drawn anew.
fn intervals(
    place: &Place<'_>,
    gold: &Path,
    predicted: &[Value],
    script: &Path,
    figures: &mut [Figure],
) -> Result<(), EvalError> {
    let golds: Vec<Value> = read_lines(gold)?;
    let one_gold = place.scratch.join("one.gold.jsonl");
    let one = place.scratch.join("one.jsonl");
    let mut counts: Vec<Vec<Counts>> = vec![Vec::with_capacity(golds.len()); WITH_INTERVAL.len()];
    for (gold, predicted) in golds.iter().zip(predicted) {
        write_lines(&one_gold, std::slice::from_ref(gold))?;
        write_lines(&one, std::slice::from_ref(predicted))?;
        let scores = scorer::run_json(script, &[one_gold.as_path(), &one, Path::new("--json")])?;
        for (name, list) in WITH_INTERVAL.iter().zip(&mut counts) {
            let of = scores.get(*name).and_then(counted);
            list.push(of.ok_or_else(|| expected(script, *name))?);
        }
    }
    for (name, list) in WITH_INTERVAL.iter().zip(&counts) {
        for figure in figures.iter_mut().filter(|f| f.name == *name) {
            figure.interval = bootstrap::interval(list);
        }
    }
    Ok(())
}

/// The counts that stand beside an F1.
fn counted(scores: &Value) -> Option<Counts> {
    let count = |name: &str| scores.get(name)?.as_u64();
    Some(Counts { hit: count("tp")?, predicted: count("pred")?, gold: count("gold")? })
}

/// PolNeAR marks no attribution inside a content and none without a cue, so what the product finds of
/// these is left out.
fn prediction(id: &str, article: &AnnotatedArticle) -> Value {
    let points = CodePoints::new(&article.article.text);
    let all = &article.attributions;
    let nested = |a: &Attribution| {
        all.iter().any(|b| b.content != a.content && b.content.iter().any(|c| c.covers(a.hull())))
    };
    let attributions: Vec<Value> = all
        .iter()
        .filter(|a| !a.cue.is_empty() && !nested(a))
        .map(|a| {
            json!({
                "source": pairs(&points, &a.source),
                "cue": pairs(&points, &a.cue),
                "content": pairs(&points, &a.content),
            })
        })
        .collect();
    json!({"id": id, "attributions": attributions})
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur::core::{Article, AttributionKind, Span};

    #[test]
    fn a_prediction_has_the_scorers_shape() {
        let text = "“Nö”, said Änne.";
        let at = |part: &str| Span::of_slice(text, &text[text.find(part).unwrap()..][..part.len()]);
        let mut article = AnnotatedArticle::bare(Article::from_text(text));
        article.attributions.push(Attribution {
            source: at("Änne").into_iter().collect(),
            cue: at("said").into_iter().collect(),
            content: at("“Nö”").into_iter().collect(),
            kind: AttributionKind::Direct,
            speaker: None,
        });
        assert_eq!(
            prediction("x", &article),
            json!({"id": "x", "attributions": [
                {"source": [[11, 15]], "cue": [[6, 10]], "content": [[0, 4]]}
            ]})
        );
    }

    #[test]
    fn the_counts_beside_a_figure_are_read() {
        let scores = json!({"F1": 0.5, "tp": 1, "pred": 2, "gold": 2});
        assert_eq!(counted(&scores), Some(Counts { hit: 1, predicted: 2, gold: 2 }));
        assert_eq!(counted(&json!({"F1": 0.5})), None);
    }

    #[test]
    fn a_scorer_that_changed_its_names_is_reported() {
        let error = Figure::all_from_scores(
            &FIGURES,
            &json!({"flat spans": {"F1": 0.5}}),
            Path::new("score.py"),
        );
        assert_eq!(error.unwrap_err().to_string(), "score.py printed no token micro");
    }
}
