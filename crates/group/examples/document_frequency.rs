//! Makes `src/data/document_frequency.txt`: in how many of a thousand documents each common word
//! stands.
//!
//! ```text
//! cargo run --release -p rapporteur-group --example document_frequency -- GROUP.jsonl,MORE.jsonl GROUP.jsonl
//! ```
//!
//! Each argument is a group of files of JSON Lines with a field `text`; groups count alike, however
//! many documents they hold, so that a large corpus of one subject does not make its words look
//! common. Names are left out (words that a document never writes with a small first letter), so
//! that no name weighs less than another.

use rapporteur_core::Span;
use rapporteur_core::words::{fold, is_function_word, spans, stem};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Words below this share of documents are left out: they weigh like a word never seen.
const LEAST: f64 = 0.01;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let groups: Vec<String> = std::env::args().skip(1).collect();
    let mut shares: BTreeMap<String, f64> = BTreeMap::new();
    for group in &groups {
        let mut documents = 0.0;
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        for file in group.split(',') {
            for line in std::fs::read_to_string(file)?.lines() {
                let document: serde_json::Value = serde_json::from_str(line)?;
                let text = document["text"].as_str().unwrap_or_default();
                documents += 1.0;
                for word in stems(text) {
                    *counts.entry(word).or_default() += 1.0;
                }
            }
        }
        for (word, count) in counts {
            *shares.entry(word).or_default() += count / documents / groups.len() as f64;
        }
    }
    let mut out = std::io::stdout().lock();
    for (word, share) in shares.iter().filter(|(_, share)| **share >= LEAST) {
        writeln!(out, "{word} {:.0}", share * 1000.0)?;
    }
    Ok(())
}

/// The stems of `text` that it writes with a small first letter somewhere.
fn stems(text: &str) -> BTreeSet<String> {
    spans(text, Span::new(0, text.len()))
        .into_iter()
        .map(|span| &text[span])
        .filter(|word| word.starts_with(char::is_lowercase))
        .map(fold)
        .map(|folded| folded.strip_suffix("'s").unwrap_or(&folded).to_owned())
        .filter(|folded| folded.len() > 1 && !is_function_word(folded))
        .map(|folded| stem(&folded).to_owned())
        .collect()
}
