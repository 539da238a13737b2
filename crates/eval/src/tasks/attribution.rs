//! Sources, cues and contents on PolNeAR's dev split.

use super::Place;
use crate::clock::Clock;
use crate::data::{pairs, read_lines, write_lines};
use crate::figures::{Figure, Section};
use crate::product::{self, Record};
use crate::scorer::{self, EvalError};
use rapporteur::core::{AnnotatedArticle, Attribution, CodePoints};
use serde_json::{Value, json};
use std::path::Path;

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
    Ok(Section {
        task: "attribution",
        set: "PolNeAR dev".into(),
        documents: records.len(),
        reading: reading.seconds(),
        seconds: clock.seconds(),
        figures: Figure::all_from_scores(&FIGURES, &scores, &script)?,
        parts: Vec::new(),
    })
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
    fn a_scorer_that_changed_its_names_is_reported() {
        let error = Figure::all_from_scores(
            &FIGURES,
            &json!({"flat spans": {"F1": 0.5}}),
            Path::new("score.py"),
        );
        assert_eq!(error.unwrap_err().to_string(), "score.py printed no token micro");
    }
}
