//! Word pieces a second of the encoder alone, by windows of 64, 192 and 256 pieces, on one thread and
//! on two; and the time that loading takes.
//!
//! `cargo bench -p rapporteur-encoder` measures `models/reader.safetensors`, or the model that
//! `RAPPORTEUR_BENCH_MODEL` names. `training/bench_onnx.py` measures ONNX Runtime on the same model.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rapporteur_encoder::{Model, Window};
use std::path::PathBuf;

/// Pieces in one measured call, for each thread.
const PIECES: usize = 3072;

fn encoder(criterion: &mut Criterion) {
    let there = concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/reader.safetensors");
    let path = PathBuf::from(std::env::var("RAPPORTEUR_BENCH_MODEL").unwrap_or(there.to_owned()));
    let Ok(model) = Model::open(&path) else { return };
    criterion.bench_function("load", |b| b.iter(|| Model::open(&path)));
    let size = model.vocabulary().size();
    let pieces: Vec<u32> = (0..PIECES).map(|i| ((i * 7919 + 1000) % size) as u32).collect();
    let features = vec![vec![1; PIECES]; model.feature_count()];
    for length in [64, 192, 256] {
        let windows: Vec<Window<'_>> =
            pieces.chunks(length).map(|pieces| Window { pieces, features: &features }).collect();
        for threads in [1, 2] {
            let mut group = criterion.benchmark_group(format!("{threads} threads"));
            group.throughput(Throughput::Elements((PIECES * threads) as u64)).sample_size(20);
            group.bench_function(format!("windows of {length}"), |b| {
                b.iter(|| {
                    std::thread::scope(|scope| {
                        let others: Vec<_> =
                            (1..threads).map(|_| scope.spawn(|| model.encode(&windows))).collect();
                        let here = model.encode(&windows);
                        (here, others.into_iter().map(|other| other.join()).collect::<Vec<_>>())
                    })
                });
            });
        }
    }
}

criterion_group!(benches, encoder);
criterion_main!(benches);
