//! Expressions of time and their values, on date marks of GUM.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_lines, write_lines};
use crate::figures::{Figure, Section};
use crate::product::{self, Record};
use crate::scorer::{self, EvalError, expected};
use rapporteur::core::{AnnotatedArticle, CodePoints};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![
        set(place, "dev.jsonl", "GUM news and interviews"),
        set(place, "dev.sharealike.jsonl", "GUM biographies"),
    ]
}

fn set(place: &Place<'_>, file: &str, name: &str) -> Result<Section, EvalError> {
    let folder = place.data.join("time");
    let gold = folder.join(file);
    let records: Vec<Record> = read_lines(&gold)?;
    let (mut reading, mut clock) = (Clock::default(), Clock::default());
    let articles = reading.count(|| product::articles(&records))?;
    let read = clock.count(|| product::annotate(articles, place.reader));
    let lines: Vec<Value> = records
        .iter()
        .zip(&read)
        .map(|(record, article)| prediction(&record.id, article))
        .collect();
    let predictions = place.scratch.join(file);
    write_lines(&predictions, &lines)?;
    let script = folder.join("score.py");
    let scores = scorer::run_json(&script, &[gold.as_path(), &predictions, Path::new("--json")])?;
    Ok(Section {
        task: "time",
        set: name.into(),
        documents: records.len(),
        reading: reading.seconds(),
        seconds: clock.seconds(),
        words: Some(product::words(&records)),
        figures: figures(&scores, &script)?,
        parts: Vec::new(),
        errors: Vec::new(),
    })
}

/// TIMEX3's value: the resolved day or stretch, or what a length or repetition says by itself.
fn prediction(id: &str, article: &AnnotatedArticle) -> Value {
    let points = CodePoints::new(&article.article.text);
    let timex: Vec<Value> = article
        .times
        .iter()
        .map(|time| {
            let [start, end] = points.pair(time.span);
            let value = time.timex_value();
            json!({"start": start, "end": end, "type": time.kind.name(), "value": value})
        })
        .collect();
    json!({"id": id, "timex": timex})
}

fn figures(scores: &Value, script: &Path) -> Result<Vec<Figure>, EvalError> {
    let count = |name: &str| scores.get(name).and_then(Value::as_u64);
    let all = scores.get("scores").ok_or_else(|| expected(script, "scores"))?;
    let figures = Figure::all_from_scores(&["strict", "relaxed", "type", "value"], all, script)?;
    let counted = |figure: Figure| match figure.name.as_str() {
        "strict" => figure.counted(count("pred"), count("gold")),
        "value" => figure.counted(None, count("gold_with_value")),
        _ => figure,
    };
    Ok(figures.into_iter().map(counted).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur::core::{Article, Span, Tense, TimeExpression, TimeForm, TimeKind, When};

    #[test]
    fn a_prediction_has_the_scorers_shape() {
        let text = "Le 3 mai, après deux heures";
        let mut article = AnnotatedArticle::bare(Article::from_text(text));
        let day = jiff_day();
        article.times.push(TimeExpression {
            span: Span::new(3, 8),
            kind: TimeKind::Date,
            tense: Tense::default(),
            form: TimeForm::MonthDay { month: 5, day: Some(3), shift: None },
            when: Some(day),
        });
        let hours = text.find("deux").unwrap();
        article.times.push(TimeExpression {
            span: Span::new(hours, text.len()),
            kind: TimeKind::Duration,
            tense: Tense::default(),
            form: TimeForm::Value("PT2H".into()),
            when: None,
        });
        assert_eq!(
            prediction("x", &article),
            json!({"id": "x", "timex": [
                {"start": 3, "end": 8, "type": "DATE", "value": "2022-05-03"},
                {"start": 16, "end": 27, "type": "DURATION", "value": "PT2H"}
            ]})
        );
    }

    fn jiff_day() -> When {
        let date = "2022-05-03".parse().unwrap();
        When { first: date, last: date, value: "2022-05-03".into() }
    }

    #[test]
    fn the_scorers_names_are_read() {
        let one = json!({"p": 0.5, "r": 0.25, "f1": 0.333});
        let scores = json!({"gold": 8, "pred": 4, "gold_with_value": 6,
            "scores": {"strict": one, "relaxed": one, "type": one, "value": one}});
        let read = figures(&scores, Path::new("score.py")).unwrap();
        assert_eq!((read[0].predicted, read[0].gold), (Some(4), Some(8)));
        assert_eq!(read[3].gold, Some(6));
    }
}
