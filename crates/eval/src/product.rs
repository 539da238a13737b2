//! The product as its users meet it. The only module that calls it.

use crate::scorer::EvalError;
use rapporteur::annotate::Reader;
use rapporteur::core::{AnnotatedArticle, Article, Span, Story, words};
use rapporteur::{Options, ingest};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The fields of a corpus line that make an article; the others are gold and stay unseen.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Record {
    /// Its name in the corpus.
    pub id: String,
    outlet: Option<String>,
    url: Option<String>,
    #[serde(alias = "dct", alias = "date")]
    published: Option<String>,
    title: Option<String>,
    /// Its text, to which all offsets refer.
    pub text: String,
}

/// The article of a corpus line, as it comes in from a line of JSON: noise marked, language known.
fn article(record: &Record) -> Result<Article, EvalError> {
    let line = json!({
        "id": record.id,
        "outlet": record.outlet,
        "url": record.url,
        "published": record.published,
        "title": record.title,
        "text": record.text,
    });
    let article = ingest::from_record(&line, &record.id, None).map_err(failed)?;
    if article.text != record.text {
        let id = &record.id;
        return Err(EvalError::Product(format!("the text of {id} was changed")));
    }
    Ok(article)
}

/// The articles of corpus lines.
pub(crate) fn articles(records: &[Record]) -> Result<Vec<Article>, EvalError> {
    records.iter().map(article).collect()
}

/// How many words the texts have.
pub(crate) fn words(records: &[Record]) -> usize {
    records
        .iter()
        .map(|record| words::spans(&record.text, Span::new(0, record.text.len())).len())
        .sum()
}

/// Reads articles, one after the other.
pub(crate) fn annotate(articles: Vec<Article>, reader: &Reader) -> Vec<AnnotatedArticle> {
    articles.into_iter().map(|a| rapporteur::annotate::annotate(a, reader)).collect()
}

/// Groups articles into stories.
pub(crate) fn group(articles: &[Article]) -> Vec<Story> {
    rapporteur::group::group(&articles.iter().collect::<Vec<_>>())
}

/// The articles in the files at `paths`, each with what `articles.json` beside it says.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<Article>, EvalError> {
    let intake = ingest::read_paths(paths);
    match intake.failures.into_iter().next() {
        Some(failure) => Err(failed(failure)),
        None => Ok(intake.articles),
    }
}

/// The JSON report on `articles`.
pub(crate) fn report(articles: Vec<Article>, reader: &Reader) -> Result<Value, EvalError> {
    let run = rapporteur::read_together(articles, reader, &Options::default(), &|_| {});
    let record = rapporteur::report::json::report(&run.report());
    serde_json::to_value(record).map_err(failed)
}

/// The body of the page `html`; empty where none is found.
pub(crate) fn extract(html: &[u8]) -> String {
    ingest::html::body(html)
}

/// What a sentence tells of: a record as the corpus of events has them.
pub(crate) fn event(text: &str) -> Value {
    let Some(reading) = rapporteur::collate::acts::classify(text) else {
        return json!({"event": null, "source": [], "target": []});
    };
    let actor = |span: Option<_>| -> Vec<Value> {
        span.map(|span| json!({"text": &text[span]})).into_iter().collect()
    };
    json!({
        "event": reading.act.name(),
        "source": actor(reading.source),
        "target": actor(reading.target),
    })
}

fn failed(error: impl std::fmt::Display) -> EvalError {
    EvalError::Product(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_stays_unseen() {
        let line =
            r#"{"id": "x", "dct": "2022-01-12", "text": "Talks end.\n\nThey met.", "timex": [1]}"#;
        let record: Record = serde_json::from_str(line).unwrap();
        let article = article(&record).unwrap();
        assert_eq!(article.key.as_deref(), Some("x"));
        let date = article.published.map(|p| p.date.to_string());
        assert_eq!(date.as_deref(), Some("2022-01-12"));
    }

    #[test]
    fn an_event_has_the_records_shape() {
        let found = event("Freedonia on Monday refused to open the bridge to Sylvania.");
        assert_eq!(found["event"], "REJECT");
        assert_eq!(found["source"], json!([{"text": "Freedonia"}]));
        assert_eq!(event("")["event"], Value::Null);
    }
}
