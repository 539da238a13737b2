//! What the user says about an article: front matter, side-cars, the fields of a record.
//!
//! - **Front matter**: lines of `key: value` between `---` and `---`, or TOML between `+++` and
//!   `+++`, at the top of a text file.
//! - **Side-cars**: `articles.json` in the folder, a list of objects whose `file` names a file
//!   beside it; and `NAME.meta.json` beside the file `NAME` (`a.txt.meta.json` or `a.meta.json`).
//!
//! The keys are those of a JSON record: `id`, `outlet`, `url`, `title`, `published`, `language`,
//! `byline`. What a side-car says holds over what the file says; `NAME.meta.json` over
//! `articles.json`.

use crate::{Error, ErrorKind, dates};
use rapporteur_core::{Article, DateOrigin, Diagnostic, Language, PublicationDate, Severity};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What the user says about an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Given {
    /// Name, value and the name's place for the reader of an error, by canonical field.
    fields: BTreeMap<&'static str, String>,
    /// Where it stands, for the reader of a report.
    place: String,
    /// What was odd about it.
    odd: Vec<String>,
}

/// Canonical field names, each with the names under which it is found (news-please among them).
const FIELDS: &[(&str, &[&str])] = &[
    ("byline", &["byline", "author", "authors"]),
    ("id", &["id", "key"]),
    ("language", &["language", "lang"]),
    ("outlet", &["outlet", "source", "site", "source_domain", "publisher", "sitename"]),
    ("published", &["published", "date_publish", "date", "published_at", "publish_date"]),
    ("title", &["title", "headline"]),
    ("url", &["url", "link"]),
];

impl Given {
    /// Reads the known fields of a JSON object. Numbers count as words; `null` and `""` as absent.
    pub(crate) fn from_record(record: &Map<String, Value>, place: impl Into<String>) -> Self {
        let mut given = Self { place: place.into(), ..Self::default() };
        for (field, names) in FIELDS {
            for name in *names {
                match record.get(*name).map(words) {
                    Some(Some(value)) if !value.is_empty() => {
                        given.fields.insert(field, value);
                        break;
                    }
                    None | Some(Some(_)) => {}
                    Some(None) => given.odd.push(format!(
                        "{name:?} in {} is not a string and was left out",
                        given.place
                    )),
                }
            }
        }
        given
    }

    /// Writes it into `article`, over what is there.
    pub(crate) fn apply(&self, article: &mut Article) {
        let field = |name: &str| self.fields.get(name).cloned();
        let odd = |message: String| Diagnostic { severity: Severity::Warning, message, span: None };
        article.key = field("id").or(article.key.take());
        article.outlet = field("outlet").or(article.outlet.take());
        article.url = field("url").or(article.url.take());
        article.title = field("title").or(article.title.take());
        article.byline = field("byline").or(article.byline.take());
        if let Some(tag) = field("language") {
            article.language = Some(Language { tag, confidence: 1.0 });
        }
        if let Some(day) = field("published") {
            match dates::parse(&day) {
                Some(date) => {
                    article.published = Some(PublicationDate {
                        date,
                        origin: DateOrigin::Given,
                        confidence: 1.0,
                        reason: format!("\"published\" in {}", self.place),
                    });
                }
                None => article.diagnostics.push(odd(format!(
                    "{day:?} in {} is not a day; write it as 2022-01-31",
                    self.place
                ))),
            }
        }
        let said = self.odd.iter().cloned().map(odd);
        article.diagnostics.extend(said);
    }
}

/// Fills what the URL tells and nothing better does: the host as outlet, a day in the path.
pub(crate) fn from_url(article: &mut Article) {
    let Some(url) = article.url.as_deref() else {
        return;
    };
    if article.outlet.is_none() {
        article.outlet = host(url);
    }
    if article.published.is_none()
        && let Some(date) = dates::in_url(url)
    {
        article.published = Some(PublicationDate {
            date,
            origin: DateOrigin::Url,
            confidence: 0.9,
            reason: "the day in the URL".to_owned(),
        });
    }
}

