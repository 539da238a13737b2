//! What a page says about itself: JSON-LD (schema.org `NewsArticle`), OpenGraph, `<meta>`, `<time>`.

use super::scan::{Scan, plain};
use crate::{dates, metadata};
use rapporteur_core::{DateOrigin, PublicationDate};
use serde_json::{Map, Value};

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<PublicationDate>,
}

/// Reads the metadata, the best-kept source first.
pub(super) fn read(scan: &Scan) -> About {
    let records = articles(scan);
    let ld = |key: &str| records.iter().find_map(|record| words(record.get(key)?));
    let meta = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let found = scan.meta.iter().find(|(name, _)| name == key)?;
            Some(found.1.clone()).filter(|value| !value.trim().is_empty())
        })
    };
    let outlet = meta(&["og:site_name"])
        .or_else(|| ld("publisher"))
        .or_else(|| meta(&["application-name", "dc.publisher", "publisher"]))
        .filter(|name| name.len() < 80 && !name.contains("://"));
    let url = [scan.canonical.clone(), meta(&["og:url"]), ld("url"), ld("mainEntityOfPage")]
        .into_iter()
        .flatten()
        .find(|url| url.starts_with("http"));
    let byline = ld("author")
        .or_else(|| {
            meta(&[
                "author",
                "byl",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "article:author",
            ])
        })
        .filter(|name| !name.contains("://") && name.len() < 200)
        .map(|name| without_by(&name));
    let title = ld("headline")
        .or_else(|| meta(&["og:title", "twitter:title", "parsely-title", "dc.title"]))
        .or_else(|| scan.h1.clone())
        .or_else(|| scan.title.clone())
        .map(|title| {
            without_site(&plain(&title), outlet.as_deref(), url.as_deref(), scan.h1.as_deref())
        })
        .filter(|title| !title.is_empty() && title.len() < 500);
    About { title, outlet, byline, published: published(scan, &ld, &meta, url.as_deref()), url }
}

fn published(
    scan: &Scan,
    ld: &impl Fn(&str) -> Option<String>,
    meta: &impl Fn(&[&str]) -> Option<String>,
    url: Option<&str>,
) -> Option<PublicationDate> {
    let day = |value: Option<String>, confidence: f32, reason: &str| {
        Some(PublicationDate {
            date: dates::parse(&value?)?,
            origin: DateOrigin::Metadata,
            confidence,
            reason: reason.to_owned(),
        })
    };
    let named = |keys: &[&str], confidence: f32| {
        keys.iter().find_map(|key| {
            let reason = format!("<meta property=\"{key}\">");
            day(meta(&[key]), confidence, &reason)
        })
    };
    day(ld("datePublished"), 0.95, "datePublished in the page's JSON-LD")
        .or_else(|| {
            named(&["article:published_time", "og:article:published_time", "datepublished"], 0.95)
        })
        .or_else(|| {
            named(
                &[
                    "parsely-pub-date",
                    "sailthru.date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "publish_date",
                    "publication_date",
                    "ptime",
                    "dc.date.issued",
                    "dcterms.created",
                    "dc.date",
                    "article.published",
                    "og:published_time",
                    "cxenseparse:recs:publishtime",
                    "date",
                ],
                0.9,
            )
        })
        // A day in the URL is the day of publication; a <time> may be of anything.
        .or_else(|| {
            url.and_then(dates::in_url).map(|date| PublicationDate {
                date,
                origin: DateOrigin::Url,
                confidence: 0.9,
                reason: "the day in the URL".to_owned(),
            })
        })
        .or_else(|| day(ld("dateCreated"), 0.8, "dateCreated in the page's JSON-LD"))
        .or_else(|| day(scan.time.clone(), 0.7, "the first <time> of the page"))
        .or_else(|| day(ld("dateModified"), 0.6, "a guess: dateModified in the page's JSON-LD"))
        .or_else(|| {
            day(
                meta(&["article:modified_time", "og:updated_time", "last-modified"]),
                0.6,
                "a guess: the day of the last change in <meta>",
            )
        })
}

