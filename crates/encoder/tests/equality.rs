//! The encoder gives what PyTorch gives: `training/encoder_fixture.py` for a small model with random
//! weights, `training/export.py` for the reader.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod common;

use common::{expected, hold};
use rapporteur_encoder::{Model, Window};
use std::path::Path;

static TINY: &[u8] = include_bytes!("fixtures/tiny.safetensors");
static TINY_EXPECTED: &[u8] = include_bytes!("fixtures/tiny-expected.safetensors");

#[test]
fn the_small_model_equals_pytorch() {
    let model = Model::from_bytes(TINY).unwrap();
    let windows = expected(TINY_EXPECTED);
    assert_eq!(windows.len(), 5);
    assert!(windows.iter().all(|window| window.heads.len() == 2));
    hold(&model, &windows, 0.9999, 0.998);
}

/// The path of a model and its fixture can be given in the environment, to try one that is not there
/// yet.
#[test]
fn the_reader_equals_pytorch() {
    let there = concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/reader.safetensors");
    let path = std::env::var("RAPPORTEUR_TEST_MODEL").unwrap_or(there.to_owned());
    let fixture = path.replace(".safetensors", ".fixture.safetensors");
    if !Path::new(&path).exists() || !Path::new(&fixture).exists() {
        return;
    }
    let model = Model::open(Path::new(&path)).unwrap();
    hold(&model, &expected(&std::fs::read(fixture).unwrap()), 0.998, 0.99);
}

#[test]
fn a_window_reads_the_same_in_any_company() {
    let model = Model::from_bytes(TINY).unwrap();
    let windows = expected(TINY_EXPECTED);
    let all: Vec<Window<'_>> = windows.iter().map(|window| window.window()).collect();
    let backwards: Vec<Window<'_>> = all.iter().rev().copied().collect();
    let many: Vec<Window<'_>> = all.iter().cycle().take(23).copied().collect();
    let together = model.encode(&many);
    let mut reversed = model.encode(&backwards);
    reversed.reverse();
    for (i, window) in all.iter().enumerate() {
        let alone = model.encode(&[*window]);
        assert_eq!(alone[0], reversed[i]);
        for hidden in together.iter().skip(i).step_by(all.len()) {
            assert_eq!(alone[0], *hidden);
        }
    }
}

#[test]
fn threads_share_a_model() {
    let model = Model::from_bytes(TINY).unwrap();
    let windows = expected(TINY_EXPECTED);
    let all: Vec<Window<'_>> = windows.iter().map(|window| window.window()).collect();
    let alone = model.encode(&all);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| model.encode(&all))).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}

#[test]
fn odd_windows_are_read_as_far_as_they_can_be() {
    let model = Model::from_bytes(TINY).unwrap();
    let unknown = model.vocabulary().unknown();
    let run = |pieces: &[u32], features: &[Vec<u8>]| {
        model.encode(&[Window { pieces, features }]).remove(0)
    };
    assert!(run(&[], &[]).values.is_empty());
    assert!(model.encode(&[]).is_empty());
    assert_eq!(run(&[u32::MAX, 5], &[]), run(&[unknown, 5], &[vec![0, 0], vec![0, 0]]));
    assert_eq!(run(&[4, 5], &[vec![255, 1]]), run(&[4, 5], &[vec![0, 1], vec![0]]));
    let long = vec![7; 1000];
    let longest = model.longest_window();
    assert_eq!(run(&long, &[]), run(&long[..longest], &[]));
    assert_eq!(run(&long, &[]).rows().len(), longest);
    assert!(run(&long, &[]).row(longest).is_none());
}
