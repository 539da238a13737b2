//! `rapporteur extract`: HTML, text or JSON to articles, one JSON line each.

use crate::args::StreamArguments;
use crate::error::Error;
use crate::input::{self, Stdin};
use crate::output::{self, Messages};
use rapporteur::core::Article;
use rapporteur::report::json;

pub(crate) fn run(arguments: &StreamArguments, messages: &Messages) -> Result<(), Error> {
    let articles = input::articles(&arguments.paths, Stdin::Any, messages)?;
    for (index, article) in articles.iter().enumerate() {
        let mut line = serde_json::to_vec(&json::article(article, &name(article, index)))?;
        line.push(b'\n');
        output::to_stdout(&line)?;
    }
    Ok(())
}

/// The name of an article in a stream: its own id, else its file, else its number from 1.
pub(crate) fn name(article: &Article, index: usize) -> String {
    article
        .key
        .clone()
        .or_else(|| article.file.clone().filter(|f| f != "-"))
        .unwrap_or_else(|| (index + 1).to_string())
}
