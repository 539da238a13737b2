//! What can stop a command.

use std::io;
use std::path::PathBuf;

/// Why a command stopped. What goes wrong with a single input is not here: it is named and the
/// rest goes on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error(
        "no article in the input: name text, HTML, JSON or JSON Lines files, or a folder of them"
    )]
    NoArticles,
    #[error("standard input cannot be read: {0}")]
    Input(#[source] io::Error),
    #[error("standard output cannot be written: {0}")]
    Output(#[source] io::Error),
    #[error("{path}: cannot be written: {source}")]
    Write { path: PathBuf, source: io::Error },
    #[error("{path}: this folder cannot be made: {source}")]
    MakeFolder { path: PathBuf, source: io::Error },
    #[error(
        "a report in HTML is a page for a browser: say where to put it, such as -o report.html"
    )]
    HtmlToTerminal,
    #[error(transparent)]
    Model(rapporteur::encoder::ModelError),
    #[error("the result cannot be put into JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Error {
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
