//! First stage: bytes to [`Article`]s.
//!
//! [`read_paths`] takes files and folders, [`read_json_lines`] a stream, [`from_bytes`] what is
//! already in memory. All give an [`Intake`]: the articles in the order of the inputs, and an
//! [`Error`] for whatever did not become one. A failure never stops the rest.
//!
//! The forms, told apart by content first and by file name second:
//!
//! | form | what becomes the text |
//! | --- | --- |
//! | plain text | the file's content as it came, line ends as `\n`; front matter is taken off |
//! | HTML | the headline, an empty line, the body ([`html`]) |
//! | JSON, JSON Lines | the field `text` or `maintext` of each record |
//!
//! Records know `id`, `title`, `outlet` (`source_domain`), `url`, `published` (`date_publish`),
//! `language` and `byline` (`authors`); front matter and the side-cars `articles.json` and
//! `NAME.meta.json` know the same keys.
//!
//! Then, for every article alike: noise ([`noise`]), headline, language. The text
//! itself is never changed after that: noise is marked, not removed.

mod charset;
mod dates;
mod error;
mod headline;
pub mod html;
mod json;
mod language;
mod limits;
mod metadata;
pub mod noise;
mod pattern;
mod read;
mod sniff;
mod text;

pub use error::{Error, ErrorKind};
pub use limits::{MAX_BYTES, MAX_LINE_BYTES, MAX_TEXT_BYTES};
pub use read::{from_bytes, from_record, read_json_lines, read_paths};

use rapporteur_core::Article;

/// What came of reading some inputs.
#[derive(Debug, Default)]
pub struct Intake {
    /// The articles, in the order of the inputs; a folder's in the order of their file names.
    pub articles: Vec<Article>,
    /// What did not become an article although it was meant to, in the same order.
    pub failures: Vec<Error>,
    /// Files of folders that are not articles (pictures, side-cars, programs), as paths.
    pub skipped: Vec<String>,
}

impl Intake {
    /// Adds what another reading gave.
    pub fn extend(&mut self, other: Intake) {
        self.articles.extend(other.articles);
        self.failures.extend(other.failures);
        self.skipped.extend(other.skipped);
    }

    pub(crate) fn finished(mut self) -> Self {
        for article in std::mem::take(&mut self.articles) {
            match limits::within_bounds(article) {
                Ok(article) => self.articles.push(finish(article)),
                Err(error) => self.failures.push(error),
            }
        }
        self
    }

    pub(crate) fn failure(error: Error) -> Self {
        Self { failures: vec![error], ..Self::default() }
    }
}

/// What every article goes through, whatever form it came in: noise, headline, language.
pub(crate) fn finish(mut article: Article) -> Article {
    if article.noise.is_empty() {
        noise::mark(&mut article);
    }
    headline::find(&mut article);
    language::recognise(&mut article);
    article
}
