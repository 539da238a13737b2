//! `rapporteur annotate`: a line `{"id","text",…}` in, the same line with its layers out.

use crate::args::StreamArguments;
use crate::error::Error;
use crate::extract::name;
use crate::input::{self, Stdin};
use crate::output::{self, Messages};
use rapporteur::core::Article;
use rapporteur::report::json;
use rayon::prelude::*;
use serde_json::{Map, Value};

/// Articles annotated side by side before their lines are written: keeps memory flat on long
/// streams and every core busy.
const BATCH: usize = 64;

pub(crate) fn run(arguments: &StreamArguments, messages: &Messages) -> Result<(), Error> {
    let articles = input::articles(&arguments.paths, Stdin::JsonLines, messages)?;
    let named: Vec<(String, Article)> = articles
        .into_iter()
        .enumerate()
        .map(|(i, a)| (name(&a, i), a))
        .collect();
    for batch in named.chunks(BATCH) {
        let lines: Vec<Result<Vec<u8>, serde_json::Error>> = batch
            .par_iter()
            .map(|(name, article)| line(name, article.clone()))
            .collect();
        for line in lines {
            output::to_stdout(&line?)?;
        }
    }
    Ok(())
}

fn line(name: &str, article: Article) -> Result<Vec<u8>, serde_json::Error> {
    let annotated = rapporteur::annotate::annotate(article);
    let mut record = Map::new();
    for value in [
        serde_json::to_value(json::article(&annotated.article, name))?,
        serde_json::to_value(json::annotation(&annotated))?,
    ] {
        if let Value::Object(fields) = value {
            record.extend(fields);
        }
    }
    let mut line = serde_json::to_vec(&record)?;
    line.push(b'\n');
    Ok(line)
}
