//! Word pieces equal those of Hugging Face's tokenizers; see `training/pieces_fixture.py`.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use rapporteur_core::CodePoints;
use rapporteur_encoder::Vocabulary;

fn vocabulary() -> Vocabulary {
    Vocabulary::from_bytes(include_bytes!("fixtures/pieces.txt")).unwrap()
}

#[test]
fn ids_and_offsets_are_those_of_tokenizers() {
    let vocabulary = vocabulary();
    let cases: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("fixtures/pieces.json")).unwrap();
    assert!(cases.len() > 10);
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let points = CodePoints::new(text);
        let pieces: Vec<_> = vocabulary
            .split(text)
            .iter()
            .map(|piece| {
                let [start, end] = points.pair(piece.span);
                serde_json::json!([piece.id, start, end])
            })
            .collect();
        assert_eq!(serde_json::Value::from(pieces), case["pieces"], "{text}");
    }
}

#[test]
fn a_piece_stands_for_the_bytes_it_was_made_of() {
    let text = "Cafés, ΟΔΟΣ";
    let vocabulary = vocabulary();
    let read: Vec<&str> = vocabulary.split(text).iter().map(|piece| &text[piece.span]).collect();
    assert_eq!(read, ["C", "a", "f", "é", "s", ",", "Ο", "Δ", "Ο", "Σ"]);
}

#[test]
fn a_vocabulary_without_special_pieces_says_so() {
    let error = Vocabulary::from_bytes(b"[PAD]\n[CLS]\n[SEP]\n").unwrap_err();
    assert_eq!(error, "the vocabulary has no [UNK]");
    assert!(Vocabulary::from_bytes(&[0xff, 0xfe]).is_err());
}

#[test]
fn long_texts_take_linear_time() {
    let vocabulary = vocabulary();
    assert_eq!(vocabulary.split(&"x".repeat(1 << 20)).len(), 1);
    assert_eq!(vocabulary.split(&"said he ".repeat(100_000)).len() % 100_000, 0);
    assert!(vocabulary.split(&"\u{301}".repeat(1 << 20)).is_empty());
}

proptest! {
    #[test]
    fn pieces_follow_one_another_inside_the_text(text in "(\\PC|\\s|[a-z]{1,4}|.){0,60}") {
        let mut last = 0;
        for piece in vocabulary().split(&text) {
            prop_assert!(piece.span.start() >= last);
            prop_assert!(!text[piece.span].is_empty());
            last = piece.span.start();
        }
    }

    #[test]
    fn a_word_reads_the_same_in_any_company(words in prop::collection::vec("[\\p{L}\\p{P}]{1,8}", 1..6)) {
        let vocabulary = vocabulary();
        let ids = |text: &str| -> Vec<u32> {
            vocabulary.split(text).iter().map(|piece| piece.id).collect()
        };
        let apart: Vec<u32> = words.iter().flat_map(|word| ids(word)).collect();
        prop_assert_eq!(ids(&words.join(" ")), apart);
    }
}
