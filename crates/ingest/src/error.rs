//! What could not be read, and what to do about it.

use std::fmt;
use thiserror::Error;

/// Something that did not become an article. The rest of the input goes on.
#[derive(Debug, Error)]
pub struct Error {
    /// The file, folder or stream, as the user named it.
    pub name: String,
    /// The line in it, from 1, where one line is at fault.
    pub line: Option<usize>,
    /// What is wrong.
    #[source]
    pub kind: ErrorKind,
}

impl Error {
    pub(crate) fn new(name: impl Into<String>, kind: ErrorKind) -> Self {
        Self { name: name.into(), line: None, kind }
    }

    pub(crate) fn at(name: impl Into<String>, line: usize, kind: ErrorKind) -> Self {
        Self { name: name.into(), line: Some(line), kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.name, self.kind),
            None => write!(f, "{}: {}", self.name, self.kind),
        }
    }
}

/// What is wrong with an input. Each message says what to do.
#[derive(Debug, Error)]
pub enum ErrorKind {
    /// The operating system did not hand it over.
    #[error("cannot be read ({0}); check the path and its permissions")]
    Unreadable(#[source] std::io::Error),
    /// More bytes than are read from one file or line.
    #[error("is larger than {} MB; split it or give the articles one by one", limit >> 20)]
    TooLarge {
        /// The most bytes that are read.
        limit: u64,
    },
    /// More text than one article is read with.
    #[error("holds more than {} MB of text; split it into its articles", limit >> 20)]
    TooLong {
        /// The most bytes of text of one article.
        limit: usize,
    },
    /// Nothing but white space.
    #[error("is empty; give a file with the text of an article")]
    Empty,
    /// Neither text nor HTML nor JSON.
    #[error("is a binary file; give text, HTML or JSON")]
    Binary,
    /// A folder in which no file is an article.
    #[error("holds no article; give a folder with text, HTML or JSON files")]
    NoArticles,
    /// A page in which no body text was found.
    #[error("no article text was found in the page; save the text as a .txt file and give that")]
    NoBody,
    /// The extraction of a page did not come to an end.
    #[error("the page could not be taken apart; save the text as a .txt file and give that")]
    Unextractable,
    /// Not JSON.
    #[error("is not valid JSON ({0}); write one object a line")]
    InvalidJson(#[source] serde_json::Error),
    /// JSON, but not an object.
    #[error("is not a JSON object; write {{\"text\": \"…\"}}")]
    NotAnObject,
    /// A record without a field that an article must have.
    #[error("has no {field:?}; add it with the text of the article")]
    MissingField {
        /// The field.
        field: &'static str,
    },
    /// A field that holds something else than it must.
    #[error("{field:?} is not {expected}; correct it")]
    WrongType {
        /// The field.
        field: String,
        /// What it must be, with its article.
        expected: &'static str,
    },
    /// A side-car or a front matter that cannot be used. The article itself is still read.
    #[error("cannot be used as metadata ({0}); correct it or take it away")]
    Metadata(String),
}
