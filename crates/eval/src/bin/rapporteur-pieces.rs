//! The word pieces of articles as the reader sees them, for training.
//!
//! `rapporteur-pieces CORPUS.jsonl VOCABULARY` reads articles, one JSON record a line with `id` and
//! `text`, and writes for each `{"id", "pieces", "spans", "features", "paragraphs"}`: ids in the
//! vocabulary, `[start, end]` in code points, the features by name, `[first, end]` piece of each
//! paragraph.

use rapporteur::annotate::reader::{Sequence, sequence};
use rapporteur::annotate::structure;
use rapporteur::core::CodePoints;
use rapporteur::encoder::Vocabulary;
use rapporteur::ingest;
use serde_json::json;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "rapporteur-pieces: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(corpus), Some(vocabulary)) = (arguments.next(), arguments.next()) else {
        return Err("give a corpus (JSON Lines) and a vocabulary (one piece a line)".into());
    };
    let failed =
        |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let (corpus, vocabulary) = (Path::new(&corpus), Path::new(&vocabulary));
    let pieces = std::fs::read(vocabulary).map_err(|e| failed(vocabulary, &e))?;
    let pieces = Vocabulary::from_bytes(&pieces).map_err(|e| failed(vocabulary, &e))?;
    let text = std::fs::read_to_string(corpus).map_err(|e| failed(corpus, &e))?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in text.lines().enumerate() {
        let place = format!("{}:{}", corpus.display(), number + 1);
        let record: serde_json::Value =
            serde_json::from_str(line).map_err(|e| format!("{place}: {e}"))?;
        let only = json!({"id": record["id"], "text": record["text"]});
        let article =
            ingest::from_record(&only, &place, None).map_err(|e| format!("{place}: {e}"))?;
        let article = structure(article);
        let points = CodePoints::new(&article.article.text);
        let Sequence { pieces, spans, features: [case, quote, place], paragraphs } =
            sequence(&article, &pieces);
        let spans: Vec<_> = spans.iter().map(|s| points.pair(*s)).collect();
        let paragraphs: Vec<_> = paragraphs.iter().map(|p| [p.start, p.end]).collect();
        let line = json!({
            "id": record["id"],
            "pieces": pieces,
            "spans": spans,
            "features": {"case": case, "quote": quote, "place": place},
            "paragraphs": paragraphs,
        });
        writeln!(out, "{line}").map_err(|e| e.to_string())?;
    }
    out.flush().map_err(|e| e.to_string())
}
