//! Bounds that keep one odd input from taking all time and memory.

use crate::{Error, ErrorKind};
use rapporteur_core::Article;

/// The most bytes that are read of one file.
pub const MAX_BYTES: u64 = 64 << 20;

/// The most bytes of one line of JSON Lines.
pub const MAX_LINE_BYTES: u64 = 64 << 20;

/// The most bytes of one article's text. Reading costs about half a second and 100 MB of memory a
/// megabyte; the longest articles of the press are far below one megabyte.
pub const MAX_TEXT_BYTES: usize = 10 << 20;

/// The article, unless its text is longer than [`MAX_TEXT_BYTES`].
pub(crate) fn within_bounds(article: Article) -> Result<Article, Error> {
    if article.text.len() <= MAX_TEXT_BYTES {
        return Ok(article);
    }
    let kind = ErrorKind::TooLong { limit: MAX_TEXT_BYTES };
    let name = article.file.or(article.key).unwrap_or_default();
    // A record of JSON Lines is called `name#line`.
    let line = name.rsplit_once('#').and_then(|(file, line)| Some((file, line.parse().ok()?)));
    Err(match line {
        Some((file, line)) => Error::at(file, line, kind),
        None => Error::new(name, kind),
    })
}
