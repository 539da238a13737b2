//! The product as its users meet it. The only module that calls it.

use crate::scorer::EvalError;
use rapporteur::core::{AnnotatedArticle, Article, DateOrigin, PublicationDate, Story};
use serde::Deserialize;
use serde_json::Value;
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

/// The article of a corpus line.
pub(crate) fn article(record: &Record) -> Article {
    let mut article = Article::from_text(record.text.clone());
    article.key = Some(record.id.clone());
    article.outlet = record.outlet.clone();
    article.url = record.url.clone();
    article.title = record.title.clone();
    article.published = record.published.as_deref().and_then(|day| {
        Some(PublicationDate {
            date: day.get(..10)?.parse().ok()?,
            origin: DateOrigin::Given,
            confidence: 1.0,
            reason: "given with the article".into(),
        })
    });
    article
}

/// Reads one article.
pub(crate) fn annotate(article: Article) -> AnnotatedArticle {
    rapporteur::annotate::annotate(article)
}

/// Groups articles into stories.
pub(crate) fn group(articles: &[&Article]) -> Vec<Story> {
    rapporteur::group::group(articles)
}

/// The JSON report on the files at `paths`.
pub(crate) fn report(paths: &[PathBuf]) -> Result<Value, EvalError> {
    let _ = paths;
    Err(EvalError::NotThere("the façade has no JSON report yet"))
}

/// The body of the page `html`.
pub(crate) fn extract(html: &[u8]) -> Result<String, EvalError> {
    let _ = html;
    Err(EvalError::NotThere("the façade has no extraction yet"))
}

/// What the sentence `text` tells of as an event, by PLOVER's name.
pub(crate) fn act(text: &str) -> Result<Option<&'static str>, EvalError> {
    let _ = text;
    Err(EvalError::NotThere(
        "the façade has no classifier of acts yet",
    ))
}
