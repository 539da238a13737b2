//! Plain text to an article.

use crate::{Error, ErrorKind, charset, metadata};
use charset::Decoded;
use rapporteur_core::Article;

/// The article in a plain text: its content as it came, the headline on its first line.
///
/// Front matter is taken off and read as metadata; without it the text is the file's own, but for
/// line ends.
pub(crate) fn article(decoded: Decoded, name: &str) -> Result<Article, Error> {
    let text = charset::unix_lines(decoded.text);
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Error::new(name, ErrorKind::Empty));
    }
    let mut article = Article::from_text(String::new());
    article.file = Some(name.to_owned());
    article.diagnostics = decoded.diagnostics;
    let (given, body) = metadata::front_matter(&text, &mut article.diagnostics);
    article.text = match body {
        Some(body) => body.to_owned(),
        None => text,
    };
    if let Some(given) = given {
        given.apply(&mut article);
    }
    if article.text.trim().is_empty() {
        return Err(Error::new(name, ErrorKind::Empty));
    }
    Ok(article)
}
