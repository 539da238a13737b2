//! Word pieces a processor second of the encoder on one thread, the best and the median of some
//! runs: figures that stand on a machine that has other work to do, unlike time on the wall.
//!
//! `cargo run --release -p rapporteur-encoder --example speed -- models/reader.safetensors [RUNS]`

#![allow(clippy::print_stdout, reason = "it is a program")]

use rapporteur_encoder::{Model, Window};
use std::path::Path;

/// Pieces in a run: the kernel counts time in steps of milliseconds, so a run must not be short.
const PIECES: usize = 768 * 8;

/// Seconds that this thread has run (Linux).
fn seconds() -> Result<f64, Box<dyn std::error::Error>> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = times.split(' ').next().ok_or("no times")?.parse()?;
    Ok(nanoseconds / 1e9)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give the model's path")?;
    let runs: usize = std::env::args().nth(2).map_or(Ok(9), |runs| runs.parse())?;
    let before = seconds()?;
    let model = Model::open(Path::new(&path))?;
    println!("load {:.1} ms", (seconds()? - before) * 1e3);
    for length in [64, 192, 256] {
        let count = PIECES / length;
        let size = model.vocabulary().size();
        let pieces: Vec<u32> =
            (0..count * length).map(|i| ((i * 7919 + 1000) % size) as u32).collect();
        let features = vec![vec![1; length]; model.feature_count()];
        let windows: Vec<Window<'_>> =
            pieces.chunks(length).map(|pieces| Window { pieces, features: &features }).collect();
        let mut speeds = Vec::new();
        for _ in 0..runs {
            let before = seconds()?;
            let states = model.encode(&windows);
            speeds.push(pieces.len() as f64 / (seconds()? - before));
            drop(states);
        }
        speeds.sort_by(f64::total_cmp);
        let (best, median) = (speeds.last().unwrap_or(&0.0), speeds.get(runs / 2).unwrap_or(&0.0));
        println!("windows of {length}: best {best:.0}, median {median:.0} pieces/s");
    }
    Ok(())
}
