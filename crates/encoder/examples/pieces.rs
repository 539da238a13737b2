//! Word pieces of the texts on standard input, one JSON string a line, as `[[id, start, end], …]`.
//!
//! `cargo run --release -p rapporteur-encoder --example pieces -- vocab.txt < texts.jsonl`

use std::io::{BufRead as _, Write as _};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give the vocabulary's path")?;
    let vocabulary = rapporteur_encoder::Vocabulary::from_bytes(&std::fs::read(path)?)?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let points = rapporteur_core::CodePoints::new(&text);
        let pieces: Vec<_> = vocabulary
            .split(&text)
            .iter()
            .map(|piece| {
                let [start, end] = points.pair(piece.span);
                [piece.id as usize, start, end]
            })
            .collect();
        serde_json::to_writer(&mut out, &pieces)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