/// The host of `url` without `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.contains('.').then(|| host.to_owned())
}

/// A JSON value as words: strings, numbers, lists of strings; `None` for anything else.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(s) => Some(s.trim().to_owned()),
        Value::Number(n) => Some(n.to_string()),
        Value::Array(list) => {
            let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            (words.len() == list.len()).then(|| words.join(", "))
        }
        Value::Bool(_) | Value::Object(_) => None,
    }
}

/// The front matter of `text`, and the text after it; `(None, None)` where there is none.
pub(crate) fn front_matter<'t>(
    text: &'t str,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<Given>, Option<&'t str>) {
    let start = text.trim_start_matches('\u{feff}');
    for (fence, toml) in [("+++\n", true), ("---\n", false)] {
        let Some(inside) = start.strip_prefix(fence) else {
            continue;
        };
        let Some((matter, body)) = split_at_fence(inside, fence.trim_end()) else {
            continue;
        };
        let record = if toml {
            toml::from_str::<Map<String, Value>>(matter).map_err(|e| e.message().to_owned())
        } else {
            key_values(matter)
        };
        match record {
            Ok(record) => {
                return (
                    Some(Given::from_record(&record, "front matter")),
                    Some(body.trim_start_matches('\n')),
                );
            }
            // A rule of dashes at the top of a text is no front matter; a TOML fence is.
            Err(_) if !toml => {}
            Err(message) => {
                diagnostics.push(Diagnostic {
                    severity: Severity::Warning,
                    message: format!("the front matter is not TOML ({message}); correct it"),
                    span: None,
                });
            }
        }
    }
    (None, None)
}

