//! Articles to stories.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_lines, write_value};
use crate::figures::{Figure, Section};
use crate::product::{self, Record};
use crate::scorer::{self, EvalError, expected};
use rapporteur::core::Story;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![dev(place)]
}

fn dev(place: &Place<'_>) -> Result<Section, EvalError> {
    let folder = place.data.join("stories");
    let (gold, source) = (folder.join("gold.json"), folder.join("articles.jsonl"));
    let records: Vec<Record> = read_lines(&source)?;
    let (mut reading, mut clock) = (Clock::default(), Clock::default());
    let articles = reading.count(|| product::articles(&records))?;
    let stories = clock.count(|| product::group(&articles));
    let predictions = place.scratch.join("stories.json");
    write_value(&predictions, &prediction(&records, &stories))?;
    let script = folder.join("score.py");
    let scores = scorer::run_json(
        &script,
        &[gold.as_path(), &predictions, Path::new("--articles"), &source, Path::new("--json")],
    )?;
    Ok(Section {
        task: "stories",
        set: "dev".into(),
        documents: records.len(),
        reading: reading.seconds(),
        seconds: clock.seconds(),
        words: None,
        figures: figures(&scores, &script)?,
        parts: Vec::new(),
        errors: Vec::new(),
    })
}

fn prediction(records: &[Record], stories: &[Story]) -> BTreeMap<String, u32> {
    stories
        .iter()
        .flat_map(|story| story.articles.iter().map(move |id| (id.index(), story.id.0)))
        .filter_map(|(index, story)| Some((records.get(index)?.id.clone(), story)))
        .collect()
}

fn figures(scores: &Value, script: &Path) -> Result<Vec<Figure>, EvalError> {
    let number =
        |name: &str| scores.get(name).and_then(Value::as_f64).ok_or_else(|| expected(script, name));
    let count = |name: &str| scores.get(name).and_then(Value::as_u64);
    let mut bcubed = Figure::plain("BCubed F1", number("bcubed_f1")?)
        .counted(count("pred_clusters"), count("gold_clusters"))
        .promised(0.93);
    bcubed.precision = Some(number("bcubed_precision")?);
    bcubed.recall = Some(number("bcubed_recall")?);
    let mut far = Figure::plain("F1 far", number("bcubed_f1_far")?).promised(0.91);
    far.precision = Some(number("bcubed_precision_far")?);
    far.recall = Some(number("bcubed_recall")?);
    Ok(vec![
        bcubed,
        far,
        Figure::plain("pairwise F1", number("pairwise_f1")?),
        Figure::plain("ARI", number("ari")?),
        Figure::plain("exact stories", number("exact_share")?)
            .counted(count("exact_clusters"), count("gold_clusters")),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur::core::{ArticleId, StoryId};
    use serde_json::json;

    #[test]
    fn each_article_gets_its_storys_number() {
        let records: Vec<Record> = ["x", "y", "z"]
            .iter()
            .map(|id| serde_json::from_value(json!({"id": id, "text": ""})).unwrap())
            .collect();
        let story = |id, articles: &[u32]| Story {
            id: StoryId(id),
            articles: articles.iter().map(|a| ArticleId(*a)).collect(),
        };
        let found = prediction(&records, &[story(0, &[0, 2]), story(1, &[1])]);
        assert_eq!(json!(found), json!({"x": 0, "y": 1, "z": 0}));
    }

    #[test]
    fn the_scorers_names_are_read() {
        let scores = json!({
            "bcubed_precision": 0.9, "bcubed_recall": 0.8, "bcubed_f1": 0.847,
            "bcubed_precision_far": 0.7, "bcubed_f1_far": 0.747, "pairwise_f1": 0.5, "ari": 0.4,
            "exact_share": 0.25, "exact_clusters": 1, "pred_clusters": 5, "gold_clusters": 4
        });
        let read = figures(&scores, Path::new("score.py")).unwrap();
        assert_eq!(read[0].value, 0.847);
        assert_eq!(read[1].precision, Some(0.7));
        assert_eq!((read[4].predicted, read[4].gold), (Some(1), Some(4)));
    }
}
