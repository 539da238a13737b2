//! Pages to articles.

use crate::charset::{self, Decoded};
use crate::{Error, ErrorKind};
use rapporteur_core::Article;
use trafilatura::{ExtractResult, ExtractionFocus, Options};

/// The article of a page: headline, an empty line, body.
///
/// # Errors
/// Where the page holds no body.
pub fn article(bytes: &[u8], name: &str) -> Result<Article, Error> {
    from_decoded(charset::decode(bytes), name).map(crate::finish)
}

/// The body text of a page, without its headline.
pub fn body(bytes: &[u8]) -> Option<String> {
    extract(&charset::decode(bytes).text).map(|r| r.content_text)
}

pub(crate) fn from_decoded(decoded: Decoded, name: &str) -> Result<Article, Error> {
    let mut article = page(&decoded.text, name)?;
    article.diagnostics.extend(decoded.diagnostics);
    Ok(article)
}

pub(crate) fn page(html: &str, name: &str) -> Result<Article, Error> {
    let result = extract(html).ok_or_else(|| Error::new(name, ErrorKind::NoBody))?;
    let mut article = Article::from_text(result.content_text);
    article.file = Some(name.to_owned());
    Ok(article)
}

fn extract(html: &str) -> Option<ExtractResult> {
    let options = Options::default()
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_fallback(true)
        .with_exclude_comments(true);
    trafilatura::extract(html, &options).ok()
}