/// `inside` up to a line that is `fence`, and what follows that line.
fn split_at_fence<'t>(inside: &'t str, fence: &str) -> Option<(&'t str, &'t str)> {
    /// Front matter is short; what has no closing fence by then is none.
    const MAX_LINES: usize = 200;
    let mut at = 0;
    for line in inside.split_inclusive('\n').take(MAX_LINES) {
        if line.trim_end() == fence {
            return Some((&inside[..at], &inside[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// Lines of `key: value`, quotation marks around the value taken off; comments and empty lines pass.
fn key_values(matter: &str) -> Result<Map<String, Value>, String> {
    let mut record = Map::new();
    for line in matter.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once(':').ok_or("a line without a colon")?;
        let key = key.trim();
        if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c)) {
            return Err("a key that is not a word".to_owned());
        }
        let value = value.trim();
        let quoted = |mark| value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
        let value = quoted('"').or_else(|| quoted('\'')).unwrap_or(value);
        record.insert(key.to_lowercase(), Value::String(value.to_owned()));
    }
    if record.is_empty() {
        return Err("no key".to_owned());
    }
    Ok(record)
}

/// Name of the side-car for a whole folder.
pub(crate) const FOLDER_SIDE_CAR: &str = "articles.json";

/// Whether the file is a side-car by its name.
pub(crate) fn is_side_car(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().ends_with(".meta.json"))
}

/// The side-cars of the folders that were seen, each read once.
#[derive(Debug, Default)]
pub(crate) struct SideCars {
    folders: BTreeMap<PathBuf, BTreeMap<String, Given>>,
    /// Side-cars that could not be used.
    pub(crate) failures: Vec<Error>,
}

impl SideCars {
    /// What the side-cars say about the file at `path`, the weaker first.
    pub(crate) fn of(&mut self, path: &Path) -> Vec<Given> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let Some(name) = path.file_name().map(|n| n.to_string_lossy().into_owned()) else {
            return Vec::new();
        };
        if !self.folders.contains_key(folder) {
            let listed = self.read_folder(&folder.join(FOLDER_SIDE_CAR));
            self.folders.insert(folder.to_owned(), listed);
        }
        let mut given: Vec<Given> = Vec::new();
        given.extend(self.folders.get(folder).and_then(|f| f.get(&name)).cloned());
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        for beside in [Some(name), stem].into_iter().flatten() {
            let side_car = folder.join(format!("{beside}.meta.json"));
            if let Some(record) = self.read(&side_car) {
                let place = format!("{beside}.meta.json");
                match record {
                    Value::Object(record) => given.push(Given::from_record(&record, place)),
                    _ => self.unusable(&side_car, "it is not an object"),
                }
                break;
            }
        }
        given
    }

    /// The records of a folder's side-car by the file that each names.
    fn read_folder(&mut self, path: &Path) -> BTreeMap<String, Given> {
        let Some(Value::Array(records)) = self.read(path) else {
            return BTreeMap::new();
        };
        let mut listed = BTreeMap::new();
        for record in records.iter().filter_map(Value::as_object) {
            if let Some(file) = record.get("file").and_then(Value::as_str) {
                let given = Given::from_record(record, FOLDER_SIDE_CAR);
                listed.insert(file.trim_start_matches("./").to_owned(), given);
            }
        }
        listed
    }

    fn read(&mut self, path: &Path) -> Option<Value> {
        let bytes = std::fs::read(path).ok()?;
        match serde_json::from_slice(&bytes) {
            Ok(value) => Some(value),
            Err(error) => {
                self.unusable(path, &error.to_string());
                None
            }
        }
    }

    fn unusable(&mut self, path: &Path, why: &str) {
        let name = path.to_string_lossy().into_owned();
        if !self.failures.iter().any(|f| f.name == name) {
            self.failures.push(Error::new(name, ErrorKind::Metadata(why.to_owned())));
        }
    }
}

/// Whether a JSON value is a folder's side-car and not a list of articles: its objects name files
/// and hold no text.
pub(crate) fn is_folder_side_car(value: &Value) -> bool {
    value.as_array().is_some_and(|records| {
        !records.is_empty()
            && records.iter().all(|r| {
                r.get("file").is_some() && r.get("text").is_none() && r.get("maintext").is_none()
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Given>, Option<&str>) {
        front_matter(text, &mut Vec::new())
    }

    #[test]
    fn front_matter_is_metadata() {
        let (given, body) =
            read("---\noutlet: The Example\npublished: 2022-01-12\n---\n\nTalks end\n");
        assert_eq!(body, Some("Talks end\n"));
        let mut article = Article::from_text("Talks end");
        given.unwrap().apply(&mut article);
        assert_eq!(article.outlet.as_deref(), Some("The Example"));
        assert_eq!(article.published.unwrap().reason, "\"published\" in front matter");

        let (given, body) = read("+++\ntitle = \"Talks: the end\"\n+++\nText\n");
        assert_eq!(body, Some("Text\n"));
        assert_eq!(given.unwrap().fields["title"], "Talks: the end");
    }

    #[test]
    fn a_rule_is_not_front_matter() {
        assert_eq!(read("---\nTalks end\n---\nText"), (None, None));
        assert_eq!(read("---\nTalks end"), (None, None));
    }

    #[test]
    fn odd_fields_are_told() {
        let record = serde_json::json!({"published": "soon", "outlet": {"a": 1}});
        let mut article = Article::from_text("Talks");
        Given::from_record(record.as_object().unwrap(), "articles.json").apply(&mut article);
        assert_eq!(article.diagnostics.len(), 2);
        assert!(article.published.is_none());
    }

    #[test]
    fn a_url_names_its_outlet() {
        let mut article = Article::from_text("Talks");
        article.url = Some("https://www.example.org/2022/01/12/talks".into());
        from_url(&mut article);
        assert_eq!(article.outlet.as_deref(), Some("example.org"));
        assert_eq!(article.published.unwrap().origin, DateOrigin::Url);
    }
}
