//! The product as its users meet it. The only module that calls it.

use crate::data::read_value;
use crate::scorer::EvalError;
use rapporteur::Options;
use rapporteur::core::{AnnotatedArticle, Article, DateOrigin, PublicationDate, Span, Story};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

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
    article.published = given(record.published.as_deref());
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

/// The JSON report on the files at `paths`, each with what `articles.json` beside it says.
pub(crate) fn report(paths: &[PathBuf]) -> Result<Value, EvalError> {
    let articles = paths
        .iter()
        .map(|path| read(path))
        .collect::<Result<Vec<_>, _>>()?;
    let run = rapporteur::read_together(articles, &Options::default(), &|_| {});
    let record = rapporteur::report::json::report(&run.report());
    serde_json::to_value(record).map_err(|error| EvalError::Product(error.to_string()))
}

/// A line of `articles.json`.
#[derive(Deserialize)]
struct SideCar {
    outlet: Option<String>,
    file: String,
    published: Option<String>,
}

fn read(path: &Path) -> Result<Article, EvalError> {
    let text = std::fs::read_to_string(path).map_err(EvalError::io(path))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let side_car = path.with_file_name("articles.json");
    let lines: Vec<SideCar> = if side_car.is_file() {
        read_value(&side_car)?
    } else {
        Vec::new()
    };
    let line = lines.into_iter().find(|line| line.file == name);
    let headline = text
        .lines()
        .next()
        .and_then(|line| Span::of_slice(&text, line.trim()));
    Ok(Article {
        file: Some(path.display().to_string()),
        outlet: line.as_ref().and_then(|l| l.outlet.clone()),
        published: given(line.as_ref().and_then(|l| l.published.as_deref())),
        headline,
        ..Article::from_text(text)
    })
}

fn given(day: Option<&str>) -> Option<PublicationDate> {
    Some(PublicationDate {
        date: day?.get(..10)?.parse().ok()?,
        origin: DateOrigin::Given,
        confidence: 1.0,
        reason: "given with the article".into(),
    })
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
