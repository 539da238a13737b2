//! Articles from the paths of a command line.

use crate::error::Error;
use crate::output::Messages;
use rapporteur::annotate::is_readable;
use rapporteur::core::Article;
use rapporteur::ingest::{self, Intake};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How standard input is to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stdin {
    /// JSON Lines.
    JsonLines,
    /// Whatever its bytes show it to be.
    Any,
}

/// Reads all articles of `paths` (`-`, or no path, for standard input), names what could not be
/// read, and gives the rest. No article at all is an error.
pub(crate) fn articles(
    paths: &[PathBuf],
    stdin: Stdin,
    messages: &Messages,
) -> Result<Vec<Article>, Error> {
    let mut intake = Intake::default();
    let is_stdin = |path: &&PathBuf| path.as_path() == Path::new("-");
    if paths.is_empty() || paths.iter().any(|path| is_stdin(&path)) {
        intake.extend(from_stdin(stdin)?);
    }
    // In one call, so that a file named beside its folder is read once.
    let files: Vec<PathBuf> = paths.iter().filter(|path| !is_stdin(path)).cloned().collect();
    intake.extend(ingest::read_paths(&files));
    for failure in &intake.failures {
        messages.left_out(failure);
    }
    for article in &intake.articles {
        for diagnostic in &article.diagnostics {
            let file = article.file.as_deref().unwrap_or("-");
            messages.note(&format_args!("{file}: {}", diagnostic.message));
        }
        if let Some(language) = article.language.as_ref().filter(|_| !is_readable(article)) {
            let file = article.file.as_deref().unwrap_or("-");
            messages.note(&format_args!(
                "{file}: is in another language ({}): grouped with its story, but not read",
                language.tag
            ));
        }
    }
    if intake.articles.is_empty() {
        return Err(Error::NoArticles);
    }
    Ok(intake.articles)
}

fn from_stdin(kind: Stdin) -> Result<Intake, Error> {
    match kind {
        Stdin::JsonLines => Ok(ingest::read_json_lines(io::stdin().lock(), "-")),
        Stdin::Any => {
            let mut bytes = Vec::new();
            let limit = ingest::MAX_BYTES + 1;
            io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(Error::Input)?;
            Ok(ingest::from_bytes(&bytes, "-"))
        }
    }
}
