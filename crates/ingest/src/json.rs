//! JSON records to articles: the project's own form and that of news-please.
//!
//! A record is an object with the text in `text` or `maintext`, and any of `id`, `title`, `outlet`
//! (`source_domain`), `url`, `published` (`date_publish`), `language`, `byline` (`authors`). The text
//! stays as it is; a title that the text does not begin with stays in [`Article::title`] only.

use crate::metadata::{self, Given};
use crate::{Error, ErrorKind, Intake, charset, html};
use rapporteur_core::{Article, CodePoints, Noise, NoiseKind};
use serde_json::{Map, Value};

/// The article in one record; `name` stands in [`Article::file`] and `line` in an error.
pub(crate) fn article(record: &Value, name: &str, line: Option<usize>) -> Result<Article, Error> {
    let fail = |kind| Error { name: name.to_owned(), line, kind };
    let Value::Object(record) = record else {
        return Err(fail(ErrorKind::NotAnObject));
    };
    let mut article = match body(record).map_err(fail)? {
        Body::Text(text) => Article::from_text(charset::unix_lines(text.to_owned())),
        Body::Page(page) => html::page(page, name).map_err(|e| Error { line, ..e })?,
    };
    if article.text.trim().is_empty() {
        return Err(fail(ErrorKind::Empty));
    }
    article.file = Some(match line {
        Some(line) => format!("{name}#{line}"),
        None => name.to_owned(),
    });
    Given::from_record(record, "the record").apply(&mut article);
    metadata::from_url(&mut article);
    article.noise = given_noise(record, &article.text);
    Ok(article)
}

/// Noise that the record carries already, as `rapporteur extract` writes it: `noise` as pairs of
/// code points, `noise_kinds` beside it. Pairs out of order or outside the text are left out.
fn given_noise(record: &Map<String, Value>, text: &str) -> Vec<Noise> {
    let list = |name: &str| record.get(name).and_then(Value::as_array);
    let Some(pairs) = list("noise") else {
        return Vec::new();
    };
    let points = CodePoints::new(text);
    let mut noise: Vec<Noise> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let end_of = |i: usize| pair.get(i).and_then(Value::as_u64).map(|n| n as usize);
        let (Some(start), Some(end)) = (end_of(0), end_of(1)) else {
            continue;
        };
        let span = points.span([start, end]).trim(text);
        let name = list("noise_kinds").and_then(|kinds| kinds.get(index)?.as_str());
        let kind = NoiseKind::ALL.into_iter().find(|k| Some(k.name()) == name);
        let follows = noise.last().is_none_or(|n| n.span.end() <= span.start());
        if !span.is_empty() && follows {
            noise.push(Noise { span, kind: kind.unwrap_or(NoiseKind::Other) });
        }
    }
    noise
}

/// Where the text of a record is found.
enum Body<'r> {
    Text(&'r str),
    Page(&'r str),
}

fn body(record: &Map<String, Value>) -> Result<Body<'_>, ErrorKind> {
    for field in ["text", "maintext", "html"] {
        match record.get(field) {
            None | Some(Value::Null) => {}
            Some(Value::String(html)) if field == "html" => return Ok(Body::Page(html)),
            Some(Value::String(text)) => return Ok(Body::Text(text)),
            Some(_) => {
                return Err(ErrorKind::WrongType { field: field.to_owned(), expected: "a string" });
            }
        }
    }
    Err(ErrorKind::MissingField { field: "text" })
}

/// The articles of a JSON document: one record, or a list of them. In a list, the number of the
/// record stands where a line would.
pub(crate) fn document(text: &str, name: &str) -> Intake {
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => {
            let line = error.line();
            return Intake::failure(Error::at(name, line, ErrorKind::InvalidJson(error)));
        }
    };
    let mut intake = Intake::default();
    if metadata::is_folder_side_car(&value) {
        intake.skipped.push(name.to_owned());
        return intake;
    }
    match value {
        Value::Array(records) => {
            for (index, record) in records.iter().enumerate() {
                intake.add(article(record, name, Some(index + 1)));
            }
        }
        record => intake.add(article(&record, name, None)),
    }
    intake
}

/// The articles of JSON Lines.
pub(crate) fn lines(text: &str, name: &str) -> Intake {
    let mut intake = Intake::default();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if !line.trim().is_empty() {
            intake.add(self::line(line, name, index + 1));
        }
    }
    intake
}

/// The article in one line of JSON Lines.
pub(crate) fn line(line: &str, name: &str, number: usize) -> Result<Article, Error> {
    let record: Value = serde_json::from_str(line)
        .map_err(|error| Error::at(name, number, ErrorKind::InvalidJson(error)))?;
    article(&record, name, Some(number))
}

impl Intake {
    /// Adds an article or what kept it from being one.
    pub(crate) fn add(&mut self, result: Result<Article, Error>) {
        match result {
            Ok(article) => self.articles.push(article),
            Err(error) => self.failures.push(error),
        }
    }
}

/// Whether a JSON document that nobody named is meant as articles: an object, or a list of objects,
/// with a field that only a record has.
pub(crate) fn is_meant_as_articles(text: &str) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else {
        return false;
    };
    let known = |value: &Value| {
        ["text", "maintext", "html", "date_publish"].iter().any(|field| value.get(*field).is_some())
    };
    match &value {
        Value::Array(records) => records.iter().any(known),
        record => known(record),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_please_records_are_read() {
        let record = serde_json::json!({
            "maintext": "Envoys met in Vienna on Monday.\nThe talks lasted two hours.",
            "title": "Envoys meet in Vienna",
            "date_publish": "2022-01-12 18:30:00",
            "source_domain": "www.example.org",
            "authors": ["Ann Example", "Bo Example"],
            "url": "https://www.example.org/vienna",
            "language": "en"
        });
        let article = article(&record, "a.json", None).unwrap();
        assert!(article.text.starts_with("Envoys met"));
        assert_eq!(article.title.as_deref(), Some("Envoys meet in Vienna"));
        assert_eq!(article.headline, None);
        assert_eq!(article.byline.as_deref(), Some("Ann Example, Bo Example"));
        assert_eq!(article.published.unwrap().date.to_string(), "2022-01-12");
        assert_eq!(article.outlet.as_deref(), Some("www.example.org"));
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let text = "{\"text\": \"One met two.\"}\nnonsense\n\n{\"title\": \"no text\"}\n{\"text\": 7}\n[1]\n{\"id\": 5, \"text\": \"Three left.\"}\n";
        let intake = lines(text, "in.jsonl");
        assert_eq!(intake.articles.len(), 2);
        assert_eq!(intake.articles[1].key.as_deref(), Some("5"));
        assert_eq!(intake.articles[1].file.as_deref(), Some("in.jsonl#7"));
        let said: Vec<String> = intake.failures.iter().map(Error::to_string).collect();
        assert!(said[0].starts_with("in.jsonl, line 2: is not valid JSON"));
        assert_eq!(
            said[1],
            "in.jsonl, line 4: has no \"text\"; add it with the text of the article"
        );
        assert_eq!(said[2], "in.jsonl, line 5: \"text\" is not a string; correct it");
        assert!(said[3].starts_with("in.jsonl, line 6: is not a JSON object"));
    }

    #[test]
    fn deep_json_is_a_failure() {
        let deep = format!("{{\"text\": {}", "[".repeat(100_000));
        let intake = document(&deep, "deep.json");
        assert!(matches!(intake.failures[0].kind, ErrorKind::InvalidJson(_)));
    }
}
