//! Pages to articles: body, headline, and what the page says about itself.
//!
//! The body comes from the crate `trafilatura` in its precision mode, which leaves captions, menus and
//! comments out. Before it, `scan` bounds depth and size in one pass, and extraction runs on a thread
//! with a stack that the bounded depth cannot overflow.

mod about;
mod scan;

use crate::charset::{self, Decoded};
use crate::{Error, ErrorKind, headline, metadata};
use rapporteur_core::{Article, DateOrigin, Diagnostic, PublicationDate, Severity};
use scan::Scan;
use std::thread;
use trafilatura::{ExtractResult, ExtractionFocus, Options};

/// Stack of the thread that takes a page apart, in bytes. Only what is used is backed by memory.
const STACK: usize = 256 << 20;

/// The article of a page: its headline, an empty line, its body; where the body begins with the
/// headline, the body alone.
///
/// # Errors
/// Where no body was found.
pub fn article(bytes: &[u8], name: &str) -> Result<Article, Error> {
    from_decoded(charset::decode(bytes), name).map(crate::finish)
}

/// The body of a page without its headline; empty where none was found.
pub fn body(bytes: &[u8]) -> String {
    let scan = scan::scan(&charset::decode(bytes).text);
    match extract(&scan) {
        Ok(Some(result)) => result.content_text,
        Ok(None) | Err(_) => String::new(),
    }
}

pub(crate) fn from_decoded(decoded: Decoded, name: &str) -> Result<Article, Error> {
    let mut article = page(&decoded.text, name)?;
    article.diagnostics.extend(decoded.diagnostics);
    Ok(article)
}

/// The article of a decoded page, without noise and language.
pub(crate) fn page(html: &str, name: &str) -> Result<Article, Error> {
    let scan = scan::scan(html);
    let fail = |kind| Error::new(name, kind);
    let result = extract(&scan).map_err(fail)?.ok_or_else(|| fail(ErrorKind::NoBody))?;
    let about = about::read(&scan);
    let body = charset::unix_lines(result.content_text);
    if body.trim().is_empty() {
        return Err(fail(ErrorKind::NoBody));
    }
    let first = body.trim_start().lines().next().unwrap_or_default();
    let text = match &about.title {
        Some(title) if !headline::same(title, first) => format!("{title}\n\n{body}"),
        _ => body,
    };
    let mut article = Article::from_text(text);
    article.file = Some(name.to_owned());
    article.title = about.title;
    article.outlet = about.outlet;
    article.url = about.url;
    article.byline = about.byline;
    article.published = about.published;
    metadata::from_url(&mut article);
    if article.published.is_none() {
        article.published = guessed(&result.metadata);
    }
    if scan.bounded {
        article.diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: "the page is nested too deep or too large and was read in part; compare it with its source".to_owned(),
            span: None,
        });
    }
    Ok(article)
}

/// The day that the extraction crate reads out of a page that does not declare any.
fn guessed(found: &trafilatura::Metadata) -> Option<PublicationDate> {
    let date = crate::dates::parse(&found.date?.to_string())?;
    Some(PublicationDate {
        date,
        origin: DateOrigin::Metadata,
        confidence: 0.4,
        reason: "a guess: the page declares no day of publication, this one stands in it"
            .to_owned(),
    })
}

/// Takes the bounded page apart. `Ok(None)` where there is no body.
fn extract(scan: &Scan) -> Result<Option<ExtractResult>, ErrorKind> {
    let options = Options::default()
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_fallback(true)
        .with_exclude_comments(true);
    thread::scope(|scope| {
        thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || trafilatura::extract(&scan.html, &options).ok())
            .map_err(ErrorKind::Unreadable)?
            .join()
            .map_err(|_| ErrorKind::Unextractable)
    })
}
