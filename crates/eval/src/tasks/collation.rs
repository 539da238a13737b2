//! The gold stories, end to end: one JSON report for each, means over stories.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_value, write_value};
use crate::figures::{Figure, Part, Section, mean_over_parts};
use crate::product;
use crate::scorer::{self, EvalError, expected};
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The fields of a gold story that say what to read.
#[derive(Deserialize)]
struct Story {
    story: String,
    articles: Vec<StoryArticle>,
}

#[derive(Deserialize)]
struct StoryArticle {
    file: String,
}

/// The scorer's tasks, each with the least F1 that was promised.
const FIGURES: [(&str, Option<f64>); 6] = [
    ("statements", Some(0.68)),
    ("noise", Some(0.70)),
    ("points", Some(0.25)),
    ("timeline", Some(0.60)),
    ("discrepancies", None),
    ("positions", None),
];

/// The least speaker accuracy that was promised.
const SPEAKER: f64 = 0.88;

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![all(place)]
}

fn all(place: &Place<'_>) -> Result<Section, EvalError> {
    let folder = place.data.join("collation");
    let script = folder.join("score.py");
    let mut parts = Vec::new();
    let (mut reading, mut clock) = (Clock::default(), Clock::default());
    let mut documents = 0;
    for gold in gold_files(&folder)? {
        let story: Story = read_value(&gold)?;
        let files: Vec<PathBuf> =
            story.articles.iter().map(|article| folder.join(&article.file)).collect();
        let articles = reading.count(|| product::files(&files))?;
        let report = clock.count(|| product::report(articles, place.reader))?;
        documents += files.len();
        let path = place.scratch.join(format!("{}.json", story.story));
        write_value(&path, &report)?;
        let scores = scorer::run_json(&script, &[path.as_path(), &gold, Path::new("--json")])?;
        parts.push(Part { name: story.story, figures: figures(&scores, &script)? });
    }
    Ok(Section {
        task: "collation",
        set: format!("mean over {} stories", parts.len()),
        documents,
        reading: reading.seconds(),
        seconds: clock.seconds(),
        words: None,
        figures: mean_over_parts(&parts),
        parts,
        errors: Vec::new(),
    })
}

/// The gold files in the order of their names.
fn gold_files(folder: &Path) -> Result<Vec<PathBuf>, EvalError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(EvalError::io(folder))? {
        let path = entry.map_err(EvalError::io(folder))?.path();
        if path.to_string_lossy().ends_with(".gold.json") {
            found.push(path);
        }
    }
    if found.is_empty() {
        return Err(EvalError::NoData(folder.join("*.gold.json")));
    }
    found.sort();
    Ok(found)
}

fn figures(scores: &Value, script: &Path) -> Result<Vec<Figure>, EvalError> {
    if let Some(missing) =
        scores.get("missing").and_then(Value::as_array).and_then(|list| list.first())
    {
        return Err(EvalError::Scorer { script: script.to_owned(), message: missing.to_string() });
    }
    let mut out = Vec::new();
    for (name, target) in FIGURES {
        let figure = scores
            .get(name)
            .and_then(|s| Figure::from_scores(name, s))
            .ok_or_else(|| expected(script, name))?;
        out.push(Figure { target, ..figure });
    }
    let speaker = scores.get("speaker");
    let accuracy = speaker.and_then(|s| s.get("accuracy")?.as_f64());
    let of = speaker.and_then(|s| s.get("of")?.as_u64());
    out.insert(
        1,
        Figure::plain("speaker", accuracy.ok_or_else(|| expected(script, "speaker"))?)
            .counted(of, None)
            .promised(SPEAKER),
    );
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn scores() -> Value {
        let one = json!({"p": 0.5, "r": 0.5, "f1": 0.5, "predicted": 2, "gold": 2});
        json!({"noise": one, "statements": one, "points": one, "discrepancies": one,
            "timeline": one, "positions": one, "missing": [],
            "speaker": {"accuracy": 0.25, "of": 4}, "mean_f1": 0.5})
    }

    #[test]
    fn the_scorers_names_are_read() {
        let read = figures(&scores(), Path::new("score.py")).unwrap();
        let names: Vec<&str> = read.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names[..3], ["statements", "speaker", "noise"]);
        assert_eq!((read[1].value, read[1].predicted), (0.25, Some(4)));
        assert_eq!(read[0].target, Some(0.68));
    }

    #[test]
    fn an_article_that_the_report_left_out_is_an_error() {
        let mut scores = scores();
        scores["missing"] = json!(["x/a1: not in the report"]);
        let error = figures(&scores, Path::new("score.py")).unwrap_err();
        assert!(error.to_string().contains("not in the report"));
    }

    #[test]
    fn gold_files_come_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().unwrap();
        assert!(gold_files(folder.path()).is_err());
        for name in ["b.gold.json", "a.gold.json", "GUIDE.md"] {
            fs::write(folder.path().join(name), "{}").unwrap();
        }
        let found = gold_files(folder.path()).unwrap();
        assert!(found[0].ends_with("a.gold.json") && found.len() == 2);
    }
}
