//! Reads `{"id", "text"}` lines (and `"title"`, `"noise": [[start, end], …]` where given) from standard
//! input and prints `{"id", "attributions": [{"source", "cue", "content", "kind"}]}` lines: the shape
//! in which attribution corpora are scored. Offsets are Unicode code points.
//!
//! `cargo run --release -p rapporteur-annotate --example annotate_jsonl < in.jsonl > out.jsonl`

use rapporteur_core::{Article, CodePoints, Noise, NoiseKind, Span};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default();
        let mut article = Article::from_text(text);
        article.title = record["title"].as_str().map(str::to_owned);
        let points = CodePoints::new(text);
        let pair = |v: &Value| Some([v[0].as_u64()? as usize, v[1].as_u64()? as usize]);
        for pair in record["noise"].as_array().into_iter().flatten().filter_map(pair) {
            article.noise.push(Noise { span: points.span(pair), kind: NoiseKind::Other });
        }
        let annotated = rapporteur_annotate::annotate(article);
        let list = |spans: &[Span]| spans.iter().map(|s| points.pair(*s)).collect::<Vec<_>>();
        let attributions: Vec<Value> = annotated
            .attributions
            .iter()
            .map(|a| {
                json!({
                    "source": list(&a.source),
                    "cue": list(&a.cue),
                    "content": list(&a.content),
                    "kind": a.kind.name(),
                })
            })
            .collect();
        writeln!(out, "{}", json!({"id": record["id"], "attributions": attributions}))?;
    }
    Ok(())
}