/// The records of JSON-LD that describe an article, in the order of the page.
fn articles(scan: &Scan) -> Vec<Map<String, Value>> {
    let mut found = Vec::new();
    for block in &scan.json_ld {
        let block = block.trim().trim_end_matches(';');
        let Ok(value) = serde_json::from_str::<Value>(block) else {
            continue;
        };
        // Graphs and lists nest; the parser has bounded their depth.
        let mut waiting = vec![value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(list) => waiting.extend(list.into_iter().rev()),
                Value::Object(mut record) => {
                    if let Some(graph) = record.remove("@graph") {
                        waiting.push(graph);
                    }
                    if let Some(main) = record.remove("mainEntity") {
                        waiting.push(main);
                    }
                    if is_article(record.get("@type")) {
                        found.push(record);
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// schema.org's types of articles: `NewsArticle`, `Article`, `ReportageNewsArticle`, `BlogPosting` …
fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
        }
        Some(Value::Array(kinds)) => kinds.iter().take(8).any(|kind| {
            kind.as_str().is_some_and(|k| k.ends_with("Article") || k.ends_with("Posting"))
        }),
        _ => false,
    }
}

/// A value of JSON-LD as words: a string, the name or the address of a thing, a list of these.
fn words(value: &Value) -> Option<String> {
    let one = |value: &Value| -> Option<String> {
        match value {
            Value::String(text) => Some(plain(text)),
            Value::Object(thing) => {
                ["name", "@id"].iter().find_map(|key| thing.get(*key)?.as_str()).map(plain)
            }
            _ => None,
        }
    };
    let joined = match value {
        Value::Array(list) => {
            let words: Vec<String> = list.iter().take(20).filter_map(one).collect();
            words.join(", ")
        }
        value => one(value)?,
    };
    (!joined.is_empty()).then_some(joined)
}

/// "By Ann Example" without "By".
fn without_by(name: &str) -> String {
    let name = name.trim();
    let rest = name.strip_prefix("By ").or_else(|| name.strip_prefix("by "));
    rest.unwrap_or(name).to_owned()
}

/// A title without the name of its site behind it: where the page's `<h1>` ends there, or where the
/// last part is the outlet or the host.
fn without_site(title: &str, outlet: Option<&str>, url: Option<&str>, h1: Option<&str>) -> String {
    let fold = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let known: Vec<String> = outlet
        .map(fold)
        .into_iter()
        .chain(url.and_then(metadata::host).map(|host| fold(&host)))
        .filter(|name| name.len() > 2)
        .collect();
    for mark in [" | ", " – ", " — ", " - ", " :: ", " « "] {
        let Some((head, tail)) = title.rsplit_once(mark) else {
            continue;
        };
        let tail = fold(tail);
        let is_site = known.iter().any(|name| {
            *name == tail
                || tail.len() > 3 && (name.starts_with(&tail) || tail.starts_with(name.as_str()))
        });
        if is_site || h1.is_some_and(|h1| fold(h1) == fold(head)) {
            return head.trim().to_owned();
        }
    }
    title.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn json_ld_comes_first() {
        let page = r#"<title>Talks end - The Example</title><meta property="og:site_name" content="The Example">
            <meta name="date" content="2022-01-13"><link rel="canonical" href="https://paper.example/2022/01/11/talks">
            <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
              {"@type": ["NewsArticle"], "headline": "Talks end", "datePublished": "2022-01-12T23:30:00+01:00",
               "author": [{"name": "Ann Example"}, {"name": "Bo Example"}], "publisher": {"name": "Example Ltd"}}]}</script>"#;
        let about = read(&scan(page));
        assert_eq!(about.title.as_deref(), Some("Talks end"));
        assert_eq!(about.outlet.as_deref(), Some("The Example"));
        assert_eq!(about.byline.as_deref(), Some("Ann Example, Bo Example"));
        assert_eq!(about.url.as_deref(), Some("https://paper.example/2022/01/11/talks"));
        let published = about.published.unwrap();
        assert_eq!(published.date.to_string(), "2022-01-12");
        assert_eq!(published.reason, "datePublished in the page's JSON-LD");
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        let strip = |title, outlet| without_site(title, outlet, None, None);
        assert_eq!(strip("Talks end | The Example", Some("The Example")), "Talks end");
        assert_eq!(
            strip("Talks end - without a result", Some("The Example")),
            "Talks end - without a result"
        );
        assert_eq!(
            without_site("Talks end – Example News", None, None, Some("Talks end")),
            "Talks end"
        );
    }

    #[test]
    fn a_change_is_a_guess_at_the_day() {
        let page = r#"<meta property="article:modified_time" content="2022-01-12T10:00:00Z">"#;
        let published = read(&scan(page)).published.unwrap();
        assert!(published.confidence < 0.7);
        assert!(published.reason.starts_with("a guess"));
    }
}
