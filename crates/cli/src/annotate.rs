//! `rapporteur annotate`: a line `{"id","text",…}` in, the same line with its layers out.

use crate::args::AnnotateArguments;
use crate::error::Error;
use crate::extract::name;
use crate::input::{self, Stdin};
use crate::output::{self, Messages};
use crate::reader::reader;
use rapporteur::annotate::{Reader, annotate};
use rapporteur::core::Article;
use rapporteur::ingest;
use rapporteur::report::json;
use rayon::prelude::*;
use serde_json::{Map, Value};
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

/// Articles annotated side by side before their lines are written: keeps memory flat on long
/// streams and every core busy.
const BATCH: usize = 64;

/// One article with the fields of the line that it came in.
struct Line {
    fields: Map<String, Value>,
    article: Article,
}

pub(crate) fn run(arguments: &AnnotateArguments, messages: &Messages) -> Result<(), Error> {
    let reader = reader(&arguments.reader)?;
    if arguments.input.paths.iter().any(|path| path != Path::new("-")) {
        return files(&arguments.input.paths, &reader, messages);
    }
    let mut batch = Vec::with_capacity(BATCH);
    let mut any = false;
    for (index, text) in io::stdin().lock().split(b'\n').enumerate() {
        let text = text.map_err(Error::Input)?;
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match parse(&text, index + 1) {
            Ok(line) => batch.push(line),
            Err(message) => messages.left_out(&message),
        }
        if batch.len() == BATCH {
            any = true;
            write(std::mem::take(&mut batch), &reader)?;
        }
    }
    if batch.is_empty() && !any {
        return Err(Error::NoArticles);
    }
    write(batch, &reader)
}

fn files(paths: &[PathBuf], reader: &Reader, messages: &Messages) -> Result<(), Error> {
    let articles = input::articles(paths, Stdin::JsonLines, messages)?;
    let mut lines = Vec::with_capacity(articles.len());
    for (index, article) in articles.into_iter().enumerate() {
        let record = serde_json::to_value(json::article(&article, &name(&article, index)))?;
        let Value::Object(fields) = record else {
            continue;
        };
        lines.push(Line { fields, article });
    }
    write(lines, reader)
}

fn parse(text: &[u8], number: usize) -> Result<Line, String> {
    let record: Value = serde_json::from_slice(text).map_err(|error| {
        format!("-, line {number}: is not valid JSON ({error}); write one object a line")
    })?;
    let article = ingest::from_record(&record, "-", Some(number)).map_err(|e| e.to_string())?;
    match record {
        Value::Object(fields) => Ok(Line { fields, article }),
        _ => Err(format!("-, line {number}: is not a JSON object")),
    }
}

fn write(lines: Vec<Line>, reader: &Reader) -> Result<(), Error> {
    let mut lines = lines.into_iter();
    loop {
        let batch: Vec<Line> = lines.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(());
        }
        let texts: Vec<_> = batch.into_par_iter().map(|line| with_layers(line, reader)).collect();
        for text in texts {
            output::to_stdout(&text?)?;
        }
    }
}

fn with_layers(line: Line, reader: &Reader) -> Result<Vec<u8>, serde_json::Error> {
    let annotated = annotate(line.article, reader);
    let mut fields = line.fields;
    if let Value::Object(layers) = serde_json::to_value(json::annotation(&annotated))? {
        fields.extend(layers);
    }
    let mut text = serde_json::to_vec(&fields)?;
    text.push(b'\n');
    Ok(text)
}
