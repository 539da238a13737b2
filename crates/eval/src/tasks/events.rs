//! What a sentence tells of as an event, on PLOVER's records.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_lines, write_lines};
use crate::figures::{Figure, Section};
use crate::product;
use crate::scorer::{self, EvalError, expected};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

/// The fields of a record that a system may see.
#[derive(Deserialize)]
struct Sentence {
    id: String,
    text: String,
}

/// The records are coded by a draft that had FIGHT beside ASSAULT; PLOVER merged the two.
const MERGED: &str = "FIGHT=ASSAULT";

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![dev(place)]
}

fn dev(place: &Place<'_>) -> Result<Section, EvalError> {
    let folder = place.data.join("events");
    let gold = folder.join("dev.jsonl");
    let sentences: Vec<Sentence> = read_lines(&gold)?;
    let mut clock = Clock::default();
    let events: Vec<Value> = clock.count(|| {
        let texts = sentences.iter().map(|sentence| sentence.text.as_str());
        texts.map(product::event).collect()
    });
    let said = events.iter().filter(|e| !e["event"].is_null()).count();
    let lines: Vec<Value> = sentences
        .iter()
        .zip(events)
        .map(|(sentence, event)| prediction(&sentence.id, event))
        .collect();
    let predictions = place.scratch.join("dev.jsonl");
    write_lines(&predictions, &lines)?;
    let script = folder.join("score.py");
    let scores = scorer::run_json(
        &script,
        &[
            gold.as_path(),
            &predictions,
            Path::new("--merge"),
            Path::new(MERGED),
            Path::new("--json"),
        ],
    )?;
    Ok(Section {
        task: "events",
        set: "PLOVER dev".into(),
        documents: sentences.len(),
        reading: 0.0,
        seconds: clock.seconds(),
        words: None,
        figures: figures(&scores, said, &script)?,
        parts: Vec::new(),
        errors: Vec::new(),
    })
}

/// An event under the records' names: their DISAPPROVE is the guide's ACCUSE; they have no OFFER and
/// put offers under AGREE.
fn prediction(id: &str, mut event: Value) -> Value {
    event["id"] = id.into();
    match event["event"].as_str() {
        Some("ACCUSE") => event["event"] = "DISAPPROVE".into(),
        Some("OFFER") => event["event"] = "AGREE".into(),
        _ => {}
    }
    event
}

fn figures(scores: &Value, said: usize, script: &Path) -> Result<Vec<Figure>, EvalError> {
    let number =
        |name: &str| scores.get(name).and_then(Value::as_f64).ok_or_else(|| expected(script, name));
    let actors = scores.get("actors").and_then(|s| Figure::from_scores("actors", s.get("actors")?));
    let records = scores.get("records").and_then(Value::as_u64);
    Ok(vec![
        Figure::plain("accuracy", number("accuracy")?).counted(Some(said as u64), records),
        Figure::plain("macro F1", number("macro_f1")?),
        actors.ok_or_else(|| expected(script, "actors"))?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_guides_acts_get_the_records_names() {
        let event = json!({"event": "ACCUSE", "source": [], "target": []});
        let expected = json!({"id": "x", "event": "DISAPPROVE", "source": [], "target": []});
        assert_eq!(prediction("x", event), expected);
        assert_eq!(prediction("x", json!({"event": "OFFER"}))["event"], "AGREE");
    }

    #[test]
    fn the_scorers_names_are_read() {
        let actors = json!({"p": 0.5, "r": 0.25, "f1": 0.333, "hit": 1, "pred": 2, "gold": 4});
        let scores = json!({"records": 4, "accuracy": 0.5, "macro_f1": 0.3,
            "actors": {"source": actors, "actors": actors}});
        let read = figures(&scores, 3, Path::new("score.py")).unwrap();
        assert_eq!((read[0].predicted, read[0].gold), (Some(3), Some(4)));
        assert_eq!(read[1].value, 0.3);
        let error = figures(&json!({}), 0, Path::new("score.py")).unwrap_err();
        assert_eq!(error.to_string(), "score.py printed no accuracy");
    }
}
