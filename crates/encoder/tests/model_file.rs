//! A model file that is missing, cut short or changed is an error that says so, never a panic.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use proptest::prelude::*;
use rapporteur_encoder::{Model, ModelError, ModelErrorKind, Window};
use sha2::{Digest as _, Sha256};
use std::path::Path;

static TINY: &[u8] = include_bytes!("fixtures/tiny.safetensors");

/// Loads bytes that are made on the spot. They are leaked, as tests may.
fn load(bytes: Vec<u8>) -> Result<Model, ModelError> {
    Model::from_bytes(Vec::leak(bytes))
}

fn replaced(from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = TINY.windows(from.len()).position(|w| w == from.as_bytes()).unwrap();
    let mut bytes = TINY.to_vec();
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    bytes
}

/// The same bytes with the sum that they should have.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let mark = br#""sha256":""#;
    let Some(at) = bytes.windows(mark.len()).position(|w| w == mark) else { return bytes };
    let digits = at + mark.len()..at + mark.len() + 64;
    bytes[digits.clone()].fill(b'0');
    let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    bytes[digits].copy_from_slice(sum.as_bytes());
    bytes
}

#[test]
fn a_model_tells_what_it_is() {
    let model = Model::from_bytes(TINY).unwrap();
    assert_eq!(model.name(), "tiny");
    assert_eq!(model.labels(), r#"{"roles": ["none"]}"#);
    assert_eq!((model.width(), model.longest_window(), model.feature_count()), (64, 80, 2));
    assert_eq!(model.vocabulary().id("##a"), Some(30));
    let roles = model.head("roles").unwrap();
    assert_eq!((roles.inputs(), roles.outputs()), (64, 7));
    assert_eq!(model.head_tensor("threshold").unwrap().shape, [3]);
    assert!(matches!(model.head("noise").unwrap_err().kind(), ModelErrorKind::Shape { .. }));
}

#[test]
fn a_file_is_read_as_the_bytes_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tiny.safetensors");
    std::fs::write(&path, TINY).unwrap();
    assert_eq!(Model::open(&path).unwrap().labels(), Model::from_bytes(TINY).unwrap().labels());
    let mut shifted = vec![0];
    shifted.extend_from_slice(TINY);
    let shifted: &'static [u8] = Vec::leak(shifted);
    let window = [Window { pieces: &[4, 30, 31], features: &[] }];
    assert_eq!(
        Model::from_bytes(&shifted[1..]).unwrap().encode(&window),
        Model::open(&path).unwrap().encode(&window)
    );
}

#[test]
fn a_missing_file_is_named_with_what_to_do() {
    let error = Model::open(Path::new("nowhere/reader.safetensors")).unwrap_err();
    assert!(matches!(error.kind(), ModelErrorKind::Missing));
    assert_eq!(
        error.to_string(),
        "model nowhere/reader.safetensors: there is no such file; \
         check the path, or take the file from models/ of the repository"
    );
    assert!(Model::open(&std::env::temp_dir()).is_err());
}

#[test]
fn each_fault_has_its_kind() {
    let kind = |bytes| load(bytes).unwrap_err();
    assert!(matches!(kind(Vec::new()).kind(), ModelErrorKind::NotAModel(_)));
    assert!(matches!(kind(b"<html>".to_vec()).kind(), ModelErrorKind::NotAModel(_)));
    let version = kind(replaced(r#""format_version":"1""#, r#""format_version":"9""#));
    assert!(matches!(version.kind(), ModelErrorKind::Version { .. }));
    let labels = kind(replaced(r#"[\"none\"]"#, r#"[\"nine\"]"#));
    assert!(matches!(labels.kind(), ModelErrorKind::Damaged));
    let mut bytes = TINY.to_vec();
    *bytes.last_mut().unwrap() ^= 1;
    assert!(matches!(kind(bytes).kind(), ModelErrorKind::Damaged));
}

#[test]
fn a_tensor_of_another_form_is_named() {
    let error = load(resealed(replaced(r#"\"heads\": 2"#, r#"\"heads\": 4"#))).unwrap_err();
    assert!(matches!(error.kind(), ModelErrorKind::NotAModel(_)));
    let error = load(resealed(replaced(r#"\"positions\": 80"#, r#"\"positions\": 81"#)));
    assert_eq!(
        error.unwrap_err().to_string(),
        "built-in model: tensor embeddings.position is missing or is not floats of shape [81, 64]; \
         build the program again from a clean checkout"
    );
    let error = load(resealed(replaced(r#""layer.1.up.bias""#, r#""layer.1.up.base""#)));
    assert!(error.unwrap_err().to_string().contains("tensor layer.1.up.bias"));
    assert!(load(resealed(TINY.to_vec())).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_file_cut_short_is_refused(length in 0..TINY.len()) {
        prop_assert!(load(TINY[..length].to_vec()).is_err());
    }

    #[test]
    fn a_changed_byte_is_noticed(at in 0..TINY.len(), change in 1u8..) {
        let mut bytes = TINY.to_vec();
        bytes[at] ^= change;
        prop_assert!(load(bytes).is_err());
    }

    #[test]
    fn a_changed_header_is_noticed(at in 0usize..4000, change in 1u8..) {
        let mut bytes = TINY.to_vec();
        bytes[at] ^= change;
        prop_assert!(load(bytes).is_err());
    }

    #[test]
    fn a_changed_header_with_a_right_sum_does_no_harm(at in 0usize..6000, to in any::<u8>()) {
        let mut bytes = TINY.to_vec();
        bytes[at] = to;
        if let Ok(model) = load(resealed(bytes)) {
            let window = Window { pieces: &[3, 1, 4, 1, 5, 9, 2, 6], features: &[vec![1; 8]] };
            prop_assert!(model.encode(&[window]).len() == 1);
            for head in ["roles", "link"] {
                let _ = model.head(head).map(|head| head.apply(&[0.5; 300]));
            }
        }
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(load(bytes).is_err());
    }
}
